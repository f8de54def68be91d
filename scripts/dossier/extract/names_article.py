"""Decide, with a whole article in view, which capitalised words are names and of what.

One occurrence is often not enough: "Quartey" alone, "Volta" at the head of a sentence or a
headline in title case tell nothing. The same article usually does: it gives the full name once,
writes a common word in lower case elsewhere, or puts a title beside the name.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.names import DAYS, Span
from dossier.extract.words import Words
from dossier.vocabulary import ActorKind

_SHORTEST_HEADLINE = 5
_HEADLINE_SHARE = 0.6
_SHORTEST_WORD = 4
_SAID = frozenset(
    ["said", "says", "told", "added", "asked", "announced", "wrote", "tweeted", "stated", "argued", "explained", "insisted", "claimed", "warned", "replied", "noted", "admitted", "denied", "testified", "commented", "remarked", "recalled"]
)
_AGE = range(10, 110)


@dataclass(slots=True)
class Line:
    """A sentence on its way to mentions.

    Attributes:
        words: Its words.
        spans: What may be names in it, in text order.
        headline: Whether its capitals tell nothing.
    """

    words: Words
    spans: list[Span]
    headline: bool


@dataclass(slots=True)
class _Known:
    """What an article tells about names."""

    lower: set[str] = field(default_factory=set)
    persons: dict[str, str] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    full: set[str] = field(default_factory=set)


def is_headline(words: Words) -> bool:
    """Whether a line is written in title case or capitals, so that neither tells a name."""
    long = [word for word in words.text if len(word) >= _SHORTEST_WORD and word.isalpha()]
    if len(words) < _SHORTEST_HEADLINE or len(long) < _SHORTEST_HEADLINE - 1:
        return False
    if words.text[-1] in ".!?”":
        return all(word.isupper() for word in long)
    return sum(word[0].isupper() for word in long) >= _HEADLINE_SHARE * len(long)


def settle_names(lines: Sequence[Line], lexis: Lexis) -> None:
    """Drop spans that are no names and say of the rest what they are.

    Args:
        lines: The sentences of one article, in order; their spans are changed in place.
        lexis: The word lists.
    """
    known = _Known()
    for line in lines:
        if not line.headline:
            known.lower.update(word for word in line.words.text if word[0].islower())
            for index, span in enumerate(line.spans):
                _settle_long(line, index, span, known, lexis)
    for line in lines:
        if not line.headline:
            for span in line.spans:
                _note(line.words, span, known, lexis)
    for line in lines:
        keep = _keep_in_headline if line.headline else _keep
        line.spans = [span for span in line.spans if keep(line.words, span, known, lexis)]


def _settle_long(line: Line, index: int, span: Span, known: _Known, lexis: Lexis) -> None:
    """Say what a name of two words or more is, where the words beside it tell."""
    if span.kind is not None or span.last - span.first == 1 or span.sort == "title":
        return
    before = line.spans[index - 1] if index else None
    titled = before is not None and before.sort == "title" and before.last == span.first
    if titled or has_title_before(line.words, span.first, lexis) or _has_age_or_office_after(line.words, span.last, lexis):
        span.kind, span.firm, span.sort = ActorKind.PERSON, True, "person"


def has_title_before(words: Words, first: int, lexis: Lexis) -> bool:
    """Whether the word before a name is a word of office or honour."""
    if first == 0 or not words.touching(first):
        return False
    return title_end(words, first - 1, lexis) == first


def _has_age_or_office_after(words: Words, last: int, lexis: Lexis) -> bool:
    """Whether ", 45," or ", the mayor of" follows a name."""
    if last + 2 >= len(words) or words.text[last] != ",":
        return False
    following = words.text[last + 1]
    if following.isdigit() and words.text[last + 2] == ",":
        return len(following) <= 3 and int(following) in _AGE  # noqa: PLR2004
    at = last + 1 + (following in {"a", "an", "the", "who"})
    return at < len(words) and not words.cap[at] and title_end(words, at, lexis) > at


def _note(words: Words, span: Span, known: _Known, lexis: Lexis) -> None:
    """Remember what a span tells about later, shorter ones."""
    if span.sort == "title":
        return
    opening = words.opens(span.first)
    if not opening:
        known.seen[span.name] += 1
    if span.last - span.first == 1:
        return
    known.full.add(span.name)
    if span.kind is ActorKind.PERSON or (
        span.kind is None and _looks_like_person(span, known, lexis)
    ):
        parts = words.text[span.first : span.last]
        for part in parts:
            if part[0].isupper() and len(part.rstrip(".")) > 1:
                known.persons.setdefault(part, span.name)


def _looks_like_person(span: Span, known: _Known, lexis: Lexis) -> bool:
    """Whether two or three capitalised words without any other sign can be a person's name."""
    parts = span.name.split()
    lists = lexis.gazetteer
    return len(parts) in {2, 3} and all(
        part[0].isupper()
        and part[1:].replace("-", "").replace("’", "").replace("'", "").isalpha()
        and not part.isupper()
        and part.lower() not in known.lower
        and part not in lists.plain_words
        and part not in lists.org_words
        and part not in lists.entries
        for part in parts
    )


def _keep(words: Words, span: Span, known: _Known, lexis: Lexis) -> bool:
    """Whether a span of running text is a name; its kind is settled on the way."""
    lists = lexis.gazetteer
    if span.sort == "title":
        return True
    if span.kind is not None and (span.firm or span.sort == "acronym"):
        return span.sort != "acronym" or not words.opens(span.first) or len(span.name) > 2  # noqa: PLR2004
    if span.last - span.first > 1:
        if span.kind is None and _looks_like_person(span, known, lexis):
            span.kind, span.sort = ActorKind.PERSON, "person"
        return span.kind is not None or not all(
            part.lower() in known.lower or part in lists.plain_words for part in span.name.split()
        )
    if span.name in known.persons:
        span.kind, span.sort = ActorKind.PERSON, "person"
        return not (words.opens(span.first) and span.name.lower() in known.lower)
    if has_title_before(words, span.first, lexis) and span.sort != "org":
        span.kind, span.sort = ActorKind.PERSON, "person"
        return span.name not in lists.plain_words
    if words.opens(span.first) and not known.seen[span.name]:
        return (
            _speaks(words, span)
            and span.name.lower() not in known.lower
            and span.sort != "org"
            and span.name not in lists.plain_words
        )
    if span.sort == "org":
        return not words.opens(span.first)
    if span.name in DAYS or span.name in lists.plain_words or len(span.name) == 1:
        return False
    if _speaks(words, span) or span.sort == "given":
        span.kind = ActorKind.PERSON
    return span.name.lower() not in known.lower


def _speaks(words: Words, span: Span) -> bool:
    return span.last < len(words) and words.text[span.last] in _SAID


def _keep_in_headline(words: Words, span: Span, known: _Known, lexis: Lexis) -> bool:  # noqa: ARG001
    """Whether a span of a headline is a name: a listed one, or one that the text confirms."""
    if span.name in known.full or span.name in known.seen:
        if span.name in known.persons:
            span.kind, span.sort = ActorKind.PERSON, "person"
        return span.kind is not None and span.name.lower() not in known.lower
    if span.name in known.persons:
        span.kind, span.sort = ActorKind.PERSON, "person"
        return True
    return span.firm and span.sort in {"country", "capital", "city", "us-state", "region", "body"}
