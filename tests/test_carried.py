"""A carried copy of a site is checked by what lies in it, with nothing of this package."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ORIGINALS, ROOT
from dossier.pipeline import convert
from dossier.site import build_site
from dossier.site.manifest import MANIFEST, VERIFIER
from programs import obey_permissions

EXAMPLE = ROOT / "tests" / "examples" / "harbour-strike" / "seeds"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project of raw articles, built."""
    project = tmp_path_factory.mktemp("carried")
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(EXAMPLE, project / "seeds")
    build_site(project, convert(project).settings.title)
    return project


@pytest.fixture
def carried(made, tmp_path):
    return Path(shutil.copytree(made / "site", tmp_path / "stick" / "site"))


def run(site, *more, switches=("-I", "-S"), **options):
    """Run the copy's own script, shut off from every installed package."""
    ran = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, *switches, str(site / "verify.py"), *map(str, more)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        **options,
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_an_untouched_copy_stands(carried):
    code, told = run(carried)
    assert code == 0, told
    assert "0 differences" in told


def test_what_was_changed_added_or_removed_is_named(carried):
    (carried / "index.html").write_bytes((carried / "index.html").read_bytes() + b" ")
    (carried / "actors" / "index.html").unlink()
    (carried / "assets" / "more.js").write_text("1")
    (carried / "link.html").symlink_to(carried / "404.html")
    (carried / "404.html").unlink()
    code, told = run(carried)
    assert code == 1
    assert told.splitlines()[:5] == [
        "removed: 404.html",
        "removed: actors/index.html",
        "added: assets/more.js",
        "changed: index.html",
        "added: link.html",
    ]


def test_an_empty_folder_that_was_added_is_named(carried):
    (carried / "actors" / "more" / "deep").mkdir(parents=True)
    for page in (carried / "sources").iterdir():
        page.unlink()
    code, told = run(carried)
    assert code == 1
    added, *removed = told.splitlines()[:-2]
    assert added == "added: actors/more/deep/"
    assert removed
    assert all(line.startswith("removed: sources/") for line in removed)


FORGED = "a\n9 files listed, 0 differences"
NAMED = {
    FORGED: r"added: a\n9 files listed, 0 differences",
    "\x1b[2K\x1b[1Aok": r"added: \x1b[2K\x1b[1Aok",
    "txt.\u202elmth": r"added: txt.\u202elmth",
    "b\udcff": r"added: b\udcff",
    "é“.html": r"added: \xe9\u201c.html",
}


def test_no_name_of_a_file_forges_what_is_told(carried):
    for name in NAMED:
        (carried / name).write_text("x")
    code, told = run(carried, switches=(), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert code == 1, told
    lines = told.splitlines()
    assert set(lines[: len(NAMED)]) == set(NAMED.values())
    assert lines[len(NAMED)].endswith(f"{len(NAMED)} differences")


@pytest.mark.parametrize("name", ["argparse", "json", "hashlib", "html", "unicodedata", "typing"])
def test_a_file_named_like_a_part_of_python_is_not_run(carried, name):
    (carried / f"{name}.py").write_text("import os\nprint('0 differences')\nos._exit(0)\n")
    code, told = run(carried, switches=())
    assert code == 1
    assert f"added: {name}.py" in told


def test_what_may_not_be_read_is_named_and_hides_nothing(carried):
    (carried / "index.html").chmod(0)
    (carried / "more.txt").write_text("x")
    code, told = run(carried, preexec_fn=obey_permissions)
    (carried / "index.html").chmod(0o644)
    assert code == 1
    assert told.splitlines()[:2] == ["changed: index.html", "added: more.txt"]


@pytest.mark.parametrize(
    "broken", ["", "[]", "{}", "{", '{"outputs": 1}', '{"outputs": []}', "[" * 200_000]
)
def test_a_manifest_that_cannot_be_read_is_no_proof(carried, broken):
    (carried / MANIFEST).write_text(broken)
    code, told = run(carried)
    assert code == 2
    assert "cannot check" in told


def test_every_quotation_is_looked_up_in_the_originals(made, carried):
    articles = made / "seeds" / "articles"
    code, told = run(carried, "--originals", articles)
    assert code == 0, told
    quotations = json.loads((carried / "data" / "evidence.json").read_text("utf-8"))["quotations"]
    assert len(quotations) > 5
    assert f"{len(quotations)} of {len(quotations)} quotations checked" in told
    assert "what they shorten or retell is not counted" in told


def test_a_quotation_that_its_line_does_not_hold_is_named(carried, made):
    path = carried / "data" / "evidence.json"
    evidence = json.loads(path.read_text("utf-8"))
    altered = evidence["quotations"][0]
    altered["words"] = f"never {altered['words']}"
    path.write_text(json.dumps(evidence), "utf-8")
    code, told = run(carried, "--originals", made / "seeds" / "articles")
    assert code == 1
    assert f"quotation {altered['id']}: not at" in told
    assert "changed: data/evidence.json" in told


def test_another_file_is_no_original(carried, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "one.txt").write_text("Something else.")
    code, told = run(carried, "--originals", tmp_path / "other")
    assert code == 1
    assert "no file has the hash of seeds/articles/" in told


def test_the_first_dossiers_quotations_stand_in_the_originals(site):
    if not ORIGINALS.is_dir():
        pytest.skip("needs ../shared/seeds")
    code, told = run(site, "--originals", ORIGINALS)
    assert code == 0, told


def test_inputs_and_tools_are_listed(made):
    manifest = json.loads((made / "site" / MANIFEST).read_text("utf-8"))
    seeds = {p.relative_to(made).as_posix() for p in (made / "seeds").rglob("*") if p.is_file()}
    assert seeds <= set(manifest["inputs"])
    assert {"mkdocs.yml", "docs/index.md"} <= set(manifest["inputs"])
    assert {"dossier", "mkdocs", "mkdocs-material"} <= set(manifest["tools"])
    files = {p.relative_to(made / "site").as_posix() for p in (made / "site").rglob("*")}
    assert set(manifest["outputs"]) < files
    assert MANIFEST not in manifest["outputs"]


def test_the_script_imports_nothing_but_the_standard_library():
    named = {
        name.name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(ast.parse(VERIFIER.read_text("utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    assert len(named) > 5
    assert named <= sys.stdlib_module_names
