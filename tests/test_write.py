"""Writing docs/: only what changed, only what is ours, whole or not at all."""

import pytest

from dossier.errors import DossierError
from dossier.render.write import Written, find_changes, write_docs

PAGE = '---\ntitle: "A"\ngenerated_from: "seeds"\n---\n\n# A\n'


def test_pages_are_written_once(tmp_path):
    files = {"index.md": PAGE, "data/a.csv": "id\n"}
    assert write_docs(tmp_path, files) == Written(("data/a.csv", "index.md"), (), ())
    before = (tmp_path / "docs/index.md").stat().st_mtime_ns
    assert write_docs(tmp_path, files) == Written((), ("data/a.csv", "index.md"), ())
    assert (tmp_path / "docs/index.md").stat().st_mtime_ns == before
    assert (tmp_path / "docs/index.md").read_bytes() == PAGE.encode()


def test_only_changed_pages_are_written(tmp_path):
    write_docs(tmp_path, {"a.md": PAGE, "b.md": PAGE})
    done = write_docs(tmp_path, {"a.md": PAGE, "b.md": PAGE + "more\n"})
    assert (done.written, done.unchanged) == (("b.md",), ("a.md",))


def test_pages_that_are_no_longer_made_are_taken_away_with_their_folder(tmp_path):
    write_docs(tmp_path, {"index.md": PAGE, "events/ev-a.md": PAGE})
    (tmp_path / "docs/about").mkdir()
    (tmp_path / "docs/about/mine.md").write_text("# Mine\n")
    done = write_docs(tmp_path, {"index.md": PAGE})
    assert done.removed == ("events/ev-a.md",)
    assert not (tmp_path / "docs/events").exists()
    assert (tmp_path / "docs/about/mine.md").is_file()


def test_a_page_that_somebody_wrote_is_refused_before_anything_is_written(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/timeline.md").write_text("# My own timeline\n")
    with pytest.raises(DossierError, match=r"docs/timeline\.md: somebody wrote this page"):
        write_docs(tmp_path, {"a.md": PAGE, "timeline.md": PAGE})
    assert (tmp_path / "docs/timeline.md").read_text() == "# My own timeline\n"
    assert not (tmp_path / "docs/a.md").exists()


def test_a_page_of_ours_is_known_by_its_mark_where_the_manifest_is_lost(tmp_path):
    write_docs(tmp_path, {"index.md": PAGE})
    (tmp_path / "docs/.generated").unlink()
    assert write_docs(tmp_path, {"index.md": PAGE + "new\n"}).written == ("index.md",)


def test_a_manifest_cannot_reach_outside(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "notes.md").write_text("mine")
    (tmp_path / "docs/.generated").write_text("../notes.md\n/etc/hostname\n")
    assert write_docs(tmp_path, {"index.md": PAGE}).removed == ()
    assert (tmp_path / "notes.md").read_text() == "mine"


@pytest.mark.parametrize("path", ["../x.md", "/x.md", "a/../../x.md"])
def test_a_page_cannot_be_written_outside(tmp_path, path):
    with pytest.raises(DossierError, match="leads out"):
        write_docs(tmp_path, {path: PAGE})


def test_what_would_change_is_told_without_writing(tmp_path):
    write_docs(tmp_path, {"a.md": PAGE, "b.md": PAGE})
    (tmp_path / "docs/a.md").write_text("edited by hand")
    changes = find_changes(tmp_path, {"a.md": PAGE, "c.md": PAGE})
    assert changes == {"a.md": "out of date", "b.md": "left over", "c.md": "missing"}
    assert not (tmp_path / "docs/c.md").exists()
    assert find_changes(tmp_path, {"a.md": "edited by hand", "b.md": PAGE}) == {}


def test_nothing_is_left_beside_the_pages(tmp_path):
    write_docs(tmp_path, {"index.md": PAGE})
    assert sorted(path.name for path in (tmp_path / "docs").iterdir()) == [".generated", "index.md"]
