"""Which articles are on one story.

Two papers tell of one happening in words of their own, but on the same days and with the same
names, places and figures. Articles that appeared within a few days and share more words that few
others have than chance gives are taken to be on one story. That alone makes no two events one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from math import log

from dossier.model import Calendar, Source, SourceId
from dossier.settings import Lexicon
from dossier.vocabulary import PassageKind

DAYS_APART = 3
"""Days within which two papers tell the same news."""
_DAYS_BACK = 14
"""Days between the publication of two articles on one story, at most."""
_SAME_NEWS, _SAME_STORY = 0.13, 0.2
"""Likeness from which on two articles of the same few days, and any other two, are on one story."""
_MOST_LATEST = 8
"""Articles with a word to which it leads: the latest before."""
_MOST_HOLDERS = 60
"""Articles with a word, beyond which it leads to none of them."""
_MOST_BESIDE = 12
"""Articles that one is put beside, at most: those most like it."""
_FEWEST_WORDS = 6
"""Words that an article must have for their being others to say anything."""
_STEM = 6
_READ = frozenset({PassageKind.TITLE, PassageKind.BODY})
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")


@dataclass(frozen=True, slots=True)
class Stories:
    """What articles are about.

    Attributes:
        published: First day on which each dated article can have appeared.
        words: Of each article that has others near it in time, the telling words.
        beside: Of each, the articles on its story, most alike first.
        plain: Words that tell nothing.
    """

    published: Mapping[SourceId, date]
    words: Mapping[SourceId, frozenset[str]]
    beside: Mapping[SourceId, tuple[SourceId, ...]]
    plain: frozenset[str]

    def find_words(self, texts: Iterable[str]) -> frozenset[str]:
        """The telling words and figures of some texts, cut to their beginnings."""
        return find_words(texts, self.plain)

    def differ(self, left: SourceId, right: SourceId, known: frozenset[str]) -> bool:
        """Whether two articles of one time have nothing in common but what is known."""
        one, other = self.words.get(left), self.words.get(right)
        if one is None or other is None or min(len(one), len(other)) < _FEWEST_WORDS:
            return False
        dated = left in self.published and right in self.published
        near = dated and abs((self.published[left] - self.published[right]).days) <= DAYS_APART
        return near and one & other <= known


NO_STORIES = Stories({}, {}, {}, frozenset())


def find_words(texts: Iterable[str], plain: frozenset[str]) -> frozenset[str]:
    """The telling words and figures of some texts, cut to their beginnings."""
    return frozenset().union(*map(_cut_words, texts)) - plain


@lru_cache(maxsize=4096)
def _cut_words(text: str) -> frozenset[str]:
    """The beginnings of a text's words; a sentence is asked for beside many others."""
    return frozenset(map(_cut, _WORD.findall(text.lower())))


def find_stories(sources: Sequence[Source], calendar: Calendar, lexicon: Lexicon) -> Stories:
    """Find out which articles are on one story.

    Args:
        sources: All articles, in any order.
        calendar: Publication dates; an article without one must be more like another.
        lexicon: Its list ``news_words`` is used.

    Returns:
        Nothing for articles that stand alone in time. The work is linear in the text: words that
        many hold lead nowhere, and each article is put beside a few.
    """
    published = {
        source.id: calendar.published[source.id].value.start
        for source in sources
        if source.id in calendar.published and not calendar.published[source.id].value.is_open_start
    }
    near = _find_near(sources, published)
    if not near:
        return NO_STORIES
    plain = frozenset(map(_cut, lexicon.terms("news_words"))) | {""}
    words = {source.id: find_words(_parts(source), plain) for source in near}
    return Stories(published, words, _find_beside(words, published), plain)


def _find_near(sources: Sequence[Source], published: Mapping[SourceId, date]) -> list[Source]:
    """Articles that have another near them in time, by day; those without a day last."""
    dated = sorted(
        (one for one in sources if one.id in published), key=lambda one: (published[one.id], one.id)
    )
    undated = sorted((one for one in sources if one.id not in published), key=lambda one: one.id)
    if undated:
        return [*dated, *undated] if len(sources) > 1 else []
    close = [
        (published[later.id] - published[earlier.id]).days <= _DAYS_BACK
        for earlier, later in pairwise(dated)
    ]
    beside = zip(dated, [False, *close], [*close, False], strict=False)
    return [one for one, before, after in beside if before or after]


def _parts(source: Source) -> list[str]:
    return [source.text[one.start : one.end] for one in source.passages if one.kind in _READ]


@lru_cache(maxsize=16_384)
def _cut(word: str) -> str:
    """The beginning of a word, the same in most of its forms; nothing of a year."""
    if _YEAR.match(word):
        return ""
    return word[:_STEM].removesuffix("s")


def _find_beside(
    words: Mapping[SourceId, frozenset[str]], published: Mapping[SourceId, date]
) -> dict[SourceId, tuple[SourceId, ...]]:
    counts = Counter(word for found in words.values() for word in found)
    # Whole numbers: their sums are the same in whatever order a set gives its words.
    weights = {word: round(1000 * log(1 + len(words) / count)) for word, count in counts.items()}
    weigh = {one: sum(map(weights.__getitem__, found)) for one, found in words.items()}
    beside: dict[SourceId, list[tuple[float, SourceId]]] = {}
    for one, other in _find_candidates(words, counts, weights, published):
        common = sum(map(weights.__getitem__, words[one] & words[other]))
        likeness = common / (weigh[one] * weigh[other]) ** 0.5
        near = one in published and other in published
        same = near and abs((published[one] - published[other]).days) <= DAYS_APART
        if likeness >= (_SAME_NEWS if same else _SAME_STORY):
            beside.setdefault(one, []).append((-likeness, other))
            beside.setdefault(other, []).append((-likeness, one))
    return {
        one: tuple(other for _, other in sorted(found)[:_MOST_BESIDE])
        for one, found in beside.items()
    }


def _find_candidates(
    words: Mapping[SourceId, frozenset[str]],
    counts: Mapping[str, int],
    weights: Mapping[str, int],
    published: Mapping[SourceId, date],
) -> Iterator[tuple[SourceId, SourceId]]:
    """Pairs of articles near in time: each with those that share most of what few others have."""
    holders: dict[str, list[SourceId]] = {
        word: [] for word, count in counts.items() if 1 < count <= _MOST_HOLDERS
    }
    for one, found in words.items():
        earliest = published[one] - timedelta(_DAYS_BACK) if one in published else date.min
        shared: dict[SourceId, int] = {}
        for word in found & holders.keys():
            held, weight = holders[word], weights[word]
            for other in held[-_MOST_LATEST:]:
                shared[other] = shared.get(other, 0) + weight
            held.append(one)
        near = [other for other in shared if published.get(other, date.max) >= earliest]
        best = sorted((-shared[other], other) for other in near)[:_MOST_BESIDE]
        yield from ((one, other) for _, other in best)
