"""Look for inputs that break reading: libFuzzer leads, each harness for a stated time.

    python scripts/fuzz.py                  every harness, 60 seconds each
    python scripts/fuzz.py --seconds 600    longer
    python scripts/fuzz.py dates yaml       these only

Starts from ``tests/fuzz/corpus``; what breaks a harness is kept there, so that
``tests/test_fuzz.py`` fails until it is mended and holds it from then on.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FUZZ = ROOT / "tests" / "fuzz"
SAVED = ROOT / "build" / "fuzz.json"
TARGETS = ("reading", "cleaning", "dates", "quotes", "yaml")
LIMITS = ("-timeout=30", "-rss_limit_mb=2048", "-max_len=2000", "-seed=1")
"""Seconds an input, megabytes, bytes an input, and where chance begins."""


def main() -> int:
    """Fuzz; returns 1 if anything was found."""
    options = argparse.ArgumentParser(description="Look for inputs that break reading.")
    options.add_argument("--seconds", type=int, default=60, help="for each harness")
    options.add_argument("targets", nargs="*", metavar="HARNESS", help=f"of {', '.join(TARGETS)}")
    given = options.parse_args()
    unknown = sorted(set(given.targets) - set(TARGETS))
    if unknown:
        options.error(f"{unknown[0]!r} is not one of {', '.join(TARGETS)}")
    rows = {}
    for name in given.targets or TARGETS:
        rows[name] = fuzz(name, given.seconds)
        runs, found = rows[name]["executions"], rows[name]["found"]
        print(f"{name}: {runs} executions, {len(found)} that break it", flush=True)
        for path in found:
            print(f"  {path}")
    SAVED.parent.mkdir(exist_ok=True)
    SAVED.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    total = sum(row["executions"] for row in rows.values())
    print(f"{total} executions in all")
    return 1 if any(row["found"] for row in rows.values()) else 0


def fuzz(name: str, seconds: int) -> dict[str, object]:
    """Run one harness.

    Args:
        name: One of ``TARGETS``.
        seconds: For how long, unless something is found.

    Returns:
        ``executions``, and under ``found`` the files that break the harness.

    Raises:
        RuntimeError: The fuzzer did not run.
    """
    corpus = FUZZ / "corpus" / name
    before = set(corpus.iterdir())
    with tempfile.TemporaryDirectory() as grown:
        ran = subprocess.run(
            [
                sys.executable,
                str(FUZZ / "drive.py"),
                name,
                f"-max_total_time={seconds}",
                "-print_final_stats=1",
                f"-artifact_prefix={corpus}/found-",
                *LIMITS,
                grown,
                str(corpus),
            ],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
    runs = re.findall(r"number_of_executed_units: (\d+)", ran.stderr)
    found = sorted(path.relative_to(ROOT).as_posix() for path in set(corpus.iterdir()) - before)
    if not runs or (ran.returncode and not found):
        raise RuntimeError(f"the fuzzer did not run:\n{ran.stderr[-2000:]}")
    if found:
        print(_traceback(ran.stderr))
    return {"executions": int(runs[-1]), "found": found}


def _traceback(told: str) -> str:
    start = told.find("=== Uncaught Python exception: ===")
    return told[start : start + 3000] if start >= 0 else told[-1500:]


if __name__ == "__main__":
    sys.exit(main())
