"""Read what the words beside a name say it names."""

from collections.abc import Mapping

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.spans import Edges, Span
from dossier.extract.words import Words, phrase_at, word_set
from dossier.vocabulary import ActorKind

_AGES = range(10, 110)
_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.PUBLIC_BODY, ActorKind.MEDIUM})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "'s", "’s"})
_STATES = frozenset({"country", "us-state", "region"})
_GROUND_NOUNS = frozenset({"deposit", "mine", "quarry", "field", "dam"})
_RELATIVE = frozenset({"who", "which", "whose"})
_SHORTEST_NAME = 4
_COMMON_ENDINGS = ("ing", "ly", "tion", "ment", "ness", "ism", "ity", "men")
_ALSO_BODIES = word_set(
    "leader owner developer publisher producer broadcaster promoter member winner champion investor"
    " contractor trustee pioneer host critic ally figure veteran head chief model client opponent"
    " builder runner keeper official witness victim expert specialist driver"
)
"""Words of office that a company or a party may be as well: "Quorvex, the market leader"."""
_HEAD_ENDS = word_set("of in for that which who from based with at on near and , . ; : ) — –")
_ALSO_PEOPLE = frozenset(
    {"regulator", "watchdog", "distributor", "wholesaler", "distiller", "bookmaker", "shipowner"}
)
"""A name of two words behind these may be a person's."""
_FULL_NAME = 2
_LONGEST_APPOSITION = 7
_OF_FIRMS = word_set(
    "shares shareholders workers employees customers stock boardroom subsidiary factory factories"
    " headquarters products executives profits earnings revenue"
)
_HEADS_OF_FIRMS = word_set(
    "director directors chairman chairwoman executive founder founders co-founder owner owners"
    " employee employees shareholders shares subsidiary takeover acquisition headquarters"
)
"""What stands before "of" and a firm's name; "president" and "leader" may be a state's."""
HELD_IN = word_set("share shares stake stakes holding investor investors investment confidence")
"""What one has in a firm: "in" behind it says nowhere."""
_DONE_BY_FIRMS = word_set(
    "operated owned manufactured acquired published distributed marketed employed insured"
)
_RULING = frozenset({"government", "administration"})
_KIN = word_set(
    "wife husband son daughter mother father brother sister uncle aunt cousin nephew niece grandson"
    " granddaughter grandfather grandmother stepson stepdaughter stepfather stepmother fiancé"
    " fiancée fiance fiancee boyfriend girlfriend great-grandfather great-grandmother grandparents"
)
_HAVING = frozenset({"owns", "operates", "co-founded", "founded", "co-owns", "runs"})
"""Verbs of whoever has a firm."""
_CIVIC = word_set(
    "governor mayor senator councillor councilman councilwoman sheriff mp mla mca mna"
)
"""Offices of a place's: what stands before one of them is a place."""
_STAFF = word_set(
    "director executive chairman chairwoman founder co-founder manager coach captain striker"
    " midfielder goalkeeper defender winger engineer scientist analyst economist editor bookkeeper"
    " employee trustee treasurer driver pilot worker officer representative salesman"
)
"""Offices in firms, papers and teams."""
_CLOSING = frozenset({",", ".", ")", ";", "”", '"'})


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


def has_office_and_comma_before(words: Words, span: Span, lexis: Lexis) -> bool:
    """Whether "the first officer, X," says who X is."""
    comma = span.first - 1
    if comma < 2 or words.text[comma] != "," or span.last - span.first > 2:  # noqa: PLR2004
        return False
    closed = span.last == len(words) or words.text[span.last] in _CLOSING
    if not closed or words.text[comma - 1] in _ALSO_BODIES:
        return False
    for start in range(comma - 1, max(0, comma - _LONGEST_APPOSITION), -1):
        before = words.text[start - 1]
        if title_end(words, start, lexis) != comma or words.cap[start]:
            return False
        if before.lower() in _DETERMINERS:
            return True
    return False


def has_kin_before(words: Words, span: Span) -> bool:
    """Whether a word for a relative says who a name is: "his wife, Ama,", "her son Kofi"."""
    before = span.first - 1
    if before < 1 or not words.touching(span.first):
        return False
    if words.text[before] in _KIN:
        return words.text[before - 1].lower() in _DETERMINERS | {"whose"}
    closed = span.last == len(words) or words.text[span.last] in _CLOSING
    kin = words.text[before] == "," and closed and words.text[before - 1] in _KIN
    return kin and before > 1 and words.text[before - 2].lower() in _DETERMINERS


def kind_beside(words: Words, span: Span, edges: Edges, lexis: Lexis) -> ActorKind | None:
    """What the noun or the person beside a name says it is.

    "The brewer X", "the X party", "the town of X"; "Ama Mensah of X", "X's Ama Mensah".
    """
    kinds = lexis.gazetteer.kind_nouns
    following = words.text[span.last] if span.last < len(words) else ""
    held = _kind_by_office(words, span, edges, lexis) if following.isalpha() else None
    if held is not None:
        return held
    if following == ",":
        told = _kind_in_apposition(words, span.last + 1, lexis)
        if told is not None:
            return told
    noun = _noun_behind(words, span.last, kinds)
    if noun is not None:
        return noun
    if following in _RULING and span.last - span.first == 1:
        return ActorKind.PERSON
    if following in {"'s", "’s"} and _is_a_bodys(words, span.last + 1, edges):
        return ActorKind.ORGANIZATION
    return _kind_before(words, span, edges, lexis) if span.first else None


def _noun_behind(words: Words, at: int, kinds: Mapping[str, ActorKind]) -> ActorKind | None:
    """What "brewery" or "copper mine" behind a name says."""
    following = words.text[at] if at < len(words) else ""
    if following in kinds and words.touching(at):
        named = at + 1 < len(words) and words.cap[at + 1] and words.touching(at + 1)
        return None if named and words.opens(at - 1) else kinds[following]  # "Oil firm Quorvex"
    behind = words.text[at + 1] if at + 1 < len(words) else ""
    ground = kinds.get(behind) is ActorKind.PLACE and behind in _GROUND_NOUNS
    return ActorKind.PLACE if following.islower() and ground else None


def _kind_by_office(words: Words, span: Span, edges: Edges, lexis: Lexis) -> ActorKind | None:
    """What the office behind a name says: "Quorv Governor Ama Mensah", "a Quorvex engineer"."""
    at = span.last
    end = title_end(words, at, lexis) if words.touching(at) else at
    if end == at or any(part in lexis.gazetteer.plain_words for part in span.name.split()):
        return None
    head, small = words.text[end - 1].lower(), words.text[at].islower()
    holder = edges.first.get(end)
    held = holder is not None and holder.kind is ActorKind.PERSON and words.touching(end)
    if held and head in _CIVIC:
        return ActorKind.PLACE
    led = span.first > 0 and words.text[span.first - 1] in {"a", "an", "A", "An"}
    opens = words.opens(span.first) and span.last - span.first == 1  # "Depot manager Ama Mensah"
    firm = small and (held or led) and head in _STAFF and not opens
    return ActorKind.ORGANIZATION if firm else None


def _is_a_bodys(words: Words, at: int, edges: Edges) -> bool:
    """Whether only a body has what follows its name: "Quorv's shares", "Quorv's Ama Mensah"."""
    owned = edges.first.get(at)
    person = owned is not None and owned.kind is ActorKind.PERSON
    return person or (at < len(words) and words.text[at] in _OF_FIRMS)


def _kind_in_apposition(words: Words, at: int, lexis: Lexis) -> ActorKind | None:
    """What "a pump maker based in" or "the first officer," behind a name says it is."""
    if at >= len(words) or words.text[at] not in {"a", "an", "the"}:
        return None
    end = at + 1
    limit = min(len(words), at + _LONGEST_APPOSITION)
    while end < limit and words.text[end] not in _HEAD_ENDS:
        end += 1
    if end in {at + 1, limit} or words.cap[end - 1]:
        return None
    head = words.text[end - 1]
    if head in lexis.gazetteer.kind_nouns:
        return lexis.gazetteer.kind_nouns[head]
    office = title_end(words, end - 1, lexis) == end and head not in _ALSO_BODIES
    return ActorKind.PERSON if office and not head.endswith("s") else None


def _kind_before(words: Words, span: Span, edges: Edges, lexis: Lexis) -> ActorKind | None:
    """What "the brewer X", "the town of X" or "Ama Mensah of X" says."""
    kinds = lexis.gazetteer.kind_nouns
    before = words.text[span.first - 1]
    if before in kinds and words.touching(span.first):
        alike = before in _ALSO_PEOPLE and span.last - span.first == _FULL_NAME
        return None if alike else kinds[before]  # "energy regulator Ama Mensah"
    noun = words.text[span.first - 2] if before == "," and span.first > 1 else ""
    if noun in kinds and _is_noun_set_off(words, span):
        return kinds[noun]
    if before == "-based" and words.text[span.first] not in lexis.gazetteer.given:
        return ActorKind.ORGANIZATION
    if before == "of" and span.first > 1:
        return _kind_behind_of(words, span, edges, kinds)
    doing = words.text[span.first - 2].lower() if span.first > 1 else ""
    firm = before in _HAVING and span.last - span.first > 1
    firm = (
        firm
        or (before == "by" and doing in _DONE_BY_FIRMS)
        or (before == "in" and doing in HELD_IN)
    )
    return ActorKind.ORGANIZATION if firm else None


def _kind_behind_of(
    words: Words, span: Span, edges: Edges, kinds: Mapping[str, ActorKind]
) -> ActorKind | None:
    """What stands before "of" and a name says: "Ama Mensah of X", "founder of X", "town of X"."""
    holder = edges.last.get(span.first - 1)
    earlier = words.text[span.first - 2]
    if (holder is not None and holder.kind is ActorKind.PERSON) or earlier in _HEADS_OF_FIRMS:
        return ActorKind.ORGANIZATION
    return ActorKind.PLACE if kinds.get(earlier) is ActorKind.PLACE else None


def _is_noun_set_off(words: Words, span: Span) -> bool:
    """Whether a noun before a comma may say what a name is: "the regulator, Quorvex, said"."""
    closed = span.last < len(words) and words.text[span.last] in _CLOSING
    back = words.text[max(0, span.first - _LONGEST_APPOSITION) : span.first - 2]
    led = [word.lower() in _DETERMINERS for word in back]
    return closed and any(led) and "," not in back


def is_introduced(words: Words, span: Span, edges: Edges, lexis: Lexis) -> bool:
    """Whether the words behind a capital that opens a sentence say that it is a name's.

    "Quorvex, which makes pumps"; "Quorvers captain Ama Mensah"; "Quorvex and Delta Bank".
    """
    lists = lexis.gazetteer
    name, at = span.name, span.last
    if len(name) < _SHORTEST_NAME or name.endswith(_COMMON_ENDINGS) or not name.isalpha():
        return False
    if name in lists.plain_words or name.lower() in lists.common_words or at >= len(words):
        return False
    if words.text[at] == ",":
        return at + 1 < len(words) and words.text[at + 1] in _RELATIVE
    if words.text[at] == "and":
        other = edges.first.get(at + 1)
        return other is not None and other.firm and other.kind in _BODIES
    if _kind_by_office(words, span, edges, lexis) is ActorKind.PLACE:
        return True
    office = title_end(words, at, lexis)
    held = edges.first.get(office) if office > at and name.endswith("s") else None
    return held is not None and held.kind is ActorKind.PERSON and words.text[at].islower()
