"""What one source says of one event: when, where and who, read from the sentences that tell it.

An event's page puts together what all sources say. To set two sources side by side it has to be
taken apart again, and only what stands in a source's own sentences counts as said by it: a date
that another source gave is not put into its mouth.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.dates import DateValue, overlaps
from dossier.model import Anchor, Event, EventMention, Sentence, SourceId, SourceTelling
from dossier.render.book import Book
from dossier.render.markdown import flatten
from dossier.vocabulary import Role

LONGEST_NAME = 6
"""Words of a place's name, at most; what is longer is a sentence that names it."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of one event.

    Attributes:
        telling: How it tells it.
        anchors: The words by which it does, in text order of the telling, then of the event.
        dates: Words that date the event, with what they mean; None where that is not known.
        near: Other words of dates in the same sentences; looked for only if none date the event.
        places: Words that name where it was, each once.
        placed: Longer words by which somebody placed it; looked for only if no name is found.
        names: Its part and its words by participant: an actor id, or what an unregistered
            participant is called.
    """

    telling: SourceTelling
    anchors: tuple[Anchor, ...]
    dates: tuple[tuple[Anchor, DateValue | None], ...]
    near: tuple[tuple[Anchor, DateValue | None], ...]
    places: tuple[Anchor, ...]
    placed: tuple[Anchor, ...]
    names: Mapping[str, tuple[str, tuple[Anchor, ...]]]


def read_account(book: Book, event: Event, telling: SourceTelling) -> Account:
    """Gather what a source says of an event.

    Args:
        book: The dossier.
        event: The event.
        telling: How the source tells it.
    """
    key = telling.source_id
    own = (anchor for anchor in event.anchors if anchor.source_id == key)
    anchors = tuple(dict.fromkeys([*telling.anchors, *own]))
    reports = [book.reports[one] for one in event.mention_ids if one in book.reports]
    reports = [report for report in reports if report.anchor.source_id == key]
    sentences = {one.id: one for anchor in anchors for one in book.sentences_at(anchor)}
    dates = _find_dates(book, event, key, reports)
    places = _find_places(book, event, reports, sentences)
    placed = _find_placed(book, event, key, sentences)
    named = tuple(anchor for anchor in placed if len(anchor.exact.split()) <= LONGEST_NAME)
    names: dict[str, tuple[str, tuple[Anchor, ...]]] = {}
    for part in event.participants:
        said = tuple(anchor for anchor in part.anchors if anchor.source_id == key)
        if said:
            names.setdefault(part.actor_id or part.label, (part.role, said))
    return Account(
        telling=telling,
        anchors=anchors,
        dates=dates,
        near=() if dates else _find_near(book, key, sentences),
        places=places or named,
        placed=() if places or named else placed,
        names=names,
    )


def _find_dates(
    book: Book, event: Event, key: SourceId, reports: Iterable[EventMention]
) -> tuple[tuple[Anchor, DateValue | None], ...]:
    """Dates of the sentences that report the event, and the source's part in its own date."""
    meant = book.dossier.calendar.timexes
    found: dict[Anchor, DateValue | None] = {}
    for report in reports:
        if report.timex_id is not None and report.timex_id in book.timexes:
            dating = meant.get(report.timex_id)
            found[book.timexes[report.timex_id].anchor] = dating.value if dating else None
    if event.dating is not None:
        own = [anchor for anchor in event.dating.anchors if anchor.source_id == key]
        known = {
            timex.anchor: meant[timex.id].value
            for timex in (book.dossier.extractions[key].timexes if own else ())
            if timex.id in meant
        }
        for anchor in own:
            found.setdefault(anchor, known.get(anchor))
    return tuple(found.items())


def _find_near(
    book: Book, key: SourceId, sentences: Mapping[str, Sentence]
) -> tuple[tuple[Anchor, DateValue | None], ...]:
    meant = book.dossier.calendar.timexes
    return tuple(
        (timex.anchor, meant[timex.id].value)
        for timex in book.dossier.extractions[key].timexes
        if timex.sentence_id in sentences and timex.id in meant
    )


def _find_places(
    book: Book,
    event: Event,
    reports: Iterable[EventMention],
    sentences: Mapping[str, Sentence],
) -> tuple[Anchor, ...]:
    """Places that the reports name, and the event's own place where its sentences name it."""
    found = [
        book.mentions[part.mention_id].anchor
        for report in reports
        for part in report.participants
        if part.role is Role.PLACE and part.mention_id in book.mentions
    ]
    place = book.dossier.places.get(event.place_id or "")
    if place is not None:
        named = [book.mentions[one] for one in place.mention_ids if one in book.mentions]
        found += [m.anchor for m in named if m.sentence_id in sentences]
    first: dict[str, Anchor] = {}
    for anchor in found:
        first.setdefault(flatten(anchor.exact).casefold(), anchor)
    return tuple(first.values())


def _find_placed(
    book: Book, event: Event, key: SourceId, sentences: Mapping[str, Sentence]
) -> tuple[Anchor, ...]:
    """What somebody took a place from, as far as it stands in these sentences."""
    place = book.dossier.places.get(event.place_id or "")
    return tuple(
        anchor
        for anchor in (place.anchors if place else ())
        if anchor.source_id == key and any(one.id in sentences for one in book.sentences_at(anchor))
    )


def compare_dates(left: Account, right: Account, labels: tuple[str, str]) -> str:
    """Say how what two sources say of a date goes together, as part of a sentence."""
    held = [[value for _, value in account.dates if value] for account in (left, right)]
    if not all(held):
        return _say_only(held, labels, "dates it")
    pairs = [(one, other) for one in held[0] for other in held[1]]
    if any(one.edtf == other.edtf for one, other in pairs):
        return "the same date"
    if any(overlaps(one, other) for one, other in pairs):
        return "dates that fit together"
    return "different dates"


def compare_places(left: Account, right: Account, labels: tuple[str, str]) -> str:
    """Say how what two sources say of a place goes together, as part of a sentence."""
    held = [{flatten(a.exact).casefold() for a in one.places} for one in (left, right)]
    known = [one.places or one.placed for one in (left, right)]
    if not all(known):
        return _say_only(known, labels, "names the place")
    return "the place in the same words" if held[0] & held[1] else "the place in different words"


def _say_only(held: Iterable[Iterable[object]], labels: tuple[str, str], does: str) -> str:
    told = [label for label, found in zip(labels, held, strict=True) if found]
    return f"only {told[0]} {does}" if told else f"neither {does} in these sentences"
