"""Statements that hold until something happens, and only as of the day they were printed."""

import re
from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.dates import describe
from dossier.vocabulary import FindingType, Gravity, PassageKind

_STALE = re.compile(
    r"\b(?:no|none of the)\s+(?:[\w-]+\s+){1,4}?(?:has|have)\s+(?:yet\s+|ever\s+|so far\s+)?"
    r"(?:been\s+)?\w+(?:ed|en|wn|ne|de|id|ld|nt|ght)\b"
    r"|\b(?:has|have)\s+yet\s+to\s+(?:be\s+)?\w+"
    r"|\b(?:has|have)\s+(?:so far|to date)\s+(?:not\s+)?(?:been\s+)?\w+",
    re.IGNORECASE,
)
_BODY = (PassageKind.TITLE, PassageKind.BODY)
_HAVE = frozenset({"has", "have"})
"""One of them stands in whatever the pattern meets."""


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out claims that nobody has done something yet, in the outlet's own voice."""
    for source in reading.sources():
        dating = reading.dossier.calendar.published.get(source.id)
        for sentence in reading.sentences(source.id, *_BODY, holding=_HAVE):
            for match in _STALE.finditer(reading.narration(sentence)):
                words = reading.anchor(sentence, *match.span())
                day = describe(dating.value) if dating else "the day the article appeared"
                yield Noticed(
                    f"“{words.exact}” holds as of {day} and no further. It needs to be looked up "
                    "again before it is repeated.",
                    (words,),
                )


RULE = Rule(FindingType.STALE_AS_OF, Gravity.MEDIUM, notice)
