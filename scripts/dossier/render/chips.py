"""Chips that need no page to start from: what ends a line of fact beside its evidence.

Every chip leads somewhere or carries a ``title`` that says what it means.
"""

from dossier.dates import DateValue, describe
from dossier.independence import Backing
from dossier.model import Event
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import tag
from dossier.render.words import capital, count, hint, label
from dossier.vocabulary import Credibility, Modality

_CLASSES = {
    "Reported": "In a source's words, at the line given",
    "Derived": "Computed from what is reported, in the way shown",
    "Assessed": "A person's judgement",
}


def chips(*parts: Md) -> Md:
    """Set chips side by side; empty ones are left out."""
    shown = [part for part in parts if part]
    return tag("span", join(" ", shown), class_="chips") if shown else Md("")


def chip(kind: str, words: str, title: str) -> Md:
    """Write a chip that leads nowhere.

    Args:
        kind: What the style sheet knows it by, such as ``hedge``.
        words: What it says.
        title: What that means.
    """
    return tag("span", words, class_=f"chip chip-{kind}", title=title)


def hedge_chip(hedge: str) -> Md:
    """Keep the source's own hedge; empty if there is none."""
    return chip("hedge", hedge, "The source's own hedge") if hedge else Md("")


def modality_chip(modality: Modality) -> Md:
    """Say what a source does with a happening, unless it simply states it."""
    if modality is Modality.HAPPENED:
        return Md("")
    return chip(f"modality chip-modality-{modality.value}", label(modality), hint(modality))


def status_chip(event: Event) -> Md:
    """Say what stands behind an event."""
    kind = f"status chip-status-{event.status.value}"
    return chip(kind, label(event.status), hint(event.status))


def reviewed_chip(reviewed: str) -> Md:
    """Say who looked at something and when, or that nobody did."""
    if not reviewed:
        return chip("unreviewed", "not reviewed", "Found by the program; nobody has looked at it")
    return chip("reviewed", f"reviewed: {reviewed}", "Who looked at it, and when")


def unnamed_chip() -> Md:
    """Say that somebody is told of without a name."""
    return chip("unnamed", "not named", "No source gives a name")


def origins_chip(backing: Backing) -> Md:
    """Say how many documents, outlets and demonstrated origins stand behind something."""
    documents, origins = backing.documents, backing.origins
    parts = count(documents, "doc"), say_outlets(backing), count(origins, "origin")
    spelt = count(documents, "document"), parts[1], count(origins, "demonstrated origin")
    return chip("origins", " · ".join(parts), f"Rests on {', '.join(spelt)}")


def say_outlets(backing: Backing) -> str:
    """Count the outlets that are known, and say of how many texts the outlet is not."""
    named = backing.outlets - backing.unnamed
    if not backing.unnamed:
        return count(named, "outlet")
    if named:
        return f"{count(named, 'outlet')}, {backing.unnamed:,} not stated"
    return "outlet not stated" if backing.unnamed == 1 else "outlets not stated"


def credibility_chip(grade: Credibility) -> Md:
    """Say how credible a person holds something to be; empty if nobody has judged it."""
    if grade is Credibility.UNJUDGED:
        return Md("")
    return chip("credibility", f"credibility {grade.value}", f"Admiralty system: {hint(grade)}")


def as_of_chip(value: DateValue | None) -> Md:
    """Say for which day something is said to hold; empty if that is not said."""
    if value is None:
        return Md("")
    return chip("as-of", f"as of {describe(value)}", "Said to hold then; it may have changed since")


def say_date(value: DateValue, *, opens: bool = True) -> Md:
    """Write a date in plain English.

    Args:
        value: The date.
        opens: Whether it opens a line or a cell, and so begins with a capital letter.
    """
    words = describe(value)
    words = capital(words) if opens else words
    if value.is_day and not value.is_qualified:
        return tag("time", words, datetime=value.earliest.isoformat())
    return safe(words)


def class_tag(kind: str) -> Md:
    """Mark a part of a page as Reported, Derived or Assessed."""
    return tag("span", kind, class_=f"class class-{kind.lower()}", title=_CLASSES[kind])
