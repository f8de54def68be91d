"""Everything that can go wrong, in two channels.

``DossierError`` and its children stop the run: going on would publish something false.
``Problem`` is a finding about one record: it is collected, printed and counted, and the
run goes on with that record left out or marked.

    DossierError
    ├── SettingsError    seeds/dossier.yml is missing or wrong
    ├── SourceError      a raw article cannot be read
    ├── EditError        an analyst's YAML file cannot be understood
    └── AnchorError      an anchor no longer matches its text
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar


class DossierError(Exception):
    """Base of every error this package raises on purpose."""


class SettingsError(DossierError):
    """The settings file is missing, unreadable or has an unknown key."""


class SourceError(DossierError):
    """A raw article cannot be read or decoded."""


class EditError(DossierError):
    """An analyst's YAML file is not valid YAML or breaks the edit schema."""


class AnchorError(DossierError):
    """An anchor's quoted text is not what its source holds at that position."""


class Severity(StrEnum):
    """How loud a problem is."""

    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding, phrased so that its reader can fix it.

    Attributes:
        code: Stable short code, such as ``E203``; listed in ``docs/about/problems.md``.
        severity: Whether ``--strict`` is needed to fail on it.
        where: ``path:line`` of the file to edit, relative to the project root.
        message: What is wrong, with the offending value quoted.
        hint: What to do about it; empty if the message says it all.
    """

    code: str
    severity: Severity
    where: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        tail = f" ({self.hint})" if self.hint else ""
        return f"{self.where}: {self.code} {self.message}{tail}"


_T = TypeVar("_T")
Found = tuple[_T, tuple[Problem, ...]]
"""What a stage returns: its result, and what it noticed on the way."""
