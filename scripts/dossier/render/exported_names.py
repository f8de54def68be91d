"""Names that nothing tells more of, as other programs want them."""

from collections.abc import Iterable, Iterator

from dossier.ids import unique_slug
from dossier.model import Dossier, Mention
from dossier.render.spans import Spans
from dossier.vocabulary import MentionForm

Json = dict[str, object]

OPEN = "open"
"""The kind of a name of which nothing says whether it is a person's, a body's or a thing's."""


def export_open_names(dossier: Dossier, spans: Spans) -> Iterator[Json]:
    """Give the names that belong to no actor and no place.

    They are capitals that may be somebody's or a thing's: too little for a page, but what
    stands in the articles can be looked up.

    Args:
        dossier: The dossier.
        spans: Finds places in files.

    Yields:
        A row for each name, by name; without a page, and without a type that the dossier
        would vouch for.
    """
    placed = {key for actor in dossier.actors.values() for key in actor.mention_ids}
    placed.update(key for place in dossier.places.values() for key in place.mention_ids)
    found: dict[str, list[Mention]] = {}
    for extraction in dossier.extractions.values():
        for one in extraction.mentions:
            if one.kind is None and one.form is MentionForm.NAME and one.id not in placed:
                found.setdefault(one.name, []).append(one)
    taken = dict.fromkeys([*dossier.actors, *dossier.places], "")
    for name in sorted(found):
        yield _row(name, found[name], unique_slug(name, f"open|{name}", taken), spans)


def _row(name: str, mentions: Iterable[Mention], id_: str, spans: Spans) -> Json:
    return {
        "id": id_,
        "name": name,
        "aliases": [],
        "type": "other",
        "kind": OPEN,
        "edits": [],
        "published": False,
        "mentions": [spans.of(one.anchor) for one in mentions],
    }
