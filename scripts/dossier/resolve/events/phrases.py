"""Short phrases beside an event word, for titles of events in which nobody with a page takes part.

At most a handful of words are ever taken from an article, never a loaded one, and never across a
verb, a preposition or a mark.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dossier.dates import MONTHS
from dossier.daywords import LENGTHS
from dossier.inflection import COUNTS, Form
from dossier.model import Actor, EventMention
from dossier.triggers import TriggerIndex

MAX_PHRASE = 5
"""Words of an article that a title takes, at most."""
_INITIAL = 2
_ADJECTIVES = 2
_TOKEN = re.compile(
    r"[$£€₹¥]\d+(?:[.,]\d+)*\w*|(?<!\w)[A-Z]\.(?= [A-Z])"
    r"|\d+(?:[.,–-]\d+)+(?:-[a-z]+)?|\w+(?:[-.&’']\w+)*|\S"
)
"""Amounts of money, initials, numbers, words, marks."""
_CARRYING = re.compile(r" (?=(?:carrying|including|holding|containing) )")
_CONTEXT = 400
"""Code points looked at on each side of an event word."""
_EFFECT_REACH = 16
ARTICLES = frozenset({"a", "an", "the", "some", "any"})
BE = frozenset({"was", "were", "is", "are", "been", "being", "be", "get", "got"})
STOP = BE | frozenset(
    {"in", "at", "on", "to", "of", "with", "by", "for", "from", "after", "before", "as",
     "and", "or", "but", "that", "which", "who", "when", "where", "while", "during", "near",
     "into", "over", "against", "between", "following", "because", "has", "have", "had",
     "will", "would", "not", "also", "he", "she", "it", "they", "his", "her", "their", "its",
     "him", "them", "this", "these", "those", "there", "than", "if", "out", "up", "down",
     "off", "under", "amid", "around", "about", "until", "since", "through", "via", "among",
     "across", "along", "outside", "inside", "without", "both", "said", "himself", "herself",
     "itself", "themselves", "yesterday", "today", "tomorrow", "early", "late", "earlier",
     "later", "just", "all", "we", "i", "you", "my", "our", "your", "what", "how", "why",
     "whom", "whose", "such", "other", "another", "monday", "tuesday", "wednesday",
     "thursday", "friday", "saturday", "sunday", "last", "next", "together", "again", "prior",
     "due", "ahead", "same", "once", "according", "respectively", "instead", "attempting",
     "throughout", "within", "towards", "toward", "despite", "beyond", "behind", "below"}
)  # fmt: skip
_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your", "own"})
_NO_ADVERBS = frozenset({"family", "assembly", "daily", "weekly", "monthly", "elderly", "rally"})
_EMPTY = frozenset(
    {"first", "second", "third", "fourth", "fifth", "former", "latter", "much", "many", "most",
     "more", "one", "two", "three", "number", "end", "part"}
)  # fmt: skip
"""Words that are nobody and nothing without a noun behind them."""
HALF = frozenset(
    {"end", "state", "rest", "start", "beginning", "majority", "half", "series", "group", "release",
     "use", "kind", "type", "lack", "level", "rate", "name", "most", "some", "one", "all"}
)  # fmt: skip
"""Words that say nothing without "of" and what follows it."""
AT_LEAST = frozenset({("at", "least"), ("more", "than"), ("up", "to"), ("fewer", "than")})
_COUNTED = frozenset({"number", "series", "couple", "dozen", "group"})
"""Words that count what stands behind "of": "closed a number of ports"."""
_OF_THE_DAY = frozenset(
    {"current", "present", "ongoing", "latest", "upcoming", "recent", "similar"}
)
"""Words that were true on the day of an article, or of its other sentences."""
_PLURALS = frozenset({"people", "children", "police", "dead", "injured", "missing", "wounded"})
_AWAY = [["later"], ["ago"], ["after"], ["before"], ["earlier"]]
_LASTING = re.compile(r"[\w]+-(?:year|month|week|day|hour|minute)s?")
"""What only says how long: "a two-year fight"."""
_TIMED = frozenset({"earlier", "other"})
_SHORT_MONTHS = frozenset({"Sept", *(month[:3] for month in MONTHS)})
_NO_MEN = frozenset({"abdomen", "acumen", "omen", "regimen", "specimen"})
_ENDS = ("begin", "collapse", "end", "fail", "resume", "start", "stall")
_EFFECTS = (
    "kill", "injure", "strike", "hit", "destroy", "damage", "displace", "shake", "devastate",
    "flood", "force", "close",
)  # fmt: skip
LINKS = frozenset({"with", "to", "on", "for", "of", "at", "from", "against", "in", "as"})
"""Words that link a verb to what follows; no title ends in one."""


def words_around(mention: EventMention) -> tuple[list[str], list[str]]:
    """Words before and behind an event word in its sentence, in text order."""
    text, start = mention.anchor.exact, mention.anchor.start
    first, last = mention.trigger.start - start, mention.trigger.end - start
    before = _split(text[max(0, first - _CONTEXT) : first])
    return [*before], [*_split(text[last : last + _CONTEXT])]


@lru_cache(maxsize=64)
def _split(text: str) -> tuple[str, ...]:
    """Words and marks; a title asks for those around its event word several times."""
    return tuple(_TOKEN.findall(text))


def phrase_behind(behind: Sequence[str], labels: frozenset[str]) -> str:
    """The noun phrase that begins behind an event word, without article and loaded words.

    It goes on once across "of": "the state of emergency".

    Returns:
        Empty if there is none, or if it is longer than ``MAX_PHRASE`` words.
    """
    article = 1 if behind and behind[0].lower() in ARTICLES else 0
    number = behind[article : article + 2]
    if article and number and number[0] in COUNTS and not any(map(may_stand, number[1:])):
        return f"{number[0]} people"  # "indicted the three on Monday"
    if [word.lower() for word in behind[1:3]] == ["of", "them"] and behind[0][:1].isdigit():
        return f"{behind[0]} people"
    kept, end = _phrase_from(behind, labels)
    goes_on = kept and behind[end : end + 1] == ["of"]
    if goes_on and not any(map(is_possessive, behind[end + 1 : end + 2])):
        more, _ = _phrase_from(behind[end + 1 :], labels)
        kept += ["of", *more] if more else []
    if goes_on and kept[-1].lower() in HALF | _COUNTED:
        return ""  # "a number", "the end"
    return " ".join(kept)


def _phrase_from(behind: Sequence[str], labels: frozenset[str]) -> tuple[list[str], int]:
    """The words of a noun phrase that begins here, and where it ends."""
    end = 0
    if tuple(word.lower() for word in behind[:2]) in AT_LEAST:
        end = 2
    while end < len(behind) and behind[end].lower() in _POSSESSIVES:
        end += 1
    start = end
    if list(behind[end + 2 : end + 3]) in _AWAY and _is_span(behind[end : end + 2]):
        return [], end  # "died four days later"
    while end < len(behind) and end - start < MAX_PHRASE and _stands(behind, start, end):
        if end > start and (behind[end].lower() in ARTICLES or _is_span(behind[end : end + 2])):
            break
        end += 1
    while end > start and end < len(behind) and _describes(behind[end - 1]):
        end -= 1  # "a call made by", "a clerk based in", "talks aimed at"
    longer = end - start >= MAX_PHRASE and end < len(behind) and may_stand(behind[end])
    if longer or end == start or _is_date(behind[start:end]):
        return [], end
    counted = behind[end - 1].lower() in _COUNTED and behind[end : end + 1] == ["of"]
    kept = neutral(behind[:end], labels)
    if kept and kept[0].lower() in ARTICLES and not counted:
        kept = kept[1:]
    return (kept if counted or says_something(kept) else []), end


def _stands(behind: Sequence[str], start: int, end: int) -> bool:
    """Whether a word goes on with a noun phrase: also "earlier" behind its article."""
    timed = end == start + 1 and behind[end].lower() in _TIMED
    several = [word for word in behind[end + 1 : end + 2] if word.endswith(("s", "men"))]
    both = end == start and behind[end] == "both" and bool(several)
    return both or may_stand(behind[end]) or (timed and behind[start].lower() in ARTICLES)


def _is_span(words: Sequence[str]) -> bool:
    """Whether two words say how long: "died in hospital two days later"."""
    return words[-1].lower() in LENGTHS and (words[0].isdigit() or words[0].islower())


def _describes(word: str) -> bool:
    """Whether the last word of a phrase is a participle, which goes with what follows."""
    return word.islower() and (word.endswith("ed") or word in {"held", "made", "built"})


def is_possessive(word: str) -> bool:
    """Whether a word is a possessive pronoun."""
    return word.lower() in _POSSESSIVES


def adjectives_before(before: Sequence[str], labels: frozenset[str]) -> list[str]:
    """Up to two words that stand right before an event noun, back to its article or preposition."""
    place = len(before)
    while place and len(before) - place <= _ADJECTIVES and before[place - 1][:1].isalpha():
        word = before[place - 1].lower()
        if word in ARTICLES or word in STOP or word.endswith(("day's", "day’s")):
            return neutral(before[place:], labels)
        place -= 1
    return []


def effect_behind(behind: Sequence[str], index: TriggerIndex, labels: frozenset[str]) -> str:
    """What an event did, as a verb and its object: "kills five people"; or empty."""
    pasts = {index.inflect(verb, Form.PAST): verb for verb in _EFFECTS}
    thirds = {index.inflect(verb, Form.THIRD): verb for verb in _EFFECTS}
    for place, word in enumerate(behind[:_EFFECT_REACH]):
        verb = pasts.get(word.lower()) or thirds.get(word.lower())
        if verb is not None:
            whom = phrase_behind(behind[place + 1 :], labels)
            return f"{index.inflect(verb, Form.THIRD)} {whom}" if whom else ""
        if word in {";", "."}:
            break
    return ""


def find_end(behind: Sequence[str], index: TriggerIndex) -> str:
    """The verb by which something begins or ends, right behind its noun; or empty."""
    ends = {index.inflect(verb, Form.PAST): verb for verb in _ENDS}
    at = next((at for at, word in enumerate(behind[:2]) if not _is_adverb(word)), 0)
    verb = ends.get(behind[at], "") if behind else ""
    after = behind[at + 1 : at + 2]
    return verb if not after or after[0].lower() in STOP or after[0] in {",", "."} else ""


def says_something(words: Sequence[str]) -> bool:
    """Whether a phrase is more than a number, an ordinal or an initial."""
    return any(
        (len(word) > _INITIAL or (len(word) == _INITIAL and word.isupper()))
        and word.lower() not in _EMPTY
        and not _LASTING.fullmatch(word)
        for word in words
    )


def _is_date(words: Sequence[str]) -> bool:
    """Whether a phrase is a day or month: "in February 6", "on 6 February"."""
    words = words[1:] if words[0].isdigit() and len(words) > 1 else words
    month = words[0] in MONTHS or words[0] in _SHORT_MONTHS
    return month and all(word.isdigit() for word in words[1:])


def may_stand(word: str) -> bool:
    """Whether a word may be part of a short noun phrase."""
    return (word[:1].isalnum() or word[:1] in "$£€₹¥") and word.lower() not in STOP


def neutral(words: Iterable[str], labels: frozenset[str]) -> list[str]:
    """Leave loaded words, adverbs, possessive pronouns and quotation marks out."""
    out = labels | _POSSESSIVES | _OF_THE_DAY
    return [
        word
        for word in (word.strip('“”"|') for word in words)
        if word and word.lower() not in out and word not in "“”\"‘’'" and not _is_adverb(word)
    ]


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word.islower() and word not in _NO_ADVERBS


def is_plural(subject: str) -> bool:
    """Whether a subject takes a plural verb; of several words the last one tells."""
    subject = _CARRYING.split(subject)[0]
    if not subject:
        return False
    last = subject.rsplit(maxsplit=1)[-1]
    head, _, whole = subject.partition(" of ")
    if whole and head and not head[:1].islower():
        last = head.rsplit(maxsplit=1)[-1]  # "the number of deaths"
        last = last if " " in head or last.isupper() else last.lower()  # "Bodies of two men"
    joined = " and " in subject and not subject[:1].islower()
    joined = joined or subject.split(maxsplit=1)[0].lower() in COUNTS
    counted = last.islower() or last[:-1].isupper()  # "permits", "URLs"
    plain = counted and last.endswith("s") and not last.endswith(("ss", "us", "is"))
    men = last.islower() and last.endswith("men") and last not in _NO_MEN
    men = men or subject.lower().endswith("s general")  # "attorneys general"
    return joined or plain or men or last.lower() in _PLURALS


def capitalise(text: str) -> str:
    """Give a line a capital without touching the rest."""
    return text[:1].upper() + text[1:]


def display_name(actor: Actor) -> str:
    """An actor's name as a sentence uses it: "a port official" for somebody unnamed."""
    if actor.named:
        return actor.name
    name = re.sub(r" \([^()]*\)\Z", "", actor.name)
    bare = re.sub(r"\A[Uu]nnamed ", "", name)
    if bare == name or is_plural(bare):
        return bare
    return f"{'an' if bare[:1].lower() in 'aeiou' else 'a'} {bare}"


def hangs(named: str, behind: Sequence[str]) -> bool:
    """Whether a name only hangs on the noun that follows: "pulled out of talks with Berg"."""
    first = named.split()[:1]
    at = list(behind).index(first[0]) if first and first[0] in behind else 0
    return at > 1 and behind[at - 1] in LINKS and behind[0].isalpha()
