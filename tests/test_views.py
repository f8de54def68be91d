"""Views say what the dossier holds, no more and no less."""

import gzip
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import feedparser
import pytest

from crowd import make_archive
from dossier.outcomes import is_pending
from dossier.pipeline import MOST_SNAPSHOTS, assemble, choose_days
from dossier.render import render_dossier
from dossier.render.book import AT_A_DISTANCE
from dossier.render.changes import Cause, Kind, compare_exports
from dossier.render.exports.whole import give_whole
from dossier.render.leaf import Leaf
from dossier.render.links import MATRIX
from dossier.render.opening import open_book
from dossier.render.views.matrix import (
    CODES,
    MOST_COLUMNS,
    MOST_EVENTS,
    MOST_TOLD,
    view_matrix,
)
from dossier.scaffold import lay_out_project
from dossier.vocabulary import Telling
from harbour import make_settings

FERRY = """Ferry runs aground off Holm island

Tuesday, March 5, 2019

The ferry Astrid ran aground off Holm island on Monday with 40 passengers on board, the coast guard said.
Police arrested captain Nils Aune in Holm on Monday evening after the rescue had ended.
"""  # noqa: E501 - an article's paragraph is one line


def pages_of(project):
    dossier, settings = assemble(project)
    return dossier, render_dossier(dossier, settings)


def test_the_matrix_has_one_cell_for_every_event_and_source(first_project):
    dossier, files = pages_of(first_project)
    events = files["matrix.md"].partition("## Actors by sources")[0]
    letters = re.findall(r'class="code code-([\w-]+)"[^>]*>([^<]+)<', events)
    tellings = [one for event in dossier.events.values() for one in event.tellings]
    assert len(letters) == len(tellings) == len(dossier.events) * len(dossier.sources)
    assert sorted(letters) == sorted((t.telling.value, CODES[t.telling]) for t in tellings)


def test_every_actor_with_a_page_stands_in_the_matrix(first_project):
    dossier, files = pages_of(first_project)
    actors = files["matrix.md"].partition("## Actors by sources")[2]
    named = set(re.findall(r'<th scope="row"[^>]*><a href="actors/([\w-]+)\.html"', actors))
    assert named == {actor.id for actor in dossier.actors.values() if not actor.voice}


def matrix_of(dossier):
    return view_matrix(Leaf(open_book(dossier, make_settings()), MATRIX))


def rows_of(grid):
    """Cells of a grid of the matrix, by the id of what opens each row."""
    rows = re.findall(r"<tr>(<th scope=\"row\".*?)</tr>", grid)
    return {re.search(r'href="\w+/([\w-]+)\.html"', row)[1]: row.split("<td")[1:] for row in rows}


def test_every_letter_leads_to_a_sentence_that_tells_the_event(first_project):
    dossier, files = pages_of(first_project)
    book = open_book(dossier, assemble(first_project)[1])
    rows = rows_of(files["matrix.md"].partition("## Actors by sources")[0])
    for event in dossier.events.values():
        led = set(re.findall(r'href="(sources/\d+\.html#[\w-]+)"', "".join(rows[event.id])))
        told = [t for t in event.tellings if CODES[t.telling].isalpha()]
        assert len(led) == len(told)
        for telling in told:
            held = telling.anchors or event.anchors
            places = {f"sources/{a.source_id}.html#{book.fragment_at(a)}" for a in held}
            assert led & places


def test_sources_without_a_column_are_counted_in_every_row():
    dossier = make_archive(MOST_COLUMNS + 8, 60)
    view = matrix_of(dossier)
    rows = rows_of(view.events)
    assert f"Columns are the {MOST_COLUMNS} that tell most of these, of" in view.events_left_out
    assert f"all {MOST_COLUMNS + 8} sources" in view.events_left_out
    assert "Rows are" not in view.events_left_out
    counted = 0
    for event in dossier.events.values():
        cells = "".join(rows[event.id])
        letters = cells.count('<a class="code')
        others = sum(int(number) for number in re.findall(r">(?:&#43;|\+)(\d+)<", cells))
        assert letters + others == len({anchor.source_id for anchor in event.anchors})
        counted += others
        if others:
            assert f'href="events/{event.id}.html#tellings"' in cells
    assert counted
    assert f"Columns are the {MOST_COLUMNS} that name most of these, of" in view.actors_left_out


def test_of_many_events_those_that_most_sources_tell_are_rows():
    dossier = make_archive(4, MOST_EVENTS + 30, told=2)
    first, *rest = dossier.events.values()
    dossier = replace(dossier, events={e.id: e for e in [*rest, with_one_teller(first)]})
    view = matrix_of(dossier)
    rows = rows_of(view.events)
    assert len(rows) == MOST_EVENTS
    assert list(rows) == sorted(rows)
    assert first.id not in rows
    assert f"Rows are the {MOST_EVENTS} that most sources tell, of" in view.events_left_out
    assert f"all {MOST_EVENTS + 30} events" in view.events_left_out
    assert "Columns are" not in view.events_left_out


def with_one_teller(event):
    silent = [replace(t, telling=Telling.SILENT, anchors=()) for t in event.tellings[1:]]
    return replace(event, tellings=(event.tellings[0], *silent))


@pytest.mark.parametrize("told", [6, 12, 40])
def test_a_matrix_of_forty_sources_and_three_hundred_events_stays_light(told):
    view = matrix_of(make_archive(40, 300, told=told))
    assert view.events.count('<a class="code') <= MOST_TOLD
    assert len(rows_of(view.events)) == min(300, MOST_TOLD // told)
    assert len(gzip.compress((view.events + view.actors).encode())) < 50_000


def count_states(page):
    """The four counts a source page gives, and the states its sentences carry."""
    total, words = re.search(r"(\d+) sentences?: ([^<]*)\.", page).groups()
    said = {state: int(number) for number, state in re.findall(r"(\d+) (\w+)", words)}
    said["unused"] = said.pop("not", 0)
    shown = re.findall(r'class="sentence (\w+)"', page)
    return int(total), said, shown


def test_every_sentence_of_a_source_is_in_one_of_four_states(first_project):
    dossier, files = pages_of(first_project)
    for source_id in dossier.sources:
        total, said, shown = count_states(files[f"sources/{source_id}.md"])
        assert sum(said.values()) == total == len(shown)
        assert {state: shown.count(state) for state in said} == said
        assert set(shown) <= {"used", "boilerplate", "opinion", "unused"}


def test_a_judgement_of_the_outlet_is_marked_as_opinion(tmp_path):
    lay_out_project(tmp_path)
    text = FERRY + "Regrettably nobody on the mainland seems to care about the island.\n"
    (tmp_path / "seeds" / "articles" / "ferry.txt").write_text(text, "utf-8")
    dossier, files = pages_of(tmp_path)
    page = files["sources/ferry.md"]
    assert "1 opinion" in page
    assert "Regrettably" in page.partition("## How it words things")[2]
    assert [term.words for term in dossier.framings["ferry"].opinions] == ["Regrettably"]


def test_an_event_lights_up_exactly_its_sentences(first_project):
    dossier, files = pages_of(first_project)
    lit = {}
    for source_id in dossier.sources:
        page = files[f"sources/{source_id}.md"]
        for fragment, events in re.findall(
            r'<span id="([\w-]+)" class="sentence[^>]* data-events="([^"]*)"', page
        ):
            for event in events.split():
                lit.setdefault(event, set()).add((source_id, fragment))
    book = open_book(dossier, assemble(first_project)[1])
    for event in dossier.events.values():
        told = {
            (a.source_id, book.fragments[s.id]) for a in event.anchors for s in book.sentences_at(a)
        }
        assert lit[f"events/{event.id}.md"] == told


TALKS = """Ministers differ over the strait

Tuesday, March 5, 2019

"We want an open and lasting peace in the strait," minister Edda Lund said on Monday.
"There must be a lasting peace for the strait," minister Olan Varga said on Monday.
"The price of fish is what people talk about," said harbour master Nils Aune.
"""


def test_the_register_of_quotations_says_how_many_came_through_others(first_project):
    dossier, files = pages_of(first_project)
    spoken = [one for one in dossier.quotations if one.kind not in AT_A_DISTANCE]
    assert all(one.chain for one in spoken)
    lead = " ".join(files["quotations.md"].partition("## By speaker")[0].split())
    assert lead.partition("#")[2].startswith(" Quotations 69 quotations. What somebody")
    assert "15 came through others" in lead
    assert "8 in scare quotes and 1 title." in lead


def test_what_counts_further_places_leads_to_them(first_project):
    _, files = pages_of(first_project)
    text = "\n".join(page for name, page in files.items() if name.endswith(".md"))
    counts = re.findall(r'<(\w+) class="chip chip-more"([^>]*)>', text)
    assert len(counts) > 100
    assert [rest for name, rest in counts if name != "a" or 'href="' not in rest] == []
    brief = re.findall(r'chip-more" href="([^"]+)"', files["brief.md"].partition("{#known}")[0])
    assert set(brief) == {"index.html#bottom-line"}


def test_who_speaks_together_is_no_carrier_of_the_other(tmp_path):
    lay_out_project(tmp_path)
    text = TALKS.replace("minister Edda Lund said", "ministers Edda Lund and Olan Varga said")
    (tmp_path / "seeds" / "articles" / "talks.txt").write_text(text, "utf-8")
    dossier, files = pages_of(tmp_path)
    joint = [one for one in dossier.quotations if len(one.speaker_ids) > 1]
    assert [one.chain for one in joint] == [("Edda Lund", "Olan Varga", "talks")]
    lead, _, register = files["quotations.md"].partition("## By speaker")
    assert "0 came through others" in " ".join(lead.split())
    assert "›" not in register


def test_a_phrase_from_two_mouths_is_followed(tmp_path):
    lay_out_project(tmp_path)
    (tmp_path / "seeds" / "articles" / "talks.txt").write_text(TALKS, "utf-8")
    dossier, files = pages_of(tmp_path)
    (lineage,) = dossier.lineages
    assert [anchor.exact for _, anchor in lineage.uses] == [
        "lasting peace in the strait",
        "lasting peace for the strait",
    ]
    assert files["phrases.md"].count("lasting peace") > 1


def test_one_speaker_on_one_occasion_makes_no_phrase_come_back(tmp_path):
    lay_out_project(tmp_path)
    text = TALKS.replace("minister Olan Varga said", "minister Edda Lund said")
    (tmp_path / "seeds" / "articles" / "talks.txt").write_text(text, "utf-8")
    assert pages_of(tmp_path)[0].lineages == ()


def test_recurring_formulas_of_the_first_dossier_are_found(first_project):
    dossier, _ = pages_of(first_project)
    held = {lineage.words: [key for key, _ in lineage.uses] for lineage in dossier.lineages}
    assert held["choices of the Afghan people"] == ["q-09", "q-03"]
    assert held["inclusive Islamic government"] == ["q-13", "q-11", "q-04"]


def test_a_retold_source_is_profiled_by_its_own_words_only(first_project):
    dossier, _ = pages_of(first_project)
    for framing in dossier.framings.values():
        assert not framing.verbs
        quoted = {a for q in dossier.quotations if not q.speaker_ids for a in q.anchors}
        assert all(a in quoted for term in framing.labels for a in term.anchors)


def test_what_was_known_on_a_day_rests_on_what_had_appeared(first_project):
    dossier, files = pages_of(first_project)
    published = dossier.calendar.published
    assert [snapshot.day.isoformat() for snapshot in dossier.snapshots] == [
        "2021-07-29",
        "2021-08-21",
    ]
    for snapshot in dossier.snapshots:
        then = snapshot.dossier
        assert set(then.sources) == {
            key for key, dating in published.items() if dating.value.latest <= snapshot.day
        }
        cited = set(re.findall(r"sources/([\w-]+)\.html#", files[f"known/{snapshot.day}.md"]))
        assert cited <= set(then.sources)
        for event in then.events.values():
            begins_later = event.dating is not None and event.dating.value.earliest > snapshot.day
            assert not begins_later or is_pending(event)


def test_a_date_that_rests_on_a_later_source_was_wider_then(first_project):
    dossier, _ = pages_of(first_project)
    fall = "ev-2021-08-15-fall-of-kabul"
    now = dossier.events[fall].dating.value
    then = dossier.snapshots[1].dossier.events[fall].dating.value
    assert now.edtf == "2021-08-15"
    assert then.earliest <= now.earliest
    assert now.latest - now.earliest < then.latest - then.earliest


def test_many_days_are_thinned_out_evenly_and_too_many_sources_not_at_all():
    first = date(2020, 1, 1)
    days = [first + timedelta(days=number) for number in range(100)]
    chosen = choose_days(days)
    assert len(chosen) == MOST_SNAPSHOTS
    assert (chosen[0], chosen[-1]) == (days[0], days[-2])
    gaps = {(later - former).days for former, later in pairwise(chosen)}
    assert max(gaps) - min(gaps) <= 1
    assert choose_days(days[:2]) == (days[0],)
    assert choose_days([first] * 5) == ()
    assert choose_days(days * 4) == ()


def keep(project, files):
    (project / "seeds" / "previous.json").write_text(files["data/dossier.json"], "utf-8")


def test_without_an_earlier_build_the_page_says_how_to_keep_one(first_project):
    _, files = pages_of(first_project)
    assert "seeds/previous.json" in files["changes.md"]


def test_nothing_changed_is_no_change(first_project):
    keep(first_project, pages_of(first_project)[1])
    assert "0 changes since" in pages_of(first_project)[1]["changes.md"]


def test_a_changed_edit_is_listed_with_its_file(first_project):
    keep(first_project, pages_of(first_project)[1])
    path = first_project / "seeds" / "edits" / "actors" / "wang-yi.yml"
    path.write_text(path.read_text("utf-8").replace("name: Wang Yi", "name: Wang I"), "utf-8")
    dossier, _ = pages_of(first_project)
    now = give_whole(open_book(dossier, assemble(first_project)[1]))
    (change,) = [one for one in compare_exports(dossier.previous, now) if one.id == "wang-yi"]
    assert (change.kind, change.cause) == (Kind.CHANGED, Cause.EDIT)
    assert change.because == ("seeds/edits/actors/wang-yi.yml",)
    assert ("name", "Wang Yi", "Wang I") in change.values


def test_a_new_article_is_the_cause_of_what_it_brings(tmp_path):
    lay_out_project(tmp_path)
    articles = tmp_path / "seeds" / "articles"
    (articles / "ferry.txt").write_text(FERRY, "utf-8")
    keep(tmp_path, pages_of(tmp_path)[1])
    (articles / "talks.txt").write_text(TALKS, "utf-8")
    dossier, files = pages_of(tmp_path)
    now = give_whole(open_book(dossier, assemble(tmp_path)[1]))
    changes = compare_exports(dossier.previous, now)
    assert {one.id for one in changes if one.section == "sources"} == {"talks"}
    added = [one for one in changes if one.kind is Kind.ADDED]
    assert len(added) > 1
    assert {(one.cause, one.because) for one in added} == {(Cause.SOURCE, ("talks",))}
    assert "Source talks is new" in files["changes.md"]
    first, *events = feedparser.parse(files["data/feed.xml"]).entries
    assert first.title == f"What changed: {len(changes)} changes"
    assert first.link.endswith("changes.html")
    assert f"{added[0].title} (sources, new). Source talks is new" in first.summary
    assert len(events) == len(dossier.events)


def test_the_feed_tells_of_no_change_where_nothing_changed(first_project):
    keep(first_project, pages_of(first_project)[1])
    dossier, files = pages_of(first_project)
    assert len(feedparser.parse(files["data/feed.xml"]).entries) == len(dossier.events)


@pytest.mark.parametrize("held", ["", "[]", "{", '{"sources": 3}', "[" * 100_000, "\x00"])
def test_what_is_no_earlier_build_is_named_and_left_alone(held, first_project):
    (first_project / "seeds" / "previous.json").write_text(held, "utf-8")
    dossier, files = pages_of(first_project)
    codes = [one.code for one in dossier.problems if one.where == "seeds/previous.json:1"]
    assert len(codes) == 1
    assert codes[0].startswith("R1")
    assert "No earlier build" in files["changes.md"]


@pytest.mark.parametrize("recognizer", ["rules", "spacy"])
def test_the_method_page_quotes_the_figures_of_the_recogniser_in_use(first_project, recognizer):
    dossier, settings = assemble(first_project)
    page = render_dossier(replace(dossier, recognizer=recognizer), settings)["method.md"]
    section = page.partition("{#rules}")[2].partition("## Limits")[0]
    rows = re.findall(r'<tr><th scope="row".*', section)
    assert len(rows) == len(set(rows)) == 3
    assert f"`{recognizer}`" in section
    assert "tell of the program, not of the dossier you read" in section


@pytest.mark.parametrize(("kept", "said"), [(1, "[The finding]"), (2, "[All 2 findings]")])
def test_the_briefing_counts_its_findings_in_words(first_project, kept, said):
    dossier, settings = assemble(first_project)
    few = replace(dossier, findings=dossier.findings[:kept])
    assert f"{said}(findings.md)" in render_dossier(few, settings)["index.md"]
