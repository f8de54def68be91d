"""Replace a folder as a whole, so that a reader never meets half of one.

The new folder is prepared aside, on the same file system as the live one. Where the kernel can
exchange two names in one step (Linux), it does; elsewhere two renames follow each other, and
``recover`` mends a crash between them.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.errors import DossierError

_OF_A_PROJECT = ("seeds", "docs", "site")
"""Folders of a project, none of which may be another or lie in it."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def prepare_aside(live: Path, work: Path) -> Iterator[Path]:
    """Lend a place for a new version of a folder; the caller holds the project's lock.

    What a killed run left behind is taken away first, and the last good folder put back if the
    run was killed between two renames.

    Args:
        live: The folder that readers open; need not exist yet, and may be a link to one.
        work: The project's folder for what is not finished yet.

    Yields:
        Where to make the new version; nothing is there yet. Taken away afterwards.

    Raises:
        DossierError: The disk refuses, or what lies in the folder's place is no folder, or a
            link to one that is not the program's to replace; the message names it. ``live`` is
            untouched.
    """
    try:
        recover(live)
        real = live.resolve()
        _check_place(live, real, work)
        near = real.parent.stat().st_dev == work.stat().st_dev
        beside = work if near else real.parent
        for stale in sorted(beside.glob(f".{live.name}-*")):
            shutil.rmtree(stale, ignore_errors=True)
        prepared = beside / f".{live.name}-{os.getpid()}"
        try:
            yield prepared
        finally:
            shutil.rmtree(prepared, ignore_errors=True)
    except OSError as error:
        raise DossierError(f"{error.filename or live}: {_reason(error)}") from error


def _check_place(live: Path, real: Path, work: Path) -> None:
    """Refuse to put a folder where something else lies that somebody needs."""
    if real.exists() and not real.is_dir():
        raise DossierError(f"{live.name}: not a folder (move it away; the program makes its own)")
    if not real.parent.is_dir():
        raise DossierError(f"{live.name}: a link that leads nowhere (take it away)")
    project = work.parent.resolve()
    for name in (*_OF_A_PROJECT, work.name):
        other = (project / name).resolve()
        if name != live.name and (real.is_relative_to(other) or other.is_relative_to(real)):
            raise DossierError(
                f"{live.name}: lies in the same place as {name} (let it lead to a folder of its "
                "own: what is there is replaced as a whole)"
            )


def swap_in(prepared: Path, live: Path) -> None:
    """Put a prepared folder in the place of the live one.

    Args:
        prepared: The new folder, on the same file system as ``live``. Afterwards the old one
            lies there, if there was one.
        live: The folder that readers open; need not exist yet, and may be a link to one.

    Raises:
        OSError: The system refuses, for instance because ``live`` is a disk of its own.
    """
    live = live.resolve()
    if not live.exists():
        prepared.rename(live)
    elif not _exchange(prepared, live):
        retired = _retired(live)
        shutil.rmtree(retired, ignore_errors=True)
        live.rename(retired)
        prepared.rename(live)
        retired.rename(prepared)


def recover(live: Path) -> None:
    """Put the last good folder back if a crash came between the two renames."""
    live = live.resolve()
    if not live.exists() and _retired(live).exists():
        _retired(live).rename(live)


def _retired(live: Path) -> Path:
    return live.with_name(f".{live.name}-retired")


def _reason(error: OSError) -> str:
    if error.errno in {errno.EBUSY, errno.EXDEV}:
        return f"{error.strerror} (a disk of its own cannot be replaced: mount the folder above it)"
    if error.errno == errno.ENOSPC:
        return f"{error.strerror} (what was there before is untouched; make room and run again)"
    return error.strerror or str(error)


def _exchange(first: Path, second: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    result: int = libc.renameat2(
        _AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE
    )
    if result == 0:
        return True
    if ctypes.get_errno() in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(second))
