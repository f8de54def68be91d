"""A dossier of any size, made by hand, for tests of what stays legible when there is much."""

from dataclasses import replace
from datetime import date, timedelta

from dossier.dates import parse_edtf
from dossier.model import Actor, Dating, Event, Participation, Place, Relation
from dossier.vocabulary import ActorKind, DateBasis, EventStatus, EventTier, EventType
from harbour import make_dossier

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
