"""Where a record of the finished dossier can be changed."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import get_args, get_type_hints

from dossier.errors import Problem, Severity
from dossier.model import Anchor, Dossier

EDITS = "seeds/edits/"

Origin = str | tuple[str, ...]
"""What shaped a record, as the model has it: one stage or edit, or several."""


def fail(code: str, where: str, message: str, hint: str = "") -> Problem:
    """A broken promise that must not be published."""
    return Problem(code, Severity.ERROR, where, message, hint)


def edit_of(origin: Origin) -> str:
    """The edit (``path:line``) that shaped a record; empty if only stages did."""
    origins = (origin,) if isinstance(origin, str) else origin
    return next((one for one in origins if one.startswith(EDITS)), "")


def where_of(dossier: Dossier, origin: Origin, anchors: Iterable[Anchor]) -> str:
    """``path:line`` to look at: the edit, else the article's line, else the edits' folder."""
    edit = edit_of(origin)
    if edit:
        return edit
    for anchor in anchors:
        source = dossier.sources.get(anchor.source_id)
        if source is not None:
            lines = (one.first_line for one in source.passages if one.end > anchor.start)
            return f"{source.path}:{next(lines, 1)}"
    return f"{EDITS}:1"


def find_anchors(value: object) -> tuple[Anchor, ...]:
    """Every anchor in a record, in the order of its fields."""
    found: list[Anchor] = []
    _collect(value, found)
    return tuple(found)


def _collect(value: object, found: list[Anchor]) -> None:
    if isinstance(value, Anchor):
        found.append(value)
    elif isinstance(value, tuple):
        for entry in value:
            _collect(entry, found)
    else:
        for name in _field_names(type(value)):  # type: ignore[arg-type]  # any class has a hash
            inside = getattr(value, name)
            if inside:
                _collect(inside, found)


@cache
def _field_names(kind: type[object]) -> tuple[str, ...]:
    """Fields of a record's class that can hold anchors; none of any other class."""
    if not is_dataclass(kind):
        return ()
    types = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if not _is_plain(types[field.name]))


def _is_plain(kind: object) -> bool:
    """Whether a field holds texts or numbers and nothing else."""
    held = [one for one in get_args(kind) if one not in {..., NoneType}]
    if held:
        return all(map(_is_plain, held))
    return isinstance(kind, type) and issubclass(kind, str | int | float)
