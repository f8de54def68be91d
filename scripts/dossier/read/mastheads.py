"""Lines that give an article's particulars side by side: ``May 7, 2024 at 18:40 | Lorne Herald``.

People paste the line above an article as it stands on the page: outlet, date, author, role, place,
with bars, dots, dashes or commas between them. A line counts only if every part of it is one of
these and one is a date or an outlet; so no sentence and no headline is taken for one.
"""

import re
from dataclasses import dataclass

from dossier.read.bylines import is_person
from dossier.read.datelines import PrintedDate, split_dates, stands_around_dates
from dossier.read.words import ReadingWords, fold

LONGEST = 160
"""A longer line gives no particulars side by side."""

_SEPARATOR = re.compile(r"\s*(?:[|•·;]|\s[–—-]{1,2}\s|\s/\s|,\s|\()\s*|\t+")
_LEADS = re.compile(r"\A(?:from|for|in|at|via|by)\s+(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"\Athe\s+", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Z0-9][\w&.’'-]{0,30}\Z")
_LABEL = re.compile(r"\s*[|•·]\s*(?:last\s|first\s)?(?:updated|published|posted)\b", re.IGNORECASE)
_SMALL = frozenset({"of", "the", "and", "for", "&"})
_READING_TIME = re.compile(r"\d{1,3}[\s-]min(?:ute)?s?(?:\sread)?\Z", re.IGNORECASE)
_SIGNS = ("by ", "from ", "in ")
_MOST_WORDS = 5
_FEWEST_WORDS = 2
_MOST_PLACE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Header:
    """What a line of particulars gives.

    Attributes:
        dates: In text order.
        outlets: Names as printed, without "the" in small letters.
        people: Names of those who signed the article.
        others: Parts that are neither: roles, places.
    """

    dates: tuple[PrintedDate, ...]
    outlets: tuple[str, ...]
    people: tuple[str, ...]
    others: tuple[str, ...]


def is_outlet(name: str, words: ReadingWords) -> bool:
    """Whether words are the name of an outlet: listed, or formed like one.

    Args:
        name: Words without marks around them.
        words: Word lists.
    """
    folded = fold(name)
    if folded in words.media or folded.removeprefix("the ") in words.media:
        return True
    if folded in words.places or folded in words.roles:
        return False
    tokens = _ARTICLE.sub("", name.strip(), count=1).split()
    if not _FEWEST_WORDS <= len(tokens) <= _MOST_WORDS or folded.startswith(_SIGNS):
        return False
    if not all(_TOKEN.match(token) or token in _SMALL for token in tokens):
        return False
    first, last = (words.mastheads.get(fold(token), ()) for token in (tokens[0], tokens[-1]))
    section = "section" in first or ("section" in last and "last" not in last)
    return not section and ("last" in last or "first" in first)


_FEWEST_SIDE_BY_SIDE = 2
"""Parts of a line that gives no date: an outlet, and something beside it."""


def parse_header(line: str, words: ReadingWords) -> Header | None:
    """Read a line that gives particulars side by side.

    Args:
        line: A line, stripped.
        words: Word lists.

    Returns:
        What it gives; None if a part of it is anything else, if it gives nothing but a date, or
        if it names an outlet alone.
    """
    if len(line) > LONGEST:
        return None
    dates, rest = split_dates(line)
    parts = [part for raw in _SEPARATOR.split(rest) if (part := _clean(raw))]
    if stands_around_dates(rest) if dates else len(parts) < _FEWEST_SIDE_BY_SIDE:
        return None
    outlets: list[str] = []
    others: list[str] = []
    for part in parts:
        if is_outlet(part, words):
            outlets.append(part)
        elif _is_particular(part, words):
            others.append(part)
        elif stands_around_dates(part):
            continue  # "Published", "Updated at"
        else:
            return None
    if not dates and (len(outlets) != 1 or not others):
        return None  # an outlet alone, or a list of them
    if not outlets and not all(_is_sure(part, line, dates, words) for part in others):
        return None
    people = [part for part in others if _signs(part, outlets, words)]
    others = [part for part in others if part not in people]
    told = bool(outlets or people or others)
    return Header(dates, tuple(outlets), tuple(people), tuple(others)) if told else None


def _clean(part: str) -> str:
    return _LEADS.sub("", part.strip(" .,:()–—-")).removeprefix("the ")


def _is_particular(part: str, words: ReadingWords) -> bool:
    """A name, a role, a place, an address, or how long reading takes."""
    folded = fold(part)
    return (
        folded in words.places
        or folded.rpartition(" ")[2] in words.roles
        or is_person(part, words)
        or _is_capitals(part)
        or _READING_TIME.match(part) is not None
        or "@" in part
    )


def _is_capitals(part: str) -> bool:
    """The name of a place as datelines print it: "HARROW BAY"."""
    return part.isupper() and len(part.split()) <= _MOST_PLACE_WORDS and part[0].isalpha()


def _signs(part: str, outlets: list[str], words: ReadingWords) -> bool:
    """Whether a part is somebody's name; beside an outlet the given name may be unknown."""
    known = fold(part.partition(" ")[0]) in words.names
    return is_person(part, words) and (known or (bool(outlets) and not _is_capitals(part)))


def _is_sure(part: str, line: str, dates: tuple[PrintedDate, ...], words: ReadingWords) -> bool:
    """Whether a part is one even on a line that names no outlet.

    A place in capitals counts only straight before the date, as in "HARROW BAY, March 4, 2024",
    or before its label, as in "HARROW BAY | Updated: March 4": headlines are printed in capitals,
    too.
    """
    if _is_capitals(part):
        labelled = _LABEL.match(line.partition(part)[2]) is not None
        return labelled or any(f"{part}, {printed.words}" in line for printed in dates)
    if is_person(part, words):
        return fold(part.partition(" ")[0]) in words.names
    return True
