"""Addresses that pages had in an earlier build, and where what they told stands today.

A reader's bookmark and another site's link must not end nowhere when two actors become one or an
event is renamed. A page that is gone has moved to the page that holds most of its words.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dossier.model import Anchor, Dossier, Source

_Place = tuple[str, object]


def find_moves(previous: Mapping[str, object], dossier: Dossier) -> Mapping[str, str]:
    """Compare the pages of an earlier build with today's.

    Args:
        previous: Its ``dossier.json``; empty if none is kept.
        dossier: Today's dossier.

    Returns:
        For each page of an actor or event that is no more, such as ``actors/olan-varga``, the
        page that holds most of its words; sorted. One whose words stand nowhere is absent.
    """
    if not previous:
        return {}
    parts = dossier.extractions.values()
    mentions = {one.id: one.anchor for part in parts for one in part.mentions}
    reports = {one.id: one.anchor for part in parts for one in part.event_mentions}
    actors = {
        actor.id: tuple(mentions[key] for key in actor.mention_ids if key in mentions)
        for actor in dossier.actors.values()
        if not actor.voice
    }
    events = {
        event.id: (*event.anchors, *(reports[key] for key in event.mention_ids if key in reports))
        for event in dossier.events.values()
    }
    moves = {}
    for folder, today in (("actors", actors), ("events", events)):
        holders = _index(dossier, today)
        for key, places in _published(previous.get(folder)):
            if key in today:
                continue
            found = Counter(one for place in places for one in holders.get(place, ()))
            if found:
                best = min(found, key=lambda one: (-found[one], one))
                moves[f"{folder}/{key}"] = f"{folder}/{best}"
    return dict(sorted(moves.items()))


def place_in_file(source: Source, position: int) -> int:
    """Turn a place in a source's text into one in its decoded file."""
    place = bisect_right(source.shifts, position, key=lambda shift: shift[0]) - 1
    if place < 0:
        return position
    here, there = source.shifts[place]
    return position - here + there


def _index(
    dossier: Dossier, today: Mapping[str, Iterable[Anchor]]
) -> Mapping[_Place, tuple[str, ...]]:
    """Records by the places of their words, and by the words themselves."""
    held: dict[_Place, list[str]] = defaultdict(list)
    for key, anchors in today.items():
        for anchor in anchors:
            start = place_in_file(dossier.sources[anchor.source_id], anchor.start)
            for place in ((anchor.source_id, start), (anchor.source_id, anchor.exact)):
                if key not in held[place]:
                    held[place].append(key)
    return {place: tuple(keys) for place, keys in held.items()}


def _published(rows: object) -> Iterator[tuple[str, tuple[_Place, ...]]]:
    """Ids and places of the records of an earlier build that had a page."""
    for row in rows if isinstance(rows, list) else []:
        # Places are among the actors of the file, and have no page.
        if not isinstance(row, dict) or not row.get("published"):
            continue
        mentions = row.get("mentions")
        spans = [one for one in mentions if isinstance(one, dict)] if mentions else []
        places = [(str(one.get("source")), one.get(key)) for one in spans for key in _KEYS]
        yield str(row.get("id")), tuple(place for place in places if place[1] is not None)


_KEYS = ("start", "text")
