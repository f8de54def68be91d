"""Expressions of time that are no date: lengths, repetitions, and words like "recently".

They are kept because a reader of findings needs them, and so that nothing in them is taken for
a date.
"""

import re

from dossier.extract.timex.words import (
    COUNT,
    HEDGE,
    MONTH_NAME,
    SEASON,
    UNIT,
    WEEKDAY,
    Rule,
    S,
    count_of,
    hedge_name,
    rule,
    unit_name,
    weekday_number,
)
from dossier.model import TimeExpression
from dossier.vocabulary import Direction, TimexForm

_DIRECTIONS = {"last": Direction.PAST, "past": Direction.PAST, "previous": Direction.PAST}
_DIRECTIONS |= {"next": Direction.FUTURE, "coming": Direction.FUTURE}
_REPEATED = {"annual": "year", "yearly": "year", "daily": "day", "weekly": "week"}
_REPEATED |= {"monthly": "month", "quarterly": "quarter"}
_NOT_OLD = r"(?![ \t-]{1,2}olds?\b|[ \t]of[ \t]age\b)"
_VAGUE = {
    **dict.fromkeys(("recently", "lately", "in the past", "long ago"), Direction.PAST),
    **dict.fromkeys(("soon", "shortly", "in the near future"), Direction.FUTURE),
    **dict.fromkeys(("now", "currently", "nowadays", "presently"), Direction.PRESENT),
    **dict.fromkeys(("at present", "at the moment", "these days"), Direction.PRESENT),
}


def _duration(match: re.Match[str]) -> TimeExpression:
    count, unit = count_of(match) if match["n"] else (None, unit_name(match["u"]))
    way = _DIRECTIONS.get((match.groupdict().get("way") or "").lower(), Direction.NEAREST)
    return TimeExpression(
        TimexForm.DURATION,
        unit=unit,
        amount=count,
        direction=way,
        hedge=hedge_name(match.groupdict().get("hedge")),
    )


@rule(
    "unit led",
    rf"\b(?:the{S})?(?P<way>(?i:last|past|previous|next|coming)){S}"
    rf"(?:(?P<n>{COUNT}|(?i:few|several|couple{S}of)){S})?{UNIT}s?\b{_NOT_OLD}",
)
def past_units(match: re.Match[str]) -> TimeExpression | None:
    """The past two weeks; the next 48 hours; the past year."""
    if match["n"] is None and not match.group().lower().startswith("the"):
        return None
    return _duration(match)


@rule(
    "unit",
    rf"\b{HEDGE}(?P<n>{COUNT}|(?i:several|a{S}few|many|some|few))(?:{S}|[ \t]?-)"
    rf"(?:(?:more|full|straight|consecutive|long|whole|entire){S})?{UNIT}s?\b{_NOT_OLD}",
)
def count_of_units(match: re.Match[str]) -> TimeExpression | None:
    """Two decades; a 20-year war; 48 hours; several weeks. Ages are no durations."""
    if match["u"].lower() == "quarter" and match["n"].lower() in ("a", "an", "one", "three"):
        return None  # a quarter of something
    return _duration(match)


@rule("unit", r"\b(?P<u>(?i:decade|year|month|week|day|hour|centurie))s\b" + _NOT_OLD)
def units(match: re.Match[str]) -> TimeExpression:
    """Decades; for months."""
    return TimeExpression(TimexForm.DURATION, unit=unit_name(match["u"]))


@rule("recent", rf"\b(?i:in{S})?recent{S}(?P<u>day|week|month|year|decade)s\b")
def recent_units(match: re.Match[str]) -> TimeExpression:
    """In recent weeks."""
    return TimeExpression(TimexForm.VAGUE, unit=match["u"], direction=Direction.PAST)


@rule(
    "set",
    rf"\b(?i:every|each|once{S}an?|twice{S}an?|per){S}(?:other{S})?(?:(?P<w>{WEEKDAY})|{UNIT})\b",
)
def every_unit(match: re.Match[str]) -> TimeExpression:
    """Every Monday; each year; twice a week."""
    unit = unit_name(match["u"]) if match["u"] else "week"
    return TimeExpression(TimexForm.SET, unit=unit, weekday=weekday_number(match["w"]))


@rule("set month", rf"\b(?i:every|each){S}{MONTH_NAME}\b")
def every_month_name(_: re.Match[str]) -> TimeExpression:
    """Each January."""
    return TimeExpression(TimexForm.SET, unit="year")


@rule("set season", rf"\b(?i:every|each){S}{SEASON}\b")
def every_season(_: re.Match[str]) -> TimeExpression:
    """Every summer."""
    return TimeExpression(TimexForm.SET, unit="year")


@rule("weekday", rf"\b(?P<w>{WEEKDAY})s\b")
def weekdays(match: re.Match[str]) -> TimeExpression:
    """Mondays."""
    return TimeExpression(TimexForm.SET, unit="week", weekday=weekday_number(match["w"]))


@rule("often", r"\b(?P<k>(?i:annual|yearly|daily|weekly|monthly|quarterly))(?:ly)?\b")
def repeated(match: re.Match[str]) -> TimeExpression | None:
    """Annually; a weekly meeting. With a capital it is part of a name, or opens the sentence."""
    if match["k"][0].isupper():
        return None
    return TimeExpression(TimexForm.SET, unit=_REPEATED[match["k"]])


@rule(
    "vague",
    rf"\b(?i:recently|lately|in{S}the{S}past|long{S}ago|soon|shortly|in{S}the{S}near{S}future|now"
    rf"|currently|nowadays|presently|at{S}present|at{S}the{S}moment|these{S}days)\b"
    rf"(?!{S}(?:before|after|as|that)\b)",
)
def vague(match: re.Match[str]) -> TimeExpression:
    """Recently; now; soon."""
    return TimeExpression(
        TimexForm.VAGUE, direction=_VAGUE[" ".join(match.group().lower().split())]
    )


RULES: tuple[Rule, ...] = (
    past_units, count_of_units, units, recent_units, every_unit, every_month_name,
    every_season, weekdays, repeated, vague,
)  # fmt: skip
