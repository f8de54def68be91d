"""The page of one event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.ids import make_id
from dossier.model import Event, Participation, SourceTelling
from dossier.render.cards import (
    address_chip,
    claim_entry,
    finding_card,
    measure_entry,
    quotation_card,
)
from dossier.render.chips import (
    chip,
    chips,
    credibility_chip,
    hedge_chip,
    modality_chip,
    reviewed_chip,
    say_date,
    status_chip,
    unnamed_chip,
)
from dossier.render.citations import cite_event
from dossier.render.cite import cite_openly
from dossier.render.dated import how_dated
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.linked import describe_event, write_linked
from dossier.render.links import SOURCES, event_page, link
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, address_once, bullets, fold, table, tag, terms
from dossier.render.views.question import question_entry
from dossier.render.views.relation import relation_table
from dossier.render.views.shared import THE_ARTICLE, in_blocks, summarise
from dossier.render.words import capital, count, hint, label
from dossier.vocabulary import Telling

_MOST_SILENT = 3
"""Silent sources named in the open; where there are more they are folded away."""
_MOST_FOLDED = 60
"""Silent sources named at all; of more only the number is given, for pages would outgrow texts."""

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
    linked: Md


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
        summary=summarise(leaf, event.summary),
        note=leaf.prose(event.note),
        date=how_dated(leaf, event.dating) if event.dating else Md(""),
        participants=table(
            ("Who", "Part", "According to", "Evidence"),
            address_once(_participant(leaf, part) for part in event.participants),
        ),
        claims=bullets([claim_entry(leaf, claim) for claim in event.claims]),
        figures=table(
            ("What", "Figure", "For", "Evidence"),
            address_once(measure_entry(leaf, measure) for measure in event.measures),
        ),
        tellings=bullets(
            address_once(
                _telling(leaf, t) for t in event.tellings if t.telling not in _TELLS_NOTHING
            )
        ),
        silent=_silent(leaf, event),
        quotations=in_blocks(quotation_card(leaf, q) for q in book.said_at.get(event.id, ())),
        relations=relation_table(leaf, book.links_at.get(event.id, ())),
        findings=in_blocks(finding_card(leaf, f) for f in book.findings_on.get(event.id, ())),
        neighbours=_neighbours(leaf, event),
        unknowns=bullets(_unknowns(leaf, event)),
        citation=cite_openly(cite_event(book, event)),
        linked=write_linked(describe_event(book, leaf.page, event)),
    )


def _particulars(leaf: Leaf, event: Event) -> Md:
    status = chips(
        status_chip(event),
        modality_chip(event.modality),
        hedge_chip(event.hedge),
        credibility_chip(event.credibility),
    )
    note = tag("span", leaf.prose(event.status_note), class_="note") if event.status_note else ""
    return terms(
        [
            ("When", leaf.date(event.dating, leaf.page if event.dating else "")),
            ("Where", leaf.place(event.place_id)),
            ("Status", join(" ", [status, note])),
            ("Evidence", chips(leaf.evidence(event.anchors), leaf.origins(event.anchors))),
            ("Type", f"{label(event.event_type)} ({label(event.tier).lower()})"),
            ("Review", reviewed_chip(event.reviewed)),
        ]
    )


def _participant(leaf: Leaf, part: Participation) -> Entry:
    actor = leaf.book.dossier.actors.get(part.actor_id or "")
    name = leaf.actor(part.actor_id) if actor else leaf.prose(capital(part.label or "Not named"))
    if actor is None or not actor.named:
        name = join(" ", [name, unnamed_chip()])
    according = leaf.who(part.according_to) if part.according_to else THE_ARTICLE
    return Entry(
        (name, capital(part.role), according, leaf.evidence(part.anchors, MOST_CHIPS)),
        id=make_id("part", part.actor_id or part.label, part.role, part.according_to),
    )


def _telling(leaf: Leaf, telling: SourceTelling) -> Entry:
    kind = f"telling chip-telling-{telling.telling.value}"
    relation = chip(kind, label(telling.telling).lower(), hint(telling.telling))
    note = tag("p", leaf.prose(telling.note), class_="note") if telling.note else ""
    words = [
        Entry((join(" ", [leaf.words(anchor), leaf.evidence([anchor])]),))
        for anchor in telling.anchors
    ]
    key = f"telling-{telling.source_id}"
    named = [leaf.labelled(telling.source_id), relation, address_chip(key, "#")]
    head = tag("p", join(" ", named), class_="telling-head")
    return Entry((join(Md("\n"), [head, bullets(words, "words"), note]),), id=key, css="telling")


def _silent(leaf: Leaf, event: Event) -> Md:
    """Name the sources that do not tell of an event, and those that could not."""
    pairs = []
    for kind in _TELLS_NOTHING:
        silent = [telling for telling in event.tellings if telling.telling is kind]
        pairs.append((tag("span", label(kind), title=hint(kind)), _name_silent(leaf, silent)))
    return terms(pairs)


def _name_silent(leaf: Leaf, silent: Sequence[SourceTelling]) -> Md:
    """A few sources by name, more of them folded away, a crowd as a number."""
    total = count(len(silent), "source")
    if len(silent) > _MOST_FOLDED:
        noted = [_silent_source(leaf, telling) for telling in silent if telling.note]
        return join("; ", [link(leaf.page, SOURCES, total), *noted])
    named = join("; ", [_silent_source(leaf, telling) for telling in silent])
    return fold(total, tag("p", named)) if len(silent) > _MOST_SILENT else named


def _silent_source(leaf: Leaf, telling: SourceTelling) -> Md:
    return join(" ", [leaf.labelled(telling.source_id), leaf.prose(telling.note)])


def _neighbours(leaf: Leaf, event: Event) -> Md:
    events, course = leaf.book.dossier.events, leaf.book.course
    parents = [events[event.parent_id]] if event.parent_id in events else []
    outcomes = [events[event.outcome_id]] if event.outcome_id in events else []
    pairs = [
        ("Before", course.just_before(event)),
        ("After", course.just_after(event)),
        ("Part of", parents),
        ("Parts", course.parts.get(event.id, ())),
        ("May be the same as", [events[k] for k in event.same_as_possible if k in events]),
        ("Outcome", outcomes),
        ("Expected in", course.expected_in.get(event.id, ())),
    ]
    found = terms((term, _named(leaf, others)) for term, others in pairs)
    way = tag(
        "p",
        link(
            leaf.page,
            leaf.book.outline.pages[event.id],
            "Where it stands in the timeline",
            event.id,
        ),
    )
    return join(Md("\n"), [found, way]) if found else way


def _named(leaf: Leaf, events: Iterable[Event]) -> Md:
    named = []
    for event in events:
        title = link(leaf.page, event_page(event.id), event.title)
        when = say_date(event.dating.value) + Md(":") if event.dating else ""
        named.append(join(" ", [when, title]))
    return join("; ", named)


def _unknowns(leaf: Leaf, event: Event) -> list[Entry]:
    asked = [q for q in leaf.book.dossier.questions if event.id in q.about]
    return [
        *(Entry((leaf.prose(text),)) for text in event.unknowns),
        *(question_entry(leaf, question) for question in asked),
    ]
