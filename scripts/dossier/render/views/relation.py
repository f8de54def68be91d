"""Links between two actors, as a table."""

from collections.abc import Sequence

from dossier.model import Relation
from dossier.render.leaf import Leaf, chips, hedge_chip
from dossier.render.links import event_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, table, tag


def relation_table(leaf: Leaf, relations: Sequence[Relation]) -> Md:
    """Lay out relations.

    Args:
        leaf: The page.
        relations: In the order to show.
    """
    return table(
        ("Link", "When", "According to", "Evidence"),
        [_row(leaf, relation) for relation in relations],
    )


def _row(leaf: Leaf, relation: Relation) -> Entry:
    says = join(
        " ",
        [
            leaf.actor(relation.subject_id),
            tag("strong", relation.verb),
            leaf.actor(relation.object_id),
        ],
    )
    if relation.via:
        says = join(" ", [says, safe("through"), leaf.who(relation.via)])
    if relation.note:
        says = join(" ", [says, tag("span", leaf.prose(relation.note), class_="note")])
    according = leaf.who(relation.according_to) if relation.according_to else "the outlet itself"
    event = leaf.book.dossier.events.get(relation.event_id)
    dating = relation.dating or (event.dating if event else None)
    when = leaf.date(dating, event_page(event.id) if event else "") if dating else Md("not said")
    if event is not None and leaf.page != event_page(event.id):
        when = join(" ", [when, leaf.event(event.id, "event")])
    evidence = chips(leaf.evidence(relation.anchors), hedge_chip(relation.hedge))
    return Entry((says, when, according, evidence), css="reported")
