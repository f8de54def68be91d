"""Take an article away, alter one, add to one: what must change does, the rest stands."""

import re

import pytest

from dossier.check.records import find_anchors
from dossier.errors import EditError
from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.scaffold import lay_out_project


def article(project, source_id):
    (path,) = (project / "seeds" / "articles").glob(f"{source_id}*")
    return path


def pages(project):
    return render_dossier(*assemble(project))


def test_taking_an_article_away_and_putting_it_back_gives_the_same_bytes(first_project):
    before = pages(first_project)
    path = article(first_project, "000")
    text = path.read_text("utf-8")
    path.unlink()
    assert pages(first_project) != before
    path.write_text(text, "utf-8")
    assert pages(first_project) == before


def test_taking_the_anchor_away_widens_what_rested_on_it(first_project):
    fall = "ev-2021-08-15-fall-of-kabul"
    before = assemble(first_project)[0].events[fall].dating.value
    article(first_project, "000").unlink()
    after = assemble(first_project)[0].events[fall].dating.value
    assert (before.latest - before.earliest).days == 0
    assert (after.latest - after.earliest).days > 1


def test_a_quotation_whose_words_are_altered_stops_the_run_and_every_edit_is_named(first_project):
    path = article(first_project, "001")
    text = path.read_text("utf-8")
    assert text.count("pariah state") == 1
    path.write_text(text.replace("pariah state", "pariah nation"), "utf-8")
    with pytest.raises(EditError) as stopped:
        assemble(first_project)
    told = str(stopped.value).splitlines()
    assert [line.partition(": ")[0].rpartition(":")[0] for line in told] == [
        "seeds/edits/quotations.yml",
        "seeds/edits/findings/cf-13.yml",
    ]
    assert all("the words 'pariah state' do not stand there" in line for line in told)


def raw_copy_with_edits(project):
    """A project of a plain article with an edit of every kind that points into it."""
    lay_out_project(project)
    (project / "seeds" / "articles" / "talks.txt").write_text(QUAY, "utf-8")
    edits = project / "seeds" / "edits"
    for name, text in QUAY_EDITS.items():
        target = edits / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return project


QUAY = """Quay of Holm stays open

Tuesday, March 5, 2019

Minister Edda Lund met mayor Olan Varga in Holm on Monday.
Lund said: "The quay will stay open for small boats."
Harbour master Nils Aune was arrested in Holm on Sunday.
"""
MORE = "The weather on the island had been mild for weeks and the boats lay idle."
"""A paragraph that names nobody."""

QUAY_EDITS = {
    "actors/edda-lund.yml": (
        "id: edda-lund\nname: Edda Lund\nkind: person\n"
        "roles: [{role: minister, at: {loc: talks:L5, words: Minister}}]\n"
    ),
    "events/ev-meeting.yml": (
        "id: ev-meeting\ntitle: Minister meets the mayor\ntype: meeting\n"
        "at: {loc: talks:L5, words: Edda Lund met mayor Olan Varga}\n"
        "claims: [{text: They met., at: {loc: talks:L5, words: met mayor}}]\n"
    ),
    "quotations.yml": (
        "- id: q-01\n  at: {loc: talks:L6, words: The quay will stay open for small boats.}\n"
        "  speaker: [edda-lund]\n"
    ),
}


def edited_words(dossier):
    """The words that every edit rests on, without their places."""
    event = dossier.events["ev-meeting"]
    (quotation,) = [one for one in dossier.quotations if one.id == "q-01"]
    return (
        [anchor.exact for role in dossier.actors["edda-lund"].roles for anchor in role.anchors],
        [anchor.exact for anchor in event.anchors],
        [anchor.exact for claim in event.claims for anchor in claim.anchors],
        [anchor.exact for anchor in quotation.anchors],
        quotation.speaker_ids,
    )


@pytest.mark.parametrize(("line", "moved"), [(4, 4), (5, 1), (6, 0), (7, 0)])
def test_a_paragraph_more_and_every_edit_finds_its_words_again(tmp_path, line, moved):
    project = raw_copy_with_edits(tmp_path)
    before, _ = assemble(project)
    lines = QUAY.splitlines()
    text = "\n".join([*lines[:line], MORE, *lines[line:]]) + "\n"
    (project / "seeds" / "articles" / "talks.txt").write_text(text, "utf-8")
    after, _ = assemble(project)
    assert edited_words(after) == edited_words(before)
    told = [one for one in after.problems if "seeds/edits" in one.where]
    assert [one.code for one in told] == ["E213"] * moved


@pytest.mark.parametrize("source_id", ["000", "001", "004"])
def test_a_paragraph_more_in_a_retold_article_moves_no_edit_of_the_shipped_dossier(
    first_project, source_id
):
    """A paragraph for each line of the original: what every record rests on stays word for word."""
    before, _ = assemble(first_project)
    path = article(first_project, source_id)
    head, _, body = path.read_text("utf-8").partition("\n---\n")
    paragraphs = body.strip().split("\n\n")
    places = range(1, len(paragraphs), 5)
    for place in places:
        line = int(re.match(r"\[L(\d+)", paragraphs[place - 1])[1])
        more = [*paragraphs[:place], f"[L{line}] {MORE}", *paragraphs[place:]]
        path.write_text(f"{head}\n---\n\n" + "\n\n".join(more) + "\n", "utf-8")
        after, _ = assemble(first_project, earlier=False)
        assert resting_on(after) == resting_on(before)
        assert not [one for one in after.problems if "seeds/edits" in one.where]


def resting_on(dossier):
    """The words that every record rests on, an edit's pointers among them."""
    records = [
        *dossier.actors.items(),
        *dossier.places.items(),
        *dossier.events.items(),
        *dossier.source_notes.items(),
        *(
            (one.id, one)
            for held in (dossier.quotations, dossier.relations, dossier.claims, dossier.findings)
            for one in held
        ),
        *((one.text, one) for one in dossier.bottom_line),
    ]
    return {key: [anchor.exact for anchor in find_anchors(one)] for key, one in records}
