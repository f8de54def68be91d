"""Dates that name their day or month.

Complete ones are ABSOLUTE; those that leave out the year are PARTIAL and wait for the day the
article appeared.
"""

import re
from dataclasses import replace
from datetime import date

from dossier.dates import MONTHS
from dossier.extract.timex.ranges import is_between
from dossier.extract.timex.words import (
    DAY,
    MONTH,
    MONTH_NAME,
    NAMED_WEEKDAY,
    ORDINAL,
    ORDINALS,
    PART,
    PARTLY,
    YEAR,
    Rule,
    S,
    direction_of,
    month_number,
    part_name,
    rule,
    weekday_number,
)
from dossier.model import TimeExpression
from dossier.vocabulary import TimexForm

_REL = rf"(?P<rel>(?i:last|this|next|past|this{S}past|this{S}coming))"
_NOT_A_DAY = (
    r"(?![\d,.]\d|[ \t]?%|[ \t](?:per[ \t]?cent|million|billion|thousand|points?|people)\b)"
)
_DASH = r"[ \t]?[-–—][ \t]?"
_MONTH_PREPOSITIONS = re.compile(
    r"\b(?:in|since|until|till|during|through|throughout|this|between|back in|as of|mid|and|by|of"
    r"|from|to|for|after|before|as early as|as late as|every|each)[ \t]{1,3}\Z",
    re.IGNORECASE,
)
_MAY_PREPOSITIONS = re.compile(
    r"\b(?:in|since|until|during|through|throughout|between)[ \t]{1,3}\Z", re.IGNORECASE
)
_SET_FOR = re.compile(
    r"\b(?:set|scheduled|planned|due|expected|slated|postponed|listed|fixed|booked|delayed|adjourned"
    r"|put off|put back)[ \t](?:for|in|by|until|till|to)[ \t]{1,3}\Z"
)
_AND = re.compile(r"\band\b")
_LOOK_BACK = 32


def _day(match: re.Match[str], year: str, month: int, day: str) -> TimeExpression | None:
    try:
        date(int(year) if year != "XXXX" else 2000, month, int(day))
    except ValueError:
        return None
    form = TimexForm.PARTIAL if year == "XXXX" else TimexForm.ABSOLUTE
    weekday = weekday_number(match.groupdict().get("w"))
    return TimeExpression(form, f"{year}-{month:02}-{int(day):02}", weekday)


@rule(
    "month digits", rf"{NAMED_WEEKDAY}\b(?P<m>{MONTH}){S}(?P<d>{DAY}){ORDINAL},?{S}(?P<y>{YEAR})\b"
)
def month_day_year(match: re.Match[str]) -> TimeExpression | None:
    """July 28, 2021; Sept. 11, 2001; May 12th 2025; Thursday, July 29, 2021."""
    return _day(match, match["y"], month_number(match["m"]), match["d"])


@rule(
    "month digits",
    rf"{NAMED_WEEKDAY}(?:[Tt]he{S})?\b(?P<d>{DAY}){ORDINAL}{S}(?:of{S})?(?P<m>{MONTH}),?{S}"
    rf"(?P<y>{YEAR})\b",
)
def day_month_year(match: re.Match[str]) -> TimeExpression | None:
    """28 July 2021; the 28th of July, 2021."""
    return _day(match, match["y"], month_number(match["m"]), match["d"])


@rule(
    "digits parted",
    rf"{NAMED_WEEKDAY}\b(?P<y>{YEAR})(?P<s>[-/])(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])"
    r"(?:\b|(?=T\d\d:?\d\d))",
)
def iso_day(match: re.Match[str]) -> TimeExpression | None:
    """2021-07-28; 2021/07/28."""
    return _day(match, match["y"], int(match["m"]), match["d"])


@rule(
    "digits parted",
    rf"{NAMED_WEEKDAY}(?<![\d/.-])\b(?P<a>[0-3]?\d)(?P<s>[/.-])(?P<b>[0-3]?\d)(?P=s)"
    r"(?P<y>(?:19|20)\d\d|\d\d)\b(?![/.-]?\d)",
)
def numeric_day(match: re.Match[str]) -> TimeExpression | None:
    """07/29/2021, 29.07.2021; where day and month cannot be told apart, one of both days."""
    if match["s"] == "." and len(match["y"]) != len("2021"):
        return None  # a version number
    year = match["y"] if len(match["y"]) > len("21") else f"20{match['y']}"
    first, second = int(match["a"]), int(match["b"])
    american = _day(match, year, first, match["b"]) if 1 <= first <= len(MONTHS) else None
    british = _day(match, year, second, match["a"]) if 1 <= second <= len(MONTHS) else None
    if match["s"] == ".":
        return british
    if american and british and first != second:
        days = sorted((american.edtf, british.edtf))
        return TimeExpression(TimexForm.ABSOLUTE, f"[{days[0]},{days[1]}]", american.weekday)
    return american or british


@rule(
    "month number",
    rf"{NAMED_WEEKDAY}(?:[Tt]he{S})?\b(?P<m>{MONTH}){S}(?P<d>{DAY}){ORDINAL}\b{_NOT_A_DAY}",
)
def month_day(match: re.Match[str]) -> TimeExpression | None:
    """July 4; Sunday, March 4."""
    return _day(match, "XXXX", month_number(match["m"]), match["d"])


@rule(
    "month number",
    rf"{NAMED_WEEKDAY}(?:[Tt]he{S})?\b(?P<d>{DAY}){ORDINAL}{S}(?:of{S})?(?P<m>{MONTH})(?![\w]|{S}\d)",
)
def day_month(match: re.Match[str]) -> TimeExpression | None:
    """4 July; the 4th of July."""
    return _day(match, "XXXX", month_number(match["m"]), match["d"])


@rule(
    "month unit led number",
    rf"{NAMED_WEEKDAY}\b(?:(?P<m>{MONTH}){S}(?P<d>{DAY}){ORDINAL}"
    rf"|(?P<d2>{DAY}){ORDINAL}{S}(?:of{S})?(?P<m2>{MONTH})),?{S}of{S}{_REL}{S}year\b",
)
def day_of_last_year(match: re.Match[str]) -> TimeExpression | None:
    """March 27 of this year; 4 July of last year."""
    return _day_of_year(match)


@rule(
    "month unit led number",
    rf"(?P<span>{NAMED_WEEKDAY}\b(?:(?P<m>{MONTH}){S}(?P<d>{DAY}){ORDINAL}"
    rf"|(?P<d2>{DAY}){ORDINAL}{S}(?:of{S})?(?P<m2>{MONTH})))\b,?{S}{_REL}{S}year\b",
)
def day_last_year(match: re.Match[str]) -> TimeExpression | None:
    """17 September last year: the day takes its year from the words behind it."""
    return _day_of_year(match)


def _day_of_year(match: re.Match[str]) -> TimeExpression | None:
    month = month_number(match["m"] or match["m2"])
    found = _day(match, "XXXX", month, match["d"] or match["d2"])
    amount, direction = direction_of(match["rel"])
    return replace(found, unit="year", amount=amount, direction=direction) if found else None


@rule(
    "month unit",
    rf"\b(?:[Tt]he{S})?(?P<n>first|second|third|fourth){S}week{S}(?:of|in){S}(?P<m>{MONTH_NAME})"
    rf"\b(?:,?{S}(?:of{S})?(?P<y>{YEAR})\b)?",
)
def week_of_month(match: re.Match[str]) -> TimeExpression | None:
    """The first week of January: its first seven days; the second week in May 2019."""
    year, month = match["y"] or "XXXX", month_number(match["m"])
    form = TimexForm.ABSOLUTE if match["y"] else TimexForm.PARTIAL
    last = 7 * ORDINALS[match["n"]]
    until = TimeExpression(form, f"{year}-{month:02}-{last:02}")
    return TimeExpression(form, f"{year}-{month:02}-{last - 6:02}", until=until)


@rule(
    "month number",
    rf"\b(?P<m>{MONTH}){S}(?P<a>{DAY}){ORDINAL}(?:{_DASH}|{S}(?:to|and|through|until){S})"
    rf"(?P<b>{DAY}){ORDINAL}\b(?:,?{S}(?P<y>{YEAR})\b)?{_NOT_A_DAY}",
)
def month_days(match: re.Match[str]) -> TimeExpression | None:
    """May 3–5; May 3 to 5, 2021; May 3 and 4."""
    return _days(match)


@rule(
    "month number",
    rf"\b(?P<a>{DAY}){ORDINAL}(?:{_DASH}|{S}(?:to|and|through|until){S})(?P<b>{DAY}){ORDINAL}{S}"
    rf"(?:of{S})?(?P<m>{MONTH})(?:,?{S}(?P<y>{YEAR})\b)?",
)
def days_month(match: re.Match[str]) -> TimeExpression | None:
    """3–5 May; from 3 to 5 March 2021."""
    return _days(match)


def _days(match: re.Match[str]) -> TimeExpression | None:
    year, month = match["y"] or "XXXX", month_number(match["m"])
    first, last = (_day(match, year, month, match[name]) for name in ("a", "b"))
    if first is None or last is None or int(match["a"]) >= int(match["b"]):
        return None
    apart = _AND.search(match.group()) and int(match["b"]) - int(match["a"]) > 1
    if apart and not is_between(match.string, match.start()):
        return None  # two days by themselves, which a list gives
    return TimeExpression(first.form, first.edtf, until=last)


@rule("month digits", rf"\b{PARTLY}(?P<m>{MONTH})(?:{S}of|,)?{S}(?P<y>{YEAR})\b")
def month_year(match: re.Match[str]) -> TimeExpression | None:
    """July 2021; late July 2021; the end of July, 2021."""
    edtf = f"{match['y']}-{month_number(match['m']):02}"
    return TimeExpression(TimexForm.ABSOLUTE, edtf, part=part_name(match["part"]))


@rule("month led", rf"\b{PARTLY}{_REL}{S}(?P<m>{MONTH_NAME})\b")
def last_month_name(match: re.Match[str]) -> TimeExpression | None:
    """Last July; late last March; next May."""
    amount, direction = direction_of(match["rel"])
    edtf = f"XXXX-{month_number(match['m']):02}"
    part = part_name(match["part"])
    return TimeExpression(TimexForm.PARTIAL, edtf, amount=amount, direction=direction, part=part)


@rule("month unit led", rf"\b{PARTLY}(?P<m>{MONTH_NAME}){S}(?:of{S})?{_REL}{S}year\b")
def month_of_last_year(match: re.Match[str]) -> TimeExpression | None:
    """July last year; March of this year."""
    amount, direction = direction_of(match["rel"])
    edtf = f"XXXX-{month_number(match['m']):02}"
    part = part_name(match["part"])
    return TimeExpression(
        TimexForm.PARTIAL, edtf, unit="year", amount=amount, direction=direction, part=part
    )


@rule("month", rf"\b{PART}(?:{S}|[ \t]?-)(?P<m>{MONTH_NAME})\b")
def part_of_month(match: re.Match[str]) -> TimeExpression | None:
    """Late July; mid-March; the end of May."""
    edtf = f"XXXX-{month_number(match['m']):02}"
    return TimeExpression(TimexForm.PARTIAL, edtf, part=part_name(match["part"]))


@rule(
    "month",
    rf"\b(?P<m>{MONTH_NAME}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)(?!\w|{S}\d\d?,?{S}{YEAR}\b)",
)
def month(match: re.Match[str]) -> TimeExpression | None:
    """In July; back in June. Without a preposition a month may be a person or a verb."""
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    after = match.string[match.end() : match.end() + 2]
    needed = _MAY_PREPOSITIONS if match["m"] == "May" else _MONTH_PREPOSITIONS
    surname = after[:1] in (" ", "-") and after[1:].isupper()
    if not needed.search(before) and not _SET_FOR.search(before):
        if match["m"] in ("May", "March") or surname or before.rstrip()[-1:].isalpha():
            return None
    elif surname and match["m"] in ("April", "May", "June", "August"):
        return None
    return TimeExpression(TimexForm.PARTIAL, f"XXXX-{month_number(match['m']):02}")


@rule(
    "unit month",
    rf"\b(?:[Tt]he{S})?(?P<u>[Ww]eekend|[Ww]eek)"
    rf"{S}(?:of|beginning|starting|ending){S}(?:on{S})?(?:[A-Z][a-z]{{2,5}}day,?{S})?(?:[Tt]he{S})?(?:(?P<d>{DAY}){ORDINAL}{S}(?:of{S})?(?P<m>{MONTH})"
    rf"|(?P<m2>{MONTH}){S}(?P<d2>{DAY}){ORDINAL})\b(?:,?{S}(?P<y>{YEAR})\b)?(?!{_DASH}\d)",
)
def weekend_of_day(match: re.Match[str]) -> TimeExpression | None:
    """The weekend of 4 July: Saturday and Sunday nearest the day; the week of 5 August."""
    month = month_number(match["m"] or match["m2"])
    found = _day(match, match["y"] or "XXXX", month, match["d"] or match["d2"])
    return replace(found, part=match["u"].lower()) if found else None


RULES: tuple[Rule, ...] = (
    month_day_year, day_month_year, day_of_last_year, day_last_year, week_of_month, iso_day,
    numeric_day,
    month_days, days_month, month_day, day_month, month_year, last_month_name, month_of_last_year,
    part_of_month, month, weekend_of_day,
)  # fmt: skip
