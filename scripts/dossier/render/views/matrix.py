"""The matrix: which source tells which event, and by which words it names whom.

A grid of everything would hold little but silence and weigh more than a page may. Rows and
columns are those in which most is told; what is left out is counted, beside each row and above
the grid, and stands whole on the pages of the events and actors.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dossier.model import Actor, ActorId, Event, EventId, SourceId, SourceTelling
from dossier.render.book import Book, count_origins
from dossier.render.leaf import Leaf
from dossier.render.links import (
    ACTORS,
    EVENTS,
    SOURCES,
    actor_page,
    event_page,
    href,
    link,
    source_page,
)
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, grid, tag
from dossier.render.naming import Forms, forms_by_source
from dossier.render.words import count, hint, label
from dossier.vocabulary import Telling

MOST_COLUMNS = 40
"""Sources that a grid has columns for: those that tell most; of others a row gives the number."""

MOST_EVENTS = 300
"""Events that a grid has rows for: those that most sources tell."""

MOST_TOLD = 3000
"""Letters that lead to a sentence; a grid ends before the row that would bring more."""

MOST_ACTORS = 200
"""Actors that a grid has rows for: those that most sources name."""

MOST_NAMED = 1200
"""Cells that hold names; as for letters."""

MOST_NAMES = 3
"""Names shown in a cell; the rest are counted."""

WIDE = 12
"""Columns beyond which paper has no room for a grid."""

CODES = {
    Telling.ASSERTS: "A",
    Telling.ALLUDES: "L",
    Telling.FORECASTS: "F",
    Telling.BACKGROUND: "B",
    Telling.CONTRADICTS: "C",
    Telling.SILENT: "·",
    Telling.COULD_NOT_KNOW: "–",
}
"""Letters of the seven relations, in the order of the legend."""

_SAYS_NOTHING = frozenset({Telling.SILENT, Telling.COULD_NOT_KNOW})
_TOTAL = tag("span", "Total", title="Documents / outlets / origins")


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Events by sources and actors by sources, each with what its grid leaves out."""

    count: str
    legend: Md
    events: Md
    events_left_out: Md
    actors: Md
    actors_left_out: Md


@dataclass(frozen=True, slots=True)
class Cut:
    """What of a matrix is shown.

    Attributes:
        rows: Ids of the rows, in their usual order.
        columns: Ids of the sources, in order of publication.
    """

    rows: tuple[str, ...]
    columns: tuple[SourceId, ...]


def cut_matrix(
    told: Mapping[str, Sequence[SourceId]],
    sources: Iterable[SourceId],
    most_rows: int,
    most_cells: int,
) -> Cut:
    """Choose the rows and columns in which most is told.

    Args:
        told: Sources that tell, by row, in the usual order of the rows.
        sources: All sources, in order of publication.
        most_rows: Rows to show at most.
        most_cells: Told cells to show at most; a first row is shown whatever it holds.
    """
    order = {key: place for place, key in enumerate(told)}
    kept: list[str] = []
    cells = 0
    for key in sorted(told, key=lambda key: (-len(told[key]), order[key]))[:most_rows]:
        cells += min(len(told[key]), MOST_COLUMNS)
        if kept and cells > most_cells:
            break
        kept.append(key)
    held = tuple(sources)
    tells = Counter(chain.from_iterable(told[key] for key in kept))
    place = {key: number for number, key in enumerate(held)}
    ranked = sorted(held, key=lambda key: (-tells[key], place[key]))[:MOST_COLUMNS]
    return Cut(
        tuple(sorted(kept, key=order.__getitem__)), tuple(sorted(ranked, key=place.__getitem__))
    )


def view_matrix(leaf: Leaf) -> MatrixView:
    """Word the matrix."""
    dossier = leaf.book.dossier
    actors = leaf.book.published_actors()
    told = {
        event.id: [one.source_id for one in event.tellings if one.telling not in _SAYS_NOTHING]
        for event in dossier.events.values()
    }
    named = {actor.id: _forms(leaf.book, actor) for actor in actors}
    events_cut = cut_matrix(told, dossier.sources, MOST_EVENTS, MOST_TOLD)
    actors_cut = cut_matrix(
        {key: list(forms) for key, forms in named.items()},
        dossier.sources,
        MOST_ACTORS,
        MOST_NAMED,
    )
    return MatrixView(
        count=f"{count(len(told), 'event')}, {count(len(actors), 'actor')}, "
        f"{count(len(dossier.sources), 'source')}",
        legend=_legend(),
        events=_grid_events(leaf, events_cut, told),
        events_left_out=_say_left_out(leaf, events_cut, len(told), EVENTS),
        actors=_grid_actors(leaf, actors_cut, named),
        actors_left_out=_say_left_out(leaf, actors_cut, len(actors), ACTORS),
    )


def _legend() -> Md:
    lines = [
        Entry((join(" ", [tag("b", code, class_="code"), f"{label(one)}:", hint(one)]),))
        for one, code in CODES.items()
    ]
    return bullets(lines, "legend")


def _say_left_out(leaf: Leaf, cut: Cut, rows: int, page: str) -> Md:
    """Say which rows and columns are not shown, and where what they hold stands."""
    tells = "tell" if page == EVENTS else "name"
    noun = "event" if page == EVENTS else "actor"
    sources = len(leaf.book.dossier.sources)
    lines: list[str] = []
    if len(cut.rows) < rows:
        all_of_them = link(leaf.page, page, f"all {rows:,} {noun}s")
        rest = f"Rows are the {len(cut.rows):,} that most sources {tells}, of"
        lines.append(join(" ", [rest, all_of_them]) + Md("."))
    if len(cut.columns) < sources:
        all_of_them = link(leaf.page, SOURCES, f"all {sources:,} sources")
        rest = f"Columns are the {len(cut.columns)} that {tells} most of these, of"
        last = "; the last column counts the others and leads to them."
        lines.append(join(" ", [rest, all_of_them]) + Md(last))
    return join(" ", lines)


def _grid_events(leaf: Leaf, cut: Cut, told: Mapping[EventId, Sequence[SourceId]]) -> Md:
    rows = []
    for key in cut.rows:
        event = leaf.book.dossier.events[key]
        tellings = {telling.source_id: telling for telling in event.tellings}
        cells = [_code(leaf, event, tellings.get(source)) for source in cut.columns]
        total = " / ".join(str(number) for number in count_origins(leaf.book, event.anchors))
        more = _others(leaf, cut, told[key], f"{event_page(key)}#tellings")
        tally = tag("span", total, class_="tally")
        rows.append(Entry((_titled(leaf, event), *cells, *more, tally)))
    tells = Counter(chain.from_iterable(told[key] for key in cut.rows))
    columns = [*_headings(leaf, cut, tells, "tells {} of these events"), *_others_head(leaf, cut)]
    return grid("Events by sources", ("Event", *columns, _TOTAL), rows, _css(cut, "codes"))


def _css(cut: Cut, css: str) -> str:
    return f"{css} wide" if len(cut.columns) > WIDE else css


def _headings(leaf: Leaf, cut: Cut, tells: Counter[SourceId], words: str) -> list[Md]:
    """Each source's label, which leads to its page and says its title, its outlet and its part."""
    columns = []
    for key in cut.columns:
        source = leaf.book.dossier.sources[key]
        told = [source.title.value or source.path, source.publisher.value, words.format(tells[key])]
        title = ", ".join(part for part in told if part)
        way = href(leaf.page, source_page(key))
        columns.append(tag("a", source.label, href=way, title=title))
    return columns


def _titled(leaf: Leaf, event: Event) -> Md:
    when = tag("span", leaf.event_date(event, opens=False), class_="occasion")
    return join(" ", [leaf.event(event.id), when])


def _code(leaf: Leaf, event: Event, telling: SourceTelling | None) -> Md:
    """Write the letter of a relation; it leads to the sentence it rests on."""
    if telling is None:
        return Md("")
    css = f"code code-{telling.telling.value}"
    said = label(telling.telling).lower()
    anchors = telling.anchors or [a for a in event.anchors if a.source_id == telling.source_id]
    if telling.telling in _SAYS_NOTHING or not anchors:
        # The same in every cell, so that a page of silence weighs next to nothing on the line.
        return tag("span", CODES[telling.telling], class_=css, aria_label=said, role="img")
    way = href(leaf.page, source_page(telling.source_id), leaf.book.fragment_at(anchors[0]))
    says = f"{said}, {leaf.book.locator_at(anchors[0])}"
    return tag("a", CODES[telling.telling], class_=css, href=way, title=says, aria_label=says)


def _others_head(leaf: Leaf, cut: Cut) -> list[str]:
    """Head a column for the sources that have none of their own; none where all have one."""
    return ["Others"] if len(cut.columns) < len(leaf.book.dossier.sources) else []


def _others(leaf: Leaf, cut: Cut, told: Iterable[SourceId], way: str) -> list[Md]:
    """Count the sources without a column that have their say, and lead to them."""
    if not _others_head(leaf, cut):
        return []
    number = len(frozenset(told) - frozenset(cut.columns))
    if not number:
        return [Md("")]
    says = count(number, "further source")
    page, _, fragment = way.partition("#")
    to = href(leaf.page, page, fragment)
    return [tag("a", f"+{number}", class_="chip chip-more", href=to, title=says, aria_label=says)]


def _forms(book: Book, actor: Actor) -> Mapping[SourceId, Forms]:
    held = [book.mentions[key] for key in actor.mention_ids if key in book.mentions]
    return forms_by_source(book, held)


def _names(leaf: Leaf, source_id: SourceId, forms: Forms) -> Md:
    """The words by which a source names an actor, each with its first place."""
    shown = []
    for (term, marks), group in list(forms.items())[:MOST_NAMES]:
        anchor = group[0].anchor
        way = href(leaf.page, source_page(source_id), leaf.book.fragment_at(anchor))
        said = ", ".join(part for part in (leaf.book.locator_at(anchor), marks) if part)
        times = f" ({len(group)})" if len(group) > 1 else ""
        shown.append(tag("a", f"{term}{times}", href=way, title=said, class_="name"))
    rest = len(forms) - MOST_NAMES
    return join("; ", [*shown, safe(f"{rest} more") if rest > 0 else ""])


def _grid_actors(leaf: Leaf, cut: Cut, named: Mapping[ActorId, Mapping[SourceId, Forms]]) -> Md:
    rows = []
    for key in cut.rows:
        forms = named[key]
        cells = [_names(leaf, one, forms[one]) if one in forms else Md("") for one in cut.columns]
        more = _others(leaf, cut, forms, f"{actor_page(key)}#naming")
        rows.append(Entry((leaf.actor(key), *cells, *more)))
    tells = Counter(chain.from_iterable(named[key] for key in cut.rows))
    columns = [*_headings(leaf, cut, tells, "names {} of these actors"), *_others_head(leaf, cut)]
    name = "Actors by sources, with the names used"
    return grid(name, ("Actor", *columns), rows, _css(cut, "naming"))
