"""Dates that are counted from the day of the article."""

import re

from dossier.extract.timex.words import (
    COUNT,
    DAY_PART,
    HEDGE,
    PART,
    UNIT,
    WEEKDAY,
    Rule,
    S,
    count_of,
    direction_of,
    hedge_name,
    number,
    part_name,
    rule,
    weekday_number,
)
from dossier.model import TimeExpression
from dossier.vocabulary import Direction, TimexForm

_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_ENDED = (
    r"[ \t]?[,.;:)”\"—–]|\s*\Z"
    r"|[ \t](?:and|but|or|as|after|in|at|by|from|to|when|while|with|near|on)\b"
)
"""What follows a word that stands by itself, and is not said of a noun behind it."""
LONGER = r"week|month|quarter|year|decade|century"


def counted(unit: str, amount: int, counted_from: str = "article", **more: str) -> TimeExpression:
    """Make a RELATIVE expression; ``more`` are its part and hedge."""
    direction = Direction.PAST if amount < 0 else Direction.FUTURE if amount else Direction.NEAREST
    hedge, part = more.get("hedge", ""), more.get("part", "")
    return TimeExpression(
        TimexForm.RELATIVE,
        unit=unit,
        amount=amount,
        direction=direction,
        part=part,
        hedge=hedge,
        counted_from=counted_from,
    )


@rule(
    "deictic",
    rf"\b(?P<k>(?i:the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow|yesterday|today"
    rf"|tomorrow)){DAY_PART}\b",
)
def day(match: re.Match[str]) -> TimeExpression:
    """Yesterday; today; tomorrow morning; the day before yesterday."""
    return counted("day", _DAYS[" ".join(match["k"].lower().split())])


@rule(
    "deictic",
    rf"\b(?i:(?P<last>last{S}night|yesterday{S}evening)|tonight"
    rf"|(?:(?:early|late|earlier|later){S})?this{S}(?:morning|afternoon|evening))\b",
)
def part_of_day(match: re.Match[str]) -> TimeExpression:
    """Tonight; last night; late this morning."""
    return counted("day", -1 if match["last"] else 0)


@rule(
    "weekday",
    rf"\b(?:(?P<rel>(?i:last|this{S}past|past|next|this{S}coming|this|coming)){S})?"
    rf"(?P<w>{WEEKDAY})\b{DAY_PART}(?:{S}(?:of{S})?(?P<week>(?:last|this|next){S}week)\b)?",
)
def weekday(match: re.Match[str]) -> TimeExpression | None:
    """Wednesday; last Tuesday; Sunday night; Thursday of last week."""
    amount, direction = direction_of(match["rel"] or (match["week"] or "").removesuffix("week"))
    if (match["rel"] or "").lower().endswith("coming"):
        amount = None  # "next" may skip this week's day, "coming" never does
    return TimeExpression(
        TimexForm.WEEKDAY,
        weekday=weekday_number(match["w"]),
        unit="week" if match["week"] else "",
        amount=amount,
        direction=direction,
    )


@rule(
    "weekday unit",
    rf"\b(?:(?P<w>{WEEKDAY}){S}week|a{S}week{S}(?:on|from|this){S}(?P<w2>{WEEKDAY}))"
    rf"\b(?!{S}[a-z]{{1,20}}ly\b)",
)
def weekday_week(match: re.Match[str]) -> TimeExpression:
    """Thursday week; a week from Tuesday: a week after the coming one."""
    day = weekday_number(match["w"] or match["w2"])
    return TimeExpression(TimexForm.WEEKDAY, weekday=day, amount=2, direction=Direction.FUTURE)


@rule("weekday ago", rf"\b(?P<n>{COUNT}){S}(?P<w>{WEEKDAY})s{S}ago\b")
def weekdays_ago(match: re.Match[str]) -> TimeExpression | None:
    """Two Sundays ago: the last but one."""
    count, day = number(match["n"]), weekday_number(match["w"])
    if not count:
        return None
    return TimeExpression(TimexForm.WEEKDAY, weekday=day, amount=-count, direction=Direction.PAST)


@rule(
    "unit led",
    rf"\b(?:(?:(?P<part>(?i:early|earlier|mid|late|later))|{PART.replace('<part>', '<part2>')})"
    rf"(?:{S}|-))?(?P<rel>(?i:last|this{S}past|this|next|the{S}current|the{S}coming)){S}"
    rf"(?P<u>(?i:weekend|{LONGER}))(?=['’]?s?\b)(?!s?{S}and{S}a{S}half)",
)
def last_unit(match: re.Match[str]) -> TimeExpression | None:
    """Last week; this weekend; next year; late last month; earlier this year."""
    amount, _ = direction_of(match["rel"])
    part = part_name(match["part"] or match["part2"])
    return counted(match["u"].lower(), amount or 0, part=part)


@rule(
    "weekend",
    rf"\b(?i:over|during|at|on|throughout|for|before|by|until|since){S}(?P<span>(?:the|this){S}(?P<past>past{S})?weekend)"
    rf"(?!s|{S}(?:of|before|after)\b)",
)
def the_weekend(match: re.Match[str]) -> TimeExpression:
    """Over the weekend."""
    return counted("weekend", -1 if match["past"] else 0)


@rule(
    "unit end",
    rf"\b(?P<span>(?:the{S})?(?P<end>(?i:end|beginning|start|close|middle)){S}of{S}(?P<rel>the|this)"
    rf"{S}(?P<u>week|month|quarter|year|decade|century)|(?<!\w)year[ -]end)\b",
)
def end_of_unit(match: re.Match[str]) -> TimeExpression:
    """The end of the year; the start of this month. "The" year may be one that is told."""
    part = part_name((match["end"] or "end").replace("close", "end"))
    told = match["rel"] == "the" and match["u"] in ("month", "year")
    return counted(match["u"] or "year", 0, "sentence" if told else "article", part=part)


@rule("unit ago", rf"\b{HEDGE}(?P<n>{COUNT}){S}{UNIT}s?{S}(?P<way>ago|from{S}now)\b")
def ago(match: re.Match[str]) -> TimeExpression | None:
    """Three years ago; nearly a decade ago; two weeks from now."""
    count, unit = count_of(match)
    if count is None:
        return None
    sign = -1 if match["way"] == "ago" else 1
    return counted(unit, sign * count, hedge=hedge_name(match["hedge"]))


@rule("unit ago deictic", rf"\b(?P<n>{COUNT}){S}{UNIT}s?{S}ago{S}today\b")
def ago_today(match: re.Match[str]) -> TimeExpression | None:
    """A week ago today; ten years ago today: the very day."""
    count, unit = count_of(match)
    if count is None:
        return None
    if unit == "week":
        count, unit = count * 7, "day"
    return counted(unit, -count, part="same day")


@rule("unit time", rf"\b(?i:in){S}{HEDGE}(?P<n>{COUNT}){S}{UNIT}(?:s['’]|['’]s){S}time\b")
def in_units_time(match: re.Match[str]) -> TimeExpression | None:
    """In two weeks' time; in a year's time."""
    count, unit = count_of(match)
    return None if count is None else counted(unit, count, hedge=hedge_name(match["hedge"]))


@rule(
    "unit led",
    rf"\b(?i:the){S}(?P<u>weekend|{LONGER}){S}(?P<way>after{S}next|before{S}last)\b",
)
def after_next(match: re.Match[str]) -> TimeExpression:
    """The week after next; the year before last."""
    return counted(match["u"], 2 if match["way"].startswith("after") else -2)


@rule("overnight", rf"\b[Oo]vernight\b(?={_ENDED})(?!{S}(?:(?:on|from|to|into){S})?{WEEKDAY})")
def overnight(_: re.Match[str]) -> TimeExpression:
    """Overnight: the night before the article, or the one after it; not "an overnight train"."""
    return TimeExpression(TimexForm.RELATIVE, unit="night", amount=0)


RULES: tuple[Rule, ...] = (
    day, part_of_day, weekday, weekday_week, weekdays_ago, last_unit, after_next, the_weekend,
    end_of_unit, ago, ago_today, in_units_time, overnight,
)  # fmt: skip
