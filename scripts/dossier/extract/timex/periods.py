"""Dates that name a quarter, season, year, decade or century."""

import re

from dossier.extract.timex.words import (
    NUMBER,
    ORDINALS,
    PARTLY,
    SEASON,
    SEASONS,
    YEAR,
    Rule,
    S,
    direction_of,
    number,
    part_name,
    rule,
)
from dossier.model import TimeExpression
from dossier.vocabulary import Direction, TimexForm

_REL = rf"(?P<rel>(?i:last|this|next|past|this{S}past|this{S}coming))"
_QUARTERS = {"first": 33, "second": 34, "third": 35, "fourth": 36}
_NOUGHTIES = ("noughties", "aughts")
_DECADES = (
    *("twenties", "thirties", "forties", "fifties"),
    *("sixties", "seventies", "eighties", "nineties"),
)
_COUNTED_FROM = (
    rf"{S}(?:after|before|following|preceding){S}(?:the|an?|its|his|her|their|our|my|that)\b"
)
"""What makes a season that of something told, whose year nothing here says."""
_MONTHS = 12
_OLDEST_BARE_YEAR = 1800
_FIRST_DECADE = 190
"""From the 1900s on, tens of years that open a century are the decade."""
_LEADS_TO_YEAR = re.compile(
    r"\b(?:in|since|until|till|during|circa|throughout|year|early|mid|late|fiscal|the|a|an|its|his"
    r"|her|their|our)[ \t-]{1,3}\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ \t](?:"
    r"years?[ \t-](?:old|long)\b"
    r"|(?!was\b|is\b|has\b|does\b|as\b|this\b)[a-z]{2,20}s\b|(?:people|men|women|children|more)\b"
    r"|(?:UTC|GMT|hours|hrs|local|[A-Z][SD]T)\b"
    r"|(?:[A-Z][a-z]{1,20}[ \t]){1,2}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Lane|Drive|Square)\b)"
)
"""What follows a number of things, a time of day, or the number of a house."""
_LOOK_BACK = 24
_OF_A_TITLE = re.compile(
    r"\b(?:Act|Acts|Bill|Code|Law|Order|Ordinance|Regulations?|Rules|Statute|Directive|Agenda|Vision"
    r"|Horizon|Project|Route|Highway|Windows|Office|Model|Article|Section|Resolution),?[ \t]"
    r"(?:of[ \t]|No\.?[ \t])?\Z"
)
"""What a year is a part of, as a name and not a date: "the Rivers Act 1971", "Vision 2030"."""
_LONG_AGO = re.compile(r"[ \t](?:BCE?\b|B\.C\.)")
_FISCAL_BEFORE = re.compile(r"\b(?:fiscal|financial)(?:[ \t]year)?[ \t]\Z", re.IGNORECASE)
_FISCAL_BEHIND = re.compile(r"[ \t](?:fiscal|financial|tax)[ \t]year\b", re.IGNORECASE)
"""Where a fiscal year begins differs, so it is about the year it is called by."""
_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}


def _in_quotes(match: re.Match[str]) -> bool:
    """Whether nothing but the year stands between marks: the title of a book or film."""
    text, start, end = match.string, match.start("span"), match.end("span")
    opened = _QUOTES.get(text[start - 1 : start])
    return opened is not None and text[end : end + 2].lstrip(",.").startswith(opened)


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
    "unit nth",
    rf"\b(?:[Tt]he{S})?(?P<n>(?i:first|last|opening|final)){S}(?P<c>{NUMBER}){S}months{S}of{S}"
    rf"(?:(?P<y>{YEAR})|(?P<rel>(?i:this|last|next|the)){S}year)\b",
)
def months_of_year(match: re.Match[str]) -> TimeExpression | None:
    """The first three months of the year; the last six months of 2019."""
    count, year = number(match["c"]), match["y"] or "XXXX"
    if not count or not 1 < count < _MONTHS:
        return None
    form = TimexForm.ABSOLUTE if match["y"] else TimexForm.PARTIAL
    amount, _ = direction_of(match["rel"])
    unit = "" if match["y"] else "year"
    opens = match["n"].lower() in ("first", "opening")
    first, last = (1, count) if opens else (_MONTHS + 1 - count, _MONTHS)
    until = TimeExpression(form, f"{year}-{last:02}", unit=unit, amount=amount)
    return TimeExpression(form, f"{year}-{first:02}", unit=unit, amount=amount, until=until)


_OF_A_GAME = re.compile(
    r"\b(?:touchdowns?|quarterbacks?|yards?|scor(?:e|ed|es|ing)|half-?time|goals?|baskets?|coach"
    r"|rebounds?|free throws?|field goal|kick(?:ed|er)?|games?|match|play(?:ed|ers?|offs?)"
    r"|shots?|league|possession|fouls?)\b",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(
    r"%|\bper[ \t]?cent\b|\b(?:profits?|sales|revenues?|earnings|income|loss(?:es)?|growth|grew|GDP"
    r"|economy|output|shares?|dividend|margins?|exports|imports|inflation|unemployment|turnover"
    r"|money|cash|compan(?:y|ies)|firms?|crowns|dollars|euros|pounds|orders|deliver(?:ed|ies)"
    r"|shipments|million|billion|tonnes|tons)\b",
    re.IGNORECASE,
)
_WEATHER = re.compile(
    r"\b(?:degrees?|temperatures?|highs?|lows?|Fahrenheit|Celsius|mph|km/h|aged?|per cent|%)\b",
    re.IGNORECASE,
)
_NEAR = 60
_ABOUT = 240
_LED_GAME = re.compile(r"\b(?:led|trail\w*|comeback|won|lost|beat|tied|win|lead)\b")


@rule(
    "fraction",
    rf"\b(?:[Tt]he{S})?(?P<n>(?i:first|second|third|fourth))"
    rf"[ \t-]quarter\b(?!{S}of\b|-?final)",
)
def quarter_alone(match: re.Match[str]) -> TimeExpression | None:
    """In the third quarter; fourth-quarter profit: of a year, unless a game is told."""
    text = match.string[max(0, match.start() - _ABOUT) : match.end() + _ABOUT]
    money = _OF_MONEY.search(text)
    if not money and (_OF_A_GAME.search(text) or _LED_GAME.search(text)):
        return None
    return TimeExpression(TimexForm.PARTIAL, f"XXXX-{_QUARTERS[match['n'].lower()]}")


@rule("q", rf"\bQ(?P<n>[1-4])\b(?:(?:{S}(?:of{S})?(?:FY)?|[’'/-])(?P<y>{YEAR})\b)?(?![-/.]\d)")
def quarter_in_short(match: re.Match[str]) -> TimeExpression:
    """Q3 2016; Q1."""
    form = TimexForm.ABSOLUTE if match["y"] else TimexForm.PARTIAL
    return TimeExpression(form, f"{match['y'] or 'XXXX'}-{32 + int(match['n'])}")


@rule("fy", rf"\bFY[ \t]?(?:(?P<y>{YEAR})|(?P<yy>[0-4]\d))(?:[-–/]\d\d)?\b")
def fiscal_year(match: re.Match[str]) -> TimeExpression:
    """FY2018; FY19: about that year, since where fiscal years begin differs."""
    return TimeExpression(TimexForm.ABSOLUTE, f"{match['y'] or '20' + match['yy']}~")


@rule(
    "season",
    rf"\b(?:(?:[Tt]he{S})?{PARTLY}(?P<s>(?i:spring|summer|autumn|fall|winter)){S}(?:of{S})?(?P<y>{YEAR})(?:[-–/]\d\d)?"
    rf"|(?:(?P<part2>(?i:early|mid|late)){S})?{_REL}{S}(?P<s2>spring|summer|autumn|fall|winter)"
    rf"|(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil|[Ff]or|[Bb]efore|[Aa]fter){S}"
    rf"(?P<span>the{S}(?P<s3>spring|summer|autumn|winter))(?!{_COUNTED_FROM}))"
    rf"\b(?!{S}of\b)",
)
def season(match: re.Match[str]) -> TimeExpression | None:
    """Summer 2021; last winter; in the spring."""
    name = (match["s"] or match["s2"] or match["s3"]).lower()
    part = part_name(match["part"] or match["part2"])
    if match["y"]:
        return TimeExpression(TimexForm.ABSOLUTE, f"{match['y']}-{SEASONS[name]}", part=part)
    amount, direction = direction_of(match["rel"])
    edtf = f"XXXX-{SEASONS[name]}"
    return TimeExpression(TimexForm.PARTIAL, edtf, amount=amount, direction=direction, part=part)


@rule("season nth", rf"\b[Tt]he{S}(?P<s>{SEASON}){S}before{S}last\b")
def season_before_last(match: re.Match[str]) -> TimeExpression:
    """The summer before last."""
    edtf = f"XXXX-{SEASONS[match['s'].lower()]}"
    return TimeExpression(TimexForm.PARTIAL, edtf, amount=-2, direction=Direction.PAST)


@rule(
    "digits shortened",
    rf"\b(?P<a>{YEAR})(?:{S}(?:to|until|till|and){S}|[ \t]?[-–][ \t]?)[’'‘](?P<b>\d\d)\b",
)
def years_shortened(match: re.Match[str]) -> TimeExpression | None:
    """From 1991 to '95; 1991–'95."""
    first, last = int(match["a"]), int(match["a"][:2] + match["b"])
    if last <= first:
        return None
    until = TimeExpression(TimexForm.ABSOLUTE, str(last))
    return TimeExpression(TimexForm.ABSOLUTE, str(first), until=until)


@rule("0s", rf"\b[Tt]he{S}{PARTLY}(?P<yy>[5-9])0s\b")
def decade_in_short(match: re.Match[str]) -> TimeExpression | None:
    """The 70s, unless the sentence tells of the weather or of people's ages."""
    if _WEATHER.search(match.string, max(0, match.start() - _NEAR), match.end() + _NEAR):
        return None
    return TimeExpression(TimexForm.ABSOLUTE, f"19{match['yy']}X", part=part_name(match["part"]))


@rule(
    "0s",
    rf"(?:\b[Tt]he{S})?{PARTLY}(?:\b(?P<y>(?:1[5-9]|20)\d)0|(?<!\w)[’'‘](?P<yy>[2-9])0)[’']?s\b",
)
def decade(match: re.Match[str]) -> TimeExpression | None:
    """The 1990s; early 1960s; the '80s; the 1700s, which are a century."""
    century = match["y"] and int(match["y"]) < _FIRST_DECADE and match["y"].endswith("0")
    if century:
        return TimeExpression(
            TimexForm.ABSOLUTE, f"{match['y'][:2]}XX", part=part_name(match["part"])
        )
    edtf = f"{match['y'] or '19' + match['yy']}X"
    return TimeExpression(TimexForm.ABSOLUTE, edtf, part=part_name(match["part"]))


@rule("tens", rf"\b[Tt]he{S}(?:{PARTLY}|mid-)(?P<d>{'|'.join((*_NOUGHTIES, *_DECADES))})\b")
def decade_in_words(match: re.Match[str]) -> TimeExpression | None:
    """The sixties; the noughties."""
    if match["d"] in _NOUGHTIES:
        return TimeExpression(TimexForm.ABSOLUTE, "200X", part=part_name(match["part"]))
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


@rule("digits parted", rf"(?<![\w$€£#/.,@:-])(?P<a>{YEAR})(?:[–/]|-)(?P<b>\d\d)\b(?![-/–]?\d)")
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
    if _OF_A_TITLE.search(before) or _in_quotes(match):
        return None
    if _LONG_AGO.match(match.string, match.end()):
        return None  # the calendar begins with the year 1
    fiscal = _FISCAL_BEFORE.search(before) or _FISCAL_BEHIND.match(match.string, match.end())
    hedge = "about" if fiscal else ""
    led = match["part"] or _LEADS_TO_YEAR.search(before)
    if not led:
        if int(match["y"]) < _OLDEST_BARE_YEAR:
            return None
        if _COUNTED.match(match.string, match.end()):
            return None
    part = part_name(match["part"])
    return TimeExpression(TimexForm.ABSOLUTE, match["y"], part=part, hedge=hedge)


RULES: tuple[Rule, ...] = (
    quarter, quarter_alone, quarter_in_short, months_of_year, fiscal_year, season,
    season_before_last, decade, decade_in_short, years_shortened, decade_in_words, century,
    season_of_two_years, year,
)  # fmt: skip
