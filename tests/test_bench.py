"""Measuring: the counts by small cases, the labels, and the command on a tiny corpus."""

import json
from pathlib import Path

import pytest

from dossier.bench import RECOGNIZERS, draw_table, render_json, render_page, run_bench
from dossier.bench.cases import (
    compare_quotations,
    measure_dates,
    measure_pronouns,
    measure_quotations,
)
from dossier.bench.folders import measure_events, measure_merges
from dossier.bench.gum import read_scores
from dossier.bench.labels import parse_marked, read_list
from dossier.bench.projects import assemble_texts
from dossier.bench.rows import GOALS, Bench, Figure, fill_rows
from dossier.bench.tally import Tally, pair_most, pair_spans, same_days, within
from dossier.bench.written import count_cases
from dossier.cli import main

ROOT = Path(__file__).parents[1]
LABELS = ROOT / "tests" / "bench"
STORY = """Harbour talks end
Tuesday, March 5, 2019

Mayor Ilse Brandt met the dockers on Monday. The quay burned down on Monday.

The quay will be rebuilt, said Jan Brandt."""


def test_tally():
    tally = Tally(2, 3, 4) + Tally(1, 1, 1)
    assert (tally.precision, tally.recall) == (3 / 4, 3 / 5)
    assert tally.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    assert Tally().f1 == Tally().precision == 0


def test_ranges_are_paired_once_and_best_first():
    assert pair_spans([(0, 4), (4, 9)], [(3, 9), (20, 22)]) == {1: 0}
    assert pair_spans([(0, 4)], [(0, 2), (0, 4)]) == {0: 1}
    assert pair_spans([], [(0, 2)]) == {}


def test_as_many_as_possible_get_a_partner():
    assert pair_most([("a", "b"), ("a",)]) == {0: "b", 1: "a"}
    assert len(pair_most([("a",), ("a",), ("a",)])) == 1


def test_values_are_compared_by_their_days():
    assert same_days("2021-05", "2021-05-01/2021-05-31")
    assert not same_days("2021-05", "2021-05-01")
    assert within("2021-05-03", "2021-05")
    assert not within("2021", "2021-05")


def test_quotations_are_compared_by_words_and_speaker():
    truth = [("We go.", "Ann Novak"), ("Never.", "he"), ("so-called", "")]
    found = [
        ("We go.", frozenset({"Novak"})),
        ("so-called", frozenset()),
        ("Always.", frozenset({"Maas"})),
        ("nobody's", frozenset()),
    ]
    one, other, misses = compare_quotations(truth, found)
    assert (one, other) == (Tally(2, 3, 3), Tally(2, 3, 3))
    assert len(misses) == 2
    _, wrong, _ = compare_quotations(truth[:1], [("We go.", frozenset({"Maas"}))])
    assert wrong.right == 0


def test_marked_words_are_taken_out_of_the_text():
    text, marked = parse_marked("Novak said [she=Ann Novak] and [he=] left.")
    assert text == "Novak said she and he left."
    assert [(text[one.start : one.end], one.means) for one in marked] == [
        ("she", "Ann Novak"),
        ("he", ""),
    ]


def test_labelled_dates_stand_in_their_texts(tmp_path):
    case = 'day: "2019-03-05"\ntext: It burned on Monday.\ndates: [[Monday, "2019-03-04"]]\n'
    (tmp_path / "dates.yml").write_text(case, "utf-8")
    assert measure_dates(tmp_path, "rules")["dates"].value == 1
    (tmp_path / "dates.yml").write_text(case.replace("03-04", "03-05"), "utf-8")
    figures = measure_dates(tmp_path, "rules")
    assert figures["intervals"].value == 0
    assert "should be 2019-03-05" in figures["dates"].misses[0]


def test_a_pronoun_read_as_somebody_else_is_wrong(tmp_path):
    case = "text: Minister Ann Novak resigned. [She={}] gave no reason.\n"
    (tmp_path / "pronouns.yml").write_text(case.format("Ann Novak"), "utf-8")
    assert measure_pronouns(tmp_path, "rules")["pronouns"].value == 1
    (tmp_path / "pronouns.yml").write_text(case.format("Eva Maas"), "utf-8")
    assert measure_pronouns(tmp_path, "rules")["pronouns"].value == 0


@pytest.fixture(scope="module")
def harbour():
    return {"harbour": assemble_texts({"2019-03-05-talks.txt": STORY}, "rules")}


def test_known_pairs_are_not_one(harbour, tmp_path):
    sentences = '[["2019-03-05:L4.1", "2019-03-05:L4.2"]]'
    labels = f"harbour: {{people: [[Ilse Brandt, Jan Brandt]], events: {sentences}}}\n"
    (tmp_path / "distinct.yml").write_text(labels, "utf-8")
    figures = measure_merges(tmp_path, harbour)
    assert (figures["merged_people"].value, figures["merged_events"].value) == (0, 0)
    (tmp_path / "distinct.yml").write_text("harbour: {people: [[Ilse Brandt, Ilse Brandt]]}\n")
    assert measure_merges(tmp_path, harbour)["merged_people"].value == 1


def test_events_that_nobody_listed_are_none(harbour, tmp_path):
    published = len(harbour["harbour"].dossier.events)
    assert published
    (tmp_path / "events.yml").write_text("harbour: {2019-03-05: [L4.1, L4.2]}\n")
    assert measure_events(tmp_path, harbour)["noise"].value == 1
    (tmp_path / "events.yml").write_text("harbour: {2019-03-05: [L99.1]}\n")
    noise = measure_events(tmp_path, harbour)["noise"]
    assert (noise.value, len(noise.misses)) == (0, published)


def test_scores_of_the_corpus_are_read():
    part = {"P": 0.5, "R": 0.25, "F1": 1 / 3, "n_pred": 4, "n_gold": 8}
    dates = {"detection": part, "value": part | {"P": 0.25}, "value_accuracy": 0.5}
    figures = read_scores({"actors": {"by_name": part}, "dates": dates})
    assert figures["actors"].counts == "2 right of 4 found and 8 wanted"
    assert figures["gum_intervals"].counts == "1 right of 2 found"


def test_the_labels_are_as_many_as_promised():
    quotes = [
        *read_list(ROOT / "tests" / "cases" / "quotes_measured", "*.yml"),
        *read_list(LABELS, "quotes*.yml"),
    ]
    assert sum(len(story["truth"]) for story in quotes) >= 60
    marked = [parse_marked(one["text"])[1] for one in read_list(LABELS, "pronouns*.yml")]
    assert sum(map(len, marked)) >= 60
    assert sum(len(one["dates"]) for one in read_list(LABELS, "dates*.yml")) >= 60


def test_a_recogniser_that_is_not_there_is_said_not_to_be():
    rows = fill_rows({"rules": {"dates": Figure(0.5, "1 right of 2")}}, RECOGNIZERS)
    assert len(rows) == len(GOALS) * len(RECOGNIZERS)
    bench = Bench({"rules": "1", "spacy": "not installed"}, rows)
    assert "spacy: not installed" in draw_table(bench)
    assert "50.0 % <" in draw_table(bench)
    page = render_page(bench)
    assert page.startswith("---\ntitle: Measured\n")
    assert "50.0 % <" in page
    held = json.loads(render_json(bench))
    assert {row["key"]: row["today"] for row in held["rows"]}["actors"] is None


def test_the_command_measures_and_saves(tmp_path, capsys, monkeypatch):
    labels = tmp_path / "tests" / "bench"
    labels.mkdir(parents=True)
    (labels / "dates.yml").write_text('text: It burned in 1998.\ndates: [["1998", "1998"]]\n')
    corpora = tmp_path / "corpora" / "bench"
    docs = corpora / "dev" / "folders" / "harbour" / "docs"
    docs.mkdir(parents=True)
    (docs / "2019-03-05-talks.txt").write_text(STORY, "utf-8")
    monkeypatch.setattr("dossier.bench.growth.LENGTHS", (300, 1200))
    arguments = ["--project", str(tmp_path), "--corpora", str(corpora), "--recognizer", "rules"]
    assert main(["bench", *arguments, "--save"]) == 0
    printed = capsys.readouterr().out
    assert "100.0 % *" in printed
    assert "median of 1 folders, 1 articles" in printed
    saved = json.loads((labels / "latest.json").read_text("utf-8"))
    assert saved["command"] == "dossier bench --save"
    page = tmp_path / "scripts" / "dossier" / "render" / "about" / "measured.md"
    assert "100.0 % *" in page.read_text("utf-8")


def test_the_page_quotes_the_saved_figures():
    saved = json.loads((LABELS / "latest.json").read_text("utf-8"))
    page = (ROOT / "scripts" / "dossier" / "render" / "about" / "measured.md").read_text("utf-8")
    counted = [row["counts"] for row in saved["rows"] if row["counts"] != "not installed"]
    assert counted
    assert all(counts in page for counts in counted)
    assert all(f"{name} {version}" in page for name, version in saved["versions"].items())


def test_what_is_not_run_says_so(tmp_path):
    bench = run_bench(tmp_path, None, ("rules",))
    assert {row.figure.counts for row in bench.rows} == {"corpus not at hand"}


def test_unseen_labels_are_measured_apart(tmp_path):
    case = 'day: "2019-03-05"\ntext: It burned on Monday.\ndates: [[Monday, "{day}"]]\n'
    (tmp_path / "dates.yml").write_text(case.format(day="2019-03-04"), "utf-8")
    (tmp_path / "dates_unseen.yml").write_text(case.format(day="2019-03-11"), "utf-8")
    figures = measure_dates(tmp_path, "rules")
    assert (figures["dates"].value, figures["unseen_dates"].value) == (1, 0)


def test_misses_are_listed_on_own_cases_and_never_on_unseen_ones(tmp_path):
    labels = tmp_path / "tests" / "bench"
    labels.mkdir(parents=True)
    date = 'day: "2019-03-05"\ntext: It burned on Monday.\ndates: [[Monday, "2019-03-11"]]\n'
    said = 'text: "It rained."\ntruth: [["It rained.", Ann Novak]]\n'
    for end in ("", "_unseen"):
        (labels / f"dates{end}.yml").write_text(date, "utf-8")
        (labels / f"quotes{end}.yml").write_text(said, "utf-8")
    figures = measure_dates(labels, "rules") | measure_quotations(tmp_path, "rules")
    assert figures["dates"].misses
    assert figures["speakers"].misses
    assert not any(one.misses for key, one in figures.items() if key.startswith("unseen_"))
    assert [figures[f"unseen_{key}"].value for key in ("dates", "quotes", "speakers")] == [0, 0, 0]


def test_answers_of_cases_are_counted_by_topic(tmp_path):
    for name, text in {
        "timex_absolute": "expected:\n- one\n- two\n",
        "quotes_find": "expected: []\n",
        "actors_roles": "cases: [{expected: [one, two]}, {expected: []}]\n",
        "render_names": "expected: [left out]\n",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yml").write_text(text, "utf-8")
    assert count_cases(tmp_path).counts == (
        "names 0, dates 2, quotations 1, roles 3, events 0: 6 answers in 3 files"
    )
