"""How English bends a verb or a noun, as far as finding and wording events needs it.

Regular forms follow by rule; the irregular ones are a word list that comes in as values.
"""

from collections.abc import Mapping
from enum import StrEnum

_VOWELS = "aeiou"
_LONGEST_SYLLABLE = 3
_SHORTEST_DOUBLING = 3
_SHORT = 4

COUNTS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "dozens", "hundreds", "thousands", "twenty", "thirty", "forty", "fifty"}
)  # fmt: skip
"""Numbers in words, which stand before a noun in the plural."""


class Form(StrEnum):
    """How a word stands in its sentence, as far as the word itself tells."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    """Past tense, where the participle is another word."""
    PARTICIPLE = "participle"
    """Past participle, where the past tense is another word."""
    PAST_OR_PARTICIPLE = "past-or-participle"
    GERUND = "gerund"
    NOUN = "noun"
    PLURAL = "plural"
    PHRASE = "phrase"
    """Words as they stand in a list."""


Irregular = tuple[str, str, str]
"""Past, participle and present participle; "" where the form is regular."""

REGULAR: Irregular = ("", "", "")


def bend_verb(base: str, irregular: Irregular = REGULAR) -> Mapping[Form, str]:
    """Put a verb into its five forms.

    Args:
        base: The verb as a dictionary lists it, one word.
        irregular: The forms that do not follow by rule.

    Returns:
        BASE, THIRD, PAST, PARTICIPLE and GERUND.
    """
    past, participle, gerund = irregular
    stem = base + base[-1] if _doubles(base) else base
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        stem = base[:-1]
    regular = f"{stem}ed"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        regular = f"{base[:-1]}ied"
    elif base.endswith("e"):
        regular = f"{base}d"
    return {
        Form.BASE: base,
        Form.THIRD: "has" if base == "have" else make_plural(base),
        Form.PAST: past or regular,
        Form.PARTICIPLE: participle or past or regular,
        Form.GERUND: gerund or f"{stem}ing",
    }


def _doubles(word: str) -> bool:
    """Whether a verb of one syllable doubles its last letter: stop, ban, rob."""
    if len(word) < _SHORTEST_DOUBLING or word[-1] in _VOWELS or word[-1] in "wxyh":
        return False
    return word[-2] in _VOWELS and not any(letter in _VOWELS for letter in word[:-2])


def make_plural(word: str) -> str:
    """Put a noun into the plural, or a verb into the third person."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    hissing = word.endswith(("s", "x", "z", "ch", "sh"))
    if hissing or (word.endswith("o") and len(word) <= _SHORT):
        return f"{word}es"
    return f"{word}s"


def spell_both(word: str) -> tuple[str, ...]:
    """A bent verb in British and, where it differs, American spelling: cancelled, canceled."""
    for ending in ("lled", "lling"):
        if word.endswith(ending) and len(word) > len(ending) + _LONGEST_SYLLABLE:
            return word, word.removesuffix(ending) + ending[1:]
    return (word,)
