"""Read the names of bodies that end in small letters.

An office-holder's ("the Quorv County Sheriff's office") and a town's council or court ("Quorv
borough council"). Beside them the bodies that are called after a field and a state.
"""

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.spans import Span, text_of
from dossier.extract.words import Words, phrase_at, word_set
from dossier.vocabulary import ActorKind

_POSSESSIVE = frozenset({"'s", "’s"})
_COUNCILS = word_set(
    "borough county district city town parish metropolitan regional municipal village shire"
)
_COURTS = word_set("crown county magistrates sheriff high district superior circuit municipal city")
_STATES = frozenset({"country", "us-state", "demonym", "people"})
_MOST_QUALITIES = 3
_PLURAL_MARKS = frozenset({"'", "’"})
_QUALITIES = _COUNCILS | _COURTS | _PLURAL_MARKS
_HELD = frozenset({"office", "department", "bureau"})
_FIELDS = word_set(
    "Athletics Badminton Basketball Biosecurity Consumer Cricket Creative Cycling Destination"
    " Disability Elections Energy Environment Export Fisheries Food Forestry Gambling Geoscience"
    " Gymnastics Health Heritage Highways Historic Hockey Housing Invest Judo Museums Natural"
    " Netball Network Ofsted Parks Pathways Regions Rowing Rugby Safety Sailing Screen Security"
    " Shooting Skills Social Sport Sports Standards Statistics Swimming Tennis Tourism Trade"
    " Transparency Transport Visit Volleyball Wine Wrestling Youth"
)
"""Fields that a state's agencies and federations are called after: "Statistics Norway"."""
_SAINTS = frozenset({"St", "St.", "Saint"})
_NO_NOUN = word_set(
    "to in at on for from and or but was is are were has had have will would could said says beat"
    " won lost by with after before when as until who which where"
)
"""What follows a name of a house and no noun that it would own."""
_GROUNDS = frozenset({"country", "us-state"})
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
    if end + 1 >= len(words.text) or words.text[end] not in _POSSESSIVE or end - at > _LONGEST:
        return None
    if words.text[end + 1].lower() not in _HELD or not words.touching(end + 1):
        return None
    reach = range(max(at, end - _LONGEST_TITLE), end)
    if all(title_end(words, start, lexis) != end for start in reach):
        return None
    name = text_of(words, at, end + 2)
    return Span(at, end + 2, ActorKind.PUBLIC_BODY, "org", firm=True, name=name)


def find_council(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """The council or court of a town, as papers write it that use few capitals.

    "Quorv borough council", "Quorv magistrates' court". A state's "high court" is no name.

    Args:
        words: A sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
        lexis: The word lists.
    """
    if end >= len(words.text) or words.text[end] not in _QUALITIES:
        return None
    last = _council_end(words, end)
    if last == end or end - at > _LONGEST_TITLE or title_end(words, at, lexis) > at:
        return None
    found = phrase_at(words, at, lexis.phrases)
    if found is not None and found[1].sort in _STATES:
        return None
    name = text_of(words, at, last)
    return Span(at, last, ActorKind.PUBLIC_BODY, "org", firm=True, name=name)


def find_agency(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """A state's agency or federation, called after its field: "Statistics Norway".

    Args:
        words: A sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
        lexis: The word lists.

    Returns:
        The span, to the end of the last state's name ("Food Standards Tarrow Quorvia", "Clean
        Sport Norway"); None where anything else follows ("Tourism Minister", "Health Canada Ama
        Mensah").
    """
    plain = at + 1 < end and words.text[at] in lexis.gazetteer.plain_words
    state = at + 1 if words.text[at] in _FIELDS else at + 2
    if state > end or (state == at + 2 and not (plain and words.text[at + 1] in _FIELDS)):
        return None
    while state < end and words.text[state] in _FIELDS and words.touching(state):
        state += 1
    last = state
    while last < end and words.touching(last):
        found = phrase_at(words, last, lexis.phrases)
        if found is None or found[1].sort not in _GROUNDS or found[0] > end:
            break
        last = found[0]
    if last == state or (last < end and words.cap[last] and title_end(words, last, lexis) == last):
        return None
    name = text_of(words, at, last)
    return Span(at, last, ActorKind.PUBLIC_BODY, "org", firm=True, name=name)


def find_saint(words: Words, at: int, end: int) -> Span | None:
    """A house called after a saint, and what it is left out: "St Quorv's beat Tarn".

    Args:
        words: A sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
    """
    if words.text[at] not in _SAINTS or end - at != len(("St", "Quorv")) or end >= len(words):
        return None
    behind = words.text[end + 1] if end + 1 < len(words) else ""
    if words.text[end] not in _POSSESSIVE or not (not behind.isalpha() or behind in _NO_NOUN):
        return None
    name = text_of(words, at, end + 1)
    return Span(at, end + 1, ActorKind.ORGANIZATION, "org", firm=True, name=name)


def _council_end(words: Words, end: int) -> int:
    """Where "borough council" or "crown court" behind a name ends; ``end`` if none stands there."""
    index = end
    seen: list[str] = []
    while index < len(words.text) and words.touching(index) and index - end <= _MOST_QUALITIES:
        word = words.text[index]
        if seen and word == "council" and _COUNCILS.issuperset(seen):
            return index + 1
        if seen and word == "court" and _COURTS.issuperset(seen):
            return index + 1
        if word in _COUNCILS or word in _COURTS:
            seen.append(word)
        elif word not in _PLURAL_MARKS:
            break
        index += 1
    return end
