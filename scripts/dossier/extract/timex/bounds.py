"""How a happening relates to its date: "since", "until", "by", and how surely: "about"."""

import re

_BOUND = re.compile(
    r"\b(?P<bound>since|until|till|up to|through|throughout|before|prior to|ahead of|after"
    r"|following|by|no later than|on or before|as of|as at|from)"
    r"(?:[ \t](?:about|around|early|late|at least|as early as))?"
    r"(?:[ \t](?:midnight|noon|midday|\d{1,2}(?:[.:]\d\d)?[ap]m)[ \t]on)?(?:[ \t]the)?[ \t]{1,3}\Z",
    re.IGNORECASE,
)
_BOUNDS = {
    **dict.fromkeys(("until", "till", "up to", "through"), "until"),
    **dict.fromkeys(("before", "prior to", "ahead of"), "before"),
    **dict.fromkeys(("after", "following"), "after"),
    **dict.fromkeys(("by", "no later than", "on or before"), "by"),
    **dict.fromkeys(("as of", "as at"), "as of"),
    "since": "since",
    "throughout": "throughout",
    "from": "on",
}
_HEDGE = re.compile(r"\b(?:about|around|circa|c\.)[ \t]{1,3}\Z", re.IGNORECASE)
_LOOK_BACK = 40


def bound_before(text: str, start: int) -> str:
    """Bound that the words before a date set: "since", "until" and so on; "on" if none."""
    match = _BOUND.search(text, max(0, start - _LOOK_BACK), start)
    return _BOUNDS[" ".join(match["bound"].lower().split())] if match else "on"


def hedge_before(text: str, start: int) -> str:
    """Hedge before a date that is no count: "about" or empty."""
    return "about" if _HEDGE.search(text, max(0, start - _LOOK_BACK), start) else ""
