"""Find whose a reporting word is.

English news puts the speaker in few places: straight before the verb ("the mayor said"),
before a comma with something in between ("Novak, who chairs the board, said"), after it ("said
the mayor"), or, for a participle, at the head of the clause ("The board voted no, saying").
Each rule looks at a bounded stretch and takes no speaker rather than a doubtful one.
"""

from dossier.extract.quotes.asides import subject_before_comma
from dossier.extract.quotes.auxiliaries import (
    SETTING_WINDOW,
    WINDOW,
    phrase_at_end,
    setting_before,
    strip_auxiliaries,
)
from dossier.extract.quotes.blame import blamed_for
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
    DETERMINERS,
    HELPERS,
    PREPOSITIONS,
    last_word,
    next_word,
)

_BEFORE_GERUND = frozenset({"to", "of", "for", "without", "from", "about", "on", "against", "keep"})
_OBJECTS = DETERMINERS | {"it", "him", "them", "me", "us", "himself", "herself"}
_GIVING_OUT = frozenset({"issues", "says", "beside"})
_SHORT_TITLE = 60
_MAX_WITH = 6
_MAX_DEPTH = 3
_MAX_MENTIONS = 12
_MAX_LEAD = 8


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
    passed = strip_auxiliaries(layout.masked, floor, cue.start)
    if passed.negated or (passed.passive and not cue.participle and not passive):
        return None
    if passed.infinitive or (cue.participle and not passed.passive):
        return _speaker_of_participle(layout, cue, passed.end, depth)
    before = layout.masked[floor : passed.end].rstrip()
    if cue.noun and not _is_verb(layout, cue):
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


def _is_verb(layout: Layout, cue: Cue) -> bool:
    """Whether what may be a noun has an object: "A report calls the accounts “…”"."""
    following = next_word(layout.masked, cue.end, cue.end + SETTING_WINDOW)
    return cue.use == "labels" and following is not None and following[0] in _OBJECTS


def _subject_before(
    layout: Layout, cue: Cue, floor: int, before: str, depth: int
) -> Speaker | None:
    """The subject that ends with the text ``before``, which begins at ``floor``."""
    if not before:
        return _subject_across_title(layout, floor)
    joint = last_word(before, 0, len(before))
    if joint and joint[0] in {"and", "but", "or"}:
        return _speaker_of_participle(layout, cue, floor + joint[1], depth)
    return phrase_at_end(layout, floor, before)


def is_passive(layout: Layout, cue: Cue) -> bool:
    """Whether a form of "be" stands before a verb ("was told")."""
    passed = strip_auxiliaries(layout.masked, _clause_floor(layout, cue.start), cue.start)
    return passed.passive and not cue.participle


def is_denied(layout: Layout, cue: Cue) -> bool:
    """Whether somebody did not say it ("did not say", "declined to say")."""
    floor = _clause_floor(layout, cue.start)
    return strip_auxiliaries(layout.masked, floor, cue.start).negated


def is_loose(layout: Layout, cue: Cue) -> bool:
    """Whether a verb stands in its bare form ("hopes to say"), which reaches less far."""
    floor = _clause_floor(layout, cue.start)
    passed = strip_auxiliaries(layout.masked, floor, cue.start)
    joint = last_word(layout.masked, floor, passed.end)
    return cue.base and (passed.infinitive or (joint is not None and joint[0] in {"and", "or"}))


def _clause_floor(layout: Layout, position: int) -> int:
    """Where the search to the left of a cue stops: its sentence, a quotation, the window."""
    floor = max(layout.sentence_at(position).start, position - WINDOW)
    stops = (layout.masked.rfind(mark, floor, position) + 1 for mark in (MASK, ";", ": "))
    return max(floor, *stops)


def _speaker_of_participle(layout: Layout, cue: Cue, end: int, depth: int) -> Speaker | None:
    """The subject of the clause that "…, adding" hangs on."""
    floor = max(layout.sentence_at(cue.start).start, cue.start - WINDOW)
    floor = max(floor, layout.masked.rfind(";", floor, cue.start) + 1)
    absolute = _after_with(layout, floor, end)
    if absolute:
        return absolute
    before = last_word(layout.masked, floor, cue.start)
    if cue.participle and before and before[0] == "for":
        return blamed_for(layout, floor, before[1])
    if before and _is_bound(layout, cue, before[0]):
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


def _is_bound(layout: Layout, cue: Cue, before: str) -> bool:
    """Whether the word before a participle keeps it from having the clause's subject."""
    gerund = before.lower() in _BEFORE_GERUND | DETERMINERS
    if cue.participle and (gerund or (cue.noun and not _is_verb(layout, cue))):
        return True
    return before.lower() in layout.text_nouns and not _is_issued(layout, cue)


def _is_issued(layout: Layout, cue: Cue) -> bool:
    """Whether somebody gives out the text that a participle reads: "wrote a letter saying"."""
    start = max(0, cue.start - SETTING_WINDOW)
    if any(earlier.use in _GIVING_OUT for earlier in layout.cues_between(start, cue.start)):
        return True
    last = last_word(layout.masked, start, cue.start)
    word = last[0].lower() if last else ""
    return setting_before(layout.masked, start, cue.start, word) is not None


def _after_with(layout: Layout, floor: int, end: int) -> Speaker | None:
    """The subject of "…, with one resident saying"."""
    start = layout.masked.rfind(" with ", max(floor, end - SETTING_WINDOW), end)
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
