"""Serve the built site on this machine, for reading and for trying it hosted."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

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
