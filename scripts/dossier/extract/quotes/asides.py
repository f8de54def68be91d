"""Find a subject that asides part from its verb.

"Novak, 51, who chairs the board, said" · "The board (HB) said" · "Novak — no friend of the board —
said". What stands between is stepped over, not read.
"""

from collections.abc import Sequence
from itertools import pairwise

from dossier.extract.quotes.cues import MASK, Layout
from dossier.extract.quotes.phrases import Speaker, of_mention, only_premodifiers
from dossier.extract.quotes.phrases_before import phrase_before
from dossier.extract.quotes.words import (
    AGE,
    DETERMINERS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    next_word,
)
from dossier.vocabulary import ActorKind, MentionForm

_MAX_SEGMENTS = 10
_ENCLOSING = 2
_TURNS = ("but", "yet")
"""Words that begin a new clause after a comma."""


def without_aside(before: str) -> str:
    """Text without an aside in brackets or between dashes at its end."""
    for closing, opening in ((")", "("), ("—", "—"), ("–", "–")):
        if before.endswith(closing):
            start = before.rfind(opening, 0, len(before) - 1)
            if start > 0:
                return before[:start].rstrip()
    return before


def subject_before_comma(layout: Layout, floor: int, end: int) -> Speaker | None:
    """The subject where commas part it from its verb.

    Walks left over what may stand between (ages, relative clauses, participles) and takes the
    leftmost of the noun phrases that follow each other in apposition, one with a name first.
    """
    turn = max(layout.masked.rfind(f", {word} ", floor, end) for word in _TURNS)
    floor = max(floor, turn + 1)
    commas = [at for at in range(floor, end) if layout.masked[at] in ",()–—"]
    chain: list[Speaker] = []
    bounds = [floor - 1, *commas, end][-_MAX_SEGMENTS:]
    for left, right in reversed(list(pairwise(bounds))):
        segment = layout.masked[left + 1 : right]
        named = layout.mentions_between(left + 1, right)
        if not segment.strip() or (not named and AGE.match(segment)):
            continue
        if _is_aside(segment, clause_begins=left + 1 == floor) and not _is_titled(
            layout, left + 1, right
        ):
            continue
        found = phrase_before(layout, left + 1, right)
        if found is None or (found.mention_id is None and chain):
            if chain:
                break
            continue
        chain.append(found)
        lead = layout.masked[left + 1 : found.start].strip()
        if not (
            only_premodifiers(lead) or lead == "and"
        ):  # "Novak, the mayor, and Reyes, a clerk,"
            break
    opening = _opening_name(layout, floor, commas)
    return opening or max(chain, key=lambda speaker: _rank(layout, speaker), default=None)


def _opening_name(layout: Layout, floor: int, commas: Sequence[int]) -> Speaker | None:
    """The person whose name alone opens the clause: "Ann Novak, a sister of his and a pilot,"."""
    first = next((at for at in commas if at > floor), None)
    if first is None or len(commas) > _ENCLOSING:
        return None
    named = layout.mention_ending.get(first)
    alone = named is not None and not layout.masked[floor : named.anchor.start].strip()
    if named is None or not alone or named.form is not MentionForm.NAME:
        return None
    return of_mention(named) if named.kind is ActorKind.PERSON else None


def _is_titled(layout: Layout, start: int, end: int) -> bool:
    """Whether a stretch is a person's name behind an office: "former president Ann Novak"."""
    named = layout.mention_ending.get(end)
    if named is None or named.anchor.start < start or named.form is not MentionForm.NAME:
        return False
    lead = layout.masked[start : named.anchor.start]
    titled = bool(named.title) and lead.rstrip().endswith(named.title)
    return titled and named.kind is ActorKind.PERSON and only_premodifiers(lead, named)


def _rank(layout: Layout, speaker: Speaker) -> tuple[int, int]:
    """How well words name a speaker: people first, then other names; the leftmost of equals."""
    for mention in layout.mentions_between(speaker.start, speaker.start + 1):
        if mention.id == speaker.mention_id and mention.kind is ActorKind.PLACE:
            return -1, -speaker.start
        if mention.id == speaker.mention_id and mention.form is MentionForm.NAME:
            return 2 if mention.kind in {ActorKind.PERSON, None} else 1, -speaker.start
    return 0, -speaker.start


def _is_aside(segment: str, *, clause_begins: bool) -> bool:
    """Whether a stretch between commas is no subject: "who …", "of …", "chair of …"."""
    found = next_word(segment, 0, len(segment))
    if found is None or MASK in segment:
        return True
    word = found[0].lower()
    if clause_begins and word in _TURNS:
        return False
    if word == "and":
        following = next_word(segment, found[1], len(segment))
        return following is None or not following[0][0].isupper()
    bare = found[0].islower() and word not in DETERMINERS | PRONOUNS and not clause_begins
    return bare or word in RELATIVES or word in PREPOSITIONS or word in OPENERS
