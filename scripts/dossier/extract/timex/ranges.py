"""Join neighbouring dates that are the two ends of one range."""

import re
from dataclasses import replace
from typing import NamedTuple

from dossier.model import TimeExpression
from dossier.vocabulary import TimexForm

_LINK = re.compile(
    r"[ \t]?[-–—][ \t]?"
    r"|/|[ \t]{1,3}(?P<word>to|until|till|through|thru|into|and|or)[ \t]{1,3}(?:the[ \t])?"
)
_BETWEEN = re.compile(r"\bbetween[ \t]{1,3}(?:the[ \t])?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom[ \t]{1,3}(?:the[ \t])?\Z", re.IGNORECASE)
_ONWARD = ("to", "until", "till", "through", "thru")
"""Between "from" and these a weekday and a date are the ends of one stretch."""
_MOVED = re.compile(
    r"\b(?:moved?|postponed?|rescheduled?|delayed?|shift(?:ed)?|brought forward|pushed(?: back)?"
    r"|compared|rose|fell|grew|dropped|increased|decreased|rise|fall)\b",
    re.IGNORECASE,
)
_EVERY_WEEK = re.compile(
    r"\b(?:every|each|daily|weekdays|hourly|usually|normally|always|typically|opening hours"
    r"|(?:is|are|stays?|remains?)[ \t]open|\d[ap]m|[ap]\.?m\.?(?!\w))(?!\w)"
)
"""Where these stand weekdays are those of every week."""
_JOINED = {TimexForm.ABSOLUTE, TimexForm.PARTIAL, TimexForm.WEEKDAY}
_LONGEST_LINK = 16
_LOOK_BACK = 60


class Found(NamedTuple):
    """An expression in a sentence.

    Attributes:
        start: First code point, counted in the sentence.
        end: Code point after the last.
        expression: What it means.
    """

    start: int
    end: int
    expression: TimeExpression


def join_ranges(text: str, found: list[Found]) -> list[Found]:
    """Join pairs such as "Sunday into Monday" and "between May and July 2021".

    Args:
        text: The sentence.
        found: Its expressions in text order.
    """
    joined: list[Found] = []
    for second in found:
        first = joined[-1] if joined else None
        if first is None or not _is_linked(text, first, second):
            joined.append(second)
            continue
        start, end = _same_year(first.expression, second.expression)
        if _recurs(text, first, second):
            often = TimeExpression(TimexForm.SET, unit="week")
            joined[-1] = Found(first.start, second.end, often)
        elif _is_range(text, first, second):
            joined[-1] = Found(first.start, second.end, replace(start, until=end))
        else:
            joined[-1] = first._replace(expression=start)
            joined.append(second._replace(expression=end))
    return joined


def _is_linked(text: str, first: Found, second: Found) -> bool:
    """Whether nothing but a word or dash for a range stands between two dates of one kind."""
    left, right = first.expression, second.expression
    if left.until is not None or right.until is not None or left.form not in _JOINED:
        return False
    today = right.form is TimexForm.RELATIVE and right.counted_from == "article"
    if right.form not in _JOINED and not today:
        return False
    link = _LINK.fullmatch(text, first.end, min(second.start, first.end + _LONGEST_LINK))
    if link is None or link.end() != second.start:
        return False
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    from_to = link["word"] in _ONWARD and _FROM.search(before) is not None
    if right.form is TimexForm.RELATIVE:
        return from_to or (link["word"] == "and" and is_between(text, first.start))
    return (left.form is TimexForm.WEEKDAY) == (right.form is TimexForm.WEEKDAY) or from_to


def _is_range(text: str, first: Found, second: Found) -> bool:
    """Whether two linked dates are the ends of one stretch, and not two dates by themselves."""
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    link = text[first.end : second.start].split()
    if link[:1] == ["and"]:
        return is_between(text, first.start)
    if link[:1] in (["or"], ["/"]):
        return False
    return not (link[:1] == ["to"] and _MOVED.search(before))


def _recurs(text: str, first: Found, second: Found) -> bool:
    """Whether weekdays are those of every week: "open Monday to Friday"."""
    weekdays = first.expression.form is second.expression.form is TimexForm.WEEKDAY
    return weekdays and _EVERY_WEEK.search(text) is not None


def is_between(text: str, start: int) -> bool:
    """Whether "between" stands before what begins there."""
    return _BETWEEN.search(text, max(0, start - _LOOK_BACK), start) is not None


def _same_year(
    first: TimeExpression, last: TimeExpression
) -> tuple[TimeExpression, TimeExpression]:
    """Give the end that lacks its year the year of the other, told by number or by words."""
    if {first.form, last.form} == {TimexForm.PARTIAL} and not first.unit and last.unit == "year":
        return replace(last, edtf=first.edtf, part=first.part, until=None), last
    if first.form is TimexForm.PARTIAL and last.form is TimexForm.ABSOLUTE and "-" in last.edtf:
        year = int(last.edtf[:4]) - (first.edtf[4:] > last.edtf[4:])
        return _in_year(first, year), last
    if last.form is TimexForm.PARTIAL and first.form is TimexForm.ABSOLUTE and "-" in first.edtf:
        year = int(first.edtf[:4]) + (last.edtf[4:] < first.edtf[4:])
        return first, _in_year(last, year)
    return first, last


def _in_year(expression: TimeExpression, year: int) -> TimeExpression:
    edtf = f"{year:04}{expression.edtf[4:]}"
    return replace(expression, form=TimexForm.ABSOLUTE, edtf=edtf)
