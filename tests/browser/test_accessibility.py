"""Every kind of page for every kind of reader: by rule, by keyboard, on paper, by weight."""

import re

import pytest

from axe import find_violations, transferred
from kinds import KINDS

WINDOWS = {
    "phone-light": (390, "light"),
    "phone-dark": (390, "dark"),
    "desk-light": (1280, "light"),
    "desk-dark": (1280, "dark"),
}
SHARED = re.compile(r"\.(?:css|js|svg|png|ico|woff2?)$")


def kind_of(path):
    """What a page is like: one written by hand like none, one in a folder like its neighbours."""
    folder, _, name = path.rpartition("/")
    return path if folder in ("", "about") else (folder, name == "index.html")


def test_every_kind_of_page_is_looked_at(site):
    built = {kind_of(path.relative_to(site).as_posix()) for path in site.rglob("*.html")}
    assert {kind_of(path) for path in KINDS} == built


@pytest.fixture
def page(browser, hosted):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.goto(f"{hosted}index.html")
    yield opened
    context.close()


@pytest.mark.parametrize("window", WINDOWS)
def test_no_rule_of_the_guidelines_is_broken(browser, hosted, window, score):
    width, scheme = WINDOWS[window]
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True
    )
    opened = context.new_page()
    broken = {}
    for path in KINDS:
        opened.goto(hosted + path)
        for rule, nodes in find_violations(opened).items():
            broken[path, rule] = nodes
    context.close()
    score("axe", tried=len(KINDS), violations=len(broken))
    assert broken == {}


def test_a_first_screen_answers_who_when_where_and_says_who(page):
    shown = "el => el.getBoundingClientRect().bottom"
    for part in ("h1", ".counts", ".glance", "h2#bottom-line + p + ul > li:last-child"):
        assert page.locator(f"article {part}").first.evaluate(shown) <= 800, part


def test_the_way_by_keyboard_skips_to_the_text_and_shows_where_it_is(page):
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert "skip" in (skip.get_attribute("class") or "")
    skip.press("Enter")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        css = focused.get_attribute("class") or ""
        seen.append(css)
        if "chip-evidence" in css:
            break
    assert "chip-evidence" in seen[-1]
    style = "el => [getComputedStyle(el).outlineStyle, getComputedStyle(el).outlineWidth]"
    assert focused.evaluate(style) == ["solid", "2px"]


def test_a_chip_shows_the_words_and_escape_closes_them(page):
    chip = page.locator("article a.chip-evidence").first
    title = chip.get_attribute("title")
    tip = page.locator(".dossier-tip")
    for rest in (chip.hover, chip.focus):
        rest()
        assert title.partition(": ")[2].strip("“”")[:80] in tip.inner_text()
        assert chip.get_attribute("aria-describedby") == "dossier-tip"
        page.keyboard.press("Escape")
        assert not tip.is_visible()
        assert chip.get_attribute("title") == title
        page.mouse.move(1, 1)


def test_a_first_touch_shows_the_words_and_a_second_opens_them(browser, hosted):
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    )
    opened = context.new_page()
    opened.goto(f"{hosted}index.html")
    chip = opened.locator("article a.chip-evidence").first
    chip.tap()
    assert opened.locator(".dossier-tip").is_visible()
    assert opened.url.endswith("index.html")
    chip.tap()
    opened.wait_for_url(re.compile(r"sources/\w+\.html#l\d+"))
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sentence_led_to_stands_out(browser, hosted, scheme):
    context = browser.new_context(color_scheme=scheme)
    opened = context.new_page()
    opened.goto(f"{hosted}sources/000.html#l24-s2")
    background = "el => getComputedStyle(el).backgroundColor"
    colours = [opened.locator(place).evaluate(background) for place in (":target", "body")]
    context.close()
    marked, paper = (luminance(colour) for colour in colours)
    assert (max(marked, paper) + 0.05) / (min(marked, paper) + 0.05) > 1.15


def luminance(colour):
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_labels_of_the_timeline_lie_beside_each_other(page, hosted):
    page.goto(f"{hosted}timeline.html")
    boxes = page.eval_on_selector_all(
        ".viz a text, .viz .lane-label",
        "all => all.map(el => [el.textContent, el.getBBox()]"
        ".map((v, i) => i ? [v.x, v.y, v.x + v.width, v.y + v.height] : v))",
    )
    assert len(boxes) > 30
    for place, (label, box) in enumerate(boxes):
        assert box[0] >= 0, label
        assert box[2] <= 960, label
        for other, beside in boxes[place + 1 :]:
            apart = box[2] <= beside[0] or beside[2] <= box[0]
            # A line of type is a little higher than its letters.
            assert apart or box[3] <= beside[1] + 4 or beside[3] <= box[1] + 4, (label, other)


def test_a_page_can_be_carried_by_a_slow_line(browser, hosted, site):
    context = browser.new_context()
    opened = context.new_page()
    fetched = []
    opened.on("response", lambda response: fetched.append(response.url.removeprefix(hosted)))
    opened.goto(f"{hosted}index.html", wait_until="networkidle")
    context.close()
    assert fetched
    paths = [site / path.partition("?")[0] for path in fetched]
    assert sum(transferred(path) for path in paths if path.parent.name != "search") < 300_000
    pages = {path.name: transferred(path) for path in site.rglob("*.html")}
    assert {name: size for name, size in pages.items() if size > 60_000} == {}


@pytest.mark.parametrize(
    ("path", "listed"), [("quotations.html", ".speakers a"), ("map.html", ".told-here li")]
)
def test_links_that_stand_close_are_large_enough_to_touch(browser, hosted, path, listed):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    opened = context.new_page()
    opened.goto(hosted + path)
    sizes = opened.eval_on_selector_all(
        listed, "all => all.map(one => [one.offsetWidth, one.offsetHeight])"
    )
    context.close()
    assert len(sizes) > 10
    assert min(min(size) for size in sizes) >= 24
