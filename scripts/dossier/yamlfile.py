"""Read hand-written YAML so that a mistake is named by file and line.

Every scalar stays the text the analyst typed: ``2024-03-05`` is not turned into a date,
``NO`` is not turned into False. The schema decides types, in ``dossier.edits.schema``.
This package reads these files and never writes them, so comments and layout are safe.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from dossier.errors import EditError


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value and where it stands.

    Attributes:
        value: Text, a tuple of nodes, or a dict of nodes by key.
        where: ``path:line`` with lines counted from 1.
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
        EditError: Not YAML, empty, a key given twice, or a key that is not text.
    """
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise EditError(f"{path}: not valid YAML: {error}") from error
    if root is None:
        raise EditError(f"{path}:1: the file is empty")
    return _convert(root, path)


def _convert(node: yaml.Node, path: Path) -> Node:
    where = f"{path}:{node.start_mark.line + 1}"
    if isinstance(node, yaml.ScalarNode):
        return Node(str(node.value), where)
    if isinstance(node, yaml.SequenceNode):
        return Node(tuple(_convert(item, path) for item in node.value), where)
    items: dict[str, Node] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise EditError(f"{where}: a key must be text")
        if key.value in items:
            raise EditError(f"{path}:{key.start_mark.line + 1}: key {key.value!r} is given twice")
        items[key.value] = _convert(value, path)
    return Node(items, where)
