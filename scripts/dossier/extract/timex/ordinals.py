"""Days named by their place in a month: "the 28th", "the last day of May", "the first Monday"."""

import re
from dataclasses import replace

from dossier.extract.timex.words import (
    DAY,
    MONTH,
    MONTH_NAME,
    ORDINALS,
    WEEKDAY,
    YEAR,
    Rule,
    S,
    direction_of,
    month_number,
    rule,
    weekday_number,
)
from dossier.feasts import name_day
from dossier.model import TimeExpression
from dossier.vocabulary import TimexForm

_TH = r"(?:st|nd|rd|th)"
_LEADS = r"(?i:on|by|until|till|from|since|before|after|to|through|and|between|than|for)"
_ENDED = (
    r"[ \t]?[,.;:)”\"’—–!?-]|\s*\Z"
    r"|[ \t](?:and|but|or|to|until|till|through|at|in|with|when|where|as|after|before|he|she|it"
    r"|[a-z]{3,12}(?<!hundr)(?<!spe)(?<!bre)ed|they|we|if|the|a|an|his|her|its|their|was|were|is|are|had|has|will|would)\b"
)
"""What follows a day; a noun would be what the number counts ("the 28th minute")."""
_COURSE = re.compile(
    r"\b(?:hole|holes|birdie|birdied|bogey|bogeyed|eagle|par|fairway|green|tee|putt|putts|holed|lap"
    r"|laps|over|inning|innings|mile|floor|minute|place|round)\b"
)
"""Where these stand, ordinals count other things than days."""
_COUNTED = (
    r"(?:centur|floor|minute|hole|lap|round|place|seed|amendment|district|street|avenue|edition"
    r"|anniversar|regiment|division|rank|over|inning|grade|birthday|row|stor|chapter|page)[a-z]*"
)
_ABOUT = 120
_OF_MONTH = (
    rf"{S}of{S}(?:(?P<rel>(?i:this|last|next|that|the)(?:{S}(?:same|following|previous|next|current"
    rf"|coming))?){S})month\b"
)
_CONTEXT = {"that": 0, "same": 0, "following": 1, "previous": -1, "the next": 1}
_NTH = "first|second|third|fourth|last|final"
_SHORT = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LAST = 5
_IN_YEAR = rf"(?:,?{S}(?:(?:of|in){S})?(?P<y>{YEAR})\b)?"


def _of_month(edtf: str, words: str | None, weekday: int | None = None) -> TimeExpression:
    """A day of a month that other words say: "this", "last", "that"; or nothing says."""
    said = " ".join((words or "").lower().split())
    key = said if said in _CONTEXT else said.split()[-1] if said else ""
    if key in _CONTEXT:
        return TimeExpression(
            TimexForm.PARTIAL,
            edtf,
            weekday=weekday,
            unit="month",
            amount=_CONTEXT[key],
            counted_from="context",
        )
    if said in ("", "the"):
        return TimeExpression(TimexForm.PARTIAL, edtf, weekday=weekday, counted_from="context")
    amount, direction = direction_of(said)
    return TimeExpression(
        TimexForm.PARTIAL, edtf, unit="month", amount=amount, direction=direction, weekday=weekday
    )


@rule(
    "ordinal",
    rf"\b{_LEADS}{S}(?P<span>the{S}(?P<d>{DAY}){_TH})\b(?={_ENDED})(?!{S}(?:of|in){S}{MONTH})"
    rf"(?!{S}and{S}(?:the{S})?\d{{1,2}}{_TH}{S}[a-z])",
)
def day_alone(match: re.Match[str]) -> TimeExpression | None:
    """On the 28th; by the 3rd: of the month told last, or of the one that the verb asks for."""
    if _COURSE.search(match.string, max(0, match.start() - _ABOUT), match.end() + _ABOUT):
        return None
    return _of_month(f"XXXX-XX-{int(match['d']):02}", None)


@rule(
    "ordinal",
    rf"\b(?i:on){S}(?P<span>the{S}(?P<d>{DAY}){_TH}{S}and{S}(?:the{S})?(?P<d2>{DAY}){_TH})\b"
    rf"(?!{S}(?:of|in){S}{MONTH})(?!{S}(?:{_COUNTED}))",
)
def days_alone(match: re.Match[str]) -> TimeExpression | None:
    """On the 20th and 21st, which follow one another."""
    first, last = (f"XXXX-XX-{int(match[name]):02}" for name in ("d", "d2"))
    if int(match["d2"]) != int(match["d"]) + 1:
        return None
    return replace(_of_month(first, None), until=_of_month(last, None))


@rule("ordinal unit", rf"\b(?P<span>[Tt]he{S}(?P<d>{DAY}){_TH}{_OF_MONTH})")
def day_of_month(match: re.Match[str]) -> TimeExpression:
    """The 21st of that month; the 5th of next month."""
    return _of_month(f"XXXX-XX-{int(match['d']):02}", match["rel"])


@rule(
    "nth unit",
    rf"\b(?P<span>[Tt]he{S}(?P<n>{'|'.join(ORDINALS)}){S}of{S}"
    rf"(?P<rel>this|last|next|that|the{S}(?:following|previous)){S}month\b)",
)
def day_in_words(match: re.Match[str]) -> TimeExpression:
    """The first of this month; the fifth of next month."""
    return _of_month(f"XXXX-XX-{ORDINALS[match['n']]:02}", match["rel"])


@rule(
    "ordinal weekday",
    rf"\b(?P<w>{WEEKDAY}),?{S}(?:the{S})?(?P<d>{DAY}){_TH}\b(?!{S}(?:of{S})?{MONTH})(?={_ENDED})",
)
def weekday_and_day(match: re.Match[str]) -> TimeExpression:
    """Monday 22nd; Thursday the 25th: the two tell the month."""
    return _of_month(f"XXXX-XX-{int(match['d']):02}", None, weekday_number(match["w"]))


@rule(
    "nth month",
    rf"\b(?:[Tt]he{S}(?:very{S})?)?(?P<n>(?i:first|last|final)){S}day{S}(?:of|in){S}"
    rf"(?P<m>{MONTH_NAME})\b{_IN_YEAR}",
)
def first_or_last_day(match: re.Match[str]) -> TimeExpression:
    """The last day of October; the first day of May 2019."""
    part = "first day" if match["n"].lower() == "first" else "last day"
    form = TimexForm.ABSOLUTE if match["y"] else TimexForm.PARTIAL
    return TimeExpression(form, f"{match['y'] or 'XXXX'}-{month_number(match['m']):02}", part=part)


@rule(
    "nth unit",
    rf"\b(?:[Tt]he{S}(?:very{S})?)(?P<n>(?i:first|last|final)){S}day{S}of{S}"
    rf"(?P<rel>the|this|last|next){S}(?P<u>month|year|decade|century|quarter)\b(?!{S}of\b)",
)
def first_or_last_day_of_unit(match: re.Match[str]) -> TimeExpression:
    """The last day of the month; the first day of next year."""
    part = "first day" if match["n"].lower() == "first" else "last day"
    amount, direction = direction_of(match["rel"])
    return TimeExpression(
        TimexForm.RELATIVE, unit=match["u"], amount=amount or 0, direction=direction, part=part
    )


@rule(
    "nth weekday",
    rf"\b(?:[Tt]he{S})?(?P<n>(?i:{_NTH})){S}(?P<w>{WEEKDAY}){S}(?:of|in){S}"
    rf"(?:(?P<m>{MONTH_NAME})\b{_IN_YEAR}|(?P<rel>the|this|last|next|that|each|every){S}month\b)",
)
def nth_weekday(match: re.Match[str]) -> TimeExpression | None:
    """The first Monday in May; the last Friday of the month."""
    if match["rel"] in ("each", "every"):
        return TimeExpression(TimexForm.SET, unit="month", weekday=weekday_number(match["w"]))
    nth = ORDINALS.get(match["n"].lower(), _LAST)
    name = f"{_SHORT[weekday_number(match['w']) or 0]}{nth}"
    if not match["m"]:
        return _of_month(f"XXXX-XX-{name}", match["rel"] if match["rel"] != "the" else "this")
    written = f"{match['y'] or 'XXXX'}-{month_number(match['m']):02}-{name}"
    if match["y"]:
        return TimeExpression(TimexForm.ABSOLUTE, name_day(written) or "")
    return TimeExpression(TimexForm.PARTIAL, written)


@rule(
    "month fraction",
    rf"\b(?:[Tt]he{S})?(?P<n>(?i:first|second)){S}half{S}(?:of|in){S}(?P<m>{MONTH_NAME})\b{_IN_YEAR}",
)
def half_of_month(match: re.Match[str]) -> TimeExpression:
    """The second half of May: from its sixteenth day to its last."""
    form = TimexForm.ABSOLUTE if match["y"] else TimexForm.PARTIAL
    part = "first half" if match["n"].lower() == "first" else "second half"
    return TimeExpression(form, f"{match['y'] or 'XXXX'}-{month_number(match['m']):02}", part=part)


RULES: tuple[Rule, ...] = (
    day_alone, days_alone, day_of_month, day_in_words, weekday_and_day, first_or_last_day,
    first_or_last_day_of_unit, nth_weekday, half_of_month,
)  # fmt: skip
