"""Read the names of teams, parties and movements, which hold no word that tells a body."""

from dossier.extract.lexis import Lexis, office_length, title_end
from dossier.extract.spans import Span, text_of
from dossier.extract.words import Words, phrase_at, word_set
from dossier.gazetteer import Entry
from dossier.vocabulary import ActorKind

_GROUND = frozenset({"country", "capital", "city", "us-state", "region"})
_CLUBS = word_set(
    "Team FC AFC AC AS CD CF FK SC SV Atlético Atletico Dinamo Dynamo Lokomotiv Real Sporting"
)
_MEMBERS = word_set(
    "Doctors Lawyers Reporters Engineers Teachers Parents Mothers Fathers Friends Citizens Students"
    " Scientists Physicians Nurses Women Youth Workers Farmers Artists Writers Athletes Veterans"
    " Families Neighbours Neighbors Pilots Journalists Clowns Academics Soldiers Children People"
)
"""In the plural, who joins to be for or against something."""
_ORDERS = word_set(
    "Sisters Brothers Sons Daughters Knights Friends Missionaries Servants Guardians Defenders"
)
"""In the plural, what orders and movements are called by."""
_CAUSES = word_set("for For without Without against Against")
_ENDS = word_set(
    "All Life Change Hope Borders Justice Peace Freedom Democracy Future Rights Equality Progress"
    " Choice Truth Reform Unity Palestine Nature Climate Animals Everyone Tomorrow"
)
_LONG = 3
_STATIONS = word_set("Radio Rádio Télé Canal")
"""What stands before the name of a broadcaster: "Radio Quorv"."""
_COLOURS = word_set("Red White Blue Black Green Golden Silver Orange Yellow")


def find_team(words: Words, at: int, end: int, entry: Entry, lexis: Lexis) -> Span | None:
    """A team whose name is a town's, a colour and a word in the plural: "Lima Red Hawks".

    Args:
        words: A sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
        entry: What the lists know about the first word.
        lexis: The word lists.
    """
    parts = words.text[at:end]
    lists = lexis.gazetteer
    if entry.sort not in _GROUND or len(parts) != len(("town", "colour", "animals")):
        return None
    _, colour, animals = parts
    plural = animals[-1] in "sx" and not animals.isupper()
    known = (lists.plain_words, lists.entries, lists.place_words, lists.thing_words)
    if colour not in _COLOURS or not plural or any(animals in words_ for words_ in known):
        return None
    return None if title_end(words, at + 2, lexis) > at + 2 else _body(words, at, end)


def find_club(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """A club whose kind stands before its town: "FC Quorv", "Sporting Quorv"."""
    station = words.text[at] in _STATIONS
    if not (station or words.text[at] in _CLUBS) or at + 1 >= end:
        return None
    town = words.text[at + 1]
    lists = lexis.gazetteer
    other = town in lists.plain_words or town in lists.org_words or town in lists.not_names
    if other or title_end(words, at + 1, lexis) > at + 1:
        return None
    found = phrase_at(words, at + 1, lexis.phrases)
    club = _body(words, at, found[0] if found and found[0] <= end else at + 2)
    club.kind = ActorKind.MEDIUM if station else club.kind
    return club


def find_team_of_offices(words: Words, at: int, lexis: Lexis) -> Span | None:
    """A team called after an office, before an office of its own: "Rangers coach X"."""
    word, behind = words.text[at], at + 1
    if word[-1] != "s" or office_length(words, at, lexis) != 1 or word.lower() in lexis.titles:
        return None
    if word in lexis.gazetteer.plain_words or behind >= len(words) or not words.touching(behind):
        return None
    last = behind + office_length(words, behind, lexis)
    led = words.text[behind].islower() and behind < last < len(words)
    named = led and words.cap[last] and words.touching(last)
    return _body(words, at, behind) if named else None


def find_party(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """A party whose name ends with a current's and begins with a word of its own.

    "The Neo Democrats"; but "the Chilean Democrats" are some of them.
    """
    led = at > 0 and words.text[at - 1].lower() == "the"
    if not led or end - at != len(("own", "current")) or words.text[at] in lexis.gazetteer.given:
        return None
    entry = lexis.gazetteer.entries.get(words.text[at + 1])
    plural = words.text[at + 1].endswith("s")
    current = entry is not None and entry.sort == "people" and plural
    return _body(words, at, end) if current else None


def find_movement(words: Words, at: int, lexis: Lexis) -> Span | None:
    """A movement called after its members and its cause: "Doctors for Peace".

    Args:
        words: A sentence.
        at: Index of the first word.
        lexis: The word lists.

    Returns:
        The span; None where members have only a client or a target ("Lawyers for Ama Mensah").
    """
    if words.text[at] not in _MEMBERS | _ORDERS or at + 2 >= len(words):
        return None
    link, first = words.text[at + 1], at + 2
    if link == "of" and words.text[at] in _ORDERS:
        return _order(words, at, lexis)
    if link not in _CAUSES or not words.touching(first) or not words.cap[first]:
        return None
    last = first
    while last < len(words) and words.cap[last] and words.touching(last) and last - first < _LONG:
        last += 1
    plain = lexis.gazetteer.plain_words
    told = all(one in _ENDS or one in plain for one in words.text[first:last])
    return _body(words, at, last) if told else None


def _order(words: Words, at: int, lexis: Lexis) -> Span | None:
    """An order or a movement: "the Sisters of Mercy", "Friends of the Sea"; not "Sons of Ama"."""
    first = at + 2 + (words.text[at + 2] == "the")
    last = first
    while last < len(words) and words.cap[last] and words.touching(last) and last - first < _LONG:
        if words.text[last] in lexis.gazetteer.given or title_end(words, last, lexis) > last:
            return None
        last += 1
    goes_on = last < len(words) and words.cap[last] and words.touching(last)
    led = (not words.opens(at) or at + 2 < first) and not goes_on
    return _body(words, at, last) if last > first and led else None


def _body(words: Words, at: int, end: int) -> Span:
    return Span(at, end, ActorKind.ORGANIZATION, "org", firm=True, name=text_of(words, at, end))
