"""On paper, scripts off: every kind of page is whole, light, and says where its lines lead."""

import re

import pytest

from crowd import make_wordy
from dossier.pipeline import convert
from dossier.render import render_dossier
from dossier.render.write import write_docs
from dossier.scaffold import lay_out_project
from dossier.site import build_site
from harbour import make_settings

KINDS = [
    "index",
    "brief",
    "paper",
    "events/index",
    "events/ev-*",
    "actors/index",
    "actors/*",
    "sources/index",
    "sources/*",
    "compare/*/*",
    "timeline",
    "known/*",
    "network",
    "map",
    "matrix",
    "framing",
    "phrases",
    "origins",
    "findings",
    "quotations",
    "dates",
    "method",
    "data",
    "about/reading",
]
A4_TEXT = 688
"""Pixels between the margins of a sheet: 210 less twice 14 mm, at 96 to the inch."""

CUT_OFF = f"""() => [...document.querySelectorAll(
    "article table, article p, article li, article svg, article pre, article dd")]
  .filter(el => el.checkVisibility() && el.getBoundingClientRect().right > {A4_TEXT} + 2)
  .map(el => el.outerHTML.slice(0, 200))"""
FRAME = ".md-header, .md-tabs, .md-sidebar, .md-search, .md-footer, .md-top, .filters, .dossier-tip"


@pytest.fixture(scope="module")
def paper(browser):
    context = browser.new_context(
        viewport={"width": A4_TEXT, "height": 1000}, color_scheme="dark", java_script_enabled=False
    )
    opened = context.new_page()
    opened.emulate_media(media="print", color_scheme="dark")
    yield opened
    context.close()


def open_kind(page, site, kind):
    paths = sorted(p for p in site.glob(f"{kind}.html") if "*" not in kind or p.stem != "index")
    page.goto(paths[len(paths) // 2].as_uri())
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_prints_light_and_whole_without_what_only_screens_need(paper, site, kind):
    page = open_kind(paper, site, kind)
    assert page.evaluate(CUT_OFF) == []
    shown = "all => all.filter(el => el.checkVisibility()).map(el => el.className)"
    assert page.eval_on_selector_all(FRAME, shown) == []
    ink = page.locator("article").evaluate("el => getComputedStyle(el).color")
    assert max(map(int, re.findall(r"\d+", ink)[:3])) < 100, ink
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


OVERLAID = """
  [...document.querySelectorAll("p.basis")].filter(mark => {
    const own = mark.firstElementChild.getBoundingClientRect(), range = document.createRange();
    const before = mark.previousElementSibling;
    range.selectNodeContents(before);
    return [...range.getClientRects()].some(box => box.left < own.right && own.left < box.right
      && box.top < own.bottom && own.top < box.bottom);
  }).map(mark => mark.previousElementSibling.textContent.slice(0, 60))
"""


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("width", [390, 730, 794, 1280])
def test_how_a_part_is_known_stands_beside_its_first_words(browser, site, media, width):
    context = browser.new_context(viewport={"width": width, "height": 1000})
    page = context.new_page()
    page.emulate_media(media=media)
    overlaid = {}
    for kind in ("map", "network", "framing", "compare", "quotations", "index", "origins"):
        page.goto((site / f"{kind}.html").as_uri())
        overlaid[kind] = page.evaluate(OVERLAID)
    context.close()
    assert {kind: found for kind, found in overlaid.items() if found} == {}


def test_chips_are_references_to_a_list_of_sources_that_screens_do_not_show(paper, site):
    page = open_kind(paper, site, "index")
    listed = page.locator(".references li > b").all_inner_texts()
    numbers = page.eval_on_selector_all(
        "article a.chip-evidence[title]:not([aria-label])", "all => all.map(el => el.textContent)"
    )
    assert {number.partition(":")[0] for number in numbers} <= set(listed)
    assert page.locator(".references").is_visible()
    page.emulate_media(media="screen")
    hidden = page.locator(".references").is_hidden()
    page.emulate_media(media="print")
    assert hidden


def test_what_is_folded_away_is_printed(paper, site):
    page = open_kind(paper, site, "index")
    folded = page.locator("details.more:not(.cite):not([open]) > :not(summary)").first
    assert folded.evaluate("el => el.checkVisibility()")
    assert folded.bounding_box()["height"] > 0


def count_sheets(page):
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_the_brief_is_one_sheet(paper, site):
    assert count_sheets(open_kind(paper, site, "brief")) == 1
    assert count_sheets(open_kind(paper, site, "index")) > 1


@pytest.mark.parametrize("width", [4, 6, 10])
def test_the_brief_is_one_sheet_however_much_there_is(paper, tmp_path, width):
    lay_out_project(tmp_path)
    write_docs(tmp_path, render_dossier(make_wordy(width=width), make_settings()))
    built = build_site(tmp_path, "Harbour log").folder
    assert count_sheets(open_kind(paper, built, "brief")) == 1


def test_the_brief_of_nothing_is_one_sheet(paper, tmp_path):
    lay_out_project(tmp_path)
    settings = convert(tmp_path).settings
    built = build_site(tmp_path, settings.title).folder
    assert count_sheets(open_kind(paper, built, "brief")) == 1
