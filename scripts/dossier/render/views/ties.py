"""Ties between actors, as a table: the authority for what a network draws."""

from collections.abc import Sequence

from dossier.model import Event, Relation
from dossier.render.chips import chips
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import actor_page, compared_actors_page, event_page, link
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, table
from dossier.render.network import row_id
from dossier.render.ties import Tie
from dossier.render.views.relation import relation_row
from dossier.render.views.shared import THE_ARTICLE
from dossier.render.words import count

MOST_ROWS = 3
"""Rows a pair has for the events it shares; the rest are counted."""

MOST_DETAILED = 90
"""Pairs whose shared events have rows of their own; of further pairs they are counted."""


def tie_table(leaf: Leaf, ties: Sequence[Tie], further: Sequence[Relation] = ()) -> Md:
    """Lay out ties: for each the links that sources state, then the other events shared.

    Args:
        leaf: The page.
        ties: In the order to show. The first row of each has the id that drawings lead to.
        further: Links that belong to no tie, such as those to somebody without a page.
    """
    rows = [
        row
        for place, tie in enumerate(ties)
        for row in _rows(leaf, tie, MOST_ROWS if place < MOST_DETAILED else 0)
    ]
    rows += [relation_row(leaf, relation) for relation in further]
    return table(("Tie", "When", "According to", "Evidence"), rows, "facts relations ties")


def _rows(leaf: Leaf, tie: Tie, most: int) -> list[Entry]:
    css = ["tie-row", "stated" if tie.relations else "", "shared" if tie.events else ""]
    css += [f"type-{kind.value}" for kind in tie.types]
    css += [f"with-{leaf.book.dossier.actors[key].kind.value}" for key in tie.pair]
    rows = [relation_row(leaf, relation) for relation in tie.relations]
    stated = {relation.event_id for relation in tie.relations}
    shared = [event for event in tie.events if event.id not in stated]
    for event in shared[:most]:
        rows.append(_shared_row(leaf, tie, event, named=not rows))
    rest = len(shared) - most
    if rest > 0:
        words = _lead_to_rest(
            leaf, tie, count(rest, "more shared event" if most else "shared event")
        )
        cell = words if rows else join(" ", [_both(leaf, tie), words])
        rows.append(Entry((cell, Md(""), Md(""), Md(""))))
    named = " ".join(filter(None, dict.fromkeys(css)))
    return [
        Entry(row.cells, "" if number else row_id(tie.pair), named)
        for number, row in enumerate(rows)
    ]


def _lead_to_rest(leaf: Leaf, tie: Tie, words: str) -> Md:
    """Lead to the page that compares the two, else to the other one's events."""
    for pair in leaf.book.pairs.actors_of.get(tie.pair[0], ()):
        if set(pair.keys) == set(tie.pair):
            return link(leaf.page, compared_actors_page(*pair.keys), words)
    ways = [actor_page(key) for key in tie.pair]
    other = ways[1] if ways[0] == leaf.page else ways[0]
    return link(leaf.page, other, words, "events")


def _both(leaf: Leaf, tie: Tie) -> Md:
    return join(" and ", [leaf.actor(key) for key in tie.pair]) + Md(":")


def _shared_row(leaf: Leaf, tie: Tie, event: Event, *, named: bool) -> Entry:
    """Both took part: the event, and who says so; the pair is named where it opens."""
    parts = [part for part in event.participants if part.actor_id in tie.pair]
    says = dict.fromkeys(part.according_to for part in parts if part.according_to)
    anchors = list(dict.fromkeys(anchor for part in parts for anchor in part.anchors))
    both = join(" ", [_both(leaf, tie), safe("both in")]) if named else safe("Both in")
    cells = (
        join(" ", [both, leaf.event(event.id)]),
        leaf.event_date(event),
        join(", ", [leaf.who(one) for one in says]) or THE_ARTICLE,
        chips(leaf.evidence(anchors or event.anchors, MOST_CHIPS, event_page(event.id))),
    )
    return Entry(cells)
