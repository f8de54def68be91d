"""A journey to a town here, to the country it lies in there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.whereabouts import Where, find_capital, find_where, lies_in
from dossier.model import Actor, Anchor, Sentence, Source
from dossier.vocabulary import ActorKind, FindingType, Gravity

_AHEAD = re.compile(
    r"\b(?:(?:will|would|to|may|might)\s+(?:visit|(?:travel|go|fly|return|come)\s+to)"
    r"|(?:trip|visit|journey)\s+to)\s+(?=(?:the\s+)?[A-Z])"
)
_GOING = frozenset({"visit", "travel", "go", "fly", "return", "come", "trip", "journey"})
"""One of them stands in whatever the pattern meets."""


@dataclass(frozen=True, slots=True)
class _Goal:
    """Where a planned journey is to lead, as one sentence has it."""

    words: Anchor
    where: Where
    quoted: bool


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out planned journeys whose goal is a town in one voice and its country in another.

    Both in one article and of one traveller. The wider goal stands in quoted words and the
    narrower in the outlet's own, or the other way round: then the outlet may know more than who
    it quotes, or less. The same voice may name a town and its country without meaning anything.
    """
    for source in reading.sources():
        for traveller, goals in _goals(source, reading).items():
            narrow = [one for one in goals if one.where.grade == "city"]
            wide = [one for one in goals if one.where.grade == "country"]
            pair = next(
                (
                    (small, large)
                    for large in wide
                    for small in narrow
                    if lies_in(small.where, large.where) and small.quoted is not large.quoted
                ),
                None,
            )
            if pair is not None:
                small, large = pair
                voice = "quoted words" if large.quoted else "the outlet’s own words"
                name = reading.dossier.actors[traveller].name
                yield Noticed(
                    f"Where is the journey of {name} to lead? {voice[0].upper()}{voice[1:]} say "
                    f"{large.where.name}; elsewhere the article says {small.where.name}.",
                    (small.words, large.words),
                    (traveller,),
                )


def _goals(source: Source, reading: Reading) -> Mapping[str, list[_Goal]]:
    """Goals of planned journeys by traveller: the last person named before the words."""
    found: dict[str, list[_Goal]] = defaultdict(list)
    for sentence in reading.sentences(source.id, holding=_GOING):
        text = reading.text(sentence)
        for match in _AHEAD.finditer(text):
            goal = _where(sentence, match.end(), reading)
            traveller = _traveller(sentence, match.start(), reading)
            if goal is not None and traveller is not None:
                where, end = goal
                words = reading.anchor(sentence, match.start(), end)
                quoted = not reading.narration(sentence)[match.start() : match.end()].strip()
                found[traveller.id].append(_Goal(words, where, quoted))
    return found


def _where(sentence: Sentence, place: int, reading: Reading) -> tuple[Where, int] | None:
    capital = find_capital(reading.text(sentence)[place:], reading)
    if capital is not None:
        where, length = capital
        return where, place + length
    for mention in reading.mentions_in.get(sentence.id, ()):
        if mention.anchor.start == sentence.start + place:
            where_named = find_where(mention, reading)
            return (where_named, mention.anchor.end - sentence.start) if where_named else None
    return None


def _traveller(sentence: Sentence, place: int, reading: Reading) -> Actor | None:
    before = [
        actor
        for mention in reading.mentions_in.get(sentence.id, ())
        if mention.anchor.end <= sentence.start + place
        and (actor := reading.actors_of.get(mention.id)) is not None
        and actor.kind is ActorKind.PERSON
    ]
    return before[-1] if before else None


RULE = Rule(FindingType.PLACE_GRANULARITY, Gravity.MEDIUM, notice)
