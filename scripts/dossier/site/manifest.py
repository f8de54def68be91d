"""What a site was made of, so that a carried copy can be checked without this program.

The manifest lists the SHA-256 of every input and every file of the site, and the versions of
the tools that made it. The version of Python is not among them: the same bytes come from any
that is supported. Beside it lies ``verify.py``, which needs nothing but Python.
"""

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path, PurePath

from dossier import __version__

MANIFEST = "manifest.json"
VERIFIER = Path(__file__).parent / "carried" / "verify.py"

_TOOLS = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2", "PyYAML")
_INPUTS = ("mkdocs.yml", "seeds", "docs")


def lay_manifest(site: Path, project: Path) -> None:
    """Write ``verify.py`` and then ``manifest.json`` into a finished site.

    Args:
        site: The built and sealed site, not yet live.
        project: The folder it was made from.
    """
    (site / VERIFIER.name).write_bytes(VERIFIER.read_bytes())
    manifest = {
        "tools": {"dossier": __version__} | {name: version(name) for name in sorted(_TOOLS)},
        "inputs": {
            name: digest
            for part in _INPUTS
            for name, digest in _hash_files(project / part, project).items()
        },
        "outputs": _hash_files(site, site),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
    (site / MANIFEST).write_text(text + "\n", "utf-8")


def _hash_files(place: Path, base: Path) -> dict[str, str]:
    """Hash a file, or every regular file below a folder; links are not followed."""
    found = [place] if place.is_file() else sorted(place.rglob("*"))
    digests = {_name(path.relative_to(base)): _hash_file(path) for path in found}
    return {name: digest for name, digest in digests.items() if name and digest}


def _name(path: PurePath) -> str:
    """Name a file as its bytes say, whatever the locale; empty if they are no UTF-8."""
    try:
        return os.fsencode(path.as_posix()).decode("utf-8")
    except UnicodeDecodeError:
        return ""  # no page came from it; reading has reported it


def _hash_file(path: Path) -> str:
    """Hash a file of any size; empty if it is none or may not be read."""
    try:
        if path.is_symlink() or not path.is_file():
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # what cannot be read went into no page; reading has reported it
