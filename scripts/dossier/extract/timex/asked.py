"""What somebody asks, wants, decides or is to do lies ahead, whatever tense tells of it."""

import re

_ASKED = (
    r"\b(?:ask|order|urg|instruct|invit|direct|request|summon|tell|told)(?:s|es|ed)?[ \t]"
    r"(?:[\w’'.-]{1,20}[ \t]){1,6}?to[ \t](?:appear|report|attend|answer|testify|return|present"
    r"|submit|respond|reply|reconvene|meet)\b"
)
"""What somebody is asked to do is still to come: "asked the board to report on Monday"."""
_NEXT = r"\b(?:its|his|her|their|the|whose)[ \t]next[ \t](?:[a-z]{2,15}[ \t]){1,3}?(?=on\b|in\b)"
"""As in "until his next hearing on 5 April"."""
_WANTED = r"\bwants?[ \t](?:[\w’'-]{1,20}[ \t]){1,4}?(?:shut|put|cut|[a-z]{2,12}ed)\b"
"""What somebody wants done is still to come: "they want it shut from 1 February"."""
_BY_THEN = re.compile(
    r"\b(?:want|need|demand|requir|request|seek)(?:s|es|ed|e)?[ \t](?:an?|the|his|her|its|their"
    r"|all|more)[ \t](?:[\w’'-]{1,20}[ \t]){1,6}?by\b"
)
"""What somebody wants by a day is still to come: "the court needs an answer by Monday"."""
_TO_HAVE = r"\b(?:was|were)[ \t]to[ \t]have[ \t](?:been[ \t])?[a-z]{2,15}\b"
"""What was to have been may still lie ahead."""
_AHEAD = re.compile(f"{_WANTED}|{_ASKED}|{_NEXT}|{_TO_HAVE}")
_HINTS = (
    *(" next ", " to have ", "want", "ask", "order", "urg", "instruct", "invit", "direct"),
    *("request", "told"),
)
"""Without these in a sentence none of the four is looked for."""
_AGREEING = ("agreed", "decided", "voted", "vowed", "promised", "pledged", "resolved", "opted")
_AGREED = re.compile(
    rf"\b(?:{'|'.join(_AGREEING)})[ \t]"
    r"(?:(?:late|early|on|in|last|this|that|the)[ \t])*(?:yesterday|today|week|month|night"
    r"|[A-Z][a-z]{2,8}day|[A-Z][a-z]{2,8}[ \t]\d{1,2}|\d{1,2}[ \t][A-Z][a-z]{2,8}"
    r"|[A-Z][a-z]{2,8}[ \t](?:19|20)\d\d|(?:19|20)\d\d|(?<=in[ \t])[A-Z][a-z]{2,8})"
    r"(?:[ \t](?:morning|afternoon|evening|night))?[ \t](?P<on>to)[ \t]"
)
"""A day told, and then what was agreed on it: "agreed late Tuesday to return on Monday"."""


def find_asked(text: str) -> list[tuple[int, int]]:
    """Find the words of a sentence after which a date lies ahead though a past tense tells it.

    Returns:
        Where they start and end; of what was agreed on a day told, only the "to" behind it.
    """
    found = []
    if any(hint in text for hint in _HINTS):
        found = [match.span() for match in _AHEAD.finditer(text)]
    if " by " in text:
        found += [match.span() for match in _BY_THEN.finditer(text)]
    if " to " in text and any(hint in text for hint in _AGREEING):
        found += [match.span("on") for match in _AGREED.finditer(text)]
    return found
