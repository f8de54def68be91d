"""Measures on folders of raw articles: noise among events, false merges, speed."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from dossier.bench.labels import mapping_of, read_labels, rows_of, texts_of
from dossier.bench.projects import Assembled, assemble_folder
from dossier.bench.rows import Figure
from dossier.model import Anchor, Dossier, Event
from dossier.vocabulary import MentionForm

YES = frozenset({"yes", "page", "event", "good", "true"})
"""Verdicts that say a reader would want a page."""


def read_folders(root: Path, recognizer: str) -> Mapping[str, Assembled]:
    """Take every folder of raw articles through every stage, each as a project of its own.

    Returns:
        What came of each, by the folder's name; nothing if ``root`` is not there.
    """
    if not root.is_dir():
        return {}
    return {
        folder.name: assemble_folder(folder / "docs", recognizer)
        for folder in sorted(root.iterdir())
        if (folder / "docs").is_dir()
    }


def measure_events(labels: Path, folders: Mapping[str, Assembled]) -> dict[str, Figure]:
    """Measure how many published events are ones that a reader would want a page for.

    Labels are rows of source, line and verdict (and, where a line tells several, the words that
    name the event) under the name of a folder. Events that nobody judged are left out and counted.

    Args:
        labels: Folder of label files, ``events*.yml``.
        folders: The folders, by name.
    """
    verdicts = _verdicts(labels)
    judged = {name: made.dossier for name, made in folders.items() if name in verdicts}
    return _noise("noise", judged, verdicts)


Verdicts = Mapping[str, Mapping[tuple[str, str], tuple[tuple[str, bool], ...]]]


def _verdicts(labels: Path) -> Verdicts:
    """Verdicts by folder, then by source and line: words that name the event, and the verdict."""
    found: dict[str, dict[tuple[str, str], tuple[tuple[str, bool], ...]]] = {}
    for _, content in read_labels(labels, "events*.yml"):
        for folder, rows in mapping_of(content).items():
            held = found.setdefault(folder, {})
            for source, line, verdict, *words in rows_of(rows):
                key = (source, line.removeprefix("L").partition(".")[0])
                row = (words[0] if words else "", verdict.casefold() in YES)
                held[key] = (*held.get(key, ()), row)
    return found


def _noise(key: str, dossiers: Mapping[str, Dossier], verdicts: Verdicts) -> dict[str, Figure]:
    right = wrong = unjudged = 0
    misses = []
    for name, dossier in dossiers.items():
        for event in dossier.events.values():
            verdict = judge(event, dossier, verdicts[name])
            if verdict is None:
                unjudged += 1
                misses.append(f"{name}: {_where(event, dossier)} {event.title!r} is not judged")
            elif verdict:
                right += 1
            else:
                wrong += 1
                misses.append(f"{name}: {_where(event, dossier)} {event.title!r} is noise")
    judged = right + wrong
    if not judged:
        return {}
    counts = f"{right} right of {judged} judged"
    counts += f", {unjudged} not judged" if unjudged else ""
    return {key: Figure(right / judged, counts, tuple(misses))}


def judge(
    event: Event,
    dossier: Dossier,
    verdicts: Mapping[tuple[str, str], tuple[tuple[str, bool], ...]],
) -> bool | None:
    """Say what readers think of an event.

    Args:
        event: A published event.
        dossier: Where it stands.
        verdicts: By source and line.

    Returns:
        Whether any place that tells it was judged to be an event; None if none was judged.
    """
    triggers = {
        one.id: one.trigger.exact.casefold()
        for part in dossier.extractions.values()
        for one in part.event_mentions
    }
    words = {triggers[key] for key in event.mention_ids if key in triggers}
    judged = []
    for anchor in event.anchors:
        rows = verdicts.get((anchor.source_id, str(line_of(anchor, dossier))), ())
        own = [verdict for trigger, verdict in rows if trigger and trigger.casefold() in words]
        judged += own or [verdict for trigger, verdict in rows if not trigger]
    return any(judged) if judged else None


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
    people = events = merged_people = merged_events = 0
    misses: list[str] = []
    for _, content in read_labels(labels, "distinct*.yml"):
        for name, held in mapping_of(content).items():
            if name not in folders:
                continue
            dossier = folders[name].dossier
            pairs = list(_pairs(mapping_of(held).get("people", [])))
            wrong = [pair for pair in pairs if _is_one_person(pair, dossier)]
            people, merged_people = people + len(pairs), merged_people + len(wrong)
            misses += [f"{name}: {left!r} and {right!r} are one" for left, right in wrong]
            pairs = list(_pairs(mapping_of(held).get("events", [])))
            wrong = [pair for pair in pairs if _is_one_event(pair, dossier)]
            events, merged_events = events + len(pairs), merged_events + len(wrong)
            misses += [f"{name}: {left} and {right} are one" for left, right in wrong]
    figures = {}
    if people:
        counts = f"of {people} pairs known to be two"
        figures["merged_people"] = Figure(merged_people, counts, tuple(misses))
    if events:
        counts = f"of {events} pairs known to be two"
        figures["merged_events"] = Figure(merged_events, counts, tuple(misses))
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
        The median over the folders, in milliseconds.
    """
    if not folders:
        return {}
    times = [made.ms_an_article for made in folders.values()]
    articles = sum(len(made.dossier.sources) for made in folders.values())
    counts = (
        f"median of {len(times)} folders, {articles} articles; {min(times):.0f} to {max(times):.0f}"
    )
    return {"speed": Figure(median(times), counts)}
