"""What the project is made of is pinned, listed and audited."""

import hashlib
import importlib.util
import json
import re

import pytest
import yaml

from conftest import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def load_supply():
    spec = importlib.util.spec_from_file_location("supply", ROOT / "scripts" / "supply.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def locked(path):
    """Name and version of every package a lock file lists."""
    named = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.MULTILINE)
    found = named.findall(path.read_text("utf-8"))
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in found}


@pytest.mark.parametrize("path", LOCKS, ids=[path.stem for path in LOCKS])
def test_every_package_is_locked_by_hash_and_no_address_is_named(path):
    text = path.read_text("utf-8")
    entries = re.split(r"(?m)^(?=[A-Za-z0-9])", text)[1:]
    # A package may be there in two versions, for two Pythons.
    assert len(entries) >= len(locked(path)) > 10
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_every_extra_has_a_lock():
    table = (ROOT / "pyproject.toml").read_text("utf-8").split("[project.optional-dependencies]")[1]
    extras = set(re.findall(r"(?m)^([a-z]+) = \[", table.split("\n[")[0]))
    # FollowTheMoney's library is for one test and has an environment of its own.
    assert extras - {"build"} == {path.stem for path in LOCKS} - {"base", "followthemoney"}


def test_every_package_of_a_build_is_listed_with_its_licence():
    rows = re.findall(
        r"(?m)^\| (\S+) +\| (\S+) +\| (.+?) +\|$", (ROOT / "THIRD_PARTY.md").read_text("utf-8")
    )[1:]
    listed = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version, _ in rows}
    # Some are for other systems only, and setuptools builds this package itself.
    expected = locked(ROOT / "requirements" / "base.lock")
    assert set(listed) <= set(expected)
    text = (ROOT / "requirements" / "base.lock").read_text("utf-8")
    assert [key for key, version in listed.items() if f"=={version}" not in text] == []
    assert set(expected) - set(listed) <= {"setuptools", "tzdata", "colorama"}
    assert [name for name, _, licence in rows if licence.strip() in {"", "UNKNOWN"}] == []


PACKAGE = ROOT / "scripts" / "dossier"
VENDORED = sorted(path for path in PACKAGE.rglob("README.md") if "# Vendored" in path.read_text())
OWN_SCRIPTS = {
    "render/assets/chips.js",
    "render/assets/iframe-worker.js",
    "render/assets/network.js",
    "render/assets/xray.js",
    "site/search/worker.js",
}


def test_whatever_others_made_is_kept_with_its_hash_and_its_licence():
    listed = set()
    for readme in VENDORED:
        for row in re.findall(r"(?m)^\| `.*$", readme.read_text("utf-8")):
            name, licence = re.search(r"`(.+?)`", row)[1], re.search(r"`(\S+LICENSE\S+)`", row)[1]
            vendored = readme.with_name(name)
            assert re.findall(r"`([0-9a-f]{64})`", row) == [
                hashlib.sha256(vendored.read_bytes()).hexdigest()
            ]
            assert "copyright" in readme.with_name(licence).read_text("utf-8").lower()
            listed.add(vendored.relative_to(PACKAGE).as_posix())
    scripts = {
        path.relative_to(PACKAGE).as_posix()
        for ending in ("js", "mjs", "json", "wasm", "woff2")
        for path in PACKAGE.rglob(f"*.{ending}")
    }
    assert scripts == listed | OWN_SCRIPTS


@pytest.mark.parametrize("path", WORKFLOWS, ids=[path.stem for path in WORKFLOWS])
def test_actions_are_pinned_by_digest_and_rights_are_given_by_job(path):
    workflow = yaml.safe_load(path.read_text("utf-8"))
    used = [
        step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step
    ]
    assert used
    assert [name for name in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name)] == []
    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())
    assert "audit" in workflow["jobs"]["build"]["needs"]


@pytest.mark.parametrize(
    ("packages", "code"),
    [
        ([], 2),
        ([{"name": "a", "skip_reason": "not found"}], 2),
        ([{"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "x"}], 2),
        ([{"name": "a", "version": "1", "vulns": []}], 0),
        ([{"name": "a", "version": "1", "vulns": [{"id": "V-1", "fix_versions": ["2"]}]}], 1),
    ],
    ids=["nothing", "none answered", "not all answered", "clean", "vulnerable"],
)
def test_an_audit_that_asked_about_nothing_has_failed(packages, code):
    assert load_supply().judge(json.dumps({"dependencies": packages}))[0] == code


def test_an_audit_without_a_report_has_failed():
    assert load_supply().judge("")[0] == 2
