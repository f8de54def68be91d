"""A copy is not a second origin."""
# ruff: noqa: E501 - an article's paragraph is one line

from dossier.pipeline import assemble
from dossier.scaffold import lay_out_project
from dossier.vocabulary import EventStatus

TEXT = """Ferry runs aground off Holm island

Tuesday, March 5, 2019

The ferry Astrid ran aground off Holm island on Monday with 40 passengers on board, the coast guard said.
Captain Nils Aune was arrested in Holm on Monday evening after the police found that he had been drinking.
"We heard a long scraping noise and then the lights went out," said passenger Mona Lie, who works on the island.
The shipping company Holmlinjen has promised to pay for the hotel rooms of everybody who was taken off the ship.
"""
OTHER = """Captain held after grounding at Holm

Wednesday, March 6, 2019

Police in Holm arrested captain Nils Aune on Monday, hours after his ship had struck a reef in calm weather.
A spokesman for the prosecutor said that a judge would hear the captain later this week about what he drank.
"""


def read(tmp_path, **articles):
    project = tmp_path / "project"
    lay_out_project(project)
    for name, text in articles.items():
        (project / "seeds" / "articles" / f"{name}.txt").write_text(text, "utf-8")
    return assemble(project)[0]


def test_a_copy_with_another_date_line_and_a_cut_end_is_the_same_origin(tmp_path):
    copy = TEXT.replace("Tuesday, March 5", "Thursday, March 7").replace("The shipping", "Shipping")
    dossier = read(tmp_path, first=TEXT, second=copy + "\nCopyright 2019 Daily Planet\n")
    assert dossier.origins == {"first": "first", "second": "first"}
    assert [problem.code for problem in dossier.problems if problem.code == "O301"] == ["O301"]
    statuses = {event.status for event in dossier.events.values()}
    assert EventStatus.CORROBORATED not in statuses


def test_another_report_of_the_same_happening_is_an_origin_of_its_own(tmp_path):
    dossier = read(tmp_path, first=TEXT, second=OTHER)
    assert dossier.origins == {"first": "first", "second": "second"}
    assert not [problem for problem in dossier.problems if problem.code == "O301"]
