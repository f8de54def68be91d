"""Read hand-written YAML so that a mistake is named by file and line.

Every scalar stays the text its author typed: ``2024-03-05`` is not turned into a date, ``NO``
is not turned into False, ``12:30`` is not turned into 750. Whoever asks for the file decides
types. What YAML allows and people trip over is refused: a key given twice, anchors, aliases,
tags, tabs, characters that cannot be seen in a key.

This package reads these files and never writes them, so comments and layout are safe.
"""

import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import yaml

from dossier.errors import EditError

MAX_BYTES = 2_000_000
"""A larger file is no hand-written one."""

MAX_DEPTH = 20
"""Levels of nesting; the deepest file of a dossier has five."""

_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})

_NO_ALIASES = (
    "anchors and aliases (& and *) are not allowed; put a text that begins with one in "
    "quotation marks"
)
_NO_TAGS = "tags (!…) are not allowed; put a text that begins with ! in quotation marks"


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value and where it stands.

    Attributes:
        value: Text, a tuple of nodes, or a dict of nodes by key in the order of the file.
        where: ``path:line`` with lines counted from 1; for a value under a key, the key's line.
    """

    value: "str | tuple[Node, ...] | dict[str, Node]"
    where: str


def load_yaml(path: Path, *, shown_as: str = "") -> Node:
    """Read one YAML file.

    Args:
        path: UTF-8 file holding a single YAML document.
        shown_as: The path to name in messages, relative to the project; ``path`` if empty.

    Returns:
        The document's root node.

    Raises:
        EditError: The file is missing, over 2 MB, not UTF-8, not YAML or empty, nests deeper
            than 20 levels, or uses what this package refuses.
    """
    name = shown_as or str(path)
    return parse_yaml(read_hand_written(path, name), shown_as=name)


def find_hand_written(folder: Path, name: str) -> tuple[Path, ...]:
    """Everything below a folder that people fill by hand, but folders and what is hidden.

    Args:
        folder: The folder; it need not exist.
        name: What to call it in messages.

    Returns:
        Files and whatever else is no folder, by path. Names that begin with a dot are passed
        over.

    Raises:
        EditError: A folder cannot be opened, or is a link: what it holds would be left out
            without a word.
    """
    found: list[Path] = []
    folders = [folder] if folder.exists() else []
    while folders:
        place = folders.pop()
        shown = f"{name}/{place.relative_to(folder).as_posix()}".removesuffix("/.")
        try:
            for path in sorted(place.iterdir()):
                if path.name.startswith("."):
                    continue
                if not path.is_dir():
                    found.append(path)
                elif path.is_symlink():
                    raise EditError(f"{shown}/{path.name}: a link to a folder (put the files here)")
                else:
                    folders.append(path)
        except OSError as error:
            raise EditError(
                f"{shown}: the folder cannot be opened: {error.strerror} (check its permissions)"
            ) from error
    return tuple(sorted(found))


def parse_yaml(text: str, *, shown_as: str) -> Node:
    """Read YAML from a text.

    Args:
        text: A single YAML document.
        shown_as: What to call it in messages.

    Returns:
        The document's root node.

    Raises:
        EditError: As for ``load_yaml``.
    """
    _refuse_tabs(text, shown_as)
    try:
        root = _Loader(text, shown_as).get_single_node()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        named = name_character(chr(_code(error.character)))
        raise EditError(f"{shown_as}:{line}: {named} is not allowed in YAML") from error
    except yaml.MarkedYAMLError as error:
        raise EditError(_explain(error, text, shown_as)) from error
    if root is None or root.value == "":
        raise EditError(f"{shown_as}:1: the file is empty (write [] if nothing is decided yet)")
    return _convert(root, f"{shown_as}:{root.start_mark.line + 1}", shown_as)


def read_hand_written(path: Path, name: str) -> str:
    """Read a file that a person wrote, whatever lies in its place.

    Args:
        path: UTF-8 file; a pipe or a device is not opened, so that none can hold us up.
        name: What to call it in messages.

    Returns:
        Its text, without a byte order mark.

    Raises:
        EditError: The file is missing, no regular file, over 2 MB, not UTF-8, or the system
            does not let us read it.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise EditError(f"{name}: not a regular file but a folder, a pipe or a device")
        if path.stat().st_size > MAX_BYTES:
            raise EditError(f"{name}: larger than {MAX_BYTES:,} bytes")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise EditError(f"{name}: there is no such file") from None
    except OSError as error:
        hint = "check its permissions, or where its link leads"
        raise EditError(f"{name}: cannot be read: {error.strerror} ({hint})") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise EditError(
            f"{name}:{line}: byte {raw[error.start]:#04x} is not UTF-8 text "
            "(save the file as UTF-8)"
        ) from error


class _Loader(yaml.BaseLoader):
    """PyYAML's composer with everything refused that is not plain text, list or mapping."""

    def __init__(self, text: str, shown_as: str) -> None:
        super().__init__(text)
        self._shown_as = shown_as
        self._depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]  # the stubs leave it open
        where = f"{self._shown_as}:{event.start_mark.line + 1}"
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise EditError(f"{where}: {_NO_ALIASES}")
        if getattr(event, "tag", None):
            raise EditError(f"{where}: {_NO_TAGS}")
        if self._depth >= MAX_DEPTH:
            raise EditError(f"{where}: nested deeper than {MAX_DEPTH} levels")
        self._depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self._depth -= 1


def _convert(node: yaml.Node, where: str, shown_as: str) -> Node:
    if isinstance(node, yaml.ScalarNode):
        return Node(str(node.value), where)
    if isinstance(node, yaml.SequenceNode):
        entries = (
            _convert(entry, f"{shown_as}:{entry.start_mark.line + 1}", shown_as)
            for entry in node.value
        )
        return Node(tuple(entries), where)
    entries_by_key: dict[str, Node] = {}
    for key, value in node.value:
        at = f"{shown_as}:{key.start_mark.line + 1}"
        if not isinstance(key, yaml.ScalarNode):
            raise EditError(f"{at}: a key must be text, not a list or a mapping")
        _refuse_invisible(key.value, at)
        if key.value in entries_by_key:
            first = entries_by_key[key.value].where.rpartition(":")[2]
            raise EditError(f"{at}: key {key.value!r} is given twice (first on line {first})")
        entries_by_key[key.value] = _convert(value, at, shown_as)
    return Node(entries_by_key, where)


def _refuse_tabs(text: str, shown_as: str) -> None:
    if "\t" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip():
            raise EditError(f"{shown_as}:{number}: a tab in the indentation (use spaces)")


def _refuse_invisible(key: str, where: str) -> None:
    if not key:
        raise EditError(f"{where}: a key is empty")
    hidden = find_invisible(key)
    if hidden is not None:
        raise EditError(
            f"{where}: key {key!r} holds {name_character(key[hidden])} after {key[:hidden]!r} "
            "(type the key anew)"
        )


def find_invisible(text: str) -> int | None:
    """Find the first character that nobody sees and no article is likely to hold.

    Args:
        text: Words that somebody typed.

    Returns:
        Its position: of a control or format character, or of a space that is not the plain one;
        None if there is none.
    """
    found = (
        position
        for position, character in enumerate(text)
        if character != " " and unicodedata.category(character) in _INVISIBLE
    )
    return next(found, None)


def _explain(error: yaml.MarkedYAMLError, text: str, shown_as: str) -> str:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return f"{shown_as}: not valid YAML: {error.problem}"
    where = f"{shown_as}:{mark.line + 1}"
    # PyYAML ends its buffer with a NUL, so the index may point one behind the text.
    if text[mark.index : mark.index + 1] == "\t":
        return f"{where}: a tab between key and value (use spaces)"
    if "another document" in str(error.problem) or "single document" in str(error.context):
        return f"{where}: a second document begins here (--- once a file at most)"
    if error.context in {"while scanning an alias", "while scanning an anchor"}:
        return f"{where}: {_NO_ALIASES}"
    if error.context == "while scanning a tag":
        return f"{where}: {_NO_TAGS}"
    hint = ""
    if "mapping values are not allowed" in str(error.problem):
        hint = " (put a text that holds ': ' in quotation marks)"
    elif str(error.problem).startswith("expected ',' or"):
        hint = " (put a text between braces or brackets in quotation marks)"
    elif "cannot start any token" in str(error.problem):
        hint = " (put a text that begins with this character in quotation marks)"
    elif "could not find expected ':'" in str(error.problem):
        hint = " (a line without ':', or a text that is not indented)"
    return f"{where}: not valid YAML: {error.problem}{hint}"


def _code(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character))


def name_character(character: str) -> str:
    """Name a character that cannot be shown, as Unicode does."""
    name = unicodedata.name(character, "a control character")
    return f"U+{ord(character):04X} {name}"
