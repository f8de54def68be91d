"""The list of pages that set two side by side, and the ways to them from either of the two."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model import Actor, Source
from dossier.render.leaf import Leaf
from dossier.render.links import COMPARE, compared_actors_page, compared_sources_page, link
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, block, table, tag
from dossier.render.pairs import ActorPair, SourcePair
from dossier.render.ties import MOST_TOGETHER
from dossier.render.words import count

MOST_WAYS = 8
"""Pages that a page of one of the two leads to; the rest stand in the list."""


@dataclass(frozen=True, slots=True)
class CompareView:
    """The pairs that have a page, and how many do not."""

    actors: Md
    actors_left_out: str
    sources: Md
    sources_left_out: str
    crowded: str


def view_compare(leaf: Leaf) -> CompareView:
    """Word the list of pairs."""
    pairs = leaf.book.pairs
    return CompareView(
        actors=table(
            ("Pair", "Shared events", "Statements about each other"),
            [_actors_row(leaf, pair) for pair in pairs.actors],
            "facts pairs",
        ),
        actors_left_out=_left_out(
            len(pairs.actors),
            pairs.actors_found,
            "of actors share an event. Ranked by shared events, then by statements about each "
            "other",
        ),
        sources=table(
            ("Pair", "Events both tell", "Findings between them"),
            [_sources_row(leaf, pair) for pair in pairs.sources],
            "facts pairs",
        ),
        sources_left_out=_left_out(
            len(pairs.sources),
            pairs.sources_found,
            "of sources tell the same event. Ranked by events that both tell, then by findings "
            "between them; copies of one text come last",
        ),
        crowded=(
            f"An event of more than {MOST_TOGETHER} participants pairs no actors, and one that "
            f"more than {MOST_TOGETHER} sources tell pairs no sources."
        ),
    )


def _left_out(shown: int, found: int, words: str) -> str:
    """Say how many pairs there are and how many of them have no page."""
    if not found:
        return ""
    verb = words.replace(" share ", " shares ").replace(" tell the", " tells the")
    told = f"{count(found, 'pair')} {verb if found == 1 else words}."
    left = found - shown
    if left:
        told += f" The first {shown} have a page; {left:,} {'is' if left == 1 else 'are'} left out."
    return told


def _actors_row(leaf: Leaf, pair: ActorPair) -> Entry:
    actors = leaf.book.dossier.actors
    page = compared_actors_page(*pair.keys)
    named = link(leaf.page, page, f"{actors[pair.left].name} and {actors[pair.right].name}")
    said = len(pair.of_left) + len(pair.of_right)
    return Entry((named, _number(len(pair.tie.events)), _number(said)))


def _sources_row(leaf: Leaf, pair: SourcePair) -> Entry:
    first, second = (leaf.book.dossier.sources[key] for key in pair.keys)
    page = compared_sources_page(*pair.keys)
    named = join(
        " ",
        [
            link(leaf.page, page, f"{first.label} and {second.label}"),
            tag("span", _titles(first, second), class_="occasion"),
            "Copies of one text." if pair.is_one_text else "",
        ],
    )
    return Entry((named, _number(len(pair.events)), _number(len(pair.findings))))


def _titles(*sources: Source) -> str:
    return " · ".join(source.title.value or source.path for source in sources)


def _number(number: int) -> str:
    return f"{number:,}"


def compare_actor(leaf: Leaf, actor: Actor) -> Md:
    """Lead from an actor to the pages on which it stands beside another; empty if none."""
    ways = []
    for pair in leaf.book.pairs.actors_of.get(actor.id, ()):
        other = pair.right if pair.left == actor.id else pair.left
        name = leaf.book.dossier.actors[other].name
        ways.append(link(leaf.page, compared_actors_page(*pair.keys), name))
    return _compare_with(leaf, ways)


def compare_source(leaf: Leaf, source: Source) -> Md:
    """Lead from a source to the pages on which it stands beside another; empty if none."""
    ways = []
    for pair in leaf.book.pairs.sources_of.get(source.id, ()):
        other = leaf.book.dossier.sources[pair.right if pair.left == source.id else pair.left]
        name = f"{other.label}: {other.title.value or other.path}"
        ways.append(link(leaf.page, compared_sources_page(*pair.keys), name))
    return _compare_with(leaf, ways)


def _compare_with(leaf: Leaf, ways: Sequence[Md]) -> Md:
    if not ways:
        return Md("")
    shown = list(ways[:MOST_WAYS])
    rest = len(ways) - MOST_WAYS
    if rest > 0:
        shown.append(link(leaf.page, COMPARE, f"{rest} more"))
    head = tag("span", "Compare with", class_="group")
    return block("p", [head, *shown], "compare-with")
