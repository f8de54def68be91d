"""Read what the words beside a name say it names."""

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.spans import Edges, Span
from dossier.extract.words import Words, phrase_at
from dossier.vocabulary import ActorKind

_AGES = range(10, 110)
_STATES = frozenset({"country", "us-state", "region"})
_GROUND_NOUNS = frozenset({"deposit", "mine", "quarry", "field", "dam"})
_RULING = frozenset({"government", "administration"})


def is_held(words: Words, span: Span, lexis: Lexis) -> bool:
    """Whether a name is followed by the state that holds it: "Tema, Ghana"."""
    if span.last + 1 >= len(words) or words.text[span.last] != ",":
        return False
    found = phrase_at(words, span.last + 1, lexis.phrases)
    if found is None or found[1].sort not in _STATES:
        return False
    end = found[0]
    if end == len(words):
        return True
    if title_end(words, end, lexis) > end and words.touching(end):
        return False  # "Ama Mensah, Ghana coach"
    return words.text[end] not in {"and", "or"} and not (words.cap[end] and words.touching(end))


def has_title_before(words: Words, first: int, lexis: Lexis) -> bool:
    """Whether the word before a name is a word of office or honour."""
    if first == 0 or not words.touching(first):
        return False
    return title_end(words, first - 1, lexis) == first


def has_age_or_office_after(words: Words, last: int, lexis: Lexis) -> bool:
    """Whether ", 45," or ", the mayor of" follows a name."""
    if last + 2 >= len(words) or words.text[last] != ",":
        return False
    following = words.text[last + 1]
    if following.isdigit() and words.text[last + 2] == ",":
        return len(following) <= len("100") and int(following) in _AGES
    at = last + 1 + (following in {"a", "an", "the", "who"})
    return at < len(words) and not words.cap[at] and title_end(words, at, lexis) > at


def kind_beside(words: Words, span: Span, edges: Edges, lexis: Lexis) -> ActorKind | None:
    """What the noun or the person beside a name says it is.

    "The brewer X", "the X party", "the town of X"; "Ama Mensah of X", "X's Ama Mensah".
    """
    kinds = lexis.gazetteer.kind_nouns
    following = words.text[span.last] if span.last < len(words) else ""
    if following in kinds and words.touching(span.last):
        return kinds[following]
    behind = words.text[span.last + 1] if span.last + 1 < len(words) else ""
    if following.islower() and kinds.get(behind) is ActorKind.PLACE and behind in _GROUND_NOUNS:
        return ActorKind.PLACE
    if following in _RULING and span.last - span.first == 1:
        return ActorKind.PERSON
    owned = edges.first.get(span.last + 1) if following in {"'s", "’s"} else None
    if owned is not None and owned.kind is ActorKind.PERSON:
        return ActorKind.ORGANIZATION
    return _kind_before(words, span, edges, lexis) if span.first else None


def _kind_before(words: Words, span: Span, edges: Edges, lexis: Lexis) -> ActorKind | None:
    """What "the brewer X", "the town of X" or "Ama Mensah of X" says."""
    kinds = lexis.gazetteer.kind_nouns
    before = words.text[span.first - 1]
    if before in kinds and words.touching(span.first):
        return kinds[before]
    if before == "of" and span.first > 1:
        holder = edges.last.get(span.first - 1)
        if holder is not None and holder.kind is ActorKind.PERSON:
            return ActorKind.ORGANIZATION
        earlier = words.text[span.first - 2]
        return ActorKind.PLACE if kinds.get(earlier) is ActorKind.PLACE else None
    return None
