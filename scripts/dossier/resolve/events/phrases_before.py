"""The noun phrase before an event word, which a title takes for its subject.

It is looked for backwards, across what may stand between a subject and its verb: an auxiliary, a
day, an insertion, a place, a participle that only describes.
"""

from collections.abc import Sequence

from dossier.dates import MONTHS
from dossier.daywords import DAY_PARTS, WEEK
from dossier.inflection import COUNTS
from dossier.resolve.events.phrases import (
    ARTICLES,
    AT_LEAST,
    BE,
    MAX_PHRASE,
    STOP,
    capitalise,
    may_stand,
    neutral,
    says_something,
)
from dossier.triggers import TriggerIndex

_SKIPPED = BE | frozenset(
    {"has", "have", "had", "also", "then", "later", "reportedly", "allegedly", "officially",
     "formally", "will", "would", "could", "may", "might", "not", "yesterday", "today", "largely",
     "well"}
)  # fmt: skip
_OPENING_CLAUSE = frozenset(
    {"after", "although", "as", "because", "before", "once", "that", "though", "until", "when",
     "while"}
)  # fmt: skip
"""Words behind which a noun and a verb are a clause: "after the state ended it"."""
_OPENING = frozenset({"And", "But", "Then"})
_SMALL = ARTICLES | {"of"}
_NAMING = frozenset({"called", "dubbed", "known", "named"})
_OPENS_DESCRIPTION = ARTICLES | {"one", "its", "his", "her", "their"}
_ROUNDING = frozenset({"about", "around", "over"})
_DESCRIPTION_REACH = 10
_DESCRIBING = frozenset({"to", "by", "with", "in", "from", "for"})
_SHORTEST_JOINED = 3
_WHO_DID = frozenset({"that", "which", "who"})
_RELATIVE_REACH = 10
_CUTTING = frozenset({",", ";", ":", "that", "which", "who", "whose", "when", "said", "says"})
"""Words and marks behind which a clause begins: no verb before them shares its subject."""
_NO_VERB_BEHIND = ARTICLES | {"of", "in", "by", "with", "for", "to", "his", "her", "its", "their"}
_DAYS = WEEK | DAY_PARTS
_DAY_WORDS = 3
_SITTING = frozenset({"in", "at", "from", "near"})


def phrase_before(before: Sequence[str], labels: frozenset[str]) -> str:
    """The noun phrase that ends before an event word, without article and loaded words.

    Returns:
        At most ``MAX_PHRASE`` words, the first with a capital; empty if there is none, or if
        a preposition governs it ("in the house" is nobody who acts).
    """
    place = len(before)
    while place and before[place - 1].lower() in _SKIPPED:
        place -= 1
    if place and before[place - 1] == ",":
        known = _known_as(before[: place - 1]) or _named_aside(before[: place - 1])
        if known:
            return known
    place = _before_place(before, _before_day(before, _before_apposition(before, place)))
    place = _before_they(before, place)
    end = place
    while place and _length(before[place:end]) <= MAX_PHRASE and _goes_back(before, place - 1, end):
        if place < end and before[place].lower() in ARTICLES and before[place - 1] != "of":
            break  # "reported | a block of flats"
        place -= 1
    rounded = _before_least(before, place, end)
    if rounded < place:
        return capitalise(" ".join(neutral(before[rounded:end], labels)))
    if _length(before[place:end]) > MAX_PHRASE or _is_governed(before, place):
        cut = _described_from(before, end) or _located_from(before, place)
        return phrase_before(before[:cut], labels) if cut else ""
    articles = [at for at in range(place, end) if before[at].lower() in ARTICLES]
    if articles and before[articles[-1] - 1 : articles[-1]] != ["of"]:
        place = articles[-1]  # "So far the fever"
    kept = neutral(before[place:end], labels)
    if kept and (kept[0].lower() in ARTICLES or kept[0].lower()[:-2] in WEEK):
        kept = kept[1:]  # "Wednesday’s tremor"
    owner = kept and kept[-1].endswith(("’s", "'s"))  # "Wednesday’s meet" is no verb
    return capitalise(" ".join(kept)) if says_something(kept) and not owner else ""


def before_joined(before: Sequence[str], index: TriggerIndex) -> Sequence[str]:
    """The words before the first of two joined verbs, whose subject both share.

    Args:
        before: The words before the second verb: "the men were tried and".
        index: Event words, which tell verbs from others.

    Returns:
        "the men were"; the same words if no verb is joined to another.
    """
    if len(before) < _SHORTEST_JOINED or before[-1] != "and":
        return before
    cuts = [at for at in range(len(before) - 2, -1, -1) if before[at].lower() in _CUTTING]
    listed = [at for at in cuts if before[at] != "," or not before[at + 1].endswith("ed")]
    found = _before_past(before, (cuts or [-1])[0] + 1, index)
    if found is None and listed != cuts:  # "was held that week, sacked by the club and charged"
        first = _before_past(before, (listed or [-1])[0] + 1, index)
        found = first if first and first[-1].lower() in BE else None
    return before if found is None else found


def before_relative(before: list[str], index: TriggerIndex) -> list[str]:
    """The words before a clause that only says which: "the firm [that fired Berg] was fined"."""
    if not before or before[-1].lower() in {"and", "or", "but", ","}:
        return before
    for at in range(len(before) - 2, max(0, len(before) - _RELATIVE_REACH), -1):
        word = before[at + 1].lower()
        told = word in index.pasts or word in index.irregular or word.endswith("ed")
        if before[at].lower() in _WHO_DID and told and word not in BE and at + 2 < len(before):
            tail = before[-1:] if before[-1].lower() in BE else []
            return [*before[:at], *tail]
    return before


def _before_past(before: Sequence[str], start: int, index: TriggerIndex) -> Sequence[str] | None:
    """The words before the first past form from a word on; None if there is none."""
    for place in range(max(1, start), len(before) - 1):
        word, led_by = before[place], before[place - 1].lower()
        past = word in index.pasts or word in index.irregular or word.endswith("ed")
        told = word not in index.saying or led_by in BE  # "was questioned"
        if past and told and led_by not in _NO_VERB_BEHIND:
            return None if led_by == "," else before[:place]
    return None


def _before_apposition(before: Sequence[str], place: int) -> int:
    """Where a phrase ends that an insertion follows: "a boy, known only as Tor, was found"."""
    if not place or before[place - 1] != ",":
        return place
    opening = range(place - 2, max(-1, place - 2 - _DESCRIPTION_REACH), -1)
    return next((at for at in opening if before[at] == ","), place)


def _before_day(before: Sequence[str], place: int) -> int:
    """Where a phrase ends that a day follows: "police on Saturday arrested", "on 3 May"."""
    at = place
    while (
        at
        and place - at < _DAY_WORDS
        and (
            before[at - 1].lower() in _DAYS or before[at - 1].isdigit() or before[at - 1] in MONTHS
        )
    ):
        at -= 1
    opened = at and before[at - 1].lower() in {"on", "late", "early"}
    return at - 1 if opened and at < place else place


def _before_place(before: Sequence[str], place: int) -> int:
    """Where a sentence's first words end that a place follows: "Prosecutors in Porto Lind"."""
    at = place
    while at and place - at < MAX_PHRASE and before[at - 1][:1].isupper():
        at -= 1
    alone = 1 < at < place and before[at - 1].lower() in _SITTING and at <= MAX_PHRASE
    return at - 1 if alone and all(map(may_stand, before[: at - 1])) else place


def _before_they(before: Sequence[str], place: int) -> int:
    """Where a phrase ends that speaks of itself: "Police said on Friday they had arrested"."""
    if not place or before[place - 1] != "they":
        return place
    at = _before_day(before, place - 1)
    return at - 1 if at > 1 and before[at - 1] in {"said", "says"} else place


def _described_from(before: Sequence[str], end: int) -> int:
    """Where a participle begins that only describes, "linked to the flu"; 0 if none does."""
    for place in range(end - 2, max(0, end - _DESCRIPTION_REACH), -1):
        word, behind = before[place].lower(), before[place + 1].lower()
        if word.endswith("ed") and behind in _DESCRIBING and before[place - 1].isalpha():
            inside = {one.lower() for one in before[place + 1 : end]}
            return 0 if inside & _SKIPPED else place  # "claimed to have no idea"
        if not before[place].isalnum() and "-" not in before[place]:
            return 0
    return 0


def _located_from(before: Sequence[str], place: int) -> int:
    """Where begins what only says where something is: "clerks [from sixteen towns]"; or 0."""
    links = _SITTING | ({"to"} if before[place : place + 1] == ["the"] else set())
    whence = place > 1 and before[place - 1].lower() in links
    return place - 1 if whence and may_stand(before[place - 2]) else 0


def _goes_back(before: Sequence[str], place: int, end: int) -> bool:
    """Whether a noun phrase goes on at an earlier word: once across "of", "block of flats"."""
    word = before[place].lower()
    joins = word == "and" and 0 < place < end - 1
    if joins and before[place - 1][:1].isupper() and before[place + 1][:1].isupper():
        return True  # "the Health and Safety Executive"
    inside = word == "of" and 0 < place < end - 1 and "of" not in before[place + 1 : end]
    return may_stand(word) or (inside and (before[place - 1].islower() or place == 1))


def _known_as(before: Sequence[str]) -> str:
    """The name that an insertion gives: "the lake, known as Lake Ada, drained"."""
    opening = range(len(before) - 1, max(-1, len(before) - 1 - _DESCRIPTION_REACH), -1)
    start = next((at for at in opening if before[at] == ","), len(before))
    aside = before[start + 1 :]
    named = aside[1 + (aside[1:2] == ["as"]) :] if aside[:1] and aside[0] in _NAMING else []
    return " ".join(named) if all(word[:1].isupper() for word in named) else ""


def _named_aside(before: Sequence[str]) -> str:
    """The name behind a description: "a sister ship, the Dark Anchor, sank"."""
    opening = range(len(before) - 1, max(0, len(before) - 1 - MAX_PHRASE), -1)
    start = next((at for at in opening if before[at] == ","), 0)
    aside = before[start + 1 :]
    aside = aside[1:] if aside[:1] == ["the"] else aside
    named = bool(aside) and all(word[:1].isupper() for word in aside)
    if not named or aside[0] in MONTHS:
        return ""
    at = start - 1  # back over the description to its article
    while at > max(0, start - MAX_PHRASE) and before[at].islower() and may_stand(before[at]):
        if before[at] in _SMALL:
            break
        at -= 1
    opens = at < start - 1 and before[at].lower() in ARTICLES | {
        "one",
        "its",
        "his",
        "her",
        "their",
    }
    governed = at > 0 and before[at - 1].lower() in STOP - _OPENING_CLAUSE - {"but"}
    return " ".join(aside) if opens and not governed else ""


def _length(words: Sequence[str]) -> int:
    """Words of a phrase that say something: "three spans of the bridge" has three."""
    return sum(word.lower() not in _SMALL for word in words)


def _is_governed(before: Sequence[str], place: int) -> bool:
    """Whether the word before a phrase makes it a part of another: "in the house"."""
    if not place or (place == 1 and before[0] in _OPENING):
        return False  # "But the bodies were found"
    governs = before[place - 1].lower() in STOP - BE - _OPENING_CLAUSE - {"same"}
    return governs and not _is_about(before, place)


def _before_least(before: Sequence[str], place: int, end: int) -> int:
    """Where "at least" begins before a number: "at least 14 civilians"; else the same place."""
    start = place + (place < end and before[place].lower() == "least")
    counted = start < end and (before[start][:1].isdigit() or before[start].lower() in COUNTS)
    pair = tuple(word.lower() for word in before[max(0, start - 2) : start])
    alone = start < 3 or before[start - 3].lower() in _CUTTING | {"and", "but"}  # noqa: PLR2004
    return start - 2 if counted and alone and pair in AT_LEAST else place


def _is_about(before: Sequence[str], place: int) -> bool:
    """Whether what stands before a number only rounds it: "about 400 members"."""
    return before[place - 1].lower() in _ROUNDING and before[place][:1].isdigit()
