"""Read the names of bodies, which some word in them gives away.

"Ministry" and "Club" tell what a name is. The name may go on behind such a word ("of
Fisheries and Food", "for the Coast"), and may begin before an "and" ("the Ports and Harbours
Authority").
"""

from dossier.extract.lexis import Lexis, office_length, title_end
from dossier.extract.names.persons import PARTICLES
from dossier.extract.spans import DAYS, Span, text_of
from dossier.extract.words import Words, phrase_at, word_set
from dossier.gazetteer import Entry

_HOUSES = word_set(
    "Museum Gallery Library Archive Archives Gardens Aquarium Zoo Planetarium Clinic Hospital"
    " College School Laboratory Centre Center Theatre Academy Institute Art Arts"
)
_NEUTRAL = word_set("Christian Hope Grace Faith Grant Chase Chance Art Christ")
_BODY_SURNAMES = word_set("Chambers Church Court Guard House Mills Post Steel")
_AT = word_set("in at near outside")
_LED = _AT | {"the", "of", "to", "from", "by"}
_FIRM_ENDS = word_set(
    "Holdings Group Industries Enterprises Partners Ltd Ltd. Inc Inc. Corp LLC PLC"
)
_OF_OTHER_TONGUES = word_set("Diario Diário Quotidien Gaceta Giornale Gazzetta Gazeta Journal")
_JOINING = frozenset({"of", "for"})
_JOINING_ON = word_set("Committee Commission Council Conference Convention Panel Institute")
_JOINING_IN = word_set("Embassy Consulate Mission")
_JOINING_AT = frozenset({"University"})
_COMPANIES = word_set("Inc Inc. Ltd Ltd. LTD Corp Corp. LLC LLP PLC GmbH")
"""What ends a company's name: "Delta Inc. of Lima" is in Lima."""
SAINTS = frozenset({"St", "Saint", "St.", "San", "Santa", "Mount"})
_LONGEST = 14
_LONG_ENOUGH = 3


def find_body(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """The name of a body that begins at a word; the furthest telling word decides.

    Args:
        words: The sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
        lexis: The word lists.
    """
    org_words = lexis.gazetteer.org_words
    last, kind = at, None
    for index in range(at, min(end, at + _LONGEST)):
        word = words.text[index]
        if word in DAYS or (index > at and _breaks(words, at, index, lexis)):
            break
        if index == last and last > at + 1 and _begins_another(words, index, end, lexis):
            break
        if word[-1].isdecimal() and "-" in word:
            word = word.rpartition("-")[0]  # "Facility-1"
        if word in org_words:
            last, kind = index + 1, org_words[word]
    if last == at:
        return _behind_and(words, at, end, lexis)
    if last - at == len(("given", "family")) and words.text[last - 1] in _BODY_SURNAMES:
        led = at > 0 and words.text[at - 1].lower() in _LED
        if words.text[at] in lexis.gazetteer.given and not led:
            return None  # "Ama Mills", but "at Grace Church"
    last = _join(words, at, last, lexis)
    return Span(at, last, kind, "org", last - at > 1, text_of(words, at, last))


def _breaks(words: Words, at: int, index: int, lexis: Lexis) -> bool:
    """Whether a title, or behind a person a listed body, begins inside what seemed one name.

    Those of a trade may have a body: "Quorv Teachers Union".
    """
    if words.text[index] in lexis.gazetteer.org_words:
        if office_length(words, index, lexis) > 1 and words.cap[index + 1]:
            return True  # "Press Secretary", but not "Harbour Party spokesman"
    elif title_end(words, index, lexis) > index:
        if words.text[index + 1 : index + 2] and words.text[index + 1] in _FIRM_ENDS:
            return title_end(words, index, lexis) > index + 1  # "Golden Anchor Holdings"
        owned = index + 1 + (words.text[index + 1 : index + 2] in (["'"], ["’"]))
        trade = words.text[index][-1] == "s" and owned < len(words)
        return not (trade and words.text[owned] in lexis.gazetteer.org_words)
    lists = lexis.gazetteer
    plain = index == at + 1 and words.text[at] in lists.plain_words  # "Christian Democratic Party"
    person = words.text[at] in lists.given and not plain
    listed = phrase_at(words, index, lexis.phrases) if person else None
    return listed is not None and listed[0] - index > 1


def _begins_another(words: Words, at: int, end: int, lexis: Lexis) -> bool:
    """Whether a body that is called after somebody begins: "Tarn Museum Rosa F. Quispe Center"."""
    given = words.text[at] in lexis.gazetteer.given and words.text[at] not in _NEUTRAL
    plain = lexis.gazetteer.plain_words
    return given and at + 2 < end and not {words.text[at], words.text[at + 1]} & plain


def _behind_and(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """The name of a body whose telling word stands behind an "and"."""
    led = at > 0 and words.text[at - 1].lower() in {"the", "a", "its", "'s", "’s"}
    if not led or end + 2 >= len(words) or words.text[end] != "and" or not words.cap[end + 1]:
        return None
    lists = lexis.gazetteer
    others = (lists.entries, lists.given, lists.org_words)
    if any(word in known for word in words.text[at + 1 : end] for known in others):
        return None
    if words.text[at] in lists.given or words.text[end + 1] in lists.given:
        return None
    stop = end + 1
    while stop < min(len(words), end + _LONGEST) and words.cap[stop]:
        if stop > end + 1 and not words.touching(stop):
            break
        stop += 1
    rest = find_body(words, end + 1, stop, lexis)
    if rest is None or rest.last - rest.first == 1 or phrase_at(words, end + 1, lexis.phrases):
        return None
    return Span(at, rest.last, rest.kind, "org", firm=True, name=text_of(words, at, rest.last))


def _join(words: Words, at: int, last: int, lexis: Lexis) -> int:
    """Where the name of a body ends that goes on with "of" or the like."""
    best = last
    if words.text[last - 1] in _COMPANIES:
        return last
    while best - last < _LONGEST:
        ahead = best
        if ahead >= len(words) or not words.touching(ahead):
            break
        link = words.text[ahead]
        head = words.text[last - 1]
        if _links(link, head):
            ahead += 1
            ahead += ahead < len(words) and words.text[ahead] == "the"
        elif (
            link == "and" and (best > last or _is_annex(words, at, ahead + 1, lexis))
        ) or link == "&":
            ahead += 1
        else:
            break
        stop = _joined_run(
            words, ahead, lexis, link=link, head=head, long=last - at >= _LONG_ENOUGH
        )
        if stop == ahead:
            break
        best = stop
    return best


def _is_annex(words: Words, at: int, ahead: int, lexis: Lexis) -> bool:
    """Whether a house's second name follows: "the Tarn Museum and Art Gallery"."""
    lists = lexis.gazetteer
    if at == 0 or words.text[at - 1].lower() != "the" or words.text[ahead - 2] not in _HOUSES:
        return False
    end = ahead
    while end < len(words) and words.cap[end] and words.touching(end):
        if words.text[end] not in lists.plain_words and words.text[end] not in _HOUSES:
            return False
        end += 1
    return end > ahead and words.text[end - 1] in _HOUSES


def _links(link: str, head: str) -> bool:
    return (
        link in _JOINING
        or (link == "on" and head in _JOINING_ON)
        or (link == "in" and head in _JOINING_IN)
        or (link == "at" and head in _JOINING_AT)
        or (head in _OF_OTHER_TONGUES and link in PARTICLES)
    )


def _joined_run(words: Words, at: int, lexis: Lexis, *, link: str, head: str, long: bool) -> int:
    """How far a run can belong to the name of a body before it; ``at`` if not at all."""
    lists = lexis.gazetteer
    index = at
    while index < len(words) and words.cap[index] and (index == at or words.touching(index)):
        word = words.text[index]
        given = word in lists.given and word not in lists.entries
        given = given and words.text[index - 1] not in SAINTS
        if word in DAYS or word in lists.not_names or given:
            return at
        if title_end(words, index, lexis) > index and word not in lists.org_words:
            return at if index == at else index
        found = phrase_at(words, index, lexis.phrases)
        if found and index == at and (link in {"for", "on", "and"} or (long and link == "of")):
            return at
        index = found[0] if found else index + 1
        if found and link == "of" and _goes_on(words, index, found[1], lexis):
            return index + 1
        if found and not _has_org_word(words, index, lexis):
            return _behind_listed(words, index, found[1], lexis, campus=head in _JOINING_AT)
    return index


def _goes_on(words: Words, at: int, entry: Entry, lexis: Lexis) -> bool:
    """Whether people follow an adjective inside a name: "League of Chilean Divers"."""
    if entry.sort not in {"demonym", "people"} or at >= len(words) or not words.cap[at]:
        return False
    plural = words.text[at].endswith("s") and not words.text[at].isupper()
    given = words.text[at] in lexis.gazetteer.given
    return plural and words.touching(at) and not given


def _behind_listed(words: Words, at: int, entry: Entry, lexis: Lexis, *, campus: bool) -> int:
    """Where a listed place in a body's name goes on.

    "… Court of Lima County", "University of Texas Arlington", "University of Texas, Arlington".
    """
    if at >= len(words) or not words.touching(at):
        return at
    if words.text[at] in lexis.gazetteer.place_words and words.cap[at]:
        return at + 1
    if not campus or entry.sort != "us-state":
        return at
    town = at + (words.text[at] == ",")
    found = phrase_at(words, town, lexis.phrases) if town < len(words) else None
    if found is None or found[1].sort != "city" or not words.touching(town):
        return at
    end = found[0]
    held = town > at and end + 1 < len(words) and words.text[end] == ","
    return at if held and phrase_at(words, end + 1, lexis.phrases) else end


def _has_org_word(words: Words, at: int, lexis: Lexis) -> bool:
    """Whether a telling word still follows in the same run."""
    index = at
    while index < min(len(words), at + _LONGEST) and words.cap[index] and words.touching(index):
        if words.text[index] in lexis.gazetteer.org_words:
            return True
        index += 1
    return False
