"""A pointing word whose meaning another picture's caption has come to stand before."""

import re
from collections.abc import Iterator

from dossier.anchors import make_anchor
from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.model import Passage, Source
from dossier.vocabulary import FindingType, Gravity, PassageKind

_POINTS_BACK = re.compile(
    r"(?:(?:During|After|Before|At|In|Following|Since)\s+(?:that|this|the same)\s+[\w-]+"
    r"|(?:That|This)\s+same\s+[\w-]+)\b"
)
_BETWEEN = frozenset({PassageKind.CAPTION, PassageKind.FURNITURE, PassageKind.POST})


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out paragraphs that begin with "During that meeting" right after a caption.

    A reader takes the words for what the caption shows; they mean the paragraph before it.
    """
    for source in reading.sources():
        for sentence in reading.sentences(source.id, PassageKind.BODY):
            match = _POINTS_BACK.match(reading.text(sentence))
            if sentence.number != 1 or match is None or sentence.passage == 0:
                continue
            before = source.passages[sentence.passage - 1]
            if before.kind in _BETWEEN:
                words = reading.anchor(sentence, *match.span())
                yield Noticed(
                    f"“{words.exact}” follows a {_NAMES[before.kind]}. It points back to the "
                    "paragraph before that, not to what stands directly above it.",
                    (make_anchor(source, *_opening(before, source)), words),
                )


_NAMES = {
    PassageKind.CAPTION: "photo caption",
    PassageKind.FURNITURE: "line that is no part of the report",
    PassageKind.POST: "post set into the text",
}


def _opening(passage: Passage, source: Source) -> tuple[int, int]:
    """The first words of a passage, eight at most."""
    words = re.match(r"\s*(?:\S+\s+){0,7}\S+", source.text[passage.start : passage.end])
    return passage.start, passage.start + (words.end() if words else 1)


RULE = Rule(FindingType.ANAPHORA_RISK, Gravity.HIGH, notice)
