"""The timeline of many events: drawn on a desk, listed on a phone and on paper, by keyboard too."""

import re
import shutil
from importlib.resources import files

import pytest

from axe import find_violations, transferred
from crowd import make_crowd, with_dates_of_every_kind
from dossier.render import render_dossier
from dossier.render.write import write_docs
from dossier.site import build_site
from harbour import make_settings

FRAME = files("dossier.project").joinpath("mkdocs.yml")
KINDS = ("timeline.html", "timeline/2012.html", "timeline/2012-q2.html", "timeline/undated.html")
"""Counts by month, counts by day, events one by one, events without a date."""


@pytest.fixture(scope="module")
def long_site(tmp_path_factory):
    project = tmp_path_factory.mktemp("long")
    with FRAME.open("rb") as frame, (project / "mkdocs.yml").open("wb") as copy:
        shutil.copyfileobj(frame, copy)
    dossier = with_dates_of_every_kind(make_crowd(5, 300, days=730))
    write_docs(project, render_dossier(dossier, make_settings()))
    return build_site(project, "A long timeline").folder


@pytest.fixture
def desk(browser, long_site):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{long_site.as_uri()}/timeline.html")
    yield page
    context.close()


def test_a_bar_leads_to_a_page_that_draws_and_lists_its_events(desk):
    bar = desk.locator("a.cell").filter(has_text="May 2012")
    number = int(re.search(r": (\d+) events", bar.locator("title").text_content())[1])
    bar.click()
    desk.wait_for_url(re.compile(r"timeline/2012-q2\.html#ev-"))
    assert desk.locator(":target").is_visible()
    listed = desk.locator("h2#m2012-05-2012-05 + ol > li, h2#m2012-05-2012-05 + p + ol > li")
    assert listed.count() == number
    desk.locator(".crumb a").last.click()
    desk.wait_for_url(re.compile(r"timeline/2012\.html"))


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("window", ["phone", "paper"])
def test_a_phone_and_paper_show_the_list_and_no_drawing(browser, long_site, path, window):
    context = browser.new_context(
        viewport={"width": 390 if window == "phone" else 800, "height": 800}
    )
    page = context.new_page()
    if window == "paper":
        page.emulate_media(media="print")
    page.goto(f"{long_site.as_uri()}/{path}")
    shown = [svg.is_visible() for svg in page.locator("svg.timeline-drawing").all()]
    assert not any(shown)
    assert page.locator("article ol > li").first.is_visible()
    if window == "phone":
        assert page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()


def test_the_keyboard_passes_the_drawing_or_opens_a_bar(desk):
    skip = desk.locator(".skip-drawing a").first
    skip.focus()
    assert skip.bounding_box()["height"] >= 14
    desk.keyboard.press("Enter")
    assert desk.evaluate("location.hash") == "#periods"
    bar = desk.locator("a.cell").first
    bar.focus()
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile(r"timeline/2011"))


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_no_rule_of_the_guidelines_is_broken(browser, long_site, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    broken = {}
    for path in KINDS:
        page.goto(f"{long_site.as_uri()}/{path}")
        for rule, nodes in find_violations(page).items():
            broken[path, rule] = nodes
    context.close()
    assert broken == {}


@pytest.mark.parametrize("path", KINDS[:3])
def test_labels_of_bars_lie_beside_each_other(desk, long_site, path):
    desk.goto(f"{long_site.as_uri()}/{path}")
    for drawing in desk.locator("svg.timeline-drawing").all():
        boxes = drawing.locator("a text, .gap-label").evaluate_all(
            "all => all.map(el => [el.textContent, el.getBBox()]"
            ".map((v, i) => i ? [v.x, v.y, v.x + v.width, v.y + v.height] : v))"
        )
        assert boxes
        for place, (label, box) in enumerate(boxes):
            assert box[0] >= 0, label
            assert box[2] <= 960, label
            for other, beside in boxes[place + 1 :]:
                apart = box[2] <= beside[0] or beside[2] <= box[0]
                # A line of type is a little higher than its letters.
                assert apart or box[3] <= beside[1] + 4 or beside[3] <= box[1] + 4, (label, other)


def test_no_page_of_the_timeline_is_heavy(long_site):
    pages = [long_site / "timeline.html", *(long_site / "timeline").glob("*.html")]
    assert len(pages) > 8
    assert [page.name for page in pages if transferred(page) > 60_000] == []
