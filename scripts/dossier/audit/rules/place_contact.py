"""Somebody who was in a place beside others, of whom it stays open whether they met."""

import re
from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.sameness import find_plurals
from dossier.model import Anchor, EventMention, Mention, Sentence, Source
from dossier.vocabulary import EventType, FindingType, Gravity

_BESIDE = re.compile(
    r"\b(?:alongside|together with|along with|accompanied by|at the same time as|in the company of)"
    r"\s+"
    r"(?:(?:an?|the|his|her|its|their)\s+)?",
)


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out people who travel beside others here and are in hedged or several meetings there.

    Both in one article: "visited the island alongside X", and X "reportedly joined meetings".
    """
    plurals = find_plurals(reading)
    for source in reading.sources():
        beside = list(_beside(source, reading))
        if not beside:
            continue
        for sentence in reading.sentences(source.id):
            for telling in reading.tellings_in.get(sentence.id, ()):
                if not _is_loose(telling, plurals):
                    continue
                for there, mention, words in beside:
                    if there.id != sentence.id and _is_in(mention, sentence, reading):
                        actor = reading.actors_of[mention.id]
                        yield Noticed(
                            f"“{mention.anchor.exact}” comes along with others in one sentence and "
                            f"is in “{telling.trigger.exact}” in another. Whether all of them met "
                            "at one table is left open.",
                            (words, telling.trigger),
                            (actor.id,),
                        )


def _beside(source: Source, reading: Reading) -> Iterator[tuple[Sentence, Mention, Anchor]]:
    """Those who are said to come beside others, with the words that say so."""
    told = reading.dossier.extractions[source.id].event_mentions
    visits = {one.sentence_id for one in told if one.event_type is EventType.VISIT}
    for sentence in reading.sentences(source.id) if visits else ():
        if sentence.id not in visits:
            continue
        for match in _BESIDE.finditer(reading.narration(sentence)):
            start = sentence.start + match.end()
            for mention in reading.mentions_in.get(sentence.id, ()):
                if mention.anchor.start == start and mention.id in reading.actors_of:
                    end = mention.anchor.end - sentence.start
                    yield sentence, mention, reading.anchor(sentence, match.start(), end)


def _is_loose(telling: EventMention, plurals: frozenset[str]) -> bool:
    """Whether a telling says of no one meeting that it took place."""
    several = not plurals.isdisjoint(telling.trigger.exact.casefold().split())
    return telling.event_type is EventType.MEETING and (several or bool(telling.hedge))


def _is_in(mention: Mention, sentence: Sentence, reading: Reading) -> bool:
    actor = reading.actors_of[mention.id]
    return any(
        reading.actors_of.get(one.id) is actor for one in reading.mentions_in.get(sentence.id, ())
    )


RULE = Rule(FindingType.PLACE_CONTACT, Gravity.LOW, notice)
