"""The page of one event."""

from dataclasses import dataclass

from dossier.dates import describe
from dossier.model import Event, Participation, SourceTelling
from dossier.render.cards import (
    claim_entry,
    finding_card,
    how_dated,
    measure_entry,
    quotation_card,
)
from dossier.render.leaf import Leaf, chips, hedge_chip, modality_chip, reviewed_chip
from dossier.render.links import TIMELINE, event_page, link
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, table, tag, terms
from dossier.render.views.relation import relation_table
from dossier.render.views.shared import cite, in_blocks
from dossier.render.words import hint, label
from dossier.vocabulary import Telling

_MOST_SILENT = 20
"""Silent sources named on an event's page; the rest are counted."""

_TELLS_NOTHING = (Telling.SILENT, Telling.COULD_NOT_KNOW)


@dataclass(frozen=True, slots=True)
class EventView:
    """An event's page, section by section."""

    title: str
    particulars: Md
    summary: Md
    note: Md
    date: Md
    participants: Md
    claims: Md
    figures: Md
    tellings: Md
    silent: Md
    quotations: Md
    relations: Md
    findings: Md
    neighbours: Md
    unknowns: Md
    citation: Md


def view_event(leaf: Leaf, event: Event) -> EventView:
    """Word an event's page.

    Args:
        leaf: The page.
        event: The event.
    """
    book = leaf.book
    return EventView(
        title=event.title,
        particulars=_particulars(leaf, event),
        summary=leaf.prose(event.summary),
        note=leaf.prose(event.note),
        date=how_dated(leaf, event.dating) if event.dating else Md(""),
        participants=table(
            ("Who", "Part", "According to", "Evidence"),
            [_participant(leaf, part) for part in event.participants],
        ),
        claims=bullets([claim_entry(leaf, claim) for claim in event.claims]),
        figures=table(
            ("What", "Figure", "For", "Evidence"),
            [measure_entry(leaf, measure) for measure in event.measures],
        ),
        tellings=bullets(
            [_telling(leaf, t) for t in event.tellings if t.telling not in _TELLS_NOTHING]
        ),
        silent=_silent(leaf, event),
        quotations=in_blocks(quotation_card(leaf, q) for q in book.said_at.get(event.id, ())),
        relations=relation_table(leaf, book.links_at.get(event.id, ())),
        findings=in_blocks(finding_card(leaf, f) for f in book.findings_on.get(event.id, ())),
        neighbours=_neighbours(leaf, event),
        unknowns=bullets(_unknowns(leaf, event)),
        citation=cite(leaf, event.title, event.anchors),
    )


def _particulars(leaf: Leaf, event: Event) -> Md:
    status = [leaf.status(event), modality_chip(event.modality), hedge_chip(event.hedge)]
    note = tag("span", leaf.prose(event.status_note), class_="note") if event.status_note else ""
    return terms(
        [
            ("Status", join(" ", [*status, note])),
            ("When", leaf.date(event.dating)),
            ("Where", leaf.place(event.place_id)),
            ("Type", f"{label(event.event_type)}, {label(event.tier).lower()}"),
            ("Evidence", chips(leaf.evidence(event.anchors), leaf.origins(event.anchors))),
            ("Review", reviewed_chip(event.reviewed)),
        ]
    )


def _participant(leaf: Leaf, part: Participation) -> Entry:
    actor = leaf.book.dossier.actors.get(part.actor_id or "")
    name = leaf.actor(part.actor_id) if actor else leaf.prose(part.label or "Not named")
    if actor is None or not actor.named:
        name = join(" ", [name, tag("span", "not named", class_="chip chip-unnamed")])
    according = leaf.who(part.according_to) if part.according_to else safe("the outlet itself")
    return Entry((name, part.role, according, leaf.evidence(part.anchors)), css="reported")


def _telling(leaf: Leaf, telling: SourceTelling) -> Entry:
    relation = tag(
        "span",
        label(telling.telling),
        class_=f"chip chip-telling chip-telling-{telling.telling.value}",
        title=hint(telling.telling),
    )
    note = tag("p", leaf.prose(telling.note), class_="note") if telling.note else ""
    words = [
        Entry((join(" ", [leaf.words(anchor), leaf.evidence([anchor])]),))
        for anchor in telling.anchors
    ]
    head = tag("p", join(" ", [leaf.labelled(telling.source_id), relation]), class_="telling-head")
    return Entry((join(Md("\n"), [head, bullets(words, "words"), note]),), css="telling reported")


def _silent(leaf: Leaf, event: Event) -> Md:
    """Name the sources that do not tell of an event, and those that could not."""
    pairs = []
    for kind in _TELLS_NOTHING:
        silent = [telling for telling in event.tellings if telling.telling is kind]
        named: list[str] = [
            join(" ", [leaf.source(t.source_id, _label(leaf, t)), leaf.prose(t.note)])
            for t in silent[:_MOST_SILENT]
        ]
        if len(silent) > len(named):
            named.append(f"{len(silent) - len(named)} more")
        pairs.append((label(kind), join(", ", named)))
    return terms(pairs, "particulars derived")


def _label(leaf: Leaf, telling: SourceTelling) -> str:
    return leaf.book.dossier.sources[telling.source_id].label


def _neighbours(leaf: Leaf, event: Event) -> Md:
    events = leaf.book.dossier.events
    dated = [other for other in events.values() if other.dating is not None]
    ids = [other.id for other in dated]
    place = ids.index(event.id) if event.id in ids else -1
    pairs: list[tuple[str, list[Event]]] = []
    if place >= 0:
        pairs = [("Before", dated[max(0, place - 1) : place]), ("After", dated[place + 1 :][:1])]
    parents = [events[event.parent_id]] if event.parent_id in events else []
    outcomes = [events[event.outcome_id]] if event.outcome_id in events else []
    pairs += [
        ("Part of", parents),
        ("Parts", [other for other in events.values() if other.parent_id == event.id]),
        ("May be the same as", [events[k] for k in event.same_as_possible if k in events]),
        ("Outcome", outcomes),
        ("Expected in", [other for other in events.values() if other.outcome_id == event.id]),
    ]
    found = terms((term, _named(leaf, others)) for term, others in pairs)
    way = tag("p", link(leaf.page, TIMELINE, "Where it stands in the timeline", event.id))
    return join(Md("\n"), [found, way]) if found else way


def _named(leaf: Leaf, events: list[Event]) -> Md:
    named = []
    for event in events:
        title = link(leaf.page, event_page(event.id), event.title)
        when = [f"{describe(event.dating.value)}:"] if event.dating else []
        named.append(join(" ", [*when, title]))
    return join("; ", named)


def _unknowns(leaf: Leaf, event: Event) -> list[Entry]:
    entries = [Entry((leaf.prose(text),), css="assessed") for text in event.unknowns]
    for question in leaf.book.dossier.questions:
        if event.id in question.about:
            settled = f" What would settle it: {question.settled_by}" if question.settled_by else ""
            entries.append(Entry((leaf.prose(question.text + settled),), css="assessed"))
    return entries
