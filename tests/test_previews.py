"""Cards say what the pages say, in little files, and print no more than pages may."""

import json
import re

import pytest

from crowd import make_crowd
from dossier.render import render_dossier
from dossier.render.previews import FOLDER, MOST_CARDS, find_file
from dossier.vocabulary import FullText
from harbour import FIRST, SECOND, make_dossier, make_settings


def cards_of(files):
    held = {}
    for path, text in files.items():
        if path.startswith(FOLDER) and not path.endswith("index.js"):
            opened = re.fullmatch(r"dossierCards\((\{.*\})\);\n", text, re.DOTALL)
            held |= json.loads(opened[1])
    return held


@pytest.fixture(scope="module")
def files():
    return render_dossier(make_dossier(), make_settings())


def test_every_actor_and_event_with_a_page_has_a_card(files):
    pages = {p.removesuffix(".md") for p in files if re.match(r"(actors|events)/(?!index)", p)}
    held = cards_of(files)
    assert {key for key in held if not key.startswith("sources/")} == pages


def test_a_card_says_who_and_what(files):
    held = cards_of(files)
    name, kind, office, _ = held["actors/ilse-brandt"]
    assert name == "Ilse Brandt"
    assert kind == "Person · Town of Aldhaven"
    assert office.startswith("Mayor of Aldhaven, as of 5 March 2019")
    title, when, _, who = held["events/ev-talks"]
    assert title == "Mayor and union meet at the town hall"
    assert when == "5 March 2019 · Aldhaven, Northmark"
    assert "Ilse Brandt" in who
    assert "two clerks" in who


def test_a_cited_sentence_comes_with_its_neighbour_and_its_source(files):
    words, source, before, after = cards_of(files)["sources/101#l3-s2"]
    assert before.startswith("Mayor Ilse Brandt received")
    assert words.startswith("“She said the quay")
    assert after == ""
    assert source.endswith("Aldhaven Post, Port council and dockers meet in Aldhaven")


def test_only_cited_sentences_have_cards(files):
    cited = set(re.findall(r"sources/([\w-]+)\.html#([\w-]+)", "".join(files.values())))
    for key in cards_of(files):
        if key.startswith("sources/"):
            source, fragment = key.removeprefix("sources/").split("#")
            assert (source, fragment) in cited


def test_what_may_not_be_printed_stands_on_no_card():
    held = render_dossier(make_dossier(), make_settings(FullText.NEVER))
    assert not [path for path in held if f"{FOLDER}/source-" in path]
    shown = "".join(text for path, text in held.items() if path.startswith(FOLDER))
    for sentence in re.split(r"(?<=\.)\s+", FIRST + SECOND):
        words = sentence.split()
        assert len(words) < 10 or " ".join(words[:9]) not in shown


def test_of_many_actors_no_file_of_cards_grows_large():
    crowd = render_dossier(make_crowd(300, 300), make_settings())
    (number,) = re.findall(r"\d+", crowd[f"{FOLDER}/index.js"])
    sizes = []
    for place in range(int(number)):
        held = cards_of({f"{FOLDER}/{place}.js": crowd[f"{FOLDER}/{place}.js"]})
        assert all(find_file(key, int(number)) == place for key in held)
        sizes.append(len(held))
    assert sum(sizes) > 600
    assert max(sizes) < 2 * MOST_CARDS
