"""Check a carried copy of a dossier's site. Needs Python 3.8 or newer and nothing else.

    python3 verify.py                     is every file as it was built?
    python3 verify.py --originals DIR     and does every quotation stand in the originals?

It lies in the site beside ``manifest.json``. Exit codes: 0 all stands, 1 something does not,
2 it could not check. The manifest's own hash is printed, to be compared with the one that was
published or sent by another way: who can change the files can change the manifest too.
"""

from __future__ import annotations

import sys

if __name__ == "__main__" and not (sys.flags.isolated or getattr(sys.flags, "safe_path", False)):
    # A file beside this one that is named like a part of Python would be run in its place.
    del sys.path[0]

import argparse
import hashlib
import html
import json
import re
import unicodedata
from pathlib import Path, PurePosixPath
from typing import Any, Iterator

MANIFEST = "manifest.json"
EVIDENCE = "data/evidence.json"
STANDS, DIFFERS, FAILED = 0, 1, 2

LARGEST = 64 * 1024 * 1024
"""Bytes of a file beyond which it is no article."""

_MARKS = re.compile("[“”„‟\"‘’‚‛'«»‹›`\u00b4]")
_HIDDEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_SPACE = re.compile("[\\s\u2800\u3164\uffa0]+")
_TAG = re.compile("<[^<>]*>")
_WEB = frozenset({".html", ".htm", ".xhtml"})


def main(arguments: list[str] | None = None) -> int:
    """Check a folder.

    Args:
        arguments: Words after ``verify.py``; those of the process if None.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(description="Check a carried copy of this site.")
    here = Path(__file__).resolve().parent
    parser.add_argument("--site", type=Path, default=here, metavar="DIR", help="default: here")
    parser.add_argument("--originals", type=Path, metavar="DIR", help="the original articles")
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        content = (options.site / MANIFEST).read_bytes()
        listed = dict(json.loads(content.decode("utf-8"))["outputs"].items())
        wrong = list(find_differences(options.site, listed))
        if options.originals is not None:
            wrong += recheck_quotations(options.site, options.originals)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        print(f"verify: cannot check {options.site}: {error!r}", file=sys.stderr)
        return FAILED
    for line in wrong:
        print(visible(line))
    print(f"{len(listed)} files listed, {len(wrong)} differences")
    print(f"{MANIFEST} has SHA-256 {hashlib.sha256(content).hexdigest()}")
    return DIFFERS if wrong else STANDS


def find_differences(site: Path, listed: dict[str, str]) -> Iterator[str]:
    """Yield a line for what was changed, added or removed, by name; a folder ends in a stroke."""
    built = {f"{folder}/" for name in listed for folder in PurePosixPath(name).parents}
    there = {*find_files(site), *(set(find_empty_folders(site)) - built)} - {MANIFEST}
    for name in sorted({*listed, *there}):
        if name not in there:
            yield f"removed: {name}"
        elif name not in listed:
            yield f"added: {name}"
        elif hash_file(site / name) != listed[name]:
            yield f"changed: {name}"


def visible(line: str) -> str:
    """Spell out whatever would move the cursor, turn the text around or break the line."""
    return "".join(
        one if one.isprintable() else one.encode("unicode_escape", "replace").decode("ascii")
        for one in line
    )


def find_files(folder: Path) -> Iterator[str]:
    """Yield the names of all files below a folder, links and odd files included."""
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_dir():
            yield path.relative_to(folder).as_posix()


def find_empty_folders(folder: Path) -> Iterator[str]:
    """Yield the names of all folders that hold nothing, or cannot be looked into."""
    for path in folder.rglob("*"):
        if not path.is_symlink() and path.is_dir() and not _holds_any(path):
            yield f"{path.relative_to(folder).as_posix()}/"


def _holds_any(folder: Path) -> bool:
    try:
        return any(True for _ in folder.iterdir())
    except OSError:
        return False


def hash_file(path: Path) -> str:
    """Hash a file's bytes with SHA-256; empty for a link, what is no file or cannot be read."""
    if path.is_symlink() or not path.is_file():
        return ""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()


def recheck_quotations(site: Path, folder: Path) -> list[str]:
    """Return a line for every source or quotation that the originals do not bear out."""
    evidence: dict[str, Any] = json.loads((site / EVIDENCE).read_text("utf-8"))
    held: dict[str, Path] = {}
    for name in sorted(find_files(folder)):
        path = folder / name
        if path.is_file() and path.stat().st_size <= LARGEST:
            held.setdefault(hash_file(path), path)
    wrong: list[str] = []
    texts: dict[str, list[str]] = {}
    for source in evidence["sources"]:
        wanted = source.get("original", source)
        if wanted["sha256"] in held:
            texts[source["id"]] = read_lines(held[wanted["sha256"]])
        else:
            wrong.append(f"source {source['id']}: no file has the hash of {wanted['file']}")
    checked = [one for one in evidence["quotations"] if one["source"] in texts]
    for quotation in checked:
        if not stands(quotation, texts[quotation["source"]]):
            place = "-".join(f"L{number}" for number in quotation["lines"])
            words = " ".join(quotation["words"].split())[:60]
            wrong.append(
                f"quotation {quotation['id']}: not at {quotation['source']}:{place}: {words}"
            )
    print(f"{len(checked)} of {len(evidence['quotations'])} quotations checked")
    print("(pieces that pages print word for word; what they shorten or retell is not counted)")
    return wrong


def read_lines(path: Path) -> list[str]:
    """Read an original as lines of text, in the encoding its bytes show."""
    content = path.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    if path.suffix.lower() in _WEB:
        # Lines of a web page are counted in the text taken out of it: here only words count.
        return [html.unescape(_TAG.sub(" ", text))]
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def stands(quotation: dict[str, Any], lines: list[str]) -> bool:
    """Whether quoted words stand on their lines; marks and white space are left aside."""
    first, last = (quotation["lines"] or [1, len(lines)]) if len(lines) > 1 else [1, 1]
    original = bare("\n".join(lines[first - 1 : last]))
    words = bare(quotation["words"])
    # A comma or full stop before the closing mark may be the quoting sentence's own.
    return bool(words) and (words in original or words.rstrip(".,") in original)


def bare(text: str) -> str:
    """Leave aside what may differ between a page and its original without being other words."""
    text = _HIDDEN.sub("", _MARKS.sub("", unicodedata.normalize("NFC", text)))
    return _SPACE.sub(" ", text).strip()


if __name__ == "__main__":
    sys.exit(main())
