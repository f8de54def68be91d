"""The paper edition holds everything once, in volumes of bounded length, its lines under notes."""

import re

import pytest

from crowd import make_crowd
from dossier.render import paper, render_dossier
from dossier.render.opening import open_book
from dossier.render.paper import bind_paper, view_paper
from harbour import make_dossier, make_settings

SOME = 4000
"""Characters of a volume, few enough for the small dossier to need several."""


def open_volumes(dossier, longest):
    book = open_book(dossier, make_settings())
    return book, bind_paper(book, longest)


@pytest.fixture
def files(monkeypatch):
    """The small dossier's files, its paper edition in several volumes."""
    monkeypatch.setattr(paper.bind_paper, "__defaults__", (SOME,))
    return render_dossier(make_dossier(), make_settings())


@pytest.fixture
def bound(files):
    """The paper edition's pages."""
    volumes = sorted(path for path in files if path.startswith("paper/"))
    return {path: files[path] for path in ("paper.md", *volumes)}


def test_everything_stands_in_one_volume_and_only_there(bound):
    dossier = make_dossier()
    whole = "".join(bound.values())
    keys = [f"event-{key}" for key in dossier.events]
    keys += [f"actor-{key}" for key, actor in dossier.actors.items() if not actor.voice]
    keys += [f"source-{key}" for key in dossier.sources]
    keys += [finding.id for finding in dossier.findings]
    keys += [quotation.id for quotation in open_book(dossier, make_settings()).said_once]
    assert len(bound) > 2
    assert {key: whole.count(f' id="{key}"') for key in keys} == dict.fromkeys(keys, 1)


def test_notes_are_numbered_through_and_each_number_has_its_note(bound):
    seen = []
    for text in bound.values():
        notes = re.findall(r'<li id="note-(\d+)"><a href="[^"]*sources/[\w-]+\.html#l\d', text)
        assert set(re.findall(r'href="#note-(\d+)"', text)) == set(notes)
        seen += map(int, notes)
    assert seen == list(range(1, len(seen) + 1))


def test_what_stands_in_another_volume_is_linked_to_there(bound):
    where = {
        key: path
        for path, text in bound.items()
        for key in re.findall(r' id="(event-[^"]+)"', text)
    }
    across = [
        (path, way, key)
        for path, text in bound.items()
        for way, key in re.findall(r'href="([^"#]*)#(event-[^"]+)"', text)
    ]
    assert any(way for _, way, _ in across)
    for path, way, key in across:
        assert (way == "") == (where[key] == path)


def test_a_single_volume_lists_its_sources_once_and_says_nothing_of_volumes():
    files = render_dossier(make_dossier(), make_settings())
    page = files["paper.md"]
    assert not any(path.startswith("paper/") for path in files)
    assert "references" not in page
    assert 'class="volumes"' not in page
    assert page.count('id="source-') == len(make_dossier().sources)


def test_volumes_of_a_large_dossier_are_bounded():
    book, volumes = open_volumes(make_crowd(500, 2000), paper.LONGEST_VOLUME)
    assert len(volumes) > 3
    for _, view in view_paper(book, volumes):
        length = sum(len(section.body) for section in view.sections)
        assert length < 1.2 * paper.LONGEST_VOLUME


def test_only_the_first_volume_is_found_by_searching(files):
    assert "paper/2.md" in files
    assert '"paper.html"' in files["assets/dossier/search.json"]
    assert '"paper/' not in files["assets/dossier/search.json"]
