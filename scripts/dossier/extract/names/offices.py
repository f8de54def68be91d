"""Read the names of bodies that are an office-holder's: "the Quorv County Sheriff's Office"."""

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.spans import Span, text_of
from dossier.extract.words import Words
from dossier.vocabulary import ActorKind

_POSSESSIVE = frozenset({"'s", "’s"})
_HELD = frozenset({"office", "department", "bureau"})
_LONGEST = 8
_LONGEST_TITLE = 4


def find_office(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """The body that belongs to an office: "the Attorney General's Office".

    Args:
        words: A sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
        lexis: The word lists.

    Returns:
        The span, from the state or county before the office on. None where a person owns the
        office ("Mayor Mensah's office"), or where nothing in capitals does.
    """
    if end + 1 >= len(words) or words.text[end] not in _POSSESSIVE or end - at > _LONGEST:
        return None
    if words.text[end + 1].lower() not in _HELD or not words.touching(end + 1):
        return None
    reach = range(max(at, end - _LONGEST_TITLE), end)
    if all(title_end(words, start, lexis) != end for start in reach):
        return None
    name = text_of(words, at, end + 2)
    return Span(at, end + 2, ActorKind.PUBLIC_BODY, "org", firm=True, name=name)
