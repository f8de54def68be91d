"""Serve the built site on this machine, for reading and for trying it hosted."""

import time
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn

LOOPBACK = "127.0.0.1"


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        """Keep requests off the terminal."""


def serve_site(folder: Path, port: int) -> ThreadingHTTPServer:
    """Open a server for a built site; the caller runs and closes it.

    Args:
        folder: The site.
        port: Port on the loopback address; 0 takes any free one.

    Returns:
        A server that listens but does not yet answer: call ``serve_forever``.

    Raises:
        OSError: The port is taken.
    """
    handler = partial(_QuietHandler, directory=str(folder))
    return ThreadingHTTPServer((LOOPBACK, port), handler)


def watch_inputs(project: Path, rebuild: Callable[[], None]) -> NoReturn:
    """Look every second whether what a project's pages are made of has changed.

    Args:
        project: The folder that holds ``seeds/`` and ``mkdocs.yml``.
        rebuild: Called each time it has; what changes meanwhile counts the next time.
    """
    seen = _stamp_inputs(project)
    while True:
        time.sleep(1)
        now = _stamp_inputs(project)
        if now != seen:
            seen = now
            rebuild()


def _stamp_inputs(project: Path) -> dict[Path, int]:
    watched = [project / "mkdocs.yml", *(project / "seeds").rglob("*")]
    return {path: path.stat().st_mtime_ns for path in watched if path.is_file()}
