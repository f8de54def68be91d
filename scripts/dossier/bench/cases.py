"""Measures on labelled cases of our own: quotations, pronouns, dates.

Each case is an article of its own, read as a file would be: a headline, a line with the day,
paragraphs. So nothing is measured that a reader's dossier would not do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.bench.labels import Marked, Plain, parse_marked, read_list, rows_of
from dossier.bench.projects import assemble_texts
from dossier.bench.rows import Figure
from dossier.bench.tally import Tally, pair_spans, same_days
from dossier.dates import MONTHS, WEEKDAYS, parse_edtf
from dossier.model import Actor, Dossier, Mention, Quote
from dossier.vocabulary import QuoteKind

DAY = "2021-03-10"
"""The day of cases that give none."""

UNSEEN = "_unseen"
"""How the names of label files end that no rule was written for."""

_SPOKEN = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})
_HEADLINE = "News in brief"
_LEAST_NAME = 3


@dataclass(frozen=True, slots=True)
class _Case:
    """A case, read.

    Attributes:
        dossier: What came of it.
        offset: Where the case's own text begins in the article.
        source_id: The article.
    """

    dossier: Dossier
    offset: int
    source_id: str


def measure_quotations(project: Path, recognizer: str) -> dict[str, Figure]:
    """Measure which quotations are found, and whose they are said to be.

    A label is the quoted words and the words that name their speaker, or the speaker's name.

    Args:
        project: The folder that holds ``tests``.
        recognizer: Its name.
    """
    tests = project / "tests"
    tuned, unseen = _part(tests / "bench", "quotes*.yml")
    tuned = [*read_list(tests / "cases" / "quotes_measured", "*.yml"), *tuned]
    known = _compare_stories(tuned, recognizer, ("quotes", "speakers"))
    hidden = _compare_stories(unseen, recognizer, ("unseen_quotes", "unseen_speakers"))
    return known | _without_misses(hidden)


def _without_misses(figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """Figures alone, so that no list shows what is wrong on unseen cases."""
    return {key: Figure(one.value, one.counts) for key, one in figures.items()}


def _part(labels: Path, pattern: str) -> tuple[list[dict[str, Plain]], list[dict[str, Plain]]]:
    """Labels that the program was written with in view, and those in files ``*_unseen.yml``."""
    unseen = {path.name for path in labels.glob(pattern) if path.stem.endswith(UNSEEN)}
    parts: tuple[list[dict[str, Plain]], list[dict[str, Plain]]] = ([], [])
    for path in sorted(labels.glob(pattern)):
        parts[path.name in unseen].extend(read_list(labels, path.name))
    return parts


def _compare_stories(
    stories: Sequence[Mapping[str, Plain]], recognizer: str, keys: tuple[str, str]
) -> dict[str, Figure]:
    """Figures for quotations found and for speakers, under two keys."""
    found = spoken = Tally()
    misses: list[str] = []
    for number, story in enumerate(stories, 1):
        case = _read(str(story["text"]), DAY, recognizer)
        truth = [row if len(row) > 1 else (*row, "") for row in rows_of(story["truth"])]
        one, other, missed = compare_quotations(truth, quotations_of(case.dossier, case.source_id))
        found, spoken = found + one, spoken + other
        misses += [f"story {number}: {line}" for line in missed]
    if not stories:
        return {}
    return {
        keys[0]: Figure(found.f1, _counts(found), tuple(misses)),
        keys[1]: Figure(spoken.f1, _counts(spoken), tuple(misses)),
    }


def compare_quotations(
    truth: Sequence[Sequence[str]], quotations: Sequence[tuple[str, frozenset[str]]]
) -> tuple[Tally, Tally, tuple[str, ...]]:
    """Compare quotations with labels.

    Args:
        truth: Quoted words and speaker, in text order; an empty speaker for nobody.
        quotations: Quoted words, and every name that its speaker goes by.

    Returns:
        Quotations found; quotations with the right speaker; what is wrong, in words.
    """
    known = {row[0] for row in truth}
    # Words between marks that are credited to nobody and labelled by nobody cost nothing.
    found = [(words, names) for words, names in quotations if names or words in known]
    left = list(found)
    misses = []
    right = credited = 0
    for words, speaker in ((row[0], row[1]) for row in truth):
        match = next((one for one in left if one[0] == words), None)
        if match is None:
            misses.append(f"not found: {words!r}")
            continue
        left.remove(match)
        right += 1
        if _is_same(speaker, match[1]):
            credited += 1
        else:
            misses.append(f"{words!r}: said by {sorted(match[1])}, should be {speaker!r}")
    misses += [f"should not be one: {words!r} by {sorted(names)}" for words, names in left]
    return (
        Tally(right, len(found), len(truth)),
        Tally(credited, len(found), len(truth)),
        tuple(misses),
    )


def _is_same(speaker: str, names: frozenset[str]) -> bool:
    if not speaker:
        return not names
    return any(speaker in name or (len(name) >= _LEAST_NAME and name in speaker) for name in names)


def measure_pronouns(labels: Path, recognizer: str) -> dict[str, Figure]:
    """Measure whom "he" and "she" are taken to mean.

    Args:
        labels: Folder of label files.
        recognizer: Its name.
    """
    right = answered = named = known_answers = 0
    misses: list[str] = []
    for number, story in enumerate(read_list(labels, "pronouns*.yml"), 1):
        text, marked = parse_marked(str(story["text"]))
        case = _read(text, DAY, recognizer)
        names = _pronouns_of(case)
        for one in marked:
            meant = names.get(one.start + case.offset)
            answered += meant is not None
            named += bool(one.means)
            known_answers += bool(one.means) and meant is not None
            right += meant is not None and one.means in meant
            if one.means not in (meant or ("",)):
                misses.append(_describe(number, text, one, meant))
    if not named:
        return {}
    counts = f"{right} right of {answered} answered"
    return {
        "pronouns": Figure(right / max(1, answered), counts, tuple(misses)),
        "pronouns_answered": Figure(
            known_answers / named, f"{known_answers} of {named} that mean a named person"
        ),
    }


def _describe(number: int, text: str, one: Marked, meant: Sequence[str] | None) -> str:
    around = text[max(0, one.start - 30) : one.end + 30].replace("\n", " / ")
    said = "nobody" if meant is None else "/".join(meant)
    return f"story {number}: …{around}…: {said}, should be {one.means or 'nobody'}"


def measure_dates(labels: Path, recognizer: str) -> dict[str, Figure]:
    """Measure which date expressions are found, and which days they are read as.

    Args:
        labels: Folder of label files.
        recognizer: Its name.
    """
    tuned, unseen = _part(labels, "dates*.yml")
    known = _compare_dates(tuned, recognizer, ("dates", "intervals"))
    hidden = _compare_dates(unseen, recognizer, ("unseen_dates", "unseen_intervals"))
    return known | _without_misses(hidden)


def _compare_dates(
    stories: Sequence[Mapping[str, Plain]], recognizer: str, keys: tuple[str, str]
) -> dict[str, Figure]:
    """Figures for the values of dates and for the days of those found, under two keys."""
    tally = Tally()
    met = 0
    misses: list[str] = []
    for number, story in enumerate(stories, 1):
        text = str(story["text"])
        case = _read(text, str(story.get("day", DAY)), recognizer)
        wanted = _place(text, [(row[0], row[1]) for row in rows_of(story["dates"])], case.offset)
        found = _dates_of(case)
        pairs = pair_spans([span for span, _, _ in wanted], [span for span, _, _ in found])
        right = 0
        for index, (_, words, value) in enumerate(wanted):
            got = found[pairs[index]][2] if index in pairs else ""
            if got and same_days(value, got):
                right += 1
            else:
                misses.append(f"case {number}: {words!r} = {got or 'nothing'}, should be {value}")
        extra = [one for index, one in enumerate(found) if index not in pairs.values()]
        misses += [f"case {number}: {words!r} = {value}, not labelled" for _, words, value in extra]
        met += len(pairs)
        tally += Tally(right, len(found), len(wanted))
    if not tally.wanted:
        return {}
    share = tally.right / met if met else 0.0
    return {
        keys[0]: Figure(tally.f1, _counts(tally), tuple(misses)),
        keys[1]: Figure(share, f"{tally.right} right of {met} found"),
    }


def names_of(actor: Actor) -> tuple[str, ...]:
    """Every name an actor goes by."""
    return (actor.name, *(alias.name for alias in actor.aliases))


def _place(
    text: str, rows: Sequence[tuple[str, str]], offset: int
) -> list[tuple[tuple[int, int], str, str]]:
    """Find labelled words in text order, each behind the one before."""
    placed = []
    position = 0
    for words, value in rows:
        start = text.index(words, position)
        position = start + len(words)
        placed.append(((start + offset, position + offset), words, value))
    return placed


def _dates_of(case: _Case) -> list[tuple[tuple[int, int], str, str]]:
    extraction = case.dossier.extractions[case.source_id]
    values = case.dossier.calendar.timexes
    return [
        (
            (timex.anchor.start, timex.anchor.end),
            timex.anchor.exact,
            values[timex.id].value.edtf,
        )
        for timex in extraction.timexes
        if timex.id in values and timex.anchor.start >= case.offset
    ]


def _pronouns_of(case: _Case) -> Mapping[int, tuple[str, ...]]:
    """Names of the person meant, by where the pronoun begins."""
    mentions: dict[str, Mention] = {
        one.id: one for one in case.dossier.extractions[case.source_id].mentions
    }
    return {
        mentions[key].anchor.start: names_of(actor)
        for actor in case.dossier.actors.values()
        for key in actor.mention_ids
        if key in mentions
    }


def quotations_of(dossier: Dossier, source_id: str) -> list[tuple[str, frozenset[str]]]:
    """The quotations of an article: quoted words, and every name that their speaker goes by."""
    pieces: dict[str, Quote] = {one.id: one for one in dossier.extractions[source_id].quotes}
    found = []
    for quotation in dossier.quotations:
        if quotation.kind not in _SPOKEN:
            continue
        actors = [dossier.actors[key] for key in quotation.speaker_ids]
        names = {name for actor in actors for name in names_of(actor)}
        names |= {quotation.speaker_label} - {""}
        for key in quotation.quote_ids:
            if key not in pieces:
                continue
            piece = pieces[key]
            own = {piece.speaker_words.exact} if piece.speaker_words else set()
            found.append((piece.content.exact, frozenset(names | own)))
    return found


def _read(text: str, day: str, recognizer: str) -> _Case:
    date = parse_edtf(day).start
    shown = f"{WEEKDAYS[date.weekday()]}, {MONTHS[date.month - 1]} {date.day}, {date.year}"
    article = f"{_HEADLINE}\n\n{shown}\n\n{text}\n"
    made = assemble_texts({"case.txt": article}, recognizer).dossier
    (source,) = made.sources.values()
    return _Case(made, source.text.index(text), source.id)


def _counts(tally: Tally) -> str:
    return f"{tally.right} right of {tally.found} found and {tally.wanted} wanted"
