"""What stands behind some words: documents, outlets, and origins shown to be independent.

A copy of an article is no second origin, nor is a second article of the same outlet, nor are two
articles that both take the matter from one agency. Independence has to be demonstrated, so two
documents count as two only where nothing ties the words of one to those of the other.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model import Anchor, Carried, Dossier, Source, SourceId


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind a claim or an event.

    Attributes:
        documents: Articles that carry it.
        outlets: Outlets that printed them; one that is not known counts by its text.
        origins: Groups of articles that nothing ties together; never more than documents.
        unnamed: Those of the outlets that are not known.
    """

    documents: int
    outlets: int
    origins: int
    unnamed: int = 0


def weigh(dossier: Dossier, anchors: Iterable[Anchor]) -> Backing:
    """Count what stands behind something.

    Args:
        dossier: The dossier; its copies and carried sources are known.
        anchors: The words it rests on.
    """
    held = tuple(anchors)
    documents = sorted({anchor.source_id for anchor in held})
    texts = {key: dossier.origins.get(key, key) for key in documents}
    named = {dossier.sources[key].publisher.value for key in documents} - {""}
    unnamed = {texts[key] for key in documents if not dossier.sources[key].publisher.value}
    return Backing(
        documents=len(documents),
        outlets=len(named) + len(unnamed),
        origins=_count_apart(_find_roots(dossier, held).values()),
        unnamed=len(unnamed),
    )


def name_roots(dossier: Dossier, anchors: Iterable[Anchor]) -> tuple[str, ...]:
    """Name what words go back to, such as ``one: reuters`` and ``two: reuters``; sorted."""
    roots = _find_roots(dossier, anchors)
    return tuple(f"{key}: {', '.join(sorted(found))}" for key, found in sorted(roots.items()))


def _find_roots(dossier: Dossier, anchors: Iterable[Anchor]) -> dict[SourceId, set[str]]:
    """What the words in each text go back to: carried sources, else the outlet itself."""
    roots: dict[SourceId, set[str]] = {}
    for anchor in anchors:
        text = dossier.origins.get(anchor.source_id, anchor.source_id)
        taken = {one.key for one in find_carriers(dossier.carried, anchor)}
        roots.setdefault(text, set()).update(taken or {name_origin(dossier.sources[text])})
    return roots


def find_carriers(
    carried: Mapping[SourceId, tuple[Carried, ...]], anchor: Anchor
) -> Iterator[Carried]:
    """Those from whom the words of an anchor are taken, in text order."""
    for one in carried.get(anchor.source_id, ()):
        if any(place.start < anchor.end and place.end > anchor.start for place in one.anchors):
            yield one


def name_origin(source: Source) -> str:
    """Name the origin of what a source tells in its own name.

    Returns:
        The outlet; where it is not known the headline, since articles of one headline are one
        origin until somebody says more; the id of a source that has neither.
    """
    return source.publisher.value.casefold() or source.title.value.casefold() or source.id


def _count_apart(groups: Iterable[set[str]]) -> int:
    """How many groups are left when those that share a root are put together."""
    apart: list[set[str]] = []
    for group in groups:
        joined = set(group)
        rest = []
        for other in apart:
            if joined & other:
                joined |= other
            else:
                rest.append(other)
        apart = [*rest, joined]
    return len(apart)
