"""What rests on each sentence: the way back from a source to the pages that use it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model import Anchor, Event, Relation, SourceId
from dossier.render.book import Book
from dossier.render.links import (
    BRIEFING,
    FINDINGS,
    QUOTATIONS,
    actor_page,
    event_page,
)


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """Something published that rests on a sentence.

    Attributes:
        kind: What it is, in one word.
        page: The page it stands on.
        fragment: Where on that page; or empty.
        title: What it says, in the dossier's own words.
    """

    kind: str
    page: str
    fragment: str
    title: str


Place = tuple[SourceId, str]
"""A source and the fragment address of a sentence, or of a paragraph that has none."""


def find_uses(book: Book) -> Mapping[Place, tuple[Use, ...]]:
    """Collect what rests on each sentence.

    Args:
        book: The dossier.

    Returns:
        Uses by place, sorted; a place on which nothing rests is absent.
    """
    found: dict[Place, set[Use]] = defaultdict(set)
    for use, anchors in _everything(book):
        for anchor in anchors:
            for place in _places(book, anchor):
                found[place].add(use)
    return {place: tuple(sorted(uses)) for place, uses in sorted(found.items())}


def _places(book: Book, anchor: Anchor) -> Iterator[Place]:
    touched = book.sentences_at(anchor)
    if not touched:
        yield anchor.source_id, book.fragment_at(anchor)
    for sentence in touched:
        yield anchor.source_id, book.fragments[sentence.id]


def _everything(book: Book) -> Iterator[tuple[Use, Iterable[Anchor]]]:
    dossier = book.dossier
    for event in dossier.events.values():
        yield from _of_event(event)
    for quotation in dossier.quotations:
        speakers = [dossier.actors[key].name for key in quotation.speaker_ids]
        speaker = ", ".join(speakers) or quotation.speaker_label or "no speaker named"
        yield Use("quotation", QUOTATIONS, quotation.id, speaker), quotation.anchors
    for relation in dossier.relations:
        page = _page_of(book, relation)
        if page:
            yield Use("relation", page, "relations", _say(book, relation)), relation.anchors
    for actor in book.published_actors():
        for role in actor.roles:
            title = f"{actor.name}: {role.title}"
            yield Use("office", actor_page(actor.id), "roles", title), role.anchors
    for claim in dossier.claims:
        yield Use("claim", BRIEFING, claim.id, claim.text), claim.anchors
    for finding in dossier.findings:
        yield Use("finding", FINDINGS, finding.id, finding.text), finding.sides
    for line in dossier.bottom_line:
        yield Use("briefing", BRIEFING, "bottom-line", line.text), line.anchors


def _of_event(event: Event) -> Iterator[tuple[Use, Iterable[Anchor]]]:
    page = event_page(event.id)
    yield Use("event", page, "", event.title), event.anchors
    for claim in event.claims:
        yield Use("claim", page, claim.id, claim.text), claim.anchors
    for part in event.participants:
        yield Use("part", page, "", event.title), part.anchors
    for measure in event.measures:
        yield Use("figure", page, "figures", f"{measure.what}: {measure.value}"), measure.anchors
    for telling in event.tellings:
        yield Use("telling", page, "", event.title), telling.anchors
    if event.dating is not None:
        yield Use("date", page, "date", event.title), event.dating.anchors


def _page_of(book: Book, relation: Relation) -> str:
    for actor_id in (relation.subject_id, relation.object_id):
        if book.has_page(actor_id):
            return actor_page(actor_id)
    return ""


def _say(book: Book, relation: Relation) -> str:
    actors = book.dossier.actors
    names = [
        actors[key].name if key in actors else key
        for key in (relation.subject_id, relation.object_id)
    ]
    return f"{names[0]} {relation.verb} {names[1]}"
