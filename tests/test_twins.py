"""Every drawing has a table or list on its page that leads wherever the drawing leads."""

import re

import pytest

from conftest import ROOT
from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.render.opening import open_book
from dossier.render.records import claims_of

COUNTED = re.compile(
    r"\d+ docs? · (?:\d+ outlets?(?:, \d+ not stated)?|outlets? not stated) · \d+ origins?"
)
DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
DRAWN = {"actors", "compare", "index.md", "known", "map.md", "network.md", "timeline.md"}
"""Folders and pages of the first dossier that show a drawing."""


@pytest.fixture(scope="module")
def shipped():
    dossier, settings = assemble(ROOT)
    return open_book(dossier, settings), render_dossier(dossier, settings)


def ways_in(text):
    return set(re.findall(r'href="([^"]+)"', text))


def test_wherever_a_drawing_leads_words_beside_it_lead_too(shipped):
    _, files = shipped
    tried, drawn = 0, set()
    for path, page in files.items():
        if not path.endswith(".md") or "<svg" not in page:
            continue
        words = DRAWING.sub("", page)
        held = ways_in(words) | {f"#{name}" for name in re.findall(r'\bid="([^"]+)"', words)}
        for drawing in DRAWING.findall(page):
            for way in ways_in(drawing):
                assert way in held or way.partition("#")[0] in held, (path, way)
                tried += 1
            drawn.add(path.partition("/")[0])
    assert drawn == DRAWN
    assert tried > 300


def test_every_drawing_with_links_says_what_it_shows(shipped):
    _, files = shipped
    for path, page in files.items():
        for drawing in DRAWING.findall(page) if path.endswith(".md") else ():
            if ways_in(drawing):
                assert re.search(r"<title[^>]*>[^<]+</title>|aria-label=", drawing), path


def test_every_claim_on_a_page_prints_documents_outlets_and_origins(shipped):
    book, files = shipped
    pages = {path: page for path, page in files.items() if path.startswith(("events/", "actors/"))}
    for claim in claims_of(book):
        entries = [
            part.partition("</li>")[0]
            for page in pages.values()
            for part in page.split(f'id="{claim.id}"')[1:]
        ]
        assert entries, claim.id
        for entry in entries:
            assert COUNTED.search(entry), claim.id
    rows = files["matrix.md"].split("<tr>")
    counted = [row for row in rows if re.search(r'tally">\d+ / \d+ / \d+<', row)]
    events = {way for row in counted for way in re.findall(r"events/([\w-]+)\.html\"", row)}
    assert events == set(book.dossier.events)
