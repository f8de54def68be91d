"""Actors as the analyst draws them, and where every automatic actor went.

An edit pulls the mentions that are its actor together under its id. What no edit takes up
stays automatic, unless all of it stands in sources that somebody has gone through.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.dates import sort_key
from dossier.edits.altered import with_values
from dossier.edits.claims_on_mentions import bind_actors, follow_names, follow_pointers
from dossier.edits.desk import Desk, warn
from dossier.edits.schema import ActorEdit, RoleEdit
from dossier.errors import Found, Problem
from dossier.ids import unique_slug
from dossier.model import (
    Actor,
    ActorId,
    Alias,
    Anchor,
    Extraction,
    Mention,
    MentionId,
    RoleHeld,
    SourceId,
)
from dossier.vocabulary import MentionForm


@dataclass(frozen=True, slots=True)
class ActorsApplied:
    """Actors after the edits.

    Attributes:
        actors: By id, in no order yet; hidden ones are not here.
        owner: Actor by mention.
        before: Automatic actor by mention.
        moved: Where each automatic actor went; None if it was left out.
        split: Automatic actors whose mentions went several ways.
        hidden: Ids, of edits and of automatic actors, that must not be named any more.
        labels: Display name of every id that is no actor any more.
        extractions: As drafted, with the mentions that edits added.
    """

    actors: Mapping[ActorId, Actor]
    owner: Mapping[MentionId, ActorId]
    before: Mapping[MentionId, ActorId]
    moved: Mapping[ActorId, ActorId | None]
    split: frozenset[ActorId]
    hidden: frozenset[ActorId]
    labels: Mapping[ActorId, str]
    extractions: Mapping[SourceId, Extraction]

    def now(self, old: ActorId, anchors: Iterable[Anchor] = ()) -> ActorId | None:
        """The actor that an automatic one is now.

        Args:
            old: Id in the draft.
            anchors: Where it is spoken of; they tell which part of a split actor is meant.

        Returns:
            Its id; None if it was left out or hidden.
        """
        if old in self.split:
            for anchor in anchors:
                for mention in self.extractions[anchor.source_id].mentions:
                    inside = anchor.start <= mention.anchor.start < anchor.end
                    if inside and self.before.get(mention.id) == old:
                        return self.owner.get(mention.id)
        return self.moved.get(old)


def apply_actors(desk: Desk) -> Found[ActorsApplied]:
    """Draw the actors as the edits say.

    Returns:
        The actors and where the automatic ones went; and what was noticed.

    Raises:
        EditError: Two edits point to one mention.
    """
    pointed = follow_pointers(desk)
    named = follow_names(desk, pointed)
    bound = bind_actors(desk, named)
    claims = {**named, **pointed.claims}
    mentions = {
        mention.id: mention for part in pointed.extractions.values() for mention in part.mentions
    }
    shares = _share_out(desk, claims, bound, mentions)
    rest = _leftovers(desk, shares, bound, mentions)
    edited = {
        edit.id: _draw(desk, edit, shares.get(edit.id, ()), bound, mentions)
        for edit in desk.edits.actors
        if not edit.hide
    }
    actors = {**{actor.id: actor for actor in rest.values()}, **edited}
    owner = {one: actor.id for actor in actors.values() for one in actor.mention_ids}
    applied = ActorsApplied(
        actors=actors,
        owner=owner,
        before={one: old for old, actor in desk.draft.actors.items() for one in actor.mention_ids},
        moved=_moves(desk, bound, rest, owner),
        split=frozenset(
            old
            for old, actor in desk.draft.actors.items()
            if len({owner.get(one) for one in actor.mention_ids}) > 1
        ),
        hidden=_hidden(desk, bound),
        labels={
            **{actor.id: actor.name for actor in desk.draft.actors.values()},
            **{edit.id: edit.name for edit in desk.edits.actors},
        },
        extractions=pointed.extractions,
    )
    return applied, (*pointed.problems, *_unmatched(desk))


def _share_out(
    desk: Desk,
    claims: Mapping[MentionId, ActorEdit],
    bound: Mapping[ActorId, ActorEdit],
    mentions: Mapping[MentionId, Mention],
) -> dict[ActorId, tuple[MentionId, ...]]:
    """Mentions of each edit, in order of publication, then of text."""
    shares: dict[ActorId, list[MentionId]] = {}
    for mention_id, edit in claims.items():
        shares.setdefault(edit.id, []).append(mention_id)
    for old, edit in bound.items():
        for one in desk.draft.actors[old].mention_ids:
            if one not in claims and mentions[one].name not in edit.not_aliases:
                shares.setdefault(edit.id, []).append(one)
    return {
        edit_id: tuple(sorted(share, key=lambda one: desk.place(mentions[one].anchor)))
        for edit_id, share in shares.items()
    }


def _leftovers(
    desk: Desk,
    shares: Mapping[ActorId, tuple[MentionId, ...]],
    bound: Mapping[ActorId, ActorEdit],
    mentions: Mapping[MentionId, Mention],
) -> dict[ActorId, Actor]:
    """What is left of automatic actors, by the id they had, if it is published."""
    taken = {one for share in shares.values() for one in share}
    addresses = {edit.id: edit.id for edit in desk.edits.actors}
    rest = {}
    for old, actor in desk.draft.actors.items():
        left = tuple(one for one in actor.mention_ids if one not in taken)
        nothing = not left and (actor.mention_ids or old in bound)
        spots = {mentions[one].anchor for one in left}
        if nothing or desk.is_reviewed(spots):
            continue
        new_id = unique_slug(old, f"rest of {old}", addresses) if old in addresses else old
        rest[old] = with_values(
            actor,
            id=new_id,
            mention_ids=left,
            aliases=_keep_aliases(actor.aliases, spots),
        )
    return rest


def _keep_aliases(aliases: Iterable[Alias], spots: set[Anchor]) -> tuple[Alias, ...]:
    """Aliases that are still printed somewhere among the places of an actor."""
    kept = (
        Alias(alias.name, tuple(anchor for anchor in alias.anchors if anchor in spots))
        for alias in aliases
    )
    return tuple(alias for alias in kept if alias.anchors)


def _draw(
    desk: Desk,
    edit: ActorEdit,
    share: tuple[MentionId, ...],
    bound: Mapping[ActorId, ActorEdit],
    mentions: Mapping[MentionId, Mention],
) -> Actor:
    parts = [desk.draft.actors[old] for old, other in bound.items() if other is edit]
    owned = {mentions[one].anchor for one in share}
    roles = tuple(role for role in (_role(desk, role) for role in edit.roles) if role)
    automatic = tuple(role for part in parts for role in part.roles)
    return Actor(
        id=edit.id,
        kind=edit.kind,
        name=edit.name,
        aliases=_aliases(desk, edit, [mentions[one] for one in share], parts),
        mention_ids=share,
        side=edit.side or next((part.side for part in parts if part.side), ""),
        summary=edit.summary,
        roles=sort_roles(roles if edit.roles else _keep_roles(automatic, owned)),
        named=edit.named,
        voice=edit.voice,
        reviewed=edit.reviewed,
        note=edit.note,
        origin=tuple(sorted({edit.where, *(one for part in parts for one in part.origin)})),
    )


def _aliases(
    desk: Desk, edit: ActorEdit, owned: Iterable[Mention], parts: Iterable[Actor]
) -> tuple[Alias, ...]:
    """Names printed for an actor, with their places, and those that only the edit gives."""
    printed: dict[Anchor, str] = {
        anchor: alias.name for part in parts for alias in part.aliases for anchor in alias.anchors
    }
    names: dict[str, list[Anchor]] = {name: [] for name in edit.aliases}
    for mention in owned:
        name = printed.get(mention.anchor)
        if name is None and mention.form is MentionForm.NAME:
            name = mention.anchor.exact
        if name is not None:
            names.setdefault(name, []).append(mention.anchor)
    # A pointer into a paragraph that is not searched still shows where the name is printed.
    for anchor in desk.anchors(edit.mentions):
        if all(anchor not in places for places in names.values()) and edit.voice:
            names.setdefault(anchor.exact, []).append(anchor)
    return tuple(
        Alias(name, desk.sort(set(anchors)))
        for name, anchors in sorted(names.items())
        if name != edit.name
    )


def _role(desk: Desk, edit: RoleEdit) -> RoleHeld | None:
    """The role; None if all words it rests on are gone."""
    anchors = desk.anchors_everywhere(edit.at)
    if edit.at and not anchors:
        return None
    return RoleHeld(edit.title, anchors, edit.as_of, edit.ended, edit.status, edit.note, edit.where)


def _keep_roles(roles: Iterable[RoleHeld], owned: set[Anchor]) -> tuple[RoleHeld, ...]:
    """Automatic roles that are said beside a mention the actor still has."""
    sources = {anchor.source_id for anchor in owned}
    first: dict[str, RoleHeld] = {}
    for role in roles:
        if any(anchor.source_id in sources for anchor in role.anchors):
            first.setdefault(role.title, role)
    return tuple(first.values())


def sort_roles(roles: Iterable[RoleHeld]) -> tuple[RoleHeld, ...]:
    """Roles by date, undated last."""
    return tuple(sorted(roles, key=lambda role: (sort_key(role.as_of), role.title)))


def _moves(
    desk: Desk,
    bound: Mapping[ActorId, ActorEdit],
    rest: Mapping[ActorId, Actor],
    owner: Mapping[MentionId, ActorId],
) -> dict[ActorId, ActorId | None]:
    moved: dict[ActorId, ActorId | None] = {}
    for old, actor in desk.draft.actors.items():
        heirs = [owner[one] for one in actor.mention_ids if one in owner]
        if old in bound:
            moved[old] = None if bound[old].hide else bound[old].id
        elif old in rest:
            moved[old] = rest[old].id
        else:
            moved[old] = max(sorted(set(heirs)), key=heirs.count) if heirs else None
    return moved


def _hidden(desk: Desk, bound: Mapping[ActorId, ActorEdit]) -> frozenset[ActorId]:
    edits = {edit.id for edit in desk.edits.actors if edit.hide}
    return frozenset(edits | {old for old, edit in bound.items() if edit.hide})


def _unmatched(desk: Desk) -> tuple[Problem, ...]:
    """Names and ids of edits that no article and no automatic actor bears any more."""
    problems = []
    texts = [source.text for source in desk.draft.sources.values()]
    # Where an article was taken away, its names went with it, and that is told already.
    complete = not desk.is_incomplete
    for edit in desk.edits.actors:
        for old in edit.merge:
            if old not in desk.draft.actors:
                message = f"merge: there is no automatic actor {old!r} any more"
                problems.append(warn("E202", edit.where, message, "delete it from the list"))
        for name in edit.aliases:
            if complete and not any(name in text for text in texts):
                message = f"the alias {name!r} of {edit.id!r} is printed in no article"
                problems.append(warn("E209", edit.where, message, "delete it from the list"))
    return tuple(problems)
