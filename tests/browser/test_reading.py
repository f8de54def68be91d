"""What a reader does: from an actor to an event to the words, and by search."""

import re

import pytest

PAGES = [
    "index.html",
    "events/index.html",
    "events/ev-2021-07-28-tianjin-meeting.html",
    "actors/index.html",
    "actors/taliban.html",
    "sources/index.html",
    "sources/000.html",
    "timeline.html",
    "network.html",
    "map.html",
    "quotations.html",
    "dates.html",
    "findings.html",
    "method.html",
    "data.html",
    "about/edits.html",
]
"""A page of every kind."""


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


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_its_window(reader, width):
    reader.page.set_viewport_size({"width": width, "height": 900})
    wider = {}
    for path in PAGES:
        page = reader.open(path)
        if (shown := page.evaluate("document.documentElement.scrollWidth")) > width:
            wider[path] = shown
        assert page.title(), path
        assert page.locator("h1").count() == 1, path
    assert wider == {}


def test_a_keyboard_reaches_the_evidence(reader):
    page = reader.open("events/ev-2021-07-28-tianjin-meeting.html")
    chip = page.locator("article a.chip-evidence").first
    chip.focus()
    assert chip.evaluate("el => el === document.activeElement")
    outline = chip.evaluate("el => getComputedStyle(el).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"sources/\d+\.html#l\d+"))


def test_paper_carries_what_the_screen_shows(reader):
    page = reader.open("quotations.html")

    def lines():  # without the signs that link to headings, which paper has no use for
        text = page.locator("article").inner_text()
        return [line.rstrip("¶ ") for line in text.splitlines() if line.strip("¶ ")]

    shown = lines()
    page.emulate_media(media="print")
    assert len(shown) > 100
    assert set(shown) - set(lines()) == set()


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


@pytest.mark.parametrize("path", ["index.html", "about/reading.html"])
def test_without_scripts_the_search_leads_to_the_lists(browser, site, path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{path}")
    page.locator(".md-search__input").fill("July")
    page.locator(".md-search__input").press("Enter")
    page.wait_for_url(re.compile(r"search\.html"))
    assert page.locator("article a[href='quotations.html']").count() == 1
    context.close()
