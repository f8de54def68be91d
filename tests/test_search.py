"""What is put before readers to search."""

import hashlib
import json
import re

import pytest

from conftest import ROOT
from dossier.dates import parse_edtf
from dossier.render import render_dossier
from dossier.render.search import KINDS, SEARCH, name_days
from dossier.settings import load_settings
from dossier.site.search import LIBRARY, MOST_WORDS, join_entries

VENDORED = LIBRARY.with_name("README.md")


@pytest.fixture(scope="module")
def pages(first):
    return render_dossier(first, load_settings(ROOT))


def test_every_page_and_every_quotation_can_be_found(first, pages):
    listed = {entry[1] for entry in json.loads(pages[SEARCH])["entries"]}
    own = {"index.md", "method.md", "data.md"}
    made = {path for path in pages if path.endswith(".md") and not path.startswith("about/")} - own
    assert {f"{path[:-3]}.html" for path in made} <= listed
    assert {f"quotations.html#{one.id}" for one in first.quotations} <= listed
    assert {f"findings.html#{one.id}" for one in first.findings} <= listed


def test_every_address_that_search_gives_exists(pages):
    for kind, address, title, *_ in json.loads(pages[SEARCH])["entries"]:
        page, _, fragment = address.partition("#")
        text = pages[page.replace(".html", ".md")]
        assert not fragment or f'id="{fragment}"' in text, address
        assert title.strip()
        assert 0 <= kind < len(KINDS)


def test_pages_that_are_listed_are_kept_out_of_the_themes_index(pages):
    for path, text in pages.items():
        if path.endswith(".md"):
            head = text.split("\n---\n")[0]
            whole = path.startswith("about/") or path in {"index.md", "method.md", "data.md"}
            assert ("search: {exclude: true}" in head) is not whole, path


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("2021-07-28", ["28 July 2021", "2021-07-28"]),
        ("2021-06/2021-08", ["June 2021", "July 2021", "August 2021"]),
        ("2020-12-30/2021-01-02", ["December 2020", "January 2021"]),
        ("2021", ["2021", "July 2021"]),
        ("1990/2021", ["1990", "2021"]),
    ],
)
def test_a_date_is_found_by_each_way_of_writing_it(edtf, wanted):
    told = name_days(parse_edtf(edtf))
    assert [words for words in wanted if words not in told] == []


def test_months_of_a_long_period_are_not_all_listed():
    assert "July 2001" not in name_days(parse_edtf("1990/2021"))


def test_pages_written_by_hand_are_joined(tmp_path):
    (tmp_path / "search").mkdir()
    theme = {
        "config": {"lang": ["en"]},
        "docs": [
            {"location": "notes.html", "title": "Our notes", "text": "<p>One &amp; two</p>"},
            {"location": "notes.html#more", "title": "More", "text": "word " * (MOST_WORDS + 50)},
        ],
    }
    (tmp_path / "search" / "search_index.json").write_text(json.dumps(theme))
    whole, section = join_entries(tmp_path)["docs"]["entries"]
    assert whole[1:4] == ["notes.html", "Our notes", "One & two"]
    assert section[2] == "Our notes: More"
    assert len((section[3] + section[4]).split()) == MOST_WORDS


def test_the_vendored_library_is_the_one_named():
    digest = hashlib.sha256(LIBRARY.read_bytes()).hexdigest()
    assert re.search(rf"`{LIBRARY.name}`.*\b{digest}\b", VENDORED.read_text("utf-8"))
    assert LIBRARY.with_name("minisearch.LICENSE.txt").is_file()
