"""Actors and dates on the GUM corpus's news, counted by the corpus folder's own scorer.

The scorer stands beside the corpus and is nobody's part of this project: it runs as a program of
its own on the JSON that ``dossier convert --json`` writes.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from dossier.bench.projects import assemble_folder
from dossier.bench.rows import Figure
from dossier.errors import DossierError
from dossier.render import render_data
from dossier.render.write import write_files

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
    if not gold.is_dir() or not (bench / "score.py").is_file():
        return {}
    absent = [name for name in _NEEDS if importlib.util.find_spec(name) is None]
    if absent:
        reason = f"{' and '.join(absent)} not installed (make setup-dev brings them)"
        return {key: Figure(None, reason) for key in KEYS}
    made = assemble_folder(gold / "docs", recognizer)
    exported = render_data(made.dossier, made.settings)["dossier.json"]
    scores = _score(bench / "score.py", gold, exported)
    grounding = scores["grounding"]
    if grounding["ungrounded"] or grounding["offsets_repaired"] or grounding["sources_unknown"]:
        raise DossierError(f"places in dossier.json are not where it says: {grounding}")
    return read_scores(scores)


def read_scores(scores: dict[str, Any]) -> dict[str, Figure]:
    """Read the figures of the table from what the scorer wrote."""
    actors, dates = scores["actors"]["by_name"], scores["dates"]
    found = round(dates["detection"]["P"] * dates["detection"]["n_pred"])
    right = round(dates["value"]["P"] * dates["value"]["n_pred"])
    return {
        "actors": Figure(actors["F1"], _counts(actors)),
        "gum_dates": Figure(dates["value"]["F1"], _counts(dates["value"])),
        "gum_intervals": Figure(dates["value_accuracy"], f"{right} right of {found} found"),
    }


def _counts(part: dict[str, Any]) -> str:
    right = round(part["P"] * part["n_pred"])
    return f"{right} right of {part['n_pred']} found and {part['n_gold']} wanted"


def _score(script: Path, gold: Path, exported: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as name:
        folder = Path(name)
        write_files(folder, {"prediction.json": exported})
        scores = folder / "scores.json"
        ran = subprocess.run(  # noqa: S603 - the user named this scorer's folder
            [
                *(sys.executable, str(script), "--quiet", "--gold", str(gold)),
                *("--pred", str(folder / "prediction.json"), "--json", str(scores)),
            ],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
        if ran.returncode or not scores.is_file():
            raise DossierError(f"{script} failed: {ran.stderr.strip()[-500:]}")
        total: dict[str, Any] = json.loads(scores.read_text("utf-8"))["total"]
        return total
