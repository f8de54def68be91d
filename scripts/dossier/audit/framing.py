"""How each source words things in its own voice, counted."""

from collections import Counter
from collections.abc import Iterable, Iterator

from dossier.audit.reading import Reading
from dossier.model import ActorId, Anchor, Framing, Source, SourceId, Term
from dossier.vocabulary import Role, SourceFormat

_LISTS = ("labels", "hedges", "opinion_cues")


def profile_sources(reading: Reading) -> dict[SourceId, Framing]:
    """Profile every source of a dossier, copies included.

    What stands between quotation marks is left out: those words are somebody else's. Who does
    something and to whom something is done is taken from the events each sentence tells. A source
    that is retold in the dossier's words has no words of its own but those it is quoted with.
    """
    return {source_id: _profile(source_id, reading) for source_id in reading.dossier.sources}


def _profile(source_id: SourceId, reading: Reading) -> Framing:
    acts = _count(source_id, Role.ACTOR, reading)
    undergoes = _count(source_id, Role.RECIPIENT, reading)
    if _is_retold(reading.dossier.sources[source_id]):
        labels = _terms(_own_words(source_id, reading))
        return Framing(source_id, labels=labels, acts=acts, undergoes=undergoes)
    quotes = reading.dossier.extractions[source_id].quotes
    found = _find_cues(source_id, reading)
    return Framing(
        source_id,
        labels=_terms(found["labels"]),
        hedges=_terms(found["hedges"]),
        opinions=_terms(found["opinion_cues"]),
        verbs=_terms(quote.cue for quote in quotes if quote.cue is not None),
        acts=acts,
        undergoes=undergoes,
    )


def _is_retold(source: Source) -> bool:
    return source.format is SourceFormat.RESTATED or source.original is not None


def _own_words(source_id: SourceId, reading: Reading) -> Iterator[Anchor]:
    """What a retold source is quoted with as its own words: the rest is the dossier's voice."""
    for quotation in reading.dossier.quotations:
        if quotation.speaker_label and not quotation.speaker_ids:
            yield from (one for one in quotation.anchors if one.source_id == source_id)


def _find_cues(source_id: SourceId, reading: Reading) -> dict[str, list[Anchor]]:
    """Where a source's own words meet each of the lists."""
    return {name: [words for *_, words in reading.cues(source_id, name)] for name in _LISTS}


def _terms(found: Iterable[Anchor]) -> tuple[Term, ...]:
    """Gather equal words, whatever their capitals."""
    held: dict[str, list[Anchor]] = {}
    for anchor in found:
        held.setdefault(anchor.exact.casefold(), []).append(anchor)
    return tuple(Term(anchors[0].exact, tuple(anchors)) for _, anchors in sorted(held.items()))


def _count(source_id: SourceId, role: Role, reading: Reading) -> dict[ActorId, int]:
    counts: Counter[ActorId] = Counter()
    for event in reading.dossier.extractions[source_id].event_mentions:
        for part in event.participants:
            actor = reading.actors_of.get(part.mention_id)
            if part.role is role and actor is not None:
                counts[actor.id] += 1
    return dict(sorted(counts.items()))
