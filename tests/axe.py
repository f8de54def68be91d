"""The guidelines for accessible pages, and what a page weighs on the line."""

import gzip
from importlib.resources import files

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = files("axe_playwright_python").joinpath("axe.min.js")


def find_violations(page):
    """What an open page breaks: the first elements by rule.

    The page's own policy lets no other script in: its context must bypass it.
    """
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules})", RULES
    )
    return {
        rule["id"]: [node["html"][:120] for node in rule["nodes"][:3]]
        for rule in found["violations"]
    }


def transferred(path):
    """Bytes on the line: static hosts send text compressed."""
    return len(gzip.compress(path.read_bytes(), 6))
