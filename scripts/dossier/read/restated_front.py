"""Read the front matter of a restated article, every key of which is known and checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.dates import DateValue
from dossier.errors import Problem
from dossier.ids import slugify
from dossier.model import Fact, Original
from dossier.read.facts import Particulars
from dossier.read.frontmatter import FrontMatter, as_edtf
from dossier.read.notes import NOT_STATED
from dossier.read.problems import make_problem
from dossier.vocabulary import FactBasis
from dossier.yamlfile import Node

KEYS = (
    "id",
    "title",
    "authors",
    "publisher",
    "published",
    "markers",
    "url",
    "language",
    "original",
)
FACT_KEYS = ("value", "basis", "note", "line")
ORIGINAL_KEYS = ("file", "sha256", "lines")

_ID_SHAPE = "small letters, digits and single hyphens, at most 60, no reserved name"
_NUMBER = re.compile("[0-9]{1,7}")
_LONGEST_SHOWN = 80
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_ADDRESS = re.compile(r"https?://\S{3,2000}\Z")
_BASES = {str(basis): basis for basis in FactBasis} | {"not stated": FactBasis.NOT_STATED}


@dataclass(frozen=True, slots=True)
class RestatedFront:
    """What the front matter of a restated article says.

    Attributes:
        id: As given; empty if the file's name decides.
        particulars: As given.
        language: As given; or empty.
        original: The file restated; None if it is not named in full.
    """

    id: str
    particulars: Particulars
    language: str
    original: Original | None


def read_restated_front(front: FrontMatter, path: str) -> tuple[RestatedFront, tuple[Problem, ...]]:
    """Read the front matter of a restated article.

    Args:
        front: Front matter with the key ``original``.
        path: The file, for messages.

    Returns:
        What it says, values that do not fit left out; and everything that is wrong with it.
    """
    reader = _Reader(front.entries, path)
    read = RestatedFront(
        reader.identity(), reader.particulars(), reader.text("language"), reader.original()
    )
    return read, tuple(reader.problems)


class _Reader:
    """Reads typed values out of front matter and collects what does not fit."""

    def __init__(self, entries: Mapping[str, Node], path: str) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._entries = entries
        self._refuse_unknown(entries, KEYS)

    def identity(self) -> str:
        given = self.text("id")
        if given and slugify(given) != given and not (given.isascii() and given.isdecimal()):
            self._wrong("id", given, f"{_ID_SHAPE}; such as {slugify(given)!r}")
            return ""
        return given

    def original(self) -> Original | None:
        node = self._entries["original"]
        if not isinstance(node.value, dict):
            hint = f"write original: {{{', '.join(f'{key}: …' for key in ORIGINAL_KEYS)}}}"
            self.problems.append(make_problem("R146", node.where, "original must be keys", hint))
            return None
        self._refuse_unknown(node.value, ORIGINAL_KEYS)
        texts: dict[str, str] = {}
        for key in ORIGINAL_KEYS:
            entry = node.value.get(key)
            if entry is None or not isinstance(entry.value, str) or not entry.value:
                message = f"original: the key {key!r} is missing"
                self.problems.append(make_problem("R142", node.where, message))
            else:
                texts[key] = entry.value
        if len(texts) < len(ORIGINAL_KEYS):
            return None
        if not _SHA256.match(texts["sha256"]):
            self._wrong("original", texts["sha256"], "64 hexadecimal digits in small letters")
            return None
        if not _NUMBER.fullmatch(texts["lines"]) or int(texts["lines"]) < 1:
            self._wrong("original", texts["lines"], "the number of lines of the original")
            return None
        return Original(texts["file"], texts["sha256"], int(texts["lines"]))

    def particulars(self) -> Particulars:
        if "title" not in self._entries:
            message = "the key 'title' is missing"
            self.problems.append(make_problem("R142", f"{self._path}:1", message))
        published, published_on = self._published()
        return Particulars(
            title=self._fact("title"),
            authors=self._facts("authors") or (NOT_STATED,),
            publisher=self._fact("publisher"),
            published=published,
            published_on=published_on,
            markers=self._facts("markers"),
            url=self._url(),
        )

    def text(self, key: str) -> str:
        node = self._entries.get(key)
        if node is None:
            return ""
        if not isinstance(node.value, str):
            self._wrong(key, "a list or mapping", "a text")
            return ""
        return node.value.strip()

    def _url(self) -> str:
        given = self.text("url")
        if given and not _ADDRESS.match(given):
            self._wrong("url", given, "an address that begins with http:// or https://")
            return ""
        return given

    def _published(self) -> tuple[Fact, DateValue | None]:
        fact = self._fact("published")
        if not fact.value:
            return fact, None
        value = as_edtf(fact.value)
        if value is None:
            self._wrong("published", fact.value, "a date such as 2024-03-05, its time in the note")
            return NOT_STATED, None
        return fact, value

    def _fact(self, key: str) -> Fact:
        node = self._entries.get(key)
        return NOT_STATED if node is None else self._as_fact(key, node)

    def _facts(self, key: str) -> tuple[Fact, ...]:
        node = self._entries.get(key)
        if node is None:
            return ()
        entries = node.value if isinstance(node.value, tuple) else (node,)
        return tuple(self._as_fact(key, entry) for entry in entries)

    def _as_fact(self, key: str, node: Node) -> Fact:
        if isinstance(node.value, str):
            basis = FactBasis.STATED if node.value.strip() else FactBasis.NOT_STATED
            return Fact(node.value.strip(), basis)
        if not isinstance(node.value, dict):
            self._wrong(key, "a list", f"a text, or {', '.join(FACT_KEYS)}", node)
            return NOT_STATED
        self._refuse_unknown(node.value, FACT_KEYS)
        texts = {
            name: entry.value.strip()
            for name, entry in node.value.items()
            if isinstance(entry.value, str)
        }
        value, line = texts.get("value", ""), texts.get("line", "")
        default = FactBasis.STATED if value else FactBasis.NOT_STATED
        given = texts.get("basis", str(default))
        if given not in _BASES:
            self._wrong(key, given, f"basis: one of {', '.join(FactBasis)}", node)
            return NOT_STATED
        basis = _BASES[given]
        if bool(value) == (basis is FactBasis.NOT_STATED):
            expected = "no value with basis 'not stated', and a value with any other"
            self._wrong(key, value, expected, node)
            return NOT_STATED
        if line and not _NUMBER.fullmatch(line):
            self._wrong(key, line, "line: a number", node)
            line = ""
        return Fact(value, basis, texts.get("note", ""), int(line) if line else None)

    def _refuse_unknown(self, entries: Mapping[str, Node], known: tuple[str, ...]) -> None:
        for key, node in entries.items():
            if key not in known:
                message, hint = f"unknown key {key!r}", f"known: {', '.join(known)}"
                self.problems.append(make_problem("R141", node.where, message, hint))

    def _wrong(self, key: str, value: str, expected: str, node: Node | None = None) -> None:
        at = node or self._entries[key]
        shown = value if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]}…"
        message = f"{key}: {shown!r} does not fit"
        self.problems.append(make_problem("R146", at.where, message, f"expected {expected}"))
