"""Two actors side by side: what they share, what they say of each other, each one's own time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Actor, ActorId, Claim, Event, Participation, Quotation
from dossier.render.cards import claim_entry, finding_entry, quotation_card
from dossier.render.chips import say_date, unnamed_chip
from dossier.render.lanes import Lane, draw_lanes
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import actor_page, event_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, block, bullets, table, tag
from dossier.render.naming import forms_by_source
from dossier.render.offices import say_office
from dossier.render.pairs import ActorPair, choose_events
from dossier.render.views.relation import relation_table
from dossier.render.views.shared import cite, in_blocks, list_forms
from dossier.render.words import capital, count, hint, label

MOST_SHARED = 60
"""Shared events in the table and in time; the rest are counted."""

MOST_SAID = 24
"""Statements of one about the other."""

MOST_OWN = 30
"""Events of one alone that are drawn and listed: those nearest to the subject."""

MOST_SOURCES = 40
"""Sources whose names for the two are compared."""

MOST_NAMES = 4
"""Forms of a name in a cell; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one of the two says of the other.

    Attributes:
        title: The heading.
        id: Its fragment address.
        body: Quotations and claims.
        rest: What is left out, and where it stands; or empty.
    """

    title: str
    id: str
    body: Md
    rest: Md


@dataclass(frozen=True, slots=True)
class ActorsView:
    """Two actors side by side, section by section."""

    title: str
    lead: Md
    particulars: Md
    shared: Md
    shared_rest: Md
    links: Md
    said: tuple[Said, ...]
    lanes: Md
    own_rest: Md
    naming: Md
    naming_rest: str
    findings: Md
    citation: Md


def name_actors(leaf: Leaf, pair: ActorPair) -> str:
    """Name the two, as a title does."""
    actors = leaf.book.dossier.actors
    return f"{actors[pair.left].name} and {actors[pair.right].name}"


def view_actors_pair(leaf: Leaf, pair: ActorPair) -> ActorsView:
    """Word two actors side by side.

    Args:
        leaf: The page.
        pair: The two, and what they share.
    """
    book = leaf.book
    left, right = (book.dossier.actors[key] for key in pair.keys)
    shared = choose_events(pair.tie.events, MOST_SHARED)
    own = {key: _own_events(leaf, key, pair.tie.events) for key in pair.keys}
    lanes = {
        Lane.LEFT: choose_events(own[pair.left], MOST_OWN),
        Lane.BOTH: shared,
        Lane.RIGHT: choose_events(own[pair.right], MOST_OWN),
    }
    said = [_said(leaf, left, right, pair.of_right), _said(leaf, right, left, pair.of_left)]
    names = _naming(leaf, left, right)
    both = [f for f in book.findings_on.get(left.id, ()) if right.id in f.about]
    return ActorsView(
        title=f"{name_actors(leaf, pair)}, side by side",
        lead=_lead(leaf, pair),
        particulars=table(
            ("Side by side", left.name, right.name), _particulars(leaf, left, right), "facts pair"
        ),
        shared=table(
            ("Event", left.name, right.name, "Status and evidence"),
            [_shared(leaf, event, pair) for event in shared],
            "facts shared-events",
        ),
        shared_rest=_rest(leaf, len(pair.tie.events) - len(shared), "shared event", pair.keys),
        links=relation_table(leaf, pair.tie.relations),
        said=tuple(said),
        lanes=block(
            "div",
            [
                draw_lanes(leaf.page, (left.name, right.name), lanes, "lanes"),
                _list_lanes(leaf, lanes, (left.name, right.name)),
            ],
            "lanes",
        ),
        own_rest=_own_rest(leaf, pair, own),
        naming=table(
            ("Source", left.name, right.name), names[:MOST_SOURCES], "facts pair pair-names"
        ),
        naming_rest=_more_sources(len(names) - MOST_SOURCES),
        findings=bullets([finding_entry(leaf, finding) for finding in both[:MOST_SHARED]]),
        citation=cite(
            leaf, f"{name_actors(leaf, pair)}, side by side", [a for e in shared for a in e.anchors]
        ),
    )


def _lead(leaf: Leaf, pair: ActorPair) -> Md:
    names = join(" and ", [leaf.actor(key) for key in pair.keys])
    shared = count(len(pair.tie.events), "event")
    said = len(pair.of_left) + len(pair.of_right)
    words = f"take part in {shared} together. "
    if said:
        words += f"The sources hold {count(said, 'statement')} by one about the other."
    return join(" ", [names, words])


def _particulars(leaf: Leaf, left: Actor, right: Actor) -> list[Entry]:
    rows = [
        ("Kind", _kind(left), _kind(right)),
        ("Side", leaf.prose(left.side), leaf.prose(right.side)),
        ("Office or function", _office(leaf, left), _office(leaf, right)),
        ("Named", _named(leaf, left), _named(leaf, right)),
        ("Events", _tally(leaf, left), _tally(leaf, right)),
    ]
    return [Entry(row) for row in rows if row[1] or row[2]]


def _kind(actor: Actor) -> Md:
    kind = tag("span", label(actor.kind), title=hint(actor.kind))
    return kind if actor.named else join(" ", [kind, unnamed_chip()])


def _office(leaf: Leaf, actor: Actor) -> Md:
    """The latest office, with its day and its evidence."""
    if not actor.roles:
        return Md("")
    role = actor.roles[-1]
    when = Md("as of ") + say_date(role.as_of, opens=False) if role.as_of else ""
    held = join(", ", [leaf.prose(capital(say_office(role))), when])
    return join(
        " ", [held, leaf.evidence(role.anchors, MOST_CHIPS, f"{actor_page(actor.id)}#roles")]
    )


def _named(leaf: Leaf, actor: Actor) -> str:
    mentions = [leaf.book.mentions[key] for key in actor.mention_ids if key in leaf.book.mentions]
    sources = {mention.anchor.source_id for mention in mentions}
    return f"{count(len(mentions), 'time')} in {count(len(sources), 'source')}"


def _tally(leaf: Leaf, actor: Actor) -> str:
    events = {event.id for event, _ in leaf.book.parts.get(actor.id, ())}
    return count(len(events), "event")


def _shared(leaf: Leaf, event: Event, pair: ActorPair) -> Entry:
    """The event, the part of either, and what it rests on."""
    when = tag("span", leaf.event_date(event), class_="occasion")
    evidence = leaf.evidence(event.anchors, MOST_CHIPS, event_page(event.id))
    parts = [
        join("; ", [_part(leaf, part) for part in event.participants if part.actor_id == key])
        for key in pair.keys
    ]
    standing = join(" ", [leaf.standing(event), evidence])
    return Entry((join(" ", [leaf.event(event.id), when]), *parts, standing))


def _part(leaf: Leaf, part: Participation) -> Md:
    words = join(" ", [capital(part.role)])
    if part.according_to:
        words = join(" ", [words + Md(", according to"), leaf.who(part.according_to)])
    return join(" ", [words, leaf.evidence(part.anchors, 1)])


def _said(leaf: Leaf, speaker: Actor, about: Actor, quotations: Sequence[Quotation]) -> Said:
    """Quotations by one that name the other, and standing claims that rest on one's word."""
    claims = [
        claim
        for claim in leaf.book.claims_on.get(about.id, ())
        if claim.according_to in (speaker.id, speaker.name)
    ]
    shown = in_blocks(quotation_card(leaf, quotation) for quotation in quotations[:MOST_SAID])
    rest = len(quotations) - MOST_SAID
    return Said(
        title=f"{speaker.name} on {about.name}",
        id=f"said-by-{speaker.id}",
        body=join(Md("\n"), [shown, _claims(leaf, claims)])
        or safe(f"No collected source quotes {speaker.name} on {about.name}."),
        rest=_rest(leaf, rest, "statement", (speaker.id,)),
    )


def _claims(leaf: Leaf, claims: Iterable[Claim]) -> Md:
    return bullets([claim_entry(leaf, claim) for claim in claims])


def _rest(leaf: Leaf, number: int, noun: str, keys: Sequence[ActorId]) -> Md:
    """Count what is left out, and lead to the pages that show it."""
    if number <= 0:
        return Md("")
    pages = join(" and ", [leaf.actor(key) for key in keys])
    where = "page" if len(keys) == 1 else "pages"
    more = f"{count(number, f'more {noun}')}: see the {where} of"
    return join(" ", [more, pages]) + Md(".")


def _own_events(leaf: Leaf, key: ActorId, shared: Sequence[Event]) -> tuple[Event, ...]:
    """Events of one without the other, in the dossier's order."""
    both = {event.id for event in shared}
    own = {event.id: event for event, _ in leaf.book.parts.get(key, ()) if event.id not in both}
    return tuple(own.values())


def _own_rest(leaf: Leaf, pair: ActorPair, own: dict[ActorId, tuple[Event, ...]]) -> Md:
    """Count the events that are not drawn."""
    told = [_rest(leaf, len(pair.tie.events) - MOST_SHARED, "shared event", pair.keys)]
    for key, events in own.items():
        told.append(_rest(leaf, len(events) - MOST_OWN, "other event", (key,)))
    words = "Shown are the events nearest to the subject; of equals, some of every time."
    return join(" ", [*told, words]) if any(told) else Md("")


def _list_lanes(leaf: Leaf, lanes: dict[Lane, tuple[Event, ...]], names: tuple[str, str]) -> Md:
    """List what is drawn, in order of date, each with whose it is."""
    whose = {Lane.LEFT: names[0], Lane.BOTH: "Both", Lane.RIGHT: names[1]}
    lane_of = {event.id: lane for lane, events in lanes.items() for event in events}
    entries = [
        _line(leaf, event, lane_of[event.id], whose[lane_of[event.id]])
        for event in leaf.book.dossier.events.values()
        if event.id in lane_of
    ]
    return bullets(entries, "lanes-list")


def _line(leaf: Leaf, event: Event, lane: Lane, whose: str) -> Entry:
    parts = [
        tag("span", leaf.event_date(event), class_="when"),
        tag("span", whose, class_="whose"),
        leaf.event(event.id),
        leaf.evidence(event.anchors, 1, event_page(event.id)),
    ]
    return Entry((join(" ", parts),), css=f"lane-{lane.value}")


def _naming(leaf: Leaf, left: Actor, right: Actor) -> list[Entry]:
    """By which words each source that names both names either."""
    forms = [
        forms_by_source(
            leaf.book,
            [leaf.book.mentions[key] for key in actor.mention_ids if key in leaf.book.mentions],
        )
        for actor in (left, right)
    ]
    return [
        Entry(
            (
                leaf.labelled(key),
                list_forms(leaf, forms[0][key], MOST_NAMES),
                list_forms(leaf, forms[1][key], MOST_NAMES),
            )
        )
        for key in leaf.book.dossier.sources
        if key in forms[0] and key in forms[1]
    ]


def _more_sources(number: int) -> str:
    return f"{count(number, 'more source')} name both." if number > 0 else ""
