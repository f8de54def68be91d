"""A real browser on the built site of the first dossier, hosted and from a folder."""

import os
import shutil
import threading

import pytest
from playwright.sync_api import sync_playwright

from dossier.site import serve_site

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_browser():
    named = os.environ.get("DOSSIER_CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def launch():
    """Starts a browser with further flags; whoever starts one closes it."""
    path = find_browser()
    if path is None:
        pytest.fail("no Chromium: run 'make setup-dev', or set DOSSIER_CHROMIUM")
    with sync_playwright() as playwright:
        yield lambda *flags: playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def browser(launch):
    opened = launch()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def hosted(site):
    server = serve_site(site, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["hosted", "folder"])
def address(request, site):
    """Where the site begins: on a server, and in a folder."""
    if request.param == "hosted":
        return request.getfixturevalue("hosted")
    return site.as_uri() + "/"


class Reader:
    """A page that remembers what went wrong and what was asked of the network."""

    def __init__(self, context, address):
        self.page = context.new_page()
        self.address = address
        self.errors = []
        self.outside = []
        self.page.on("console", lambda m: m.type == "error" and self.errors.append(m.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._note)

    def _note(self, request):
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.outside.append(request.url)

    def open(self, path=""):
        self.page.goto(self.address + (path or "index.html"))
        return self.page


@pytest.fixture
def reader(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = Reader(context, address)
    yield opened
    context.close()
    assert opened.errors == []
    assert opened.outside == []
