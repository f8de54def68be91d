"""Measures on folders of raw articles: noise among events, false merges, speed."""

import platform
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from statistics import median

from dossier.bench.labels import mapping_of, read_labels, rows_of, texts_of
from dossier.bench.projects import Assembled, assemble_folder
from dossier.bench.rows import Figure
from dossier.model import Anchor, Dossier, Event
from dossier.vocabulary import MentionForm

PASSES = 3
"""How often each folder is gone through; of the times the shortest counts."""


def read_folders(root: Path, recognizer: str) -> Mapping[str, Assembled]:
    """Take every folder of raw articles through every stage, each as a project of its own.

    Returns:
        What came of each, by the folder's name; nothing if ``root`` is not there.
    """
    if not root.is_dir():
        return {}
    return {
        folder.name: assemble_folder(folder / "docs", recognizer, passes=PASSES)
        for folder in sorted(root.iterdir())
        if (folder / "docs").is_dir()
    }


def measure_events(labels: Path, folders: Mapping[str, Assembled]) -> dict[str, Figure]:
    """Measure how many published events are ones that a reader would want a page for.

    Labels (``events*.yml``) list under a folder's name and the beginning of a source's id the
    sentences that tell one: ``L7.2``, or ``L7.2 met`` where only these words name it. Any other
    sentence of the folder tells none.

    Args:
        labels: Folder of label files.
        folders: The folders, by name.
    """
    right = total = told = wanted = 0
    misses = []
    for _, content in read_labels(labels, "events*.yml"):
        for name, held in mapping_of(content).items():
            if name not in folders:
                continue
            dossier = folders[name].dossier
            listed = {(source, one) for source, *rows in rows_of(held) for one in rows}
            covered: set[tuple[str, str]] = set()
            for event in dossier.events.values():
                hits = find_listed(event, dossier, listed)
                covered |= {place for place in hits if place is not None}
                total += 1
                # Half of what stands on a page must tell a happening, not one line of it.
                if 2 * sum(place is not None for place in hits) >= len(hits):
                    right += 1
                else:
                    misses.append(f"{name}: {_where(event, dossier)} {event.title!r} is none")
            told, wanted = told + len(covered), wanted + len(listed)
    if not total:
        return {}
    counts = f"{told} of {wanted} sentences that tell one"
    return {
        "noise": Figure(right / total, f"{right} of {total} published", tuple(misses)),
        "covered": Figure(told / wanted, counts),
    }


def find_listed(
    event: Event, dossier: Dossier, listed: Set[tuple[str, str]]
) -> tuple[tuple[str, str] | None, ...]:
    """Find which sentences that tell an event are listed.

    Args:
        event: An event.
        dossier: Where it stands.
        listed: Beginning of a source's id, and a sentence of it, perhaps with words.

    Returns:
        For each place that tells it, the label it meets; None if it meets none.
    """
    found: list[tuple[str, str] | None] = []
    for part in dossier.extractions.values():
        for mention in part.event_mentions:
            if mention.id not in event.mention_ids:
                continue
            source, _, sentence = mention.sentence_id.rpartition(":")
            told = {sentence, f"{sentence} {mention.trigger.exact.casefold()}"}
            met = (
                pair for pair in sorted(listed) if source.startswith(pair[0]) and pair[1] in told
            )
            found.append(next(met, None))
    return tuple(found)


def line_of(anchor: Anchor, dossier: Dossier) -> int:
    """Line of the file on which the paragraph of some words begins."""
    passages = dossier.sources[anchor.source_id].passages
    return next((one.first_line for one in passages if one.start <= anchor.start < one.end), 1)


def _where(event: Event, dossier: Dossier) -> str:
    anchor = event.anchors[0]
    return f"{anchor.source_id}:L{line_of(anchor, dossier)}"


def measure_merges(labels: Path, folders: Mapping[str, Assembled]) -> dict[str, Figure]:
    """Count people and events that are known to be two and are shown as one.

    Labels (``distinct*.yml``) list under a folder's name rows of names of ``people`` and rows
    of sentences (``source:L7.2``) of ``events``; all in a row differ.

    Args:
        labels: Folder of label files.
        folders: The folders, by name.
    """
    figures = {}
    for kind, key, is_one in (
        ("people", "merged_people", _is_one_person),
        ("events", "merged_events", _is_one_event),
    ):
        total = 0
        misses: list[str] = []
        for _, content in read_labels(labels, "distinct*.yml"):
            for name, held in mapping_of(content).items():
                for pair in _pairs(mapping_of(held).get(kind, [])) if name in folders else ():
                    total += 1
                    if is_one(pair, folders[name].dossier):
                        misses.append(f"{name}: {pair[0]} and {pair[1]} are one")
        if total:
            counts = f"of {total} pairs known to be two"
            figures[key] = Figure(len(misses), counts, tuple(misses))
    return figures


def _pairs(rows: object) -> Iterator[tuple[str, str]]:
    """All pairs of each row of things that are all different."""
    for row in rows if isinstance(rows, list) else []:
        held = texts_of(row)
        yield from ((a, b) for at, a in enumerate(held) for b in held[at + 1 :])


def _is_one_person(pair: tuple[str, str], dossier: Dossier) -> bool:
    names = {
        one.id: one.name
        for part in dossier.extractions.values()
        for one in part.mentions
        if one.form is MentionForm.NAME
    }
    return any(
        set(pair) <= {names[key] for key in actor.mention_ids if key in names} | {actor.name}
        for actor in dossier.actors.values()
    )


def _is_one_event(pair: tuple[str, str], dossier: Dossier) -> bool:
    sentences = {
        one.id: one.sentence_id
        for part in dossier.extractions.values()
        for one in part.event_mentions
    }
    return any(
        all(any(_is_at(sentences[key], place) for key in event.mention_ids) for place in pair)
        for event in dossier.events.values()
    )


def _is_at(sentence_id: str, place: str) -> bool:
    """Whether a sentence is the one meant; its source is given by the beginning of its id."""
    source, _, sentence = place.rpartition(":")
    return sentence_id.startswith(source) and sentence_id.rpartition(":")[2] == sentence


def measure_speed(folders: Mapping[str, Assembled]) -> dict[str, Figure]:
    """Measure processor time an article, everything but writing pages.

    Returns:
        The median over the folders, in milliseconds; and, since one machine is faster than
        another, how often the articles' words could be counted in the same time, and which
        Python ran.
    """
    if not folders:
        return {}
    times = [made.ms_an_article for made in folders.values()]
    articles = sum(len(made.dossier.sources) for made in folders.values())
    in_counts = median(made.seconds / made.yardstick for made in folders.values())
    first = median(1000 * made.first / len(made.dossier.sources) for made in folders.values())
    counts = (
        f"median of {len(times)} folders, {articles} articles; {min(times):.0f} to "
        f"{max(times):.0f}; the best of {PASSES} passes, in the first {first:.1f} ms; "
        f"{in_counts:.0f} times as long as counting their words in the same run; "
        f"{platform.python_implementation()} {platform.python_version()}"
    )
    return {"speed": Figure(median(times), counts)}
