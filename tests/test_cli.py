"""The command line: what each command does, what it prints, how it ends.

Exit codes: 0 done, 1 done but with errors that must not be published, 2 could not run.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import time
from html import escape
from pathlib import Path
from urllib.request import urlopen

import pytest

from dossier.cli import main
from dossier.edits.load import parse_edit_file
from dossier.edits.paste import split_blocks
from dossier.yamlfile import parse_yaml

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "examples" / "harbour-strike" / "seeds"

ARTICLES = {
    "01_ferry.txt": (
        "Ferry line stops night sailings\n\nBy Nora Blum\n3 April 2023\n\n"
        "The Lunde ferry line stopped its night sailings on Saturday. Director Karl Eide said "
        "the line had lost two million crowns last year.\n\n"
        "“We have no crew for the night,” Eide told reporters on Sunday.\n"
    ),
    "02_mayor.md": (
        "---\ntitle: Mayor meets ferry line\nauthor: Ida Moen\ndate: 2023-04-06\n---\n\n"
        "Mayor Sigrid Falk met Karl Eide in Lunde on Wednesday. Falk called the cut "
        "“a bridge burnt”.\n"
    ),
    "03_union.html": (
        "<html lang='en'><head><title>Ferry union sues</title>"
        "<meta property='article:published_time' content='2023-04-12'></head><body><article>"
        "<h1>Ferry union sues</h1><p>The Sailors' Union sued the Lunde ferry line on Tuesday over "
        "the night sailings that it stopped on 1 April 2023.</p><p>A spokeswoman for the union "
        "said 40 jobs were lost.</p></article></body></html>"
    ),
}


@pytest.fixture
def run(capsys):
    """Runs a command: its exit code, what it printed, what it complained of."""

    def call(*words):
        try:
            code = main([str(word) for word in words])
        except SystemExit as stopped:  # argparse, for words that no command knows
            code = stopped.code
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


@pytest.fixture
def empty(tmp_path, run):
    folder = tmp_path / "new"
    assert run("new", folder)[0] == 0
    return folder


@pytest.fixture
def ferry(empty):
    """A new project with three articles."""
    for name, text in ARTICLES.items():
        (empty / "seeds" / "articles" / name).write_text(text, "utf-8")
    return empty


@pytest.fixture
def strike(tmp_path):
    """An example with edits; no page is built yet."""
    shutil.copytree(EXAMPLE, tmp_path / "seeds")
    return tmp_path


def contents(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# --- new and build ---------------------------------------------------------------------------


def test_new_says_what_it_made_and_what_comes_next(tmp_path, run):
    code, out, err = run("new", tmp_path / "mine")
    assert (code, err) == (0, "")
    assert (tmp_path / "mine" / "seeds" / "dossier.yml").is_file()
    assert "  seeds/dossier.yml\n" in out
    assert f"""dossier build --project "{tmp_path / "mine"}\"""" in out


def test_new_leaves_a_folder_that_holds_something_alone(empty, run):
    before = contents(empty)
    code, _, err = run("new", empty)
    assert code == 2
    assert "not empty (name a new folder)" in err
    assert contents(empty) == before


def test_an_empty_project_builds_and_says_what_is_missing(empty, run):
    code, out, err = run("build", "--project", empty)
    assert code == 0
    assert "R101" in err
    assert "0 articles, 0 actors, 0 events" in out
    assert (empty / "site" / "index.html").is_file()


def test_good_pages_stay_where_the_folder_of_articles_is_gone(empty, run):
    assert run("convert", "--project", empty)[0] == 0
    before = contents(empty / "docs")
    (empty / "seeds" / "articles").rename(empty / "seeds" / "articels")
    code, _, err = run("convert", "--project", empty)
    assert (code, contents(empty / "docs")) == (2, before)
    assert "seeds/articles: there is no such folder (make it" in err


def test_a_title_is_words_and_no_markup(empty, run):
    title = 'Quay </title><script>alert(1)</script> & "{{ 7 * 7 }}"'
    (empty / "seeds/dossier.yml").write_text(f"title: '{title}'\n", "utf-8")
    code, _, err = run("build", "--project", empty)
    assert code == 0, err
    shown = escape(title)
    for name in ("index.html", "data.html", "404.html"):
        page = (empty / "site" / name).read_text("utf-8")
        assert f"{shown}</title>" in page
        assert "<script>alert" not in page


@pytest.mark.parametrize("address", ["", "https://example.org/under/"])
def test_a_page_for_addresses_that_lead_nowhere_asks_only_for_what_it_can_name(empty, run, address):
    config = empty / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert 'site_url: ""' in text
    config.write_text(text.replace('site_url: ""', f'site_url: "{address}"'), "utf-8")
    code, _, err = run("build", "--project", empty)
    assert code == 0, err
    page = (empty / "site" / "404.html").read_text("utf-8")
    asked = re.findall(r'<(?:link|script|img|a|form)\b[^>]* (?:href|src|action)="([^"#]+)', page)
    if address:
        assert "/under/" in page
        assert len(asked) > 10
    else:
        assert asked == ["index.html", "../index.html"]


def test_a_locale_without_utf8_reads_the_same_names(empty, tmp_path):
    article = ARTICLES["01_ferry.txt"]
    (empty / "seeds/articles/fähre–“1”.txt").write_text(article, "utf-8")
    other = Path(shutil.copytree(empty, tmp_path / "other"))
    plain = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    for project, world in ((empty, {"PYTHONUTF8": "1"}), (other, plain)):
        ran = subprocess.run(  # noqa: S603 - our own interpreter and package
            [sys.executable, "-m", "dossier", "convert", "--project", str(project)],
            env={**os.environ, **world},
            capture_output=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
    mine, theirs = (
        {path.relative_to(folder): content for path, content in contents(folder).items()}
        for folder in (empty / "docs", other / "docs")
    )
    assert mine == theirs
    assert len(list((other / "docs/sources").iterdir())) > 1


def test_whoever_stops_reading_gets_no_traceback(empty):
    told, closed = os.pipe()
    os.close(told)
    ran = subprocess.run(  # noqa: S603 - our own interpreter and package
        [sys.executable, "-m", "dossier", "build", "--project", str(empty)],
        stdout=closed,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(closed)
    assert ran.returncode == 2
    assert "Broken" not in ran.stderr
    assert (empty / "site/index.html").is_file()


def test_a_folder_of_articles_becomes_a_site(ferry, run):
    before = contents(ferry / "seeds")
    code, out, err = run("build", "--project", ferry)
    assert code == 0, err
    assert out.startswith("3 articles, ")
    assert f"Open {ferry / 'site' / 'index.html'}" in out
    home = (ferry / "site" / "index.html").read_text("utf-8")
    assert "Untitled dossier" in home
    assert sorted(path.name for path in (ferry / "site" / "sources").iterdir()) == [
        *("01.html", "02.html", "03.html", "index.html")
    ]
    assert (ferry / "site" / "actors" / "karl-eide.html").is_file()
    assert contents(ferry / "seeds") == before


def test_a_site_stays_up_when_a_build_fails(ferry, run):
    assert run("build", "--project", ferry)[0] == 0
    before = contents(ferry / "site")
    (ferry / "docs" / "about" / "mine.md").write_text("# Mine\n\n[gone](gone.md)\n")
    code, _, err = run("build", "--project", ferry)
    assert code == 2
    assert "gone.md" in err
    assert contents(ferry / "site") == before


# --- convert, check, verify ------------------------------------------------------------------


def test_convert_writes_pages_and_what_was_extracted(strike, run):
    code, out, _ = run("convert", "--project", strike, "--json", strike / "out" / "all.json")
    assert code == 0
    assert " 0 unchanged, 0 removed" in out
    told = json.loads((strike / "out" / "all.json").read_text("utf-8"))
    assert told == json.loads((strike / "docs" / "data" / "dossier.json").read_text("utf-8"))
    assert "tomas-ferrow" in json.dumps(told)


def test_a_second_convert_writes_nothing(strike, run):
    run("convert", "--project", strike)
    before = {path: path.stat().st_mtime_ns for path in contents(strike / "docs")}
    assert "docs/: 0 pages written" in run("convert", "--project", strike)[1]
    assert {path: path.stat().st_mtime_ns for path in contents(strike / "docs")} == before


def test_check_reads_without_writing(strike, run):
    code, out, _ = run("check", "--project", strike)
    assert (code, out) == (0, "No problems.\n")
    assert [path.name for path in strike.iterdir()] == ["seeds"]


def test_check_prints_every_problem_with_its_way_out(strike, run):
    (strike / "seeds" / "edits" / "identity.yml").unlink()
    (strike / "seeds" / "articles" / "103_bulletin.txt").unlink()
    code, _, err = run("check", "--project", strike)
    assert code == 0
    lines = [line for line in err.splitlines() if " E2" in line]
    assert len(lines) > 3
    assert all(line.startswith("seeds/") for line in lines)
    assert "warnings" in err.splitlines()[-1]


def test_one_of_a_kind_is_told_in_the_singular(tmp_path, run):
    project = tmp_path / "one"
    run("new", project)
    (project / "seeds" / "articles" / "01_ferry.txt").write_text(ARTICLES["01_ferry.txt"])
    code, out, _ = run("build", "--project", project)
    assert code == 0
    assert out.startswith("1 article, ")
    assert not re.search(r"\b1 \w+s\b", out)
    (project / "seeds" / "edits" / "identity.yml").write_text(
        "- {same: [Karl Eide, Nobody Atall], reason: To be told.}\n"
    )
    _, _, err = run("check", "--project", project)
    assert err.splitlines()[-1] == "1 warning"


def test_verify_holds_the_pages_to_the_seeds(strike, run):
    run("convert", "--project", strike)
    assert run("verify", "--project", strike)[:2] == (0, "Everything stands.\n")
    (strike / "docs" / "events" / "ev-2024-05-12-talks.md").write_text("Changed by hand.\n")
    code, _, err = run("verify", "--project", strike)
    assert code == 1
    assert "docs/events/ev-2024-05-12-talks.md: P401 the page is out of date" in err
    assert "run 'dossier convert'" in err


def test_verify_needs_the_originals_it_is_to_compare_with(strike, run):
    run("convert", "--project", strike)
    code, _, err = run("verify", "--project", strike, "--originals", strike / "nowhere")
    assert code == 2
    assert "nowhere: no such folder" in err


# --- suggest and export ----------------------------------------------------------------------


def test_suggestions_are_edits_ready_to_paste(ferry, run):
    code, out, _ = run("suggest", "--project", ferry)
    assert code == 0
    blocks = split_blocks(out)
    assert blocks
    for name, text in blocks.items():
        parse_edit_file(name, parse_yaml(text, shown_as=name))
    assert any(name.startswith("actors/") for name in blocks)
    assert any(name.startswith("events/") for name in blocks)


def test_export_writes_the_data_files(strike, run):
    code, out, _ = run("export", "--project", strike, strike / "data")
    assert code == 0
    made = sorted(path.name for path in (strike / "data").iterdir())
    assert "dossier.json" in made
    assert [line.rpartition("/")[2] for line in out.splitlines()] == made
    with (strike / "data" / "events.csv").open(encoding="utf-8", newline="") as file:
        assert {row["id"] for row in csv.DictReader(file)} >= {"ev-2024-05-13-walkout"}
    assert not (strike / "docs").exists()


# --- serve -----------------------------------------------------------------------------------


def wait_for(text, address):
    """Read a page until it holds the text, half a minute long."""
    for _ in range(60):
        with urlopen(address, timeout=5) as page:  # noqa: S310 - our own server
            if text in page.read().decode():
                return True
        time.sleep(0.5)
    return False


def test_serve_shows_what_changes_in_the_seeds(ferry):
    given = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONUNBUFFERED": "1"}
    words = [sys.executable, "-m", "dossier", "serve", "--port", "0", "--project", str(ferry)]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and package
        words, env=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as serving:
        try:
            lines = iter(serving.stdout.readline, "")
            address = next(line.split()[1] for line in lines if line.startswith("Serving"))
            assert wait_for("Untitled dossier", f"{address}index.html")
            settings = ferry / "seeds" / "dossier.yml"
            text = settings.read_text("utf-8").replace("Untitled dossier", "The ferry cut")
            settings.write_text(text, "utf-8")
            assert wait_for("The ferry cut", f"{address}index.html")
        finally:
            serving.terminate()
            serving.communicate()


# --- what goes wrong -------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["build", "convert", "check", "verify", "suggest", "serve"])
def test_a_folder_that_is_no_project_is_named_with_the_way_out(tmp_path, run, command):
    code, _, err = run(command, "--project", tmp_path / "nowhere")
    assert code == 2
    assert "nowhere" in err
    assert "run 'dossier new DIR' to lay out a project, or name one with --project DIR" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("identity.yml", "- same: [Marsh, Helen\n", "seeds/edits/identity.yml:"),
        ("quotations.yml", "- id: q-01\n  spaeker: x\n", "seeds/edits/quotations.yml:2: "),
        ("events/ev-x.yml", "id: ev-x\ntitle: X\ntype: dance\nat: 101:L6.1\n", "ev-x.yml:3: "),
        ("claims.yml", "- {text: X, at: 101:L99}\n", "seeds/edits/claims.yml:1: "),
        ("actors/a.yml", "id: a\nid: b\n", "seeds/edits/actors/a.yml:2: "),
    ],
    ids=["not YAML", "unknown key", "unknown word", "no such line", "key given twice"],
)
def test_a_broken_edit_is_named_by_file_and_line(strike, run, name, text, told):
    path = strike / "seeds" / "edits" / name
    path.write_text(text, "utf-8")
    code, _, err = run("convert", "--project", strike)
    assert code == 2
    assert told in err
    assert "Traceback" not in err
    assert not (strike / "docs").exists()


def test_an_error_that_must_not_be_published_fails_the_run(strike, run):
    path = strike / "seeds" / "edits" / "relations.yml"
    path.write_text("- {from: helen-marsh, rel: met, to: helen-mash, at: 101:L10.2}\n", "utf-8")
    code, _, err = run("check", "--project", strike)
    assert code == 1
    assert "seeds/edits/relations.yml:1: E203" in err
    assert "did you mean helen-marsh" in err
    assert "1 error" in err


def test_settings_with_an_unknown_key_list_the_known_ones(strike, run):
    with (strike / "seeds" / "dossier.yml").open("a", encoding="utf-8") as file:
        file.write("tilte: X\n")
    code, _, err = run("check", "--project", strike)
    assert code == 2
    assert "seeds/dossier.yml:10: unknown key 'tilte' (known: as_of, " in err


@pytest.mark.parametrize("words", [[], ["bild"], ["build", "--projct", "x"]])
def test_words_that_no_command_knows(run, words):
    code, _, err = run(*words)
    assert code == 2
    assert "usage: dossier" in err


def test_the_version_is_told(run):
    code, out, _ = run("--version")
    assert code == 0
    assert out.startswith("dossier ")
