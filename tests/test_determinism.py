"""Nothing but ``seeds/`` decides what is written: no hash seed, clock, place, locale or order.

Interpreters as unlike each other as one machine allows build one project, twenty times in all;
every byte of the pages and of the site must agree.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "examples" / "harbour-strike" / "seeds"

WORLDS = {
    "here": {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "there": {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX"},
}
_ZONES = ("Asia/Kabul", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Pago_Pago")
MORE_WORLDS = {
    f"world {number}": {
        "PYTHONHASHSEED": str(number * 7919),
        "TZ": _ZONES[number % len(_ZONES)],
        "LC_ALL": ("C.UTF-8", "POSIX", "C")[number % 3],
        "PYTHONUTF8": str(number % 2),
        "COLUMNS": str(20 + 30 * number),
    }
    for number in range(8)
}
"""Eight more for each of two projects: with the two above, twenty rebuilds."""

OTHER_PYTHONS = ("3.12", "3.13")


def lay_out(seeds, target, *, backwards=False):
    """A copy of a project whose files were created in one order or in the other."""
    target.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    found = sorted(path for path in seeds.rglob("*") if path.is_file())
    for path in reversed(found) if backwards else found:
        copy = target / "seeds" / path.relative_to(seeds)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return target


def start(project, world, *, inside, command="build", python=sys.executable, **more):
    """Run a command in another interpreter, in the project's folder or somewhere else."""
    given = {
        key: value
        for key, value in os.environ.items()
        if key not in {"SOURCE_DATE_EPOCH", "LANG", "LANGUAGE"}
    }
    given.update((WORLDS | MORE_WORLDS)[world], PYTHONPATH=str(ROOT / "scripts"), **more)
    there = ["--project", "." if inside else str(project)]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and package
        [python, "-m", "dossier", command, *there],
        cwd=project if inside else project.parent,
        env=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finish(*running):
    """Wait for all, then see that each did its work; what the last one said."""
    told = [each.communicate(timeout=120)[0] for each in running]
    assert [each.returncode for each in running] == [0] * len(running), "\n".join(told)
    return told[-1]


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module", params=["first dossier", "example"])
def built(request, tmp_path_factory):
    """One project, built in two worlds: the two folders."""
    seeds = ROOT / "seeds" if request.param == "first dossier" else EXAMPLE
    base = tmp_path_factory.mktemp("worlds")
    here = lay_out(seeds, base / "one" / "p")
    there = lay_out(seeds, base / "two words" / "q", backwards=True)
    finish(start(here, "here", inside=True), start(there, "there", inside=False))
    return here, there


@pytest.mark.parametrize("folder", ["docs", "site"])
def test_every_byte_agrees(built, folder, score):
    here, there = (contents(project / folder) for project in built)
    assert len(here) > 10
    assert here == there
    score("rebuilds", tried=folder == "site", violations=0)


@pytest.mark.parametrize("world", MORE_WORLDS)
def test_every_byte_agrees_in_every_world(built, tmp_path, world, score):
    seeds = built[0] / "seeds"
    backwards = world > "world 3"
    project = lay_out(seeds, tmp_path / world / "é ü", backwards=backwards)
    finish(start(project, world, inside=backwards))
    for folder in ("docs", "site"):
        assert contents(project / folder) == contents(built[0] / folder)
    score("rebuilds", tried=1, violations=0)


def find_python(version):
    """An interpreter of that version, on the path or among pyenv's."""
    ours = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    held = sorted(ours.glob(f"{version}.*/bin/python"))
    return shutil.which(f"python{version}", path=os.defpath) or next(map(str, held), None)


@pytest.mark.parametrize("version", OTHER_PYTHONS)
def test_every_byte_agrees_under_other_pythons(built, tmp_path, version, score):
    found = find_python(version)
    if found is None:
        pytest.skip(f"there is no Python {version} on this machine")
    python = tmp_path / "env" / "bin" / "python"
    pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    locked = ["--require-hashes", "-r", ROOT / "requirements" / "base.lock"]
    for step in ([found, "-m", "venv", tmp_path / "env"], [*pip, *locked]):
        subprocess.run(list(map(str, step)), check=True, timeout=200)  # noqa: S603 - as above
    project = lay_out(built[0] / "seeds", tmp_path / "p")
    finish(start(project, "there", inside=True, python=str(python)))
    for folder in ("docs", "site"):
        assert contents(project / folder) == contents(built[0] / folder)
    score("rebuilds", tried=1, violations=0)


def test_no_path_of_the_machine_gets_in(built):
    for project in built:
        for path in (project / "docs").rglob("*"):
            if path.is_file():
                assert str(project) not in path.read_text("utf-8"), path


def test_seeds_are_only_read(built):
    for project in built:
        pristine = ROOT / "seeds" if len(contents(project / "seeds")) > 50 else EXAMPLE
        assert contents(project / "seeds") == contents(pristine)


def test_a_second_conversion_changes_nothing(built):
    project = built[0]
    told = finish(start(project, "there", inside=True, command="convert"))
    assert "0 pages written" in told
    assert "0 removed" in told


@pytest.mark.parametrize(
    ("given", "day"),
    [({"SOURCE_DATE_EPOCH": "1600000000"}, "2020-09-13"), ({}, "1980-01-01")],
    ids=["given", "fixed"],
)
def test_the_day_in_the_sitemap_is_not_todays(tmp_path, given, day):
    project = lay_out(EXAMPLE, tmp_path / "p")
    config = project / "mkdocs.yml"
    address = 'site_url: "https://dossier.example/"'
    config.write_text(config.read_text("utf-8").replace('site_url: ""', address), "utf-8")
    finish(start(project, "here", inside=True, **given))
    sitemap = (project / "site" / "sitemap.xml").read_text("utf-8")
    assert "https://dossier.example/index.html" in sitemap
    assert set(re.findall("<lastmod>(.*)</lastmod>", sitemap)) == {day}
