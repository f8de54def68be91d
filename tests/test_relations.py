"""Who is linked by an event that several sentences report."""

from dataclasses import replace

from dossier.extract.sentences import find_sentences
from dossier.model import Participation
from dossier.resolve.relations import resolve_relations
from dossier.vocabulary import ActorKind
from standins import Desk

ARTICLE = """Water shared
Aust and Lund signed a water treaty.
The accord, signed by Ada Berg and Tor Lind, is the first.
"""


def test_whoever_signs_for_two_states_in_another_sentence_is_not_linked_with_them():
    desk = Desk()
    source = desk.source("001", ARTICLE, "2024-03-05")
    desk.parts["001"] = replace(desk.parts["001"], sentences=find_sentences(source))
    parties = []
    for name in ("Aust", "Lund", "Ada Berg", "Tor Lind"):
        mention = desk.mention("001", name, kind=ActorKind.STATE)
        desk.actor(name.lower().replace(" ", "-"), mention)
        parties.append(
            Participation(name.lower().replace(" ", "-"), "party", anchors=(mention.anchor,))
        )
    told = desk.report("001", "signed", "agreement", score=0.9)
    again = desk.report("001", "signed", "agreement", nth=2, score=0.5)
    desk.event("ev-treaty", told, again)
    event = replace(desk.events["ev-treaty"], participants=tuple(parties))
    found = resolve_relations([event], desk.parts.values(), desk.actors.values())
    assert [(one.subject_id, one.object_id) for one in found] == [("aust", "lund")]
