"""Find indirect speech: what somebody is reported to have said, in the outlet's words.

"X said that …" · "X told Y that …" · "…, X said." · "According to X, …". A sentence whose
quoted words are already somebody's is left alone, so that nothing is reported twice.
"""

import re
from collections.abc import Iterable

from dossier.anchors import make_anchor
from dossier.extract.quotes.antecedents import settle_speaker
from dossier.extract.quotes.cues import ACCORDING, MASK, Cue, Layout
from dossier.extract.quotes.phrases import Speaker, is_self, only_premodifiers, phrase_after
from dossier.extract.quotes.speakers import is_denied, speaker_of_cue
from dossier.extract.quotes.words import DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES
from dossier.ids import make_id
from dossier.model import Quote, Sentence
from dossier.vocabulary import PassageKind, QuoteKind

_CLAUSE_TAKING = frozenset({"says", "tells"})
_THAT = re.compile(
    r"\s+(?P<before>(?:[^\s,;:]+\s+){0,8}?)(?:that|whether)\s+(?!day\b|week\b|month\b|year\b)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|could|can|may|might|must|should|did|does|do|"
    r"isn[’']t|aren[’']t|wasn[’']t|weren[’']t|hasn[’']t|hadn[’']t|won[’']t|wouldn[’']t|"
    r"couldn[’']t|can[’']t|didn[’']t|doesn[’']t|don[’']t)\b"
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|to)\b")
_WHEN = re.compile(
    r"\s+(?:(?:on|late|early|last|this)\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?:\s+(?:morning|afternoon|evening|night))?|\s+(?:yesterday|today|earlier|later)\b"
)
_OBJECTS = frozenset({"him", "her", "them", "me", "us", "himself", "herself", "and", "or"})
_REGION = re.compile(r",(?: [A-Z][\w.]{1,20}){1,2},")
_SAY = frozenset({"say", "says", "said", "told", "tells", "tell"})
_REACH = 120
_MAX_CLAUSE, _MAX_SENTENCE = 1000, 3000
"""Characters. Nobody reports more at once; without an end, each "said" of a line without full
stops would report all that follows on it."""

_FEWEST_WORDS = 4


def find_indirect(layout: Layout, quotes: Iterable[Quote]) -> list[Quote]:
    """Find indirect speech.

    Args:
        layout: The text.
        quotes: The quotations found so far.

    Returns:
        Quotations of kind INDIRECT whose content is the reported clause.
    """
    taken = {quote.cue.start for quote in quotes if quote.cue}
    quoted_in = {quote.sentence_id for quote in quotes if quote.speaker_words}
    found: dict[int, Quote] = {}
    text = layout.source.text
    for cue in layout.cues:
        sentence = layout.sentence_at(cue.start)
        if cue.start in taken or cue.participle or sentence.end - sentence.start > _MAX_SENTENCE:
            continue
        if layout.source.passages[sentence.passage].kind is PassageKind.POST:
            continue
        reported = _according(layout, sentence, cue) or _said(layout, sentence, cue)
        if reported is None:
            continue
        (start, end), speaker = reported
        if is_self(layout, speaker):
            continue
        if sentence.id in quoted_in and MASK in layout.masked[start:end]:
            continue
        if end - start <= _MAX_CLAUSE and len(text[start:end].split()) >= _FEWEST_WORDS:
            meant = settle_speaker(layout, speaker)
            found.setdefault(start, _indirect(layout, (start, end), meant, cue))
    return [found[start] for start in sorted(found)]


def _indirect(layout: Layout, span: tuple[int, int], speaker: Speaker, cue: Cue) -> Quote:
    content = make_anchor(layout.source, *span)
    return Quote(
        id=make_id("q", layout.source.id, content.start, content.exact, QuoteKind.INDIRECT),
        content=content,
        sentence_id=layout.sentence_at(content.start).id,
        kind=QuoteKind.INDIRECT,
        cue=make_anchor(layout.source, cue.start, cue.end),
        speaker_words=make_anchor(layout.source, speaker.start, speaker.end),
        speaker_id=speaker.mention_id,
    )


Reported = tuple[tuple[int, int], Speaker]


def _according(layout: Layout, sentence: Sentence, cue: Cue) -> Reported | None:
    """According to X, … · …, according to X."""
    if cue.use != ACCORDING:
        return None
    speaker = phrase_after(layout, cue.end)
    if speaker is None:
        return None
    if cue.start == sentence.start:
        comma = layout.masked.find(",", speaker.end, min(sentence.end, speaker.end + _REACH))
        region = _REGION.match(layout.masked, comma)
        comma = region.end() - 1 if region else comma
        return (_clause(layout, comma + 1, sentence.end), speaker) if comma >= 0 else None
    return _clause(layout, max(sentence.start, cue.start - _MAX_CLAUSE), cue.start), speaker


def _said(layout: Layout, sentence: Sentence, cue: Cue) -> Reported | None:
    if cue.use not in _CLAUSE_TAKING or is_denied(layout, cue):
        return None
    start = _clause_start(layout, sentence, cue)
    if start is None:
        return _said_last(layout, sentence, cue)
    speaker = speaker_of_cue(layout, cue)
    if speaker is None or _is_inserted(layout, sentence, speaker):
        return None
    return _clause(layout, start, _clause_end(layout, sentence, cue, speaker)), speaker


def _is_inserted(layout: Layout, sentence: Sentence, speaker: Speaker) -> bool:
    """Whether "X said" stands inside a relative clause: the vote, which X said was rigged."""
    before = layout.masked[max(sentence.start, speaker.start - _REACH) : speaker.start]
    words = [word.lower() for word in before.split()[-_FEWEST_WORDS:]]
    return any(word in RELATIVES for word in words)


def _clause_start(layout: Layout, sentence: Sentence, cue: Cue) -> int | None:
    """Where the clause begins that a verb on its left reports; None if none follows."""
    end = min(sentence.end, cue.end + _REACH)
    that = _THAT.match(layout.masked, cue.end, end)
    if that and MASK not in that.group():
        return that.end()
    start = cue.end
    when = _WHEN.match(layout.masked, start, end)
    if when:
        start = when.end()
    if cue.use == "tells":
        addressee = phrase_after(layout, start)
        if addressee is None:
            return None
        start = addressee.end
    following = layout.masked[start:end]
    words = following.split()
    if not words or not following[0].isspace() or words[0].lower() in PREPOSITIONS:
        return None
    verb = layout.masked[cue.start : cue.end].lower()
    finite = _FINITE.search(following)
    clause = finite and not _RELATIVE.search(following, 0, finite.start())
    if words[0].lower() in _OBJECTS or (verb not in _SAY and "," in following[: _start(finite)]):
        return None
    pronoun = words[0].lower() in PRONOUNS | {"there"}
    opens = cue.use != "tells" and (words[0].lower() in DETERMINERS or words[0][0].isupper())
    return start if clause or (verb in _SAY and (pronoun or opens)) else None


def _start(match: re.Match[str] | None) -> int:
    return match.start() if match else 0


def _clause_end(layout: Layout, sentence: Sentence, cue: Cue, speaker: Speaker) -> int:
    """The end of the sentence, or where somebody else begins to speak in it."""
    for later in layout.cues_between(cue.end, sentence.end)[:4]:
        other = None if later.participle else speaker_of_cue(layout, later)
        if other and other.start > cue.end and other.mention_id != speaker.mention_id:
            comma = layout.masked.rfind(",", cue.end, other.start)
            if comma > cue.end and len(layout.masked[comma : other.start].split()) <= _FEWEST_WORDS:
                return comma
    aside = layout.masked.find(" the article ", cue.end, sentence.end)
    comma = layout.masked.rfind(",", cue.end, aside) if aside >= 0 else -1
    return comma if comma > 0 else sentence.end


def _said_last(layout: Layout, sentence: Sentence, cue: Cue) -> Reported | None:
    """…, X said. · …, said X."""
    floor = max(sentence.start, cue.start - _MAX_CLAUSE)
    comma = layout.masked.rfind(",", floor, cue.start)
    after = layout.masked[cue.end : sentence.end]
    if comma < 0 or "," in after or ":" in after or MASK in layout.masked[comma : sentence.end]:
        return None
    inverted = not layout.masked[comma + 1 : cue.start].strip()
    speaker = phrase_after(layout, cue.end) if inverted else speaker_of_cue(layout, cue)
    if speaker is None or len(after.split()) > 2 * _FEWEST_WORDS:
        return None
    if inverted and speaker.mention_id is None:
        return None
    if not inverted:
        comma = layout.masked.rfind(",", floor, speaker.start)
        lead = layout.masked[comma + 1 : speaker.start]
        if comma < 0 or not only_premodifiers(lead):
            return None
    return _clause(layout, floor, comma), speaker


def _clause(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """Trim white space, commas and the last full stop from a clause."""
    text = layout.source.text
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
        end -= 1
    return start, max(end, start + 1)
