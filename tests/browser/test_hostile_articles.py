"""Every hostile text, built into one site and opened in a browser: it is read, and does nothing.

``pytest tests/browser/test_hostile_articles.py -s`` prints what was tried and what came of it.
"""

import functools
import sys
import threading
from collections import Counter

import pytest

from dossier.pipeline import convert
from dossier.site import build_site, serve_site
from hostile_project import lay_out_hostile, load_hostile, readable

TEXTS = load_hostile()
FEWEST_TEXTS = 300

LEADS_ON = {"actors/old-name.html": "actors/ada-lund.html"}
"""Pages at old addresses lead to new ones without scripts, before anything else could."""

WATCH = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", event =>
    window.__violations.push(event.violatedDirective + " " + event.blockedURI));
"""
READ = """() => ({
    ran: window.__pwned !== undefined || document.querySelector("[data-pwned]") !== null,
    refused: window.__violations,
    text: (document.querySelector("article") ?? document.body).textContent,
})"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The site of all texts, and the page that must show each text by the text's name."""
    project = tmp_path_factory.mktemp("hostile") / "p"
    holders = lay_out_hostile(project)
    made = convert(project)
    pages = {source.path: f"sources/{key}.html" for key, source in made.dossier.sources.items()}
    site = build_site(project, made.settings.title).folder
    return site, {name: pages[path] for name, path in holders.items()}


def served(site):
    server = serve_site(site, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class Opened:
    """What came of opening pages: their texts, and whatever should not have happened."""

    def __init__(self, *, is_hosted=False):
        self.is_hosted = is_hosted
        self.pages = {}
        self.ran, self.dialogs, self.requests, self.errors = [], [], [], []

    def visit(self, browser, start, paths):
        context = browser.new_context()
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on("dialog", lambda dialog: (self.dialogs.append(page.url), dialog.dismiss()))
        page.on("popup", lambda other: self.ran.append(f"{page.url} opened {other.url}"))
        page.on("request", functools.partial(self._note, start))
        page.on("pageerror", lambda error: self.errors.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda m: (
                m.type in {"error", "warning"} and self.errors.append(f"{page.url}: {m.text}")
            ),
        )
        for path in paths:
            page.goto(start + path)
            if path in LEADS_ON:
                page.wait_for_url(start + LEADS_ON[path])
            found = page.evaluate(READ)
            assert page.url == start + LEADS_ON.get(path, path)
            self.pages[path] = " ".join(found["text"].split())
            self.errors += [f"{path}: {one}" for one in found["refused"]]
            if found["ran"]:
                self.ran.append(path)
        context.close()

    def _note(self, start, request):
        if not request.url.startswith((start, "data:", "blob:")):
            self.requests.append(request.url)


@pytest.fixture(scope="module", params=["hosted", "folder"])
def opened(request, browser, built):
    site, _ = built
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    found = Opened(is_hosted=request.param == "hosted")
    if request.param == "folder":
        paths.remove("404.html")  # only ever served
        found.visit(browser, site.as_uri() + "/", paths)
        return found
    server = served(site)
    found.visit(browser, f"http://127.0.0.1:{server.server_address[1]}/", paths)
    server.shutdown()
    server.server_close()
    return found


BROKEN = """<meta charset="utf-8"><body>
<article>Words</article><img src="https://canary.example/p.png">
<script>window.__pwned = 1; alert(1); throw new Error("broken")</script>"""


def test_whatever_should_not_happen_would_be_noticed(browser, tmp_path):
    (tmp_path / "broken.html").write_text(BROKEN)
    found = Opened()
    found.visit(browser, tmp_path.as_uri() + "/", ["broken.html"])
    assert found.pages == {"broken.html": "Words"}
    assert found.ran == ["broken.html"]
    assert found.requests == ["https://canary.example/p.png"]
    assert len(found.dialogs) == 1
    assert any("broken" in error for error in found.errors)


KINDS = {
    *("compare/actors/ada-lund.sigrid-falk", "compare/sources/000.001", "known/2023-04-03"),
    *("events/ev-met", "actors/ada-lund", "sources/000", "map", "brief", "timeline", "network"),
    *("quotations", "findings", "dates", "origins", "phrases", "framing", "matrix", "changes"),
}


def test_pages_of_every_kind_hold_such_texts(built):
    site, _ = built
    assert [kind for kind in sorted(KINDS) if not (site / f"{kind}.html").is_file()] == []


def test_no_two_texts_are_one():
    assert len(TEXTS) >= FEWEST_TEXTS
    assert [text for text, number in Counter(TEXTS.values()).items() if number > 1] == []


def test_nothing_a_text_says_is_done(opened, built, score):
    _, holders = built
    unread = [
        f"{name} on {holders[name]}: {line!r}"
        for name, text in TEXTS.items()
        for line in readable(text)
        if line not in opened.pages[holders[name]]
    ]
    # Both ways of opening count what went wrong; a text counts once.
    tried = len(TEXTS) if opened.is_hosted else 0
    score("hostile articles", tried=tried, violations=len(unread) + sum(
        map(len, (opened.ran, opened.dialogs, opened.requests, opened.errors))
    ))  # fmt: skip
    sys.stdout.write(
        f"\nhostile texts: {len(TEXTS)} tried on {len(opened.pages)} pages, {len(opened.ran)} ran, "
        f"{len(opened.dialogs)} dialogs, {len(opened.requests)} requests left, "
        f"{len(opened.errors)} errors, {len(unread)} lines not readable\n"
    )
    assert (opened.ran, opened.dialogs, opened.requests) == ([], [], [])
    assert opened.errors == []
    assert unread == []
