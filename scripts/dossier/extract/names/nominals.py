"""Find descriptions without a name, pronouns and words such as "Chilean" before a noun.

"a ferry spokesman", "a representative of the government", "Chilean officials" and "the
ministry" speak and act in news as much as names do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.extract.lexis import PRONOUNS, Lexis, title_end
from dossier.extract.spans import Edges, Span, text_of
from dossier.extract.words import Words, word_set
from dossier.records import record
from dossier.vocabulary import ActorKind, MentionForm

DETERMINERS = word_set(
    "a an the this that its his her their our one another some several many most two three"
    " four five six seven eight nine ten dozens hundreds thousands other these those all"
    " both"
)
_LINKS = frozenset({"of", "for"})
_STOP_LEFT = word_set(
    "and or but by with to from of for on in at as that who said says told , . ; : ( ) — –"
    ' “ ” " is was are were has had have be been which while when than not also it he she'
    " they"
)
_ALSO_ADJECTIVES = word_set(
    "official major general private principal chief head lead executive representative champion"
    " veteran deputy count fellow minor patriarch anchor host speaker"
)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_MARKS = frozenset(".,;:!?()[]“”\"’'—–…/")
_PEOPLES = word_set("the most many some several few thousands hundreds million")
"""Words before an adjective that make it the name of people: "the French"."""
_OF_PEOPLES = ("sh", "ch", "ese", "ss")
"""How demonyms end that are the name of the people as well, as "Chileans" is."""
_NO_NOUN = word_set(
    "but who whom whose which that in on at of to for from with by among than as have has"
    " had are is were was will would can could may might must do did does say said not also living"
    " left came went won lost fled live lived"
)
"""What may follow the name of a people, and follows no adjective."""
_REACH = 5
_LONGEST_TAIL = 7


@record
class Nominal:
    """A description, a pronoun or an adjective.

    Attributes:
        first: Index of its first word, article left out.
        last: Index after its last word.
        name: What to match by.
        form: How it refers.
        kind: What it refers to; None if that stays open.
        title: Its word of office, if it has one; or empty.
        affiliation: The name it is tied to, as printed; or empty.
    """

    first: int
    last: int
    name: str
    form: MentionForm
    kind: ActorKind | None
    title: str = ""
    affiliation: str = ""


def find_nominals(
    words: Words, edges: Edges, taken: Sequence[tuple[int, int]], lexis: Lexis
) -> Iterator[Nominal]:
    """Find descriptions and pronouns in a sentence.

    Args:
        words: The sentence.
        edges: Its names.
        taken: Ranges of words that belong to the titles of named persons.
        lexis: The word lists.

    Yields:
        In text order of their nouns.
    """
    referring = lexis.referring
    if words.text[0] == "It" and not lexis.gazetteer.body_verbs.isdisjoint(words.text[1:4]):
        yield Nominal(0, 1, "it", MentionForm.PRONOUN, None)  # it may be a body that acts
    places = [index for index, word in enumerate(words.text) if word.lower() in referring]
    if not places:
        return
    closed = {index for first, last in taken for index in range(first, last)}
    closed.update(index for span in edges.first.values() for index in range(span.first, span.last))
    end = 0
    for index in places:
        word, lower = words.text[index], words.text[index].lower()
        if lower in PRONOUNS and word[1:].islower():
            kind = ActorKind.PERSON if PRONOUNS[lower] else None
            yield Nominal(index, index + 1, lower, MentionForm.PRONOUN, kind)
        if lower not in lexis.nouns or index in closed or index < end:
            continue
        noun = noun_at(words, index, lexis)
        if noun is None:
            continue
        end = index + noun.length
        if not _goes_on(words, end, noun, lexis):
            yield from _described(words, edges, index, noun, lexis)


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun for a body, a group or an office.

    Attributes:
        length: How many words it has.
        kind: What it names; None for a state's government.
        office: The noun itself if it is a word of office; or empty.
    """

    length: int
    kind: ActorKind | None
    office: str


def noun_at(words: Words, index: int, lexis: Lexis) -> Noun | None:
    """The longest common noun for a body, a group or an office that begins at a word."""
    lists = lexis.gazetteer
    word = words.text[index].lower()
    if index + 1 < len(words.text) and words.touching(index + 1):
        two = f"{word} {words.text[index + 1]}"
        if two in lists.body_nouns:
            return Noun(2, lists.body_nouns[two], "")
        if two in lists.titles:
            return Noun(2, ActorKind.PERSON, two)
    if word in lists.body_nouns:
        return Noun(1, lists.body_nouns[word], "")
    if word in lists.titles and words.text[index].islower():
        return Noun(1, ActorKind.PERSON, word)
    return None


def _goes_on(words: Words, end: int, noun: Noun, lexis: Lexis) -> bool:
    """Whether the noun only leads to another one, as in "government officials"."""
    if end >= len(words.text) or not words.touching(end):
        return False
    following = words.text[end]
    if following[0] in "-–" or noun_at(words, end, lexis) is not None:
        return True
    if noun.office not in _ALSO_ADJECTIVES or not following[0].isalpha():
        return False
    return following not in _STOP_LEFT and following not in lexis.gazetteer.agent_verbs


def _described(
    words: Words, edges: Edges, index: int, noun: Noun, lexis: Lexis
) -> Iterator[Nominal]:
    """The description around a noun, if it picks anybody out."""
    end = index + noun.length
    first, determiner, owner = _left(words, edges, index, noun, lexis)
    plural = words.text[end - 1].endswith("s") and not words.text[end - 1].endswith("ss")
    bare = plural or noun.kind is None or words.text[index] == "police"
    if not (determiner or owner or bare):
        return
    last, owner_behind = _right(words, edges, end, lexis)
    text = text_of(words, first, last)
    name = f"{determiner} {text}" if determiner else text
    owned = owner or owner_behind
    yield Nominal(first, last, name, MentionForm.NOMINAL, noun.kind, noun.office, owned)


def _can_own(name: Span, noun: Noun) -> bool:
    """Whether a name before a noun can be its owner; a person's only before "government"."""
    return name.kind is not ActorKind.PERSON or noun.kind is None


def _left(words: Words, edges: Edges, index: int, noun: Noun, lexis: Lexis) -> tuple[int, str, str]:
    """Where the description begins, its determiner in lower case, and the name inside it."""
    first, owner = index, ""
    while first > 0 and index - first < _REACH:
        word = words.text[first - 1]
        before = edges.last.get(first)
        if before is not None and not owner and _can_own(before, noun):
            owner, first = before.name, before.first
        elif word[0] == "-" and len(word) > 1:
            held = edges.last.get(first - 1)  # "Chilean-backed": not the owner
            first = held.first if held else first - 1
        elif word in _POSSESSIVE and first - 1 in edges.last and not owner:
            before = edges.last[first - 1]
            return before.first, "", before.name + word
        elif word.lower() in DETERMINERS:
            return first, word.lower(), owner
        elif (
            (owner and word.lower() not in lexis.gazetteer.title_words)
            or word in _STOP_LEFT
            or not word[0].isalpha()
            or (words.cap[first - 1] and not word.rpartition("-")[2].islower())
        ):
            break
        else:
            first -= 1
    determiner = words.text[first - 1].lower() if first else ""
    if determiner in DETERMINERS:
        return first, determiner, owner
    return (first, "", owner) if owner else (index, "", "")


def _right(words: Words, edges: Edges, end: int, lexis: Lexis) -> tuple[int, str]:
    """Where "of the government of Togo" behind a noun ends, and the name inside it."""
    at, limit = end, min(len(words.text), end + _LONGEST_TAIL)
    while at < limit and words.text[at] in _LINKS:
        at += 1
        while at < limit and at not in edges.first and words.text[at] not in _STOP_LEFT:
            title = title_end(words, at, lexis)
            if title == at and words.cap[at]:
                break
            at = max(title, at + 1)
        span = edges.first.get(at)
        if span is not None:
            noun = noun_at(words, span.last, lexis) if span.last < len(words.text) else None
            return span.last + (noun.length if noun else 0), span.name
    return end, ""


def is_adjective(words: Words, span: Span, lexis: Lexis) -> bool:
    """Whether a name is used as an adjective: "Chilean sailors", "is Chilean", "pro-Chile".

    "Chileans", "the French" and "many Hausa" are names; a plural before another noun in
    capitals is none.
    """
    if span.first > 0 and words.text[span.first - 1].lower() in {"pro-", "anti-", "non-"}:
        return span.kind is not ActorKind.PERSON
    if span.sort not in {"demonym", "people"}:
        return False
    at = span.last
    leads = at < len(words.text) and words.touching(at) and words.text[at][0] not in _MARKS
    plural = span.name.endswith("s") and not span.name.endswith(("ss", "ous"))
    before = words.text[span.first - 1].lower() if span.first else ""
    if plural or (before in _PEOPLES and not (leads and words.text[at].islower())):
        return leads and words.cap[at]
    entry = lexis.gazetteer.entries.get(span.name)
    own = entry is not None and entry.name == span.name  # "Hausa", not "Kurdish"
    called = own if span.sort == "people" else span.name.endswith(_OF_PEOPLES)
    if before not in _PEOPLES or not called:
        return True
    following = words.text[at]
    return not (following in _NO_NOUN or following in lexis.gazetteer.agent_verbs)
