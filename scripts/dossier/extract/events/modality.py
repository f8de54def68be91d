"""What a sentence does with a happening: assert, announce, forecast, report, deny, suppose.

The words that decide stand before the event word: an auxiliary ("will"), a verb ("calls for"), a
negation. They are word lists (``modality``, ``hedges``), so that a project can add its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dossier.extract.events.clauses import ClauseKind, Clauses
from dossier.extract.events.grammar import AUXILIARIES, DETERMINERS
from dossier.inflection import Form
from dossier.settings import Lexicon
from dossier.triggers import GAP, MAX_GAP, TriggerMatch
from dossier.vocabulary import Modality

_REACH = 4
"""Words that may stand between a cue and the event word: "will later this week meet"."""
_LONGEST_TAIL = 8
"""Words of a cue behind its gap, at most."""
_HEDGE_REACH = 12
_ALLEGED_REACH = 10
ALLEGING = frozenset(
    {"allegation", "allegations", "accusation", "accusations", "claim", "claims", "suspicion",
     "suspicions", "rumour", "rumours", "rumor", "rumors", "speculation", "complaint", "complaints"}
)  # fmt: skip
"""Nouns in front of a clause that nobody vouches for."""
_SUBJECTS = frozenset({"that", "he", "she", "they", "it"})
_AWAITED_REACH = 4
"""Words between a noun and what is said of it: "the verdict in the case is expected"."""
_ARE = frozenset({"is", "are", "’s", "'s"})
_AWAITED = frozenset({"due", "expected", "planned", "scheduled", "set", "slated"})
_DENYING = frozenset({"denied", "denies", "deny", "denying"})
_PAST = frozenset({Form.PAST, Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})
_SINGLE_WORD_ANYWHERE = frozenset({"not", "’t", "'t", "never", "no", "without"})
NO_DENIAL = frozenset({"fewer", "less", "later", "sooner", "doubt", "wonder", "matter", "."})
"""Behind "no" these deny nothing that follows: "no fewer than nine died"."""

_Cue = tuple[tuple[str, ...], tuple[str, ...], Modality]


@dataclass(frozen=True, slots=True)
class Cues:
    """Word lists in the shape that matching needs: last word → cues, longest first.

    Attributes:
        modality: Cues of ``modality.txt`` with what they make of an event, each cut at its gap:
            the words before it, none in a cue without one, and those behind it. By the word
            before the last as well; by "" those that leave it open.
        hedges: Cues of ``hedges.txt``; None where a hedge changes nothing but is kept.
        frames: Cues of ``frames.txt`` in the same shape.
        fiction: Terms of ``fiction_nouns.txt``.
    """

    modality: Mapping[str, Mapping[str, tuple[_Cue, ...]]]
    hedges: "ByLast"
    frames: "ByLast"
    fiction: frozenset[str]


ByLast = Mapping[str, tuple[tuple[tuple[str, ...], Modality | None], ...]]
"""Cues by their last words, longest first."""


@lru_cache(maxsize=4)
def make_cues(lexicon: Lexicon) -> Cues:
    """Read the lists ``modality``, ``hedges``, ``frames`` and ``fiction_nouns``."""
    return _make_cues(
        tuple(lexicon.values("modality").items()),
        tuple(lexicon.values("hedges").items()),
        tuple(lexicon.values("frames").items()),
        frozenset(lexicon.terms("fiction_nouns")),
    )


Lines = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=4)
def _make_cues(modality: Lines, hedges: Lines, frames: Lines, fiction: frozenset[str]) -> Cues:
    cues: dict[str, list[tuple[tuple[str, ...], Modality]]] = {}
    for term, values in modality:
        words = tuple(term.lower().split())
        cues.setdefault(words[-1], []).append((words, Modality(values[0])))
    return Cues(
        {last: _by_word_before(found) for last, found in cues.items()},
        _by_last(hedges),
        _by_last(frames),
        fiction,
    )


def _by_last(lines: Lines) -> ByLast:
    kept: dict[str, list[tuple[tuple[str, ...], Modality | None]]] = {}
    for term, values in lines:
        words = tuple(term.lower().split())
        kept.setdefault(words[-1], []).append((words, Modality(values[0]) if values else None))
    return {
        last: tuple(sorted(found, key=lambda cue: (-len(cue[0]), cue[0])))
        for last, found in kept.items()
    }


def _by_word_before(
    cues: Sequence[tuple[tuple[str, ...], Modality]],
) -> Mapping[str, tuple[_Cue, ...]]:
    longest_first = sorted(cues, key=lambda cue: (-len(cue[0]), cue[0]))
    held = [(*_cut(cue), modality) for cue, modality in longest_first]
    befores = {"", *(tail[-2] for _, tail, _ in held if len(tail) > 1)}
    return {
        before: tuple(cue for cue in held if len(cue[1]) == 1 or cue[1][-2] == before)
        for before in befores
    }


def _cut(cue: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    gap = cue.index(GAP) if GAP in cue else -1
    return cue[: max(gap, 0)], cue[gap + 1 :]


def find_modality(clauses: Clauses, match: TriggerMatch, cues: Cues) -> Modality:
    """Say what the words before a trigger make of it.

    Args:
        clauses: The sentence.
        match: The trigger.
        cues: Word lists.

    Returns:
        HAPPENED if nothing speaks against it.
    """
    clause = clauses.clause[match.first]
    if clauses.kinds[clause] is ClauseKind.CONDITION:
        return Modality.HYPOTHETICAL
    start = clauses.clause_start(match.first)
    if _is_denied_content(clauses, clause, cues):
        return Modality.DENIED
    for place in range(match.first - 1, max(start, match.first - _REACH - 1) - 1, -1):
        found = _cue_ending_at(clauses, place, cues)
        if found is not None and _reaches(clauses, place, match):
            if _is_guess(clauses, place, match):
                return Modality.HAPPENED  # the hedge says how sure
            planned = (
                clauses.kinds[clause] is ClauseKind.CONTENT
                and clauses.lower[place] == "would"
                and "have" not in clauses.lower[place : match.first]
            )
            return Modality.ANNOUNCED if planned else found  # "said they would meet"
        if clauses.lower[place] in {",", ";", "."}:
            break
    return Modality.ANNOUNCED if is_awaited(clauses, match) else Modality.HAPPENED


def find_modality_told(clauses: Clauses, match: TriggerMatch, told_by: int, cues: Cues) -> Modality:
    """Say what the words before the verb of an event noun make of it: "the floods may go on".

    Args:
        clauses: The sentence.
        match: The noun.
        told_by: The verb that says it happened.
        cues: Word lists.

    Returns:
        HAPPENED if nothing speaks against it.
    """
    for place in range(told_by - 1, match.last, -1):
        found = _cue_ending_at(clauses, place, cues)
        if found is not None:
            return found
        if not clauses.lower[place].endswith("ly") and clauses.lower[place] not in {"be", "also"}:
            break
    return Modality.HAPPENED


def is_awaited(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether the words behind a noun say that it is to come: "the verdict is expected on"."""
    if match.form not in {Form.NOUN, Form.PLURAL, Form.PHRASE}:
        return False
    behind = clauses.lower[match.last + 1 : match.last + 2 + _AWAITED_REACH]
    for place, (word, after) in enumerate(pairwise(behind)):
        if word in _ARE and after in _AWAITED:
            named = {",", ";", ".", *AUXILIARIES} & set(behind[:place])
            return not named and behind[place + 2 : place + 3] != ("to",)
    return False


def is_only_awaited(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether "expected" only says when something comes: "the verdict is expected on 3 May"."""
    around = clauses.lower[max(0, match.first - 1) : match.last + 2]
    return (
        clauses.lower[match.first] in _AWAITED
        and around[0] in _ARE
        and around[-1] in {"on", "by", "in", "before", "next", "later", "this"}
    )


def _is_guess(clauses: Clauses, place: int, match: TriggerMatch) -> bool:
    """Whether the words guess at the past rather than look ahead: "may have killed two"."""
    return clauses.lower[place] in {"may", "might", "could"} and (
        "have" in clauses.lower[place + 1 : match.first]
    )


def _is_denied_content(clauses: Clauses, clause: int, cues: Cues) -> bool:
    """Whether a clause is what somebody denied: "denied that she met"."""
    opening = clauses.firsts[clause] - 1
    if clauses.kinds[clause] is not ClauseKind.CONTENT or opening < 1:
        return False
    denied = clauses.lower[opening] in _DENYING
    return denied and _cue_ending_at(clauses, opening, cues) is Modality.DENIED


def _cue_ending_at(clauses: Clauses, place: int, cues: Cues) -> Modality | None:
    by_before = cues.modality.get(clauses.lower[place])
    if by_before is None:
        return None
    before = clauses.lower[place - 1] if place else ""
    near = clauses.lower[max(0, place - MAX_GAP - _LONGEST_TAIL) : place]
    for head, tail, modality in by_before.get(before, by_before[""]):
        if (not head or head[-1] in near) and _ends_at(clauses.lower, place, head, tail):
            return modality
    return None


def _ends_at(
    lower: tuple[str, ...], place: int, head: tuple[str, ...], tail: tuple[str, ...]
) -> bool:
    """Whether a cue ends at a word; its parts may lie ``MAX_GAP`` words apart."""
    last = place - len(tail)
    if len(tail) > 1 and lower[max(0, last + 1) : place + 1] != tail:
        return False
    if not head:
        return True
    if head[-1] not in lower[max(0, last - MAX_GAP) : max(0, last)]:
        return False
    ends = range(last - 1, max(len(head) - 2, last - MAX_GAP - 1), -1)
    return any(lower[end - len(head) + 1 : end + 1] == head for end in ends)


def _reaches(clauses: Clauses, place: int, match: TriggerMatch) -> bool:
    """Whether a cue governs the trigger rather than something between them."""
    between = clauses.lower[place + 1 : match.first]
    cue = clauses.lower[place]
    if match.form in {Form.NOUN, Form.PLURAL, Form.PHRASE}:
        return cue not in AUXILIARIES or not between or between[-1] not in DETERMINERS
    if cue in {"to", "will", "shall", "would", "could", "may", "might", "should", "must", "can"}:
        passive = match.form in _PAST and bool({"be", "have"} & set(between))
        lasting = match.form is Form.GERUND and "be" in between
        return match.form is Form.BASE or passive or lasting
    if cue in _SINGLE_WORD_ANYWHERE:
        if cue == "no" and between and between[0] in NO_DENIAL:
            return False
        return not any(word in DETERMINERS for word in between)
    return len(between) <= 1


def find_alleged(clauses: Clauses, match: TriggerMatch) -> str:
    """The noun by which what follows is only alleged: "an allegation that he struck Berg".

    Returns:
        The noun as printed; empty if there is none.
    """
    for place in range(match.first - 2, max(-1, match.first - _ALLEGED_REACH), -1):
        word = clauses.lower[place]
        if word in {",", ";", ".", ":"}:
            return ""
        if word in ALLEGING:
            after = clauses.text[place + 1]
            tells = after.lower() in DETERMINERS | _SUBJECTS or after[:1].isupper()
            return clauses.text[place] if tells else ""
    return ""


def find_hedge(clauses: Clauses, match: TriggerMatch, cues: Cues) -> tuple[str, Modality | None]:
    """Find the hedging words of a trigger's clause.

    Returns:
        The words as printed and what they make of the event; ``("", None)`` without a hedge.
    """
    start = max(clauses.clause_start(match.first), match.first - _HEDGE_REACH)
    end = min(clauses.clause_end(match.first), match.last + _REACH)
    if cues.hedges.keys().isdisjoint(clauses.lower[start:end]):
        return "", None
    found: tuple[str, Modality | None] = ("", None)
    for place in range(start, end):
        for cue, modality in cues.hedges.get(clauses.lower[place], ()):
            first = place - len(cue) + 1
            if first >= start and clauses.lower[first : place + 1] == cue:
                words = " ".join(clauses.text[first : place + 1])
                if modality is not None:
                    return words, modality  # "is believed to", not "believed" alone
                found = found if found[0] else (words, None)
                break
    return found
