"""Tell speech from scare quotes, and both from the names of works and occasions."""

import re

from dossier.extract.quotes.credit import Attribution, is_speech_like
from dossier.extract.quotes.cues import Layout
from dossier.extract.quotes.marks import Quoted
from dossier.extract.quotes.words import BREAKS, DETERMINERS, PREPOSITIONS, last_word, next_word
from dossier.vocabulary import PassageKind, QuoteKind

_ELIDED = re.compile(r"…|\.\s?\.\s?\.|\[[^\]\n]{0,80}\]")
_DESIGNATION = re.compile(r"(?=.*\d)[\w-]{2,20}\.?\Z|[A-Z]{2,10}\Z")
_SMALL = PREPOSITIONS | {"a", "an", "and", "the", "or", "vs", "v", "plus", "but", "&"}
_BREAK = re.compile(r"[.!?] [A-Z]")
_NAMING = frozenset(
    {
        "called",
        "name",
        "named",
        "titled",
        "entitled",
        "dubbed",
        "nicknamed",
        "codenamed",
        "headlined",
    }
)
_TITLING = frozenset({"titled", "entitled", "headlined", "codenamed"})
_NEAR = 40
_HOLDING_OFF = frozenset({"so-called", "self-styled", "self-proclaimed", "self-described"})
_BESIDE = frozenset({"verb-speaker", "speaker-verb", "dash", "colon"})
_SPEECH_WORDS = 7
_TITLE_WORDS = 12
_NAME_WORDS = 4
_LEAST_WORDS = 4
_LOOK_AHEAD = 3


def is_elided(words: str) -> bool:
    """Whether words were left out or put in: an ellipsis or square brackets."""
    return _ELIDED.search(words) is not None


def classify(layout: Layout, quoted: Quoted, attribution: Attribution | None) -> QuoteKind:
    """Tell what a quoted stretch is.

    Args:
        layout: The text.
        quoted: An outermost quoted stretch of it.
        attribution: Whose it is; None if nobody is named.

    Returns:
        DIRECT or MIXED for speech, with or without a speaker; SCARE or TITLE otherwise.
    """
    words = layout.source.text[quoted.inner_start : quoted.inner_end].split()
    beside = attribution is not None and attribution.rule in _BESIDE
    if _is_nickname(layout, quoted, words) or _is_named_so(layout, quoted):
        return QuoteKind.TITLE
    if not beside and (_is_title(layout, quoted, words) or _is_office(layout, quoted)):
        return QuoteKind.TITLE
    if _is_held_off(layout, quoted, attributed=attribution is not None):
        return QuoteKind.SCARE
    in_post = layout.passage_at(quoted.start).kind is PassageKind.POST
    if attribution is None and (in_post or len(words) < _SPEECH_WORDS):
        return QuoteKind.SCARE
    return QuoteKind.DIRECT if _is_sentence(layout, quoted, words) else QuoteKind.MIXED


def _is_nickname(layout: Layout, quoted: Quoted, words: list[str]) -> bool:
    """Whether quoted words stand inside a name: Ann “Lucky” Novak."""
    before = last_word(layout.masked, max(0, quoted.start - _NEAR), quoted.start)
    behind = next_word(layout.masked, quoted.end, quoted.end + _NEAR)
    if before is None or behind is None or len(words) >= _NAME_WORDS or words[-1][-1] in ",.!?":
        return False
    around = layout.masked[quoted.start - 1] + layout.masked[quoted.end : quoted.end + 1]
    capital = all(word[0].isupper() for word in (before[0], words[-1], behind[0]))
    opener = before[0].lower() in PREPOSITIONS | DETERMINERS | BREAKS
    headline = layout.passage_at(quoted.start).kind is PassageKind.TITLE
    return around == "  " and capital and not (opener or headline)


def _is_named_so(layout: Layout, quoted: Quoted) -> bool:
    """Whether the word before says that what is quoted is a title: a book titled “…”."""
    before = last_word(layout.masked, layout.sentence_at(quoted.start).start, quoted.start)
    return before is not None and before[0].lower() in _TITLING


def _is_title(layout: Layout, quoted: Quoted, words: list[str]) -> bool:
    """Whether quoted words are a name: capitals throughout, or beside a word for a work."""
    last = words[-1].rstrip(",;'’")
    if len(words) == 1 and _DESIGNATION.match(last):
        return True
    if len(words) > _TITLE_WORDS or last.endswith("…") or not words[0][0].isalnum():
        return False
    content = [word for word in words if word.lower().rstrip(".") not in _SMALL]
    capitals = bool(content) and all(word[0].isupper() or word[0].isdigit() for word in content)
    if not capitals:
        return False
    beside_work = _beside_work(layout, quoted)
    if last.endswith("."):
        return beside_work and len(words) <= _NAME_WORDS
    if layout.passage_at(quoted.start).kind is PassageKind.TITLE:
        return beside_work
    return beside_work or (len(content) > 1 and not last.endswith(("!", "?")))


def _beside_work(layout: Layout, quoted: Quoted) -> bool:
    sentence = layout.sentence_at(quoted.start)
    before = last_word(layout.masked, sentence.start, quoted.start)
    if before and before[0].lower() in layout.work_nouns | _NAMING:
        return True
    position = quoted.end
    for _ in range(_LOOK_AHEAD):
        following = next_word(layout.masked, position, sentence.end)
        if following is None:
            return False
        if following[0].lower() in layout.work_nouns:
            return True
        position = following[1]
    return False


def _is_office(layout: Layout, quoted: Quoted) -> bool:
    """Whether quoted words are the office of whoever is named next: “president” Novak."""
    holder = layout.mentions_between(quoted.end, quoted.end + 2)
    return any(mention.title_quoted for mention in holder)


def _is_held_off(layout: Layout, quoted: Quoted, *, attributed: bool) -> bool:
    """Whether words are held at a distance: so-called “…”, or a label “…” before a name."""
    before = last_word(layout.masked, layout.sentence_at(quoted.start).start, quoted.start)
    if before and before[0].lower() in _HOLDING_OFF:
        return True
    if attributed or layout.masked[quoted.end : quoted.end + 1] != " ":
        return False
    labelled = layout.mentions_between(quoted.end + 1, quoted.end + 2)
    named = any(mention.anchor.exact[0].isupper() for mention in labelled)
    return named and not is_speech_like(layout, quoted)


def _is_sentence(layout: Layout, quoted: Quoted, words: list[str]) -> bool:
    """Whether quoted words are a sentence of their own rather than part of the outlet's."""
    first = words[0].lstrip("[(“‘'\"…")
    if not first or not (first[0].isupper() or first[0].isdigit() or words[0][0] == "…"):
        return False
    sentence = layout.sentence_at(quoted.start)
    before = layout.masked[max(sentence.start, quoted.start - 2) : quoted.start].strip()
    opens = not layout.masked[sentence.start : quoted.start].strip(" \"'–—-")
    ends = words[-1].rstrip("'’”\"").endswith((".", ",", "!", "?", "…", "—", "–"))
    after_cue = any(
        cue.end + 1 == quoted.start for cue in layout.cues_between(quoted.start - 20, quoted.start)
    )
    introduced = before.endswith((":", ",")) or after_cue
    inner = layout.source.text[quoted.inner_start : quoted.inner_end]
    after_colon = before.endswith(":") and len(words) > 1
    whole = ends or after_colon or len(words) >= _SPEECH_WORDS or _BREAK.search(inner) is not None
    return (
        (opens and (ends or len(words) > 1))
        or (introduced and whole)
        or (ends and len(words) >= _LEAST_WORDS)
    )
