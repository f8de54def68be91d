"""Articles are read as they are: every line told for what it is, nothing added."""

import codecs
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import Severity, SourceError
from dossier.read import read_articles
from dossier.read.articles import MAX_LENGTH, read_article
from dossier.read.bylines import parse_byline
from dossier.read.datelines import parse_dateline, parse_name_date
from dossier.read.decode import decode
from dossier.read.files import ArticleFile, read_article_files
from dossier.read.html import find_excess, strip_tags
from dossier.read.labels import LONGEST, make_labels
from dossier.read.lines import split_lines
from dossier.read.markdown import strip_markdown
from dossier.read.mastheads import parse_header
from dossier.read.normalize import chain_shifts, normalize, position_before, replace_ranges
from dossier.read.originals import find_quotations, stands_in, verify_originals
from dossier.read.problems import SEVERITIES, RefusedError
from dossier.read.words import compile_words
from dossier.settings import Settings, load_lexicon
from dossier.vocabulary import PassageKind, SourceFormat

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
LEXICON = load_lexicon(None)
WORDS = compile_words(LEXICON)
SETTINGS = Settings(title="Westmere", lexicon=LEXICON)
FORMATS = {".txt": SourceFormat.TEXT, ".md": SourceFormat.MARKDOWN, ".html": SourceFormat.HTML}
PROSE = "The harbour board voted on Tuesday to open the new quay in May, and the town was glad."
OTHER = "A court had ordered both sides back to the table in January, after two long hearings."


def read(text, name="quay.txt"):
    content = text if isinstance(text, bytes) else text.encode()
    suffix = Path(name).suffix
    return read_article(ArticleFile(f"seeds/articles/{name}", FORMATS[suffix], content), WORDS)


def lay_out(folder, files):
    articles = folder / "seeds" / "articles"
    articles.mkdir(parents=True)
    for name, content in files.items():
        path = articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return articles


def codes(problems):
    return [problem.code for problem in problems]


def show_fact(fact):
    line = f", L{fact.line}" if fact.line else ""
    note = f": {fact.note}" if fact.note else ""
    return f"{fact.value or '-'} ({fact.basis}{line}{note})"


def show_passage(source, passage, *, with_text):
    lines = f"L{passage.first_line}"
    if passage.last_line > passage.first_line:
        lines += f"-L{passage.last_line}"
    shown = f"{lines} {passage.kind}"
    return f"{shown} {source.text[passage.start : passage.end]}" if with_text else shown


def describe(source, wanted, *, with_text=False):
    """A source as a case shows it: the passages, and what the case asks for besides."""
    shown = {
        "passages": [show_passage(source, p, with_text=with_text) for p in source.passages],
        "title": show_fact(source.title),
        "authors": [show_fact(fact) for fact in source.authors],
        "publisher": show_fact(source.publisher),
        "published": show_fact(source.published),
        "markers": [show_fact(fact) for fact in source.markers],
        "url": source.url,
        "language": source.language,
        "lines": source.lines,
    }
    return {key: shown[key] for key in wanted}


# --- golden cases ---------------------------------------------------------------------------


def expect_article(case, name, *, with_text=False):
    source, problems = read(case["text"], case.data.get("name", name))
    actual = {}
    if source is not None:
        actual = describe(source, case.data.get("show", ["passages"]), with_text=with_text)
        check_promises(source)
    if problems:
        actual["problems"] = [str(problem) for problem in problems]
    case.expect(actual)


@pytest.mark.cases("read_plain")
def test_plain_text(case):
    expect_article(case, "quay.txt")


@pytest.mark.cases("read_wrap")
def test_hard_wrapped_text(case):
    expect_article(case, "quay.txt")


@pytest.mark.cases("read_markdown")
def test_markdown(case):
    expect_article(case, "quay.md", with_text=True)


@pytest.mark.cases("read_restated")
def test_restated(case):
    expect_article(case, "001.md", with_text=True)


@pytest.mark.cases("read_page")
def test_web_page(case):
    expect_article(case, "quay.html", with_text=True)


@pytest.mark.cases("read_dateline")
def test_dateline(case):
    actual = {}
    for line in case["lines"]:
        actual[line] = [
            f"{printed.value.edtf}"
            + (f" at {printed.clock}" if printed.clock else "")
            + (" update" if printed.update else "")
            + (" copy" if printed.via else "")
            for printed in parse_dateline(line)
        ]
    case.expect(actual)


@pytest.mark.cases("read_header")
def test_header(case):
    actual = {}
    for line in case["lines"]:
        header = parse_header(line, WORDS)
        dates = [printed.value.edtf for printed in header.dates] if header else []
        actual[line] = header and [*dates, *header.outlets, *map("by {}".format, header.people)]
    case.expect(actual)


@pytest.mark.cases("read_byline")
def test_byline(case):
    actual = {}
    for line in case["lines"]:
        byline = parse_byline(line, WORDS)
        actual[line] = None if byline is None else list(byline.names)
    case.expect(actual)


@pytest.mark.cases("read_originals")
def test_originals(case, tmp_path):
    lay_out(tmp_path, {"001.md": case["restated"]})
    originals = tmp_path / "originals"
    originals.mkdir()
    for name, text in case.data.get("originals", {}).items():
        (originals / name).write_text(text, "utf-8")
    sources, unread = read_articles(tmp_path, SETTINGS)
    assert not unread

    def split(text):
        return re.findall(r"[^.!?]+[.!?]+”?", text)

    case.expect([str(problem) for problem in verify_originals(sources, originals, split)])


# --- promises of the model ------------------------------------------------------------------


def check_promises(source):
    covered = [False] * len(source.text)
    end, line = 0, 0
    for index, passage in enumerate(source.passages):
        assert passage.index == index
        assert end <= passage.start < passage.end <= len(source.text)
        assert not source.text[passage.start].isspace()
        assert not source.text[passage.end - 1].isspace()
        assert line <= passage.first_line <= passage.last_line <= source.lines
        end, line = passage.end, passage.first_line
        covered[passage.start : passage.end] = [True] * (passage.end - passage.start)
    assert all(c or s.isspace() for c, s in zip(covered, source.text, strict=True))
    assert set(re.findall(r"\s", source.text)) <= {" ", "\n"}
    assert unicodedata.is_normalized("NFC", source.text)
    if source.published_on is not None:
        assert source.published.value == source.published_on.edtf
    for fact in (source.title, source.publisher, source.published, *source.authors):
        assert bool(fact.value) == (fact.basis != "not stated in the file")


LINE = st.one_of(
    st.sampled_from(
        (PROSE, OTHER, "", "", "Quay to open", "By Jane Doe", "March 5, 2019", "Share", "* a")
    ),
    st.sampled_from(
        ("12 Comments", "Tags: quay", "(Photo: John Roe/AFP)", "via March 8th 2019", "  x  ")
    ),
    st.sampled_from(
        ("— Ada Lund (@adalund) March 5, 2019", "The post X appeared first on Y.", "“Quay open”")
    ),
    st.text(max_size=60),
)


@given(st.lists(LINE, max_size=25), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_text_keeps_the_promises(lines, ending):
    text = ending.join(lines)
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return
    source, problems = read(content)
    if source is None:
        assert problems
        return
    check_promises(source)
    assert source.text == normalize(decode(content).text).text
    # Lines are those of the file, so a locator can be followed with a text editor.
    shown = source.text.split("\n")
    for passage in source.passages:
        first = source.text[passage.start : passage.end].split("\n")[0]
        assert shown[passage.first_line - 1].strip() == first.strip()


@given(st.lists(LINE, max_size=12), st.booleans())
def test_any_markdown_keeps_the_promises(lines, front):
    text = ("---\ntitle: Quay to open\n---\n" if front else "") + "\n".join(lines)
    try:
        source, _ = read(text.encode(), "quay.md")
    except UnicodeEncodeError:
        return
    if source is not None:
        check_promises(source)


@given(
    st.text(
        alphabet=st.sampled_from(
            "ab \n\r\t\u00a0\u200b\u0301\u0323e\u1100\u1161\u212b\u0958\ufb1d\x00\x85\ufeff가"
        ),
        max_size=30,
    )
)
def test_positions_lead_back_to_the_file(decoded):
    done = normalize(decoded)
    assert unicodedata.is_normalized("NFC", done.text)
    assert normalize(done.text).text == done.text
    for position, character in enumerate(done.text):
        origin = position_before(done.shifts, position)
        assert 0 <= origin <= len(decoded)
        if character in "ab":
            assert decoded[origin] == character
    afters = [after for after, _ in done.shifts]
    assert afters == sorted(set(afters))


@given(st.text(max_size=40), st.data())
def test_chained_shifts_are_one_shift_after_the_other(text, data):
    def cut(length):
        marks = sorted(set(data.draw(st.lists(st.integers(0, length), max_size=6))))
        return [(a, b, "") for a, b in zip(marks[::2], marks[1::2], strict=False)]

    middle, first = replace_ranges(text, cut(len(text)))
    final, second = replace_ranges(middle, cut(len(middle)))
    chained = chain_shifts(second, first)
    for position in range(len(final)):
        assert text[position_before(chained, position)] == final[position]


def test_a_file_without_oddities_has_no_shifts():
    source, _ = read(f"Quay to open\n\n{PROSE}\u00a0“Yes,” he said – and left.\n")
    assert source.shifts == ()
    assert "\u00a0" not in source.text


def test_a_windows_file_shifts_at_every_line_end():
    source, _ = read("Quay to open\r\n\r\n" + PROSE)
    assert position_before(source.shifts, source.text.index("harbour")) == 20


def test_what_cannot_be_seen_is_taken_out_and_what_cannot_be_shown_is_marked():
    source, problems = read(f"Quay\u200b to\u202e open\x07\n\n{PROSE}")
    assert source.title.value == "Quay to open␇"
    assert codes(problems) == ["R115", "R117"]


def test_joiners_stay():
    source, _ = read(f"Quay \u0645\u06cc\u200c\u062e\u0648\n\n{PROSE}")
    assert "\u200c" in source.text


# --- files ----------------------------------------------------------------------------------


def test_what_is_no_article_is_named_and_the_rest_is_read(tmp_path):
    articles = lay_out(
        tmp_path,
        {
            "good.txt": f"Quay to open\n\n{PROSE}",
            "sub/deeper/also.md": f"# Quay to open\n\n{PROSE}",
            "empty.txt": "",
            "blank.txt": " \n\n",
            "report.pdf": "%PDF-1.4",
            "noending": "x",
            "picture.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
            "noise.txt": b"\x00\x01\x02" * 50,
            "README.md": "Put articles here.",
            ".DS_Store": "x",
            ".hidden/x.txt": "x",
            "big.txt": b"x" * 20_000_001,
            "bad\udcff.txt": "x",
            "line\nbreak.txt": "x",
        },
    )
    (articles / "page.html").mkdir()
    os.mkfifo(articles / "pipe.txt")
    (tmp_path / "secret.txt").write_text("secret")
    (articles / "away.txt").symlink_to(tmp_path / "secret.txt")
    (articles / "nowhere.txt").symlink_to("gone.txt")
    (articles / "loop.txt").symlink_to("loop.txt")
    (articles / "folder").symlink_to("sub")
    sources, problems = read_articles(tmp_path, SETTINGS)
    assert [source.id for source in sources] == ["also", "good"]
    found = {Path(problem.where).name: problem.code for problem in problems}
    assert found == {
        "away.txt": "R105",
        "bad\ufffd.txt": "R112",
        "big.txt": "R107",
        "blank.txt": "R103",
        "empty.txt": "R103",
        "folder": "R105",
        "line\ufffdbreak.txt": "R112",
        "loop.txt": "R105",
        "noending": "R102",
        "noise.txt": "R108",
        "nowhere.txt": "R105",
        "page.html": "R104",
        "picture.txt": "R108",
        "pipe.txt": "R104",
        "report.pdf": "R102",
    }
    assert all(problem.hint for problem in problems)
    assert all(str(problem).isprintable() for problem in problems)


def test_a_file_that_the_system_keeps_closed_is_named(tmp_path, monkeypatch):
    lay_out(tmp_path, {"closed.txt": "x", "open.txt": f"Quay to open\n\n{PROSE}"})
    opened = os.open

    def refuse(path, *rest, **more):
        if str(path).endswith("closed.txt"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    files, problems = read_article_files(tmp_path)
    assert [file.path for file in files] == ["seeds/articles/open.txt"]
    assert [str(problem) for problem in problems] == [
        "seeds/articles/closed.txt: R106 cannot be read: Permission denied (check its permissions)"
    ]


def test_without_the_folder_nothing_is_read(tmp_path):
    with pytest.raises(SourceError, match="seeds/articles: there is no such folder"):
        read_articles(tmp_path, SETTINGS)


def test_no_articles_is_a_warning(tmp_path):
    lay_out(tmp_path, {})
    sources, problems = read_articles(tmp_path, SETTINGS)
    assert sources == ()
    assert codes(problems) == ["R101"]
    assert problems[0].severity is Severity.WARNING


def test_a_link_inside_the_folder_is_followed(tmp_path):
    articles = lay_out(tmp_path, {"one.txt": f"Quay to open\n\n{PROSE}"})
    (articles / "two.txt").symlink_to("one.txt")
    sources, problems = read_articles(tmp_path, SETTINGS)
    assert [source.id for source in sources] == ["one", "two"]
    assert problems == ()


# --- encodings ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("it’s".encode(), "utf-8"),
        (codecs.BOM_UTF8 + "it’s".encode(), "utf-8"),
        ("it’s".encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + "it’s".encode("utf-16-be"), "utf-16"),
        ("it’s a long way to the café".encode("cp1252"), "cp1252"),
    ],
)
def test_encodings_that_are_read(content, encoding):
    decoded = decode(content)
    assert decoded.text.startswith("it’s")
    assert decoded.encoding == encoding


@pytest.mark.parametrize(
    "content",
    [
        "привет, как дела".encode("cp1251"),
        "it’s “quoted” – here".encode() + b"\xff" + "it’s".encode(),
        "plain words".encode("utf-16-le"),
        codecs.BOM_UTF32_LE + "x".encode("utf-32-le"),
        codecs.BOM_UTF16_LE + b"a",
        b"a\x81b",
    ],
)
def test_encodings_that_are_refused(content):
    with pytest.raises(RefusedError) as caught:
        decode(content)
    assert caught.value.code == "R109"


def test_windows_text_is_read_with_a_warning():
    source, problems = read(f"Quay’s “opening”\n\n{PROSE}".encode("cp1252"))
    assert source.title.value == "Quay’s “opening”"
    assert [(problem.code, problem.severity) for problem in problems] == [
        ("R110", Severity.WARNING)
    ]


# --- ids, labels, order ---------------------------------------------------------------------


def test_ids_are_numbers_or_slugs():
    names = ("001_3bf129.txt", "42.txt", "2019-03-05-quay.txt", "Quay Öffnet.txt", "9am.txt")
    ids = [read(f"Quay to open\n\n{PROSE}", name)[0].id for name in names]
    assert ids == ["001", "42", "2019-03-05-quay", "quay-offnet", "9am"]


def test_the_later_of_two_files_with_one_id_is_renamed(tmp_path):
    lay_out(tmp_path, {"001_a.txt": PROSE, "001_b.txt": OTHER, "sub/001_c.txt": PROSE})
    sources, problems = read_articles(tmp_path, SETTINGS)
    assert [source.path.rpartition("/")[2] for source in sources if source.id == "001"] == [
        "001_a.txt"
    ]
    assert len({source.id for source in sources}) == 3
    assert codes(problems) == ["R111", "R111"]
    # What it is called depends on its own path only.
    again = tmp_path / "again"
    lay_out(again, {"001_a.txt": PROSE, "001_0.txt": PROSE, "001_b.txt": OTHER})
    before = {source.path: source.id for source in sources}
    after = {source.path: source.id for source in read_articles(again, SETTINGS)[0]}
    assert after["seeds/articles/001_b.txt"] == before["seeds/articles/001_b.txt"]


def test_sources_are_in_order_of_publication(tmp_path):
    lay_out(
        tmp_path,
        {
            "b.txt": f"Quay to open\n\nMarch 5, 2019\n\n{PROSE}",
            "a.txt": f"Quay to open\n\nMarch 6, 2019\n\n{PROSE}",
            "z.txt": f"Quay to open\n\n{PROSE}",
            "c.txt": f"Quay to open\n\nMarch 2019\n\n{PROSE}",
            "y.txt": f"Quay to open\n\n{PROSE}",
        },
    )
    sources, _ = read_articles(tmp_path, SETTINGS)
    assert [source.id for source in sources] == ["c", "b", "a", "y", "z"]


def test_labels_are_short_and_speak():
    ids = [
        "001",
        "2019-03-05-harbour-board-votes",
        "gum-news-afghan",
        "gum-news-clock",
        "storm-coast",
    ]
    assert make_labels(ids) == {
        "001": "001",
        "2019-03-05-harbour-board-votes": "190305-harbo",
        "gum-news-afghan": "news-afghan",
        "gum-news-clock": "news-clock",
        "storm-coast": "storm-coast",
    }


IDS = st.lists(
    st.from_regex(r"(?:20\d\d-0[1-9]-1\d-)?[a-c]{1,4}(?:-[a-c]{1,6}){0,4}", fullmatch=True),
    unique=True,
    max_size=30,
)


@given(IDS)
def test_labels_are_unique(ids):
    labels = make_labels(ids)
    assert set(labels) == set(ids)
    assert len(set(labels.values())) == len(ids)
    assert all(0 < len(label) <= LONGEST for label in labels.values())


@given(IDS, st.from_regex(r"x[a-z]{9,20}", fullmatch=True))
def test_labels_stay_when_an_unlike_article_is_added(ids, another):
    before = make_labels(ids)
    after = make_labels([*ids, another])
    assert {identity: after[identity] for identity in ids} == before


# --- single rules ---------------------------------------------------------------------------


def test_a_date_in_the_name_is_used_only_where_the_text_has_none():
    source, _ = read(f"Quay to open\n\n{PROSE}", "2019-03-05-quay.txt")
    assert show_fact(source.published) == (
        "2019-03-05 (inferred: the date in the file's name; the text gives none)"
    )
    source, _ = read(f"Quay to open\n\nMarch 7, 2019\n\n{PROSE}", "2019-03-05-quay.txt")
    assert source.published.value == "2019-03-07"


@pytest.mark.parametrize(
    ("stem", "day"),
    [
        ("20190305_quay", "2019-03-05"),
        ("quay-2019-03-05", "2019-03-05"),
        ("2019-13-05", None),
        ("quay-2019-03-05-b", None),
        ("120190305", None),
    ],
)
def test_dates_in_file_names(stem, day):
    value = parse_name_date(stem)
    assert (value.edtf if value else None) == day


def test_a_text_in_another_language_is_noticed():
    text = "Der Hafenrat hat am Montag beschlossen, den neuen Kai im Mai zu öffnen. " * 6
    source, problems = read(f"Hafen öffnet\n\n{text}")
    assert source.language == "und"
    assert codes(problems) == ["R114"]


def test_a_project_may_add_furniture_of_its_own(tmp_path):
    lay_out(tmp_path, {"a.txt": f"Quay to open\n\n{PROSE}\n\nAhoy, reader\n\n{OTHER}"})
    own = tmp_path / "seeds" / "lexicon"
    own.mkdir()
    (own / "furniture.txt").write_text("ahoy = opens\n")
    settings = Settings(title="Westmere", lexicon=load_lexicon(own))
    (source,), _ = read_articles(tmp_path, settings)
    kinds = {passage.first_line: passage.kind for passage in source.passages}
    assert kinds[5] is PassageKind.FURNITURE
    (plain,), _ = read_articles(tmp_path, SETTINGS)
    assert plain.passages[2].kind is PassageKind.HEADING


# --- hostile sizes --------------------------------------------------------------------------


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


# --- restated articles and their originals --------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found", "paired"),
    [
        ("He said “yes” and “no”.", ("yes", "no"), True),
        ('He said "yes" and left.', ("yes",), True),
        ("“They called it ‘theirs’,” he said.", ("They called it ‘theirs’,",), True),
        ("“He told us “go” twice,” she said.", ("He told us “go” twice,", "go"), True),
        ('“He told us "go" twice,” she said.', ('He told us "go" twice,', "go"), True),
        ("“It goes on", ("It goes on",), False),
        ("It ended” there", (), False),
        ("nothing", (), True),
    ],
)
def test_quotations_are_found(text, found, paired):
    assert find_quotations(text) == (found, paired)


@pytest.mark.parametrize(
    ("quotation", "stands"),
    [
        ("open the quay", True),
        ("open\nthe\u00a0quay", True),
        ("‘theirs’ to", True),
        ("open the quay.", True),
        ("open the quay,", True),
        ("open the Quay", False),
        ("open quay", False),
        ("open the quay!", False),
    ],
)
def test_quoted_words_are_compared_without_marks_and_spaces(quotation, stands):
    assert stands_in(quotation, 'It was "theirs" to open the  quay in May.') is stands


def test_an_original_is_known_by_its_hash_under_another_name(tmp_path):
    import hashlib  # noqa: PLC0415

    original = f"Quay to open\n\n{PROSE}"
    digest = hashlib.sha256(original.encode()).hexdigest()
    head = f"---\ntitle: Quay to open\noriginal: {{file: a.txt, sha256: {digest}, lines: 3}}\n---\n"
    lay_out(tmp_path, {"001.md": head + "\n[L3] The board decided it.\n"})
    folder = tmp_path / "originals"
    folder.mkdir()
    (folder / "renamed.txt").write_text(original)
    sources, _ = read_articles(tmp_path, SETTINGS)
    assert verify_originals(sources, folder) == ()


# --- the articles this began with, and the documentation ------------------------------------


def test_every_code_is_explained_on_the_page():
    page = (ROOT / "docs" / "about" / "articles.md").read_text("utf-8")
    listed = dict(re.findall(r"(?m)^\| (R\d{3}) \| (warning|error) \|", page))
    assert listed == {code: str(severity) for code, severity in SEVERITIES.items()}
    used = "".join(path.read_text("utf-8") for path in (ROOT / "scripts/dossier/read").glob("*.py"))
    assert {code for code in SEVERITIES if used.count(f'"{code}"') < 2} == set()


def test_the_example_on_the_page_reads(tmp_path):
    page = (ROOT / "docs" / "about" / "articles.md").read_text("utf-8")
    example = re.search(r"```markdown\n(---\n.*?)```", page, re.DOTALL)[1]
    lay_out(tmp_path, {"001.md": example})
    (source,), problems = read_articles(tmp_path, SETTINGS)
    assert problems == ()
    assert source.format is SourceFormat.RESTATED


@pytest.fixture(scope="module")
def collected():
    folder = SHARED / "bench" / "dev"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here")
    return sorted(folder.glob("*/*/docs/*.txt"))


def test_collected_articles(collected):
    untitled, undated = [], []
    for path in collected:
        content = path.read_bytes()
        file = ArticleFile(f"seeds/articles/{path.name}", SourceFormat.TEXT, content)
        source, problems = read_article(file, WORDS)
        check_promises(source)
        assert codes(problems) in ([], ["R115"])
        first = source.text.split("\n")[0].strip()
        if source.title.value != first:
            untitled.append(path.name)
        named = re.match(r"\d{4}-\d\d-\d\d", path.name)
        if source.published_on is None or (named and source.published.value != named.group()):
            undated.append(path.name)
        body = sum(p.end - p.start for p in source.passages if p.kind.tells)
        assert body > 0.8 * len(source.text.strip())
    assert untitled == []
    assert undated == []


def test_lines_are_numbered_as_editors_do():
    text = "a\n\n b\n\n\n\nc\nd"
    assert [(line.number, line.text) for line in split_lines(text)] == [
        (1, "a"),
        (3, "b"),
        (7, "c"),
        (8, "d"),
    ]
