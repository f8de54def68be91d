"""Which files are read and which are refused, in what encoding, under what id and label."""

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import Severity, SourceError
from dossier.read import read_articles
from dossier.read.decode import decode
from dossier.read.files import read_article_files
from dossier.read.labels import LONGEST, make_labels
from dossier.read.problems import RefusedError
from readstand import OTHER, PROSE, SETTINGS, codes, lay_out, read


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
