"""What a title says behind its verb and object: a deed, a matter, whose it is.

"Votes" says nothing without "to close the quay", "passes a resolution" little without what it is
on. Each function looks at the words right behind, and takes a short phrase or nothing.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from dossier.daywords import DAY_PARTS, WEEK
from dossier.inflection import Form
from dossier.resolve.events.phrases import ARTICLES, BE, is_possessive, phrase_behind
from dossier.triggers import TriggerIndex

GIVING = frozenset({"award", "grant"})
"""Verbs that say nothing without what is given."""
_DAY_NAMES = WEEK | {"yesterday", "today"}
_DAY_WORDS = _DAY_NAMES | DAY_PARTS
_MATTERS = frozenset({"on", "against", "for"})
"""Words that link a ruling, a bill, a suit to its matter."""
_BOUNDS = frozenset({"beginning", "end", "start"})
"""Words that say nothing without "of", be it "of his campaign"."""
_TO = "to"
_MOST_ASIDE = 14
"""Words of an aside between a verb's two objects, at most."""
_TELLING = frozenset(
    {"alleging", "arguing", "calling", "claiming", "citing", "demanding", "finding", "saying",
     "showing", "stating", "urging", "warning", "making", "being", "having", "according",
     "following", "including", "regarding", "concerning", "during", "involving", "pending"}
)  # fmt: skip
"""They tell what is said, or are prepositions, and tell nothing that is done."""
_NO_DEED = BE | {"have", "do", "him", "her", "them", "it", "which", "whom"}
_LINKED_DEEDS = frozenset(
    {"with", "on", "for", "from", "against", "up", "out", "down", "off", "back", "over"}
)
"""Words that go with a verb to its object: "set up a fund", "vote on it"."""
_SHORTEST_GERUND = 6
_SPEAKERS = frozenset({"he", "she", "they", "it", "we", "i"})
_BEFORE_SAID = _DAY_NAMES | {"that", "on"}
_BEHIND_NAMES = frozenset({"Jr", "Sr", "II", "III", "."})
_CHARGING = frozenset({"accuse", "acquit", "bar", "charge", "clear", "convict", "diagnose"})
STRIPPING = frozenset({"deprive", "relieve", "strip"})
"""Verbs whose passive says nothing without of what."""
_SCORE = re.compile(r"\d+[-–]\d+")
_WHENCE = frozenset({"from", "into", "onto", "to"})
_LAST = frozenset({"last", "this", "earlier"})
_SPANS = DAY_PARTS | frozenset({"week", "month", "year", "weekend"})
_ENDS_GIFT = frozenset({"after", "for", "from", "in", "of", "on", "that", "to", "which", "with"})
_MOST_GIVEN = 6


def find_deed(behind: Sequence[str], labels: frozenset[str], index: TriggerIndex) -> list[str]:
    """What somebody votes, agrees or is told to do: a verb and its object.

    Args:
        behind: The words behind "to".
        labels: Loaded terms, lower case.
        index: Event words, which tell a verb from a noun.

    Returns:
        The verb with a short object, linked if the text links it; empty if no verb follows.
    """
    verb = behind[0] if behind else ""
    if verb == "be" and list(behind[2:3]) == ["by"]:
        agent = phrase_behind(behind[3:], labels).split()
        return [*behind[:3], *agent] if agent else []  # "to be bought by Berg Foods"
    if not (verb.isalpha() and verb.islower()) or verb in _NO_DEED | ARTICLES:
        return []
    if is_possessive(verb) or _is_noun(behind, index):
        return []
    rest = behind[1:]
    linked = rest[:1] if rest[:1] and rest[0] in _LINKED_DEEDS else []
    object_ = phrase_behind(rest[len(linked) :], labels).split()
    if not object_ and rest[:1] and is_possessive(rest[0]):
        return []
    return [verb, *linked, *object_] if object_ or not rest[:1] or not linked else [verb]


def _is_noun(behind: Sequence[str], index: TriggerIndex) -> bool:
    """Whether the word behind "to" is whom or what it leads to: "votes to councillors"."""
    word = behind[0].lower()
    forms = {match.form for match in index.match_at([word], 0)} if word in index.by_first else set()
    return word.endswith("s") and not word.endswith("ss") and Form.BASE not in forms


def find_matter(
    tail: Sequence[str],
    behind: Sequence[str],
    whom: str,
    labels: frozenset[str],
    index: TriggerIndex,
) -> list[str]:
    """What a ruling, a bill or an order is about: "on the quay", "to close it", "of Ada Berg".

    Args:
        tail: The last event words: "a resolution".
        behind: The words behind them.
        whom: Whom it is done to, as the title names them; or empty.
        labels: Loaded terms, lower case.
        index: Event words.
    """
    first = behind[0].lower() if behind else ""
    if first in _MATTERS | {"of", _TO} and _is_named_there(whom, behind):
        return [first, *whom.split()]
    if first == _TO:
        deed = find_deed(behind[1:], labels, index)
        return [_TO, *deed] if len(deed) > 1 else []
    if first in _MATTERS | {"of"}:
        bound = first == "of" and tail[-1].lower() in _BOUNDS
        matter = (
            phrase_behind(behind[1:], labels).split() if bound else _own_phrase(behind[1:], labels)
        )
        return [first, *matter] if matter else []
    gerund = first.endswith("ing") and len(first) >= _SHORTEST_GERUND and behind[0].islower()
    if gerund and first not in _TELLING:
        object_ = _own_phrase(behind[1:], labels)
        return [first, *object_] if object_ else []
    return []


def _is_named_there(whom: str, behind: Sequence[str]) -> bool:
    names = whom.split()
    return bool(names) and names[-1] in behind[1:_MOST_ASIDE]


def _own_phrase(behind: Sequence[str], labels: frozenset[str]) -> list[str]:
    """A phrase that says what it is by itself: "its first attempt" does not."""
    possessive = behind[:1] and is_possessive(behind[0])
    return [] if possessive else phrase_behind(behind, labels).split()


def find_announced(
    behind: Sequence[str], labels: frozenset[str], index: TriggerIndex
) -> tuple[str, list[str]]:
    """What somebody announces of themselves: "that she would launch an inquiry".

    Args:
        behind: The words behind the verb of saying.
        labels: Loaded terms, lower case.
        index: Event words, whose forms give the base of a verb in -ing.

    Returns:
        The verb's base with a short object, and "plan" before it if it is still to come; empty
        if nothing of that shape follows.
    """
    words = [word for word in behind[:_MOST_ASIDE] if word.lower() not in _BEFORE_SAID]
    if len(words) < 3 or words[0].lower() not in _SPEAKERS:  # noqa: PLR2004 (she would go)
        return "", []
    helper, verb, rest = words[1].lower(), words[2], words[3:]
    ahead = helper in {"would", "will"}
    if ahead and verb == "be" and rest:
        verb, rest = rest[0], rest[1:]
    elif not ahead and not (helper in BE and verb.endswith("ing")):
        return "", []
    if verb.endswith("ing"):
        verb = _base_of(verb, index)
    object_ = phrase_behind(rest, labels).split()
    if not verb or verb in _NO_DEED or not object_:
        return "", []
    return "plan" if ahead else "deed", [verb, *object_]


def _base_of(gerund: str, index: TriggerIndex) -> str:
    found = index.match_at([gerund], 0) if gerund in index.by_first else ()
    terms = (one.trigger.term for one in found if one.form is Form.GERUND)
    return next(terms, "")


def find_ruled(behind: Sequence[str], labels: frozenset[str]) -> list[str]:
    """What somebody rules on: the noun that "ruled" or "ruled that" is followed by."""
    at = 1 if behind[:1] and behind[0].lower() in {"that", "on"} else 0
    matter = _own_phrase(behind[at:], labels)
    return ["on", *matter] if matter else []


def find_gift(behind: Sequence[str], whom: str) -> list[str]:
    """What somebody is granted, behind an aside on who they are: "granted Berg, a clerk, a pardon".

    Args:
        behind: The words behind the verb.
        whom: Who is granted it, as the title names them.

    Returns:
        Its words with the article; empty if none is found, or more than ``_MOST_GIVEN``.
    """
    last = whom.rsplit(maxsplit=1)[-1] if whom else ""
    if last not in behind[:_MOST_ASIDE]:
        return []
    rest = list(behind[behind.index(last) + 1 :])
    if rest[:1] == [","]:
        closing = rest[1:_MOST_ASIDE].index(",") + 1 if "," in rest[1:_MOST_ASIDE] else len(rest)
        rest = rest[closing + 1 :]
    while rest and rest[0] in _BEHIND_NAMES:
        rest = rest[1:]
    if not rest or rest[0] not in ARTICLES:
        return []
    end = next((at for at, word in enumerate(rest) if not word.isalpha() or word in _ENDS_GIFT), 0)
    return rest[:end] if 1 < end <= _MOST_GIVEN else []


def find_received(base: str, behind: Sequence[str], labels: frozenset[str]) -> list[str]:
    """What somebody is granted, or sentenced to: "immunity", "to six years".

    Args:
        base: The verb.
        behind: The words behind it.
        labels: Loaded terms, lower case.
    """
    if base in GIVING:
        return phrase_behind(behind, labels).split()
    to = base == "sentence" and [word.lower() for word in behind[:1]] == [_TO]
    years = phrase_behind(behind[1:], labels) if to else ""
    return [_TO, *years.split()] if years else []


def find_whence(behind: Sequence[str], labels: frozenset[str]) -> list[str]:
    """From where or into what something is done: "[were pulled] from the sea", "into a fund"."""
    if not behind or behind[0] not in _WHENCE:
        return []
    place = phrase_behind(behind[1:], labels)
    article = behind[1:2] if place and behind[1].lower() in ARTICLES else []
    return [behind[0], *article, *place.split()] if place else []


def drop_days(words: Sequence[str]) -> list[str]:
    """Words without the days among them: "named [last night] as", but "the night curfew"."""
    kept: list[str] = []
    dropped = False
    for word, after in zip_longest(map(str.lower, words), map(str.lower, words[1:]), fillvalue=""):
        spanned = word in _LAST and after in _SPANS
        owned = word[:-2] in WEEK and word[-2:] in {"’s", "'s"}  # "won Sunday’s election"
        dropped = owned or word in _DAY_NAMES or spanned or (dropped and word in _SPANS)
        kept.append("" if dropped else words[len(kept)])
    return [word for word in kept if word]


def find_charge(base: str, behind: Sequence[str], labels: frozenset[str]) -> list[str]:
    """What somebody is charged with, convicted of, barred from or stripped of.

    Args:
        base: The verb.
        behind: The words behind the word that links it.
        labels: Loaded terms, lower case.

    Returns:
        Its words; empty if they are none of the verb's, or more than a title has room for.
    """
    known = [word.lower() for word in behind[:1]] in (["the"], ["this"], ["that"])
    if base not in _CHARGING | STRIPPING or (known and not "".join(behind[1:2])[:1].isupper()):
        return []  # "was diagnosed with the disease"
    done = behind[:1] if behind and behind[0].endswith("ing") else behind[:0]
    rest = behind[len(done) :]  # "of making a false statement"
    article = rest[:1] if done and rest and rest[0] in {"a", "an"} else rest[:0]
    matter = phrase_behind(rest, labels).split()
    return [*done, *article, *matter] if matter else []


def skip_score(behind: list[str]) -> list[str]:
    """The words behind how many were for and against: "voted [4-3] to close", "[31 to 24] for"."""
    if len(behind) > 2 and behind[1] == "to" and behind[0].isdigit() and behind[2].isdigit():  # noqa: PLR2004
        return behind[3:]
    return behind[1:] if behind and _SCORE.fullmatch(behind[0]) else behind


def skip_days(behind: list[str]) -> list[str]:
    """The words behind a day that follows right away: "[late on Friday evening] to close"."""
    start = 0
    while start < len(behind) and behind[start].lower() in {"on", "late", "early"}:
        start += 1
    if not _DAY_NAMES & {word.lower() for word in behind[start : start + 1]}:
        return behind  # "ended night sailings"
    end = start
    while end < len(behind) and behind[end].lower() in _DAY_WORDS:
        end += 1
    return behind[end:]
