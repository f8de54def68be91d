"""The page of problems lists every code the program can print, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def codes_in(paths):
    texts = (path.read_text("utf-8") for path in paths)
    return {code for text in texts for code in re.findall(r'"([A-Z][1-9]\d\d)"', text)}


def test_every_code_is_explained():
    used = codes_in((ROOT / "scripts" / "dossier").rglob("*.py"))
    page = (ROOT / "docs" / "about" / "problems.md").read_text("utf-8")
    listed = set(re.findall(r"(?m)^\| ([A-Z]\d{3}) \|", page))
    # Codes of reading are explained where articles are put in.
    assert {code for code in used if not code.startswith("R")} == listed
