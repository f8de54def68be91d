"""What the words beside an event word say: known or new, one or many, a case or a count."""

import re

from dossier.model import EventMention

_KNOWN = re.compile(
    r"(?:^|\s)(?:the|this|that|(?:mon|tues|wednes|thurs|fri|satur|sun|yester)day[’']s)\s"
    r"(?:[\w-]+\s){0,1}\Z",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"(?:^|\s)(?:an?|another|other|previous|earlier|former|new|next|first|second|third|fourth|last"
    r"|latest|separate)\s(?:[\w.-]+\s){0,2}\Z",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:deliver|gave|give|hand|held|hold|issue|made|make|read|sign)\w*(?: down| out)? "
    r"(?:the|this|that) (?!first|last)[\w-]+(?![\w-])",
    re.IGNORECASE,
)
"""A deed told by its noun, which is known: "handed down the sentence"."""
_KNOWN_REACH = 40
"""Code points before an event word in which its determiner is looked for."""
_ABOUT = re.compile(
    r"\b(?:about|on|over|regarding|concerning|against|towards?|of)\s(?:the\s)?(?:[\w-]+\s){0,2}\Z"
)
_TALLY = re.compile(
    r"\b(?:so far|to date|as of|death toll|total of|in total|ha(?:s|d|ve) (?:\w+ )?killed"
    r"|\d{3,} \w+ ha(?:s|ve) (?:recovered|died))\b"
)
_TALLY_CUES = ("so far", "to date", "as of", "death toll", "total", "killed", "recovered", "died")
"""Words one of which stands in every count, looked for at a tenth of the cost."""
_SUBJECT = re.compile(
    r"(?:^|[,;:—–]\s|\b(?:when|as|after|before|that|where|and|because|while|but|since|how)\s)"
    r"[“\"]?(?:\w+\s\w+\sof\s)?(\w+)"
)
"""The first word of a clause."""
_GIVEN = frozenset({"it", "she", "he", "they", "the", "this", "that", "its", "their", "his", "her"})
_NEW = frozenset(
    {"a", "an", "another", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
     "ten", "several", "some", "many", "other", "others", "more", "most", "no"}
)  # fmt: skip
_FURTHER = re.compile(r"\b(?:another|second|third|fourth|separate|elsewhere)\b", re.IGNORECASE)
_AGAIN = re.compile(r"[^,;]*?\b(?:again|a second time|once more)\b", re.IGNORECASE)
_REACH = 80
"""Code points before an event word in which a clause is taken to begin."""
_ALONE = re.compile(r"(?:^|\s)(?:the|this|that)\s\Z", re.IGNORECASE)


def is_tally(mention: EventMention) -> bool:
    """Whether a sentence counts up what happened over a time: "has so far killed 800"."""
    text = mention.anchor.exact.lower()
    return any(cue in text for cue in _TALLY_CUES) and _TALLY.search(text) is not None


def is_another(mention: EventMention) -> bool:
    """Whether the words set an event apart from others: "a", "another", "second", a plural."""
    return are_several(mention) or _ANOTHER.search(_before(mention)) is not None


def is_definite(mention: EventMention) -> bool:
    """Whether a determiner before the event word points to something known, and to one thing."""
    before = _before(mention)
    known = _KNOWN.search(before) is not None and _ANOTHER.search(before) is None
    inside = _DONE.match(mention.anchor.exact, mention.trigger.start - mention.anchor.start)
    return (known or inside is not None) and not are_several(mention)


def is_known_alone(mention: EventMention) -> bool:
    """Whether nothing but the determiner stands before the event word: "the earthquake"."""
    return _ALONE.search(_before(mention)) is not None


def are_several(mention: EventMention) -> bool:
    """Whether the event word is a plural; verbs in -s stand in headlines alone."""
    return mention.trigger.exact.endswith("s") and not mention.trigger.exact.endswith("ss")


def _before(mention: EventMention) -> str:
    start = mention.trigger.start - mention.anchor.start
    return mention.anchor.exact[max(0, start - _KNOWN_REACH) : start]


def is_given(mention: EventMention) -> bool:
    """Whether whoever or whatever it happens to is known: "it", "the ship", "the Lady Ann"."""
    start = mention.trigger.start - mention.anchor.start
    if _KNOWN.search(_before(mention)):
        return True
    for found in reversed(list(_SUBJECT.finditer(mention.anchor.exact, 0, start))):
        word = found[1]
        if word.lower() in _NEW:
            return False
        if word.lower() in _GIVEN or (found.start(1) and word[0].isupper()):
            return True
    return False


def is_further(mention: EventMention) -> bool:
    """Whether the words beside an event word count it behind another: "a second fire"."""
    start = mention.trigger.start - mention.anchor.start
    end = mention.trigger.end - mention.anchor.start
    said = mention.anchor.exact
    before = _FURTHER.search(said, max(0, start - _REACH), start)
    return before is not None or _AGAIN.match(said, end, end + _REACH) is not None


def is_topic(mention: EventMention, start: int) -> bool:
    """Whether the words before a name say that something is about it."""
    base = mention.anchor.start
    between = mention.anchor.exact[mention.trigger.end - base : start - base]
    return _ABOUT.search(between) is not None
