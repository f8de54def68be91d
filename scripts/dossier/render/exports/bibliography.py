"""Sources for reference managers: CSL-JSON and BibTeX."""

import json

from dossier.render.book import Book
from dossier.render.citations import cite_source, make_csl, write_bibtex


def export_csl(book: Book) -> str:
    """Write every source as CSL-JSON."""
    rows = [make_csl(cite_source(book, source)) for source in book.dossier.sources.values()]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def export_bibtex(book: Book) -> str:
    """Write every source as BibTeX."""
    entries = [write_bibtex(cite_source(book, one)) for one in book.dossier.sources.values()]
    return "".join(f"{entry}\n" for entry in entries)
