"""One event in which a doer acts here, and which merely comes about there."""

import re
from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.model import ActorId, Anchor, Event, EventMention
from dossier.vocabulary import FindingType, Gravity, Modality, Role

_LIST = "agentless_verbs"


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out events that one source tells without a doer and another with one.

    Without a doer: by a verb of the list ``agentless_verbs`` ("the government collapsed"). With
    one: by a verb whose subject is an actor who is not the subject of the first. One hit an event.
    """
    pattern = _pattern(reading.lexicon.terms(_LIST))
    for event in reading.dossier.events.values():
        tellings = list(_tellings(event, reading))
        hidden = [one for one in tellings if pattern.search(one.trigger.exact)]
        pair = next(
            (
                (bare, done)
                for bare in hidden
                for done in tellings
                if done.anchor.source_id != bare.anchor.source_id
                and done.event_type is bare.event_type
                and not pattern.search(done.trigger.exact)
                and _doers(done, reading) - _all(bare, reading)
            ),
            None,
        )
        if pair is not None:
            yield _say(*pair, event, reading)


def _say(bare: EventMention, done: EventMention, event: Event, reading: Reading) -> Noticed:
    first, second = (reading.dossier.sources[one.anchor.source_id].label for one in (bare, done))
    doer = reading.dossier.actors[min(_doers(done, reading) - _all(bare, reading))].name
    return Noticed(
        f"In {first} it comes about by itself (“{_last_word(bare.trigger)}”); in {second} it is an "
        f"act of {doer} (“{done.trigger.exact}”).",
        (bare.trigger, done.trigger),
        (event.id,),
    )


def _tellings(event: Event, reading: Reading) -> Iterator[EventMention]:
    """What the sentences of an event tell as happened."""
    for anchor in event.anchors:
        sentence = reading.sentence_at(anchor)
        for telling in reading.tellings_in.get(sentence.id, ()) if sentence else ():
            if telling.modality is Modality.HAPPENED:
                yield telling


def _doers(telling: EventMention, reading: Reading) -> frozenset[ActorId]:
    return frozenset(
        reading.actors_of[part.mention_id].id
        for part in telling.participants
        if part.role is Role.ACTOR and part.mention_id in reading.actors_of
    )


def _all(telling: EventMention, reading: Reading) -> frozenset[ActorId]:
    return frozenset(
        reading.actors_of[part.mention_id].id
        for part in telling.participants
        if part.mention_id in reading.actors_of
    )


def _last_word(trigger: Anchor) -> str:
    return trigger.exact.split()[-1]


def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, terms)) or '(?!)'})\b", re.IGNORECASE)


RULE = Rule(FindingType.FRAMING_OF_SAME_EVENT, Gravity.MEDIUM, notice)
