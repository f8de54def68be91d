"""Turn YAML values into typed fields, and say where and how one does not fit.

A record class of ``schema`` declares each key with ``required`` or ``optional`` and the reader
of its value; ``read_record`` does the rest. So the schema is the list of known keys.
"""

import dataclasses
import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from dossier.anchors import Locator, parse_locator
from dossier.dates import DateValue, parse_edtf
from dossier.errors import EditError
from dossier.ids import slugify
from dossier.yamlfile import Node

if TYPE_CHECKING:
    from dataclasses import Field

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


_FLAGS = dict.fromkeys(("no", "off", "n", "false"), "false") | dict.fromkeys(
    ("yes", "on", "y", "true"), "true"
)

MOST_MISTAKES = 20
"""Mistakes told at once: a screenful; the rest shows on the next run."""


class Record(Protocol):
    """A dataclass whose fields were declared with ``required`` and ``optional``."""

    __dataclass_fields__: "ClassVar[dict[str, Field[object]]]"


R = TypeVar("R", bound=Record)


@dataclasses.dataclass(frozen=True, slots=True)
class Pointer:
    """A place in a source that an edit points to.

    Attributes:
        loc: The locator.
        words: The words that stand there; empty for the whole place.
        nth: Which of several equal words is meant, from 1; None if they stand there once.
        where: ``path:line`` of the edit.
    """

    loc: Locator
    words: str
    nth: int | None
    where: str


def required(read: Callable[[Node], T], *, name: str = "", blank: bool = False) -> T:
    """Declare a key that must be given.

    Args:
        read: Turns the key's value into the field's.
        name: The key, where it differs from the field's name.
        blank: Whether an empty value is a value.
    """
    metadata = {"read": read, "name": name, "blank": blank}
    declared: T = dataclasses.field(metadata=metadata)
    return declared


def optional(read: Callable[[Node], T], default: T, *, name: str = "") -> T:
    """Declare a key that may be left out; one without a value counts as left out.

    Args:
        read: Turns the key's value into the field's.
        default: The field's value where the key is left out.
        name: The key, where it differs from the field's name.
    """
    metadata = {"read": read, "name": name, "blank": False}
    return dataclasses.field(default=default, metadata=metadata)


def known_keys(record: type[Record]) -> tuple[str, ...]:
    """Keys of a record, in the order of its class."""
    return tuple(
        field.metadata["name"] or name
        for name, field in record.__dataclass_fields__.items()
        if field.metadata
    )


def record(cls: type[R]) -> Callable[[Node], R]:
    """A reader of records of one class."""
    return lambda node: read_record(cls, node)


def read_record(cls: type[R], node: Node) -> R:
    """Read a mapping into a record.

    Args:
        cls: The record's class; it has a field ``where`` besides its keys.
        node: The mapping.

    Raises:
        EditError: It is no mapping, a key is unknown or missing, or a value does not fit. All
            missing keys and all such values are named, one a line.
    """
    entries = node.value
    if not isinstance(entries, dict):
        raise EditError(f"{node.where}: expected 'key: value' lines, found {_shape(node)}")
    _refuse_unknown(cls, entries)
    mistakes = list(_find_missing(cls, node, entries))
    values: dict[str, object] = {"where": node.where}
    for name, field in cls.__dataclass_fields__.items():
        if not field.metadata:
            continue
        key = field.metadata["name"] or name
        given = entries.get(key)
        if given is not None and (given.value or field.metadata["blank"]):
            try:
                values[name] = field.metadata["read"](given)
            except EditError as error:
                mistakes.append(str(error))
    stop_at(mistakes)
    return cls(**values)


def _find_missing(cls: type[Record], node: Node, entries: dict[str, Node]) -> Iterator[str]:
    absent = []
    for name, field in cls.__dataclass_fields__.items():
        if not field.metadata or field.default is not dataclasses.MISSING:
            continue
        key = field.metadata["name"] or name
        given = entries.get(key)
        if given is None:
            absent.append(repr(key))
        elif not given.value and not field.metadata["blank"]:
            yield f"{given.where}: the key {key!r} has no value"
    if absent:
        lack = f"keys {', '.join(absent)} are" if len(absent) > 1 else f"key {absent[0]} is"
        yield f"{node.where}: the {lack} missing"


def _refuse_unknown(cls: type[Record], entries: dict[str, Node]) -> None:
    known = known_keys(cls)
    for key, node in entries.items():
        if key in known:
            continue
        odd = [character for character in key if not character.isascii()]
        near = difflib.get_close_matches(key, known, 1)
        if odd:
            hint = f"; it holds {unicodedata.name(odd[0], 'a character without a name')}"
        elif " " in key and not node.value:
            hint = "; put a text that holds a comma in quotation marks"
        else:
            hint = f"; did you mean {near[0]!r}?" if near else ""
        listed = ", ".join(sorted(known))
        raise EditError(f"{node.where}: unknown key {key!r}{hint} (known: {listed})")


def as_text(node: Node) -> str:
    """Read text: NFC, without white space around it."""
    if not isinstance(node.value, str):
        raise EditError(f"{node.where}: expected text, found {_shape(node)}")
    return unicodedata.normalize("NFC", node.value).strip()


def as_id(node: Node) -> str:
    """Read an id, which is a page's address too."""
    value = as_text(node)
    if slugify(value) != value:
        raise EditError(
            f"{node.where}: {value!r} cannot be an id (lower-case letters, digits and single "
            f"hyphens, at most 60, no reserved name; such as {slugify(value)!r})"
        )
    return value


def as_flag(node: Node) -> bool:
    """Read ``true`` or ``false``."""
    value = as_text(node)
    if value not in {"true", "false"}:
        meant = _FLAGS.get(value.lower())
        hint = f" (write {meant})" if meant else ""
        raise EditError(f"{node.where}: {value!r} is neither true nor false{hint}")
    return value == "true"


def as_number(node: Node) -> int:
    """Read a whole number from 1 on."""
    value = as_text(node)
    if not re.fullmatch("[1-9][0-9]{0,7}", value):
        raise EditError(f"{node.where}: {value!r} is not a whole number from 1 on")
    return int(value)


def as_edtf(node: Node) -> DateValue:
    """Read an EDTF date."""
    try:
        return parse_edtf(as_text(node))
    except ValueError as error:
        raise EditError(f"{node.where}: {error} (such as 2024-03-05, 2024-03, 2024~)") from error


def member(vocabulary: type[E]) -> Callable[[Node], E]:
    """A reader of one of a closed list of words."""

    def read(node: Node) -> E:
        value = as_text(node)
        try:
            return vocabulary(value)
        except ValueError:
            known = ", ".join(vocabulary)
            raise EditError(f"{node.where}: {value!r} is not one of: {known}") from None

    return read


def many(read: Callable[[Node], T]) -> Callable[[Node], tuple[T, ...]]:
    """A reader of a list, or of one value that stands for a list of one."""

    def read_all(node: Node) -> tuple[T, ...]:
        entries = node.value if isinstance(node.value, tuple) else (node,)
        return tuple(read(entry) for entry in entries)

    return read_all


def as_pointer(node: Node) -> Pointer:
    """Read a locator, or a locator with words."""
    if isinstance(node.value, dict):
        given = read_record(_Words, node)
        return Pointer(given.loc, given.words, given.nth, node.where)
    return Pointer(_as_locator(node), "", None, node.where)


def _as_locator(node: Node) -> Locator:
    try:
        return parse_locator(as_text(node))
    except ValueError as error:
        raise EditError(f"{node.where}: {error}") from error


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    where: str
    loc: Locator = required(_as_locator)  # it declares a field
    words: str = required(as_text)
    nth: int | None = optional(as_number, None)


as_pointers = many(as_pointer)


def _shape(node: Node) -> str:
    if isinstance(node.value, dict):
        return "a mapping"
    if isinstance(node.value, tuple):
        return "a list"
    return f"the text {node.value!r}"


def stop_at(mistakes: Iterable[str]) -> None:
    """Stop the run if there are mistakes.

    Raises:
        EditError: There are; the message has one a line, up to twenty.
    """
    told = list(mistakes)
    if len(told) > MOST_MISTAKES:
        told = [*told[:MOST_MISTAKES], f"… and {len(told) - MOST_MISTAKES} more"]
    if told:
        raise EditError("\n".join(told))
