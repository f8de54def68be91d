"""Explain the marks of the timeline, those that occur in a drawing."""

from collections.abc import Iterable

from dossier.dates import DateValue
from dossier.model import Event
from dossier.outcomes import is_pending
from dossier.render.markdown import Md, join
from dossier.render.markup import block, tag
from dossier.render.words import label
from dossier.vocabulary import EventTier

_DOT = '<circle class="mark" cx="14" cy="7" r="5"/>'
_BAR = '<rect class="mark {}" x="1" y="3" width="26" height="8" rx="4"/>'


def say_kind(value: DateValue) -> str:
    """Say how a mark looks that is no dot: open at an end, pale within its length, or full."""
    if value.is_open_start:
        return "open-start"
    if value.is_open_end:
        return "open-end"
    return "" if "/" in value.edtf else "within"


def draw_legend(events: Iterable[Event]) -> Md:
    """Explain marks and colours, those that occur.

    Args:
        events: What is drawn; undated ones are left out.

    Returns:
        A list with a sample of each.
    """
    dated = [(event, event.dating.value) for event in events if event.dating is not None]
    bars = {say_kind(value) for _, value in dated if not value.is_day}
    samples = (
        (any(value.is_day for _, value in dated), "", _DOT, "a day"),
        ("within" in bars, "", _BAR.format("within"), "within this time, not known when"),
        ("" in bars, "", _BAR.format(""), "from end to end"),
        ("open-start" in bars, "", _BAR.format("open-start"), "then or before"),
        ("open-end" in bars, "", _BAR.format("open-end"), "then or later"),
        (any(is_pending(e) for e, _ in dated), "hollow", _DOT, "announced or forecast"),
        (any(v.is_qualified for _, v in dated), "approximate", _BAR.format("within"), "about"),
    )
    entries = [
        _sample(f"tier-context {css}".rstrip(), drawn, words)
        for occurs, css, drawn, words in samples
        if occurs
    ]
    tiers = {event.tier for event, _ in dated}
    if len(tiers) > 1:
        entries += [
            _sample(f"tier-{tier.value}", _DOT, label(tier).lower())
            for tier in EventTier
            if tier in tiers
        ]
    return block("ul", entries, "legend")


def draw_tally_legend(events: Iterable[Event], *, loose: bool) -> Md:
    """Explain the bars that stand for many events, those parts that occur.

    Args:
        events: What is counted.
        loose: Whether some are drawn as lasting longer than a bar's period.
    """
    held = tuple(events)
    bar = '<rect class="mark" x="8" y="2" width="12" height="10"/>'
    tiers = {event.tier for event in held if not is_pending(event)}
    entries = [
        _sample(f"tier-{tier.value}", bar, label(tier).lower())
        for tier in EventTier
        if tier in tiers
    ]
    if any(map(is_pending, held)):
        entries.append(_sample("tier-context hollow", bar, "announced or forecast"))
    if loose:
        line = '<rect class="mark within" x="1" y="5" width="26" height="4"/>'
        entries.append(_sample("tier-context", line, "longer, or dated less closely"))
    return block("ul", entries, "legend")


def _sample(css: str, drawn: str, words: str) -> Md:
    svg = f'<svg class="sample" viewBox="0 0 28 14" aria-hidden="true"><g class="{css}">{drawn}</g>'
    return tag("li", join(" ", [Md(f"{svg}</svg>"), words]))
