"""The paper edition: the whole dossier, bound in as many volumes as it needs.

A volume is one page of the site, of bounded length whatever the dossier's size. Pieces stand in
one order through all volumes, and so do the numbers of notes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.render.book import Book
from dossier.render.chips import class_tag
from dossier.render.links import PAPER, link, paper_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, tag
from dossier.render.notes import Notes, PaperLeaf, list_notes
from dossier.render.pieces import (
    ACTORS,
    BOTTOM_LINE,
    EVENTS,
    FINDINGS,
    QUOTATIONS,
    SOURCES,
    UNKNOWN,
    Piece,
    list_pieces,
)
from dossier.render.views.shared import as_of_words
from dossier.render.words import capital, count

LONGEST_VOLUME = 400_000
"""Characters of the pieces of a volume, about; a volume holds at least one piece."""

_TITLES = {
    BOTTOM_LINE: ("Bottom line", "Assessed"),
    EVENTS: ("Events, in order of time", "Reported"),
    ACTORS: ("Actors", "Reported"),
    QUOTATIONS: ("Quotations", "Reported"),
    FINDINGS: ("Findings", ""),
    UNKNOWN: ("What is not known", ""),
    SOURCES: ("Sources", ""),
}


@dataclass(frozen=True, slots=True)
class Volume:
    """A page of the paper edition.

    Attributes:
        path: Where it lies under ``docs/``.
        pieces: What it holds, each with its number in its section.
    """

    path: str
    pieces: tuple[tuple[int, Piece], ...]


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A part of a volume under a heading of its own."""

    id: str
    title: str
    basis: Md
    body: Md


@dataclass(frozen=True, slots=True)
class PaperView:
    """A volume, section by section."""

    title: str
    head: Md
    volumes: Md
    contents: Md
    sections: tuple[PaperSection, ...]
    notes: Md


def bind_paper(book: Book, longest: int = LONGEST_VOLUME) -> tuple[Volume, ...]:
    """Divide the paper edition into volumes.

    Args:
        book: The dossier.
        longest: Characters of the pieces of a volume, about; 0 for one volume.

    Returns:
        At least one volume; every piece stands in one.
    """
    numbers: dict[str, int] = {}
    bound: list[list[tuple[int, Piece]]] = [[]]
    used = 0
    trial = PaperLeaf(book, PAPER, Notes(), {})
    for piece in list_pieces(book):
        numbers[piece.section] = numbers.get(piece.section, 0) + 1
        length = len(piece.write(trial)) if longest else 0
        if bound[-1] and used + length > longest:
            bound.append([])
            used = 0
        used += length
        bound[-1].append((numbers[piece.section], piece))
    return tuple(Volume(paper_page(n), tuple(held)) for n, held in enumerate(bound, 1))


def view_paper(book: Book, volumes: Sequence[Volume]) -> Iterator[tuple[Volume, PaperView]]:
    """Word the volumes.

    Args:
        book: The dossier.
        volumes: As ``bind_paper`` gives them.

    Yields:
        Each volume with its view; notes are numbered through.
    """
    places = {
        piece.page: (volume.path, piece.id)
        for volume in volumes
        for _, piece in volume.pieces
        if piece.page
    }
    first = 1
    for volume in volumes:
        leaf = PaperLeaf(book, volume.path, Notes(first), places)
        sections = tuple(_section(leaf, *held) for held in _by_section(volume))
        first = leaf.notes.next
        yield (
            volume,
            PaperView(
                title=book.settings.title,
                head=_head(book, volumes, volume),
                volumes=_say_volumes(volumes, volume),
                contents=_contents(volume),
                sections=sections,
                notes=list_notes(leaf),
            ),
        )


def _by_section(volume: Volume) -> Iterator[tuple[str, list[tuple[int, Piece]]]]:
    for key, group in groupby(volume.pieces, key=lambda held: held[1].section):
        yield key, list(group)


def _section(leaf: PaperLeaf, key: str, held: list[tuple[int, Piece]]) -> PaperSection:
    title, basis = _TITLES[key]
    return PaperSection(
        id=key,
        title=title if held[0][0] == 1 else f"{title}, continued",
        basis=tag("p", class_tag(basis), class_="basis") if basis else Md(""),
        body=join(Md("\n"), [piece.write(leaf) for _, piece in held]),
    )


def _head(book: Book, volumes: Sequence[Volume], volume: Volume) -> Md:
    parts = [
        capital(as_of_words(book)),
        count(len(book.dossier.sources), "document"),
        f"volume {volumes.index(volume) + 1} of {len(volumes)}" if len(volumes) > 1 else "",
    ]
    return tag("p", join(" · ", [safe(part) for part in parts if part]), class_="counts")


def _say_volumes(volumes: Sequence[Volume], here: Volume) -> Md:
    """Say what stands in which volume; empty for a single one."""
    if len(volumes) == 1:
        return Md("")
    entries = []
    for number, volume in enumerate(volumes, 1):
        named: str = f"Volume {number}"
        if volume is not here:
            named = link(here.path, volume.path, named)
        held = ", ".join(_say_range(key, pieces) for key, pieces in _by_section(volume))
        entries.append(Entry((join(": ", [named, held]),)))
    return bullets(entries, "volumes")


def _say_range(key: str, held: list[tuple[int, Piece]]) -> str:
    title = _TITLES[key][0].partition(",")[0].lower()
    first, last = held[0][0], held[-1][0]
    if key in (BOTTOM_LINE, UNKNOWN):
        return title
    return f"{title} {first:,}–{last:,}" if last > first else f"{title} {first:,}"


def _contents(volume: Volume) -> Md:
    """List the sections of a volume, and what each holds as far as it has titles."""
    entries = []
    for key, held in _by_section(volume):
        titles = [
            Entry((link(volume.path, volume.path, piece.title, piece.id),))
            for _, piece in held
            if piece.title
        ]
        head = link(volume.path, volume.path, _TITLES[key][0], key)
        inner = bullets(titles, "contents-of")
        entries.append(Entry((join(Md("\n"), [head, inner]) if inner else head,)))
    return bullets(entries, "contents")
