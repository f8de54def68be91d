"""Whose a mention is, once the analyst's names and pointers are taken into account.

A pointer to a single mention beats a name; a name beats the automatic grouping; and where
neither says anything, a mention stays with the group that ``resolve`` put it in. So undoing an
edit is deleting its line, and an article added later is taken up by the names it prints.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dossier.anchors import sentences_of
from dossier.edits.desk import Desk, warn
from dossier.edits.fields import stop_at
from dossier.edits.schema import ActorEdit
from dossier.errors import Problem
from dossier.ids import make_id
from dossier.model import ActorId, Anchor, Extraction, Mention, MentionId, SourceId
from dossier.vocabulary import ActorKind, MentionForm


@dataclass(frozen=True, slots=True)
class Pointed:
    """What ``mentions`` of actor edits point to.

    Attributes:
        claims: Edit by mention.
        extractions: As drafted, with a mention added wherever the program had found none.
        problems: Pointers into paragraphs that are not searched.
    """

    claims: Mapping[MentionId, ActorEdit]
    extractions: Mapping[SourceId, Extraction]
    problems: tuple[Problem, ...]


def follow_pointers(desk: Desk) -> Pointed:
    """Find the mention behind each pointer of an actor edit, or make one of its words.

    Raises:
        EditError: Two edits point to one mention.
    """
    extractions = dict(desk.draft.extractions)
    claims: dict[MentionId, ActorEdit] = {}
    problems, mistakes = [], []
    for edit in desk.edits.actors:
        for pointer in edit.mentions:
            for anchor in desk.found.get(pointer, ()):
                part = extractions[anchor.source_id]
                mention = _best_overlap(anchor, part.mentions)
                if mention is None and not sentences_of(anchor, part):
                    hint = "point to a sentence, or leave the pointer out"
                    message = f"{anchor.exact!r} stands in a paragraph that is not searched"
                    problems.append(warn("E212", pointer.where, message, hint))
                    continue
                if mention is None:
                    mention = _make_mention(anchor, part, edit.kind)
                    extractions[anchor.source_id] = _with_mention(part, mention)
                rival = claims.setdefault(mention.id, edit)
                if rival is not edit:
                    mistakes.append(
                        f"{pointer.where}: {anchor.exact!r} is pointed to as {edit.id!r}, "
                        f"but as {rival.id!r} in {rival.where}"
                    )
    stop_at(mistakes)
    _follow_into_copies(desk, claims, extractions)
    return Pointed(claims, extractions, tuple(problems))


def _follow_into_copies(
    desk: Desk,
    claims: dict[MentionId, ActorEdit],
    extractions: dict[SourceId, Extraction],
) -> None:
    """Take a mention in a copy for whom its original is pointed to as.

    A pointer into the copy itself comes first.
    """
    for edit in desk.edits.actors:
        for anchor in desk.anchors(edit.mentions):
            for copy in desk.copies(anchor):
                part = extractions[copy.source_id]
                mention = _best_overlap(copy, part.mentions)
                if mention is None and sentences_of(copy, part):
                    mention = _make_mention(copy, part, edit.kind)
                    extractions[copy.source_id] = _with_mention(part, mention)
                if mention is not None:
                    claims.setdefault(mention.id, edit)


def _best_overlap(anchor: Anchor, mentions: Iterable[Mention]) -> Mention | None:
    def overlap(mention: Mention) -> int:
        return min(mention.anchor.end, anchor.end) - max(mention.anchor.start, anchor.start)

    touching = [mention for mention in mentions if overlap(mention) > 0]
    if not touching:
        return None
    # The most shared, then the least besides, then the first.
    return min(
        touching,
        key=lambda one: (-overlap(one), one.anchor.end - one.anchor.start, one.anchor.start),
    )


def _make_mention(anchor: Anchor, part: Extraction, kind: ActorKind) -> Mention:
    sentence = sentences_of(anchor, part)[0]
    named = any(word[:1].isupper() for word in anchor.exact.split())
    return Mention(
        id=make_id("m", anchor.source_id, anchor.start, anchor.exact),
        anchor=anchor,
        sentence_id=sentence.id,
        name=anchor.exact,
        form=MentionForm.NAME if named else MentionForm.NOMINAL,
        kind=kind,
    )


def _with_mention(part: Extraction, mention: Mention) -> Extraction:
    mentions = sorted((*part.mentions, mention), key=lambda one: (one.anchor.start, one.anchor.end))
    return replace(part, mentions=tuple(mentions))


def follow_names(desk: Desk, pointed: Pointed) -> dict[MentionId, ActorEdit]:
    """Find the mentions whose printed name an edit gives.

    Names of places are left to places, unless the edit's kind is place; pronouns have no name.

    Returns:
        Edit by mention, without the mentions that are pointed to.
    """
    claims: dict[MentionId, ActorEdit] = {}
    by_name = {name: edit for edit in desk.edits.actors for name in _names(edit)}
    acting = {one for actor in desk.draft.actors.values() for one in actor.mention_ids}
    placed = {one for place in desk.draft.places.values() for one in place.mention_ids}
    for part in pointed.extractions.values():
        for mention in part.mentions:
            if mention.id in pointed.claims or mention.form is MentionForm.PRONOUN:
                continue
            edit = by_name.get(mention.name) or by_name.get(mention.anchor.exact)
            if edit is None or mention.name in edit.not_aliases:
                continue
            is_place = mention.id in placed or mention.kind is ActorKind.PLACE
            if mention.id in acting or not is_place or edit.kind is ActorKind.PLACE:
                claims[mention.id] = edit
    return claims


def bind_actors(desk: Desk, named: Mapping[MentionId, ActorEdit]) -> dict[ActorId, ActorEdit]:
    """Decide which edit each automatic actor belongs to as a whole.

    By its id or ``merge``; else by its display name, if it has no mentions or some of them bear
    a name of the edit; else by the edit that names most of its mentions. A pointer takes its
    mention and nothing else.

    Args:
        desk: The draft and the edits.
        named: Edit by mention, for mentions claimed by name.

    Returns:
        Edit by automatic actor; an actor that no edit names is absent.
    """
    by_id = {one: edit for edit in desk.edits.actors for one in (edit.id, *edit.merge)}
    by_name = {name: edit for edit in desk.edits.actors for name in _names(edit)}
    by_edit_id = {edit.id: edit for edit in desk.edits.actors}
    bound = {}
    for actor in desk.draft.actors.values():
        votes = Counter(named[one].id for one in actor.mention_ids if one in named)
        if actor.id in by_id:
            bound[actor.id] = by_id[actor.id]
        elif actor.name in by_name and not actor.mention_ids:
            bound[actor.id] = by_name[actor.name]
        elif votes:
            displayed = {one for one in votes if actor.name in _names(by_edit_id[one])}
            best = min(votes, key=lambda one: (one not in displayed, -votes[one], one))
            bound[actor.id] = by_edit_id[best]
    return bound


def _names(edit: ActorEdit) -> tuple[str, ...]:
    return (edit.name, *edit.aliases)
