"""Each event of a source lights up exactly its sentences, with scripts and without."""

import re

import pytest

SOURCES = ("000", "001", "004")


def sentences_by_event(path):
    """What the page says in its markup: the sentences that each event rests on."""
    told = {}
    for fragment, events in re.findall(
        r'<span[^>]*\bid="?([\w-]+)"?[^>]*\bdata-events="?([^">]*)', path.read_text("utf-8")
    ):
        for event in events.split():
            told.setdefault(event, set()).add(fragment)
    return told


def event_of(way):
    """The event that a link leads to, as the sentences name it."""
    name = re.search(r"events/([\w-]+)\.html", way)[1]
    return f"events/{name}.md"


@pytest.mark.parametrize("source_id", SOURCES)
def test_a_click_lights_up_exactly_an_events_sentences(browser, address, site, source_id):
    told = sentences_by_event(site / "sources" / f"{source_id}.html")
    assert told
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}sources/{source_id}.html")
    buttons = page.locator("button.xray")
    assert buttons.count() == len(told)
    for number in range(buttons.count()):
        button = buttons.nth(number)
        way = button.locator("xpath=preceding-sibling::a[1]").get_attribute("href")
        button.click()
        lit = page.eval_on_selector_all(".sentence.lit", "all => all.map(one => one.id)")
        assert set(lit) == told[event_of(way)]
    buttons.last.click()
    assert page.locator(".sentence.lit").count() == 0
    context.close()


@pytest.mark.parametrize("source_id", SOURCES)
def test_without_scripts_a_row_leads_to_exactly_an_events_sentences(
    browser, hosted, site, source_id
):
    told = sentences_by_event(site / "sources" / f"{source_id}.html")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{hosted}sources/{source_id}.html")
    seen = set()
    for row in page.locator("table.events tbody tr").all():
        way = row.locator('a[href*="events/"]:not(.chip)').first.get_attribute("href")
        event = event_of(way)
        chips = [one.get_attribute("href") for one in row.locator("a.chip-evidence").all()]
        assert event not in told or {one.partition("#")[2] for one in chips} == told[event]
        seen.add(event)
    assert seen >= set(told)
    page.locator("table.events a.chip-evidence").first.click()
    assert page.locator(".sentence:target").count() == 1
    context.close()
