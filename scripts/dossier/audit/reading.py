"""The dossier as the rules of the audit read it: sentence by sentence, with who stands where.

``open_reading`` looks everything up once, so that a rule asks and never searches. Most sentences
hold none of the words that a rule looks for: it asks for those ``holding`` one and tries its
pattern on no other.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar, cast

from dossier.anchors import make_anchor, sentences_of
from dossier.folding import compile_terms, fold_words, lower_in_place
from dossier.model import (
    Actor,
    Anchor,
    Dossier,
    Event,
    EventMention,
    Mention,
    MentionId,
    Passage,
    Place,
    Quotation,
    Quote,
    QuoteId,
    Sentence,
    SentenceId,
    Source,
    SourceId,
    Timex,
)
from dossier.settings import Lexicon, Settings
from dossier.vocabulary import PassageKind

_OPENING = frozenset("\"“‘'„«‹")
_TELLING = tuple(kind for kind in PassageKind if kind.tells)
_T = TypeVar("_T", Mention, Timex, Quote, EventMention)
_Made = TypeVar("_Made")
_Words = tuple[frozenset[str], Sequence[frozenset[str]]]
"""The words of a source, case folded and quoted ones included, and those of each sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A dossier with the indexes that rules need.

    Attributes:
        dossier: What was extracted, resolved and edited.
        settings: What the project decided.
        actors_of: The published actor behind a mention, by mention id.
        places_of: The place behind a mention, by mention id.
        mentions_in: Mentions by sentence, in text order.
        timexes_in: Date expressions by sentence, in text order.
        quotes_in: Quoted and reported words by the sentence they begin in, in text order.
        tellings_in: Event mentions by sentence, in text order.
        events_on: Published events by the sentences that report them.
        quotation_of: The published quotation that a quote is a piece of.
        quotations_in: Published quotations by source, in text order.
    """

    dossier: Dossier
    settings: Settings
    actors_of: Mapping[MentionId, Actor]
    places_of: Mapping[MentionId, Place]
    mentions_in: Mapping[SentenceId, tuple[Mention, ...]]
    timexes_in: Mapping[SentenceId, tuple[Timex, ...]]
    quotes_in: Mapping[SentenceId, tuple[Quote, ...]]
    tellings_in: Mapping[SentenceId, tuple[EventMention, ...]]
    events_on: Mapping[SentenceId, tuple[Event, ...]]
    quotation_of: Mapping[QuoteId, Quotation]
    quotations_in: Mapping[SourceId, tuple[Quotation, ...]]
    _made: dict[object, object] = field(default_factory=dict, repr=False)

    @property
    def lexicon(self) -> Lexicon:
        """The word lists."""
        return self.settings.lexicon

    def sources(self) -> tuple[Source, ...]:
        """Articles in order of publication; of a text and its copies only the first."""
        origins = self.dossier.origins
        return tuple(
            source
            for source in self.dossier.sources.values()
            if origins.get(source.id, source.id) == source.id
        )

    def sentences(
        self, source_id: SourceId, *kinds: PassageKind, holding: Set[str] | None = None
    ) -> Iterator[Sentence]:
        """Go through the sentences of a source, in text order.

        Args:
            source_id: The source.
            *kinds: Kinds of its passages; none for all that tell something.
            holding: Case-folded words of which a sentence, its quoted words included, has at
                least one; None for all sentences.
        """
        passages = self.dossier.sources[source_id].passages
        sentences: Iterable[Sentence] = self.dossier.extractions[source_id].sentences
        if holding is not None:
            sentences = self._holding(source_id, holding)
        wanted = kinds or _TELLING
        for sentence in sentences:
            if passages[sentence.passage].kind in wanted:
                yield sentence

    def _holding(self, source_id: SourceId, words: Set[str]) -> list[Sentence]:
        everywhere, held = self.once(_index_words)[source_id]
        words &= everywhere
        sentences = self.dossier.extractions[source_id].sentences
        return [
            sentence
            for sentence, here in zip(sentences if words else (), held, strict=False)
            if not here.isdisjoint(words)
        ]

    def once(self, make: Callable[["Reading"], _Made]) -> _Made:
        """What a function makes of the dossier; made when first asked for, then kept."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("_Made", self._made[make])

    def text(self, sentence: Sentence) -> str:
        """The words of a sentence."""
        return self.dossier.sources[sentence.source_id].text[sentence.start : sentence.end]

    def passage(self, sentence: Sentence) -> Passage:
        """The paragraph that a sentence stands in."""
        return self.dossier.sources[sentence.source_id].passages[sentence.passage]

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before another in its paragraph; None for the first."""
        held = self.dossier.extractions[sentence.source_id].sentences
        place = bisect_left(held, sentence.start, key=lambda one: one.start) - 1
        same = place >= 0 and held[place].passage == sentence.passage
        return held[place] if same else None

    def sentence_at(self, anchor: Anchor) -> Sentence | None:
        """The sentence in which words begin; None for words outside all sentences."""
        touched = sentences_of(anchor, self.dossier.extractions[anchor.source_id])
        return touched[0] if touched else None

    def anchor(self, sentence: Sentence, start: int, end: int) -> Anchor:
        """Anchor words by their place within a sentence, from 0."""
        source = self.dossier.sources[sentence.source_id]
        return make_anchor(source, sentence.start + start, sentence.start + end)

    def narration(self, sentence: Sentence) -> str:
        """The sentence with every quoted word replaced by spaces, so that places still hold."""
        source = self.dossier.sources[sentence.source_id]
        text = self.text(sentence)
        for quote in self.quotes_in.get(sentence.id, ()):
            if source.text[quote.content.start - 1 : quote.content.start] in _OPENING:
                first = quote.content.start - sentence.start
                last = min(quote.content.end - sentence.start, len(text))
                text = text[:first] + " " * (last - first) + text[last:]
        return text

    def cues(
        self, source_id: SourceId, list_name: str, *kinds: PassageKind
    ) -> Iterator[tuple[Sentence, str, Anchor]]:
        """Find the terms of a word list in an outlet's own words.

        Args:
            source_id: The source.
            list_name: The list.
            *kinds: Kinds of passages to look in; none for all that tell something.

        Yields:
            The sentence, the term as the list has it, and its place; longest first, none within
            another.
        """
        _, words = _cue_pattern(self.lexicon, list_name)
        for sentence in self.sentences(source_id, *kinds, holding=words):
            for term, place in self.cues_in(sentence, list_name):
                yield sentence, term, place

    def cues_in(self, sentence: Sentence, list_name: str) -> Iterator[tuple[str, Anchor]]:
        """Find the terms of a word list in the outlet's own words of one sentence."""
        pattern, _ = _cue_pattern(self.lexicon, list_name)
        for match in pattern.finditer(lower_in_place(self.narration(sentence))):
            yield match.group(), self.anchor(sentence, *match.span())

    def terms_in(self, words: Anchor, list_name: str) -> Iterator[Anchor]:
        """Find the terms of a word list within some words, longest first, none in another."""
        source = self.dossier.sources[words.source_id]
        pattern, _ = _cue_pattern(self.lexicon, list_name)
        for match in pattern.finditer(lower_in_place(words.exact)):
            yield make_anchor(source, words.start + match.start(), words.start + match.end())

    def sentences_of(self, anchor: Anchor) -> tuple[Sentence, ...]:
        """The sentences that words touch, in text order."""
        return sentences_of(anchor, self.dossier.extractions[anchor.source_id])

    def anchor_at(self, source_id: SourceId, start: int, end: int) -> Anchor:
        """Anchor words by their place in a source."""
        return make_anchor(self.dossier.sources[source_id], start, end)

    def title_of(self, mention: Mention) -> Anchor | None:
        """Where the title of a name stands, before the name or after it; None if it has none."""
        source = self.dossier.sources[mention.anchor.source_id]
        sentence = self.sentence_at(mention.anchor)
        if not mention.title or sentence is None:
            return None
        start = source.text.rfind(mention.title, sentence.start, mention.anchor.start)
        if start < 0:
            start = source.text.find(mention.title, mention.anchor.end, sentence.end)
        return make_anchor(source, start, start + len(mention.title)) if start >= 0 else None

    def about(self, *anchors: Anchor) -> tuple[str, ...]:
        """Ids of the actors named in some words, and of the events their sentences report."""
        ids: set[str] = set()
        for anchor in anchors:
            sentence = self.sentence_at(anchor)
            if sentence is None:
                continue
            ids.update(event.id for event in self.events_on.get(sentence.id, ()))
            ids.update(
                self.actors_of[mention.id].id
                for mention in self.mentions_in.get(sentence.id, ())
                if mention.id in self.actors_of
                and mention.anchor.start < anchor.end
                and anchor.start < mention.anchor.end
            )
        return tuple(sorted(ids))


def open_reading(dossier: Dossier, settings: Settings) -> Reading:
    """Look up once what rules ask for."""
    extractions = dossier.extractions.values()
    events_on: dict[SentenceId, list[Event]] = {}
    for event in dossier.events.values():
        for anchor in event.anchors:
            for sentence in sentences_of(anchor, dossier.extractions[anchor.source_id]):
                held = events_on.setdefault(sentence.id, [])
                if event not in held:
                    held.append(event)
    quotations_in: dict[SourceId, list[Quotation]] = {}
    for quotation in dossier.quotations:
        quotations_in.setdefault(quotation.anchors[0].source_id, []).append(quotation)
    return Reading(
        dossier=dossier,
        settings=settings,
        actors_of={key: actor for actor in dossier.actors.values() for key in actor.mention_ids},
        places_of={key: place for place in dossier.places.values() for key in place.mention_ids},
        mentions_in=_by_sentence(one for part in extractions for one in part.mentions),
        timexes_in=_by_sentence(one for part in extractions for one in part.timexes),
        quotes_in=_by_sentence(one for part in extractions for one in part.quotes),
        tellings_in=_by_sentence(one for part in extractions for one in part.event_mentions),
        events_on={key: tuple(held) for key, held in events_on.items()},
        quotation_of={key: one for one in dossier.quotations for key in one.quote_ids},
        quotations_in={key: tuple(held) for key, held in quotations_in.items()},
    )


def _by_sentence(records: Iterable[_T]) -> Mapping[SentenceId, tuple[_T, ...]]:
    held: dict[SentenceId, list[_T]] = {}
    for record in records:
        held.setdefault(record.sentence_id, []).append(record)
    return {key: tuple(found) for key, found in held.items()}


def _index_words(reading: Reading) -> Mapping[SourceId, _Words]:
    index = {}
    for key, extraction in reading.dossier.extractions.items():
        held = [frozenset(fold_words(reading.text(one))) for one in extraction.sentences]
        index[key] = frozenset().union(*held), held
    return index


def key_words(terms: Iterable[str]) -> frozenset[str]:
    """Of each term its longest word, case folded: it stands wherever the term does."""
    return frozenset(max(fold_words(term), key=len) for term in terms)


@cache
def _cue_pattern(lexicon: Lexicon, list_name: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """What meets the terms of a list, and the words one of which stands in whatever it meets."""
    terms = lexicon.terms(list_name)
    return compile_terms(map(lower_in_place, terms)), key_words(terms)
