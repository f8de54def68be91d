"""The day in a file's name or in a page's address."""

import re

from dossier.dates import DateValue
from dossier.read.datelines import make_day

_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_]?)(\d\d)\2(\d\d)(?!\d)")
_ADDRESS_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|\Z)"
)


def parse_address_date(address: str) -> DateValue | None:
    """Read the date in a page's address, such as ``https://…/2024/03/05/flood``.

    Args:
        address: The address; or empty.

    Returns:
        The day; None if the address holds none, or more than one.
    """
    found = set(_ADDRESS_DATE.findall(address))
    return make_day(*map(int, found.pop())) if len(found) == 1 else None


def parse_name_date(stem: str) -> DateValue | None:
    """Read the date in a file's name, such as ``2024-03-05-flood-warning``.

    Args:
        stem: The file's name without its ending.

    Returns:
        The day; None if the name neither begins nor ends with one.
    """
    for match in _NAME_DATE.finditer(stem):
        if match.start() == 0 or match.end() == len(stem):
            return make_day(int(match[1]), int(match[3]), int(match[4]))
    return None
