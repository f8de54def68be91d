"""The first dossier's dates follow from words, and only from words that are there.

One article has no date; the day on which it was written follows from another one. Without that
other one every day of it is less certain, and the dossier must say so.
"""

import shutil
from pathlib import Path

import pytest

from dossier.pipeline import convert, has_errors, verify
from dossier.site import build_site
from dossier.vocabulary import DateBasis

ROOT = Path(__file__).parents[1]
ORIGINALS = ROOT.parent / "shared" / "seeds"


def dates(dossier):
    return {key: event.dating and event.dating.value for key, event in dossier.events.items()}


# --- with all articles -----------------------------------------------------------------------


def test_a_weekday_is_counted_from_the_day_of_its_article(first):
    dating = first.events["ev-2021-07-28-tianjin-meeting"].dating
    assert (dating.value.edtf, dating.basis) == ("2021-07-28", DateBasis.RELATIVE)
    assert "Wednesday" in [anchor.exact for anchor in dating.anchors]
    told = " ".join(step.text for step in dating.steps)
    assert "Wednesday" in told
    assert "29 July 2021" in told


def test_an_undated_article_is_dated_by_another_one(first):
    dating = first.calendar.published["004"]
    assert (dating.value.edtf, dating.basis) == (
        "[2021-08-16..2021-08-21]",
        DateBasis.CROSS_SOURCE,
    )
    chain = {anchor.source_id: anchor.exact for step in dating.steps for anchor in step.anchors}
    assert set(chain) == {"000", "004"}
    words = {anchor.exact for step in dating.steps for anchor in step.anchors}
    assert {"Sunday", "Monday", "nearly 20 years after", "late July"} <= words
    assert any("2021" in exact and "15" in exact for exact in words)
    assert "Sunday" in dating.weekday_check


def test_every_sunday_of_the_undated_article_is_the_fifteenth(first):
    meant = {
        timex.anchor.exact: first.calendar.timexes[timex.id].value.edtf
        for timex in first.extractions["004"].timexes
        if "Sunday" in timex.anchor.exact
    }
    assert len(meant) > 1
    assert set(meant.values()) == {"2021-08-15"}


def test_every_date_is_explained(first):
    for event in first.events.values():
        dating = event.dating
        assert dating is not None, event.id
        assert dating.anchors or dating.origin.startswith("seeds/edits/"), event.id
        assert dating.basis is DateBasis.EXPLICIT or dating.steps, event.id


def test_no_problem_is_left(first):
    assert [str(problem) for problem in first.problems] == []


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="needs ../shared/seeds")
def test_the_restatements_agree_with_the_originals():
    assert [str(problem) for problem in verify(ROOT, ORIGINALS)] == []


# --- without the article that dates another one ----------------------------------------------


@pytest.fixture(scope="module")
def without(tmp_path_factory):
    """The first dossier without 000, converted and built."""
    project = tmp_path_factory.mktemp("without")
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "seeds", project / "seeds")
    (project / "seeds" / "articles" / "000.md").unlink()
    made = convert(project)
    build_site(project, made.settings.title)
    return made.dossier


def test_an_article_can_be_taken_away(without):
    assert not has_errors(without.problems)
    assert any("000" in problem.message for problem in without.problems)
    rests = {anchor.source_id for event in without.events.values() for anchor in event.anchors}
    assert rests == {"001", "004"}


def test_the_undated_article_is_less_certain_then(first, without):
    before = first.calendar.published["004"].value
    after = without.calendar.published["004"].value
    assert after.start < before.start
    assert before.end < after.end


def test_so_is_every_date_that_rested_on_its_day(first, without):
    before, after = dates(first), dates(without)
    by_day = [
        key
        for key, event in first.events.items()
        if event.dating.basis is DateBasis.CROSS_SOURCE and key in without.events
    ]
    assert len(by_day) == 8
    # Told by both, or with an end that only the other article dates.
    by_day += ["ev-2021-08-15-fall-of-kabul", "ev-2021-08-16-kabul-airport"]
    for key in by_day:
        assert after[key].start <= before[key].start, key
        assert before[key].end <= after[key].end, key
        assert after[key].end - after[key].start > before[key].end - before[key].start, key
        assert without.events[key].dating.basis is not DateBasis.CROSS_SOURCE, key


def test_nothing_else_moves(first, without):
    before, after = dates(first), dates(without)
    alone = [
        key
        for key, event in first.events.items()
        if {anchor.source_id for anchor in event.anchors} == {"001"}
    ]
    assert len(alone) == 4
    assert {key: after[key] for key in alone} == {key: before[key] for key in alone}


def test_what_was_corroborated_is_told_once_now(first, without):
    assert first.events["ev-2021-08-15-fall-of-kabul"].status == "corroborated"
    assert without.events["ev-2021-08-15-fall-of-kabul"].status == "single-source"


# --- with the originals in place of the restatements -----------------------------------------


def test_the_originals_give_the_same_events_dates_and_actors(first, originals):
    assert dates(originals) == dates(first)
    assert set(originals.actors) == set(first.actors)
    for key, event in first.events.items():
        other = originals.events[key]
        assert (other.place_id, other.status) == (event.place_id, event.status), key
        assert {(one.actor_id, one.role) for one in other.participants} == {
            (one.actor_id, one.role) for one in event.participants
        }, key


def test_the_originals_are_dated_alike(first, originals):
    known = {key: dating.value for key, dating in first.calendar.published.items()}
    assert {key: one.value for key, one in originals.calendar.published.items()} == known


def test_only_the_cap_on_quoted_words_keeps_the_originals_from_being_published(originals):
    codes = {one.code for one in originals.problems if one.severity == "error"}
    assert codes <= {"C306"}
