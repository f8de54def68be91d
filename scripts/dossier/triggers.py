"""The words that name events, in all their forms.

``lexicon/triggers.txt`` lists each word once, as a dictionary would; this module knows how
English bends it. Extraction finds the words in sentences, resolution words titles with them,
and neither may know the other, so what they share stands here.

A line of the list reads ``term = type; part of speech; …``:

    arrest = arrest; verb; weak noun    arrest, arrests, arrested, arresting; an arrest, arrests
    earthquake = disaster; noun         earthquake, earthquakes
    meeting = meeting; weak noun        often no event of its own
    reach … deal = agreement; verb      up to six words may stand for the sign
    to storm = attack; verb             a verb spelt like a noun of another type
    in power … since = takeover         neither verb nor noun: the words as they stand
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dossier.errors import SettingsError
from dossier.inflection import REGULAR, Form, Irregular, bend_verb, make_plural, spell_both
from dossier.settings import Lexicon
from dossier.vocabulary import EventType

GAP = "…"
MAX_GAP = 8
"""Words that may stand for the gap sign: enough for "granted Ama Esi Mensah a full pardon"."""

_PARTS = ("verb", "noun", "weak verb", "weak noun", "weak")

_MARKS = frozenset({",", ";", ".", ":", "—", "–"})
_NOT_IN_GAP = _MARKS | frozenset(
    {"in", "of", "by", "for", "with", "at", "on", "to", "from", "that", "who",
     "which", "after", "before", "when", "while", "as"}
)  # fmt: skip
"""What a verb and its object have between them is a noun phrase, and that holds none of these."""
_PAST_FIRST = (
    Form.PAST_OR_PARTICIPLE, Form.PAST, Form.PARTICIPLE, Form.THIRD, Form.GERUND, Form.BASE,
)  # fmt: skip
"""Where two forms are one word ("set", "hit"), news means the past."""

_PASTS = frozenset({Form.PAST, Form.PAST_OR_PARTICIPLE})


@dataclass(frozen=True, slots=True)
class Trigger:
    """One line of the list.

    Attributes:
        term: The words as listed, lower case.
        event_type: What they name.
        part: "verb", "noun" or "phrase" (the words as they stand).
        strong: Whether they name an event of its own nearly always.
    """

    term: str
    event_type: EventType
    part: str
    strong: bool


class TriggerMatch(NamedTuple):
    """A trigger found in a run of words.

    Attributes:
        trigger: Which.
        form: In which form.
        first: Index of its first word.
        last: Index of its last word, inclusive.
    """

    trigger: Trigger
    form: Form
    first: int
    last: int


Entry = tuple[tuple[str, ...], Trigger, Form]
"""The words behind the first of a form of a trigger, the trigger, and the form."""


class Entries(NamedTuple):
    """The forms of triggers that begin with one word.

    Attributes:
        listed: All of them, longest first.
        alone: Those of one word.
        seconds: Words with which others go on at once.
        behind_gap: Words with which others go on behind a gap.
    """

    listed: tuple[Entry, ...]
    alone: tuple[Entry, ...]
    seconds: frozenset[str]
    behind_gap: frozenset[str]

    def may_begin(self, near: Sequence[str]) -> tuple[Entry, ...]:
        """Those that the words behind the first leave possible, longest first."""
        goes_on = bool(near) and near[0] in self.seconds
        goes_on = goes_on or not self.behind_gap.isdisjoint(near)
        return self.listed if goes_on else self.alone


@dataclass(frozen=True, slots=True)
class TriggerIndex:
    """All triggers by the first word of each of their forms.

    Attributes:
        by_first: Forms of triggers by their first word.
        verbs: Forms of irregular verbs: base → past, participle, gerund ("" where regular).
        pasts: Past forms of one word, participles that are spelt like them included.
        irregular: Past forms of all irregular verbs, those that name no event included.
        saying: Finite forms of verbs of saying, thinking and asking.
        behind: Forms of verbs that say of an event word before them that it happened.
        before: Forms of verbs that say so of an event word behind them.
        heads: Nouns for offices and bodies, which a name before them only describes.
    """

    by_first: Mapping[str, Entries]
    verbs: Mapping[str, Irregular]
    pasts: frozenset[str]
    irregular: frozenset[str]
    saying: frozenset[str]
    behind: frozenset[str]
    before: frozenset[str]
    heads: frozenset[str]

    def match_at(
        self, words: Sequence[str], index: int, end: int | None = None
    ) -> tuple[TriggerMatch, ...]:
        """Find the longest triggers that begin at a word.

        Args:
            words: Lower-case words and punctuation marks.
            index: Where to look.
            end: Where verbs and nouns have to end; None for the end of the words.

        Returns:
            Every reading of the longest run ("attacks" is a verb and a noun), verbs first;
            empty if no trigger begins here. Time is bounded by the list, not by the text.
        """
        entries = self.by_first.get(words[index])
        if entries is None:
            return ()
        found: list[TriggerMatch] = []
        longest: tuple[str, ...] = ()
        near = words[index + 1 : index + 2 + MAX_GAP]
        for rest, trigger, form in entries.may_begin(near):
            if found and rest != longest:
                break
            last = index
            if rest:
                if rest[0] == GAP and rest[1] not in near:
                    continue
                reached = _match_rest(words, index, rest, loose=trigger.part == "phrase")
                if reached is None:
                    continue
                last = reached
            if end is None or last < end or trigger.part == "phrase":
                longest = rest
                found.append(TriggerMatch(trigger, form, index, last))
        return tuple(found)

    def meets(self, words: Sequence[str]) -> bool:
        """Whether any trigger begins among some lower-case words and punctuation marks."""
        for place, word in enumerate(words):
            if word in self.by_first and self.match_at(words, place):
                return True
        return False

    def inflect(self, term: str, form: Form) -> str:
        """Put a verb trigger into a form; its first word bends, the rest stays.

        Args:
            term: A trigger's term, or any verb with what follows it.
            form: THIRD, PAST, PARTICIPLE or GERUND; BASE gives the term back.
        """
        head, _, tail = term.partition(" ")
        bent = bend_verb(head, self.verbs.get(head, REGULAR))[form]
        return f"{bent} {tail}" if tail else bent


@lru_cache(maxsize=4)
def make_trigger_index(lexicon: Lexicon) -> TriggerIndex:
    """Read the lists ``triggers``, ``irregular_verbs``, ``reporting_verbs``, ``support_verbs``.

    Nouns for offices and bodies come from ``titles`` and ``body_nouns``.

    Args:
        lexicon: Word lists of the project.

    Raises:
        SettingsError: A line names an unknown type or property; the message lists the known.
    """
    names = ("triggers", "irregular_verbs", "reporting_verbs", "support_verbs")
    terms = {*lexicon.terms("titles"), *lexicon.terms("body_nouns")}
    heads = frozenset(term for term in terms if term.isalpha() and term.islower())
    return _make_index(*(tuple(lexicon.values(name).items()) for name in names), heads)


Lines = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=4)
def _make_index(
    lines: Lines, irregular: Lines, saying: Lines, support: Lines, heads: frozenset[str]
) -> TriggerIndex:
    # Cached by content: the list is the same for every article of a run.
    verbs = {base: _three(forms) for base, forms in irregular}
    entries: dict[str, list[Entry]] = {}
    for term, values in lines:
        for trigger in _read_triggers(term, values):
            for words, form in _forms(trigger, verbs):
                entries.setdefault(words[0], []).append((words[1:], trigger, form))
    return TriggerIndex(
        {first: index_entries(found) for first, found in entries.items()},
        verbs,
        frozenset(
            word
            for word, found in entries.items()
            if any(not rest and form in _PASTS for rest, _, form in found)
        ),
        frozenset(past for base, (past, *_) in verbs.items() if past and past != base),
        _saying(saying, entries),
        _support(support, "behind", verbs),
        _support(support, "before", verbs),
        heads,
    )


def index_entries(entries: Sequence[Entry]) -> Entries:
    """Put forms of triggers that begin with the same word together, longest first."""
    listed = tuple(sorted(entries, key=_longest_first) if len(entries) > 1 else entries)
    further = [rest for rest, _, _ in listed if rest]
    return Entries(
        listed,
        listed[len(further) :],
        frozenset(rest[0] for rest in further if rest[0] != GAP),
        frozenset(rest[1] for rest in further if rest[0] == GAP),
    )


def _saying(lines: Lines, entries: Mapping[str, Sequence[Entry]]) -> frozenset[str]:
    """Finite verbs that what is said, thought or reckoned follows."""
    reckoned = {
        word
        for word, found in entries.items()
        for rest, trigger, form in found
        if not rest
        and trigger.part == "verb"
        and trigger.event_type is EventType.ESTIMATE
        and form is not Form.GERUND
    }
    return frozenset(reckoned | {word for word, values in lines if _says(word, values)})


def _support(lines: Lines, side: str, verbs: Mapping[str, Irregular]) -> frozenset[str]:
    heads = [term.split()[0] for term, values in lines if side in values]
    bent = [bend_verb(head, verbs.get(head, REGULAR)) for head in heads]
    return frozenset(
        word
        for forms in bent
        for form, word in forms.items()
        if side == "behind" or form is not Form.GERUND
    )


def _says(word: str, values: tuple[str, ...]) -> bool:
    return not word.endswith("ing") and not {"noun", "labels", "issues"} & set(values)


def _longest_first(
    entry: tuple[tuple[str, ...], Trigger, Form],
) -> tuple[int, tuple[str, ...], bool, str]:
    rest, trigger, form = entry
    plain = len(rest) - rest.count(GAP)  # a gap is less than a word
    return -plain, rest, trigger.part != "verb", form


def _read_triggers(term: str, values: tuple[str, ...]) -> tuple[Trigger, ...]:
    kind, *parts = values or ("",)
    try:
        event_type = EventType(kind)
    except ValueError:
        known = ", ".join(EventType)
        raise SettingsError(f"triggers: {term!r}: {kind!r} is not one of {known}") from None
    unknown = sorted(set(parts) - set(_PARTS))
    if unknown:
        known = ", ".join(_PARTS)
        raise SettingsError(f"triggers: {term!r}: {unknown[0]!r} is not one of {known}")
    words = term.lower()
    return tuple(
        Trigger(
            words.removeprefix("to ") if part.endswith("verb") else words,
            event_type,
            part.removeprefix("weak").strip() or "phrase",
            strong=not part.startswith("weak"),
        )
        for part in parts or ("phrase",)
    )


def _forms(trigger: Trigger, verbs: Mapping[str, Irregular]) -> list[tuple[tuple[str, ...], Form]]:
    words = tuple(trigger.term.split())
    if trigger.part == "noun":
        plural = (*words[:-1], make_plural(words[-1]))
        return [(words, Form.NOUN), (plural, Form.PLURAL)]
    if trigger.part != "verb":
        return [(words, Form.PHRASE)]
    bent = dict(bend_verb(words[0], verbs.get(words[0], REGULAR)))
    if bent[Form.PAST] == bent[Form.PARTICIPLE]:
        bent[Form.PAST_OR_PARTICIPLE] = bent.pop(Form.PAST)
        del bent[Form.PARTICIPLE]
    found: dict[str, Form] = {}
    for form in _PAST_FIRST:
        if form in bent:
            for spelling in spell_both(bent[form]):
                found.setdefault(spelling, form)
    ends = [words[1:]]
    if GAP in words:
        ends.append((*words[1:-1], make_plural(words[-1])))  # "ended their campaigns"
    return [((word, *end), form) for word, form in found.items() for end in ends]


def _three(forms: tuple[str, ...]) -> Irregular:
    past, participle, gerund = (*forms, "", "", "")[:3]
    return past, participle or past, gerund


def _match_rest(
    words: Sequence[str], index: int, rest: tuple[str, ...], *, loose: bool
) -> int | None:
    place = index
    gap = 0
    for wanted in rest:
        if wanted == GAP:
            gap = MAX_GAP
            continue
        found = _find_within(words, place + 1, gap, wanted, _MARKS if loose else _NOT_IN_GAP)
        if found is None:
            return None
        place, gap = found, 0
    return place


def _find_within(
    words: Sequence[str], start: int, gap: int, wanted: str, never: frozenset[str]
) -> int | None:
    for place in range(start, min(start + gap + 1, len(words))):
        if words[place] == wanted:
            return place
        if words[place] in never:
            return None
    return None
