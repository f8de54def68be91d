"""How many cases of rules are written down, by what they are about."""

from pathlib import Path

from dossier.bench.labels import read_labels
from dossier.bench.rows import NOT_AT_HAND, Figure

TOPICS = {
    "names": ("mentions_", "names_", "actors_joined"),
    "dates": ("timex_", "dates_", "dating_"),
    "quotations": ("quotes_",),
    "roles": ("actors_roles",),
    "events": ("events_",),
}
"""How the folders of cases begin, by topic."""


def count_cases(folder: Path) -> Figure:
    """Count files of cases and the answers that they expect.

    Args:
        folder: The folder ``tests/cases``.

    Returns:
        No figure, only counts: answers by topic, in all, and in how many files.
    """
    if not folder.is_dir():
        return NOT_AT_HAND
    answers = dict.fromkeys(TOPICS, 0)
    files = 0
    for topic, beginnings in TOPICS.items():
        for cases in sorted(folder.glob("*")):
            if cases.name.startswith(beginnings):
                for _, content in read_labels(cases, "*.yml"):
                    answers[topic] += sum(_answers(one) for one in _list_cases(content))
                    files += 1
    listed = ", ".join(f"{topic} {count}" for topic, count in answers.items())
    return Figure(None, f"{listed}: {sum(answers.values())} answers in {files} files")


def _list_cases(content: object) -> list[object]:
    """What each case of a file expects: files hold one case, or several under ``cases``."""
    cases = content.get("cases", [content]) if isinstance(content, dict) else [content]
    return [one.get("expected", one) if isinstance(one, dict) else one for one in cases]


def _answers(expected: object) -> int:
    """How many answers a case expects; that nothing is found is one."""
    return max(1, len(expected)) if isinstance(expected, list | dict) else 1
