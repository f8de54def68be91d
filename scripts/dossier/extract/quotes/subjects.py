"""Find the subject of a clause where no reporting word stands beside it.

Taken is the first mention that nothing binds to another word: no preposition before it, no
possessive ending after it.
"""

import re

from dossier.extract.quotes.cues import Layout
from dossier.extract.quotes.phrases import Speaker, carries_on, of_mention
from dossier.extract.quotes.words import (
    OPENERS,
    PREPOSITIONS,
    PRONOUNS,
    PUT_TO,
    last_word,
    next_word,
)
from dossier.model import Mention
from dossier.vocabulary import MentionForm

_TURN = re.compile(r"(?:,|;) (?:but|while|and) (?:the |an? )?")
_MAX_STEPS = 10
_MAX_MENTIONS = 12
_MAX_LEAD = 8
_MAX_LATER = 3


def last_turn(layout: Layout, floor: int, end: int) -> int:
    """Where the last main clause of a sentence begins: ", but the mayor …"."""
    for match in reversed(list(_TURN.finditer(layout.masked, floor, end))):
        if layout.mentions_between(match.end(), match.end() + 1):
            return match.end()
    return floor


def main_subject(layout: Layout, floor: int, end: int) -> Speaker | None:
    """The first mention of a clause that can be its subject.

    Args:
        layout: The text.
        floor: Where the clause begins.
        end: Where the search stops.
    """
    return _first_subject(layout, _skip_opener(layout.masked, floor, end), end)


def _skip_opener(masked: str, floor: int, end: int) -> int:
    """Where a clause begins after "When …," or "In …,"."""
    first = next_word(masked, floor, end)
    if first is None:
        return floor
    word = first[0].lower()
    if word in OPENERS or word in PUT_TO or word.endswith("ing"):
        comma = masked.find(",", floor, end)
        return comma + 1 if comma >= 0 else floor
    return floor


def put_to(masked: str, floor: int, end: int) -> int:
    """Where a clause goes on behind what its subject is asked: "Asked what he knew, Novak …"."""
    first = next_word(masked, floor, end)
    asked = first is not None and first[0].lower() in PUT_TO
    return _skip_opener(masked, floor, end) if asked else floor


def _first_subject(layout: Layout, floor: int, end: int) -> Speaker | None:
    for mention in layout.mentions_between(floor, end)[:_MAX_MENTIONS]:
        before = last_word(layout.masked, floor, mention.anchor.start)
        steps = 0
        while before and steps < _MAX_STEPS and _is_title_word(before[0], mention.title):
            before = last_word(layout.masked, floor, before[1])
            steps += 1
        word = before[0].lower() if before else ""
        after = layout.masked[mention.anchor.end : mention.anchor.end + 2]
        if mention.form is MentionForm.PRONOUN and mention.anchor.exact.lower() not in PRONOUNS:
            continue
        if word in PREPOSITIONS or word.endswith("ing") or after in {"’s", "'s"}:
            continue
        if after in {"’ ", "' "} and mention.anchor.exact.endswith("s"):
            continue
        if (
            steps
            or word == ""
            or layout.masked[floor : mention.anchor.start].count(" ") <= _MAX_LEAD
        ):
            return of_mention(_named_after(layout, mention, end))
        return None
    return None


def _named_after(layout: Layout, mention: Mention, end: int) -> Mention:
    """The name a mention leads to: "a union leader, Ann Novak", "Port chair Ann Novak"."""
    for later in layout.mentions_between(mention.anchor.end, end)[:_MAX_LATER]:
        if not carries_on(layout, mention, later):
            break
        mention = later
    return mention


def _is_title_word(word: str, title: str) -> bool:
    return word.lower() in {"the", "a", "an", "then"} or word in title.split()
