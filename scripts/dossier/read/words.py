"""The word lists of this room in the shape that its rules need."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dossier.settings import Lexicon

MOST_OPENING_WORDS = 8
"""No opening in a list has more words; so many are compared."""

_MOST_MARKS = 3
_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PLACES = ("countries", "cities", "us_states", "regions")
_NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Opening:
    """Words that open a line, and what the list says about them.

    Attributes:
        words: Lower case.
        flags: Values of the list, such as ``short`` or ``copy``.
        end: Code point of the line after the last of the words; set by ``find_opening``.
    """

    words: tuple[str, ...]
    flags: frozenset[str]
    end: int = 0


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """Word lists, compiled.

    Attributes:
        furniture: Openings of furniture by first word, longest first.
        whole: Lines that are furniture as a whole, folded, with their values.
        bylines: Openings of bylines by first word, longest first.
        roles: Role words behind names, folded.
        captions: Openings of captions by first word, longest first.
        label: Matches a credit with its label at the end of a line, even one glued to it.
        verb: Matches a verb of captions.
        credits: Agencies and archives that pictures are credited to, folded.
        media: Names of outlets by each of their folded names.
        mastheads: Folded words of outlets' names: whether they open or close them.
        places: Folded names of places.
        names: Folded given names.
        languages: ISO 639-3 codes by ISO 639-1 code.
    """

    furniture: Mapping[str, tuple[Opening, ...]]
    whole: Mapping[str, frozenset[str]]
    bylines: Mapping[str, tuple[Opening, ...]]
    roles: frozenset[str]
    captions: Mapping[str, tuple[Opening, ...]]
    label: re.Pattern[str]
    verb: re.Pattern[str]
    credits: frozenset[str]
    media: Mapping[str, str]
    mastheads: Mapping[str, tuple[str, ...]]
    places: frozenset[str]
    names: frozenset[str]
    languages: Mapping[str, str]


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Reduce a line to what makes it the same line: its letters and digits, one space between.

    The same line is looked at by one rule after another, so the last are kept.

    Args:
        text: Any text.
    """
    return _NOT_A_WORD.sub(" ", text.replace("’", "").replace("'", "").casefold()).strip()


@lru_cache(maxsize=8)
def compile_words(lexicon: Lexicon) -> ReadingWords:
    """Compile the lists that reading needs.

    Args:
        lexicon: Word lists; used are ``furniture``, ``bylines``, ``captions``, ``media``,
            ``mastheads``, ``languages``, ``first_names`` and the lists of places.
    """
    lists = lexicon.lists
    furniture, captions = lists["furniture"], lists["captions"]
    labels = _alternatives(label.capitalize() for label in _with(captions, "label"))
    return ReadingWords(
        furniture=_openings(furniture, {"opens", "short", "colon", "copy"}),
        whole={fold(term): frozenset(flags) for term, flags in furniture.items()},
        bylines=_openings(lists["bylines"], {"author", "contributor", "picture"}),
        roles=frozenset(map(fold, _with(lists["bylines"], "role"))),
        captions=_openings(captions, {"opens", "colon"}),
        label=re.compile(rf"(?<![A-Z])(?:{labels})\s?:\s{{0,2}}[A-Z\d@©][^:]{{1,100}}\Z"),
        verb=re.compile(rf"\s(?:{_alternatives(_with(captions, 'verb'))})\b"),
        credits=frozenset(map(fold, _with(captions, "credit"))),
        media=_media(lists["media"]),
        mastheads={fold(word): ends for word, ends in lists["mastheads"].items()},
        places=frozenset(fold(name) for key in _PLACES for name in lists[key]),
        names=frozenset(map(fold, lists["first_names"])),
        languages={short: codes[0] for short, codes in lists["languages"].items() if codes},
    )


def find_opening(openings: Mapping[str, tuple[Opening, ...]], head: str) -> Opening | None:
    """Find the longest listed opening of a line.

    Args:
        openings: Openings by first word, longest first.
        head: The beginning of the line.
    """
    tokens: list[str] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(head):
        if not tokens and (match.start() > _MOST_MARKS or match.group().casefold() not in openings):
            return None
        tokens.append(match.group().casefold().replace("’", "'"))
        ends.append(match.end())
        if len(tokens) == MOST_OPENING_WORDS:
            break
    if not tokens:
        return None
    for opening in openings[tokens[0]]:
        length = len(opening.words)
        if tuple(tokens[:length]) == opening.words:
            return Opening(opening.words, opening.flags, ends[length - 1])
    return None


def _with(terms: Mapping[str, tuple[str, ...]], flag: str) -> list[str]:
    return [term for term, flags in terms.items() if flag in flags]


def _openings(
    terms: Mapping[str, tuple[str, ...]], flags: set[str]
) -> dict[str, tuple[Opening, ...]]:
    by_word: dict[str, list[Opening]] = {}
    for term, values in terms.items():
        words = tuple(_TOKEN.findall(term.casefold()))[:MOST_OPENING_WORDS]
        if words and flags & set(values):
            by_word.setdefault(words[0], []).append(Opening(words, frozenset(values)))
    return {
        word: tuple(sorted(openings, key=lambda opening: (-len(opening.words), opening.words)))
        for word, openings in by_word.items()
    }


def _alternatives(terms: Iterable[str]) -> str:
    return "|".join(re.escape(term) for term in sorted(terms, key=lambda term: (-len(term), term)))


def _media(terms: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    names: dict[str, str] = {}
    for name, values in terms.items():
        aliases = [value.removeprefix("also ") for value in values if value.startswith("also ")]
        for alias in (name, *aliases):
            names.setdefault(fold(alias), name)
    return names
