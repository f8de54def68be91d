"""Find the sentences that report events.

A candidate is an event word, who took part, when, where, and what the sentence does with it.
Nothing is decided here: every candidate is kept with a score, and ``resolve`` puts those that
tell of one happening together.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dossier.anchors import make_anchor
from dossier.extract.events_clauses import DETERMINERS, ClauseKind, Clauses, split_clauses
from dossier.extract.events_modality import Cues, find_hedge, find_modality, make_cues
from dossier.extract.events_readings import Reading, Standing, find_readings
from dossier.extract.events_roles import Span, find_participants, find_spans, find_subjects
from dossier.extract.events_score import SECOND, Evidence, clip, score_evidence
from dossier.ids import make_id
from dossier.model import (
    EventMention,
    Mention,
    MentionId,
    Participant,
    Passage,
    Quote,
    Sentence,
    Source,
    Timex,
)
from dossier.settings import Lexicon
from dossier.triggers import TriggerIndex, make_trigger_index
from dossier.vocabulary import (
    ActorKind,
    EventType,
    MentionForm,
    Modality,
    PassageKind,
    QuoteKind,
    Role,
    TimexForm,
)

MAX_SENTENCE = 3000
"""Code points; a longer "sentence" is a table or a list, and reports nothing."""

_DATING_FORMS = frozenset(
    {TimexForm.ABSOLUTE, TimexForm.PARTIAL, TimexForm.WEEKDAY, TimexForm.RELATIVE}
)
_EARLY_PASSAGES = 3
_BY_WORD = frozenset({EventType.STATEMENT, EventType.REMOVAL, EventType.APPOINTMENT})
"""What is done by announcing it, so that the day of the announcement is its day."""
_PLANNED = frozenset({"scheduled", "slated", "planned", "set", "due"})
_PLANNED_REACH = 5
_SHORT = 50
"""Code points; a shorter opening sentence is a label, not the lede."""


@dataclass(frozen=True, slots=True)
class _Article:
    """What all sentences of an article share."""

    source: Source
    index: TriggerIndex
    cues: Cues
    headline_types: frozenset[EventType]
    headline_words: frozenset[str]
    body_rank: dict[int, int]


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with everything found in it."""

    sentence: Sentence
    passage: Passage
    clauses: Clauses
    spans: tuple[Span, ...]
    timexes: tuple[tuple[int, Timex], ...]
    names: frozenset[int]
    quotes: tuple[Quote, ...]


def find_event_mentions(
    source: Source,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    quotes: Sequence[Quote],
    lexicon: Lexicon,
) -> tuple[EventMention, ...]:
    """Find the event candidates of an article.

    Furniture, headings and bylines are not searched. A verb of saying alone is a candidate only
    where somebody with a name speaks on a stated day.

    Args:
        source: The article.
        sentences: Its sentences.
        mentions: Its mentions.
        timexes: Its date expressions.
        quotes: Its quotations.
        lexicon: Word lists; used are ``triggers``, ``modality``, ``hedges`` and what these need.

    Returns:
        Candidates in text order with their scores; at most one a clause.

    Raises:
        SettingsError: A word list has a line that cannot be understood.
    """
    index = make_trigger_index(lexicon)
    article = _read_article(source, sentences, index, make_cues(lexicon))
    names, days, said = _group(mentions), _group(timexes), _group(quotes)
    found: list[EventMention] = []
    for sentence in sentences:
        passage = source.passages[sentence.passage]
        if not passage.kind.tells or sentence.end - sentence.start > MAX_SENTENCE:
            continue
        scene = _make_scene(
            article,
            sentence,
            names.get(sentence.id, ()),
            days.get(sentence.id, ()),
            said.get(sentence.id, ()),
        )
        found += _find_in_sentence(article, scene)
    return tuple(sorted(found, key=lambda mention: (mention.trigger.start, mention.id)))


T = TypeVar("T", Mention, Timex, Quote)


def _group(found: Iterable[T]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for one in found:
        groups.setdefault(one.sentence_id, []).append(one)
    return groups


def _read_article(
    source: Source, sentences: Sequence[Sentence], index: TriggerIndex, cues: Cues
) -> _Article:
    headlines = [source.title.value] + [
        source.text[passage.start : passage.end]
        for passage in source.passages
        if passage.kind is PassageKind.TITLE
    ]
    types: set[EventType] = set()
    words: set[str] = set()
    for headline in dict.fromkeys(headlines):
        clauses = split_clauses(headline[:MAX_SENTENCE], 0, index)
        words.update(word for word in clauses.lower if len(word) > 2)  # noqa: PLR2004 (not "of")
        readings = find_readings(clauses, index, frozenset(), PassageKind.TITLE)
        types.update(reading.match.trigger.event_type for reading in readings)
    body = [p.index for p in source.passages if p.kind is PassageKind.BODY]
    first = next(
        (s.passage for s in sentences if s.passage in set(body) and s.end - s.start > _SHORT), -1
    )
    rank = {passage: order for order, passage in enumerate(p for p in body if p >= first)}
    return _Article(source, index, cues, frozenset(types), frozenset(words), rank)


def _make_scene(
    article: _Article,
    sentence: Sentence,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    quotes: Sequence[Quote],
) -> _Scene:
    text = article.source.text[sentence.start : sentence.end]
    clauses = split_clauses(text, sentence.start, article.index)
    dates = tuple((_date_word(clauses, timex), timex) for timex in timexes)
    dated = frozenset(
        place
        for timex in timexes
        for place in range(
            _word_at(clauses, timex.anchor.start), _word_at(clauses, timex.anchor.end - 1) + 1
        )
    )
    spans = find_spans(clauses, mentions, dated, article.index)
    named = frozenset(
        place
        for span in spans
        if span.mention.form is MentionForm.NAME
        for place in range(span.first - len(span.mention.title.split()), span.last + 1)
    )
    return _Scene(
        sentence,
        article.source.passages[sentence.passage],
        clauses,
        spans,
        dates,
        dated | named,
        tuple(quotes),
    )


def _date_word(clauses: Clauses, timex: Timex) -> int:
    """The word by which a date belongs to its clause: "two years after" looks forward."""
    forward = timex.expression.counted_from == "happening"
    return _word_at(clauses, timex.anchor.end - 1 if forward else timex.anchor.start)


def _word_at(clauses: Clauses, position: int) -> int:
    return max(0, bisect_right(clauses.starts, position) - 1)


def _find_in_sentence(article: _Article, scene: _Scene) -> list[EventMention]:
    kind = scene.passage.kind
    readings = find_readings(scene.clauses, article.index, scene.names, kind)
    found = [
        (scene.clauses.clause[reading.match.first], made)
        for reading in readings
        if (made := _make_mention(article, scene, reading)) is not None
    ]
    best: dict[int, EventMention] = {}
    for clause, mention in found:
        if clause not in best or mention.score > best[clause].score:
            best[clause] = mention
    top = max((mention.score for mention in best.values()), default=0.0)
    leader = next((mention.id for mention in best.values() if mention.score == top), "")
    return [
        mention if mention.id == leader else replace(mention, score=clip(mention.score + SECOND))
        for mention in best.values()
    ]


def _make_mention(article: _Article, scene: _Scene, reading: Reading) -> EventMention | None:
    match, clauses = reading.match, scene.clauses
    participants = find_participants(
        clauses, scene.spans, match, article.index,
        passive=reading.passive, asserted=reading.standing is Standing.ASSERTED,
    )  # fmt: skip
    timex, near = _find_date(scene, reading)
    if match.trigger.event_type is EventType.STATEMENT and not _is_news(
        scene, reading, participants, timex
    ):
        return None
    quote = _quote_around(scene, clauses.starts[match.first])
    if quote is not None and quote.kind in {QuoteKind.SCARE, QuoteKind.TITLE}:
        return None
    credited = _find_credit(scene, reading, article.index, quote)
    modality = find_modality(clauses, match, article.cues)
    hedge, hedged = find_hedge(clauses, match, article.cues)
    if modality is Modality.HAPPENED:
        modality = hedged or _told_modality(match.trigger.event_type, scene, reading, credited)
    event_type = _event_type(scene, reading, participants, article.index)
    evidence = _weigh(article, scene, reading, participants, timex, near, modality, quote)
    start, end = clauses.starts[match.first], clauses.ends[match.last]
    return EventMention(
        id=make_id("em", article.source.id, start, article.source.text[start:end]),
        anchor=make_anchor(article.source, scene.sentence.start, scene.sentence.end),
        sentence_id=scene.sentence.id,
        trigger=make_anchor(article.source, start, end),
        event_type=event_type,
        participants=participants,
        timex_id=timex.id if timex is not None else None,
        modality=modality,
        hedge=hedge,
        according_to=credited,
        score=score_evidence(evidence),
    )


def _event_type(
    scene: _Scene, reading: Reading, participants: Sequence[Participant], index: TriggerIndex
) -> EventType:
    """The trigger's type; what a named storm does is a disaster, whatever the verb."""
    kind = reading.match.trigger.event_type
    if kind not in {EventType.ATTACK, EventType.DEATH, EventType.OTHER}:
        return kind
    acting = {part.mention_id for part in participants if part.role is Role.ACTOR}
    names = (span.mention.name for span in scene.spans if span.mention.id in acting)
    opening = (index.match_at((name.split()[0].lower(),), 0) for name in names if name)
    stormy = any(m.trigger.event_type is EventType.DISASTER for found in opening for m in found)
    return EventType.DISASTER if stormy else kind


def _is_news(
    scene: _Scene, reading: Reading, participants: Sequence[Participant], timex: Timex | None
) -> bool:
    """Whether words said are an event: issued by anybody, or said by somebody with a name, dated."""
    if timex is None:
        return False
    named = {span.mention.id for span in scene.spans if span.mention.form is MentionForm.NAME}
    media = {span.mention.id for span in scene.spans if span.mention.kind is ActorKind.MEDIUM}
    speakers = {part.mention_id for part in participants if part.role is Role.SPEAKER} - media
    return bool(speakers & named) or (bool(speakers) and reading.match.trigger.strong)


def _quote_around(scene: _Scene, position: int) -> Quote | None:
    around = (q for q in scene.quotes if q.content.start <= position < q.content.end)
    return next((q for q in around if q.kind is not QuoteKind.INDIRECT), None)


def _find_date(scene: _Scene, reading: Reading) -> tuple[Timex | None, str]:
    """The date of an event word: its own clause's, else the sentence's opening one.

    Returns:
        The expression, and "near" or "far"; ``(None, "")`` where the sentence gives none.
    """
    clauses, match = scene.clauses, reading.match
    own = clauses.with_resumed(match.first) | clauses.with_resumed(match.last)
    usable = [
        (place, timex)
        for place, timex in scene.timexes
        if timex.expression.form in _DATING_FORMS and _may_date(clauses, place, timex, match.first)
    ]
    near = [
        (abs(place - match.first), place, timex)
        for place, timex in usable
        if clauses.clause[place] in own
    ]
    if near:
        return min(near, key=lambda one: one[:2])[2], "near"
    clause = clauses.clause[match.first]
    if clauses.openers[clause] in {"when", "as", "while"}:
        # "since Friday, when the bridge fell"; "on Friday as the bridge fell"
        before = [timex for place, timex in usable if clauses.clause[place] == clause - 1]
        if before:
            return before[-1], "near" if clauses.openers[clause] == "when" else "far"
    if scene.passage.kind is PassageKind.CAPTION and usable:
        return usable[-1][1], "near"
    if reading.standing is Standing.EMBEDDED:
        return None, ""
    if clauses.kinds[clause] is ClauseKind.CONTENT and match.trigger.event_type in _BY_WORD:
        said = [timex for place, timex in usable if clauses.clause[place] == clause - 1]
        if said:
            return said[-1], "far"
    opening = [(place, timex) for place, timex in usable if clauses.clause[place] == 0]
    if opening and (
        opening[0][0] <= 2 or clauses.kinds[clauses.clause[match.first]] is ClauseKind.MAIN
    ):  # noqa: PLR2004 ("On Friday")
        return opening[0][1], "far"
    return None, ""


def _may_date(clauses: Clauses, place: int, timex: Timex, event: int) -> bool:
    """Whether a date may be this event's: not "the 2020 election", "a debate set for May"."""
    planned = clauses.lower[max(0, place - 3) : place]
    if _PLANNED & set(planned) and not 0 < place - event <= _PLANNED_REACH:
        return False
    text = timex.anchor.exact
    if not (text.isdigit() and len(text) == 4):  # noqa: PLR2004 (a year)
        return True
    before = clauses.lower[place - 1] if place else ""
    if before in {
        "in",
        "since",
        "during",
        "until",
        "by",
        "from",
        "of",
        "before",
        "after",
        "late",
        "early",
    }:
        return True
    return 0 < event - place <= 4  # noqa: PLR2004 ("the 2020 presidential election")


def _find_credit(
    scene: _Scene, reading: Reading, index: TriggerIndex, quote: Quote | None
) -> MentionId | None:
    """The mention that a sentence credits with what it tells."""
    clauses = scene.clauses
    if quote is not None and quote.speaker_id is not None:
        return quote.speaker_id
    for span in scene.spans:
        before = clauses.lower[max(0, span.first - 4) : span.first]
        if "according" in before and "to" in before:
            return span.mention.id
    first = reading.match.first
    if clauses.kinds[clauses.clause[first]] is ClauseKind.CONTENT:
        verb = clauses.clause_start(first) - 1
        while verb > 0 and clauses.lower[verb] not in index.saying:
            verb -= 1
        return _named_subject(scene, verb, index)
    for verb in range(len(clauses.lower) - 1, max(reading.match.last, len(clauses.lower) - 8), -1):
        if clauses.lower[verb] in index.saying and "," in clauses.lower[verb - 6 : verb]:
            return _named_subject(scene, verb, index)
    return None


def _named_subject(scene: _Scene, verb: int, index: TriggerIndex) -> MentionId | None:
    subjects = find_subjects(scene.clauses, scene.spans, verb, index)
    return subjects[0].mention.id if subjects else None


def _told_modality(
    event_type: EventType, scene: _Scene, reading: Reading, credited: MentionId | None
) -> Modality:
    kind = scene.clauses.kinds[scene.clauses.clause[reading.match.first]]
    if event_type is EventType.STATEMENT or kind is ClauseKind.CONTENT or credited is not None:
        return Modality.SAID
    if event_type is EventType.ESTIMATE:
        return Modality.FORECAST
    return Modality.HAPPENED


def _weigh(
    article: _Article,
    scene: _Scene,
    reading: Reading,
    participants: Sequence[Participant],
    timex: Timex | None,
    near: str,
    modality: Modality,
    quote: Quote | None,
) -> Evidence:
    mentions = {span.mention.id: span.mention for span in scene.spans}
    taking = [mentions[p.mention_id] for p in participants if p.role is not Role.PLACE]
    states = sum(mention.kind is ActorKind.STATE for mention in taking)
    named = sum(
        mention.form is MentionForm.NAME and mention.kind is not ActorKind.STATE
        for mention in taking
    )
    rank = article.body_rank.get(scene.passage.index, 99)
    return Evidence(
        event_type=reading.match.trigger.event_type,
        strong=reading.match.trigger.strong,
        standing=reading.standing,
        clause=scene.clauses.kinds[scene.clauses.clause[reading.match.first]],
        modality=modality,
        passage=scene.passage.kind,
        named=named,
        states=states,
        has_place=any(p.role is Role.PLACE for p in participants),
        date=_date_worth(timex, near),
        lede=rank == 0 and scene.sentence.number <= 2,  # noqa: PLR2004 (who, what; then how)
        early=rank < _EARLY_PASSAGES,
        lacks_object=_lacks_object(reading, participants),
        echo=reading.match.trigger.event_type in article.headline_types,
        echo_name=any(
            word.lower() in article.headline_words
            for mention in taking
            for word in mention.name.split()
        ),
        quoted=quote is not None and quote.kind is not QuoteKind.BLOCK,
        perfect=reading.perfect,
        habitual=reading.habitual,
    )


def _date_worth(timex: Timex | None, near: str) -> str:
    if timex is None:
        return ""
    if near == "far":
        return "far"
    expression = timex.expression
    day = expression.weekday is not None or expression.unit in {"day", "weekend"}
    whole = expression.edtf.count("-") == 2  # noqa: PLR2004 (year-month-day)
    return "day" if day or whole else "date"


_NEED_OBJECT = frozenset(
    {EventType.ATTACK, EventType.ARREST, EventType.APPOINTMENT, EventType.INVITATION}
)


def _lacks_object(reading: Reading, participants: Sequence[Participant]) -> bool:
    """Whether a verb that is done to somebody stands without anybody: "shot back"."""
    match = reading.match
    if match.trigger.event_type not in _NEED_OBJECT or match.trigger.part != "verb":
        return False
    if reading.passive or match.first != match.last:
        return False
    return not any(part.role is Role.RECIPIENT for part in participants)
