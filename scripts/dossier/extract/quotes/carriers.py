"""Find who passes a quotation on: "told the Daily Ledger", "according to the ministry"."""

import re

from dossier.extract.quotes.credit import Attribution
from dossier.extract.quotes.cues import ACCORDING, Cue, Layout
from dossier.extract.quotes.phrases import Speaker, phrase_after
from dossier.extract.quotes.speakers import is_passive, speaker_of_cue
from dossier.extract.quotes.words import PRONOUNS, next_word
from dossier.model import Sentence
from dossier.vocabulary import ActorKind

_PASSED_ON = re.compile(
    r"\b(?:interview\s+with|speaking\s+(?:to|with)|spoke\s+(?:to|with)|"
    r"(?:remarks|comments|statement|message)\s+to|(?:carried|published|quoted|cited|reported|"
    r"released|aired|translated|seen|obtained)\s+by|(?:say|says|said|saying)\s+to|saying\s+by)\s+",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?: [A-Z][\w’'-]{1,30}){1,4}")
_NEAR = 120
_WINDOW = 600


def find_carrier(
    layout: Layout, sentence: Sentence, attribution: Attribution
) -> tuple[int, int] | None:
    """Find the words for whoever passes a quotation on to the outlet.

    Args:
        layout: The text.
        sentence: The sentence the quotation begins in.
        attribution: Whose it is.

    Returns:
        The range of the words; None if the sentence names nobody but the speaker.
    """
    near = attribution.cue[0] if attribution.cue else sentence.start
    start, end = max(sentence.start, near - _WINDOW), min(sentence.end, near + _WINDOW)
    for cue in layout.cues_between(start, end):
        if (cue.start, cue.end) == attribution.cue and cue.use not in {"tells", "quotes"}:
            continue
        if cue.use == "quotes" and _quotes_for(layout, cue, attribution):
            return _range(layout, speaker_of_cue(layout, cue), attribution)
        if cue.use == ACCORDING:
            return _range(layout, whole_name(layout, phrase_after(layout, cue.end)), attribution)
        if cue.use == "tells" and (cue.start, cue.end) == attribution.cue:
            addressee = whole_name(layout, phrase_after(layout, cue.end))
            if addressee and _passes_on(layout, addressee):
                return _range(layout, addressee, attribution)
    for match in _PASSED_ON.finditer(layout.masked, start, end):
        carrier = whole_name(layout, phrase_after(layout, match.end()))
        if carrier and (_passes_on(layout, carrier) or match.group().startswith("interview")):
            return _range(layout, carrier, attribution)
    return None


def _quotes_for(layout: Layout, cue: Cue, attribution: Attribution) -> bool:
    """Whether "quoted" leads to this very quotation: "the paper quoted her as saying"."""
    if attribution.cue is None or is_passive(layout, cue):
        return False
    if attribution.cue == (cue.start, cue.end):
        return True
    between = layout.masked[cue.end : attribution.cue[0]]
    return between.rstrip().endswith(" as") and len(between) <= _NEAR


def _range(
    layout: Layout, carrier: Speaker | None, attribution: Attribution
) -> tuple[int, int] | None:
    if carrier is None or carrier.start == attribution.speaker.start:
        return None
    if layout.masked[carrier.start : carrier.end].lower() in PRONOUNS:
        return None
    return carrier.start, carrier.end


def whole_name(layout: Layout, carrier: Speaker | None) -> Speaker | None:
    """A name as far as its capitals go: a place may open an outlet's name."""
    more = _CAPITALS.match(layout.masked, carrier.end) if carrier else None
    return Speaker(carrier.start, more.end()) if carrier and more else carrier


def _passes_on(layout: Layout, carrier: Speaker) -> bool:
    """Whether the words name an outlet or its people."""
    words = layout.masked[carrier.start : carrier.end].split()
    following = next_word(layout.masked, carrier.end, carrier.end + _NEAR)
    words += [following[0]] if following else []
    if any(word in layout.media_nouns or word.lower() in layout.media_nouns for word in words):
        return True
    return any(
        mention.id == carrier.mention_id and mention.kind is ActorKind.MEDIUM
        for mention in layout.mentions_between(carrier.start, carrier.start + 1)
    )
