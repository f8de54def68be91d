"""The verb by which a headline tells its news, as its article tells it again.

No list holds every verb that makes news ("crosses", "runs", "surpasses"). But a headline tells
the past in the present tense, and the first lines of the text tell it once more in the past: a
verb that stands in both is what the article is about. Extraction finds such verbs in sentences,
resolution words titles with them, and neither may know the other, so what they share stands here.
"""

import re
from collections.abc import Mapping

from dossier.inflection import REGULAR, Form, Irregular, bend_verb

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MOST = 3000
"""Code points of a headline that are read; more is no headline."""
_SHORTEST = 3
_HISSING = ("ss", "x", "zz", "ch", "sh")
_PLURALS = frozenset({"people", "men", "women", "children", "police", "officials"})
_NO_NEWS = frozenset(
    {"be", "have", "do", "get", "make", "take", "give", "go", "come", "see", "know", "think",
     "need", "want", "seem", "mean", "feel", "look", "like", "use", "include", "show", "plan",
     "continue", "face", "follow", "remain", "base", "own", "love", "hope", "call", "help", "try"}
)  # fmt: skip
"""Verbs that tell no happening by themselves."""


def find_retold_verbs(headline: str, irregular: Mapping[str, Irregular]) -> Mapping[str, str]:
    """Find what may be verbs in the present tense, by the past tense that would tell them again.

    Args:
        headline: A headline.
        irregular: Forms of irregular verbs, by dictionary form.

    Returns:
        Past tense → dictionary form. Nouns in -s are among them: only a sentence that holds the
        past tense as a verb shows that a word was one.
    """
    words = [match.group().lower() for match in _WORD.finditer(headline[:_MOST])]
    found: dict[str, str] = {}
    for place, word in enumerate(words):
        before = words[place - 1] if place else ""
        for base in _bases(word, before):
            forms = bend_verb(base, irregular.get(base, REGULAR))
            if base not in _NO_NEWS and word in {forms[Form.THIRD], base}:
                found.setdefault(forms[Form.PAST], base)
    return found


def _bases(word: str, before: str) -> tuple[str, ...]:
    """Dictionary forms that a word of a headline may have: the third person, or a plural's verb."""
    if len(word) <= _SHORTEST:
        return ()
    if word.endswith("ies"):
        return (f"{word[:-3]}y",)
    if word.endswith("es") and word[:-2].endswith(_HISSING):
        return (word[:-2],)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return (word[:-1],)
    several = before in _PLURALS or (before.endswith("s") and not before.endswith(("ss", "’s")))
    return (word,) if several else ()
