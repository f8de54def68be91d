"""Automatic events after edits: their actors and places as named now, in their titles too."""

import re
from collections.abc import Mapping

from dossier.edits.altered import with_values
from dossier.edits.apply_actors import ActorsApplied
from dossier.edits.apply_places import PlacesApplied
from dossier.edits.desk import Desk
from dossier.model import Event
from dossier.vocabulary import ActorKind

_SOMEBODY = {
    ActorKind.PERSON: "a person",
    ActorKind.ORGANIZATION: "an organisation",
    ActorKind.PUBLIC_BODY: "a public body",
    ActorKind.GROUP: "a group",
    ActorKind.STATE: "a state",
}
"""What a title says of somebody whom an edit takes off the site."""


def carry_over_event(
    desk: Desk, event: Event, actors: ActorsApplied, places: PlacesApplied
) -> Event:
    """Let an automatic event speak of its actors and its place as they are named now."""
    participants = []
    names: dict[str, str] = {}
    unnamed: dict[str, str] = {}
    for part in event.participants:
        if part.actor_id is None:
            participants.append(part)
            continue
        drafted = desk.draft.actors[part.actor_id]
        now = actors.now(part.actor_id, part.anchors)
        if now is not None:
            participants.append(with_values(part, actor_id=now))
            if drafted.named:  # others stand in a title by what they are
                names[drafted.name] = actors.actors[now].name
        elif part.actor_id in actors.hidden:
            unnamed[drafted.name] = _SOMEBODY.get(drafted.kind, "somebody")
        else:
            label = part.label or actors.labels[part.actor_id]
            participants.append(with_values(part, actor_id=None, label=label))
    place_id = places.moved.get(event.place_id) if event.place_id else None
    if event.place_id and place_id and place_id in places.places:
        drafted_place = desk.draft.places[event.place_id]
        names.setdefault(drafted_place.name, places.places[place_id].name)
    title = _write_names(event.title, {**{name: name for name in names}, **unnamed})
    return with_values(
        event,
        title=rename_in_title(title, names),
        participants=tuple(participants),
        place_id=place_id,
    )


def rename_in_title(title: str, names: Mapping[str, str]) -> str:
    """Write new names for old ones in a title that the program worded.

    Args:
        title: The title.
        names: New names by old ones. Names that stay are given too, so that a name within a
            longer one is left alone.

    Returns:
        The title; as it was where it would name one twice that it names once now.
    """
    renamed = _write_names(title, names)
    doubled = any(renamed.count(new) > 1 >= title.count(new) for new in names.values())
    return title if doubled else renamed


def _write_names(title: str, names: Mapping[str, str]) -> str:
    old = sorted(names, key=lambda name: (-len(name), name))
    if all(name == names[name] for name in old):
        return title
    pattern = "|".join(re.escape(name) for name in old)

    def write(found: re.Match[str]) -> str:
        new = names.get(found[0]) or names[found[0][:1].lower() + found[0][1:]]
        return new[:1].upper() + new[1:] if found.start() == 0 else new

    # A title begins with a capital, whatever the name does.
    begins = "|".join(re.escape(name[:1].upper() + name[1:]) for name in old)
    return re.sub(rf"\A(?:{begins})(?!\w)|(?<!\w)(?:{pattern})(?!\w)", write, title)
