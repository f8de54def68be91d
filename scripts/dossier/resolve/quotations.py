"""From quoted pieces to quotations: who speaks, through whom, on what occasion.

A speaker is the actor that the speaking mention was taken to be. Where the text only says "he",
the name the pronoun was read as is kept beside it, so that a reader can check the reading; where
no actor fits, the words of the text stand as they are.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import (
    Actor,
    ActorId,
    Anchor,
    Event,
    EventId,
    Extraction,
    Mention,
    MentionId,
    Quotation,
    Quote,
    QuoteId,
    SentenceId,
    Source,
)
from dossier.resolve.identity.refs import order_sources
from dossier.resolve.speaker_labels import say_speaker
from dossier.vocabulary import EventType, MentionForm


@dataclass(frozen=True, slots=True)
class _Article:
    """One source's candidates, by what looks them up.

    Attributes:
        source: The source.
        mentions: By id, in text order.
        passages: Index of its passage by sentence id.
    """

    source: Source
    mentions: Mapping[MentionId, Mention]
    passages: Mapping[SentenceId, int]


@dataclass(frozen=True, slots=True)
class _Cast:
    """All actors.

    Attributes:
        by_mention: By the mentions taken to be them.
        by_id: By their own id.
        names: Where each is named in each source, in text order.
    """

    by_mention: Mapping[MentionId, Actor]
    by_id: Mapping[ActorId, Actor]
    names: Mapping[tuple[str, ActorId], Sequence[Anchor]]


OCCASIONS = frozenset({EventType.MEETING, EventType.VISIT, EventType.STATEMENT, EventType.TRIAL})
"""What people speak at. Of a death or a vote somebody may speak days later."""


@dataclass(frozen=True, slots=True)
class _Occasions:
    """Events by where they are reported, each list in order of preference.

    Attributes:
        by_sentence: With the word that names them.
        by_passage: By source and index of the passage.
    """

    by_sentence: Mapping[SentenceId, Sequence[tuple[Event, Anchor]]]
    by_passage: Mapping[tuple[str, int], Sequence[Event]]


def resolve_quotations(
    sources: Iterable[Source],
    extractions: Iterable[Extraction],
    actors: Iterable[Actor],
    events: Iterable[Event],
) -> tuple[Quotation, ...]:
    """Join quoted pieces, and say who speaks.

    Args:
        sources: All articles, in any order.
        extractions: Their candidates, in any order.
        actors: All actors; a mention belongs to one at most.
        events: The events a quotation may belong to.

    Returns:
        Every quotation of every kind, in order of publication, then of text. Pieces that
        continue each other are one quotation, with the id of the first.
    """
    ordered = order_sources(sources)
    parts = {extraction.source_id: extraction for extraction in extractions}
    articles = {
        source.id: _read(source, parts[source.id]) for source in ordered if source.id in parts
    }
    cast = _assemble_cast(articles, tuple(actors))
    occasions = _find_occasions(articles, parts, events)
    return tuple(
        _quotation(articles[source_id], pieces, cast, occasions)
        for source_id in articles
        for pieces in _join(parts[source_id].quotes)
    )


def _read(source: Source, extraction: Extraction) -> _Article:
    return _Article(
        source=source,
        mentions={mention.id: mention for mention in extraction.mentions},
        passages={sentence.id: sentence.passage for sentence in extraction.sentences},
    )


def _assemble_cast(articles: Mapping[str, _Article], actors: tuple[Actor, ...]) -> _Cast:
    by_mention = {mention_id: actor for actor in actors for mention_id in actor.mention_ids}
    names: dict[tuple[str, ActorId], list[Anchor]] = defaultdict(list)
    for source_id, article in articles.items():
        for mention in article.mentions.values():
            if mention.form is MentionForm.NAME and mention.id in by_mention:
                names[source_id, by_mention[mention.id].id].append(mention.anchor)
    for anchors in names.values():
        anchors.sort(key=lambda anchor: anchor.end)
    return _Cast(by_mention, {actor.id: actor for actor in actors}, names)


def _find_occasions(
    articles: Mapping[str, _Article], parts: Mapping[str, Extraction], events: Iterable[Event]
) -> _Occasions:
    by_sentence: dict[SentenceId, list[tuple[Event, Anchor]]] = defaultdict(list)
    by_passage: dict[tuple[str, int], list[Event]] = defaultdict(list)
    reports = {
        report.id: (source_id, report)
        for source_id, extraction in parts.items()
        for report in extraction.event_mentions
    }
    for event in sorted(events, key=lambda event: (-event.score, event.id)):
        if event.event_type not in OCCASIONS:
            continue
        told = [reports[one] for one in event.mention_ids if one in reports]
        for source_id, report in sorted(told, key=lambda one: (one[0], one[1].sentence_id)):
            by_sentence[report.sentence_id].append((event, report.trigger))
            if source_id in articles:
                passage = articles[source_id].passages[report.sentence_id]
                by_passage[source_id, passage].append(event)
    return _Occasions(by_sentence, by_passage)


def _join(quotes: Sequence[Quote]) -> list[tuple[Quote, ...]]:
    """Quotations as their pieces, in order of the first."""
    pieces: dict[QuoteId, list[Quote]] = {}
    first_of: dict[QuoteId, QuoteId] = {}
    for quote in quotes:
        first = first_of.get(quote.continues, quote.id)
        first_of[quote.id] = first
        pieces.setdefault(first, []).append(quote)
    return [tuple(found) for found in pieces.values()]


def _quotation(
    article: _Article, pieces: tuple[Quote, ...], cast: _Cast, occasions: _Occasions
) -> Quotation:
    first = pieces[0]
    spoken = next((piece for piece in pieces if piece.speaker_words), first)
    speakers = _speakers(article, spoken, cast)
    label = "" if speakers else say_speaker(article.source.text, spoken)
    carrier = next((piece.carrier_words for piece in pieces if piece.carrier_words), None)
    names = [cast.by_id[speaker].name for speaker in speakers] or ([label] if label else [])
    passed_on = [carrier.exact] if carrier else []
    return Quotation(
        id=first.id,
        quote_ids=tuple(piece.id for piece in pieces),
        anchors=tuple(piece.content for piece in pieces),
        kind=first.kind,
        speaker_ids=speakers,
        speaker_label=label,
        chain=(*names, *passed_on, article.source.label) if names else (),
        event_id=_occasion(article, pieces, speakers, occasions),
        antecedent=_antecedent(article, spoken, cast),
        elided=any(piece.elided for piece in pieces),
    )


def _speakers(article: _Article, quote: Quote, cast: _Cast) -> tuple[ActorId, ...]:
    """Actors that speak: the speaking mention's, and that of a name joined to it by "and"."""
    mention = article.mentions.get(quote.speaker_id or "")
    words = quote.speaker_words
    if mention is None or words is None:
        return ()
    speaking = [mention]
    joined = article.source.text[mention.anchor.end : words.end]
    if words.start == mention.anchor.start and (" and " in joined or " & " in joined):
        speaking += [
            other
            for other in article.mentions.values()
            if other.anchor.end == words.end and other.anchor.start > mention.anchor.end
        ]
    found = {cast.by_mention[one.id].id for one in speaking if one.id in cast.by_mention}
    return tuple(sorted(found))


def _antecedent(article: _Article, quote: Quote, cast: _Cast) -> Anchor | None:
    """For a pronoun, the nearest name before it that was taken to be the same actor."""
    pronoun = article.mentions.get(quote.speaker_id or "")
    if pronoun is None or pronoun.form is not MentionForm.PRONOUN:
        return None
    actor = cast.by_mention.get(pronoun.id)
    named = cast.names.get((article.source.id, actor.id), ()) if actor else ()
    before = bisect_right(named, pronoun.anchor.start, key=lambda anchor: anchor.end)
    return named[before - 1] if before else None


def _occasion(
    article: _Article,
    pieces: tuple[Quote, ...],
    speakers: tuple[ActorId, ...],
    occasions: _Occasions,
) -> EventId:
    """What the speaker takes part in, told in the same sentence or else the same paragraph.

    What the words themselves tell is not where they were said: "I met Maas", Novak says.
    """
    for piece in pieces:
        for event, trigger in occasions.by_sentence.get(piece.sentence_id, ()):
            is_inside = piece.content.start <= trigger.start < piece.content.end
            if not is_inside and _takes_part(event, speakers):
                return event.id
    for piece in pieces:
        passage = article.passages[piece.sentence_id]
        for event in occasions.by_passage.get((article.source.id, passage), ()):
            inside = occasions.by_sentence.get(piece.sentence_id, ())
            if _takes_part(event, speakers) and event not in [told for told, _ in inside]:
                return event.id
    return ""


def _takes_part(event: Event, speakers: tuple[ActorId, ...]) -> bool:
    return any(participant.actor_id in speakers for participant in event.participants)
