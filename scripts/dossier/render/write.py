"""Write generated pages, and nothing else.

``docs/`` belongs to people and to the program. A manifest in ``docs/.generated`` lists what is
the program's; a file that is not in it and does not carry the program's mark is somebody's and
is never touched. A file is written beside its place and moved there, so that a run that is cut
off leaves every page whole, and only where its bytes change, so that a watching server does
not build for nothing.
"""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.errors import DossierError

DOCS = "docs"
MANIFEST = ".generated"

_MARK = "\ngenerated_from: "
_MARK_WITHIN = 2000
_EXPLANATION = "# Files under docs/ that the program writes and takes away. Do not edit."


@dataclass(frozen=True, slots=True)
class Written:
    """What was done to ``docs/``; paths under it, each sorted.

    Attributes:
        written: Files made or changed.
        unchanged: Files that were as they should be.
        removed: Generated files that have no page any more.
    """

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write_docs(project: Path, files: Mapping[str, str]) -> Written:
    """Bring ``docs/`` up to date.

    Args:
        project: The folder that holds ``docs/``.
        files: Every generated file's text, by path under ``docs/``.

    Returns:
        What was done.

    Raises:
        DossierError: A page would overwrite one that somebody wrote, a path leads out of
            ``docs/``, or the disk refuses. What somebody wrote is untouched.
    """
    docs = project / DOCS
    listed = _read_manifest(docs)
    _refuse_strangers(docs, files, listed)
    try:
        changes = _compare(docs, files, listed)
        # Listed before they exist: a run that is cut off leaves nothing that nobody owns.
        _write_manifest(docs, {*files, *listed})
        for path, state in changes.items():
            if state != _LEFT_OVER:
                _replace(docs / path, files[path])
        for path, state in changes.items():
            if state == _LEFT_OVER:
                _remove(docs, path)
        _write_manifest(docs, set(files))
    except OSError as error:
        raise DossierError(f"{error.filename or docs}: {error.strerror}") from error
    return Written(
        written=tuple(sorted(p for p, state in changes.items() if state != _LEFT_OVER)),
        unchanged=tuple(sorted(set(files) - set(changes))),
        removed=tuple(sorted(p for p, state in changes.items() if state == _LEFT_OVER)),
    )


def find_changes(project: Path, files: Mapping[str, str]) -> Mapping[str, str]:
    """Say how ``docs/`` differs from what it should be, without writing.

    Args:
        project: The folder that holds ``docs/``.
        files: Every generated file's text, by path under ``docs/``.

    Returns:
        "missing", "out of date" or "left over" by path, sorted; empty if nothing differs.
    """
    docs = project / DOCS
    return _compare(docs, files, _read_manifest(docs))


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write files that somebody asked for to a folder of their choice.

    Args:
        folder: Made if it does not exist; other files in it are left alone.
        files: Texts by name.

    Raises:
        DossierError: The disk refuses; the message names the file.
    """
    try:
        for name, text in sorted(files.items()):
            _replace(folder / name, text)
    except OSError as error:
        raise DossierError(f"{error.filename or folder}: {error.strerror}") from error


_MISSING, _OUT_OF_DATE, _LEFT_OVER = "missing", "out of date", "left over"


def _compare(docs: Path, files: Mapping[str, str], listed: frozenset[str]) -> Mapping[str, str]:
    changes = {}
    for path, text in files.items():
        target = docs / path
        if not target.is_file():
            changes[path] = _MISSING
        elif target.read_bytes() != text.encode():
            changes[path] = _OUT_OF_DATE
    for path in listed - set(files):
        if (docs / path).is_file():
            changes[path] = _LEFT_OVER
    return dict(sorted(changes.items()))


def _refuse_strangers(docs: Path, files: Mapping[str, str], listed: frozenset[str]) -> None:
    for path, text in sorted(files.items()):
        if not _stays_inside(path):
            raise DossierError(f"{DOCS}/{path}: leads out of {DOCS}/")
        target = docs / path
        if path in listed or not target.is_file() or target.read_bytes() == text.encode():
            continue
        if not _is_marked(target):
            raise DossierError(
                f"{DOCS}/{path}: somebody wrote this page, and the program would overwrite it "
                "(give it another name, or delete it if it is not needed)"
            )


def _is_marked(target: Path) -> bool:
    head = target.read_bytes()[:_MARK_WITHIN].decode("utf-8", "replace")
    return head.startswith("---\n") and _MARK in head.partition("\n---\n")[0]


def _stays_inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts and "\\" not in path


def _read_manifest(docs: Path) -> frozenset[str]:
    try:
        lines = (docs / MANIFEST).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise DossierError(f"{DOCS}/{MANIFEST}: cannot be read ({error})") from error
    return frozenset(
        line for line in lines if line and not line.startswith("#") and _stays_inside(line)
    )


def _write_manifest(docs: Path, paths: set[str]) -> None:
    text = "\n".join([_EXPLANATION, *sorted(paths)]) + "\n"
    target = docs / MANIFEST
    if not target.is_file() or target.read_text("utf-8") != text:
        _replace(target, text)


def _replace(target: Path, text: str) -> None:
    """Write a file whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".tmp-", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _remove(docs: Path, path: str) -> None:
    target = docs / path
    target.unlink()
    for folder in target.parents:
        if folder == docs or any(folder.iterdir()):
            return
        folder.rmdir()
