"""EDTF values: what is read, what is refused, what is said."""

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates import (
    DateValue,
    approximate,
    describe,
    intersect,
    make_day,
    make_interval,
    overlaps,
    parse_edtf,
    sort_key,
    weekday_name,
)

DAYS = st.dates(date(1000, 1, 1), date(9980, 12, 31))
SPANS = st.tuples(DAYS, st.integers(1, 4000)).map(lambda t: (t[0], t[0] + timedelta(days=t[1])))
OPEN_SPANS = SPANS | DAYS.map(lambda d: (date.min, d)) | DAYS.map(lambda d: (d, date.max))
VALUES = st.builds(lambda span, one_of: make_interval(*span, one_of=one_of), SPANS, st.booleans())


@pytest.mark.cases("dates_describe")
def test_value_in_words(case):
    value = parse_edtf(case["edtf"])
    case.expect(
        {
            "words": describe(value),
            "earliest": str(value.earliest),
            "latest": str(value.latest),
        }
    )


@pytest.mark.parametrize(
    "text",
    [
        *("", "2021-", "2021-7-4", "21-07-04", "2021-13", "2021-02-29", "0000", "2021-XX-04"),
        *("2021-07-28T02:45", "2021-07-29/", "/2021", "../..", "2022/2021", "[2021]", "[]"),
        *("[..]", "[2022..2021]", "[2021~..2022]", "[199X..2001]", "2021-03-XX/2022", "2021-25"),
        *("2021-21-03", "[2021-21..2021-22]", "2021~~", " 2021", "2021/2022/2023", "9999-12-31"),
        *("２０２１", "[2021/2022]", "today"),  # noqa: RUF001 - full-width digits are refused
    ],
)
def test_what_is_not_in_the_profile_is_refused(text):
    with pytest.raises(ValueError, match=r"\w"):
        parse_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        *("2021", "2021-07", "2021-07-28", "199X", "19XX", "2021-XX", "2021-07-XX", "2021-07~"),
        *("2021?", "2021-07-28%", "2021-21", "2021-36", "2021/2021-08-15", "../2025-05-12"),
        *("2021-08-15/..", "[2021-08-16..2021-08-21]", "[2021-08-15,2021-08-17]", "[..2021]"),
        *("[2021..]", "2022-04~/2022-06~"),
    ],
)
def test_profile_is_edtf(text):
    assert edtf.parse_edtf(text) is not None
    assert parse_edtf(text).edtf == text


@given(OPEN_SPANS, st.booleans())
def test_made_range_reads_back(span, one_of):
    value = make_interval(*span, one_of=one_of)
    assert parse_edtf(value.edtf) == value
    assert value.earliest == span[0]
    assert value.latest == span[1] - timedelta(days=1)
    assert value.is_open_start == (span[0] == date.min)
    assert value.is_open_end == (span[1] == date.max)
    edtf.parse_edtf(value.edtf)


@given(DAYS)
def test_day_is_written_whole(day):
    assert make_day(day) == DateValue(day, day + timedelta(days=1), day.isoformat())
    assert make_day(day).is_day


@given(VALUES, VALUES)
def test_intersection_is_the_days_in_common(left, right):
    common = intersect(left, right)
    assert (common is not None) == overlaps(left, right) == overlaps(right, left)
    if common is not None:
        assert common.start == max(left.start, right.start)
        assert common.end == min(left.end, right.end)
        assert parse_edtf(common.edtf) == common


@given(VALUES)
def test_approximate_marks_once(value):
    once = approximate(value)
    assert approximate(once) == once
    assert once.is_qualified != value.is_one_of
    assert parse_edtf(once.edtf) == once


@given(VALUES)
def test_every_value_has_words(value):
    words = describe(value)
    assert words
    assert str(value.latest.year) in words


def test_intersection_keeps_the_narrower_as_written():
    assert intersect(parse_edtf("2021"), parse_edtf("2021-07~")).edtf == "2021-07~"
    assert intersect(
        parse_edtf("2021-07/2021-08"), parse_edtf("[2021-08-15..2021-09-03]")
    ).edtf == ("[2021-08-15..2021-08-31]")
    assert intersect(parse_edtf("2021"), parse_edtf("2022")) is None


def test_ends_of_a_set_may_differ_in_precision():
    # The independent parser refuses this; the specification does not forbid it.
    value = parse_edtf("[2023-04..2025-05-12]")
    assert (value.earliest, value.latest) == (date(2023, 4, 1), date(2025, 5, 12))


def test_order_is_by_first_day_and_open_starts_by_their_last():
    texts = ["2021", "2020-05", "../2021-03", "2021-01", "2021-06-01/.."]
    values = [None, *(parse_edtf(text) for text in texts)]
    assert [value and value.edtf for value in sorted(values, key=sort_key)] == [
        *("2020-05", "2021-01", "2021", "../2021-03", "2021-06-01/..", None)
    ]


def test_weekday_does_not_ask_the_locale():
    assert weekday_name(date(2021, 7, 29)) == "Thursday"
