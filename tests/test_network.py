"""The network draws what its table says, the same on every machine, and never a tangle."""

import gzip
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from crowd import make_crowd
from dossier.render import render_dossier
from dossier.render.network_layout import WIDTH, place_network
from dossier.render.ties import MOST_TOGETHER, find_ties
from dossier.render.timeline_layout import measure
from dossier.render.views.network import MOST_ACTORS, MOST_TIES
from dossier.settings import load_settings
from harbour import make_dossier, make_settings

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def crowd():
    dossier = make_crowd()
    return dossier, render_dossier(dossier, make_settings())


@pytest.fixture(scope="module")
def quay():
    dossier = make_dossier()
    return dossier, render_dossier(dossier, make_settings())


def drawn_and_listed(page):
    """Pairs that are drawn, and those that have rows."""
    drawn = re.findall(r'<a class="tie [^>]*href="#(tie-[^"]+)"', page)
    assert len(drawn) == len(set(drawn))
    return set(drawn), set(re.findall(r'<tr id="(tie-[^"]+)"', page))


def test_every_line_has_its_row_and_every_row_its_line(quay, crowd):
    for _, files in (quay, crowd):
        drawn, listed = drawn_and_listed(files["network.md"])
        assert drawn
        assert drawn == listed


def test_a_row_says_who_when_according_to_whom_and_where(quay):
    dossier, files = quay
    page = files["network.md"]
    for relation in dossier.relations:
        assert f"<strong>{relation.verb}</strong>" in page
    for tie in find_ties(dossier, {k for k, a in dossier.actors.items() if not a.voice}):
        row = page.partition(f'<tr id="tie-{tie.left}--{tie.right}"')[2].partition("</tr>")[0]
        assert "chip-evidence" in row
        assert tie.relations
        assert "According to" in row


def test_lines_around_an_actor_are_rows_of_its_page(crowd):
    dossier, files = crowd
    pages = [files[f"actors/{key}.md"] for key in dossier.actors if f"actors/{key}.md" in files]
    assert len(pages) > 500
    for page in pages:
        drawn, listed = drawn_and_listed(page)
        assert drawn <= listed


def test_events_that_have_no_row_are_led_to(crowd):
    _, files = crowd
    tables = [page for path, page in files.items() if path.startswith(("actors/", "network"))]
    counted = [one for page in tables for one in re.findall(r".{90}\d more shared events", page)]
    assert counted
    led = re.compile(r'href="[^"]*(?:compare/actors/[^"]+|\.html#events)">\d* ?\Z')
    assert [
        one for one in counted if not led.search(one.removesuffix("more shared events")[:-1])
    ] == []


def test_of_five_hundred_actors_the_core_is_drawn_and_the_rest_named(crowd):
    _, files = crowd
    page = files["network.md"]
    assert page.count("data-actor=") <= MOST_ACTORS
    assert len(drawn_and_listed(page)[0]) <= MOST_TIES
    assert "Drawn here is the core" in page
    assert len(gzip.compress(page.encode())) < 40_000


def test_the_core_is_legible(crowd):
    page = crowd[1]["network.md"]
    marks = re.findall(r'<a class="actor [^>]*data-actor="([^"]*)">(.*?)</a>', page, re.DOTALL)
    boxes = []
    for key, drawn in marks:
        places = re.findall(r'<tspan x="([\d.]+)" y="([\d.]+)">([^<]+)', drawn)
        for x, y, words in places:
            half = 2.6 * len(words)
            boxes.append((key, float(x) - half, float(x) + half, float(y)))
            assert 0 <= float(x) <= WIDTH
    overlaps = [
        (one[0], other[0])
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one[0] != other[0]
        and one[1] < other[2]
        and other[1] < one[2]
        and abs(one[3] - other[3]) < 10
    ]
    assert overlaps == []


def test_names_of_pairs_in_a_row_stand_clear_of_each_other():
    names = {f"a{n:02}": f"Mary Boatswain {n:02}" for n in range(20)}
    ties = {(f"a{n:02}", f"a{n + 1:02}"): 1.0 for n in range(0, 20, 2)}
    spots, _ = place_network(names, ties)
    boxes = [
        (spot.x - half, spot.x + half, spot.y)
        for spot in spots.values()
        for half in [max(measure(line, bold=False) for line in spot.lines) / 2]
    ]
    for place, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[1] <= WIDTH
        for other in boxes[place + 1 :]:
            assert one[1] < other[0] or other[1] < one[0] or abs(one[2] - other[2]) > 30


def test_the_order_in_which_actors_come_moves_nobody():
    names = {f"a{n}": f"Name {n}" for n in range(12)}
    ties = {(f"a{n}", f"a{n + 1}"): 1.0 + n for n in range(8)}
    there = place_network(names, ties)
    back = place_network(dict(reversed(names.items())), dict(reversed(ties.items())))
    assert there == back


DRAW = """
import sys; sys.path[:0] = {path!r}
from crowd import make_crowd
from dossier.render import render_dossier
from dossier.settings import load_settings
from harbour import make_settings
from dossier.render.network_layout import place_network
print(render_dossier(make_crowd(60, 200), make_settings())["network.md"])
wheels = {{  # many parts, each less than half of the whole
    (f"hub{{n}}", f"rim{{n}}-{{rim}}"): 1.0 for n in range(12) for rim in range(3 + n)
}}
rims = {{
    (f"rim{{n}}-{{rim}}", f"rim{{n}}-{{rim + 1}}"): 1.0 for n in range(12) for rim in range(2 + n)
}}
print(place_network({{key: key for pair in wheels for key in pair}}, wheels | rims))
"""


def test_no_hash_seed_reaches_the_drawing():
    code = DRAW.format(path=[str(ROOT / "tests"), str(ROOT / "scripts")])
    pages = {
        subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1
    assert b"network-drawing" in pages.pop()


def test_a_conference_counts_less_than_talks_of_two_and_a_mass_ties_nobody():
    crowd = make_crowd(MOST_TOGETHER + 1, 2)
    talks, mass = (crowd.events[key] for key in ("ev-0000", "ev-0001"))
    keys = [key for key in crowd.actors if key.startswith("actor-")]
    part = talks.participants[0]

    def tied(number):
        cast = tuple(replace(part, actor_id=key) for key in keys[:number])
        one = replace(crowd, relations=(), events={"ev-0001": replace(mass, participants=cast)})
        return find_ties(one, set(keys))

    assert [tie.weight for tie in tied(2)] == [1.0]
    assert {tie.weight for tie in tied(5)} == {0.25}
    assert tied(MOST_TOGETHER + 1) == ()


def test_being_named_together_is_no_tie(first):
    page = render_dossier(first, load_settings(ROOT))["network.md"]
    assert 'class="co-mentions"' in page
    drawn = drawn_and_listed(page)[0]
    layer = re.findall(r'<line data-tie="(\S+) (\S+)"', page)
    assert layer
    assert not {f"tie-{one}--{other}" for one, other in layer} & drawn
    listed = page.partition("## Named together")[2].partition('class="references')[0]
    assert listed.count("<li>") == len(layer)
