"""Join neighbouring dates that are the two ends of one range."""

import re
from dataclasses import replace
from typing import NamedTuple

from dossier.model import TimeExpression
from dossier.vocabulary import TimexForm

_LINK = re.compile(
    r"[ \t]?[-–—][ \t]?"
    r"|[ \t]{1,3}(?P<word>to|until|till|through|thru|into|and)[ \t]{1,3}(?:the[ \t])?"
)
_BETWEEN = re.compile(r"\bbetween[ \t]{1,3}(?:the[ \t])?\Z", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:moved?|postponed?|rescheduled?|delayed?|shift(?:ed)?|brought forward|pushed(?: back)?"
    r"|compared|rose|fell|grew|dropped|increased|decreased|rise|fall)\b",
    re.IGNORECASE,
)
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
        if first is not None and _is_range(text, first, second):
            start, end = _same_year(first.expression, second.expression)
            joined[-1] = Found(first.start, second.end, replace(start, until=end))
        else:
            joined.append(second)
    return joined


def _is_range(text: str, first: Found, second: Found) -> bool:
    left, right = first.expression, second.expression
    if left.until is not None or right.until is not None or not {left.form, right.form} <= _JOINED:
        return False
    if (left.form is TimexForm.WEEKDAY) != (right.form is TimexForm.WEEKDAY):
        return False
    link = _LINK.fullmatch(text, first.end, min(second.start, first.end + _LONGEST_LINK))
    if link is None or link.end() != second.start:
        return False
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    if link["word"] == "and":
        return bool(_BETWEEN.search(before))
    return not (link["word"] == "to" and _MOVED.search(before))


def _same_year(
    first: TimeExpression, last: TimeExpression
) -> tuple[TimeExpression, TimeExpression]:
    """Give the end that lacks its year the year of the other."""
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
