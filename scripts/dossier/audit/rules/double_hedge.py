"""Hearsay of hearsay: what is passed on had already been passed on."""

import re
from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.spoken import join_words
from dossier.model import Anchor, Quote, Source
from dossier.vocabulary import FindingType, Gravity, QuoteKind

_REPORTED = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT, QuoteKind.BLOCK})

_RANKS = re.compile(
    r"[ \t]+(?:an?|the|his|her|its|their)[ \t]+(?:first|second|third|last|only|most|least|\w+est)\b"
)
_REACH = 40


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out reports that somebody reports what is itself only said to be so.

    The inner word is of the list ``hearsay_cues``; the outer one is the reporting word or
    "according to", with whoever is credited. A hedge on a rank alone ("reportedly the first")
    leaves what is reported as it is, and says nothing of who knows it.
    """
    for source in reading.sources():
        for quote in reading.dossier.extractions[source.id].quotes:
            if quote.kind in _REPORTED and quote.cue is not None:
                hedges = reading.terms_in(quote.content, "hearsay_cues")
                inner = next((one for one in hedges if not _is_on_rank(one, source)), None)
                if inner is not None:
                    yield Noticed(
                        f"Hearsay twice over: “{inner.exact}” stands in what is itself given as a "
                        "report. Who knows it at first hand is not said.",
                        (_outer(quote, quote.cue, reading), inner),
                    )


def _is_on_rank(hedge: Anchor, source: Source) -> bool:
    return _RANKS.match(source.text, hedge.end, hedge.end + _REACH) is not None


def _outer(quote: Quote, cue: Anchor, reading: Reading) -> Anchor:
    """The reporting word with its speaker where the two stand close together."""
    speaker = quote.speaker_words
    if speaker is None:
        return cue
    both = join_words(speaker, cue, reading)
    return both if len(both.exact) <= len(cue.exact) + len(speaker.exact) + 2 else speaker


RULE = Rule(FindingType.DOUBLE_HEDGE, Gravity.MEDIUM, notice)
