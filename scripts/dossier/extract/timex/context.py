"""Dates that are counted from another date of the text: the one told last, or a happening's."""

import re

from dossier.extract.timex.relative import LONGER, counted
from dossier.extract.timex.words import (
    COUNT,
    DAY_PART,
    HEDGE,
    MONTH_NAME,
    PARTLY,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    Rule,
    S,
    count_of,
    hedge_name,
    month_number,
    part_name,
    rule,
    weekday_number,
)
from dossier.model import TimeExpression
from dossier.vocabulary import Direction, TimexForm

_FORWARD = ("after", "later", "following", "next")
_DAY_PARTS = "night|morning|afternoon|evening"
_CLOSED = r"(?=[ \t]?[,.;:)”\"’—–-]|{S}(?:and|but|in|on|at|when)\b|\s*\Z)".replace("{S}", S)
_OTHER = r"(?P<way>(?i:that|the{S}same|the{S}following|the{S}next|the{S}previous|the{S}preceding))"
_OTHER = _OTHER.replace("{S}", S)
_AMOUNTS = {"that": 0, "same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}


@rule(
    "unit later",
    rf"\b{HEDGE}(?P<n>{COUNT}){S}{UNIT}s?{S}(?:(?P<way>earlier|later|previously|beforehand"
    rf"|afterwards?)\b(?!{S}than\b)|(?P<way3>before|after){S}(?:that|this){_CLOSED}"
    rf"|(?P<way2>before|after)\b{_CLOSED[:-1]}|{S}(?:he|she|it|they)\b))",
)
def later(match: re.Match[str]) -> TimeExpression | None:
    """A year earlier; two days later; a fortnight before. Counted from the date told last."""
    count, unit = count_of(match)
    if count is None:
        return None
    forward = (match["way"] or match["way2"] or match["way3"]).startswith(("later", "after"))
    return counted(unit, count if forward else -count, "context", hedge=hedge_name(match["hedge"]))


@rule(
    "unit after",
    rf"\b{HEDGE}(?P<n>{COUNT}){S}{UNIT}s?{S}(?P<way>after|before|following|prior{S}to|ahead{S}of"
    rf"|in{S}advance{S}of|since)(?={S}[\w“\"‘'])",
)
def after_happening(match: re.Match[str]) -> TimeExpression | None:
    """Almost a year after his visit; two weeks before the vote: the date of visit and vote."""
    count, unit = count_of(match)
    if count is None:
        return None
    back = match["way"] in ("after", "following", "since")
    hedge = hedge_name(match["hedge"])
    return counted(unit, -count if back else count, "happening", hedge=hedge)


@rule(
    "unit other",
    rf"\b(?i:that|the{S}same|the{S}very{S}same){S}(?P<u>day|weekend|week|month|year|decade)"
    rf"(?=['’]?s?\b)(?!s?{S}(?:that|in{S}which)\b)",
)
def that_unit(match: re.Match[str]) -> TimeExpression:
    """That year; the same day."""
    return counted(match["u"], 0, "context")


@rule(
    "deictic other",
    rf"\b{_OTHER}{S}(?:{_DAY_PARTS})\b(?!s?{S}(?:of|from|to|that|shift|train|flight|bus)\b)",
)
def other_part_of_day(match: re.Match[str]) -> TimeExpression:
    """That night; the same evening; the next morning: a part of a day is no finer than the day."""
    return counted("day", _AMOUNTS[match["way"].lower().split()[-1]], "context")


@rule(
    "unit",
    rf"\b(?i:the){S}(?:(?P<way>following|previous|preceding){S}(?P<u>day|weekend|{LONGER})"
    rf"|(?P<way3>next){S}(?P<u3>day)"
    rf"|(?P<u2>day|week|month|year|night|weekend){S}(?P<way2>before|after){_CLOSED})"
    rf"(?!s?{S}(?:of|from|to)\b)\b",
)
def next_unit(match: re.Match[str]) -> TimeExpression:
    """The next day; the previous month; the year before. Counted from the date told last."""
    way = (match["way"] or match["way2"] or match["way3"]).lower()
    unit = match["u"] or match["u2"] or match["u3"]
    unit = "day" if unit == "night" else unit
    return counted(unit, 1 if way in _FORWARD else -1, "context")


@rule("time", rf"\b(?i:at{S}(?:the|that){S}time|at{S}the{S}same{S}time{S}as)\b(?!{S}of\b)")
def at_the_time(match: re.Match[str]) -> TimeExpression | None:
    """At the time: the date told last, as it stands."""
    if "same" in match.group().lower():
        return None
    return TimeExpression(TimexForm.RELATIVE, amount=0, counted_from="context")


def _named(match: re.Match[str]) -> str:
    """The month or season that a rule names, without its year."""
    if match["m"]:
        return f"XXXX-{month_number(match['m']):02}"
    return f"XXXX-{SEASONS[match['s'].lower()]}"


def _of_context(match: re.Match[str], unit: str, way: str) -> TimeExpression:
    amount = _AMOUNTS[way.lower().split()[-1]]
    return TimeExpression(
        TimexForm.PARTIAL,
        _named(match),
        unit=unit,
        amount=amount,
        direction=(Direction.NEAREST, Direction.FUTURE, Direction.PAST)[amount],
        part=part_name(match["part"]),
        counted_from="context",
    )


@rule("month other", rf"\b{PARTLY}{_OTHER}{S}(?:(?P<m>{MONTH_NAME})|(?P<s>(?!)))\b(?!{S}\d)")
def other_month(match: re.Match[str]) -> TimeExpression:
    """That November; the following March; the previous May."""
    return _of_context(match, "", match["way"])


@rule("season other", rf"\b{PARTLY}{_OTHER}{S}(?:(?P<m>(?!))|(?P<s>{SEASON}))\b")
def other_season(match: re.Match[str]) -> TimeExpression:
    """That summer; the following autumn."""
    return _of_context(match, "", match["way"])


_YEAR_OF = rf"(?:,?{S}(?:of{S}|in{S})?|,{S}){_OTHER}{S}year\b"


@rule("month unit other", rf"\b{PARTLY}(?:(?P<m>{MONTH_NAME})|(?P<s>(?!))){_YEAR_OF}")
def month_of_that_year(match: re.Match[str]) -> TimeExpression:
    """May that year; in late March of the following year."""
    return _of_context(match, "year", match["way"])


@rule("season unit other", rf"\b(?:[Tt]he{S})?{PARTLY}(?:(?P<m>(?!))|(?P<s>{SEASON})){_YEAR_OF}")
def season_of_that_year(match: re.Match[str]) -> TimeExpression:
    """The autumn of that year; spring the following year."""
    return _of_context(match, "year", match["way"])


@rule(
    "weekday",
    rf"\b(?:(?i:the){S}(?P<way>following|next|previous|preceding){S}(?P<w>{WEEKDAY})\b{DAY_PART}"
    rf"|(?i:the){S}(?P<w2>{WEEKDAY}){S}(?P<way2>before|after){_CLOSED})\b",
)
def other_weekday(match: re.Match[str]) -> TimeExpression:
    """The following Monday; the Friday before."""
    forward = (match["way"] or match["way2"]) in _FORWARD
    return TimeExpression(
        TimexForm.WEEKDAY,
        weekday=weekday_number(match["w"] or match["w2"]),
        amount=1 if forward else -1,
        direction=Direction.FUTURE if forward else Direction.PAST,
        counted_from="context",
    )


RULES: tuple[Rule, ...] = (
    after_happening, later, that_unit, other_part_of_day, next_unit, at_the_time, other_month,
    other_season, month_of_that_year, season_of_that_year, other_weekday,
)  # fmt: skip
