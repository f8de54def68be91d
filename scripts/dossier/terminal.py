"""What a command tells on the terminal beside its result: progress, and what was noticed."""

import sys
from collections import Counter
from collections.abc import Sequence

from dossier.errors import Problem
from dossier.render.words import count

SHOWN_WARNINGS = 12
"""Warnings printed before the rest are counted."""


def say_progress(line: str) -> None:
    """Say what begins now."""
    print(f"{line} …", file=sys.stderr)


def print_problems(problems: Sequence[Problem], *, show_all: bool) -> None:
    """Print what was noticed: every error first, then warnings, then how many there are of each.

    Args:
        problems: What was noticed, in any order of severity.
        show_all: Whether to print every warning, not the first few.
    """
    errors = [problem for problem in problems if problem.severity == "error"]
    others = [problem for problem in problems if problem.severity != "error"]
    shown = others if show_all else others[:SHOWN_WARNINGS]
    for problem in (*errors, *shown):
        print(problem, file=sys.stderr)
    if len(others) > len(shown):
        more = count(len(others) - len(shown), "more warning")
        print(f"… and {more} (see them with --all)", file=sys.stderr)
    if problems:
        counts = Counter(str(problem.severity) for problem in problems)
        print(", ".join(count(counts[key], key) for key in sorted(counts)), file=sys.stderr)
