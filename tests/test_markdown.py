"""Escaped text shows as itself, whatever it is and wherever it stands, under the extensions
that mkdocs.yml lists."""

import html as entities
import re
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import html

from dossier.render.markdown import (
    Md,
    attribute,
    escape,
    escape_part,
    flatten,
    flatten_start,
    front_matter,
    join,
    make_environment,
    normalise,
)
from dossier.render.markup import Entry, bullets, table, tag

CONFIG = Path(__file__).parents[1] / "mkdocs.yml"

PLACES = {
    "paragraph": "{}",
    "inside a paragraph": "Lead **b** {} tail[^s].\n\n[^s]: src\n",
    "list": "- {}\n- b\n",
    "numbered list": "1. {}\n",
    "heading": "## {}\n",
    "heading with an id": "## {} {{#here}}\n",
    "cell": "| a | b |\n|---|---|\n| {} | z |\n",
    "quotation": "> {}\n",
    "link text": "[{}](x.md)",
    "bold": "**{}**",
    "footnote": "x[^1]\n\n[^1]: {}\n",
    "definition": "T\n:   {}\n",
    "span": '<span class="q">{}</span>',
    "Markdown in HTML": "<div markdown>\n\n{}\n\n</div>",
    "raw block": '<div class="x">\n<p>{}</p>\n</div>',
    "admonition": "!!! quote\n    {}\n",
    "after a comment": "<!-- Generated. -->\n\n{}\n",
}
FRAGMENTS = [
    *("<script>x()</script>", "<img src=x onerror=x()>", "<!--", "-->", "<![CDATA[", "<?", "&amp;"),
    *(
        "&#60;",
        "&",
        "[a](javascript:x)",
        "[^1]",
        "[^1]: x",
        "*[HTML]: x",
        "[x]: http://a",
        "![x](y)",
    ),
    *("{: onclick=x }", "{ .a }", "{{ x }}", "{% x %}", "{#", '--8<-- "x"', "!!! note", "??? x"),
    *('=== "T"', "/// note", "```", "~~~", "    ", "\t", "# ", "===", "---", "***", "___", "* "),
    *(
        "- ",
        "+ ",
        "1. ",
        "1) ",
        "2025.",
        "> ",
        ":",
        "~",
        ":   x",
        "`a`",
        "``",
        "\\",
        "\\*",
        "**a**",
    ),
    *("__a__", "*a*", "_a_", "<http://a.b>", "<a@b.cd>", "[TOC]", "[[x]]", "|", "|---|", "\x02"),
    *("\x02klzzwxh:0000\x03", "\x02wzxhzdk:0\x03", "klzzwxh:0000", "\x00", "\x0b", "\x1c", "\x85"),
    *("\u2028", "\ufeff", "\u202e", "\u200b", "\ud800", "\ufffe", "\n", "\n\n", "\r\n", "  \n"),
    *("Title: x", "HTML", "%", "/", "x", "é", "中文", "ﷺ", "😀", "#", "0", '"', "'", "“", "”"),
]
punctuation = st.text(alphabet="!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\tab1", max_size=8)
pieces = st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6), punctuation)
texts = st.lists(pieces, max_size=10).map("".join)


def extensions():
    """Names and options of the extensions in mkdocs.yml."""
    names, options = [], {}
    for entry in yaml.safe_load(CONFIG.read_text("utf-8"))["markdown_extensions"]:
        if isinstance(entry, dict):
            ((name, values),) = entry.items()
            options[name] = values
        else:
            name = entry
        names.append(name)
    return {"extensions": names, "extension_configs": options}


EXTENSIONS = extensions()


def show(source):
    """Render Markdown; give back the text and the elements that a browser would have."""
    rendered = markdown.markdown(source, **EXTENSIONS)
    root = html.fragment_fromstring(rendered, create_parent="div")
    return squeeze(root.text_content()), sorted(str(e.tag) for e in root.iter())


def squeeze(text):
    return " ".join(text.split())


def test_the_lean_extensions_are_the_ones_configured():
    assert EXTENSIONS["extensions"] == [
        *("attr_list", "md_in_html", "tables", "toc", "footnotes", "admonition", "def_list"),
        *("pymdownx.details", "pymdownx.superfences"),
    ]


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=150)
@given(text=texts)
def test_escaped_text_shows_as_itself(place, text):
    expected = squeeze(normalise(text))
    assume(expected)
    plain_text, plain_tags = show(PLACES[place].format("QQQQ"))
    shown, tags = show(PLACES[place].format(escape(text)))
    assert shown == squeeze(plain_text.replace("QQQQ", expected))
    assert tags == plain_tags


@given(text=texts)
def test_an_attribute_holds_its_text_in_a_paragraph_and_in_a_block(text):
    for source in (
        f'Lead <span title="{attribute(text)}">x</span> tail',
        f'<div class="x">\n<span title="{attribute(text)}">x</span>\n</div>',
    ):
        rendered = markdown.markdown(source, **EXTENSIONS)
        (span,) = html.fragment_fromstring(rendered, create_parent="div").iter("span")
        assert span.get("title") == flatten(text)
        assert list(span.attrib) == ["title"]


@given(text=texts)
def test_a_table_and_a_list_hold_their_texts(text):
    expected = flatten(text)
    assume(expected)
    row = table(("A", "B"), [Entry((text, text))])
    shown, tags = show(f"Before\n\n{row}\n\nAfter")
    assert shown.startswith("Before ")
    assert shown.endswith(" After")
    cells = html.fragment_fromstring(str(row)).iter("td", "th")
    assert [squeeze(cell.text_content()) for cell in cells][2:] == [expected, expected]
    assert "script" not in tags
    shown, _ = show(f"Before\n\n{bullets([Entry((text,))])}\n\nAfter")
    assert shown == f"Before {expected} After"


@given(text=texts)
def test_normalising_twice_changes_nothing(text):
    assert normalise(normalise(text)) == normalise(text)
    assert flatten(flatten(text)) == flatten(text)


@given(before=texts, after=texts)
def test_parts_of_a_text_join_to_the_whole(before, after):
    whole = squeeze(normalise(before + " " + after))
    assume(whole)
    shown, _ = show(f"<p>{escape_part(before + ' ')}{escape_part(after)}</p>")
    assert shown == whole


@given(title=texts, description=texts)
def test_front_matter_reads_back(title, description):
    block = front_matter({"title": title, "description": description})
    lines = block.split("\n")
    assert lines[0] == lines[-1] == "---"
    read = yaml.safe_load("\n".join(lines[1:-1]))
    assert {key: unescape(value) for key, value in read.items()} == {
        "title": flatten(title),
        "description": flatten(description),
    }


def unescape(text):
    assert not re.search(r"[<>\"']", text)
    return entities.unescape(text)


def test_templates_escape_plain_strings_and_trust_only_md():
    template = make_environment().from_string("{{ plain }} {{ safe }} {#kept} <%# dropped #%>")
    shown = template.render(plain="*a* <b>", safe=Md("*a*"))
    assert shown == "&#42;a&#42; &#60;b&#62; *a* {#kept} "


def test_templates_refuse_unknown_names():
    with pytest.raises(Exception, match="nothing"):
        make_environment().from_string("{{ nothing }}").render()


def test_joining_escapes_plain_strings_once():
    assert join(" | ", ["<a>", Md("<b>"), "", "c"]) == "&#60;a&#62; &#124; <b> &#124; c"
    assert tag("p", "<") + "<" == "<p>&#60;</p>&#60;"


def test_a_readable_text_stays_readable():
    text = "Aldhaven's mayor (Ms. Brandt) met “Reed” on 10-11 May; see p. 4, 50 % – at 8:30!"
    assert escape(text) == text


@given(st.text("ab \n\t\u200b\u0301<", max_size=400), st.integers(1, 40))
def test_a_beginning_is_flattened_as_the_whole_is(text, most):
    whole = flatten(text)
    begun = flatten_start(text, 0, len(text), most)
    assert begun[:most] == whole[:most]
    assert (len(begun) > most) == (len(whole) > most)


@pytest.mark.parametrize("length", [10_000, 1_000_000])
def test_a_beginning_looks_at_no_more_than_it_needs(length, monkeypatch):
    seen = []
    look = lambda text: seen.append(len(text)) or text  # noqa: E731
    monkeypatch.setattr("dossier.render.markdown.flatten", look)
    flatten_start("ice " * length, 0, 4 * length, 240)
    assert sum(seen) <= 2 * 240
