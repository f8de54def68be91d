"""One writer at a time: a lock on a project that says who holds it and dies with its holder.

The operating system keeps the lock, not the file: whoever is killed lets go of it, so no lock
is ever stale. What the file says only tells a second writer whom to wait for.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from dossier.errors import DossierError

WORK_FOLDER = ".cache"
"""Where a project's lock and whatever is not finished yet lie."""

LOCK_FILE = "build.lock"

_HELD: ContextVar[frozenset[Path]] = ContextVar("held", default=frozenset())
"""Locks that the code now running holds already, so that a build may convert."""

_TAKEN = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
_MOST_TRIES, _PAUSE = 10, 0.05
"""How often, and after how many seconds each, the words of a lock just taken are looked for."""

_BEYOND_THE_WORDS = 1 << 30
"""Windows locks bytes and lets nobody read them, so a byte behind the words is locked."""


@contextmanager
def hold_lock(project: Path) -> Iterator[Path]:
    """Keep every other writer out of a project.

    Args:
        project: The project's folder. Whoever holds its lock may ask for it again.

    Yields:
        The folder to prepare things in, on the project's file system.

    Raises:
        DossierError: Somebody else holds the lock, and the message names the process and since
            when it runs; or the lock file cannot be written.
    """
    work = project.resolve() / WORK_FOLDER
    path = work / LOCK_FILE
    if path in _HELD.get():
        yield work
        return
    try:
        work.mkdir(parents=True, exist_ok=True)
        opened = os.fdopen(_open_itself(path), "ab+", buffering=0)
    except OSError as error:
        way_out = "take it away" if path.is_symlink() else "the project must be writable"
        raise DossierError(f"{path}: {error.strerror} ({way_out})") from error
    with opened as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            raise DossierError(_explain(error, path)) from error
        words = f"process {os.getpid()}, since {time.strftime('%Y-%m-%d %H:%M:%S')}"
        with contextlib.suppress(OSError):  # a full disk: the lock holds without its words
            file.truncate(0)
            file.write(words.encode())
        token = _HELD.set(_HELD.get() | {path})
        try:
            yield work
        finally:
            _HELD.reset(token)


def _open_itself(path: Path) -> int:
    """Open a lock file, and no file that a link in its place leads to: it is emptied."""
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, 0o666)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a file but a pipe or a device")
    return descriptor


def _explain(error: OSError, path: Path) -> str:
    shown = f"{WORK_FOLDER}/{LOCK_FILE}"
    if error.errno not in _TAKEN:
        return f"{shown}: {error.strerror} (the project must lie on a disk that can lock files)"
    holder = ""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        # Its holder may just have taken it and be about to write.
        for _ in range(_MOST_TRIES):
            holder = path.read_text("utf-8").strip()
            if holder:
                break
            time.sleep(_PAUSE)
    return f"{shown}: {holder or 'another process'} is building this project (wait for it to end)"


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists on this platform only

        os.lseek(descriptor, _BEYOND_THE_WORDS, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - exists on the other platforms only

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
