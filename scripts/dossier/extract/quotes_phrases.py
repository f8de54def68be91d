"""Noun phrases that can name a speaker, read leftwards or rightwards from a position.

A phrase is a mention where there is one, otherwise plain words ("officials in the port").
Each rule looks at a bounded stretch of the masked text.
"""

import re
from dataclasses import dataclass

from dossier.extract.quotes_cues import MASK, Layout
from dossier.extract.quotes_words import (
    BE,
    BREAKS,
    DAYS,
    DETERMINERS,
    HEAD_PREPOSITIONS,
    HELPERS,
    PREPOSITIONS,
    is_adverb,
    last_word,
    next_word,
)
from dossier.model import Mention
from dossier.vocabulary import ActorKind, MentionForm

_MAX_WORDS = 10
_MAX_PREMODIFIERS = 8
_MAX_LEAD = 5
_MAX_AHEAD = 160
_FUNCTION_WORDS = PREPOSITIONS | DETERMINERS | BREAKS | BE | HELPERS
_NO_SUBJECT = PREPOSITIONS | BREAKS | DAYS | HELPERS
_OWNED = re.compile(r"(?:[’']s|(?<=s)[’'])\s+([\w-]{1,40})")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a speaker, and the mention they are, if they are one."""

    start: int
    end: int
    mention_id: str | None = None


def of_mention(mention: Mention) -> Speaker:
    """A mention as speaker."""
    return Speaker(mention.anchor.start, mention.anchor.end, mention.id)


def only_premodifiers(text: str, mention: Mention | None = None) -> bool:
    """Whether nothing but titles, adjectives and determiners stand in a stretch of text."""
    titles = set(f"{mention.title} {mention.affiliation}".split()) if mention else set()
    words = [word for word in text.split() if word not in titles]
    return (
        len(words) <= _MAX_PREMODIFIERS
        and not any(mark in text for mark in ',;:()–—"' + MASK)
        and not any(_binds(words, at) for at in range(len(words)))
    )


def _binds(words: list[str], at: int) -> bool:
    """Whether a word is no premodifier; "of" inside "Minister of Health" is one."""
    word = words[at].lower()
    if word in {"of", "for", "and"} and 0 < at < len(words) - 1:
        return not (words[at - 1][0].isupper() and words[at + 1][0].isupper())
    return word in PREPOSITIONS or word in BREAKS


def phrase_before(layout: Layout, floor: int, end: int) -> Speaker | None:
    """The noun phrase that ends at a position.

    A mention after a preposition belongs to what stands before it: in "a spokesman for the
    port said" the spokesman speaks.

    Args:
        layout: The text.
        floor: Where the phrase may begin at the earliest.
        end: Where it ends; white space before it does not count.
    """
    end = _trim(layout.masked, floor, end)
    mention = layout.mention_ending.get(end)
    if mention is None or mention.anchor.start < floor:
        return (
            _antecedent_of_who(layout, floor, end)
            or _author_of_text(layout, floor, end)
            or _plain_before(layout.masked, floor, end)
        )
    if mention.form is MentionForm.PRONOUN:
        return of_mention(mention)
    return _head_of(layout, floor, mention)


def _head_of(layout: Layout, floor: int, mention: Mention) -> Speaker | None:
    """Climb from a mention over prepositions to the noun it belongs to."""
    found, is_place, word = of_mention(mention), mention.kind is ActorKind.PLACE, ""
    for _ in range(3):
        word, start = _function_word_before(layout, floor, _title_start(layout, floor, found))
        if word in {"and", "&"}:
            return _joined(layout, floor, found, start)
        if word not in HEAD_PREPOSITIONS:
            break
        head = layout.mention_ending.get(_trim(layout.masked, floor, start))
        if head is not None and head.anchor.start >= floor:
            found, is_place = of_mention(head), head.kind is ActorKind.PLACE
            continue
        phrase = _plain_before(layout.masked, floor, start)
        if phrase and layout.masked[phrase.start : phrase.end].split()[-1] in layout.text_nouns:
            return of_mention(mention)
        if phrase:
            return Speaker(phrase.start, mention.anchor.end)
        break
    return None if is_place and word in PREPOSITIONS else found


def _title_start(layout: Layout, floor: int, speaker: Speaker) -> int:
    """Where the title before a name begins; where the name begins if it has none."""
    before = layout.masked[floor : speaker.start].rstrip()
    for mention in layout.mentions_between(speaker.start, speaker.start + 1):
        if mention.title and before.endswith(mention.title):
            return floor + len(before) - len(mention.title)
    return speaker.start


def _trim(masked: str, floor: int, end: int) -> int:
    while end > floor and masked[end - 1].isspace():
        end -= 1
    return end


def _function_word_before(layout: Layout, floor: int, end: int) -> tuple[str, int]:
    """Step left over titles, adjectives and a determiner.

    Returns:
        The function word met, in lower case, and where it begins; an empty word if another
        mention, punctuation or the floor comes first.
    """
    for _ in range(_MAX_PREMODIFIERS):
        end = _trim(layout.masked, floor, end)
        found = last_word(layout.masked, floor, end)
        if found is None:
            break
        word = found[0].lower()
        if word in BREAKS or word in PREPOSITIONS or word == "&":
            return word, found[1]
        if end in layout.mention_ending:
            break
        end = found[1]
    return "", end


def _joined(layout: Layout, floor: int, last: Speaker, start: int) -> Speaker:
    """Two names joined by "and" at the head of their clause speak together."""
    first = layout.mention_ending.get(_trim(layout.masked, floor, start))
    if first is None or first.anchor.start < floor or first.kind is ActorKind.PLACE:
        return last
    lead = layout.masked[floor : first.anchor.start]
    lead = lead[lead.rfind(",") + 1 :]
    if len(lead.split()) > _MAX_LEAD or not only_premodifiers(lead, first):
        return last
    return Speaker(first.anchor.start, last.end, first.id)


def _antecedent_of_who(layout: Layout, floor: int, end: int) -> Speaker | None:
    """Whoever "who" stands for: "Novak, who said"."""
    found = last_word(layout.masked, floor, end)
    if found is None or found[0] != "who":
        return None
    before = layout.masked[floor : found[1]].rstrip(" ,")
    return phrase_before(layout, floor, floor + len(before)) if before else None


def _author_of_text(layout: Layout, floor: int, end: int) -> Speaker | None:
    """Whoever a text is from: "the harbour board’s press release said"."""
    found = last_word(layout.masked, floor, end)
    if found is None or found[0].lower() not in layout.text_nouns:
        return None
    for _ in range(_MAX_LEAD):
        end = _trim(layout.masked, floor, found[1])
        for owner in (end, end - 2, end - 1):
            mention = layout.mention_ending.get(owner)
            if mention and layout.masked[owner:end] in {"", "’s", "'s", "’", "'"}:
                return of_mention(mention)
        found = last_word(layout.masked, floor, end)
        if found is None or not found[0].islower() or found[0] in _FUNCTION_WORDS:
            return None
    return None


def _plain_before(masked: str, floor: int, end: int) -> Speaker | None:
    """Words that name somebody without being a mention: "several experts in the port"."""
    words: list[tuple[str, int]] = []
    position, closed = end, False
    while len(words) < _MAX_WORDS:
        found = last_word(masked, floor, position)
        if found is None or found[0].lower() in BREAKS:
            closed = True
            break
        words.append(found)
        position = found[1]
    words.reverse()
    if not words or words[-1][0].lower() in _FUNCTION_WORDS or is_adverb(words[-1][0]):
        return None
    index = _phrase_start([word.lower() for word, _ in words], closed=closed)
    if index is None or words[index][0].lower() in PREPOSITIONS:
        return None
    return Speaker(words[index][1], words[-1][1] + len(words[-1][0]))


def _phrase_start(words: list[str], *, closed: bool) -> int | None:
    """The last determiner that no preposition binds to a noun before it; else the first word."""
    for index in range(len(words) - 1, -1, -1):
        bound = index and words[index - 1] in PREPOSITIONS | DETERMINERS
        if words[index] in DETERMINERS and not bound:
            return index
    return 0 if closed else None


def phrase_after(layout: Layout, start: int) -> Speaker | None:
    """The noun phrase that begins at a position.

    Args:
        layout: The text.
        start: Where it begins; white space before it does not count.
    """
    stop = min(layout.sentence_at(start).end, start + _MAX_AHEAD)
    first = next_word(layout.masked, start, stop)
    if first is None or first[0].lower() in _NO_SUBJECT or is_adverb(first[0]):
        return None
    mentions = layout.mentions_between(start, stop)[:_MAX_LEAD]
    if not mentions or not only_premodifiers(
        layout.masked[start : mentions[0].anchor.start], mentions[0]
    ):
        return _plain_after(layout.masked, start, stop)
    mention = mentions[0]
    for later in mentions[1:]:
        if later.anchor.start < mention.anchor.end:
            continue
        if not _carries_on(layout, mention, later):
            break
        mention = later
    owned = _OWNED.match(layout.masked, mention.anchor.end, stop)
    if owned and owned[1].lower() not in layout.text_nouns:
        return Speaker(mention.anchor.start, owned.end(1))
    return of_mention(mention)


def _carries_on(layout: Layout, mention: Mention, later: Mention) -> bool:
    """Whether a mention only leads to a later one that names the speaker.

    It does in "the Harbour Board's lawyer Ann Novak", "Harbour Board chair Ann Novak" and
    "the mayor, Ann Novak,".
    """
    gap = layout.masked[mention.anchor.end : later.anchor.start]
    owned = _OWNED.match(gap + "x")
    if owned:
        gap = gap[owned.start(1) :]
        return owned[1].lower() not in layout.text_nouns and only_premodifiers(
            gap.replace(",", "", 1), later
        )
    if mention.form is MentionForm.NOMINAL and gap == ", ":
        after = layout.masked[later.anchor.end : later.anchor.end + 1]
        return later.form is MentionForm.NAME and after in {",", ".", ""}
    lower = [word for word in gap.split() if word.islower()]
    return bool(lower) and only_premodifiers(gap, later) and later.kind is not ActorKind.PLACE


def _plain_after(masked: str, start: int, stop: int) -> Speaker | None:
    """Words that name somebody without being a mention, read to the right."""
    words: list[tuple[str, int]] = []
    position = start
    while len(words) < _MAX_PREMODIFIERS:
        found = next_word(masked, position, stop)
        if found is None or found[0].lower() in BREAKS | BE | HELPERS | DAYS:
            break
        if words and found[0].lower() in PREPOSITIONS - {"of", "for", "at", "from"}:
            break
        words.append(found)
        position = found[1]
    while words and words[-1][0].lower() in _FUNCTION_WORDS:
        words.pop()
    if not words:
        return None
    head = words[0][0]
    named = head.lower() in DETERMINERS or head[0].isupper() or head.endswith("s")
    begin = words[0][1] - len(head)
    return Speaker(begin, words[-1][1]) if named else None
