"""Dates that are counted: from the day of the article, a date told before, or a happening."""

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
    direction_of,
    hedge_name,
    number,
    part_name,
    rule,
    unit_name,
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
_LONGER = r"week|month|quarter|year|decade|century"
_FORWARD = ("after", "later", "following", "next", "from now")


def _relative(unit: str, amount: int, counted_from: str = "article", **more: str) -> TimeExpression:
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
    return _relative("day", _DAYS[" ".join(match["k"].lower().split())])


@rule(
    "deictic",
    rf"\b(?i:(?P<last>last{S}night|yesterday{S}evening)|tonight"
    rf"|(?:(?:early|late|earlier|later){S})?this{S}(?:morning|afternoon|evening))\b",
)
def part_of_day(match: re.Match[str]) -> TimeExpression:
    """Tonight; last night; late this morning."""
    return _relative("day", -1 if match["last"] else 0)


@rule(
    "weekday",
    rf"\b(?:(?P<rel>(?i:last|this{S}past|past|next|this{S}coming|this|coming)){S})?"
    rf"(?P<w>{WEEKDAY})\b{DAY_PART}(?:{S}(?:of{S})?(?P<week>(?:last|this|next){S}week)\b)?",
)
def weekday(match: re.Match[str]) -> TimeExpression | None:
    """Wednesday; last Tuesday; Sunday night; Thursday of last week."""
    amount, direction = direction_of(match["rel"] or (match["week"] or "").removesuffix("week"))
    return TimeExpression(
        TimexForm.WEEKDAY,
        weekday=weekday_number(match["w"]),
        unit="week" if match["week"] else "",
        amount=amount,
        direction=direction,
    )


@rule(
    "unit",
    rf"\b(?:(?:(?P<part>(?i:early|earlier|mid|late|later))|{PART.replace('<part>', '<part2>')})"
    rf"(?:{S}|-))?(?P<rel>(?i:last|this{S}past|this|next|the{S}current|the{S}coming)){S}"
    rf"(?P<u>(?i:weekend|{_LONGER}))(?=['’]?s?\b)(?!s?{S}and{S}a{S}half)",
)
def last_unit(match: re.Match[str]) -> TimeExpression | None:
    """Last week; this weekend; next year; late last month; earlier this year."""
    amount, _ = direction_of(match["rel"])
    part = part_name(match["part"] or match["part2"])
    return _relative(match["u"].lower(), amount or 0, part=part)


@rule(
    "unit",
    rf"\b(?i:over|during|at|on|throughout){S}(?P<span>(?:the|this){S}(?P<past>past{S})?weekend)"
    rf"(?!s|{S}(?:of|before|after)\b)",
)
def the_weekend(match: re.Match[str]) -> TimeExpression:
    """Over the weekend."""
    return _relative("weekend", -1 if match["past"] else 0)


@rule(
    "unit",
    rf"\b(?P<span>(?:the{S})?(?P<end>(?i:end|beginning|start|close|middle)){S}of{S}(?:the|this)"
    rf"{S}(?P<u>week|month|quarter|year|decade|century)|(?<!\w)year[ -]end)\b",
)
def end_of_unit(match: re.Match[str]) -> TimeExpression:
    """The end of the year; the start of this month."""
    part = part_name((match["end"] or "end").replace("close", "end"))
    return _relative(match["u"] or "year", 0, part=part)


@rule("unit ago", rf"\b{HEDGE}(?P<n>{COUNT}){S}{UNIT}s?{S}(?P<way>ago|from{S}now)\b")
def ago(match: re.Match[str]) -> TimeExpression | None:
    """Three years ago; nearly a decade ago; two weeks from now."""
    count = number(match["n"])
    if count is None:
        return None
    sign = -1 if match["way"] == "ago" else 1
    return _relative(unit_name(match["u"]), sign * count, hedge=hedge_name(match["hedge"]))


@rule(
    "unit later",
    rf"\b{HEDGE}(?P<n>{COUNT}){S}{UNIT}s?{S}(?P<way>earlier|later|before|after|previously"
    rf"|beforehand|afterwards?)\b"
    rf"(?=[ \t]?[,.;:)”\"’—–-]|{S}(?:and|but|in|on|at|when|he|she|it|they)\b|\s*\Z)",
)
def later(match: re.Match[str]) -> TimeExpression | None:
    """A year earlier; two days later. Counted from the date told last."""
    count = number(match["n"])
    if count is None:
        return None
    forward = match["way"].startswith(("later", "after"))
    signed = count if forward else -count
    hedge = hedge_name(match["hedge"])
    return _relative(unit_name(match["u"]), signed, "context", hedge=hedge)


@rule(
    "unit after",
    rf"\b{HEDGE}(?P<n>{COUNT}){S}{UNIT}s?{S}(?P<way>after|before|following|prior{S}to|ahead{S}of"
    rf"|in{S}advance{S}of|since)(?={S}[\w“\"‘'])",
)
def after_happening(match: re.Match[str]) -> TimeExpression | None:
    """Almost a year after his visit; two weeks before the vote: the date of visit and vote."""
    count = number(match["n"])
    if count is None:
        return None
    back = match["way"] in ("after", "following", "since")
    hedge = hedge_name(match["hedge"])
    signed = -count if back else count
    return _relative(unit_name(match["u"]), signed, "happening", hedge=hedge)


@rule(
    "unit",
    rf"\b(?i:that|the{S}same|the{S}very{S}same){S}(?P<u>day|weekend|week|month|year|decade)"
    rf"(?=['’]?s?\b)(?!s?{S}(?:that|in{S}which)\b)",
)
def that_unit(match: re.Match[str]) -> TimeExpression:
    """That year; the same day."""
    return _relative(match["u"], 0, "context")


@rule(
    "unit",
    rf"\b(?i:the){S}(?:(?P<way>following|previous|preceding){S}"
    rf"(?P<u>day|weekend|{_LONGER}|night|morning|evening)"
    rf"|(?P<way3>next){S}(?P<u3>day|night|morning|evening)"
    rf"|(?P<u2>day|week|month|year|night|weekend){S}(?P<way2>before|after)"
    rf"(?=[ \t]?[,.;:)”\"’—–-]|{S}(?:and|but|in|on|at|when)\b|\s*\Z))(?!s?{S}(?:of|from|to)\b)\b",
)
def next_unit(match: re.Match[str]) -> TimeExpression:
    """The next day; the previous month; the year before. Counted from the date told last."""
    way = (match["way"] or match["way2"] or match["way3"]).lower()
    unit = match["u"] or match["u2"] or match["u3"]
    unit = "day" if unit in ("night", "morning", "evening") else unit
    return _relative(unit, 1 if way in _FORWARD else -1, "context")


@rule("time", rf"\b(?i:at{S}(?:the|that){S}time|at{S}the{S}same{S}time{S}as)\b(?!{S}of\b)")
def at_the_time(match: re.Match[str]) -> TimeExpression | None:
    """At the time: the date told last, as it stands."""
    if "same" in match.group().lower():
        return None
    return TimeExpression(TimexForm.RELATIVE, amount=0, counted_from="context")


RULES: tuple[Rule, ...] = (
    day, part_of_day, weekday, last_unit, the_weekend, end_of_unit, after_happening, ago, later,
    that_unit, next_unit, at_the_time,
)  # fmt: skip
