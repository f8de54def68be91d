"""Read a verb that names an event: active or passive, told or only touched on."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from dossier.daywords import LENGTHS
from dossier.extract.events.clauses import ClauseKind, Clauses
from dossier.extract.events.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    NEGATIONS,
    PREPOSITIONS,
)
from dossier.extract.events.participles import is_described, shares_passive
from dossier.extract.events.readings import Reading, Standing, standing_of_clause
from dossier.inflection import Form
from dossier.triggers import TriggerIndex, TriggerMatch
from dossier.vocabulary import EventType

_AUXILIARY_REACH = 3
_RESULTS = frozenset({EventType.DEATH, EventType.HEALTH})
_BEING_REACH = 6
_STATE_REACH = 4
_TERMS_REACH = 12
"""Words in which an agreement says what it is on."""
_BETWEEN = NEGATIONS | {"also", "since"}
"""Words besides adverbs in -ly that may stand between an auxiliary and its verb."""
_LATELY = frozenset({"newly", "recently", "freshly", "previously"})
_BEFORE_CLAUSE = frozenset({"after", "before", "since", "until", "as", "than"})
"""Prepositions behind which a clause may stand as well."""
_NOT_DESCRIBED = PREPOSITIONS | AUXILIARIES | DETERMINERS | NEGATIONS | {"and", "or", "that"}
"""A participle before one of these belongs to no noun behind it."""
_OPENS_NOUN = frozenset({"the", "a", "an", "this", "that"})
_ESCAPING = frozenset({"avoids", "denied", "dodges", "escapes", "faces", "fears", "spared"})
"""Behind these a noun follows: "escapes jail"."""
_PERIODS = frozenset({"week", "month", "year", "night", "weekend", "summer", "winter", "time"})
_RECORDS = frozenset({"first", "only", "last", "latest", "youngest", "oldest"})
_SEVERAL = frozenset({"first", "second", "third", "fourth", "former", "latter"})
_RECORD_REACH = 9
"""Words in which "the first … to" says that it happened: "the only state to welcome"."""


def read_verb(
    clauses: Clauses, match: TriggerMatch, index: TriggerIndex, *, headline: bool
) -> Reading | None:
    """Say how a verb stands in its sentence.

    Args:
        clauses: The sentence.
        match: The verb.
        index: Event words.
        headline: Whether it is a headline, which tells the past in the present tense.

    Returns:
        None if the word is no verb here, or tells no happening.
    """
    if match.trigger.term == "agree" and _is_opinion(clauses, match):
        return None
    return _READERS[match.form](clauses, match, index, headline=headline)


def _is_opinion(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether "agreed" tells what somebody thinks: "agreed with her", "agreed that it was late"."""
    behind = clauses.lower[match.last + 1 : match.last + 1 + _TERMS_REACH]
    if behind[:1] in {(",",), ("that",), (".",)}:
        return True
    return behind[:1] == ("with",) and not {"to", "on"} & set(behind)


def _read_past(
    clauses: Clauses, match: TriggerMatch, index: TriggerIndex, *, headline: bool
) -> Reading | None:
    del index, headline
    if _is_one_of_several(clauses, match.first):
        return None
    return Reading(match, standing_of_clause(clauses, match.first))


def _is_one_of_several(clauses: Clauses, first: int) -> bool:
    """Whether the doer is one of some things told before: "the first charged him with theft"."""
    return first > 1 and clauses.lower[first - 2] == "the" and clauses.lower[first - 1] in _SEVERAL


def _read_third(
    clauses: Clauses, match: TriggerMatch, index: TriggerIndex, *, headline: bool
) -> Reading | None:
    del index
    if _is_counted(clauses, match.first):
        return None
    return Reading(match, standing_of_clause(clauses, match.first), habitual=not headline)


def _read_base(
    clauses: Clauses, match: TriggerMatch, index: TriggerIndex, *, headline: bool
) -> Reading | None:
    del index
    if "to" in clauses.lower[max(0, match.first - 2) : match.first]:
        told = _is_record(clauses, match.first) and not _is_said(clauses, match.first)
        return Reading(match, Standing.ASSERTED if told else Standing.EMBEDDED)
    if clauses.lower[max(0, match.first - 1)] in PREPOSITIONS | DETERMINERS | _ESCAPING:
        return None  # a noun: "will be in charge"
    # "leaders meet every year" tells a habit, and most others are nouns after all
    if headline or _auxiliaries(clauses, match.first) - BE - HAVE:
        return Reading(match, standing_of_clause(clauses, match.first))
    return None


def _read_gerund(
    clauses: Clauses, match: TriggerMatch, index: TriggerIndex, *, headline: bool
) -> Reading | None:
    del index, headline
    alone = match.first == match.last
    if alone and match.first and clauses.lower[match.first - 1] in _OPENS_NOUN:
        return None  # "the sinking of the ferry": who speaks of it did not sink
    if _tells_result(clauses, match):
        return Reading(match, Standing.ASSERTED)
    lasting = _auxiliaries(clauses, match.first) & BE
    held = match.trigger.event_type is EventType.RULE  # "was serving as" tells how things are
    told = lasting and not held
    return Reading(match, standing_of_clause(clauses, match.first) if told else Standing.EMBEDDED)


def _tells_result(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether what came of something is told behind a comma: "the bus overturned, killing six"."""
    place = match.first
    effect = match.trigger.event_type in _RESULTS and place > 1 and clauses.lower[place - 1] == ","
    after = clauses.lower[match.last + 1 : match.last + 2]
    return effect and bool(after) and after[0] not in PREPOSITIONS and after[0].isalnum()


def _read_participle(
    clauses: Clauses, match: TriggerMatch, index: TriggerIndex, *, headline: bool
) -> Reading | None:
    before = clauses.lower[match.first - 1] if match.first else ""
    if before in DETERMINERS or before == "-" or _is_adjective(clauses, match):
        return None
    if match.trigger.term == "leave" and before in LENGTHS:
        return None  # "with five minutes left"
    if _is_one_of_several(clauses, match.first):
        return None
    auxiliaries = _auxiliaries(clauses, match.first)
    described = not auxiliaries and (
        match.form is Form.PARTICIPLE or is_described(clauses, match, index)
    )
    passive = bool(auxiliaries & BE) or (described and not headline)
    passive = passive or (not auxiliaries and shares_passive(clauses, match, index))
    kind, term = match.trigger.event_type, match.trigger.term
    if passive and kind is EventType.MEETING and term.startswith("meet"):
        return None  # "was met with applause"
    claimed = clauses.lower[max(0, match.first - 2) : match.first] == ("to", "be") and (
        _is_record(clauses, match.first) and _is_said(clauses, match.first)
    )
    supposed = claimed or {"to", "have"} <= set(
        clauses.lower[max(0, match.first - 3) : match.first]
    )
    standing = standing_of_clause(clauses, match.first)
    if (
        described or supposed or _is_state(clauses, match.first) or _is_being(clauses, match.first)
    ):  # "the sentenced man", "is thought to have met"
        standing = Standing.EMBEDDED
    if headline:  # "Mayor convicted of fraud"
        standing = Standing.ASSERTED
    lasts = bool(auxiliaries & {"is", "are"}) and not (headline or match.trigger.strong)
    return Reading(  # "is shut" tells how things are
        match, standing, passive=passive, perfect="had" in auxiliaries, habitual=lasts
    )


def _is_adjective(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether a participle belongs to the noun behind it: "newly elected mayor Ada Berg"."""
    place = match.first
    before = clauses.lower[place - 1] if place else ""
    after = clauses.lower[match.last + 1] if match.last + 1 < len(clauses.lower) else "."
    if match.first != match.last:  # "the number of confirmed deaths"
        return before in PREPOSITIONS and before not in _BEFORE_CLAUSE
    if not after.isalpha() or after in _NOT_DESCRIBED:
        return False
    earlier = clauses.lower[place - 2] if place > 1 else ""
    if before.rpartition("-")[2] in _LATELY:
        return earlier not in AUXILIARIES
    return before in PREPOSITIONS and before not in _BEFORE_CLAUSE


def _is_record(clauses: Clauses, first: int) -> bool:
    """Whether an infinitive tells who did something first or last: "the first to land"."""
    before = clauses.lower[max(0, first - _RECORD_REACH) : first]
    return any(
        word in _RECORDS and not (word == "last" and after in _PERIODS)  # "last week" is a time
        for word, after in pairwise((*before, ""))
    )


def _is_said(clauses: Clauses, first: int) -> bool:
    return clauses.kind_at(first) is ClauseKind.CONTENT


def _is_counted(clauses: Clauses, place: int) -> bool:
    """Whether a word in -s is what a number counts: "279 electoral votes"."""
    near = clauses.lower[max(0, place - 2) : place]
    return any(word[:1].isdigit() for word in near) and not any(
        clauses.text[spot][:1].isupper() for spot in range(max(0, place - len(near)), place)
    )


def _auxiliaries(clauses: Clauses, first: int) -> set[str]:
    """Auxiliaries before a verb, across adverbs."""
    found: set[str] = set()
    start = max(clauses.clause_start(first), first - _AUXILIARY_REACH)
    for place in range(first - 1, start - 1, -1):
        word = clauses.lower[place]
        if word in AUXILIARIES:
            found.add(word)
        elif word.endswith("ly") or word in _BETWEEN:
            continue
        elif found or word in {",", "and", "to"} or word in DETERMINERS:
            break
    return found


def _is_state(clauses: Clauses, first: int) -> bool:
    """Whether the words say how things are: "is currently closed"."""
    near = clauses.lower[max(0, first - _STATE_REACH) : first]
    return bool({"is", "are"} & set(near)) and bool({"currently", "still", "now"} & set(near))


def _is_being(clauses: Clauses, first: int) -> bool:
    """Whether "being" makes a circumstance of it: "after being charged, and convicted"."""
    start = max(0, first - _BEING_REACH)
    near = clauses.lower[start:first]
    if "being" not in near:
        return False
    before = clauses.lower[max(0, start + near.index("being") - 1)]
    return before not in BE


_READERS: Mapping[Form, Callable[..., Reading | None]] = {
    Form.PAST: _read_past,
    Form.THIRD: _read_third,
    Form.BASE: _read_base,
    Form.GERUND: _read_gerund,
    Form.PARTICIPLE: _read_participle,
    Form.PAST_OR_PARTICIPLE: _read_participle,
}
