"""Words of the dossier's own for events, by type: titles, and what participants are called."""

from collections.abc import Mapping

from dossier.vocabulary import EventType

NOUN_TITLES: Mapping[EventType, tuple[str, ...]] = {
    EventType.MEETING: (
        "{who} meets {with}",
        "{whom} meets {with}",
        "{pair} meets",
        "{who} takes part in {noun}",
    ),
    EventType.VISIT: ("{who} visits {where}", "{who} visits {whom}", "{who} goes on {noun}"),
    EventType.INVITATION: ("{who} invites {whom}", "{whom} receives {noun}"),
    EventType.STATEMENT: ("{who} makes {noun}",),
    EventType.AGREEMENT: ("{who} reaches {noun} with {with}", "{who} reaches {noun}"),
    EventType.CONTRACT: ("{who} agrees on {noun} with {with}", "{who} agrees on {noun}"),
    EventType.REQUEST: ("{who} makes {noun} to {whom}", "{who} makes {noun}"),
    EventType.RECOGNITION: ("{who} recognises {whom}", "{whom} receives {noun}"),
    EventType.APPOINTMENT: ("{whom} takes office", "{who} takes office"),
    EventType.REMOVAL: ("{who} leaves office", "{whom} leaves office"),
    EventType.ELECTION: ("{who} takes part in {noun}",),
    EventType.VOTE: ("{who} votes",),
    EventType.LAWSUIT: ("{who} takes {whom} to court", "{who} goes to court"),
    EventType.TRIAL: ("{whom} stands trial", "{who} takes part in {noun}"),
    EventType.RULING: ("{who} decides on {whom}", "{who} gives {noun}", "{whom} receives {noun}"),
    EventType.ARREST: ("{who} makes {noun}",),
    EventType.ATTACK: ("{who} attacks {whom}",),
    EventType.CONFLICT: ("{who} fights {with}", "{who} fights {whom}"),
    EventType.TAKEOVER: ("{who} takes power",),
    EventType.PROTEST: ("{who} takes part in {noun}",),
    EventType.SANCTION: ("{who} imposes {noun} on {whom}", "{who} imposes {noun}"),
    EventType.EVACUATION: ("{who} carries out {noun}",),
    EventType.DEPARTURE: ("{who} leaves {where}", "{who} leaves"),
    EventType.DEATH: ("{who} dies", "{whom} dies"),
    EventType.LAUNCH: ("{who} holds {noun}",),
    EventType.ESTIMATE: ("{who} publishes {noun}",),
    EventType.COMPETITION: ("{who} takes part in {noun}",),
    EventType.AID: ("{who} provides {noun} to {whom}", "{who} provides {noun}"),
    EventType.THREAT: ("{who} threatens {whom}", "{who} makes {noun}"),
}
"""Titles for event nouns, the fullest first; the first whose slots are all filled is taken.
Where none fits, the noun itself is the title: "Earthquake", then the place."""

BY_THEMSELVES = frozenset({EventType.DISASTER, EventType.ACCIDENT, EventType.HEALTH})
"""Types that need nobody to make a title."""
HARMFUL = BY_THEMSELVES | {EventType.ATTACK, EventType.CONFLICT, EventType.PROTEST}
"""Types that may kill: "Storm kills nine people"."""
NAMED_BY_NOUN = frozenset({EventType.DISASTER, EventType.ACCIDENT})
"""Types of which the bare noun makes a title: "Earthquake"."""
LOCAL = BY_THEMSELVES | {EventType.ATTACK, EventType.PROTEST, EventType.TAKEOVER}
"""Types that any sentence may give the place of, not only the one the title is made from."""

FALLEN = frozenset({"collapsed", "fell", "fallen", "ousted"})
"""Words of phrases in which who is named loses what the event is about."""

NOUNS_OF_VERBS: Mapping[str, str] = {
    "burn": "Fire",
    "burn down": "Fire",
    "catch fire": "Fire",
    "capsize": "Capsizing",
    "collapse": "Collapse",
    "collide": "Collision",
    "collide with": "Collision",
    "crash": "Crash",
    "crash into": "Crash",
    "derail": "Derailment",
    "die": "Death",
    "explode": "Explosion",
    "flood": "Flood",
    "injure": "Injuries",
    "kill": "Deaths",
    "make landfall": "Landfall",
    "shoot": "Shooting",
    "sink": "Sinking",
    "stab": "Stabbing",
}
"""What a verb names where nobody and nothing is its subject."""

NEED_OBJECT = frozenset(
    {"acquire", "acquit", "adopt", "announce", "appoint", "approve", "ban", "bury", "cancel",
     "change", "charge", "convict", "deliver", "discover", "end", "establish", "expel", "find",
     "found", "fund", "grant", "halt", "impeach", "impose", "indict", "injure", "introduce",
     "invite", "isolate", "join", "kill", "lose", "murder", "name", "nominate", "order", "play",
     "postpone", "publish", "purchase", "quarantine", "recognise", "recognize", "reject", "release",
     "rename", "select", "sentence", "sign", "start", "stop", "suspend", "vaccinate", "wound"}
)  # fmt: skip
"""Verbs that say nothing without what they are done to."""

ANYBODY = frozenset(
    {"administration", "campaign", "coalition", "company", "convention", "court", "delegates",
     "firm", "group", "organisation", "organization", "parties", "party", "side", "sides", "team"}
)  # fmt: skip
"""Words for a body that say nothing of which one; a title does better without them."""

DONE_TO = frozenset(
    {EventType.APPOINTMENT, EventType.ARREST, EventType.ATTACK, EventType.COMPETITION,
     EventType.DEATH, EventType.ELECTION, EventType.EVACUATION, EventType.HEALTH,
     EventType.INVITATION, EventType.LAWSUIT, EventType.RECOGNITION, EventType.REMOVAL,
     EventType.RULING, EventType.SANCTION, EventType.TAKEOVER, EventType.TRIAL}
)  # fmt: skip
"""Types in which somebody it is done to may stand as the subject of a passive."""

SAYING = frozenset(
    {"say", "tell", "announce", "declare", "claim", "state", "reveal", "confirm", "report",
     "insist", "tweet", "acknowledge", "deny", "promise", "pledge", "vow", "admit", "warn"}
)  # fmt: skip
"""Verbs whose object is what was said, for which a title has no room."""

ROLES: Mapping[EventType, tuple[str, str]] = {
    EventType.MEETING: ("participant", "participant"),
    EventType.VISIT: ("visitor", "host"),
    EventType.INVITATION: ("inviter", "invited"),
    EventType.STATEMENT: ("speaker", "addressed"),
    EventType.AGREEMENT: ("party", "party"),
    EventType.CONTRACT: ("party", "party"),
    EventType.REQUEST: ("applicant", "asked"),
    EventType.RECOGNITION: ("recognising side", "recognised"),
    EventType.APPOINTMENT: ("appointing side", "appointed"),
    EventType.REMOVAL: ("agent", "removed"),
    EventType.ELECTION: ("taking part", "elected"),
    EventType.VOTE: ("decision-maker", "subject"),
    EventType.LAWSUIT: ("complainant", "accused"),
    EventType.TRIAL: ("party", "accused"),
    EventType.RULING: ("deciding side", "concerned"),
    EventType.ARREST: ("arresting side", "arrested"),
    EventType.ATTACK: ("attacker", "attacked"),
    EventType.CONFLICT: ("party", "party"),
    EventType.TAKEOVER: ("agent", "removed from power"),
    EventType.PROTEST: ("taking part", "addressed"),
    EventType.SANCTION: ("imposing side", "sanctioned"),
    EventType.EVACUATION: ("evacuating party", "evacuated"),
    EventType.DEPARTURE: ("leaving", "left"),
    EventType.DISASTER: ("concerned", "affected"),
    EventType.ACCIDENT: ("concerned", "affected"),
    EventType.DEATH: ("concerned", "killed"),
    EventType.HEALTH: ("concerned", "affected"),
    EventType.LAUNCH: ("agent", "launched"),
    EventType.ESTIMATE: ("estimator", "subject"),
    EventType.COMPETITION: ("competitor", "opponent"),
    EventType.AID: ("giver", "recipient"),
    EventType.THREAT: ("threatening", "threatened"),
    EventType.RULE: ("ruler or member", "body or place"),
    EventType.OTHER: ("participant", "concerned"),
}
"""Words for who acts and for whom it is done to, by type."""
