"""Noun phrases that can name a speaker, read rightwards from a position.

A phrase is a mention where there is one, otherwise plain words ("officials in the port").
Each rule looks at a bounded stretch of the masked text.
"""

import re
from dataclasses import dataclass

from dossier.extract.quotes.cues import MASK, Layout
from dossier.extract.quotes.words import (
    BE,
    BREAKS,
    DAYS,
    DETERMINERS,
    HELPERS,
    MANY,
    PREPOSITIONS,
    PRONOUNS,
    SOLITARY,
    is_adverb,
    next_word,
)
from dossier.model import Mention
from dossier.vocabulary import ActorKind, MentionForm

_MAX_WORDS = 10
_MAX_PREMODIFIERS = 8
_MAX_LEAD = 5
_MAX_AHEAD = 160
_BOUND_TO = frozenset({"close", "familiar", "briefed", "acquainted"})
_MOST_TRADE_WORDS = 3
FUNCTION_WORDS = PREPOSITIONS | DETERMINERS | BREAKS | BE | HELPERS
_NO_SUBJECT = PREPOSITIONS | BREAKS | DAYS | HELPERS
_SET_OFF = re.compile(r" (?:[a-z][\w-]{1,30} ?){1,4}, \Z")
_SELF = frozenset({"the article", "this article", "the story", "the piece", "this newspaper"})
_BY = re.compile(r"(?: [\w’'-]{1,30}){0,4}? (?:by|from)(?= )")
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


def is_self(layout: Layout, speaker: Speaker) -> bool:
    """Whether the words for a speaker mean the article they stand in."""
    return layout.masked[speaker.start : speaker.end].lower() in _SELF


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


def phrase_after(layout: Layout, start: int) -> Speaker | None:
    """The noun phrase that begins at a position.

    Args:
        layout: The text.
        start: Where it begins; white space before it does not count.
    """
    stop = min(layout.sentence_at(start).end, start + _MAX_AHEAD)
    first = next_word(layout.masked, start, stop)
    if first is None or is_adverb(first[0]):
        return None
    if first[0].lower() in _NO_SUBJECT and not _is_given_name(layout, start, first):
        return None
    mentions = [
        mention
        for mention in layout.mentions_between(start, stop)[:_MAX_LEAD]
        if mention.form is not MentionForm.PRONOUN or mention.anchor.exact.lower() in PRONOUNS
    ]
    if not mentions or not _leads_to(layout, start, mentions[0]):
        plain = _plain_after(layout.masked, start, stop)
        return plain and (_named_behind(layout, plain, stop) or plain)
    mention = mentions[0]
    for later in mentions[1:]:
        if later.anchor.start < mention.anchor.end:
            continue
        if not carries_on(layout, mention, later):
            break
        mention = later
    owned = _OWNED.match(layout.masked, mention.anchor.end, stop)
    if owned and owned[1].lower() not in layout.text_nouns:
        return Speaker(mention.anchor.start, owned.end(1))
    return of_mention(mention)


def _is_given_name(layout: Layout, start: int, first: tuple[str, int]) -> bool:
    """Whether what looks like a helping verb is a name: "said Will Novak", not "Will Novak …?"."""
    word, end = first
    inside = layout.sentence_at(start).start < end - len(word)
    named = word[0].isupper() and word.lower() in HELPERS
    return inside and named and layout.masked[end + 1 : end + 2].isupper()


def _leads_to(layout: Layout, start: int, mention: Mention) -> bool:
    """Whether only a title or a description stands before a mention: "its chair, Ann Novak"."""
    lead = layout.masked[start : mention.anchor.start]
    is_person = mention.kind is ActorKind.PERSON and mention.form is MentionForm.NAME
    if is_person and lead.endswith(", ") and _may_be_described(layout, lead):
        lead = lead.removesuffix(", ")
    return only_premodifiers(lead, mention)


def _may_be_described(layout: Layout, lead: str) -> bool:
    """Whether a name can tell who "his wife," is; "reports," and "the letter," are nobody."""
    words = lead.rstrip(" ,").split()
    last = words[-1].lower() if words else ""
    plural = last.endswith("s") and not last.endswith(("ss", "us", "’s", "'s"))
    return (
        words[:1] != []
        and words[0].lower() in DETERMINERS
        and not plural
        and (last not in layout.text_nouns)
    )


def carries_on(layout: Layout, mention: Mention, later: Mention) -> bool:
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
    if mention.form is MentionForm.NOMINAL and gap.startswith(", "):
        return only_premodifiers(gap[2:], later) and _is_set_off(layout, later)
    if _SET_OFF.match(gap) and later.kind is ActorKind.PERSON:
        return only_premodifiers(gap.replace(",", ""), later)
    if _is_capital_office(mention, gap, later) or _is_plain_trade(mention, gap, later):
        return True
    office = [word for word in gap.split() if word.islower()]
    return bool(office) and all(word in later.title.split() for word in office)


def _is_capital_office(mention: Mention, gap: str, later: Mention) -> bool:
    """Whether an office in capitals leads from a body to a name: "Lund Attorney General Novak"."""
    words = gap.split()
    if not words or len(words) > _MAX_LEAD or later.kind is not ActorKind.PERSON:
        return False
    bodies = mention.form is MentionForm.NAME and mention.kind is not ActorKind.PERSON
    plain = all(word[0].isupper() or word in {"of", "for", "and"} for word in words)
    return (
        bodies
        and plain
        and gap[:1] == " "
        and later.form is MentionForm.NAME
        and (words[0][0].isupper() and words[-1][0].isupper())
    )


def _is_plain_trade(mention: Mention, gap: str, later: Mention) -> bool:
    """Whether what somebody does leads from a place to a name: "Lund mother-of-two Ann Novak"."""
    words = gap.split()
    return (
        0 < len(words) <= _MOST_TRADE_WORDS
        and gap[:1] == " "
        and mention.form is MentionForm.NAME
        and mention.kind in {ActorKind.PLACE, ActorKind.STATE, None}
        and later.form is MentionForm.NAME
        and later.kind is ActorKind.PERSON
        and all(word.replace("-", "").isalpha() and word.islower() for word in words)
        and not any(word in FUNCTION_WORDS for word in words)
        and not words[-1].endswith(("s", "ed", "ly"))
    )


def author_behind(layout: Layout, speaker: Speaker) -> Speaker | None:
    """Whoever a text is by: "a report on Monday by the harbour board"."""
    words = layout.masked[speaker.start : speaker.end].lower().split()
    if not any(word in layout.text_nouns for word in words):
        return None
    for mention in layout.mentions_between(speaker.start + 1, speaker.end):
        led = layout.masked[speaker.start : mention.anchor.start].removesuffix("the ")
        if mention.kind is not ActorKind.PLACE and led.endswith((" from ", " by ")):
            return of_mention(mention)  # "a letter from Ann Novak"
    stop = min(layout.sentence_at(speaker.start).end, speaker.end + _MAX_AHEAD)
    author = _BY.match(layout.masked, speaker.end, stop)
    return phrase_after(layout, author.end()) if author else None


def _named_behind(layout: Layout, plain: Speaker, stop: int) -> Speaker | None:
    """The name that a comma sets off behind a description: "their guide, Ann Novak of Lund"."""
    first = layout.masked[plain.start : plain.end].partition(" ")[0].lower()
    if first not in DETERMINERS or layout.masked[plain.end : plain.end + 2] != ", ":
        return None
    for later in layout.mentions_between(plain.end, stop)[:1]:
        gap = layout.masked[plain.end + 2 : later.anchor.start]
        if only_premodifiers(gap, later) and _is_set_off(layout, later):
            return of_mention(later)
    return None


def _is_set_off(layout: Layout, mention: Mention) -> bool:
    """Whether a person's name ends its phrase, or goes on with what the person is of."""
    if mention.form is not MentionForm.NAME or mention.kind not in {ActorKind.PERSON, None}:
        return False
    end = mention.anchor.end
    following = next_word(layout.masked, end, end + _MAX_AHEAD)
    if following is None:
        return layout.masked[end : end + 1] in {",", ".", ")", ";", ""}
    return following[0] in {"of", "from", "who"}


def _plain_after(masked: str, start: int, stop: int) -> Speaker | None:
    """Words that name somebody without being a mention, read to the right."""
    words: list[tuple[str, int]] = []
    position = start
    while len(words) < _MAX_PREMODIFIERS:
        found = next_word(masked, position, stop)
        if found is None or found[0].lower() in BREAKS | BE | HELPERS | DAYS:
            break
        near = [word.lower() for word, _ in words[-2:]]
        bound = any(word in _BOUND_TO for word in near)  # "people close to the matter"
        if words and found[0].lower() in DETERMINERS and not bound:
            break
        if words and found[0].lower() in PREPOSITIONS - {"of", "for", "at", "from"} and not bound:
            break
        words.append(found)
        position = found[1]
    while words and words[-1][0].lower() in FUNCTION_WORDS - SOLITARY:
        words.pop()
    if not words:
        return None
    head = words[0][0]
    plural = head.endswith("s") or words[-1][0].endswith("s") or head.lower() in MANY
    named = head.lower() in DETERMINERS | SOLITARY or head[0].isupper() or plural
    begin = words[0][1] - len(head)
    return Speaker(begin, words[-1][1]) if named else None
