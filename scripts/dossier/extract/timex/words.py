"""The vocabulary of English dates, and what every rule for reading them shares.

A rule is a pattern with a function that says what a match means. Patterns are bounded, so that
each is linear in the text, and their white space never crosses the end of a line: in articles
that were copied from pages a line end separates things that do not belong together.
"""

import re
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass

from dossier.dates import MONTHS, WEEKDAYS
from dossier.model import TimeExpression
from dossier.vocabulary import Direction

Reading = Callable[[re.Match[str]], TimeExpression | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a date.

    Attributes:
        name: What it reads; names its folder of cases.
        keys: What a sentence must hold, by ``find_keys``, for the rule to be worth trying.
        pattern: The words. A group ``span`` limits what counts as the words of the date.
        read: What a match means; None if it is no date after all.
    """

    name: str
    keys: frozenset[str]
    pattern: re.Pattern[str]
    read: Reading


def rule(keys: str, pattern: str) -> Callable[[Reading], Rule]:
    """Make a rule of a function, which names it; ``keys`` are separated by spaces."""

    def make(read: Reading) -> Rule:
        return Rule(read.__name__, frozenset(keys.split()), re.compile(pattern), read)

    return make


def any_of(words: Iterable[str]) -> str:
    """Write a pattern for any of some plain words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda w: -len(w))) + ")"


def any_by_letter(words: Iterable[str]) -> str:
    """Write the same for many words, tried only where their first letter stands."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(re.escape(one) + any_of(rest) for one, rest in by_letter.items()) + ")"


S = r"[ \t]{1,3}"
"""White space between words."""

_SHORT_MONTHS = {
    "Jan": 1,
    "Feb": 2,
    "Mar": 3,
    "Apr": 4,
    "Jun": 6,
    "Jul": 7,
    "Aug": 8,
    "Sep": 9,
    "Sept": 9,
    "Oct": 10,
    "Nov": 11,
    "Dec": 12,
}
_SHORT_WEEKDAYS = {
    "Mon": 0,
    "Tue": 1,
    "Tues": 1,
    "Wed": 2,
    "Weds": 2,
    "Thu": 3,
    "Thur": 3,
    "Thurs": 3,
    "Fri": 4,
    "Sat": 5,
    "Sun": 6,
}
MONTH = f"(?:{any_of([*MONTHS, *map(str.upper, MONTHS)])}|{any_of(_SHORT_MONTHS)}\\b\\.?)"
MONTH_NAME = any_of(MONTHS)
WEEKDAY = any_of(WEEKDAYS)
NAMED_WEEKDAY = rf"(?=[A-Zt\d])(?:\b(?P<w>{any_of(WEEKDAYS)}|{any_of(_SHORT_WEEKDAYS)}\b\.?),?{S})?"
"""A weekday beside a date, which may be short: "Thu, 07/29/2021".

Behind it comes a capital, a digit or "the", so that nothing is tried at any other letter.
"""

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
ORDINAL = r"(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY_PART = rf"(?:{S}(?i:morning|afternoon|evening|night|midday|noon))?"

NUMBERS: dict[str, int] = dict(
    zip(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen", "twenty"),
            *("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        ),
        (*range(21), *range(30, 100, 10)),
        strict=True,
    )
)
_SPECIAL: dict[str, int] = {
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "a couple": 2,
    "half a dozen": 6,
    "a dozen": 12,
}
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})?"
    rf"|(?i:{any_by_letter(list(NUMBERS)[20:])})"
    rf"(?:-(?i:{'|'.join(list(NUMBERS)[1:10])}))?"
    rf"|(?i:{any_by_letter(NUMBERS)}))"
)
COUNT = rf"(?:{NUMBER}|(?i:a{S}couple(?:{S}of)?|half{S}a{S}dozen|a{S}dozen|an?)\b)"
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
            *("ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
            *("sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
            "twenty-first",
        ),
        1,
    )
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
SEASON = r"(?i:spring|summer|autumn|winter)"
UNIT = r"(?P<u>(?i:hour|day|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie)))"
"""A unit without its plural s."""

PART = (
    r"(?P<part>(?i:early|mid|middle|late)"
    rf"|(?i:the{S}(?:early|middle|late|beginning|start|middle|end)(?:{S}part)?{S}of"
    rf"|the{S}(?:first|opening|last|final|closing|dying){S}days{S}of))"
)
PARTLY = rf"(?:{PART}(?:{S}|[ \t]?-))?"
"""An optional word for a third of the unit: "early", "mid-", "the end of"."""

HEDGE = (
    r"(?:(?P<hedge>(?i:nearly|almost|just under|less than|about|around|roughly|approximately"
    rf"|some|more than|over|at least|just over)){S})?"
)
_HEDGES = {
    **dict.fromkeys(("nearly", "almost", "just under", "less than"), "under"),
    **dict.fromkeys(("about", "around", "roughly", "approximately", "some"), "about"),
    **dict.fromkeys(("more than", "over", "at least", "just over"), "over"),
}

_TOKEN = re.compile(r"[a-z]+|[0-9]0[’']?s|[0-9]{1,2}|[-–/.’'‘](?=\d)")
_KEYWORDS = {
    "month": (*map(str.lower, MONTHS), *map(str.lower, _SHORT_MONTHS)),
    "weekday": tuple(day.lower() + end for day in WEEKDAYS for end in ("", "s")),
    "unit": tuple(
        unit + end
        for unit in (
            *("hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year"),
            "decade",
        )
        for end in ("", "s")
    ),
    "weekend": ("weekend", "weekends"),
    "century": ("century", "centuries"),
    "fraction": ("quarter", "half"),
    "q": ("q",),
    "fy": ("fy",),
    "deictic": ("today", "tonight", "tomorrow", "yesterday", "night", "morning", "afternoon"),
    "evening": ("evening",),
    "season": ("spring", "summer", "autumn", "fall", "winter"),
    "tens": ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties"),
    "nineties": ("nineties", "noughties", "aughts"),
    "ago": ("ago", "now"),
    "later": ("earlier", "later", "before", "after", "previously", "beforehand", "afterwards"),
    "after": ("after", "before", "following", "prior", "ahead", "advance", "since"),
    "vague": ("recently", "lately", "past", "ago", "soon", "shortly", "future", "now"),
    "present": ("currently", "nowadays", "presently", "present", "moment", "these"),
    "recent": ("recent",),
    "set": ("every", "each", "once", "twice", "per"),
    "often": ("annual", "annually", "yearly", "daily", "weekly", "monthly", "quarterly"),
    "time": ("time",),
    "overnight": ("overnight",),
    "ordinal": ("st", "nd", "rd", "th"),
    "other": ("that", "same", "following", "next", "previous", "preceding"),
    "led": ("last", "past", "previous", "this", "next", "current", "coming"),
    "end": ("beginning", "start", "middle", "close", "end"),
    "nth": (*ORDINALS, "last"),
    "parted": ("-", "–", "/", "."),
    "shortened": ("'", "’", "‘"),
}
_ALSO = {"century": "unit", "evening": "deictic", "nineties": "tens", "present": "vague"}
_KEYS: dict[str, frozenset[str]] = {}
for _key, _words in _KEYWORDS.items():
    for _word in _words:
        _KEYS[_word] = _KEYS.get(_word, frozenset()) | {_key, _ALSO.get(_key, _key)}
_KEYS |= {f"{_number}": frozenset({"number"}) for _number in range(10)}
_KEYS |= {f"{_number:02}": frozenset({"number", "digits"}) for _number in range(100)}
_KEYS |= {
    f"{_number}0{_mark}s": frozenset({"number", "digits", "0s"})
    for _number in range(10)
    for _mark in ("", "'", "’")
}


def find_tokens(text: str) -> set[str]:
    """The words, numbers and signs before digits of a text, in small letters, for ``find_keys``."""
    return set(_TOKEN.findall(text.lower()))


def find_keys(tokens: Set[str]) -> frozenset[str]:
    """Tell which kinds of words a text holds that can belong to a date.

    Returns:
        Keys that rules name: "month", "unit", "digits" and so on; empty for most sentences.
    """
    return frozenset().union(*(_KEYS[token] for token in _KEYS.keys() & tokens))


def month_number(word: str) -> int:
    """Number of a month's name, short or long; 1 for January."""
    word = word.rstrip(".").capitalize()
    return _SHORT_MONTHS[word] if word in _SHORT_MONTHS else MONTHS.index(word) + 1


def weekday_number(word: str | None) -> int | None:
    """Number of a weekday's name, short or long; 0 for Monday, None for no word."""
    if not word:
        return None
    word = word.rstrip(".").capitalize()
    return _SHORT_WEEKDAYS[word] if word in _SHORT_WEEKDAYS else WEEKDAYS.index(word)


def number(words: str) -> int | None:
    """Value of a count in digits or words; None if it has none ("several")."""
    words = " ".join(words.lower().split())
    if words in _SPECIAL:
        return _SPECIAL[words]
    digits = words.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    tens, _, ones = words.partition("-")
    if tens not in NUMBERS or (ones and ones not in NUMBERS):
        return None
    return NUMBERS[tens] + NUMBERS.get(ones, 0)


def count_of(match: re.Match[str]) -> tuple[int | None, str]:
    """The number ``n`` and unit ``u`` of a match; two weeks for a fortnight."""
    count, unit = number(match["n"]), match["u"]
    if count is not None and unit.lower() == "fortnight":
        count *= 2
    return count, unit_name(unit)


def unit_name(words: str) -> str:
    """Name of a unit as ``TimeExpression`` has it."""
    unit = words.lower()
    return "century" if unit.startswith("centur") else "week" if unit == "fortnight" else unit


def part_name(words: str | None) -> str:
    """Name of a part as ``TimeExpression`` has it; empty for no words."""
    names = {"early": "early", "beginning": "early", "start": "early", "late": "late"}
    names |= dict.fromkeys(("first", "opening"), "early")
    names |= dict.fromkeys(("last", "final", "closing", "dying"), "late")
    names |= {"mid": "mid", "middle": "mid", "end": "end", "earlier": "earlier", "later": "later"}
    return next((names[word] for word in (words or "").lower().split() if word in names), "")


def hedge_name(words: str | None) -> str:
    """Name of a hedge as ``TimeExpression`` has it; empty for no words."""
    return _HEDGES.get(" ".join((words or "").lower().split()), "")


def direction_of(words: str | None) -> tuple[int | None, Direction]:
    """Count and direction of "last", "this" or "next" before a name or unit."""
    word = (words or "").lower().split()
    if not word:
        return None, Direction.NEAREST
    if word[-1] in ("last", "past", "previous"):
        return -1, Direction.PAST
    if word[-1] in ("next", "coming", "following", "upcoming"):
        return 1, Direction.FUTURE
    return 0, Direction.NEAREST
