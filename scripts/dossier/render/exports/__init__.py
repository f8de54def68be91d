"""The dossier as files for other programs, each with as many records as the pages show.

One format is one module: values in, text out. ``FORMATS`` lists them, and the data page, the
command ``dossier export`` and the tests read that list. ``about/exports.md`` says what becomes of
what in each.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dossier.render.book import Book
from dossier.render.exports.bibliography import export_bibtex, export_csl
from dossier.render.exports.calendar import export_calendar
from dossier.render.exports.followthemoney import export_followthemoney
from dossier.render.exports.network import export_gexf, export_graphml, find_edges
from dossier.render.exports.schema import export_schema
from dossier.render.exports.stix import export_stix
from dossier.render.exports.tables import (
    export_actors,
    export_dates,
    export_events,
    export_findings,
    export_quotations,
    export_relations,
    export_sources,
    export_statements,
)
from dossier.render.exports.whole import SCHEMA_FILE, export_whole
from dossier.render.feed import export_feed
from dossier.render.linked import export_linked
from dossier.render.records import claims_of, relations_of

LINKED_FILE = "data/dossier.jsonld"

_WHOLE = "sources actors events statements quotations relations dates findings"


@dataclass(frozen=True, slots=True)
class Format:
    """A format in which the dossier can be taken along.

    Attributes:
        name: What people call it.
        file: Name of the file under ``data/``.
        holds: What is in it, in words.
        records: Kinds of record in it, as ``count_records`` names them.
        checked_by: What reads it back in the tests.
        loses: What the format cannot carry; or empty.
        write: Makes its text.
    """

    name: str
    file: str
    holds: str
    records: tuple[str, ...]
    checked_by: str
    loses: str
    write: Callable[[Book], str]


@dataclass(frozen=True, slots=True)
class Export:
    """A file for other programs.

    Attributes:
        form: Its format.
        counts: How many records of each kind.
        text: Its text.
    """

    form: Format
    counts: Mapping[str, int]
    text: str

    @property
    def path(self) -> str:
        """Where it lies under ``docs/``."""
        return f"data/{self.form.file}"


def _table(kind: str, holds: str, write: Callable[[Book], str]) -> Format:
    loses = "Offsets; places only as sentences. Lists stand in one cell, parted by semicolons."
    return Format("CSV", f"{kind}.csv", holds, (kind,), "csv (Python)", loses, write)


FORMATS: tuple[Format, ...] = (
    Format(
        "JSON",
        "dossier.json",
        "Everything, with offsets of every mention",
        tuple(_WHOLE.split()),
        "jsonschema",
        "",
        export_whole,
    ),
    Format("JSON Schema", SCHEMA_FILE, "What dossier.json holds", (), "jsonschema", "",
           export_schema),
    _table("sources", "Sources with their dates", export_sources),
    _table("actors", "Actors with their names", export_actors),
    _table("events", "Events with dates and evidence", export_events),
    _table("statements", "What is reported, in the dossier's words", export_statements),
    _table("quotations", "Quotations with their speakers", export_quotations),
    _table("relations", "Links between actors", export_relations),
    _table("dates", "Date expressions and what they mean", export_dates),
    _table("findings", "Where sources disagree or leave doubt", export_findings),
    Format(
        "FollowTheMoney",
        "entities.ftm.json",
        "Entities for Aleph and OpenSanctions tools, one a line",
        ("sources", "actors", "events", "statements", "quotations", "relations"),
        "followthemoney",
        "Findings and offsets. EDTF and basis survive as notes; dates other than a year, month, "
        "day or span stand there alone.",
        export_followthemoney,
    ),
    Format(
        "STIX 2.1",
        "dossier.stix.json",
        "One bundle for threat intelligence platforms",
        ("sources", "actors", "events", "statements", "quotations", "links", "findings"),
        "stix2, stix2-validator",
        "Offsets. EDTF, basis and place stand in an extension, since STIX places need "
        "coordinates or country codes that no source gives.",
        export_stix,
    ),
    Format(
        "JSON-LD",
        LINKED_FILE.rpartition("/")[2],
        "What stands in each page for programs, as one file",
        ("sources", "actors", "events"),
        "rdflib",
        "Statements, quotations, links, findings; parts in an event become “about”.",
        lambda book: export_linked(book, LINKED_FILE),
    ),
    Format(
        "GraphML",
        "network.graphml",
        "Actors and events, joined by links and parts",
        ("actors", "events", "links", "parts"),
        "networkx",
        "Statements, quotations, findings; evidence only as line numbers.",
        export_graphml,
    ),
    Format(
        "GEXF",
        "network.gexf",
        "The same for Gephi",
        ("actors", "events", "links", "parts"),
        "networkx",
        "As GraphML. The graph is static: a span in time would claim more than the dates say.",
        export_gexf,
    ),
    Format(
        "iCalendar",
        "events.ics",
        "Events as all-day entries",
        ("events",),
        "icalendar",
        "Doubt: an uncertain date fills every day it can mean and is tentative; without both "
        "ends it is a journal entry, which most calendars hide. EDTF stands beside.",
        export_calendar,
    ),
    Format(
        "CSL-JSON",
        "sources.csl.json",
        "Sources for Zotero and other reference managers",
        ("sources",),
        "citeproc-py",
        "EDTF and basis stand in a note. An uncertain date is words.",
        export_csl,
    ),
    Format(
        "BibTeX",
        "sources.bib",
        "Sources for LaTeX",
        ("sources",),
        "bibtexparser",
        "“One of these days” is words; biblatex reads other EDTF values.",
        export_bibtex,
    ),
    Format(
        "Atom",
        "feed.xml",
        "What changed, and events, for feed readers, newest source first",
        ("events",),
        "feedparser",
        "All but title, date, place, status and evidence.",
        export_feed,
    ),
)  # fmt: skip


def count_records(book: Book) -> Mapping[str, int]:
    """Count what pages show, by kind of record."""
    dossier = book.dossier
    edges = find_edges(book)
    return {
        "sources": len(dossier.sources),
        "actors": len(book.published_actors()),
        "events": len(dossier.events),
        "statements": sum(1 for _ in claims_of(book)),
        "quotations": len(dossier.quotations),
        "relations": sum(1 for _ in relations_of(book)),
        "dates": sum(timex_id in book.timexes for timex_id in dossier.calendar.timexes),
        "findings": len(dossier.findings),
        "links": sum(edge.values["record"] == "relation" for edge in edges),
        "parts": sum(edge.values["record"] == "part" for edge in edges),
    }


def render_exports(book: Book) -> tuple[Export, ...]:
    """Write every export, in the order in which the data page lists them."""
    counted = count_records(book)
    return tuple(_export(book, form, counted) for form in FORMATS)


def _export(book: Book, form: Format, counted: Mapping[str, int]) -> Export:
    return Export(form, _pick(counted, form.records), form.write(book))


def _pick(counted: Mapping[str, int], kinds: Iterable[str]) -> Mapping[str, int]:
    return {kind: counted[kind] for kind in kinds}
