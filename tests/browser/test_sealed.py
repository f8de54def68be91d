"""A page of every kind, used as readers use it, while the browser keeps a log of its network.

The log is Chromium's own: it holds what workers and the browser itself ask for as well, and what
is only looked up or dialled.
"""

import json
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

OF_ONE_KIND = ("actors", "events", "sources", "known", "compare/actors", "compare/sources")
"""Folders whose pages are alike: of each, its list and two pages are opened."""

SENT = (
    "URL_REQUEST_START_JOB",
    "HOST_RESOLVER_MANAGER_REQUEST",
    "SOCKET_POOL_CONNECT_JOB_CREATED",
)
DIALLED = re.compile(r"(?:\w+/)*(\w+://[^ ]+) <(.*)>")
THE_BROWSERS = re.compile(r"null|https://google\.com")
"""In whose name the browser asks for its own updates and accounts, whatever page is open."""

OWN = {"127.0.0.1"}
CARD = "article table a[href*='actors/']"


def pages_of_every_kind(site):
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    chosen = [path for path in paths if not path.startswith(OF_ONE_KIND) and path != "404.html"]
    for folder in OF_ONE_KIND:
        inside = [path for path in paths if re.fullmatch(rf"{folder}/[^/]+", path)]
        chosen += [f"{folder}/index.html"] * (f"{folder}/index.html" in inside)
        chosen += [path for path in inside if not path.endswith("index.html")][:2]
    return chosen


def _asked(name, told):
    """The address that an event of the log asks for, looks up or dials, and for which site."""
    if name == "URL_REQUEST_START_JOB":
        for_site = told["network_isolation_key"]
        return told["url"], for_site if told["initiator"] == "not an origin" else "a page"
    if name == "HOST_RESOLVER_MANAGER_REQUEST":
        return told["host"], told["network_anonymization_key"]
    return DIALLED.fullmatch(told["group_id"]).groups()


def hosts_in(log):
    """Every host that a network log names for the sake of a page."""
    kept = json.loads(log.read_text("utf-8"))
    numbers = kept["constants"]["logEventTypes"]
    sent = {numbers[name]: name for name in SENT}
    ended = kept["constants"]["logEventPhase"]["PHASE_END"]
    told = [
        _asked(sent[event["type"]], event["params"])
        for event in kept["events"]
        if event["type"] in sent and event["phase"] != ended
    ]
    hosts = (
        urlsplit(address if "://" in address else f"//{address}").hostname
        for address, for_site in told
        if not THE_BROWSERS.match(for_site) and not address.startswith(("data:", "blob:", "file:"))
    )
    return set(hosts)


def search(page):
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill("meeting")
    page.locator(".md-search__input").press("Shift")
    found = page.locator(
        ".md-search-result__meta", has_text=re.compile("found among", re.IGNORECASE)
    )
    expect(found).to_have_count(1, timeout=15000)
    assert page.locator("a.md-search-result__link").count() > 1
    page.keyboard.press("Escape")


def preview(page):
    page.locator(CARD).first.focus()
    page.locator(".dossier-tip:visible .card-name").wait_for()
    page.keyboard.press("Escape")


def switch(page):
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("form[data-md-component=palette] label:not([hidden])").first.click()
    assert page.locator("body").get_attribute("data-md-color-scheme") != before


def use_network(page):
    drawing = page.locator("svg.network-drawing")
    before = drawing.get_attribute("viewBox")
    page.locator(".network-tools button").first.click()
    assert drawing.get_attribute("viewBox") != before


def go_to_country(page):
    page.locator("svg.map-drawing a").first.click()
    page.wait_for_url(re.compile("#country-"))


def follow_timeline(page):
    mark = page.locator("article svg a").first
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/events/"))


@pytest.fixture
def logged(launch, tmp_path):
    """A browser that keeps a log of its network, and where the log lies once it is closed."""
    log = tmp_path / "network.json"
    return launch(f"--log-net-log={log}"), log


@pytest.mark.parametrize("way", ["hosted", "folder"])
def test_no_page_in_use_asks_anybody_else(way, request, site, logged, score):
    browser, log = logged
    start = request.getfixturevalue("hosted") if way == "hosted" else site.as_uri() + "/"
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    errors = []
    page.on("console", lambda m: m.type in {"error", "warning"} and errors.append(m.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    paths = pages_of_every_kind(site)
    event = next(path for path in paths if path.startswith("events/ev-"))
    for path in paths:
        page.goto(start + path)
        assert page.locator("article h1").count() == 1, path
    for path, act in (
        ("index.html", search),
        (event, preview),
        ("network.html", use_network),
        ("timeline.html", follow_timeline),
        ("map.html", go_to_country),
        ("index.html", switch),
    ):
        page.goto(start + path)
        act(page)
    page.goto(start + "timeline.html")
    assert page.pdf().startswith(b"%PDF")
    browser.close()
    others = hosts_in(log) - (OWN if way == "hosted" else set())
    score("sealed", tried=len(paths), violations=len(others) + len(errors))
    assert errors == []
    assert others == set()


def test_the_log_would_show_a_request(logged, tmp_path):
    browser, log = logged
    (tmp_path / "page.html").write_text('<img src="http://canary.invalid/p.png">')
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    browser.close()
    assert hosts_in(log) == {"canary.invalid"}
