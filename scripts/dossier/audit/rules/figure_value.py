"""Two numbers for one toll."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.tolls import (
    Toll,
    differ_oddly,
    find_ones,
    find_tolls,
    find_topics,
)
from dossier.vocabulary import FindingType, Gravity, Modality

_AHEAD = frozenset(
    {Modality.ANNOUNCED, Modality.FORECAST, Modality.DENIED, Modality.HYPOTHETICAL}
)  # fmt: skip
_COUNTS = frozenset({"as of", "by", "until", "before", "since", "after"})


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out exact tolls of one happening that differ although no day between explains it.

    A toll that an article of a later day gives higher may have grown: that is for the rule
    ``different-period``, unless both articles look back on a happening of long ago.
    """
    one_of = find_ones(reading)
    held: dict[tuple[str, str], list[Toll]] = defaultdict(list)
    for by_sentence in reading.once(find_tolls).values():
        for tolls in by_sentence.values():
            if len({toll.key for toll in tolls}) != len(tolls) or _is_open(tolls, reading):
                continue
            for toll in tolls:
                for topic in sorted({one_of.get(i, i) for i in find_topics(toll, reading)}):
                    held[toll.key, topic].append(toll)
    for (_, topic), ones in sorted(held.items()):
        for left, right in pairwise(_one_each(ones)):
            if differ_oddly(left, right, topic, reading):
                yield _say(left, right, topic, reading)


def _is_open(tolls: Sequence[Toll], reading: Reading) -> bool:
    """Whether a sentence counts up to a day, or tells what is feared."""
    at = tolls[0].sentence.id
    counts = any(one.expression.bound in _COUNTS for one in reading.timexes_in.get(at, ()))
    return counts or any(one.modality in _AHEAD for one in reading.tellings_in.get(at, ()))


def _one_each(tolls: Sequence[Toll]) -> list[Toll]:
    """The toll of each article that gives one number only, and gives it as exact."""
    by_source: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        by_source[toll.words.source_id].append(toll)
    return [
        ours[0]
        for ours in by_source.values()
        if len({one.number for one in ours}) == 1 and all(one.is_exact for one in ours)
    ]


def _say(left: Toll, right: Toll, topic: str, reading: Reading) -> Noticed:
    first, second = (reading.dossier.sources[one.words.source_id].label for one in (left, right))
    return Noticed(
        f"{first} gives “{left.words.exact}”, {second} “{right.words.exact}”, as it seems of one "
        "happening and both as exact. One may be of another hour, or count others.",
        (left.words, right.words),
        (topic,),
    )


RULE = Rule(FindingType.FIGURE_VALUE, Gravity.MEDIUM, notice)
