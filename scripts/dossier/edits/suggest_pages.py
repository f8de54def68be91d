"""Beginnings of edit files for actors and events that nobody has looked at."""

from collections.abc import Iterator

from dossier.anchors import find_locator, locator_of, parse_locator, sentences_of
from dossier.edits.paste import Block, flow, scalar
from dossier.edits.suggest_pairs import find_similar_events, is_edited
from dossier.errors import AnchorError
from dossier.model import Actor, Anchor, Dossier, Event

MOST_PAGES = 20
"""Files begun for actors, and for events; the rest shows when these are answered."""


def suggest_actors(dossier: Dossier) -> Iterator[Block]:
    """Begin a file for each automatic actor with most to show.

    Yields:
        By number of events, then of mentions, then by id; at most twenty.
    """
    taking_part: dict[str, int] = {}
    for event in dossier.events.values():
        for actor_id in {part.actor_id for part in event.participants}:
            taking_part[actor_id or ""] = taking_part.get(actor_id or "", 0) + 1
    waiting = sorted(
        (one for one in dossier.actors.values() if not is_edited(one.origin) and not one.voice),
        key=lambda actor: (-taking_part.get(actor.id, 0), -len(actor.mention_ids), actor.id),
    )
    for actor in waiting[:MOST_PAGES]:
        yield _begin_actor(dossier, actor, taking_part.get(actor.id, 0))


def _begin_actor(dossier: Dossier, actor: Actor, events: int) -> Block:
    sources = _sources_of(dossier, actor)
    why = (
        f"Nobody has looked at this actor: mentions {len(actor.mention_ids)}, events {events}, "
        f"sources {', '.join(sources) or 'none'}."
    )
    lines = [f"id: {scalar(actor.id)}", f"name: {scalar(actor.name)}", f"kind: {actor.kind.value}"]
    if actor.aliases:
        lines.append(f"aliases: {flow(alias.name for alias in actor.aliases)}")
    if not actor.named:
        lines.append("named: false")
    if actor.roles:
        lines.append("roles:")
    for role in actor.roles:
        at = flow(_locators(dossier, role.anchors))
        lines.append(f"  - {{role: {scalar(role.title)}, status: {role.status.value}, at: {at}}}")
    return Block(f"actors/{actor.id}.yml", why, (*lines, "summary:", "reviewed:"))


def _sources_of(dossier: Dossier, actor: Actor) -> tuple[str, ...]:
    mine = set(actor.mention_ids)
    return tuple(
        part.source_id
        for part in dossier.extractions.values()
        if any(mention.id in mine for mention in part.mentions)
    )


def suggest_events(dossier: Dossier) -> Iterator[Block]:
    """Begin a file for each automatic event, and ask about pairs that may be one.

    Yields:
        Files by score, highest first, at most twenty; then the questions.
    """
    waiting = sorted(
        (event for event in dossier.events.values() if not is_edited(event.origin)),
        key=lambda event: (-event.score, event.id),
    )
    # An event without a file may be taken up by one of those begun here, and then has no page.
    later = {event.id for event in waiting[MOST_PAGES:]}
    pairs = tuple(
        pair for pair in find_similar_events(dossier) if not later & {one.id for one in pair}
    )
    for event in waiting[:MOST_PAGES]:
        like = {other.id for pair in pairs if event in pair for other in pair} - {event.id}
        yield _begin_event(dossier, event, tuple(sorted(like)))
    for left, right in pairs:
        text = f"Are “{left.title}” and “{right.title}” one event?"
        yield Block("questions.yml", (
            "Same type, days that may agree, somebody in common. If they are one, write merge: "
            "and the other's id into the file of the one you keep."
        ), (
            f"- text: {scalar(text)}",
            f"  about: {flow((left.id, right.id))}",
        ))  # fmt: skip


def _begin_event(dossier: Dossier, event: Event, like: tuple[str, ...]) -> Block:
    why = f"Nobody has looked at this event; score {event.score:.2f}."
    lines = [
        f"id: {scalar(event.id)}",
        f"title: {scalar(event.title)}",
        f"type: {event.event_type.value}",
        f"tier: {event.tier.value}",
        f"modality: {event.modality.value}",
        f"at: {flow(_sentences(dossier, event.anchors))}",
        *_date(dossier, event),
    ]
    if event.place_id:
        lines.append(f"place: {scalar(event.place_id)}")
    if event.participants:
        lines.append("participants:")
    for part in event.participants:
        who = f"actor: {scalar(part.actor_id)}" if part.actor_id else f"label: {scalar(part.label)}"
        lines.append(f"  - {{{who}, role: {scalar(part.role)}}}")
    if like:
        lines.append(f"same_as_possible: {flow(like)}")
    return Block(f"events/{event.id}.yml", why, (*lines, "summary:", "reviewed:"))


def _date(dossier: Dossier, event: Event) -> tuple[str, ...]:
    """The date by its words, where they can be pointed to; else as a value to confirm."""
    dating = event.dating
    if dating is None:
        return ()
    meant = dossier.calendar.timexes
    for anchor in dating.anchors:
        timexes = dossier.extractions[anchor.source_id].timexes
        ids = (timex.id for timex in timexes if timex.anchor == anchor)
        if not any(one in meant and meant[one].value == dating.value for one in ids):
            continue
        at = _locator(dossier, anchor)
        try:
            found = find_locator(
                parse_locator(at), anchor.exact, dossier.sources, dossier.extractions
            )
        except AnchorError:
            continue
        if found == (anchor,):
            words, value = scalar(anchor.exact), scalar(dating.value.edtf)
            return (f"date: {{at: {at}, words: {words}, edtf: {value}}}",)
    value, basis = scalar(dating.value.edtf), dating.basis.value
    return (f"date: {{edtf: {value}, basis: {basis}, note: As the program has it.}}",)


def _locators(dossier: Dossier, anchors: tuple[Anchor, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_locator(dossier, anchor) for anchor in anchors))


def _locator(dossier: Dossier, anchor: Anchor) -> str:
    source = dossier.sources[anchor.source_id]
    return locator_of(anchor, source, dossier.extractions[anchor.source_id])


def _sentences(dossier: Dossier, anchors: tuple[Anchor, ...]) -> tuple[str, ...]:
    """Sentences that anchors touch; the paragraph where they touch none."""
    found: list[str] = []
    for anchor in anchors:
        touched = sentences_of(anchor, dossier.extractions[anchor.source_id])
        found.extend(sentence.id for sentence in touched)
        if not touched:
            found.append(_locator(dossier, anchor))
    return tuple(dict.fromkeys(found))
