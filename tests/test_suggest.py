"""Suggestions: what is asked, in YAML that an analyst can paste."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.edits import apply_edits, load_edits, suggest
from dossier.edits.load import parse_edit_file
from dossier.edits.paste import Block, flow, scalar, split_blocks, write_blocks
from dossier.edits.schema import Edits
from dossier.errors import Problem, Severity
from dossier.ids import slugify
from dossier.model import PairJudgement
from dossier.vocabulary import Judgement
from dossier.yamlfile import parse_yaml
from edit_cases import SETTINGS, lay_out, run


def finished(case):
    dossier, problems = apply_edits(lay_out(case).draft(), Edits(), SETTINGS)
    for one in case.data.get("problems", ()):
        problems = (*problems, Problem(severity=Severity.WARNING, **one))
    return replace(dossier, problems=problems)


@pytest.mark.cases("edits_suggest")
def test_suggest(case):
    shown = split_blocks(suggest(finished(case)))
    case.expect({name: text.rstrip().split("\n") for name, text in shown.items()})


@pytest.mark.cases("edits_suggest")
def test_what_is_suggested_fits_the_schema(case):
    for name, yaml in split_blocks(suggest(finished(case))).items():
        _, records = parse_edit_file(name, parse_yaml(yaml, shown_as=name))
        assert records


@pytest.mark.cases("edits_suggest")
def test_what_is_suggested_can_be_pasted_and_is_not_asked_again(case, tmp_path):
    text = suggest(finished(case))
    case.data["edits"] = split_blocks(text)
    shown = run(case, tmp_path)
    assert "error" not in shown, shown
    assert [one for one in shown["problems"] if " E20" in one] == []
    dossier, _ = apply_edits(lay_out(case).draft(), load_edits(tmp_path), SETTINGS)
    again = suggest(dossier, load_edits(tmp_path).judgements)
    assert not set(split_blocks(again)) & {
        name for name in split_blocks(text) if name.startswith(("actors/", "events/", "sources/"))
    }


def test_a_pair_judged_already_is_not_asked(case_of_two):
    dossier = case_of_two
    assert "Vera Lind" in suggest(dossier)
    judged = PairJudgement("Vera Lind", "Vera Lint", Judgement.OPEN, "Asked.", "identity.yml:1")
    assert "identity.yml" not in suggest(dossier, (judged,))


def two_people(one, two):
    data = {
        "sources": {"001": {"text": f"Port\n{one} left. {two} stayed."}},
        "mentions": {"one": {"in": "001", "words": one}, "two": {"in": "001", "words": two}},
        "actors": {slugify(one): ["one"], slugify(two): ["two"]},
    }
    return finished(SimpleNamespace(data=data))


@pytest.fixture
def case_of_two():
    return two_people("Vera Lind", "Vera Lint")


@pytest.mark.parametrize(
    ("one", "two", "asked"),
    [
        ("Vera Lind", "Vanda Lind", True),
        ("Vera Lind", "V. Lind", True),
        ("Vera Lind", "Olga Lind", False),
    ],
)
def test_two_of_one_family_are_asked_about_only_if_their_first_names_may_be_one(one, two, asked):
    assert ("may be one" in suggest(two_people(one, two))) is asked


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_text_is_written_so_that_it_reads_back(text):
    lines = (f"- {scalar(text)}", f"- {flow((text, text))}", f"- {{key: {scalar(text)}}}")
    yaml = split_blocks(write_blocks([Block("x.yml", "Why.", lines)]))["x.yml"]
    plain, listed, keyed = parse_yaml(yaml, shown_as="x.yml").value
    assert plain.value == text
    assert [entry.value for entry in listed.value] == [text, text]
    assert keyed.value["key"].value == text


def test_nothing_open_says_so():
    assert suggest(finished(SimpleNamespace(data={}))) == "# No open questions.\n"
