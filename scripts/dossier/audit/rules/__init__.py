"""The register of the audit's rules. A new rule is one import and one line here."""

from dossier.audit.rule import Rule
from dossier.audit.rules import (
    anaphora_risk,
    asymmetric_titles,
    exclusivity_claim,
)

RULES: tuple[Rule, ...] = (
    anaphora_risk.RULE,
    asymmetric_titles.RULE,
    exclusivity_claim.RULE,
)
"""Every rule, by name."""
