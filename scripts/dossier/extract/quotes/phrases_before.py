"""Noun phrases that can name a speaker, read leftwards from a position.

See ``phrases`` for what a phrase is. Leftwards takes more care than rightwards: what
ends beside the verb may hang on a noun further left.
"""

import re

from dossier.extract.quotes.cues import Layout
from dossier.extract.quotes.phrases import FUNCTION_WORDS, Speaker, of_mention, only_premodifiers
from dossier.extract.quotes.words import (
    BE,
    BREAKS,
    DETERMINERS,
    HEAD_PREPOSITIONS,
    PREPOSITIONS,
    PRONOUNS,
    SOLITARY,
    is_adverb,
    last_word,
    next_word,
    trim_end,
)
from dossier.model import Mention
from dossier.vocabulary import ActorKind, MentionForm

_STOPS = re.compile(r"[,;:()–—]")
_MAX_WORDS = 10
_MAX_PREMODIFIERS = 8
_MAX_LEAD = 5
_HONORIFICS = frozenset({"Mr", "Mrs", "Ms", "Dr", "Sir", "Lord", "Lady", "The"})


def phrase_before(layout: Layout, floor: int, end: int) -> Speaker | None:
    """The noun phrase that ends at a position.

    A mention after a preposition belongs to what stands before it: in "a spokesman for the
    port said" the spokesman speaks.

    Args:
        layout: The text.
        floor: Where the phrase may begin at the earliest.
        end: Where it ends; white space before it does not count.
    """
    found = _phrase_before(layout, floor, trim_end(layout.masked, floor, end))
    last = found.start if found else end
    who = layout.masked.rfind(" who ", floor, last)
    if who > floor and not _STOPS.search(layout.masked, who, last):
        return phrase_before(layout, floor, who) or found
    if found is None:
        return None
    if holder := _holder_of_clause(layout, floor, found):
        return holder
    named = _named_before_comma(layout, floor, found)
    if found.mention_id or named:
        return named or found
    joint = last_word(layout.masked, floor, found.start)
    if joint is None or joint[0] != "and":
        return found
    left = layout.mention_ending.get(trim_end(layout.masked, floor, joint[1]))
    first = _head_of(layout, floor, left) if left and left.anchor.start >= floor else None
    at_head = first and only_premodifiers(layout.masked[floor : first.start])
    return first if at_head else found


def _holder_of_clause(layout: Layout, floor: int, found: Speaker) -> Speaker | None:
    """Whose clause the words end: "owners backing the plan said" is what the owners said."""
    participle = last_word(layout.masked, floor, found.start)
    if participle is None or not participle[0].endswith("ing") or not participle[0].islower():
        return None
    holder = last_word(layout.masked, floor, participle[1])
    word = holder[0] if holder else ""
    if not word.endswith("s") or word.lower() in FUNCTION_WORDS | layout.text_nouns:
        return None
    return _phrase_before(layout, floor, trim_end(layout.masked, floor, participle[1]))


def _named_before_comma(layout: Layout, floor: int, found: Speaker) -> Speaker | None:
    """The name that a description follows: "Ann Novak, dean of the law school said"."""
    for mention in layout.mentions_between(found.start, found.start + 1):
        if mention.id == found.mention_id and mention.form is not MentionForm.NOMINAL:
            return None
    before = layout.masked[floor : found.start].rstrip()
    named = layout.mention_ending.get(floor + len(before) - 1) if before.endswith(",") else None
    if named is None or named.kind is not ActorKind.PERSON or named.anchor.start < floor:
        return None
    lead = layout.masked[floor : named.anchor.start]
    return of_mention(named) if only_premodifiers(lead, named) else None


def _phrase_before(layout: Layout, floor: int, end: int) -> Speaker | None:
    mention = layout.mention_ending.get(end)
    if mention and _is_post_nominal(layout, mention):
        mention = layout.mention_ending.get(mention.anchor.start - 1)
    if mention is None or mention.anchor.start < floor:
        return (
            _antecedent_of_who(layout, floor, end)
            or _author_of_text(layout, floor, end)
            or _plain_or_its_head(layout, floor, end)
        )
    if mention.form is MentionForm.PRONOUN:
        if mention.anchor.exact.lower() in PRONOUNS:
            return of_mention(mention)
        of = last_word(layout.masked, floor, mention.anchor.start)  # "one of them"
        return _plain_before(layout.masked, floor, end) if of and of[0] == "of" else None
    return _head_of(layout, floor, mention)


def _is_post_nominal(layout: Layout, mention: Mention) -> bool:
    """Whether letters only follow a name: "Ann Novak KC"."""
    letters = mention.anchor.exact
    before = layout.mention_ending.get(mention.anchor.start - 1)
    return before is not None and letters.isupper() and len(letters) <= _MAX_LEAD


def _head_of(layout: Layout, floor: int, mention: Mention) -> Speaker | None:
    """Climb from a mention over prepositions to the noun it belongs to."""
    found, is_place, word = of_mention(mention), mention.kind is ActorKind.PLACE, ""
    for _ in range(3):
        word, start = _function_word_before(layout, floor, _title_start(layout, floor, found))
        if word in {"and", "&"}:
            return _joined(layout, floor, found, start)
        if word == "by":
            return _before_agent(layout, floor, start) or found
        if word not in HEAD_PREPOSITIONS or _is_title(layout, mention, start):
            break
        head = layout.mention_ending.get(trim_end(layout.masked, floor, start))
        if head is not None and head.anchor.start >= floor:
            if mention.title and _is_body(head):
                break
            found, is_place = of_mention(head), head.kind is ActorKind.PLACE
            continue
        phrase = _plain_before(layout.masked, floor, start)
        if phrase and layout.masked[phrase.start : phrase.end].split()[-1] in layout.text_nouns:
            return of_mention(mention)
        if phrase:
            return Speaker(phrase.start, mention.anchor.end)
        break
    return None if is_place and word in PREPOSITIONS else found


def _is_body(mention: Mention) -> bool:
    """Whether a mention is a body's name, which may hold "for": "Centre for Health chair Novak"."""
    is_name = mention.form is MentionForm.NAME
    return is_name and mention.kind not in {ActorKind.PERSON, ActorKind.PLACE, None}


def _is_title(layout: Layout, mention: Mention, start: int) -> bool:
    """Whether a preposition is part of an office: "Secretary for Transport Mr Novak"."""
    between = layout.masked[start : mention.anchor.start].split()[1:]
    office = [word for word in between if word not in mention.title.split()]
    return mention.kind is ActorKind.PERSON and any(
        word[0].isupper() and word.rstrip(".") not in _HONORIFICS for word in office
    )


def _before_agent(layout: Layout, floor: int, start: int) -> Speaker | None:
    """What stands before "published by X", which says more about it."""
    participle = last_word(layout.masked, floor, start)
    if participle is None or not participle[0].endswith(("ed", "en", "wn")):
        return None
    return phrase_before(layout, floor, participle[1])


def _title_start(layout: Layout, floor: int, speaker: Speaker) -> int:
    """Where the title before a name begins; where the name begins if it has none."""
    before = layout.masked[floor : speaker.start].rstrip()
    for mention in layout.mentions_between(speaker.start, speaker.start + 1):
        if mention.title and before.endswith(mention.title):
            return floor + len(before) - len(mention.title)
    return speaker.start


def _function_word_before(layout: Layout, floor: int, end: int) -> tuple[str, int]:
    """Step left over titles, adjectives and a determiner.

    Returns:
        The function word met, in lower case, and where it begins; an empty word if another
        mention, punctuation or the floor comes first.
    """
    for _ in range(_MAX_PREMODIFIERS):
        end = trim_end(layout.masked, floor, end)
        found = last_word(layout.masked, floor, end)
        if found is None:
            break
        word = found[0].lower()
        if word in BREAKS or word in PREPOSITIONS or word == "&":
            return word, found[1]
        if end in layout.mention_ending and word not in DETERMINERS:
            break
        end = found[1]
    return "", end


def _joined(layout: Layout, floor: int, last: Speaker, start: int) -> Speaker:
    """Two names joined by "and" at the head of their clause speak together."""
    first = layout.mention_ending.get(trim_end(layout.masked, floor, start))
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


def _plain_or_its_head(layout: Layout, floor: int, end: int) -> Speaker | None:
    """Plain words, or the mention at their head: "Novak of the pilots’ union"."""
    phrase = _plain_before(layout.masked, floor, end)
    if phrase is None:
        return None
    for mention in layout.mentions_between(phrase.start, phrase.end)[:1]:
        after = next_word(layout.masked, mention.anchor.end, phrase.end)
        letters = layout.masked[mention.anchor.end : phrase.end].strip()
        if letters.isupper() and len(letters) < _MAX_LEAD:
            return of_mention(mention)
        if after and after[0] in HEAD_PREPOSITIONS and mention.kind is not ActorKind.PLACE:
            lead = layout.masked[phrase.start : mention.anchor.start]
            return of_mention(mention) if only_premodifiers(lead, mention) else phrase
    return phrase


def _author_of_text(layout: Layout, floor: int, end: int) -> Speaker | None:
    """Whoever a text is from: "the harbour board’s press release said"."""
    found = last_word(layout.masked, floor, end)
    if found is None or found[0].lower() not in layout.text_nouns:
        return None
    for _ in range(_MAX_LEAD):
        end = trim_end(layout.masked, floor, found[1])
        for owner in (end, end - 2, end - 1):
            mention = layout.mention_ending.get(owner)
            if mention and mention.form is MentionForm.NOMINAL:
                mention = _named_in(layout, mention)
            if mention and layout.masked[owner:end] in {"", "’s", "'s", "’", "'"}:
                return _owner_of(layout, floor, mention)
        found = last_word(layout.masked, floor, end)
        if found is None or not found[0].islower() or found[0] in FUNCTION_WORDS:
            return None
    return None


def _named_in(layout: Layout, nominal: Mention) -> Mention:
    """The name that opens a description: "Novak’s official" of "Novak’s official statement"."""
    for mention in layout.mentions_between(nominal.anchor.start, nominal.anchor.end):
        after = layout.masked[mention.anchor.end : mention.anchor.end + 2]
        if mention.form is MentionForm.NAME and after in {"’s", "'s"}:
            return mention
    return nominal


def _owner_of(layout: Layout, floor: int, mention: Mention) -> Speaker:
    """A mention, or the one before it in the possessive: "the ministry’s Ledger statement"."""
    before = layout.masked[floor : mention.anchor.start].rstrip()
    for ending in ("’s", "'s"):
        owner = layout.mention_ending.get(floor + len(before) - len(ending))
        if owner and before.endswith(ending):
            return of_mention(owner)
    return of_mention(mention)


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
    if any(word in BE for word, _ in words) or (words and words[-1][0].isdigit()):
        return None
    if words and words[-1][0].lower() in PRONOUNS:
        return Speaker(words[-1][1], words[-1][1] + len(words[-1][0]))
    if not words or words[-1][0].lower() in FUNCTION_WORDS - SOLITARY or is_adverb(words[-1][0]):
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
