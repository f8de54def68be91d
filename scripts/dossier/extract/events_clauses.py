"""Cut a sentence into words and clauses, without a grammar.

Everything here is local: a clause begins at a word that opens one ("after", "which", "that"),
behind a verb of saying, or where a comma closes the clause before. That is enough to tell what
a sentence asserts from what it mentions on the way, and it is linear in the text.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from dossier.inflection import Form
from dossier.triggers import TriggerIndex

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:[-.&]\w+)*|[’'](?:s|t|ll|re|ve|d)\b|\S")

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
     "during", "after", "before", "amid", "following", "despite", "since", "until", "than"}
)  # fmt: skip
BE = frozenset({"was", "were", "is", "are", "been", "being", "be", "get", "got", "gets"})
HAVE = frozenset({"has", "have", "had", "’ve", "having"})
AUXILIARIES = BE | HAVE | frozenset(
    {"will", "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does",
     "did", "am"}
)  # fmt: skip
_CIRCUMSTANCE = frozenset(
    {"after", "before", "while", "when", "because", "although", "though", "since", "until",
     "whereas", "following", "amid", "despite", "during", "as", "once", "whenever", "given",
     "ahead", "prior"}
)  # fmt: skip
_RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})
_CONDITION = frozenset({"if", "unless", "whether"})
_BREAKS = frozenset({";", ":", "—", "–", "(", ")", "[", "]"})
_GERUND_OPENERS = frozenset({"for", "by", "of", "without", "in", "from", "about", "on", "against"})
_NO_PARTICIPLE = frozenset(
    {"united", "need", "indeed", "speed", "feed", "seed", "bleed", "breed", "red", "bed", "hundred",
     "sacred", "wicked", "naked", "embed", "shed", "wed", "sled", "led", "unprecedented", "aged"}
)  # fmt: skip
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday",
     "today", "on", "this", "last", "morning", "afternoon", "evening", "night", "week", "late",
     "early", "earlier", "weekend", "month", "year", "reporters"}
)  # fmt: skip
_LOOK_AHEAD = 40
"""Words looked through for a finite verb; longer complements are treated as clauses anyway."""


class ClauseKind(StrEnum):
    """What a clause does in its sentence."""

    MAIN = "main"
    COORDINATED = "coordinated"
    """Goes on behind "and" or "but"."""
    CIRCUMSTANCE = "circumstance"
    """When or why something else happened."""
    RELATIVE = "relative"
    CONTENT = "content"
    """What somebody is said to have said."""
    CONDITION = "condition"
    GERUND = "gerund"
    ASIDE = "aside"
    """Stands in brackets or between dashes."""


_CLOSED_BY_COMMA = frozenset(
    {ClauseKind.CIRCUMSTANCE, ClauseKind.RELATIVE, ClauseKind.CONDITION, ClauseKind.GERUND}
)


_GOING_ON = frozenset({ClauseKind.MAIN, ClauseKind.CONTENT})


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence as words.

    Attributes:
        text: Clauses and marks as printed.
        lower: The same in lower case.
        starts: First code point of each in the source.
        ends: Code point after the last of each.
        clause: Index of each word's clause.
        kinds: Kind of each clause.
        openers: The word that opened each clause; empty for the first and for commas.
        firsts: Index of the first word of each clause.
    """

    text: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    clause: tuple[int, ...]
    kinds: tuple[ClauseKind, ...]
    openers: tuple[str, ...]
    firsts: tuple[int, ...]

    def clause_end(self, word: int) -> int:
        """Index after the last word of the clause that holds a word."""
        clause = self.clause[word]
        return self.firsts[clause + 1] if clause + 1 < len(self.firsts) else len(self.text)

    def with_resumed(self, word: int) -> frozenset[int]:
        """The clause that holds a word, with what goes on before and behind an insertion."""
        clause = self.clause[word]
        found = {clause}
        for step in (-1, 1):
            beside, beyond = clause + step, clause + 2 * step
            if not (0 <= beside < len(self.kinds) and 0 <= beyond < len(self.kinds)):
                continue
            inserted = self.kinds[beside] in {ClauseKind.ASIDE, ClauseKind.RELATIVE}
            goes_on = self.kinds[beyond if step > 0 else clause] in _GOING_ON
            if inserted and goes_on and (step > 0 or clause):
                found.add(beyond)
        return frozenset(found)

    def interrupted(self, clause: int) -> int:
        """The clause that a clause goes on from behind an insertion; -1 if it goes on from none."""
        kinds = self.kinds
        if clause < 2 or kinds[clause] not in _GOING_ON or kinds[clause - 1] in _GOING_ON:  # noqa: PLR2004 (clause, insertion)
            return -1
        earlier = (c for c in range(clause - 2, -1, -1) if kinds[c] is kinds[clause])
        return next(earlier, -1) if self.openers[clause] != "that" else -1

    def clause_start(self, word: int) -> int:
        """Index of the first word of the clause that holds a word."""
        return self.firsts[self.clause[word]]


def split_clauses(text: str, start: int, index: TriggerIndex) -> Clauses:
    """Split a sentence into words and clauses.

    Args:
        text: The sentence.
        start: Where it begins in its source.
        index: Event words; their forms tell finite verbs from other words.
    """
    matches = list(_TOKEN.finditer(text))
    printed = tuple(match.group() for match in matches)
    lower = tuple(word.lower() for word in printed)
    clauses = _ClauseCutter(printed, lower, index)
    clauses.cut()
    return Clauses(
        printed,
        lower,
        tuple(start + match.start() for match in matches),
        tuple(start + match.end() for match in matches),
        tuple(clauses.clause),
        tuple(clauses.kinds),
        tuple(clauses.openers),
        tuple(clauses.firsts),
    )


def is_finite(lower: tuple[str, ...], place: int, index: TriggerIndex) -> bool:
    """Whether a word looks like a verb that makes a clause, auxiliaries included."""
    word = lower[place]
    if word in AUXILIARIES:
        return word not in {"been", "being", "be", "having"}
    before = lower[place - 1] if place else ""
    if before in DETERMINERS or before in PREPOSITIONS:
        return False
    if word.endswith("ed") and word not in _NO_PARTICIPLE:
        return True
    return any(
        match.first == match.last and match.form in {Form.PAST, Form.PAST_OR_PARTICIPLE}
        for match in index.match_at((word,), 0)
    )


class _ClauseCutter:
    """State of one pass over a sentence."""

    def __init__(
        self, printed: tuple[str, ...], lower: tuple[str, ...], index: TriggerIndex
    ) -> None:
        self.printed, self.lower, self.index = printed, lower, index
        self.clause: list[int] = []
        self.kinds = [ClauseKind.MAIN]
        self.openers = [""]
        self.firsts = [0]

    def cut(self) -> None:
        """Give every word its clause."""
        behind_saying = -1
        for place in range(len(self.lower)):
            opened = self._opens(place)
            if place == behind_saying and opened is None:
                opened = ClauseKind.CONTENT
            if opened is not None and place > self.firsts[-1]:
                self._open(opened, place)
            elif opened is not None and place == 0:
                self.kinds[0], self.openers[0] = opened, self.lower[0]
            self.clause.append(len(self.kinds) - 1)
            if self.lower[place] in self.index.saying:
                behind_saying = self._content_start(place + 1)

    def _open(self, kind: ClauseKind, place: int) -> None:
        self.kinds.append(kind)
        self.openers.append(self.lower[place])
        self.firsts.append(place)

    def _opens(self, place: int) -> ClauseKind | None:
        word = self.lower[place]
        before = self.lower[place - 1] if place else ""
        after = self.lower[place + 1] if place + 1 < len(self.lower) else ""
        if word in _BREAKS:
            if self._is_tag(place):
                return None
            return ClauseKind.ASIDE if word in "([—–" else ClauseKind.MAIN
        if word in {"and", "but"} and after and is_finite(self.lower, place + 1, self.index):
            return ClauseKind.COORDINATED
        if word in _CONDITION:
            return ClauseKind.CONDITION
        if word in _RELATIVE:
            return ClauseKind.RELATIVE
        if word in _CIRCUMSTANCE:
            role = word == "as" and not self._has_verb(place)
            adverb = word == "since" and before in AUXILIARIES  # "has since left"
            return None if role or adverb else ClauseKind.CIRCUMSTANCE
        if word == "that":
            return self._that(place)
        if word in _GERUND_OPENERS and after.endswith("ing") and after not in {"king", "beijing"}:
            return ClauseKind.GERUND
        if before == ",":
            return self._behind_comma(place)
        return self._back_to_main(place)

    def _has_verb(self, place: int) -> bool:
        """Whether a clause follows "as" rather than a role: "as they left", "as chairman"."""
        for spot in range(place + 1, min(place + 10, len(self.lower))):
            if self.lower[spot] in {",", ".", ";", "and", "to"}:
                return False
            if is_finite(self.lower, spot, self.index):
                return True
        return False

    def _is_tag(self, place: int) -> bool:
        """Whether a bracket belongs to a word or two: "(C)", "(NATO)"."""
        if self.lower[place] in "([":
            return bool({")", "]"} & set(self.lower[place + 1 : place + 4]))
        if self.lower[place] in ")]":
            return bool({"(", "["} & set(self.lower[max(0, place - 3) : place]))
        return False

    def _back_to_main(self, place: int) -> ClauseKind | None:
        """A second finite verb ends a relative clause: "the storm that hit Oslo killed six"."""
        if self.kinds[-1] is not ClauseKind.RELATIVE or place - self.firsts[-1] < 2:  # noqa: PLR2004 (that + verb)
            return None
        if not is_finite(self.lower, place, self.index):
            return None
        inside = range(max(self.firsts[-1] + 1, place - _LOOK_AHEAD), place)
        if any(self.lower[spot] in {"and", "or", ","} for spot in inside[-3:]):
            return None
        earlier = [spot for spot in inside if is_finite(self.lower, spot, self.index)]
        if not earlier or earlier[-1] >= place - 2:
            return None
        if any(self.lower[spot] in self.index.saying for spot in inside):
            return None  # "which officials say began"
        return ClauseKind.MAIN

    def _that(self, place: int) -> ClauseKind | None:
        before = self.lower[place - 1] if place else ""
        if before in PREPOSITIONS or before in DETERMINERS or before in {"", "and"}:
            return None
        return ClauseKind.CONTENT if self._behind_saying(place) else ClauseKind.RELATIVE

    def _behind_saying(self, place: int) -> bool:
        return any(
            self.lower[spot] in self.index.saying for spot in range(max(0, place - 5), place)
        )

    def _behind_comma(self, place: int) -> ClauseKind | None:
        word = self.lower[place]
        if word in {"and", "but", "or", "then"}:
            return ClauseKind.COORDINATED if word != "or" else None
        if self._is_gerund(place):
            return ClauseKind.GERUND
        if word[:1].isdigit() or self.kinds[-1] not in _CLOSED_BY_COMMA:
            return None
        return self._interrupted()

    def _interrupted(self) -> ClauseKind:
        """The kind of the clause that goes on behind an insertion."""
        for kind in reversed(self.kinds):
            if kind not in _CLOSED_BY_COMMA and kind is not ClauseKind.ASIDE:
                return ClauseKind.CONTENT if kind is ClauseKind.CONTENT else ClauseKind.MAIN
        return ClauseKind.MAIN

    def _is_gerund(self, place: int) -> bool:
        word = self.lower[place]
        return len(word) > 5 and word.endswith("ing") and self.printed[place].islower()  # noqa: PLR2004 (not "king", "bring")

    def _content_start(self, place: int) -> int:
        """Where the words said begin: behind the verb, the listener and the day."""
        end = min(len(self.lower), place + _LOOK_AHEAD)
        while place < end and self.lower[place] in _DAYS:
            place += 1
        if place < end and self.lower[place] in PREPOSITIONS:
            return -1
        for spot in range(place, end):
            if self.lower[spot] in {".", ";", "!", "?", "that", "but", "which", "who"}:
                break
            if spot > place and is_finite(self.lower, spot, self.index):
                return place
        return -1
