"""Let a language model decide what the rules about names leave open.

Rules and model err in different places. The rules know titles, listed names and the words that
tell a body, and cut exactly; what only has capitals they must guess. The model sees the sentence,
but cuts loosely, follows capitals of headlines and calls one name a person here and a body there.
So what the rules are sure of stays; for the rest the model is heard, with one voice an article:
what it says of a name most often holds for all its uses.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.names.article import Line
from dossier.extract.names.lists import JOINERS, MADE_UP, settle_lists
from dossier.extract.names.persons import PARTICLES, is_behind_name
from dossier.extract.names.seen import Seen, read_names
from dossier.extract.spacy_reader import Reader
from dossier.extract.spans import DAYS, Span, text_of
from dossier.extract.words import Words
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
_WRITTEN_PLAINLY = frozenset({"PERSON", "GPE", "LOC", "NORP"})
_ROMAN = 2
"""Letters of the longest last part of a person's name in capitals: "Ama II", not "Ama DAB"."""
_GUESSED = frozenset({ActorKind.PERSON, None})
"""Kinds that the rules give by the look of a name."""


def add_model(
    text: str,
    lines: Sequence[Line],
    reader: Reader,
    lexis: Lexis,
    things: frozenset[str] = frozenset(),
) -> None:
    """Merge the names that a model sees into those that the rules have settled.

    Args:
        text: The article's text.
        lines: Its sentences, in order; their spans are changed in place.
        reader: The model.
        lexis: The word lists.
        things: Words by which the article calls things; whatever the model makes of them.
    """
    seen = [
        [one for one in names if one.name not in things]
        for names in read_names(text, lines, reader)
    ]
    opinion = _weigh(lines, seen)
    for line, names in zip(lines, seen, strict=True):
        if not line.headline:
            line.spans = _merge(line, names, opinion, lexis)
            settle_lists(line.words, line.spans)
    _confirm_headlines(lines, seen)


@dataclass(frozen=True, slots=True)
class _Opinion:
    """What the model makes of an article's names.

    Attributes:
        labels: How often each name has each label.
        uses: How often each name stands where the rules or the model see it.
        lower: Words that the article writes in lower case.
        families: Last words of names of several words that are persons'.
    """

    labels: Mapping[str, Counter[str]]
    uses: Mapping[str, int]
    lower: frozenset[str]
    families: frozenset[str]

    def label(self, name: str) -> str:
        """The label that a name most often has; empty if the model never sees it."""
        labels = self.labels.get(name)
        return min(labels, key=lambda one: (-labels[one], one)) if labels else ""

    def sure(self, name: str) -> bool:
        """Whether most uses of a name have the same label."""
        return 2 * self.labels[name][self.label(name)] > self.uses[name]


def _fits(name: str, label: str) -> bool:
    """Whether a name can be of a kind by its look; no person or town is a "LibreDesk3"."""
    odd = label in _WRITTEN_PLAINLY and MADE_UP.search(name) is not None
    last = name.rpartition(" ")[2]
    odd = odd or (label == "PERSON" and last != name and len(last) > _ROMAN and last.isupper())
    return label in _KINDS and not odd


def _weigh(lines: Sequence[Line], seen: Sequence[Sequence[Seen]]) -> _Opinion:
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
    persons = [span.name for line in lines for span in line.spans if span.sort == "person"]
    persons += [name for name, counts in labels.items() if "PERSON" in counts]
    families = frozenset(name.rpartition(" ")[2] for name in persons if " " in name)
    return _Opinion(labels, uses, lower, families)


def _merge(line: Line, names: Sequence[Seen], opinion: _Opinion, lexis: Lexis) -> list[Span]:
    """Put the model's names of a sentence among those of the rules."""
    spans = [span for span in line.spans if _hear(line.words, span, opinion)]
    for seen in names:
        one = _behind_title(seen, line.spans, line.words)
        label = opinion.label(one.name) or one.label
        over = [span for span in spans if span.first < one.last and one.first < span.last]
        if not _fits(one.name, label) or not _gives_way(line.words, one, over):
            continue
        firm = [span for span in over if span.firm]
        if firm or _is_name(line.words, one, opinion, lexis):
            kind, sort = (firm[-1].kind, firm[-1].sort) if firm else _KINDS[label]
            spans = [span for span in spans if span not in over]
            spans.append(Span(one.first, one.last, kind, sort, bool(firm), one.name))
    return sorted(spans, key=lambda span: span.first)


def _gives_way(words: Words, one: Seen, over: Sequence[Span]) -> bool:
    """Whether the spans of the rules in the place of a name give way to the model's cut.

    They do where the rules know nothing, or where a body's name goes on: what the model takes
    for "University of Texas Arlington" the rules may have cut behind "Texas".
    """
    if not over:
        return True
    first = over[0]
    if (first.first, first.last) == (one.first, one.last):
        return False
    if len(over) == 1 and not first.firm and first.kind is None:
        return not _cuts_particle(words, one, first)
    if any(_cuts_particle(words, one, span) for span in over):
        return False
    whole = all(one.first <= span.first and span.last <= one.last for span in over)
    if any(span.firm for span in over):
        goes_on = first.first == one.first and first.last < one.last
        bodies = all(span.sort == "org" for span in over if span.firm)
        return one.label == "ORG" and first.firm and goes_on and bodies and _is_one(words, one)
    return whole and (len(over) == 1 or _is_one(words, one))


def _cuts_particle(words: Words, one: Seen, span: Span) -> bool:
    """Whether the model cuts "Vila" out of "Vila do Cabo"."""
    return one.last < span.last and words.text[one.last] in PARTICLES


def _is_one(words: Words, one: Seen) -> bool:
    """Whether a name cannot be two, joined by "and"."""
    return not JOINERS.intersection(words.text[one.first : one.last])


def _behind_title(one: Seen, spans: Sequence[Span], words: Words) -> Seen:
    """A name without the title that the model takes for a part of it."""
    for span in spans:
        if span.sort == "title" and span.first <= one.first < span.last < one.last:
            return Seen(span.last, one.last, text_of(words, span.last, one.last), one.label)
    return one


def _hear(words: Words, span: Span, opinion: _Opinion) -> bool:
    """Let the model say what a name is that the rules are not sure of.

    It decides what is open. What the rules have guessed it overrules only with a person, the
    kind it errs on least, and not against a word such as "Party" or "the firm" beside a name of
    several words.

    Returns:
        Whether it names anybody or a place; a film or a law does not.
    """
    label = opinion.label(span.name)
    if span.firm or span.sort == "title" or not label:
        return True
    sure = opinion.sure(span.name)
    person = label == "PERSON" and sure and span.sort != "org" and _is_full(span.name, opinion)
    told = span.kind is ActorKind.ORGANIZATION and " " in span.name
    person = person and span.kind is not ActorKind.PLACE and not told
    open_ = span.kind is None and span.sort != "acronym"
    if label == "PERSON" and _is_owned(words, span, opinion):
        open_ = person = False
    if _fits(span.name, label) and (open_ or person):
        span.kind, span.sort = _KINDS[label]
    return not (label in _WORKS and sure and span.kind in _GUESSED)


def _is_owned(words: Words, span: Span, opinion: _Opinion) -> bool:
    """Whether a name is what a person has: "Mensah's Alianza Quorva"."""
    at = span.first - 1
    return at > 0 and words.text[at] in {"'s", "’s"} and words.text[at - 1] in opinion.families


def _is_full(name: str, opinion: _Opinion) -> bool:
    """Whether a person's name has several words, or is the last word of such a name."""
    return " " in name or name in opinion.families


def _is_name(words: Words, one: Seen, opinion: _Opinion, lexis: Lexis) -> bool:
    """Whether what only the model sees can be a name."""
    lists = lexis.gazetteer
    parts = words.text[one.first : one.last]
    if is_behind_name(words, one.first):
        return False
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


def _confirm_headlines(lines: Sequence[Line], seen: Sequence[Sequence[Seen]]) -> None:
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
