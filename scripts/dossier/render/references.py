"""What stands at the foot of a printed page: the sources that it leads to, in full.

On screen a chip leads to the words. On paper it is a reference: its number is the source's own,
the same on every page, and a list at the end says which article that is and where it appeared.
The list is read off the written page, so that no view and no template has to keep one.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import accumulate

from dossier.model import SourceId
from dossier.render.book import Book
from dossier.render.citations import cite_source, write_plain
from dossier.render.links import BRIEF, known_page, source_page
from dossier.render.markdown import Md, join
from dossier.render.markup import block, tag
from dossier.render.words import count

MOST_LISTED = 60
"""Sources written out at the foot of a page; of more, only the number is given."""

ROOM_ON_A_SHEET = 900
"""Characters that sources have at the foot of the brief; those led to most come first."""

_WAY = re.compile(r'href="(?<![\w-]href=")([^"#]+)(?:#l(\d+)[^"]*)?"')


class References:
    """Writes the list of sources at the end of a page, each source worded once.

    Args:
        book: The dossier.
    """

    def __init__(self, book: Book) -> None:
        """Find every source's address."""
        self._book = book
        self._sources = {
            source_page(key).replace(".md", ".html"): key for key in book.dossier.sources
        }
        self._then = {
            known_page(snapshot.day): replace(book, dossier=snapshot.dossier)
            for snapshot in book.dossier.snapshots
        }
        self._word = cache(self._cite)

    def find_cited(self, page: str, text: str) -> Mapping[SourceId, tuple[int, ...]]:
        """Find the sources that a page leads to.

        Args:
            page: Its path under ``docs/``.
            text: The page as it is written.

        Returns:
            Lines led to, by source, both in order; no lines where only the source is named.
            A source's own page does not cite itself.
        """
        folder = posixpath.dirname(page)
        resolve = cache(lambda way: posixpath.normpath(posixpath.join(folder, way)))
        found: dict[SourceId, set[int]] = {}
        for way, line in _WAY.findall(text):
            key = self._sources.get(resolve(way))
            if key is not None and source_page(key) != page:
                found.setdefault(key, set()).update([int(line)] if line else [])
        return {key: tuple(sorted(found[key])) for key in self._sources.values() if key in found}

    def write(self, page: str, text: str) -> Md:
        """Write the list for a page; empty if it leads to no source.

        Args:
            page: Its path under ``docs/``.
            text: The page as it is written.
        """
        cited = self.find_cited(page, text)
        if not cited:
            return Md("")
        if len(cited) > MOST_LISTED:
            words = (
                f"This page leads to {count(len(cited), 'source')}. The list of sources says, "
                "by their numbers, which articles they are."
            )
            return tag("p", words, class_="references")
        then = page if page in self._then else ""
        worded = {
            key: join(" ", [self._word(key, then), _say_lines(lines)])
            for key, lines in cited.items()
        }
        kept = _keep_most(cited, worded) if page == BRIEF else frozenset(cited)
        rows = [
            _list(self._book.dossier.sources[key].label, words)
            for key, words in worded.items()
            if key in kept
        ]
        if len(kept) < len(cited):
            more = (
                f"{count(len(cited) - len(kept), 'more source')}, by number in the list of sources."
            )
            rows.append(_list("…", more))
        title = tag("p", "Sources cited on this page")
        return block("div", [title, block("ul", rows)], "references")

    def _cite(self, key: SourceId, then: str) -> str:
        """Cite a source; on the page of an earlier day as far as it was dated by then."""
        book = self._then.get(then, self._book)
        if key not in book.dossier.sources:
            book = self._book
        return write_plain(cite_source(book, book.dossier.sources[key]))


def _keep_most(
    cited: Mapping[SourceId, tuple[int, ...]], worded: Mapping[SourceId, str]
) -> frozenset[SourceId]:
    """Choose the sources for which a sheet has room: those with most lines, then in order."""
    ranked = sorted(cited, key=lambda key: -len(cited[key]))
    used = accumulate(len(worded[key]) for key in ranked)
    return frozenset(k for k, end in zip(ranked, used, strict=True) if end <= ROOM_ON_A_SHEET)


def _list(number: str, words: str) -> Md:
    return tag("li", tag("b", number) + tag("span", words))


def _say_lines(lines: tuple[int, ...]) -> str:
    if not lines:
        return ""
    noun = "Line" if len(lines) == 1 else "Lines"
    return f"{noun} {', '.join(map(str, lines))}."
