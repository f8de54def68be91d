"""Tell a participle that only describes from a verb that tells something."""

from dossier.extract.events.clauses import Clauses
from dossier.extract.events.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    is_finite,
)
from dossier.triggers import GAP, TriggerIndex, TriggerMatch

_EARLIER_REACH = 20
_OWN_REACH = 6
_LATER_REACH = 10
_OPENS_OBJECT = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_PERCEIVING = frozenset(
    {"saw", "see", "sees", "watch", "watched", "found", "heard", "want", "wants"}
)
_DESCRIBING = frozenset({"by", "with", "of", "as", "for"})
"""Behind a comma and a participle they describe: "appeared in court, charged with theft"."""


def is_described(clauses: Clauses, match: TriggerMatch, index: TriggerIndex) -> bool:
    """Whether a participle only describes: "the men arrested in May appeared in court"."""
    lower = clauses.lower
    before = lower[match.first - 1] if match.first else ""
    after = lower[match.last + 1] if match.last + 1 < len(lower) else ""
    if after in _OPENS_OBJECT or (after[:1].isdigit() and "," in after):
        return False  # what only describes has no object: "deaths linked to flu passed 9,000"
    if before == "," and _is_inserted(clauses, match, index):
        return True
    start = max(_own_start(clauses, match.first), match.first - _EARLIER_REACH)
    earlier = any(
        is_finite(lower, place, index)
        for place in range(start, match.first)
        if lower[place] not in HAVE and lower[place - 1] != ","  # "Berg, based in Oslo, cut"
    )
    earlier = earlier or _is_made_happen(clauses, start, match)
    whole = match.first < match.last and GAP in match.trigger.term  # "ordered a search by"
    if after == "by" and not whole:
        return True
    if earlier and before != "and" and (before != "," or after in _DESCRIBING):
        return True
    deed = lower[match.last + 2 : match.last + 3] if after == "to" else ()
    if deed and deed[0].isalpha() and deed[0] not in DETERMINERS:
        return False  # "the owners, who had moved there, sued to be heard"
    return after in PREPOSITIONS and _has_later_verb(clauses, match, index)


def _is_made_happen(clauses: Clauses, start: int, match: TriggerMatch) -> bool:
    """Whether somebody has or sees it done to another: "she had Berg arrested"."""
    for place in range(start, match.first - 1):
        behind = clauses.text[place + 1]
        named = behind.lower() in _OPENS_OBJECT or (place > start and behind[:1].isupper())
        if named and clauses.lower[place] in HAVE | _PERCEIVING:
            return True
    return False


def _is_inserted(clauses: Clauses, match: TriggerMatch, index: TriggerIndex) -> bool:
    """Whether a comma closes what a comma opened, and a verb follows: "Berg, held in May, was"."""
    end = min(len(clauses.lower) - 1, match.last + _LATER_REACH)
    closing = (at for at in range(match.last + 1, end) if clauses.lower[at] == ",")
    return any(is_finite(clauses.lower, at + 1, index) for at in [*closing][:1])


def _own_start(clauses: Clauses, first: int) -> int:
    """Where the clause of a verb begins, if behind "and" it has a subject of its own."""
    start = clauses.clause_start(first)
    for place in range(first - 2, max(start, first - _OWN_REACH), -1):
        if clauses.lower[place] in {"and", "but"} and clauses.lower[place + 1] in _OPENS_OBJECT:
            return place + 1
    return start


def shares_passive(clauses: Clauses, match: TriggerMatch, index: TriggerIndex) -> bool:
    """Whether a participle behind "and" goes on with a passive: "was tried and expelled"."""
    lower = clauses.lower
    after = lower[match.last + 1] if match.last + 1 < len(lower) else "."
    if match.first < 1 or lower[match.first - 1] not in {"and", "or"}:
        return False
    whole = match.first < match.last and GAP in match.trigger.term  # "won a claim"
    if whole or (after[:1].isalnum() and after not in PREPOSITIONS):
        return False  # it has an object of its own
    start = max(0, match.first - _EARLIER_REACH)
    for place in range(match.first - 2, start - 1, -1):
        if lower[place] in AUXILIARIES:
            return lower[place] in BE
        if lower[place] in index.pasts or lower[place].endswith("ed"):
            before = lower[place - 1] if place else ""
            if before == ",":
                continue  # "was held, sacked by the club and charged"
            return before in BE or before.endswith("ly")
    return False


def _has_later_verb(clauses: Clauses, match: TriggerMatch, index: TriggerIndex) -> bool:
    end = min(clauses.clause_end(match.first), match.last + _LATER_REACH)
    for place in range(match.last + 1, end):
        if clauses.lower[place] in {",", "and"}:
            return False
        if is_finite(clauses.lower, place, index):
            return True
    return False
