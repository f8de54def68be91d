"""Say of a date which way it looks, once the verbs of its sentence are known.

Verbs decide for most ("met", "will meet"). Some words decide against the verb: what was put off
until a day lasts still, a plan may have come already, and "the 13 May vote" is the nearest.
"""

import re
from dataclasses import replace

from dossier.extract.timex.bounds import bound_before, hedge_before
from dossier.extract.timex.ranges import Found
from dossier.extract.timex.tense import Cues
from dossier.model import TimeExpression
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
_KEPT = re.compile(
    r"\b(?:left|kept|held|set)[ \t][^.;:]{1,60}\b(?:unchanged|steady|frozen|on[ \t]hold"
    r"|in[ \t](?:place|force|custody|jail|prison)|at[ \t][\d.]{1,5}[ \t]?(?:%|per[ \t]?cent))[ \t]"
    r"(?:until|till)[ \t]{1,3}(?:the[ \t])?\Z"
)
"""What was kept so until a month or day may last still: "left output unchanged until June"."""
_CALLED_FOR = re.compile(
    r"\b(?:call|summon|schedul|conven|book|arrang|announc|declar|propos|invit)(?:s|es|ed|ing)?[ \t]"
    r"[^.;:,]{1,60}\bfor[ \t]{1,3}(?:the[ \t])?\Z"
)
"""The day for which something is called is mostly still to come: "called a strike for Friday"."""
_IS = re.compile(r"\b(?:is|are)[ \t](?:(?:out|back|due|free|away)[ \t])?(?:on[ \t]|in[ \t])?\Z")
_READY = re.compile(
    r"\b(?:is|are)[ \t](?:now[ \t]|also[ \t])?(?:on[ \t](?:sale|show|trial|offer|view|the[ \t]way"
    r"|its[ \t]way|their[ \t]way)|likely|possible|available|open|closed|shut)"
    r"(?:[ \t](?:to|in|at)(?:[ \t][\w’'-]{1,20}){1,3})?[ \t](?:on|from|for)[ \t]\Z"
)
"""What is so from a day is still to come: "tickets are on sale from Friday"."""
_THEN_AHEAD = re.compile(
    r"\b(?:would|(?:agreed|promised|vowed|pledged|planned|hoped|was|were|had)"
    r"(?:[ \t][^.;:,]{1,30})?[ \t]to)\b[^.;:]{0,80}\Z"
)
"""What was to come when it was said may have come since: "said in May it would open in June"."""
_ON_A = re.compile(r"\b(?:[Oo]n|of|like)[ \t]an?[ \t](?:[a-z]{3,9}[ \t])?\Z")
_NO_NOUN = re.compile(
    r"[ \t]?[,.;:)”\"]|\s*\Z|[ \t](?:in|and|or|at|when|with|is|was|are|were|afternoon|morning)\b"
)
_MISHAPS = (
    r"(?:attack|bombing|shooting|stabbing|crash|collision|accident|fire|blaze|blast|explosion|quake"
    r"|earthquake|raid|killing|murder|death|coup|storm|flood|fall|fight|defeat|loss|win|victory|outage"
    r"|riot|clash|collapse|derailment|sinking|spill|leak|robbery|massacre|incident|violence"
    r"|announcement|remark|comment)(?:s|es|ing)?"
)
_MISHAP_BEHIND = re.compile(rf"['’]s[ \t](?:[a-z-]{{2,15}}[ \t]){{0,2}}?{_MISHAPS}\b")
_MISHAP_BEFORE = re.compile(
    rf"\b(?:after|over|following|for|from|in)[ \t](?:an?|the|his|her|their)[ \t]"
    rf"(?:[a-z-]{{2,15}}[ \t]){{0,2}}?{_MISHAPS}[ \t](?:on[ \t])?\Z"
)
"""What has a day only once it has happened: "Friday's attack", "over a fight on Friday"."""
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
    if not weekday and _KEPT.search(text, near, start):
        return Direction.PLANNED
    if not _PROLONGED.search(text, near, start):
        return None
    return Direction.PLANNED if _WAS.search(text, near, start) else Direction.FUTURE


def _is_called_for(text: str, start: int, *, weekday: bool) -> Direction | None:
    """Where a day lies for which a past tense tells that something was called."""
    near = max(0, start - _LOOK_FURTHER)
    if not _CALLED_FOR.search(text, near, start):
        return None
    sure = weekday and not _WAS.search(text, near, start)
    return Direction.FUTURE if sure else Direction.PLANNED


def _is_then(text: str, start: int) -> bool:
    """Whether a present tense right before a day says that something is then: "is on Friday"."""
    if _IS.search(text, max(0, start - _LOOK_BACK), start):
        return True
    return _READY.search(text, max(0, start - _LOOK_FAR), start) is not None


def _is_any(text: str, offer: Found) -> bool:
    """Whether some weekday or other is meant: "the baths are shut on a Sunday"."""
    near = max(0, offer.start - _LOOK_BACK)
    return bool(_ON_A.search(text, near, offer.start) and _NO_NOUN.match(text, offer.end))


def _is_mishap(text: str, offer: Found) -> bool:
    """Whether a day is that of what nobody plans: "Friday's attack", "a fall on Friday"."""
    if _MISHAP_BEHIND.match(text, offer.end):
        return True
    near = max(0, offer.start - _LOOK_FAR)
    return _MISHAP_BEFORE.search(text, near, offer.start) is not None


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
    weekday = expression.form is TimexForm.WEEKDAY
    if weekday and _is_any(text, offer):
        return offer._replace(expression=TimeExpression(TimexForm.SET, unit="week"))
    bound = bound_before(text, offer.start)
    dated = expression.form in (TimexForm.WEEKDAY, TimexForm.PARTIAL) and expression.amount is None
    direction = _direction(offer, text, cues)
    if dated:
        direction = _of_what_is_dated(offer, text, direction)
    if bound == "until" and direction is Direction.NEAREST:
        direction = Direction.FUTURE  # what lasts until a day, and is not told as past, lasts still
    elif direction is Direction.PAST:
        called = _is_called_for(text, offer.start, weekday=weekday) if dated else None
        direction = called or _lasts_still(text, offer.start, weekday=weekday) or direction
    if _names_what_follows(offer, text):
        direction = Direction.PLANNED
    hedge = expression.hedge or (hedge_before(text, offer.start) if expression.edtf else "")
    if weekday and expression.amount == 0:  # "this Friday"
        direction = Direction.PAST if direction is Direction.PAST else Direction.FUTURE
    if dated and not weekday and direction is Direction.FUTURE and _is_to_come(text, offer.start):
        expression = replace(expression, counted_from="sentence")
    return offer._replace(
        expression=replace(expression, direction=direction, bound=bound, hedge=hedge)
    )


def _direction(offer: Found, text: str, cues: Cues) -> Direction:
    """Which way an expression looks by its own words or the verbs about it."""
    expression = offer.expression
    if expression.part in ("earlier", "later"):
        return Direction.PAST if expression.part == "earlier" else Direction.FUTURE
    if expression.direction is not Direction.NEAREST:
        return expression.direction
    if _FORMER.search(text, max(0, offer.start - _LOOK_FAR), offer.start):
        return Direction.NEAREST  # the day of a plan that no longer stands
    return cues.direction(offer.start, offer.end)


def _of_what_is_dated(offer: Found, text: str, direction: Direction) -> Direction:
    """Which way a day looks that something is on, or that is a mishap's."""
    if _is_then(text, offer.start):
        return Direction.FUTURE
    weekday = offer.expression.form is TimexForm.WEEKDAY
    if weekday and direction is not Direction.PAST and _is_mishap(text, offer):
        return Direction.PAST
    return direction


def _is_to_come(text: str, start: int) -> bool:
    """Whether words before a day tell of it as it was to come: "said it would open in"."""
    return _THEN_AHEAD.search(text, max(0, start - _LOOK_FURTHER), start) is not None
