"""Read an article with a language model, and fit what it sees to words.

The model reads paragraphs, for a name is clearer in its surroundings; it cuts by tokens of its
own, with articles and endings, so its names are cut anew.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.extract.names.article import Line
from dossier.extract.names.persons import PARTICLES
from dossier.extract.spacy_reader import Entity, Reader
from dossier.extract.spans import text_of
from dossier.extract.words import CREDITS, Words, word_set

_LONGEST_SENTENCE = 5_000
"""Code points: what is longer is a list or a table, and is left to the rules."""
_LONGEST_PASSAGE = 20_000
_LONGEST_NAME = 8
_LEADING = word_set("the The a A an An this its his her their our my")
_INSIDE = word_set("of and for the on in at & - to") | PARTICLES


@dataclass(frozen=True, slots=True)
class Seen:
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


def read_names(text: str, lines: Sequence[Line], reader: Reader) -> list[list[Seen]]:
    """Find what a model sees in each sentence.

    Args:
        text: The article's text.
        lines: Its sentences, in order.
        reader: The model.

    Returns:
        For each sentence its names in text order.
    """
    seen: list[list[Seen]] = [[] for _ in lines]
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


def _cut(words: Words, entity: Entity, offset: int) -> Seen | None:
    """Fit what the model sees to words, without article, ending and what has no capital."""
    first = bisect_right(words.end, offset + entity.start)
    last = bisect_left(words.start, offset + entity.end)
    while first < last and (not words.cap[first] or words.text[first] in _LEADING):
        first += 1
    while last > first and not words.cap[last - 1]:
        last -= 1
    if last > first and words.text[last - 1] in CREDITS and words.text[last : last + 1] == [":"]:
        last -= 1
    inside = range(first, last)
    if not 0 < len(inside) <= _LONGEST_NAME:
        return None
    if any(not (words.cap[at] or words.text[at] in _INSIDE) for at in inside):
        return None
    return Seen(first, last, text_of(words, first, last), entity.label)
