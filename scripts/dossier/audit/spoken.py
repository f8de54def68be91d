"""Quoted words as rules compare them: who says them, in which words, and where they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.anchors import make_anchor
from dossier.audit.reading import Reading
from dossier.model import Actor, Anchor, Quotation, SourceId
from dossier.vocabulary import NOT_NAMED, QuoteKind

VERBATIM = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})
"""Kinds of quotation whose words stand between quotation marks and are somebody's."""

WORDS_SHOWN = 8
"""Words of a side, where the words that matter are part of a longer stretch."""

_AROUND = re.compile(r"^the |[’']s?$")
_MARKS = frozenset("\"“‘'„«‹")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A piece of a quotation with its speaker.

    Attributes:
        quotation: The quotation it is a piece of.
        anchor: Its words.
    """

    quotation: Quotation
    anchor: Anchor

    @property
    def speaker(self) -> tuple[str, ...]:
        """Who speaks, to compare by: actor ids, or the words of the text."""
        label = self.quotation.speaker_label.casefold()
        return self.quotation.speaker_ids or ((label,) if label else ())


def is_own(quotation: Quotation) -> bool:
    """Whether words are the outlet's own, quoted by the dossier to mark them as such."""
    return not quotation.speaker_ids and len(quotation.chain) == 1


def find_spoken(reading: Reading, source_id: SourceId) -> Iterator[Spoken]:
    """Words between quotation marks that somebody is said to have said, in text order.

    A pronoun that was read as nobody is nobody to compare with.
    """
    for quotation in reading.quotations_in.get(source_id, ()):
        is_known = not quotation.speaker_label.startswith(NOT_NAMED)
        spoken = quotation.speaker_ids or (quotation.speaker_label and is_known)
        if spoken and quotation.kind in VERBATIM and not is_own(quotation):
            for anchor in quotation.anchors:
                yield Spoken(quotation, anchor)


def name_speaker(quotation: Quotation, reading: Reading) -> str:
    """The speaker in words; actors by their names in the dossier."""
    names = [reading.dossier.actors[key].name for key in quotation.speaker_ids]
    return " and ".join(names) or quotation.speaker_label


def join_words(first: Anchor, last: Anchor, reading: Reading) -> Anchor:
    """Everything from the first of two stretches of one source to the end of the other."""
    source = reading.dossier.sources[first.source_id]
    return make_anchor(source, min(first.start, last.start), max(first.end, last.end))


def list_affiliations(reading: Reading) -> dict[str, frozenset[str]]:
    """For each actor the names, without capitals, of whom it is said to belong to or speak for."""
    held: dict[str, set[str]] = {}
    for mentions in reading.mentions_in.values():
        for mention in mentions:
            actor = reading.actors_of.get(mention.id)
            if actor is not None and mention.affiliation:
                bare = _AROUND.sub("", mention.affiliation.casefold())
                held.setdefault(actor.id, set()).add(bare)
    return {key: frozenset(names) for key, names in held.items()}


def list_names(actor: Actor) -> frozenset[str]:
    """What an actor is called, without capitals."""
    names = (actor.name, *(alias.name for alias in actor.aliases))
    return frozenset(name.casefold() for name in names)


def is_marked(anchor: Anchor, reading: Reading) -> bool:
    """Whether an opening quotation mark stands before some words."""
    text = reading.dossier.sources[anchor.source_id].text
    return anchor.start > 0 and text[anchor.start - 1] in _MARKS


def shorten(anchor: Anchor, reading: Reading, most: int = WORDS_SHOWN) -> Anchor:
    """The first words of some words."""
    return _cut(anchor, reading, [match.span() for match in _WORD.finditer(anchor.exact)][:most])


def shorten_end(anchor: Anchor, reading: Reading, most: int = WORDS_SHOWN) -> Anchor:
    """The last words of some words."""
    return _cut(anchor, reading, [match.span() for match in _WORD.finditer(anchor.exact)][-most:])


def _cut(anchor: Anchor, reading: Reading, spans: Sequence[tuple[int, int]]) -> Anchor:
    if not spans:
        return anchor
    source = reading.dossier.sources[anchor.source_id]
    return make_anchor(source, anchor.start + spans[0][0], anchor.start + spans[-1][1])


def list_words(text: str) -> tuple[str, ...]:
    """The words of a text, without capitals, marks and possessive endings."""
    return tuple(drop_ending(word.casefold()) for word in _WORD.findall(text))


def drop_ending(word: str) -> str:
    """A word in small letters without its possessive ending."""
    return word[:-2] if word.endswith(("’s", "'s")) else word
