"""Lists of days that share a month: "3 and 7 May", "May 9, 10 and 11, 2021".

Days that follow one another are one stretch; others are dates of their own, each with its words.
"""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from dossier.extract.timex.ranges import Found, is_between
from dossier.extract.timex.words import DAY, MONTH, ORDINAL, YEAR, S, month_number
from dossier.model import TimeExpression
from dossier.vocabulary import TimexForm

_ONE = rf"{DAY}{ORDINAL}"
_MORE = rf"(?:,{S}(?:the{S})?{_ONE}){{0,8}},?{S}(?:and|or){S}(?:the{S})?{_ONE}"
_LISTS = re.compile(
    rf"\b(?P<m>{MONTH}){S}(?P<days>{_ONE}{_MORE})\b(?:,?{S}(?P<y>{YEAR})\b)?(?![\d,.]\d|[ \t]?%)"
    rf"|(?<![\d.,:])\b(?P<days2>{_ONE}{_MORE}){S}(?:of{S})?(?P<m2>{MONTH})\b(?:,?{S}(?P<y2>{YEAR})\b)?"
)
_DAY = re.compile(rf"(?P<d>{DAY}){ORDINAL}\b")


def find_listed(text: str) -> list[Found]:
    """Find days that are listed with the month they share.

    Args:
        text: The sentence.

    Returns:
        In text order, one for a run of days that follow one another, else one for each day.
        The month's own words belong to the day beside it.
    """
    offers: list[Found] = []
    for match in _LISTS.finditer(text):
        if is_between(text, match.start()):
            continue  # the two ends of a range
        group = "days" if match["days"] else "days2"
        year = match["y"] or match["y2"] or "XXXX"
        month = month_number(match["m"] or match["m2"])
        days = list(_DAY.finditer(text, *match.span(group)))
        if all(_exists(year, month, int(one["d"])) for one in days):
            offers += _offer(match, days, f"{year}-{month:02}")
    return offers


def _exists(year: str, month: int, day: int) -> bool:
    try:
        date(int(year) if year != "XXXX" else 2000, month, day)
    except ValueError:
        return False
    return True


def _offer(match: re.Match[str], days: list[re.Match[str]], month: str) -> list[Found]:
    form = TimexForm.PARTIAL if month.startswith("X") else TimexForm.ABSOLUTE
    numbers = [int(one["d"]) for one in days]
    made = [TimeExpression(form, f"{month}-{number:02}") for number in numbers]
    runs = not re.search(r"\bor\b", match.group())
    if runs and all(after - before == 1 for before, after in pairwise(numbers)):
        return [Found(*match.span(), replace(made[0], until=made[-1]))]
    offers = [Found(*one.span(), value) for one, value in zip(days, made, strict=True)]
    offers[0] = offers[0]._replace(start=match.start())
    offers[-1] = offers[-1]._replace(end=match.end())
    return offers
