"""Whatever cuts a build short, the last good ``docs/`` and ``site/`` stay whole."""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dossier.errors import DossierError
from dossier.lock import hold_lock
from dossier.render.write import write_docs
from dossier.scaffold import lay_out_project
from dossier.swap import prepare_aside, recover, swap_in
from killing import contents
from programs import ROOT, dossier, obey_permissions, run

SEED = 20_240_305
KILLS = 100
ARTICLE = "Ferry line sued\n\n3 April 2023\n\nMayor Sigrid Falk met Ada Lund in Lunde on Sunday.\n"
PAGE = '---\ntitle: "A"\ngenerated_from: "seeds"\n---\n\n# A\n'


@pytest.fixture
def project(tmp_path):
    """A small project, built once."""
    folder = tmp_path / "p"
    lay_out_project(folder)
    (folder / "seeds/articles/a.txt").write_text(ARTICLE)
    assert dossier("build", folder).returncode == 0
    return folder


def change(project):
    (project / "seeds/articles/b.txt").write_text(ARTICLE.replace("Ada Lund", "Ola Brandt"))


def state(project):
    return {folder: contents(project / folder) for folder in ("docs", "site")}


@pytest.mark.timeout(600)
def test_a_hundred_kills_leave_every_page_whole(tmp_path, score):
    ran = run(ROOT / "tests/killing.py", tmp_path, KILLS, SEED)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    score("kills", tried=told["killed"], violations=len(told["damaged"]))
    assert told["damaged"] == []
    assert told["killed"] == KILLS
    assert told["new"] > 0, "no killed build came as far as its end"
    assert told["left"] == ["build.lock"]
    assert told["beside"] == [".cache", ".gitignore", "docs", "mkdocs.yml", "seeds", "site"]


COMMANDS = (
    ("check",),
    ("suggest",),
    ("convert",),
    ("convert", "--json", "{}/one.json"),
    ("build",),
    ("verify",),
    ("export", "{}/data"),
)


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter on Windows")
def test_no_command_writes_to_seeds_nor_needs_to(project, tmp_path, score):
    shutil.copytree(ROOT / "tests/examples/harbour-strike/seeds", tmp_path / "q/seeds")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "q")
    tried = 0
    for folder in (project, tmp_path / "q"):
        change(folder)
        seeds = folder / "seeds"
        for path in [*seeds.rglob("*"), seeds]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        before = {p: (p.stat().st_mtime_ns, p.stat().st_ino) for p in seeds.rglob("*")}
        words = contents(seeds)
        for command, *more in COMMANDS:
            given = [word.format(tmp_path) for word in more]
            ran = dossier(command, folder, *given, preexec_fn=obey_permissions)
            assert ran.returncode in (0, 1), ran.stderr
            assert "Traceback" not in ran.stderr
            tried += 1
        assert contents(seeds) == words
        assert {p: (p.stat().st_mtime_ns, p.stat().st_ino) for p in seeds.rglob("*")} == before
        for path in [seeds, *seeds.rglob("*")]:
            path.chmod(0o755)
    score("seeds", tried=tried, violations=0)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 9 MB, where this process may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=9m", "none", str(folder)]
    able = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount")
    if not able or subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603
        pytest.skip("only root can make a small disk; the limit on files is tried instead")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607


def test_a_full_disk_leaves_the_last_good_pages(project, small_disk, score):
    shutil.copytree(project, small_disk / "p")
    moved = small_disk / "p"
    good = state(moved)
    change(moved)
    filler = small_disk / "filler"
    # From no room at all to nearly enough: each build fails at another place.
    sizes = [shutil.disk_usage(small_disk).free - spare for spare in range(0, 2_400_000, 200_000)]
    failed, seen = 0, []
    for size in sizes:
        filler.write_bytes(b"x" * max(0, size))
        ran = dossier("build", moved)
        failed += ran.returncode == 2
        assert "Traceback" not in ran.stderr
        if ran.returncode == 2:
            assert "No space left" in ran.stderr
            assert state(moved)["site"] == good["site"]
            seen.append(state(moved)["docs"])
        filler.unlink()
    assert failed > 5
    assert dossier("build", moved).returncode == 0
    assert (moved / "site/sources/b.html").is_file()
    assert all(docs in (good["docs"], state(moved)["docs"]) for docs in seen)
    score("full disk", tried=failed, violations=0)


def test_a_limit_on_the_size_of_files_leaves_the_last_good_pages(project):
    resource = pytest.importorskip("resource")
    good = state(project)
    change(project)
    for limit in (0, 500, 20_000, 200_000):
        ran = dossier(
            "build",
            project,
            preexec_fn=lambda n=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (n, n)),
        )
        assert ran.returncode == 2, ran.stderr
        assert "Traceback" not in ran.stderr
        assert "File too large" in ran.stderr
        assert state(project)["site"] == good["site"]
    assert dossier("build", project).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter on Windows")
@pytest.mark.parametrize("locked", [".", "docs", "site"])
def test_a_target_that_cannot_be_written_is_named_and_left_alone(project, locked, score):
    good = state(project)
    change(project)
    target = project / locked
    if locked == ".":
        shutil.rmtree(project / ".cache")
    target.chmod(0o555)
    ran = dossier("build", project, preexec_fn=obey_permissions)
    target.chmod(0o755)
    assert ran.returncode == 2, ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr
    assert re.search(r"^dossier: .*Permission denied", ran.stderr, re.MULTILINE)
    assert state(project)["site"] == good["site"]
    if locked != "site":
        assert state(project)["docs"] == good["docs"]
    assert dossier("build", project).returncode == 0
    score("read-only target", tried=1, violations=0)


def test_two_builds_at_once_leave_whole_pages(project, score):
    change(project)
    command = [sys.executable, "-m", "dossier", "build", "--project", str(project)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    running = [
        subprocess.Popen(command, env=environment, **pipes)  # noqa: S603 - our own interpreter
        for _ in range(4)
    ]
    told = [(process.communicate(timeout=120)[1], process.returncode) for process in running]
    codes = [code for _, code in told]
    assert set(codes) <= {0, 2}
    assert 0 in codes
    for words, code in told:
        if code == 2:
            assert re.search(r"process \d+, since .* is building this project", words), words
    after = state(project)
    assert dossier("build", project).returncode == 0
    assert state(project) == after
    score("builds at once", tried=len(running), violations=0)


def test_a_second_writer_is_told_who_holds_the_lock(project):
    with hold_lock(project):
        ran = dossier("convert", project)
        site = dossier("build", project)
    assert (ran.returncode, site.returncode) == (2, 2)
    assert f"process {os.getpid()}, since 2" in ran.stderr
    assert "wait for it to end" in ran.stderr


def test_a_lock_left_by_a_killed_build_holds_nobody_up(project):
    code = (
        "import os, pathlib, signal, sys\n"
        "from dossier.lock import hold_lock\n"
        "with hold_lock(pathlib.Path(sys.argv[1])):\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert run("-c", code, project).returncode < 0
    assert "process " in (project / ".cache/build.lock").read_text()
    assert dossier("convert", project).returncode == 0


def test_a_link_in_the_locks_place_costs_nobody_a_file(project, tmp_path):
    lock, kept = project / ".cache/build.lock", tmp_path / "kept.txt"
    kept.write_text("precious")
    lock.unlink()
    lock.symlink_to(kept)
    ran = dossier("convert", project)
    assert ran.returncode == 2
    assert ".cache/build.lock: " in ran.stderr
    assert "take it away" in ran.stderr
    assert kept.read_text() == "precious"
    lock.unlink()
    os.mkfifo(lock)
    ran = dossier("convert", project)
    assert ran.returncode == 2
    assert "not a file but a pipe or a device" in ran.stderr


TAKEN = {
    ("docs", "seeds"): "docs: lies in the same place as seeds",
    ("docs", "seeds/articles"): "docs: lies in the same place as seeds",
    ("docs", "."): "docs: lies in the same place as seeds",
    ("docs", "site"): "docs: lies in the same place as site",
    ("site", "seeds"): "site: lies in the same place as seeds",
    ("site", "docs/events"): "docs: lies in the same place as site",
    ("site", ".cache"): "site: lies in the same place as .cache",
    ("site", "gone/by"): "site: a link that leads nowhere",
}


@pytest.mark.parametrize(("name", "target"), TAKEN)
def test_pages_are_never_put_in_the_place_of_something_else(project, name, target):
    shutil.rmtree(project / name)
    (project / name).symlink_to(target)
    before = there(project)
    ran = dossier("build", project)
    assert ran.returncode == 2
    assert TAKEN[name, target] in ran.stderr
    assert there(project) == before


def there(project):
    return {path: path.read_bytes() for path in project.rglob("*.[a-z]*") if path.is_file()} | {
        project / ".cache/build.lock": b""
    }


@pytest.mark.parametrize("name", ["docs", "site"])
@pytest.mark.parametrize("lay", [os.mkfifo, Path.touch], ids=["pipe", "file"])
def test_what_is_no_folder_is_not_replaced_by_one(project, name, lay):
    shutil.rmtree(project / name)
    lay(project / name)
    ran = dossier("build", project, timeout=200)
    assert ran.returncode == 2
    assert f"{name}: not a folder (move it away" in ran.stderr
    assert not (project / name).is_dir()


def test_who_holds_a_lock_may_ask_for_it_again(tmp_path):
    with hold_lock(tmp_path) as first, hold_lock(tmp_path) as second:
        assert first == second
    with hold_lock(tmp_path):
        pass


def test_a_disk_without_locks_is_told_apart_from_a_running_build(tmp_path, monkeypatch):
    def refuse(_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("dossier.lock._lock", refuse)
    with pytest.raises(DossierError, match="No locks available"), hold_lock(tmp_path):
        pass


def test_a_folder_that_is_no_project_stays_as_it_is(tmp_path):
    for command in ("build", "convert"):
        assert dossier(command, tmp_path).returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_saves_while_pages_are_prepared_is_kept(tmp_path, monkeypatch):
    write_docs(tmp_path, {"a.md": PAGE})
    docs = tmp_path / "docs"
    (docs / "notes.md").write_text("first")

    def swap_late(prepared, live):
        (docs / "new.md").write_text("saved late")
        (docs / "beside").write_text("second")
        (docs / "beside").replace(docs / "notes.md")  # as editors save
        swap_in(prepared, live)

    monkeypatch.setattr("dossier.render.write.swap_in", swap_late)
    write_docs(tmp_path, {"a.md": PAGE + "more\n"})
    assert (docs / "a.md").read_text() == PAGE + "more\n"
    assert (docs / "new.md").read_text() == "saved late"
    assert (docs / "notes.md").read_text() == "second"


def test_the_files_of_others_in_docs_stay_the_same_files(tmp_path):
    write_docs(tmp_path, {"a.md": PAGE, "x/b.md": PAGE})
    docs = tmp_path / "docs"
    (docs / "x/mine.md").write_text("mine")
    (docs / "empty").mkdir()
    (docs / "link.md").symlink_to("x/mine.md")
    before = (docs / "x/mine.md").stat()
    unchanged = (docs / "x/b.md").stat().st_mtime_ns
    write_docs(tmp_path, {"a.md": PAGE + "more\n", "x/b.md": PAGE})
    assert os.path.samestat((docs / "x/mine.md").stat(), before)
    assert (docs / "x/b.md").stat().st_mtime_ns == unchanged
    assert (docs / "empty").is_dir()
    assert (docs / "link.md").is_symlink()
    assert (docs / "link.md").read_text() == "mine"


def test_a_disk_without_second_names_gets_copies(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    write_docs(tmp_path, {"a.md": PAGE, "b.md": PAGE})
    (tmp_path / "docs/mine.md").write_text("mine")
    before = (tmp_path / "docs/b.md").stat().st_mtime_ns
    time.sleep(0.01)
    write_docs(tmp_path, {"a.md": PAGE + "more\n", "b.md": PAGE})
    assert (tmp_path / "docs/mine.md").read_text() == "mine"
    assert (tmp_path / "docs/b.md").stat().st_mtime_ns == before


def test_a_folder_behind_a_link_is_replaced_where_it_lies(tmp_path):
    (tmp_path / "p").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "p/docs").symlink_to(tmp_path / "elsewhere")
    write_docs(tmp_path / "p", {"a.md": PAGE})
    assert (tmp_path / "p/docs").is_symlink()
    assert (tmp_path / "elsewhere/a.md").read_text() == PAGE


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_where_names_cannot_be_exchanged_a_crash_between_renames_is_mended(
    tmp_path, monkeypatch, cut
):
    monkeypatch.setattr("dossier.swap._exchange", lambda *_: False)
    live, work = tmp_path / "site", tmp_path / "work"
    for folder, text in ((live, "old"), (work / "new", "new")):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(text)
    rename, done = Path.rename, []

    def cut_off(self, target):
        done.append(target)
        if len(done) == cut:
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", cut_off)
        with pytest.raises(KeyboardInterrupt):
            swap_in(work / "new", live)
    recover(live)
    assert (live / "index.html").read_text() == ("new" if cut == 3 else "old")
    with prepare_aside(live, work) as prepared:
        prepared.mkdir()
        (prepared / "index.html").write_text("newest")
        swap_in(prepared, live)
    assert (live / "index.html").read_text() == "newest"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "work"]
