"""Two side by side: what they share, what each says, and nothing that neither says."""

import gzip
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crowd import make_archive, make_crowd
from dossier.dates import make_day, make_interval, parse_edtf
from dossier.model import Dating, Event
from dossier.render import render_dossier
from dossier.render.lanes_layout import make_axis, place_spots, sort_dated
from dossier.render.leaf import Leaf
from dossier.render.links import compared_actors_page
from dossier.render.opening import open_book
from dossier.render.pairs import MOST_PAIRS, choose_events
from dossier.render.views.compare_actors import MOST_SHARED, view_actors_pair
from dossier.vocabulary import DateBasis, EventTier, EventType
from harbour import make_dossier, make_settings
from standins import Desk

FERRY = """Ferry aground off Holm

The ferry Astrid ran aground off Holm on 4 March 2019. Captain Aune said that “the pilot Lund was asleep”.
Aune met Lund in Holm.
"""  # noqa: E501 - an article's paragraph is one line
PILOT = """A pilot speaks

The ferry ran aground that night. The pilot Lund called the captain “a friend”.
"""
BUDGET = 60_000
"""Bytes of a page on the line."""


def make_ferry():
    """Two articles on one grounding: one dates and places it, the other does not."""
    desk = Desk()
    desk.source("201", FERRY, "2019-03-05")
    desk.source("202", PILOT, "2019-03-06")
    aune = [desk.mention("201", "Aune"), desk.mention("201", "Aune", 2)]
    lund = [desk.mention("201", "Lund"), desk.mention("201", "Lund", 2)]
    lund.append(desk.mention("202", "Lund"))
    desk.actor("nils-aune", *aune)
    desk.actor("edda-lund", *lund)
    desk.actor("astrid", desk.mention("201", "Astrid"))
    desk.place("holm", desk.mention("201", "Holm", 2))
    desk.quotation("q-1", "201", "the pilot Lund was asleep", speakers=["nils-aune"])
    desk.quotation("q-2", "202", "a friend", speakers=["edda-lund"])
    day = desk.timex("201", "4 March 2019", "2019-03-04", basis=DateBasis.EXPLICIT)
    aground = desk.report("201", "ran aground", "accident", timex=day)
    told = desk.report("202", "ran aground", "accident")
    desk.event("ev-aground", aground, told, actors=["astrid"], place="holm")
    met = desk.report("201", "met", "meeting")
    desk.event("ev-met", met, actors=["nils-aune", "edda-lund"])
    return desk.draft()


@pytest.fixture(scope="module")
def ferry():
    return render_dossier(make_ferry(), make_settings())


@pytest.fixture(scope="module")
def crowd():
    dossier = make_crowd(200, 600)
    return dossier, render_dossier(dossier, make_settings())


@pytest.fixture(scope="module")
def archive():
    dossier = make_archive()
    return dossier, render_dossier(dossier, make_settings())


def compared(files, kind):
    return {path: text for path, text in files.items() if path.startswith(f"compare/{kind}/")}


def section(page, fragment):
    """A part of a page, from its heading to the next of its rank."""
    found = re.search(
        rf"^(#+) [^\n]*\{{#{fragment}\}}\n(.*?)(?=^\1 |\Z)", page, re.DOTALL | re.MULTILINE
    )
    return found[2] if found else ""


def row(part, name):
    """The cells of a row, by the words that open it."""
    found = re.search(rf'<th scope="row"[^>]*>{name}</th>(.*?)</tr>', part, re.DOTALL)
    return found[1].split("</td>")[:-1]


def test_two_who_share_an_event_stand_side_by_side_and_no_others_do(ferry):
    assert set(compared(ferry, "actors")) == {"compare/actors/edda-lund.nils-aune.md"}
    # The ferry and its captain stand in one paragraph, and even in one sentence that is no tie.
    assert "astrid" not in ferry["compare.md"]


def test_each_shared_event_has_a_row_with_both_parts_and_evidence(crowd):
    dossier, files = crowd
    pairs = open_book(dossier, make_settings()).pairs.actors
    assert len(pairs) == MOST_PAIRS
    for pair in pairs:
        page = files[f"compare/actors/{pair.left}.{pair.right}.md"]
        shared = section(page, "shared")
        shown = choose_events(pair.tie.events, MOST_SHARED)
        assert shared.count("<tr>") == len(shown) + 1
        for event in shown:
            assert {pair.left, pair.right} <= {part.actor_id for part in event.participants}
            assert f'href="../../events/{event.id}.html"' in shared
        assert shared.count("chip-evidence") >= 3 * len(shown)


def test_of_many_shared_events_some_of_every_time_are_shown_and_the_rest_counted():
    dossier = make_crowd(12, 600)
    book = open_book(dossier, make_settings())
    pair = book.pairs.actors[0]
    events = pair.tie.events
    assert len(events) > MOST_SHARED
    shown = choose_events(events, MOST_SHARED)
    assert len(shown) == MOST_SHARED
    assert {e.id for e in shown} >= {e.id for e in events if e.tier is EventTier.CORE}
    places = [events.index(event) for event in shown]
    assert places == sorted(places)
    gaps = [after - before for before, after in pairwise([0, *places, len(events)])]
    assert max(gaps) < len(events) / 10
    view = view_actors_pair(Leaf(book, compared_actors_page(*pair.keys)), pair)
    left_out = f"{len(events) - MOST_SHARED} more shared events: see the pages of"
    assert left_out in view.shared_rest
    assert left_out in view.own_rest


def test_statements_stand_under_who_makes_them(ferry):
    page = ferry["compare/actors/edda-lund.nils-aune.md"]
    aune, lund = section(page, "said-by-nils-aune"), section(page, "said-by-edda-lund")
    assert "was asleep" in aune
    assert 'href="../../sources/201.html#l3-s2"' in aune
    # Who is meant by “a friend” the words do not name.
    assert "a friend" not in page
    assert "No collected source quotes Lund on Aune." in lund


def test_the_drawing_and_its_list_hold_the_same_events(crowd):
    dossier, files = crowd
    for page in compared(files, "actors").values():
        time = section(page, "time")
        drawing, _, listed = time.partition("</svg>")
        drawn = re.findall(r'<a class="entry [^>]*href="\.\./\.\./events/([\w-]+)\.html"', drawing)
        rows = re.findall(r'<li class="lane-\w+">.*?/events/([\w-]+)\.html"', listed)
        more = sum(int(n) for n in re.findall(r'class="crowded"[^>]*>\+(\d+)<', drawing))
        undated = [key for key in rows if dossier.events[key].dating is None]
        assert len(drawn) == len(set(drawn))
        assert len(rows) == len(set(rows))
        assert set(drawn) <= set(rows)
        assert len(drawn) + more + len(undated) == len(rows)


def test_pages_lead_to_where_they_stand_beside_another(ferry):
    assert 'href="../compare/actors/edda-lund.nils-aune.html"' in ferry["actors/edda-lund.md"]
    assert 'href="../compare/actors/edda-lund.nils-aune.html"' in ferry["actors/nils-aune.md"]
    assert "compare-with" not in ferry["actors/astrid.md"]
    assert 'href="../compare/sources/201.202.html"' in ferry["sources/201.md"]
    assert 'href="../compare/sources/201.202.html"' in ferry["sources/202.md"]


def test_what_one_source_says_is_not_put_into_the_mouth_of_the_other(ferry):
    told = section(ferry["compare/sources/201.202.md"], "ev-aground")
    first, second = row(told, "When")
    assert "4 March 2019" in first
    assert 'href="../../sources/201.html#l3-s1"' in first
    assert "2019" not in second
    assert "not said" in second
    first, second = row(told, "Where")
    assert "“Holm”" in first
    assert "not said" in second
    first, second = row(told, "Who")
    assert "astrid" in first
    assert "only here" in first
    assert "not said" in second
    assert "Only 201 dates it; only 201 names the place; 0 participants in both, 1 in 201" in told


@pytest.mark.parametrize(
    ("words", "edtf", "says"),
    [
        ("4 March", "2019-03-04", "The same date"),
        ("March 2019", "2019-03", "Dates that fit together"),
        ("5 March", "2019-03-05", "Different dates"),
    ],
)
def test_two_dates_are_weighed_by_what_they_mean(words, edtf, says):
    desk = Desk()
    desk.source("201", "Log\n\nThe boat sank on 4 March 2019.", "2019-03-05")
    desk.source("202", f"Log\n\nIn {words} the boat sank.", "2019-03-06")
    one = desk.timex("201", "4 March 2019", "2019-03-04", basis=DateBasis.EXPLICIT)
    other = desk.timex("202", words, edtf)
    reports = [desk.report("201", "sank", "accident", timex=one)]
    reports.append(desk.report("202", "sank", "accident", timex=other))
    desk.event("ev-sank", *reports)
    page = render_dossier(desk.draft(), make_settings())["compare/sources/201.202.md"]
    assert says in page


def test_findings_between_two_sources_are_laid_out(first_project_pages):
    page = first_project_pages["compare/sources/001.004.md"]
    held = section(page, "findings")
    for number in ("cf-12", "cf-13", "cf-20"):
        assert f'id="{number}"' in held
        assert held.partition(f'id="{number}"')[2].count("<blockquote") >= 2
    assert 'href="#cf-12"' in section(page, "ev-2021-07-28-tianjin-meeting")


@pytest.fixture(scope="module")
def first_project_pages(tmp_path_factory):
    from conftest import copy_project  # noqa: PLC0415
    from dossier.pipeline import assemble  # noqa: PLC0415

    return render_dossier(*assemble(copy_project(tmp_path_factory.mktemp("two")), earlier=False))


def test_copies_come_last_and_say_that_they_are_one_origin():
    dossier = replace(make_archive(6, 40), origins={"003": "001"})
    files = render_dossier(dossier, make_settings())
    assert "is a copy of the other" in files["compare/sources/001.003.md"]
    assert [k for k, text in compared(files, "sources").items() if "is a copy" in text] == [
        "compare/sources/001.003.md"
    ]
    order = re.findall(r'href="compare/sources/([\d.]+)\.html"', files["compare.md"])
    assert order[-1] == "001.003"


def test_pairs_are_ranked_and_those_left_out_are_counted(crowd, archive):
    for (dossier, files), kind in ((crowd, "actors"), (archive, "sources")):
        assert len(compared(files, kind)) == MOST_PAIRS
        pairs = open_book(dossier, make_settings()).pairs
        found = {"actors": pairs.actors_found, "sources": pairs.sources_found}[kind]
        assert found > MOST_PAIRS
        left_out = f"The first {MOST_PAIRS} have a page; {found - MOST_PAIRS:,} are left out."
        listed = section(files["compare.md"], kind)
        assert left_out in listed
        shared = [
            int(n) for n in re.findall(r'<td data-label="(?:Shared|Events)[^>]*>(\d+)<', listed)
        ]
        assert len(shared) == MOST_PAIRS
        assert shared == sorted(shared, reverse=True)


def test_pages_stay_light_and_the_order_of_events_moves_none(crowd, archive):
    for dossier, files in (crowd, archive):
        held = {p: t for p, t in files.items() if p.startswith("compare")}
        assert {p: len(t) for p, t in held.items() if len(gzip.compress(t.encode())) > BUDGET} == {}
        turned = replace(dossier, actors=dict(reversed(dossier.actors.items())))
        again = render_dossier(turned, make_settings())
        assert {p: t for p, t in again.items() if p.startswith("compare")} == held


def test_nobody_to_compare_is_said():
    desk = Desk()
    desk.source("201", "Log\n\nNothing came in.", "2019-03-05")
    page = render_dossier(desk.draft(), make_settings())["compare.md"]
    assert "No two actors take part in one event." in page
    assert "No two sources tell the same event." in page


days = st.dates(date(1, 1, 1), date(9999, 12, 30))
values = st.one_of(
    days.map(make_day),
    st.tuples(days, days).filter(lambda pair: pair[0] < pair[1]).map(lambda p: make_interval(*p)),
    st.sampled_from(
        [parse_edtf(text) for text in ("../2020-01-05", "2021-06/..", "1999~", "198X")]
    ),
)


@given(st.lists(values, min_size=1, max_size=60))
def test_marks_of_a_lane_never_touch_and_time_never_runs_back(dates):
    events = [
        Event(f"ev-{n:02}", EventType.OTHER, "It", Dating(value, DateBasis.EXPLICIT))
        for n, value in enumerate(dates)
    ]
    axis = make_axis(dates)
    assert list(axis.days) == sorted(axis.days)
    assert list(axis.heights) == sorted(axis.heights)
    assert axis.heights[-1] < 3000
    spots, crowded = place_spots(axis, sort_dated(events), 100)
    assert len(spots) + sum(more for _, more in crowded) == len(events)
    for place, spot in enumerate(spots):
        for other in spots[:place]:
            assert spot.x != other.x or spot.top >= other.bottom or other.top >= spot.bottom


def test_the_harbour_is_compared_without_a_dead_link():
    files = render_dossier(make_dossier(), make_settings())
    assert "compare/sources/101.102.md" in files
    assert "compare/actors/dockers-union.ilse-brandt.md" in files
