"""The built site keeps its promises on every page: links lead somewhere, nothing is fetched.

Read as a browser reads it: the HTML that lies in ``site/``, not the Markdown it came from.
"""

import base64
import csv
import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
import yaml

from dossier.pipeline import find_stale_pages

ROOT = Path(__file__).parents[1]
LINKS = ("href", "src", "srcset", "data", "action", "poster", "{http://www.w3.org/1999/xlink}href")
FETCHED = {"script", "img", "image", "iframe", "object", "embed", "source", "video", "audio", "use"}
NOT_FETCHED = {"canonical", "alternate", "prev", "next", "author", "license"}


@pytest.fixture(scope="module")
def pages(site):
    """Every page of the site as a tree, by its path."""
    return {
        path.relative_to(site).as_posix(): lxml.html.parse(str(path)).getroot()
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def places(pages):
    """The elements of every page that have an id, in order: ``(id, element)``."""
    return {
        name: [(element.get("id"), element) for element in tree.xpath("//*[@id]")]
        for name, tree in pages.items()
    }


def references(tree):
    """Every address on a page: ``(element, attribute, address)``."""
    for element in tree.iter(lxml.etree.Element):
        for attribute in LINKS:
            value = element.get(attribute)
            if value is not None:
                yield element, attribute, value


def is_outside(address):
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme in {"http", "https"}


def resolve(page, address):
    """The file and the fragment that an address on a page leads to."""
    parts = urlsplit(address)
    if not parts.path:
        return page, unquote(parts.fragment)
    names = [*Path(page).parent.parts]
    for name in unquote(parts.path).split("/"):
        if name == "..":
            assert names, f"{page}: {address} leads out of the site"
            names.pop()
        elif name not in ("", "."):
            names.append(name)
    target = "/".join(names) or "index.html"
    return (target + "/index.html" if parts.path.endswith("/") else target), unquote(parts.fragment)


def test_every_page_that_was_written_was_built(site, pages):
    docs = site.parent / "docs"
    written = {
        path.relative_to(docs).with_suffix(".html").as_posix() for path in docs.rglob("*.md")
    }
    assert len(written) > 90
    assert written == set(pages) - {"404.html"}


def test_every_link_leads_somewhere(site, pages, places, score):
    known = {name: dict(found) for name, found in places.items()}
    dead, checked = [], 0
    for page, tree in pages.items():
        if page == "404.html":  # served for any address, so its own links are the server's
            continue
        for _, _, address in references(tree):
            if is_outside(address) or urlsplit(address).scheme:
                continue
            target, fragment = resolve(page, address)
            checked += 1
            if not (site / target).is_file():
                dead.append(f"{page}: {address}")
            elif fragment and target in known and fragment not in known[target]:
                dead.append(f"{page}: {address} (no such place)")
    score("links", tried=checked, violations=len(dead))
    assert checked > 5000
    assert dead == []


def test_every_entry_of_the_navigation_leads_to_its_page(pages):
    """Of the sections too: a page named index must not vanish into its section's heading."""
    frame = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    sections = [entry for line in frame["nav"] for entry in line.values()]
    listed = [line for line in frame["nav"] if isinstance(next(iter(line.values())), str)]
    listed += [line for held in sections if isinstance(held, list) for line in held]
    named = {key: way for line in listed if isinstance(line, dict) for key, way in line.items()}
    assert len(named) > 25
    for page in ("index.html", "events/index.html"):
        ways = pages[page].xpath("//nav[contains(@class, 'md-nav--primary')]//a[@href]")
        leads = {
            (" ".join("".join(way.itertext()).split()), resolve(page, way.get("href"))[0])
            for way in ways
        }
        missing = {
            title: way
            for title, way in named.items()
            if (title, way.replace(".md", ".html")) not in leads
        }
        assert missing == {}, page


def test_every_evidence_chip_names_a_sentence(pages, places):
    known = {name: dict(found) for name, found in places.items()}
    for page, tree in pages.items():
        for chip in tree.xpath("//a[contains(concat(' ', @class, ' '), ' chip-evidence ')]"):
            target, fragment = resolve(page, chip.get("href"))
            assert target.startswith("sources/"), page
            assert "".join(known[target][fragment].itertext()).strip(), (page, fragment)


@pytest.mark.parametrize("folder", ["events", "actors"])
def test_no_page_without_evidence(pages, folder):
    shown = [name for name in pages if re.fullmatch(rf"{folder}/(?!index\.).*\.html", name)]
    assert len(shown) > 30
    for name in shown:
        article = pages[name].xpath("//article")[0]
        leads = [resolve(name, one)[0] for one in article.xpath(".//a/@href") if "sources/" in one]
        assert any(target.startswith("sources/") for target in leads), name


def test_every_page_says_what_it_is(pages):
    titles = {}
    for name, tree in pages.items():
        assert tree.get("lang") == "en", name
        title = tree.findtext("head/title").strip()
        assert title, name
        titles.setdefault(title, []).append(name)
        assert len(tree.xpath("//h1")) == 1, name
        if name != "404.html":
            assert tree.xpath("string(//meta[@name='description']/@content)").strip(), name
    assert [names for names in titles.values() if len(names) > 1] == []


def test_no_id_stands_twice(places):
    counts = {name: Counter(key for key, _ in found) for name, found in places.items()}
    twice = {name: [key for key, n in count.items() if n > 1] for name, count in counts.items()}
    assert {name: found for name, found in twice.items() if found} == {}


def test_headings_leave_no_level_out(pages):
    for name, tree in pages.items():
        headings = tree.xpath("//article//*[self::h1 or self::h2 or self::h3 or self::h4]")
        levels = [int(heading.tag[1]) for heading in headings]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_every_drawing_and_picture_has_a_name(pages):
    for name, tree in pages.items():
        for picture in tree.xpath("//article//img"):
            assert picture.get("alt") is not None, name
        for drawing in tree.xpath("//article//*[local-name()='svg']"):
            named = drawing.get("aria-labelledby") or drawing.get("aria-label")
            assert named or drawing.get("aria-hidden") == "true", name


def test_nothing_is_fetched_from_elsewhere(site, pages):
    fetched = []
    for name, tree in pages.items():
        for element, _, address in references(tree):
            kind = element.get("rel", "")
            loads = element.tag in FETCHED or (element.tag == "link" and kind not in NOT_FETCHED)
            if (loads or element.tag == "form") and is_outside(address):
                fetched.append(f"{name}: {address}")
    for style in sorted(site.rglob("*.css")):
        found = re.findall(r"(?:url\(|@import)\s*['\"]?((?:https?:)?//[^'\")]*)", style.read_text())
        fetched += [f"{style.name}: {address}" for address in found]
    assert fetched == []


def test_the_site_carries_the_licences_of_what_others_made(site):
    held = (site / "licences.txt").read_text("utf-8")
    for name in ("minisearch", "world-atlas", "mkdocs-material"):
        assert f"{name}\n\n" in held
    assert held.lower().count("copyright (c)") + held.count("Copyright 20") >= 3


def test_every_page_has_a_policy_that_fits_its_scripts(pages):
    for name, tree in pages.items():
        (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; "), name
        assert "unsafe" not in policy, name
        assert "*" not in policy, name
        for script in tree.xpath("//script[not(@src) and not(@type)]"):
            digest = hashlib.sha256(script.text.encode()).digest()
            assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy, name


def test_no_page_needs_what_its_policy_forbids(pages):
    for name, tree in pages.items():
        assert tree.xpath("//article//@style") == [], name
        # Data for programs are no script to a browser.
        data = "application/ld+json"
        assert tree.xpath(f"//article//script[not(@type='{data}')] | //article//style") == [], name
        attributes = {key for one in tree.iter(lxml.etree.Element) for key in one.attrib}
        handlers = [key for key in attributes if key.startswith("on")]
        assert handlers == [], name
        assert [one for one in tree.xpath("//a/@href") if one.startswith("javascript")] == [], name


def test_front_matter_is_read_back(site):
    docs = site.parent / "docs"
    for path in sorted(docs.rglob("*.md")):
        begin, head, body = path.read_text("utf-8").split("---\n", 2)
        particulars = yaml.safe_load(head)
        assert begin == "", path
        assert body.strip(), path
        assert particulars.pop("search", {"exclude": True}) == {"exclude": True}, path
        assert set(particulars) == {"title", "description", "generated_from"}, path
        assert all(isinstance(one, str) and one for one in particulars.values()), path


def test_the_data_files_count_what_the_pages_show(site, first):
    data = site / "data"
    counts = {
        "actors.csv": sum(not actor.voice for actor in first.actors.values()),
        "events.csv": len(first.events),
        "quotations.csv": len(first.quotations),
        "relations.csv": len(first.relations),
        "sources.csv": len(first.sources),
    }
    for name, count in counts.items():
        with (data / name).open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == count, name


def test_the_phantom_has_no_page(pages):
    assert "events/ev-2022-muttaqi-beijing-visit.html" not in pages
    assert pages["findings.html"].xpath("//*[@id='cf-01']")


def test_the_committed_pages_are_what_the_seeds_give():
    assert [str(problem) for problem in find_stale_pages(ROOT)] == []
