"""Read names of persons, acronyms and words whose capitals are all that is known of them."""

import re

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.spans import DAYS, Span, text_of
from dossier.extract.words import Words, phrase_at, word_set
from dossier.vocabulary import ActorKind

PARTICLES = word_set(
    "van von der den de del della di da das do dos du la le el al bin bint ibn ben y e ter ten zu"
    " zur ul abu af"
)
"""Words in lower case inside a name of capitals."""
_PERSONAL = word_set("van von der bin bint ibn ben al ul abu zu zur ter ten")
_POSTNOMINALS = word_set("QC KC SC MP MEP MSP CBE OBE MBE PhD MD Esq Jr Jr. Sr Sr. SJ")
_DAY_SURNAMES = word_set("May March April June August")
_TITLE_SURNAMES = word_set(
    "Major Judge King Prince Bishop Pope Dean Baron Marshal Dancer Driver Painter Player Singer"
    " Banker Pilot Nunn Priest Warden Whip Page Clerk Abbot Sheriff Coach Chef Host Lawyer"
)
_SEAT = re.compile(r"(?:R|D|I|L|Con|Lab|LD)-[A-Z]")
_ALONE = word_set("I He She It We They You Now Then Today Tonight")
_ROMAN = word_set("II III IV VI VII VIII IX XI XII XIV XVI XVII XVIII XIX XX XXI")
_EXCHANGES = word_set("AMEX ASX BSE JSE LSE NASDAQ Nasdaq NSE NYSE NZX TSX")
_QUOTES = frozenset("“”\"‘’'()")
_LONGEST = 5
_LONGEST_NICKNAME = 5
_LONGEST_ACRONYM = 6
_SHORTEST_ACRONYM = 2


def find_person(words: Words, at: int, end: int, lexis: Lexis) -> Span | None:
    """A person's name, an acronym or something unknown that begins at a word.

    Args:
        words: The sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
        lexis: The word lists.

    Returns:
        The span; of kind PERSON only if something besides capitals says so. None for words
        such as "Chilean-born", which only hold a name.
    """
    last = _last(words, at, end, lexis)
    name = text_of(words, at, last)
    given = words.text[at] in lexis.gazetteer.given
    beyond = _behind_nickname(words, last) if given and last == end else last
    if last - at == 1 and beyond == last:
        return _one_word(words, at, name, lexis)
    parts = words.text[at:last]
    if beyond > last:
        family = next(at for at in range(last + 2, beyond) if words.text[at] in _QUOTES) + 1
        name = f"{name} {text_of(words, family, beyond)}"
        return Span(at, beyond, ActorKind.PERSON, "person", firm=True, name=name)
    if (
        _is_acronym(parts[0])
        and len(parts[0]) > _SHORTEST_ACRONYM
        and parts[1] in lexis.gazetteer.given
    ):
        return _one_word(words, at, parts[0], lexis)
    described = len(parts) > 1 and parts[-1] in lexis.gazetteer.entries
    if "&" in parts[1:-1] and parts[0] not in lexis.gazetteer.given:
        return Span(at, last, ActorKind.ORGANIZATION, "org", firm=True, name=name)
    named = described or _is_personal(parts, lexis)
    kind = ActorKind.PERSON if named else None
    return Span(at, last, kind, "person" if named else "", firm=named, name=name)


def _last(words: Words, at: int, end: int, lexis: Lexis) -> int:
    """Where the name ends: before a title, a listed name, a day or letters of honour."""
    last = at + 1
    given = words.text[at] in lexis.gazetteer.given
    while last < end and last - at < _LONGEST:
        if _stops(words, at, last, end, lexis, given=given):
            break
        last += 1
    while last - at > 1 and words.text[last - 1] in PARTICLES | {"&"}:
        last -= 1
    return last


def _stops(words: Words, at: int, last: int, end: int, lexis: Lexis, *, given: bool) -> bool:
    """Whether a word of a run no longer belongs to the name that began at ``at``."""
    word = words.text[last]
    second, final = last - at == 1, last + 1 == end
    if word in DAYS:
        return not (given and word in _DAY_SURNAMES)
    titled = at > 0 and second and final and title_end(words, at - 1, lexis) == at
    if word in lexis.gazetteer.not_names or word in _POSTNOMINALS:
        short = len(word) <= _SHORTEST_ACRONYM
        return not (second and final and ((given and short) or (titled and word not in _ALONE)))
    if title_end(words, last, lexis) > last:
        return not (given and second and word in _TITLE_SURNAMES)
    led = at > 0 and words.text[at - 1] in {"of", "for"}
    if led and second and not given and word in lexis.gazetteer.given and not final:
        return True  # "Secretary of Commerce Jane Doyle"
    if phrase_at(words, last, lexis.phrases) is None:
        return False
    described = final and end < len(words) - 1 and words.text[end] == ","
    surname = given or (described and words.text[end + 1] in {"a", "an", "who"})
    return not (second and surname)


def _is_personal(parts: list[str], lexis: Lexis) -> bool:
    """Whether the words of a name say that it is a person's."""
    lists = lexis.gazetteer
    first = parts[0].title() if parts[0].isupper() else parts[0]
    return (
        first in lists.given
        or parts[0] in lists.family_first
        or any(len(part) == 2 and part.endswith(".") for part in parts[:-1])  # noqa: PLR2004
        or bool(_PERSONAL.intersection(parts[1:]))
    )


def _behind_nickname(words: Words, last: int) -> int:
    """Where a name ends that goes on behind a nickname: "James “Jim” Mensah"."""
    if last + 3 >= len(words) or words.text[last] not in _QUOTES:
        return last
    closed = last + 2
    while closed < len(words) - 1 and closed - last < _LONGEST_NICKNAME and words.cap[closed]:
        closed += 1  # "Marcus “Big Mac” Mensah"
    if closed + 1 >= len(words) or words.text[closed] not in _QUOTES or not words.cap[closed + 1]:
        return last
    if not words.cap[last + 1]:
        return last
    end = closed + 2
    while end < len(words) and words.cap[end] and words.touching(end) and end - last < _LONGEST:
        end += 1
    return end


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    short = _SHORTEST_ACRONYM <= len(letters) <= _LONGEST_ACRONYM
    return short and letters.isupper() and word not in _ROMAN


def is_behind_name(words: Words, at: int) -> bool:
    """Whether a word only tells more of the person named before it.

    "Ann Novak, QC", "Ann Novak KC", "Ann Novak (R-Ky.)", "Ann Novak, D-Ohio".
    """
    before = words.text[at - 1] if at else ""
    word = words.text[at]
    named = before == "," or (at > 0 and words.cap[at - 1] and words.touching(at))
    return (named and word in _POSTNOMINALS) or (
        before in {"(", ","} and _SEAT.match(word) is not None
    )


def _is_ticker(words: Words, at: int) -> bool:
    """Whether a word is what a share is called at an exchange: "(BLS.N)", "(NYSE: BLS)"."""
    text = words.text
    if text[at] in _EXCHANGES:
        return text[at + 1 : at + 2] == [":"]
    if at and text[at - 1] == ":":
        return at > 1 and text[at - 2] in _EXCHANGES
    coded = at > 0 and text[at - 1] == "(" and text[at + 1 : at + 2] == ["."]
    return coded and text[at + 3 : at + 4] == [")"]


def _one_word(words: Words, at: int, name: str, lexis: Lexis) -> Span | None:
    if len(name) == 1 or name in _ROMAN or is_behind_name(words, at) or _is_ticker(words, at):
        return None
    stem, hyphen, tail = name.rpartition("-")
    if hyphen and tail.islower() and stem in lexis.gazetteer.entries:
        return None
    if _is_acronym(name):
        return Span(at, at + 1, ActorKind.ORGANIZATION, "acronym", firm=False, name=name)
    given = name in lexis.gazetteer.given
    return Span(at, at + 1, None, "given" if given else "", firm=False, name=name)
