"""Find verbs that no list of event words has, where their clause says when somebody did it."""

from collections.abc import Iterator, Mapping

from dossier.deeds import Deed
from dossier.extract.events.clauses import ClauseKind, Clauses
from dossier.extract.events.dates import Nearness, find_date
from dossier.extract.events.grammar import BE, DETERMINERS, HAVE, PREPOSITIONS, is_finite
from dossier.extract.events.readings import Reading, Standing
from dossier.extract.events.scene import Scene
from dossier.extract.events.verbs import read_verb
from dossier.inflection import COUNTS, Form
from dossier.triggers import TriggerIndex
from dossier.vocabulary import PassageKind, QuoteKind

_TELLING = frozenset(
    {ClauseKind.MAIN, ClauseKind.COORDINATED, ClauseKind.CONTENT, ClauseKind.RELATIVE}
)
"""Clauses that assert what they hold."""
_NOT_BEFORE = DETERMINERS | PREPOSITIONS | COUNTS
"""Behind these a form in -ed describes a noun: "two drained lakes"."""


def find_deeds(scene: Scene, deeds: Mapping[str, Deed], index: TriggerIndex) -> Iterator[Reading]:
    """Find verbs that tell a happening in clauses with a date of their own.

    Args:
        scene: The sentence.
        deeds: Past forms of such verbs.
        index: Event words.

    Yields:
        Readings of verbs that the outlet, or somebody it names, asserts; in text order.
    """
    if not scene.dates or scene.passage.kind is not PassageKind.BODY:
        return
    clauses = scene.clauses
    for place, word in enumerate(clauses.lower):
        deed = deeds.get(word)
        if deed is None or place in scene.taken or clauses.kind_at(place) not in _TELLING:
            continue
        if not _may_be_verb(clauses, place, deed, index) or _is_quoted(scene, place):
            continue
        if index.match_at(clauses.lower, place, clauses.clause_end(place)):
            continue  # "pulled survivors" is an event word already
        reading = read_verb(clauses, deed.match_at(place), index, headline=False)
        if reading is None or reading.standing is not Standing.ASSERTED or reading.habitual:
            continue
        if find_date(scene, reading, index)[1] is Nearness.OWN:
            yield reading


def _may_be_verb(clauses: Clauses, place: int, deed: Deed, index: TriggerIndex) -> bool:
    """Whether a past form may be a verb here; one spelt like its noun needs help or an object."""
    before = clauses.lower[place - 1] if place else ""
    if not place or before in _NOT_BEFORE or before[:1].isdigit() or before == "-":
        return False
    after = clauses.lower[place + 1] if place + 1 < len(clauses.lower) else ""
    if before == "," and after in PREPOSITIONS and deed.form is not Form.PAST:
        start = clauses.clause_start(place)
        told = (at for at in range(start + 1, place) if clauses.lower[at - 1] != ",")
        if any(is_finite(clauses.lower, at, index) for at in told):
            return False  # "sold the quay, repaired in 2010"
    if clauses.lower[place] != deed.trigger.term:
        return True
    return before in BE | HAVE or after in DETERMINERS or after[:1].isdigit()


def _is_quoted(scene: Scene, place: int) -> bool:
    quote = scene.quote_at(scene.clauses.starts[place])
    return quote is not None and quote.kind is not QuoteKind.INDIRECT
