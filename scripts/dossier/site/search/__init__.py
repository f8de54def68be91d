"""Search that finds what people type, hosted and from a folder.

The theme's box and list of results stay; its worker and its index are replaced. The index is
what ``render/search.py`` lists, joined with the pages that people wrote into ``docs/``. The
worker is MiniSearch with ``worker.js`` behind it.

From a folder browsers refuse workers and requests, so the worker also lies beside the pages as
text, from which one is started, and the index as a script, which is where the theme looks for it.

Source of the worker's way: a worker from a Blob URL runs on ``file://`` in Chromium and Firefox.
"""

import html
import json
import re
import shutil
from pathlib import Path
from typing import Any

from dossier.errors import DossierError

LIBRARY = Path(__file__).parent / "minisearch.js"
WORKER = Path(__file__).parent / "worker.js"

WORKER_SCRIPT = "assets/dossier/search-worker.js"
ENTRIES = "assets/dossier/search.json"
INDEX = "search/search_index"

MOST_WORDS = 300
"""Words of a page written by hand, or of one of its sections, that are searched."""

MOST_SHOWN = 140
"""Characters of them that a result shows."""

_TAG = re.compile(r"<[^<>]*>")


def lay_search(folder: Path) -> None:
    """Put our search in the place of the theme's.

    Args:
        folder: The built site, not yet live.

    Raises:
        DossierError: The theme's worker is not where it should be.
    """
    workers = sorted((folder / "assets/javascripts/workers").glob("search.*.min.js"))
    if len(workers) != 1:
        raise DossierError(
            f"site: expected one search worker of the theme, found {len(workers)} "
            "(is mkdocs-material installed as requirements/base.lock asks?)"
        )
    code = _read_library() + WORKER.read_text("utf-8")
    workers[0].write_text(code, "utf-8")
    target = folder / WORKER_SCRIPT
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f"var __dossier_search_worker={json.dumps(code)};\n", "utf-8")
    index = json.dumps(join_entries(folder), ensure_ascii=False, separators=(",", ":"))
    (folder / f"{INDEX}.json").write_text(index, "utf-8")
    (folder / f"{INDEX}.js").write_text(f"var __index = {index}", "utf-8")
    # The theme's worker split words of other languages with these.
    shutil.rmtree(folder / "assets/javascripts/lunr", ignore_errors=True)
    for left_over in workers[0].parent.glob("*.map"):
        left_over.unlink()


def join_entries(folder: Path) -> dict[str, Any]:
    """Join the entries of the dossier with those of pages that people wrote.

    Args:
        folder: A built site with the theme's index; the dossier's list is taken away from it.

    Returns:
        ``config`` as the theme wants it, and ``docs`` as the worker wants them.
    """
    theme = json.loads((folder / f"{INDEX}.json").read_text("utf-8"))
    path = folder / ENTRIES
    ours: dict[str, Any] = {"kinds": [["Pages", "index.html"]], "entries": []}
    if path.is_file():
        ours = json.loads(path.read_text("utf-8"))
        path.unlink()
    pages = {entry["location"]: entry["title"] for entry in theme["docs"]}
    last = len(ours["kinds"]) - 1
    for entry in theme["docs"]:
        page, _, section = entry["location"].partition("#")
        words = _plain(entry["text"]).split()[:MOST_WORDS]
        title = _plain(entry["title"])
        if section and page in pages:
            title = f"{_plain(pages[page])}: {title}"
        shown = " ".join(words)[:MOST_SHOWN]
        ours["entries"].append(
            [last, entry["location"], title, shown, " ".join(words)[len(shown) :]]
        )
    return {"config": theme["config"], "docs": ours}


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())


def _read_library() -> str:
    code = LIBRARY.read_text("utf-8")
    return re.sub(r"//# sourceMappingURL=.*\n?", "", code)
