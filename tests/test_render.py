"""Pages say what the dossier holds, every link leads somewhere, and nothing else gets in."""

import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from dossier.errors import DossierError
from dossier.model import Calendar, Dossier
from dossier.render import render_dossier
from dossier.render.leaf import Leaf
from dossier.render.links import find_dead_links, href
from dossier.render.markup import Entry, table
from dossier.render.opening import open_book
from dossier.render.write import write_docs
from harbour import make_dossier, make_settings
from standins import Desk, find

ROOT = Path(__file__).parents[1]
VOID = {"br", "hr", "img", "input", "meta", "link"}
ABOUT = sorted(
    f"about/{path.name}" for path in (ROOT / "scripts/dossier/render/about").glob("*.md")
)
FIXED = [
    *ABOUT,
    *(
        "actors/index.md",
        "brief.md",
        "changes.md",
        "compare.md",
        "data.md",
        "dates.md",
        "events/index.md",
        "findings.md",
    ),
    "framing.md",
    *("index.md", "known/index.md", "map.md", "matrix.md", "method.md", "network.md", "origins.md"),
    *("paper.md", "phrases.md", "quotations.md"),
    *("search.md", "sources/index.md", "timeline.md"),
]


@pytest.fixture(scope="module")
def files():
    return render_dossier(make_dossier(), make_settings())


@pytest.fixture(scope="module")
def pages(files):
    return {path: text for path, text in files.items() if path.endswith(".md")}


class Balance(HTMLParser):
    """Elements left open, ids, links and attributes of a page's HTML."""

    def __init__(self, text):
        super().__init__()
        self.stack, self.ids, self.attributes = [], [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.attributes |= {name for name, _ in attributes}
        self.ids += [value for name, value in attributes if name == "id"]
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, _, attributes):
        self.attributes |= {name for name, _ in attributes}

    def handle_endtag(self, tag):
        assert self.stack
        assert self.stack.pop() == tag


def test_there_is_a_page_for_everything_published(pages):
    assert sorted(pages) == sorted(
        [
            *FIXED,
            *(f"events/{key}.md" for key in ("ev-ferry", "ev-harbour", "ev-talks", "ev-walkout")),
            *(f"actors/{key}.md" for key in ("dockers-union", "ilse-brandt", "port-council")),
            *("sources/101.md", "sources/102.md"),
            *("compare/actors/dockers-union.ilse-brandt.md", "compare/sources/101.102.md"),
        ]
    )


def test_every_page_opens_with_its_particulars_and_the_file_to_edit(pages):
    for path, text in pages.items():
        head, _, rest = text.removeprefix("---\n").partition("\n---\n")
        particulars = yaml.safe_load(head)
        assert list(particulars)[:3] == ["title", "description", "generated_from"], path
        assert particulars.get("search", {"exclude": True}) == {"exclude": True}, path
        assert all(particulars.values()), path
        made_from = particulars["generated_from"]
        assert rest.startswith(f"<!-- Generated: to change this page, edit {made_from}")
        assert path in ABOUT or rest.count("\n# ") == 1, path


def test_the_html_of_every_page_is_whole_and_harmless(pages):
    for path, text in pages.items():
        found = Balance(text.partition("\n---\n")[2])
        assert found.stack == [], path
        assert len(found.ids) == len(set(found.ids)), path
        assert not {name for name in found.attributes if name.startswith("on")}, path
        assert not {"style", "src"} & found.attributes, path


def test_no_section_is_empty(pages):
    for path, text in pages.items():
        if path in ABOUT:
            continue  # their code blocks hold lines that look like headings
        assert not re.search(r"^(#+) [^\n]*\n+(?=\1 |\Z)", text, re.MULTILINE), path
        assert not re.search(r"\{#\w[\w-]*\}\n+(?:<p class=\"basis\">.*\n+)?## ", text), path


def test_a_link_that_leads_nowhere_is_found(files):
    assert find_dead_links(files) == ()
    broken = dict(files)
    broken["sources/101.md"] = broken["sources/101.md"].replace('id="l3-s1"', 'id="l3-s9"')
    assert any("#l3-s1" in line for line in find_dead_links(broken))
    del broken["actors/port-council.md"]
    assert any("port-council" in line for line in find_dead_links(broken))


@pytest.mark.parametrize(
    ("page", "target", "fragment", "address"),
    [
        ("index.md", "events/ev-a.md", "", "events/ev-a.html"),
        ("events/ev-a.md", "sources/001.md", "l7-s2", "../sources/001.html#l7-s2"),
        ("events/ev-a.md", "events/ev-b.md", "date", "ev-b.html#date"),
        ("events/ev-a.md", "events/ev-a.md", "date", "#date"),
        ("data.md", "data/events.csv", "", "data/events.csv"),
    ],
)
def test_links_are_relative(page, target, fragment, address):
    assert href(page, target, fragment) == address


def test_an_evidence_chip_names_its_line_and_carries_the_words(pages):
    chip = re.search(r'<a class="chip chip-evidence"[^>]*l3-s2"[^>]*>', pages["events/ev-talks.md"])
    assert 'href="../sources/101.html#l3-s2"' in chip[0]
    assert "line 3: “She said the quay" in chip[0]


def test_an_event_says_what_it_rests_on(pages):
    page = pages["events/ev-talks.md"]
    for part in (
        "5 March 2019",
        '<time datetime="2019-03-05">5 March 2019</time> <code>2019-03-05</code>',
        "Relative: counted from the day the article appeared.",
        'href="#date" title="2019-03-05. Counted from the day the article appeared.">relative<',
        "“Tuesday” before Thursday 7 March 2019",
        "5 March 2019 was a Tuesday.",
        "Two clerks",
        "not named",
        "Hearsay",
        ">reportedly<",
        ">alludes<",
        "about two",
        "cf-01",
        "Who else was in the room.",
        "May be the same as",
        "2 origins",
        "reviewed: desk, 2019-04-02",
        "https://example.org/quay/events/ev-talks.html",
    ):
        assert part in page, part


def test_an_actor_says_how_each_source_names_it(pages):
    page = pages["actors/ilse-brandt.md"]
    assert "<mark>Brandt</mark> called the outcome" in page
    assert "Mayor of Aldhaven" in page
    assert "seeds/edits/actors/ilse-brandt.yml:1" in page
    assert page.index("How each source names this actor") < page.index("Mentions in context")


def test_a_source_counts_what_is_used_and_links_back(pages):
    page = pages["sources/101.md"]
    assert (
        "6 sentences: 3 used, 1 boilerplate (share lines, tags and the like), 2 not used." in page
    )
    assert '<a href="../events/ev-talks.html">Mayor and union meet at the town hall</a>' in page
    assert "Questions about a crane" in page
    assert "P. Reed" in page


def test_a_sentence_has_one_locator_on_every_page(files):
    shown = re.compile(
        r'<a class="chip chip-evidence" href="(?:[^"]*/)?(?:(\w+)\.html)?#(l\d+(?:-s\d+)?)"'
        r'[^>]*?(?: aria-label="([^"]*)")?>([^<]*)</a>'
    )
    locators = {}
    for path, text in files.items():
        here = path.removeprefix("sources/").removesuffix(".md")
        for source, fragment, name, words_shown in shown.findall(text):
            locators.setdefault((source or here, fragment), set()).add(name or words_shown)
    assert locators["101", "l3-s2"] == {"101:L3.2"}
    assert locators["102", "l5-s1"] == {"102:L5"}
    assert {len(names) for names in locators.values()} == {1}


def test_a_second_line_of_one_source_does_not_repeat_the_source():
    desk = Desk()
    desk.source("s1", "Title\nJo met Al. Al met Jo.")
    desk.source("s2", "Title\nJo met Al.")
    made = desk.draft()
    leaf = Leaf(open_book(made, make_settings()), "index.md")
    first, second = made.sources.values()
    anchors = [find(first, "Jo"), find(first, "Al met"), find(second, "Al")]
    assert re.findall(r">([^<]+)</a>", leaf.evidence(anchors)) == ["s1:L2.1", "L2.2", "s2:L2"]
    assert 'aria-label="s1:L2.2"' in leaf.evidence(anchors)
    # The count of one would take as much room as the one.
    assert len(re.findall("<a ", leaf.evidence(anchors, 2))) == 3
    cut = leaf.evidence(anchors, 1, "events/ev.md#date")
    assert 'href="events/ev.html#date" title="Also s1:L2.2, s2:L2">&#43;2</a>' in cut


def test_every_chip_leads_somewhere_or_says_what_it_means(pages):
    for path, text in pages.items():
        for chip in re.findall(r'<\w+ class="chip [^>]*>', text):
            assert "title=" in chip, (path, chip)


def test_a_column_that_holds_nothing_is_left_out():
    rows = [Entry(("a", "", "b")), Entry(("", "", "c"))]
    shown = table(("One", "Two", "Three"), rows)
    assert re.findall(r'<th scope="col">(\w+)', shown) == ["One", "Three"]
    assert shown.count("<td") == 2


def test_a_date_that_opens_a_cell_begins_with_a_capital_letter(pages):
    opening = re.compile(r'<t[hd][^>]*data-label="(?:Date|Published|As of)">(?:<time[^>]*>)?(.)')
    found = [letter for text in pages.values() for letter in opening.findall(text)]
    assert found
    assert not [letter for letter in found if letter.islower()]


def test_a_date_says_how_the_words_stand_to_it():
    made = make_dossier()
    met = made.events["ev-talks"]
    since = replace(met, dating=replace(met.dating, bound="since"))
    made = replace(made, events={**made.events, "ev-talks": since})
    page = render_dossier(made, make_settings())["events/ev-talks.md"]
    assert "<dt>Said to be</dt><dd>From that date on" in page


def test_the_briefing_answers_first_and_explains_last(files):
    page = files["index.md"]
    answers = ['class="counts"', 'class="glance"', "{#bottom-line}", "{#in-time}", "{#actors}"]
    rest = ["{#findings}", "{#questions}", "{#gaps}", "{#sources}", "{#scope}", "{#reading}"]
    places = [page.index(part) for part in answers + rest]
    assert places == sorted(places)
    for part in ("<dt>Who</dt>", "<dt>When</dt>", "<dt>Says who</dt>", "As of 1 April 2019"):
        assert part in page
    assert "Aldhaven Post, 7 March 2019" in page


def test_the_briefing_counts_what_is_missing(files):
    page = files["index.md"]
    assert "1 source without a date of its own:" in page
    assert re.search(r">1 of 2 sources</a> without a named outlet", page)
    assert "Nobody has reviewed" in page
    assert "1 pair of events that may be one:" in page


def test_the_briefing_falls_back_on_the_program(files):
    bare = replace(make_dossier(), bottom_line=())
    page = render_dossier(bare, make_settings())["index.md"]
    assert "Chosen by the program" in page
    assert "Chosen by the program" not in files["index.md"]
    assert "Mayor and union meet at the town hall" in page


def test_an_empty_dossier_has_its_fixed_pages():
    empty = Dossier({}, {}, Calendar({}, {}))
    found = render_dossier(empty, make_settings())
    assert [path for path in found if path.endswith(".md")] == FIXED


def test_hostile_names_stay_text():
    nasty = '<img src=x onerror=go()> [a](javascript:go) `x` {: onclick="go" } | # {{ x }}'
    made = make_dossier()
    actor = replace(made.actors["ilse-brandt"], name=nasty, summary=nasty)
    event = replace(made.events["ev-talks"], title=nasty, unknowns=(nasty,))
    made = replace(
        made,
        actors={**made.actors, "ilse-brandt": actor},
        events={**made.events, "ev-talks": event},
    )
    for path, text in render_dossier(made, replace(make_settings(), title=nasty)).items():
        if path.endswith(".md"):
            body = text.partition("\n---\n")[2]
            assert not {"src", "onerror", "onclick"} & Balance(body).attributes, path
            assert "](javascript" not in body, path


def test_an_id_that_is_no_address_is_refused():
    made = make_dossier()
    event = replace(made.events["ev-talks"], id="../x")
    with pytest.raises(DossierError, match="address"):
        render_dossier(replace(made, events={"../x": event}), make_settings())


def test_two_pages_with_one_address_are_refused():
    made = make_dossier()
    twin = replace(made.actors["port-council"], id="Ilse-Brandt")
    with pytest.raises(DossierError, match="two pages"):
        render_dossier(replace(made, actors={**made.actors, twin.id: twin}), make_settings())


def test_the_output_does_not_depend_on_the_hash_seed():
    code = (
        "import hashlib, json\n"
        "from harbour import make_dossier, make_settings\n"
        "from dossier.render import render_dossier\n"
        "files = render_dossier(make_dossier(), make_settings())\n"
        "print(hashlib.sha256(json.dumps(files).encode()).hexdigest())\n"
    )
    made = {
        subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}/scripts:{ROOT}/tests"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_the_site_builds_without_a_warning(tmp_path, files):
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    write_docs(tmp_path, files)
    for page in re.findall(r"about/[\w-]+\.md", yaml.safe_dump(config)):
        target = tmp_path / "docs" / page
        target.parent.mkdir(exist_ok=True)
        target.write_text("---\ntitle: Stand-in\n---\n\n# Stand-in\n")
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    loaded = load_config(config_file=str(tmp_path / "mkdocs.yml"), strict=True)
    build(loaded)
    assert loaded.use_directory_urls is False
    assert (tmp_path / "site/events/ev-talks.html").is_file()
