"""Read labels: what careful readers say stands in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from dossier.errors import EditError
from dossier.yamlfile import Node, load_yaml

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"

_MARKED = re.compile(r"\[([A-Za-z]+)=([^\]\n]*)\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A word in a text, and whom it means.

    Attributes:
        start: First code point, inclusive.
        end: Code point after the last, exclusive.
        means: A name; empty where a careful reader would not say.
    """

    start: int
    end: int
    means: str


def read_labels(folder: Path, pattern: str) -> Iterator[tuple[str, Plain]]:
    """Read label files.

    Args:
        folder: Where they lie.
        pattern: Which, such as ``dates*.yml``.

    Yields:
        Name and content of each, by name. Every scalar is text.

    Raises:
        EditError: A file is not YAML.
    """
    for path in sorted(folder.glob(pattern)):
        yield path.name, _plain(load_yaml(path, shown_as=path.name))


def read_list(folder: Path, pattern: str) -> Iterator[dict[str, Plain]]:
    """Read label files that hold a list of mappings.

    Yields:
        The mappings, in order of file and place.

    Raises:
        EditError: A file holds something else.
    """
    for name, content in read_labels(folder, pattern):
        for one in content if isinstance(content, list) else [content]:
            if not isinstance(one, dict):
                raise EditError(f"{name}: a list of mappings is wanted")
            yield one


def texts_of(value: Plain) -> tuple[str, ...]:
    """A text or a list of texts as texts."""
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(one) for one in value)


def rows_of(value: Plain) -> Iterator[tuple[str, ...]]:
    """A list of lists as rows of texts; a mapping as rows of key and values."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield (key, *texts_of(held))
    elif isinstance(value, list):
        yield from (texts_of(one) for one in value)


def parse_marked(text: str) -> tuple[str, tuple[Marked, ...]]:
    """Read a text in which words are marked as ``[she=Ann Novak]``.

    Args:
        text: The text; ``[she=]`` marks a word of which nobody could say whom it means.

    Returns:
        The text without marks, and the words in text order.
    """
    plain: list[str] = []
    found: list[Marked] = []
    length = position = 0
    for match in _MARKED.finditer(text):
        before = text[position : match.start()]
        start = length + len(before)
        found.append(Marked(start, start + len(match[1]), match[2].strip()))
        plain += [before, match[1]]
        length = start + len(match[1])
        position = match.end()
    return "".join([*plain, text[position:]]), tuple(found)


def mapping_of(value: Plain) -> Mapping[str, Plain]:
    """A mapping, or an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def list_of(value: Plain) -> Sequence[Plain]:
    """A list, or an empty one for anything else."""
    return value if isinstance(value, list) else []


def _plain(node: Node) -> Plain:
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, dict):
        return {key: _plain(held) for key, held in node.value.items()}
    return [_plain(one) for one in node.value]
