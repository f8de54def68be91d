"""Which articles are one text: a copy is not a second origin.

Articles that share half of the shorter one's five-word runs are taken to be copies of one text,
whoever printed them. On syndicated articles this finds all but a few copies and nothing else.
Candidates are found by a sample of the runs, the same for every article, so that thousands of
articles cost little more each than the first; only candidates are compared whole.

Source of the method: resemblance of documents by shingles, sampled modulo a number (Broder,
1997), as containment, so that a copy with a new opening or a cut end is still one.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from zlib import crc32

from dossier.model import Source, SourceId

RUN = 5
"""Words in a run."""

SHARED = 0.5
"""Part of the shorter article's runs that a copy shares, at the least."""

SAMPLED = 4
"""One run in so many is looked up, beside the one that every equal text has as its least."""

COMMON = 40
"""Texts that may hold a run before it counts as common language and is looked up no more."""

_FEWEST_RUNS = 20
"""An article of fewer runs is too short to tell a copy from a coincidence, unless it is equal."""

_EXPECTED = 0.25
"""Part of the shared runs to be expected in the sample that makes a text a candidate; a fourth
leaves room for chance, since candidates are compared whole."""

_WORD = re.compile(r"\w+")


def find_origins(sources: Iterable[Source]) -> Mapping[SourceId, SourceId]:
    """Say for each article which one stands for its text.

    Args:
        sources: All articles, in order of publication, undated last.

    Returns:
        For each id the id of the first article with that text, in the same order; its own
        where it copies none.
    """
    origins: dict[SourceId, SourceId] = {}
    texts: list[tuple[SourceId, Sequence[int]]] = []
    holders: dict[int, list[int]] = defaultdict(list)
    for source in sources:
        held = _runs(source)
        sample = _sample(held)
        copied = _find_copied(held, sample, texts, holders)
        origins[source.id] = source.id if copied is None else texts[copied][0]
        if copied is None:
            for run in sample:
                if len(holders[run]) <= COMMON:
                    holders[run].append(len(texts))
            texts.append((source.id, array("L", held)))
    return origins


def _find_copied(
    held: frozenset[int],
    sample: frozenset[int],
    texts: list[tuple[SourceId, Sequence[int]]],
    holders: Mapping[int, list[int]],
) -> int | None:
    """The first text of which an article is a copy, by its place; None if it is its own."""
    hits: dict[int, int] = defaultdict(int)
    for run in sample:
        texts_with = holders.get(run, ())
        if len(texts_with) <= COMMON:
            for place in texts_with:
                hits[place] += 1
    likely = sorted(
        place
        for place, count in hits.items()
        if count * SAMPLED >= _EXPECTED * SHARED * min(len(held), len(texts[place][1]))
    )
    return next((place for place in likely if _is_copy(held, texts[place][1])), None)


def _sample(runs: frozenset[int]) -> frozenset[int]:
    return frozenset([run for run in runs if run % SAMPLED == 0] + [min(runs)])


def _runs(source: Source) -> frozenset[int]:
    told = (source.text[p.start : p.end] for p in source.passages if p.kind.tells)
    text = " ".join(_WORD.findall(" ".join(told).casefold())).encode()
    starts = [0, *accumulate([len(word) + 1 for word in text.split(b" ")])]
    # Each run ends before the space in front of the next; the text has none at its end.
    runs = map(slice, starts, [end - 1 for end in starts[RUN:]] or [len(text)])
    # The built-in hash of a text differs from run to run; a set of them may not.
    return frozenset(map(crc32, map(text.__getitem__, runs)))


def _is_copy(one: frozenset[int], other: Iterable[int]) -> bool:
    rest = frozenset(other)
    shorter = min(len(one), len(rest))
    if shorter < _FEWEST_RUNS:
        return one == rest
    return len(one & rest) >= SHARED * shorter
