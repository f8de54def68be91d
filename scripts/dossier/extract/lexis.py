"""The word lists about names, cut into words, so that they can be met in a text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dossier.extract.words import CutPieces, Phrases, Words, find_words, index_phrases, make_pieces
from dossier.gazetteer import Gazetteer, load_gazetteer
from dossier.settings import Lexicon
from dossier.vocabulary import RoleStatus

_FLAGS = {
    "then": RoleStatus.THEN,
    "former": RoleStatus.FORMER,
    "ex": RoleStatus.FORMER,
    "acting": RoleStatus.ACTING,
    "elect": RoleStatus.DESIGNATE,
    "designate": RoleStatus.DESIGNATE,
}
_LONGEST_TITLE = 7
PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "", "them": "", "their": "", "theirs": "", "themselves": "",
}  # fmt: skip
"""Pronouns that may stand for persons, with the gender they tell."""

_MOST_DUTIES = 3
_LEADS = frozenset({"the", "a", "'s", "’s", "deputy", "junior", "shadow", "former", "acting"})
_HOLDERS = frozenset(
    {"Minister", "Secretary", "Undersecretary", "Under-Secretary", "Commissioner", "Spokesman",
     "State", "Spokeswoman", "Spokesperson", "Ombudsman", "minister", "secretary",
     "undersecretary", "commissioner", "spokesman", "spokeswoman", "spokesperson"}
)  # fmt: skip
_FIELD_LINKS = frozenset({"of", "for"})
_LONGEST_FIELD = 9
_OPENED = 2
_MINISTERS = frozenset({"Minister", "Ministers"})
_FULL_STOPPED = ("St", "Mt", "Ft", "Jr", "Sr", "Inc", "Corp", "Ltd", "Co", "No")


@dataclass(frozen=True, slots=True)
class Lexis:
    """What names are found by.

    Attributes:
        gazetteer: The lists as they are.
        phrases: Listed names by first word.
        titles: Words of office and honour in lower case by first word, the longest first.
        title_openers: Words in lower case that such a title may begin with, "deputy" among them.
        pieces: Pieces of text, cut into words; those that are new are added as they come.
        nouns: First words of common nouns for bodies and offices.
        referring: These, and the pronouns that may stand for persons.
        nobody: Names of several words that name nobody, each as its words in lower case.
    """

    gazetteer: Gazetteer
    phrases: Phrases
    titles: Mapping[str, tuple[tuple[str, ...], ...]]
    title_openers: frozenset[str]
    pieces: CutPieces
    nouns: frozenset[str]
    referring: frozenset[str]
    nobody: frozenset[tuple[str, ...]]


@lru_cache(maxsize=4)
def make_lexis(lexicon: Lexicon) -> Lexis:
    """Cut a lexicon's names into words; the same lexicon is cut only once."""
    gazetteer = load_gazetteer(lexicon)
    stopped = {
        part[:-1] for word in gazetteer.honorifics for part in word.split() if part[-1] == "."
    }
    pieces = make_pieces(frozenset({*stopped, *_FULL_STOPPED}))
    titles = _by_first((*gazetteer.titles, *(word.lower() for word in gazetteer.honorifics)))
    nouns = frozenset(noun.split()[0] for noun in (*gazetteer.body_nouns, *gazetteer.titles))
    return Lexis(
        gazetteer,
        index_phrases(gazetteer.entries.items(), pieces),
        titles,
        frozenset((*titles, *(f"{title}s" for title in titles), *gazetteer.title_words)),
        pieces,
        nouns,
        nouns.union(PRONOUNS),
        frozenset(
            tuple(word.lower() for word in find_words(term, 0, len(term), pieces).text)
            for term in gazetteer.not_names
            if " " in term
        ),
    )


def names_nobody(words: Words, first: int, last: int, lexis: Lexis) -> bool:
    """Whether a range of words, in any case, is listed as a name of nobody.

    Args:
        words: A sentence.
        first: Its first word; an article before the name does not count.
        last: The index after its last word.
        lexis: The word lists.
    """
    if not lexis.nobody:
        return False
    held = tuple(word.lower() for word in words.text[first:last])
    return held in lexis.nobody or (held[:1] == ("the",) and held[1:] in lexis.nobody)


def _by_first(titles: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for title in titles:
        parts = tuple(title.split())
        found.setdefault(parts[0], set()).add(parts)
    return {
        first: tuple(sorted(parts, key=lambda p: (-len(p), p))) for first, parts in found.items()
    }


def title_end(words: Words, index: int, lexis: Lexis) -> int:
    """Where the words of office or honour that begin at a word end.

    Args:
        words: A sentence.
        index: The first word to look at; words such as "deputy" may come before the office.
        lexis: The word lists.

    Returns:
        The index after the last word of the title; ``index`` itself if no title begins here.
    """
    total = len(words.text)
    ahead = words.text[index + 1 : index + 1 + _MOST_DUTIES]
    opens = index < total and _bare(words.text[index]) in lexis.title_openers
    if not opens and _MINISTERS.isdisjoint(ahead):
        return index
    best = at = index
    while at < total and at - index < _LONGEST_TITLE:
        head = office_length(words, at, lexis)
        if head:
            best = at = _with_field(words, at + head, lexis)
        elif (at == index or _bare(words.text[at - 1]) in _LEADS) and (
            duties := _duties(words, at, lexis)
        ):
            at += duties
        elif _bare(words.text[at]) in lexis.gazetteer.title_words:
            at += 1
        else:
            break
    return best


def _with_field(words: Words, at: int, lexis: Lexis) -> int:
    """Where an office ends whose field stands behind it: "Minister for Trade and Ports X".

    Only before a name: of "the Minister for Trade" the rest is told elsewhere.
    """
    text = words.text
    if at + 1 >= len(text):
        return at
    if text[at] in _FIELD_LINKS and text[at - 1] in _HOLDERS:
        end = at + 1 + (text[at + 1] == "the")
    elif text[at] == "and" and at > _OPENED and text[at - 2] in _FIELD_LINKS:
        end = at + 1  # behind a listed "Minister of Culture"
    else:
        return at
    first, plain = end, lexis.gazetteer.plain_words
    while end < len(text) and end - at < _LONGEST_FIELD and text[end] in plain:
        end += 1
        joined = end + (text[end : end + 1] == [","])
        joined += text[joined : joined + 1] == ["and"]
        if joined > end and joined < len(text) and text[joined] in plain:
            end = joined
    named = end < len(text) and words.cap[end] and words.touching(end)
    return end if end > first and named else at


def _duties(words: Words, at: int, lexis: Lexis) -> int:
    """How many words before "Minister" say of what: "Water Resources Minister X"."""
    lists = lexis.gazetteer
    before = words.text[at - 1] if at else ""
    led = before.lower() in _LEADS
    inside = at and words.touching(at) and words.cap[at - 1] and before not in lists.entries
    if inside and not led:
        return 0
    end = at
    while end + 1 < len(words.text) and end - at < _MOST_DUTIES and words.touching(end + 1):
        word = words.text[end]
        plain = words.cap[end] and word.isalpha() and not word.isupper()
        known = word in lists.entries or word in lists.given or word in lists.not_names
        if not plain or known or word in lists.org_words:
            return 0
        end += 1
        if words.text[end] in _MINISTERS:
            named = end + 1 < len(words.text) and words.cap[end + 1] and words.touching(end + 1)
            return end - at if named or led else 0
    return 0


def office_length(words: Words, index: int, lexis: Lexis) -> int:
    """How many words the longest office that begins exactly here has; 0 if there is none."""
    first = _bare(words.text[index])
    if first in lexis.gazetteer.small_titles and words.text[index] != first:
        return 0
    candidates = lexis.titles.get(first)
    if candidates is None and first[-1:] == "s":
        candidates = lexis.titles.get(first[:-1])
        return 1 if candidates and len(candidates[-1]) == 1 else 0
    for parts in candidates or ():
        if len(parts) == 1:
            return 1
        end = index + len(parts)
        if [_bare(word) for word in words.text[index + 1 : end]] == list(parts[1:]):
            return len(parts)
    return 0


def _bare(word: str) -> str:
    """A word in lower case without a flag that is tied to it by a hyphen."""
    lower = word.lower()
    if lower.isalpha():
        return lower
    lower = lower.removesuffix("-")
    before, hyphen, after = lower.partition("-")
    if hyphen and before in _FLAGS:
        return after
    stem, hyphen, last = lower.rpartition("-")
    return stem if hyphen and last in _FLAGS else lower


def title_flag(words: list[str], gazetteer: Gazetteer) -> RoleStatus:
    """The flag that the words of a title carry; the first one that carries any decides."""
    for word in words:
        lower = word.lower().removesuffix("-")
        for part in (lower, lower.partition("-")[0], lower.rpartition("-")[2]):
            flag = gazetteer.title_words.get(part, RoleStatus.CURRENT)
            if flag is not RoleStatus.CURRENT and (part == lower or part in _FLAGS):
                return flag
    return RoleStatus.CURRENT
