"""Let a language model decide what the rules about names leave open.

Rules and model err in different places. The rules know titles, listed names and the words that
tell a body, and cut exactly; what only has capitals they must guess. The model sees the sentence,
but cuts loosely, follows capitals of headlines and calls one name a person here and a body there.
So what the rules are sure of stays; for the rest the model is heard, with one voice an article:
what it says of a name most often holds for all its uses.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.names_article import Line
from dossier.extract.names_persons import PARTICLES
from dossier.extract.spacy_reader import Entity, Reader
from dossier.extract.spans import DAYS, Span, text_of
from dossier.extract.words import Words, word_set
from dossier.vocabulary import ActorKind

_KINDS = {
    "PERSON": (ActorKind.PERSON, "person"),
    "ORG": (ActorKind.ORGANIZATION, "org"),
    "GPE": (ActorKind.PLACE, "place"),
    "LOC": (ActorKind.PLACE, "place"),
    "FAC": (ActorKind.PLACE, "place"),
    "NORP": (ActorKind.GROUP, "people"),
}
"""Kind and sort for the model's labels; other labels name nobody and no place."""

_WORKS = frozenset({"WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
_LONGEST_SENTENCE = 5_000
"""Code points: what is longer is a list or a table, and is left to the rules."""
_LONGEST_PASSAGE = 20_000
_LONGEST_NAME = 8
_LEADING = word_set("the The a A an An this its his her their our my")
_ENDINGS = frozenset({"'s", "’s", "'", "’"})
_INSIDE = word_set("of and for the on in at & - to") | PARTICLES


@dataclass(frozen=True, slots=True)
class _Seen:
    """A name that the model sees.

    Attributes:
        first: Index of its first word.
        last: Index after its last word.
        name: As printed.
        label: What the model says it is.
    """

    first: int
    last: int
    name: str
    label: str


def add_model(text: str, lines: Sequence[Line], reader: Reader, lexis: Lexis) -> None:
    """Merge the names that a model sees into those that the rules have settled.

    Args:
        text: The article's text.
        lines: Its sentences, in order; their spans are changed in place.
        reader: The model.
        lexis: The word lists.
    """
    seen = _read(text, lines, reader)
    votes = _count(lines, seen)
    for line, names in zip(lines, seen, strict=True):
        if not line.headline:
            line.spans = _merge(line, names, votes, lexis)
    _confirm_headlines(lines, seen)


def _read(text: str, lines: Sequence[Line], reader: Reader) -> list[list[_Seen]]:
    """What the model sees in each sentence; it reads whole paragraphs."""
    seen: list[list[_Seen]] = [[] for _ in lines]
    groups = list(_paragraphs(text, lines))
    passages = [
        text[lines[group[0]].words.start[0] : lines[group[-1]].words.end[-1]].replace("\n", " ")
        for group in groups
    ]
    for group, entities in zip(groups, reader.read(passages), strict=True):
        offset = lines[group[0]].words.start[0]
        found = iter(entities)
        entity = next(found, None)
        for index in group:
            words = lines[index].words
            while entity is not None and offset + entity.start < words.end[-1]:
                name = _cut(words, entity, offset)
                if name:
                    seen[index].append(name)
                entity = next(found, None)
    return seen


def _paragraphs(text: str, lines: Sequence[Line]) -> Iterator[list[int]]:
    """Sentences that stand together, short enough to be read at once."""
    group: list[int] = []
    for index, line in enumerate(lines):
        if not len(line.words) or line.words.end[-1] - line.words.start[0] > _LONGEST_SENTENCE:
            continue
        if group:
            last = lines[group[-1]].words.end[-1]
            begun = lines[group[0]].words.start[0]
            between = text[last : line.words.start[0]]
            apart = "\n" in between or not between.isspace()
            if apart or line.words.end[-1] - begun > _LONGEST_PASSAGE:
                yield group
                group = []
        group.append(index)
    if group:
        yield group


def _cut(words: Words, entity: Entity, offset: int) -> _Seen | None:
    """Fit what the model sees to words, without article, ending and what has no capital."""
    first = bisect_right(words.end, offset + entity.start)
    last = bisect_left(words.start, offset + entity.end)
    while first < last and (not words.cap[first] or words.text[first] in _LEADING):
        first += 1
    while last > first and not words.cap[last - 1]:
        last -= 1
    inside = range(first, last)
    if not 0 < len(inside) <= _LONGEST_NAME:
        return None
    if any(not (words.cap[at] or words.text[at] in _INSIDE) for at in inside):
        return None
    return _Seen(first, last, text_of(words, first, last), entity.label)


def _count(lines: Sequence[Line], seen: Sequence[Sequence[_Seen]]) -> Mapping[str, str]:
    """The label that each name most often has where capitals tell."""
    votes: dict[str, Counter[str]] = {}
    for line, names in zip(lines, seen, strict=True):
        for one in () if line.headline else names:
            votes.setdefault(one.name, Counter())[one.label] += 1
    return {
        name: min(labels, key=lambda label: (-labels[label], label))
        for name, labels in votes.items()
    }


def _merge(
    line: Line, names: Sequence[_Seen], votes: Mapping[str, str], lexis: Lexis
) -> list[Span]:
    """Put the model's names of a sentence among those of the rules."""
    spans = list(line.spans)
    for seen in names:
        one = _behind_title(seen, spans, line.words)
        over = [span for span in spans if span.first < one.last and one.first < span.last]
        if any(span.firm for span in over):
            continue
        label = votes.get(one.name, one.label)
        kind, sort = _KINDS.get(label, (None, ""))
        if len(over) == 1 and over[0].first <= one.first and one.last <= over[0].last:
            if over[0].name == one.name:
                _hear(over[0], label)
        elif kind is not None and len(over) < 2 and _is_name(line.words, one, lexis):
            spans = [span for span in spans if span not in over]
            spans.append(Span(one.first, one.last, kind, sort, firm=False, name=one.name))
    works = [span for span in spans if not span.firm and votes.get(span.name) in _WORKS]
    return sorted((span for span in spans if span not in works), key=lambda span: span.first)


def _behind_title(one: _Seen, spans: Sequence[Span], words: Words) -> _Seen:
    """A name without the title that the model takes for a part of it."""
    for span in spans:
        if span.sort == "title" and span.first <= one.first < span.last < one.last:
            return _Seen(span.last, one.last, text_of(words, span.last, one.last), one.label)
    return one


def _hear(span: Span, label: str) -> None:
    """Let the model say what a name is that the rules are not sure of."""
    if label in _KINDS:
        span.kind, span.sort = _KINDS[label]


def _is_name(words: Words, one: _Seen, lexis: Lexis) -> bool:
    """Whether what only the model sees can be a name."""
    lists = lexis.gazetteer
    parts = words.text[one.first : one.last]
    if title_end(words, one.first, lexis) >= one.last or any(part in DAYS for part in parts):
        return False
    return not all(
        part in lists.not_names or part in lists.plain_words or part in _INSIDE for part in parts
    )


def _confirm_headlines(lines: Sequence[Line], seen: Sequence[Sequence[_Seen]]) -> None:
    """Take a name in a headline only where the text below has the same name, alike in kind."""
    told = {
        span.name: span
        for line in reversed(lines)
        for span in line.spans
        if not line.headline and span.sort != "title"
    }
    for line, names in zip(lines, seen, strict=True):
        for one in names if line.headline else ():
            free = all(span.last <= one.first or one.last <= span.first for span in line.spans)
            if free and one.name in told:
                like = told[one.name]
                line.spans.append(
                    Span(one.first, one.last, like.kind, like.sort, like.firm, one.name)
                )
        line.spans.sort(key=lambda span: span.first)
