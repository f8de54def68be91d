"""Pages of raw articles show nothing twice and nothing empty."""

import re

import pytest

from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.scaffold import lay_out_project

STORY = """Mayor and captain quarrel over ferry

Tuesday, March 5, 2019

Mayor Edda Lund met captain Nils Aune on Monday.
Edda Lund left early and walked home along the shore.

Edda Lund in March. Image: Ida Moe.

Edda Lund told Nils Aune the wall had been sound. She said the gate would be mended.
"""


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    project = tmp_path_factory.mktemp("raw")
    lay_out_project(project)
    (project / "seeds" / "articles" / "quarrel.txt").write_text(STORY, "utf-8")
    return assemble(project)


@pytest.fixture(scope="module")
def pages(raw):
    return render_dossier(*raw)


def section(page, name):
    return page.split(f"{{#{name}}}")[1].split("\n## ")[0]


def test_an_event_that_is_a_stated_link_is_not_also_listed_as_shared(pages):
    ties = section(pages["actors/edda-lund.md"], "relations")
    assert "<strong>met</strong>" in ties
    assert "Both in" not in ties


def test_a_sentence_of_which_only_the_name_is_shown_is_given_by_its_line(pages):
    contexts = section(pages["actors/edda-lund.md"], "mentions")
    shown, by_line = contexts.split("</ul>")
    assert "Nils Aune" in shown
    assert "of which only the name is shown, by line" in by_line
    assert re.findall(r"<li><q[^>]*>“… Edda Lund …”</q>", shown) == []


def test_a_pronoun_is_said_to_be_taken_for_somebody(pages):
    assert "A pronoun here, taken to be “Edda Lund”" in pages["quotations.md"]


def test_whoever_made_a_picture_is_a_voice_and_whoever_it_shows_is_not(raw):
    dossier, _ = raw
    voices = {actor.name: actor.voice for actor in dossier.actors.values()}
    assert voices == {"Edda Lund": False, "Nils Aune": False, "Ida Moe": True}
