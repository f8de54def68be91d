"""Read the YAML block at the top of a Markdown article.

Articles come from many programs, so in an ordinary article only the keys below are read and
all others are passed over. A restated article is our own form; ``dossier.read.restated`` reads
it, and knows all of its keys.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dossier.dates import DateValue, parse_edtf
from dossier.errors import EditError, Problem
from dossier.model import Fact
from dossier.read.datelines import PrintedDate, parse_dateline
from dossier.read.facts import Particulars, dated
from dossier.read.problems import make_problem
from dossier.vocabulary import FactBasis
from dossier.yamlfile import Node, parse_yaml

LONGEST = 100_000
"""Code points; a longer block is no front matter."""

KEYS = {
    "title": ("title", "headline"),
    "authors": ("authors", "author", "byline", "by"),
    "publisher": ("publisher", "outlet", "site", "sitename", "publication"),
    "published": ("published", "date", "pubdate", "date_published"),
    "url": ("url", "link", "canonical", "canonical_url"),
    "language": ("language", "lang"),
}
"""What is read, and the keys that may give it; the first that is there counts."""

_CORRECT = "until it is corrected, nothing of it is read"
_OPENS = re.compile(r"---[ ]*\n")
_CLOSES = re.compile(r"\n(?:---|\.\.\.)[ ]*(?:\n|\Z)")
_KEY = re.compile(r"[A-Za-z_][\w -]{0,40}:(?:\s|\Z)")
_MESSAGE = re.compile(r":(?P<line>\d+): (?P<message>.*)\Z", re.DOTALL)
_AND = re.compile(r"\s*(?:;|,|\sand\s|&)\s*")
_ADDRESS = re.compile(r"https?://\S{3,2000}\Z")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A block of YAML at the top of a text.

    Attributes:
        entries: Its keys.
        end: Code point after the block and its closing line.
        line: Line of the file on which the text behind it begins.
    """

    entries: Mapping[str, Node]
    end: int
    line: int


def find_front_matter(text: str, path: str) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """Read the front matter of a text.

    Args:
        text: Normalised text of the file.
        path: The file, for messages.

    Returns:
        The front matter, or None if there is none; and what is wrong with it. Front matter
        that is no YAML has no entries, but its place.
    """
    opens = _OPENS.match(text)
    close = _CLOSES.search(text, opens.end() - 1, LONGEST) if opens else None
    if opens is None or close is None:
        if opens is None or _KEY.match(text, opens.end()) is None:
            return None, ()
        message = "the front matter does not end"
        return None, (make_problem("R131", f"{path}:1", message, "close it with a line ---"),)
    line = text.count("\n", 0, close.end()) + 1
    # An empty line in place of the opening one keeps the line numbers of the file.
    entries, problems = _read_block("\n" + text[opens.end() : close.start() + 1], path)
    return FrontMatter(entries, close.end(), line), problems


def apply_front_matter(
    found: Particulars, front: FrontMatter
) -> tuple[Particulars, str, tuple[Problem, ...]]:
    """Let front matter decide what it states.

    Args:
        found: What the text says about itself.
        front: The front matter of an ordinary article.

    Returns:
        The particulars, the language as given (or empty), and values that could not be read.
    """
    problems: list[Problem] = []
    given: dict[str, tuple[str, ...]] = {}
    lines: dict[str, int] = {}
    for name in KEYS:
        node = node_of(front, name)
        if node is None:
            continue
        texts = _texts(node)
        if texts is None:
            message = f"{name} must be a text"
            problems.append(make_problem("R132", node.where, message, "it is passed over"))
        elif texts:
            given[name], lines[name] = texts, line_of(node)
    if "title" in given:
        found = replace(found, title=_stated(given["title"][0], lines["title"]))
    if "authors" in given:
        names = given["authors"] if len(given["authors"]) > 1 else _AND.split(given["authors"][0])
        facts = tuple(_stated(name, lines["authors"]) for name in names if name)
        found = replace(found, authors=facts)
    if "publisher" in given:
        found = replace(found, publisher=_stated(given["publisher"][0], lines["publisher"]))
    if "published" in given:
        printed = parse_given_date(given["published"][0])
        if printed is None:
            message = f"{given['published'][0]!r} is no date"
            node = node_of(front, "published")
            where = node.where if node else ""
            problems.append(make_problem("R132", where, message, "write it as 2024-03-05"))
        else:
            fact = dated(printed, "front matter", lines["published"])
            found = replace(found, published=fact, published_on=printed.value)
    if "url" in given and _ADDRESS.match(given["url"][0]):
        found = replace(found, url=given["url"][0])
    return found, given.get("language", ("",))[0], tuple(problems)


def node_of(front: FrontMatter, name: str) -> Node | None:
    """The entry that gives a particular, whichever of its keys is used.

    Args:
        front: Front matter of an ordinary article.
        name: A key of ``KEYS``.
    """
    folded = {key.lower().replace("-", "_"): node for key, node in front.entries.items()}
    return next((folded[key] for key in KEYS[name] if key in folded), None)


def parse_given_date(text: str) -> PrintedDate | None:
    """Read a date from front matter or a web page's head: EDTF, ISO with a time, or as printed.

    Args:
        text: The date.
    """
    value = as_edtf(text)
    if value is not None:
        return PrintedDate(value, text)
    printed = parse_dateline(text)
    return printed[0] if printed else None


def as_edtf(text: str) -> DateValue | None:
    """Read an EDTF value; None if the text is none."""
    try:
        return parse_edtf(text)
    except ValueError:
        return None


def line_of(node: Node) -> int:
    """The line a YAML value stands on."""
    return int(node.where.rpartition(":")[2])


def _read_block(block: str, path: str) -> tuple[Mapping[str, Node], tuple[Problem, ...]]:
    if not block.strip():
        return {}, ()
    try:
        root = parse_yaml(block, shown_as=path)
    except EditError as error:
        return {}, (_as_problem(str(error), path),)
    if not isinstance(root.value, dict):
        message = "the front matter must be 'key: value' lines"
        return {}, (make_problem("R131", root.where, message, _CORRECT),)
    return root.value, ()


def _stated(value: str, line: int) -> Fact:
    return Fact(value, FactBasis.STATED, "front matter", line)


def _texts(node: Node) -> tuple[str, ...] | None:
    """A text or a list of texts; an author may also be a mapping with a name."""
    if isinstance(node.value, str):
        return (node.value.strip(),) if node.value.strip() else ()
    if isinstance(node.value, dict):
        name = node.value.get("name")
        return (name.value,) if name is not None and isinstance(name.value, str) else None
    texts: list[str] = []
    for entry in node.value:
        inner = _texts(entry) if not isinstance(entry.value, tuple) else None
        if inner is None:
            return None
        texts += inner
    return tuple(texts)


def _as_problem(message: str, path: str) -> Problem:
    match = _MESSAGE.match(message.removeprefix(path))
    if match is None:
        return make_problem("R131", path, message, _CORRECT)
    return make_problem("R131", f"{path}:{match['line']}", match["message"], _CORRECT)
