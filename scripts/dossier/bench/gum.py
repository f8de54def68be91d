"""Actors and dates on the GUM corpus's news, counted by the corpus folder's own scorer.

The scorer stands beside the corpus and is nobody's part of this project: it runs as a program of
its own on the JSON that ``dossier convert --json`` writes.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dossier.bench.projects import assemble_folder
from dossier.bench.rows import Figure
from dossier.errors import DossierError
from dossier.render import render_data
from dossier.render.write import write_files

SCORER = "score.py"
KEYS = ("actors", "gum_dates", "gum_intervals")
_NEEDS = ("numpy", "scipy")
_SECONDS = 300


def measure_gum(bench: Path, recognizer: str) -> dict[str, Figure]:
    """Measure actors by name and date values.

    Args:
        bench: The folder that holds ``score.py`` and ``dev/gum/news``.
        recognizer: Its name.

    Raises:
        DossierError: The scorer fails, or says that places in the JSON are not in their texts.
    """
    gold = bench / "dev" / "gum" / "news"
    if not gold.is_dir() or not (bench / SCORER).is_file():
        return {}
    absent = find_absent()
    if absent:
        reason = f"{' and '.join(absent)} not installed (make setup-dev brings them)"
        return {key: Figure(None, reason) for key in KEYS}
    made = assemble_folder(gold / "docs", recognizer)
    exported = render_data(made.dossier, made.settings)["dossier.json"]
    return read_scores(score_export(bench, gold, exported))


def find_absent() -> list[str]:
    """Find what the scorer needs that is not installed."""
    return [name for name in _NEEDS if importlib.util.find_spec(name) is None]


def read_scores(scores: dict[str, Any]) -> dict[str, Figure]:
    """Read the figures of the table from what the scorer wrote."""
    actors, dates = scores["actors"]["by_name"], scores["dates"]
    found = round(dates["detection"]["P"] * dates["detection"]["n_pred"])
    right = round(dates["value"]["P"] * dates["value"]["n_pred"])
    return {
        "actors": Figure(actors["F1"], count_part(actors)),
        "gum_dates": Figure(dates["value"]["F1"], count_part(dates["value"])),
        "gum_intervals": Figure(dates["value_accuracy"], f"{right} right of {found} found"),
    }


def count_part(part: Mapping[str, Any]) -> str:
    """Say in words what the scorer counted."""
    right = round(part["P"] * part["n_pred"])
    return f"{right} right of {part['n_pred']} found and {part['n_gold']} wanted"


def score_export(bench: Path, gold: Path, exported: str) -> dict[str, Any]:
    """Have the scorer compare an export with labels.

    Args:
        bench: The folder that holds ``score.py``.
        gold: The folder that holds ``gold.json`` and the articles.
        exported: The text of ``dossier.json``.

    Returns:
        What it wrote of all articles together, by layer.

    Raises:
        DossierError: It fails, or says that places in the JSON are not in their texts.
    """
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as name:
        folder = Path(name)
        write_files(folder, {"prediction.json": exported})
        scores = folder / "scores.json"
        ran = subprocess.run(  # noqa: S603 - the user named this scorer's folder
            [
                *(sys.executable, str(bench / SCORER), "--quiet", "--gold", str(gold)),
                *("--pred", str(folder / "prediction.json"), "--json", str(scores)),
            ],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
        if ran.returncode or not scores.is_file():
            raise DossierError(f"{bench / SCORER} failed: {ran.stderr.strip()[-500:]}")
        total: dict[str, Any] = json.loads(scores.read_text("utf-8"))["total"]
    grounding = total["grounding"]
    if grounding["ungrounded"] or grounding["offsets_repaired"] or grounding["sources_unknown"]:
        raise DossierError(f"places in dossier.json are not where it says: {grounding}")
    return total
