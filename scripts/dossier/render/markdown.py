"""Escape by default: the only way text reaches a page.

Template output passes through ``finalize``. A plain string is somebody's text and is escaped;
only a value of type ``Md`` is trusted. Escaped text consists of itself and numeric character
references, which mean the same in a Markdown paragraph, in a raw HTML block and, by way of
``attribute``, inside a tag: one form for all three, so nothing depends on where it ends up.

What must be escaped depends on the extensions in ``mkdocs.yml``. ``tests/test_markdown.py``
reads that list and proves that escaped text renders to the characters it came from.
"""

import html
import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Self

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent / "templates"

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_PLANES = "".join(chr(0x10000 * n + 0xFFFE) + chr(0x10000 * n + 0xFFFF) for n in range(17))
_ILLEGAL = re.compile(
    f"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]"
)
_HIDDEN = re.compile(
    "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\U000e0000-\U000e007f"
    "\u200b\u2060-\u2064\ufeff\u00ad\u180e\u034f\u115f\u1160\u3164\uffa0]"
)
"""Characters that reorder or hide text. The two joiners stay: scripts need them."""

_ANYWHERE = re.compile(r"[#&<>\\`*_\[\]{}|]")
"""Active anywhere in a line."""

_AT_START = re.compile(r"[-:~+=!?/]|(?<=\d)[.)]")
"""Active only where a block could begin, that is, at the start of the text."""

_START = re.compile(r"[-:~+=!?/]|\d+[.)]")

_IN_TAG = re.compile(r"[^0-9A-Za-z .,:;/()?!#='_\u00a0-\U0010ffff-]")
"""What may not stand as itself inside a tag in a Markdown paragraph."""


class Md(str):
    """Text that is already safe: escaped, or Markdown or HTML of our own."""

    __slots__ = ()

    def __add__(self, other: str) -> Self:
        """Join with safe text; a plain string is escaped first."""
        return type(self)(str.__add__(self, other if isinstance(other, Md) else escape(other)))


def normalise(text: str) -> str:
    r"""Make the text that pages promise to show.

    Args:
        text: Any text.

    Returns:
        The text with ``\n`` line ends, control characters made visible, what HTML cannot
        carry as U+FFFD, and characters that hide or reorder others taken out. Doing it twice
        changes nothing.
    """
    if text.isprintable():  # as nearly all is: what hides among letters is all there can be
        return text if text.isascii() else _HIDDEN.sub("", text)
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    return _HIDDEN.sub("", _ILLEGAL.sub(_visible, text))


def flatten(text: str) -> str:
    """Normalise, and write on one line with single spaces."""
    return " ".join(normalise(text).split())


def flatten_start(text: str, start: int, end: int, most: int) -> str:
    """Flatten as much of a stretch of text as its first characters need.

    Args:
        text: Any text, of any length; no more of the stretch is copied than is needed.
        start: First code point, inclusive.
        end: Code point after the last, exclusive.
        most: Characters wanted of the flattened stretch, at least one.

    Returns:
        A beginning of the flattened stretch, longer than ``most`` wherever the whole is.
    """
    taken = 2 * most
    while start + taken < end:
        flat = flatten(text[start : start + taken])
        if len(flat) > most:
            return flat
        taken *= 2
    return flatten(text[start:end])


def escape(text: str) -> Md:
    """Make any text safe in a Markdown paragraph, list, heading or cell, or in an HTML block.

    Args:
        text: Any text; runs of white space, newlines included, become one space.

    Returns:
        Text that renders to the same characters.
    """
    flat = _ANYWHERE.sub(_reference, flatten(text))
    start = _START.match(flat)
    if start is None:
        return Md(flat)
    return Md(_AT_START.sub(_reference, start[0]) + flat[start.end() :])


def escape_part(text: str) -> Md:
    """Make a part of a running text safe: as ``escape``, but white space at its ends counts."""
    inner = escape(text)
    if not inner:
        return Md(" " if text else "")
    return Md(f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}")


@lru_cache(maxsize=2048)
def attribute(text: str) -> Md:
    """Make any text safe as the value of an attribute in double quotes.

    Python-Markdown looks for code spans and links before it looks for tags, so what is active
    there is escaped inside a tag too.

    Args:
        text: Any text; runs of white space become one space.
    """
    return Md(_IN_TAG.sub(_reference, flatten(text)))


def join(separator: str, parts: Iterable[str]) -> Md:
    """Join texts into safe text, empty ones left out; plain strings are escaped."""
    glue = separator if isinstance(separator, Md) else _escape_glue(separator)
    return Md(glue.join(safe(part) for part in parts if part))


def safe(text: str) -> Md:
    """Escape a plain string; leave safe text alone."""
    return text if isinstance(text, Md) else escape(text)


def front_matter(values: Mapping[str, str], *, searched: bool = True) -> Md:
    """Write the block that opens a page.

    MkDocs and the theme print these values without escaping, so they are escaped for HTML;
    JSON strings are YAML strings as long as characters stand as themselves.

    Args:
        values: Texts by key, in the order to write.
        searched: Whether MkDocs is to put the page's words into its own index.
    """
    lines = [
        f"{key}: {json.dumps(html.escape(flatten(value)), ensure_ascii=False)}"
        for key, value in values.items()
    ]
    if not searched:
        lines.append("search: {exclude: true}")
    return Md("\n".join(["---", *lines, "---"]))


def make_environment(templates: Path = TEMPLATES) -> Environment:
    """Set up Jinja for Markdown.

    Args:
        templates: Folder of ``*.md.j2`` files.

    Returns:
        An environment that refuses unknown names and escapes every plain string.
    """
    return Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        comment_start_string="<%#",  # the usual one opens a heading's {#id}
        comment_end_string="#%>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - HTML escaping is wrong for Markdown; finalize does it
        finalize=_finalize,
    )


def _finalize(value: object) -> str:
    return safe(value if isinstance(value, str) else str(value))


def _escape_glue(separator: str) -> str:
    return _ANYWHERE.sub(_reference, separator)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:  # noqa: PLR2004 - the control pictures stand at the same distance
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"  # noqa: PLR2004 - DELETE
