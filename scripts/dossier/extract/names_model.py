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
from itertools import pairwise

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
_GUESSED = frozenset({ActorKind.PERSON, None})
"""Kinds that the rules give by the look of a name."""
_LISTED = frozenset({ActorKind.PERSON, ActorKind.PLACE})
_JOINERS = frozenset({",", "and", ", and", "or", ", or", "&"})
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
    opinion = _weigh(lines, seen)
    for line, names in zip(lines, seen, strict=True):
        if not line.headline:
            line.spans = _merge(line, names, opinion, lexis)
            _settle_lists(line)
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


@dataclass(frozen=True, slots=True)
class _Opinion:
    """What the model makes of an article's names.

    Attributes:
        labels: How often each name has each label.
        uses: How often each name stands where the rules or the model see it.
        lower: Words that the article writes in lower case.
    """

    labels: Mapping[str, Counter[str]]
    uses: Mapping[str, int]
    lower: frozenset[str]

    def label(self, name: str) -> str:
        """The label that a name most often has; empty if the model never sees it."""
        labels = self.labels.get(name)
        return min(labels, key=lambda one: (-labels[one], one)) if labels else ""

    def sure(self, name: str) -> bool:
        """Whether most uses of a name have the same label."""
        return 2 * self.labels[name][self.label(name)] > self.uses[name]


def _weigh(lines: Sequence[Line], seen: Sequence[Sequence[_Seen]]) -> _Opinion:
    """Count what the model says of each name where capitals tell."""
    labels: dict[str, Counter[str]] = {}
    uses: Counter[str] = Counter()
    for line, names in zip(lines, seen, strict=True):
        if line.headline:
            continue
        places = {(one.first, one.name) for one in names}
        places.update((span.first, span.name) for span in line.spans)
        uses.update(name for _, name in places)
        for one in names:
            labels.setdefault(one.name, Counter())[one.label] += 1
    running = (line.words.text for line in lines if not line.headline)
    lower = frozenset(word for text in running for word in text if word[0].islower())
    return _Opinion(labels, uses, lower)


def _merge(line: Line, names: Sequence[_Seen], opinion: _Opinion, lexis: Lexis) -> list[Span]:
    """Put the model's names of a sentence among those of the rules."""
    spans = [span for span in line.spans if _hear(span, opinion)]
    for seen in names:
        one = _behind_title(seen, line.spans, line.words)
        label = opinion.label(one.name) or one.label
        over = [span for span in spans if span.first < one.last and one.first < span.last]
        if label not in _KINDS or not _gives_way(line.words, one, over):
            continue
        firm = [span for span in over if span.firm]
        if firm or _is_name(line.words, one, opinion, lexis):
            kind, sort = (firm[-1].kind, firm[-1].sort) if firm else _KINDS[label]
            spans = [span for span in spans if span not in over]
            spans.append(Span(one.first, one.last, kind, sort, bool(firm), one.name))
    return sorted(spans, key=lambda span: span.first)


def _gives_way(words: Words, one: _Seen, over: Sequence[Span]) -> bool:
    """Whether the spans of the rules in the place of a name give way to the model's cut.

    They do where the rules know nothing, or where a body's name goes on: what the model takes
    for "University of Texas Arlington" the rules may have cut behind "Texas".
    """
    if not over:
        return True
    if len(over) == 1 and not over[0].firm and over[0].kind is None:
        return True
    first = over[0]
    if (first.first, first.last) == (one.first, one.last):
        return False
    whole = all(one.first <= span.first and span.last <= one.last for span in over)
    if any(span.firm for span in over):
        goes_on = first.first == one.first and first.last < one.last
        bodies = all(span.sort == "org" for span in over if span.firm)
        return one.label == "ORG" and first.firm and goes_on and bodies and _is_one(words, one)
    return whole and (len(over) == 1 or _is_one(words, one))


def _is_one(words: Words, one: _Seen) -> bool:
    """Whether a name cannot be two, joined by "and"."""
    return not _JOINERS.intersection(words.text[one.first : one.last])


def _behind_title(one: _Seen, spans: Sequence[Span], words: Words) -> _Seen:
    """A name without the title that the model takes for a part of it."""
    for span in spans:
        if span.sort == "title" and span.first <= one.first < span.last < one.last:
            return _Seen(span.last, one.last, text_of(words, span.last, one.last), one.label)
    return one


def _hear(span: Span, opinion: _Opinion) -> bool:
    """Let the model say what a name is that the rules are not sure of.

    It decides what is open. What the rules have guessed it overrules only with a person, the
    kind it errs on least, and not against a word such as "Party".

    Returns:
        Whether it names anybody or a place; a film or a law does not.
    """
    label = opinion.label(span.name)
    if span.firm or span.sort == "title" or not label:
        return True
    sure = opinion.sure(span.name)
    person = label == "PERSON" and sure and span.sort != "org"
    if label in _KINDS and (span.kind is None or person):
        span.kind, span.sort = _KINDS[label]
    return not (label in _WORKS and sure and span.kind in _GUESSED)


def _settle_lists(line: Line) -> None:
    """Give a name of unknown kind the kind of its neighbours in a list: "X, Y and Z"."""
    names = [span for span in line.spans if span.sort != "title"]
    for order in (names, names[::-1]):
        for known, open_ in pairwise(order):
            alike = known.kind in _LISTED and open_.kind is None and open_.sort != "acronym"
            if alike and _listed_together(line.words, known, open_):
                open_.kind, open_.sort = known.kind, known.sort


def _listed_together(words: Words, one: Span, other: Span) -> bool:
    """Whether nothing but a comma, an "and" or both part two names."""
    between = words.text[min(one.last, other.last) : max(one.first, other.first)]
    return " ".join(between) in _JOINERS


def _is_name(words: Words, one: _Seen, opinion: _Opinion, lexis: Lexis) -> bool:
    """Whether what only the model sees can be a name."""
    lists = lexis.gazetteer
    parts = words.text[one.first : one.last]
    if title_end(words, one.first, lexis) >= one.last or any(part in DAYS for part in parts):
        return False
    if any("-" in part and part.rpartition("-")[2] in opinion.lower for part in parts):
        return False  # "Valparaíso-based"
    return not all(
        part.lower() in opinion.lower
        or part.lower() in lists.common_words
        or part in lists.not_names
        or part in lists.plain_words
        for part in parts
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
