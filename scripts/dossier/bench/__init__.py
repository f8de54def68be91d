"""How well extraction does, measured on articles and cases that people have labelled.

A figure that no command prints is not quoted anywhere. ``dossier bench`` runs a recogniser over
labelled cases of our own (``tests/bench``) and, where they are at hand, over outside corpora, and
prints one table: measure, floor, goal, today. Everything goes through the same stages as a
reader's dossier, without edits.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from dossier.bench.articles import measure_articles
from dossier.bench.cases import measure_dates, measure_pronouns, measure_quotations
from dossier.bench.findings import measure_findings
from dossier.bench.folders import measure_events, measure_merges, measure_speed, read_folders
from dossier.bench.growth import measure_growth
from dossier.bench.gum import measure_gum
from dossier.bench.joins import measure_joins
from dossier.bench.projects import NotInstalledError, find_version
from dossier.bench.rows import Bench, Figure, Row, fill_rows
from dossier.bench.seeds import measure_seeds
from dossier.bench.table import (
    BENCH_FILE,
    BENCH_PAGE,
    draw_misses,
    draw_table,
    render_json,
    render_page,
)
from dossier.bench.written import count_cases

__all__ = [
    "BENCH_FILE",
    "BENCH_PAGE",
    "RECOGNIZERS",
    "Bench",
    "Figure",
    "Row",
    "draw_misses",
    "draw_table",
    "render_json",
    "render_page",
    "run_bench",
]

RECOGNIZERS = ("rules", "spacy")

Progress = Callable[[str], None]


def run_bench(
    project: Path,
    corpora: Path | None,
    recognizers: Sequence[str] = RECOGNIZERS,
    progress: Progress = lambda _: None,
) -> Bench:
    """Measure recognisers on all that is at hand.

    Args:
        project: The folder that holds ``tests/bench``.
        corpora: The folder that holds ``score.py`` and ``dev``; ``seeds`` and ``content`` may
            stand beside it. None if there is none.
        recognizers: Names, as in ``seeds/dossier.yml``.
        progress: Called with a line of text as each measuring begins.

    Returns:
        Every row of the table; a row that could not be measured says why.

    Raises:
        DossierError: A file of labels cannot be understood.
    """
    figures: dict[str, dict[str, Figure]] = {}
    versions = {}
    for name in recognizers:
        progress(f"Measuring {name}")
        try:
            versions[name] = find_version(name)
            figures[name] = _measure(project, corpora, name, progress)
        except NotInstalledError:
            versions[name] = "not installed"
    return Bench(versions=versions, rows=fill_rows(figures, recognizers))


def _measure(
    project: Path, corpora: Path | None, recognizer: str, progress: Progress
) -> dict[str, Figure]:
    labels = project / "tests" / "bench"
    progress("  cases of our own")
    figures = {
        **measure_quotations(project, recognizer),
        **measure_pronouns(labels, recognizer),
        **measure_dates(labels, recognizer),
        **measure_joins(labels, recognizer),
        "written": count_cases(project / "tests" / "cases"),
    }
    progress("  whole articles of our own")
    figures |= measure_articles(labels, corpora, recognizer)
    if corpora is None:
        return figures
    progress("  GUM news")
    figures |= measure_gum(corpora, recognizer)
    progress("  the seeds")
    figures |= measure_seeds(corpora.parent, labels, recognizer)
    progress("  folders of raw articles")  # timed before hostile lines fill the memory
    folders = read_folders(corpora / "dev" / "folders", recognizer)
    progress("  hostile lines")
    growth = measure_growth(recognizer)
    return (
        figures
        | measure_events(labels, folders)
        | measure_merges(labels, folders)
        | measure_findings(corpora.parent, labels, folders, recognizer)
        | measure_speed(folders)
        | growth
    )
