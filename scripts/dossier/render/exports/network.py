"""Actors and events as a graph, and the two formats that carry it.

Nodes are actors and events; edges are links between actors, and the parts that actors take in
events. Two actors may be linked more than once.

Sources: GraphML 1.0 (graphml.graphdrawing.org), GEXF 1.3 (gexf.net).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from dossier.model import Dating
from dossier.render.book import Book
from dossier.render.markdown import flatten
from dossier.render.records import (
    address_of_actor,
    address_of_event,
    address_of_relation,
    dating_of_relation,
    locators,
    relations_of,
)

COLUMNS = (
    *("record", "kind", "edtf", "basis", "earliest", "latest"),
    *("according_to", "hedge", "evidence", "address"),
)
"""What nodes and edges say beside their label; all are texts."""


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or an event; its id is its page's address without ending."""

    id: str
    label: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between actors, or a part in an event."""

    id: str
    source: str
    target: str
    label: str
    values: Mapping[str, str]


def find_nodes(book: Book) -> tuple[Node, ...]:
    """Every actor, then every event."""
    actors = (
        Node(
            f"actors/{actor.id}",
            actor.name,
            {"record": "actor", "kind": actor.kind.value, "address": address_of_actor(actor.id)},
        )
        for actor in book.published_actors()
    )
    events = (
        Node(
            f"events/{event.id}",
            event.title,
            {
                "record": "event",
                "kind": event.event_type.value,
                **_dated(event.dating),
                "evidence": "; ".join(locators(book, event.anchors)),
                "address": address_of_event(event.id),
            },
        )
        for event in book.dossier.events.values()
    )
    return (*actors, *events)


def find_edges(book: Book) -> tuple[Edge, ...]:
    """Every link whose two ends have pages, then every part that somebody with a page takes."""
    links = (
        Edge(
            f"relations/{one.id}",
            f"actors/{one.subject_id}",
            f"actors/{one.object_id}",
            one.verb,
            {
                "record": "relation",
                **_dated(dating_of_relation(book, one)),
                "according_to": one.according_to,
                "hedge": one.hedge,
                "evidence": "; ".join(locators(book, one.anchors)),
                "address": address_of_relation(book, one),
            },
        )
        for one in relations_of(book)
        if book.has_page(one.subject_id) and book.has_page(one.object_id)
    )
    parts = (
        Edge(
            f"events/{event.id}/{number}",
            f"actors/{part.actor_id}",
            f"events/{event.id}",
            part.role,
            {
                "record": "part",
                "according_to": part.according_to,
                "evidence": "; ".join(locators(book, part.anchors)),
                "address": address_of_event(event.id),
            },
        )
        for event in book.dossier.events.values()
        for number, part in enumerate(event.participants, 1)
        if book.has_page(part.actor_id)
    )
    return (*links, *parts)


def _dated(dating: Dating | None) -> dict[str, str]:
    if dating is None:
        return {}
    value = dating.value
    return {
        "edtf": value.edtf,
        "basis": dating.basis.value,
        "earliest": "" if value.is_open_start else value.earliest.isoformat(),
        "latest": "" if value.is_open_end else value.latest.isoformat(),
    }


def export_graphml(book: Book) -> str:
    """Write the graph as GraphML."""
    keys = [
        f'<key id="{column}" for="all" attr.name="{column}" attr.type="string"/>'
        for column in ("label", *COLUMNS)
    ]
    nodes = [
        f"<node id={_attr(node.id)}>{_data(node.label, node.values)}</node>"
        for node in find_nodes(book)
    ]
    edges = [
        f"<edge id={_attr(edge.id)} source={_attr(edge.source)} target={_attr(edge.target)}>"
        f"{_data(edge.label, edge.values)}</edge>"
        for edge in find_edges(book)
    ]
    opening = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    graph = '<graph id="dossier" edgedefault="directed">'
    return _document([opening, *keys, graph, *nodes, *edges, "</graph>", "</graphml>"])


def _data(label: str, values: Mapping[str, str]) -> str:
    held = {"label": label, **values}
    return "".join(
        f'<data key="{name}">{escape(flatten(value))}</data>'
        for name, value in held.items()
        if value
    )


def export_gexf(book: Book) -> str:
    """Write the graph as GEXF."""
    nodes = [
        f"<node id={_attr(node.id)} label={_attr(node.label)}>{_values(node.values)}</node>"
        for node in find_nodes(book)
    ]
    edges = [
        f"<edge id={_attr(edge.id)} source={_attr(edge.source)} target={_attr(edge.target)} "
        f"label={_attr(edge.label)}>{_values(edge.values)}</edge>"
        for edge in find_edges(book)
    ]
    return _document(
        [
            '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
            f"<meta><creator>Dossier</creator><description>{escape(flatten(book.settings.title))}"
            "</description></meta>",
            '<graph mode="static" defaultedgetype="directed">',
            *_columns("node"),
            *_columns("edge"),
            "<nodes>",
            *nodes,
            "</nodes>",
            "<edges>",
            *edges,
            "</edges>",
            "</graph>",
            "</gexf>",
        ]
    )


def _columns(which: str) -> Sequence[str]:
    named = [f'<attribute id="{name}" title="{name}" type="string"/>' for name in COLUMNS]
    return (f'<attributes class="{which}">', *named, "</attributes>")


def _values(values: Mapping[str, str]) -> str:
    held = [
        f'<attvalue for="{name}" value={_attr(value)}/>' for name, value in values.items() if value
    ]
    return f"<attvalues>{''.join(held)}</attvalues>" if held else ""


def _attr(value: str) -> str:
    return quoteattr(flatten(value))


def _document(lines: Iterable[str]) -> str:
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *lines]) + "\n"
