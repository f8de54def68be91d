"""Decide, with a whole article in view, which capitalised words are names and of what.

One occurrence is often not enough: "Quartey" alone, "Volta" at the head of a sentence or a
headline in title case tell nothing. The same article usually does: it gives the full name once,
writes a common word in lower case elsewhere, or puts a title beside the name.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.names.beside import (
    HELD_IN,
    has_age_or_office_after,
    has_kin_before,
    has_office_and_comma_before,
    has_title_before,
    is_held,
    is_introduced,
    kind_beside,
)
from dossier.extract.names.known import Known, is_called_by_first, looks_like_person
from dossier.extract.names.lists import settle_places
from dossier.extract.names.persons import PARTICLES
from dossier.extract.names.shortened import note_shorter, settle_shorter
from dossier.extract.spans import DAYS, Span, edges_of
from dossier.extract.words import Words, word_set
from dossier.vocabulary import ActorKind

_SHORTEST_ALONE = 3
_SAID = word_set(
    "said says told added asked announced wrote tweeted stated argued explained insisted claimed"
    " warned replied noted admitted denied testified commented remarked recalled"
)
_INSIDE = frozenset({"in", "near", "off", "at", "from"})
_WHERE = word_set("in near at outside from across around")
_ASKED = frozenset({"told", "by", "tells", "with", "the"})
_REPORTS = frozenset({"reported", "reports", "wrote", "journalist", "reporter", "news"})
_LOCAL = word_set(
    "Hospital University Council Court Police Infirmary College council court Observatory"
)
"""Last words of bodies that bear the name of their town."""
_LISTED = frozenset({"country", "capital", "seat", "city", "us-state", "region", "body"})
_GROUND = frozenset({"country", "capital", "city", "us-state", "region"})


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


def settle_names(lines: Sequence[Line], lexis: Lexis) -> frozenset[str]:
    """Drop spans that are no names and say of the rest what they are.

    Args:
        lines: The sentences of one article, in order; their spans are changed in place.
        lexis: The word lists.

    Returns:
        Words by which the article calls its storms; they are nobody's names.
    """
    known = _learn(lines, lexis)
    for line in lines:
        for span in line.spans if known.storms else ():
            _settle_storm(line.words, span, known)
        keep = _keep_in_headline if line.headline else _keep
        line.spans = [span for span in line.spans if keep(line.words, span, known, lexis)]
        if not line.headline:
            lists = lexis.gazetteer
            never = (lists.given, lists.place_words, lists.org_words, known.acts)
            settle_places(line.words, line.spans, never)
    return frozenset(known.storms)


def _learn(lines: Sequence[Line], lexis: Lexis) -> Known:
    """Gather what the article tells about its names, and say of some what they are."""
    known = Known()
    running = [line for line in lines if not line.headline]
    written = set().union(*(line.words.text for line in running))
    known.lower.update(word for word in written if word[0].islower())
    for line in running:
        alone = [span.name for span in line.spans if span.kind is None and span.sort == ""]
        known.alone.update(alone)
    for line in lines:
        for span in line.spans:
            if span.sort == "storm":
                known.storms.setdefault(span.name.rpartition(" ")[2], span.name)
    for line in running:
        for index, span in enumerate(line.spans):
            if span.kind is None and span.sort not in {"title", "storm"}:
                _read_beside(line, index, span, known, lexis)
            _note(line.words, span, known, lexis)
        edges = edges_of(line.spans)
        for span in line.spans:
            if not span.firm and span.sort != "title":
                kind = kind_beside(line.words, span, edges, lexis)
                if kind is not None:
                    known.beside.setdefault(span.name, Counter())[kind] += 1
                if line.words.opens(span.first) and is_introduced(line.words, span, edges, lexis):
                    known.introduced.add(span.name)
    return known


def _settle_storm(words: Words, span: Span, known: Known) -> None:
    """Read "Ama" as "Hurricane Ama", but not "Ms Ama" or "in Ama, Ghana"."""
    name = known.storms.get(span.name.rpartition(" ")[2])
    if name is None or (span.sort != "storm" and span.last - span.first > 1):
        return
    before = words.text[span.first - 1] if span.first else ""
    held = span.last < len(words) and words.text[span.last] == ","
    titled = span.firm and span.kind is ActorKind.PERSON
    if not titled and not (before in _WHERE and (span.kind is ActorKind.PLACE or held)):
        span.name, span.kind, span.sort, span.firm = name, None, "storm", True


def _read_beside(line: Line, index: int, span: Span, known: Known, lexis: Lexis) -> None:
    """Say what a name is, where the words beside it tell."""
    words = line.words
    if is_held(words, span, lexis):
        _settle(span, ActorKind.PLACE)
        return
    if title_end(words, span.last, lexis) > span.last and words.touching(span.last):
        return  # what looks like a name belongs to an office
    before = line.spans[index - 1] if index else None
    titled = before is not None and before.sort == "title" and before.last == span.first
    titled = titled or has_office_and_comma_before(words, span, lexis)
    titled = titled or has_kin_before(words, span)
    if titled or has_title_before(words, span.first, lexis):
        plain = lexis.gazetteer.plain_words
        if any(part not in plain for part in span.name.split()):
            _settle(span, ActorKind.PERSON)
    elif span.last - span.first > 1:
        if has_age_or_office_after(words, span.last, lexis):
            _settle(span, ActorKind.PERSON)
        elif is_called_by_first(span, known):
            span.kind = ActorKind.ORGANIZATION
        elif looks_like_person(words, span, known, lexis):
            span.kind, span.sort = ActorKind.PERSON, "person"


def _settle(span: Span, kind: ActorKind) -> None:
    span.kind, span.firm = kind, True
    span.sort = "person" if kind is ActorKind.PERSON else "place"


def _settle_beside(span: Span, known: Known) -> None:
    """Give a name of unknown kind the kind that the words beside it say most often."""
    votes = known.beside.get(span.name)
    if votes:
        span.kind = min(votes, key=lambda kind: (-votes[kind], kind))


def _note(words: Words, span: Span, known: Known, lexis: Lexis) -> None:
    """Remember what a span tells about others of the same name, or of a part of it."""
    if span.sort == "title":
        return
    note_shorter(words, span, known)
    if span.sort == "org" and span.last - span.first > 1 and words.text[span.last - 1] in _LOCAL:
        known.seats.add(words.text[span.first])
    if not words.opens(span.first):
        known.inside[span.name] += 1
        before = words.text[span.first - 1]
        held = span.first > 1 and words.text[span.first - 2].lower() in HELD_IN
        if not (span.firm or held) and before in (_WHERE if span.kind is None else _INSIDE):
            known.where[span.name] += 1
    if span.last < len(words) and words.text[span.last] in _SAID:
        known.acts[span.name] += 1
    if span.kind is ActorKind.PERSON and span.firm and span.last - span.first == 1:
        known.persons.add(span.name)
    elif span.kind is ActorKind.PERSON and span.last - span.first > 1:
        parts = words.text[span.first : span.last]
        known.persons.update(part for part in parts if part[0].isupper() and len(part) > 1)
        if parts[0] not in lexis.gazetteer.family_first:
            known.families.add(parts[-1])


def _keep(words: Words, span: Span, known: Known, lexis: Lexis) -> bool:
    """Whether a span of running text is a name; its kind is settled on the way."""
    if span.name in known.persons and span.sort in _GROUND | {"medium"}:
        _settle_surname(words, span)
    if span.sort == "title" or span.firm or (known.shorter and settle_shorter(span, known)):
        return True
    if span.sort != "org":
        _settle_beside(span, known)
    if span.sort == "acronym":
        return _keep_acronym(words, span, known)
    if span.last - span.first > 1:
        return _keep_long(span, known, lexis)
    return _keep_short(words, span, known, lexis)


def _settle_surname(words: Words, span: Span) -> None:
    """Read "London" as the person whom the article calls Jack London, unless it says where."""
    before = words.text[span.first - 1].lower() if span.first else ""
    after = words.text[span.last].lower() if span.last < len(words) else ""
    source = span.sort == "medium" and (before in _ASKED or after in _REPORTS)
    if before not in _WHERE and before not in {"to", "of", ","} and not source:
        _settle(span, ActorKind.PERSON)


def _keep_acronym(words: Words, span: Span, known: Known) -> bool:
    """Capitals are a body's where they recur, stand in brackets or speak."""
    opens = words.opens(span.first)
    if opens and (len(span.name) < _SHORTEST_ALONE or _is_label(words, span, known)):
        return False
    bracketed = span.first > 0 and words.text[span.first - 1] == "("
    told = span.name in known.beside
    if not (told or bracketed or known.acts[span.name] or known.inside[span.name] > 1):
        span.kind = None
    return True


def _is_label(words: Words, span: Span, known: Known) -> bool:
    """Whether initials only say who speaks next in a printed interview: "AMK: How …"."""
    labels = span.last < len(words) and words.text[span.last] == ":"
    return labels and not (known.inside[span.name] or span.name in known.beside)


def _is_where(span: Span, known: Known) -> bool:
    """Whether most uses of a name of unknown kind say where something is."""
    often = 2 * known.where[span.name] >= known.inside[span.name]
    return often and known.where[span.name] > 0 and not known.acts[span.name]


def _keep_long(span: Span, known: Known, lexis: Lexis) -> bool:
    if span.kind in {None, ActorKind.PERSON} and _is_where(span, known):
        span.kind = ActorKind.PLACE
    elif span.kind is None and all(
        part in known.persons or part in PARTICLES for part in span.name.split()
    ):
        span.kind = ActorKind.PERSON
    lists = lexis.gazetteer
    return span.kind is not None or not all(
        part.lower() in known.lower or part in lists.plain_words for part in span.name.split()
    )


def _keep_short(words: Words, span: Span, known: Known, lexis: Lexis) -> bool:
    """Whether one capitalised word without other signs is a name."""
    common = span.name.lower() in known.lower
    opens = words.opens(span.first)
    if span.name in known.persons and span.sort != "org":
        _settle(span, ActorKind.PERSON)
        return not (opens and common)
    if span.sort == "org":
        return not opens
    plain = span.name in lexis.gazetteer.plain_words or span.name in DAYS
    if common or plain or len(span.name) < _SHORTEST_ALONE:
        return False
    seat = span.name.title() if span.name.isupper() else span.name
    if span.kind is None and span.sort == "" and seat in known.seats:
        span.kind = ActorKind.PLACE
    if span.kind is not None:
        return True
    told = known.inside[span.name] or known.acts[span.name] or span.name in known.introduced
    if opens and not told:
        return False
    if span.sort == "given" and (known.acts[span.name] or known.inside[span.name] > 1):
        span.kind = ActorKind.PERSON
    elif known.acts[span.name]:
        span.kind = ActorKind.ORGANIZATION
    elif span.sort != "given" and _is_where(span, known):
        span.kind = ActorKind.PLACE
    return True


def _keep_in_headline(words: Words, span: Span, known: Known, lexis: Lexis) -> bool:  # noqa: ARG001
    """Whether a span of a headline is a name: a listed one, or one that the text confirms."""
    if span.name in known.persons:
        _settle(span, ActorKind.PERSON)
        return True
    if span.sort == "title" or span.name.lower() in known.lower:
        return span.sort == "title"
    if span.name in known.inside:
        return span.kind is not None
    return span.firm and span.sort in _LISTED
