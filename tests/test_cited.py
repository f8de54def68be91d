"""Every claim and every line of a kind has an address of its own and a way to be cited."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest

from dossier.render import render_dossier
from harbour import make_dossier, make_settings

LISTS = {"reported", "standing", "tellings", "participants", "figures", "roles"}
"""Sections of which each line has its address."""

CLAIM = re.compile(r'<li id="(cl-[\w-]+)"[^>]*>(.*?)</details></li>', re.DOTALL)


@pytest.fixture(scope="module")
def pages():
    files = render_dossier(make_dossier(), make_settings())
    return {
        path: text for path, text in files.items() if re.match("(events|actors)/(?!index)", path)
    }


def sections(text):
    """Text of each section of a page, by its id."""
    parts = re.split(r"(?m)^## [^\n]*\{#([\w-]+)\}$", text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def lines_of(section):
    """The opening tag of each line: an item of a list of its own, or a row of a table."""
    flat = re.sub(r'<ul class="words">.*?</ul>', "", section, flags=re.DOTALL)
    rows = flat.partition("<tbody>")[2] or flat
    return re.findall(r"<(?:li|tr)\b[^>]*>", rows)


def test_each_line_has_an_address_and_a_page_has_none_twice(pages):
    seen = set()
    for path, text in pages.items():
        ids = re.findall(r'<\w[^<>]* id="([^"]+)"', text)
        assert len(ids) == len(set(ids)), path
        for name, section in sections(text).items():
            if name in LISTS:
                seen.add(name)
                lines = lines_of(section)
                assert lines, (path, name)
                assert [line for line in lines if " id=" not in line] == [], (path, name)
    assert seen == LISTS


def test_an_address_does_not_depend_on_what_stands_before_it(pages):
    dossier = make_dossier()
    event = next(e for e in dossier.events.values() if len(e.participants) > 1)
    page = f"events/{event.id}.md"
    held = re.findall(r'id="(part-\w+)"', pages[page])
    turned = replace(event, participants=event.participants[::-1])
    again = replace(dossier, events={**dossier.events, event.id: turned})
    found = re.findall(r'id="(part-\w+)"', render_dossier(again, make_settings())[page])
    assert found == held[::-1]
    assert len(held) > 1


def test_each_claim_is_cited_in_three_forms_at_its_own_address(pages):
    cited = 0
    for path, text in pages.items():
        address = f"https://example.org/quay/{path.removesuffix('.md')}.html"
        for key, line in re.findall(
            r'<li id="(cl-[\w-]+)"[^>]*>(.*?)</details></li>', text, re.DOTALL
        ):
            cited += 1
            plain = re.search(r'<p class="citation">(.*?)</p>', line, re.DOTALL)[1]
            bibtex, csl = map(unescape, re.findall(r"<code>(.*?)</code>", line, re.DOTALL))
            assert f"{address}#{key}" in unescape(plain)
            assert f"url = {{{address}#{key}}}" in bibtex
            assert json.loads(csl)[0]["URL"] == f"{address}#{key}"
    claims = sum(len(event.claims) for event in make_dossier().events.values())
    assert cited >= claims > 0


def test_an_actor_is_cited_in_three_forms_with_the_sources_that_name_it(pages):
    foot = sections(pages["actors/ilse-brandt.md"])["cite"]
    assert "From sources 101 and 102" in foot
    assert foot.count("<code>") == 2
