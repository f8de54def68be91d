"""The timeline shows every event once, says how closely it is dated, and where nothing is known."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates import parse_edtf
from dossier.model import Dating, Event
from dossier.render import render_dossier
from dossier.render.periods import (
    Period,
    Unit,
    clip_silences,
    find_extent,
    find_period,
    find_silences,
    parts_of,
    say_period,
    widen,
)
from dossier.render.timeline import draw_timeline, silences_of
from dossier.render.timeline_layout import Side, group_by_lane, measure, place_marks
from dossier.vocabulary import DateBasis, EventStatus, EventType
from harbour import make_dossier, make_settings

EVERY_KIND = ("2021-07-28", "2021-07", "2021-03/2021-05", "../2021-05-12", "2021-08-16/..", "2021~")


def event(key, edtf, title="Something happens", **more):
    dating = Dating(parse_edtf(edtf), DateBasis.EXPLICIT) if edtf else None
    return Event(key, EventType.OTHER, title, dating, **more)


def draw(*events, page="timeline.md", known=None):
    return draw_timeline(page, events, "t", "All events", silences=silences_of(known or events))


def period(start, end):
    return Period(date.fromisoformat(start), date.fromisoformat(end))


# --- periods -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edtf", "lane"),
    [
        ("2021-07-28", "2021"),
        ("199X", "1990–1999"),
        ("../2025-05-12", "2025"),
        ("2021-08-16/..", "2021"),
        ("[2021-08-15..2025-05-12]", "2021–2025"),
    ],
)
def test_a_date_finds_its_lane(edtf, lane):
    assert say_period(widen(Unit.YEAR, find_extent(parse_edtf(edtf)))) == lane


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2021-01-01", "2022-01-01", "2021"),
        ("1990-01-01", "2000-01-01", "1990–1999"),
        ("2021-03-01", "2021-04-01", "March 2021"),
        ("2021-01-01", "2021-04-01", "January–March 2021"),
        ("2018-11-01", "2019-03-01", "November 2018 – February 2019"),
        ("2021-03-05", "2021-03-06", "5 March 2021"),
        ("2021-01-30", "2021-02-03", "30 January – 2 February 2021"),
        ("9999-12-01", "9999-12-31", "December 9999"),
    ],
)
def test_a_period_has_a_plain_name(start, end, words):
    assert say_period(period(start, end)) == words


@given(st.dates(), st.sampled_from(Unit))
def test_every_day_lies_in_the_period_found_for_it(day, unit):
    found = find_period(unit, day)
    assert found.start <= day
    assert day < found.end or day == date.max
    if found.start < found.end:
        assert find_period(unit, found.last) == found


@given(st.dates(date(1890, 1, 1), date(2100, 1, 1)), st.sampled_from([Unit.MONTH, Unit.QUARTER]))
def test_the_parts_of_a_year_fill_it(day, unit):
    year = find_period(Unit.YEAR, day)
    parts = list(parts_of(year, unit))
    assert parts[0].start == year.start
    assert parts[-1].end == year.end
    assert all(one.end == other.start for one, other in pairwise(parts))


# --- where nothing is known ----------------------------------------------------------------------


def gaps(drawn):
    return re.findall(r'gap-label"[^>]*>([^<]*)<', drawn)


def test_years_without_a_source_are_squeezed():
    assert gaps(draw(event("a", "2001"), event("b", "2021"))) == [
        "2002–2020: no collected sources report an event dated then"
    ]
    assert gaps(draw(event("a", "2001"), event("b", "2003"))) == [
        "2002: no collected sources report an event dated then"
    ]
    assert gaps(draw(event("a", "2001"), event("b", "2002"))) == []


def test_what_is_left_out_of_a_drawing_is_no_gap():
    drawn = event("a", "2001"), event("b", "2021")
    told = [*drawn, event("c", "2007"), event("d", "2010/2012")]
    assert [words.partition(":")[0] for words in gaps(draw(*drawn, known=told))] == [
        *("2002–2006", "2008–2009", "2013–2020")
    ]


def test_a_long_event_leaves_no_gap():
    assert gaps(draw(event("a", "2001/2020"), event("b", "2003"), event("c", "2021"))) == []


years = st.integers(1900, 1960)


@given(st.lists(st.tuples(years, st.integers(0, 5)), min_size=1, max_size=12))
def test_silences_are_the_years_that_nothing_touches(spans):
    held = {year + n for year, length in spans for n in range(length + 1)}
    values = [parse_edtf(f"{y}/{y + n}" if n else f"{y}") for y, n in spans]
    first, last = date(min(held), 1, 1), date(max(held) + 1, 1, 1)
    found = clip_silences(find_silences(values, Unit.YEAR), first, last, Unit.YEAR)
    silent = {year for p in found for year in range(p.start.year, p.last.year + 1)}
    assert silent == set(range(min(held), max(held) + 1)) - held


def test_a_vague_date_breaks_no_silence_and_a_lasting_event_does():
    ends = event("a", "2001"), event("b", "2005")
    assert len(gaps(draw(*ends, known=[*ends, event("c", "200X")]))) == 1
    assert len(gaps(draw(*ends, known=[*ends, event("c", "[2002..2004]")]))) == 1
    assert gaps(draw(*ends, known=[*ends, event("c", "2002/2004")])) == []


def test_a_silence_shorter_than_a_unit_is_left_out():
    silences = (period("2021-03-10", "2021-05-20"), period("2021-06-02", "2021-06-20"))
    whole = period("2021-01-01", "2022-01-01")
    cut = clip_silences(silences, whole.start, whole.end, Unit.MONTH)
    assert cut == (period("2021-04-01", "2021-05-01"),)


# --- the drawing ---------------------------------------------------------------------------------


dates = st.dates(date(2020, 1, 1), date(2022, 12, 31)).map(lambda day: day.isoformat())
values = st.one_of(
    dates,
    dates.map(lambda day: day[:7]),
    dates.map(lambda day: f"../{day}"),
    dates.map(lambda day: f"{day}/.."),
    st.sampled_from(["2020", "2021~", "202X", "[2020-03-01..2022-05-06]"]),
)


@given(
    st.lists(st.tuples(values, st.text("abc ", min_size=1, max_size=90)), min_size=1, max_size=60),
    st.sampled_from([Unit.YEAR, Unit.MONTH]),
)
def test_no_mark_or_label_lies_on_another(drawn, unit):
    events = [event(f"ev-{n}", edtf, title) for n, (edtf, title) in enumerate(drawn)]
    for lane, held in group_by_lane(events, unit):
        taken = {}
        for mark in place_marks(lane, held):
            width = measure(mark.label, bold=True)
            before, under = mark.side is Side.BEFORE, mark.side is Side.UNDER
            label = (mark.label_at - width * before, mark.label_at + width * (not before))
            for row, ends in ((mark.row, (mark.left, mark.right)), (mark.row + under, label)):
                for other in taken.setdefault(row, []):
                    assert other[0] == mark.event.id or ends[1] <= other[1] or other[2] <= ends[0]
                taken[row].append((mark.event.id, *ends))


@given(
    st.lists(st.text("abmw", min_size=1, max_size=30), min_size=2, max_size=30),
    st.dates(date(2021, 1, 1), date(2021, 12, 31)),
)
def test_a_title_is_cut_between_words(words, day):
    title = " ".join(words)
    ((lane, held),) = group_by_lane([event("ev", day.isoformat(), title)], Unit.YEAR)
    (mark,) = place_marks(lane, held)
    whole = mark.label.removesuffix("…")
    assert mark.label in (title, f"{whole}…")
    assert f"{title} ".startswith(f"{whole} ") or words[0].startswith(whole)


def test_the_scale_is_written_where_it_changes():
    drawn = draw(
        event("a", "2020"), event("b", "2021"), event("c", "199X"), event("d", "[2020..2022]")
    )
    scales = re.findall(r'<g class="scale"[^>]*>(.*?)</g>', drawn)
    assert [re.findall(r">(\w+)</text>", scale)[0] for scale in scales] == [
        "1990",
        "Jan",
        "2020",
        "Jan",
    ]


def test_a_drawing_can_be_read_aloud():
    drawn = draw(event("ev-a", "2021-07-28", "A & B meet"), page="index.md")
    assert '<title id="t-title">All events</title>' in drawn
    assert 'aria-labelledby="t-title t-desc"' in drawn
    assert 'href="events/ev-a.html"' in drawn
    assert "<title>28 July 2021: A &#38; B meet (single source)</title>" in drawn
    assert "\n\n" not in drawn
    assert draw(page="index.md") == ""


def test_a_mark_is_as_long_as_little_is_known():
    marks = {}
    for edtf in EVERY_KIND:
        drawn = draw(event("ev-a", edtf)).partition("</a>")[0]
        marks[edtf] = re.search(
            r'class="(entry[^"]*)".*?<(\w+) class="(mark[^"]*)"', drawn
        ).groups()
    assert {edtf: (shape, css) for edtf, (_, shape, css) in marks.items()} == {
        "2021-07-28": ("circle", "mark"),
        "2021-07": ("rect", "mark within"),
        "2021-03/2021-05": ("rect", "mark"),
        "../2021-05-12": ("rect", "mark open-start"),
        "2021-08-16/..": ("rect", "mark open-end"),
        "2021~": ("rect", "mark within"),
    }
    assert "approximate" in marks["2021~"][0]
    assert "approximate" not in marks["2021-07"][0]
    forecast = draw(event("ev-a", "2021-07-28", status=EventStatus.FORECAST))
    assert re.search(r'class="entry [^"]*\bhollow\b', forecast)


def test_the_legend_explains_what_is_drawn_and_nothing_else():
    def legend(*edtfs, **more):
        drawn = draw(*(event(f"ev-{n}", edtf, **more) for n, edtf in enumerate(edtfs)))
        return re.findall(r"</svg> ([^<]+)</li>", drawn)

    assert legend("2021-07-28") == ["a day"]
    assert legend("2021-07", status=EventStatus.ANNOUNCED) == [
        "within this time, not known when",
        "announced or forecast",
    ]
    assert legend(*EVERY_KIND) == [
        "a day",
        "within this time, not known when",
        "from end to end",
        "then or before",
        "then or later",
        "about",
    ]


# --- the page ------------------------------------------------------------------------------------


def test_what_is_drawn_is_listed_in_the_same_order():
    page = render_dossier(make_dossier(), make_settings())["timeline.md"]
    drawn = re.findall(r'<a class="entry [^"]*" href="events/([\w-]+)\.html"', page)
    listed = re.findall(r'<li id="([\w-]+)"', page)
    assert drawn
    assert drawn == listed[: len(drawn)]
    assert set(listed) == set(make_dossier().events)
    assert page.index('class="skip-drawing"') < page.index("<svg")


def test_the_briefing_lists_what_it_draws():
    page = render_dossier(make_dossier(), make_settings())["index.md"]
    drawn = re.findall(r'<a class="entry [^"]*" href="([^"]+)"', page)
    instead = page.partition('<ol class="timeline-list instead">')[2].partition("</ol>")[0]
    assert re.findall(r'href="([^"]+)"', instead) == drawn
    assert drawn
