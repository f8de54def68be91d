"""Cut sentences into words, with their positions, the way names need them.

"U.S.", "St. Louis", "O'Neill", "al-Masri", "AT&T" and "Cap-Haïtien" are one word each, a
possessive ending is a word of its own, and an address on the web or a handle is one word that
is no name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from dossier.extract.pieces import Pieces
from dossier.gazetteer import Entry

_WORD = re.compile(
    r"(?P<web>https?://\S+|www\.\S+|pic\.twitter\.com/\S+|@\w+)"
    r"|(?P<stops>(?:[A-Za-z]\.){2,}[A-Z]?(?![A-Za-z]))"
    r"|(?P<word>[^\W_]+(?:[-‐‑&'’][^\W_]+)*)(?P<stop>\.?)"  # noqa: RUF001 - hyphens as printed
    r"|(?P<mark>\S)"
)
_ENDINGS = (
    "'s",
    "’s",
    "'S",
    "’S",
    "'m",
    "’m",
    "'re",
    "’re",
    "'ve",
    "’ve",
    "'ll",
    "’ll",
    "'d",
    "’d",
)
_PREFIXED = re.compile(r"(?:al|el|an|ad|as|ar|ash|at|az|ul|ur|bin|d|l|de|O)[-'’‐‑][A-Z]")  # noqa: RUF001
_CAPTION = "Image"
CREDITS = frozenset({"Image", "Images", "Photo", "Photos", "Picture", "Credit", "Photograph"})
"""What labels the maker of a picture where a colon follows."""
_FLAGGED = re.compile(
    r"(?:[Tt]hen|[Ee]x|[Ff]ormer|now|[Pp]ro|[Aa]nti|[Nn]on|mid|[Pp]ost|[Pp]re|ultra|neo)-(?=[A-Z])"
)
_TIED = re.compile(
    r"-(?:[a-z]\w{2,20}ed|[a-z]\w{2,20}ing|based|born|led|run|made|built|held|style|era|like|wide|area|only)\Z"
)
_SHORTEST_TIED = 3
_SHORTEST_HEADLINE = 5
_HEADLINE_SHARE = 0.6
_SHORTEST_WORD = 4
_OPENING = frozenset("“\"‘'([«—–-:•*;")


def word_set(text: str) -> frozenset[str]:
    """A closed set of words of grammar, written as one line of text."""
    return frozenset(text.split())


@dataclass(slots=True)
class Words:
    """The words of one sentence; the four lists run in parallel.

    Attributes:
        text: The words.
        start: First code point of each in the source's text.
        end: Code point after the last of each.
        cap: Whether each begins like a name.
    """

    text: list[str]
    start: list[int]
    end: list[int]
    cap: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    def touching(self, index: int) -> bool:
        """Whether at most one space parts the word from the word before it."""
        return index > 0 and self.start[index] - self.end[index - 1] <= 1

    def opens(self, index: int) -> bool:
        """Whether the word begins a sentence, a quotation, a clause in brackets or a line."""
        while index > 0 and self.text[index - 1] in _OPENING:
            if self.text[index - 1] in "'’" and self.start[index] == self.end[index - 1]:
                break
            index -= 1
        return index == 0 or self.text[index - 1] in ".!?…”"


CutPieces = Pieces[tuple[tuple[str, int, int, bool], ...]]
"""The words of each piece: where in the piece they begin and end, and whether like a name."""


def make_pieces(abbreviations: frozenset[str]) -> CutPieces:
    """Make an empty table of pieces for `find_words`.

    Args:
        abbreviations: Words that keep their full stop ("St", "Gen").
    """
    return Pieces(partial(_cut_piece, abbreviations))


def find_words(text: str, start: int, end: int, pieces: CutPieces) -> Words:
    """Cut a stretch of text into words.

    Args:
        text: A source's text.
        start: Where to begin.
        end: Where to stop.
        pieces: The pieces cut so far; new ones are added.

    Returns:
        Words and marks in text order.
    """
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    caps: list[bool] = []
    at = start
    for piece in text[start:end].split(" "):
        behind = at + len(piece)
        if piece.isalpha():
            found.append(piece)
            starts.append(at)
            ends.append(behind)
            caps.append(piece[0].isupper())
        else:
            for word, first, last, cap in pieces[piece]:
                found.append(word)
                starts.append(at + first)
                ends.append(at + last)
                caps.append(cap)
        at = behind + 1
    return Words(found, starts, ends, caps)


def _cut_piece(abbreviations: frozenset[str], piece: str) -> tuple[tuple[str, int, int, bool], ...]:
    found: list[tuple[str, int]] = []
    for match in _WORD.finditer(piece):
        whole, first = match.group(), match.start()
        if whole.isalpha():
            cut = _caption(whole, piece, match.end()) if whole[-5:] == _CAPTION else 0
            if cut:
                found.append((whole[:cut], first))
            found.append((whole[cut:], first + cut))
            continue
        word, stop = match.group("word", "stop")
        if word is None:
            found.append((whole, first))
        elif stop and (word in abbreviations or (len(word) == 1 and word.isupper())):
            found.append((f"{word}.", first))
        else:
            cut = _cut(word)
            if cut:
                found += ((word[:cut], first), (word[cut:], first + cut))
            else:
                found.append((word, first))
            if stop:
                found.append((".", match.end() - 1))
    return tuple(
        (word, first, first + len(word), word[0].isupper() if word.isalpha() else _is_capital(word))
        for word, first in found
    )


def _caption(word: str, text: str, end: int) -> int:
    """Where the label of a caption is tied to a name: "MensahImage: …"; 0 if nowhere."""
    cut = len(word) - len(_CAPTION)
    tied = text[end : end + 1] == ":" and word[cut - 1 : cut].islower()
    return cut if tied else 0


def _cut(word: str) -> int:
    """Where a possessive, a contraction or a common word is tied to a name; 0 if nowhere."""
    if word.endswith(_ENDINGS):
        return max(word.rfind("'"), word.rfind("’"))
    return _hyphen(word) if "-" in word else 0


def _hyphen(word: str) -> int:
    """Where a name is tied to a common word: "then-President", "Chilean-born"; 0 if nowhere."""
    match = _FLAGGED.match(word)
    if match:
        return match.end()
    tail = _TIED.search(word) if word[0].isupper() else None
    return tail.start() if tail else 0


def _is_capital(word: str) -> bool:
    """Whether a word that holds more than letters begins like a name."""
    first = word[0]
    tied = first.islower() and len(word) > _SHORTEST_TIED
    named = first.isupper() or (tied and _PREFIXED.match(word) is not None)
    return named and word[-1] != "-"


Phrases = Mapping[str, Mapping[str, list[tuple[tuple[str, ...], Entry]]]]
"""Entries by first and by second word ("" for those of one word), the longest first."""


def index_phrases(entries: Iterable[tuple[str, Entry]], pieces: CutPieces) -> Phrases:
    """Cut names of the lists into words, so that they can be met in a text.

    Args:
        entries: Printed names with what is known about them.
        pieces: As for `find_words`.
    """
    by_first: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}
    for name, entry in entries:
        plain = name.isalpha()
        words = (name,) if plain else tuple(find_words(name, 0, len(name), pieces).text)
        second = "" if plain else (*words, "")[1]
        by_first.setdefault(words[0], {}).setdefault(second, []).append((words, entry))
    for by_second in by_first.values():
        for phrases in by_second.values():
            phrases.sort(key=lambda phrase: (-len(phrase[0]), phrase[0]))
    return by_first


def phrase_at(words: Words, index: int, phrases: Phrases) -> tuple[int, Entry] | None:
    """The longest listed name that begins at a word.

    Returns:
        The index after its last word, and what is known about it; None if there is none.
    """
    held = words.text
    by_second = phrases.get(held[index])
    if by_second is None:
        return None
    for second in (*held[index + 1 : index + 2], ""):
        for phrase, entry in by_second.get(second, ()):
            end = index + len(phrase)
            if not second or tuple(held[index:end]) == phrase:
                return end, entry
    return None


def is_headline(words: Words) -> bool:
    """Whether a line is written in title case or capitals, so that neither tells a name."""
    if len(words.text) < _SHORTEST_HEADLINE:
        return False
    stopped = words.text[-1][-1] in ".!?”\"’')"  # "… sued Zamani Medics Ltd."
    long = []
    for word in words.text:
        if len(word) >= _SHORTEST_WORD and word.isalpha():
            if stopped and not word.isupper():
                return False
            long.append(word)
    if len(long) < _SHORTEST_HEADLINE - 1:
        return False
    return stopped or sum(word[0].isupper() for word in long) >= _HEADLINE_SHARE * len(long)
