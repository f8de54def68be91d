"""Step over what stands between a verb and its subject: auxiliaries, adverbs, days, settings."""

from dossier.extract.quotes.asides import subject_before_comma, without_aside
from dossier.extract.quotes.cues import Layout
from dossier.extract.quotes.phrases import Speaker
from dossier.extract.quotes.phrases_before import phrase_before
from dossier.extract.quotes.words import (
    BE,
    DAYS,
    HELPERS,
    NEGATIONS,
    REFUSALS,
    SETTING,
    SETTING_NOUNS,
    is_adverb,
    last_word,
)
from dossier.records import record

WINDOW = 400
"""Most code points a rule looks back or ahead."""

SETTING_WINDOW = 80
"""Most code points between a subject and its verb that say where it was said."""

_MAX_STEPS = 10


@record
class Stripped:
    """What was passed between a verb and the end of its subject.

    Attributes:
        end: Where the subject may end.
        passive: Whether a form of "be" was passed.
        negated: Whether it was not said.
        infinitive: Whether "to" was passed.
    """

    end: int
    passive: bool = False
    negated: bool = False
    infinitive: bool = False


def strip_auxiliaries(masked: str, floor: int, end: int) -> Stripped:
    """Step left over adverbs, auxiliaries, days and settings ("in a statement")."""
    passive = infinitive = False
    previous = ""
    for _ in range(_MAX_STEPS):
        found = last_word(masked, floor, end)
        if found is None:
            break
        word = found[0].lower()
        setting = setting_before(masked, floor, end, word)
        if setting is not None:
            end = setting
            continue
        if word in NEGATIONS or word in REFUSALS or word.endswith(("n't", "n’t")):
            return Stripped(end, negated=True)
        if word in BE:
            passive = True
        elif word == "to":
            infinitive = True
        elif word in {"went", "continued", "began"}:
            infinitive = False
        elif not (
            is_adverb(found[0])
            or word in HELPERS
            or word in DAYS
            or (word == "on" and previous in DAYS)
        ):
            break
        previous, end = word, found[1]
    return Stripped(end, passive=passive, infinitive=infinitive)


def setting_before(masked: str, floor: int, end: int, word: str) -> int | None:
    """Where "in a statement" begins, if it ends at a position with ``word``."""
    if word not in SETTING_NOUNS:
        return None
    setting = SETTING.search(masked, max(floor, end - SETTING_WINDOW), end)
    return setting.start() if setting else None


def phrase_at_end(layout: Layout, floor: int, before: str) -> Speaker | None:
    """The noun phrase at the end of the text ``before``, asides stepped over."""
    before = without_aside(before)
    if before[-1:] in {",", ")", "–", "—"}:
        end = floor + len(before) - 1
        whole = max(layout.sentence_at(end).start, end - WINDOW)
        found = subject_before_comma(layout, floor, end)
        return found or subject_before_comma(layout, whole, end)
    return phrase_before(layout, floor, floor + len(before))
