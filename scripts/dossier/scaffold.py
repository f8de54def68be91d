"""Lay out an empty project that builds."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dossier.errors import DossierError

TEMPLATE = files("dossier") / "project"


def lay_out_project(folder: Path) -> tuple[str, ...]:
    """Make a project folder from the package's template.

    Args:
        folder: Folder to make; it may exist if it is empty.

    Returns:
        Paths of the files made, relative to the folder, sorted.

    Raises:
        DossierError: The folder exists and holds something, or cannot be made.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DossierError(f"{folder}: exists and is not empty (name a new folder)")
    try:
        return tuple(sorted(_copy(TEMPLATE, folder, "")))
    except OSError as error:
        raise DossierError(f"{folder}: {error.strerror}") from error


def _copy(template: Traversable, target: Path, name: str) -> list[str]:
    if template.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        made = []
        for child in sorted(template.iterdir(), key=lambda entry: entry.name):
            # A leading dot would hide the file from packaging tools.
            shown = child.name.replace("dot-", ".", 1)
            made += _copy(child, target / shown, f"{name}/{shown}".lstrip("/"))
        return made
    target.write_bytes(template.read_bytes())
    return [name]
