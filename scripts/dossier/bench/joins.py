"""Whether what two papers tell of one happening becomes one event, and what is two stays two.

Each case is a dossier of its own: one or two short articles, read as files would be.
"""

from collections.abc import Mapping
from pathlib import Path

from dossier.bench.labels import Plain, mapping_of, read_list, rows_of
from dossier.bench.projects import assemble_texts
from dossier.bench.rows import Figure
from dossier.dates import MONTHS, WEEKDAYS, parse_edtf
from dossier.errors import EditError
from dossier.model import Dossier, Event

Place = tuple[str, int, int]
"""Words in a text: the article, the first code point, the one after the last."""


def measure_joins(labels: Path, recognizer: str) -> dict[str, Figure]:
    """Measure which accounts of one happening are joined, and which of two.

    Labels (``joins*.yml``) hold ``articles`` by name, each with ``day``, ``head`` and ``text``,
    and pairs of sentences, each given by some words of it behind its article's name
    (``a: met in Brackwater``): those that tell ``one`` happening and those that tell ``two``.
    Between articles or within one, published or only listed.

    Args:
        labels: Folder of label files.
        recognizer: Its name.

    Returns:
        The share of accounts joined, and a count of those joined wrongly.

    Raises:
        EditError: Labelled words stand nowhere in their article.
    """
    joined = wanted = apart = 0
    missed: list[str] = []
    mixed: list[str] = []
    for case in read_list(labels, "joins*.yml"):
        dossier = assemble_texts(_write_articles(case), recognizer).dossier
        for one, other in rows_of(case.get("one", [])):
            wanted += 1
            if _are_one(dossier, one, other):
                joined += 1
            else:
                missed.append(f"{case['shows']}: {one!r} and {other!r} are two")
        for one, other in rows_of(case.get("two", [])):
            apart += 1
            if _are_one(dossier, one, other):
                mixed.append(f"{case['shows']}: {one!r} and {other!r} are one")
    if not wanted:
        return {}
    counts = f"{joined} of {wanted} pairs of sentences known to tell one"
    return {
        "joined": Figure(joined / wanted, counts, tuple(missed)),
        "joined_wrongly": Figure(len(mixed), f"of {apart} pairs known to be two", tuple(mixed)),
    }


def _write_articles(case: Mapping[str, Plain]) -> dict[str, str]:
    """Articles by file name, each with headline and day above its text."""
    written = {}
    for name, held in mapping_of(case["articles"]).items():
        article = mapping_of(held)
        day = parse_edtf(str(article["day"])).start
        shown = f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year}"
        written[f"{name}.txt"] = f"{article['head']}\n\n{shown}\n\n{article['text']}\n"
    return written


def _are_one(dossier: Dossier, one: str, other: str) -> bool:
    places = [_find_words(dossier, words) for words in (one, other)]
    events = (*dossier.events.values(), *dossier.mentioned)
    return any(all(_tells(event, place) for place in places) for event in events)


def _tells(event: Event, place: Place) -> bool:
    """Whether a sentence that tells an event holds some words."""
    source, start, end = place
    return any(
        at.source_id == source and at.start <= start and end <= at.end for at in event.anchors
    )


def _find_words(dossier: Dossier, label: str) -> Place:
    name, _, words = label.partition(": ")
    for source in dossier.sources.values():
        if source.id == name and words in source.text:
            start = source.text.index(words)
            return source.id, start, start + len(words)
    raise EditError(f"{label!r}: the article has no such words")
