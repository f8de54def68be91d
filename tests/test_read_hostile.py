"""Files that would keep a reader busy are read in linear time, or refused."""

import pytest

from dossier.read.articles import MAX_LENGTH
from dossier.read.html import find_excess, strip_tags
from dossier.read.markdown import strip_markdown
from readstand import PROSE, codes, read


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "word " * 200_000,
        "(" * 500_000,
        "“a” " * 200_000,
        "— " * 300_000,
        "Jan 1 " * 150_000,
        "1/" * 400_000,
        "By A B " * 100_000,
        "a\n" * 50_000,
        f"{PROSE}\n" * 3_000,
        "\u0301" * 300_000,
    ],
    ids=lambda text: text[:6].encode("unicode_escape").decode(),
)
def test_long_texts_pass_in_seconds(text):
    source, _ = read(text[:MAX_LENGTH])
    assert source is not None


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_text_longer_than_any_article_is_refused(name):
    source, problems = read("quay " * (MAX_LENGTH // 5 + 1), name)
    assert source is None
    assert codes(problems)[-1] == "R116"


@pytest.mark.parametrize(
    "mark",
    ["[", "[a](", "*a ", "`a", "<a ", "<!--", "&a", "_", "> ", "- ", "#", "|--", " ", "![a", "\\"],
)
def test_long_markdown_passes_in_seconds(mark):
    strip_markdown(mark * 100_000 + "x")


@pytest.mark.parametrize(
    ("page", "excess"),
    [
        ("<p>x</p>" * 100, ""),
        ("<div>" * 300, "more than 200 levels of tags"),
        ("<p " + "a='' " * 400 + ">", "more than 300 attributes in one tag"),
        ("<br>" * 15_001, "more than 15,000 tags"),
        ("x" * 2_000_001, "more than 2,000,000 characters"),
        ("<script>" + "<div>" * 300 + "</script>", ""),
    ],
    ids=["small", "deep", "attributes", "tags", "long", "script"],
)
def test_pages_that_would_keep_a_parser_busy_are_found_by_counting(page, excess):
    assert find_excess(page) == excess


@pytest.mark.parametrize(
    "page", ["<" * 500_000, "<!--" * 200_000, "<script>" * 100_000, "<a " * 200_000]
)
def test_tags_are_stripped_in_linear_time(page):
    strip_tags(page)
