"""Read the names of places, which some word in them gives away.

"Lake Volta", "Kwahu District", "the Strait of Quorv"; "King Quorv Airport" is called after
somebody.
"""

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.names.bodies import SAINTS
from dossier.extract.names.persons import PARTICLES
from dossier.extract.spans import DAYS, Span, text_of
from dossier.extract.words import Words, phrase_at, word_set
from dossier.vocabulary import ActorKind

_PLACE_SURNAMES = word_set("Hill Hall Park Field Rock Lane Street Forest Gate Base Port Castle")
_COMPASS = word_set(
    "North South East West Northern Southern Eastern Western Central Upper Lower Greater Mainland"
    " Downtown Northwest Northeast Southwest Southeast Inner Outer"
)
_GROUND = frozenset({"country", "capital", "city", "us-state", "region"})
_OF_GROUND = word_set("Strait Straits Gulf Bay Isle Isles Cape Bight Sea Sound Republic Mount Horn")
"""What stands before "of" and the rest of a place's name."""
_HONOURED = word_set(
    "King Queen Prince Princess President Emperor Sultan Sheikh Captain Doctor Dr General Admiral"
    " Governor Pope Cardinal Bishop Father Sister Sir Lord Lady Chief Marshal Imam Ayatollah"
)
"""Titles of those whom houses and streets are called after."""
_MEMORIALS = word_set(
    "University Hospital College School Academy Institute Library Museum Foundation Centre Center"
    " Society Airport Stadium Bridge Square Street Avenue Park Memorial Mosque Highway Road Hall"
    " Clinic Trust Infirmary Barracks Dam Theatre Gardens Port Boulevard Polytechnic Mall"
)
_AT = word_set("in at near outside")
_LONGEST = 14
_LONG_ENOUGH = 3


def find_place(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """The name of a place that begins at a word: "Lake Volta", "Kwahu District".

    Args:
        words: The sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
        lexis: The word lists.
    """
    lists = lexis.gazetteer
    last = at
    if words.text[at] in _OF_GROUND and end < len(words.text) and words.text[end] == "of":
        return _ground_of(words, at, end, lexis)
    river = words.text[at] == "River" and at and words.text[at - 1].lower() == "the"
    if (river or words.text[at] in lists.place_openers) and at + 1 < end:
        last = at + 2 + (words.text[at + 1] in SAINTS)
        while last < end and words.text[last - 1] in PARTICLES:
            last += 1  # "Vila do Quorv"
    for index in range(at + 1, min(end, at + _LONGEST)):
        if title_end(words, index, lexis) > index or words.text[index] in DAYS:
            break
        if words.text[index] in lists.place_words and words.text[index] not in lists.place_openers:
            last = index + 1
    beyond = end < len(words.text) and words.touching(end) and words.text[end] in lists.place_words
    if beyond and words.text[end].islower() and last <= end:
        listed = phrase_at(words, at, lexis.phrases)
        if not (listed and listed[0] == end):  # "Lombardy region" is Lombardy
            last = end + 1
    if last == at and end - at > 1 and _is_part(words, at, end, lexis):
        last = end
    if last == at or _is_surname(words, at, last, lexis):
        return None
    return Span(at, last, ActorKind.PLACE, "place", firm=True, name=text_of(words, at, last))


def _is_part(words: Words, at: int, end: int, lexis: Lexis) -> bool:
    """Whether a run is a place with a point of the compass: "Southern Peru", "Accra West"."""
    if words.text[at] in _COMPASS:
        found = phrase_at(words, at + 1, lexis.phrases)
        return found is not None and found[0] == end and found[1].sort in _GROUND
    found = phrase_at(words, at, lexis.phrases)
    listed = found is not None and found[0] == end - 1 and found[1].sort in _GROUND
    return listed and words.text[end - 1] in _COMPASS


def _is_surname(words: Words, at: int, last: int, lexis: Lexis) -> bool:
    """Whether a word for a place is a family name: "Ama Hall", "Kwesi Yaw Hill"."""
    lists = lexis.gazetteer
    if words.text[last - 1] not in _PLACE_SURNAMES or last - at not in {2, 3}:
        return False
    if at and title_end(words, at - 1, lexis) == at:
        return True  # "Judge Quorv Hall"
    return words.text[last - 2] in lists.given and (at == 0 or words.text[at - 1] not in _AT)


def _ground_of(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """A place whose name goes on with "of": "the Strait of Quorv", "the Gulf of Upper Tarn"."""
    first = end + 1 + (words.text[end + 1 : end + 2] == ["the"])
    last = first
    while last < len(words.text) and last - first < _LONG_ENOUGH and words.cap[last]:
        if words.text[last] in DAYS or not words.touching(last) or not words.text[last].isalpha():
            break
        if title_end(words, last, lexis) > last or words.text[last] in lexis.gazetteer.org_words:
            return None
        last += 1
    if last == first or end - at > 1:
        return None
    return Span(at, last, ActorKind.PLACE, "place", firm=True, name=text_of(words, at, last))


def is_named_after(words: Words, at: int, end: int) -> bool:
    """Whether a title opens the name of what is called after somebody: "King Quorv Hospital"."""
    if words.text[at] not in _HONOURED:
        return False
    limit = min(end, at + _LONG_ENOUGH + 2)
    return any(words.text[index] in _MEMORIALS for index in range(at + 2, limit))
