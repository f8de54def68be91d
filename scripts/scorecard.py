"""Run what the page on reliability counts, keep the figures and write the page.

    python scripts/scorecard.py          run the tests that count, then write
    python scripts/scorecard.py kills    run the tests of this line only, and keep the others
    python scripts/scorecard.py --write  write the page from the figures kept last

Figures of `make fuzz` and `make mutate` are taken from their last runs, in ``build/``; where
there are none, those kept before stay. A file of tests of which one fails has no line.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
KEPT = ROOT / "tests" / "scorecard.json"
EXPLAINED = ROOT / "tests" / "survivors.json"
PAGE = ROOT / "scripts" / "dossier" / "render" / "about" / "reliability.md"

COUNTED = {
    "hostile articles": ("hostile texts opened in a browser", "tests/browser/test_hostile*.py"),
    "hostile files": ("hostile files laid out and built", "tests/test_hostile_files.py"),
    "bad YAML": ("mistakes in YAML named by path and line", "tests/test_hostile_files.py"),
    "kills": ("builds killed at any point", "tests/test_nothing_lost.py"),
    "full disk": ("builds on a full disk", "tests/test_nothing_lost.py"),
    "read-only target": ("builds into what may not be written", "tests/test_nothing_lost.py"),
    "builds at once": ("builds started at the same time", "tests/test_nothing_lost.py"),
    "seeds": ("commands held to leaving seeds alone", "tests/test_nothing_lost.py"),
    "rebuilds": ("rebuilds compared byte for byte", "tests/test_determinism.py"),
    "sealed": ("pages used under the browser's network log", "tests/browser/test_sealed.py"),
    "html": ("pages by the Nu HTML checker", "tests/test_html.py"),
    "axe": ("pages by axe-core, in each window", "tests/browser/test_accessibility.py"),
    "links": ("links and anchors followed", "tests/test_built_site.py"),
}
"""By the key that a test gives its count: what was tried, and the tests that count it."""

_HEAD = """---
title: Reliability
description: What was tried against the program, how often, and what came of it.
---

# Reliability

What was tried against the program, how often, and what came of it. Each figure is what its
command counted when `make scorecard` last ran; run it to count again. Where a test cannot run on
a machine, its line counts less or is not there.
"""
_COUNTED_HEAD = """
| What | Tried | Violations | Command |
|---|---|---|---|
"""
_FUZZ = """
## Fuzzing

[atheris](https://pypi.org/project/atheris/) looks for inputs that reach new code and break what
must hold for any bytes: that a file is refused with a reason or read into passages that lie in its
text; that cleaning twice changes nothing; that a date reads back from its own words; that every
quotation stands where it says; that a file of edits is understood or refused by name and line.
`make fuzz SECONDS=60` runs it; what it starts from and what it ever found is in
`tests/fuzz/corpus`, and each test run feeds that to the harnesses again.

| Harness | Executions | Inputs that broke it |
|---|---|---|
"""
_MUTANTS = """
## Mutation

`make mutate` breaks the code in one place at a time with
[cosmic-ray](https://pypi.org/project/cosmic-ray/)'s changes and runs the tests of that room.
A change that no test notices is a survivor. The whole takes hours, so every nth of a room's
mutants is tried, the same on every machine; `SAMPLE=0` tries all.

| Room | Mutants | Tried | Noticed | Score |
|---|---|---|---|---|
"""
_SURVIVORS = """
Survivors, as the line reads with the change in it:

| Line | Changed to | Why no test notices |
|---|---|---|
"""


def main() -> int:
    """Count and write; returns 1 if a test fails."""
    options = argparse.ArgumentParser(description="Count what the page on reliability says.")
    options.add_argument("--write", action="store_true", help="only write the page")
    options.add_argument("rows", nargs="*", metavar="ROW", help=f"of {', '.join(COUNTED)}")
    given = options.parse_args()
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.is_file() else {}
    failed = []
    if not given.write:
        failed = count(kept.setdefault("tests", {}), given.rows or list(COUNTED))
        for name in ("fuzz", "mutate"):
            path = BUILD / f"{name}.json"
            if path.is_file():
                kept[name] = json.loads(path.read_text("utf-8"))
        KEPT.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")
    PAGE.write_text(render(kept, json.loads(EXPLAINED.read_text("utf-8"))), "utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
    for tests in failed:
        print(f"{tests}: a test fails, so its lines were left out", file=sys.stderr)
    return 1 if failed else 0


def count(counts: dict[str, list[int]], rows: list[str]) -> list[str]:
    """Run the tests that count, one file at a time.

    Args:
        counts: What is known by row; brought up to date.
        rows: Rows to count again, with whatever else the same tests count.

    Returns:
        Tests of which one fails; their rows are taken out of ``counts``.
    """
    BUILD.mkdir(exist_ok=True)
    scores = BUILD / "scores.json"
    failed = []
    for pattern in sorted({COUNTED[row][1] for row in rows}):
        files = [str(path) for path in sorted(ROOT.glob(pattern))]
        if not files:
            continue
        command = [sys.executable, "-m", "pytest", "-q", "-n0", "--timeout=1800"]
        command += ["--scores", str(scores), *files]
        ran = subprocess.run(command, cwd=ROOT, check=False)
        for row, (_, tests) in COUNTED.items():
            if tests == pattern:
                counts.pop(row, None)
        if ran.returncode:
            failed.append(pattern)
        else:
            counts |= json.loads(scores.read_text("utf-8"))
    return failed


def render(kept: dict[str, Any], explained: dict[str, str]) -> str:
    """Write the figures as a page.

    Args:
        kept: What runs counted.
        explained: Reasons by survivor: file, colon, the line as changed.
    """
    counts, fuzzed, mutated = (kept.get(name, {}) for name in ("tests", "fuzz", "mutate"))
    lines = [_HEAD.rstrip("\n")]
    if counts:
        lines.append(_COUNTED_HEAD.rstrip("\n"))
    for key, (label, tests) in COUNTED.items():
        if key in counts:
            tried, violations = counts[key]
            lines.append(f"| {label} | {tried:,} | {violations:,} | `pytest {tests}` |")
    if fuzzed:
        lines.append(_FUZZ.rstrip("\n"))
        for name, row in fuzzed.items():
            lines.append(f"| {name} | {row['executions']:,} | {len(row['found'])} |")
    if mutated:
        lines += [_MUTANTS.rstrip("\n"), *_mutants(mutated), _SURVIVORS.rstrip("\n")]
        for survivor in sorted(one for row in mutated.values() for one in row["survivors"]):
            place, _, line = survivor.partition(": ")
            reason = explained.get(f"{place.rpartition(':')[0]}: {line}", "–")
            lines.append(f"| `{place}` | `{line.replace('|', '&#124;')}` | {reason} |")
    return "\n".join(lines) + "\n"


def _mutants(mutated: dict[str, Any]) -> list[str]:
    lines = []
    for room, row in mutated.items():
        share = 100 * row["noticed"] / row["tried"]
        lines.append(
            f"| {room} | {row['all']:,} | {row['tried']:,} | {row['noticed']:,} | {share:.0f} % |"
        )
    return lines


if __name__ == "__main__":
    sys.exit(main())
