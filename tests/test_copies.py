"""Copy an article under another name: it is a document more, and nothing else that is counted."""

import re

import pytest

from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.render.book import count_origins
from dossier.render.leaf import Leaf
from dossier.render.opening import open_book
from dossier.render.views.glance import rank_actors
from dossier.scaffold import lay_out_project
from test_perturbations import QUAY, article, raw_copy_with_edits


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


@pytest.mark.parametrize("source_id", ["000", "001", "004"])
def test_a_copy_says_what_its_original_says_and_adds_no_page_but_its_own(first_project, source_id):
    before, settings = assemble(first_project, earlier=False)
    pages_before = set(render_dossier(before, settings))
    path = article(first_project, source_id)
    path.with_name("900_copy.md").write_text(path.read_text("utf-8"), "utf-8")
    after, settings = assemble(first_project, earlier=False)
    (copy,) = after.sources.keys() - before.sources.keys()
    added = set(render_dossier(after, settings)) - pages_before
    assert f"sources/{copy}.md" in added
    assert {name.split("/")[0] for name in added} == {"assets", "compare", "sources"}
    assert after.actors.keys() == before.actors.keys()
    assert after.events.keys() == before.events.keys()
    assert told_by(after, copy) == told_by(after, source_id) == told_by(before, source_id)
    assert said_in(after, copy) == said_in(after, source_id) == said_in(before, source_id)


@pytest.mark.parametrize("source_id", ["000", "001", "004"])
def test_a_copy_adds_documents_and_nothing_else_that_is_counted(first_project, source_id):
    before, settings = assemble(first_project)
    path = article(first_project, source_id)
    path.with_name("900_copy.md").write_text(path.read_text("utf-8"), "utf-8")
    after, _ = assemble(first_project)
    (copy,) = after.sources.keys() - before.sources.keys()
    books = open_book(before, settings), open_book(after, settings)
    then, now = (counted_of(book) for book in books)
    for name, counts in then.items():
        assert now[name] == counts, name
    files = [render_dossier(one, settings) for one in (before, after)]
    pages = [page["quotations.md"] for page in files]
    assert pages[0].count("<figure") == pages[1].count("<figure")
    ids = set(re.findall(r'id="([^"]+)"', pages[1]))
    assert ids >= {one.id for one in after.quotations}
    shown = [re.sub(f" (and its copies )?only|{copy}", "", page["index.md"]) for page in files]
    told = [re.search(r"\d+ of \d+ events</a> told by one document", page)[0] for page in shown]
    assert told[0] == told[1]
    lone = [len(re.findall(r">Tells alone", page["framing.md"])) for page in files]
    assert lone[1] - lone[0] == (f"source-{source_id}" in told_alone(files[0]["framing.md"]))
    for day in {path for path in files[0] if path.startswith("known/2")}:
        assert STATUS.findall(files[1][day]) == STATUS.findall(files[0][day]) != []


@pytest.mark.parametrize("name", ["zz.txt", "aa.txt"])
def test_what_an_edit_names_keeps_its_id_whether_the_copy_comes_after_it_or_before(tmp_path, name):
    project = raw_copy_with_edits(tmp_path)
    before, settings = assemble(project)
    (project / "seeds" / "articles" / name).write_text(QUAY, "utf-8")
    after, _ = assemble(project)
    assert len(set(after.origins.values())) == 1
    books = open_book(before, settings), open_book(after, settings)
    assert counted_of(books[0]) == counted_of(books[1])
    assert [one.id for one in books[1].said_once] == ["q-01"]


def test_of_two_edits_of_the_same_words_the_first_ones_id_is_kept_however_long(tmp_path):
    project = raw_copy_with_edits(tmp_path)
    (project / "seeds" / "articles" / "zz.txt").write_text(QUAY, "utf-8")
    path = project / "seeds" / "edits" / "quotations.yml"
    text = path.read_text("utf-8").replace("q-01", "q-of-the-quay")
    other = text.replace("q-of-the-quay", "q-2").replace("talks:", "zz:")
    path.write_text(other + text, "utf-8")
    dossier, settings = assemble(project)
    assert sorted(one.id for one in dossier.quotations) == ["q-2", "q-of-the-quay"]
    assert [one.id for one in open_book(dossier, settings).said_once] == ["q-of-the-quay"]


STATUS = re.compile(r"chip-status[^>]*>([^<]+)<")


def told_alone(page):
    """The sections of the page on framing in which something is told by one source alone."""
    sections = page.split("\n### ")[1:]
    return {re.search(r"#(source-[\w-]+)", one)[1] for one in sections if "Tells alone" in one}


def counted_of(book):
    """What pages count, apart from documents."""
    dossier = book.dossier
    claims = [*dossier.claims, *(one for event in dossier.events.values() for one in event.claims)]
    return {
        "events": {key: (e.status, e.credibility) for key, e in dossier.events.items()},
        "outlets and origins of events": {
            key: count_origins(book, one.anchors)[1:] for key, one in dossier.events.items()
        },
        "outlets and origins of claims": {
            one.id: count_origins(book, one.anchors)[1:] for one in claims
        },
        "findings": [one.id for one in dossier.findings],
        "quotations": [one.id for one in book.said_once],
        "phrases": [one.words for one in dossier.lineages],
        "relations": [one.id for one in dossier.relations],
        "mentions": dict(book.times_named),
        "order of actors": [one.id for one in rank_actors(Leaf(book, "index.md"))],
        "said by": {key: [one.id for one in held] for key, held in book.said_by.items()},
        "said at": {key: [one.id for one in held] for key, held in book.said_at.items()},
        "said about": {key: [one.id for one in held] for key, held in book.said_about.items()},
    }


def told_by(dossier, source_id):
    """How a source tells each event, and in which words."""
    return {
        key: (one.telling, [anchor.exact for anchor in one.anchors])
        for key, event in dossier.events.items()
        for one in event.tellings
        if one.source_id == source_id
    }


def said_in(dossier, source_id):
    """What is said in a source, and by whom."""
    return [
        (one.kind, one.speaker_ids, one.speaker_label, [anchor.exact for anchor in one.anchors])
        for one in dossier.quotations
        if one.anchors[0].source_id == source_id
    ]


PLANS = """Ministers differ over the strait

Tuesday, March 5, 2019

Minister Edda Lund met minister Olan Varga in Holm on Monday, and a port spokesman called it a start.
Harbour master Nils Aune was arrested in Holm on Sunday after a search of his boat.
"""  # noqa: E501 - an article's paragraph is one line
MORE_IN_THE_COPY = "Mayor Runa Feld met minister Edda Lund in Holm on Saturday.\n"


def test_a_paragraph_that_only_the_copy_has_is_read_as_new(tmp_path):
    lay_out_project(tmp_path)
    articles, edits = tmp_path / "seeds" / "articles", tmp_path / "seeds" / "edits" / "sources"
    (articles / "plans.txt").write_text(PLANS, "utf-8")
    (articles / "reprint.txt").write_text(PLANS + MORE_IN_THE_COPY, "utf-8")
    edits.mkdir(parents=True)
    (edits / "plans.yml").write_text("id: plans\nreviewed: desk, 2026-01-02\n", "utf-8")
    dossier, _ = assemble(tmp_path)
    assert dossier.origins["reprint"] == "plans"
    assert sorted(dossier.actors) == ["edda-lund", "runa-feld"]
