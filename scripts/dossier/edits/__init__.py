"""The analyst's YAML: read it, check it, apply it, suggest more of it.

``schema`` says what may be written, ``load`` reads it, ``apply`` changes the draft, ``suggest``
prints open questions in the same form. ``docs/about/edits.md`` explains the files to people.
"""

from dossier.edits.apply import apply_edits
from dossier.edits.apply_findings import find_idle
from dossier.edits.apply_sources import correct_sources
from dossier.edits.hindsight import leave_out_hindsight
from dossier.edits.load import load_edits
from dossier.edits.moved import apply_moved
from dossier.edits.schema import Edits
from dossier.edits.suggest import suggest

__all__ = [
    "Edits",
    "apply_edits",
    "apply_moved",
    "correct_sources",
    "find_idle",
    "leave_out_hindsight",
    "load_edits",
    "suggest",
]
