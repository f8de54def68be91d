"""Replace a folder as a whole, so that a reader never meets half of one.

The new folder is prepared beside the live one. Where the kernel can exchange two names in one
step (Linux), it does; elsewhere two renames follow each other, and ``recover`` mends a crash
between them.
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

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap_in(prepared: Path, live: Path) -> None:
    """Put a prepared folder in the place of the live one and delete the old one.

    Args:
        prepared: The new folder, on the same file system as ``live``.
        live: The folder that readers open; need not exist yet.
    """
    if not live.exists():
        prepared.rename(live)
    elif _exchange(prepared, live):
        shutil.rmtree(prepared, ignore_errors=True)
    else:
        retired = _retired(live)
        shutil.rmtree(retired, ignore_errors=True)
        live.rename(retired)
        prepared.rename(live)
        shutil.rmtree(retired, ignore_errors=True)


def recover(live: Path) -> None:
    """Put the last good folder back if a crash came between the two renames."""
    if not live.exists() and _retired(live).exists():
        _retired(live).rename(live)


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Keep a second build out while one is running; the lock dies with its holder.

    Args:
        path: Lock file; created if missing, and left in place.

    Raises:
        DossierError: Another build holds the lock, and the message names its process; or the
            lock file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise DossierError(f"{path}: {error.strerror} (the project must be writable)") from error
    with opened as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            file.seek(0)
            holder = file.read().strip() or "another process"
            raise DossierError(
                f"{path.name}: {holder} is building this project (wait for it to end)"
            ) from error
        file.truncate(0)
        file.write(f"process {os.getpid()}")
        file.flush()
        yield


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists on this platform only

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - exists on the other platforms only

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _retired(live: Path) -> Path:
    return live.with_name(f".{live.name}-retired")


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
