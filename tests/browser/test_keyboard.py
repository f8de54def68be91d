"""Every control of every kind of page by keyboard alone: reached, shown, and left again."""

from pathlib import Path

import pytest

from kinds import KINDS

WALK = (Path(__file__).parent / "walk.js").read_text("utf-8")
MOST = 700
"""Controls walked through on one page: further down, its lists go on alike."""


@pytest.fixture(params=KINDS)
def walked(request, browser, hosted):
    """A page, how many steps it takes, and for each step where the focus was and if it showed."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(hosted + request.param)
    page.wait_for_load_state("networkidle")
    page.add_script_tag(content=WALK)
    names = page.evaluate("walked.names")[:MOST]
    steps = []
    for _ in range(len(names) + 20):
        page.keyboard.press("Tab")
        steps.append(page.evaluate("walked.here()"))
    context.close()
    return names, [step for step in steps if step and step[0] < len(names)]


def test_every_control_is_reached_and_shows_it(walked):
    names, steps = walked
    assert len(names) > 1
    reached = {at for at, _ in steps}
    assert [name for at, name in enumerate(names) if at not in reached] == []
    assert [names[at] for at, shows in steps if not shows] == []
