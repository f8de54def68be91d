"""Compare names: what two printed forms must share to be taken for one bearer."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dossier.gazetteer import Gazetteer

_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos", "du", "la",
     "le", "y", "e", "ter", "ten", "zu", "zur", "bin", "bint", "ibn", "ben"}
)  # fmt: skip
_ARTICLES = frozenset({"al", "el", "an", "ad", "as", "ar", "ash", "at", "az", "ul", "abu"})
_GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SPELLINGS = {
    "centre": "center", "defence": "defense", "organisation": "organization", "labour": "labor",
    "programme": "program", "theatre": "theater", "&": "and",
}  # fmt: skip
_LEGAL = frozenset({"llc", "llp", "ltd", "limited", "inc", "corp", "plc", "gmbh", "nv", "bv"})
"""What a company's name may end with or not."""
_SHORTEST_TYPO = 6
_LIGATURES = {
    ord(sign): unicodedata.normalize("NFKD", sign) for sign in map(chr, range(0xFB00, 0xFB07))
}


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, cut up.

    Attributes:
        given: Given and middle names, folded.
        family: Family name, folded; for a name of one word, that word.
        whole: All of them in printed order.
    """

    given: tuple[str, ...]
    family: str
    whole: tuple[str, ...]


def fold(text: str) -> str:
    """Lower case without accents, with straight apostrophes and no ligatures.

    Letters in another dress, such as full width or bold, stay what they are: whoever writes a
    name with them may want it taken for another.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.replace("’", "'").translate(_LIGATURES))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w&']+", fold(text).replace("-", "").replace(".", " ")))


def parse_person(name: str, gazetteer: Gazetteer) -> PersonName:
    """Cut up a person's name.

    Args:
        name: As printed; words of honour before it and "Jr." behind it do not count.
        gazetteer: Tells which family names come first.
    """
    printed = name.split()
    while len(printed) > 1 and printed[0] in gazetteer.honorifics:
        printed = printed[1:]
    whole: list[str] = []
    for part in _words(" ".join(printed)):
        if whole and whole[-1] in _ARTICLES:
            whole[-1] += part
        else:
            whole.append(part)
    if len(whole) > 1 and whole[-1] in _GENERATION:
        whole = whole[:-1]
    called = len(printed) > 1 and printed[0] in gazetteer.given  # "Ben Mensah", not "ben Ali"
    rest = whole[called:]
    kept = (*whole[:called], *(part for part in rest if part not in _PARTICLES)) or tuple(whole)
    if len(kept) == 1:
        return PersonName((), kept[0], kept)
    if is_family_first(printed, gazetteer):
        return PersonName(kept[1:], kept[0], kept)
    return PersonName(kept[:-1], kept[-1], kept)


def is_family_first(parts: list[str], gazetteer: Gazetteer) -> bool:
    """Whether the first part of a name is its family name: "Zhou Min", "Park Ji-won"."""
    return (
        len(parts) in {2, 3}
        and parts[0] in gazetteer.family_first
        and parts[0] not in gazetteer.given
        and parts[-1] not in gazetteer.given
    )


def fit(short: PersonName, long: PersonName) -> bool:
    """Whether one full name can be a shorter form of the other.

    The family names agree, and the given names of the shorter stand in the longer in the same
    order, in full or as initials.
    """
    if short.family != long.family or len(short.given) > len(long.given) or not short.given:
        return False
    rest = iter(long.given)
    return all(any(_same_given(part, other) for other in rest) for part in short.given)


def _same_given(left: str, right: str) -> bool:
    if len(left) == 1 or len(right) == 1:
        return left[:1] == right[:1]
    return left == right


def is_typo(left: str, right: str) -> bool:
    """Whether two folded words or names differ in one letter and are long enough to tell.

    The first letters agree; plurals and words that differ in a last vowel are different words.
    """
    if left == right or left[:1] != right[:1] or min(len(left), len(right)) < _SHORTEST_TYPO:
        return False
    if abs(len(left) - len(right)) > 1 or {left + "s", right + "s"} & {left, right}:
        return False
    if len(left) > len(right):
        left, right = right, left
    start = 0
    while start < len(left) and left[start] == right[start]:
        start += 1
    if len(left) == len(right):
        if left[start + 1 :] == right[start + 1 :]:
            return start < len(left) - 1
        swapped = left[start + 1 : start + 2] + left[start : start + 1]
        return swapped == right[start : start + 2] and left[start + 2 :] == right[start + 2 :]
    return left[start:] == right[start + 1 :] and start < len(left)


def one_letter_less(word: str) -> frozenset[str]:
    """A word, and what is left of it without each letter: of two with a typo, some are equal."""
    return frozenset({word, *(word[:at] + word[at + 1 :] for at in range(len(word)))})


@lru_cache(maxsize=20_000)
def body_words(name: str) -> tuple[str, ...]:
    """The words of a body's name in one spelling, without articles."""
    words = (_SPELLINGS.get(word, word) for word in _words(name))
    return tuple(word.removesuffix("'s") for word in words if word not in {"the", "a", "an"})


def body_base(name: str) -> str:
    """One form for the names of a ministry or department, whichever way round they are put.

    "Ministry of Foreign Affairs" and "Foreign Ministry" become one, and so do "Department of
    Justice" and "Justice Department"; other names are only spelt alike.
    """
    words = body_words(name)
    while len(words) > 1 and words[-1] in _LEGAL:
        words = words[:-1]
    for noun in ("ministry", "department", "embassy", "office"):
        if noun in words and len(words) > 1:
            topic = [word for word in words if word not in {noun, "of", "for", "affairs", "and"}]
            return " ".join([*topic, noun])
    return " ".join(words)


def may_shorten(short: str, long: str) -> bool:
    """Whether a short form that a bracket puts beside a long name can be its short form.

    The first letters agree, and the others stand in the name in the same order, or are the
    initials of its words in another: "Union of Atheists and Rationalists (URA)". Letters of
    another language may begin elsewhere: "Quorv Episcopal Conference (CEQ)".
    """
    letters, name = fold(short).replace(".", "").partition("-")[0], fold(long)
    minor = {"of", "for", "the", "and", "on", "in", "de", "la", "to"}
    words = [word for word in _words(name) if word not in minor]
    if len(letters) < len("ab") or not words:
        return False
    initials = sorted(word[0] for word in words)
    if sorted(letters) == initials and (letters[0] == words[0][0] or len(letters) > len("ab")):
        return True
    rest = iter(name)
    return letters[0] == words[0][0] and all(letter in rest for letter in letters)


def is_acronym_of(short: str, long: str) -> bool:
    """Whether the letters of a short form begin the words of a long name, in order."""
    letters = fold(short).replace(".", "")
    minor = {"of", "for", "the", "and", "on", "in", "de", "la", "to"}
    words = [word for word in _words(long) if word not in minor]
    initials = "".join(word[0] for word in words)
    every = "".join(word[0] for word in _words(long))
    return len(letters) > 1 and letters in {initials, every}
