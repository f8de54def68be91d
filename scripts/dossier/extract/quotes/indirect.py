"""Find indirect speech: what somebody is reported to have said, in the outlet's words.

"X said that …" · "X told Y that …" · "…, X said." · "According to X, …". A sentence whose
quoted words are already somebody's is left alone, so that nothing is reported twice.
"""

import re
from collections.abc import Iterable

from dossier.anchors import make_anchor
from dossier.extract.quotes.antecedents import settle_speaker
from dossier.extract.quotes.bounds import (
    FEWEST_WORDS,
    FINITE,
    REACH,
    VERB,
    clause_end,
    clause_start,
    trim_clause,
)
from dossier.extract.quotes.cues import ACCORDING, MASK, Cue, Layout
from dossier.extract.quotes.passive import quoted_speaker
from dossier.extract.quotes.phrases import (
    Speaker,
    author_behind,
    is_self,
    only_premodifiers,
    phrase_after,
)
from dossier.extract.quotes.speakers import is_denied, is_loose, is_passive, speaker_of_cue
from dossier.extract.quotes.words import (
    DAYS,
    DETERMINERS,
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    next_word,
)
from dossier.ids import make_id
from dossier.model import Quote, Sentence
from dossier.vocabulary import ActorKind, PassageKind, QuoteKind

_CLAUSE_TAKING = frozenset({"says", "tells"})
_FIRST_PERSON = frozenset({"i", "we", "you"})
_DOUBTED = frozenset({"if", "unless", "whether", "until"})
_COMMA = re.compile(r",(?!\d)")
_ASIDE = re.compile(
    r"\s*(?:(?:an?|the|his|her|its|their)\s[^,;:]{1,60}|(?:who|which)\s[^,;:]{1,120}),"
)
_WHEN_OR_WHERE = DAYS | frozenset(
    {"on", "in", "at", "to", "during", "late", "early", "last", "this", "earlier", "later", "via",
     "through", "before", "after", "again", "too", "here", "there", "by", "while", "when", "as"}
)  # fmt: skip
"""Words with which something goes on that is no clause the verb reports: "…, X said on Monday"."""
_ONLY_RELATIVE = re.compile(r"([^,]{1,60}), (?:who|which|whose|whom)\b[^,]*\Z")
_REGION = re.compile(r",(?: [A-Z][\w.]{1,20}){1,2},")
_AS_SAYING = "as saying "
_MAX_CLAUSE, _MAX_SENTENCE = 1000, 3000
"""Characters. Nobody reports more at once; without an end, each "said" of a line without full
stops would report all that follows on it."""


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
        if cue.start in taken or sentence.end - sentence.start > _MAX_SENTENCE:
            continue
        if cue.participle and not layout.masked.startswith(_AS_SAYING, cue.start - len("as ")):
            continue
        if layout.source.passages[sentence.passage].kind is PassageKind.POST:
            continue
        reported = _according(layout, sentence, cue) or _said(layout, sentence, cue)
        if reported is None:
            continue
        (start, end), speaker = reported
        if is_self(layout, speaker) or _is_told_by_the_teller(layout, speaker):
            continue
        if sentence.id in quoted_in and MASK in layout.masked[start:end]:
            continue
        if end - start <= _MAX_CLAUSE and len(text[start:end].split()) >= FEWEST_WORDS:
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


def _is_told_by_the_teller(layout: Layout, speaker: Speaker) -> bool:
    """Whether "I", "we" or "you" speak: an interview or a memoir goes on, nobody is reported."""
    words = re.split(r"[\s’']", layout.masked[speaker.start : speaker.end].lower(), maxsplit=1)
    return words[0] in _FIRST_PERSON


def _is_told_to_the_teller(layout: Layout, cue: Cue, speaker: Speaker) -> bool:
    """Whether a memoir goes on: "she told me that …" names neither who spoke nor who heard."""
    told = next_word(layout.masked, cue.end, cue.end + REACH)
    nobody = layout.masked[speaker.start : speaker.end].lower() in PRONOUNS
    return nobody and told is not None and told[0] in {"me", "us"}


def _according(layout: Layout, sentence: Sentence, cue: Cue) -> Reported | None:
    """According to X, … · …, according to X."""
    if cue.use != ACCORDING:
        return None
    speaker = phrase_after(layout, cue.end)
    if speaker is None:
        return None
    speaker = author_behind(layout, speaker) or speaker
    if cue.start == sentence.start:
        start = _behind_name(layout, sentence, speaker)
        return (_reported(layout, start, sentence.end), speaker) if start is not None else None
    begin = max(sentence.start, cue.start - _MAX_CLAUSE)
    start, end = _reported(layout, begin, cue.start)
    if not _is_clause(layout, start, end) or _ends_on_saying(layout, start, end):
        return None
    return (start, end), speaker


def _ends_on_saying(layout: Layout, start: int, end: int) -> bool:
    """Whether what is said comes only behind "…, according to X,": the court ruled, …, that."""
    last = [one for one in layout.cues_between(max(start, end - REACH), end) if one.end == end]
    return any(one.use in _CLAUSE_TAKING and not is_passive(layout, one) for one in last)


def _behind_name(layout: Layout, sentence: Sentence, speaker: Speaker) -> int | None:
    """Where what "According to X, who …," introduces begins."""
    reach = min(sentence.end, speaker.end + REACH)
    comma = _COMMA.search(layout.masked, speaker.end, reach)
    if comma is None:
        return None
    region = _REGION.match(layout.masked, comma.start())
    named = layout.mentions_between(comma.end(), comma.end() + 2)
    if any(one.kind is ActorKind.PERSON for one in named):
        region = None  # "According to Lund, Novak, who …"
    start = region.end() if region else comma.end()
    aside = _ASIDE.match(layout.masked, start, min(sentence.end, start + REACH))
    if aside and not _opens_subject(layout.masked[aside.end() : aside.end() + REACH].split()):
        return start
    told = aside and (FINITE.search(aside.group()) or VERB.search(aside.group()))
    relative = aside and aside.group().lstrip().startswith(("who", "which"))
    return aside.end() if aside and (relative or not told) else start


def _opens_subject(words: list[str]) -> bool:
    """Whether words can open a clause: "two gates were", not "such as the board"."""
    first = words[0] if words else ""
    return first[:1].isupper() or first[:1].isdigit() or first in DETERMINERS | PRONOUNS


def _reported(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """What is reported between two positions: up to a semicolon where X is named before it."""
    semicolon = layout.masked.find(";", start, end)
    if semicolon >= 0 and layout.masked[start:semicolon].strip():
        named_first = layout.masked.startswith(("According", "In the words"), start)
        start, end = (start, semicolon) if named_first else (start, end)
    return trim_clause(layout, start, end)


def _is_clause(layout: Layout, start: int, end: int) -> bool:
    """Whether words say something, rather than lead up to it ("After the vote in Lund")."""
    words = layout.masked[start:end]
    relative = _ONLY_RELATIVE.match(words)
    if relative:  # "Divers, who were half of the crew"
        words = relative[1]
    if FINITE.search(words) or VERB.search(words):
        return True
    opening = words.split(maxsplit=1)[0].lower() if words.strip() else ""
    return not relative and opening not in OPENERS | PREPOSITIONS and "," not in words


def _said(layout: Layout, sentence: Sentence, cue: Cue) -> Reported | None:
    if cue.use not in _CLAUSE_TAKING or is_denied(layout, cue) or is_loose(layout, cue):
        return None
    start = clause_start(layout, sentence, cue)
    if start is None:
        return _said_last(layout, sentence, cue)
    speaker = quoted_speaker(layout, cue) if cue.participle else speaker_of_cue(layout, cue)
    if speaker is None or _is_inserted(layout, sentence, speaker):
        return None
    if _is_told_to_the_teller(layout, cue, speaker):
        return None
    return trim_clause(layout, start, clause_end(layout, sentence, cue, start, speaker)), speaker


def _is_inserted(layout: Layout, sentence: Sentence, speaker: Speaker) -> bool:
    """Whether "X said" is no report: the vote, which X said was rigged; if X said so."""
    before = layout.masked[max(sentence.start, speaker.start - REACH) : speaker.start]
    words = [word.lower() for word in before.split()[-FEWEST_WORDS:]]
    return any(word in RELATIVES for word in words) or any(w in _DOUBTED for w in words[-2:])


def _said_last(layout: Layout, sentence: Sentence, cue: Cue) -> Reported | None:
    """…, X said. · …, said X."""
    floor = max(sentence.start, cue.start - _MAX_CLAUSE)
    semicolon = layout.masked.rfind(";", floor, cue.start)
    floor = semicolon + 1 if semicolon >= 0 else floor
    comma = layout.masked.rfind(",", floor, cue.start)
    after = layout.masked[cue.end : sentence.end]
    if comma < 0 or "," in after or ":" in after or MASK in layout.masked[comma : sentence.end]:
        return None
    inverted = not layout.masked[comma + 1 : cue.start].strip()
    speaker = phrase_after(layout, cue.end) if inverted else speaker_of_cue(layout, cue)
    if speaker is None or len(after.split()) > 2 * FEWEST_WORDS:
        return None
    if inverted and speaker.mention_id is None:
        return None
    if not inverted:
        comma = layout.masked.rfind(",", floor, speaker.start)
        lead = layout.masked[comma + 1 : speaker.start]
        if comma < 0 or not only_premodifiers(lead) or not _goes_on(cue, after):
            return None
    start, end = trim_clause(layout, floor, comma)
    if any(one.use == ACCORDING for one in layout.cues_between(start, start + 1)):
        return None
    return ((start, end), speaker) if _is_clause(layout, start, end) else None


def _goes_on(cue: Cue, after: str) -> bool:
    """Whether what follows "X said" is a day, a place or the person told, and no object."""
    words = after.strip(" .").lower().split()
    if not words or cue.use == "tells":
        return not FINITE.search(after)
    return words[0] in _WHEN_OR_WHERE
