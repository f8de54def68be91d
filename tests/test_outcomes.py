"""A later article that tells the outcome of an announcement flips its row in the ledger."""
# ruff: noqa: E501 - an article's paragraph is one line

import re
from dataclasses import replace

from dossier.dates import parse_edtf
from dossier.edits.suggest import suggest
from dossier.outcomes import measure_wait
from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.scaffold import lay_out_project

PLAN = """Lund to visit Holm

Tuesday, March 5, 2019

Minister Edda Lund will visit Holm on March 12 and meet mayor Olan Varga at the harbour.
"""
LATER = """Lund visits Holm

Wednesday, March 13, 2019

Minister Edda Lund visited Holm on {day} and met mayor Olan Varga at the harbour, where both spoke to dockers.
"""
NOT_TOLD = "Not in the collected sources"


def read(tmp_path, **articles):
    project = tmp_path / "-".join(sorted(articles))
    lay_out_project(project)
    for name, text in articles.items():
        (project / "seeds" / "articles" / f"{name}.txt").write_text(text, "utf-8")
    return assemble(project)


def ledger(dossier, settings):
    page = render_dossier(dossier, settings)["findings.md"]
    return page.partition("{#ledger}")[2].partition("\n## ")[0]


def test_an_article_that_tells_the_outcome_flips_the_row(tmp_path):
    assert NOT_TOLD in ledger(*read(tmp_path, plan=PLAN))
    dossier, settings = read(tmp_path, plan=PLAN, report=LATER.format(day="March 12"))
    after = ledger(dossier, settings)
    assert NOT_TOLD not in after
    (plan,) = [event for event in dossier.events.values() if event.outcome_id]
    told = dossier.events[plan.outcome_id]
    assert {anchor.source_id for anchor in plan.anchors} == {"plan"}
    assert {anchor.source_id for anchor in told.anchors} == {"report"}
    assert f"events/{told.id}.html" in after


def test_what_happened_on_another_day_is_asked_and_not_decided(tmp_path):
    dossier, settings = read(tmp_path, plan=PLAN, report=LATER.format(day="March 9"))
    assert NOT_TOLD in ledger(dossier, settings)
    assert "what came of" in suggest(dossier)


def test_an_outcome_goes_with_its_article(tmp_path):
    assert "what came of" not in suggest(read(tmp_path, plan=PLAN)[0])
    before = PLAN.replace("March 5", "March 15").replace("will visit", "visited")
    dossier, _ = read(tmp_path, early=before)
    assert not [event for event in dossier.events.values() if event.outcome_id]


FORECAST = """Ferry line may close

Tuesday, March 5, 2019

Mayor Olan Varga may meet harbour master Nils Aune in Holm this month.
"""
TOLD = """Varga meets Aune

{printed}

Mayor Olan Varga met harbour master Nils Aune in Holm on {day}, and both spoke to dockers afterwards.
"""


def test_a_forecast_is_measured_by_the_days_until_its_outcome(tmp_path):
    dossier, settings = read(tmp_path, forecast=FORECAST)
    (pending,) = [event for event in dossier.events.values() if event.modality == "forecast"]
    assert NOT_TOLD in ledger(dossier, settings)
    later = TOLD.format(printed="Saturday, March 23, 2019", day="Friday")
    dossier, settings = read(tmp_path, forecast=FORECAST, report=later)
    assert dossier.events[pending.id].outcome_id
    page = ledger(dossier, settings)
    assert NOT_TOLD not in page
    assert re.sub("<[^>]+>", "", page).count("17 days after forecast appeared.") == 1


def test_days_are_a_range_where_a_date_is_one(tmp_path):
    dossier, _ = read(tmp_path, plan=PLAN, report=LATER.format(day="March 12"))
    (plan,) = [event for event in dossier.events.values() if event.outcome_id]
    assert measure_wait(dossier, plan) == ("plan", 7, 7)
    told = dossier.events[plan.outcome_id]
    wide = replace(told, dating=replace(told.dating, value=parse_edtf("2019-03-10/2019-03-14")))
    apart = replace(dossier, events={**dossier.events, told.id: wide})
    assert measure_wait(apart, plan) == ("plan", 5, 9)
    early = replace(told, dating=replace(told.dating, value=parse_edtf("2019-03-04/2019-03-14")))
    assert measure_wait(replace(dossier, events={**dossier.events, told.id: early}), plan) is None
    assert measure_wait(dossier, told) is None


def test_the_shipped_ledger_gives_the_days_and_what_no_source_tells(first_project):
    page = re.sub("<[^>]+>", " ", ledger(*assemble(first_project)))
    rows = {row.strip().partition("  ")[0]: row for row in page.splitlines() if row.strip()}
    (forecast,) = [row for name, row in rows.items() if name.startswith("US intelligence")]
    assert "17 days after  001  appeared." in forecast
    (visit,) = [row for name, row in rows.items() if name.startswith("Amir Khan Muttaqi")]
    assert NOT_TOLD in visit


VISIT = """Muttaqi in Beijing

Thursday, May 29, 2025

Foreign minister Amir Khan Muttaqi visited China on Tuesday.
"""


def test_a_later_article_flips_the_row_of_the_planned_visit(first_project):
    before = assemble(first_project)[0].events["ev-2025-05-planned-visit"]
    assert not before.outcome_id
    (first_project / "seeds" / "articles" / "900_visit.txt").write_text(VISIT, "utf-8")
    dossier, settings = assemble(first_project)
    planned = dossier.events["ev-2025-05-planned-visit"]
    row = next(
        line
        for line in ledger(dossier, settings).splitlines()
        if "events/ev-2025-05-planned-visit.html" in line
    )
    assert planned.outcome_id or "Happened, as another source tells" in row
    assert NOT_TOLD not in row
