"""The date that a sentence gives for a happening, and how it lies to the article's own."""

import re

from dossier.model import Calendar, Dating, EventMention, Passage
from dossier.resolve.events.cast import Cast
from dossier.vocabulary import PassageKind

LIMITS = frozenset({"before", "after", "until", "by"})
"""Bounds under which the words give a limit and not the day."""
_MONTH = 31
_LOOSE_DAYS = 400
"""A date of more days than this says too little to tell two events apart."""
_OWNER = re.compile(r"day[’']s (?:[\w-]+ ){0,2}\Z")
_OWNER_REACH = 40
"""Code points before an event word in which the day that owns it is looked for."""


def find_date(
    mention: EventMention, passage: Passage, cast: Cast, calendar: Calendar
) -> Dating | None:
    """What a sentence says of an event's own day; None if it says too little.

    Args:
        mention: The event mention.
        passage: Its paragraph.
        cast: Date expressions by sentence.
        calendar: What they mean.
    """
    if mention.timex_id is None:
        return _find_owner(mention, cast, calendar)
    dating = calendar.timexes.get(mention.timex_id)
    if dating is None or dating.bound in LIMITS:
        return None
    days = (dating.value.end - dating.value.start).days
    if passage.kind is PassageKind.TITLE and days > _MONTH:
        return None  # "2020 elections: …" names the subject, not the day
    return dating if days <= _LOOSE_DAYS or dating.bound == "since" else None


def _find_owner(mention: EventMention, cast: Cast, calendar: Calendar) -> Dating | None:
    """The day to which an event word is said to belong: "Sunday's quake"."""
    start = mention.trigger.start
    before = mention.anchor.exact[: start - mention.anchor.start]
    if _OWNER.search(before[-_OWNER_REACH:]) is None:
        return None
    held = (calendar.timexes.get(key) for key in cast.dates.get(mention.sentence_id, ()))
    near = [
        dating
        for dating in held
        if dating is not None and dating.bound not in LIMITS
        for anchor in dating.anchors[:1]
        if start - _OWNER_REACH <= anchor.start and anchor.end <= start
    ]
    return near[-1] if near else None


def is_ahead(dating: Dating | None, published: Dating | None) -> bool:
    """Whether a day lies behind the article that tells it."""
    if dating is None or published is None or published.value.is_open_end:
        return False
    return dating.value.start >= published.value.end


def count_age(dating: Dating | None, published: Dating | None) -> int:
    """Days from the end of a date to its article; 0 where either is unknown."""
    if dating is None or published is None:
        return 0
    return max(0, (published.value.start - dating.value.latest).days)
