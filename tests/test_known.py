"""As known on a day: nothing of what appeared later is on the page, except as a forecast."""

import html
import re
from datetime import date

import pytest

from conftest import copy_project
from dossier.dates import parse_edtf
from dossier.outcomes import is_pending
from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.scaffold import lay_out_project

DAYS = ["2021-07-29", "2021-08-21"]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The first dossier and its pages."""
    project = copy_project(tmp_path_factory.mktemp("known"))
    dossier, settings = assemble(project)
    return dossier, render_dossier(dossier, settings)


def page_of(files, day):
    """What a reader sees of a page, hidden titles and drawings included."""
    page = files[f"known/{day}.md"]
    assert 'class="references"' in page
    return html.unescape(page)


def of_later(records, then):
    """Records that rest on nothing that had appeared."""
    return [
        one
        for one, anchors in records
        if anchors and not {anchor.source_id for anchor in anchors} & set(then.sources)
    ]


@pytest.mark.parametrize("number", range(len(DAYS)), ids=DAYS)
def test_nothing_that_appeared_later_is_on_the_page(shipped, number):
    dossier, files = shipped
    snapshot = dossier.snapshots[number]
    then, page = snapshot.dossier, page_of(files, snapshot.day)
    assert str(snapshot.day) == DAYS[number]
    events = of_later(((one, one.anchors) for one in dossier.events.values()), then)
    assert events
    for event in events:
        assert event.title not in page
        assert f"{event.id}.html" not in page
    mentions = {m.id: m.anchor for x in dossier.extractions.values() for m in x.mentions}
    actors = of_later(
        ((one, [mentions[key] for key in one.mention_ids]) for one in dossier.actors.values()),
        then,
    )
    assert actors
    earlier = {alias.name for one in then.actors.values() for alias in one.aliases}
    earlier |= {one.name for one in then.actors.values()}
    for actor in actors:
        assert f"actors/{actor.id}.html" not in page
        assert actor.name in earlier or not re.search(rf"\b{re.escape(actor.name)}\b", page)
    quotations = of_later(((one, one.anchors) for one in dossier.quotations), then)
    findings = of_later(((one, one.sides) for one in dossier.findings), then)
    assert quotations
    assert findings
    texts = "\n".join(source.text for source in then.sources.values())
    for one in quotations:
        assert f"quotations.html#{one.id}" not in page
        words = [anchor.exact for anchor in one.anchors if anchor.exact not in texts]
        assert not any(word in page for word in words)
    for one in findings:
        assert f"#{one.id}" not in page
        assert one.text not in page
    for key in dossier.sources.keys() - then.sources.keys():
        assert f"{dossier.sources[key].label}:L" not in page
        assert dossier.sources[key].title.value not in page


@pytest.mark.parametrize("number", range(len(DAYS)), ids=DAYS)
def test_no_date_on_the_page_is_later_except_of_what_was_expected(shipped, number):
    dossier, files = shipped
    snapshot = dossier.snapshots[number]
    page = page_of(files, snapshot.day)
    told = page.partition("{#expected}")[0] + page.partition("{#sources}")[2]
    told = re.sub(r"(Next|Before): <a[^>]*>[^<]*</a>", "", told)
    given = re.findall(r'title="([\[\d][^"\s]*)\. ', told)
    assert given
    for edtf in given:
        assert parse_edtf(edtf).earliest <= snapshot.day, edtf
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", re.sub("<[^>]+>", " ", told))}
    assert max(years) <= snapshot.day.year
    for event in snapshot.dossier.events.values():
        value = event.dating.value if event.dating else None
        assert value is None or value.earliest <= snapshot.day or is_pending(event)


EARLY = """Ferry line of Holm

Tuesday, March 5, 2019

Minister Edda Lund will visit Holm on March 12 and meet mayor Olan Varga at the harbour.
"""
UNDATED = """Sailors of Holm wait

Harbour master Nils Aune was arrested in Holm on Sunday, the union said.
Minister Edda Lund spoke to sailors in Holm two years after the strike of 2017.
"""
LATE = """Lund visits Holm

Wednesday, March 13, 2019

Minister Edda Lund visited Holm on March 12 and met mayor Olan Varga at the harbour.
Inspector Runa Feld was appointed in Holm on Tuesday.
"""


def test_a_forecast_stands_apart_and_its_outcome_is_not_there(tmp_path):
    lay_out_project(tmp_path)
    for name, text in (("early", EARLY), ("undated", UNDATED), ("late", LATE)):
        (tmp_path / "seeds" / "articles" / f"{name}.txt").write_text(text, "utf-8")
    dossier, settings = assemble(tmp_path)
    assert dossier.snapshots[0].day == date(2019, 3, 5)
    page = page_of(render_dossier(dossier, settings), date(2019, 3, 5))
    expected = page.partition("{#expected}")[2]
    assert "Edda Lund" in expected
    assert "12 March 2019" in expected.partition("{#sources}")[0]
    assert "Runa Feld" not in page
    assert "late:L" not in page


LOG = """Ferry log of Holm

Tuesday, March 5, 2019

Captain Nils Aune was arrested in Holm, the union said.
"""
LATER_LOG = """Court of Holm hears captain

Wednesday, March 13, 2019

Captain Nils Aune was arrested in Holm on March 2, the court heard.
"""
OWN_DATE = """id: ev-arrest
title: Nils Aune is arrested
type: arrest
date:
  edtf: 2019-03-02
  note: The court gives the day.
at: ["early:L5", "late:L5"]
reviewed: desk, 2026-11-22
"""


def test_a_date_of_the_analyst_that_names_no_words_waits_for_the_later_source(tmp_path):
    lay_out_project(tmp_path)
    for name, text in (("early", LOG), ("late", LATER_LOG)):
        (tmp_path / "seeds" / "articles" / f"{name}.txt").write_text(text, "utf-8")
    events = tmp_path / "seeds" / "edits" / "events"
    events.mkdir(parents=True, exist_ok=True)
    (events / "ev-arrest.yml").write_text(OWN_DATE, "utf-8")
    dossier, settings = assemble(tmp_path)
    assert dossier.events["ev-arrest"].dating.value.edtf == "2019-03-02"
    then = dossier.snapshots[0].dossier.events["ev-arrest"]
    assert then.dating.value.edtf == "../2019-03-05"
    assert "2 March 2019" not in page_of(render_dossier(dossier, settings), date(2019, 3, 5))
