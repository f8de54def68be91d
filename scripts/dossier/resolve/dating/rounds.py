"""Date articles that give no day from each other, round by round, until nothing narrows.

In each round every undated article is looked at with what was known when the round began, so
the order of articles does not matter. A day that was found helps others in the next round. No
article is dated by one that rests on it, so that no chain runs in a circle. A round's result
stands only if it leaves fewer days than the one before; so the rounds end.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from dossier.model import Actor, ActorId, Extraction, MentionId, Source, SourceId
from dossier.resolve.dating.matches import Telling, find_matches, find_tellings, index_dated
from dossier.resolve.dating.origin import Origin, find_origin
from dossier.resolve.dating.timexes import date_timexes
from dossier.vocabulary import DateBasis

MOST_ROUNDS = 8
"""Articles in one chain, at most."""

_Pair = tuple[Source, Extraction]


def find_origins(
    undated: Sequence[_Pair],
    tellings: Sequence[Telling],
    by_mention: Mapping[MentionId, Actor],
    names: Mapping[ActorId, str],
    sequel: re.Pattern[str],
    *,
    seen_by: date | None = None,
) -> Mapping[SourceId, Origin]:
    """Find the days of all articles that give none.

    Args:
        undated: The articles with their candidates.
        tellings: Happenings that all articles tell, as far as they are dated.
        by_mention: Who is meant by each mention.
        names: Names of actors by id.
        sequel: Finds words that put a sentence behind an earlier happening.
        seen_by: A day by which all had appeared; None if none is known.

    Returns:
        What was found out of each, in the order given.
    """
    origins: dict[SourceId, Origin] = {}
    rests_on: dict[SourceId, frozenset[SourceId]] = {}
    known = _by_source(tellings)
    for _ in range(MOST_ROUNDS):
        changed: dict[SourceId, tuple[Telling, ...]] = {}
        rests_before = dict(rests_on)
        dated = index_dated(telling for _, ours in sorted(known.items()) for telling in ours)
        for source, extraction in undated:
            usable = partial(_is_usable, source=source.id, rests_on=rests_before)
            matches = find_matches(known.get(source.id, ()), dated, names, usable)
            origin = find_origin(source, extraction, matches, sequel, seen_by=seen_by)
            if source.id in origins and not _is_narrower(origin, origins[source.id]):
                continue
            used = frozenset(one.dated.source.id for one in matches if _counted(one.dated))
            behind = used.union(*(rests_before.get(one, frozenset()) for one in used))
            origins[source.id] = origin
            rests_on[source.id] = behind
            datings = date_timexes(source, extraction, origin.reference)[0]
            changed[source.id] = find_tellings(source, extraction, datings, by_mention)
        if not changed:
            break
        known |= changed
    return {source.id: origins[source.id] for source, _ in undated}


def _by_source(tellings: Sequence[Telling]) -> dict[SourceId, tuple[Telling, ...]]:
    known: dict[SourceId, tuple[Telling, ...]] = {}
    for one in tellings:
        known[one.source.id] = (*known.get(one.source.id, ()), one)
    return known


def _is_usable(
    one: Telling, source: SourceId, rests_on: Mapping[SourceId, frozenset[SourceId]]
) -> bool:
    """Whether a telling is of another article, and of none that itself rests on this one."""
    other = one.source.id
    return other != source and not (_counted(one) and source in rests_on.get(other, ()))


def _counted(telling: Telling) -> bool:
    """Whether a date rests on the day of its article; one given whole does not."""
    return telling.dating is not None and telling.dating.basis is not DateBasis.EXPLICIT


def _is_narrower(new: Origin, old: Origin) -> bool:
    """Whether a later round leaves fewer days; a first answer is narrower than none."""
    if new.reference is None:
        return False
    if old.reference is None:
        return True
    kept = new.reference.days & old.reference.days
    return kept == new.reference.days and len(kept) < len(old.reference.days)
