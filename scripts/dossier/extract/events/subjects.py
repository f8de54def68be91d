"""Who does what a verb says: the phrase before the first verb of its clause."""

from collections.abc import Sequence

from dossier.extract.events.clauses import ClauseKind, Clauses
from dossier.extract.events.grammar import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    is_finite,
)
from dossier.extract.events.spans import Span, opens_clause
from dossier.triggers import TriggerIndex, TriggerMatch
from dossier.vocabulary import ActorKind, MentionForm

_ACTING = frozenset({MentionForm.NAME, MentionForm.NOMINAL, MentionForm.PRONOUN})
_CLOSED = frozenset({ClauseKind.CIRCUMSTANCE, ClauseKind.CONDITION})
"""Behind a conjunction a clause has a subject of its own, or none."""
_GOING_ON = frozenset({ClauseKind.MAIN, ClauseKind.COORDINATED})
_OPENS_PHRASE = DETERMINERS - {"all", "both", "each"} | {"it", "they", "there"}
_TIMES = frozenset({"day", "week", "month", "year", "morning", "evening", "night"})
_OPENS_OWN = POSSESSIVES | {"a", "an", "the"}
_OWN_REACH = 4
_BETWEEN = frozenset({"also", "been", "not", "since", "then"})
_SHORTEST_GERUND = 5
_OWN_SUBJECTS = frozenset({"it", "they", "he", "she", "there", "this", "these"})
_JOINING = frozenset({"and", "but", "so"})
_NOUN_BEHIND = DETERMINERS | PREPOSITIONS
"""Behind these a word is no verb of saying: "a state", "in reports"."""
_SENT_REACH = 4
_ANTECEDENT_REACH = 2
"""Words between a name and "who": a comma at most."""


def find_subjects(
    clauses: Clauses,
    spans: Sequence[Span],
    verb: int,
    index: TriggerIndex,
    *,
    befalls: bool = False,
) -> tuple[Span, ...]:
    """Find who does what a verb says.

    For an infinitive it is whoever stands before "to": "sent Berg to meet", "asked her to go".

    Args:
        clauses: The sentence.
        spans: Its mentions.
        verb: Index of the verb's word.
        index: Event words.
        befalls: Whether the verb tells what befalls people rather than what a body does, so that
            the "it" of whoever says so is something else.

    Returns:
        The subject and whoever is joined to it; empty if the text names nobody.
    """
    start = _own_phrase(clauses, verb, index)
    inside = tuple(one for one in spans if start <= one.first and one.last < verb) if start else ()
    sent = tuple(one for one in inside if one.is_free and _acts(one) and not one.owns)
    sent = sent or _before_infinitive(clauses, spans, verb)
    if sent or start:
        return sent
    clause = clauses.clause[verb]
    while clause >= 0:
        found = _in_clause(clauses, spans, clause, verb, index)
        if found:
            described = _describing(clauses, found[-1].last, verb)
            named = [span for span in spans if span.last == described and _acts(span)]
            if named or (described is not None and clauses.lower[described] not in _TIMES):
                return tuple(named)
            elsewhere = clause != clauses.clause[verb]
            said = elsewhere and _says_between(clauses, found[-1].last, verb, index)
            return () if said else found
        kind = clauses.kinds[clause]
        if kind is ClauseKind.RELATIVE and clauses.openers[clause] != "where":
            return _antecedent(clauses, spans, clause)
        says_so = kind is ClauseKind.CONTENT and not befalls
        body = _speaker_itself(clauses, spans, clause, index) if says_so else ()
        if body or (clause == clauses.clause[verb] and _names_another(clauses, verb)):
            return body
        clause = _goes_on_from(clauses, clause)
    return ()


def _own_phrase(clauses: Clauses, verb: int, index: TriggerIndex) -> int:
    """Where the noun right before a verb begins that another verb stands before; 0 if none does.

    It is who acts, though no mark opens its clause: "saw the man fall", "hearing her son died".
    """
    end = verb
    while end and (clauses.lower[end - 1] in AUXILIARIES or clauses.lower[end - 1] in _BETWEEN):
        end -= 1
    place = end - 1
    while place > max(0, end - _OWN_REACH) and clauses.text[place].islower():
        if clauses.lower[place] in _OPENS_OWN:
            before = clauses.lower[place - 1]
            gerund = len(before) > _SHORTEST_GERUND and before.endswith("ing")
            told = gerund or before in index.irregular or before in index.pasts
            told = told or (before in _JOINING and _has_verb(clauses, place - 1, index))
            return place if told and place < end - 1 else 0
        if clauses.lower[place] in PREPOSITIONS or clauses.lower[place] in {"and", "or", "but"}:
            return 0
        place -= 1
    return 0


def _has_verb(clauses: Clauses, end: int, index: TriggerIndex) -> bool:
    """Whether a verb stands before "and", so that a clause follows: "he was fined and his son"."""
    start = clauses.clause_start(end)
    return any(is_finite(clauses.lower, at, index) for at in range(start, end))


def _describing(clauses: Clauses, start: int, verb: int) -> int | None:
    """The last word of what a participle behind a comma tells of, where it tells on to the verb.

    "The coast recovered from Storm Olga, said to have sunk six boats and killed two": the storm
    killed. A comma behind the participle closes it: "Berg, elected in May, resigned".
    """
    for place in range(verb - 2, start + 1, -1):
        if clauses.lower[place] != ",":
            continue
        told = clauses.lower[place + 1].endswith(("ed", "said", "thought", "known"))
        linked = clauses.lower[place + 2 : place + 3] in {("to",), ("by",)}
        return place - 1 if told and linked and place - 1 > start else None
    return None


def _names_another(clauses: Clauses, verb: int) -> bool:
    """Whether a clause behind "and" or "but" has a subject without a name: "but the talks"."""
    if clauses.kind_at(verb) is not ClauseKind.COORDINATED:
        return False
    own = clauses.lower[clauses.clause_start(verb) : verb]
    return bool(own) and (own[0] in _OPENS_PHRASE or own[1:2] in {(one,) for one in _OPENS_PHRASE})


def _goes_on_from(clauses: Clauses, clause: int) -> int:
    """The clause that a clause shares its subject with; -1 if it has its own."""
    kind = clauses.kinds[clause]
    if kind is ClauseKind.CONTENT:
        return clauses.interrupted(clause)
    start = clauses.firsts[clause]
    shared = clauses.lower[start : start + 2] == ("after", "being")
    if kind in _CLOSED and clause and not shared:
        return -1
    # "officials said it spread and killed three", "said they were seen, when he came, and held"
    going_on = _GOING_ON | ({ClauseKind.CONTENT} if kind is ClauseKind.COORDINATED else set())
    earlier = (place for place in range(clause - 1, -1, -1) if clauses.kinds[place] in going_on)
    return next(earlier, -1)


def _says_between(clauses: Clauses, start: int, verb: int, index: TriggerIndex) -> bool:
    """Whether a verb of saying stands between, so that what follows has a subject of its own."""
    if clauses.kind_at(verb) is ClauseKind.COORDINATED:
        return False
    return any(
        clauses.lower[place] in index.saying and clauses.lower[place - 1] not in _NOUN_BEHIND
        for place in range(start + 1, verb)
    )


def _speaker_itself(
    clauses: Clauses, spans: Sequence[Span], clause: int, index: TriggerIndex
) -> tuple[Span, ...]:
    """The body that says what it does itself: "the Ferry Board said it had sold the quay"."""
    start = clauses.firsts[clause]
    own = clauses.lower[start + (clauses.lower[start] == "that")]
    if not clause or own not in {"it", "they"} or clauses.kinds[clause - 1] not in _GOING_ON:
        return ()
    speakers = _in_clause(clauses, spans, clause - 1, start, index)
    alone = len(speakers) == 1 and speakers[0].mention.form is not MentionForm.PRONOUN
    return speakers if alone and speakers[0].mention.kind is not ActorKind.PERSON else ()


def _before_infinitive(clauses: Clauses, spans: Sequence[Span], verb: int) -> tuple[Span, ...]:
    if not verb or clauses.lower[verb - 1] != "to":
        return ()
    opening = clauses.clause_start(verb) + 1
    near = (span for span in spans if verb - _SENT_REACH <= span.last < verb - 1)
    return tuple(span for span in near if span.is_free and span.first > opening)[-1:]


def _antecedent(clauses: Clauses, spans: Sequence[Span], clause: int) -> tuple[Span, ...]:
    """The mention right before a relative clause: no country behind "from" is who did it."""
    start = clauses.firsts[clause]
    aged = clauses.lower[start - 1 : start] == (",",) and clauses.lower[max(0, start - 2)].isdigit()
    reach = _ANTECEDENT_REACH + 2 * aged  # "Berg, 54, who"
    near = [span for span in spans if 0 < start - span.last <= reach and span.governor != "not"]
    if clauses.openers[clause] == "who":
        near = [span for span in near if not (span.is_local and span.governor)]
    return tuple(near[-1:])


def _in_clause(
    clauses: Clauses, spans: Sequence[Span], clause: int, verb: int, index: TriggerIndex
) -> tuple[Span, ...]:
    """The free mentions of a clause before its first verb."""
    start = clauses.firsts[clause]
    end = min(verb, clauses.clause_end(start))
    if clauses.lower[start : start + 2] == ("according", "to"):
        verbs = (place for place in range(start, end) if is_finite(clauses.lower, place, index))
        opening = range(next(verbs, end) - 1, start, -1)
        commas = (place for place in opening if clauses.lower[place] == ",")
        start = next(commas, start)  # "According to his wife, Amanda, Berg died"
    start = _behind_pronoun(clauses, start, end)
    free = [span for span in spans if start <= span.first < end and span.is_free and _acts(span)]
    free = [
        span for span in free if clauses.lower[max(0, span.start - 2)] != "to"
    ]  # "to kill Berg"
    if not free:
        return ()
    if opens_clause(clauses, free[-1].start, free[-1].last):
        return (free[-1],)
    inside = {place for span in free for place in range(span.first, span.last + 1)}
    verbs = (
        place
        for place in range(start, end)
        if place not in inside and is_finite(clauses.lower, place, index)
    )
    first_verb = next(verbs, end)
    return tuple(_joined(clauses, [span for span in free if span.first < first_verb]))


def _behind_pronoun(clauses: Clauses, start: int, end: int) -> int:
    """Where a subject of its own begins behind "and": "hosted the race and it was boycotted"."""
    for place in range(end - 1, start, -1):
        if clauses.lower[place] in _OWN_SUBJECTS and clauses.lower[place - 1] in _JOINING:
            return place
    return start


def _joined(clauses: Clauses, group: list[Span]) -> list[Span]:
    """The last free mention with those joined to it; an apposition yields its first."""
    if not group:
        return []
    kept = [group[-1]]
    for span in reversed(group[:-1]):
        between = clauses.lower[span.last + 1 : kept[0].first]
        if _is_apposition(between):
            kept = [_named(span, kept[0])]
        elif "and" in between or (
            between == (",",) and (len(kept) > 1 or _lists(clauses, kept[0]))
        ):
            kept.insert(0, span)
        elif "," in between:
            kept = [_named(span, kept[0])]
        else:
            break
    return kept


def _named(first: Span, behind: Span) -> Span:
    """Who an apposition speaks of: the first, or the name of one who has none there.

    "Berg, the mayor, resigned"; "another officer, Berg, resigned".
    """
    person = behind.mention.kind is ActorKind.PERSON and behind.mention.form is MentionForm.NAME
    described = first.mention.kind is ActorKind.PERSON and first.mention.form is MentionForm.NOMINAL
    return behind if person and described else first


def _lists(clauses: Clauses, last: Span) -> bool:
    """Whether a comma lists, as in headlines: "Berg, Lind resign"; an apposition is closed."""
    verb = last.last + 1
    return clauses.lower[0] != "according" and clauses.lower[verb : verb + 1] != (",",)


def _is_apposition(between: tuple[str, ...]) -> bool:
    """Whether words only describe: "Lind, brother of the owner and skipper Berg, was fined"."""
    if between[:1] != (",",) or "of" not in between:
        return False
    return "," not in between[between.index("of") :]


def _acts(span: Span) -> bool:
    return span.mention.kind is not ActorKind.PLACE and span.mention.form in _ACTING


def belongs_to_another(
    clauses: Clauses, span: Span, match: TriggerMatch, index: TriggerIndex
) -> bool:
    """Whether "by" before a mention belongs to another noun, which a verb cuts off.

    Args:
        clauses: The sentence.
        span: The mention.
        match: The event noun.
        index: Event words.
    """
    between = clauses.lower[match.last + 1 : span.start]
    if span.governor != "by" or "by" not in between:
        return False
    last = len(between) - 1 - between[::-1].index("by")
    done = last == 0 or between[last - 1].endswith("ed") or between[last - 1] in index.irregular
    places = range(match.last + 1, match.last + 1 + last)
    return not done and any(
        clauses.lower[place] in AUXILIARIES or is_finite(clauses.lower, place, index)
        for place in places
    )
