"""The part of a page that says how to cite it: in words, as BibTeX and as CSL-JSON."""

import json

from dossier.render.citations import Citation, make_csl, write_bibtex, write_plain
from dossier.render.markdown import Md, escape, join
from dossier.render.markup import block, tag


def cite_openly(citation: Citation) -> Md:
    """Show a citation in words, its other forms folded away."""
    plain = tag("p", write_plain(citation), class_="citation")
    return join(Md("\n"), [plain, _fold("BibTeX and CSL-JSON", _forms(citation))])


def cite_folded(citation: Citation) -> Md:
    """Fold a whole citation away under a word that opens it."""
    return _fold("Cite", [tag("p", write_plain(citation), class_="citation"), *_forms(citation)])


def _fold(summary: str, lines: list[Md]) -> Md:
    # Three forms of one title would fill the search index with copies.
    return block(
        "details", [tag("summary", summary), *lines], "more cite", data_search_exclude="true"
    )


def _forms(citation: Citation) -> list[Md]:
    csl = json.dumps([make_csl(citation)], ensure_ascii=False, indent=1)
    return [
        tag("p", "BibTeX", class_="cite-form"),
        _listing(write_bibtex(citation)),
        tag("p", "CSL-JSON", class_="cite-form"),
        _listing(csl),
    ]


def _listing(text: str) -> Md:
    """Show lines as they stand, for copying."""
    lines = [Md("&#32;" * (len(line) - len(line.lstrip()))) + escape(line.strip())
             for line in text.split("\n")]  # fmt: skip
    return Md("<pre><code>") + Md("\n".join(lines)) + Md("</code></pre>")
