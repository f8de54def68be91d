"""Find quotations without quotation marks: posts with a signature, and block quotations.

A block quotation is a paragraph that the one before it announces: "said in a statement:", "X
commented in the following". Where such a quotation ends is not marked, so only the paragraph
that follows is taken.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from dossier.anchors import make_anchor
from dossier.extract.quotes.auxiliaries import WINDOW
from dossier.extract.quotes.cues import MASK, Cue, Layout
from dossier.extract.quotes.kinds import is_elided
from dossier.extract.quotes.phrases import Speaker
from dossier.extract.quotes.speakers import speaker_of_cue
from dossier.ids import make_id
from dossier.model import Passage, Quote
from dossier.vocabulary import PassageKind, QuoteKind

_SIGNATURE = re.compile(
    r"(?:^|\n)[ \t]*[—–―-]{1,2}[ \t]*(?P<name>[^\n(@]{1,80}+)(?P<handle>\(@\w{1,40}\))"
)
_LINK = re.compile(r"\s*(?:https?://\S{1,200}|pic\.twitter\.com/\S{1,60}|t\.co/\S{1,60})\s*\Z")
_FOLLOWING = re.compile(r"\b(?:the following|as follows)[.:…]?\Z", re.IGNORECASE)
_LONGEST_FOLLOWING = 16
_LIST_MARK = re.compile(r"[-–•*·‣]|\d{1,3}[.)]")
_BLOCK_WORDS = 5
_COLON_REACH = 80
_MAX_LINKS = 4
_TAIL = 300


def find_posts(layout: Layout) -> list[Quote]:
    """Posts of a social network, each piece a quotation of kind POST.

    The line "— Name (@handle) day" under a post names its speaker. A post over several
    paragraphs is one quotation in pieces that continue each other.
    """
    found: list[Quote] = []
    pieces: list[tuple[int, int]] = []
    for passage in layout.source.passages:
        text = layout.source.text[passage.start : passage.end]
        signature = _SIGNATURE.search(text)
        if passage.kind is PassageKind.POST:
            end = passage.start + (signature.start() if signature else len(text))
            piece = _without_links(layout.source.text, passage.start, end)
            pieces += [piece] if piece else []
        if signature and pieces:
            found += _posts(layout, pieces, _signed_by(layout, passage, signature))
            pieces = []
        elif passage.kind is not PassageKind.POST:
            found += _posts(layout, pieces, None)
            pieces = []
    return [*found, *_posts(layout, pieces, None)]


def _without_links(text: str, start: int, end: int) -> tuple[int, int] | None:
    for _ in range(_MAX_LINKS):
        link = _LINK.search(text, max(start, end - _TAIL), end)
        if link is None:
            break
        end = link.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None


def _signed_by(layout: Layout, passage: Passage, signature: re.Match[str]) -> Speaker:
    name_start = passage.start + signature.start("name")
    for mention in layout.mentions_between(name_start, passage.start + signature.end("name")):
        return Speaker(name_start, passage.start + signature.end("handle"), mention.id)
    return Speaker(name_start, passage.start + signature.end("handle"))


def _posts(
    layout: Layout, pieces: list[tuple[int, int]], speaker: Speaker | None
) -> Iterator[Quote]:
    continues = ""
    for start, end in pieces:
        quote = _unmarked(layout, (start, end), QuoteKind.POST, speaker, continues=continues)
        continues = quote.id
        yield quote


def _unmarked(
    layout: Layout,
    span: tuple[int, int],
    kind: QuoteKind,
    speaker: Speaker | None,
    cue: Cue | None = None,
    *,
    continues: str = "",
) -> Quote:
    source = layout.source
    content = make_anchor(source, *span)
    return Quote(
        id=make_id("q", source.id, content.start, content.exact),
        content=content,
        sentence_id=layout.sentence_at(content.start).id,
        kind=kind,
        cue=make_anchor(source, cue.start, cue.end) if cue else None,
        speaker_words=make_anchor(source, speaker.start, speaker.end) if speaker else None,
        speaker_id=speaker.mention_id if speaker else None,
        continues=continues,
        elided=is_elided(content.exact),
    )


def find_blocks(layout: Layout) -> list[Quote]:
    """Paragraphs that the paragraph before them gives as somebody else's words."""
    found = []
    body = [passage for passage in layout.source.passages if passage.kind is PassageKind.BODY]
    for passage, following in pairwise(body):
        if following.index != passage.index + 1 or layout.masked[following.start] == MASK:
            continue
        opening = layout.masked[following.start : following.start + WINDOW]
        if len(opening.split()) <= _BLOCK_WORDS or _LIST_MARK.match(opening):
            continue
        introduced = _introduction(layout, passage)
        if introduced:
            span = (following.start, following.end)
            found.append(_unmarked(layout, span, QuoteKind.BLOCK, *introduced))
    return found


def _introduction(layout: Layout, passage: Passage) -> tuple[Speaker, Cue] | None:
    """Who is announced to speak in the next paragraph, if the last sentence does so."""
    sentence = layout.sentence_at(passage.end - 1)
    tail = layout.masked[max(sentence.start, passage.end - _TAIL) : passage.end].rstrip()
    if MASK in tail[-_COLON_REACH:]:
        return None
    announced = bool(_FOLLOWING.search(tail, max(0, len(tail) - _LONGEST_FOLLOWING)))
    if not (announced or tail.endswith(":")):
        return None
    reach = _TAIL if announced else _COLON_REACH
    first = max(sentence.start, passage.end - reach)
    for cue in reversed(layout.cues_between(first, passage.end)):
        if not cue.participle:
            speaker = speaker_of_cue(layout, cue)
            if speaker:
                return speaker, cue
    return None
