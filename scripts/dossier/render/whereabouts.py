"""In which country a place is, as far as the dossier or the word lists say.

A place of which they say nothing is in no country here: a name alone proves nothing, because many
towns share theirs.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dossier.gazetteer import Gazetteer, load_gazetteer
from dossier.model import Place, PlaceId
from dossier.settings import Lexicon

_STEPS = 6
"""Places that hold each other, at most; an edit may turn them in a circle."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What says where places are.

    Attributes:
        named: Places of the dossier by a name that only one of them has.
        gazetteer: The word lists.
        shared: Names that a country shares with a part of another.
        told: Countries that the lists put some place of the dossier in, or that it names.
        other: The country whose parts share those names; or empty.
    """

    named: Mapping[str, Place]
    gazetteer: Gazetteer
    shared: Collection[str]
    told: Collection[str]
    other: str


def find_countries(places: Collection[Place], lists: Lexicon) -> Mapping[PlaceId, str]:
    """Find the country that each place is, or lies in.

    A territory that the list of countries puts within a state has that state's name only where
    the place is not the territory itself.

    Args:
        places: All places of the dossier.
        lists: The project's word lists.

    Returns:
        By id, the name that the list of countries has, or the dossier's own for a country that
        it does not have; empty if nothing says where the place is.
    """
    times = Counter(place.name for place in places)
    gazetteer = load_gazetteer(lists)
    parts, states = lists.terms("us_states"), frozenset(lists.terms("countries"))
    shared = frozenset(parts) & states
    listed = [gazetteer.entry(place.name) for place in places if place.name not in shared]
    held = [gazetteer.entry(part) for part in parts if part not in states]
    known = _Known(
        {place.name: place for place in places if times[place.name] == 1},
        gazetteer,
        shared,
        frozenset(entry.within or entry.name for entry in listed if entry),
        next((entry.within for entry in held if entry), ""),
    )
    return {place.id: _find_country(place, known) for place in places}


def find_state(country: str, lists: Lexicon) -> str:
    """The state that the list of countries puts a territory in; the country itself if none."""
    entry = load_gazetteer(lists).entry(country)
    return entry.within if entry and entry.sort == "country" and entry.within else country


def _find_country(place: Place, known: _Known) -> str:
    here, name = place, _outward(place)
    for _ in range(_STEPS):
        entry = known.gazetteer.entry(name)
        if entry and entry.sort == "country":
            return "" if _is_doubtful(here, entry.name, known) else entry.name
        if here.precision == "country":
            return here.name
        holder = known.named.get(name)
        if holder and holder.id != here.id:
            here, name = holder, _outward(holder)
        elif entry and entry.within:
            name = entry.within
        else:
            return ""
    return ""


def _outward(place: Place) -> str:
    return place.name if place.precision == "country" else place.within


def _is_doubtful(here: Place, country: str, known: _Known) -> bool:
    """Whether "Georgia" may mean the part of another country that has this name too.

    Alone, it may where the dossier tells of that other country and of no place in this one,
    unless an analyst says which it is.
    """
    if country not in known.shared:
        return False
    if here.precision == "country":
        return not here.origin and known.other in known.told and country not in known.told
    entry = known.gazetteer.entry(here.name)
    return entry is None or entry.within != country
