"""Find the sentences of an article: the units that evidence points to.

News breaks naive splitters in a handful of ways: `Sept. 11`, `U.S. officials`, `J.K. Novak`,
`No. 5`, a dot after a list number, and above all quotations, whose own full stops end nothing
for the sentence that quotes them. A sentence is therefore never split inside quotation marks,
so a quotation stays together with the words that say whose it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dossier.errors import SettingsError
from dossier.extract.quotes.marks import find_quoted
from dossier.model import Passage, Sentence, Source
from dossier.settings import Lexicon, load_lexicon
from dossier.vocabulary import PassageKind

_BOUNDARY = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)(?P<closers>[”\"’')\]»›]*+)(?=\s|\Z|[A-Z“‘\"])"
)
_NEXT_WORD = re.compile(r"\s*(?P<marks>[“\"‘'(\[«„—–\-•*]*)\s?(?P<word>[\w’'-]{0,40})")
_INITIAL = re.compile(r"[A-Z]\Z|Mc[A-Z]\Z")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_LIST_NUMBER = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\Z")
_CLOCK = frozenset({"a.m", "p.m", "A.M", "P.M"})
_AFTER_CLOCK = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec|Eastern|Central|Mountain|Pacific|Greenwich|[A-Z]{2,5}\b)"
)
_SPEAKER_TAIL = re.compile(
    r"\s+(?:[A-Z][\w.’'-]{0,30}\s+){1,5}(?P<verb>[a-z]{2,20})(?P<stop>[.,:]?)"
)
_MEANINGS = frozenset({"name", "number", "either"})
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'/-]{2,}(?: [A-Z][A-Z.’'/-]+){0,3}(?:, [A-Z][\w.]{0,20}(?: [A-Z]\w{1,20})?)?"
    r"(?:,? (?:\d{1,2} )?[A-Z][A-Za-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?(?: ?\([^()\n]{2,40}\))?"
    r"|(?:[A-Z][\w.’'/-]*,?(?: [A-Z0-9][\w.’'/-]*,?){0,5} )?\([A-Z][^()\n]{1,40}\))"
    r" ?(?:[—–]|--?)\s(?=[A-Z“‘\"'])"
)
"""The place and agency that open a story: "OSLO, 3 May (Agency) — The council …"."""
_CLOSING_MARKS = "”\"’'»"
_MAX_WORD = 24
_MAX_WINDOW = 64
_MAX_LIST_NUMBER = 4
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """Word lists in the shape that splitting needs."""

    abbreviations: dict[str, str]
    openers: frozenset[str]
    reporting: frozenset[str]


def find_sentences(source: Source, lexicon: Lexicon | None = None) -> tuple[Sentence, ...]:
    """Split every passage of a source into sentences.

    Furniture is split as well, so that every line of the file can be pointed at.

    Args:
        source: The article.
        lexicon: Word lists; None for those that come with the program. Used are
            ``abbreviations``, ``sentence_openers`` and ``reporting_verbs``.

    Returns:
        Sentences in text order. They cover all of each passage but white space, and none
        begins or ends inside quotation marks. The place and agency that open a story
        ("OSLO (Agency) —") are no part of its first sentence and have the number 0. Where
        several passages begin on one line, the numbers in their ids count on, so that ids
        stay unique.

    Raises:
        SettingsError: An abbreviation has a meaning that is not known.
    """
    words = _default_words() if lexicon is None else _make_words(lexicon)
    found: list[Sentence] = []
    numbers_on_line: dict[int, int] = {}
    for index, passage in enumerate(source.passages):
        following = source.passages[index + 1] if index + 1 < len(source.passages) else None
        carried_on = following is not None and source.text[following.start] in "“\"‘'"
        spans = _split(source.text, passage, words, carried_on=carried_on)
        first = 1 if _find_dateline(source.text, passage) is None else 0
        for number, (start, end) in enumerate(spans, first):
            on_line = numbers_on_line.get(passage.first_line, first - 1) + 1
            numbers_on_line[passage.first_line] = on_line
            found.append(
                Sentence(
                    id=f"{source.id}:L{passage.first_line}.{on_line}",
                    source_id=source.id,
                    passage=passage.index,
                    number=number,
                    start=start,
                    end=end,
                )
            )
    return tuple(found)


def split_sentences(text: str) -> tuple[str, ...]:
    """Split one paragraph into sentences, by the word lists that come with the program.

    Args:
        text: A paragraph.

    Returns:
        Its sentences in order, without the place and agency that open a story; empty if it
        holds nothing but white space.
    """
    passage = Passage(0, 0, len(text), PassageKind.BODY, 1, 1)
    opening = _find_dateline(text, passage)
    begins = opening.end() if opening else 0
    spans = _split(text, passage, _default_words(), carried_on=False)
    return tuple(text[start:end] for start, end in spans if start >= begins)


@cache
def _default_words() -> _Words:
    return _make_words(load_lexicon(None))


@lru_cache(maxsize=4)
def _make_words(lexicon: Lexicon) -> _Words:
    abbreviations = {
        term: values[0] if values else "either"
        for term, values in lexicon.values("abbreviations").items()
    }
    for term, meaning in abbreviations.items():
        if meaning not in _MEANINGS:
            known = ", ".join(sorted(_MEANINGS))
            raise SettingsError(
                f"lexicon abbreviations: {term!r}: {meaning!r} is not one of {known}"
            )
    return _Words(
        abbreviations=abbreviations,
        openers=frozenset(lexicon.terms("sentence_openers")),
        reporting=frozenset(lexicon.terms("reporting_verbs")) | {"said", "asked"},
    )


def _split(
    text: str, passage: Passage, words: _Words, *, carried_on: bool
) -> Iterator[tuple[int, int]]:
    """Give the spans of a passage's sentences, white space at their ends left out."""
    start = _skip_space(text, passage.start, passage.end)
    dateline = _find_dateline(text, passage)
    if dateline is not None:
        yield start, start + len(dateline[0].rstrip())
        start = dateline.end()
    held = _held_together(text, passage, carried_on=carried_on)
    next_held = 0
    for match in _BOUNDARY.finditer(text, passage.start, passage.end):
        cut = match.end()
        while next_held < len(held) and held[next_held][1] <= cut:
            next_held += 1
        if next_held < len(held) and held[next_held][0] < cut:
            continue
        if cut <= start or not _ends_sentence(text, match, start, passage.end, words):
            continue
        yield start, cut
        start = _skip_space(text, cut, passage.end)
    last = passage.end
    while last > start and text[last - 1].isspace():
        last -= 1
    if last > start:
        yield start, last


def _find_dateline(text: str, passage: Passage) -> re.Match[str] | None:
    if passage.kind is not PassageKind.BODY:
        return None
    return _DATELINE.match(text, passage.start, passage.end)


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _held_together(text: str, passage: Passage, *, carried_on: bool) -> list[tuple[int, int]]:
    """Outermost quotations of a passage, in order; none overlaps another.

    A quotation that is never closed holds the rest of its paragraph together only if it is
    plainly meant so: it opens the paragraph, or the next paragraph opens with a mark too.
    """
    return [
        (quoted.start, quoted.end)
        for quoted in find_quoted(text, passage.start, passage.end)
        if quoted.depth == 0 and (quoted.closed or quoted.start == passage.start or carried_on)
    ]


def _ends_sentence(text: str, match: re.Match[str], start: int, end: int, words: _Words) -> bool:
    """Whether a stop outside quotation marks ends the sentence that began at ``start``."""
    if match.end() >= end:
        return True
    following = _NEXT_WORD.match(text, match.end(), min(end, match.end() + _MAX_WINDOW))
    marks, word = (following["marks"], following["word"]) if following else ("", "")
    spaced = text[match.end()].isspace()
    if not spaced and not _forgotten_space(text, match, word):
        return False
    if word[:1].islower() or not (word or marks):
        return spaced and not (word or marks)
    return _stop_ends(text, match, start, word, words)


def _stop_ends(text: str, match: re.Match[str], start: int, word: str, words: _Words) -> bool:
    """Whether a stop ends its sentence, given that ``word``, which follows, can begin one."""
    stop, closers = match["stop"], match["closers"]
    if any(mark in closers for mark in _CLOSING_MARKS):
        return not _names_speaker_next(text, match, stop, words)
    loose = match.start() > start and text[match.start() - 1].isspace()
    if loose or stop != ".":
        return not loose or word in words.openers
    if closers:
        return True
    before = text[max(start, match.start() - _MAX_WORD) : match.start()].split()
    last = before[-1].lstrip("“\"‘'([—–-/") if before else ""
    if match.start() - start <= _MAX_LIST_NUMBER and _LIST_NUMBER.match(last):
        return False
    return _full_stop_ends(last, word, words)


def _forgotten_space(text: str, match: re.Match[str], word: str) -> bool:
    """Whether a sentence follows without the space that belongs there ("end.The next")."""
    before = text[max(0, match.start() - _SHORTEST_WORD) : match.start()]
    return (
        match["stop"] == "."
        and len(before) == _SHORTEST_WORD
        and before.isalpha()
        and before.islower()
        and len(word) > 1
        and word[0].isupper()
        and word[1:].islower()
    )


def _names_speaker_next(text: str, match: re.Match[str], stop: str, words: _Words) -> bool:
    """Whether “Who knows?” is followed by the words that say who asked."""
    tail = _SPEAKER_TAIL.match(text, match.end(), match.end() + 160)
    if tail is None or tail["verb"] not in words.reporting:
        return False
    first = tail.group().split()[0]
    return first not in words.openers and (stop != "." or bool(tail["stop"]))


def _full_stop_ends(last: str, word: str, words: _Words) -> bool:
    """Whether a single full stop after the word ``last`` ends a sentence before ``word``."""
    if last in _CLOCK:
        return not _AFTER_CLOCK.match(word) and not word[:1].isdigit()
    meaning = words.abbreviations.get(last) or words.abbreviations.get(last.rpartition("-")[2], "")
    if _INITIAL.match(last) or _ACRONYM.match(last):
        meaning = "either"
    match meaning:
        case "name":
            return False
        case "number":
            return not word[:1].isdigit()
        case "either":
            return word in words.openers
        case _:
            return True
