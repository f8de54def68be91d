"""Merge two records, rebuild, unmerge, rebuild: the pages are those of the start."""

import pytest

from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.scaffold import lay_out_project


def pages(project):
    return render_dossier(*assemble(project))


TALKS = """Ministers differ over the strait

Tuesday, March 5, 2019

Minister Edda Lund met minister Olan Varga in Holm on Monday, and both spoke to the port union afterwards.
Harbour master Nils Aune was arrested in Holm on Sunday.
"""  # noqa: E501 - an article's paragraph is one line


def test_merging_and_unmerging_two_actors_leaves_no_trace(tmp_path):
    lay_out_project(tmp_path)
    (tmp_path / "seeds" / "articles" / "talks.txt").write_text(TALKS, "utf-8")
    before = pages(tmp_path)
    assert "actors/olan-varga.md" in before
    identity = tmp_path / "seeds" / "edits" / "identity.yml"
    identity.parent.mkdir(exist_ok=True)
    identity.write_text("- same: [Edda Lund, Olan Varga]\n  reason: a try\n", "utf-8")
    merged = pages(tmp_path)
    assert len({"actors/edda-lund.md", "actors/olan-varga.md"} & set(merged)) == 1
    identity.unlink()
    assert pages(tmp_path) == before


STRAIT = """Ministers differ over the strait

Tuesday, March 5, 2019

Minister Edda Lund met mayor Olan Varga in Holm on Monday, and both spoke to the port union afterwards.
Varga said: "The ferry will sail again in spring."
Harbour master Nils Aune was arrested in Holm on Sunday.
Inspector Runa Feld searched his boat in Holm on Friday.
"""  # noqa: E501 - an article's paragraph is one line

STRAIT_EDITS = {
    "actors/edda-lund.yml": (
        "id: edda-lund\nname: Edda Lund\nkind: person\n"
        "roles: [{role: minister, at: {loc: strait:L5, words: Minister}}]\n"
    ),
    "actors/olan-varga.yml": (
        "id: olan-varga\nname: Olan Varga\nkind: person\naliases: [Varga]\n"
        "roles: [{role: mayor of Holm, at: {loc: strait:L5, words: mayor}}]\n"
    ),
    "events/ev-meeting.yml": (
        "id: ev-meeting\ntitle: Minister meets the mayor\ntype: meeting\nat: strait:L5\n"
        "participants:\n- {actor: edda-lund, role: guest, at: strait:L5}\n"
        "- {actor: olan-varga, role: host, at: strait:L5}\n"
        "claims: [{text: They met., according_to: olan-varga, at: strait:L5}]\n"
    ),
    "events/ev-arrest.yml": (
        "id: ev-arrest\ntitle: Harbour master arrested\ntype: arrest\nat: strait:L7\n"
        "participants: [{actor: nils-aune, role: arrested, at: strait:L7}]\n"
    ),
    "quotations.yml": (
        "- id: q-01\n  at: {loc: strait:L6, words: The ferry will sail again in spring.}\n"
        "  speaker: [olan-varga]\n  event: ev-meeting\n"
    ),
    "relations.yml": (
        "- {from: edda-lund, rel: met, to: olan-varga, at: strait:L5, event: ev-meeting}\n"
        "- {from: olan-varga, rel: rules, to: nils-aune, at: strait:L7}\n"
    ),
}


def write_edits(project, edits):
    for name, text in edits.items():
        target = project / "seeds" / "edits" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


@pytest.fixture
def strait(tmp_path):
    """A project with two actors and two events that edits shape and other edits speak of."""
    lay_out_project(tmp_path)
    (tmp_path / "seeds" / "articles" / "strait.txt").write_text(STRAIT, "utf-8")
    write_edits(tmp_path, STRAIT_EDITS)
    return tmp_path


def test_merging_and_unmerging_two_edited_actors_leaves_no_trace(strait):
    """The second one's file becomes a line in the first's; what speaks of it follows."""
    before = pages(strait)
    assert {"actors/edda-lund.md", "actors/olan-varga.md"} <= set(before)
    second = strait / "seeds" / "edits" / "actors" / "olan-varga.yml"
    second.unlink()
    merged = STRAIT_EDITS["actors/edda-lund.yml"] + (
        "aliases: [Olan Varga, Varga]\nmerge: [olan-varga]\n"
    )
    write_edits(strait, {"actors/edda-lund.yml": merged})
    dossier, settings = assemble(strait)
    assert "olan-varga" not in dossier.actors
    (said,) = [one for one in dossier.quotations if one.id == "q-01"]
    assert said.speaker_ids == ("edda-lund",)
    parts = dossier.events["ev-meeting"].participants
    assert {part.actor_id for part in parts} == {"edda-lund"}
    ends = {(one.subject_id, one.verb, one.object_id) for one in dossier.relations}
    assert ("edda-lund", "rules", "nils-aune") in ends
    told = [(one.code, one.where) for one in dossier.problems if one.severity == "error"]
    assert told == []
    lost = [one.where for one in dossier.problems if "two ends are one" in one.message]
    assert lost == ["seeds/edits/relations.yml:1"]
    assert render_dossier(dossier, settings) != before
    write_edits(strait, STRAIT_EDITS)
    assert pages(strait) == before


def test_a_judgement_and_its_undoing_leave_no_trace_in_what_other_edits_say(strait):
    (strait / "seeds" / "edits" / "actors" / "olan-varga.yml").unlink()
    before = pages(strait)
    identity = strait / "seeds" / "edits" / "identity.yml"
    identity.write_text("- same: [Edda Lund, Olan Varga]\n  reason: a try\n", "utf-8")
    dossier, _ = assemble(strait)
    assert [one for one in dossier.problems if one.severity == "error"] == []
    assert "olan-varga" not in dossier.actors
    assert {part.role for part in dossier.events["ev-meeting"].participants} >= {"guest", "host"}
    (said,) = [one for one in dossier.quotations if one.id == "q-01"]
    assert said.speaker_ids == ("edda-lund",)
    identity.unlink()
    assert pages(strait) == before


def test_merging_and_unmerging_two_edited_events_leaves_no_trace(strait):
    before = pages(strait)
    assert {"events/ev-meeting.md", "events/ev-arrest.md"} <= set(before)
    (strait / "seeds" / "edits" / "events" / "ev-arrest.yml").unlink()
    automatic = [key for key in assemble(strait)[0].events if key != "ev-meeting"]
    arrest = next(
        key
        for key in automatic
        if "nils-aune" in {part.actor_id for part in assemble(strait)[0].events[key].participants}
    )
    merged = STRAIT_EDITS["events/ev-meeting.yml"] + f"merge: [{arrest}]\n"
    write_edits(strait, {"events/ev-meeting.yml": merged})
    dossier, _ = assemble(strait)
    assert arrest not in dossier.events
    words = " ".join(anchor.exact for anchor in dossier.events["ev-meeting"].anchors)
    assert "Edda Lund met" in words
    assert "Nils Aune was arrested" in words
    write_edits(strait, STRAIT_EDITS)
    assert pages(strait) == before
