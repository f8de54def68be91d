"""Tell a state that acts from a country that things happen in, and from its capital.

"Chile said", "talks with Santiago" and "Chile's offer" name a state; "in Chile", "flew to
Santiago" and "Valparaíso, Chile" name a place. What neither reading fits stays undecided.
"""

from dossier.extract.lexis import Lexis
from dossier.extract.names import Span
from dossier.extract.words import Words
from dossier.vocabulary import ActorKind

_WHERE = frozenset(
    ["in", "across", "throughout", "inside", "within", "around", "through", "near", "outside", "into", "at", "over", "toward", "towards", "via", "entering", "entered", "enter", "leave", "leaving", "left", "reach", "reached", "visit", "visited", "visiting", "visits", "inhabited", "downtown", "northern", "southern", "eastern", "western", "central", "northeast", "northwest", "southeast", "southwest", "north", "south", "east", "west", "neighboring", "neighbouring"]
)
_WITH = frozenset(["with", "by", "against", "between", "told", "urged", "asked", "pressed", "accused", "blamed"])
_TRAVEL = frozenset(
    ["travel", "traveled", "travelled", "traveling", "travelling", "travels", "trip", "flight", "flights", "flew", "fly", "flying", "flown", "go", "goes", "going", "went", "come", "came", "back", "return", "returned", "returning", "returns", "fled", "flee", "fleeing", "move", "moved", "moving", "send", "sent", "sends", "sending", "arrive", "arrived", "visit", "visits", "visited", "tour", "way", "journey", "drove", "drive", "driving", "sailed", "deported", "extradited", "exports", "invited", "invite", "close", "road", "evacuated", "transferred", "taken", "trip", "home", "it", "him", "them", "her", "here"]
)
_GIVEN_FROM = frozenset(
    ["gift", "invitation", "support", "pressure", "message", "messages", "criticism", "warning", "warnings", "statement", "aid", "help", "assurances", "assurance", "backing", "funding", "approval", "permission", "response", "reaction", "threat", "threats", "independence", "independent", "loan", "loans", "orders", "order", "recognition"]
)
_DOING = frozenset({"is", "was", "are", "were"})
_MODAL = frozenset(["will", "would", "could", "should", "can", "may", "might", "must", "does", "did"])


def settle_place(words: Words, span: Span, lexis: Lexis) -> ActorKind | None:
    """Whether the name of a country or city stands for a place or for a state.

    Args:
        words: The sentence.
        span: The name of a country, capital, city, region or state of a federation.
        lexis: The word lists.

    Returns:
        PLACE or STATE; None for a capital that either reading fits.
    """
    if _is_where(words, span, lexis):
        return ActorKind.PLACE
    if span.sort in {"city", "region"}:
        return ActorKind.PLACE
    if _acts(words, span, lexis):
        return ActorKind.STATE
    if span.sort == "country":
        return ActorKind.STATE
    if span.sort == "us-state":
        return ActorKind.PLACE
    before = words.text[span.first - 1].lower() if span.first else ""
    earlier = words.text[span.first - 2].lower() if span.first > 1 else ""
    if before in _WITH or (before == "from" and earlier in _GIVEN_FROM):
        return ActorKind.STATE
    possessive = span.last < len(words) and words.text[span.last] in {"'s", "’s"}
    return None if possessive or before in {"", "that", "of", "to", "from"} else ActorKind.PLACE


def _is_where(words: Words, span: Span, lexis: Lexis) -> bool:
    """Whether the words before a name say where something is or goes."""
    at = span.first
    if at and words.text[at - 1] in {"the", "The"}:
        at -= 1
    if at == 0:
        return False
    before = words.text[at - 1].lower()
    possessive = span.last < len(words) and words.text[span.last] in {"'s", "’s"}
    if before in _WHERE:
        return not possessive or before == "in"
    if before == "," and at > 1 and words.cap[at - 2] and not _resumes(words, span):
        holder = lexis.gazetteer.entry(words.text[at - 2])
        return holder is None or holder.sort not in {"country", "us-state"}
    if before in {"to", "from", "for"} and at > 1:
        return any(word.lower() in _TRAVEL for word in words.text[max(0, at - 3) : at - 1])
    return before == "of" and at > 1 and words.text[at - 2] in {"city", "capital", "town", "port",
                                                                "part", "parts", "north", "south",
                                                                "east", "west", "coast"}  # fmt: skip


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
