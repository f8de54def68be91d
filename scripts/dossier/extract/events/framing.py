"""What stands around a clause and takes back what it says: a fear, a question, a novel.

A page that tells as a fact what somebody only feared, asked or made up is the worst error there
is, so that these count whatever the clause itself says.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dossier.extract.events.clauses import ClauseKind, Clauses
from dossier.extract.events.grammar import AUXILIARIES, BE, BEFORE_SAID, DETERMINERS
from dossier.extract.events.modality import ALLEGING, NO_DENIAL, Cues, find_alleged
from dossier.inflection import Form
from dossier.triggers import TriggerMatch
from dossier.vocabulary import Modality

_BEFORE_REACH = 5
"""Words from a frame to its clause: "denied on Monday, 4 March, that"."""
_TOPIC_REACH = 8
_SUPPOSING = frozenset({"suppose", "supposing", "imagine", "imagining", "assuming"})
_NOBODY = frozenset({"nobody", "neither", "nor", "none", "nothing"})
_PRESUPPOSED = frozenset({ClauseKind.CIRCUMSTANCE, ClauseKind.RELATIVE})
_FALSE = frozenset(
    {"false", "fake", "fabricated", "hoax", "untrue", "satirical", "satire", "spoof", "parody"}
)
_FORMS = frozenset(
    {"report", "reports", "message", "messages", "rumour", "rumours", "rumor", "rumors", "claim",
     "claims", "post", "posts", "story", "stories", "website", "site", "account", "page", "video",
     "article"}
)  # fmt: skip
_REJECTING = frozenset(
    {"denied", "denies", "denying", "rejected", "rejects", "rejecting", "dismissed", "dismisses",
     "dismissing", "refuted", "debunked", "corrected", "retracted", "invented", "concocted"}
)  # fmt: skip
_UNTRUE = _FALSE | {"lie", "absurd", "nonsense", "myth", "baseless", "unfounded"}
_IMAGINED = frozenset(
    {"imagined", "imagines", "imagining", "imaginary", "fictional", "fictitious", "hypothetical"}
)
_SAID_OF = frozenset(
    {"said", "believed", "thought", "reported", "alleged", "rumoured", "rumored", "claimed",
     "claims", "suspected", "supposed"}
)  # fmt: skip
_ACCUSING = frozenset({"indictment", "lawsuit", "complaint"})
_TURNING = _UNTRUE | _REJECTING | _IMAGINED | _ACCUSING | {"legend", "unclear", "unknown", "known"}
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_DOUBTING = frozenset(
    {"feared", "hoped", "doubted", "doubts", "wished", "imagined", "dreamed", "pretended"}
)
_AVERTED = frozenset({"averted", "foiled", "prevented", "thwarted"})
_NEARLY = frozenset(
    {
        "nearly",
        "almost",
        "hardly",
        "jokingly",
        "practically",
        "virtually",
        "rarely",
        "scarcely",
        "seldom",
    }
)
_WORK_BEHIND = frozenset({"of", "on", "in", "by", "set", "version", ",", "“", '"', "‘"})


class Frame(NamedTuple):
    """Words that take a clause back.

    Attributes:
        words: As printed, where they hold it at a distance; empty where they take it back.
        modality: What they make of an event.
    """

    words: str
    modality: Modality


def find_frame(clauses: Clauses, match: TriggerMatch, cues: Cues) -> Frame | None:
    """Find what takes back the clause of an event word.

    Args:
        clauses: The sentence.
        match: The event word.
        cues: Word lists; used are ``frames`` and ``fiction_nouns``.

    Returns:
        None if the sentence stands by what the clause says.
    """
    lower, clause = clauses.lower, clauses.clause[match.first]
    asked = "?" in lower[-3:] and (clauses.kinds[clause] not in _PRESUPPOSED or lower[0] == "who")
    asked = asked or lower[0] in _SUPPOSING or _is_feared(clauses, match)
    if asked or _is_fiction(clauses, cues):
        return Frame("", Modality.HYPOTHETICAL)
    never = _is_nobody(clauses, match) or _is_nearly(clauses, match)
    if never or _is_averted(clauses, match):
        return Frame("", Modality.DENIED)
    alleged = find_alleged(clauses, match) or _said_of(clauses, match) or _either(clauses, match)
    found = Frame(alleged, Modality.REPORTED) if alleged else None
    if cues.frames.keys().isdisjoint(lower) and _TURNING.isdisjoint(lower):
        return found
    if match.form is Form.GERUND:
        held = _ending_before(clauses, match.first, cues)
        if held is not None and held.modality is not Modality.REPORTED:
            return held
    if _is_supposed(clauses, clause):
        return Frame("", Modality.HYPOTHETICAL)
    return _around(clauses, match, cues) or found


def _said_of(clauses: Clauses, match: TriggerMatch) -> str:
    """The word by which somebody is only said "to have" done it; empty if none is."""
    place = match.first - (clauses.lower[match.first - 1] == "been")
    if clauses.lower[max(0, place - 2) : place] != ("to", "have"):
        return ""
    near = range(place - 3, max(-1, place - 3 - _TOPIC_REACH), -1)
    return next((clauses.text[at] for at in near if clauses.lower[at] in _SAID_OF), "")


def _either(clauses: Clauses, match: TriggerMatch) -> str:
    """The word that leaves open which of two acted: "Berg or Lind shot him"; empty if none."""
    start = clauses.clause_start(match.first)
    before = clauses.lower[start : match.first]
    if "or" not in before:
        return ""
    at = start + before.index("or")
    named = at > start and clauses.text[at - 1][:1].isupper() and clauses.text[at + 1][:1].isupper()
    if not named or "," in clauses.lower[at : match.first]:
        return ""
    return "either" if "either" in before else "or"


def _is_averted(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether something is told as what was kept from happening: "a strike was averted"."""
    behind = clauses.lower[match.last + 1 : match.last + 2 + _BEFORE_REACH]
    if _AVERTED.isdisjoint(behind) or "," in behind:
        return False
    return match.form in {Form.NOUN, Form.PLURAL, Form.PHRASE} or behind[0] in _AVERTED


def _is_feared(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether a clause without "that" is feared or doubted: "she feared Lind had left"."""
    place = match.first - 1
    while place > 0 and clauses.lower[place] in AUXILIARIES:
        place -= 1
    start = place
    while place > 0 and (clauses.text[place][:1].isupper() or clauses.lower[place] in _PRONOUNS):
        place -= 1
    return place < start and clauses.lower[place] in _DOUBTING


def _is_supposed(clauses: Clauses, clause: int) -> bool:
    """Whether a clause is imagined or unknown: "a war in which", "as though", "unclear when"."""
    start, opener = clauses.firsts[clause], clauses.openers[clause]
    if clauses.kinds[clause] is ClauseKind.RELATIVE and not _IMAGINED.isdisjoint(
        clauses.lower[:start]
    ):
        return True
    return (
        start > 0
        and clauses.lower[start - 1] in {"as", "unclear", "unknown", "known"}
        and opener in {"when", "who", "where", "though", "if"}
    )


def _around(clauses: Clauses, match: TriggerMatch, cues: Cues) -> Frame | None:
    """What stands before a clause with "that", or before what is said without it."""
    lower, clause = clauses.lower, clauses.clause[match.first]
    if clauses.openers[clause] == "and" and clause:
        clause -= 1  # "feared that she sold it and left"
    start = clauses.firsts[clause]
    if lower[:2] == ("according", "to") and "," in lower[: match.first]:
        opening = lower[: lower.index(",")]
        accusing = next((word for word in opening if word in _ACCUSING), "")
        if accusing:
            return Frame(accusing, Modality.REPORTED)
        return Frame("", Modality.DENIED) if _is_false(opening) or "legend" in opening else None
    that = lower[start] == "that"
    if that and _is_judged(lower, match.last + 1):
        return Frame("", Modality.DENIED)
    if not start or not (that or clauses.kinds[clause] is ClauseKind.CONTENT):
        return None
    before = lower[max(0, start - _TOPIC_REACH) : start]
    if _is_false(before) or _is_rejected(before):
        return Frame("", Modality.DENIED)
    return _ending_before(clauses, start, cues)


def _is_judged(lower: Sequence[str], start: int) -> bool:
    """Whether what a clause says is called untrue behind it: "the claim that … is false"."""
    behind = lower[start:]
    return any(
        word in BE and not _UNTRUE.isdisjoint(behind[place + 1 : place + 4])
        for place, word in enumerate(behind)
    )


def _is_false(words: Sequence[str]) -> bool:
    """Whether words call a report untrue: "a hoax message said"."""
    return not (_FALSE.isdisjoint(words) or _FORMS.isdisjoint(words))


def _is_rejected(words: Sequence[str]) -> bool:
    """Whether a report is turned down: "dismissed reports that"."""
    turned = [place for place, word in enumerate(words) if word in _REJECTING]
    return bool(turned) and not (_FORMS | ALLEGING).isdisjoint(words[turned[0] :])


def _ending_before(clauses: Clauses, start: int, cues: Cues) -> Frame | None:
    """The frame that ends right before a word, across a day."""
    lower = clauses.lower
    for place in range(start - 1, max(-1, start - 1 - _BEFORE_REACH), -1):
        for words, modality in cues.frames.get(lower[place], ()):
            first = place - len(words) + 1
            if first >= 0 and lower[first : place + 1] == words and modality is not None:
                doubted = modality is Modality.REPORTED
                if _is_turned(lower, first):  # "did not deny that", "did not think that"
                    return Frame("", Modality.HYPOTHETICAL) if doubted else None
                held = " ".join(clauses.text[first : place + 1]) if doubted else ""
                return Frame(held, modality)
        day = lower[place] in BEFORE_SAID or lower[place][:1].isdigit()
        if not (day or lower[place] in {",", "in", "by", "that"} or clauses.text[place].istitle()):
            return None
    return None


def _is_turned(lower: Sequence[str], first: int) -> bool:
    """Whether a frame is denied itself: "did not deny that she left", "no doubt that"."""
    return not {"not", "’t", "'t", "never", "no"}.isdisjoint(lower[max(0, first - 2) : first])


def _is_fiction(clauses: Clauses, cues: Cues) -> bool:
    """Whether a sentence opens with the work that it retells: "In the novel, a mayor sells"."""
    lower = clauses.lower
    if lower[0] != "in" or lower[1:2] == ("film",):
        return False
    for place in range(2, min(_TOPIC_REACH, len(lower) - 1)):
        if lower[place] == ",":
            return False
        pair = f"{lower[place - 1]} {lower[place]}"
        behind = clauses.text[place + 1]
        if lower[place] in cues.fiction or pair in cues.fiction:
            return behind in _WORK_BEHIND or behind[:1].isupper()
    return False


def _is_nobody(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether the subject is nobody: "Neither Berg nor Lind resigned", "No one was held"."""
    start = clauses.clause_start(match.first)
    start += clauses.lower[start] in {"that", "and", "but"}
    first, after = (*clauses.lower[start : start + 2], "", "")[:2]
    none = first in _NOBODY or (
        first == "no" and after not in NO_DENIAL and not after[:1].isdigit()
    )
    return none and match.first > start and "," not in clauses.lower[start : match.first]


def _is_nearly(clauses: Clauses, match: TriggerMatch) -> bool:
    """Whether something only came near: "nearly sank", "was almost killed"."""
    if clauses.lower[max(0, match.first - 2) : match.first] == ("all", "but"):
        return True
    verb = match.form not in {Form.NOUN, Form.PLURAL, Form.PHRASE}
    if not (verb and match.first and clauses.lower[match.first - 1] in _NEARLY):
        return False
    return clauses.lower[max(0, match.first - 2)] not in DETERMINERS - AUXILIARIES
