"""Find descriptions without a name, pronouns and words such as "Chilean" before a noun.

"a Taliban spokesman", "a representative of the government", "Chilean officials" and "the
ministry" speak and act in news as much as names do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.extract.lexis import Lexis
from dossier.extract.names import Span
from dossier.extract.words import Words
from dossier.vocabulary import ActorKind, MentionForm

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "", "them": "", "their": "", "theirs": "", "themselves": "",
}  # fmt: skip
"""Pronouns that may stand for persons, with the gender they tell."""

_DETERMINERS = frozenset(
    ["a", "an", "the", "this", "that", "its", "his", "her", "their", "our", "one", "another", "some", "several", "many", "most", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands", "other", "these", "those", "all", "both"]
)
_LINKS = frozenset({"of", "for", "from", "to", "at", "in"})
_STOP_LEFT = frozenset(
    ["and", "or", "but", "by", "with", "to", "from", "of", "for", "on", "in", "at", "as", "that", "who", "said", "says", "told", ",", ".", ";", ":", "(", ")", "—", "–", "“", "”", '"', "is", "was", "are", "were", "has", "had", "have", "be", "been", "which", "while", "when", "than", "not", "also", "it", "he", "she", "they"]
)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_REACH = 5
_LONGEST_TAIL = 7


@dataclass(frozen=True, slots=True)
class Nominal:
    """A description, a pronoun or an adjective.

    Attributes:
        first: Index of its first word, article left out.
        last: Index after its last word.
        name: What to match by.
        form: How it refers.
        kind: What it refers to; None if that stays open.
        title: Its word of office, if it has one; or empty.
        affiliation: The name it is tied to, as printed; or empty.
    """

    first: int
    last: int
    name: str
    form: MentionForm
    kind: ActorKind | None
    title: str = ""
    affiliation: str = ""


def find_nominals(
    words: Words, spans: Sequence[Span], taken: Sequence[tuple[int, int]], lexis: Lexis
) -> Iterator[Nominal]:
    """Find descriptions and pronouns in a sentence.

    Args:
        words: The sentence.
        spans: Its names, in text order.
        taken: Ranges of words that belong to the titles of named persons, in order.
        lexis: The word lists.

    Yields:
        In text order of their last words.
    """
    by_last = {span.last: span for span in spans}
    starts = {span.first: span for span in spans}
    lists = lexis.gazetteer
    taken_words = {index for first, last in taken for index in range(first, last)}
    for index, word in enumerate(words.text):
        lower = word.lower()
        if lower in PRONOUNS and (word[1:].islower()):
            kind = ActorKind.PERSON if PRONOUNS[lower] else None
            yield Nominal(index, index + 1, lower, MentionForm.PRONOUN, kind)
            continue
        if index in taken_words or not word[0].isalpha():
            continue
        noun = _noun_at(words, index, lexis)
        if noun is None:
            continue
        head, kind, office = noun
        end = index + head
        if _goes_on(words, end, lexis):
            continue
        yield from _described(words, by_last, starts, index, end, kind, office)


def _noun_at(words: Words, index: int, lexis: Lexis) -> tuple[int, ActorKind | None, str] | None:
    """A common noun for a body, a group or an office that begins at a word."""
    lists = lexis.gazetteer
    word = words.text[index].lower()
    if index + 1 < len(words):
        two = f"{word} {words.text[index + 1]}"
        if two in lists.body_nouns:
            return 2, lists.body_nouns[two], ""
        if two in lists.titles:
            return 2, ActorKind.PERSON, two
    if word in lists.body_nouns:
        return 1, lists.body_nouns[word], ""
    if word in lists.titles and words.text[index].islower():
        return 1, ActorKind.PERSON, word
    return None


def _goes_on(words: Words, end: int, lexis: Lexis) -> bool:
    """Whether the noun only leads to another noun, as in "government officials"."""
    if end >= len(words) or not words.touching(end):
        return False
    return _noun_at(words, end, lexis) is not None or words.text[end] in {"-"}


def _described(
    words: Words,
    by_last: dict[int, Span],
    starts: dict[int, Span],
    index: int,
    end: int,
    kind: ActorKind | None,
    office: str,
) -> Iterator[Nominal]:
    first, determiner, owner = _left(words, by_last, index)
    plural = words.text[end - 1].endswith("s") and not words.text[end - 1].endswith("ss")
    if not (determiner or owner or plural or kind is None or words.text[index] == "police"):
        return
    last, owner_behind = _right(words, starts, end)
    text = " ".join(words.text[first:last]).replace(" ’s", "’s").replace(" 's", "'s")
    name = f"{determiner} {text}" if determiner else text
    yield Nominal(first, last, name, MentionForm.NOMINAL, kind, office, owner or owner_behind)


def _left(words: Words, by_last: dict[int, Span], index: int) -> tuple[int, str, str]:
    """Where the description begins, its determiner in lower case, and the name inside it."""
    first, owner = index, ""
    while first > 0 and index - first < _REACH:
        word = words.text[first - 1]
        span = by_last.get(first)
        if span is not None and span.sort != "title":
            if span.kind is ActorKind.PERSON:
                break
            owner = owner or span.name
            first = span.first
        elif word in _POSSESSIVE and first - 1 in by_last:
            span = by_last[first - 1]
            owner = owner or span.name + word
            first = span.first
            break
        elif word.lower() in _DETERMINERS:
            return first, word.lower(), owner
        elif word in _STOP_LEFT or not word[0].isalpha() or words.cap[first - 1]:
            break
        else:
            first -= 1
    before = words.text[first - 1].lower() if first else ""
    if before in _DETERMINERS:
        return first, before, owner
    return (first, "", owner) if owner else (index, "", "")


def _right(words: Words, starts: dict[int, Span], end: int) -> tuple[int, str]:
    """Where "of the government of Togo" behind a noun ends, and the name inside it."""
    last, at, limit = end, end, end + _LONGEST_TAIL
    while at < min(len(words), limit) and words.text[at] in _LINKS - {"in", "at", "to", "from"}:
        at += 1
        while at < min(len(words), limit) and not words.cap[at] and words.text[at].isalpha():
            if words.text[at] in _LINKS:
                break
            at += 1
        if at < len(words) and at in starts and starts[at].sort != "title":
            return starts[at].last, starts[at].name
    return last, ""


def adjective_span(words: Words, span: Span) -> bool:
    """Whether the name of a people stands before a noun, as in "Chilean sailors"."""
    at = span.last
    if span.sort not in {"demonym", "people"} or at >= len(words) or not words.touching(at):
        return False
    following = words.text[at]
    plural = span.name.endswith("s") and not span.name.endswith("ss")
    return following[0].isalpha() and not (plural and following.islower())
