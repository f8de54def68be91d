"""Say of a date which way it looks, once the verbs of its sentence are known.

Verbs decide for most ("met", "will meet"). Some words decide against the verb: what was put off
until a day lasts still, a plan may have come already, and "the 13 May vote" is the nearest.
"""

import re
from dataclasses import replace

from dossier.extract.timex.ranges import Found
from dossier.extract.timex.tense import Cues, bound_before, hedge_before
from dossier.vocabulary import Direction, TimexForm

DATES = (TimexForm.ABSOLUTE, TimexForm.PARTIAL, TimexForm.WEEKDAY, TimexForm.RELATIVE)
"""Forms that mean a date."""

_GIVEN = re.compile(r"\b(?:has|have)[ \t](?:only[ \t])?(?:until|till)[ \t]{1,3}\Z")
"""What somebody is given time until lies ahead: "has until Friday to answer"."""
_FORMER = re.compile(
    r"\bhad[ \t](?:[a-z]{1,12}[ \t])?been[ \t](?:set|scheduled|planned|expected|due|fixed|listed)"
    r"[ \t](?:for|on|in|by)[ \t]{1,3}\Z"
)
_STAYS = re.compile(
    r"\b(?:stays?|remains?|lasts?|continues?|appl(?:y|ies)|(?:is|are)[ \t][a-z]{2,12})[ \t]"
    r"(?:[a-z’'-]{1,15}[ \t]){0,4}(?:until|till)[ \t]{1,3}(?:the[ \t])?\Z"
)
"""What is so until a day is so still: "schools stay shut until the 23rd"."""
_PROLONGED = re.compile(
    r"\b(?:(?:extend|prolong|suspend|delay|halt|bann|postpon|freez|clos|remand)ing"
    r"|(?:extend|prolong|suspend|remand|adjourn|renew|ground|halt|delay|detain|order|grant)(?:s|ed)"
    r"|stay(?:s|ed)[ \t](?:the|its|his|her|their|all|any)|defer(?:s|red)|postpone[sd]|bars|barred"
    r"|bans|banned|froze|freezes|clos(?:es|ed)[ \t](?:the|its|all)|gave|gives|put[ \t]off)\b"
    r"[^.;:]{0,80}\b(?:until|till)[ \t]{1,3}(?:the[ \t])?\Z"
    r"|\b(?:suspension|ban|extension|moratorium|freeze|lockdown|curfew|closure|halt)s?"
    r"(?:[ \t](?:of|on|for|in)(?:[ \t](?!(?:held|lasted|stayed|stood|was|were|had)\b)"
    r"[\w’'-]{1,20}){1,6})?[ \t](?:until|till)[ \t]{1,3}(?:the[ \t])?\Z"
    r"|\bextend(?:s|ed|ing)[ \t][^.;:]{1,60}[ \t]to[ \t]{1,3}\Z"
)
"""What is put off or imposed until a day lasts still: "suspended sailings until Thursday"."""
_MOVED = re.compile(
    r"\b(?:moved|put[ \t](?:back|off)|brought[ \t]forward|rescheduled|postponed|delayed|deferred)"
    r"[ \t](?:[^.;:]{0,40}[ \t])?(?:to|until|till)[ \t]{1,3}(?:the[ \t])?\Z"
)
"""A day that something was moved to is mostly still to come: "has been moved to 8 June"."""
_WAS = re.compile(r"\b(?:had(?:[ \t]been)?|was[ \t]to)[ \t][^.;:]{0,80}\Z")
"""Before these the day may have come: "had been extended until 3 March"."""
_NOUN = re.compile(
    r"[ \t](?:deadline|(?:general |local |presidential |run-?off )?election|primary|vote|ballot"
    r"|poll|referendum|debate|hearing|trial|summit|meeting|talks|launch|opening|match|game|final"
    r"|race|concert|march|rally|protest|strike|attack|bombing|shooting|crash|accident|fire|quake"
    r"|earthquake|raid|killing|murder|coup|storm|flood|letter|statement|ruling|verdict|agreement)"
    r"s?\b"
)
_LOOK_FURTHER = 120
_LOOK_FAR = 64
_LOOK_BACK = 16


def _lasts_still(text: str, start: int, *, weekday: bool) -> Direction | None:
    """Where a day lies until which something told as past was given or put off."""
    if _GIVEN.search(text, max(0, start - _LOOK_BACK), start):
        return Direction.FUTURE
    if _STAYS.search(text, max(0, start - _LOOK_FURTHER), start):
        return Direction.FUTURE
    near = max(0, start - _LOOK_FURTHER)
    if _MOVED.search(text, near, start):
        return Direction.FUTURE if weekday else Direction.PLANNED
    if not _PROLONGED.search(text, near, start):
        return None
    return Direction.PLANNED if _WAS.search(text, near, start) else Direction.FUTURE


def _names_what_follows(offer: Found, text: str) -> bool:
    """Whether a day is said of a noun, so that no verb tells where it lies: "the 13 May vote"."""
    if offer.expression.form is not TimexForm.PARTIAL or offer.expression.amount is not None:
        return False
    led = text[max(0, offer.start - len("the ")) : offer.start + len("the ")].lower()
    return "the " in led and _NOUN.match(text, offer.end) is not None


def look(offer: Found, text: str, cues: Cues) -> Found:
    """Add which way an expression looks, and what the words before it make of it."""
    expression = offer.expression
    if expression.form not in DATES:
        return offer
    direction = expression.direction
    if expression.part in ("earlier", "later"):
        direction = Direction.PAST if expression.part == "earlier" else Direction.FUTURE
    elif direction is Direction.NEAREST:
        direction = cues.direction(offer.start, offer.end)
        if _FORMER.search(text, max(0, offer.start - _LOOK_FAR), offer.start):
            direction = Direction.NEAREST  # the day of a plan that no longer stands
    bound = bound_before(text, offer.start)
    if bound == "until" and direction is Direction.NEAREST:
        direction = Direction.FUTURE  # what lasts until a day, and is not told as past, lasts still
    elif direction is Direction.PAST:
        weekday = expression.form is TimexForm.WEEKDAY
        direction = _lasts_still(text, offer.start, weekday=weekday) or direction
    if _names_what_follows(offer, text):
        direction = Direction.PLANNED
    hedge = expression.hedge or (hedge_before(text, offer.start) if expression.edtf else "")
    if expression.form is TimexForm.WEEKDAY and expression.amount == 0:  # "this Friday"
        direction = Direction.PAST if direction is Direction.PAST else Direction.FUTURE
    return offer._replace(
        expression=replace(expression, direction=direction, bound=bound, hedge=hedge)
    )
