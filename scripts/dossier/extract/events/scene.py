"""What reading events needs to know about an article and about one of its sentences."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.extract.events.clauses import Clauses, split_clauses
from dossier.extract.events.grammar import BE
from dossier.extract.events.modality import Cues
from dossier.extract.events.spans import Span, find_spans
from dossier.extract.events.tokens import Tokens, split_words
from dossier.extract.events.words import find_readings
from dossier.headlines import find_retold_verbs
from dossier.inflection import REGULAR, Form, bend_verb
from dossier.model import Mention, MentionId, Passage, Quote, Sentence, Source, Timex
from dossier.records import record
from dossier.triggers import Trigger, TriggerIndex, index_entries
from dossier.vocabulary import EventType, MentionForm, PassageKind, QuoteKind

MAX_SENTENCE = 3000
"""Code points; a longer "sentence" is a table or a list, and reports nothing."""
_SHORT = 50
"""Code points; a shorter opening sentence is a label, not the lede."""
_LEDE_SENTENCES = 2
_CONTENT_WORD = 3
"""Letters; shorter words of a headline ("of", "in") say nothing."""


@dataclass(frozen=True, slots=True)
class Article:
    """What all sentences of an article share.

    Attributes:
        source: The article.
        index: Event words.
        news: The same with the verbs by which headline and first lines tell the news, for these.
        storms: Names of storms without the word that says so: "Olga".
        cues: Words that make something announced, denied or hearsay.
        headline_types: Types of event that its headlines name.
        headline_words: Words of its headlines, lower case.
        ranks: Place of each body paragraph from the lede on, by passage index.
    """

    source: Source
    index: TriggerIndex
    news: TriggerIndex
    storms: frozenset[str]
    cues: Cues
    headline_types: frozenset[EventType]
    headline_words: frozenset[str]
    ranks: Mapping[int, int]

    def is_lede(self, sentence: Sentence) -> bool:
        """Whether a sentence is one of the first of the story: who and what; then how."""
        return self.ranks.get(sentence.passage) == 0 and sentence.number <= _LEDE_SENTENCES

    def index_for(self, sentence: Sentence) -> TriggerIndex:
        """The event words to look for in a sentence."""
        headline = self.source.passages[sentence.passage].kind is PassageKind.TITLE
        return self.news if headline or self.is_lede(sentence) else self.index


@record
class Scene:
    """A sentence with everything found in it.

    Attributes:
        sentence: The sentence.
        passage: Its paragraph.
        clauses: Its words in clauses.
        spans: Its mentions as runs of words.
        dates: Its date expressions, each with the word by which it belongs to a clause.
        taken: Indices of words that belong to names, titles or dates.
        quotes: Quotations that begin in it.
        mentions: Its mentions, also those inside titles and other mentions.
    """

    sentence: Sentence
    passage: Passage
    clauses: Clauses
    spans: tuple[Span, ...]
    dates: tuple[tuple[int, Timex], ...]
    taken: frozenset[int]
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]

    def mention(self, mention_id: MentionId) -> Mention:
        """One of its mentions."""
        return next(span.mention for span in self.spans if span.mention.id == mention_id)

    def quote_at(self, position: int) -> Quote | None:
        """The quotation whose marks stand around a position; None if there is none."""
        around = (q for q in self.quotes if q.content.start <= position < q.content.end)
        return next((quote for quote in around if quote.kind is not QuoteKind.INDIRECT), None)


def is_storm(name: str, index: TriggerIndex) -> bool:
    """Whether the first words of a name say that it is a storm's: "Hurricane Olga"."""
    words = tuple(name.lower().split()[:2])
    found = index.match_at(words, 0) if words else ()
    return any(match.trigger.event_type is EventType.DISASTER for match in found)


def read_article(
    source: Source,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    index: TriggerIndex,
    cues: Cues,
) -> Article:
    """Find what an article's headlines name, and where its story begins."""
    headlines = [source.title.value] + [
        source.text[passage.start : passage.end]
        for passage in source.passages
        if passage.kind is PassageKind.TITLE
    ]
    ranks = _rank_body(source, sentences)
    news = _add_news(source, sentences, ranks, headlines, index)
    types: set[EventType] = set()
    words: set[str] = set()
    for headline in dict.fromkeys(headlines):
        clauses = split_clauses(split_words(headline[:MAX_SENTENCE], 0), news)
        words.update(word for word in clauses.lower if len(word) >= _CONTENT_WORD)
        readings = find_readings(clauses, news, frozenset(), PassageKind.TITLE)
        types.update(reading.match.trigger.event_type for reading in readings)
    storms = frozenset(
        one.name.split()[-1] for one in mentions if " " in one.name and is_storm(one.name, index)
    )
    return Article(source, index, news, storms, cues, frozenset(types), frozenset(words), ranks)


def _add_news(
    source: Source,
    sentences: Sequence[Sentence],
    ranks: Mapping[int, int],
    headlines: Sequence[str],
    index: TriggerIndex,
) -> TriggerIndex:
    """Add the verbs that the headline and the first lines share, where no list has them."""
    verbs = {
        past: base
        for headline in dict.fromkeys(headlines)
        for past, base in find_retold_verbs(headline, index.verbs).items()
    }
    if not verbs:
        return index
    lede = {
        word
        for sentence in sentences
        if ranks.get(sentence.passage) == 0
        and sentence.number <= _LEDE_SENTENCES
        and sentence.end - sentence.start <= MAX_SENTENCE
        for word in _not_passive(split_words(source.text[sentence.start : sentence.end], 0).lower)
    }
    added = sorted(past for past in verbs if past in lede - index.saying)
    if not added:
        return index
    entries = dict(index.by_first)
    for past in added:
        trigger = Trigger(verbs[past], EventType.OTHER, "verb", strong=False)
        bent = bend_verb(trigger.term, index.verbs.get(trigger.term, REGULAR))
        same = bent[Form.PAST] == bent[Form.PARTICIPLE]
        forms = {
            past: Form.PAST_OR_PARTICIPLE if same else Form.PAST,
            bent[Form.THIRD]: Form.THIRD,
        }
        for word, form in forms.items():
            listed = entries.get(word)
            if listed is None or not listed.alone:
                others = listed.listed if listed else ()
                entries[word] = index_entries((*others, ((), trigger, form)))
    return replace(index, by_first=entries, pasts=index.pasts | set(added))


def _not_passive(words: Sequence[str]) -> Iterator[str]:
    """Words without a form of "be" right before them: a headline's verb is an active one."""
    for place, word in enumerate(words):
        if not BE & set(words[max(0, place - 2) : place]):
            yield word


def _rank_body(source: Source, sentences: Sequence[Sentence]) -> Mapping[int, int]:
    body = [passage.index for passage in source.passages if passage.kind is PassageKind.BODY]
    inside = set(body)
    told = (s.passage for s in sentences if s.passage in inside and s.end - s.start > _SHORT)
    first = next(told, -1)
    return {index: rank for rank, index in enumerate(index for index in body if index >= first)}


def make_scene(  # noqa: PLR0917 - one argument for each thing found before
    article: Article,
    sentence: Sentence,
    words: Tokens,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    quotes: Sequence[Quote],
) -> Scene:
    """Put a sentence and what was found in it together.

    Args:
        article: Its article.
        sentence: The sentence.
        words: Its words.
        mentions: Its mentions in text order.
        timexes: Its date expressions in text order.
        quotes: Quotations that begin in it.
    """
    index = article.index_for(sentence)
    clauses = split_clauses(words, index)
    dated = frozenset(
        place
        for timex in timexes
        for place in range(
            _word_at(clauses, timex.anchor.start), _word_at(clauses, timex.anchor.end - 1) + 1
        )
    )
    spans = find_spans(clauses, mentions, dated, index)
    named = frozenset(
        place
        for span in spans
        if span.mention.form is MentionForm.NAME
        for place in range(span.start, span.last + 1)
    )
    return Scene(
        sentence,
        article.source.passages[sentence.passage],
        clauses,
        spans,
        tuple((_date_word(clauses, timex), timex) for timex in timexes),
        dated | named,
        tuple(quotes),
        tuple(mentions),
    )


def _date_word(clauses: Clauses, timex: Timex) -> int:
    """The word by which a date belongs to its clause: "two years after" looks forward."""
    forward = timex.expression.counted_from == "happening"
    return _word_at(clauses, timex.anchor.end - 1 if forward else timex.anchor.start)


def _word_at(clauses: Clauses, position: int) -> int:
    return max(0, bisect_right(clauses.starts, position) - 1)
