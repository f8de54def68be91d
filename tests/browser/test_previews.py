"""Cards open on hover, focus and touch; a pointer may go onto them; Esc closes them."""

import pytest

from axe import find_violations

EVENT = "events/ev-2021-07-28-tianjin-meeting.html"


@pytest.fixture
def event(reader):
    return reader.open(EVENT)


def name_link(page):
    return page.locator("article table a[href*='actors/wang-yi']").first


def chip(page):
    return page.locator("article td a.chip-evidence").first


def test_a_pointer_opens_a_card_and_may_go_onto_it(event):
    link = name_link(event)
    link.hover()
    card = event.locator(".dossier-tip:visible .card-name")
    card.wait_for()
    assert card.inner_text() == "Wang Yi"
    assert link.get_attribute("aria-describedby") == "dossier-tip"
    card.hover()
    event.wait_for_timeout(500)
    assert event.locator(".dossier-tip").is_visible()
    event.mouse.move(2, 2)
    event.locator(".dossier-tip").wait_for(state="hidden")
    assert link.get_attribute("aria-describedby") is None


def test_the_focus_opens_a_card_and_escape_closes_it(event):
    name_link(event).focus()
    event.locator(".dossier-tip:visible .card-name").wait_for()
    event.keyboard.press("Escape")
    assert not event.locator(".dossier-tip").is_visible()
    assert name_link(event).evaluate("el => el === document.activeElement")


def test_a_chip_shows_its_sentence_beside_another(event):
    chip(event).focus()
    card = event.locator(".dossier-tip:visible")
    card.locator(".card-words").wait_for()
    assert card.locator(".card-beside").count() == 1
    assert "001:L7" in card.inner_text()


def test_a_card_of_an_event_says_when(reader):
    page = reader.open("timeline.html")
    page.locator("article li a:not(.chip)[href*='ev-2021-07-28-tianjin-meeting']").first.focus()
    page.locator(".dossier-tip:visible .card-name").wait_for()
    assert "28 July 2021" in page.locator(".dossier-tip").inner_text()


def test_a_first_touch_shows_a_card_and_a_second_follows(browser, site):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto((site / EVENT).as_uri())
    name_link(page).tap()
    page.locator(".dossier-tip:visible .card-name").wait_for()
    assert page.locator(".dossier-tip .card-hint").is_visible()
    assert page.url.endswith(EVENT)
    name_link(page).tap()
    page.wait_for_url("**/actors/wang-yi.html")
    context.close()


def test_only_what_is_rested_on_is_loaded(reader):
    page = reader.open()
    asked = []
    page.on("request", lambda request: "/cards/" in request.url and asked.append(request.url))
    page.locator("article table th a[href*='actors/']").first.focus()
    page.locator(".dossier-tip:visible .card-name").wait_for()
    assert len(asked) == 2
    assert asked[0].endswith("/index.js")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_an_open_card_breaks_no_rule_of_the_guidelines(browser, hosted, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(hosted + EVENT)
    for opened in (name_link(page), chip(page)):
        opened.focus()
        page.locator(".dossier-tip:visible").wait_for()
        page.wait_for_timeout(300)
        assert find_violations(page) == {}
        assert page.locator(".dossier-tip").is_visible()
        page.keyboard.press("Escape")
    context.close()
