"""Read text piece by piece, a piece being what stands between two spaces.

Most pieces are plain words, and news repeats the others ("said,", "U.S.", "2024."), so what a
piece alone tells is read once and remembered.
"""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_LONGEST = 40
_MOST = 1 << 16


class Pieces(dict[str, T]):
    """What pieces of text tell, by piece: looked up as in any mapping, and read when missing.

    Long pieces are read anew each time, and beyond 65,536 none is added, so that no text can
    fill the memory.

    Args:
        read: Reads a piece; the same piece always tells the same.
    """

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, piece: str) -> T:
        told = self._read(piece)
        if len(piece) <= _LONGEST and len(self) < _MOST:
            self[piece] = told
        return told
