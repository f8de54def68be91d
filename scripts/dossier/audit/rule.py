"""What a rule of the audit is.

A rule reads the whole dossier and points out what a careful reader would stop at. It decides
nothing: it sets words beside words and says in a sentence why they may matter. How to add one
is told on the page "The audit" (``docs/about/audit.md``).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dossier.audit.reading import Reading
from dossier.model import Anchor
from dossier.vocabulary import FindingType, Gravity


@dataclass(frozen=True, slots=True)
class Noticed:
    """One hit of a rule.

    Attributes:
        text: What was noticed, in the dossier's own words: a sentence or two, neutral.
        sides: The words that disagree or that carry the risk: at least one, a few words each,
            never a whole sentence of running text.
        about: Ids of events and actors it touches besides those that stand on its sentences.
        gravity: How much it matters, where that differs from the rule's own.
    """

    text: str
    sides: tuple[Anchor, ...]
    about: tuple[str, ...] = ()
    gravity: Gravity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of thing to notice.

    Attributes:
        finding_type: What its findings are called; a type has one rule at most.
        gravity: How much a finding of it matters unless it says otherwise.
        notice: Yields the hits in a dossier, in any order.
    """

    finding_type: FindingType
    gravity: Gravity
    notice: Callable[[Reading], Iterable[Noticed]]

    @property
    def name(self) -> str:
        """How pages and exports name it, such as ``audit.place-value``."""
        return f"audit.{self.finding_type.value}"
