"""How much the rules of the audit notice by themselves, and how often they err."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from dossier.bench.folders import line_of
from dossier.bench.labels import list_of, mapping_of, read_labels, rows_of, texts_of
from dossier.bench.projects import Assembled, assemble_folder
from dossier.bench.rows import Figure
from dossier.bench.seeds import Line, places_of
from dossier.bench.tally import pair_most
from dossier.model import Dossier, Finding

SEEDS = "seeds"
"""Name under which the seeds stand among the labelled corpora."""


def measure_findings(
    corpora: Path, labels: Path, folders: Mapping[str, Assembled], recognizer: str
) -> dict[str, Figure]:
    """Measure what rules find of a careful reader's list, and how much of what they find is good.

    Labels (``findings.yml``) hold under a corpus' name for each id of a finding whether it is
    worth a reader's time: ``yes`` or ``no``. A finding that nobody has judged counts as bad.

    Args:
        corpora: The folder that holds ``seeds`` and ``content``.
        labels: Folder of label files.
        folders: Folders of raw articles, by name.
        recognizer: Its name.
    """
    held = {name: one.dossier for name, one in folders.items()}
    figures = {}
    if (corpora / "seeds").is_dir():
        held[SEEDS] = assemble_folder(corpora / "seeds", recognizer).dossier
        for _, content in read_labels(corpora / "content", "*.yml"):
            figures["findings_found"] = _found(mapping_of(content), held[SEEDS])
    for _, content in read_labels(labels, "findings.yml"):
        judged = {
            name: dict(map(_pair, rows_of(rows))) for name, rows in mapping_of(content).items()
        }
        figures["findings_good"] = _good(judged, {name: held[name] for name in folders})
        if SEEDS in held:
            figures["seed_findings_good"] = _good(judged, {SEEDS: held[SEEDS]})
    return figures


def _pair(row: tuple[str, ...]) -> tuple[str, str]:
    return row[0], row[1]


def _found(content: Mapping[str, object], dossier: Dossier) -> Figure:
    """A listed discrepancy is found if a finding of its type stands on two of its lines.

    One line is enough where the list or the finding gives no more.
    """
    entries = [mapping_of(one) for one in list_of(content["conflicts"])]  # type: ignore[arg-type]
    choices = [
        [
            one.id
            for one in dossier.findings
            if one.finding_type.value == entry["type"]
            and _meet(set(places_of(entry["at"])), _lines(one, dossier))
        ]
        for entry in entries
    ]
    pairs = pair_most(choices)
    misses = [
        f"{entry['id']} {entry['type']} {', '.join(texts_of(entry['at']))}"
        for at, entry in enumerate(entries)
        if at not in pairs
    ]
    counts = f"{len(pairs)} of {len(entries)}; {len(dossier.findings)} found in all"
    return Figure(len(pairs) / max(1, len(entries)), counts, tuple(misses))


def _meet(wanted: set[Line], got: set[Line]) -> bool:
    return len(wanted & got) >= min(2, len(wanted), len(got))


def _lines(finding: Finding, dossier: Dossier) -> set[Line]:
    return {(side.source_id, line_of(side, dossier)) for side in finding.sides}


def _good(judged: Mapping[str, Mapping[str, str]], held: Mapping[str, Dossier]) -> Figure:
    found = [
        (name, one, judged.get(name, {}).get(one.id, "not judged"))
        for name in held
        for one in _by_type(held[name].findings)
    ]
    good = sum(verdict == "yes" for _, _, verdict in found)
    unjudged = sum(verdict == "not judged" for _, _, verdict in found)
    misses = [
        f"{name}: {one.id} {verdict}: {one.text}"
        for name, one, verdict in found
        if verdict != "yes"
    ]
    counts = f"{good} of {len(found)} found" + (f", {unjudged} not judged" if unjudged else "")
    return Figure(good / max(1, len(found)), counts, tuple(misses))


def _by_type(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda one: (one.finding_type.value, one.id))
