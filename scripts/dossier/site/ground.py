"""Look at what lies in ``docs/`` before MkDocs does.

People put pages and pictures of their own into ``docs/``. MkDocs follows a link to anywhere and
publishes what it finds there, waits for ever on a pipe, and breaks off half-way at a file that
it cannot read, without saying which way is out.
"""

import os
import stat
from pathlib import Path

from dossier.errors import DossierError


def check_ground(docs: Path) -> None:
    """Refuse what cannot or must not be published.

    Args:
        docs: The folder that MkDocs is about to build.

    Raises:
        DossierError: Something in it is a link that leads out of it or nowhere, a pipe, a device
            or a socket, or may not be read; the message names it and the way out.
    """
    if not docs.is_dir():
        return
    root = docs.resolve()
    folders = [docs]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            raise _refusal(docs, folder, f"cannot be opened: {error.strerror}", _ALLOW) from error
        for path in entries:
            if path.is_dir() and not path.is_symlink():
                folders.append(path)
            else:
                _check_file(docs, path, root)


_ALLOW = "check its permissions"


def _check_file(docs: Path, path: Path, root: Path) -> None:
    try:
        os.fsencode(path.name).decode("utf-8")
        real = path.resolve(strict=True)
        if not real.is_relative_to(root):
            raise _refusal(docs, path, "a link that leads out of the folder", "copy the file here")
        mode = real.lstat().st_mode
        if stat.S_ISDIR(mode):
            raise _refusal(docs, path, "a link to a folder", "copy the files here")
        if not stat.S_ISREG(mode):
            raise _refusal(docs, path, "a pipe, a device or a socket", "take it away")
        readable = os.access(real, os.R_OK)
    except UnicodeDecodeError as error:
        raise _refusal(docs, path, "a name that is not UTF-8", "rename it") from error
    except (FileNotFoundError, RuntimeError) as error:
        raise _refusal(docs, path, "a link that leads nowhere", "take it away") from error
    except OSError as error:
        raise _refusal(docs, path, f"cannot be read: {error.strerror}", _ALLOW) from error
    if not readable:
        raise _refusal(docs, path, "cannot be read: Permission denied", _ALLOW)


def _refusal(docs: Path, path: Path, reason: str, way_out: str) -> DossierError:
    shown = path.relative_to(docs.parent).as_posix().encode(errors="replace").decode()
    return DossierError(f"{shown}: {reason} ({way_out}; nothing was published)")
