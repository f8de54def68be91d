"""The PDF: outline, links, title, tags, one sheet for the brief, and the same bytes each time."""

import os
import subprocess
import sys

import pytest
from pypdf import PdfReader

from conftest import ROOT
from crowd import make_wordy
from dossier.cli import main
from dossier.errors import DossierError
from dossier.render.printed import render_printed
from dossier.site import pdf
from harbour import make_dossier, make_settings

AGAIN = """
import hashlib, sys
from pathlib import Path
from dossier.render.printed import render_printed
from dossier.site.pdf import write_pdf
from harbour import make_dossier, make_settings
for path in write_pdf(Path(sys.argv[1]), render_printed(make_dossier(), make_settings())):
    print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The small dossier's two files, opened."""
    folder = tmp_path_factory.mktemp("pdf")
    paths = pdf.write_pdf(folder, render_printed(make_dossier(), make_settings()))
    assert [path.name for path in paths] == ["brief.pdf", "dossier.pdf"]
    return {path.stem: PdfReader(path) for path in paths}


def titles(outline):
    """All titles of an outline, those of its parts after each."""
    for entry in outline:
        if isinstance(entry, list):
            yield from titles(entry)
        else:
            yield entry.title


def links(reader):
    """Every link: the address outside, or None for a place within."""
    for page in reader.pages:
        for held in page.get("/Annots", ()):
            link = held.get_object()
            if link["/Subtype"] == "/Link":
                yield link.get("/A", {}).get("/URI"), link.get("/Dest")


def parts(element):
    """Every element of a tree of tags, its parts after it."""
    held = element.get_object()
    if isinstance(held, list):
        for part in held:
            yield from parts(part)
    elif isinstance(held, dict) and "/S" in held:
        yield held
        yield from parts(held.get("/K", []))


def kinds_within(element):
    held = element.get("/K", []).get_object()
    held = held if isinstance(held, list) else [held]
    found = (part.get_object() for part in held if not isinstance(part, int))
    return {part["/S"] for part in found if "/S" in part}


def test_lists_hold_items_alone_and_links_are_printed(made):
    for reader in made.values():
        tree = list(parts(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]))
        lists = [kinds_within(part) for part in tree if part["/S"] == "/L"]
        assert lists
        assert set().union(*lists) <= {"/LI", "/L", "/Caption"}
        flags = {
            held.get_object().get("/F") for page in reader.pages for held in page.get("/Annots", ())
        }
        assert flags <= {4}
    assert flags == {4}


def test_the_brief_is_one_sheet_also_of_a_wordy_dossier(tmp_path, made):
    assert len(made["brief"].pages) == 1
    for width in (4, 10):
        documents = render_printed(make_wordy(width=width), make_settings())
        (path,) = pdf.write_pdf(tmp_path, {"brief": documents["brief"]})
        assert len(PdfReader(path).pages) == 1


def test_the_outline_names_every_section_event_and_actor(made):
    found = list(titles(made["dossier"].outline))
    dossier = make_dossier()
    assert {"Contents", "Actors", "Findings", "Sources", "Notes"} <= set(found)
    assert {event.title for event in dossier.events.values()} <= set(found)
    assert {actor.name for actor in dossier.actors.values() if not actor.voice} <= set(found)


def test_links_lead_to_places_that_are_there_or_to_the_published_site(made):
    reader = made["dossier"]
    places = set(reader.named_destinations)
    held = list(links(reader))
    within = [place for _, place in held if place is not None]
    assert len(within) > 50
    assert {str(place) for place in within} <= places
    assert any(str(place).startswith("note-") for place in within)
    away = {address for address, _ in held if address}
    assert "https://example.org/quay/sources/101.html#l3-s1" in away
    assert all(address.startswith("https://example.org/quay/") for address in away)


def test_title_and_language_are_those_of_the_dossier_and_text_is_tagged(made):
    assert made["dossier"].metadata.title == make_settings().title
    root = made["dossier"].trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root


def test_bytes_are_the_same_each_time(tmp_path):
    answers = set()
    for seed in ("1", "2"):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": os.pathsep.join([str(ROOT / "scripts"), str(ROOT / "tests")]),
        }
        words = [sys.executable, "-c", AGAIN, str(tmp_path / seed)]
        run = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
        answers.add(run.stdout)
    assert len(answers) == 1


def test_nothing_outside_a_document_is_asked_for(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(pdf, "_refuse", lambda url, **_: asked.append(url) or {"string": ""})
    pdf.write_pdf(tmp_path, render_printed(make_dossier(), make_settings()))
    assert asked == []


@pytest.mark.parametrize(
    ("error", "told"),
    [(ImportError("weasyprint"), "make setup-pdf"), (OSError("pango"), "libpango-1.0-0")],
)
def test_a_missing_renderer_is_named_with_the_way_to_get_it(tmp_path, monkeypatch, error, told):
    def refuse(_):
        raise error

    monkeypatch.setattr(pdf.importlib, "import_module", refuse)
    with pytest.raises(DossierError, match=told):
        pdf.write_pdf(tmp_path, {"brief": ""})


def test_the_command_writes_both_files(first_project, tmp_path, capsys):
    assert main(["pdf", str(tmp_path / "out"), "--project", str(first_project)]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "brief.pdf",
        "dossier.pdf",
    ]
    assert "dossier.pdf" in capsys.readouterr().out
