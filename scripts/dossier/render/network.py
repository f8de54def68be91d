"""Draw who is tied to whom, as an SVG that is legible on paper and to a screen reader.

A line between two actors leads to the row of the table that says all of it; a mark leads to
its actor's page. What a line rests on is told by its stroke, what an actor is by its shape, so
that nothing depends on colour. Colours are left to the style sheet.
"""

import math
from collections.abc import Collection, Mapping, Sequence

from dossier.model import ActorId
from dossier.render.book import Book
from dossier.render.leaf import Leaf
from dossier.render.links import actor_page, href
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import block, tag
from dossier.render.network_layout import WIDTH, Spot
from dossier.render.ties import Pair, Tie
from dossier.render.words import count, listed
from dossier.vocabulary import ActorKind

_LINE = 14
_ARROW = 7.0
_TITLE, _DESCRIPTION = "network-title", "network-desc"
_SQUARES = frozenset({ActorKind.STATE, ActorKind.PUBLIC_BODY})
_DIAMONDS = frozenset({ActorKind.INITIATIVE, ActorKind.PLACE})


def row_id(pair: Pair) -> str:
    """Fragment address of a pair's row in the table."""
    return f"tie-{pair[0]}--{pair[1]}"


def draw_network(
    leaf: Leaf,
    title: str,
    *,
    spots: Mapping[ActorId, Spot],
    height: int,
    ties: Sequence[Tie],
    co_mentions: Mapping[Pair, int] | None = None,
) -> Md:
    """Draw actors and their ties.

    Args:
        leaf: The page the drawing stands on; it holds a row for every tie.
        title: What is shown.
        spots: Where each actor stands.
        height: Height of the drawing.
        ties: What to draw between them.
        co_mentions: Pairs named in one sentence, with how often; a layer that is off at first.

    Returns:
        The SVG element; empty if there is nobody.
    """
    if not spots:
        return Md("")
    description = (
        f"{count(len(spots), 'actor')} and {count(len(ties), 'tie')}. Each mark links to its "
        "actor; the table on this page says the same."
    )
    lines = [
        tag("title", title, id=_TITLE),
        tag("desc", description, id=_DESCRIPTION),
        _co_layer(co_mentions or {}, spots),
        Md('<g class="ties">'),
        *(_draw_tie(leaf.book, tie, spots) for tie in reversed(ties)),
        Md('</g><g class="actors">'),
        *(_draw_actor(leaf, key, spots[key]) for key in _reading_order(spots)),
        Md("</g>"),
    ]
    opening = (
        f'<svg class="network-drawing" viewBox="0 0 {WIDTH} {height}" role="group" '
        f'aria-labelledby="{_TITLE} {_DESCRIPTION}">'
    )
    return join(Md("\n"), [Md(opening), *lines, Md("</svg>")])


def draw_legend(kinds: Collection[ActorKind], *, co_mentions: bool) -> Md:
    """Explain strokes and shapes, those that occur."""
    strokes = [("stated", "a link that a source states"), ("shared", "both took part in an event")]
    if co_mentions:
        strokes.append(("co", "named in one sentence"))
    entries = [
        tag(
            "li", join(" ", [_sample(f'<line class="{css}" x1="1" y1="7" x2="27" y2="7"/>'), words])
        )
        for css, words in strokes
    ]
    shapes = (
        ("person or group", ActorKind.PERSON, {ActorKind.PERSON, ActorKind.GROUP}),
        ("state or public body", ActorKind.STATE, _SQUARES),
        (
            "organisation or medium",
            ActorKind.ORGANIZATION,
            {ActorKind.ORGANIZATION, ActorKind.MEDIUM},
        ),
        ("initiative or place", ActorKind.INITIATIVE, _DIAMONDS),
    )
    for words, kind, held in shapes:
        if held & set(kinds):
            mark = _mark(kind, Spot(14, 7, 5.5, ()))
            entries.append(
                tag("li", join(" ", [_sample(f'<g class="kind-{kind.value}">{mark}</g>'), words]))
            )
    return block("ul", entries, "legend network-legend")


def _sample(drawn: str) -> Md:
    return Md(f'<svg class="sample" viewBox="0 0 28 14" aria-hidden="true">{drawn}</svg>')


def _reading_order(spots: Mapping[ActorId, Spot]) -> list[ActorId]:
    """From top to bottom, so that the keyboard goes as the eye does."""
    return sorted(spots, key=lambda key: (round(spots[key].y / 60), spots[key].x, key))


def _co_layer(pairs: Mapping[Pair, int], spots: Mapping[ActorId, Spot]) -> Md:
    if not pairs:
        return Md("")
    lines = "".join(
        f'<line data-tie="{one} {other}" x1="{spots[one].x}" y1="{spots[one].y}" '
        f'x2="{spots[other].x}" y2="{spots[other].y}"/>'
        for one, other in pairs
    )
    return Md(f'<g class="co-mentions" aria-hidden="true">{lines}</g>')


def _draw_tie(book: Book, tie: Tie, spots: Mapping[ActorId, Spot]) -> Md:
    one, other = spots[tie.left], spots[tie.right]
    css = " ".join(
        [
            "tie",
            "stated" if tie.relations else "",
            "shared" if tie.events else "",
            *(f"type-{kind.value}" for kind in tie.types),
            *(f"with-{book.dossier.actors[key].kind.value}" for key in tie.pair),
        ]
    )
    x, y, u, v = *_edge(one, other), *_edge(other, one)
    path = f"M{x:.1f} {y:.1f}L{u:.1f} {v:.1f}"
    width = "strong" if tie.weight >= 2 else ""  # noqa: PLR2004 - two meetings, or two links
    drawn = f'<path class="reach" d="{path}"/><path class="stroke {width}" d="{path}"/>'
    heads = {relation.object_id for relation in tie.relations}
    if tie.right in heads:
        drawn += _arrow(x, y, u, v)
    if tie.left in heads:
        drawn += _arrow(u, v, x, y)
    return Md(
        f'<a class="{" ".join(css.split())}" href="#{row_id(tie.pair)}" tabindex="-1" '
        f'data-tie="{tie.left} {tie.right}">{tag("title", say_tie(book, tie))}{drawn}</a>'
    )


def say_tie(book: Book, tie: Tie) -> str:
    """Say in a line what ties two actors."""
    actors = book.dossier.actors
    verbs = list(dict.fromkeys(relation.verb for relation in tie.relations))
    parts = [listed(verbs)] if verbs else []
    if tie.events:
        parts.append(count(len(tie.events), "event") + " shared")
    return f"{actors[tie.left].name} – {actors[tie.right].name}: {'; '.join(parts)}"


def _edge(here: Spot, there: Spot) -> tuple[float, float]:
    """Where a line to somewhere leaves a mark."""
    far = math.sqrt((there.x - here.x) ** 2 + (there.y - here.y) ** 2) or 1.0
    out = min(here.radius + 2, far / 2)
    return here.x + (there.x - here.x) * out / far, here.y + (there.y - here.y) * out / far


def _arrow(x: float, y: float, u: float, v: float) -> str:
    """A head at the end of a line, where what a source states points."""
    far = math.sqrt((u - x) ** 2 + (v - y) ** 2) or 1.0
    across, down = (u - x) / far * _ARROW, (v - y) / far * _ARROW
    left = f"{u - across - down * 0.45:.1f} {v - down + across * 0.45:.1f}"
    right = f"{u - across + down * 0.45:.1f} {v - down - across * 0.45:.1f}"
    return f'<path class="arrow" d="M{u:.1f} {v:.1f}L{left}L{right}Z"/>'


def _draw_actor(leaf: Leaf, key: ActorId, spot: Spot) -> Md:
    actor = leaf.book.dossier.actors[key]
    label = "".join(
        f'<tspan x="{spot.x}" y="{y:.1f}">{safe(line)}</tspan>'
        for line, y in zip(spot.lines, _lines_at(spot), strict=True)
    )
    here = leaf.page == actor_page(key)
    drawn = f"{_mark(actor.kind, spot)}<text>{label}</text>"
    css = f"actor kind-{actor.kind.value}"
    if here:
        return Md(f'<g class="{css} here" data-actor="{key}">{drawn}</g>')
    cut = " ".join(spot.lines) != actor.name
    return Md(
        f'<a class="{css}" href="{href(leaf.page, actor_page(key))}" data-actor="{key}">'
        f"{tag('title', actor.name) if cut else ''}{drawn}</a>"
    )


def _lines_at(spot: Spot) -> list[float]:
    """Base lines of a name."""
    first = spot.y + spot.radius + _LINE * 0.9
    if spot.over:
        first = spot.y - spot.radius - 4 - _LINE * (len(spot.lines) - 1)
    return [first + _LINE * number for number in range(len(spot.lines))]


def _mark(kind: ActorKind, spot: Spot) -> str:
    x, y, r = spot.x, spot.y, spot.radius
    if kind in _SQUARES:
        side = f'width="{2 * r:.1f}" height="{2 * r:.1f}"'
        return f'<rect class="mark" x="{x - r:.1f}" y="{y - r:.1f}" {side}/>'
    if kind in _DIAMONDS:
        sides = f"l{r:.1f} {r:.1f}l{-r:.1f} {r:.1f}l{-r:.1f} {-r:.1f}z"
        return f'<path class="mark" d="M{x:.1f} {y - r:.1f}{sides}"/>'
    if kind in {ActorKind.ORGANIZATION, ActorKind.MEDIUM}:
        return (
            f'<rect class="mark" x="{x - r:.1f}" y="{y - r * 0.75:.1f}" width="{2 * r:.1f}" '
            f'height="{1.5 * r:.1f}" rx="{r * 0.75:.1f}"/>'
        )
    return f'<circle class="mark" cx="{x:.1f}" cy="{y:.1f}" r="{r:.1f}"/>'
