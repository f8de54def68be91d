"""From whom each source takes its matter: the middle of the chain file, carried source, speaker.

An analyst's list of carried sources is taken as it is. Where nobody has gone through a source,
the program lists the outlets that its sentences credit ("the agency reported", "told the paper"),
and an agency that its byline or the bracket before its first sentence names for the whole of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from dossier.anchors import make_anchor, sentence_of, sentences_of
from dossier.independence import name_origin, weigh
from dossier.model import (
    Actor,
    Anchor,
    Carried,
    Dossier,
    Event,
    MentionId,
    Source,
    SourceId,
    SourceNote,
)
from dossier.settings import Lexicon, Settings
from dossier.vocabulary import ActorKind, EventStatus, PassageKind, Telling

_ASIDE = re.compile(r"\s*\([^()]*\)")
_UNNAMED = re.compile(r"\bunnamed\b", re.IGNORECASE)
_AGENCY = re.compile(r"[^()\n]{0,60}\((?P<name>[^()\n]{2,40})\)\s*[-–—:]")
"""What opens an agency's report: the place, and the agency's name in brackets."""

_BEFORE = re.compile(
    r"\b(?:according to|told|citing|cited by|reported by|quoted by|seen by|obtained by|"
    r"an interview with|a report by)\s(?:the\s)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?: news agency)?,? (?:has |have |had |also )?(?P<verb>\w+)")
_NEAR = 40
"""Letters on each side of an outlet's name in which a word of saying is looked for."""

_TWO = 2
_BY_ORIGINS = frozenset({EventStatus.CORROBORATED, EventStatus.SINGLE_SOURCE})
_TELLING = frozenset({Telling.ASSERTS, Telling.BACKGROUND})


def trace_origins(dossier: Dossier, settings: Settings) -> Dossier:
    """Say from whom each source takes what it tells, and weigh the events anew.

    Args:
        dossier: The dossier with all edits applied.
        settings: The project's settings; the word list ``media`` names agencies.

    Returns:
        The dossier with its carried sources. An event that counted as told by two origins is a
        single source's where both take it from one, unless an edit gives its status; one whose
        edit leaves the status open is corroborated where two origins tell it.
    """
    names = _index_names(dossier)
    owner = {key: actor for actor in dossier.actors.values() for key in actor.mention_ids}
    carried: dict[SourceId, tuple[Carried, ...]] = {}
    for source in dossier.sources.values():
        note = dossier.source_notes.get(source.id, SourceNote(source.id))
        if note.carries or note.reviewed:
            found = _listed(dossier, source, note, names)
        else:
            found = _credited(dossier, source, owner, names, settings.lexicon)
        carried[source.id] = tuple(sorted(found, key=_place))
    traced = replace(dossier, carried=carried)
    return replace(
        traced, events={key: _weighed(traced, event) for key, event in traced.events.items()}
    )


def _weighed(dossier: Dossier, event: Event) -> Event:
    """An event whose status the program gives, as what its origins turn out to be."""
    edited = any(one.startswith("seeds/") for one in event.origin)
    if (edited and not event.status_derived) or event.status not in _BY_ORIGINS:
        return event
    told = [a for one in event.tellings if one.telling in _TELLING for a in one.anchors]
    if weigh(dossier, told or event.anchors).origins >= _TWO:
        return replace(event, status=EventStatus.CORROBORATED) if edited else event
    if event.status is EventStatus.SINGLE_SOURCE:
        return event
    return replace(event, status=EventStatus.SINGLE_SOURCE)


def _place(carried: Carried) -> tuple[int, str]:
    return carried.anchors[0].start, carried.key


def _index_names(dossier: Dossier) -> Mapping[str, str]:
    """The key under which a name counts: that of an outlet whose articles are here, else an id."""
    outlets = {
        source.publisher.value.casefold()
        for source in dossier.sources.values()
        if source.publisher.value
    }
    index = {outlet: outlet for outlet in outlets}
    for actor in dossier.actors.values():
        called = {actor.id, actor.name.casefold()}
        called |= {alias.name.casefold() for alias in actor.aliases}
        key = min(called & outlets, default=actor.id)
        for name in sorted(called):
            index.setdefault(name, key)
    return index


def _listed(
    dossier: Dossier, source: Source, note: SourceNote, names: Mapping[str, str]
) -> Iterator[Carried]:
    """What the analyst lists; each place as the whole sentences that it touches."""
    for name, places in note.carries:
        anchors = [_widen(dossier, source, place) for place in places]
        if anchors:
            key = _key(source, name, names)
            yield Carried(source.id, key, name, _sort(anchors), note.origin)


def _key(source: Source, name: str, names: Mapping[str, str]) -> str:
    """Who a carried source is: whoever the words before a bracket or a comma name."""
    if _UNNAMED.search(name):
        return f"{source.id}: {name.casefold()}"
    plain = _ASIDE.sub("", name).casefold().strip()
    return names.get(plain) or names.get(plain.partition(",")[0].strip()) or plain


def _widen(dossier: Dossier, source: Source, place: Anchor) -> Anchor:
    touched = sentences_of(place, dossier.extractions[source.id])
    if not touched:
        return place
    return make_anchor(source, touched[0].start, touched[-1].end)


def _sort(anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    return tuple(sorted(set(anchors), key=lambda anchor: (anchor.start, anchor.end)))


def _credited(
    dossier: Dossier,
    source: Source,
    owner: Mapping[MentionId, Actor],
    names: Mapping[str, str],
    lexicon: Lexicon,
) -> Iterator[Carried]:
    """Outlets that the source's sentences credit, and the agency of the whole of it."""
    own = name_origin(source)
    held: dict[str, tuple[str, list[Anchor]]] = {}
    for name, whole in _whole(source, lexicon):
        held.setdefault(_key(source, name, names), (name, []))[1].extend(whole)
    for mention_id, anchor in (
        *_credits(dossier, source),
        *_beside(dossier, source, owner, lexicon),
    ):
        actor = owner.get(mention_id)
        if actor is not None and actor.kind is ActorKind.MEDIUM:
            key = names.get(actor.name.casefold(), actor.id)
            held.setdefault(key, (actor.name, []))[1].append(_widen(dossier, source, anchor))
    for key, (name, anchors) in held.items():
        if key != own and name.casefold() != own:
            yield Carried(source.id, key, name, _sort(anchors))


def _credits(dossier: Dossier, source: Source) -> Iterator[tuple[MentionId, Anchor]]:
    """Whom sentences credit: as the report's origin, as a carrier of words, as their speaker."""
    part = dossier.extractions[source.id]
    for telling in part.event_mentions:
        if telling.according_to:
            yield telling.according_to, telling.anchor
    for quote in part.quotes:
        if quote.speaker_id:
            yield quote.speaker_id, quote.content
        if quote.carrier_words:
            sentence = sentence_of(quote.carrier_words, part)
            for mention in part.mentions:
                inside = quote.carrier_words.start <= mention.anchor.start < quote.carrier_words.end
                if mention.sentence_id == sentence.id and inside:
                    yield mention.id, quote.content


def _beside(
    dossier: Dossier, source: Source, owner: Mapping[MentionId, Actor], lexicon: Lexicon
) -> Iterator[tuple[MentionId, Anchor]]:
    """Outlets named right beside a word of saying: "X reported", "told X", "according to X"."""
    saying = lexicon.values("reporting_verbs")
    for mention in dossier.extractions[source.id].mentions:
        actor = owner.get(mention.id)
        if actor is None or actor.kind is not ActorKind.MEDIUM:
            continue
        start, end = mention.anchor.start, mention.anchor.end
        before = _BEFORE.search(source.text[max(0, start - _NEAR) : start])
        after = _AFTER.match(source.text[end : end + _NEAR])
        if (after and after["verb"].lower() in saying) or before:
            yield mention.id, mention.anchor


def _whole(source: Source, lexicon: Lexicon) -> Iterator[tuple[str, tuple[Anchor, ...]]]:
    """An agency named for the whole article: in its byline, or before its first sentence."""
    body = [one for one in source.passages if one.kind.tells]
    named = [author.value for author in source.authors]
    first = next((one for one in body if one.kind is PassageKind.BODY), None)
    opening = _AGENCY.match(source.text, first.start) if first else None
    if opening:
        named.append(opening["name"])
    name = next((one for one in named if one.casefold() in _agencies(lexicon)), "")
    if name and body:
        yield name, tuple(make_anchor(source, one.start, one.end) for one in body)


@cache
def _agencies(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        name.removeprefix("also ").casefold()
        for term, others in lexicon.values("media").items()
        for name in (term, *others)
    )
