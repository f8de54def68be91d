"""Cut a sentence into words and clauses, without a grammar.

Everything here is local: a clause begins at a word that opens one ("after", "which", "that"),
behind a verb of saying, or where a comma closes the clause before. That is enough to tell what
a sentence asserts from what it mentions on the way, and it is linear in the text.
"""

from enum import StrEnum
from itertools import chain, count, repeat
from operator import sub

from dossier.extract.events.grammar import (
    AUXILIARIES,
    BEFORE_SAID,
    DETERMINERS,
    PREPOSITIONS,
    is_about,
    is_finite,
)
from dossier.extract.events.tokens import Tokens
from dossier.records import record
from dossier.triggers import TriggerIndex

_LOOK_AHEAD = 40  # words looked through for a finite verb; longer complements are clauses anyway
_ROLE_LENGTH = 10
_SHORTEST_GERUND = 6  # letters; shorter words in -ing ("king") are mostly something else


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


CLOSED_BY_COMMA = frozenset(
    {ClauseKind.CIRCUMSTANCE, ClauseKind.RELATIVE, ClauseKind.CONDITION, ClauseKind.GERUND}
)
_INSERTED = frozenset({ClauseKind.ASIDE, ClauseKind.RELATIVE})
GOING_ON = frozenset({ClauseKind.MAIN, ClauseKind.CONTENT})
"""Kinds that go on behind an insertion."""

_CIRCUMSTANCE = frozenset(
    {"after", "before", "while", "when", "because", "although", "though", "since", "until",
     "whereas", "following", "amid", "despite", "during", "as", "once", "whenever", "given",
     "ahead", "prior"}
)  # fmt: skip
_OPENERS = {
    **dict.fromkeys(("which", "who", "whom", "whose", "where"), ClauseKind.RELATIVE),
    **dict.fromkeys(("if", "unless", "whether"), ClauseKind.CONDITION),
}
_BREAKS = frozenset({";", ":", "—", "–", "(", ")", "[", "]"})
_TELLING_GERUNDS = frozenset(
    {"showing", "saying", "citing", "calling", "urging", "warning", "claiming", "stating",
     "alleging", "accusing", "declaring", "arguing", "demanding"}
)  # fmt: skip
"""They open a clause without a comma: "released a report showing growth in May"."""
_WARNINGS = {("warning", after) for after in ("for", "in", ".")}  # "a storm warning for"
_GERUND_OPENERS = frozenset({"for", "by", "of", "without", "in", "from", "about", "on", "against"})
_DOING = frozenset({"announce", "declare", "pledge", "proclaim", "promise"})  # by saying
_JOINING = frozenset({"and", "but", "that"})
_MAY_OPEN = _BREAKS | {*_OPENERS, *_CIRCUMSTANCE, *_GERUND_OPENERS, *_TELLING_GERUNDS, *_JOINING}
"""Words that may open a clause wherever they stand."""
_NO_GERUND = frozenset({"king", "beijing", "mourning", "morning", "evening", "spring"})
_NO_NOUN = AUXILIARIES | DETERMINERS | PREPOSITIONS | {"", "and", "or"}  # before a gerund
_ENDS_CONTENT = frozenset({".", ";", "!", "?", "that", "but", "which", "who"})


@record
class Clauses(Tokens):
    """A sentence as words in clauses.

    Attributes:
        clause: Index of each word's clause.
        kinds: Kind of each clause.
        openers: The first word of each clause that something opened; "" for the first.
        firsts: Index of the first word of each clause.
    """

    clause: tuple[int, ...]
    kinds: tuple[ClauseKind, ...]
    openers: tuple[str, ...]
    firsts: tuple[int, ...]

    def clause_start(self, word: int) -> int:
        """Index of the first word of the clause that holds a word."""
        return self.firsts[self.clause[word]]

    def clause_end(self, word: int) -> int:
        """Index after the last word of the clause that holds a word."""
        clause = self.clause[word]
        return self.firsts[clause + 1] if clause + 1 < len(self.firsts) else len(self.text)

    def kind_at(self, word: int) -> ClauseKind:
        """Kind of the clause that holds a word."""
        return self.kinds[self.clause[word]]

    def with_resumed(self, word: int) -> frozenset[int]:
        """The clause that holds a word, with what goes on before and behind an insertion."""
        clause, kinds = self.clause[word], self.kinds
        found = [clause]
        if clause > 1 and kinds[clause - 1] in _INSERTED and kinds[clause] in GOING_ON:
            found.append(clause - 2)
        ahead = kinds[clause + 1 : clause + 3]
        if len(ahead) > 1 and ahead[0] in _INSERTED and ahead[1] in GOING_ON:
            found.append(clause + 2)
        return frozenset(found)

    def interrupted(self, clause: int) -> int:
        """The clause that a clause goes on from behind an insertion; -1 if from none."""
        kind = self.kinds[clause]
        inserted = clause > 1 and self.kinds[clause - 1] not in GOING_ON
        if kind not in GOING_ON or not inserted or self.openers[clause] == "that":
            return -1
        earlier = (place for place in range(clause - 2, -1, -1) if self.kinds[place] is kind)
        return next(earlier, -1)


def split_clauses(words: Tokens, index: TriggerIndex) -> Clauses:
    """Split the words of a sentence into clauses; event words tell finite verbs from others."""
    cutter = _Cutter(words, index)
    cutter.cut()
    sizes = map(sub, (*cutter.firsts[1:], len(words.text)), cutter.firsts)
    return Clauses(
        words.text,
        words.lower,
        words.starts,
        words.ends,
        tuple(chain.from_iterable(map(repeat, count(), sizes))),
        tuple(cutter.kinds),
        tuple(cutter.openers),
        tuple(cutter.firsts),
    )


class _Cutter:
    """State of one pass over a sentence."""

    def __init__(self, words: Tokens, index: TriggerIndex) -> None:
        self.printed, self.lower, self.index = words.text, words.lower, index
        self.told = False  # whether a finite verb has come by
        self.kinds = [ClauseKind.MAIN]
        self.openers, self.firsts = [""], [0]

    def cut(self) -> None:
        """Give every word its clause."""
        lower, kinds, saying = self.lower, self.kinds, self.index.saying
        relative, behind_saying, before = ClauseKind.RELATIVE, -1, ""
        for place, word in enumerate(lower):
            opened = None
            if word in _MAY_OPEN or before == "," or kinds[-1] is relative:
                opened = self._opens(place)
            if not self.told:
                self.told = is_finite(lower, place, self.index)
            if place == behind_saying and opened is None:
                opened = ClauseKind.CONTENT
            if opened is not None:
                self._open(place, opened)
            if word in saying and not (
                before in DETERMINERS  # "of reported magnitude"
                or before in PREPOSITIONS
                or self._does(place)
            ):
                behind_saying = self._content_start(place + 1)
            before = word

    def _open(self, place: int, kind: ClauseKind) -> None:
        """Let a clause begin at a word; at the first word of one it only says what that is."""
        if place > self.firsts[-1]:
            self.kinds.append(kind)
            self.openers.append(self.lower[place])
            self.firsts.append(place)
            self.told = self.told and self.lower[place] not in _BREAKS
        elif place == 0:
            self.kinds[0], self.openers[0] = kind, self.lower[0]

    def _does(self, place: int) -> bool:
        """Whether a verb of saying is part of a deed: "declared a state of emergency"."""
        found = self.index.match_at(self.lower, place)
        return any(one.last > place + 1 and one.trigger.term.split()[0] in _DOING for one in found)

    def _opens(self, place: int) -> ClauseKind | None:
        word = self.lower[place]
        if word in _BREAKS:
            return self._by_mark(place)
        opened = self._by_word(place)
        if opened is not None:
            return opened
        if place and self.lower[place - 1] == ",":
            return self._behind_comma(place)
        if word in _TELLING_GERUNDS and self._tells_on(place):
            return ClauseKind.GERUND
        return self._back_to_main(place) if self.kinds[-1] is ClauseKind.RELATIVE else None

    def _tells_on(self, place: int) -> bool:
        """Whether a noun's own clause begins: "a report showing", but "was showing"."""
        named = self.lower[place : place + 2] in _WARNINGS
        before = self.lower[place - 1] if place and not named else ""
        return before.isalpha() and before not in _NO_NOUN

    def _by_mark(self, place: int) -> ClauseKind | None:
        """Brackets around a word or two, "(NATO)", open nothing, nor does "4:53" or "43–5"."""
        word = self.lower[place]
        if word in ":–" and all(one[:1].isdigit() for one in self.lower[place - 1 : place + 2 : 2]):
            return None
        short = word in "([" and {")", "]"} & set(self.lower[place + 1 : place + 4])
        if short or (word in ")]" and {"(", "["} & set(self.lower[max(0, place - 3) : place])):
            return None
        return ClauseKind.ASIDE if word in "([—–" else ClauseKind.MAIN

    def _by_word(self, place: int) -> ClauseKind | None:
        word = self.lower[place]
        after = self.lower[place + 1] if place + 1 < len(self.lower) else ""
        if word in _GERUND_OPENERS:
            gerund = after.endswith("ing") and after not in _NO_GERUND
            return ClauseKind.GERUND if gerund else None
        if word in {"and", "but"}:
            goes_on = bool(after) and is_finite(self.lower, place + 1, self.index)
            return ClauseKind.COORDINATED if goes_on else None
        if word in _CIRCUMSTANCE:
            return None if self._only_adds(place) else ClauseKind.CIRCUMSTANCE
        return self._that(place) if word == "that" else _OPENERS.get(word)

    def _only_adds(self, place: int) -> bool:
        """Whether "as" gives a role ("as chairman"), or "since" a time ("has since left")."""
        word = self.lower[place]
        if word == "since":
            return place > 0 and self.lower[place - 1] in AUXILIARIES
        if word != "as":
            return False
        for spot in range(place + 1, min(place + _ROLE_LENGTH, len(self.lower))):
            if self.lower[spot] in {",", ".", ";", "and", "to"}:
                return True
            if is_finite(self.lower, spot, self.index):
                return False
        return True

    def _that(self, place: int) -> ClauseKind | None:
        if not place or self.lower[place - 1] in PREPOSITIONS | DETERMINERS | {"and"}:
            return None
        said = any(word in self.index.saying for word in self.lower[max(0, place - 5) : place])
        return ClauseKind.CONTENT if said else ClauseKind.RELATIVE

    def _behind_comma(self, place: int) -> ClauseKind | None:
        word = self.lower[place]
        if word in {"and", "but", "or", "then"}:
            listed = word == "or" or not self.told  # "Berg, the mayor, and Lind resigned"
            return None if listed else ClauseKind.COORDINATED
        gerund = len(word) >= _SHORTEST_GERUND and word.endswith("ing")
        if gerund and self.printed[place].islower():
            return ClauseKind.GERUND
        if word[:1].isdigit() or self.kinds[-1] not in CLOSED_BY_COMMA:
            return None
        return self._interrupted()

    def _interrupted(self) -> ClauseKind:
        """The kind of the clause that goes on behind an insertion."""
        for kind in reversed(self.kinds):
            if kind not in CLOSED_BY_COMMA and kind is not ClauseKind.ASIDE:
                return ClauseKind.CONTENT if kind is ClauseKind.CONTENT else ClauseKind.MAIN
        return ClauseKind.MAIN

    def _back_to_main(self, place: int) -> ClauseKind | None:
        """A second finite verb ends a relative clause: "the storm that hit Oslo killed six"."""
        first = self.firsts[-1]
        if place - first <= 1 or not is_finite(self.lower, place, self.index):
            return None
        own = self.lower[max(first + 1, place - _LOOK_AHEAD) : place]  # "that fired" tells a deed
        joined = not {"and", "or", ","}.isdisjoint(own[-3:])
        said = any(word in self.index.saying for word in own)
        earlier = [spot for spot in range(len(own)) if is_finite(own, spot, self.index)]
        if joined or said or not earlier or earlier[-1] >= len(own) - 2:
            return None
        return ClauseKind.MAIN

    def _content_start(self, place: int) -> int:
        """Where the words said begin: behind the verb, the listener and the day; -1: nowhere."""
        end = min(len(self.lower), place + _LOOK_AHEAD)
        while place < end and self.lower[place] in BEFORE_SAID:
            if self.lower[place + 1 : place + 2] in {("’s",), ("'s",)}:
                break  # "said Wednesday's quake"
            place += 1
        if place < end and self.lower[place] in PREPOSITIONS and not is_about(self.lower, place):
            return -1
        for spot in range(place, end):
            if self.lower[spot] in _ENDS_CONTENT:
                return -1
            if spot > place and is_finite(self.lower, spot, self.index):
                return -1 if self.lower[spot - 1] == "and" else place  # "and ordered a search"
        return -1
