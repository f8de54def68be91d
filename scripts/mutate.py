"""Break the code in many places, one at a time, and see whether its tests notice.

    python scripts/mutate.py                 a sample of 24 mutants a room
    python scripts/mutate.py --sample 0      every mutant: hours
    python scripts/mutate.py dates anchors   these rooms only

Mutants are cosmic-ray's. The sample is the same on every machine: of all mutants of a room in
order, every nth. Each lives in a copy of the project, never in the project itself; each is tried
on the tests of its own room alone, so that a test elsewhere which would notice does not count.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parent.parent
SAVED = ROOT / "build" / "mutate.json"
COPIED = ("scripts", "tests", "seeds", "docs", "mkdocs.yml", "pyproject.toml")
PATIENCE = 600
"""Seconds after which a mutant counts as noticed: it made a loop endless."""

ROOMS = {
    "dates": ("dates.py", "tests/test_dates.py tests/test_dating.py"),
    "anchors": ("anchors.py", "tests/test_anchors.py tests/test_edits.py"),
    "edits": ("edits/*.py", "tests/test_edits.py tests/test_moved.py tests/test_suggest.py"),
    "checks": ("check/*.py", "tests/test_check.py"),
    "audit": ("audit/rules/*.py", "tests/test_audit.py"),
}
"""Files under ``scripts/dossier``, and the tests that must notice."""

_UNTOUCHED = ("BitOr", "RemoveDecorator")
"""``|`` stands in types more than in code; a decorator off a dataclass breaks the import."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One place to break.

    Attributes:
        path: File, relative to the project.
        operator: cosmic-ray's name of the change.
        occurrence: Which of the places where the change can be made, from 0.
        line: Line of the place.
    """

    path: str
    operator: str
    occurrence: int
    line: int


def main() -> int:
    """Try mutants; returns 0, for survivors are read by people."""
    options = argparse.ArgumentParser(description="Break the code and see whether tests notice.")
    options.add_argument("--sample", type=int, default=24, help="mutants a room; 0 for all")
    options.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(ROOMS)}")
    given = options.parse_args()
    unknown = sorted(set(given.rooms) - set(ROOMS))
    if unknown:
        options.error(f"{unknown[0]!r} is not one of {', '.join(ROOMS)}")
    rows = json.loads(SAVED.read_text("utf-8")) if SAVED.is_file() else {}
    with tempfile.TemporaryDirectory() as folder:
        copy = lay_copy(Path(folder) / "copy")
        for room in given.rooms or ROOMS:
            rows[room] = try_room(copy, room, given.sample)
            row = rows[room]
            print(
                f"{room}: {row['noticed']} of {row['tried']} noticed, "
                f"sampled from {row['all']} mutants",
                flush=True,
            )
            SAVED.parent.mkdir(exist_ok=True)
            SAVED.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    return 0


def lay_copy(copy: Path) -> Path:
    """Copy what the tests need; returns the copy's folder."""
    copy.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    return copy


def list_mutants(copy: Path, room: str) -> list[Mutant]:
    """Every mutant of a room, in an order that is the same everywhere."""
    found = []
    for path in sorted((copy / "scripts" / "dossier").glob(ROOMS[room][0])):
        tree = get_ast_from_path(path)
        for name in sorted(operator_names()):
            operator = get_operator(name)
            if operator.arguments() or any(word in name for word in _UNTOUCHED):
                continue
            places = [
                start
                for node in ast_nodes(tree)
                for start, _ in operator().mutation_positions(node)
            ]
            shown = path.relative_to(copy).as_posix()
            found += [Mutant(shown, name, n, start[0]) for n, start in enumerate(places)]
    return sorted(found, key=lambda one: (one.path, one.line, one.operator, one.occurrence))


def try_room(copy: Path, room: str, sample: int) -> dict[str, object]:
    """Try a room's mutants.

    Args:
        copy: A copy of the project.
        room: One of ``ROOMS``.
        sample: How many at most; 0 for all.

    Returns:
        ``all``, ``tried``, ``noticed``, and each survivor as file, line, change and diff.

    Raises:
        RuntimeError: The room's tests fail without any mutant.
    """
    mutants = list_mutants(copy, room)
    count = min(sample or len(mutants), len(mutants))
    chosen = [mutants[(2 * n + 1) * len(mutants) // (2 * count)] for n in range(count)]
    if not passes(copy, room, ""):
        raise RuntimeError(f"the tests of {room} fail as they are")
    survivors = []
    for mutant in chosen:
        target = copy / mutant.path
        source = target.read_text("utf-8")
        broken = mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence)
        target.write_text(broken, "utf-8")
        if passes(copy, room, mutant.path):
            line = target.read_text("utf-8").splitlines()[mutant.line - 1].strip()
            survivors.append(f"{mutant.path}:{mutant.line}: {line}")
            print(f"  {survivors[-1]}", flush=True)
        target.write_text(source, "utf-8")
    noticed = count - len(survivors)
    return {"all": len(mutants), "tried": count, "noticed": noticed, "survivors": survivors}


def passes(copy: Path, room: str, path: str) -> bool:
    """Whether a room's tests pass in the copy; those of one rule if a rule was broken."""
    command = [sys.executable, "-m", "pytest", "-n0", "-q", "-x", "-p", "no:cacheprovider"]
    command.append("--hypothesis-seed=0")  # the same examples for every mutant
    command += ROOMS[room][1].split()
    if room == "audit" and path and Path(path).stem != "__init__":
        command += ["-k", Path(path).stem.replace("_", "-")]
    environment = {
        **os.environ,
        "PYTHONPATH": str(copy / "scripts"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(copy / ".hypothesis"),
    }
    try:
        ran = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return ran.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
