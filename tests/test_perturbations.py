"""Copy an article, take one away, alter one, add one: what must change does, the rest stands."""

import pytest

from dossier.errors import EditError
from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.render.book import count_origins
from dossier.render.opening import open_book
from dossier.scaffold import lay_out_project


def article(project, source_id):
    (path,) = (project / "seeds" / "articles").glob(f"{source_id}*")
    return path


def pages(project):
    return render_dossier(*assemble(project))


def origins_of(project):
    dossier, settings = assemble(project)
    book = open_book(dossier, settings)
    return {key: count_origins(book, one.anchors)[2] for key, one in dossier.events.items()}


def test_a_copy_under_another_name_changes_no_count_of_origins(first_project):
    before = origins_of(first_project)
    path = article(first_project, "001")
    path.with_name("900_copy.md").write_text(path.read_text("utf-8"), "utf-8")
    dossier, settings = assemble(first_project)
    (copy,) = [key for key, one in dossier.sources.items() if "900" in one.path]
    assert dossier.origins[copy] == "001"
    assert [one.where for one in dossier.problems if one.code == "O301"] == [
        "seeds/articles/900_copy.md:1"
    ]
    after = origins_of(first_project)
    assert {key: after[key] for key in before} == before
    files = render_dossier(dossier, settings)
    assert "copy of" in files["sources/index.md"]


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
