"""Find the sentences that report events.

A candidate is an event word, who took part, when, where, and what the sentence does with it.
Nothing is decided here: every candidate is kept with a score, and ``resolve`` puts those that
tell of one happening together.

The steps, each in a module of its own: ``clauses`` cuts the sentence; ``words`` finds
event words and how they stand (``verbs``, ``nouns``); ``spans``,
``subjects`` and ``roles`` find who takes part, ``dates`` when;
``modality`` and ``credit`` say what is made of it, ``evidence`` and
``score`` how much it weighs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from dossier.anchors import make_anchor
from dossier.deeds import Deed, make_deeds
from dossier.extract.events.clauses import ClauseKind
from dossier.extract.events.credit import find_credit, is_news, may_be_news, modality_told
from dossier.extract.events.dates import Nearness, find_date, is_struck
from dossier.extract.events.deeds import find_deeds
from dossier.extract.events.evidence import Told, gather_evidence
from dossier.extract.events.framing import find_frame
from dossier.extract.events.modality import (
    find_hedge,
    find_modality,
    find_modality_told,
    is_awaited,
    is_only_awaited,
    make_cues,
)
from dossier.extract.events.readings import Reading, Standing, is_told_after
from dossier.extract.events.roles import find_bodies_of, find_participants
from dossier.extract.events.scene import (
    MAX_SENTENCE,
    Article,
    Scene,
    is_storm,
    make_scene,
    read_article,
)
from dossier.extract.events.score import SECOND, TAKEN_BACK, clip, score_evidence
from dossier.extract.events.spans import Span
from dossier.extract.events.tokens import split_words
from dossier.extract.events.words import find_readings
from dossier.ids import make_id
from dossier.model import EventMention, Mention, Participant, Quote, Sentence, Source, Timex
from dossier.settings import Lexicon
from dossier.triggers import make_trigger_index
from dossier.vocabulary import ActorKind, EventType, Modality, QuoteKind, Role, TimexForm

T = TypeVar("T", Mention, Timex, Quote)

_NOT_TOLD = frozenset({QuoteKind.SCARE, QuoteKind.TITLE})
"""Words held at a distance, and names of works, report nothing."""
_TOLD = frozenset({Modality.HAPPENED, Modality.SAID, Modality.REPORTED})
_WORTH_TELLING = 0.35
_WHAT_STORMS_DO = frozenset({EventType.ATTACK, EventType.DEATH, EventType.OTHER})


def find_event_mentions(  # noqa: PLR0917 - one argument for each thing found before
    source: Source,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    quotes: Sequence[Quote],
    lexicon: Lexicon,
) -> tuple[EventMention, ...]:
    """Find the event candidates of an article.

    Furniture, headings and bylines are not searched. A verb of saying alone is a candidate only
    where somebody with a name speaks on a stated day, or something is issued.

    Args:
        source: The article.
        sentences: Its sentences.
        mentions: Its mentions.
        timexes: Its date expressions.
        quotes: Its quotations.
        lexicon: Word lists; used are ``triggers``, ``deeds``, ``irregular_verbs``,
            ``reporting_verbs``, ``support_verbs``, ``modality`` and ``hedges``.

    Returns:
        Candidates in text order with their scores; at most one a clause.

    Raises:
        SettingsError: A word list has a line that cannot be understood.
    """
    index, deeds = make_trigger_index(lexicon), make_deeds(lexicon)
    article = read_article(source, sentences, mentions, index, make_cues(lexicon))
    names, days, said = _by_sentence(mentions), _by_sentence(timexes), _by_sentence(quotes)
    found: list[EventMention] = []
    for sentence in sentences:
        tells = source.passages[sentence.passage].kind.tells
        if not tells or sentence.end - sentence.start > MAX_SENTENCE:
            continue
        words = split_words(source.text[sentence.start : sentence.end], sentence.start)
        dated = sentence.id in days and not deeds.keys().isdisjoint(words.lower)
        if not (dated or article.index_for(sentence).meets(words.lower)):
            continue
        scene = make_scene(
            article,
            sentence,
            words,
            names.get(sentence.id, ()),
            days.get(sentence.id, ()),
            said.get(sentence.id, ()),
        )
        found += _find_in_sentence(article, scene, deeds if dated else {})
    return tuple(sorted(found, key=lambda mention: (mention.trigger.start, mention.id)))


def _by_sentence(found: Iterable[T]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for one in found:
        groups.setdefault(one.sentence_id, []).append(one)
    return groups


def _find_in_sentence(
    article: Article, scene: Scene, deeds: Mapping[str, Deed]
) -> list[EventMention]:
    """The best candidate of each clause; all but the sentence's best weigh less."""
    best: dict[int, EventMention] = {}
    index = article.index_for(scene.sentence)
    readings = find_readings(scene.clauses, index, scene.taken, scene.passage.kind)
    for reading in chain(readings, find_deeds(scene, deeds, index) if deeds else ()):
        mention = _make_mention(article, scene, reading)
        clause = scene.clauses.clause[reading.match.first]
        if mention is not None and (clause not in best or mention.score > best[clause].score):
            best[clause] = mention
    leader = max(best.values(), key=lambda mention: mention.score, default=None)
    told = [one for clause, one in best.items() if _is_told(scene, clause, one)]
    if leader is not None and leader.event_type is EventType.STATEMENT and told:
        leader = max(told, key=lambda mention: mention.score)
    return [
        mention if mention is leader else replace(mention, score=clip(mention.score + SECOND))
        for mention in best.values()
    ]


def _is_told(scene: Scene, clause: int, mention: EventMention) -> bool:
    """Whether it is what somebody says that happened, which is then the news, not the saying."""
    told = scene.clauses.kinds[clause] is ClauseKind.CONTENT and mention.score >= _WORTH_TELLING
    return told and mention.event_type is not EventType.STATEMENT and mention.modality in _TOLD


def _make_mention(article: Article, scene: Scene, reading: Reading) -> EventMention | None:
    match, clauses = reading.match, scene.clauses
    start, end = clauses.starts[match.first], clauses.ends[match.last]
    quote = scene.quote_at(start)
    if quote is not None and quote.kind in _NOT_TOLD:
        return None
    if clauses.lower[max(0, match.first - 2) : match.first] == ("and", "i"):
        return None  # "Ada and I won": who won besides her, the words do not name
    timex, nearness = find_date(scene, reading, article.index)
    says = match.trigger.event_type is EventType.STATEMENT
    if says and not may_be_news(scene, reading, timex):
        return None
    spans = _spans_in(scene, quote)
    participants = find_participants(clauses, spans, reading, article.index)
    if not says:
        participants += find_bodies_of(participants, scene.mentions)
    if timex is not None and is_struck(clauses, match, article.index):
        reading = reading._replace(standing=Standing.ASSERTED)  # its own clause tells it
    kind = _event_type(article, scene, reading, participants)
    if says and not is_news(scene, reading, participants):
        return None
    if kind is EventType.ESTIMATE and is_only_awaited(clauses, match):
        return None
    credited = find_credit(scene, reading, article.index, quote)
    modality = find_modality(clauses, match, article.cues)
    if modality is Modality.HAPPENED and reading.told_by is not None:
        modality = find_modality_told(clauses, match, reading.told_by, article.cues)
    told = is_awaited(clauses, match) or is_told_after(clauses, match)
    if nearness is Nearness.OWN and told:
        reading = reading._replace(standing=Standing.ASSERTED)  # its day makes it news
    hedge, hedged = find_hedge(clauses, match, article.cues)
    if modality is Modality.HAPPENED and _is_timetable(reading, timex, nearness):
        modality = Modality.ANNOUNCED
    framed = find_frame(clauses, match, article.cues) if modality is Modality.HAPPENED else None
    if framed is not None:
        hedge, hedged = hedge or framed.words, framed.modality
    if modality is Modality.HAPPENED:
        modality = hedged or modality_told(kind, scene, reading, credited)
    taken_back = framed is not None and not framed.words
    supposed = clauses.lower[max(0, match.first - 2) : match.first]
    taken_back |= modality is Modality.HYPOTHETICAL and "have" in supposed  # "would have left"
    telling = Told(participants, timex, nearness, modality, quote)
    return EventMention(
        id=make_id("em", article.source.id, start, article.source.text[start:end]),
        anchor=make_anchor(article.source, scene.sentence.start, scene.sentence.end),
        sentence_id=scene.sentence.id,
        trigger=make_anchor(article.source, start, end),
        event_type=kind,
        participants=participants,
        timex_id=timex.id if timex is not None else None,
        modality=modality,
        hedge=hedge,
        according_to=credited,
        score=min(
            score_evidence(gather_evidence(article, scene, reading, telling)),
            TAKEN_BACK if taken_back else 1.0,
        ),
    )


def _is_timetable(reading: Reading, timex: Timex | None, nearness: Nearness) -> bool:
    """Whether the present tense with a day of the week tells a plan: "votes on Friday"."""
    if timex is None or nearness is not Nearness.OWN:
        return False
    return reading.habitual and timex.expression.form is TimexForm.WEEKDAY


def _spans_in(scene: Scene, quote: Quote | None) -> tuple[Span, ...]:
    """Who may take part: in whole quoted sentences only who is named between the marks."""
    if quote is None or quote.kind is not QuoteKind.DIRECT:
        return scene.spans
    return tuple(
        span
        for span in scene.spans
        if quote.content.start <= span.mention.anchor.start < quote.content.end
    )


def _event_type(
    article: Article, scene: Scene, reading: Reading, participants: Sequence[Participant]
) -> EventType:
    """The trigger's type; what a named storm does is a disaster, whatever the verb."""
    kind, index = reading.match.trigger.event_type, article.index
    if kind not in _WHAT_STORMS_DO | {EventType.DISASTER}:
        return kind
    acting = [scene.mention(part.mention_id) for part in participants if part.role is Role.ACTOR]
    if reading.match.trigger.term == "collapse" and any(
        one.kind is ActorKind.PERSON for one in acting
    ):
        return EventType.HEALTH
    stormy = any(one.name in article.storms or is_storm(one.name, index) for one in acting)
    stormy = stormy or (not acting and is_storm(_word_before(scene, reading), index))
    return EventType.DISASTER if stormy else kind


def _word_before(scene: Scene, reading: Reading) -> str:
    """The kind of thing that the name before a verb begins with: "Hurricane Olga hit"."""
    if reading.passive:
        return ""
    place = reading.match.first
    words = scene.clauses.text[max(scene.clauses.clause_start(place), place - 3) : place]
    named = [at for at, word in enumerate(words) if word[:1].isupper()]
    return words[named[0]] if named else ""
