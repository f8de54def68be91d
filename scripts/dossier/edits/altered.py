"""Records that most edits leave as they are: a copy is made only where something differs."""

from dataclasses import replace
from typing import TypeVar

_T = TypeVar("_T")


def with_values(record: _T, **values: object) -> _T:
    """Give fields of a record new values.

    Args:
        record: A record of the model.
        **values: Values by field.

    Returns:
        The record itself where it has these values already, else a copy with them.
    """
    if all(getattr(record, name) == value for name, value in values.items()):
        return record
    return replace(record, **values)  # type: ignore[type-var]  # every record is a dataclass
