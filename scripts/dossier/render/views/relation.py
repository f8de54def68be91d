"""Links between two actors, as a table."""

from collections.abc import Sequence

from dossier.model import Relation
from dossier.render.chips import chips, hedge_chip
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import event_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, table, tag
from dossier.render.views.shared import THE_ARTICLE


def relation_table(leaf: Leaf, relations: Sequence[Relation]) -> Md:
    """Lay out relations.

    Args:
        leaf: The page.
        relations: In the order to show.
    """
    return table(
        ("Link", "When", "According to", "Evidence"),
        [relation_row(leaf, relation) for relation in relations],
        "facts relations",
    )


def relation_row(leaf: Leaf, relation: Relation) -> Entry:
    """Word a link as a row: who with whom, when, according to whom, and its evidence."""
    event = leaf.book.dossier.events.get(relation.event_id)
    dating = relation.dating or (event.dating if event else None)
    page = event_page(event.id) if event else ""
    according = leaf.who(relation.according_to) if relation.according_to else THE_ARTICLE
    cells = (
        join(" ", relation_words(leaf, relation)),
        leaf.date(dating, page) if dating else Md("Not said"),
        according,
        chips(leaf.evidence(relation.anchors, MOST_CHIPS), hedge_chip(relation.hedge)),
    )
    return Entry(cells, id=relation.id)


def relation_words(leaf: Leaf, relation: Relation) -> list[Md]:
    """Word a link in pieces: who, what, with whom, through whom, where and any note."""
    says = [
        leaf.actor(relation.subject_id),
        tag("strong", relation.verb),
        leaf.actor(relation.object_id),
    ]
    if relation.via:
        says += [safe("through"), leaf.who(relation.via)]
    event = leaf.book.dossier.events.get(relation.event_id)
    if event is not None and leaf.page != event_page(event.id):
        says.append(tag("span", leaf.event(event.id), class_="occasion"))
    if relation.note:
        says.append(tag("span", leaf.prose(relation.note), class_="note"))
    return says
