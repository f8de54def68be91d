"""Two shares or tolls of one thing, each for a day of its own."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from dossier.audit.reading import Reading, key_words
from dossier.audit.rule import Noticed, Rule
from dossier.dates import DateValue, describe
from dossier.inflection import make_plural
from dossier.model import Anchor, Sentence
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
_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty)"
)
_WORD = re.compile(r"([\w-]+)(?:[’']s)?")
_BODY = (PassageKind.TITLE, PassageKind.BODY)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A share or toll: of what, in which words, printed on which day."""

    key: str
    amount: str
    is_share: bool
    words: Anchor
    sentence: Sentence
    day: DateValue


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out figures that differ between articles because days lie between them.

    Shares of one whole ("half of the districts", "nearly the entire country"; the list
    ``shared_wholes``) beside one actor, and tolls ("12 dead"; the list ``toll_nouns``) of one
    event or place. A reader may take them for a contradiction.
    """
    found: dict[tuple[str, str], dict[str, _Figure]] = defaultdict(dict)
    for source in reading.sources():
        dating = reading.dossier.calendar.published.get(source.id)
        if dating is None:
            continue
        for sentence in reading.sentences(source.id, *_BODY):
            for key, amount, share, words in _figures(sentence, reading):
                figure = _Figure(key, amount, share, words, sentence, dating.value)
                for about in _about(figure, reading):
                    found[key, about].setdefault(source.id, figure)
    said: set[tuple[str, int, str, int]] = set()
    for _, by_source in sorted(found.items()):
        for left, right in pairwise(by_source.values()):
            places = (
                left.words.source_id,
                left.words.start,
                right.words.source_id,
                right.words.start,
            )
            apart = left.day.end <= right.day.start and left.amount != right.amount
            if apart and places not in said:
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


def _figures(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, str, bool, Anchor]]:
    wholes, tolls = _forms(reading.lexicon), reading.lexicon.values("toll_nouns")
    if not reading.holds_any(sentence, _key_words(reading.lexicon)):
        return
    text = reading.narration(sentence)
    for match in _SHARE.finditer(text):
        for word in _WORD.finditer(match["whole"]):
            whole = wholes.get(word[1].casefold())
            if whole is not None:
                amount = text[match.start() : match.start("whole")].casefold()
                end = word.end() if word.group() == word[1] else len(match["whole"])
                words = reading.anchor(sentence, match.start(), match.start("whole") + end)
                yield whole, amount, True, words
    for match in _tolls(reading.lexicon).finditer(text):
        key, amount = tolls[match["noun"].casefold()][0], match["number"].casefold()
        yield key, amount, False, reading.anchor(sentence, *match.span())


@cache
def _forms(lexicon: Lexicon) -> dict[str, str]:
    terms = lexicon.terms("shared_wholes")
    return {form: term for term in terms for form in (term, make_plural(term))}


@cache
def _key_words(lexicon: Lexicon) -> frozenset[str]:
    """Words one of which stands wherever there is a share of a whole, or a toll."""
    return key_words((*_forms(lexicon), *lexicon.terms("toll_nouns")))


@cache
def _tolls(lexicon: Lexicon) -> re.Pattern[str]:
    terms = sorted(lexicon.terms("toll_nouns"), key=lambda term: (-len(term), term))
    nouns = "|".join(map(re.escape, terms))
    return re.compile(rf"\b(?P<number>{_NUMBER})\s+(?P<noun>{nouns or '(?!)'})\b", re.IGNORECASE)


def _about(figure: _Figure, reading: Reading) -> Iterator[str]:
    """What a figure is about: the events of its sentence, and actors for a share.

    A toll in a sentence that tells no event is about the one place it names, if there is one.
    """
    events = reading.events_on.get(figure.sentence.id, ())
    mentions = reading.mentions_in.get(figure.sentence.id, ())
    yield from (event.id for event in events)
    if figure.is_share:
        yield from (reading.actors_of[one.id].id for one in mentions if one.id in reading.actors_of)
    elif not events:
        places = {reading.places_of[one.id].id for one in mentions if one.id in reading.places_of}
        if len(places) == 1:
            yield places.pop()


RULE = Rule(FindingType.DIFFERENT_PERIOD, Gravity.LOW, notice)
