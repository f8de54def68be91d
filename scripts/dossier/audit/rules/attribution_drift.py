"""One claim credited to two: the same quoted words, or the same act, from two mouths or hands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.spoken import (
    Spoken,
    find_spoken,
    join_words,
    list_affiliations,
    list_names,
    list_words,
    name_speaker,
    shorten,
)
from dossier.model import Actor, Anchor, EventMention, Mention, Source
from dossier.vocabulary import (
    ActorKind,
    EventType,
    FindingType,
    Gravity,
    MentionForm,
    Modality,
    Role,
)

MOST_WORDS = 8
"""Longer words that come back are a quotation told twice, and shown as such elsewhere."""

MOST_COMPARED = 200
"""Quotations of one article with the same two words that one is compared with, at most."""

LEAST_LETTERS = 4
"""A claim holds one word of these letters at least that is no name."""

_ACTS = frozenset({EventType.INVITATION, EventType.APPOINTMENT, EventType.REMOVAL})
"""Acts that one hand does to one person."""

_TOLD = frozenset({Modality.HAPPENED, Modality.SAID, Modality.REPORTED, Modality.ANNOUNCED})
_PRONOUNS = frozenset({"i", "we", "you", "he", "she", "they", "it", "who"})
_NAMING = frozenset({"term", "terms", "phrase", "word", "words", "wording", "slogan", "expression"})
_Sides = Mapping[str, frozenset[str]]


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out quoted words with two speakers, and acts with two doers, in one article.

    Somebody and the body that he or she speaks for are not two.
    """
    sides = reading.once(list_affiliations)
    for source in reading.sources():
        yield from _same_words(source, sides, reading)
        yield from _same_act(source, sides, reading)


def _same_words(source: Source, sides: _Sides, reading: Reading) -> Iterator[Noticed]:
    """Short quoted words that stand, whole, in what another speaker is quoted with."""
    pieces = [(one, list_words(one.anchor.exact)) for one in find_spoken(reading, source.id)]
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (_, words) in enumerate(pieces):
        for pair in dict.fromkeys(pairwise(words)):
            places[pair].append(number)
    for number, (one, words) in enumerate(pieces):
        if not 1 < len(words) <= MOST_WORDS or not _says_something(one, reading):
            continue
        for other_number in places[words[0], words[1]][:MOST_COMPARED]:
            other, others = pieces[other_number]
            whole = len(others) > len(words) or number < other_number
            if whole and _holds(others, words) and _are_two(one, other, sides, reading):
                yield _draw_words(one, other, reading)
                break


def _says_something(said: Spoken, reading: Reading) -> bool:
    """Whether words are a claim: more than a name, no "term", and a speaker who is known."""
    words = said.anchor
    sentence = reading.sentence_at(words)
    if sentence is None or not said.speaker or said.speaker[0] in _PRONOUNS:
        return False
    rest = words.exact
    for mention in reading.mentions_in.get(sentence.id, ()):
        rest = rest.replace(mention.anchor.exact, "")
    before = list_words(reading.text(sentence)[: max(0, words.start - sentence.start)])
    named = before and before[-1] in _NAMING
    return not named and any(len(word) >= LEAST_LETTERS and word.islower() for word in rest.split())


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    joined = f" {' '.join(words)} "
    return f" {' '.join(part)} " in joined


def _are_two(one: Spoken, other: Spoken, sides: _Sides, reading: Reading) -> bool:
    if not one.speaker or set(one.speaker) & set(other.speaker):
        return False
    return not any(
        _belongs(left, right, sides, reading) or _belongs(right, left, sides, reading)
        for left in one.speaker
        for right in other.speaker
    )


def _belongs(left: str, right: str, sides: _Sides, reading: Reading) -> bool:
    """Whether the first speaks for the second."""
    actor = reading.dossier.actors.get(right)
    names = list_names(actor) if actor else frozenset({right})
    return bool(sides.get(left, frozenset()) & names)


def _draw_words(one: Spoken, other: Spoken, reading: Reading) -> Noticed:
    first, second = sorted((one, other), key=lambda said: said.anchor.start)
    media = any(
        reading.dossier.actors[key].kind is ActorKind.MEDIUM
        for said in (one, other)
        for key in said.quotation.speaker_ids
    )
    named = [_naming(said, reading) for said in (first, second)]
    words = [_shared(said, one, reading) for said in (first, second)]
    return Noticed(
        f"“{shorten(one.anchor, reading).exact}” is credited to "
        f"{name_speaker(first.quotation, reading)} and to "
        f"{name_speaker(second.quotation, reading)}.",
        tuple(side for pair in zip(named, words, strict=True) for side in pair if side),
        (*first.quotation.speaker_ids, *second.quotation.speaker_ids),
        Gravity.LOW if media else None,
    )


def _shared(said: Spoken, short: Spoken, reading: Reading) -> Anchor:
    """The words of the shorter one where they stand in another."""
    wanted = short.anchor.exact.rstrip(".,;")
    start = said.anchor.exact.casefold().find(wanted.casefold())
    if start < 0:
        return shorten(said.anchor, reading)
    place = said.anchor.start + start
    return reading.anchor_at(said.anchor.source_id, place, place + len(wanted))


def _naming(said: Spoken, reading: Reading) -> Anchor | None:
    """Where the article names the speaker first in its text."""
    wanted = set(said.quotation.speaker_ids)
    for sentence in reading.sentences(said.anchor.source_id):
        for mention in reading.mentions_in.get(sentence.id, ()):
            actor = reading.actors_of.get(mention.id)
            if actor and actor.id in wanted and mention.form is not MentionForm.PRONOUN:
                return mention.anchor
    return None


def _same_act(source: Source, sides: _Sides, reading: Reading) -> Iterator[Noticed]:
    """Acts of one kind that two named hands do to one person or body."""
    held: dict[tuple[EventType, str], list[tuple[EventMention, Mention]]] = defaultdict(list)
    for told in reading.dossier.extractions[source.id].event_mentions:
        if told.event_type in _ACTS and told.modality in _TOLD:
            parts = {part.mention_id: part.role for part in told.participants}
            named = reading.mentions_in.get(told.sentence_id, ())
            doers = [one for one in named if parts.get(one.id) is Role.ACTOR]
            for one in named:
                actor = reading.actors_of.get(one.id)
                is_done_to = parts.get(one.id) is Role.RECIPIENT
                if doers and actor and is_done_to and actor.kind is ActorKind.PERSON:
                    held[told.event_type, actor.id].append((told, doers[0]))
    for (event_type, done_to), acts in held.items():
        (first, doer), *rest = acts
        hand = reading.actors_of.get(doer.id)
        for told, second in rest:
            two = reading.actors_of.get(second.id)
            if hand and two and hand is not two and not _of_one(hand, two, sides):
                recipient = reading.dossier.actors[done_to].name
                yield Noticed(
                    f"One {event_type.value} of {recipient} is told of two: {hand.name} and "
                    f"{two.name}.",
                    (
                        shorten(join_words(doer.anchor, first.trigger, reading), reading),
                        shorten(join_words(second.anchor, told.trigger, reading), reading),
                    ),
                    (hand.id, two.id, done_to),
                )
                break


def _of_one(one: Actor, two: Actor, sides: _Sides) -> bool:
    return bool(
        sides.get(one.id, frozenset()) & list_names(two)
        or sides.get(two.id, frozenset()) & list_names(one)
    )


RULE = Rule(FindingType.ATTRIBUTION_DRIFT, Gravity.MEDIUM, notice)
