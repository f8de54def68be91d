"""Measuring which accounts of one happening are joined."""

from pathlib import Path

import pytest

from dossier.bench.joins import measure_joins
from dossier.bench.labels import read_list, rows_of
from dossier.errors import EditError

LABELS = Path(__file__).parent / "bench"
CASE = """\
shows: a mayor who goes
articles:
  a: {day: "2019-03-05", head: Mayor goes, text: "Mayor Ilse Brandt resigned on Monday."}
  b: {day: "2019-03-06", head: Town hall, text: "Ilse Brandt resigned on Monday.\\n\\nIt rained."}
"""


def test_pairs_that_are_one_and_pairs_that_are_two_are_counted_apart(tmp_path):
    pair = '[["a: Brandt resigned", "b: Brandt resigned"]]'
    (tmp_path / "joins.yml").write_text(f"{CASE}one: {pair}\ntwo: {pair}\n", "utf-8")
    figures = measure_joins(tmp_path, "rules")
    assert (figures["joined"].value, figures["joined_wrongly"].value) == (1, 1)
    assert "are one" in figures["joined_wrongly"].misses[0]
    assert figures["joined"].misses == ()


def test_a_sentence_that_tells_nothing_is_with_no_other(tmp_path):
    pair = '[["a: Brandt resigned", "b: It rained"]]'
    (tmp_path / "joins.yml").write_text(f"{CASE}one: {pair}\ntwo: {pair}\n", "utf-8")
    figures = measure_joins(tmp_path, "rules")
    assert (figures["joined"].value, figures["joined_wrongly"].value) == (0, 0)
    assert "are two" in figures["joined"].misses[0]


def test_words_that_stand_nowhere_are_refused(tmp_path):
    (tmp_path / "joins.yml").write_text(f'{CASE}one: [["a: It snowed", "b: It rained"]]\n', "utf-8")
    with pytest.raises(EditError, match="It snowed"):
        measure_joins(tmp_path, "rules")


def test_nothing_is_measured_on_nothing(tmp_path):
    assert measure_joins(tmp_path, "rules") == {}


def test_the_labels_are_as_many_as_promised():
    cases = list(read_list(LABELS, "joins*.yml"))
    assert sum(len(list(rows_of(case.get("one", [])))) for case in cases) >= 20
    assert sum(len(list(rows_of(case.get("two", [])))) for case in cases) >= 20
