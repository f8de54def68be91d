"""Find whose a reporting word is.

English news puts the speaker in few places: straight before the verb ("the mayor said"),
before a comma with something in between ("Novak, who chairs the board, said"), after it ("said
the mayor"), or, for a participle, at the head of the clause ("The board voted no, saying").
Each rule looks at a bounded stretch and takes no speaker rather than a doubtful one.
"""

from dataclasses import dataclass

from dossier.extract.quotes.asides import subject_before_comma, without_aside
from dossier.extract.quotes.cues import MASK, Cue, Layout
from dossier.extract.quotes.phrases import (
    Speaker,
    is_self,
    only_premodifiers,
    phrase_after,
)
from dossier.extract.quotes.phrases_before import phrase_before
from dossier.extract.quotes.subjects import last_turn, main_subject
from dossier.extract.quotes.words import (
    ADVERBS,
    BE,
    DAYS,
    DETERMINERS,
    HELPERS,
    NEGATIONS,
    PREPOSITIONS,
    REFUSALS,
    SETTING,
    SETTING_NOUNS,
    is_adverb,
    last_word,
)

_BEFORE_GERUND = frozenset({"to", "of", "for", "without", "from", "about", "on", "against", "keep"})
WINDOW = 400
"""Most code points a rule looks back or ahead."""

_MAX_STEPS = 10
_SETTING_WINDOW = 80
_GIVING_OUT = frozenset({"issues", "says", "beside"})
_SHORT_TITLE = 60
_MAX_WITH = 6
_MAX_DEPTH = 3
_MAX_MENTIONS = 12
_MAX_LEAD = 8


@dataclass(frozen=True, slots=True)
class _Stripped:
    """What was passed between a verb and the end of its subject."""

    end: int
    passive: bool = False
    negated: bool = False
    infinitive: bool = False


def speaker_of_cue(
    layout: Layout, cue: Cue, *, passive: bool = False, depth: int = 0
) -> Speaker | None:
    """Find the subject of a reporting verb, looking to its left.

    Args:
        layout: The text.
        cue: A verb.
        passive: Whether to take the subject of a passive too ("he was quoted").
        depth: How many other cues were asked on the way here; bounds the search.

    Returns:
        The subject; None if the verb is passive, denied or a noun here, or if no words that
        could name somebody stand where its subject belongs.
    """
    floor = _clause_floor(layout, cue.start)
    passed = _strip_helpers(layout.masked, floor, cue.start)
    if passed.negated or (passed.passive and not cue.participle and not passive):
        return None
    if passed.infinitive or (cue.participle and not passed.passive):
        return _speaker_of_participle(layout, cue, passed.end, depth)
    before = layout.masked[floor : passed.end].rstrip()
    if cue.noun:
        helper = last_word(layout.masked, floor, cue.start)
        if helper and helper[0].lower() in HELPERS - ADVERBS:
            return None
        found = phrase_before(layout, floor, floor + len(before)) if before else None
        leads = layout.masked[cue.end : cue.end + 2].strip()[:1] in {":", MASK}
        leads = leads and not cue.base
        whole = found is not None and not layout.masked[floor : found.start].strip()
        named = found and (found.mention_id or is_self(layout, found))
        return found if named or (leads and whole) else None
    return _subject_before(layout, cue, floor, before, depth)


def _subject_before(
    layout: Layout, cue: Cue, floor: int, before: str, depth: int
) -> Speaker | None:
    """The subject that ends with the text ``before``, which begins at ``floor``."""
    if not before:
        return _subject_across_title(layout, floor)
    joint = last_word(before, 0, len(before))
    if joint and joint[0] in {"and", "but", "or"}:
        return _speaker_of_participle(layout, cue, floor + joint[1], depth)
    before = without_aside(before)
    if before[-1:] in {",", ")", "–", "—"}:
        end = floor + len(before) - 1
        whole = max(layout.sentence_at(end).start, end - WINDOW)
        found = subject_before_comma(layout, floor, end)
        return found or subject_before_comma(layout, whole, end)
    return phrase_before(layout, floor, floor + len(before))


def is_passive(layout: Layout, cue: Cue) -> bool:
    """Whether a form of "be" stands before a verb ("was told")."""
    passed = _strip_helpers(layout.masked, _clause_floor(layout, cue.start), cue.start)
    return passed.passive and not cue.participle


def is_denied(layout: Layout, cue: Cue) -> bool:
    """Whether somebody did not say it ("did not say", "declined to say")."""
    floor = _clause_floor(layout, cue.start)
    return _strip_helpers(layout.masked, floor, cue.start).negated


def is_loose(layout: Layout, cue: Cue) -> bool:
    """Whether a verb stands in its bare form ("hopes to say"), which reaches less far."""
    floor = _clause_floor(layout, cue.start)
    passed = _strip_helpers(layout.masked, floor, cue.start)
    joint = last_word(layout.masked, floor, passed.end)
    return cue.base and (passed.infinitive or (joint is not None and joint[0] in {"and", "or"}))


def _clause_floor(layout: Layout, position: int) -> int:
    """Where the search to the left of a cue stops: its sentence, a quotation, the window."""
    floor = max(layout.sentence_at(position).start, position - WINDOW)
    stops = (layout.masked.rfind(mark, floor, position) + 1 for mark in (MASK, ";", ": "))
    return max(floor, *stops)


def _strip_helpers(masked: str, floor: int, end: int) -> _Stripped:
    """Step left over adverbs, auxiliaries, days and settings ("in a statement")."""
    passive = infinitive = False
    previous = ""
    for _ in range(_MAX_STEPS):
        found = last_word(masked, floor, end)
        if found is None:
            break
        word = found[0].lower()
        setting = _setting_before(masked, floor, end, word)
        if setting is not None:
            end = setting
            continue
        if word in NEGATIONS or word in REFUSALS or word.endswith(("n't", "n’t")):
            return _Stripped(end, negated=True)
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
    return _Stripped(end, passive=passive, infinitive=infinitive)


def _setting_before(masked: str, floor: int, end: int, word: str) -> int | None:
    """Where "in a statement" begins, if it ends at a position with ``word``."""
    if word not in SETTING_NOUNS:
        return None
    setting = SETTING.search(masked, max(floor, end - _SETTING_WINDOW), end)
    return setting.start() if setting else None


def _speaker_of_participle(layout: Layout, cue: Cue, end: int, depth: int) -> Speaker | None:
    """The subject of the clause that "…, adding" hangs on."""
    floor = max(layout.sentence_at(cue.start).start, cue.start - WINDOW)
    floor = max(floor, layout.masked.rfind(";", floor, cue.start) + 1)
    absolute = _after_with(layout, floor, end)
    if absolute:
        return absolute
    before = last_word(layout.masked, floor, cue.start)
    gerund = before and before[0].lower() in _BEFORE_GERUND | DETERMINERS
    if cue.participle and (gerund or (cue.noun and before)):
        return None
    if before and before[0].lower() in layout.text_nouns and not _is_issued(layout, cue):
        return None
    turn = last_turn(layout, floor, end)
    if turn > floor and not layout.cues_between(turn, cue.start):
        return main_subject(layout, turn, end)
    for earlier in reversed(layout.cues_between(turn, cue.start)[-3:]):
        if depth >= _MAX_DEPTH or is_passive(layout, earlier):
            continue
        found = speaker_of_cue(layout, earlier, depth=depth + 1)
        if found is None and layout.masked[floor : earlier.start].rstrip(" ,").endswith(MASK):
            found = phrase_after(layout, earlier.end)
        if found:
            return found
    return main_subject(layout, floor, end)


def _is_issued(layout: Layout, cue: Cue) -> bool:
    """Whether somebody gives out the text that a participle reads: "wrote a letter saying"."""
    start = max(0, cue.start - _SETTING_WINDOW)
    if any(earlier.use in _GIVING_OUT for earlier in layout.cues_between(start, cue.start)):
        return True
    last = last_word(layout.masked, start, cue.start)
    word = last[0].lower() if last else ""
    return _setting_before(layout.masked, start, cue.start, word) is not None


def _after_with(layout: Layout, floor: int, end: int) -> Speaker | None:
    """The subject of "…, with one resident saying"."""
    start = layout.masked.rfind(" with ", max(floor, end - _SETTING_WINDOW), end)
    words = layout.masked[start + len(" with ") : end]
    if start < 0 or len(words.split()) > _MAX_WITH or any(mark in words for mark in ',;:"' + MASK):
        return None
    found = phrase_before(layout, start + len(" with "), end)
    return found if found and only_premodifiers(words[: found.start - end]) else None


def _subject_across_title(layout: Layout, floor: int) -> Speaker | None:
    """The subject where a quoted title parts it from its verb: Novak, author of “Tides,” said."""
    lowest = layout.sentence_at(floor).start
    start = floor
    while start > lowest and floor - start <= _SHORT_TITLE and layout.masked[start - 1] == MASK:
        start -= 1
    if floor - start > _SHORT_TITLE or start == floor:
        return None
    left = max(lowest, start - WINDOW)
    last = last_word(layout.masked, left, start)
    if last is None or last[0].lower() not in PREPOSITIONS | layout.work_nouns | {"called"}:
        return None
    return subject_before_comma(layout, left, last[1] + len(last[0]))
