"""Bytes to text, without guessing: UTF-8, UTF-16 with its mark, or plainly Windows-1252.

A wrong guess turns ``it’s`` into ``itâ€™s`` on every page, and no later stage can tell. So a
file that is none of the three is refused, with the line on which it stops making sense.
"""

import codecs
import re
from dataclasses import dataclass

from dossier.read.problems import RefusedError

_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
}
_AS_TEXT = "save its text as UTF-8"
_UTF8_PAIR = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_WEB_ENCODINGS = re.compile(r"(?:iso8859|cp\d|koi8|gb|big5|euc|shift|mac|ascii|tis|utf)[\w-]*")
_LATIN = frozenset({"ascii", "iso8859-1"})
"""Browsers read both as Windows-1252, and so do the people who write such pages."""

_MOST_CONTROLS = 0.01
_MOST_ACCENTS = 0.2
"""Of letters: French has 4 in 100 outside ASCII; Cyrillic taken for Windows-1252 has nearly all."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text.

    Attributes:
        text: Its code points, without a byte order mark.
        encoding: What it was read as: "utf-8", "utf-16", "cp1252" or what the page declares.
    """

    text: str
    encoding: str


def decode(content: bytes, declared: str = "") -> Decoded:
    """Read a file's bytes as text.

    Args:
        content: All bytes of the file.
        declared: The encoding that the content itself declares, as web pages do; or empty.

    Returns:
        The text, and what it was read as. ``cp1252`` is a finding the caller must report,
        because no byte of the file says so.

    Raises:
        RefusedError: The content is binary, or in no encoding that can be told with certainty.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode_utf16(content)
    _refuse_binary(content)
    try:
        return Decoded(content.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError as error:
        broken_at = error.start
    if declared:
        return _decode_declared(content, declared)
    text = _as_windows(content)
    if text is None:
        line = content.count(b"\n", 0, broken_at) + 1
        raise RefusedError(
            "R109",
            f"line {line}: byte {content[broken_at]:#04x} is not UTF-8, "
            "and the file is not plainly Windows-1252 either",
            "save the file as UTF-8",
        )
    return Decoded(text, "cp1252")


def _decode_utf16(content: bytes) -> Decoded:
    if content.startswith(codecs.BOM_UTF32_LE):
        raise RefusedError("R109", "the file is UTF-32", "save the file as UTF-8")
    try:
        return Decoded(content.decode("utf-16"), "utf-16")
    except UnicodeDecodeError as error:
        raise RefusedError(
            "R109",
            f"begins like UTF-16, but byte {error.start} does not fit: {error.reason}",
            "save the file as UTF-8",
        ) from error


def _refuse_binary(content: bytes) -> None:
    for signature, what in _SIGNATURES.items():
        if content.startswith(signature):
            raise RefusedError("R108", f"the file is {what}, not text", _AS_TEXT)
    zeros = content.count(b"\0")
    halves = (content[0::2].count(0), content[1::2].count(0))
    if max(halves) > len(content) // 4 and min(halves) == 0:
        raise RefusedError(
            "R109", "the file looks like UTF-16 without its mark", "save the file as UTF-8"
        )
    controls = len(content) - len(content.translate(None, bytes(range(9)) + bytes(range(14, 32))))
    if zeros or controls > _MOST_CONTROLS * len(content):
        raise RefusedError("R108", "the file is binary, not text", _AS_TEXT)


def _decode_declared(content: bytes, declared: str) -> Decoded:
    try:
        name = codecs.lookup(declared).name
        encoding = "cp1252" if name in _LATIN else name
        # Python's codecs hold more than encodings of text: compression, escapes, ciphers.
        text = content.decode(encoding) if _WEB_ENCODINGS.fullmatch(name) else None
    except (LookupError, ValueError):
        text = None
    if text is None:
        raise RefusedError(
            "R109",
            f"the page calls itself {declared[:40]!r}, but its bytes do not fit",
            "save the page as UTF-8",
        )
    return Decoded(text, encoding)


def _as_windows(content: bytes) -> str | None:
    high = len(_HIGH.findall(content))
    if sum(len(pair) for pair in _UTF8_PAIR.findall(content)) > high // 2:
        return None  # damaged UTF-8: as Windows-1252 every accent would come out as two letters
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    letters = sum(character.isalpha() for character in text)
    accents = sum(character.isalpha() for character in text if character > "\x7f")
    return text if accents <= max(1, _MOST_ACCENTS * letters) else None
