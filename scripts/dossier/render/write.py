"""Write generated pages, and nothing else.

``docs/`` belongs to people and to the program. A manifest in ``docs/.generated`` lists what is
the program's; a file that is not in it and does not carry the program's mark is somebody's and
is never touched. The new ``docs/`` is prepared aside and takes the place of the old one in one
step, so that a run that is cut off leaves every page as it was; what did not change is the same
file in both, so that its date stays and a watching server does not build for nothing.
"""

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.errors import DossierError
from dossier.lock import hold_lock
from dossier.swap import prepare_aside, swap_in

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
    """Bring ``docs/`` up to date, all of it or nothing.

    Args:
        project: The folder that holds ``docs/``.
        files: Every generated file's text, by path under ``docs/``.

    Returns:
        What was done.

    Raises:
        DossierError: A page would overwrite one that somebody wrote, a path leads out of
            ``docs/``, somebody else is writing, or the disk refuses. ``docs/`` is as it was.
    """
    docs = project / DOCS
    with hold_lock(project) as work, prepare_aside(docs, work) as prepared:
        listed = _read_manifest(docs)
        _refuse_strangers(docs, files, listed)
        changes = _compare(docs, files, listed)
        if changes or listed != frozenset(files):
            _prepare(docs, prepared, files, changes)
            swap_in(prepared, docs)
            _keep_late(prepared, docs, {*files, *listed, MANIFEST})
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


def _prepare(
    docs: Path, prepared: Path, files: Mapping[str, str], changes: Mapping[str, str]
) -> None:
    """Make the new ``docs/``: what changes is written, all else is the same file in both."""
    prepared.mkdir()
    manifest = "\n".join([_EXPLANATION, *sorted(files)]) + "\n"
    _replace(prepared / MANIFEST, manifest)
    for path, state in changes.items():
        if state != _LEFT_OVER:
            _replace(prepared / path, files[path])
    if docs.is_dir():
        replaced = {*changes, MANIFEST}
        shutil.copytree(
            docs,
            prepared,
            symlinks=True,
            ignore=lambda folder, names: _listed_in(replaced, Path(folder), docs, names),
            copy_function=_link,
            dirs_exist_ok=True,
        )
    for path, state in changes.items():
        if state == _LEFT_OVER:
            _remove_empty((prepared / path).parent, prepared)


def _listed_in(paths: set[str], folder: Path, docs: Path, names: list[str]) -> set[str]:
    inside = folder.relative_to(docs)
    return {name for name in names if (inside / name).as_posix() in paths}


def _link(source: str, target: str) -> None:
    """The same file under a second name; a copy of it where the disk has no such thing."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _keep_late(old: Path, docs: Path, ours: set[str]) -> None:
    """Carry over what somebody saved in ``docs/`` while its new version was being prepared."""
    for path in sorted(old.rglob("*")):
        name = path.relative_to(old).as_posix()
        if name in ours or (path.is_dir() and not path.is_symlink()):
            continue
        kept = docs / name
        if not (os.path.lexists(kept) and _is_same(path, kept)):
            kept.parent.mkdir(parents=True, exist_ok=True)
            path.replace(kept)


def _is_same(one: Path, other: Path) -> bool:
    first, second = one.lstat(), other.lstat()
    return os.path.samestat(first, second) or (first.st_size, first.st_mtime_ns) == (
        second.st_size,
        second.st_mtime_ns,
    )


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


def _remove_empty(folder: Path, root: Path) -> None:
    """Take away a folder in which nothing is left, and those above it."""
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
