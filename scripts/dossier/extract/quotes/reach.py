"""How far a reporting word reaches to its right.

"Novak said the plan, which had been “shelved”, …" reaches; "When Novak spoke, the crowd of
“rebels” left" does not. The shorter the quoted words, the surer the reach has to be, for a word
or two may as well be the outlet's own scare quotes.
"""

import re

from dossier.extract.quotes.cues import Cue, Layout
from dossier.extract.quotes.marks import Quoted
from dossier.extract.quotes.speakers import is_loose
from dossier.extract.quotes.words import next_word

_CONTRAST = re.compile(r",?\s(?:but|although|though|whereas|even as)\s(?!that\b)|,\swhich\s|;")
_CLAUSE = re.compile(
    r"\b(?:that|is|are|was|were|has|had|have|will|would|could|can|may|might|must|should|did|does|do|"
    r"whether|if|be|been|not|to|the term|the phrase|the word)\b|n[’']t\b"
)
_LEADS_UP = frozenset({"when", "after", "although", "though", "while", "before", "if", "because"})
_OTHERS_WORDS = frozenset({"deny", "denies", "denied", "refute", "refutes", "refuted"})
_NAMED_WORDS = re.compile(r"\bthe (?:words?|terms?|phrase|name)\s*\Z")
_SAY = frozenset({"say", "says", "said", "tell", "tells", "told"})
_SHORT = 3
_LONG = 6
_FAR = 200
_LABEL_REACH = 120
_LOOSE_REACH = 8


def governs(layout: Layout, cue: Cue, quoted: Quoted) -> bool:
    """Whether a reporting word reaches as far as a quotation on its right.

    Args:
        layout: The text.
        cue: A reporting verb.
        quoted: A quoted stretch to its right, in the same sentence.
    """
    gap = layout.masked[cue.end : quoted.start]
    words = layout.source.text[quoted.inner_start : quoted.inner_end].count(" ") + 1
    if ";" in gap or (words <= _LONG and "," in gap and _in_opener(layout, cue)):
        return False
    if len(gap.split()) > _LOOSE_REACH and is_loose(layout, cue):
        return False
    led_up = gap.rstrip().endswith((":", ","))
    match cue.use:
        case "beside":
            return not gap.strip(" ,:") or (led_up and len(gap) <= _LABEL_REACH)
        case "issues":
            return _issues_text(layout, gap, words, led_up=led_up)
        case "labels":
            in_reach = len(gap) <= _LABEL_REACH or gap.rstrip().endswith(":")
            return in_reach and (words > _SHORT or not _CONTRAST.search(gap))
        case _:
            return _takes_clause(layout, cue, gap, words)


def _issues_text(layout: Layout, gap: str, words: int, *, led_up: bool) -> bool:
    """Whether what is issued is a text, and the quotation is likely to be its words."""
    nouns = [word.strip(".,:").lower() in layout.text_nouns for word in gap.split()]
    return any(nouns) and (led_up or words > _SHORT or any(nouns[-_SHORT:]))


def _takes_clause(layout: Layout, cue: Cue, gap: str, words: int) -> bool:
    """Whether quoted words can be part of the clause that a verb reports."""
    verb = layout.masked[cue.start : cue.end].lower()
    if words <= _SHORT and verb in _OTHERS_WORDS:
        return False
    if verb.startswith("agree") and gap.lstrip().startswith("to "):
        return False
    near = len(gap.split()) <= _SHORT and not _NAMED_WORDS.search(gap)
    if words < _SHORT and not (near or verb in _SAY or _CLAUSE.search(gap)):
        return False
    return words > _SHORT or (len(gap) <= _FAR and not _CONTRAST.search(gap))


def _in_opener(layout: Layout, cue: Cue) -> bool:
    """Whether a cue stands in a clause that only leads up to the main one: "When X said so, Y"."""
    start = layout.sentence_at(cue.start).start
    first = next_word(layout.masked, start, cue.start)
    return first is not None and first[0].lower() in _LEADS_UP
