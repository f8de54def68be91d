"""What readers search: one short entry for each actor, event, source, quotation and finding.

The theme would index every page word by word, which at five thousand pages takes ten seconds
to load. People look for names, days and quoted words, so those are what is listed; a page's own
words are left to the page. ``site/search`` adds the pages that people wrote by hand.
"""

import json
from collections.abc import Iterable, Iterator

from dossier.dates import MONTHS, DateValue, describe
from dossier.model import Actor, Event, Quotation, Source
from dossier.render.book import Book
from dossier.render.excerpt import words_of
from dossier.render.links import (
    ACTORS,
    BRIEFING,
    DATA,
    EVENTS,
    FINDINGS,
    METHOD,
    QUOTATIONS,
    SOURCES,
    actor_page,
    event_page,
    href,
    source_page,
)
from dossier.render.markdown import flatten
from dossier.render.words import capital, label

SEARCH = "assets/dossier/search.json"

KINDS = (
    ("Actors", ACTORS),
    ("Events", EVENTS),
    ("Sources", SOURCES),
    ("Quotations", QUOTATIONS),
    ("Findings", FINDINGS),
    ("Pages", BRIEFING),
)
"""Kinds of entries in the order in which results are shown, each with the page that lists it."""

SEARCHED = frozenset({BRIEFING, METHOD, DATA})
"""Generated pages whose own words are searched; of the others, what they list is."""

PAGES = len(KINDS) - 1
MOST_SHOWN = 140
"""Characters of an entry's words that a result shows."""

MOST_MONTHS = 24
"""Months of a period that are listed by name."""

_ACTOR, _EVENT, _SOURCE, _QUOTATION, _FINDING = range(PAGES)

SearchEntry = tuple[int, str, str, str, str]
"""Kind, address in the site, title, text shown under it, and more words to find it by."""


def render_search(book: Book, pages: Iterable[tuple[str, str, str]]) -> str:
    """Write what readers search, as JSON: ``kinds`` and ``entries``.

    Args:
        book: The dossier.
        pages: Path, title and description of every generated page.

    Returns:
        Entries in the order of the pages. Nothing stands in them that no page prints.
    """
    kinds = [[title, href("", page)] for title, page in KINDS]
    entries = list(_entries(book))
    known = {entry[1] for entry in entries}
    entries += [
        (PAGES, href("", path), title, description, "")
        for path, title, description in pages
        if path not in SEARCHED and href("", path) not in known
    ]
    text = json.dumps({"kinds": kinds, "entries": entries}, ensure_ascii=False, indent=0)
    return text + "\n"


def name_days(value: DateValue) -> str:
    """Write a date as people type it: in words, in figures, and the months it spans."""
    told = [describe(value), value.edtf]
    first, last = value.earliest, value.latest
    if not value.is_open_start and not value.is_open_end:
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        if 1 < count <= MOST_MONTHS:
            months = (divmod(first.year * 12 + first.month - 1 + n, 12) for n in range(count))
            told += [f"{MONTHS[at]} {year}" for year, at in months]
    return " ".join(told)


def _entries(book: Book) -> Iterator[SearchEntry]:
    yield from (_actor(actor) for actor in book.published_actors())
    yield from (_event(book, event) for event in book.dossier.events.values())
    yield from (_source(book, source) for source in book.dossier.sources.values())
    yield from (_quotation(book, quotation) for quotation in book.said_once)
    for finding in book.dossier.findings:
        where = href("", FINDINGS, finding.id)
        yield _FINDING, where, label(finding.finding_type), flatten(finding.text), finding.id


def _actor(actor: Actor) -> SearchEntry:
    offices = [capital(role.title) for role in actor.roles]
    shown = _line([label(actor.kind), *dict.fromkeys(offices)])
    names = [alias.name for alias in actor.aliases]
    return _ACTOR, href("", actor_page(actor.id)), actor.name, shown, _words(names)


def _event(book: Book, event: Event) -> SearchEntry:
    actors, places = book.dossier.actors, book.dossier.places
    when = describe(event.dating.value) if event.dating else "undated"
    named = [(actors.get(part.actor_id or ""), part.label) for part in event.participants]
    who = [actor.name if actor else label_ for actor, label_ in named]
    held = places.get(event.place_id or "")
    place = held.name if held else ""
    days = name_days(event.dating.value) if event.dating else ""
    shown = _line([when, place, ", ".join(dict.fromkeys(filter(None, who)))])
    return _EVENT, href("", event_page(event.id)), event.title, shown, days


def _source(book: Book, source: Source) -> SearchEntry:
    published = book.dossier.calendar.published.get(source.id)
    when = describe(published.value) if published else "undated"
    authors = [author.value for author in source.authors if author.value]
    shown = _line([source.label, *authors, source.publisher.value, when])
    title = source.title.value or source.path
    more = _words([source.path, name_days(published.value) if published else ""])
    return _SOURCE, href("", source_page(source.id)), title, shown, more


def _quotation(book: Book, quotation: Quotation) -> SearchEntry:
    actors = book.dossier.actors
    words = " … ".join(words_of(book, anchor) for anchor in quotation.anchors)
    shown = words if len(words) <= MOST_SHOWN else words[:MOST_SHOWN].rsplit(" ", 1)[0] + " …"
    speakers = [actors[key].name for key in quotation.speaker_ids if key in actors]
    label_ = book.dossier.sources[quotation.anchors[0].source_id].label
    said = _line([", ".join(speakers) or quotation.speaker_label or "No speaker named", label_])
    more = words[len(shown) - 2 :] if len(words) > MOST_SHOWN else ""
    return _QUOTATION, href("", QUOTATIONS, quotation.id), f"“{shown}”", said, more


def _line(parts: Iterable[str]) -> str:
    return " · ".join(flatten(part) for part in parts if part)


def _words(parts: Iterable[str]) -> str:
    return " ".join(flatten(part) for part in parts if part)
