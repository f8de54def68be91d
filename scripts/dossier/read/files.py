"""Find the articles of a project and read their bytes, whatever lies in the folder.

The folder is filled by people, browsers and other programs, so nothing in it is taken for
granted: a link may lead out of the project, a name may belong to a pipe that never ends, a
folder may be called ``page.html``. Such things are named and left out; the rest is read.
"""

import os
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.errors import Found, Problem, SourceError
from dossier.read.problems import RefusedError, make_problem
from dossier.vocabulary import SourceFormat

ARTICLES = "seeds/articles"
"""Where articles lie, relative to the project."""

MAX_BYTES = 20_000_000
"""A larger file is no article."""

FORMATS = {
    ".txt": SourceFormat.TEXT,
    ".md": SourceFormat.MARKDOWN,
    ".html": SourceFormat.HTML,
    ".htm": SourceFormat.HTML,
}
_KNOWN = ", ".join(FORMATS)
_NONBLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
_NEVER_SHOWN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
_WAY_OUT = {
    ".pdf": "save its text as .txt",
    ".doc": "save it as plain text (.txt)",
    ".docx": "save it as plain text (.txt)",
    ".rtf": "save it as plain text (.txt)",
    ".odt": "save it as plain text (.txt)",
    ".mht": "save the page as .html",
    ".mhtml": "save the page as .html",
    ".xhtml": "rename it to .html",
    ".markdown": "rename it to .md",
    ".text": "rename it to .txt",
    "": "give it an ending",
}


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article's bytes.

    Attributes:
        path: File, relative to the project root, with forward slashes.
        format: What its ending says.
        content: All of its bytes.
    """

    path: str
    format: SourceFormat
    content: bytes

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return PurePosixPath(self.path).stem


def read_article_files(project: Path) -> Found[tuple[ArticleFile, ...]]:
    """Read every article file of a project.

    Files whose names begin with a dot and files called README are passed over in silence.

    Args:
        project: The folder that holds ``seeds/``.

    Returns:
        The files by path, and a problem for each thing that is no article.

    Raises:
        SourceError: There is no such folder; pages made of nothing would take the place of good
            ones.
    """
    root = project / ARTICLES
    if not root.is_dir():
        hint = "make it, and put one file an article into it"
        raise SourceError(f"{ARTICLES}: there is no such folder ({hint})")
    files: list[ArticleFile] = []
    problems: list[Problem] = []
    for path in _find_entries(root):
        shown = f"{ARTICLES}/{path.relative_to(root).as_posix()}"
        try:
            _check_name(shown)
            form = FORMATS.get(path.suffix.lower())
            if form is None:
                raise _unknown_format(path)
            files.append(ArticleFile(shown, form, read_regular_file(path, root)))
        except RefusedError as refusal:
            problems.append(refusal.at(_printable(shown)))
    if not files and not problems:
        hint = f"put articles into it: {_KNOWN}"
        problems.append(make_problem("R101", ARTICLES, "there is no article in it", hint))
    return tuple(files), tuple(problems)


def read_regular_file(path: Path, root: Path) -> bytes:
    """Read a file that may be anything.

    Args:
        path: The file; opened only if it is a regular file, so that no pipe can hold us up.
        root: The folder it must lie in, links followed.

    Returns:
        Its bytes, at least one.

    Raises:
        RefusedError: It is empty, over 20 MB, no regular file, a link that leads out of
            ``root``, or the system does not let us read it.
    """
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root.resolve()):
            raise RefusedError("R105", "a link that leads out of the folder", "copy the file here")
        _check_regular(real.lstat())
        descriptor = os.open(real, os.O_RDONLY | _NONBLOCKING)
        with os.fdopen(descriptor, "rb") as stream:
            _check_regular(os.fstat(stream.fileno()))
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise RefusedError("R105", "a link that leads nowhere", "take it away") from None
    except RuntimeError:
        raise RefusedError("R105", "a link that leads to itself", "take it away") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise RefusedError("R106", f"cannot be read: {reason}", "check its permissions") from error
    if not content.strip():
        raise RefusedError("R103", "the file is empty", "put the article's text in, or delete it")
    if len(content) > MAX_BYTES:
        raise RefusedError(
            "R107", f"larger than {MAX_BYTES // 1_000_000} MB", "keep the article's text only"
        )
    return content


def find_originals(folder: Path) -> tuple[Path, ...]:
    """Files below a folder, by path; links to folders are not followed.

    Args:
        folder: An existing folder.
    """
    return _find_entries(folder)


def _find_entries(root: Path) -> tuple[Path, ...]:
    """Everything below a folder that is to be read or named: files, and folders named like one."""
    found: list[Path] = []
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(folder.iterdir())
        except OSError:
            found.append(folder)
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name.upper().partition(".")[0] == "README":
                continue
            named_like_a_file = entry.suffix.lower() in FORMATS
            if _is_folder(entry) and not entry.is_symlink() and not named_like_a_file:
                folders.append(entry)
            else:
                found.append(entry)
    return tuple(sorted(found, key=lambda path: path.relative_to(root).as_posix()))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # opening it will tell why the system does not say


def _check_name(shown: str) -> None:
    if _printable(shown) != shown:
        raise RefusedError(
            "R112", "the file's name has characters that cannot be shown", "rename it"
        )


def _check_regular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise RefusedError("R104", "a folder named like an article", "rename it")
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError("R104", "not a regular file (a pipe, a device or a socket)", "delete it")


def _unknown_format(path: Path) -> RefusedError:
    suffix = path.suffix.lower()
    if _is_folder(path):
        if path.is_symlink():
            return RefusedError("R105", "a link to a folder is not followed", "copy the files here")
        return RefusedError("R106", "the folder cannot be opened", "check its permissions")
    ending = f"files that end in {suffix!r} are" if suffix else "a file without an ending is"
    way_out = _WAY_OUT.get(suffix, "take it away, or save its text as .txt")
    return RefusedError("R102", f"{ending} not read, only {_KNOWN}", way_out)


def _printable(shown: str) -> str:
    """A name as it can be shown; Persian and Hindi need the joiners, nobody needs the rest."""
    return "".join(
        "\ufffd"
        if unicodedata.category(character) in _NEVER_SHOWN and character not in _JOINERS
        else character
        for character in shown
    )
