"""Where the words of a telling put it, so that rules can lay one place beside another."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dossier.audit.reading import Reading
from dossier.gazetteer import load_gazetteer
from dossier.model import EventMention, Mention
from dossier.settings import Lexicon
from dossier.vocabulary import MentionForm, Role

_GRADES = ("site", "city", "region", "country")
_SORTS = {
    "capital": "city",
    "city": "city",
    "us-state": "region",
    "region": "region",
    "country": "country",
}


_CAPITAL = re.compile(r"the\s+(?:([A-Z]\w+)\s+capital|capital\s+of\s+([A-Z]\w+))\b")


@dataclass(frozen=True, slots=True)
class Where:
    """A place as rules compare it.

    Attributes:
        name: Its name, the same for all its spellings that the lists know.
        grade: "site", "city", "region" or "country".
        within: Names of what holds it, nearest first, as far as text and lists say.
    """

    name: str
    grade: str
    within: tuple[str, ...] = ()


def find_where(mention: Mention, reading: Reading) -> Where | None:
    """Say what place a name means; None if it means none."""
    if mention.form is not MentionForm.NAME:
        return None
    lists = load_gazetteer(reading.lexicon)
    entry = lists.entry(mention.name)
    place = reading.places_of.get(mention.id)
    if entry is not None and entry.sort in _SORTS:
        own = mention.name if entry.sort == "capital" else entry.name
        return Where(own, _SORTS[entry.sort], _holders(entry.within, reading))
    if place is None:
        return None
    return Where(place.name, place.precision, _holders(place.within, reading))


def _holders(name: str, reading: Reading) -> tuple[str, ...]:
    if not name:
        return ()
    entry = load_gazetteer(reading.lexicon).entry(name)
    if entry is None:
        return (name,)
    own = entry.name if entry.sort in ("country", "us-state") else name
    return (own, entry.within) if entry.within else (own,)


def place_of(telling: EventMention, reading: Reading) -> tuple[Mention, Where] | None:
    """The narrowest place a telling names, first of equals; None if it names none."""
    held = {one.id: one for one in reading.mentions_in.get(telling.sentence_id, ())}
    found = [
        (mention, where)
        for part in telling.participants
        if part.role is Role.PLACE
        and (mention := held.get(part.mention_id)) is not None
        and (where := find_where(mention, reading)) is not None
    ]
    return min(found, key=lambda one: _GRADES.index(one[1].grade), default=None)


def find_capital(text: str, reading: Reading) -> tuple[Where, int] | None:
    """Read words such as "the Chilean capital" that a text begins with.

    Returns:
        The country's capital and the length of the words; None if the text begins otherwise.
    """
    match = _CAPITAL.match(text)
    lists = load_gazetteer(reading.lexicon)
    entry = lists.entry(match[1] or match[2]) if match else None
    if match is None or entry is None or entry.sort not in ("demonym", "country"):
        return None
    name = _capitals(reading.lexicon).get(entry.name)
    return (Where(name, "city", (entry.name,)), match.end()) if name else None


@cache
def _capitals(lexicon: Lexicon) -> Mapping[str, str]:
    """The first capital that the lists give each country."""
    found: dict[str, str] = {}
    for country, values in lexicon.values("countries").items():
        for value in values:
            if value.startswith("capital "):
                found.setdefault(country, value.removeprefix("capital "))
    return found


def lies_in(inner: Where, outer: Where) -> bool:
    """Whether text or lists say that one place lies in another."""
    return outer.name in inner.within


def are_apart(left: Where, right: Where) -> bool:
    """Whether two places are two towns or two countries, neither of them within the other."""
    return (
        left.grade == right.grade
        and left.grade in ("city", "country")
        and left.name.casefold() != right.name.casefold()
        and not lies_in(left, right)
        and not lies_in(right, left)
    )


def in_one_country(left: Where, right: Where) -> bool:
    """Whether text or lists put both into one and the same place."""
    return _shares(left.within, right.within)


def _shares(left: Iterable[str], right: Iterable[str]) -> bool:
    return not set(left).isdisjoint(right)
