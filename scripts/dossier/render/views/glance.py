"""Who, when, where and who says so: what the first screen answers."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dossier.dates import DateValue, describe
from dossier.model import Actor, Event, Source
from dossier.render.chips import say_date
from dossier.render.leaf import Leaf
from dossier.render.links import SOURCES, actor_page, link
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import tag, terms
from dossier.render.words import capital, count
from dossier.vocabulary import ActorKind, EventTier

_MOST_WHO, _MOST_WHERE, _MOST_SAY = 6, 6, 4


def answer_at_a_glance(leaf: Leaf, events: Sequence[Event], actors: Sequence[Actor]) -> Md:
    """Answer who, when, where and who says so.

    Args:
        leaf: The page.
        events: The events that matter most.
        actors: The key actors, the first first.
    """
    people = [link(leaf.page, actor_page(actor.id), actor.name) for actor in actors if actor.named]
    return terms(
        [
            ("Who", join(" · ", people[:_MOST_WHO])),
            ("When", _when(leaf, events)),
            ("Where", _where(leaf, events)),
            ("Says who", _says_who(leaf)),
        ],
        "glance",
    )


def rank_actors(leaf: Leaf) -> list[Actor]:
    """Rank actors by core events, events and mentions; places are nobody."""
    parts = leaf.book.parts

    def weight(actor: Actor) -> tuple[bool, int, int, int, str]:
        events = {event.id: event for event, _ in parts.get(actor.id, ())}
        core = sum(event.tier is EventTier.CORE for event in events.values())
        return not actor.named, -core, -len(events), -leaf.book.times_named[actor.id], actor.id

    actors = [a for a in leaf.book.published_actors() if a.kind is not ActorKind.PLACE]
    return sorted(actors, key=weight)


def _when(leaf: Leaf, events: Sequence[Event]) -> Md:
    """The period set for the dossier; or that between the first and the last event."""
    if leaf.book.settings.period is not None:
        return say_date(leaf.book.settings.period)
    return safe(capital(say_period([e.dating.value for e in events if e.dating is not None])))


def say_period(values: Sequence[DateValue]) -> str:
    """Say from when to when dates run, no more precisely than they do; empty for none."""
    bounded = [v for v in values if v.start != date.min and v.end != date.max]
    if not bounded:
        return ""
    first = min(bounded, key=lambda value: (value.start, value.end))
    last = max(bounded, key=lambda value: (value.end, value.start))
    if first == last:
        return describe(first)
    if first.is_one_of or last.is_one_of or "/" in first.edtf + last.edtf:
        return f"from {first.start.year} to {last.latest.year}"
    return f"from {describe(first)} to {describe(last)}"


def _where(leaf: Leaf, events: Sequence[Event]) -> Md:
    """The places of most events first."""
    places = leaf.book.dossier.places
    held = Counter(event.place_id for event in events if event.place_id in places)
    ranked = sorted(held, key=lambda key: (-held[key], places[key or ""].name))
    named = [safe(places[key or ""].name) for key in ranked[:_MOST_WHERE]]
    if len(ranked) > _MOST_WHERE:
        named.append(safe(f"{len(ranked) - _MOST_WHERE} more"))
    return join(" · ", named)


def _says_who(leaf: Leaf) -> Md:
    """Each source with author, outlet and date; where there are many, their outlets."""
    sources = tuple(leaf.book.dossier.sources.values())
    if len(sources) <= _MOST_SAY:
        return join("", [tag("span", _source(leaf, source), class_="voice") for source in sources])
    outlets = Counter(source.publisher.value for source in sources)
    ranked = sorted(outlets, key=lambda name: (not name, -outlets[name], name))
    named = [f"{name or 'Outlet not stated'} ({outlets[name]:,})" for name in ranked[:_MOST_SAY]]
    if len(ranked) > _MOST_SAY:
        named.append(f"{len(ranked) - _MOST_SAY} more outlets")
    published = leaf.book.dossier.calendar.published
    period = say_period([published[s.id].value for s in sources if s.id in published])
    counted = link(leaf.page, SOURCES, count(len(sources), "article"))
    dated = join(", ", [counted, period])
    return join("", [tag("span", part, class_="voice") for part in (dated, join(" · ", named))])


def _source(leaf: Leaf, source: Source) -> Md:
    published = leaf.book.dossier.calendar.published.get(source.id)
    when = describe(published.value) if published else "undated"
    authors = ", ".join(author.value for author in source.authors if author.value)
    named = join(", ", [authors, source.publisher.value]) or safe("nobody named")
    return join(", ", [join(" ", [leaf.source(source.id, source.label), named]), when])
