"""Compare restated articles with the originals they restate, for whoever has them.

A restated article asks to be believed; this is how to check it. Only what the original prints
between quotation marks has to stand letter by letter, so that is what is compared; the rest is
told in other words and only counted.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence, Sized
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dossier.errors import Problem
from dossier.model import Original, Passage, Source
from dossier.read.decode import decode
from dossier.read.files import find_originals, read_regular_file
from dossier.read.normalize import normalize
from dossier.read.problems import RefusedError, make_problem
from dossier.vocabulary import SourceFormat

_OPEN_QUOTE, _CLOSE_QUOTE, _STRAIGHT_QUOTE = "“", "”", '"'
_MARKS = re.compile("[“”„‟\"‘’‚‛'«»‹›`\u00b4]")
_SPACE = re.compile(r"\s+")
_CLOSING = ".,"
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Found:
    """An original as it lies in the folder."""

    sha256: str
    lines: tuple[str, ...]


def verify_originals(
    sources: Sequence[Source],
    folder: Path,
    split_sentences: Callable[[str], Sized] | None = None,
) -> tuple[Problem, ...]:
    """Compare restated articles with their originals.

    Args:
        sources: Sources of any form; only restated ones are compared.
        folder: Folder that holds the originals, under their own names or any other.
        split_sentences: Splits a paragraph into sentences, so that they can be counted; None
            leaves them uncounted.

    Returns:
        What does not agree, by source: a missing original, another hash or number of lines, a
        restated line that is not there, a quotation that does not stand in those lines,
        another number of sentences.
    """
    restated = [source for source in sources if source.format is SourceFormat.RESTATED]
    paths = find_originals(folder) if restated else ()
    read = cache(lambda path: _read_original(path, folder))
    problems: list[Problem] = []
    for source in restated:
        if source.original is None:
            continue
        found = _find_original(source.original, paths, read)
        if found is None:
            message = f"there is no {source.original.file!r} among the originals"
            hint = "nor any file with its hash; give the folder that holds it"
            problems.append(make_problem("R151", source.path, message, hint))
            continue
        problems += _check_file(source.path, source.original, found)
        for passage in source.passages:
            problems += _check_passage(source, passage, found.lines, split_sentences)
    return tuple(problems)


def find_quotations(text: str) -> tuple[tuple[str, ...], bool]:
    """Find what stands between double quotation marks, with marks inside marks.

    Args:
        text: A paragraph.

    Returns:
        The quotations in order of their beginning, without their own marks; and whether every
        mark has its partner. A quotation that is not closed runs to the end.
    """
    opened: list[tuple[int, str]] = []
    found: list[tuple[int, str]] = []
    paired = True
    for match in re.finditer(r"[“”\"]", text):
        mark, at = match.group(), match.start()
        straight = bool(opened) and opened[-1][1] == _STRAIGHT_QUOTE
        closes = mark == _CLOSE_QUOTE or (mark == _STRAIGHT_QUOTE and straight)
        if not closes:
            opened.append((at, mark))
        elif opened:
            start, _ = opened.pop()
            found.append((start, text[start + 1 : at]))
        else:
            paired = False
    for start, _ in opened:
        paired = False
        found.append((start, text[start + 1 :]))
    return tuple(words for _, words in sorted(found) if words.strip()), paired


def stands_in(quotation: str, original: str) -> bool:
    """Whether quoted words stand in a text, quotation marks and white space left aside.

    A comma or full stop before the closing mark may be the quoting sentence's own.

    Args:
        quotation: Words without their marks.
        original: The text that should hold them.
    """
    words = _bare(quotation)
    held = _bare(original)
    return words in held or (words[-1:] in _CLOSING and words.rstrip(_CLOSING) in held)


def _find_original(
    original: Original, paths: Sequence[Path], read: Callable[[Path], _Found | None]
) -> _Found | None:
    """The file of that name if it has the hash; else any that has it; else the one of that name."""
    named = [path for path in paths if path.name == original.file]
    others = [path for path in paths if path.name != original.file]
    for path in (*named, *others):
        found = read(path)
        if found is not None and found.sha256 == original.sha256:
            return found
    return next((found for path in named if (found := read(path)) is not None), None)


def _read_original(path: Path, folder: Path) -> _Found | None:
    try:
        content = read_regular_file(path, folder)
        text = normalize(decode(content).text).text
    except RefusedError:
        return None  # a file that cannot be read is no original; its absence is reported
    lines = tuple(text.removesuffix("\n").split("\n"))
    return _Found(hashlib.sha256(content).hexdigest(), lines)


def _check_file(path: str, original: Original, found: _Found) -> Iterator[Problem]:
    if found.sha256 != original.sha256:
        message = f"{original.file!r} is another file than the one restated"
        yield make_problem("R152", path, message, f"its hash is {found.sha256}")
    if len(found.lines) != original.lines:
        message = f"{original.file!r} has {len(found.lines)} lines, not {original.lines}"
        yield make_problem("R153", path, message, "correct original: lines")


def _check_passage(
    source: Source,
    passage: Passage,
    lines: Sequence[str],
    split_sentences: Callable[[str], Sized] | None,
) -> Iterator[Problem]:
    span = f"L{passage.first_line}"
    if passage.last_line > passage.first_line:
        span += f"-L{passage.last_line}"
    where = source.path
    edges = {passage.first_line, passage.last_line}
    missing = sorted(n for n in edges if n > len(lines) or not lines[n - 1].strip())
    for number in missing:
        message = f"{span}: line {number} of the original is empty or not there"
        yield make_problem("R154", where, message, "correct the paragraph's marker")
    if missing:
        return
    original = "\n".join(lines[passage.first_line - 1 : passage.last_line])
    told = source.text[passage.start : passage.end]
    quotations, paired = find_quotations(told)
    if not paired:
        yield make_problem("R157", where, f"{span}: quotation marks do not pair", "close them")
    for quotation in quotations:
        if not stands_in(quotation, original):
            message = f"{span}: {_shown(quotation)} does not stand in these lines of the original"
            yield make_problem("R155", where, message, "quote it letter by letter")
    if split_sentences is not None:
        here, there = len(split_sentences(told)), len(split_sentences(original))
        if here != there:
            message = f"{span}: {here} sentences where the original has {there}"
            yield make_problem("R156", where, message, "locators such as L5.2 count sentences")


def _bare(text: str) -> str:
    return _SPACE.sub(" ", _MARKS.sub("", text)).strip()


def _shown(quotation: str) -> str:
    words = " ".join(quotation.split())
    return f"“{words if len(words) <= _LONGEST_SHOWN else words[:_LONGEST_SHOWN] + '…'}”"
