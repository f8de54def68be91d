"""The map shades countries, never points, and its tables say what it shows."""

import gzip
import hashlib
import math
import re
from dataclasses import replace

import pytest

from crowd import make_crowd, with_places
from dossier.model import Place
from dossier.render import render_dossier
from dossier.render.atlas import COUNTRIES, find_area, load_shapes, project
from dossier.render.views.map import MOST_PLACES
from dossier.render.whereabouts import find_countries, find_state
from dossier.settings import load_lexicon
from harbour import make_dossier, make_settings

LISTS = load_lexicon(None)
NOT_A_STATE = {"Antarctica", "Fr. S. Antarctic Lands"}
WORLD = (
    ("osby", "Osby", "Norway", "city"),
    ("norway", "Norway", "", "country"),
    ("quay", "North quay", "Osby", "site"),
    ("malta", "Malta", "", "country"),
    ("hills", "The hills", "", "region"),
    ("wales", "Wales", "", "country"),
)


def render_map(dossier):
    settings = replace(make_settings(), lexicon=LISTS)
    return render_dossier(dossier, settings)["map.md"]


@pytest.fixture(scope="module")
def page():
    return render_map(with_places(make_crowd(20, 120), *WORLD))


def row_of(page, ident):
    found = page.partition(f'<tr id="{ident}"')[2]
    assert found, ident
    return found.partition("</tr>")[0]


def test_the_vendored_shapes_are_the_ones_named():
    digest = hashlib.sha256(COUNTRIES.read_bytes()).hexdigest()
    readme = COUNTRIES.with_name("README.md").read_text("utf-8")
    assert re.search(rf"`{COUNTRIES.name}`.*\b{digest}\b", readme)
    assert COUNTRIES.with_name("world-atlas.LICENSE.txt").is_file()


def test_every_shape_of_a_state_has_the_name_that_the_word_lists_have():
    assert set(load_shapes()) - set(LISTS.terms("countries")) == NOT_A_STATE


def test_rings_close_and_areas_are_those_of_the_countries():
    # Square kilometres by the United Nations' yearbook, within what so coarse a drawing allows.
    for name, told in {"Brazil": 8_510_000, "Norway": 385_000, "Congo": 2_345_000}.items():
        rings = load_shapes()[name].rings
        assert all(math.dist(ring[0], ring[-1]) < 1e-9 for ring in rings)
        area = sum(find_area(ring) for ring in rings) * 6371.0**2
        assert area == pytest.approx(told, rel=0.12)


def test_the_projection_is_the_published_one():
    # Extent of the whole earth: Šavrič, Patterson and Jenny, table of the projection's outline.
    assert project(180, 0)[0] == pytest.approx(2.70663, abs=1e-5)
    assert project(0, 90)[1] == pytest.approx(-1.31736, abs=1e-5)
    assert project(0, 0) == (0, 0)


def test_a_shaded_country_leads_to_its_row_and_says_how_many(page):
    drawn = dict(re.findall(r'<a href="#(country-[^"]+)" aria-label="([^"]+)"><title>', page))
    assert set(drawn) == {"country-norway", "country-united-kingdom"}
    for row, words in drawn.items():
        number = re.search(r"([\d,]+) events?", words)[1]
        assert f'data-label="Events">{number}</td>' in row_of(page, row)


def test_no_place_is_a_point(page):
    assert "map-drawing" in page
    drawn = page.partition('<svg class="map-drawing"')[2].partition("</svg>")[0]
    assert set(re.findall(r"<(\w+)", drawn)) == {"title", "desc", "path", "a", "g", "text"}
    assert "Osby" not in drawn


def test_a_town_and_a_quay_in_it_stand_under_their_country(page):
    assert 'href="#country-norway"' in row_of(page, "place-osby")
    quay = row_of(page, "place-quay")
    assert "Osby, <a" in quay
    assert 'href="#country-norway"' in quay
    assert ">site</span>" in quay
    within = row_of(page, "country-norway")
    assert all(f'href="#place-{key}"' in within for key in ("osby", "norway", "quay"))
    assert "somewhere in Norway" in within


def test_a_small_state_stands_in_the_table_and_says_that_it_has_no_shape(page):
    assert "no shape at this scale" in row_of(page, "country-malta")
    assert "small states" in page.lower()


def test_a_territory_counts_towards_its_state_and_keeps_its_name(page):
    assert 'href="#country-united-kingdom"' in row_of(page, "place-wales")
    assert "somewhere in United Kingdom" not in page


def test_what_nothing_places_is_not_placed(page):
    rest = page.partition("## Not placed")[2]
    assert "not known" in row_of(rest, "place-hills")


def test_every_event_with_a_place_is_counted_once(page):
    numbers = re.findall(r'<tr id="country-[^>]+><th[^>]*>[^<]*</th><td[^>]*>(\d+)</td>', page)
    dossier = with_places(make_crowd(20, 120), *WORLD)
    placed = [event for event in dossier.events.values() if event.place_id != "hills"]
    assert sum(map(int, numbers)) == len(placed)


def locate(*places):
    return find_countries(tuple(Place(*one) for one in places), LISTS)


def test_a_name_that_two_countries_share_is_not_guessed():
    found = locate(
        ("a", "Tbilisi", "Georgia", "city"),
        ("b", "Atlanta", "Georgia", "city"),
        ("c", "Georgia", "", "country"),
        ("d", "Osby", "", "city"),
    )
    assert found == {"a": "Georgia", "b": "", "c": "Georgia", "d": ""}


@pytest.mark.parametrize(
    ("beside", "origin", "country"),
    [
        (("Texas", "", "region"), "", ""),
        (("United States", "", "country"), "", ""),
        (("Texas", "", "region"), "seeds/edits/events/a.yml:3", "Georgia"),
        (("Armenia", "", "country"), "", "Georgia"),
    ],
)
def test_a_country_may_be_the_part_of_another_that_the_dossier_tells_of(beside, origin, country):
    name = Place("a", "Georgia", "", "country", origin=origin)
    assert find_countries((name, Place("b", *beside)), LISTS)["a"] == country


def test_what_may_be_a_part_of_another_country_is_not_called_a_country():
    places = [("georgia", "Georgia", "", "country"), ("texas", "Texas", "", "region")]
    page = render_map(with_places(make_crowd(5, 20), *places))
    row = row_of(page, "place-georgia")
    assert "not known" in row
    assert "chip-precision" not in row
    assert 'id="country-georgia"' not in page


def test_places_that_hold_each_other_are_nowhere():
    assert set(locate(("a", "Osby", "Vik", "site"), ("b", "Vik", "Osby", "city")).values()) == {""}


def test_another_name_of_a_country_is_the_country():
    found = locate(("a", "Holland Quay", "DRC", "site"), ("b", "Ivory Coast", "", "country"))
    assert found == {"a": "Congo", "b": "Côte d'Ivoire"}
    assert find_state("Wales", LISTS) == "United Kingdom"


def test_every_country_alone_gives_a_view_in_which_it_is_seen():
    base = make_crowd(4, 4)
    for name in ("Fiji", "Russia", "Luxembourg", "Chile", "New Zealand"):
        page = render_map(with_places(base, ("here", name, "", "country")))
        box = re.search(r'viewBox="0 0 (\d+) (\d+)"', page)
        wide, high = int(box[1]), int(box[2])
        x, y = map(int, re.search(r'<text x="(-?\d+)" y="(-?\d+)"', page).groups())
        assert 0 <= x <= wide, name
        assert 0 <= y <= high, name
        assert 'class="area"' in page


def test_without_a_place_the_page_says_so():
    bare = make_dossier()
    events = {key: replace(event, place_id=None) for key, event in bare.events.items()}
    page = render_map(replace(bare, events=events, places={}))
    assert "No event is said to be anywhere" in page
    assert "<svg" not in page
    assert "map and are the authority" not in page


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (("hills", "The hills", "", "region"), "since nothing says in which country they are"),
        (("malta", "Malta", "", "country"), "since the countries they are in have no shape"),
    ],
)
def test_a_table_alone_does_not_speak_of_a_map(place, why):
    page = render_map(with_places(make_crowd(4, 4), place))
    assert f"There is no map, {why}" in page
    assert "<svg" not in page
    assert "shaded" not in page
    assert "Natural Earth" not in page


def test_a_world_of_places_stays_light():
    countries = sorted(set(load_shapes()) - NOT_A_STATE)
    many = [(f"p-{n:04}", f"Town {n}", countries[n % len(countries)], "city") for n in range(900)]
    page = render_map(with_places(make_crowd(100, 2000), *many))
    assert len(re.findall(r'<tr id="place-', page)) == MOST_PLACES
    assert "600 more places of fewer events" in page
    assert len(gzip.compress(page.encode())) < 60_000
