"""No page of the first dossier calls anybody names in the dossier's own voice."""

import html
import re

from conftest import ROOT
from dossier.check.voice import find_loaded, strip_quoted
from dossier.folding import lower_in_place
from dossier.pipeline import assemble
from dossier.render import render_dossier

NOT_PROSE = re.compile(
    r"<script.*?</script>|<(q|blockquote|mark|pre|code)\b.*?</\1>|(?:events|actors)/[\w-]+",
    re.DOTALL,
)
"""Data for machines, words of sources, references to copy, and addresses."""


def test_no_page_of_the_first_dossier_has_a_loaded_term_outside_quotation_marks():
    """Headings, tables, drawings and captions, as a reader sees them."""
    dossier, settings = assemble(ROOT)
    loaded = find_loaded(settings)
    pages = {
        path: page
        for path, page in render_dossier(dossier, settings).items()
        if path.endswith(".md") and not path.startswith("about/")
    }
    assert len(pages) > 100
    quoted = 0
    for path, page in pages.items():
        text = NOT_PROSE.sub(" ", page.partition("\n---\n")[2])
        text = lower_in_place(html.unescape(re.sub(r"<[^>]+>", " ", text)))
        assert not loaded.search(strip_quoted(text)), path
        quoted += len(loaded.findall(text))
    assert quoted > 20
