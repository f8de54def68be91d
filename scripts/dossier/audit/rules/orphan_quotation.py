"""Quoted words that nobody is said to have said."""

from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.spoken import find_spoken, is_marked, list_words, shorten
from dossier.model import Anchor, Quotation, Source
from dossier.vocabulary import FindingType, Gravity, PassageKind, QuoteKind

STEM = 6
"""Letters by which words are compared, so that an ending makes no difference."""


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out words in a headline's quotation marks that no quotation below accounts for.

    In the text, a term in marks is the outlet's way of keeping its distance: such words are
    listed with the quotations, apart, and shown here only beside the headline's.
    """
    for source in reading.sources():
        held: dict[tuple[str, ...], list[Anchor]] = {}
        for words in _at_a_distance(source, reading):
            held.setdefault(_stems(words), []).append(words)
        for stems, places in held.items():
            in_title = [one for one in places if _kind(one, reading) is PassageKind.TITLE]
            if stems and in_title and not _is_spoken(stems, source, reading):
                others = [one for one in places if one is not in_title[0]][:1]
                shown = tuple(shorten(one, reading) for one in (in_title[0], *others))
                yield Noticed(
                    f"“{shown[0].exact}” stands in quotation marks in the headline; nobody whom "
                    "the article quotes is said to have said it.",
                    shown,
                )


def _is_spoken(stems: tuple[str, ...], source: Source, reading: Reading) -> bool:
    return any(_holds(_stems(one.anchor), stems) for one in find_spoken(reading, source.id))


def _at_a_distance(source: Source, reading: Reading) -> Iterator[Anchor]:
    for quotation in reading.quotations_in.get(source.id, ()):
        if quotation.kind is QuoteKind.SCARE and not _credited(quotation):
            for anchor in quotation.anchors:
                if is_marked(anchor, reading) and _kind(anchor, reading) is not PassageKind.POST:
                    yield anchor


def _credited(quotation: Quotation) -> bool:
    return bool(quotation.speaker_ids or quotation.speaker_label)


def _kind(words: Anchor, reading: Reading) -> PassageKind | None:
    sentence = reading.sentence_at(words)
    return reading.passage(sentence).kind if sentence else None


def _stems(words: Anchor) -> tuple[str, ...]:
    return tuple(word[:STEM] for word in list_words(words.exact))


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(words)} "


RULE = Rule(FindingType.ORPHAN_QUOTATION, Gravity.MEDIUM, notice)
