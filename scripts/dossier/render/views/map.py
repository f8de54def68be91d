"""The map: where events are said to be, no more exactly than the sources say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.ids import unique_slug
from dossier.model import Event, Place, PlaceId
from dossier.render.atlas import load_shapes
from dossier.render.chips import chip, chips
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import EVENTS, event_page, link
from dossier.render.map import Shaded, draw_map
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, block, table, tag
from dossier.render.whereabouts import find_countries, find_state
from dossier.render.words import count

MOST_EVENTS = 6
"""Events that a place's row names; the rest are counted."""

MOST_PLACES = 300
"""Rows of places: those of most events."""

MOST_WITHIN = 8
"""Places that a country's row leads to; the rest are counted."""


@dataclass(frozen=True, slots=True)
class MapView:
    """The map, and the rows behind each area."""

    count: str
    drawing: Md
    without_drawing: str
    derived_from: str
    countries: Md
    places: Md
    left_out: str
    not_placed: Md
    elsewhere: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place at which events are said to be.

    Attributes:
        place: The place.
        events: Those events, in order of the dossier.
        territory: The country or territory it is or lies in; or empty.
        country: The state that is shaded for it: that, or what holds it where it has no shape.
    """

    place: Place
    events: tuple[Event, ...]
    territory: str
    country: str


def view_map(leaf: Leaf) -> MapView:
    """Draw the map and word its tables."""
    dossier = leaf.book.dossier
    spots = _find_spots(leaf)
    ranked = sorted(spots, key=lambda one: (-len(one.events), one.place.name, one.place.id))
    shown = {one.place.id for one in ranked[:MOST_PLACES]}
    listed = sorted(
        (one for one in spots if one.place.id in shown),
        key=lambda one: (one.country, one.place.precision != "country", one.place.name),
    )
    held: dict[str, list[_Spot]] = {}
    for one in ranked:
        if one.country:
            held.setdefault(one.country, []).append(one)
    taken: dict[str, str] = {}
    rows = {name: f"country-{unique_slug(name, name, taken)}" for name in sorted(held)}
    known = [one for one in listed if one.country]
    unknown = [one for one in listed if not one.country]
    return MapView(
        count=_say_count(spots, held),
        drawing=_draw(held, rows),
        without_drawing=_say_why_none(held) if spots else "",
        derived_from="Events are counted in the country in which the dossier or the word lists "
        "put their place.",
        countries=table(
            ("Country", "Events", "Places told", "On the map"),
            [_country_row(name, held[name], rows[name], shown) for name in sorted(held)],
            "facts countries",
        ),
        places=_place_table(leaf, known, rows),
        left_out=_say_left_out(len(spots) - len(listed)),
        not_placed=_place_table(leaf, unknown, rows),
        elsewhere=_say_elsewhere(
            sum(event.place_id not in dossier.places for event in dossier.events.values()),
            len(dossier.places) - len(spots),
        ),
    )


def _find_spots(leaf: Leaf) -> list[_Spot]:
    dossier, lists = leaf.book.dossier, leaf.book.settings.lexicon
    events: dict[PlaceId, list[Event]] = {}
    for event in dossier.events.values():
        if event.place_id in dossier.places:
            events.setdefault(event.place_id or "", []).append(event)
    territories = find_countries(tuple(dossier.places.values()), lists)
    shapes = load_shapes()
    spots = []
    for key, held in events.items():
        territory = territories[key]
        country = territory if territory in shapes else find_state(territory, lists)
        spots.append(_Spot(dossier.places[key], tuple(held), territory, country))
    return spots


def _draw(held: Mapping[str, Sequence[_Spot]], rows: Mapping[str, str]) -> Md:
    shapes = load_shapes()
    shaded = [
        Shaded(name, _number(spots), _say_shade(name, spots), rows[name])
        for name, spots in sorted(held.items())
        if name in shapes
    ]
    svg = draw_map(shaded, "Countries in which events are said to be")
    if not svg:
        return Md("")
    caption = (
        "A shaded country says that something is said to have happened somewhere in it, and how "
        "often. Its outlying parts may lie outside the picture."
    )
    return block("figure", [svg, tag("figcaption", caption)], "viz viz-map")


def _say_why_none(held: Mapping[str, Sequence[_Spot]]) -> str:
    """Say why there is no map of some places."""
    if held:
        return "There is no map, since the countries they are in have no shape at its scale."
    return "There is no map, since nothing says in which country they are."


def _number(spots: Sequence[_Spot]) -> int:
    return sum(len(one.events) for one in spots)


def _say_shade(name: str, spots: Sequence[_Spot]) -> str:
    whole = sum(len(one.events) for one in spots if one.place.precision == "country")
    told = f"{name}: {count(_number(spots), 'event')}"
    return f"{told}, {whole} of them placed no more exactly" if whole else told


def _country_row(name: str, spots: Sequence[_Spot], row: str, shown: set[PlaceId]) -> Entry:
    told = [
        join(
            " ", [_name_within(one, name, shown), tag("span", f"{len(one.events)}", class_="tally")]
        )
        for one in spots[:MOST_WITHIN]
    ]
    rest = len(spots) - len(told)
    if rest:
        told.append(safe(f"{rest} more"))
    where = "area" if name in load_shapes() else "no shape at this scale"
    return Entry((name, str(_number(spots)), join(", ", told), where), id=row)


def _name_within(spot: _Spot, country: str, shown: set[PlaceId]) -> Md:
    whole = spot.place.precision == "country" and spot.territory == country
    words = f"somewhere in {country}" if whole else spot.place.name
    if spot.place.id not in shown:
        return safe(words)
    return tag("a", words, href=f"#{_place_row(spot.place)}")


def _place_row(place: Place) -> str:
    return f"place-{place.id}"


def _place_table(leaf: Leaf, spots: Sequence[_Spot], rows: Mapping[str, str]) -> Md:
    entries = [
        Entry(
            (
                _say_place(leaf, spot),
                _say_within(spot, rows),
                _say_events(leaf, spot),
                _say_words(leaf, spot),
            ),
            id=_place_row(spot.place),
        )
        for spot in spots
    ]
    return table(("Place", "Country", "Events", "Words"), entries, "facts places")


def _say_place(leaf: Leaf, spot: _Spot) -> Md:
    # Of a country that cannot be told from a part of another with its name, this would say which.
    sure = spot.country or spot.place.precision != "country"
    words = spot.place.precision if sure else ""
    exact = chip("precision", words, "As exactly as the words allow") if words else Md("")
    note = leaf.prose(spot.place.note) if spot.place.note else ""
    said = tag("span", note, class_="place-note") if note else ""
    return join(" ", [spot.place.name, chips(exact), said])


def _say_within(spot: _Spot, rows: Mapping[str, str]) -> Md:
    """The country with a link to its row, and what lies between."""
    if not spot.country:
        return safe(spot.place.within or "not known")
    country = tag("a", spot.country, href=f"#{rows[spot.country]}")
    between = [spot.place.within, spot.territory]
    named = [
        name
        for name in dict.fromkeys(between)
        if name and name not in (spot.country, spot.place.name)
    ]
    return join(", ", [*named, country])


def _say_events(leaf: Leaf, spot: _Spot) -> Md:
    named = [
        tag("li", link(leaf.page, event_page(event.id), event.title))
        for event in spot.events[:MOST_EVENTS]
    ]
    rest = len(spot.events) - len(named)
    if rest:
        named.append(tag("li", link(leaf.page, EVENTS, f"{rest} more among all events")))
    return tag("ul", join("", named), class_="told-here")


def _say_words(leaf: Leaf, spot: _Spot) -> Md:
    """Where the place is named; its events' evidence where an analyst placed them without words."""
    if spot.place.anchors:
        return chips(leaf.evidence(spot.place.anchors, MOST_CHIPS))
    return chips(leaf.evidence([a for event in spot.events for a in event.anchors], MOST_CHIPS))


def _say_count(spots: Sequence[_Spot], held: Mapping[str, Sequence[_Spot]]) -> str:
    if not spots:
        return "No event is said to be anywhere"
    told = f"{count(_number(spots), 'event')} at {count(len(spots), 'place')}"
    return f"{told} in {count(len(held), 'country', 'countries')}" if held else told


def _say_left_out(rest: int) -> str:
    return f"{count(rest, 'more place')} of fewer events: their events name them." if rest else ""


def _say_elsewhere(nowhere: int, unused: int) -> str:
    told = []
    if nowhere:
        told.append(f"{count(nowhere, 'event')} without a place.")
    if unused:
        told.append(f"{count(unused, 'further place')} named at which no event is said to be.")
    return " ".join(told)
