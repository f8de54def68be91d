"""Tell a state that acts from a country that things happen in, and from its capital.

"Chile said", "talks with Santiago" and "Chile's offer" name a state; "in Chile", "flew to
Santiago" and "Valparaíso, Chile" name a place. What neither reading fits stays undecided.
"""

from dossier.extract.lexis import Lexis
from dossier.extract.spans import Span
from dossier.extract.words import Words, phrase_at, word_set
from dossier.vocabulary import ActorKind

_WHERE = word_set(
    "in off across throughout inside within around through near outside into at over toward towards"
    " via entering entered enter leave leaving left reach reached visit visited visiting visits"
    " inhabited downtown northern southern eastern western central northeast northwest southeast"
    " southwest north south east west"
)
_NEAR = frozenset({"neighboring", "neighbouring", "nearby"})
_POSSESSIVE = frozenset({"'s", "’s"})
_RULING = word_set(
    "government governments authorities officials regime administration leaders ministry"
)
_WITH = word_set("with by against between told urged asked pressed accused blamed")
_TRAVEL = word_set(
    "travel traveled travelled traveling travelling travels trip flight flights flew fly flying"
    " flown go goes going went come came back return returned returning returns fled flee fleeing"
    " move moved moving send sent sends sending arrive arrived visit visits visited tour way"
    " journey drove drive driving sailed deported extradited exports invited invite close road"
    " evacuated transferred taken home it him them me us her here"
)
_GIVEN = word_set(
    "gift invitation support pressure message messages criticism warning warnings statement aid"
    " help assurances assurance backing funding approval permission response reaction threat"
    " threats independence independent ambassador envoy letter loan loans orders order recognition"
)
_TOWN = word_set(
    "city capital town port part parts north south east west coast outside outskirts streets"
    " residents suburb suburbs district mayor bishop archbishop university airport"
)
_SEATED = frozenset({"-based", "-born"})
_SIDES = frozenset({"pro-", "anti-"})
_DOING = frozenset({"is", "was", "are", "were"})
_MODAL = word_set("will would could should can may might must does did")


def settle_place(words: Words, span: Span, lexis: Lexis) -> ActorKind | None:
    """Whether the name of a country or city stands for a place or for a state.

    Args:
        words: The sentence.
        span: The name of a country, capital, city, region or state of a federation.
        lexis: The word lists.

    Returns:
        PLACE or STATE; None for a capital that either reading fits.
    """
    tied = span.last < len(words) and words.text[span.last] in _SEATED  # "Lima-based"
    if span.sort in {"city", "region"} or (tied and span.sort == "capital"):
        return ActorKind.PLACE
    at = span.first - (span.first > 0 and words.text[span.first - 1].lower() in _NEAR)
    before = words.text[at - 1].lower() if at else ""
    earlier = words.text[at - 2].lower() if at > 1 else ""
    if _governs(words, span) or before in _SIDES or (before == "of" and earlier in _RULING):
        return ActorKind.STATE
    owned = span.last < len(words) and words.text[span.last] in _POSSESSIVE
    if _is_where(words, span, lexis, owned=owned):
        return ActorKind.PLACE
    if _acts(words, span, lexis) or span.sort == "country":
        return ActorKind.STATE
    given = before in _WITH or (before in {"from", "to"} and earlier in _GIVEN)
    if given and span.sort == "capital":
        return ActorKind.STATE
    doubtful = owned or before in {"", "that"} or (before == "of" and earlier not in _TOWN)
    return None if doubtful and span.sort == "capital" else ActorKind.PLACE


def _governs(words: Words, span: Span) -> bool:
    """Whether "officials" or the like follows."""
    return span.last < len(words) and words.text[span.last] in _RULING


def _is_where(words: Words, span: Span, lexis: Lexis, *, owned: bool) -> bool:
    """Whether the words before a name say where something is or goes."""
    at = span.first
    if span.sort != "country" and _is_held(words, span, lexis):
        return True
    if at and words.text[at - 1].lower() == "the":
        at -= 1
    if at == 0:
        return False
    before = words.text[at - 1].lower()
    if before in _WHERE or before in _NEAR:
        return not owned or _holds_place(words, span, lexis)
    if before == "," and at > 1 and words.cap[at - 2] and not _resumes(words, span):
        holder = lexis.gazetteer.entry(words.text[at - 2])
        return holder is None or holder.sort not in {"country", "us-state"}
    if before in {"to", "from", "for"} and at > 1:
        return any(word.lower() in _TRAVEL for word in words.text[max(0, at - 4) : at - 1])
    return before == "of" and at > 1 and words.text[at - 2].lower() in _TOWN


def _is_held(words: Words, span: Span, lexis: Lexis) -> bool:
    """Whether the state that a city lies in follows: "Santiago, Chile"."""
    if span.last + 1 >= len(words) or words.text[span.last] != ",":
        return False
    found = phrase_at(words, span.last + 1, lexis.phrases)
    return found is not None and found[1].sort in {"country", "us-state", "region"}


def _holds_place(words: Words, span: Span, lexis: Lexis) -> bool:
    """Whether "Ghana's" is followed by one of its parts, as in "in Ghana's Volta region"."""
    found = phrase_at(words, span.last + 1, lexis.phrases) if span.last + 1 < len(words) else None
    return found is not None and found[1].sort in {"region", "city", "capital"}


def _resumes(words: Words, span: Span) -> bool:
    """Whether a list or clause goes on behind a name that follows a comma."""
    return span.last < len(words) and words.text[span.last] in {"and", "or", "'s", "’s"}


def _acts(words: Words, span: Span, lexis: Lexis) -> bool:
    """Whether the name is the subject of a verb that only a state can do."""
    at = span.last
    if at < len(words) and (words.text[at].endswith("ly") or words.text[at] in {"also", "then"}):
        at += 1
    if at >= len(words) or not words.touching(at):
        return False
    verb = words.text[at]
    if verb in _DOING:
        return at + 1 < len(words) and words.text[at + 1].endswith("ing")
    return verb in _MODAL or verb in lexis.gazetteer.agent_verbs
