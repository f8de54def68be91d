"""A page that is merged or renamed leaves one at its old address that leads on."""

import json
import re

import pytest

from dossier.edits.suggest import suggest
from dossier.errors import EditError
from dossier.pipeline import assemble, convert, find_stale_pages
from dossier.render import render_dossier
from dossier.scaffold import lay_out_project
from dossier.site import build_site

TALKS = """Ministers differ over the strait

Tuesday, March 5, 2019

Minister Edda Lund met minister Olan Varga in Holm on Monday, and both spoke to the port union afterwards.
Harbour master Nils Aune was arrested in Holm on Sunday.
"""  # noqa: E501 - an article's paragraph is one line
SAME = "- same: [Edda Lund, Olan Varga]\n  reason: a try\n"


@pytest.fixture
def project(tmp_path):
    """A project that was published once, with what was published kept to compare with."""
    lay_out_project(tmp_path / "p")
    (tmp_path / "p" / "seeds" / "articles" / "talks.txt").write_text(TALKS, "utf-8")
    convert(tmp_path / "p")
    kept = (tmp_path / "p" / "docs" / "data" / "dossier.json").read_text("utf-8")
    (tmp_path / "p" / "seeds" / "previous.json").write_text(kept, "utf-8")
    return tmp_path / "p"


def edit(project, name, text):
    target = project / "seeds" / "edits" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def test_while_nothing_moves_no_page_is_left(project):
    assert assemble(project)[0].moved == ()


def test_two_actors_that_become_one_leave_the_old_address_leading_on(project):
    edit(project, "identity.yml", SAME)
    convert(project)
    assert find_stale_pages(project) == ()
    dossier, _ = assemble(project)
    actors = {one.was: one.now for one in dossier.moved if one.was.startswith("actors/")}
    (was, now) = next(iter(actors.items()))
    assert {was, now} == {"actors/olan-varga", "actors/edda-lund"}
    page = (project / "docs" / f"{was}.html").read_text("utf-8")
    assert f'content="0; url={now.partition("/")[2]}.html"' in page
    assert not (project / "docs" / f"{was}.md").exists()
    (project / "seeds" / "edits" / "identity.yml").unlink()
    convert(project)
    assert not (project / "docs" / f"{was}.html").exists()


def test_a_renamed_event_leads_on_and_the_built_page_obeys_the_policy(project):
    before = assemble(project)[0]
    arrest = next(one for one in before.events.values() if "arrest" in one.title.lower())
    edit(
        project,
        "events/ev-arrest-at-holm.yml",
        "id: ev-arrest-at-holm\ntitle: Harbour master is arrested\ntype: arrest\nat: talks:L6\n",
    )
    convert(project)
    build_site(project, "Strait")
    page = (project / "site" / f"events/{arrest.id}.html").read_text("utf-8")
    assert "Content-Security-Policy" in page
    assert "<script" not in page
    assert '<meta name="description" content="Leads on to Harbour master is arrested.">' in page
    # The browser asks for an icon where a page names none.
    (way,) = set(re.findall(r'href="([^"]+)"', page)) - {"data:,"}
    assert way == "ev-arrest-at-holm.html"
    assert (project / "site" / "events" / way).is_file()


def test_a_kept_entry_leads_on_without_the_earlier_build_and_through_a_second_move(project):
    edit(project, "identity.yml", SAME)
    dossier, _ = assemble(project)
    (block,) = re.findall(r"- was: actors/\S+\n\s+now: actors/\S+\n", suggest(dossier))
    (project / "seeds" / "previous.json").unlink()
    edit(project, "moved.yml", block.replace("\n    now", "\n  now"))
    kept, settings = assemble(project)
    assert [one.origin for one in kept.moved] == ["seeds/edits/moved.yml:1"]
    assert f"{kept.moved[0].was}.html" in render_dossier(kept, settings)
    was = kept.moved[0].was
    more = (project / "seeds" / "edits" / "moved.yml").read_text("utf-8")
    edit(project, "moved.yml", f"{more}- was: actors/lund\n  now: {was}\n")
    again, _ = assemble(project)
    assert {one.was: one.now for one in again.moved}["actors/lund"] == kept.moved[0].now


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("- was: actors/edda-lund\n  now: actors/nils-aune\n", "E202"),
        ("- was: actors/lund\n  now: actors/edda-lundt\n", "E203"),
        ("- was: actors/a\n  now: actors/b\n- was: actors/b\n  now: actors/a\n", "E203"),
    ],
    ids=["the page is there", "no such page", "in a circle"],
)
def test_an_entry_that_leads_nowhere_is_named_with_its_line(project, entry, code):
    edit(project, "moved.yml", entry)
    dossier, _ = assemble(project)
    told = [one for one in dossier.problems if "moved.yml" in one.where]
    assert {one.code for one in told} == {code}
    assert told[0].where == "seeds/edits/moved.yml:1"
    assert dossier.moved == ()


def test_an_address_that_leads_out_of_the_site_is_refused(project):
    edit(project, "moved.yml", "- was: ../index\n  now: actors/edda-lund\n")
    with pytest.raises(EditError, match=r"moved\.yml:1.*no page's address"):
        assemble(project)


def test_previous_json_of_another_shape_moves_nothing(project):
    path = project / "seeds" / "previous.json"
    held = json.loads(path.read_text("utf-8"))
    held["actors"] = [{"published": True, "id": "gone", "mentions": [{"start": 3}, "?"]}, 7]
    path.write_text(json.dumps(held), "utf-8")
    assert not [one for one in assemble(project)[0].moved if one.was == "actors/gone"]
