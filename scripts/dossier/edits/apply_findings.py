"""What the analyst adds about the whole: findings, standing claims, questions, the briefing."""

from collections.abc import Iterable

from dossier.edits.apply_events import draw_claim
from dossier.edits.desk import Desk, name_sources, warn
from dossier.edits.schema import Edits
from dossier.errors import Found, Problem
from dossier.model import BottomLine, Claim, Dossier, Finding, Question
from dossier.vocabulary import Gravity

_WORST_FIRST = (Gravity.HIGH, Gravity.MEDIUM, Gravity.LOW)


def apply_findings(desk: Desk) -> Found[tuple[Finding, ...]]:
    """Add the analyst's findings to the draft's.

    A finding sets words against words, so it is left out as soon as one of them is gone. One
    with the id of an automatic finding takes its place.

    Returns:
        By gravity, worst first, then by id; and a warning for each that is left out.
    """
    findings = {finding.id: finding for finding in desk.draft.findings}
    problems = []
    for edit in desk.edits.findings:
        lost = desk.lost(edit.sides)
        if lost:
            message = f"the finding {edit.id!r} is not shown: {name_sources(lost)}"
            problems.append(warn("E201", edit.where, message))
            continue
        findings[edit.id] = Finding(
            id=edit.id,
            finding_type=edit.finding_type,
            gravity=edit.gravity,
            text=edit.text,
            sides=tuple(anchor for pointer in edit.sides for anchor in desk.found[pointer]),
            about=tuple(sorted(edit.about)),
            status=edit.status,
            reason=edit.reason,
            found_by=edit.where,
        )
    return sort_findings(findings.values()), tuple(problems)


def find_idle(dossier: Dossier, edits: Edits) -> tuple[Problem, ...]:
    """Name each rejection that meets no finding of a rule: E202.

    Args:
        dossier: The audited dossier.
        edits: What the analyst decided.
    """
    met = {finding.id for finding in dossier.set_aside}
    return tuple(
        warn(
            "E202",
            edit.where,
            f"no rule finds {edit.finding!r} any more",
            "delete the entry; what an analyst found is taken away in findings/",
        )
        for edit in edits.rejections
        if edit.finding not in met
    )


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by gravity, worst first, then by id."""
    return tuple(sorted(findings, key=lambda one: (_WORST_FIRST.index(one.gravity), one.id)))


def apply_claims(desk: Desk) -> Found[tuple[Claim, ...]]:
    """Add the standing claims to the draft's, in the order to show."""
    claims, problems = list(desk.draft.claims), []
    for edit in desk.edits.claims:
        claim = draw_claim(desk, edit, edit.about)
        if claim is None:
            lost = name_sources(desk.lost(edit.at))
            problems.append(warn("E201", edit.where, f"the claim {edit.id!r} is not shown: {lost}"))
        else:
            claims.append(claim)
    return tuple(claims), tuple(problems)


def apply_questions(desk: Desk) -> tuple[Question, ...]:
    """Add the open questions to the draft's, in the order to show."""
    return (
        *desk.draft.questions,
        *(
            Question(edit.text, tuple(sorted(edit.about)), edit.settled_by, edit.where)
            for edit in desk.edits.questions
        ),
    )


def apply_briefing(desk: Desk) -> Found[tuple[BottomLine, ...]]:
    """Take up the bottom line; a bullet that has lost any of its words is left out."""
    bullets: list[BottomLine] = []
    problems: list[Problem] = []
    for edit in desk.edits.bottom_line:
        anchors = desk.anchors(edit.at)
        lost = desk.lost(edit.at)
        if lost:
            message = f"a bullet is not shown: {name_sources(lost)}"
            problems.append(warn("E201", edit.where, message, "word it by what is left"))
        elif anchors:
            bullets.append(BottomLine(edit.text, anchors, tuple(sorted(edit.about)), edit.where))
    return (tuple(bullets) or desk.draft.bottom_line), tuple(problems)
