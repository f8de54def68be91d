"""Which date expression of a sentence dates an event word.

The clause's own comes first. A sentence may also open with the day ("On Friday, …"), or give it in
the clause that "when" hangs on. A date that belongs to something else is never borrowed.
"""

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum

from dossier.extract.events.clauses import ClauseKind, Clauses
from dossier.extract.events.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_finite
from dossier.extract.events.readings import Reading, Standing
from dossier.extract.events.scene import Scene
from dossier.inflection import Form
from dossier.model import Timex
from dossier.triggers import TriggerIndex, TriggerMatch
from dossier.vocabulary import EventType, PassageKind, QuoteKind, TimexForm

_DATING_FORMS = frozenset(
    {TimexForm.ABSOLUTE, TimexForm.PARTIAL, TimexForm.WEEKDAY, TimexForm.RELATIVE}
)
_BY_WORD = frozenset({EventType.STATEMENT, EventType.REMOVAL, EventType.APPOINTMENT})
"""What is done by announcing it, so that the day of the announcement is its day."""
_BY_ITS_OWN_WORD = frozenset({EventType.AGREEMENT, EventType.CONTRACT})
"""The same, where whoever is bound by it says so: "said on Tuesday it had agreed to buy"."""
_OWN_SUBJECTS = frozenset({"he", "she", "it", "they"})
_ITSELF = frozenset({"it", "they"})
_PLANNED = frozenset({"scheduled", "slated", "planned", "set", "due"})
_PLANNED_REACH = 7
_BEFORE_YEAR = frozenset(
    {"in", "since", "during", "until", "by", "from", "of", "before", "after", "late", "early"}
)
_YEAR_REACH = 4
"""Words from a year to the noun it belongs to: "the 2020 presidential election"."""
_JOINED_REACH = 2
"""Words from "and" to a verb that shares its subject and its date: "and then closed"."""
_OPENING = 2
"""Index of the last word at which "On Friday" still opens a sentence."""
_YEAR_LENGTH = 4
_MADE = frozenset(
    {
        "born",
        "chosen",
        "drawn",
        "given",
        "held",
        "hidden",
        "made",
        "stolen",
        "sunk",
        "taken",
        "written",
    }
)
_INSERTED_REACH = 9
_BEFORE_DATES = frozenset({"on", "in", "the", "late", "early", "last", "earlier", "this"})
_NO_NOUN = (
    AUXILIARIES | DETERMINERS | PREPOSITIONS | {"and", "but", "or", "also", "then", "he", "she"}
)
"""Words before a participle that make it a verb of its own."""
_RELATIVE_REACH = 8
"""Words from a noun to the clause that says it happened."""
_RANK_REACH = 9
_RANKS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "worst", "most", "least", "best"}
)
_NO_RANKS = frozenset(
    {"arrest", "contest", "forest", "guest", "interest", "invest", "protest", "request", "rest",
     "test", "west", "conquest", "quest", "suggest", "unrest", "priest", "harvest", "midwest"}
)  # fmt: skip
_RIGHT_BEHIND = 2
"""Words from a verb to its own date: "ruled on 3 May the fee was void"."""


class Nearness(StrEnum):
    """How sure it is that a date belongs to an event word."""

    OWN = "own"
    BORROWED = "borrowed"
    """Another clause of the sentence gives it."""
    NONE = "none"


def find_date(scene: Scene, reading: Reading, index: TriggerIndex) -> tuple[Timex | None, Nearness]:
    """Find the date expression that dates an event word.

    Args:
        scene: The sentence.
        reading: The event word.
        index: Event words, among which are the verbs that say of a noun that it happened.
    """
    match, clauses = reading.match, scene.clauses
    usable = [
        (place, timex)
        for place, timex in scene.dates
        if timex.expression.form in _DATING_FORMS
        and not _is_quoted_apart(scene, timex, match)
        and _may_date(clauses, place, timex, match)
        and not _dates_participle(clauses, timex, match, index)
        and not _dates_insertion(clauses, timex, match, index)
    ]
    struck = _struck_on(clauses, usable, match, index)
    if struck is not None:
        return struck, Nearness.OWN
    own = clauses.with_resumed(match.first)
    if match.last > match.first:
        own |= clauses.with_resumed(match.last)
    near = [
        one
        for one in usable
        if clauses.clause[one[0]] in own or 0 < one[0] - match.last <= _RIGHT_BEHIND
    ]
    if len(near) > 1:  # "told the court on Monday he sold it in 2016"
        near = [one for one in near if not _is_of_saying(clauses, one[1], match)] or near
    if near:
        return min(near, key=lambda one: abs(one[0] - match.first))[1], Nearness.OWN
    if scene.passage.kind is PassageKind.CAPTION and usable:
        return usable[-1][1], Nearness.OWN
    return _borrow(scene, reading, usable, index)


def _is_of_saying(clauses: Clauses, timex: Timex, match: TriggerMatch) -> bool:
    """Whether the subject of an event word stands behind a date, which then is of the saying."""
    behind = bisect_left(clauses.starts, timex.anchor.end)
    return behind < match.first and clauses.lower[behind] in _OWN_SUBJECTS


def _struck_on(
    clauses: Clauses, usable: Sequence[tuple[int, Timex]], match: TriggerMatch, index: TriggerIndex
) -> Timex | None:
    """The day in a clause that says a noun happened: "a flood that hit the town on Friday"."""
    if not is_struck(clauses, match, index):
        return None
    clause = clauses.clause[match.first] + 1
    return next((timex for place, timex in usable if clauses.clause[place] == clause), None)


def is_struck(clauses: Clauses, match: TriggerMatch, index: TriggerIndex) -> bool:
    """Whether the clause behind an event noun says that it happened: "a flood that hit"."""
    clause = clauses.clause[match.first] + 1
    if match.form not in {Form.NOUN, Form.PLURAL} or clause >= len(clauses.kinds):
        return False
    first = clauses.firsts[clause]
    near = first - match.last <= _RELATIVE_REACH and "," not in clauses.lower[match.last : first]
    if not near or clauses.openers[clause] not in {"that", "which"}:
        return False
    return bool(index.behind & set(clauses.lower[first + 1 : first + 3]))


def _borrow(
    scene: Scene, reading: Reading, usable: Sequence[tuple[int, Timex]], index: TriggerIndex
) -> tuple[Timex | None, Nearness]:
    """The date of another clause, where that clause hangs together with the event word's."""
    match, clauses = reading.match, scene.clauses
    clause = clauses.clause[match.first]
    before = [timex for place, timex in usable if clauses.clause[place] == clause - 1]
    opener, kind = clauses.openers[clause], clauses.kinds[clause]
    result = kind is ClauseKind.GERUND and reading.standing is Standing.ASSERTED
    earlier = [timex for place, timex in usable if clauses.clause[place] < clause]
    joined = kind is ClauseKind.COORDINATED
    shared = _shared_by_verbs(clauses, match, usable, index) if joined else []
    hung_on = before if opener == "when" else earlier if result else shared
    if hung_on:  # "since Friday, when the bridge fell"; "overturned on Friday, killing six"
        return hung_on[-1], Nearness.OWN
    if opener in {"as", "while"} and before:  # "opened on Friday as the bridge fell"
        return before[-1], Nearness.BORROWED
    if reading.standing is Standing.EMBEDDED:
        return None, Nearness.NONE
    if kind is ClauseKind.CONTENT and before and _is_done_by_saying(clauses, match):
        return before[-1], Nearness.BORROWED
    opening = [one for one in usable if clauses.clause[one[0]] == 0]
    if opening and (opening[0][0] <= _OPENING or kind is ClauseKind.MAIN):
        return opening[0][1], Nearness.BORROWED
    return None, Nearness.NONE


def _is_done_by_saying(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether the day on which somebody says it is the day of what they say."""
    kind = match.trigger.event_type
    start = clauses.clause_start(match.first)
    own = clauses.lower[start + (clauses.lower[start] == "that")]
    return kind in _BY_WORD or (kind in _BY_ITS_OWN_WORD and own in _ITSELF)


def _shared_by_verbs(
    clauses: Clauses, match: TriggerMatch, usable: Sequence[tuple[int, Timex]], index: TriggerIndex
) -> list[Timex]:
    """Dates before the first of joined verbs: "last month cut its fleet and shut a depot"."""
    if match.first - clauses.clause_start(match.first) > _JOINED_REACH:
        return []
    clause = clauses.clause[match.first] - 1
    before = (timex for place, timex in usable if clauses.clause[place] == clause)
    return [timex for timex in before if _leads_verb(clauses, timex, index)]


def _leads_verb(clauses: Clauses, timex: Timex, index: TriggerIndex) -> bool:
    """Whether a verb follows a date at once: "Berg last month cut its fleet"."""
    verb = bisect_left(clauses.starts, timex.anchor.end)
    if verb >= len(clauses.lower):
        return False
    named = index.match_at(clauses.lower, verb)
    verbs = (one for one in named if one.trigger.part == "verb" and one.form is not Form.GERUND)
    return is_finite(clauses.lower, verb, index) or any(verbs)


def _is_quoted_apart(scene: Scene, timex: Timex, match: TriggerMatch) -> bool:
    """Whether only one of date and event word stands in whole sentences of somebody's."""
    dated, told = (
        scene.quote_at(start) for start in (timex.anchor.start, scene.clauses.starts[match.first])
    )
    whole = any(one is not None and one.kind is QuoteKind.DIRECT for one in (dated, told))
    of_the_speaker = whole and timex.anchor.exact.lower() in {"today", "tonight", "tomorrow"}
    return of_the_speaker or (whole and dated is not told)


def _may_date(clauses: Clauses, place: int, timex: Timex, match: TriggerMatch) -> bool:
    """Whether a date may be this event's: not "the 2020 election", "a debate set for May"."""
    if _PLANNED & set(clauses.lower[max(0, place - 3) : place]):
        return 0 < place - match.first <= _PLANNED_REACH
    right_before = clauses.lower[max(0, place - 2) : place]
    ranked = right_before[-1:] == ("since",) and _is_ranked(clauses, place)
    until = right_before[-1:] in {("to",), ("till",)}
    if ranked or until or {"beginning", "starting"} & set(right_before):
        return False  # "the worst since May 2018", "extended it to 1 May", "beginning in 2010"
    text = timex.anchor.exact
    if not (text.isdigit() and len(text) == _YEAR_LENGTH):
        return True
    before = clauses.lower[max(0, place - 2) : place]
    if before[-1:] and before[-1] in _BEFORE_YEAR:
        return True
    opens = place <= _OPENING and before[:1] == ("in",)
    if opens and before[-1] in DETERMINERS:
        return True  # "In the 2016 vote she lost"
    noun = match.form in {Form.NOUN, Form.PLURAL}
    return noun and 0 < match.first - place <= _YEAR_REACH


def _is_ranked(clauses: Clauses, place: int) -> bool:
    """Whether a superlative or an ordinal stands before a date: what it was the worst since."""
    before = clauses.lower[max(0, place - _RANK_REACH) : place]
    return any(
        word in _RANKS or (word.endswith("est") and word not in _NO_RANKS) for word in before
    )


def _dates_participle(
    clauses: Clauses, timex: Timex, match: TriggerMatch, index: TriggerIndex
) -> bool:
    """Whether a date says when a noun was made what it is: "upheld a fine set on Friday"."""
    if match.trigger.part != "verb":
        return False  # "the visit ended on Friday"
    at = bisect_left(clauses.starts, timex.anchor.start) - 1
    far = _is_years_off(timex)  # "found the boats stolen from a quay in Oslo four years ago"
    while at > match.last and clauses.lower[at] in _BEFORE_DATES:
        at -= 1
    while far and at > match.last + 1 and not _is_made(clauses, at, index):
        if not clauses.lower[at].isalpha() or clauses.lower[at] in {"and", "or", "but"}:
            return False
        at -= 1
    alone = match.first == match.last  # "kept closed on Friday"
    if at <= match.last + alone or clauses.clause[at] != clauses.clause[match.last]:
        return False
    return _is_made(clauses, at, index)


def _dates_insertion(
    clauses: Clauses, timex: Timex, match: TriggerMatch, index: TriggerIndex
) -> bool:
    """Whether a date says when somebody became what a comma sets off: "Berg, born in 1950"."""
    if match.trigger.part != "verb":
        return False
    between = clauses.lower[match.last + 1 : bisect_left(clauses.starts, timex.anchor.start)]
    if between[:1] == ("for",) and between[1:2] == ("the",) and "of" in between:
        return timex.expression.form is TimexForm.ABSOLUTE  # "jailed for the murder of Berg on"
    lower, at = clauses.lower, bisect_left(clauses.starts, timex.anchor.start)
    reach = range(at - 1, max(0, at - _INSERTED_REACH), -1)
    comma = next((place for place in reach if lower[place] == ","), None)
    if comma is None or match.first in range(comma, at):
        return False
    word = lower[comma + 1]
    made = word.endswith("ed") or word in index.irregular or word in _MADE
    return made and lower[comma + 2] in PREPOSITIONS and word not in AUXILIARIES


def _is_made(clauses: Clauses, at: int, index: TriggerIndex) -> bool:
    """Whether a participle stands right behind a noun: "a fine set"."""
    word, before = clauses.lower[at], clauses.lower[at - 1]
    made = word.endswith("ed") or word in index.pasts or word in index.irregular or word in _MADE
    named = clauses.text[at].istitle()  # "killed Tom Reed in 2016"
    return made and not named and before.isalpha() and before not in _NO_NOUN


def _is_years_off(timex: Timex) -> bool:
    """Whether a date only names a year, or counts years: news is seldom dated so."""
    expression = timex.expression
    year = expression.form is TimexForm.ABSOLUTE and len(expression.edtf) == _YEAR_LENGTH
    return year or (expression.unit in {"year", "decade"} and (expression.amount or 0) < 0)
