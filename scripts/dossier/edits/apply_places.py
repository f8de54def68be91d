"""Places as the analyst names them, and where every automatic place went."""

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.edits.desk import Desk, warn
from dossier.edits.schema import PlaceEdit
from dossier.errors import Found
from dossier.model import Place, PlaceId


@dataclass(frozen=True, slots=True)
class PlacesApplied:
    """Places after the edits.

    Attributes:
        places: By id, sorted by name.
        moved: The place that each automatic one is now.
    """

    places: Mapping[PlaceId, Place]
    moved: Mapping[PlaceId, PlaceId]


def apply_places(desk: Desk) -> Found[PlacesApplied]:
    """Name the places as the edits say.

    An edit takes up every automatic place with its id, its name or one of its aliases. One
    that finds neither such a place nor words of its own is left out and reported.
    """
    by_key = {
        key: edit for edit in desk.edits.places for key in (edit.id, edit.name, *edit.aliases)
    }
    moved: dict[PlaceId, PlaceId] = {}
    parts: dict[PlaceId, list[Place]] = {}
    for old, place in desk.draft.places.items():
        edit = by_key.get(old) or by_key.get(place.name)
        moved[old] = edit.id if edit else old
        parts.setdefault(moved[old], []).append(place)
    places = {old: place for old, place in desk.draft.places.items() if moved[old] == old}
    problems = []
    for edit in desk.edits.places:
        drawn = _draw(desk, edit, parts.get(edit.id, []))
        if edit.at and not drawn.anchors:
            message = f"the place {edit.id!r} is not shown: no article names it any more"
            problems.append(warn("E201", edit.where, message))
            continue
        places[edit.id] = drawn
    ordered = {
        place.id: place for place in sorted(places.values(), key=lambda one: (one.name, one.id))
    }
    return PlacesApplied(ordered, moved), tuple(problems)


def _draw(desk: Desk, edit: PlaceEdit, parts: list[Place]) -> Place:
    anchors = {*desk.anchors(edit.at), *(anchor for part in parts for anchor in part.anchors)}
    # Two towns that an edit puts into one place may lie in two countries: then it is in neither.
    within = {part.within for part in parts}
    return Place(
        id=edit.id,
        name=edit.name,
        within=edit.within or (within.pop() if len(within) == 1 else ""),
        precision=edit.precision,
        anchors=desk.sort(anchors),
        mention_ids=tuple(one for part in parts for one in part.mention_ids),
        note=edit.note,
        origin=edit.where,
    )
