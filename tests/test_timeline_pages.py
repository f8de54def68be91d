"""A timeline of any length stays legible: counts by period lead to pages that lose no event."""

import gzip
import random
import re
from dataclasses import replace
from datetime import date

import pytest

from crowd import make_crowd, with_dates_of_every_kind
from dossier.render import render_dossier
from dossier.render.chapters import MOST_ON_A_PAGE, divide_timeline
from dossier.render.overview import Places
from dossier.render.periods import Unit, find_extent, find_period
from dossier.render.tallies import count_by_period
from harbour import make_dossier, make_settings
from test_timeline import event, gaps, period

SIZES = {"few": (5, 3650), "some": (200, 3650), "many": (2000, 3650), "a busy month": (600, 30)}


@pytest.fixture(scope="module", params=SIZES)
def size(request):
    """A dossier, its outline and its pages."""
    events, days = SIZES[request.param]
    dossier = with_long_titles(with_dates_of_every_kind(make_crowd(12, events, days=days)))
    return dossier, divide_timeline(dossier.events.values()), render(dossier)


def render(dossier):
    files = render_dossier(dossier, make_settings())
    return {path: text for path, text in files.items() if re.match(r"timeline[./]", path)}


def listed_on(pages):
    """Pages by the event they list, in the order of the list."""
    found = {}
    for path, text in pages.items():
        if path.endswith(".md"):
            for key in re.findall(r'<li id="(ev-[\w-]+)"', text):
                found.setdefault(key, []).append(path)
    return found


def test_every_event_is_listed_once_on_the_page_the_outline_names(size):
    dossier, outline, pages = size
    assert listed_on(pages) == {key: [outline.pages[key]] for key in dossier.events}
    assert len(pages) == 1 if len(dossier.events) <= MOST_ON_A_PAGE else len(pages) > 10


def test_every_dated_event_is_drawn_where_it_is_listed(size):
    dossier, outline, pages = size
    drawn = {}
    for path, text in pages.items():
        for key in re.findall(r'<a class="entry [^>]*href="[^"]*events/([\w-]+)\.html"', text):
            drawn.setdefault(key, []).append(path)
    dated = {key for key, each in dossier.events.items() if each.dating}
    assert drawn == {key: [outline.pages[key]] for key in dated}
    assert set(dossier.events) - dated or len(dossier.events) <= MOST_ON_A_PAGE


def test_an_event_stands_with_the_shortest_period_that_holds_it(size):
    _, outline, _ = size
    for chapter in outline.chapters():
        for each in chapter.own:
            extent = find_extent(each.dating.value)
            assert chapter.period is None or chapter.period.holds(extent)
            assert not any(part.period.holds(extent) for part in chapter.parts)
        held = [*chapter.own, *(each for part in chapter.parts for each in part.events)]
        assert sorted(each.id for each in held) == sorted(each.id for each in chapter.events)
        assert all(len(own) <= MOST_ON_A_PAGE for _, own in chapter.sheets)


def test_counts_over_periods_add_up_to_all_events(size):
    dossier, outline, pages = size
    for chapter in outline.chapters():
        if chapter.parts:
            overview = count_by_period(chapter)
            counted = [each.id for row in overview.rows for each in row.events]
            counted += [each.id for each in overview.loose]
            assert sorted(counted) == sorted(each.id for each in chapter.events)
            page = pages[chapter.path]
            drawn = sum(map(figure, re.findall(r'class="count"[^>]*>([\d,]+)<', page)))
            drawn += sum(map(figure, re.findall(r">([\d,]+) longer<", page)))
            assert drawn + len(overview.loose) == len(chapter.events)
            assert sum(map(figure, re.findall(r">[^<>]+ \(([\d,]+)\)</a>", page))) + sum(
                map(figure, re.findall(r'">([\d,]+) of [^<]+</a>(?=,|</span>)', page))
            ) == len(chapter.events)
    undated = sum(each.dating is None for each in dossier.events.values())
    assert len(outline.whole.events) + undated == len(dossier.events)
    assert f"# Timeline\n\n{len(dossier.events):,} event" in pages["timeline.md"]


def figure(words):
    return int(words.replace(",", ""))


def test_every_bar_leads_to_a_page_with_its_events(size):
    _, outline, pages = size
    for chapter in outline.chapters():
        for row in count_by_period(chapter).rows if chapter.parts else ():
            for cell in row.cells:
                if cell.events:
                    way = Places(chapter.path, outline).way_to(cell.period, cell.events)
                    assert f'<a class="cell" href="{way}"><title>' in pages[chapter.path]
                    inner = outline.find_chapter(cell.period)
                    assert {each.id for each in cell.events} <= {e.id for e in inner.events}


def test_every_mark_has_a_name_and_a_way(size):
    _, _, pages = size
    for text in pages.values():
        drawn = "".join(re.findall(r"<svg class=\"timeline.*?</svg>\n", text, re.DOTALL))
        for mark in re.findall(r"<a [^>]*>.*?</a>", drawn):
            assert re.match(r'<a class="[\w -]+" href="[^"]+"><title>[^<]{6,}</title>', mark), mark


def test_a_page_of_the_timeline_stays_light(size):
    _, _, pages = size
    weights = {path: len(gzip.compress(text.encode(), 6)) for path, text in pages.items()}
    # The frame of the site adds less than ten thousand bytes to what stands in docs/.
    assert {path: weight for path, weight in weights.items() if weight > 50_000} == {}


def test_few_events_have_one_page():
    made = make_dossier().events
    outline = divide_timeline(made.values())
    assert outline.chapters() == (outline.whole,)
    assert set(outline.pages.values()) == {"timeline.md"}


@pytest.mark.parametrize(
    ("edtf", "page"),
    [
        ("2015-05-03", "timeline/2015-q2.md"),
        ("2015-05", "timeline/2015-q2.md"),
        ("2015-34", "timeline/2015-q2.md"),
        ("2015-03/2015-05", "timeline/2015.md"),
        ("2015", "timeline/2015.md"),
        ("2015~", "timeline/2015.md"),
        ("../2015-05-03", "timeline/2015-q2.md"),
        ("2015-05-03/..", "timeline/2015-q2.md"),
        ("[2015-05-03..]", "timeline/2015-q2.md"),
        ("2015/2016", "timeline.md"),
        ("20XX", "timeline.md"),
        ("1815-06-18", "timeline/1810s.md"),
        ("", "timeline/undated.md"),
    ],
)
def test_a_date_finds_its_page(edtf, page):
    crowd = make_crowd(3, 2000).events
    outline = divide_timeline([*crowd.values(), event("ev-new", edtf)])
    assert outline.pages["ev-new"] == page


def test_more_of_one_day_than_a_page_holds_goes_on_over_several():
    held = [event(f"ev-{n:03}", "2015-05-03") for n in range(250)]
    outline = divide_timeline(held)
    day = outline.find_chapter(find_period(Unit.DAY, date(2015, 5, 3)))
    assert [(path, len(own)) for path, own in day.sheets] == [
        ("timeline/2015-05-03.md", 100),
        ("timeline/2015-05-03-2.md", 100),
        ("timeline/2015-05-03-3.md", 50),
    ]
    base = make_dossier()
    pages = render(replace(base, events={**base.events, **{each.id: each for each in held}}))
    assert 'href="2015-05-03-3.html"' in pages["timeline/2015-05-03.md"]
    assert set(listed_on(pages)) == {*base.events, *(each.id for each in held)}


def test_the_order_of_events_changes_no_page():
    events = list(with_dates_of_every_kind(make_crowd(3, 400)).events.values())
    assert divide_timeline(events[::-1]) == divide_timeline(events)


def test_periods_without_sources_are_named_in_picture_and_list():
    crowd = make_crowd(3, 300)
    silent = period("2013-03-01", "2016-08-10")
    kept = {
        key: each
        for key, each in crowd.events.items()
        if not silent.holds(find_extent(each.dating.value))
    }
    page = render(replace(crowd, events=kept))["timeline.md"]
    assert gaps(page) == [
        *("no collected sources",),
        "2014–2015: no collected sources report an event dated then",
        "no collected sources",
    ]
    said = re.findall(r'class="silent">([^<]*)<', page)
    assert said == [
        "No collected sources: March–December 2013.",
        "2014–2015: no collected sources report an event dated then.",
        "No collected sources: January–July 2016.",
    ]


def with_long_titles(dossier):
    """Titles that compress as badly as real ones do, and no two alike."""
    letters = random.Random(7)  # noqa: S311 - no secret, the same words in every run
    words = [
        "".join(letters.choices("aeioubcdfglmnprst", k=letters.randint(3, 9))) for _ in range(4000)
    ]
    events = {
        key: replace(each, title=" ".join(letters.choices(words, k=11)))
        for key, each in dossier.events.items()
    }
    return replace(dossier, events=events)
