"""What somebody only said stands on no page as if an article stated it."""

import html
import re

import pytest

from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.scaffold import lay_out_project


def plain(markup):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split()).replace(" ,", ",")


def lines_of(page, fragment, pattern):
    """What a reader sees of the lines of one section of a page."""
    section = page.partition(f"{{#{fragment}}}")[2].partition("\n## ")[0]
    return [plain(line) for line in re.findall(pattern, section)]


@pytest.mark.cases("also_mentioned")
def test_a_line_says_who_says_so_and_keeps_the_hedge(case, tmp_path):
    lay_out_project(tmp_path)
    settings = tmp_path / "seeds" / "dossier.yml"
    threshold = f"event_threshold: {case['threshold']}\n"
    settings.write_text(settings.read_text("utf-8") + threshold, "utf-8")
    for name, text in case["articles"].items():
        (tmp_path / "seeds" / "articles" / f"{name}.txt").write_text(text, "utf-8")
    files = render_dossier(*assemble(tmp_path))
    lines = {
        name: lines_of(page, fragment, pattern)
        for name, page, fragment, pattern in (
            ("mentioned", files["sources/001.md"], "mentioned", r"<li>.*?</li>"),
            ("known", files.get("known/2024-05-07.md", ""), "events", r"<tr><th scope.*?</tr>"),
        )
    }
    case.expect({name: found for name, found in lines.items() if name in case["expected"]})
