"""What a reader does: from an actor to an event to the words, and by search."""

import re

import pytest

PAGES = [
    "index.html",
    "events/index.html",
    "actors/index.html",
    "sources/index.html",
    "timeline.html",
    "quotations.html",
    "dates.html",
    "findings.html",
    "method.html",
    "data.html",
]


def test_from_an_actor_to_an_event_to_its_evidence(reader):
    page = reader.open("actors/index.html")
    page.locator("article").get_by_role("link", name="Wang Yi", exact=True).first.click()
    page.wait_for_url(re.compile(r"actors/wang-yi\.html"))
    page.locator("article a[href*='events/ev-2021-07-28-tianjin-meeting']").first.click()
    page.wait_for_url(re.compile(r"events/ev-2021-07-28"))
    page.locator("article a.chip-evidence").first.click()
    page.wait_for_url(re.compile(r"sources/\d+\.html#l\d+"))
    sentence = page.locator(":target")
    assert sentence.count() == 1
    assert sentence.inner_text().strip()
    colour = "el => getComputedStyle(el).backgroundColor"
    assert sentence.evaluate(colour) != page.locator("article").evaluate(colour)


def test_search_finds_an_actor(reader):
    page = reader.open()
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("muttaqi", delay=20)
    result = page.locator(".md-search-result__link").first
    result.wait_for(timeout=15000)
    assert "muttaqi" in result.inner_text().lower()
    result.click()
    page.wait_for_url(re.compile(r"(actors|events)/"))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_its_window(reader, path, width):
    reader.page.set_viewport_size({"width": width, "height": 900})
    page = reader.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.title()
    assert page.locator("h1").count() == 1


def test_every_fact_is_there_with_scripts_off(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    assert page.locator("article h2").count() >= 3
    assert page.locator("article a.chip-evidence").count() > 0
    context.close()


def test_dark_mode_is_remembered(reader):
    page = reader.open()
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("form[data-md-component=palette] label:not([hidden])").first.click()
    page.reload()
    assert page.locator("body").get_attribute("data-md-color-scheme") != before
