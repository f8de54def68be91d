"""Views say what the dossier holds, no more and no less."""

import re

import pytest
from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.render.views.matrix import CODES, MOST_COLUMNS
from dossier.scaffold import lay_out_project

FERRY = """Ferry runs aground off Holm island

Tuesday, March 5, 2019

The ferry Astrid ran aground off Holm island on Monday with 40 passengers on board, the coast guard said.
Police arrested captain Nils Aune in Holm on Monday evening after the rescue had ended.
"""  # noqa: E501 - an article's paragraph is one line


def pages_of(project):
    dossier, settings = assemble(project)
    return dossier, render_dossier(dossier, settings)


@pytest.fixture
def many(tmp_path):
    """A project of more articles than a grid has columns for."""
    lay_out_project(tmp_path)
    for number in range(MOST_COLUMNS + 1):
        text = FERRY.replace("40", str(40 + number))
        text += (
            f"The harbour of Holm counted {number + 2} other ships that week, an official said.\n"
        )
        (tmp_path / "seeds" / "articles" / f"{number:03}.txt").write_text(text, "utf-8")
    return tmp_path


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


def test_of_many_sources_the_matrix_lists_those_that_tell(many):
    dossier, files = pages_of(many)
    page = files["matrix.md"]
    assert "grid" not in page
    assert dossier.events
    for event in dossier.events.values():
        assert f'href="events/{event.id}.html"' in page
