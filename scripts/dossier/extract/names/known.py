"""What an article as a whole tells about the names in it, and what may be guessed from it."""

from collections import Counter
from dataclasses import dataclass, field

from dossier.extract.lexis import Lexis
from dossier.extract.spans import Span
from dossier.extract.words import Words
from dossier.vocabulary import ActorKind

_POSSESSIVE = frozenset({"'s", "’s"})


@dataclass(slots=True)
class Known:
    """What an article tells about names.

    Attributes:
        lower: Words it writes in lower case.
        persons: Parts of persons' names.
        families: The last parts of those that have several.
        inside: How often a name stands inside a sentence, where capitals tell.
        where: How often a name of unknown kind follows a word such as "in".
        beside: What the words beside a name of unknown kind say it is.
        acts: How often it is the subject of speaking.
        alone: How often a word of which nothing is known stands alone.
        introduced: Names at the head of a sentence of which the words behind tell.
        storms: Their names by the last word: "Hurricane Ama" is "Ama" from then on.
        shorter: What the bare names of firms, teams, rivers and districts are.
        seats: First words of bodies that are called after their town, such as hospitals.
    """

    lower: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    inside: Counter[str] = field(default_factory=Counter)
    where: Counter[str] = field(default_factory=Counter)
    beside: dict[str, Counter[ActorKind]] = field(default_factory=dict)
    acts: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    introduced: set[str] = field(default_factory=set)
    storms: dict[str, str] = field(default_factory=dict)
    shorter: dict[str, ActorKind] = field(default_factory=dict)
    seats: set[str] = field(default_factory=set)


def is_called_by_first(span: Span, known: Known) -> bool:
    """Whether a name in the plural is shortened to its first word, as a firm's is.

    "Quorv Hardwoods", later "Quorv"; of Ama Roberts one says "Roberts".
    """
    first, *_, last = span.name.split()
    return last.endswith("s") and known.alone[first] > 0 == known.alone[last]


def looks_like_person(words: Words, span: Span, known: Known, lexis: Lexis) -> bool:
    """Whether two or three capitalised words without any other sign can be a person's name."""
    parts = span.name.split()
    lists = lexis.gazetteer
    if parts[0] in known.families and parts[-1] not in known.persons:
        return False  # "a Mensah Portrait": what is called after Ama Mensah
    owned = span.first > 1 and words.text[span.first - 1] in _POSSESSIVE
    if owned and words.text[span.first - 2] in known.persons:
        return False  # "Mensah's Alianza Quorva"
    if span.first and words.text[span.first - 1].lower() in {"a", "an", "the", "of"}:
        return False
    return len(parts) in {2, 3} and all(
        part[0].isupper()
        and part[1:].replace("-", "").replace("’", "").replace("'", "").isalpha()
        and not part.isupper()
        and part.lower() not in known.lower
        and part not in lists.plain_words
        and part.lower() not in lists.common_words
        and part not in lists.org_words
        and part not in lists.place_words
        and part not in lists.entries
        for part in parts
    )
