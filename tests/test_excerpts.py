"""What pages show of a source's own words, and how they link names in words."""

import re
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier import vocabulary
from dossier.render import render_dossier, words
from dossier.render.excerpt import MOST_WORDS, keep_pieces
from dossier.render.markdown import Md, escape
from dossier.render.names import link_names
from dossier.render.opening import open_book
from dossier.vocabulary import FullText, SourceFormat
from harbour import make_dossier, make_settings
from standins import find, make_sentences, make_source


@pytest.fixture(scope="module")
def files():
    return render_dossier(make_dossier(), make_settings())


@pytest.fixture(scope="module")
def pages(files):
    return {path: text for path, text in files.items() if path.endswith(".md")}


@pytest.mark.cases("render_excerpt")
def test_what_may_be_shown_of_a_sentence(case):
    source = make_source("s", f"Title\n{case['text']}")
    sentence = make_sentences(source)[-1]
    pieces = keep_pieces(source, sentence, [find(source, words) for words in case["keep"]])
    case.expect([source.text[piece.start : piece.end] for piece in pieces])


@given(st.data())
def test_kept_words_never_give_back_a_passage(data):
    words_held = data.draw(st.lists(st.sampled_from(["a", "bb", "ccc"]), min_size=1, max_size=40))
    source = make_source("s", "Title\n" + " ".join(words_held))
    sentence = make_sentences(source)[-1]
    bounds = st.tuples(
        st.integers(sentence.start, sentence.end - 1), st.integers(1, sentence.end - sentence.start)
    )
    keep = [
        replace(find(source, "Title"), start=start, end=min(start + length, sentence.end))
        for start, length in data.draw(st.lists(bounds, max_size=8))
    ]
    pieces = keep_pieces(source, sentence, keep)
    shown = [source.text[piece.start : piece.end].split() for piece in pieces]
    assert sum(map(len, shown)) <= MOST_WORDS
    assert all(first.end <= second.start for first, second in pairwise(pieces))


def test_with_full_text_never_no_file_holds_a_run_of_an_articles_prose():
    made = make_dossier()
    found = render_dossier(made, make_settings(FullText.NEVER))
    runs = set()
    for source in made.sources.values():
        body = source.text.partition("\n")[2]
        for prose in re.split(r"“[^”]*”", body):
            held = re.findall(r"[a-z0-9']+", prose.lower())
            runs |= {" ".join(held[i : i + 9]) for i in range(len(held) - 8)}
    assert len(runs) > 5
    for path, text in found.items():
        plain = " ".join(re.findall(r"[a-z0-9']+", re.sub(r"&#39;", "'", text.lower())))
        assert not [run for run in runs if run in plain], path
    assert "stay open for small boats" in found["sources/101.md"]
    whole = render_dossier(made, make_settings(FullText.LICENSED))["sources/101.md"]
    assert "about the crane on the eastern mole" not in found["sources/101.md"]
    assert "questions about the crane on the eastern mole" in whole


def test_retold_words_do_not_stand_in_quotation_marks():
    made = make_dossier()
    retold = replace(made.sources["102"], format=SourceFormat.RESTATED)
    made = replace(made, sources={**made.sources, "102": retold})
    found = render_dossier(made, make_settings(FullText.RESTATED))
    page = found["actors/ilse-brandt.md"]
    sentence = "<mark>Brandt</mark> called the outcome “a pause, not an end”"
    assert re.search(f'class="retold"[^>]*>{sentence}', page)
    assert "<p>“a pause, not an end”</p>" in page
    assert "“Mayor <mark>" not in page
    assert "crane on the eastern mole" not in found["sources/101.md"]
    assert "A ferry is to sail in May, the" in found["sources/102.md"]


def test_a_page_does_not_link_to_itself(pages):
    assert 'href="ilse-brandt.html"' not in pages["actors/ilse-brandt.md"]
    assert 'href="ev-talks.html"' not in pages["events/ev-talks.md"]


@pytest.mark.cases("render_names")
def test_names_are_linked(case):
    def link(page, shown):
        return Md(f"[{escape(shown)}]({page})")

    case.expect(str(link_names(case["text"], case["names"], link)))


def test_a_name_of_two_actors_is_not_linked():
    made = make_dossier()
    twin = replace(made.actors["port-council"], name="Ilse Brandt")
    book = open_book(replace(made, actors={**made.actors, twin.id: twin}), make_settings())
    assert "Ilse Brandt" not in book.names
    assert book.names["Dockers' Union"] == "actors/dockers-union.md"
    assert open_book(made, make_settings()).names["Ilse Brandt"] == "actors/ilse-brandt.md"


def test_every_category_that_pages_show_has_words():
    shown = {type(next(iter(table))) for _, table in words.VOCABULARIES}
    for name in dir(vocabulary):
        kind = getattr(vocabulary, name)
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind in shown:
            for member in kind:
                assert words.label(member)
                assert words.hint(member).endswith((".", "?"))
