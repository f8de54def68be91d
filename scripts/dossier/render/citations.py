"""How to cite a source, an event or a claim: in words, as BibTeX and as CSL-JSON.

A citation says what is known and, in words, what is not: a source that states no author or
publisher is cited with that remark, one without a date as "n.d.", and a date that was worked out
stands in square brackets, as librarians write what is not on the thing itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.dates import DateValue, describe
from dossier.model import Actor, Anchor, Claim, Event, Source
from dossier.render.book import Book
from dossier.render.markdown import flatten
from dossier.render.records import (
    address_of_actor,
    address_of_claim,
    address_of_event,
    address_of_source,
    locators,
    plain_date,
    sources_of,
    whole_address,
)
from dossier.render.words import listed
from dossier.vocabulary import DateBasis

Json = dict[str, object]

MOST_NAMED = 12
"""Sources that a citation of an actor names; of more, it gives the number."""

_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
_LATEX = {
    **{mark: f"\\{mark}" for mark in "#$%&_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says, whatever its form.

    Attributes:
        key: Page's address without its ending, ``events/ev-talks:cl-1`` for a claim.
        is_source: Whether an article is cited, or the dossier's own page.
        title: Of the article or the page; a claim's own words.
        authors: Names as printed; none if the article states none.
        container: Outlet, or the dossier's title; or empty.
        dated: When the article appeared, or up to when the dossier collected; None if unknown.
        is_stated: Whether the article itself gives that date.
        url: Full address; or empty.
        note: What a reader of the citation must know.
    """

    key: str
    is_source: bool
    title: str
    authors: tuple[str, ...]
    container: str
    dated: DateValue | None
    is_stated: bool
    url: str
    note: str


def cite_source(book: Book, source: Source) -> Citation:
    """Cite an article."""
    dating = book.dossier.calendar.published.get(source.id)
    authors = tuple(author.value for author in source.authors if author.value)
    missing = [
        *(() if authors else ("author",)),
        *(() if source.publisher.value else ("publisher",)),
        *(() if dating else ("date",)),
    ]
    notes = []
    if missing:
        notes.append(f"{listed(missing).capitalize()} not stated in the file")
    is_stated = dating is not None and dating.basis is DateBasis.EXPLICIT
    if dating and not is_stated:
        notes.append(f"Date worked out ({dating.basis.value}), EDTF {dating.value.edtf}")
    return Citation(
        key=_key(address_of_source(source.id)),
        is_source=True,
        title=source.title.value or source.path,
        authors=authors,
        container=source.publisher.value,
        dated=dating.value if dating else None,
        is_stated=is_stated,
        url=source.url,
        note="; ".join(notes),
    )


def cite_event(book: Book, event: Event) -> Citation:
    """Cite an event's page."""
    return _cite_page(book, event.title, address_of_event(event.id), event.anchors)


def cite_actor(book: Book, actor: Actor, anchors: Sequence[Anchor]) -> Citation:
    """Cite an actor's page, with the sources that name the actor."""
    cited = _cite_page(book, actor.name, address_of_actor(actor.id), ())
    labels = [source.label for source in sources_of(book, anchors)]
    if not labels:
        return cited
    if len(labels) > MOST_NAMED:
        named = f"From {len(labels)} sources"
    else:
        named = f"From {'sources' if len(labels) > 1 else 'source'} {listed(labels)}"
    return replace(cited, note="; ".join(filter(None, (named, cited.note))))


def cite_claim(book: Book, claim: Claim) -> Citation:
    """Cite a claim at its own address."""
    return _cite_page(book, claim.text, address_of_claim(book, claim), claim.anchors)


def _cite_page(book: Book, title: str, address: str, anchors: Sequence[Anchor]) -> Citation:
    rests = f"Rests on {', '.join(locators(book, anchors))}" if anchors else ""
    url = whole_address(book, address)
    at = "" if url else f"at {address}"
    return Citation(
        key=_key(address),
        is_source=False,
        title=title,
        authors=(),
        container=book.settings.title,
        dated=book.settings.as_of,
        is_stated=True,
        url=url,
        note="; ".join(part for part in (rests, at) if part),
    )


def _key(address: str) -> str:
    return address.replace(".html", "").replace("#", ":")


def write_plain(citation: Citation) -> str:
    """Write a citation in words."""
    title = f"“{flatten(citation.title).rstrip('.')}.”"
    if citation.is_source:
        who = f"{', '.join(citation.authors) or 'No author stated'}."
        where = citation.container or "No publisher stated"
        parts = [who, title, f"{where}, {_say_date(citation)}."]
    else:
        when = f", as of {describe(citation.dated)}" if citation.dated else ", n.d."
        parts = [title, f"In: {citation.container}{when}".rstrip(".") + "."]
    if citation.note:
        parts.append(f"{citation.note}.")
    if citation.url:
        parts.append(citation.url)
    return flatten(" ".join(parts))


def _say_date(citation: Citation) -> str:
    if citation.dated is None:
        return "n.d"
    said = describe(citation.dated)
    return said if citation.is_stated else f"[{said}]"


def make_csl(citation: Citation) -> Json:
    """Give a citation as CSL-JSON has it."""
    made: Json = {
        "id": citation.key,
        "type": "article-newspaper" if citation.is_source else "webpage",
        "title": flatten(citation.title),
        "author": [{"literal": flatten(name)} for name in citation.authors],
        "container-title": flatten(citation.container),
        "issued": _csl_date(citation.dated),
        "URL": citation.url,
        "note": flatten(citation.note),
    }
    return {name: value for name, value in made.items() if value}


def _csl_date(value: DateValue | None) -> Json:
    """Date parts where they say as much as the words do; the words elsewhere."""
    if value is None:
        return {}
    year, _, rest = value.edtf.partition("-")
    if rest.isdecimal() and int(rest) in _SEASONS:
        return {"date-parts": [[int(year)]], "season": _SEASONS[int(rest)]}
    if plain := plain_date(value):
        return {"date-parts": [[int(part) for part in plain.split("-")]]}
    if value.is_one_of or value.is_qualified or value.is_open_start or value.is_open_end:
        return {"literal": describe(value)}
    if "/" in value.edtf:
        ends = value.earliest, value.latest
        return {"date-parts": [[day.year, day.month, day.day] for day in ends]}
    return {"literal": describe(value)}


def write_bibtex(citation: Citation) -> str:
    """Write a citation as BibTeX; ``date`` is biblatex's, which knows EDTF."""
    has_outlet = citation.is_source and citation.container
    held = {
        "author": " and ".join(f"{{{_latex(name)}}}" for name in citation.authors),
        "title": f"{{{_latex(citation.title)}}}",
        "journal" if has_outlet else "howpublished": _latex(citation.container),
        **_bibtex_date(citation.dated),
        "url": re.sub(r"[{}\\\s]", "", citation.url),
        "note": _latex(citation.note),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in held.items() if value]
    kind = "article" if has_outlet else "misc"
    return "\n".join([f"@{kind}{{{citation.key},", ",\n".join(lines), "}"])


def _bibtex_date(value: DateValue | None) -> dict[str, str]:
    if value is None:
        return {"year": "n.d."}
    if value.is_one_of:
        return {"year": _latex(describe(value))}
    plain = plain_date(value)
    parts = plain.split("-") if plain else []
    month = str(int(parts[1])) if len(parts) > 1 else ""
    year = parts[0] if parts else _latex(describe(value))
    return {"year": year, "month": month, "date": value.edtf}


def _latex(text: str) -> str:
    return "".join(_LATEX.get(character, character) for character in flatten(text))
