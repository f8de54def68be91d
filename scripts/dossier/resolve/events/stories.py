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
from itertools import pairwise, takewhile
from math import log

from dossier.model import Calendar, Source, SourceId
from dossier.settings import Lexicon
from dossier.vocabulary import PassageKind

DAYS_APART = 3
"""Days between the publication of two articles on one story, at most."""
_ONE_STORY = 0.17
"""Likeness from which on two articles are on one story; on others it was below 0.13."""
_LEAST_SHARED = 2
_MOST_HOLDERS = 12
"""Articles with a word, from which on it leads to none of them."""
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
        near = abs((self.published[left] - self.published[right]).days) <= DAYS_APART
        return near and not one & other - known


NO_STORIES = Stories({}, {}, {}, frozenset())


def find_words(texts: Iterable[str], plain: frozenset[str]) -> frozenset[str]:
    """The telling words and figures of some texts, cut to their beginnings."""
    found = {word for text in texts for word in _WORD.findall(text.lower())}
    return frozenset(map(_cut, found)) - plain


def find_stories(sources: Sequence[Source], calendar: Calendar, lexicon: Lexicon) -> Stories:
    """Find out which articles are on one story.

    Args:
        sources: All articles, in any order.
        calendar: Publication dates; an article without one is on nobody's story.
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
    near = _find_near(published)
    if not near:
        return NO_STORIES
    plain = frozenset(map(_cut, lexicon.terms("news_words"))) | {""}
    words = {
        source.id: find_words(_parts(source), plain) for source in sources if source.id in near
    }
    return Stories(published, words, _find_beside(near, words, published), plain)


def _find_near(published: Mapping[SourceId, date]) -> list[SourceId]:
    """Articles that have another near them in time, by day."""
    ordered = sorted(published, key=lambda one: (published[one], one))
    if not ordered:
        return []
    close = [
        (published[later] - published[earlier]).days <= DAYS_APART
        for earlier, later in pairwise(ordered)
    ]
    return [
        one
        for one, before, after in zip(ordered, [False, *close], [*close, False], strict=True)
        if before or after
    ]


def _parts(source: Source) -> list[str]:
    return [source.text[one.start : one.end] for one in source.passages if one.kind in _READ]


def _cut(word: str) -> str:
    """The beginning of a word, the same in most of its forms; nothing of a year."""
    if _YEAR.match(word):
        return ""
    return word[:_STEM].removesuffix("s")


def _find_beside(
    near: Sequence[SourceId],
    words: Mapping[SourceId, frozenset[str]],
    published: Mapping[SourceId, date],
) -> dict[SourceId, tuple[SourceId, ...]]:
    counts = Counter(word for found in words.values() for word in found)
    weights = {word: log(1 + len(words) / count) for word, count in counts.items()}
    weigh = {one: sum(weights[word] for word in sorted(words[one])) for one in near}
    holders: dict[str, list[SourceId]] = {}
    beside: dict[SourceId, list[tuple[float, SourceId]]] = {}
    for one in near:
        shared: Counter[SourceId] = Counter()
        earliest = published[one] - timedelta(DAYS_APART)
        for word in words[one]:
            if counts[word] > 1:
                held = holders.setdefault(word, [])
                recent = reversed(held[-_MOST_HOLDERS:])
                shared.update(_take_since(earliest, recent, published))
                held.append(one)
        for other in sorted(other for other, count in shared.items() if count >= _LEAST_SHARED):
            common = sum(weights[word] for word in sorted(words[one] & words[other]))
            likeness = common / (weigh[one] * weigh[other]) ** 0.5
            if likeness >= _ONE_STORY:
                beside.setdefault(one, []).append((-likeness, other))
                beside.setdefault(other, []).append((-likeness, one))
    return {
        one: tuple(other for _, other in sorted(found)[:_MOST_BESIDE])
        for one, found in beside.items()
    }


def _take_since(
    earliest: date, ids: Iterable[SourceId], published: Mapping[SourceId, date]
) -> Iterator[SourceId]:
    """Articles, latest first, as far back as a day."""
    return takewhile(lambda one: published[one] >= earliest, ids)
