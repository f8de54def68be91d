"""The list at the end of a printed page names what the page leads to, and nothing else."""

from dataclasses import replace

from dossier.render import references
from dossier.render.links import BRIEF, source_page
from dossier.render.opening import open_book
from dossier.render.references import References
from harbour import make_dossier, make_settings


def make_references():
    return References(open_book(make_dossier(), make_settings()))


def test_sources_are_found_with_the_lines_led_to_in_order():
    one, *_ = make_dossier().sources
    way = f"../sources/{one}.html"
    text = f'<a href="{way}#l9-s2"></a> <a href="{way}#l2"></a> <a href="{way}#l9"></a>'
    assert make_references().find_cited("events/any.md", text) == {one: (2, 9)}
    written = make_references().write("events/any.md", text)
    assert "Lines 2, 9." in written
    assert written.count("<li>") == 1


def test_a_page_that_leads_to_no_source_has_no_list():
    assert make_references().write("method.md", '<a href="data.html">Data</a>') == ""


def test_a_source_does_not_cite_itself():
    one, *_ = make_dossier().sources
    assert make_references().write(source_page(one), f'<a href="{one}.html#l1"></a>') == ""


def test_of_very_many_sources_only_the_number_is_given(monkeypatch):
    dossier = make_dossier()
    one, *_ = dossier.sources
    many = {f"{one}{n}": replace(dossier.sources[one], id=f"{one}{n}") for n in range(3)}
    book = open_book(make_dossier(), make_settings())
    book = replace(book, dossier=replace(book.dossier, sources=many))
    text = "".join(f'<a href="sources/{key}.html"></a>' for key in many)
    assert References(book).write("matrix.md", text).count("<li>") == 3
    monkeypatch.setattr(references, "MOST_LISTED", 2)
    written = References(book).write("matrix.md", text)
    assert "3 sources" in written
    assert "<li>" not in written


def test_at_the_foot_of_the_brief_are_the_sources_led_to_most_and_a_count_of_the_rest(monkeypatch):
    one, two, *_ = make_dossier().sources
    text = f'<a href="sources/{one}.html#l1"> <a href="sources/{two}.html#l1"> ' + (
        f'<a href="sources/{two}.html#l3">'
    )
    whole = make_references().write(BRIEF, text)
    assert whole.count("<li>") == 2
    monkeypatch.setattr(references, "ROOM_ON_A_SHEET", 200)
    cut = make_references().write(BRIEF, text)
    assert f"<b>{two}</b>" in cut
    assert f"<b>{one}</b>" not in cut
    assert "1 more source, by number in the list of sources." in cut
