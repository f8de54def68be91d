"""How much of a source's own words a page may print.

An article belongs to its publisher. Whether a page may print running text depends on
``full_text`` and on the source; what somebody is quoted as saying is printed as it stands,
and everything else is cut down to a few words with an ellipsis where words are missing.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.model import Anchor, Sentence, Source
from dossier.render.book import Book, is_restated
from dossier.render.markdown import flatten, flatten_start
from dossier.vocabulary import PassageKind

MOST_WORDS = 12
"""Most words of a sentence shown where running text may not be."""

LONGEST_RUN = 8
"""Most words shown in one piece there, unless somebody is quoted."""

LONGEST_PIECE = 120
"""Most characters of such a piece: not every script sets spaces between words."""

_HEAD, _TAIL = 5, 3
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a source's words.

    Attributes:
        start: First code point, inclusive.
        end: Code point after the last, exclusive.
    """

    start: int
    end: int


def is_spoken(book: Book, anchor: Anchor) -> bool:
    """Whether words stand between quotation marks in their source."""
    ranges = book.spoken[anchor.source_id]
    # Quotations may lie in one another, hardly deeper than this.
    place = bisect_right(ranges, anchor.start, key=lambda pair: pair[0])
    return any(anchor.end <= end for _, end in ranges[max(0, place - _DEEPEST) : place])


def is_verbatim(book: Book, anchor: Anchor) -> bool:
    """Whether words stand in the original as they stand here.

    A restated article is told in the dossier's own words; only what stands between quotation
    marks there, and the headline, is the original's.
    """
    if not is_restated(book.dossier.sources[anchor.source_id]):
        return True
    passage = book.passage_at(anchor)
    return is_spoken(book, anchor) or (passage is not None and passage.kind is PassageKind.TITLE)


def words_of(book: Book, anchor: Anchor, *, spoken: bool = False) -> str:
    """Give the words of an anchor, as far as they may be printed.

    Args:
        book: The dossier.
        anchor: The words.
        spoken: Whether somebody is known to be quoted with them.

    Returns:
        The words on one line: whole where the source may be shown or somebody is quoted,
        else at most eight of them.
    """
    text = flatten(anchor.exact)
    source = book.dossier.sources[anchor.source_id]
    if spoken or book.shows_whole(source) or is_spoken(book, anchor):
        return text
    return _shorten(text)


def sentence_words(book: Book, sentence: Sentence, most: int = 0) -> str:
    """Give a sentence, as far as it may be printed.

    Args:
        book: The dossier.
        sentence: The sentence.
        most: Characters of it that will be shown; 0 for all. What stands on one line of a
            million characters would else be flattened again for every chip.

    Returns:
        The sentence, or a beginning of it longer than ``most``; or the names, dates and
        quoted words in it, with ellipses.
    """
    source = book.dossier.sources[sentence.source_id]
    if book.shows_whole(source):
        if most:
            return flatten_start(source.text, sentence.start, sentence.end, most)
        return flatten(source.text[sentence.start : sentence.end])
    pieces = keep_pieces(source, sentence, book.evidence[sentence.id])
    shown = " … ".join(flatten(source.text[piece.start : piece.end]) for piece in pieces)
    return f"… {shown} …" if shown else "…"


def keep_pieces(source: Source, sentence: Sentence, keep: Iterable[Anchor]) -> tuple[Piece, ...]:
    """Choose which words of a sentence may be shown where running text may not.

    Args:
        source: The source.
        sentence: The sentence.
        keep: Words used as evidence, in any order.

    Returns:
        Pieces in text order that do not touch, together at most twelve words; a piece that
        begins within another is dropped, and one that would go over the limit is cut.
    """
    pieces: list[Piece] = []
    words_left = MOST_WORDS
    position, run = sentence.start, 0
    for start, end in sorted({(anchor.start, anchor.end) for anchor in keep}):
        if start < position or start >= sentence.end or words_left <= 0:
            continue
        between = source.text[position:start].split() if pieces else ["…"]
        run = 0 if between else run
        last = min(end, sentence.end, start + LONGEST_PIECE)
        piece = _cut(source.text, start, last, min(words_left, LONGEST_RUN - run))
        if piece.end <= piece.start:
            continue
        used = len(source.text[piece.start : piece.end].split())
        words_left, run = words_left - used, run + used
        pieces.append(piece)
        position = piece.end
    return tuple(pieces)


def _cut(text: str, start: int, end: int, most: int) -> Piece:
    words = 0
    position = start
    while position < end and words < most:
        while position < end and not text[position].isspace():
            position += 1
        words += 1
        last = position
        while position < end and text[position].isspace():
            position += 1
    return Piece(start, last if words else start)


def _shorten(text: str) -> str:
    words = text.split(" ")
    if len(words) > LONGEST_RUN:
        text = " ".join([*words[:_HEAD], "…", *words[-_TAIL:]])
    return text if len(text) <= LONGEST_PIECE else f"{text[:LONGEST_PIECE]} …"
