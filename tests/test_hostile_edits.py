"""What people write by hand is named by file and line where it is broken; nothing else happens."""

import os
import re
import stat
import subprocess

import pytest

from dossier.cli import main
from dossier.scaffold import lay_out_project
from killing import contents
from programs import dossier, obey_permissions

ARTICLE = "Ferry line sued\n\n3 April 2023\n\nMayor Sigrid Falk met Ada Lund in Lunde on Sunday.\n"
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
EDITS = {
    "a tab": ("actors/a.yml", "id: a\nname: A\nroles:\n\t- role: x\n", "4: a tab in the"),
    "a key twice": ("actors/a.yml", "id: a\nid: a\n", "2: key 'id' is given twice"),
    "an anchor": ("actors/a.yml", BOMB, "1: anchors and aliases"),
    "a merge": ("actors/a.yml", "id: a\n<<: *x\n", "2: anchors and aliases"),
    "a tag": ("actors/a.yml", "id: !!python/object/apply:os.system [id]\n", "1: tags (!…)"),
    "a wrong type": ("actors/a.yml", "id: [a]\nname: A\n", "1: expected text"),
    "a list for a mapping": ("actors/a.yml", "- id: a\n", "1: expected 'key: value' lines"),
    "a mapping for a list": ("relations.yml", "from: a\n", "1: relations.yml must be a list"),
    "an unknown key": ("actors/a.yml", "id: a\nnaem: A\n", "2: unknown key 'naem'"),
    "a homoglyph": ("actors/a.yml", "id: a\nn\u0430me: A\n", "2: unknown key"),
    "an invisible key": ("actors/a.yml", "id: a\nname\u200b: A\n", "2: key 'name\\u200b' holds"),
    "no-break space": ("actors/a.yml", "id: a\n\u00a0name: A\n", "2: "),
    "a control": ("actors/a.yml", "id: a\nname: A\x07\n", "2: U+0007"),
    "a path": ("actors/a.yml", "id: ../../a\nname: A\n", "1: '../../a' cannot be an id"),
    "a device": ("actors/con.yml", "id: con\nname: A\n", "1: 'con' cannot be an id"),
    "too deep": ("actors/a.yml", "id: " + "[" * 10_000, "1: nested deeper than 20"),
    "two documents": ("actors/a.yml", "id: a\n---\nid: b\n", "2: a second document"),
    "a huge number": ("corrections.yml", f"- {{at: '001:L{'9' * 5000}'}}\n", "1: "),
    "not UTF-8": ("actors/a.yml", "id: a\nname: é\n".encode("latin-1"), "2: byte 0xe9 is not"),
    "UTF-16": ("actors/a.yml", "id: a\n".encode("utf-16"), "1: byte 0xff is not UTF-8"),
    "NUL": ("actors/a.yml", "id: a\nname: \0\n", "2: U+0000"),
    "nothing": ("actors/a.yml", "", "1: the file is empty"),
    "too large": ("actors/a.yml", "#" * 2_000_001, " larger than 2,000,000 bytes"),
    "unknown file": ("actros/a.yml", "id: a\n", " unknown file (known: actors/ID.yml"),
}


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "p"
    lay_out_project(folder)
    write(folder / "seeds/articles/001_a.txt", ARTICLE)
    return folder


@pytest.mark.parametrize("what", EDITS)
def test_bad_yaml_is_named_by_path_line_and_known_keys(project, capsys, what, score):
    name, content, words = EDITS[what]
    path = project / "seeds/edits" / name
    path.parent.mkdir(exist_ok=True)
    write(path, content)
    assert main(["convert", "--project", str(project)]) == 2
    told = capsys.readouterr().err
    assert f"seeds/edits/{name}:{words}" in told
    if "unknown key" in words:
        assert re.search(r"\(known: aliases, .*\bid\b.*\bname\b", told), told
    assert not (project / "docs").exists()
    score("bad YAML", tried=1, violations=0)


SPECIALS = {
    "seeds/dossier.yml": "seeds/dossier.yml: not a regular file",
    "seeds/edits/places.yml": "seeds/edits/places.yml: not a regular file",
    "seeds/lexicon/labels.txt": "seeds/lexicon/labels.txt: not a regular file",
    "seeds/previous.json": "seeds/previous.json:1: R104 not a regular file",
    "docs/mine.md": "docs/mine.md: a pipe, a device or a socket (take it away",
}


@pytest.mark.parametrize("name", SPECIALS)
def test_no_pipe_holds_a_build_up(project, name):
    path = project / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    ran = dossier("build", project, timeout=200)
    assert SPECIALS[name] in ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.returncode == (1 if name == "seeds/previous.json" else 2)


LISTS = {
    "an unknown list": ("label.txt", "quay\n", ": no list has this name (known: abbreviations, "),
    "another ending": ("labels.yml", "quay\n", ": no list has this name (known: abbreviations, "),
    "a folder": ("more/labels.txt", "quay\n", ": no list has this name (known: abbreviations, "),
    "NUL": ("labels.txt", "quay\nqu\0ay\n", ":2: U+0000 a control character after 'qu'"),
    "bidi": ("labels.txt", "quay\u202e\n", ":1: U+202E RIGHT-TO-LEFT OVERRIDE after 'quay'"),
    "zero width": ("cities.txt", "Lun\u200bde = Norway\n", ":1: U+200B ZERO WIDTH SPACE after"),
    "not UTF-8": ("labels.txt", b"quay\n\xe9\n", ":2: byte 0xe9 is not UTF-8"),
    "too large": ("labels.txt", "#" * 2_000_001, ": larger than 2,000,000 bytes"),
}


@pytest.mark.parametrize("what", LISTS)
def test_a_word_list_that_would_be_passed_over_is_named(project, capsys, what):
    name, content, words = LISTS[what]
    path = project / "seeds/lexicon" / name
    path.parent.mkdir(exist_ok=True)
    write(path, content)
    assert main(["convert", "--project", str(project)]) == 2
    assert f"seeds/lexicon/{name}{words}" in capsys.readouterr().err


def test_a_word_list_may_hold_what_other_scripts_need(project):
    write(project / "seeds/lexicon/labels.txt", "\u0645\u06cc\u200c\u0631\u0648\u0645\n")
    assert main(["convert", "--project", str(project)]) == 0


CLOSED = {
    "seeds/dossier.yml": "seeds/dossier.yml: cannot be read: Permission denied (check its perm",
    "seeds/edits/places.yml": "seeds/edits/places.yml: cannot be read: Permission denied",
    "seeds/edits/actors/": "seeds/edits/actors: the folder cannot be opened: Permission denied",
    "seeds/lexicon/labels.txt": "seeds/lexicon/labels.txt: cannot be read: Permission denied",
    "seeds/lexicon/": "seeds/lexicon: the folder cannot be opened: Permission denied",
    "docs/mine.md": "docs/mine.md: cannot be read: Permission denied (check its permissions",
    "docs/mine/": "docs/mine: ",
}


@pytest.mark.parametrize("name", CLOSED)
def test_what_is_closed_is_named_and_never_passed_over(project, name):
    assert dossier("build", project).returncode == 0
    good = {folder: contents(project / folder) for folder in ("docs", "site")}
    path = project / name
    path.parent.mkdir(exist_ok=True)
    if name.endswith("/"):
        path.mkdir(exist_ok=True)
    else:
        write(path, "- []\n")
    mode = stat.S_IMODE(path.stat().st_mode)
    path.chmod(0)
    ran = dossier("build", project, preexec_fn=obey_permissions)
    path.chmod(mode)
    assert ran.returncode == 2, ran.stderr
    assert CLOSED[name] in ran.stderr
    assert "Traceback" not in ran.stderr
    assert contents(project / "site") == good["site"]
    for page, digest in good["docs"].items():
        assert contents(project / "docs")[page] == digest


def test_a_link_in_docs_publishes_nothing_from_elsewhere(project, tmp_path):
    write(tmp_path / "secret.md", "My secret.\n")
    for target, words in {
        tmp_path / "secret.md": "docs/mine.md: a link that leads out of the folder (copy the file",
        tmp_path / "gone.md": "docs/mine.md: a link that leads nowhere (take it away",
        tmp_path: "docs/mine.md: a link",
    }.items():
        link = project / "docs/mine.md"
        link.parent.mkdir(exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        ran = dossier("build", project)
        assert ran.returncode == 2
        assert words in ran.stderr
        assert not (project / "site").exists()


def test_leftovers_that_cannot_be_taken_away_hold_nobody_up(project):
    assert dossier("build", project).returncode == 0
    write(project / "seeds/articles/002_b.txt", ARTICLE.replace("Lund", "Lind"))
    left = project / ".cache/.site-1/deep"
    left.mkdir(parents=True)
    write(left / "page.html", "half a page")
    fixed = [left, left.parent, project / "docs/sources", project / "site/sources"]
    for folder in fixed:
        folder.chmod(0o555)
    ran = dossier("build", project, preexec_fn=obey_permissions)
    assert ran.returncode == 0, ran.stderr
    assert (project / "site/sources/002.html").is_file()
    assert (project / "docs/sources/002.md").is_file()
    for folder in sorted(project.rglob("*")):
        if folder.is_dir():
            folder.chmod(0o755)


def test_a_disk_that_may_only_be_read_keeps_the_last_good_pages(project):
    assert dossier("build", project).returncode == 0
    good = {folder: contents(project / folder) for folder in ("docs", "site")}
    write(project / "seeds/articles/002_b.txt", ARTICLE.replace("Lund", "Lind"))
    again = ["mount", "--bind", str(project), str(project)]
    if os.geteuid() or subprocess.run(again, check=False, capture_output=True).returncode:  # noqa: S603
        pytest.skip("only root can make a disk read-only; closed folders are tried elsewhere")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(project)], check=True)  # noqa: S603, S607
        ran = dossier("build", project)
    finally:
        subprocess.run(["umount", "-l", str(project)], check=True)  # noqa: S603, S607
    assert ran.returncode == 2
    assert "Read-only file system" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert {folder: contents(project / folder) for folder in ("docs", "site")} == good
