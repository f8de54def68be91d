"""How an event word stands in its sentence: asserted, or only touched on.

"The court sentenced him" tells that something happened; "the sentenced man", "a sentencing
hearing" and "since the sentencing" presuppose it. Which of them a word is decides more than
anything else whether a reader wants a page for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from dossier.extract.events_clauses import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    ClauseKind,
    Clauses,
    is_finite,
)
from dossier.inflection import Form
from dossier.triggers import TriggerIndex, TriggerMatch
from dossier.vocabulary import EventType, PassageKind

_NOUNS = frozenset({Form.NOUN, Form.PLURAL})
_PARTICIPLES = frozenset({Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})
_BEFORE_BASE = frozenset(
    {"to", "not", "n’t", "’t", "'t", "they", "we", "you", "i", "who", "which", "’ll", "'ll"}
) | (AUXILIARIES - BE - HAVE)  # fmt: skip
_AFTER_NOUN = frozenset(
    {"that", "which", "who", "where", "when", "and", "or", "but", "to", "early", "late", "here",
     "there", "also", "not", "so", "then", "again", "overnight", "it", "he", "she", "they",
     "yesterday", "today", "tomorrow", "earlier", "later", "last", "this", "just", "because", "if"}
)  # fmt: skip
_DESCRIBING = frozenset({"by", "with", "of", "as", "for"})
"""Behind a comma and a participle they describe: "appeared in court, charged with theft"."""
_TELLING_OPENERS = frozenset({"as", "while", "when", "after", "because", "although", "though"})
"""They open clauses with a verb of their own, which tell something, if on the way."""
_PHRASE_REACH = 6
"""Words looked through for the preposition or the verb that governs an event noun."""
_AUXILIARY_REACH = 3


class Standing(StrEnum):
    """How much a sentence asserts of an event word, most first."""

    ASSERTED = "asserted"
    """A finite verb, or a noun that a verb says took place."""
    TOPIC = "topic"
    """A noun that the sentence speaks about."""
    EMBEDDED = "embedded"
    """A circumstance, a purpose, an attribute: presupposed, not told."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An event word in its sentence.

    Attributes:
        match: Where and what it is.
        standing: How much is asserted of it.
        passive: Whether its subject is who it is done to.
        perfect: Whether it lies before the sentence's own past ("had met").
        habitual: Whether it is told as what happens in general.
        governor: The preposition before an event noun; or empty.
    """

    match: TriggerMatch
    standing: Standing
    passive: bool = False
    perfect: bool = False
    habitual: bool = False
    governor: str = ""


def find_readings(
    clauses: Clauses, index: TriggerIndex, names: frozenset[int], kind: PassageKind
) -> tuple[Reading, ...]:
    """Find the event words of a sentence and how they stand.

    Args:
        clauses: The sentence.
        index: Event words.
        names: Indices of words that belong to names, or to dates: no event words there.
        kind: Its paragraph's: a headline tells the past in the present tense, and a caption's
            news is the occasion behind "during".

    Returns:
        Readings in text order; no two share their last word.
    """
    found: list[Reading] = []
    told: set[int] = set()
    headline, caption = kind is PassageKind.TITLE, kind is PassageKind.CAPTION
    for match in _find_matches(clauses, index, names, headline=headline):
        if match.last in told:
            continue
        if match.form in _NOUNS:
            reading = _read_noun(clauses, match, index, told)
        elif match.form is Form.PHRASE:
            reading = Reading(match, _standing_of_clause(clauses, match.first))
        else:
            reading = _read_verb(clauses, match, index, headline=headline)
        if reading is not None:
            if caption and reading.standing is Standing.EMBEDDED and match.form in _NOUNS:
                reading = replace(reading, standing=Standing.ASSERTED)
            found.append(reading)
            told.update(range(match.first, match.last + 1))
    return tuple(found)


def _find_matches(
    clauses: Clauses, index: TriggerIndex, names: frozenset[int], *, headline: bool
) -> Iterator[TriggerMatch]:
    for place in range(len(clauses.lower)):
        if place in names or (not headline and place and _is_name_part(clauses, place, index)):
            continue
        matches = index.match_at(clauses.lower, place, clauses.clause_end(place))
        if matches:
            yield _choose(clauses, matches, index, headline=headline)


def _is_name_part(clauses: Clauses, place: int, index: TriggerIndex) -> bool:
    """Whether a capital inside the sentence makes the word a name: "Secretary of State"."""
    if not clauses.text[place][:1].isupper() or not clauses.text[place - 1][:1].isalnum():
        return False
    named = index.match_at(clauses.lower, place)
    return not any(match.trigger.event_type is EventType.DISASTER for match in named)


def _choose(
    clauses: Clauses, matches: tuple[TriggerMatch, ...], index: TriggerIndex, *, headline: bool
) -> TriggerMatch:
    """Tell the verb "attacks" from the noun by its neighbours."""
    verbs = [match for match in matches if match.trigger.part == "verb"]
    nouns = [match for match in matches if match.trigger.part != "verb"]
    if not verbs or not nouns:
        return matches[0]
    first, last = matches[0].first, matches[0].last
    before = clauses.lower[first - 1] if first else ""
    after = clauses.lower[last + 1] if last + 1 < len(clauses.lower) else ""
    if before in DETERMINERS or (before in PREPOSITIONS and before != "to"):
        return nouns[0]
    form = verbs[0].form
    if form is Form.BASE:
        return verbs[0] if before in _BEFORE_BASE else nouns[0]
    if form is Form.THIRD:
        plural = after in PREPOSITIONS or after in AUXILIARIES or not headline
        return nouns[0] if plural or is_finite(clauses.lower, last, index) else verbs[0]
    return verbs[0]


def _read_verb(
    clauses: Clauses, match: TriggerMatch, index: TriggerIndex, *, headline: bool
) -> Reading | None:
    first = match.first
    before = clauses.lower[first - 1] if first else ""
    auxiliaries = _auxiliaries(clauses, first)
    standing = _standing_of_clause(clauses, first)
    if match.form in _PARTICIPLES:
        if before in DETERMINERS or before == "-":
            return None
        passive = bool(auxiliaries & BE)
        if not auxiliaries and match.form is Form.PARTICIPLE:
            passive, standing = True, Standing.EMBEDDED
        elif not auxiliaries and _is_reduced(clauses, match, index):
            passive, standing = not headline or passive, Standing.EMBEDDED
        if (
            passive
            and match.trigger.event_type is EventType.MEETING
            and match.trigger.term[:4] == "meet"
        ):
            return None  # "was met with applause"
        if {"to", "have"} <= set(clauses.lower[max(0, first - 3) : first]):
            standing = Standing.EMBEDDED  # "is thought to have met"
        if headline and standing is Standing.EMBEDDED:
            standing = Standing.ASSERTED  # "Mayor convicted of fraud"
        return Reading(match, standing, passive=passive, perfect="had" in auxiliaries)
    if match.form is Form.GERUND:
        if auxiliaries & BE:
            return Reading(match, standing)
        return Reading(match, Standing.EMBEDDED)
    if match.form is Form.BASE:
        if before == "to" or clauses.lower[max(0, first - 2) : first].count("to"):
            return Reading(match, Standing.EMBEDDED)
        if auxiliaries - BE - HAVE:
            return Reading(match, standing)
        # "leaders meet every year" tells a habit, and most others are nouns after all
        return Reading(match, standing) if headline else None
    if match.form is Form.THIRD:
        return Reading(match, standing, habitual=not headline)
    return Reading(match, standing)


def _auxiliaries(clauses: Clauses, first: int) -> set[str]:
    found: set[str] = set()
    start = clauses.clause_start(first)
    for place in range(first - 1, max(start, first - _AUXILIARY_REACH) - 1, -1):
        word = clauses.lower[place]
        if word in AUXILIARIES:
            found.add(word)
        elif not (
            word.endswith("ly") or word in {"not", "’t", "'t", "also", "never", "since"}
        ) and (found or word in {",", "and", "to"} or word in DETERMINERS):
            break
    return found


def _is_reduced(clauses: Clauses, match: TriggerMatch, index: TriggerIndex) -> bool:
    """Whether a participle only describes: "the men arrested in May appeared in court"."""
    lower = clauses.lower
    start = clauses.clause_start(match.first)
    earlier = any(
        is_finite(lower, place, index)
        for place in range(max(start, match.first - 12), match.first)
        if lower[place] not in HAVE
    )
    after = lower[match.last + 1] if match.last + 1 < len(lower) else ""
    if after == "by":
        return True
    before = lower[match.first - 1] if match.first else ""
    if earlier and before != "and" and (before != "," or after in _DESCRIBING):
        return True
    if after not in PREPOSITIONS:
        return False
    for place in range(match.last + 1, min(clauses.clause_end(match.first), match.last + 10)):
        if lower[place] in {",", "and"}:
            return False
        if is_finite(lower, place, index):
            return True
    return False


def _standing_of_clause(clauses: Clauses, place: int, *, noun: bool = False) -> Standing:
    clause = clauses.clause[place]
    kind = clauses.kinds[clause]
    if clauses.openers[clause] in _TELLING_OPENERS and not noun:
        return Standing.ASSERTED
    if kind in {ClauseKind.CIRCUMSTANCE, ClauseKind.GERUND, ClauseKind.CONDITION}:
        return Standing.EMBEDDED
    return Standing.ASSERTED


def _read_noun(
    clauses: Clauses, match: TriggerMatch, index: TriggerIndex, told: set[int]
) -> Reading | None:
    lower = clauses.lower
    after = lower[match.last + 1] if match.last + 1 < len(lower) else "."
    if _is_modifier(clauses, match, index, after):
        return None
    governor, verb = _noun_context(clauses, match.first, index)
    support = _support_behind(clauses, match, index)
    standing = _standing_of_clause(clauses, match.first, noun=True)
    if standing is Standing.EMBEDDED or governor:
        # "at least nine died in a fire": the fire is what happened all the same
        return Reading(match, Standing.EMBEDDED, governor=governor)
    if verb >= 0:
        helped = (
            lower[verb] in index.before or lower[verb] in BE and "there" in lower[verb - 1 : verb]
        )
        return Reading(match, Standing.ASSERTED if helped else Standing.TOPIC)
    if support is None:
        dated = lower[match.first - 1 : match.first] in {("’s",), ("'s",)} and match.first <= 2  # noqa: PLR2004 ("Monday’s vote")
        return Reading(match, Standing.ASSERTED if dated else Standing.TOPIC)
    told.add(support)
    perfect = "had" in lower[match.last : support]
    return Reading(match, Standing.ASSERTED, perfect=perfect)


def _is_modifier(clauses: Clauses, match: TriggerMatch, index: TriggerIndex, after: str) -> bool:
    """Whether a noun follows, so that the event word only describes it: "fire service"."""
    if not after.isalpha() or after in PREPOSITIONS or after in AUXILIARIES or after in _AFTER_NOUN:
        return False
    place = match.last + 1
    if clauses.text[place][:1].isupper() and not clauses.text[match.last][:1].isupper():
        return False
    if after in index.behind or after in index.saying or is_finite(clauses.lower, place, index):
        return False
    return not after.endswith(("ly", "ing"))


def _noun_context(clauses: Clauses, first: int, index: TriggerIndex) -> tuple[str, int]:
    """The preposition that governs a noun, or the verb whose object it is (-1: neither)."""
    start = clauses.clause_start(first)
    for place in range(first - 1, max(start, first - _PHRASE_REACH) - 1, -1):
        word = clauses.lower[place]
        if word in PREPOSITIONS:
            return word, -1
        if is_finite(clauses.lower, place, index) or word in index.before:
            return "", place
        if word in {",", ".", "and", "that"} and place < first - 1:
            break
    return "", -1


def _support_behind(clauses: Clauses, match: TriggerMatch, index: TriggerIndex) -> int | None:
    """The verb that says of an event noun that it happened: "a fire near Oslo killed"."""
    end = min(clauses.clause_end(match.first), match.last + 16)
    for place in range(match.last + 1, end):
        word = clauses.lower[place]
        if word in index.behind and clauses.lower[place - 1] not in DETERMINERS:
            return place
        if is_finite(clauses.lower, place, index) and word not in AUXILIARIES:
            if clauses.lower[place + 1 : place + 2] == ("by",):
                continue  # "a crash followed by a fire killed six"
            return None
    return None


def is_effect(event_type: EventType) -> bool:
    """Whether a type often names what another event did: deaths, injuries, blows."""
    return event_type in {EventType.DEATH, EventType.HEALTH, EventType.ATTACK}
