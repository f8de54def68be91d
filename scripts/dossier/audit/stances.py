"""Whom words are for or against: "supports the council", "friendship with the islanders".

A stance is a word of the list ``stances`` with the first name after it in the same clause. Set
beside the stance of a quotation it shows whether the outlet puts one name in the place of another.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dossier.audit.reading import Reading
from dossier.audit.spoken import Spoken, find_spoken
from dossier.model import Anchor, Mention, Sentence, SourceId
from dossier.settings import Lexicon
from dossier.vocabulary import MentionForm

GAP = 45
"""Characters between a word of stance and whom it is about."""

ROOT = 6
"""Letters by which words of stance are compared: "recognise" and "recognition" are one."""

_STOP = re.compile(
    r"[.;:()]|,\s|\band\b(?!\s\w+\s(?:with|for|to|of)\b)|\b(?:but|while|that|which|who|as|by|in|at|because|after)\b"
)
_JOINED = re.compile(r"\s(?:and|or)\s")
_CALLED = re.compile(r"\s(?:(?:for|to|with|of|against)\s)?what the (?:article|outlet) calls(?=\s)")
_GROUP = re.compile(
    r"\s(?:(?:for|to|with|of|towards?|against)\s)?“?(?:the\s|its\s|their\s)?"
    r"((?:[a-z][\w-]*\s){1,2}[a-z][\w-]*s)\b"
)

_ENDINGS = ("s", "es", "d", "ed", "ing")
_NAMED = frozenset({MentionForm.NAME, MentionForm.ADJECTIVE})


@dataclass(frozen=True, slots=True)
class Stance:
    """A word of stance and whom it is about.

    Attributes:
        sentence: The sentence it stands in.
        word: The word.
        root: Its first letters, by which two are compared.
        side: "for" or "against".
        target: Whom it is about, in the words of the text.
        key: Whom, to compare by.
        holders: Who may hold it, to compare by.
    """

    sentence: Sentence
    word: Anchor
    root: str
    side: str
    target: Anchor
    key: str
    holders: frozenset[str]


_Stances = tuple[list[Stance], list[tuple[Stance, Spoken]]]


def find_stances(reading: Reading) -> Mapping[SourceId, _Stances]:
    """All stances of each article, copies left out: in its own voice, and in what it quotes."""
    return {source.id: _stances_of(source.id, reading) for source in reading.sources()}


def _stances_of(source_id: SourceId, reading: Reading) -> _Stances:
    spoken: dict[str, list[Spoken]] = {}
    for said in find_spoken(reading, source_id):
        for sentence in reading.sentences_of(said.anchor):
            spoken.setdefault(sentence.id, []).append(said)
    own: list[Stance] = []
    quoted: list[tuple[Stance, Spoken]] = []
    for sentence in reading.sentences(source_id, holding=_first_words(reading.lexicon)):
        here = spoken.get(sentence.id, [])
        for stance in _in_sentence(sentence, here, reading):
            around = next((one for one in here if _within(stance.word, one.anchor)), None)
            if around is None:
                own.append(stance)
            elif _within(stance.target, around.anchor):
                quoted.append((stance, around))
    return own, quoted


def _within(part: Anchor, whole: Anchor) -> bool:
    return whole.start <= part.start < whole.end


def _in_sentence(
    sentence: Sentence, spoken: Sequence[Spoken], reading: Reading
) -> Iterator[Stance]:
    text = reading.text(sentence)
    values = reading.lexicon.values("stances")
    pattern = _pattern(reading.lexicon)
    for match in pattern.finditer(text):
        word = reading.anchor(sentence, *match.span())
        root = match["root"].casefold()
        said = next((one for one in spoken if _within(word, one.anchor)), None)
        found = _target(sentence, match.end(), reading)
        if found is not None:
            target, key = found
            holders = _holders(sentence, word, said, reading)
            side = values[root][0]
            yield Stance(sentence, word, root[:ROOT], side, target, key, holders)


@cache
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    roots = sorted(lexicon.terms("stances"), key=lambda term: (-len(term), term))
    either = "|".join(re.escape(root) for root in roots)
    return re.compile(rf"\b(?P<root>{either})(?:{'|'.join(_ENDINGS)})?\b", re.IGNORECASE)


@cache
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    """Words one of which begins whatever the pattern meets."""
    firsts = {re.split(r"\W", root)[0].casefold() for root in lexicon.terms("stances")}
    return frozenset(first + ending for first in firsts for ending in ("", *_ENDINGS))


def _target(sentence: Sentence, end: int, reading: Reading) -> tuple[Anchor, str] | None:
    """The first name after a word of stance, or a group that is described and not named."""
    text = reading.text(sentence)
    rest = text[end : end + GAP]
    stop = _STOP.search(rest)
    last = sentence.start + end + (stop.start() if stop else GAP)
    for mention in reading.mentions_in.get(sentence.id, ()):
        start = mention.anchor.start
        if sentence.start + end <= start < last and mention.form in _NAMED:
            inner = _pattern(reading.lexicon).search(text, end, start - sentence.start)
            together = inner is None or _JOINED.fullmatch(text, end, inner.start())
            return (mention.anchor, key_of(mention, reading)) if together else None
    called = _CALLED.match(text, end)
    group = _GROUP.match(text, called.end() if called else end)
    if group is None:
        return None
    words = reading.anchor(sentence, *group.span(1))
    labelled = any(True for _ in reading.terms_in(words, "labels"))
    return (words, words.exact.casefold()) if labelled else None


def _holders(
    sentence: Sentence, word: Anchor, said: Spoken | None, reading: Reading
) -> frozenset[str]:
    """Who is named last before a word; in a quotation also who is named first, or its speaker."""
    opens = said.anchor.start if said else sentence.start
    before = [
        key_of(mention, reading)
        for mention in reading.mentions_in.get(sentence.id, ())
        if opens <= mention.anchor.start
        and mention.anchor.end <= word.start
        and mention.form in _NAMED
    ]
    if said is None:
        return frozenset(before[-1:])
    return frozenset(before[-1:] + before[:1]) or frozenset(said.speaker)


def key_of(mention: Mention, reading: Reading) -> str:
    """Whom a name means, to compare by: a state by its name, however it is called."""
    state = _states(reading.lexicon).get(mention.name.casefold())
    actor = reading.actors_of.get(mention.id)
    if state is None and actor is not None:
        state = _states(reading.lexicon).get(actor.name.casefold())
    return state or (actor.id if actor else mention.name.casefold())


@cache
def _states(lexicon: Lexicon) -> dict[str, str]:
    """States by every name of the list ``countries``: adjective, other name, capital."""
    names: dict[str, str] = {}
    for state, values in lexicon.values("countries").items():
        for value in (state, *values):
            bare = re.sub(r"^(?:also|capital|seat) ", "", value)
            if not value.startswith("within "):
                names.setdefault(bare.casefold(), state.casefold())
    return names
