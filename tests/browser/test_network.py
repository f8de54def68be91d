"""The network by pointer and keyboard, with scripts and without: shown is what was asked for."""

import re

import pytest

MET = "only-meeting"


@pytest.fixture
def network(reader):
    return reader.open("network.html")


def ties(page):
    """Ties of the drawing that can be seen, and the rows of the table."""
    drawn = page.locator("svg.network-drawing a.tie")
    rows = page.locator("tr.tie-row[id]")
    return tuple(
        sum(one.evaluate("el => getComputedStyle(el).display !== 'none'") for one in found.all())
        for found in (drawn, rows)
    )


def press(page, words):
    page.get_by_role("toolbar", name="Network").get_by_role("button", name=words).click()


def test_zoom_goes_in_and_back_out(network):
    svg = network.locator("svg.network-drawing")
    whole = svg.get_attribute("viewBox")
    press(network, "Zoom in")
    width = float(svg.get_attribute("viewBox").split()[2])
    assert width < float(whole.split()[2])
    press(network, "Zoom out")
    assert float(svg.get_attribute("viewBox").split()[2]) == float(whole.split()[2])


def test_the_focus_lights_up_an_actor_and_those_tied_to_it(network):
    actor = network.locator("svg.network-drawing a[data-actor]").first
    key = actor.get_attribute("data-actor")
    actor.focus()
    near = network.locator("svg.lit a.tie.near")
    assert near.count() > 0
    ends = [one.get_attribute("data-tie").split(" ") for one in near.all()]
    assert all(key in pair for pair in ends)
    lit = network.locator("svg.lit [data-actor].near")
    assert {one.get_attribute("data-actor") for one in lit.all()} == {e for p in ends for e in p}
    actor.blur()
    assert network.locator("svg.lit").count() == 0


def test_an_actor_is_hidden_with_its_ties_by_keyboard_and_comes_back(network):
    before = ties(network)
    actor = network.locator("svg.network-drawing a[data-actor]").first
    key = actor.get_attribute("data-actor")
    actor.focus()
    hide = network.get_by_role("button", name=re.compile("^Hide "))
    hide.focus()
    assert hide.is_enabled()
    network.keyboard.press("Enter")
    assert not network.locator(f"svg.network-drawing a[data-actor='{key}']").is_visible()
    drawn, listed = ties(network)
    own = network.locator("svg.network-drawing a.tie.out")
    assert own.count() == before[0] - drawn > 0
    assert all(key in one.get_attribute("data-tie").split(" ") for one in own.all())
    # The table is the authority: hiding a mark takes no row away.
    assert listed == before[1]
    press(network, "Show all")
    assert ties(network) == before


def test_every_control_is_reached_by_keyboard(network):
    wanted = network.locator(".filters a, .network-tools button:enabled").count()
    network.locator(".filters a").first.focus()
    reached = set()
    for _ in range(wanted + 3):
        words = network.evaluate(
            "() => document.activeElement.matches('.filters a, .network-tools button')"
            " ? document.activeElement.textContent : ''"
        )
        reached |= {words} - {""}
        network.keyboard.press("Tab")
    assert len(reached) == wanted


def test_filters_narrow_drawing_and_table_alike(network):
    before = ties(network)
    way = network.locator(f".filters a[data-filter='{MET}']")
    way.click()
    drawn, listed = ties(network)
    assert 0 < drawn < before[0]
    assert drawn == listed
    assert way.get_attribute("aria-current") == "true"
    network.locator(".filters a[data-filter='all-ties']").click()
    assert ties(network) == before


def test_filters_are_links_where_scripts_are_off(browser, address, network):
    network.locator(f".filters a[data-filter='{MET}']").click()
    with_scripts = ties(network)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}network.html")
    assert page.locator(".network-tools").count() == 0
    every = ties(page)
    page.locator(f".filters a[href$='#{MET}']").click()
    assert page.url.endswith(f"#{MET}")
    assert ties(page) == with_scripts
    page.locator(".filters a").first.click()
    assert ties(page) == every
    context.close()


def test_a_tie_leads_to_its_row_and_an_actor_to_its_page(network):
    tie = network.locator("svg.network-drawing a.tie").first
    row = tie.get_attribute("href")
    tie.focus()
    network.keyboard.press("Enter")
    assert network.locator(f"tr{row}").evaluate("el => el.matches(':target')")
    actor = network.locator("svg.network-drawing a[data-actor]").first
    key = actor.get_attribute("data-actor")
    actor.focus()
    network.keyboard.press("Enter")
    network.wait_for_url(re.compile(rf"actors/{key}\.html"))
