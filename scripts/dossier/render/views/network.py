"""The network: who is tied to whom, drawn, and in a table that says the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.anchors import make_anchor
from dossier.model import Actor, ActorId, Anchor, SentenceId
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import ACTORS, link
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, block, bullets, fold, tag
from dossier.render.network import draw_legend, draw_network
from dossier.render.network_layout import place_around, place_network
from dossier.render.ties import MOST_TOGETHER, Pair, Tie, find_co_mentions, rank_by_strength
from dossier.render.views.ties import tie_table
from dossier.render.words import ACTOR_KINDS_IN_PLURAL, count, label
from dossier.vocabulary import ActorKind, EventType

MOST_ACTORS = 40
"""Actors drawn at once; of more, those with the strongest ties."""

MOST_TIES = 90
"""Ties drawn at once: more lines than this are no longer followed by eye."""

MOST_CO_MENTIONS = 60
MOST_AROUND = 14
"""Actors drawn around one on its page."""


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The network: what is drawn, what is left out, and the rows behind each line."""

    count: str
    left_out: Md
    targets: Md
    filters: Md
    drawing: Md
    ties: Md
    co_mentions: Md


@dataclass(frozen=True, slots=True)
class Core:
    """What of a network is drawn.

    Attributes:
        actors: Ids of the actors, the strongest first.
        ties: Ties between them, the strongest first.
    """

    actors: tuple[ActorId, ...]
    ties: tuple[Tie, ...]


def choose_core(ties: Sequence[Tie]) -> Core:
    """Choose what to draw: all, or the actors with the strongest ties and the strongest of those.

    Args:
        ties: All ties, the strongest first.
    """
    ranked = rank_by_strength(ties)
    strong = set(ranked[:MOST_ACTORS])
    drawn = tuple(tie for tie in ties if tie.left in strong and tie.right in strong)[:MOST_TIES]
    held = {key for tie in drawn for key in tie.pair}
    return Core(tuple(key for key in ranked if key in held), drawn)


def view_network(leaf: Leaf) -> NetworkView:
    """Draw the network, or its core where all of it would be a tangle."""
    book = leaf.book
    core = choose_core(book.ties)
    actors = [book.dossier.actors[key] for key in core.actors]
    tied = {tie.pair for tie in core.ties}
    found = find_co_mentions(book.dossier, book.mentioned_actor, set(core.actors))
    named = {pair: held for pair, held in found.items() if pair not in tied}
    shown = dict(list(named.items())[:MOST_CO_MENTIONS])
    names = {actor.id: actor.name for actor in actors}
    spots, height = place_network(names, {tie.pair: tie.weight for tie in core.ties})
    svg = draw_network(
        leaf,
        "Who is tied to whom",
        spots=spots,
        height=height,
        ties=core.ties,
        co_mentions={pair: len(held) for pair, held in shown.items()},
    )
    kinds = [kind for kind in ActorKind if any(actor.kind is kind for actor in actors)]
    types = [t for t in EventType if any(t in tie.types for tie in core.ties)]
    legend = draw_legend(kinds, co_mentions=bool(shown))
    return NetworkView(
        count=f"{count(len(book.ties_of), 'actor')}, {count(len(book.ties), 'tie')}",
        left_out=_say_left_out(leaf, core),
        targets=_targets(kinds, types),
        filters=_filters(kinds, types, co_mentions=bool(shown)),
        drawing=block("figure", [svg, legend], "viz viz-network") if svg else Md(""),
        ties=tie_table(leaf, core.ties),
        co_mentions=_co_mentions(leaf, shown, len(named)),
    )


def _say_left_out(leaf: Leaf, core: Core) -> Md:
    """Say what the drawing does not show, why, and where it is."""
    actors, ties = len(leaf.book.ties_of), len(leaf.book.ties)
    alone = len(leaf.book.published_actors()) - actors
    lines = []
    if len(core.ties) < ties:
        lines.append(
            f"Drawn here is the core: the {count(len(core.actors), 'actor')} with the strongest "
            f"ties and {len(core.ties):,} of {count(ties, 'tie')}. Every other tie stands on the "
            "pages of its actors."
        )
    if alone:
        verb = "has" if alone == 1 else "have"
        lines.append(f"{count(alone, 'further actor')} {verb} no tie to another.")
    if any(len(event.participants) > MOST_TOGETHER for event in leaf.book.dossier.events.values()):
        lines.append(f"An event of more than {MOST_TOGETHER} participants ties nobody.")
    if not lines:
        return Md("")
    lines_ = join(" ", [*lines, link(leaf.page, ACTORS, "All actors") + Md(".")])
    return tag("p", lines_, class_="lead")


_ALL = "all-ties"
_LAYERS = (("stated", "Stated links"), ("shared", "Shared events"))


def _targets(kinds: Sequence[ActorKind], types: Sequence[EventType]) -> Md:
    """Places that filters lead to: without scripts the style sheet shows what belongs to each."""
    names = [_ALL, "with-co-mentions", *(f"only-{css}" for css, _ in _LAYERS)]
    names += [f"only-{kind.value}" for kind in kinds] + [f"only-{one.value}" for one in types]
    return tag("p", join("", [tag("span", "", id=name) for name in names]), class_="targets")


def _filters(kinds: Sequence[ActorKind], types: Sequence[EventType], *, co_mentions: bool) -> Md:
    ways = [_way(_ALL, "All"), *(_way(f"only-{css}", words) for css, words in _LAYERS)]
    if co_mentions:
        ways.append(_way("with-co-mentions", "With those named in one sentence"))
    groups = [
        ("Ties", ways),
        ("Actors", [_way(f"only-{kind.value}", ACTOR_KINDS_IN_PLURAL[kind]) for kind in kinds]),
        ("Events", [_way(f"only-{one.value}", label(one)) for one in types]),
    ]
    lines = [
        tag("p", join(" ", [tag("span", name, class_="group"), *held]))
        for name, held in groups
        if len(held) > 1
    ]
    return block("div", lines, "filters", role="group", aria_label="Show a part of the network")


def _way(target: str, words: str) -> Md:
    return tag("a", words, href=f"#{target}", data_filter=target)


def _co_mentions(leaf: Leaf, shown: Mapping[Pair, tuple[SentenceId, ...]], found: int) -> Md:
    """List who is named together without a tie."""
    entries = []
    for pair, sentences in shown.items():
        first = [_anchor_of(leaf, key) for key in sentences[:MOST_CHIPS]]
        held = tag("span", count(len(sentences), "sentence"), class_="tally")
        names = join(" and ", [leaf.actor(key) for key in pair])
        entries.append(Entry((join(" ", [names + Md(":"), held, leaf.evidence(first)]),)))
    if not entries:
        return Md("")
    words = f"{count(len(entries), 'pair')} named in one sentence, without a tie"
    if found > len(entries):
        words = f"The {count(len(entries), 'pair')} most often named together of {found:,}"
    return fold(words, bullets(entries, "co-mentions"))


def _anchor_of(leaf: Leaf, sentence_id: SentenceId) -> Anchor:
    sentence = leaf.book.sentences[sentence_id]
    source = leaf.book.dossier.sources[sentence.source_id]
    return make_anchor(source, sentence.start, sentence.end)


def draw_ego(leaf: Leaf, actor: Actor) -> Md:
    """Draw one actor and those it is most strongly tied to, with the ties among them."""
    book = leaf.book
    held = book.ties_of.get(actor.id, ())
    around = [tie.other(actor.id) for tie in held[:MOST_AROUND]]
    if not around:
        return Md("")
    names = {key: book.dossier.actors[key].name for key in (actor.id, *around)}
    order = sorted(
        around, key=lambda key: (list(ActorKind).index(book.dossier.actors[key].kind), key)
    )
    spots, height = place_around(actor.id, order, names)
    title = f"Who is tied to {actor.name}"
    svg = draw_network(leaf, title, spots=spots, height=height, ties=held[:MOST_AROUND])
    kinds = {book.dossier.actors[key].kind for key in names}
    return block("figure", [svg, draw_legend(kinds, co_mentions=False)], "viz viz-network viz-ego")
