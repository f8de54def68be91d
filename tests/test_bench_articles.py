"""Measuring on whole articles: the labels stand in their texts, and what is counted as right."""

import json
from pathlib import Path

import pytest

from dossier.bench.articles import (
    compare_events,
    compare_noise,
    list_actors,
    measure_articles,
)
from dossier.bench.projects import assemble_texts
from dossier.dates import parse_edtf
from dossier.model import Dossier

LABELS = Path(__file__).parent / "bench"
FIRST = """Mayor of Tarnholm steps down

Tuesday, March 5, 2019

Mayor Ilse Brandt of Tarnholm resigned on Monday, her office said.
"""
SECOND = """Fire at the quay of Tarnholm

Wednesday, March 6, 2019

A fire destroyed the quay of Tarnholm on Tuesday. Mayor Ilse Brandt resigned on Monday.
"""


@pytest.mark.parametrize(("name", "articles"), [("articles", 16), ("articles_unseen", 12)])
def test_labels_stand_in_their_texts(name: str, articles: int):
    gold = json.loads((LABELS / name / "gold.json").read_text("utf-8"))
    texts = {
        key: (LABELS / name / one["file"]).read_text("utf-8") for key, one in gold["docs"].items()
    }
    held = [*gold["quotes"], *gold["dates"]]
    held += [m for part in ("actors", "events") for one in gold[part] for m in one["mentions"]]
    assert len(texts) == articles
    assert {path.stem for path in (LABELS / name / "docs").iterdir()} == set(texts)
    assert held
    assert all(texts[one["doc"]][one["start"] : one["end"]] == one["text"] for one in held)
    known = {one["id"] for one in gold["actors"]}
    assert all({*one["participants"], *one["places"]} <= known for one in gold["events"])
    for part in ("actors", "events", "quotes"):
        named = [one["id"] for one in gold[part]]
        assert len(named) == len(set(named))
    values = [one["value"] for one in gold["dates"]] + [one["date"] for one in gold["events"]]
    assert all(parse_edtf(value).start for value in values if value)


@pytest.fixture(scope="module")
def told() -> Dossier:
    return assemble_texts({"first.txt": FIRST, "second.txt": SECOND}, "rules").dossier


def _label(title: str, date: str, **places: str) -> dict[str, object]:
    texts = {"first": FIRST, "second": SECOND}
    mentions = [
        {"doc": doc, "start": texts[doc].index(words), "end": texts[doc].index(words) + len(words)}
        for doc, words in places.items()
    ]
    return {"title": title, "date": date, "core": True, "mentions": mentions}


def test_an_event_is_found_by_place_and_days(told: Dossier):
    left = _label("Resignation", "2019-03-04", first="resigned", second="resigned")
    gold = {"events": [left]}
    assert compare_events(gold, told, listed=True).value == 1
    assert "1 of 1 that two papers tell are one" in compare_events(gold, told, listed=True).counts
    wrong = {"events": [left | {"date": "2019-03-05"}]}
    figure = compare_events(wrong, told, listed=True)
    assert figure.value == 0
    assert figure.counts.startswith("0 of 1; 1 whatever")
    assert "2019-03-04" in figure.misses[0]


def test_a_published_event_without_a_label_is_none(told: Dossier):
    whole = [
        _label("Resignation", "2019-03-04", first="resigned", second="resigned"),
        _label("Fire", "2019-03-05", second="destroyed"),
    ]
    assert told.events
    assert compare_noise({"events": whole}, told).value == 1
    assert compare_noise({"events": []}, told).value == 0


def test_actors_are_listed_that_are_not_found_or_not_labelled():
    place = {"doc": "a", "start": 4, "end": 9, "text": "Ivar", "kind": "name"}
    gold = {
        "actors": [{"canonical": "Ivar", "type": "person", "mentions": [place]}],
        "ignore": {"actors": [{"doc": "a", "start": 20, "end": 30}]},
    }
    found = {"name": "Ívar", "aliases": [], "mentions": [{"source": "a", "start": 4, "end": 9}]}
    passed = {"name": "Mail", "aliases": [], "mentions": [{"source": "a", "start": 20, "end": 24}]}
    extra = {"name": "Home", "aliases": [], "mentions": [{"source": "a", "start": 40, "end": 44}]}
    assert list(list_actors(gold, [found, passed])) == []
    assert list(list_actors(gold, [extra])) == ["a: 'Ivar' not found", "a: 'Home' is none"]


def test_unseen_articles_are_measured_without_a_list_of_misses():
    figures = measure_articles(LABELS, None, "rules")
    unseen = [one for key, one in figures.items() if key.startswith("unseen_")]
    assert len(unseen) == len(figures) - len(unseen) > 0
    assert all(one.value is not None and not one.misses for one in unseen)
