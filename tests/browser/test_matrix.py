"""A grid of many rows and columns, scrolled, on a desk and on a phone."""

import pytest

from crowd import make_archive
from dossier.render import render_dossier
from dossier.render.write import write_docs
from dossier.scaffold import lay_out_project
from dossier.site import build_site
from harbour import make_settings

PLACES = """frame => {
  const at = element => element.getBoundingClientRect();
  const box = at(frame), heads = [...frame.querySelectorAll("thead th")];
  const seen = heads.filter(head => at(head).left >= box.left && at(head).right <= box.right + 1);
  const low = at(heads[0]).bottom;
  const rows = [...frame.querySelectorAll("tbody th")].filter(row => at(row).top > low);
  const under = document.elementFromPoint(at(heads[0]).left + 9, at(heads[0]).top + 9);
  return {
    heads: seen.map(head => at(head).top - box.top),
    corner: [at(heads[0]).left - box.left, at(heads[0]).top - box.top],
    row: at(rows[0]).left - box.left,
    covered: heads[0].contains(under),
    room: [frame.scrollWidth - frame.clientWidth, frame.scrollHeight - frame.clientHeight],
  };
}"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """A site of forty sources and eighty events."""
    project = tmp_path_factory.mktemp("archive")
    lay_out_project(project)
    write_docs(project, render_dossier(make_archive(40, 80), make_settings()))
    return build_site(project, "Harbour log").folder


@pytest.mark.parametrize("width", [390, 1280])
def test_head_and_first_column_stay_when_a_grid_is_scrolled(browser, archive, width):
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(f"{archive.as_uri()}/matrix.html")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for frame in page.locator(".grid-frame").all():
        frame.evaluate("f => scrollTo(0, f.getBoundingClientRect().top + scrollY - 60)")
        frame.evaluate("f => f.scrollTo(300, 1200)")
        held = frame.evaluate(PLACES)
        assert min(held["room"]) > 300
        assert held["heads"]
        assert all(abs(top) <= 1 for top in held["heads"])
        assert all(abs(place) <= 1 for place in held["corner"])
        assert abs(held["row"]) <= 1
        assert held["covered"]
    context.close()


def test_on_a_phone_no_word_of_a_name_is_broken(browser, hosted):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{hosted}matrix.html")
    broken = page.eval_on_selector_all(
        "table.naming a.name",
        """all => all.flatMap(link => {
          const text = link.firstChild, range = document.createRange();
          return [...text.data.matchAll(/[^ -]+/g)].filter(word => {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            return new Set([...range.getClientRects()].map(box => box.top)).size > 1;
          }).map(word => word[0]);
        })""",
    )
    context.close()
    assert broken == []


def test_a_letter_shows_its_sentence_and_opens_it(browser, archive):
    context = browser.new_context(viewport={"width": 1280, "height": 844})
    page = context.new_page()
    page.goto(f"{archive.as_uri()}/matrix.html")
    letter = page.locator("a.code").nth(5)
    way = letter.get_attribute("href")
    letter.hover()
    page.wait_for_function(
        "() => /came in|Ship number/.test(document.querySelector('.dossier-tip')?.innerText || '')"
    )
    letter.click()
    page.wait_for_url(f"**/{way}")
    assert "number" in page.locator(":target").inner_text()
    context.close()


def test_on_paper_a_wide_grid_keeps_all_it_tells(browser, archive):
    context = browser.new_context(viewport={"width": 720, "height": 1000})
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(f"{archive.as_uri()}/matrix.html")
    outside = page.eval_on_selector_all(
        "table.wide :is(a, .tally)",
        "all => all.filter(a => a.getBoundingClientRect().right > innerWidth + 1).length",
    )
    assert outside == 0
    assert page.locator("a.code").first.is_visible()
    said = "a => getComputedStyle(a, '::after').content"
    assert "asserts" in page.locator("a.code-asserts").first.evaluate(said)
    context.close()
