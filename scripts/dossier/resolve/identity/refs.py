"""Mentions on their way to actors: each with its source, in the order a reader meets them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dossier.dates import sort_key
from dossier.errors import Problem, Severity
from dossier.model import Extraction, Mention, Source
from dossier.vocabulary import ActorKind, MentionForm


class Ref(NamedTuple):
    """A mention with what deciding about it needs.

    Attributes:
        mention: The mention.
        source: Its article.
        order: Place in order of publication, then of text.
        sentence: Place of its sentence in the article, from 0.
        line: Line of the article's file on which its paragraph begins.
    """

    mention: Mention
    source: Source
    order: tuple[int, int, int]
    sentence: int
    line: int

    @property
    def where(self) -> str:
        """The file and line to look at."""
        return f"{self.source.path}:{self.line}"

    @property
    def spot(self) -> str:
        """The source's label and line, as printed in messages."""
        return f"{self.source.label}:L{self.line}"


@dataclass(slots=True)
class Cluster:
    """Mentions taken to be one actor.

    Attributes:
        key: What they share; unlike any other cluster's.
        refs: The mentions, in any order until the end.
        name: The display name, if something other than the mentions decides it; or empty.
        kind: The kind, if something other than the mentions decides it; or None.
        named: Whether a source names it.
        notes: What a reader must know.
    """

    key: str
    refs: list[Ref] = field(default_factory=list)
    name: str = ""
    kind: ActorKind | None = None
    named: bool = True
    notes: list[str] = field(default_factory=list)

    def names(self) -> Counter[str]:
        """How often each printed name occurs; descriptions only if there is no name."""
        named = [ref for ref in self.refs if ref.mention.form is MentionForm.NAME]
        return Counter(ref.mention.name for ref in named or self.refs)


def absorb(clusters: dict[str, Cluster], target: str, key: str) -> None:
    """Move the mentions of one cluster into another, and drop it.

    Args:
        clusters: By key; changed in place.
        target: The key of the cluster that stays.
        key: The key of the other.
    """
    clusters[target].refs.extend(clusters.pop(key).refs)


def order_sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Put sources in order of publication, undated last, then of id."""
    return tuple(sorted(sources, key=lambda source: (sort_key(source.published_on), source.id)))


def make_refs(
    sources: Sequence[Source],
    extractions: Iterable[Extraction],
    is_wanted: Callable[[Mention], bool] = lambda _: True,
) -> tuple[Ref, ...]:
    """Gather the mentions of all sources.

    Args:
        sources: In order of publication.
        extractions: One for each source, in any order.
        is_wanted: Which mentions to take; all of them unless told otherwise.

    Returns:
        In order of publication, then of text.
    """
    found: list[Ref] = []
    parts = {extraction.source_id: extraction for extraction in extractions}
    for rank, source in enumerate(sources):
        part = parts.get(source.id)
        if part is None:
            continue
        numbers = {sentence.id: number for number, sentence in enumerate(part.sentences)}
        lines = {
            sentence.id: source.passages[sentence.passage].first_line for sentence in part.sentences
        }
        for mention in filter(is_wanted, part.mentions):
            order = (rank, mention.anchor.start, -mention.anchor.end)
            number = numbers[mention.sentence_id]
            found.append(Ref(mention, source, order, number, lines[mention.sentence_id]))
    return tuple(sorted(found, key=lambda ref: (ref.order, ref.mention.id)))


def warn(code: str, ref: Ref, message: str, hint: str = "") -> Problem:
    """A warning about one mention."""
    return Problem(code, Severity.WARNING, ref.where, message, hint)
