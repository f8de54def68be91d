"""Quotations of which a reader cannot tell where they end, or what was left out between."""

import itertools
import re
from collections.abc import Iterator

from dossier.anchors import make_anchor
from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.spoken import is_marked, shorten, shorten_end
from dossier.model import Anchor, Passage, Quote, Source
from dossier.vocabulary import FindingType, Gravity, PassageKind, QuoteKind

LEAST_BETWEEN = 4
"""Words of the outlet's own between two pieces that make them two."""

_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_SIGNED = re.compile(r"\s*(?:[–—―]|--)\s*[A-Z]")
_SIGNED_REACH = 3
"""Paragraphs behind a passage in which its last line is looked for."""
_BREAK = re.compile(r"[.!?]\s+\S")
_WORD = re.compile(r"\w+")


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out passages without marks, and pieces that the outlet's own words join.

    A passage that is given as somebody else's without quotation marks ends where nobody can
    see. A quotation with an omission, and a second piece in the same sentence after words of
    the outlet's that name no speaker, may come from two places.
    """
    for source in reading.sources():
        for quotation in reading.quotations_in.get(source.id, ()):
            if quotation.kind is QuoteKind.BLOCK:
                yield from _unmarked(source, quotation.anchors, reading)
        yield from _joined(source, reading)


def _unmarked(source: Source, pieces: tuple[Anchor, ...], reading: Reading) -> Iterator[Noticed]:
    first = reading.sentence_at(pieces[0])
    last = reading.sentence_at(pieces[-1])
    if first is None or last is None or is_marked(pieces[0], reading) or first.passage == 0:
        return
    before = source.passages[first.passage - 1]
    after = next(
        (one for one in source.passages[last.passage + 1 :] if one.kind is PassageKind.BODY), None
    )
    if before.kind is not PassageKind.BODY or after is None or _is_signed(source, last.passage):
        return
    yield Noticed(
        "A passage is given as somebody else's without quotation marks. Whether the paragraph "
        "after it still belongs to it is not marked.",
        (
            shorten_end(_whole(before, source), reading),
            shorten(_whole(after, source), reading),
        ),
    )


def _is_signed(source: Source, passage: int) -> bool:
    """Whether a line behind a dash says whose the passage is, and so where it ends."""
    for one in source.passages[passage + 1 : passage + 1 + _SIGNED_REACH]:
        if _SIGNED.match(source.text, one.start, one.end):
            return True
        if one.kind is PassageKind.POST:
            return False  # what is signed behind a post is the post
    return False


def _whole(passage: Passage, source: Source) -> Anchor:
    return make_anchor(source, passage.start, passage.end)


def _joined(source: Source, reading: Reading) -> Iterator[Noticed]:
    for sentence in reading.sentences(source.id, PassageKind.BODY):
        quotes = [one for one in reading.quotes_in.get(sentence.id, ()) if _is_piece(one, reading)]
        for left, right in itertools.pairwise(quotes):
            between = source.text[left.content.end : right.content.start]
            cut = _ELLIPSIS.search(left.content.exact) or _ELLIPSIS.search(right.content.exact)
            if cut and _are_joined(between, left, right):
                yield Noticed(
                    "A quotation with an omission and another piece are joined by the outlet's "
                    "own words; they may come from different places.",
                    (shorten_end(left.content, reading), shorten(right.content, reading)),
                )


def _is_piece(quote: Quote, reading: Reading) -> bool:
    return quote.kind is not QuoteKind.TITLE and is_marked(quote.content, reading)


def _are_joined(between: str, left: Quote, right: Quote) -> bool:
    """Whether what stands between two pieces is narration, and neither names another speaker."""
    two = left.speaker_id and right.speaker_id and left.speaker_id != right.speaker_id
    inside = right.cue and left.content.end <= right.cue.start < right.content.start
    after = left.cue and left.content.end <= left.cue.start < right.content.start
    apart = two or inside or after or _BREAK.search(between)
    return not apart and len(_WORD.findall(between)) >= LEAST_BETWEEN


RULE = Rule(FindingType.QUOTATION_BOUNDARY, Gravity.LOW, notice)
