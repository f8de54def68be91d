"""Where mentions stand among the words of a sentence, and what governs them.

A name behind a preposition is never a subject; a name with a possessive ending only owns what
follows; names joined by "and" share what governs the first of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from dossier.extract.events.clauses import Clauses
from dossier.extract.events.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    POSSESSIVES,
    PREPOSITIONS,
    is_finite,
)
from dossier.inflection import Form
from dossier.model import Mention
from dossier.triggers import TriggerIndex
from dossier.vocabulary import ActorKind

LOCAL = frozenset({ActorKind.PLACE, ActorKind.STATE})
"""Kinds that may be where something happens."""
_HEAD_REACH = 3
"""Words from a name to the noun it describes: "the Oslo federal grand jury"."""
_HEADS = frozenset({"state", "jury", "bid", "campaign", "race", "season", "legislation"})
"""Nouns that names describe, besides those for offices and bodies."""
MAX_PHRASE = 8
"""Words looked through for the preposition before a name."""

_ENDINGS = frozenset({"’s", "'s", "’", "'"})
_INSIDE_PHRASE = frozenset({"’s", "'s", "“", '"', "’", "-", ".", "[", "]"})
_PHRASE_ENDS = BE | frozenset({"and", "that", "which", "who", "what", "how"})
_ENDS_DESCRIPTION = PREPOSITIONS | DETERMINERS | AUXILIARIES | _PHRASE_ENDS
_CONJUNCTIONS = frozenset({"as", "after", "before", "since", "until"})
"""Words that lead to a name or to a clause."""
_AUXILIARIES_TOLD = BE | HAVE
_ENDS_OBJECT = PREPOSITIONS | DETERMINERS | AUXILIARIES | frozenset(
    {"and", "or", "but", "that", "who", "when", "because", "if", "while", "again", "here", "there",
     "today", "yesterday", "tomorrow", "tonight", "last", "home", "dead", "guilty"}
)  # fmt: skip
"""Behind "her" these begin something else than what she owns."""
_EVERYBODY = frozenset(
    {"all", "anybody", "anyone", "everybody", "everyone", "everything", "nobody", "none", "nothing"}
)
_TIMES = frozenset({"night", "day", "moment", "time", "week", "month", "year", "way", "morning"})
PLACE_WORDS = frozenset(
    {"in", "at", "near", "on", "off", "outside", "inside", "across", "throughout", "over", "within",
     "around", "through", "via"}
)  # fmt: skip
PLACE_NOUNS = frozenset(
    {"city", "town", "capital", "village", "province", "state", "region", "district", "island",
     "port", "area", "suburb", "county", "municipality", "republic", "gulf", "bay", "commonwealth",
     "territory", "kingdom", "coast"}
)  # fmt: skip


class Span(NamedTuple):
    """A mention as a run of words.

    Attributes:
        mention: The mention.
        first: Index of its first word.
        last: Index of its last word, inclusive.
        start: Index of the first word of the title before it, or ``first``.
        governor: The preposition before its phrase; empty if there is none.
        owns: Whether a possessive ending follows, or it is a possessive itself.
        describes: Whether it only describes a noun behind it: "a Berg adviser".
    """

    mention: Mention
    first: int
    last: int
    start: int
    governor: str
    owns: bool
    describes: bool = False

    @property
    def is_local(self) -> bool:
        """Whether it may be where something happens."""
        return self.mention.kind in LOCAL

    @property
    def is_free(self) -> bool:
        """Whether nothing ties it to something else: preposition, possessive ending, noun."""
        return not (self.governor or self.owns or self.describes)


def find_spans(
    clauses: Clauses, mentions: Sequence[Mention], dates: frozenset[int], index: TriggerIndex
) -> tuple[Span, ...]:
    """Place mentions among the words of their sentence.

    Args:
        clauses: The sentence.
        mentions: Its mentions in text order.
        dates: Indices of words that belong to date expressions; no phrase reaches across one.
        index: Event words; no phrase reaches across a verb.

    Returns:
        Spans in text order; none lies within another.
    """
    spans: list[Span] = []
    for mention in mentions:
        first = bisect_right(clauses.starts, mention.anchor.start) - 1
        last = bisect_left(clauses.starts, mention.anchor.end) - 1
        if first < 0 or last < first or (spans and last <= spans[-1].last):
            continue  # the name inside a description takes no part of its own
        start = _title_start(clauses, mention, first)
        while spans and start < first and _is_in_title(spans[-1], start, mention):
            spans.pop()
        walk = _Walk(clauses, start, spans, dates, index, mention.kind in LOCAL)
        behind = clauses.lower[last + 1 : last + 2]
        owns = _owns(clauses.lower[last], behind[0] if behind else "")
        describes = _describes(clauses, last, index)
        governor = "" if opens_clause(clauses, start, last) else walk.governor()
        spans.append(Span(mention, first, last, start, governor, owns, describes))
    return tuple(spans)


def _owns(word: str, behind: str) -> bool:
    """Whether what follows belongs to a mention: "Berg's", "her boat", but not "arrested her"."""
    if word == "her":
        return behind.isalpha() and behind not in _ENDS_OBJECT
    return word in POSSESSIVES or behind in _ENDINGS


def opens_clause(clauses: Clauses, start: int, last: int) -> bool:
    """Whether a name is the subject of a clause without "that": "the night Berg was shot"."""
    if not start or clauses.lower[start - 1] not in _TIMES:
        return False
    return last + 1 < len(clauses.lower) and clauses.lower[last + 1] in _AUXILIARIES_TOLD


def _describes(clauses: Clauses, last: int, index: TriggerIndex) -> bool:
    """Whether a name stands before the noun it describes: "the Oslo federal jury".

    An office may have capitals: "the Senate Minority Leader".
    """
    for place in range(last + 1, min(last + _HEAD_REACH + 1, len(clauses.text))):
        word = clauses.text[place]
        if clauses.lower[place] in index.heads or word in _HEADS:
            return True
        named = word.istitle() and index.heads & set(clauses.lower[place + 1 : place + 2])
        inside = word.isalpha() and (word.islower() or named) and not word.endswith("ly")
        if not inside or word in _ENDS_DESCRIPTION or is_finite(clauses.lower, place, index):
            return False
        if index.match_at(clauses.lower, place):
            return False  # "Berg meets officials"
    return False


def _is_in_title(span: Span, start: int, mention: Mention) -> bool:
    """Whether a mention is part of the title of the next one: the state in "US President"."""
    person = mention.kind is ActorKind.PERSON
    state = span.mention.kind is ActorKind.STATE
    office = bool(mention.title) and span.mention.kind in {
        ActorKind.PUBLIC_BODY,
        ActorKind.ORGANIZATION,
    }
    before = person and (state or office) and span.last == start - 1 and not span.owns
    return span.first >= start or before


def _title_start(clauses: Clauses, mention: Mention, first: int) -> int:
    """Index of the first word of the title before a name, or of the name itself."""
    if not mention.title:
        return first
    title = tuple(mention.title.lower().split())
    start = first - len(title)
    return start if start >= 0 and clauses.lower[start:first] == title else first


class _Walk(NamedTuple):
    """The way back from a name to the preposition that governs it."""

    clauses: Clauses
    first: int
    spans: Sequence[Span]
    dates: frozenset[int]
    triggers: TriggerIndex
    local: bool

    def governor(self) -> str:
        """The preposition; empty if there is none."""
        for place in range(self.first - 1, max(-1, self.first - MAX_PHRASE), -1):
            if self.clauses.clause[place] != self.clauses.clause[self.first]:
                return ""
            if self._passes(place):
                continue
            found = self._found(place)
            if found is not None:
                return found
        return ""

    def _passes(self, place: int) -> bool:
        """Whether the phrase goes on across a word that looks like its end."""
        word = self.clauses.lower[place]
        before = self.clauses.lower[place - 1] if place else ""
        if place in self.dates:  # "in the 2016 regional vote", "at the virtual 2020 congress"
            if not word.isdigit() or place - 1 in self.dates:
                return False
            return before in DETERMINERS | {"of", "for", "at"} or before not in PREPOSITIONS
        if word in {"of", "from"} and self._leads_to_office(place):
            return True  # "with the mayor of Oslo Ada Berg"
        if word == "of" and before in PLACE_NOUNS:
            return True  # "in the port city of Oslo"
        return word in PREPOSITIONS and self._is_measure(place)

    def _found(self, place: int) -> str | None:
        """What governs the phrase; empty if nothing does, None if it goes on."""
        word = self.clauses.lower[place]
        if place == self.first - 1 and self._sets_apart(place):
            return word
        joined = self._joined_to(place, word)
        if joined is not None:
            return joined.governor
        if word in PREPOSITIONS:
            return "" if self._is_infinitive(place) or self._opens(place) else word
        inside = word[:1].isalnum() or word in _INSIDE_PHRASE
        if place in self.dates or not inside or word in _PHRASE_ENDS:
            return ""
        return "" if is_finite(self.clauses.lower, place, self.triggers) else None

    def _sets_apart(self, place: int) -> bool:
        """Whether a word leaves out who follows: "everyone but Berg", "Lind, not Berg"."""
        lower, before = self.clauses.lower, self.clauses.lower[place - 1] if place else ""
        if lower[place] == "not":
            return before in BE | {",", "and"}
        return lower[place] == "but" and before in _EVERYBODY

    def _joined_to(self, place: int, word: str) -> Span | None:
        """The mention that a word joins this one to: "and", "including", a comma in a list."""
        earlier = next((span for span in reversed(self.spans) if span.last <= place), None)
        if earlier is None or (earlier.mention.kind is ActorKind.PLACE and not self.local):
            return None  # "Ada Berg of Oslo and Tor Lind"
        listed = word == "," and place == self.first - 1 and self.local and earlier.is_local
        near = earlier.last >= place - (1 if listed else 2)
        joins = word == "including" or (near and (listed or word in {"and", "&", "or"}))
        return earlier if joins else None

    def _opens(self, place: int) -> bool:
        """Whether a word opens a clause with a verb of its own: "as Berg spoke", "after it"."""
        clauses = self.clauses
        if clauses.lower[place] not in _CONJUNCTIONS or place != clauses.clause_start(place):
            return False
        end = min(clauses.clause_end(place), self.first + MAX_PHRASE)
        return any(
            is_finite(clauses.lower, spot, self.triggers)
            and clauses.lower[spot - 1] not in {",", "who", "which"}
            for spot in range(self.first + 1, end)
        )

    def _is_infinitive(self, place: int) -> bool:
        """Whether "to" leads to a verb, whose object the name then is: "agreed to meet Berg"."""
        lower = self.clauses.lower
        if lower[place] != "to" or place + 1 >= self.first:
            return False
        return any(match.form is Form.BASE for match in self.triggers.match_at(lower, place + 1))

    def _is_measure(self, place: int) -> bool:
        """Whether a preposition only hedges a number: "at least six", "around 40"."""
        after = self.clauses.lower[place + 1 : place + 2]
        hedges = bool(after) and (after[0] in {"least", "most"} or after[0][:1].isdigit())
        return self.clauses.lower[place] == "than" or hedges

    def _leads_to_office(self, place: int) -> bool:
        """Whether a preposition leads to the name of a body or place right before this one."""
        last = self.spans[-1] if self.spans else None
        return last is not None and place < last.first and last.last == self.first - 1
