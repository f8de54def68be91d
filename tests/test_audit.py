"""Every rule of the audit on its cases: little articles in, findings out."""

import re

import pytest

from conftest import CASES
from dossier.audit.rules import RULES
from dossier.pipeline import assemble
from dossier.scaffold import lay_out_project

FOLDERS = {rule.name: f"audit_{rule.finding_type.value.replace('-', '_')}" for rule in RULES}
EVERY_CASE = [
    pytest.param(rule, path, id=f"{rule.finding_type.value}-{path.stem}")
    for rule in RULES
    for path in sorted((CASES / FOLDERS[rule.name]).glob("*.yml"))
]


def findings_of(rule, articles, edits, tmp_path):
    """What one rule finds in a project of these articles: the words on each side, in order."""
    project = tmp_path / "project"
    lay_out_project(project)
    for name, text in articles.items():
        (project / "seeds" / "articles" / name).write_text(text, "utf-8")
    for name, text in edits.items():
        target = project / "seeds" / "edits" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    dossier, _ = assemble(project)
    assert set(articles) == {source.path.rpartition("/")[2] for source in dossier.sources.values()}
    return [one for one in dossier.findings if rule.name in (one.found_by, one.rule)]


@pytest.mark.parametrize(("rule", "path"), EVERY_CASE)
def test_a_rule_finds_what_its_case_says(rule, path, golden, tmp_path):
    case = golden(path)
    findings = findings_of(rule, case["articles"], case.data.get("edits", {}), tmp_path)
    case.expect([[f"{s.source_id}: {s.exact}" for s in one.sides] for one in findings])
    for finding in findings:
        assert all(len(side.exact.split()) <= 15 for side in finding.sides), "sides are short"
        assert finding.text.endswith((".", "?"))
        assert not re.search(r"\s\s", finding.text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.finding_type.value)
def test_every_rule_has_cases_that_hit_and_cases_that_do_not(rule, golden):
    cases = [golden(path) for path in sorted((CASES / FOLDERS[rule.name]).glob("*.yml"))]
    assert any(case["expected"] for case in cases), "no case shows a hit"
    assert any(not case["expected"] for case in cases), "no case shows what is let pass"


def test_rules_stand_in_the_register_by_name_and_each_type_once():
    names = [rule.name for rule in RULES]
    assert names == sorted(set(names))


def test_no_case_folder_is_without_its_rule():
    folders = {path.name for path in CASES.glob("audit_*")}
    assert folders == set(FOLDERS.values())
