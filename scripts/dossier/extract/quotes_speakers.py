"""Find whose a reporting word is.

English news puts the speaker in few places: straight before the verb ("the mayor said"),
before a comma with something in between ("Novak, who chairs the board, said"), after it ("said
the mayor"), or, for a participle, at the head of the clause ("The board voted no, saying").
Each rule looks at a bounded stretch and takes no speaker rather than a doubtful one.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from dossier.extract.quotes_cues import MASK, Cue, Layout
from dossier.extract.quotes_phrases import (
    Speaker,
    of_mention,
    only_premodifiers,
    phrase_after,
    phrase_before,
)
from dossier.extract.quotes_words import (
    AGE,
    BE,
    DAYS,
    HELPERS,
    NEGATIONS,
    OPENERS,
    PREPOSITIONS,
    REFUSALS,
    RELATIVES,
    SETTING,
    is_adverb,
    last_word,
    next_word,
)
from dossier.vocabulary import MentionForm

_TURN = re.compile(r"(?:,|;) (?:but|while|and) (?:the |an? )?")
_BEFORE_GERUND = frozenset({"to", "of", "for", "without", "from", "about", "on", "against", "keep"})
WINDOW = 400
"""Most code points a rule looks back or ahead."""

_MAX_STEPS = 10
_MAX_SEGMENTS = 10
_SETTING_WINDOW = 80
_SHORT_TITLE = 60
_MAX_MENTIONS = 12
_MAX_LEAD = 8


@dataclass(frozen=True, slots=True)
class _Stripped:
    """What was passed between a verb and the end of its subject."""

    end: int
    passive: bool = False
    negated: bool = False
    infinitive: bool = False


def speaker_of_cue(layout: Layout, cue: Cue) -> Speaker | None:
    """Find the subject of a reporting verb, looking to its left.

    Args:
        layout: The text.
        cue: A verb.

    Returns:
        The subject; None if the verb is passive, denied or a noun here, or if no words that
        could name somebody stand where its subject belongs.
    """
    floor = _clause_floor(layout, cue.start)
    passed = _strip_helpers(layout.masked, floor, cue.start)
    if passed.negated or (passed.passive and not cue.participle):
        return None
    if passed.infinitive or (cue.participle and not passed.passive):
        return _speaker_of_participle(layout, cue, passed.end)
    before = layout.masked[floor : passed.end].rstrip()
    if not before:
        return _subject_across_title(layout, floor)
    if before[-1] in ",)–—":
        return None if cue.noun else _subject_before_comma(layout, floor, floor + len(before) - 1)
    found = phrase_before(layout, floor, floor + len(before))
    if cue.noun and (found is None or found.mention_id is None):
        return None
    return found


def is_passive(layout: Layout, cue: Cue) -> bool:
    """Whether a form of "be" stands before a verb ("was told")."""
    passed = _strip_helpers(layout.masked, _clause_floor(layout, cue.start), cue.start)
    return passed.passive and not cue.participle


def is_denied(layout: Layout, cue: Cue) -> bool:
    """Whether somebody did not say it ("did not say", "declined to say")."""
    floor = _clause_floor(layout, cue.start)
    return _strip_helpers(layout.masked, floor, cue.start).negated


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
        setting = SETTING.search(masked, max(floor, end - _SETTING_WINDOW), end)
        if setting:
            end = setting.start()
            continue
        found = last_word(masked, floor, end)
        if found is None:
            break
        word = found[0].lower()
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


def _speaker_of_participle(layout: Layout, cue: Cue, end: int) -> Speaker | None:
    """The subject of the clause that "…, adding" hangs on."""
    floor = max(layout.sentence_at(cue.start).start, cue.start - WINDOW)
    floor = max(floor, layout.masked.rfind(";", floor, cue.start) + 1)
    before = last_word(layout.masked, floor, end)
    if before and (cue.noun or before[0].lower() in _BEFORE_GERUND):
        return None
    turn = _last_turn(layout, floor, end)
    if turn > floor and not layout.cues_between(turn, cue.start):
        return main_subject(layout, turn, end)
    for earlier in reversed(layout.cues_between(turn, cue.start)[-3:]):
        if is_passive(layout, earlier):
            continue
        found = speaker_of_cue(layout, earlier)
        if found is None and layout.masked[floor : earlier.start].rstrip(" ,").endswith(MASK):
            found = phrase_after(layout, earlier.end)
        if found:
            return found
    return main_subject(layout, floor, end)


def _last_turn(layout: Layout, floor: int, end: int) -> int:
    """Where the last main clause of a sentence begins: ", but the mayor …"."""
    for match in reversed(list(_TURN.finditer(layout.masked, floor, end))):
        if layout.mentions_between(match.end(), match.end() + 1):
            return match.end()
    return floor


def main_subject(layout: Layout, floor: int, end: int) -> Speaker | None:
    """The first mention of a clause that can be its subject.

    Args:
        layout: The text.
        floor: Where the clause begins.
        end: Where the search stops.
    """
    return _first_subject(layout, _skip_opener(layout.masked, floor, end), end)


def _skip_opener(masked: str, floor: int, end: int) -> int:
    """Where a clause begins after "When …," or "In …,"."""
    first = next_word(masked, floor, end)
    if first is None:
        return floor
    word = first[0].lower()
    if word in OPENERS or word.endswith("ing"):
        comma = masked.find(",", floor, end)
        return comma + 1 if comma >= 0 else floor
    return floor


def _first_subject(layout: Layout, floor: int, end: int) -> Speaker | None:
    for mention in layout.mentions_between(floor, end)[:_MAX_MENTIONS]:
        before = last_word(layout.masked, floor, mention.anchor.start)
        steps = 0
        while before and steps < _MAX_STEPS and _is_title_word(before[0], mention.title):
            before = last_word(layout.masked, floor, before[1])
            steps += 1
        word = before[0].lower() if before else ""
        after = layout.masked[mention.anchor.end : mention.anchor.end + 2]
        if word in PREPOSITIONS or word.endswith("ing") or after in {"’s", "'s"}:
            continue
        if after in {"’ ", "' "} and mention.anchor.exact.endswith("s"):
            continue
        if (
            steps
            or word == ""
            or layout.masked[floor : mention.anchor.start].count(" ") <= _MAX_LEAD
        ):
            return of_mention(mention)
        return None
    return None


def _is_title_word(word: str, title: str) -> bool:
    return word.lower() in {"the", "a", "an", "then"} or word in title.split()


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
    return _subject_before_comma(layout, left, last[1] + len(last[0]))


def _subject_before_comma(layout: Layout, floor: int, end: int) -> Speaker | None:
    """The subject where commas part it from its verb.

    Walks left over what may stand between (ages, relative clauses, participles) and takes the
    leftmost of the noun phrases that follow each other in apposition, one with a name first.
    """
    commas = [at for at in range(floor, end) if layout.masked[at] in ",()–—"]
    chain: list[Speaker] = []
    bounds = [floor - 1, *commas, end][-_MAX_SEGMENTS:]
    for left, right in reversed(list(pairwise(bounds))):
        segment = layout.masked[left + 1 : right]
        if not segment.strip() or AGE.match(segment):
            continue
        found = None if _is_aside(segment) else phrase_before(layout, left + 1, right)
        if found is None or (found.mention_id is None and chain):
            if chain:
                break
            continue
        chain.append(found)
        if not only_premodifiers(layout.masked[left + 1 : found.start]):
            break
    named = [speaker for speaker in chain if _is_named(layout, speaker)]
    return named[-1] if named else (chain[-1] if chain else None)


def _is_named(layout: Layout, speaker: Speaker) -> bool:
    return any(
        mention.id == speaker.mention_id and mention.form is MentionForm.NAME
        for mention in layout.mentions_between(speaker.start, speaker.start + 1)
    )


def _is_aside(segment: str) -> bool:
    """Whether a stretch between commas is no noun phrase: "who …", "of …", "speaking …"."""
    found = next_word(segment, 0, len(segment))
    if found is None:
        return True
    word = found[0].lower()
    verbal = found[0].islower() and word.endswith(("ing", "ed", "ly"))
    return verbal or word in RELATIVES or word in PREPOSITIONS or word in OPENERS
