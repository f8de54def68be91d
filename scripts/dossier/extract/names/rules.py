"""Cut runs of capitalised words into names.

News writes names beside titles, states and each other without a mark between them: "Supreme
Court Justice Ruth Lang", "Ghana President Ama Mensah". A run is therefore read from left to
right, and at each word the longest thing the word lists know is taken: a listed name, a title,
the name of a body or a place by its telling word, and only then a person or something unknown.
What a name is may stay open here; `names_article` decides with the whole article in view.
"""

from collections.abc import Iterator

from dossier.extract.lexis import Lexis, office_length, title_end
from dossier.extract.names.bodies import SAINTS, find_body
from dossier.extract.names.numbers import with_number
from dossier.extract.names.offices import find_agency, find_council, find_office, find_saint
from dossier.extract.names.persons import PARTICLES, find_person
from dossier.extract.names.places import find_place, is_named_after
from dossier.extract.names.teams import (
    find_club,
    find_movement,
    find_party,
    find_team,
    find_team_of_offices,
)
from dossier.extract.names.things import find_storm, thing_end
from dossier.extract.spans import Span, text_of
from dossier.extract.words import CREDITS, Words, phrase_at
from dossier.gazetteer import Entry
from dossier.vocabulary import ActorKind, RoleStatus

_SHORTEST_OPENER = 4
_OWNERS = frozenset({"People", "Women", "Children", "Men"})
_LEADING = frozenset({"the", "a", "an", "this", "its", "his", "her", "their", "'s", "’s", "of"})
_PLURAL_OWNING = frozenset({"'", "’"})
_OWNING = _PLURAL_OWNING | {"'s", "’s"}
_TRADES = ("ers", "ors", "ists", "ants", "women", "wives", "nurses", "Nurses")
"""How the words end for those who have a trade or a part in something, unless a list says else."""


def find_spans(words: Words, lexis: Lexis) -> Iterator[Span]:
    """Find the stretches of a sentence that may be names, titles included.

    Args:
        words: A sentence.
        lexis: The word lists.

    Yields:
        Spans in text order, none overlapping another.
    """
    index, total = 0, len(words.text)
    text, cap, phrases = words.text, words.cap, lexis.phrases
    while index < total:
        if not cap[index]:
            if text[index] not in phrases:
                index += 1
                continue
            found = phrase_at(words, index, lexis.phrases)
            if found and found[0] - index > 1:
                yield _listed(words, index, *found)
                index = found[0]
            else:
                index += 1
            continue
        end = _run_end(words, index, lexis)
        while index < end:
            beyond = thing_end(words, index, end, lexis)
            if beyond > index:
                index = beyond
                continue
            span = find_storm(words, index, end, lexis) or _next_span(words, index, end, lexis)
            if span is None:
                index += 1
                continue
            span = with_number(words, span)
            yield span
            index = span.last
        index = max(index, end)


def _run_end(words: Words, index: int, lexis: Lexis) -> int:
    """Where a run of capitalised words ends, particles of names included."""
    end = index + 1
    while end < len(words.text) and words.touching(end):
        if words.cap[end] or _owns(words, end, lexis):
            if words.text[end] in CREDITS and words.text[end + 1 : end + 2] == [":"]:
                break  # "Ama Mensah Photo: …"
            end += 1
            continue
        ahead = end
        while ahead < len(words.text) and ahead - end < 3 and words.text[ahead] in PARTICLES:  # noqa: PLR2004
            ahead += 1
        joined = words.text[end] == "&" or (ahead > end and words.text[index:end] != ["The"])
        ahead = max(ahead, end + 1)
        if (
            not joined
            or ahead >= len(words.text)
            or not words.cap[ahead]
            or not words.touching(ahead)
        ):
            break
        end = ahead + 1
    return end


def _owns(words: Words, index: int, lexis: Lexis) -> bool:
    """Whether a possessive ending stands inside a body's name.

    "The New People's Party", "the Teachers' Union", "the Timber Workers' Alliance",
    "St Luke's Hospital".
    """
    owner, ending = words.text[index - 1], words.text[index]
    if ending not in _OWNING:
        return False
    holy = index > 1 and words.text[index - 2] in SAINTS
    owned = ending not in _PLURAL_OWNING and (owner in _OWNERS or holy)
    plural = ending in _PLURAL_OWNING and _is_trade(words, index - 1, lexis)
    if not (owned or (plural and words.touching(index))):
        return False
    if index + 1 >= len(words.text) or not words.cap[index + 1] or not words.touching(index + 1):
        return False
    if owned and not holy:
        return True
    return words.text[index + 1] in lexis.gazetteer.org_words


def _is_trade(words: Words, index: int, lexis: Lexis) -> bool:
    """Whether a word names those who do something, or hold an office of one word."""
    trade = words.text[index].endswith(_TRADES) and words.text[index] not in lexis.gazetteer.entries
    return trade or office_length(words, index, lexis) == 1


def _next_span(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """Read the name that begins at a word of a run; None if the word begins none."""
    lists = lexis.gazetteer
    word = words.text[at]
    common = word in lists.not_names and not _opens_body(words, at, end)
    common = common and not _is_titled_name(words, at, end, lexis)
    office = None
    if not common:
        office = find_office(words, at, end, lexis) or find_council(words, at, end, lexis)
    office = office or find_agency(words, at, end, lexis) or find_movement(words, at, lexis)
    office = office or find_saint(words, at, end)
    found = phrase_at(words, at, lexis.phrases)
    if office is None and found and found[0] - at > 1:
        longer = find_body(words, at, end, lexis) or find_place(words, at, end, lexis)
        return longer if longer and longer.last > found[0] else _listed(words, at, *found)
    if common or not word[:1].isalpha() or _only_opens(words, at, lexis):
        return None
    return office or _read_span(words, at, end, found, lexis)


def _is_titled_name(words: Words, at: int, end: int, lexis: Lexis) -> bool:
    """Whether a common word behind an office is a given name: "Economist Can Quorv"."""
    if at == 0 or end - at < len(("given", "family")) or not words.text[at].istitle():
        return False
    if not words.touching(at) or title_end(words, at - 1, lexis) != at:
        return False
    family = words.text[at + 1]
    lists = lexis.gazetteer
    return all(family not in known for known in (lists.not_names, lists.plain_words, lists.given))


def _opens_body(words: Words, at: int, end: int) -> bool:
    """Whether "All" opens what only a body is called: "the All India Quorv Congress"."""
    led = at > 0 and words.text[at - 1].lower() == "the"
    return led and words.text[at] == "All" and end - at > 1


def _read_span(
    words: Words, at: int, end: int, found: tuple[int, Entry] | None, lexis: Lexis
) -> Span | None:
    """Read a title or a name that no list has whole."""
    after_title = title_end(words, at, lexis)
    body = find_body(words, at, end, lexis)
    club = find_club(words, at, end, lexis)
    if club and (body is None or body.last <= club.last):
        return club
    team = find_team_of_offices(words, at, lexis)
    titled = after_title > at and not _is_given_name(words, at, after_title, end, lexis)
    titled = titled and not (after_title == at + 1 and is_named_after(words, at, end))
    if not team and titled and not (body and _is_body_first(words, after_title, body, lexis)):
        return Span(at, after_title, None, "title", firm=True, name=text_of(words, at, after_title))
    place = find_place(words, at, end, lexis)
    if body and place:
        return place if place.last > body.last else body
    known = team or body or place
    if found and not known:
        return _single(words, at, end, found[1], lexis)
    return known or find_party(words, at, end, lexis) or find_person(words, at, end, lexis)


def _only_opens(words: Words, at: int, lexis: Lexis) -> bool:
    """Whether a word has its capital from the sentence, or only flags an office.

    "Opening the debate", "Reportedly Ghana", "Former Volta governor".
    """
    lower = words.text[at].lower()
    if "-of-" in lower and words.text[at].rpartition("-")[2].islower():
        return True  # "Mother-of-two Ama Mensah"
    if lexis.gazetteer.title_words.get(lower, RoleStatus.CURRENT) is not RoleStatus.CURRENT:
        return title_end(words, at, lexis) == at
    if len(lower) <= _SHORTEST_OPENER or not lower.endswith(("ing", "ly")):
        return False
    return words.opens(at) and words.text[at] not in lexis.gazetteer.given


def _is_body_first(words: Words, after_title: int, body: Span, lexis: Lexis) -> bool:
    """Whether a body's name begins where a title seems to.

    The title is then its first word ("Justice Department"), or stands behind it ("Foreign
    Ministry spokesman").
    """
    if body.last < after_title:
        return body.last - body.first > 1
    after_title += words.text[after_title] in _PLURAL_OWNING  # "Teachers' Union"
    return after_title < body.last and words.text[after_title] in lexis.gazetteer.org_words


def _is_given_name(words: Words, at: int, after_title: int, end: int, lexis: Lexis) -> bool:
    """Whether a title is rather a given name, as in "Dean Mensah" and "she told Dean"."""
    word = words.text[at]
    if after_title > at + 1 or word not in lexis.gazetteer.given or not word[1:].islower():
        return False
    before = words.text[at - 1].lower() if at else ""
    alone = at + 1 == end and not words.opens(at) and before not in _LEADING
    return alone or at + 2 == end  # "Dean" and one more word


def _listed(words: Words, first: int, last: int, entry: Entry) -> Span:
    return Span(first, last, entry.kind, entry.sort, firm=True, name=text_of(words, first, last))


def _single(words: Words, at: int, end: int, entry: Entry, lexis: Lexis) -> Span:
    """A listed name of one word: alone, or the first word of something longer."""
    lists = lexis.gazetteer
    if at + 1 == end:
        return _listed(words, at, at + 1, entry)
    following = words.text[at + 1]
    person = find_person(words, at, end, lexis)
    alone = person is None or person.last - at == 1
    team = find_team(words, at, end, entry, lexis)
    if team:
        return team
    named = words.text[at] in lists.given and entry.sort != "demonym"
    if person and not alone and (named or _is_called_like_a_people(words, at, end, entry, lexis)):
        return person
    splits = (
        entry.sort in {"demonym", "people", "body", "medium"}
        or following in lists.given
        or following in lists.family_first
        or following in lists.not_names
        or following in lists.plain_words
        or following in PARTICLES
        or (len(following) == 2 and following.endswith("."))  # noqa: PLR2004 - an initial
        or phrase_at(words, at + 1, lexis.phrases) is not None
        or title_end(words, at + 1, lexis) > at + 1
    )  # fmt: skip
    if person is None or alone or splits:
        return _listed(words, at, at + 1, entry)
    if entry.sort in {"country", "us-state"} and person.last - at > len(("state", "name")):
        return _listed(words, at, at + 1, entry)
    kind = ActorKind.ORGANIZATION if person.name.endswith("s") else None
    return Span(at, person.last, kind, "", firm=False, name=person.name)


def _is_called_like_a_people(words: Words, at: int, end: int, entry: Entry, lexis: Lexis) -> bool:
    """Whether a people's name between an office and one more name is a given name.

    "Striker Dane Quorv"; but "the striker, Dane Jens Quorv" is a Dane.
    """
    pair = entry.sort == "demonym" and end - at == len(("given", "family"))
    if not pair or not at or not words.touching(at) or not words.touching(at + 1):
        return False
    family = words.text[at + 1]
    lists = lexis.gazetteer
    known = family in lists.given or family in lists.entries or family in lists.plain_words
    telling = family in lists.org_words or family in lists.place_words
    return not (known or telling) and title_end(words, at - 1, lexis) == at
