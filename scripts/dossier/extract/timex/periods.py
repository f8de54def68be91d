"""Dates that name a quarter, season, year, decade or century."""

import re

from dossier.extract.timex.words import (
    ORDINALS,
    PARTLY,
    YEAR,
    Rule,
    S,
    direction_of,
    part_name,
    rule,
)
from dossier.model import TimeExpression
from dossier.vocabulary import TimexForm

_REL = rf"(?P<rel>(?i:last|this|next|past|this{S}past|this{S}coming))"
_QUARTERS = {"first": 33, "second": 34, "third": 35, "fourth": 36}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_DECADES = (
    *("twenties", "thirties", "forties", "fifties"),
    *("sixties", "seventies", "eighties", "nineties"),
)
_COUNTED_FROM = (
    rf"{S}(?:after|before|following|preceding){S}(?:the|an?|its|his|her|their|our|my|that)\b"
)
"""What makes a season that of something told, whose year nothing here says."""
_OLDEST_BARE_YEAR = 1800
_LEADS_TO_YEAR = re.compile(
    r"\b(?:in|since|until|till|during|circa|throughout|year|early|mid|late|fiscal|the|a|an|its|his"
    r"|her|their|our)[ \t-]{1,3}\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ \t](?:"
    r"(?!was\b|is\b|has\b|does\b|as\b|this\b)[a-z]{2,20}s\b|(?:people|men|women|children|more)\b"
    r"|(?:UTC|GMT|hours|hrs|local|[A-Z][SD]T)\b"
    r"|(?:[A-Z][a-z]{1,20}[ \t]){1,2}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Lane|Drive|Square)\b)"
)
"""What follows a number of things, a time of day, or the number of a house."""
_LOOK_BACK = 16


@rule(
    "fraction",
    rf"\b(?:[Tt]he{S})?(?P<n>(?i:first|second|third|fourth))[ \t-](?P<k>quarter|half)"
    rf"{S}of{S}(?:(?P<y>{YEAR})|(?P<rel>(?i:this|last|next|the)){S}(?:fiscal{S})?year)\b",
)
def quarter(match: re.Match[str]) -> TimeExpression | None:
    """The first quarter of 2021; the second half of last year."""
    nth, year = match["n"].lower(), match["y"] or "XXXX"
    form = TimexForm.ABSOLUTE if match["y"] else TimexForm.PARTIAL
    amount, direction = direction_of(match["rel"])
    unit = "" if match["y"] else "year"
    if match["k"] == "half":
        if nth not in ("first", "second"):
            return None
        first = 1 if nth == "first" else 7
        until = TimeExpression(form, f"{year}-{first + 5:02}", unit=unit, amount=amount)
        return TimeExpression(form, f"{year}-{first:02}", unit=unit, amount=amount, until=until)
    edtf = f"{year}-{_QUARTERS[nth]}"
    return TimeExpression(form, edtf, unit=unit, amount=amount, direction=direction)


@rule(
    "season",
    rf"\b(?:(?:[Tt]he{S})?{PARTLY}(?P<s>(?i:spring|summer|autumn|fall|winter)){S}(?:of{S})?(?P<y>{YEAR})"
    rf"|(?:(?P<part2>(?i:early|mid|late)){S})?{_REL}{S}(?P<s2>spring|summer|autumn|fall|winter)"
    rf"|(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil){S}(?P<span>the{S}(?P<s3>spring|summer|autumn|winter))(?!{_COUNTED_FROM}))"
    rf"\b(?!{S}of\b)",
)
def season(match: re.Match[str]) -> TimeExpression | None:
    """Summer 2021; last winter; in the spring."""
    name = (match["s"] or match["s2"] or match["s3"]).lower()
    part = part_name(match["part"] or match["part2"])
    if match["y"]:
        return TimeExpression(TimexForm.ABSOLUTE, f"{match['y']}-{_SEASONS[name]}", part=part)
    amount, direction = direction_of(match["rel"])
    edtf = f"XXXX-{_SEASONS[name]}"
    return TimeExpression(TimexForm.PARTIAL, edtf, amount=amount, direction=direction, part=part)


@rule(
    "0s",
    rf"(?:\b[Tt]he{S})?{PARTLY}(?:\b(?P<y>(?:1[5-9]|20)\d)0|(?<!\w)[’'‘](?P<yy>[2-9])0)[’']?s\b",
)
def decade(match: re.Match[str]) -> TimeExpression | None:
    """The 1990s; early 1960s; the '80s."""
    edtf = f"{match['y'] or '19' + match['yy']}X"
    return TimeExpression(TimexForm.ABSOLUTE, edtf, part=part_name(match["part"]))


@rule("tens", rf"\b[Tt]he{S}{PARTLY}(?P<d>{'|'.join(_DECADES)})\b")
def decade_in_words(match: re.Match[str]) -> TimeExpression | None:
    """The sixties."""
    edtf = f"19{_DECADES.index(match['d']) + 2}X"
    return TimeExpression(TimexForm.ABSOLUTE, edtf, part=part_name(match["part"]))


@rule(
    "century",
    rf"\b(?:[Tt]he{S})?{PARTLY}(?:(?P<n>1\d|2[01])(?:st|nd|rd|th)|(?P<word>(?i:{'|'.join(ORDINALS)})))"
    r"[ \t-]century\b",
)
def century(match: re.Match[str]) -> TimeExpression | None:
    """The 20th century; the late nineteenth century."""
    nth = int(match["n"]) if match["n"] else ORDINALS[match["word"].lower()]
    if nth <= 10:  # noqa: PLR2004 - EDTF needs four digits, and news does not go back so far
        return None
    edtf = f"{nth - 1}XX"
    return TimeExpression(TimexForm.ABSOLUTE, edtf, part=part_name(match["part"]))


@rule("digits", rf"(?<![\w$€£#/.,@:-])(?P<a>{YEAR})(?:[–/]|-)(?P<b>\d\d)\b(?![-/–]?\d)")
def season_of_two_years(match: re.Match[str]) -> TimeExpression | None:
    """2019–20; 2019/20."""
    first, last = int(match["a"]), int(match["a"][:2] + match["b"])
    if last != first + 1:
        return None
    until = TimeExpression(TimexForm.ABSOLUTE, str(last))
    return TimeExpression(TimexForm.ABSOLUTE, str(first), until=until)


@rule(
    "digits",
    rf"(?<![\w$€£#/.@:&=+-])(?P<span>\b{PARTLY}(?P<y>{YEAR}))\b(?![\w%€/@:]|[.,]\d|-\d)",
)
def year(match: re.Match[str]) -> TimeExpression | None:
    """2021; mid-2021; the end of 2021. A number of things is no year."""
    before = match.string[max(0, match.start("span") - _LOOK_BACK) : match.start("span")]
    led = match["part"] or _LEADS_TO_YEAR.search(before)
    if not led:
        if int(match["y"]) < _OLDEST_BARE_YEAR:
            return None
        if _COUNTED.match(match.string, match.end()):
            return None
    return TimeExpression(TimexForm.ABSOLUTE, match["y"], part=part_name(match["part"]))


RULES: tuple[Rule, ...] = (
    quarter, season, decade, decade_in_words, century, season_of_two_years, year,
)  # fmt: skip
