"""A dossier of any size, made by hand, for tests of what stays legible when there is much."""

from dataclasses import replace
from datetime import date, timedelta

from dossier.dates import make_day, parse_edtf
from dossier.model import Actor, Dating, Event, Participation, Place, Relation, SourceTelling
from dossier.vocabulary import (
    ActorKind,
    DateBasis,
    EventStatus,
    EventTier,
    EventType,
    FindingStatus,
    Gravity,
    Telling,
)
from harbour import make_dossier
from standins import Desk

KINDS = (ActorKind.PERSON, ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION, ActorKind.STATE)
TYPES = (EventType.MEETING, EventType.STATEMENT, EventType.VOTE)
FIRST_DAY = date(2011, 1, 3)


def make_crowd(actors=500, events=2000, *, days=3650):
    """So many actors and events; who takes part in what follows from the numbers alone."""
    base = make_dossier()
    anchor = next(iter(base.events.values())).anchors[0]
    people = {key: actor for number in range(actors) for key, actor in [_actor(number)]}
    keys = list(people)
    made = {}
    for number in range(events):
        # A few actors are in much, most in little: squares thin out.
        cast = {keys[(number * k * k + k) % max(2, actors // (k * 4))] for k in range(1, 4)}
        event = _event(number, sorted(cast), anchor, FIRST_DAY + timedelta(days * number // events))
        made[event.id] = event
    relations = tuple(
        Relation(f"r-{n:04}", keys[n % actors], "wrote to", keys[(n * 7 + 1) % actors], (anchor,))
        for n in range(actors // 2)
        if n % actors != (n * 7 + 1) % actors
    )
    return replace(
        base,
        actors={**base.actors, **people},
        events={**base.events, **made},
        relations=(*base.relations, *relations),
    )


def _actor(number):
    key = f"actor-{number:03}"
    return key, Actor(key, KINDS[number % len(KINDS)], f"Actor Number {number:03}")


def _event(number, cast, anchor, day):
    wide = number % 10 == 0
    value = parse_edtf(f"{day:%Y-%m}" if wide else day.isoformat())
    return Event(
        id=f"ev-{number:04}",
        event_type=TYPES[number % len(TYPES)],
        title=f"Happening {number} of many that fill the calendar",
        dating=Dating(value, DateBasis.EXPLICIT, (anchor,)),
        tier=EventTier.CORE if number % 7 == 0 else EventTier.CONTEXT,
        status=EventStatus.FORECAST if number % 50 == 0 else EventStatus.SINGLE_SOURCE,
        participants=tuple(Participation(key, "participant", anchors=(anchor,)) for key in cast),
        anchors=(anchor,),
    )


def with_places(dossier, *places):
    """The same events, spread over places given as id, name, what holds it and precision."""
    made = {key: Place(key, name, within, precision) for key, name, within, precision in places}
    keys = list(made)
    events = {
        event.id: replace(event, place_id=keys[number % len(keys)])
        for number, event in enumerate(dossier.events.values())
    }
    return replace(dossier, places=made, events=events)


def make_archive(sources=40, events=300, *, told=6):
    """So many sources and events, each told by a few of them; every relation stands somewhere."""
    desk = Desk()
    names = [f"{number:03}" for number in range(sources)]
    tellers = {n: sorted({(n * 3 + k * 7) % sources for k in range(told)}) for n in range(events)}
    for place, name in enumerate(names):
        own = [n for n, held in tellers.items() if place in held]
        lines = [f"Log {name} of the harbour office", *(f"Ship number {n}. came in." for n in own)]
        desk.source(name, "\n".join(lines), f"2020-{1 + place % 12:02}-01")
    ships = [desk.mention(names[tellers[n][0]], f"Ship number {n}.") for n in range(events)]
    for number, ship in enumerate(ships):
        desk.actor(f"ship-{number:03}", ship)
    made = {}
    for number, held in tellers.items():
        reports = {names[k]: desk.report(names[k], f"number {number}.", "visit") for k in held}
        event = desk.event(f"ev-{number:04}", *reports.values(), actors=[f"ship-{number:03}"])
        kinds = (Telling.ASSERTS, Telling.ALLUDES, Telling.BACKGROUND, Telling.CONTRADICTS)
        says = {name: SourceTelling(name, Telling.SILENT) for name in names}
        says |= {
            name: SourceTelling(name, kinds[place % len(kinds)], (report.anchor,))
            for place, (name, report) in enumerate(reports.items())
        }
        day = FIRST_DAY + timedelta(number)
        made[event.id] = replace(
            event,
            title=f"Ship number {number} comes in from the north",
            dating=Dating(make_day(day), DateBasis.EXPLICIT, event.anchors[:1]),
            tellings=tuple(says.values()),
        )
    return replace(desk.draft(), events=made)


def with_dates_of_every_kind(dossier):
    """The same events, some dated less closely, lasting longer, with an open end or undated."""
    made = {}
    for number, event in enumerate(dossier.events.values()):
        day = event.dating.value.earliest if event.dating else FIRST_DAY
        later, year = day + timedelta(days=40), f"{day:%Y}"
        kinds = {
            3: f"{year}",
            7: f"{day}/{later}",
            11: f"../{day}",
            13: f"{day}/..",
            17: f"[{day}..{later}]",
            19: f"{year}~",
            23: f"{year[:3]}X",
            27: f"{year}/{int(year) + 2}",
            29: "",
        }
        edtf = kinds.get(number % 60)
        if edtf is None:
            made[event.id] = event
        else:
            dating = Dating(parse_edtf(edtf), DateBasis.EXPLICIT, event.anchors) if edtf else None
            made[event.id] = replace(event, dating=dating)
    return replace(dossier, events=made)


def make_wordy(sources=40, events=80, *, width=10):
    """An archive that has long texts, told by other sources each, in everything a brief shows."""
    dossier, base = make_archive(sources, events), make_dossier()
    anchors = [event.anchors[number % 6] for number, event in enumerate(dossier.events.values())]
    words = "Boats may stay until the spring. " * width
    line, finding, question = base.bottom_line[0], base.findings[0], base.questions[0]
    grave = replace(finding, gravity=Gravity.HIGH, status=FindingStatus.OPEN, text=words)
    pairs = [tuple(anchors[n : n + 2]) for n in range(0, events - 1, 2)]
    return replace(
        dossier,
        bottom_line=tuple(replace(line, text=words, anchors=pair) for pair in pairs),
        findings=tuple(replace(grave, id=f"cf-{n:03}", sides=pair) for n, pair in enumerate(pairs)),
        questions=(replace(question, text=words),) * 9,
        events={
            key: replace(event, title=f"{event.title}: {words}"[: 20 + 6 * width])
            for key, event in dossier.events.items()
        },
        actors={
            key: replace(actor, name=f"{actor.name} of the long quay at Aldhaven"[: 5 * width])
            for key, actor in dossier.actors.items()
        },
    )
