"""The pages that set two actors or two sources side by side."""

from collections.abc import Iterator

from dossier.render.book import Book
from dossier.render.leaf import Leaf
from dossier.render.links import compared_actors_page, compared_sources_page
from dossier.render.page import EDITS, Page
from dossier.render.views.compare_actors import name_actors, view_actors_pair
from dossier.render.views.compare_sources import name_sources, view_sources_pair


def list_compared(book: Book) -> Iterator[Page]:
    """List the pages of all pairs, their views worded.

    Args:
        book: The dossier.
    """
    for pair in book.pairs.actors:
        path = compared_actors_page(*pair.keys)
        leaf = Leaf(book, path)
        yield Page(
            path,
            f"{name_actors(leaf, pair)}, side by side",
            f"{name_actors(leaf, pair)}: what they share and what they say of each other.",
            f"{EDITS}/actors",
            "compare_actors",
            view_actors_pair(leaf, pair),
        )
    for two in book.pairs.sources:
        path = compared_sources_page(*two.keys)
        leaf = Leaf(book, path)
        yield Page(
            path,
            f"{name_sources(leaf, two)}, side by side",
            f"Sources {name_sources(leaf, two)} on the events that both tell.",
            f"{EDITS}/events",
            "compare_sources",
            view_sources_pair(leaf, two),
        )
