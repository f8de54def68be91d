"""Write YAML that an analyst can paste: one block a file, with the reason above each entry.

Only ``suggest`` writes YAML, and only to the screen. Everything it writes parses back.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

MARK = "# ---- seeds/edits/{} ----"

_MARKED = re.compile(r"(?m)^# ---- seeds/edits/(\S+) ----\n")
_PLAIN = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ÿ][\w .()/&'’-]*", re.ASCII)
_LOCATED = re.compile(r"[\w-]+:L\d+(?:\.\d+|-L\d+)?(?: [\w .’'-]+)?")
_WIDTH = 96


@dataclass(frozen=True, slots=True)
class Block:
    """Something to paste.

    Attributes:
        file: File under ``seeds/edits``.
        why: The reason, in a sentence or two.
        lines: YAML lines.
    """

    file: str
    why: str
    lines: tuple[str, ...]


def write_blocks(blocks: Iterable[Block]) -> str:
    """Put blocks in order of their files, each file under one mark.

    Returns:
        The text; empty if there are no blocks.
    """
    by_file: dict[str, list[Block]] = {}
    for block in blocks:
        by_file.setdefault(block.file, []).append(block)
    pieces = []
    for file, group in sorted(by_file.items()):
        pieces.append(MARK.format(file))
        for block in group:
            pieces.extend(f"# {line}" for line in _wrap(block.why))
            pieces.extend((*block.lines, ""))
    return "\n".join(pieces)


def split_blocks(text: str) -> dict[str, str]:
    """Take a text of ``write_blocks`` apart again.

    Returns:
        YAML by file under ``seeds/edits``, in the order of the text.
    """
    parts = _MARKED.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def scalar(text: str) -> str:
    """Write text so that YAML reads it back letter for letter."""
    plain = _PLAIN.fullmatch(text) and not text.isdigit() and not text.endswith(" ")
    if plain or _LOCATED.fullmatch(text):
        return text
    escaped = json.dumps(text, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda hit: f"\\u{ord(hit[0]):04x}", escaped)


def flow(entries: Iterable[str]) -> str:
    """Write a list on one line."""
    return f"[{', '.join(scalar(entry) for entry in entries)}]"


def _wrap(text: str) -> tuple[str, ...]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) + 1 > _WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return (*lines, line)
