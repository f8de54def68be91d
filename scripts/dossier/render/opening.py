"""Make a ``Book``: every index that pages need, in one pass over the dossier."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from dossier.anchors import sentences_of
from dossier.model import (
    ActorId,
    Anchor,
    Dossier,
    Event,
    EventId,
    Extraction,
    MentionId,
    Quotation,
    Quote,
    SentenceId,
    Source,
    SourceId,
    SourceTelling,
)
from dossier.render.book import Book
from dossier.render.chapters import divide_timeline
from dossier.render.copied import count_mentions, find_repeated
from dossier.render.course import plot_course
from dossier.render.names import index_locators, index_names
from dossier.render.pairs import find_pairs
from dossier.render.ties import find_ties
from dossier.settings import Settings
from dossier.vocabulary import MentionForm, QuoteKind, Telling

K = TypeVar("K")
V = TypeVar("V")

_SPOKEN = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.SCARE, QuoteKind.TITLE})
_TELLS_NOTHING = frozenset({Telling.SILENT, Telling.COULD_NOT_KNOW})
_UNTELLING = frozenset({MentionForm.PRONOUN, MentionForm.ADJECTIVE})


def open_book(dossier: Dossier, settings: Settings) -> Book:
    """Look up once what pages ask for again and again.

    Args:
        dossier: The finished dossier.
        settings: The project's settings.
    """
    extractions = dossier.extractions
    passages = {
        (source.id, index): fragment
        for source in dossier.sources.values()
        for index, fragment in _name_passages(source).items()
    }
    sentences = {s.id: s for each in extractions.values() for s in each.sentences}
    fragments = {
        s.id: f"{passages[s.source_id, s.passage]}-s{s.number}" for s in sentences.values()
    }
    events = dossier.events.values()
    ties = find_ties(dossier, {key for key, actor in dossier.actors.items() if not actor.voice})
    actor_of = {
        mention_id: actor.id
        for actor in dossier.actors.values()
        for mention_id in actor.mention_ids
    }
    tells = _grouped(
        (telling.source_id, (event, telling)) for event in events for telling in _tellings(event)
    )
    repeated = find_repeated(dossier)
    again = {quotation.id for held in repeated.values() for quotation in held}
    said_once = tuple(q for q in dossier.quotations if q.id not in again)
    said_about = _grouped(
        (who, q) for q in said_once for who in _named_in(q, extractions, actor_of)
    )
    return Book(
        dossier=dossier,
        settings=settings,
        fragments=fragments,
        passage_fragments=passages,
        mentions={m.id: m for each in extractions.values() for m in each.mentions},
        timexes={t.id: t for each in extractions.values() for t in each.timexes},
        reports={r.id: r for each in extractions.values() for r in each.event_mentions},
        sentences=sentences,
        mentioned_actor=actor_of,
        parts=_grouped(
            (part.actor_id, (event, part))
            for event in events
            for part in event.participants
            if part.actor_id is not None
        ),
        tells=tells,
        said_by=_grouped((who, q) for q in said_once for who in q.speaker_ids),
        said_at=_grouped(_find_said_at(dossier, said_once)),
        said_about=said_about,
        links_of=_grouped(
            (who, relation)
            for relation in dossier.relations
            for who in sorted({relation.subject_id, relation.object_id})
        ),
        links_at=_grouped((r.event_id, r) for r in dossier.relations if r.event_id),
        claims_on=_grouped((claim.subject_id, claim) for claim in dossier.claims),
        findings_on=_grouped((key, found) for found in dossier.findings for key in found.about),
        evidence={
            key: anchors
            for each in extractions.values()
            for key, anchors in _find_evidence(each).items()
        },
        spoken={
            key: tuple(sorted((q.content.start, q.content.end) for q in _spoken(each)))
            for key, each in extractions.items()
        },
        split=frozenset((s.source_id, s.passage) for s in sentences.values() if s.number > 1),
        quotations={quotation.id: quotation for quotation in dossier.quotations},
        said_once=said_once,
        repeated=repeated,
        times_named=count_mentions(dossier),
        opinions=frozenset(_find_opinions(dossier)),
        names={**index_locators(dossier, fragments, passages), **index_names(dossier)},
        ties=ties,
        ties_of=_grouped((who, tie) for tie in ties for who in tie.pair),
        outline=divide_timeline(events),
        course=plot_course(events),
        pairs=find_pairs(dossier, ties, tells, said_about),
    )


def _find_said_at(
    dossier: Dossier, quotations: Iterable[Quotation]
) -> Iterator[tuple[EventId, Quotation]]:
    """Quotations by the event they were said at, and by those their own sentence reports."""
    parts = dossier.extractions.values()
    sentence_of = {quote.id: quote.sentence_id for each in parts for quote in each.quotes}
    sentence_of |= {m.id: m.sentence_id for each in parts for m in each.event_mentions}
    told: dict[SentenceId, list[EventId]] = defaultdict(list)
    for event in dossier.events.values():
        for key in () if event.reviewed else event.mention_ids:
            told[sentence_of.get(key, "")].append(event.id)
    for quotation in quotations:
        events = {quotation.event_id} - {""}
        if (quotation.speaker_ids or quotation.speaker_label) and not quotation.origin:
            events.update(*(told.get(sentence_of.get(q, "?"), ()) for q in quotation.quote_ids))
        for event_id in sorted(events):
            yield event_id, quotation


def _find_opinions(dossier: Dossier) -> Iterator[SentenceId]:
    """Sentences in which a source judges or guesses in its own voice."""
    for framing in dossier.framings.values():
        for term in (*framing.labels, *framing.opinions):
            for anchor in term.anchors:
                for sentence in sentences_of(anchor, dossier.extractions[anchor.source_id]):
                    yield sentence.id


def _name_passages(source: Source) -> dict[int, str]:
    names: dict[int, str] = {}
    taken: set[str] = set()
    for passage in source.passages:
        name = f"l{passage.first_line}"
        # Two paragraphs of one line happen where a page of HTML has no line ends.
        names[passage.index] = name if name not in taken else f"{name}-p{passage.index}"
        taken.add(name)
    return names


def _find_evidence(extraction: Extraction) -> Mapping[SentenceId, tuple[Anchor, ...]]:
    found = [
        *((m.sentence_id, m.anchor) for m in extraction.mentions if m.form not in _UNTELLING),
        *((timex.sentence_id, timex.anchor) for timex in extraction.timexes),
        *((quote.sentence_id, quote.content) for quote in _spoken(extraction)),
    ]
    found.sort(key=lambda pair: (pair[1].start, pair[1].end))
    return {s.id: () for s in extraction.sentences} | _grouped(found)


def _spoken(extraction: Extraction) -> tuple[Quote, ...]:
    return tuple(quote for quote in extraction.quotes if quote.kind in _SPOKEN)


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _tellings(event: Event) -> list[SourceTelling]:
    """How sources tell of an event; those that merely rest on it assert it."""
    told = {telling.source_id: telling for telling in event.tellings}
    for anchor in event.anchors:
        told.setdefault(anchor.source_id, SourceTelling(anchor.source_id, Telling.ASSERTS))
    return [telling for telling in told.values() if telling.telling not in _TELLS_NOTHING]


def _named_in(
    quotation: Quotation,
    extractions: Mapping[SourceId, Extraction],
    actor_of: Mapping[MentionId, ActorId],
) -> tuple[ActorId, ...]:
    named: set[ActorId] = set()
    for anchor in quotation.anchors:
        mentions = extractions[anchor.source_id].mentions
        first = bisect_left(mentions, anchor.start, key=lambda mention: mention.anchor.start)
        last = bisect_left(mentions, anchor.end, key=lambda mention: mention.anchor.start)
        named |= {actor_of[m.id] for m in mentions[first:last] if m.id in actor_of}
    return tuple(sorted(named - set(quotation.speaker_ids)))
