"""Remember what an article shortens: "Hampton Keel LLC" is "Hampton Keel" from then on.

A person is called by the last word; a firm drops its legal form, a team the word "Team", a river
or a district the word for what it is.
"""

from dossier.extract.names.known import Known
from dossier.extract.spans import Span, text_of
from dossier.extract.words import Words, word_set
from dossier.vocabulary import ActorKind

_LEGAL = word_set("LLC LLP Ltd Ltd. LTD Limited Inc Inc. Corp Corp. PLC Plc plc GmbH AG SA NV BV")
_LAND = word_set(
    "River Lake Province Region District County Strait Valley Island Peninsula"
    " Territory Governorate Prefecture Canyon Glacier Reservoir river lake province"
    " region district county strait valley island peninsula glacier"
)


def note_shorter(words: Words, span: Span, known: Known) -> None:
    """Remember by what a body or a place may be called later on.

    Args:
        words: The sentence.
        span: A name in it.
        known: What the article tells; changed in place.
    """
    if not span.firm or span.last - span.first == 1:
        return
    first, last = words.text[span.first], words.text[span.last - 1]
    if span.sort == "org" and last in _LEGAL:
        known.shorter[text_of(words, span.first, span.last - 1)] = ActorKind.ORGANIZATION
    elif span.sort == "org" and first == "Team":
        known.shorter[text_of(words, span.first + 1, span.last)] = ActorKind.ORGANIZATION
    elif span.sort == "place" and last in _LAND and span.last - span.first == len(("X", "River")):
        known.shorter[first] = ActorKind.PLACE


def settle_shorter(span: Span, known: Known) -> bool:
    """Say what a shortened name is, if it is one, and whether it is."""
    kind = known.shorter.get(span.name)
    guessed = span.kind in {None, ActorKind.PERSON} and not span.firm
    if kind is None or not guessed or span.sort in {"title", "acronym"}:
        return False
    place = kind is ActorKind.PLACE
    span.kind, span.sort, span.firm = kind, "place" if place else "org", True
    return True
