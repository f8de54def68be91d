"""The matrix: which source tells which event, and by which words it names whom."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.model import Actor, Event, SourceId, SourceTelling
from dossier.render.book import count_origins
from dossier.render.leaf import Leaf
from dossier.render.links import href, source_page
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, bullets, grid, table, tag
from dossier.render.naming import forms_by_source
from dossier.render.words import count, hint, label, listed
from dossier.vocabulary import Telling

MOST_COLUMNS = 12
"""Sources that a grid has columns for; of more, a list names those that tell."""

MOST_NAMES = 3
"""Names shown in a cell; the rest are counted."""

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


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Events by sources and actors by sources."""

    count: str
    legend: Md
    events: Md
    actors: Md


def view_matrix(leaf: Leaf) -> MatrixView:
    """Word the matrix.

    Up to twelve sources are columns of a grid. Beyond that a grid would hold little but
    silence, so that each row lists the sources that do tell.
    """
    dossier = leaf.book.dossier
    events, actors = tuple(dossier.events.values()), leaf.book.published_actors()
    wide = len(dossier.sources) > MOST_COLUMNS
    return MatrixView(
        count=f"{count(len(events), 'event')}, {count(len(actors), 'actor')}, "
        f"{count(len(dossier.sources), 'source')}",
        legend=bullets(
            [
                Entry((join(" ", [tag("b", code, class_="code"), f"{label(one)}:", hint(one)]),))
                for one, code in CODES.items()
            ],
            "legend",
        ),
        events=_list_events(leaf, events) if wide else _grid_events(leaf, events),
        actors=_list_actors(leaf, actors) if wide else _grid_actors(leaf, actors),
    )


def _grid_events(leaf: Leaf, events: Sequence[Event]) -> Md:
    sources = leaf.book.dossier.sources
    rows = []
    for event in events:
        told = {telling.source_id: telling for telling in event.tellings}
        cells = [_code(leaf, event, told.get(key)) for key in sources]
        total = " / ".join(str(number) for number in count_origins(leaf.book, event.anchors))
        rows.append(Entry((_titled(leaf, event), *cells, tag("span", total, class_="tally"))))
    columns = ("Event", *_headings(leaf), "Total")
    return grid("Events by sources", columns, rows, "codes")


def _headings(leaf: Leaf) -> list[Md]:
    """Each source's label, which leads to its page and says its title and its outlet."""
    return [
        tag(
            "a",
            source.label,
            href=href(leaf.page, source_page(source.id)),
            title=", ".join(
                part for part in (source.title.value or source.path, source.publisher.value) if part
            ),
        )
        for source in leaf.book.dossier.sources.values()
    ]


def _titled(leaf: Leaf, event: Event) -> Md:
    when = tag("span", leaf.event_date(event, opens=False), class_="occasion")
    return join(" ", [leaf.event(event.id), when])


def _code(leaf: Leaf, event: Event, telling: SourceTelling | None) -> Md:
    """Write the letter of a relation; it leads to the sentence it rests on."""
    if telling is None:
        return Md("")
    label_ = leaf.book.dossier.sources[telling.source_id].label
    css = f"code code-{telling.telling.value}"
    said = f"{label_}: {label(telling.telling).lower()}"
    anchors = telling.anchors or [a for a in event.anchors if a.source_id == telling.source_id]
    if telling.telling in _SAYS_NOTHING or not anchors:
        return tag(
            "span", CODES[telling.telling], class_=css, title=said, aria_label=said, role="img"
        )
    locator = leaf.book.locator_at(anchors[0])
    way = href(leaf.page, source_page(telling.source_id), leaf.book.fragment_at(anchors[0]))
    says = f"{said}, {locator}"
    return tag("a", CODES[telling.telling], class_=css, href=way, title=says, aria_label=says)


def _list_events(leaf: Leaf, events: Sequence[Event]) -> Md:
    rows = []
    for event in events:
        held: dict[Telling, list[Md]] = {}
        for telling in event.tellings:
            if telling.telling not in _SAYS_NOTHING:
                held.setdefault(telling.telling, []).append(leaf.evidence(telling.anchors[:1]))
        said = [join(" ", [f"{label(one)}:", *held[one]]) for one in CODES if one in held]
        silent = sum(telling.telling is Telling.SILENT for telling in event.tellings)
        unsaid = f"{silent} silent" if silent else ""
        total = " / ".join(str(number) for number in count_origins(leaf.book, event.anchors))
        cells = (_titled(leaf, event), join("; ", said), unsaid, total)
        rows.append(Entry(cells))
    return table(("Event", "Told by", "Silent", "Total"), rows, "facts told")


def _names(leaf: Leaf, actor: Actor) -> dict[SourceId, Md]:
    """The words by which each source names an actor, each with its first place."""
    mentions = [leaf.book.mentions[key] for key in actor.mention_ids if key in leaf.book.mentions]
    cells = {}
    for source_id, forms in forms_by_source(leaf.book, mentions).items():
        shown = []
        for (term, marks), group in list(forms.items())[:MOST_NAMES]:
            anchor = group[0].anchor
            way = href(leaf.page, source_page(source_id), leaf.book.fragment_at(anchor))
            said = ", ".join(part for part in (leaf.book.locator_at(anchor), marks) if part)
            times = f" ({len(group)})" if len(group) > 1 else ""
            shown.append(tag("a", f"{term}{times}", href=way, title=said, class_="name"))
        rest = len(forms) - MOST_NAMES
        cells[source_id] = join("; ", [*shown, f"{rest} more" if rest > 0 else ""])
    return cells


def _grid_actors(leaf: Leaf, actors: Sequence[Actor]) -> Md:
    sources = leaf.book.dossier.sources
    rows = []
    for actor in actors:
        cells = _names(leaf, actor)
        rows.append(Entry((leaf.actor(actor.id), *(cells.get(key, Md("")) for key in sources))))
    columns = ("Actor", *_headings(leaf))
    return grid("Actors by sources, with the names used", columns, rows, "naming")


def _list_actors(leaf: Leaf, actors: Sequence[Actor]) -> Md:
    rows = []
    for actor in actors:
        cells = _names(leaf, actor)
        labels = [leaf.book.dossier.sources[key].label for key in cells]
        names = dict.fromkeys(name for cell in cells.values() for name in [cell])
        rows.append(Entry((leaf.actor(actor.id), join("; ", names), listed(labels))))
    return table(("Actor", "Named as", "By"), rows, "facts told")
