"""Every rule of the audit on its cases: little articles in, findings out."""

import re
from textwrap import dedent

import pytest
import yaml

from conftest import CASES, ROOT
from dossier.audit.reading import open_reading
from dossier.audit.rules import RULES
from dossier.pipeline import assemble
from dossier.render import render_dossier
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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.finding_type.value)
def test_a_finding_of_a_rule_goes_with_the_words_on_either_side(rule, golden, tmp_path):
    """Of every case that shows a hit, each side in turn is taken out of its article."""
    tried = 0
    for path in sorted((CASES / FOLDERS[rule.name]).glob("*.yml")):
        case = golden(path)
        edits = case.data.get("edits", {})
        if not case["expected"] or edits:
            continue
        for number, side in enumerate(case["expected"][0]):
            source_id, _, words = side.partition(": ")
            (name,) = [one for one in case["articles"] if one.rpartition(".")[0] == source_id]
            text = case["articles"][name]
            assert words in text, side
            articles = {**case["articles"], name: text.replace(words, "")}
            found = findings_of(rule, articles, edits, tmp_path / f"{path.stem}-{number}")
            left = [[f"{s.source_id}: {s.exact}" for s in one.sides] for one in found]
            assert case["expected"][0] not in left, side
            tried += 1
    assert tried


def test_rules_stand_in_the_register_by_name_and_each_type_once():
    names = [rule.name for rule in RULES]
    assert names == sorted(set(names))


def test_the_rule_that_the_page_shows_finds_what_its_case_says(tmp_path):
    """What a newcomer copies from the page works as it stands there, but for its new type."""
    page = (ROOT / "scripts/dossier/render/about/audit.md").read_text("utf-8")
    blocks = dict(re.findall(r"    ```(\w+)\n(.*?)    ```", page, re.DOTALL))
    code = dedent(blocks["python"]).replace("UNCOUNTED_VOTE", "STALE_AS_OF")
    shown = {}
    exec(compile(code, "uncounted_vote.py", "exec"), shown)  # noqa: S102 - our own page
    case = yaml.safe_load(dedent(blocks["yaml"]))
    lay_out_project(tmp_path)
    for name, text in case["articles"].items():
        (tmp_path / "seeds" / "articles" / name).write_text(text, "utf-8")
    found = shown["RULE"].notice(open_reading(*assemble(tmp_path)))
    told = [[f"{side.source_id}: {side.exact}" for side in one.sides] for one in found]
    assert told == case["expected"]


def test_no_case_folder_is_without_its_rule():
    folders = {path.name for path in CASES.glob("audit_*")}
    assert folders == set(FOLDERS.values())


TOWER = """Holm opens its tower

Tuesday, March 5, 2019

Holm is the only country in the world with a wooden tower of this height, and visitors came from the whole coast.
The mayor Nils Aune opened it on Monday.
"""  # noqa: E501 - an article's paragraph is one line


def audit(project, rejected=""):
    lay_out_project(project)
    (project / "seeds" / "articles" / "tower.txt").write_text(TOWER, "utf-8")
    if rejected:
        (project / "seeds" / "edits").mkdir(parents=True, exist_ok=True)
        (project / "seeds" / "edits" / "rejected.yml").write_text(rejected, "utf-8")
    return assemble(project)


def test_a_rejected_finding_is_set_aside_with_its_reason(tmp_path):
    (found,) = audit(tmp_path / "before")[0].findings
    entry = f"- finding: {found.id}\n  reason: A slogan.\n"
    dossier, settings = audit(tmp_path / "after", entry)
    assert dossier.findings == ()
    (aside,) = dossier.set_aside
    assert (aside.id, aside.status, aside.reason) == (found.id, "rejected", "A slogan.")
    files = render_dossier(dossier, settings)
    assert "A slogan." in files["findings.md"].partition("## Set aside")[2]
    pages = [page for path, page in files.items() if path.startswith(("events/", "index"))]
    assert not any(found.id in page for page in pages)


def test_a_rejection_that_meets_nothing_is_reported(tmp_path):
    dossier, _ = audit(tmp_path, "- finding: exclusivity-claim-00000000\n  reason: Gone.\n")
    assert [one.where for one in dossier.problems if one.code == "E202"] == [
        "seeds/edits/rejected.yml:1"
    ]


def test_a_finding_keeps_its_id_when_a_paragraph_is_added(tmp_path):
    (before,) = audit(tmp_path / "before")[0].findings
    project = tmp_path / "after"
    lay_out_project(project)
    text = TOWER.replace(
        "2019\n", "2019\n\nThe island had waited for the day since the old mill burnt.\n"
    )
    (project / "seeds" / "articles" / "tower.txt").write_text(text, "utf-8")
    (after,) = assemble(project)[0].findings
    assert after.sides[0].start > before.sides[0].start
    assert after.id == before.id


def test_a_finding_goes_with_either_of_its_sides(first_project):
    dossier, _ = assemble(first_project)
    both = next(one for one in dossier.findings if one.id == "cf-21")
    assert {side.source_id for side in both.sides} == {"000", "004"}
    for source_id in ("000", "004"):
        (path,) = (first_project / "seeds" / "articles").glob(f"{source_id}*")
        text = path.read_text("utf-8")
        path.unlink()
        assert "cf-21" not in {one.id for one in assemble(first_project)[0].findings}
        path.write_text(text, "utf-8")


@pytest.mark.parametrize("source_id", ["000", "001", "004"])
def test_without_a_source_exactly_the_findings_that_quote_it_are_gone(
    first, first_project, source_id
):
    """Those that a person wrote; rules read what is left anew."""
    written = [one for one in first.findings if one.found_by.startswith("seeds/")]
    assert len(written) >= 36
    (path,) = (first_project / "seeds" / "articles").glob(f"{source_id}*")
    path.unlink()
    left = {one.id for one in assemble(first_project, earlier=False)[0].findings}
    quoting = {one.id for one in written if source_id in {side.source_id for side in one.sides}}
    assert quoting
    assert left & {one.id for one in written} == {one.id for one in written} - quoting


def test_every_card_says_whether_a_rule_or_a_person_found_it(first_project):
    dossier, settings = assemble(first_project, earlier=False)
    page = render_dossier(dossier, settings)["findings.md"]
    for one in dossier.findings:
        (card,) = re.findall(rf'<div class="finding [^>]*id="{one.id}">.*?</p>', page, re.DOTALL)
        said = re.findall(r"chip-found[^>]*>([^<]+)<", card)
        if one.found_by == one.rule:
            assert said == ["found by a rule"]
        else:
            assert said == [f"found by a person{' and by a rule' if one.rule else ''}"]
        assert f'title="{f"Rule {one.rule}" if one.rule else "No rule finds it"}"' in card


OF_BOTH = {
    *("cf-01", "cf-02", "cf-03", "cf-05", "cf-12", "cf-13", "cf-19", "cf-20", "cf-21"),
    *("cf-22", "cf-23", "cf-24", "cf-26", "cf-31", "cf-32", "cf-35", "cf-36"),
}


def test_what_a_person_and_a_rule_both_find_is_one_finding(first_project):
    dossier, settings = assemble(first_project)
    both = [one for one in dossier.findings if one.rule and one.found_by != one.rule]
    assert {one.id for one in both} >= OF_BOTH
    page = render_dossier(dossier, settings)["findings.md"]
    assert f"{len(both)} by both" in page


def test_two_ministers_of_one_office_are_set_beside_each_other(first_project):
    found = [one for one in assemble(first_project)[0].findings if one.found_by == one.rule]
    succession = [one for one in found if one.finding_type == "possible-succession"]
    assert [[side.source_id for side in one.sides] for one in succession] == [["001", "000"]]
