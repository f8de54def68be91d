"""Where to look without the search: what its form leads to while scripts are off."""

from dataclasses import dataclass

from dossier.render.leaf import Leaf
from dossier.render.links import (
    ACTORS,
    DATES,
    EVENTS,
    FINDINGS,
    PHRASES,
    QUOTATIONS,
    SOURCES,
    link,
)
from dossier.render.markdown import Md
from dossier.render.markup import Entry, table
from dossier.render.words import count


@dataclass(frozen=True, slots=True)
class FindingAids:
    """The lists of a dossier, and what each is good for."""

    lists: Md


def view_finding_aids(leaf: Leaf) -> FindingAids:
    """Say which list holds what a reader might have typed."""
    dossier = leaf.book.dossier
    rows = [
        ("A person, body or place name", ACTORS, count(len(leaf.book.published_actors()), "actor")),
        ("Something that happened", EVENTS, count(len(dossier.events), "event")),
        ("A day, month or year", DATES, "all dates"),
        ("Words that somebody said", QUOTATIONS, count(len(dossier.quotations), "quotation")),
        ("A formula that comes back", PHRASES, "phrases"),
        ("An article", SOURCES, count(len(dossier.sources), "source")),
        ("A disagreement or an open question", FINDINGS, count(len(dossier.findings), "finding")),
    ]
    return FindingAids(
        table(
            ("Looked for", "List"),
            [Entry((wanted, link(leaf.page, page, words))) for wanted, page, words in rows],
            "facts",
        )
    )
