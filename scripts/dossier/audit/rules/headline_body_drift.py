"""One name in the headline, another in the words quoted below it."""

from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.rules.entity_substitution import compare
from dossier.vocabulary import FindingType, Gravity, PassageKind


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out a stance that the headline and the quoted words direct at two."""
    yield from compare(reading, PassageKind.TITLE)


RULE = Rule(FindingType.HEADLINE_BODY_DRIFT, Gravity.HIGH, notice)
