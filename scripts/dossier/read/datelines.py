"""Read the dates that articles print about themselves: ``Fri, 03/15/2024 – 02:45`` and its kin.

A date line is a line in which nothing is left once the date, the time of day, the zone and the
words around them ("published", "last updated on") are taken away. Dates in running text are not
looked at here. Nothing is guessed: of ``03/04/2024`` it is only known that it is one of two days,
unless a weekday on the line settles it.
"""

import re
from dataclasses import dataclass
from datetime import date

from dossier.dates import DateValue, parse_edtf

LONGEST = 160
"""A longer line is no date line."""

_LONGEST_DATELINE = 110

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = (
    r"(?:(?<![a-z])(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"\b\.?,?\s{1,3})?"
)
_DAY = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?P<year{0}>(?:1[6-9]|20)\d\d)(?!\d)"
_DATE = re.compile(
    _WEEKDAY
    + "(?:"
    + "|".join(
        (
            _MONTH.format(1) + r"\s{1,3}" + _DAY.format(1) + r",?\s{1,3}" + _YEAR.format(1),
            r"(?<!\d)"
            + _DAY.format(2)
            + r"(?:\s{1,3}of)?[\s-]{1,3}"
            + _MONTH.format(2)
            + r",?[\s-]{1,3}"
            + _YEAR.format(2),
            r"(?<!\d)"
            + _YEAR.format(3)
            + r"(?P<mark>[-/.])(?P<month3>\d\d)(?P=mark)(?P<day3>\d\d)(?!\d)",
            r"(?<!\d)(?P<first>\d{1,2})(?P<stroke>[-/.])(?P<second>\d{1,2})(?P=stroke)"
            + _YEAR.format(4),
            r"(?<![a-z])" + _MONTH.format(5) + r",?\s{1,3}" + _YEAR.format(5),
        )
    )
    + ")",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d/.:-])T?(?P<clock>(?:[01]?\d|2[0-3])(?:[:.][0-5]\d){1,2}(?:\.\d{1,6})?"
    r"(?:\s?[ap]\.?\s?m\b\.?)?|(?:1[0-2]|0?[1-9])\s?[ap]\.?m\b\.?)"
    r"\s{0,2}(?P<zone>[+-]\d\d:?\d\d\b|(?:GMT|UTC)\s?[+-]\d{1,2}\b|\(?\b[A-Z]{2,5}\b\)?|Z\b)?",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:\d{1,3}\s(?:year|month|week|day|hour|minute)s?\sago|first|last|originally|article|story|news|item|date|day|time|press|release|published|publication"
    r"|posted|updated?|modified|revised|amended|created|added|issued|released|filed|written|edited"
    r"|printed|for immediate|edition|hrs|(?:page|issue|vol(?:ume)?|no|p)\b\.?\s?\d{1,5}"
    r"|\d{1,2}[\s-]min(?:ute)?s?(?:\sread)?"
    r"|on|at|of|the|in|dated|via|edt|est|et|gmt|utc|local|eastern|standard"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|load)\b",
    re.IGNORECASE,
)
_UPDATE = re.compile(r"\b(?:updated?|modified|revised|amended|edited)\b", re.IGNORECASE)
_UPDATED_BEHIND = re.compile(r"\W*(?:updated?|modified|revised|amended)\W*\Z", re.IGNORECASE)
_VIA = re.compile(r"\s*via\b", re.IGNORECASE)
_LONGEST_DATED = 80
_MOST_BESIDE = 8
_BESIDE = frozenset(",–—|(·•-/:")
"""What stands between a date and a name; without it the line may be a headline."""
_SMALL = frozenset({"in", "of", "on", "from", "for", "by", "our", "the", "and", "special", "own"})
_MARKS = re.compile(r"[\s,.;:|/()\[\]–—·•*_-]+")
_NOT_ZONES = frozenset({"on", "at", "by", "the", "and", "in", "of", "am", "pm", "via"})
_HAS_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")


_OPENING = re.compile(r"[A-Z][^()\n!?—–]{1,60}?,?\s{1,3}")
_OPENING_ENDS = re.compile(r"\s{0,2}(?:\([^()\n]{2,40}\)\s{0,2})?[-–—]{1,2}\s")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date that an article prints about itself.

    Attributes:
        value: The date.
        words: The words that give it, with the time of day.
        clock: Time of day as printed, with its zone; or empty.
        zone: Zone as printed; empty if there is none.
        update: Whether the words call it an update.
        via: Whether it stands behind "via", so that it is the day of a copy.
    """

    value: DateValue
    words: str
    clock: str = ""
    zone: str = ""
    update: bool = False
    via: bool = False


def parse_dateline(line: str) -> tuple[PrintedDate, ...]:
    """Read a line that gives nothing but the article's own date.

    Args:
        line: A line without line end, stripped.

    Returns:
        The dates in it, at least one, in text order; none if the line is no date line.
    """
    if not line or len(line) > LONGEST:
        return ()
    dates, rest = split_dates(line)
    return dates if dates and stands_around_dates(rest) else ()


def stands_around_dates(words: str) -> bool:
    """Whether words say nothing beside a date: "published", "last updated on", a time of day."""
    return not _MARKS.sub("", _WORDS.sub("", _TIME.sub(_behind_clock, words)))


def parse_dated_line(line: str) -> tuple[PrintedDate, ...]:
    """Read a line near the top that gives a date and, beside it, nothing but names.

    "Harrow Bay, 14 May 2024", "Local news | 14 May 2024", "From our correspondent, 14 May 2024".

    Args:
        line: A line without line end, stripped.

    Returns:
        Its one date; none if the line may be a headline or a sentence.
    """
    if len(line) > _LONGEST_DATED or line[-1:] in {".", "!", "?", ":"}:
        return ()
    dates, rest = split_dates(line)
    if len(dates) != 1:
        return ()
    before, _, after = line.partition(dates[0].words)
    beside = before.rstrip() if before else after.lstrip()
    alone = stands_around_dates(after if before else before)
    marked = beside[-1:] in _BESIDE if before else beside[:1] in _BESIDE
    words = _WORDS.sub(" ", rest).split()
    named = all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in words)
    return dates if alone and marked and named and len(words) <= _MOST_BESIDE else ()


def split_dates(line: str) -> tuple[tuple[PrintedDate, ...], str]:
    """Take the dates and times of day out of a line.

    Args:
        line: A short line.

    Returns:
        The dates in text order, and the line without them and without times of day.
    """
    found = tuple(_DATE.finditer(line)) if _HAS_YEAR.search(line) else ()
    if not found:
        return (), line
    rest = line
    for match in found:
        rest = _blank(rest, *match.span())
    times = tuple(_TIME.finditer(rest))
    for clock in times:
        rest = _blank(rest, clock.start(), clock.end("zone" if _zone(clock) else "clock"))
    times_first = bool(times) and times[0].start() < found[0].start()
    dates: list[PrintedDate] = []
    for index, match in enumerate(found):
        before = found[index - 1].end() if index else 0
        after = found[index + 1].start() if index + 1 < len(found) else len(line)
        clocks = (before, match.start()) if times_first else (match.end(), after)
        near = [clock for clock in times if clocks[0] <= clock.start() < clocks[1]]
        time = near[0] if near else None
        label = line[before : match.start()]
        # A label may also stand behind a lone date: "March 5, 2024 (updated)".
        if len(found) == 1 and _UPDATED_BEHIND.match(line, match.end()):
            label += line[match.end() :]
        printed = _printed(line, match, time, label)
        if printed is None:
            return (), line
        dates.append(printed)
    return tuple(dates), rest.replace("\x00", " ")


def parse_leading_date(line: str) -> PrintedDate | None:
    """Read a date that opens a paragraph and belongs to the article, not to the sentence.

    Scrapers glue the date line to the first paragraph. Only a whole date with its weekday
    counts, and only where the sentence goes on with a capital letter and no comma.

    Args:
        line: A paragraph's text, or its beginning.
    """
    match = _DATE.match(line)
    if match is None or match["weekday"] is None or match["year5"] is not None:
        return None
    if re.match(r"\s{1,3}[“\"‘']?[A-Z]", line[match.end() : match.end() + 6]) is None:
        return None
    value = _value(match)
    return None if value is None else PrintedDate(value, match.group())


def parse_place_and_date(line: str) -> PrintedDate | None:
    """Read a whole date in the dateline before the first sentence: "HARROW BAY, March 4, 2024 —".

    Args:
        line: A paragraph's text, or its beginning.
    """
    match = _DATE.search(line, 0, _LONGEST_DATELINE)
    if match is None or match["year5"] is not None:
        return None
    place = _OPENING.fullmatch(line, 0, match.start())
    if place is None or not line[: match.start()].split(maxsplit=1)[0].isupper():
        return None
    if _OPENING_ENDS.match(line, match.end()) is None:
        return None
    value = _value(match)
    return None if value is None else PrintedDate(value, match.group())


def _blank(line: str, start: int, end: int) -> str:
    return line[:start] + "\x00" * (end - start) + line[end:]


def _printed(
    line: str, match: re.Match[str], time: re.Match[str] | None, label: str
) -> PrintedDate | None:
    value = _value(match)
    if value is None:
        return None
    start, end = match.span()
    clock = zone = ""
    if time is not None:
        zone = _zone(time)
        clock = f"{time['clock'].strip()} {zone}".strip()
        start, end = min(start, time.start("clock")), max(end, time.end("clock"))
    update = _UPDATE.search(label) is not None
    return PrintedDate(value, line[start:end], clock, zone, update, _VIA.match(label) is not None)


def _behind_clock(time: re.Match[str]) -> str:
    """What looks like a zone behind a time of day and is none."""
    return "" if _zone(time) else time["zone"] or ""


def _zone(time: re.Match[str]) -> str:
    zone = (time["zone"] or "").strip("()")
    return "" if zone.lower() in _NOT_ZONES or zone.islower() else zone


def _value(match: re.Match[str]) -> DateValue | None:
    weekday = match["weekday"]
    if match["year5"]:
        month = _month(match["month5"])
        return parse_edtf(f"{match['year5']}-{month:02d}")
    if match["year4"]:
        return _either(int(match["first"]), int(match["second"]), int(match["year4"]), weekday)
    if match["year3"]:
        return make_day(int(match["year3"]), int(match["month3"]), int(match["day3"]))
    number = "1" if match["year1"] else "2"
    month = _month(match[f"month{number}"])
    return make_day(int(match[f"year{number}"]), month, int(match[f"day{number}"]))


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def make_day(year: int, month: int, day: int) -> DateValue | None:
    """A day as a date; None if there is no such day."""
    try:
        return parse_edtf(date(year, month, day).isoformat())
    except ValueError:
        return None


def _either(first: int, second: int, year: int, weekday: str | None) -> DateValue | None:
    """Month and day in either order; a weekday or a number over twelve tells which."""
    readings = {make_day(year, first, second), make_day(year, second, first)} - {None}
    days = sorted(day for day in readings if day is not None)
    if weekday is not None and len(days) > 1:
        wanted = _DAYS.index(weekday[:3].lower())
        days = [day for day in days if day.start.weekday() == wanted] or days
    if not days:
        return None
    return days[0] if len(days) == 1 else parse_edtf(f"[{days[0].edtf},{days[1].edtf}]")
