"""Articles that try to be more than text stay text, from the file to the built page."""

import json
import re

import lxml.html
import pytest

from dossier.pipeline import convert
from dossier.render.links import find_dead_links
from dossier.render.markdown import escape, front_matter
from dossier.scaffold import lay_out_project
from dossier.site import build_site

ATTACKS = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(2)">',
    "<svg onload=alert(3)>",
    "[press](javascript:alert(4))",
    "![p](https://tracker.example/p.png)",
    '{: onclick="alert(5)" .x }',
    "{{ config.site_dir }} {% include 'mkdocs.yml' %}",
    '--8<-- "/etc/hostname"',
    "</div></article><h1>Taken over</h1>",
    "<!-- generated_from: x --> <![CDATA[ <b",
    "&lt;script&gt;alert(6)&lt;/script&gt;",
    "| a | b |\n|---|---|\n| c | d |",
    '<a href="data:text/html,x">y</a> <base href="https://elsewhere.example/">',
    "\u202eesrever\u202c \u200bhidden\ufeff",
)


def articles():
    for number, attack in enumerate(ATTACKS, 1):
        title = attack.splitlines()[0]
        speech = f"“We saw {attack} there,” Falk said."
        yield (
            f"{number:02}_a.txt",
            (
                f"{title}\n\nBy Nora {attack}\n3 April 2023\n\n"
                f"Mayor Sigrid Falk met {attack} in Lunde on Saturday. {speech}\n\n"
                f"{attack}\n\nThe Harbour Board {attack} sued the ferry line on Sunday.\n"
            ),
        )


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A project made of attacks, built: its pages as trees by path."""
    project = tmp_path_factory.mktemp("hostile") / "p"
    lay_out_project(project)
    for name, text in articles():
        (project / "seeds" / "articles" / name).write_bytes(text.encode("utf-8", "surrogatepass"))
    made = convert(project)
    assert len(made.dossier.sources) == len(ATTACKS)
    site = build_site(project, made.settings.title).folder
    return {
        path.relative_to(site).as_posix(): lxml.html.parse(str(path)).getroot()
        for path in sorted(site.rglob("*.html"))
    }


def test_nothing_in_an_article_becomes_an_element(pages):
    for name, tree in pages.items():
        assert not tree.xpath("//article//img | //base | //article//iframe")
        scripts = tree.xpath("//article//script")
        assert {one.get("type") for one in scripts} <= {"application/ld+json"}
        assert all("@context" in json.loads(one.text) for one in scripts)
        attributes = {key for one in tree.iter(lxml.etree.Element) for key in one.attrib}
        assert not [key for key in attributes if key.startswith("on")], name
        assert len(tree.xpath("//h1")) == 1, name
        assert "Taken over" not in "".join(tree.xpath("//h1//text()")) or "sources/" in name


def test_no_link_leads_where_an_article_says(pages):
    for name, tree in pages.items():
        if name.startswith("about/"):  # written by the program's authors
            continue
        for address in tree.xpath("//article//@href | //article//@src"):
            assert not re.match(r"\s*[a-z]+:|//", address), (name, address)


def test_nothing_of_the_project_is_read_into_a_page(pages):
    for name, tree in pages.items():
        article = "".join(tree.xpath("//article//text()"))
        assert "use_directory_urls" not in article, name
        assert "/hostile" not in article, name


def test_the_words_of_an_attack_can_be_read(pages):
    for number, attack in enumerate(ATTACKS[:8], 1):
        article = " ".join(
            "".join(pages[f"sources/{number:02}.html"].xpath("//article//text()")).split()
        )
        assert attack in article, attack


def test_what_cannot_be_seen_is_taken_out(pages):
    article = "".join(pages["sources/14.html"].xpath("//article//text()"))
    assert not set("\u202e\u202c\u200b\ufeff") & set(article)


def test_words_about_links_are_no_links():
    title = front_matter({"title": "[x](nowhere.md)"})
    body = escape('<a href="nowhere.html">x</a> [y](nowhere.md) <p id="place">')
    page = f"{title}\n\n{body} [z](#place)\n"
    assert find_dead_links({"a.md": page}) == ("a.md: #place",)


def test_a_name_that_looks_like_another_has_a_page_that_says_so(tmp_path):
    lay_out_project(tmp_path / "p")
    articles = tmp_path / "p" / "seeds" / "articles"
    for number, name in enumerate(("Maria Lund", "M\u0430ria Lund"), 1):
        text = f"Ferry line sued\n\n3 April 2023\n\n{name} met Olav Berg in Lunde on Sunday.\n"
        (articles / f"{number}.txt").write_text(text, "utf-8")
    made = convert(tmp_path / "p")
    assert [(one.code, one.where) for one in made.dossier.problems if one.code == "A306"] == [
        ("A306", "seeds/articles/2.txt:5")
    ]
    genuine, other = sorted(
        (actor for actor in made.dossier.actors.values() if "Lund" in actor.name),
        key=lambda actor: actor.name,
    )
    pages = tmp_path / "p" / "docs" / "actors"
    assert "has a page of its own" in (pages / f"{genuine.id}.md").read_text("utf-8")
    assert "Cyrillic small letter a" in (pages / f"{other.id}.md").read_text("utf-8")


def test_what_is_left_out_is_told(tmp_path):
    lay_out_project(tmp_path / "p")
    text = "Ferry\xad line sued\n\n3 April 2023\n\nMaria Lund met \u202eOlav\u202c Berg\u200b.\n"
    (tmp_path / "p" / "seeds" / "articles" / "1.txt").write_text(text, "utf-8")
    made = convert(tmp_path / "p")
    assert "R117" in {one.code for one in made.dossier.problems}
    assert "3 characters" in (tmp_path / "p" / "docs" / "sources" / "1.md").read_text("utf-8")
