"""What changed since the build that is kept, and why: on its page and in the feed."""

import json
import re

import feedparser
import pytest

from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.scaffold import lay_out_project

FERRY = """Ferry stays in port

Wednesday, March 6, 2019

Minister Edda Lund met mayor Olan Varga in Holm on Monday.
"""
ARREST = """Harbour master arrested

Thursday, March 7, 2019

Harbour master Nils Aune was arrested in Holm on Wednesday.
"""
EDIT = "id: edda-lund\nname: Edda Lund\nkind: person\nside: {side}\n"


@pytest.fixture
def project(tmp_path):
    lay_out_project(tmp_path)
    (tmp_path / "seeds" / "articles" / "ferry.txt").write_text(FERRY, "utf-8")
    (tmp_path / "seeds" / "articles" / "arrest.txt").write_text(ARREST, "utf-8")
    write_edit(tmp_path, "Holm council")
    return tmp_path


def write_edit(project, side):
    target = project / "seeds" / "edits" / "actors" / "edda-lund.yml"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(EDIT.format(side=side), "utf-8")


def pages(project):
    return render_dossier(*assemble(project))


def keep(project, change=lambda _: None):
    """Keep today's build as the earlier one, changed as if another version had made it."""
    held = json.loads(pages(project)["data/dossier.json"])
    change(held)
    (project / "seeds" / "previous.json").write_text(json.dumps(held), "utf-8")


def told_on_page(files):
    """Rows of the page: what, change, why."""
    rows = re.findall(r"<tr>.*?</tr>", files["changes.md"])
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
    plain = [[re.sub("<[^>]+>", "", cell) for cell in row] for row in cells]
    return {(row[0], row[1], row[-1]) for row in plain if row[0] != "What"}


def told_in_feed(files):
    """The entry on what changed, if there is one; and how many other entries there are."""
    entries = feedparser.parse(files["data/feed.xml"]).entries
    of_changes = [one for one in entries if one.title.startswith("What changed")]
    return of_changes, len(entries) - len(of_changes)


def test_a_first_build_compares_nothing_and_says_so(project):
    files = pages(project)
    assert "No earlier build is kept to compare with." in files["changes.md"]
    assert told_on_page(files) == set()
    assert "changes since" not in files["changes.md"]
    changes, others = told_in_feed(files)
    assert changes == []
    assert others > 0


def test_each_reason_is_told_on_the_page_and_in_the_feed(project):
    def of_another_version(held):
        (event,) = [one for one in held["events"] if "nils-aune" in json.dumps(one)]
        event["title"] = "An older wording"

    keep(project, of_another_version)
    write_edit(project, "Port union")
    late = FERRY.replace("Edda Lund met mayor Olan Varga", "Runa Feld visited Ostby")
    (project / "seeds" / "articles" / "late.txt").write_text(late, "utf-8")
    files = pages(project)
    told = told_on_page(files)
    assert ("Edda Lund", "Changed", "Edit: seeds/edits/actors/edda-lund.yml") in told
    by_program = {row for row in told if row[2] == "The program, or what it follows from"}
    assert {row[1] for row in by_program} == {"Changed"}
    by_source = {row for row in told if row[2] == "Source late is new, gone or altered"}
    assert {row[1] for row in by_source} >= {"New"}
    assert len(told) == 1 + len(by_program) + len(by_source)
    (entry,), _ = told_in_feed(files)
    assert entry.title == f"What changed: {len(told)} changes"
    for what, _, why in told:
        assert re.search(
            rf"{re.escape(what)} \([a-z]+, [a-z: ]+\)\. {re.escape(why)}\.", entry.summary
        )


def test_what_is_gone_is_told_with_its_source(project):
    keep(project)
    (project / "seeds" / "articles" / "arrest.txt").unlink()
    files = pages(project)
    told = told_on_page(files)
    assert told
    assert {(change, why) for _, change, why in told} == {
        ("Gone", "Source arrest is new, gone or altered")
    }
    (entry,), _ = told_in_feed(files)
    assert "(sources, gone). Source arrest is new, gone or altered." in entry.summary


def test_the_feeds_entry_is_another_one_when_something_else_changes(project):
    keep(project)
    write_edit(project, "Port union")
    (first,), _ = told_in_feed(pages(project))
    assert told_in_feed(pages(project))[0][0].id == first.id
    write_edit(project, "Sailors")
    (second,), _ = told_in_feed(pages(project))
    assert second.id != first.id


def test_a_claim_that_an_edit_words_anew_is_told_with_the_edit(project):
    event = project / "seeds" / "edits" / "events" / "ev-meeting.yml"
    event.parent.mkdir(parents=True)
    words = "id: ev-meeting\ntitle: Two meet\ntype: meeting\nat: ferry:L5\nsummary: {}\n"
    claim = "claims: [{{id: cl-1, text: {}, at: ferry:L5}}]\n"
    event.write_text((words + claim).format("A meeting.", "They met."), "utf-8")
    keep(project)
    event.write_text((words + claim).format("A short meeting.", "They met twice."), "utf-8")
    files = pages(project)
    why = "Edit: seeds/edits/events/ev-meeting.yml"
    shown = told_on_page(files)
    assert shown == {("Two meet", "Changed", why), ("They met twice.", "Changed", why)}
    assert 'href="events/ev-meeting.html#cl-1"' in files["changes.md"]
    (entry,), _ = told_in_feed(files)
    assert f"Two meet (events, changed: summary). {why}." in entry.summary
    assert f"They met twice. (claims, changed: text). {why}." in entry.summary
