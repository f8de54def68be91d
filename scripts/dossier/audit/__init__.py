"""What a careful reader would notice, noticed by rule.

Each rule is one file in ``rules/`` with a folder of cases; ``RULES`` is their register. What a
rule points out becomes a finding beside the analyst's own, verified like them: every side must
stand in its source. Where an analyst has written down the same finding, hers is kept and says
that the rule found it too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.anchors import resolve_anchor
from dossier.audit.framing import profile_sources
from dossier.audit.lineage import follow_phrases
from dossier.audit.origins import trace_origins
from dossier.audit.reading import Reading, open_reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.rules import RULES
from dossier.errors import AnchorError
from dossier.ids import make_id
from dossier.model import Anchor, Dossier, Finding, SentenceId
from dossier.outcomes import link_outcomes
from dossier.settings import Settings
from dossier.vocabulary import FindingStatus, Gravity

__all__ = ["RULES", "audit_dossier", "sort_findings", "trace_origins"]

_WORST_FIRST = (Gravity.HIGH, Gravity.MEDIUM, Gravity.LOW)


def audit_dossier(
    dossier: Dossier, settings: Settings, rejected: Mapping[str, str] | None = None
) -> Dossier:
    """Run every rule over a dossier and add what they find.

    Args:
        dossier: The dossier with all edits applied.
        settings: The project's settings.
        rejected: Findings of rules that the analyst rejects: reasons by id.

    Returns:
        The dossier with the rules' findings among the analyst's, by gravity and id. An
        analyst's finding of the same type on the same sentences takes the place of a rule's and
        names the rule; one with the id of a rule's finding takes its place as well. Beside them
        from whom each source takes its matter, how it words things, and the phrases that come
        back in quotations.
    """
    dossier = link_outcomes(trace_origins(dossier, settings))
    reading = open_reading(dossier, settings)
    held = {finding.id: finding for finding in dossier.findings}
    for rule in RULES:
        of_type = [one for one in dossier.findings if one.finding_type is rule.finding_type]
        for found in _findings(rule, reading):
            same = (one for one in of_type if one.id == found.id or _agree(one, found, reading))
            written = next(same, None)
            if written is None:
                held[found.id] = found
            else:
                held[written.id] = replace(written, rule=rule.name)
    reasons = rejected or {}
    set_aside = [
        replace(held.pop(key), status=FindingStatus.REJECTED, reason=reasons[key])
        for key in sorted(reasons.keys() & held.keys())
        if held[key].found_by == held[key].rule
    ]
    return replace(
        dossier,
        findings=sort_findings(held.values()),
        set_aside=sort_findings(set_aside),
        framings=profile_sources(reading),
        lineages=follow_phrases(reading),
    )


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by gravity, worst first, then by id."""
    return tuple(sorted(findings, key=lambda one: (_WORST_FIRST.index(one.gravity), one.id)))


def _findings(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """A rule's hits as findings, each set of words once, in the order of their words."""
    order = {key: number for number, key in enumerate(reading.dossier.sources)}
    hits: dict[tuple[tuple[int, int, int], ...], Noticed] = {}
    for noticed in rule.notice(reading):
        if noticed.sides and all(_stands(side, reading) for side in noticed.sides):
            places = tuple((order[one.source_id], one.start, one.end) for one in noticed.sides)
            hits.setdefault(tuple(sorted(places)), noticed)
    for _, noticed in sorted(hits.items()):
        yield _draw(rule, noticed, reading)


def _draw(rule: Rule, noticed: Noticed, reading: Reading) -> Finding:
    # The words and their sentences, not their places: a paragraph more changes no id.
    made_of = [part for side in noticed.sides for part in _words_of(side, reading)]
    return Finding(
        id=make_id(rule.finding_type.value, *made_of),
        finding_type=rule.finding_type,
        gravity=noticed.gravity or rule.gravity,
        text=noticed.text,
        sides=noticed.sides,
        about=tuple(sorted({*noticed.about, *reading.about(*noticed.sides)})),
        status=FindingStatus.OPEN,
        found_by=rule.name,
        rule=rule.name,
    )


def _words_of(side: Anchor, reading: Reading) -> tuple[str, str, str]:
    sentence = reading.sentence_at(side)
    return side.source_id, side.exact, reading.text(sentence) if sentence else ""


def _stands(side: Anchor, reading: Reading) -> bool:
    try:
        resolve_anchor(reading.dossier.sources[side.source_id], side)
    except AnchorError:
        return False
    return True


def _agree(written: Finding, found: Finding, reading: Reading) -> bool:
    """Whether two findings of one type rest on the same sentences, so far as both go."""
    mine, theirs = _standing(found, reading), _standing(written, reading)
    return len(mine & theirs) >= min(2, len(mine), len(theirs))


def _standing(finding: Finding, reading: Reading) -> frozenset[SentenceId | int]:
    """The sentences that the sides of a finding stand in; a side outside them by its place."""
    return frozenset(
        sentence.id if (sentence := reading.sentence_at(side)) else side.start
        for side in finding.sides
    )
