"""Who says that an event happened, and with what reserve, where no article states it itself."""

from collections.abc import Iterable, Mapping

from dossier.model import Actor, Event, MentionId
from dossier.render.book import Book
from dossier.render.chips import chips, hedge_chip, modality_chip
from dossier.render.markdown import Md, safe
from dossier.render.markup import tag
from dossier.vocabulary import EventType, MentionForm, Modality


def names_behind(actors: Iterable[Actor]) -> Mapping[MentionId, str]:
    """The name of the actor behind each mention."""
    return {key: actor.name for actor in actors for key in actor.mention_ids}


def say_credit(book: Book, event: Event, names: Mapping[MentionId, str]) -> Md:
    """Name whom the articles credit with an event that none of them states itself.

    Args:
        book: Today's dossier, for the sentences that report the event.
        event: The event.
        names: The actors behind mentions, as ``names_behind`` gives them.

    Returns:
        Such as "according to Ama Mensah"; empty where an article states the event, or credits
        nobody whom it names.
    """
    said = ", ".join(_credited(book, event, names))
    return tag("span", f"according to {said}", class_="by") if said else safe("")


def reserve_chips(book: Book, event: Event, names: Mapping[MentionId, str]) -> Md:
    """Show what the articles do with an event and the hedge they keep; empty if they state it."""
    if event.modality is Modality.SAID:
        is_plain = event.event_type is EventType.STATEMENT or _credited(book, event, names)
        said = Md("") if is_plain else modality_chip(event.modality)
    else:
        said = modality_chip(event.modality)
    return chips(said, hedge_chip(event.hedge))


def _credited(book: Book, event: Event, names: Mapping[MentionId, str]) -> tuple[str, ...]:
    """Names of those credited, each once, in the order of the sentences."""
    if event.reviewed or (event.modality is Modality.HAPPENED and not event.hedge):
        return ()
    found: dict[str, None] = {}
    for key in event.mention_ids:
        report = book.reports.get(key)
        mention = book.mentions.get(report.according_to or "") if report else None
        if mention is None:
            continue
        printed = {MentionForm.PRONOUN: "", MentionForm.NOMINAL: mention.name}.get(mention.form)
        name = printed or names.get(mention.id, "" if printed == "" else mention.name)
        if name:
            found.setdefault(name)
    return tuple(found)
