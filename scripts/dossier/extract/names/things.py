"""Tell names of prizes, contests, laws, storms and ships from names of those who act.

"The Ama Mensah Prize" holds a person's name and names nobody; the last word gives it away. Of
"Hurricane Ama" and "the ferry Ama Mensah" it is the word before, and the rest of the article
goes on with "Ama".
"""

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.spans import Span, text_of
from dossier.extract.words import Words, phrase_at, word_set

_LONGEST = 8
_LONGEST_SHIP = 4
_SHIPS = word_set("FV HMAS HMCS HMS INS MT MV RMS RRS SS USS")
_SURNAMES = frozenset({"Bill", "Day", "Fair"})
_STORM_SIZES = word_set("Tropical Subtropical Super Winter Severe Post-Tropical")
_STORMS = word_set("Hurricane Typhoon Cyclone Storm Superstorm Medicane")
_VESSELS = word_set(
    "ferry tanker ship vessel trawler frigate destroyer submarine yacht freighter steamer warship"
    " battleship icebreaker tugboat schooner catamaran lifeboat corvette minesweeper gunboat"
    " spacecraft shuttle probe rover satellite lander supertanker cruiser steamship paddle-steamer"
    " dhow barge"
)
"""Nouns before the name of what floats or flies: "the ferry Ama Mensah"."""
_ROYAL = word_set("Queen King Princess Prince Lady Empress Duchess Countess Saint")
"""Titles that ships bear: "the ferry Queen Ama"."""
_CARRIERS = word_set("aircraft bulk cargo gas car livestock ore")
"""What makes a "carrier" a ship, and not an airline."""


def thing_end(words: Words, at: int, end: int, lexis: Lexis) -> int:
    """Where the name of a thing ends that begins at a word of a run.

    Args:
        words: A sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
        lexis: The word lists.

    Returns:
        The index after its last word; ``at`` if no thing's name begins here, or if what
        begins is a listed name ("FIFA World Cup") or a body's ("Nobel Prize Committee").
    """
    lists = lexis.gazetteer
    last = at
    if at and words.text[at - 1].islower() and _is_vessel(words, at - 1):
        return _vessel_end(words, at, end, lexis)
    if end - at == 1 or phrase_at(words, at, lexis.phrases):
        return at
    if words.text[at] in _SHIPS and title_end(words, at + 1, lexis) == at + 1:
        return min(end, at + _LONGEST_SHIP)
    for index in range(at + 1, min(end, at + _LONGEST)):
        word = words.text[index]
        if word in lists.org_words:
            return at
        if word in lists.thing_words:
            last = index + 1
    pair = last - at == len(("given", "family"))
    named = pair and words.text[at] in lists.given and words.text[last - 1] in _SURNAMES
    return at if named else last


def _is_vessel(words: Words, at: int) -> bool:
    """Whether a word says that the name behind it is a ship's."""
    word = words.text[at]
    carrier = word == "carrier" and at > 0 and words.text[at - 1].lower() in _CARRIERS
    if not (carrier or word in _VESSELS) or not words.touching(at + 1):
        return False
    return at > 0 and (words.text[at - 1].islower() or words.text[at - 1] in {"The", "A"})


def _vessel_end(words: Words, at: int, end: int, lexis: Lexis) -> int:
    """Where the name of a ship ends; ``at`` where somebody or a state follows instead."""
    if title_end(words, at, lexis) > at and words.text[at] not in _ROYAL:
        return at
    found = phrase_at(words, at, lexis.phrases)
    alone = found is not None and found[0] == end
    return at if alone else min(end, at + _LONGEST_SHIP)


def find_storm(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """A storm's name that begins at a word: "Hurricane Ama", but not "Hurricane Center".

    Args:
        words: A sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
        lexis: The word lists.

    Returns:
        The span, of no kind: a storm is named and followed like an actor, and is none.
    """
    name = at + 1 + (words.text[at] in _STORM_SIZES)
    if name >= end or words.text[name - 1] not in _STORMS or not words.touching(name):
        return None
    word = words.text[name]
    lists = lexis.gazetteer
    telling = (lists.org_words, lists.place_words)
    other = word in lists.plain_words or any(
        part in known for part in words.text[name : min(end, name + 2)] for known in telling
    )
    if other or word.endswith("ers") or word.isupper() or not word.isalpha():
        return None
    return Span(at, name + 1, None, "storm", firm=True, name=text_of(words, at, name + 1))
