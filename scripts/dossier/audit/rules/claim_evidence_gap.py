"""Many who are not named, and a single voice to show for them."""

import re
from collections.abc import Iterator

from dossier.audit.reading import Reading, key_words
from dossier.audit.rule import Noticed, Rule
from dossier.audit.spoken import is_own, name_speaker, shorten
from dossier.model import Anchor, Quotation, Sentence, Source
from dossier.vocabulary import FindingType, Gravity, PassageKind, QuoteKind

REACH = 2
"""Paragraphs in which whoever is meant must come to word: its own and the next that tells."""

_SAID = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.POST, QuoteKind.INDIRECT})


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out claims of "some experts" for whom a single voice speaks.

    The nouns are the list ``vague_sources``; a word of number ("some", "many") stands before
    them. Whoever is quoted after them in that paragraph or in the next counts as shown.
    """
    nouns = key_words(reading.lexicon.terms("vague_sources"))
    pattern = _pattern(reading)
    for source in reading.sources():
        voices = _voices(source, reading)
        for sentence in reading.sentences(source.id, PassageKind.BODY, holding=nouns):
            for match in pattern.finditer(reading.narration(sentence)):
                claim = shorten(reading.anchor(sentence, *match.span()), reading)
                shown = _shown(source, sentence, claim, voices)
                names = {name_speaker(one, reading): one for one in reversed(shown)}
                if len(names) == 1:
                    ((name, one),) = names.items()
                    yield Noticed(
                        f"“{claim.exact}” rests on one voice, that of {name}.",
                        (claim, _place(one, reading)),
                    )


def _pattern(reading: Reading) -> re.Pattern[str]:
    nouns = "|".join(re.escape(term) for term in sorted(reading.lexicon.terms("vague_sources")))
    return re.compile(
        r"\b(?:some|many|several|most|various|numerous|countless|a number of)"
        rf"(?:\s[\w-]+){{0,3}}?\s(?:{nouns})\b(?:\s(?:in|from|on|of)(?:\sthe)?\s[\w-]+)?",
        re.IGNORECASE,
    )


def _voices(source: Source, reading: Reading) -> list[tuple[int, Quotation]]:
    """Everybody quoted, with the place of the paragraph."""
    return [
        (sentence.passage, one)
        for one in reading.quotations_in.get(source.id, ())
        if (one.speaker_ids or one.speaker_label) and one.kind in _SAID and not is_own(one)
        if (sentence := reading.sentence_at(one.anchors[0])) is not None
    ]


def _shown(
    source: Source, sentence: Sentence, claim: Anchor, voices: list[tuple[int, Quotation]]
) -> list[Quotation]:
    telling = [one.index for one in source.passages if one.kind.tells]
    after = [index for index in telling if index >= sentence.passage][:REACH]
    return [one for index, one in voices if index in after and one.anchors[0].start > claim.end]


def _place(quotation: Quotation, reading: Reading) -> Anchor:
    """Of a post its signature, of other words their beginning."""
    first = quotation.anchors[0]
    sentence = reading.sentence_at(first)
    for quote in reading.quotes_in.get(sentence.id, ()) if sentence else ():
        if quote.kind is QuoteKind.POST and quote.speaker_words and quote.content.end > first.start:
            return shorten(quote.speaker_words, reading)
    return shorten(first, reading)


RULE = Rule(FindingType.CLAIM_EVIDENCE_GAP, Gravity.LOW, notice)
