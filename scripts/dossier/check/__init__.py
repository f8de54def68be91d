"""The promises of a dossier, checked before anything is written.

Every rule looks at the finished dossier as if nothing before it could be trusted. What it finds
is a ``Problem`` that names the line to change; ``docs/about/problems.md`` lists the codes.
"""

from dossier.check.evidence import check_anchors, check_events, check_facts
from dossier.check.limits import (
    check_bottom_line,
    check_corroboration,
    check_credibility,
    check_quoted_words,
)
from dossier.check.references import check_ids, check_references
from dossier.check.voice import Written, check_voice
from dossier.errors import Problem
from dossier.model import Dossier
from dossier.settings import Settings

__all__ = ["check_dossier"]


def check_dossier(
    dossier: Dossier, settings: Settings, written: Written | None = None
) -> tuple[Problem, ...]:
    """Check every promise.

    Args:
        dossier: The finished dossier.
        settings: The project's settings.
        written: Lines of every text of an edit, by its file and the text; without it problems
            name the line on which a record begins.

    Returns:
        What is broken, rule by rule and within a rule by place; none if all promises hold.
    """
    return (
        *check_ids(dossier),
        *check_anchors(dossier),
        *check_events(dossier),
        *check_facts(dossier),
        *check_references(dossier),
        *check_corroboration(dossier),
        *check_credibility(dossier),
        *check_quoted_words(dossier, settings),
        *check_bottom_line(dossier),
        *check_voice(dossier, settings, written or {}),
    )
