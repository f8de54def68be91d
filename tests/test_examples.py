"""Whole projects, small and invented: every stage on files as people write them."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.check import check_dossier
from dossier.edits import apply_edits, correct_sources, load_edits, suggest
from dossier.edits.load import parse_edit_file
from dossier.edits.paste import split_blocks
from dossier.errors import Severity
from dossier.extract import extract_source
from dossier.read import read_articles
from dossier.resolve import resolve_dossier
from dossier.settings import load_settings
from dossier.yamlfile import parse_yaml

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*/seeds"))
IDS = [path.parent.name for path in EXAMPLES]


def assemble(project):
    """As in the pipeline, without the rooms that come after checking."""
    decided, edits = load_settings(project), load_edits(project)
    found, unread = read_articles(project, decided)
    sources = correct_sources(found, edits)
    extractions = tuple(extract_source(source, decided.lexicon) for source in sources)
    draft, unresolved = resolve_dossier(sources, extractions, decided, edits.judgements)
    dossier, unapplied = apply_edits(draft, edits, decided)
    broken = check_dossier(dossier, decided)
    return replace(dossier, problems=(*unread, *unresolved, *unapplied, *broken))


def errors(dossier):
    return [str(one) for one in dossier.problems if one.severity is Severity.ERROR]


@pytest.fixture(params=EXAMPLES, ids=IDS)
def project(request, tmp_path):
    """A copy of an example, free to be changed."""
    shutil.copytree(request.param, tmp_path / "seeds")
    return tmp_path


def test_an_example_has_no_errors_and_its_edits_all_match(project):
    dossier = assemble(project)
    assert errors(dossier) == []
    assert [str(one) for one in dossier.problems if one.code.startswith("E")] == []
    edits = load_edits(project)
    assert {edit.id for edit in edits.events if not edit.hide} <= set(dossier.events)
    assert not {edit.id for edit in edits.events if edit.hide} & set(dossier.events)
    assert {edit.id for edit in edits.actors} <= set(dossier.actors)


def test_an_example_comes_out_the_same_twice(project):
    assert assemble(project) == assemble(project)


def test_any_article_can_be_taken_away(project):
    for path in sorted((project / "seeds" / "articles").iterdir()):
        text = path.read_bytes()
        path.unlink()
        dossier = assemble(project)
        assert errors(dossier) == [], path.name
        assert any(one.code in {"E201", "E202"} for one in dossier.problems), path.name
        path.write_bytes(text)


def test_all_articles_can_be_taken_away(project):
    shutil.rmtree(project / "seeds" / "articles")
    (project / "seeds" / "articles").mkdir()
    dossier = assemble(project)
    assert [one.code for one in dossier.problems if one.severity is Severity.ERROR] == ["R101"]
    assert (dict(dossier.actors), dict(dossier.events), dossier.quotations) == ({}, {}, ())


def test_edits_can_be_taken_away(project):
    shutil.rmtree(project / "seeds" / "edits")
    assert errors(assemble(project)) == []


def remove(project, paths):
    for path in paths:
        (project / path).unlink()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_edits_and_articles_can_be_taken_away(tmp_path_factory, data):
    seeds = data.draw(st.sampled_from(EXAMPLES))
    project = tmp_path_factory.mktemp("example")
    shutil.copytree(seeds, project / "seeds")
    found = sorted(
        path.relative_to(project)
        for folder in ("articles", "edits")
        for path in (project / "seeds" / folder).rglob("*.*")
    )
    remove(project, data.draw(st.sets(st.sampled_from(found), max_size=6)))
    # An edit may refer to one that was taken away and then says so; no promise is broken.
    assert {line.split(": ")[1][:4] for line in errors(assemble(project))} <= {"E203", "R101"}


def test_suggestions_can_be_pasted(project):
    shutil.rmtree(project / "seeds" / "edits")
    before = assemble(project)
    for name, text in split_blocks(suggest(before)).items():
        parse_edit_file(name, parse_yaml(text, shown_as=name))
        path = project / "seeds" / "edits" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    after = assemble(project)
    assert errors(after) == []
    assert set(after.events) == set(before.events)
    dated = {one.id: one.dating and one.dating.value for one in before.events.values()}
    assert {one.id: one.dating and one.dating.value for one in after.events.values()} == dated
