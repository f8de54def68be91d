"""The closed word classes of English, as far as reading events needs them.

These never grow, so they are no word lists: a project has nothing to add to the prepositions.
"""

from dossier.daywords import DAY_PARTS, WEEK
from dossier.triggers import TriggerIndex

DETERMINERS = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these",
     "those", "some", "any", "each", "every", "another", "both", "all", "several", "no", "’s", "'s",
     "’", "many", "most", "more"}
)  # fmt: skip
PREPOSITIONS = frozenset(
    {"in", "at", "near", "on", "off", "outside", "inside", "across", "to", "into", "from", "of",
     "with", "by", "for", "against", "between", "among", "about", "over", "under", "through",
     "toward", "towards", "within", "around", "onto", "upon", "via", "alongside", "like", "behind",
     "beyond", "throughout", "without", "per", "including", "as", "concerning", "regarding",
     "during", "after", "before", "amid", "following", "despite", "since", "until", "than",
     "except", "excluding", "unlike"}
)  # fmt: skip
BE = frozenset({"was", "were", "is", "are", "been", "being", "be", "get", "got", "gets"})
HAVE = frozenset({"has", "have", "had", "’ve", "having"})
MODALS = frozenset(
    {"will", "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does",
     "did", "am"}
)  # fmt: skip
AUXILIARIES = BE | HAVE | MODALS
POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})
NEGATIONS = frozenset({"not", "’t", "'t", "never"})
BEFORE_SAID = WEEK | DAY_PARTS | frozenset(
    {"yesterday", "today", "on", "this", "last", "week", "late", "early", "earlier", "weekend",
     "month", "year", "reporters"}
)  # fmt: skip
"""Words that may stand between a verb of saying and what is said."""

_NO_VERB_BEHIND = DETERMINERS | PREPOSITIONS
_NOT_FINITE = frozenset({"been", "being", "be", "having"})
_NO_PARTICIPLE = frozenset(
    {"united", "need", "indeed", "speed", "feed", "seed", "bleed", "breed", "red", "bed", "hundred",
     "sacred", "wicked", "naked", "embed", "shed", "wed", "sled", "led", "unprecedented", "aged"}
)  # fmt: skip


def is_finite(lower: tuple[str, ...], place: int, index: TriggerIndex) -> bool:
    """Whether a word looks like a verb that makes a clause, auxiliaries included.

    Args:
        lower: The words of a sentence in lower case.
        place: Which of them.
        index: Event words, among which the irregular verbs are.
    """
    word = lower[place]
    if word in AUXILIARIES:
        return word not in _NOT_FINITE
    past = word in index.pasts or (word.endswith("ed") and word not in _NO_PARTICIPLE)
    return past and (not place or lower[place - 1] not in _NO_VERB_BEHIND)


def is_about(lower: tuple[str, ...], place: int) -> bool:
    """Whether a preposition only rounds the number behind it: "around 200 people"."""
    return lower[place] in {"about", "around", "over"} and any(
        word[:1].isdigit() for word in lower[place + 1 : place + 2]
    )
