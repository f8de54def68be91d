"""Phrases that come back: formulas followed over time and from mouth to mouth.

Two quotations hold the same phrase if they share two words or more that stand close together and
in the same order in both, in any inflection. Words are compared by their first letters (truncation,
the simplest stemmer there is): "government" and "governance" are one, and so are "choice" and
"choices". A phrase counts if it comes from two speakers or from two occasions; one of which only
a single word is no name counts from three uses on.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.anchors import make_anchor
from dossier.audit.reading import Reading
from dossier.audit.spoken import drop_ending
from dossier.ids import make_id
from dossier.model import Anchor, Dating, Lineage, Quotation
from dossier.records import record
from dossier.vocabulary import NOT_NAMED, QuoteKind

STEM, LONG_STEM, LONG = 6, 8, 11
"""Letters by which words are compared: six, of words of eleven letters and more eight."""

NEAR = 4
"""How many words on the second of two may stand to be one phrase with the first."""

LONGEST = 10
"""Words of a phrase as shown."""

MOST_LINEAGES = 40
"""Phrases shown, those with the most uses first."""

COMMON = 60
"""A pair of words in more quotations than these is common language, not a formula."""

_SHORTEST = 5
_FEWEST_OF_NAMES = 3
_FULL_STOP = re.compile(r"[.!?;:…]")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_VERBATIM = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.BLOCK, QuoteKind.POST})

_Pair = tuple[str, str]


@record
class _Word:
    """A word of a quotation that may belong to a phrase."""

    stem: str
    start: int
    end: int
    number: int
    sentence: int


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation as its words, with the day it was said and the day it was printed, if known."""

    quotation: Quotation
    pieces: tuple[tuple[Anchor, tuple[_Word, ...]], ...]
    said: str
    printed: str


def follow_phrases(reading: Reading) -> tuple[Lineage, ...]:
    """Find the phrases that come back in the quotations of a dossier.

    Returns:
        By number of uses, most first, then by words; forty at most.
    """
    said = {one.quotation.id: one for one in _read(reading)}
    holders: dict[_Pair, list[str]] = defaultdict(list)
    for key, one in said.items():
        for pair in _pairs(one):
            holders[pair].append(key)
    phrases = _phrases(holders, said, _names(reading))
    lineages = [_draw(stems, keys, said, reading) for stems, keys in phrases.items()]
    lineages.sort(key=lambda lineage: (-len(lineage.uses), lineage.words.casefold(), lineage.id))
    return tuple(lineages[:MOST_LINEAGES])


def _read(reading: Reading) -> Iterator[_Said]:
    lists = ("function_words", "titles", "honorifics")
    stopped = frozenset(term.casefold() for name in lists for term in reading.lexicon.terms(name))
    originals = {source.id for source in reading.sources()}
    for quotation in reading.dossier.quotations:
        is_known = not quotation.speaker_label.startswith(NOT_NAMED)
        spoken = quotation.speaker_ids or (quotation.speaker_label and is_known)
        own = quotation.anchors[0].source_id in originals
        if spoken and own and quotation.kind in _VERBATIM:
            pieces = tuple((anchor, _words(anchor.exact, stopped)) for anchor in quotation.anchors)
            event = reading.dossier.events.get(quotation.event_id)
            published = reading.dossier.calendar.published.get(quotation.anchors[0].source_id)
            said, printed = event.dating if event else None, published
            yield _Said(quotation, pieces, _write(said), _write(printed))


def _write(dating: Dating | None) -> str:
    return dating.value.edtf if dating else ""


def _come_back(uses: Sequence[_Said]) -> bool:
    """Whether words come from two mouths or from two days, as far as days are known."""
    speakers = {(one.quotation.speaker_ids, one.quotation.speaker_label) for one in uses}
    said = {one.said for one in uses if one.said}
    printed = {one.printed for one in uses if one.printed}
    return len(speakers) > 1 or len(said) > 1 or (len(printed) > 1 and len(said) != 1)


def _words(text: str, stopped: frozenset[str]) -> tuple[_Word, ...]:
    found = []
    sentence = position = 0
    for number, match in enumerate(_WORD.finditer(text)):
        start = match.start()
        between, position = text[position:start], match.end()
        sentence += between != " " and _FULL_STOP.search(between) is not None
        bare = drop_ending(match.group().casefold())
        if len(bare) >= _SHORTEST and bare not in stopped:
            found.append(_Word(_stem(bare), start, start + len(bare), number, sentence))
    return tuple(found)


def _stem(word: str) -> str:
    return word[: LONG_STEM if len(word) >= LONG else STEM]


def _pairs(said: _Said) -> set[_Pair]:
    return {pair for _, words in said.pieces for pair in _close(words)}


def _close(words: Sequence[_Word]) -> Iterator[_Pair]:
    """Pairs of different words that stand close together; at most ``NEAR`` for each word."""
    for place, left in enumerate(words):
        for right in words[place + 1 : place + 1 + NEAR]:
            if right.number - left.number > NEAR or right.sentence != left.sentence:
                break
            if left.stem != right.stem:
                yield left.stem, right.stem


def _names(reading: Reading) -> frozenset[str]:
    """Stems of words that stand in names and nowhere without a capital."""
    dossier = reading.dossier
    named = {
        _stem(word.casefold())
        for actor in dossier.actors.values()
        for name in (actor.name, *(alias.name for alias in actor.aliases))
        for word in _WORD.findall(name)
    }
    spoken = {
        word
        for quotation in dossier.quotations
        for anchor in quotation.anchors
        for word in _WORD.findall(anchor.exact)
    }
    return frozenset(named - {_stem(word) for word in spoken if word.islower()})


def _phrases(
    holders: Mapping[_Pair, Sequence[str]], said: Mapping[str, _Said], names: frozenset[str]
) -> dict[frozenset[str], tuple[str, ...]]:
    """Word sets that quotations share, each with all quotations that hold it."""
    shared: dict[tuple[str, str], set[_Pair]] = defaultdict(set)
    for pair, keys in sorted(holders.items()):
        if 1 < len(keys) <= COMMON and not names.issuperset(pair):
            for place, left in enumerate(keys):
                for right in keys[place + 1 :]:
                    shared[left, right].add(pair)
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for (left, right), pairs in shared.items():
        for stems in _joined(pairs):
            found[stems].update((left, right))
    held = {
        stems: tuple(key for key in said if key in keys)
        for stems, keys in found.items()
        if _come_back([said[key] for key in sorted(keys)])
        and (len(stems - names) > 1 or len(keys) >= _FEWEST_OF_NAMES)
    }
    return {
        stems: keys
        for stems, keys in held.items()
        if not any(_says_more(held, other, stems, names) for other in held)
    }


def _says_more(
    held: Mapping[frozenset[str], Sequence[str]],
    other: frozenset[str],
    stems: frozenset[str],
    names: frozenset[str],
) -> bool:
    """Whether one phrase makes another needless: more words or more uses of the same."""
    if stems < other:
        return set(held[stems]) <= set(held[other])
    return other < stems and len(other - names) > 1 and set(held[stems]) < set(held[other])


def _joined(pairs: Iterable[_Pair]) -> list[frozenset[str]]:
    """Join pairs that share a word into one phrase."""
    groups: list[set[str]] = []
    for pair in sorted(pairs):
        touching = [group for group in groups if not group.isdisjoint(pair)]
        groups = [group for group in groups if group.isdisjoint(pair)]
        groups.append(set(pair).union(*touching))
    return [frozenset(group) for group in groups]


def _draw(
    stems: frozenset[str], keys: Sequence[str], said: Mapping[str, _Said], reading: Reading
) -> Lineage:
    uses = tuple((key, _shortest(stems, said[key], reading)) for key in keys)
    words = min((anchor.exact for _, anchor in uses), key=lambda text: (len(text), text))
    return Lineage(make_id("phrase", *sorted(stems)), words, uses)


def _shortest(stems: frozenset[str], said: _Said, reading: Reading) -> Anchor:
    """The shortest run of one piece that holds most of the words, ten at most."""
    best: tuple[int, int, Anchor, int, int] | None = None
    for anchor, words in said.pieces:
        held = [word for word in words if word.stem in stems]
        for place, first in enumerate(held):
            seen: set[str] = set()
            for last in held[place:]:
                if last.number - first.number > LONGEST:
                    break
                seen.add(last.stem)
                score = (-len(seen), last.end - first.start)
                if best is None or score < best[:2]:
                    best = (*score, anchor, first.start, last.end)
                if len(seen) == len(stems):
                    break
    if best is None:  # the words are in the quotation: that is why it was asked
        raise AssertionError(said.quotation.id)
    _, _, anchor, start, end = best
    source = reading.dossier.sources[anchor.source_id]
    return make_anchor(source, anchor.start + start, anchor.start + end)
