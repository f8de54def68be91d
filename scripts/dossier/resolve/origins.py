"""Which articles are one text: a copy is not a second origin.

Articles that share half of the shorter one's five-word runs are taken to be copies of one text,
whoever printed them. On syndicated articles this finds all but a few copies and nothing else.
Candidates are found by a sample of the runs, those that begin with a long word, so that thousands
of articles cost little more each than the first; only candidates are compared whole.

Source of the method: resemblance of documents by a sample of their shingles (Broder, 1997), as
containment, so that a copy with a new opening or a cut end is still one; that certain words may
choose the sample: SpotSigs (Theobald, Siddharth and Paepcke, 2008).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.folding import fold_words
from dossier.model import Source, SourceId

RUN = 5
"""Words in a run."""

SHARED = 0.5
"""Part of the shorter article's runs that a copy shares, at the least."""

LONG = 7
"""Letters from which on the first word of a run puts it into the sample: about one in four."""

COMMON = 40
"""Texts that may hold a run before it counts as common language and is looked up no more."""

_FEWEST_RUNS = 20
"""An article of fewer runs is too short to tell a copy from a coincidence, unless it is equal."""

_EXPECTED = 0.25
"""Part of the shared runs to be expected in the sample that makes a text a candidate; a fourth
leaves room for chance, since candidates are compared whole."""

_Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """An article's words, a space between them, and the size of its sample."""

    source_id: SourceId
    words: str
    sampled: int


def find_origins(sources: Iterable[Source]) -> Mapping[SourceId, SourceId]:
    """Say for each article which one stands for its text.

    Args:
        sources: All articles, in order of publication, undated last.

    Returns:
        For each id the id of the first article with that text, in the same order; its own
        where it copies none.
    """
    origins: dict[SourceId, SourceId] = {}
    texts: list[_Text] = []
    holders: dict[int, list[int]] = defaultdict(list)
    for source in sources:
        words = _words(source)
        sample = _sample(words)
        copied = _find_copied(words, sample, texts, holders)
        origins[source.id] = source.id if copied is None else copied
        if copied is None:
            for run in sample:
                if len(holders[run]) <= COMMON:
                    holders[run].append(len(texts))
            texts.append(_Text(source.id, " ".join(words), len(sample)))
    return origins


def _find_copied(
    words: Sequence[str],
    sample: frozenset[int],
    texts: Sequence[_Text],
    holders: Mapping[int, list[int]],
) -> SourceId | None:
    """The first text of which an article is a copy; None if it is its own."""
    hits: dict[int, int] = defaultdict(int)
    for run in sample:
        texts_with = holders.get(run, ())
        if len(texts_with) <= COMMON:
            for place in texts_with:
                hits[place] += 1
    likely = [
        texts[place]
        for place, count in sorted(hits.items())
        if count >= _EXPECTED * SHARED * min(len(sample), texts[place].sampled)
    ]
    held = _runs(words) if likely else frozenset()
    return next((one.source_id for one in likely if _is_copy(held, _runs(one.words.split()))), None)


def _words(source: Source) -> list[str]:
    told = (source.text[p.start : p.end] for p in source.passages if p.kind.tells)
    return fold_words(" ".join(told))


def _sample(words: Sequence[str]) -> frozenset[int]:
    """Stand-ins of the runs that are looked up; of all where no run begins with a long word."""
    long = frozenset([hash(run) for run in _rows(words) if len(run[0]) >= LONG])
    return long or frozenset(map(hash, _runs(words)))


def _runs(words: Sequence[str]) -> frozenset[_Run]:
    return frozenset(_rows(words)) or frozenset([tuple(words)])


def _rows(words: Sequence[str]) -> Iterator[_Run]:
    return zip(*(words[place:] for place in range(RUN)), strict=False)


def _is_copy(one: frozenset[_Run], other: frozenset[_Run]) -> bool:
    shorter = min(len(one), len(other))
    if shorter < _FEWEST_RUNS:
        return one == other
    return len(one & other) >= SHARED * shorter
