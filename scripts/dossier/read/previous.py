"""The dossier as it was published before, kept by the analyst to compare with."""

import json
from collections.abc import Mapping
from pathlib import Path

from dossier.errors import Found
from dossier.read.files import read_regular_file
from dossier.read.problems import RefusedError, make_problem

PREVIOUS = "seeds/previous.json"
"""Where it lies: a copy of an earlier ``dossier.json``."""


def read_previous(project: Path) -> Found[Mapping[str, object]]:
    """Read the dossier that today's is compared with.

    Args:
        project: The folder that holds ``seeds/``.

    Returns:
        What an earlier run wrote as ``dossier.json``; empty if none is kept. A file that is no
        such thing is a problem, and nothing is compared.
    """
    path = project / PREVIOUS
    if not path.exists() and not path.is_symlink():
        return {}, ()
    try:
        held = json.loads(read_regular_file(path, project).decode("utf-8-sig"))
    except RefusedError as error:
        return {}, (error.at(f"{PREVIOUS}:1"),)
    except (ValueError, RecursionError):
        held = None
    sections = ("sources", "actors", "events")
    if isinstance(held, dict) and all(isinstance(held.get(name), list) for name in sections):
        return held, ()
    message = "this is no dossier.json of an earlier run"
    hint = "copy docs/data/dossier.json here when you publish, or delete the file"
    return {}, (make_problem("R161", f"{PREVIOUS}:1", message, hint),)
