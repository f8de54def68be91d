"""What an edit says of an article holds for a copy of it, paragraph by paragraph.

An edit points into one file. Where the same paragraph stands in a copy of that article, its
words say the same there, and somebody has gone through them already: nothing in them asks for
a page of its own. A paragraph that only the copy has is as new as any other.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from dossier.anchors import make_anchor
from dossier.model import Anchor, Dossier, Source, SourceId


@dataclass(frozen=True, slots=True)
class Twin:
    """A paragraph that stands word for word in another article of the same text.

    Attributes:
        start: First code point in its own article, inclusive.
        end: Code point after the last, exclusive.
        source_id: The other article.
        shift: What to add to a position here for the position there.
    """

    start: int
    end: int
    source_id: SourceId
    shift: int


def find_twins(draft: Dossier, edited: Container[SourceId]) -> Mapping[SourceId, tuple[Twin, ...]]:
    """Find the paragraphs that copies share.

    Args:
        draft: Its origins are known.
        edited: Sources that edits speak of; paragraphs that two others share are left out.

    Returns:
        By source id, in order of text, then of publication; a source without copies is absent.
        Of a paragraph that stands in an article more than once, the first is the twin of the
        first.
    """
    members: dict[SourceId, list[Source]] = defaultdict(list)
    for source_id, origin in draft.origins.items():
        members[origin].append(draft.sources[source_id])
    twins: dict[SourceId, list[Twin]] = defaultdict(list)
    copied = (group for group in members.values() if len(group) > 1)
    for group in copied:
        holders: dict[tuple[str, int], list[tuple[SourceId, int, int]]] = defaultdict(list)
        for source in group:
            for key, start, end in _number_paragraphs(source):
                holders[key].append((source.id, start, end))
        for places in holders.values():
            for source_id, start, end in places:
                twins[source_id].extend(
                    Twin(start, end, other, there - start)
                    for other, there, _ in places
                    if other != source_id and (source_id in edited or other in edited)
                )
    order = {source_id: number for number, source_id in enumerate(draft.sources)}
    return {
        source_id: tuple(sorted(found, key=lambda twin: (twin.start, order[twin.source_id])))
        for source_id, found in twins.items()
    }


def _number_paragraphs(source: Source) -> Iterator[tuple[tuple[str, int], int, int]]:
    """Each paragraph with its words, how often they stood before, and its range."""
    seen: dict[str, int] = defaultdict(int)
    for passage in source.passages:
        words = source.text[passage.start : passage.end]
        yield (words, seen[words]), passage.start, passage.end
        seen[words] += 1


def find_copies(
    anchor: Anchor, twins: Mapping[SourceId, tuple[Twin, ...]], sources: Mapping[SourceId, Source]
) -> tuple[Anchor, ...]:
    """The same words in the same paragraph of every copy, in order of publication."""
    shared = twins.get(anchor.source_id, ())
    last = bisect_right(shared, anchor.start, key=lambda twin: twin.start)
    around = takewhile(lambda twin: anchor.end <= twin.end, reversed(shared[:last]))
    return tuple(
        make_anchor(sources[twin.source_id], anchor.start + twin.shift, anchor.end + twin.shift)
        for twin in reversed(tuple(around))
    )
