"""Which way a date looks.

"Met on Friday" and "will meet on Friday" mean different Fridays. The nearest cue before the
words decides, and where there is none the first behind them.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from dossier.extract.timex.asked import find_asked
from dossier.extract.timex.words import any_by_letter
from dossier.settings import Lexicon
from dossier.vocabulary import Direction

_WORD = re.compile(r"[A-Za-z][a-z’']*")
_PAST = frozenset(
    {"was", "were", "had", "did", "has", "have", "been", "ago", "earlier", "yesterday", "since"}
)
_NOT_PAST = frozenset(
    {
        *{"need", "indeed", "feed", "speed", "seed", "breed", "deed", "weed", "bleed", "proceed"},
        *{"succeed", "exceed", "hundred", "sacred", "naked", "wicked", "shed", "united", "armed"},
    }
)
_NO_PAST_AFTER = frozenset(
    {
        *{"be", "being", "get", "to", "will", "would", "shall", "may", "might", "can", "could"},
        *{"must", "stay", "remain", "keep", "stays", "remains", "keeps"},
    }
)
"""What follows these is a plan, a state, or a base form that looks like a past ("will run")."""
_BETWEEN = frozenset({"also", "not", "again", "only", "first", "then", "still", "soon"})
"""Stand between an auxiliary and its verb, as words in -ly do ("will be formally opened")."""
_STATES = frozenset(
    {
        *("allowed", "permitted", "banned", "barred", "required", "needed", "forbidden", "closed"),
        *("reserved", "limited", "suspended", "prohibited", "restricted", "entitled", "obliged"),
        *("supposed", "meant", "intended", "designed", "advised", "urged", "invited", "called"),
    }
)
"""Behind "is" and "are" these tell how things stand, not what has happened."""
_NO_SUBJECT = frozenset(
    {
        *("the", "a", "an", "of", "and", "or", "more", "most", "its", "his", "her", "their", "our"),
        *("my", "these", "those", "some", "many", "few", "several", "all", "no", "any", "new"),
        *("other", "in", "by", "to", "for", "with", "from", "after", "before", "on", "at", "as"),
        *("than", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "last"),
        *("first", "second", "third", "recent", "official", "air", "early", "late", "over"),
    }
)
"""A word in -s behind these is a noun, not what a timetable's verb would be said of."""
_OF_A_THING = frozenset({"the", "a", "an", "its", "their", "his", "our", "my", "your"})
"""Behind these a past form is no verb."""
_CONTRACTED = frozenset({"it", "he", "she", "who", "that", "there", "what", "where", "here", "how"})
_NO_GERUND = frozenset(
    {"king", "thing", "nothing", "everything", "anything", "something", "meeting", "hearing"}
)
_MANY = frozenset({"they", "we", "people", "police", "men", "women", "children", "who", "both"})
_WAS_SO = re.compile(
    r"\b(?:ceased|used|appeared|seemed|proved|turned[ \t]out|happened|came|claimed|failed|found"
    r"|said|believed|known|thought|reported|alleged|considered|shown|seen)[ \t]\Z"
)
_HAD_BEEN = re.compile(
    r"\b(?:was|were|had[ \t]been)[ \t](?:(?:first|also|then|long|[a-z]{2,12}ly)[ \t])?\Z"
)
_PLANS = re.compile(r"(?:expected|scheduled|slated|planned|planning|due|set|supposed|forecast)\b")
_WAS_TO = re.compile(r"(?:was|were)[ \t]")
_SHORTEST_LOOK = 32
_PLANNED = frozenset({"expected", "scheduled", "slated", "planned", "set", "was", "due"})
"""Behind a date these are said of what is planned for it: "the Friday vote, planned since …"."""
_CALLED_OFF = re.compile(
    r"\b(?:(?:has|have|had)[ \t]been|was|were|is|are)[ \t]"
    r"(?:called[ \t]off|cancelled|canceled|scrapped|axed|put[ \t]off|abandoned)\b"
)
"""What stands before these was planned, and may lie ahead."""
_NO_NOUN = frozenset(
    {
        "resume",
        "reopen",
        "reconvene",
        "meet",
        "sit",
        "begin",
        "decide",
        "arrive",
        "depart",
        "appear",
    }
)
"""Plain forms that are no nouns: "were adjourned on Tuesday and resume on Thursday"."""
_BEHIND_COMMA = re.compile(
    r"(?:,|and)[ \t][a-z]{3,12}[ \t](?:again[ \t])?(?:on|in|at|from|next|this|for|to|tomorrow)\b"
)
"""A plain form whose subject stands before an insertion: "schools, shut since May, reopen on …"."""
_REACH_ARRANGED = 48
_REACH_BACK = 160
_REACH_AHEAD = 240
_MOST_BACK = 4
_SHORTEST_PAST = 4


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Cues of tense.

    Attributes:
        past: Irregular past forms and auxiliaries, lower case.
        future: Finds words after which a date lies ahead.
        arranged: Third persons of verbs whose plain present tells of what is arranged.
        arranged_of_many: Their plain forms, which count behind a plural.
        verbs: All these but those that ``future`` finds.
    """

    past: frozenset[str]
    future: re.Pattern[str]
    arranged: frozenset[str]
    arranged_of_many: frozenset[str]
    verbs: frozenset[str]


def make_tense_words(lexicon: Lexicon) -> TenseWords:
    """Make the cues from ``irregular_verbs``, ``future_cues`` and ``timetable_verbs``."""
    past = {
        form
        for forms in lexicon.values("irregular_verbs").values()
        for form in forms
        if not form.endswith("ing")
    }
    cues = any_by_letter(lexicon.terms("future_cues") or ["will"])
    ahead = re.compile(rf"(?:\b|(?=['’])){cues}\b")
    plain = frozenset(lexicon.terms("timetable_verbs"))
    arranged = frozenset(_third_person(verb) for verb in plain)
    told = frozenset(past | _PAST)
    return TenseWords(told, ahead, arranged, plain, told | arranged | plain)


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}{'es' if verb.endswith(('s', 'sh', 'ch', 'x', 'o')) else 's'}"


class _Cue(NamedTuple):
    """A word that tells which way the dates about it look.

    Attributes:
        start: First code point.
        end: Code point after the last.
        direction: Where it looks.
        reach: How far it does, in code points.
        behind_only: Whether it says so only of dates before it.
        told: Whether, behind a date, it tells what happened then: "on Friday agreed to …".
    """

    start: int
    end: int
    direction: Direction
    reach: int = _REACH_BACK
    behind_only: bool = False
    told: bool = False


class Cues:
    """The cues of tense of one sentence, found once for all its dates."""

    def __init__(self, text: str, words: TenseWords) -> None:
        ahead = [match.span() for match in words.future.finditer(text) if _leads_ahead(text, match)]
        asked = find_asked(text)
        ahead = _merge(ahead, asked) if asked else ahead
        found = [
            _Cue(start, end, _ahead_of(text, start), told=_opens_past(text[start:end], words.past))
            for start, end in ahead
        ]
        found += [
            _Cue(*match.span(), Direction.NEAREST, behind_only=True)
            for match in _CALLED_OFF.finditer(text)
        ]
        covered = 0
        before = earlier = last = ""
        for match in _WORD.finditer(text):
            word = match.group().lower()
            if word in words.verbs or word.endswith("ed"):
                while covered < len(ahead) and ahead[covered][1] <= match.start():
                    covered += 1
                inside = covered < len(ahead) and ahead[covered][0] < match.end()
                cue = None if inside else _read_verb(match, (earlier, before, last), words)
                found += [cue] if cue else []
            if word not in _BETWEEN and not word.endswith("ly"):
                before, earlier = word, before
            last = match.group() if match.start() else word  # the "A" of "NBA" is no article
        # A longer cue stands for the words it is made of.
        found.sort(key=lambda cue: (cue.start, -cue.end))
        self._starts = [cue.start for cue in found]
        self._cues = found

    def direction(self, start: int, end: int) -> Direction:
        """Direction of the words between ``start`` and ``end``; NEAREST without a cue."""
        place = bisect_left(self._starts, start)
        for cue in reversed(self._cues[max(0, place - _MOST_BACK) : place]):
            if not cue.behind_only and start - cue.end <= cue.reach:
                return cue.direction
        place = bisect_left(self._starts, end)
        if place < len(self._cues):
            cue = self._cues[place]
            if cue.start - end <= (_REACH_AHEAD if cue.reach == _REACH_BACK else cue.reach):
                return Direction.PAST if cue.told else cue.direction
        return Direction.NEAREST


def _read_verb(match: re.Match[str], led: tuple[str, str, str], words: TenseWords) -> _Cue | None:
    """The cue that a verb is by itself; None if it is none, as where it is a name's.

    Args:
        match: The word.
        led: The two words before it that are no adverbs, and the very last one.
        words: The lists.
    """
    word = match.group().lower()
    name = match.start() > 0 and match.group()[0].isupper()
    before = led[1]
    if not name and _is_past(word, before, words.past) and _is_verb(word, *led):
        return _Cue(*match.span(), Direction.PAST)
    if _is_arranged(word, before, words) or _goes_on(match.string, match.start(), word, words):
        return _Cue(*match.span(), Direction.FUTURE, _REACH_ARRANGED)
    return None


def _leads_ahead(text: str, cue: re.Match[str]) -> bool:
    """Whether "to be" looks ahead: not in "ceased to be", "was found to be"."""
    if not cue.group().startswith("to "):
        return True
    near = max(0, cue.start() - _SHORTEST_LOOK)
    return _WAS_SO.search(text, near, cue.start()) is None


def _merge(cues: list[tuple[int, int]], more: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cues in text order; of those that overlap the first, and the longest of equal ones."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(cues + more, key=lambda cue: (cue[0], -cue[1])):
        if not merged or start >= merged[-1][1]:
            merged.append((start, end))
    return merged


def _ahead_of(text: str, start: int) -> Direction:
    """Where a cue that looks ahead leads to: what was planned may have come already."""
    was = _HAD_BEEN.search(text, max(0, start - _SHORTEST_LOOK), start)
    planned = was and _PLANS.match(text, start)
    return Direction.PLANNED if planned or _WAS_TO.match(text, start) else Direction.FUTURE


def _opens_past(cue: str, irregular: frozenset[str]) -> bool:
    """Whether a cue that looks ahead is itself told as past: "agreed to", "adjourned"."""
    first = cue.split(maxsplit=1)[0]
    return first not in _PLANNED and _is_past(first, "", irregular)


def _is_verb(word: str, earlier: str, before: str, last: str) -> bool:
    """Whether a past form tells what was done: not "its revised budget", "will have left"."""
    if before in _NO_PAST_AFTER or last in _OF_A_THING:
        return False
    if last.endswith(("'s", "’s")) and last[:-2] not in _CONTRACTED:
        return False
    return (word, before) != ("earlier", "no") and (before, earlier) != ("have", "will")


def _goes_on(text: str, start: int, word: str, words: TenseWords) -> bool:
    """Whether a plain present has its subject further back: "met in May and sits on Friday"."""
    third = word in words.arranged
    if not third and word not in words.arranged_of_many:
        return False
    if text.startswith(", ", start - 2):
        return _BEHIND_COMMA.match(text, start - 2) is not None
    joined = text.startswith("and ", start - 4) and (third or word in _NO_NOUN)
    return joined and _BEHIND_COMMA.match(text, start - 4) is not None


def _is_arranged(word: str, before: str, words: TenseWords) -> bool:
    """Whether a plain present tells of what is arranged: "shops reopen", "the court hears"."""
    if word in words.arranged:
        gerund = before.endswith("ing") and before not in _NO_GERUND
        no_subject = before in _NO_SUBJECT or before.endswith(("'s", "’s")) or gerund
        return bool(before) and not no_subject  # "spending rules", "breaching rules" are nouns
    if word not in words.arranged_of_many:
        return False
    plural = before.endswith("s") and not before.endswith(("ss", "'s", "’s", "us", "is"))
    return before in _MANY or (plural and len(before) >= _SHORTEST_PAST)


def _is_past(word: str, before: str, irregular: frozenset[str]) -> bool:
    if word in irregular:
        return True
    if word in _STATES and before in ("is", "are"):
        return False
    return word.endswith("ed") and len(word) >= _SHORTEST_PAST and word not in _NOT_PAST
