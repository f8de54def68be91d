"""Which articles are one text: a copy is not a second origin.

Articles that share half of the shorter one's five-word runs are taken to be copies of one text,
whoever printed them. On syndicated articles this finds all but a few copies and nothing else.

Source of the method: resemblance of documents by shingles (Broder, 1997), as containment, so
that a copy with a new opening or a cut end is still one.
"""

import re
from collections.abc import Iterable, Mapping

from dossier.model import Source, SourceId

RUN = 5
"""Words in a run."""

SHARED = 0.5
"""Part of the shorter article's runs that a copy shares, at the least."""

_FEWEST_RUNS = 20
"""An article of fewer runs is too short to tell a copy from a coincidence, unless it is equal."""

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
    runs: dict[SourceId, frozenset[int]] = {}
    holders: dict[int, list[SourceId]] = {}
    for source in sources:
        held = _runs(source)
        shared: dict[SourceId, int] = {}
        for run in held:
            for other in holders.get(run, ()):
                shared[other] = shared.get(other, 0) + 1
        copied = [other for other, count in shared.items() if _is_copy(held, runs[other], count)]
        origins[source.id] = min(copied, default=source.id, key=list(runs).index)
        if not copied:
            runs[source.id] = held
            for run in held:
                holders.setdefault(run, []).append(source.id)
    return origins


def _runs(source: Source) -> frozenset[int]:
    told = (source.text[p.start : p.end] for p in source.passages if p.kind.tells)
    words = _WORD.findall(" ".join(told).casefold())
    last = max(1, len(words) - RUN + 1)
    return frozenset(_digest(" ".join(words[at : at + RUN])) for at in range(last))


def _digest(run: str) -> int:
    # The built-in hash of a text differs from run to run; a set of them may not.
    return int.from_bytes(run.encode("utf-8"), "big") % 2_305_843_009_213_693_951


def _is_copy(one: frozenset[int], other: frozenset[int], shared: int) -> bool:
    shorter = min(len(one), len(other))
    if shorter < _FEWEST_RUNS:
        return one == other
    return shared >= SHARED * shorter
