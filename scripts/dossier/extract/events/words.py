"""Find the event words of a sentence, and read each."""

from collections.abc import Iterator

from dossier.extract.events.clauses import Clauses
from dossier.extract.events.grammar import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    is_finite,
)
from dossier.extract.events.nouns import read_noun
from dossier.extract.events.readings import Reading, Standing, standing_of_clause
from dossier.extract.events.verbs import read_verb
from dossier.inflection import Form
from dossier.triggers import TriggerIndex, TriggerMatch
from dossier.vocabulary import EventType, PassageKind

_NOUNS = frozenset({Form.NOUN, Form.PLURAL})
_BEFORE_BASE = MODALS | NEGATIONS | {
    "to", "n’t", "they", "we", "you", "i", "who", "which", "’ll", "'ll",
}  # fmt: skip


def find_readings(
    clauses: Clauses, index: TriggerIndex, names: frozenset[int], kind: PassageKind
) -> tuple[Reading, ...]:
    """Find the event words of a sentence and how they stand.

    Args:
        clauses: The sentence.
        index: Event words.
        names: Indices of words that belong to names, or to dates: no event words there.
        kind: Its paragraph's: a headline tells the past in the present tense, and a caption's
            news is the occasion behind "during".

    Returns:
        Readings in text order; no two share their last word.
    """
    found: list[Reading] = []
    told: set[int] = set()
    headline = kind is PassageKind.TITLE
    for match in _find_matches(clauses, index, names, headline=headline):
        reading = None if match.last in told else _read(clauses, match, index, headline=headline)
        if reading is None:
            continue
        occasion = kind is PassageKind.CAPTION and match.form in _NOUNS
        if occasion and reading.standing is Standing.EMBEDDED:
            reading = reading._replace(standing=Standing.ASSERTED)
        found.append(reading)
        told.update(range(match.first, match.last + 1))
        if reading.told_by is not None:
            told.add(reading.told_by)
    return tuple(found)


def _read(
    clauses: Clauses, match: TriggerMatch, index: TriggerIndex, *, headline: bool
) -> Reading | None:
    if match.form in _NOUNS:
        return read_noun(clauses, match, index)
    if match.form is Form.PHRASE:
        return Reading(match, standing_of_clause(clauses, match.first))
    return read_verb(clauses, match, index, headline=headline)


def _find_matches(
    clauses: Clauses, index: TriggerIndex, names: frozenset[int], *, headline: bool
) -> Iterator[TriggerMatch]:
    for place, word in enumerate(clauses.lower):
        if word not in index.by_first or place in names:
            continue
        if not headline and place and _is_name_part(clauses, place, index):
            continue
        matches = index.match_at(clauses.lower, place, clauses.clause_end(place))
        if matches:
            yield _choose(clauses, matches, index, headline=headline)


def _is_name_part(clauses: Clauses, place: int, index: TriggerIndex) -> bool:
    """Whether a capital inside the sentence makes the word a name: "Secretary of State"."""
    if not clauses.text[place][:1].isupper() or not clauses.text[place - 1][:1].isalnum():
        return False
    named = index.match_at(clauses.lower, place)
    return not any(match.trigger.event_type is EventType.DISASTER for match in named)


def _choose(
    clauses: Clauses, matches: tuple[TriggerMatch, ...], index: TriggerIndex, *, headline: bool
) -> TriggerMatch:
    """Tell the verb "attacks" from the noun by its neighbours."""
    verb = next((match for match in matches if match.trigger.part == "verb"), None)
    noun = next((match for match in matches if match.trigger.part != "verb"), None)
    if verb is None or noun is None:
        return matches[0]
    before = clauses.lower[verb.first - 1] if verb.first else ""
    after = clauses.lower[verb.last + 1] if verb.last + 1 < len(clauses.lower) else ""
    is_noun = before in DETERMINERS or (before in PREPOSITIONS and before != "to")
    if verb.form is Form.BASE:
        is_noun = is_noun or before not in _BEFORE_BASE
    elif verb.form is Form.THIRD:
        # only headlines tell news in the present: elsewhere "attacks" are several
        followed = after in PREPOSITIONS or after in AUXILIARIES
        is_noun = is_noun or followed or not headline or is_finite(clauses.lower, verb.last, index)
    return noun if is_noun else verb
