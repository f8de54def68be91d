"""What a participant is called in an event of each type."""

from collections.abc import Mapping

from dossier.vocabulary import EventType

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
    EventType.ELECTION: ("candidate or voter", "elected"),
    EventType.VOTE: ("decision-maker", "subject"),
    EventType.LAWSUIT: ("complainant", "accused"),
    EventType.TRIAL: ("party", "accused"),
    EventType.RULING: ("court", "concerned"),
    EventType.ARREST: ("arresting side", "arrested"),
    EventType.ATTACK: ("attacker", "attacked"),
    EventType.CONFLICT: ("party", "party"),
    EventType.TAKEOVER: ("agent", "overthrown"),
    EventType.PROTEST: ("protester", "addressed"),
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
    EventType.RULE: ("ruler", "ruled"),
    EventType.OTHER: ("participant", "concerned"),
}
"""Words for who acts and for whom it is done to, by type."""
