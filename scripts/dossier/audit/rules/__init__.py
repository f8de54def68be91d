"""The register of the audit's rules. A new rule is one import and one line here."""

from dossier.audit.rule import Rule
from dossier.audit.rules import (
    anaphora_risk,
    asymmetric_titles,
    different_period,
    divergent_selection,
    exclusivity_claim,
    forecast_outcome,
    framing_of_same_event,
    number_of_events,
    place_contact,
    place_granularity,
    place_value,
    possible_succession,
    republication_date,
    stale_as_of,
    temporal_arithmetic,
    uncorroborated_causal_claim,
    undated_source,
)

RULES: tuple[Rule, ...] = (
    anaphora_risk.RULE,
    asymmetric_titles.RULE,
    different_period.RULE,
    divergent_selection.RULE,
    exclusivity_claim.RULE,
    forecast_outcome.RULE,
    framing_of_same_event.RULE,
    number_of_events.RULE,
    place_contact.RULE,
    place_granularity.RULE,
    place_value.RULE,
    possible_succession.RULE,
    republication_date.RULE,
    stale_as_of.RULE,
    temporal_arithmetic.RULE,
    uncorroborated_causal_claim.RULE,
    undated_source.RULE,
)
"""Every rule, by name."""
