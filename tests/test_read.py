"""Articles are read as they are: every line told for what it is, nothing added."""

import re

import pytest

from dossier.read import read_articles
from dossier.read.articles import read_article
from dossier.read.bylines import parse_byline
from dossier.read.datelines import parse_dated_line, parse_dateline
from dossier.read.files import ArticleFile
from dossier.read.lines import split_lines
from dossier.read.mastheads import parse_header
from dossier.read.named_days import parse_name_date
from dossier.read.originals import verify_originals
from dossier.read.problems import SEVERITIES
from dossier.settings import Settings, load_lexicon
from dossier.vocabulary import PassageKind, SourceFormat
from readstand import (
    OTHER,
    PROSE,
    ROOT,
    SETTINGS,
    SHARED,
    WORDS,
    check_promises,
    codes,
    describe,
    lay_out,
    read,
    show_fact,
)


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


@pytest.mark.cases("read_dated_line")
def test_dates_beside_names(case):
    found = {line: parse_dated_line(line) for line in case["lines"]}
    case.expect({line: [one.value.edtf for one in printed] for line, printed in found.items()})


def test_a_headline_with_a_date_stays_one():
    source, _ = read(f"Harbour Festival, 14 May 2024\n\n{PROSE}\n\n{OTHER}")
    assert source.title.value == "Harbour Festival, 14 May 2024"
    source, _ = read(f"Crowd at the quay\n\nHarrow Bay, 14 May 2024\n\n{PROSE}\n\n{OTHER}")
    assert source.published.value == "2024-05-14"


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
