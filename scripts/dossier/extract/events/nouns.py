"""Read a noun that names an event: said to have happened, spoken about, or touched on."""

from dossier.extract.events.clauses import Clauses
from dossier.extract.events.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    is_finite,
)
from dossier.extract.events.readings import Reading, Standing, standing_of_clause
from dossier.triggers import TriggerIndex, TriggerMatch

_AFTER_NOUN = frozenset(
    {"that", "which", "who", "where", "when", "and", "or", "but", "to", "early", "late", "here",
     "there", "also", "not", "so", "then", "again", "overnight", "it", "he", "she", "they",
     "yesterday", "today", "tomorrow", "earlier", "later", "last", "this", "just", "because", "if"}
)  # fmt: skip
_NOT_MODIFIED = PREPOSITIONS | AUXILIARIES | _AFTER_NOUN
_NOUNS_IN_ING = frozenset({"warning", "building", "hearing", "meeting", "training", "funding"})
"""They are described by the noun before them: "a storm warning"."""
_OPENS_PHRASE = frozenset({"a", "an", "the", "another", "this", "that", "these", "those"})
_PHRASE_REACH = 6
"""Words looked through for the preposition or the verb that governs an event noun."""
_TOLD_REACH = 16
"""Words looked through for the verb that says an event noun happened."""


def read_noun(clauses: Clauses, match: TriggerMatch, index: TriggerIndex) -> Reading | None:
    """Say how an event noun stands in its sentence.

    Args:
        clauses: The sentence.
        match: The noun.
        index: Event words.

    Returns:
        None if the noun only describes another one: "fire service".
    """
    if _is_modifier(clauses, match, index):
        return None
    governed, verb = _governed_by(clauses, match.first, index)
    touched = standing_of_clause(clauses, match.first, noun=True) is Standing.EMBEDDED
    if touched or governed:
        return Reading(match, Standing.EMBEDDED)
    if verb is not None:
        helped = clauses.lower[verb] in index.before or _is_there(clauses, verb)
        return Reading(match, Standing.ASSERTED if helped else Standing.TOPIC, done_by=verb)
    told_by = _told_by(clauses, match, index)
    if told_by is None:
        asserted = _is_dated_opening(clauses, match)
        return Reading(match, Standing.ASSERTED if asserted else Standing.TOPIC)
    perfect = "had" in clauses.lower[match.last : told_by]
    return Reading(match, Standing.ASSERTED, perfect=perfect, told_by=told_by)


def _is_dated_opening(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether a day owns the noun that opens the sentence: "Monday's vote"."""
    return match.first in {1, 2} and clauses.lower[match.first - 1] in {"’s", "'s"}


def _is_there(clauses: Clauses, verb: int) -> bool:
    """Whether a form of "be" says that there was something."""
    return clauses.lower[verb] in BE and "there" in clauses.lower[max(0, verb - 1) : verb]


def _is_modifier(clauses: Clauses, match: TriggerMatch, index: TriggerIndex) -> bool:
    place = match.last + 1
    after = clauses.lower[place] if place < len(clauses.lower) else "."
    if not after.isalpha() or after in _NOT_MODIFIED:
        return False
    name = clauses.text[place][:1].isupper() and not clauses.text[match.last][:1].isupper()
    verb = after in index.behind or after in index.saying or is_finite(clauses.lower, place, index)
    going_on = after.endswith(("ly", "ing")) and after not in _NOUNS_IN_ING
    return not (name or verb or going_on)


def _governed_by(clauses: Clauses, first: int, index: TriggerIndex) -> tuple[bool, int | None]:
    """Whether a preposition governs a noun, or else the verb whose object it is."""
    start = max(clauses.clause_start(first), first - _PHRASE_REACH)
    for place in range(first - 1, start - 1, -1):
        word = clauses.lower[place]
        if word in PREPOSITIONS:
            return True, None
        if is_finite(clauses.lower, place, index) or word in index.before:
            return False, place
        if word in {",", ".", "and", "that"} and place < first - 1:
            break
        if word in _OPENS_PHRASE and not _goes_before(clauses, place - 1, start, index):
            break  # "On the night of Monday another blast hit": the phrase begins here
    return False, None


def _goes_before(clauses: Clauses, place: int, start: int, index: TriggerIndex) -> bool:
    """Whether a word before an article may still govern what the article opens."""
    if place < start:
        return False
    word = clauses.lower[place]
    governs = word in PREPOSITIONS or word in DETERMINERS or word in index.before
    return governs or word.endswith("ly") or is_finite(clauses.lower, place, index)


def _told_by(clauses: Clauses, match: TriggerMatch, index: TriggerIndex) -> int | None:
    """The verb that says an event noun happened: "a fire killed six", "a vigil was held"."""
    end = min(clauses.clause_end(match.first), match.last + _TOLD_REACH)
    for place in range(match.last + 1, end):
        word = clauses.lower[place]
        if word in index.behind and clauses.lower[place - 1] not in DETERMINERS:
            return place
        if word in index.before and clauses.lower[place - 1] in BE:
            return place  # "a vigil will be held"
        if word in AUXILIARIES or not is_finite(clauses.lower, place, index):
            continue
        if clauses.lower[place + 1 : place + 2] != ("by",):  # "a crash followed by a fire killed"
            return None
    return None
