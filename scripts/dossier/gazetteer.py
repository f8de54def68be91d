"""The general knowledge of the word lists about names, in the shape that lookups need.

`Lexicon` holds lines of text; this module holds what they say: that Chilean belongs to Chile,
that Santiago is its capital, that a spokeswoman is a woman and a ministry a public body. Names
are found with it and joined with it, so extract and resolve share one reading of the lists.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dossier.settings import Lexicon
from dossier.vocabulary import ActorKind, RoleStatus

_SHORTEST_SPOKEN = 4
_VOWELS = frozenset("AEIOU")

Sort = Literal["country", "capital", "seat", "demonym", "us-state", "region", "city", "people",
               "body", "medium"]  # fmt: skip
Gender = Literal["m", "f", ""]


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lists say about one printed name.

    Attributes:
        name: The name all forms share: "Chile" for "Chilean" and "Santiago".
        sort: Which list it comes from.
        kind: What the bearer is when nothing in the text says otherwise.
        within: The state that holds a place; or empty.
    """

    name: str
    sort: Sort
    kind: ActorKind
    within: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Word lists about names, ready for lookup. All keys are spelt as printed.

    Compared by identity, so that what is made of one can be cached.

    Attributes:
        entries: Names of places and bodies.
        given: Given names, with the gender they tell.
        family_first: Family names that stand before the given name.
        org_words: Words that make a name a body's, with the kind of body.
        firm_words: Those of them that leave a name a company's, in lower case.
        place_words: Words that make a name a place's, with the precision they tell.
        place_openers: Those of them that stand before the name.
        honorifics: Words of honour, with the gender they tell.
        titles: Words of office in lower case, with the gender they tell.
        epithets: Those of them that are no office, only what somebody is called.
        small_titles: Those that are one in small letters alone.
        title_words: Words that may stand before a word of office, in lower case, with the
            flag they give it.
        body_nouns: Common nouns for bodies and groups, in lower case, with their kind; None
            for a state's government.
        sole_nouns: Those of them of which a state has one, such as its army.
        kind_nouns: Nouns that tell what the name beside them names.
        agent_verbs: Verbs whose subject acts.
        body_verbs: Those and others by which "it" is a body.
        not_names: Words that are capitalised without being names, wherever they stand; a term
            of several words is here as well, and means a name of exactly these words.
        common_words: Words in lower case that any list has, so that they are not rare.
        plain_words: Words that can be part of a name and are none by themselves.
        thing_words: Words that make a name that of a prize, a contest, a law or an occasion.
        lookalikes: Letters and signs with the Latin letter that each looks like.
    """

    entries: Mapping[str, Entry]
    given: Mapping[str, Gender]
    family_first: frozenset[str]
    org_words: Mapping[str, ActorKind]
    firm_words: frozenset[str]
    place_words: Mapping[str, str]
    place_openers: frozenset[str]
    honorifics: Mapping[str, Gender]
    titles: Mapping[str, Gender]
    epithets: frozenset[str]
    small_titles: frozenset[str]
    title_words: Mapping[str, RoleStatus]
    body_nouns: Mapping[str, ActorKind | None]
    sole_nouns: frozenset[str]
    kind_nouns: Mapping[str, ActorKind]
    agent_verbs: frozenset[str]
    body_verbs: frozenset[str]
    not_names: frozenset[str]
    common_words: frozenset[str]
    plain_words: frozenset[str]
    thing_words: frozenset[str]
    lookalikes: Mapping[str, str]

    def entry(self, name: str) -> Entry | None:
        """What is known about a printed name, with or without its article."""
        return self.entries.get(name) or self.entries.get(name.removeprefix("the "))

    def gender_of_title(self, title: str) -> Gender:
        """The gender that words of office or honour tell; empty if they tell none."""
        words = title.split()
        for word in (*words, title):
            gender = self.honorifics.get(word) or self.titles.get(word.lower())
            if gender:
                return gender
        return ""


@lru_cache(maxsize=4)
def load_gazetteer(lists: Lexicon) -> Gazetteer:
    """Read the word lists about names; the same lexicon is read only once.

    Args:
        lists: A project's word lists.
    """
    places = lists.values("place_words")
    bodies = lists.values("body_nouns")
    return Gazetteer(
        entries=_entries(lists),
        given={name: _gender(values) for name, values in lists.values("first_names").items()},
        family_first=frozenset(lists.terms("family_first")),
        org_words={
            word: ActorKind(values[0]) for word, values in lists.values("org_words").items()
        },
        firm_words=frozenset(
            word.lower() for word, values in lists.values("org_words").items() if "firm" in values
        ),
        place_words={word: values[0] for word, values in places.items()},
        place_openers=frozenset(word for word, values in places.items() if "before" in values),
        honorifics={word: _gender(values) for word, values in lists.values("honorifics").items()},
        titles={title.lower(): _gender(values) for title, values in lists.values("titles").items()},
        small_titles=frozenset(
            title for title, values in lists.values("titles").items() if "small" in values
        ),
        epithets=frozenset(
            title for title, values in lists.values("titles").items() if "epithet" in values
        ),
        title_words={
            word.lower(): RoleStatus(values[0]) if values else RoleStatus.CURRENT
            for word, values in lists.values("title_words").items()
        },
        body_nouns={noun: _body_kind(values) for noun, values in bodies.items()},
        sole_nouns=frozenset(noun for noun, values in bodies.items() if "sole" in values),
        kind_nouns={
            noun: ActorKind(values[0]) for noun, values in lists.values("kind_nouns").items()
        },
        agent_verbs=frozenset(lists.terms("agent_verbs")),
        body_verbs=frozenset((*lists.terms("agent_verbs"), *lists.terms("body_verbs"))),
        not_names=frozenset(lists.terms("not_names")),
        common_words=frozenset(
            term
            for name, terms in lists.lists.items()
            for term in terms
            if term.islower() and name != "lookalikes"
        ),
        plain_words=frozenset(lists.terms("plain_words")),
        thing_words=frozenset(lists.terms("thing_words")),
        lookalikes={
            sign: values[0] for sign, values in lists.values("lookalikes").items() if values
        },
    )


def _gender(values: tuple[str, ...]) -> Gender:
    first = values[0] if values else ""
    return "m" if first == "m" else "f" if first == "f" else ""


def _body_kind(values: tuple[str, ...]) -> ActorKind | None:
    return None if values[0] == "state" else ActorKind(values[0])


def _entries(lists: Lexicon) -> Mapping[str, Entry]:
    """All names of places and bodies; where two lists have one name, the first here wins."""
    found: dict[str, Entry] = {}
    for name, values in lists.values("countries").items():
        _add_country(found, name, values)
    for name, values in lists.values("us_states").items():
        entry = Entry(name, "us-state", ActorKind.PLACE, "United States")
        _add(found, (name, *(value for value in values if not value.isupper())), entry)
    for name, values in lists.values("organisations").items():
        kind = ActorKind(values[0]) if values else ActorKind.ORGANIZATION
        names = (name, *_tagged(values, "also"), *_as_words(name, lists))
        _add(found, names, Entry(name, "body", kind))
    for name, values in lists.values("media").items():
        entry = Entry(name, "medium", ActorKind.MEDIUM)
        _add(found, (name, *_tagged(values, "also")), entry)
    for name, values in lists.values("groups").items():
        _add(found, (name, *values), Entry(name, "people", ActorKind.GROUP))
    for name, values in lists.values("regions").items():
        within = values[0] if values else ""
        _add(found, (name,), Entry(name, "region", ActorKind.PLACE, within))
    for name, values in lists.values("cities").items():
        within = values[0] if values else ""
        _add(found, (name,), Entry(name, "city", ActorKind.PLACE, within))
    return found


def _as_words(name: str, lists: Lexicon) -> tuple[str, ...]:
    """Initials as papers print them that say them as a word: "Fifa"."""
    word = name.capitalize()
    spoken = name.isalpha() and name.isupper() and len(name) >= _SHORTEST_SPOKEN
    spoken = spoken and not _VOWELS.isdisjoint(name)
    other = word in lists.values("first_names") or word in lists.values("plain_words")
    return (word,) if spoken and not other else ()


def _add_country(found: dict[str, Entry], name: str, values: tuple[str, ...]) -> None:
    within = next(iter(_tagged(values, "within")), "")
    _add(found, (name, *_tagged(values, "also")), Entry(name, "country", ActorKind.STATE, within))
    capital = Entry(name, "capital", ActorKind.PLACE, name)
    _add(found, _tagged(values, "capital"), capital)
    _add(found, _tagged(values, "seat"), Entry(name, "seat", ActorKind.PUBLIC_BODY, name))
    tags = ("also ", "capital ", "seat ", "within ")
    people = [value for value in values if not value.startswith(tags)]
    plurals = [f"{value}s" for value in people if not value.endswith(("s", "sh", "ch", "ese"))]
    _add(found, (*people, *plurals), Entry(name, "demonym", ActorKind.STATE))


def _tagged(values: tuple[str, ...], tag: str) -> tuple[str, ...]:
    return tuple(value[len(tag) + 1 :] for value in values if value.startswith(f"{tag} "))


def _add(found: dict[str, Entry], names: Iterable[str], entry: Entry) -> None:
    for name in names:
        found.setdefault(name.removeprefix("the "), entry)
