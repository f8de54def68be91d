"""Two shares or tolls of one thing, each for a day of its own."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dossier.audit.reading import Reading, key_words
from dossier.audit.rule import Noticed, Rule
from dossier.audit.tolls import (
    Toll,
    differ_oddly,
    find_ones,
    find_tolls,
    find_topics,
)
from dossier.dates import DateValue, describe
from dossier.inflection import make_plural
from dossier.model import Anchor, Sentence, SourceId
from dossier.settings import Lexicon
from dossier.vocabulary import FindingType, Gravity, PassageKind

_SHARE = re.compile(
    r"\b(?:(?:(?:at least|at most|nearly|almost|about|around|roughly|more than|less than|over|some"
    r"|only)\s+)?"
    r"(?:half|most|all|(?:a|one)\s+(?:third|quarter|fifth)|two[- ]thirds|three[- ]quarters"
    r"|\d{1,3}(?:\.\d+)?\s?(?:%|per\s?cent))\s+of\s+(?:the\s+)?"
    r"|(?:nearly|almost|virtually|practically)\s+(?:all\s+(?:of\s+)?)?the\s+(?:(?:entire|whole)\s+)?)"
    r"(?P<whole>[\w’'-]+(?:\s+(?:of|in)\s+the\s+[\w-]+|\s+[\w’'-]+)?)",
    re.IGNORECASE,
)
_WORD = re.compile(r"([\w-]+)(?:[’']s)?")
_BODY = (PassageKind.TITLE, PassageKind.BODY)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A share or toll: of what, in which words, printed on which day."""

    key: str
    amount: str
    toll: Toll | None
    words: Anchor
    sentence: Sentence
    day: DateValue


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out figures that differ between articles because days lie between them.

    Shares of one whole ("half of the districts", "nearly the entire country"; the list
    ``shared_wholes``) beside one actor, and tolls ("12 dead"; the list ``toll_nouns``) of one
    event or place. A reader may take them for a contradiction. Tolls that differ although days
    cannot explain it are left to the rule ``figure-value``.
    """
    one_of = find_ones(reading)
    found: dict[tuple[str, str], dict[str, _Figure]] = defaultdict(dict)
    tolls = reading.once(find_tolls)
    for source in reading.sources():
        dating = reading.dossier.calendar.published.get(source.id)
        if dating is None:
            continue
        told = (toll for ours in tolls[source.id].values() for toll in ours)
        figures = [
            _Figure(toll.key, str(toll.number), toll, toll.words, toll.sentence, dating.value)
            for toll in told
        ]
        figures += (_Figure(*share, dating.value) for share in _shares(source.id, reading))
        for figure in figures:
            for about in _about(figure, reading):
                found[figure.key, one_of.get(about, about)].setdefault(source.id, figure)
    said: set[tuple[str, int, str, int]] = set()
    for (_, about), by_source in sorted(found.items()):
        for left, right in pairwise(by_source.values()):
            places = (
                left.words.source_id,
                left.words.start,
                right.words.source_id,
                right.words.start,
            )
            apart = left.day.end <= right.day.start and left.amount != right.amount
            odd = left.toll and right.toll and differ_oddly(left.toll, right.toll, about, reading)
            if apart and not odd and places not in said:
                said.add(places)
                yield _say(left, right, reading)


def _say(left: _Figure, right: _Figure, reading: Reading) -> Noticed:
    first, second = (reading.dossier.sources[one.words.source_id].label for one in (left, right))
    return Noticed(
        f"“{left.words.exact}” ({first}, {describe(left.day)}) and “{right.words.exact}” "
        f"({second}, {describe(right.day)}) are for different days. They may show how things went "
        "on and need not contradict each other.",
        (left.words, right.words),
    )


def _shares(
    source_id: SourceId, reading: Reading
) -> Iterator[tuple[str, str, None, Anchor, Sentence]]:
    wholes = _forms(reading.lexicon)
    for sentence in reading.sentences(source_id, *_BODY, holding=_whole_words(reading.lexicon)):
        text = reading.narration(sentence)
        for match in _SHARE.finditer(text):
            for word in _WORD.finditer(match["whole"]):
                whole = wholes.get(word[1].casefold())
                if whole is not None:
                    amount = text[match.start() : match.start("whole")].casefold()
                    end = word.end() if word.group() == word[1] else len(match["whole"])
                    words = reading.anchor(sentence, match.start(), match.start("whole") + end)
                    yield whole, amount, None, words, sentence


@cache
def _forms(lexicon: Lexicon) -> dict[str, str]:
    terms = lexicon.terms("shared_wholes")
    return {form: term for term in terms for form in (term, make_plural(term))}


@cache
def _whole_words(lexicon: Lexicon) -> frozenset[str]:
    """Words one of which stands wherever there is a share of a whole."""
    return key_words(_forms(lexicon))


def _about(figure: _Figure, reading: Reading) -> Iterator[str]:
    """What a figure is about: its events, and actors for a share.

    A toll in a sentence that tells no event is about the one place it names, if there is one.
    """
    events = reading.events_on.get(figure.sentence.id, ())
    mentions = reading.mentions_in.get(figure.sentence.id, ())
    if figure.toll is not None:
        yield from find_topics(figure.toll, reading)
    else:
        yield from (event.id for event in events)
        yield from (reading.actors_of[one.id].id for one in mentions if one.id in reading.actors_of)
    if figure.toll is not None and not events:
        places = {reading.places_of[one.id].id for one in mentions if one.id in reading.places_of}
        if len(places) == 1:
            yield places.pop()


RULE = Rule(FindingType.DIFFERENT_PERIOD, Gravity.LOW, notice)
