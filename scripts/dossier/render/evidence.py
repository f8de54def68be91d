"""What a carried copy of the site needs to check its quotations against the originals.

Only words that stand letter by letter in the original are listed: quotations, and words set
apart in quotation marks. ``verify.py`` in the built site reads this file.
"""

from dossier.model import Anchor, Source
from dossier.render.book import Book
from dossier.render.excerpt import is_verbatim, words_of
from dossier.render.markdown import flatten

EVIDENCE = "data/evidence.json"

Json = dict[str, object]


def export_evidence(book: Book) -> Json:
    """List sources with their hashes, and quoted words with the lines they stand on.

    Args:
        book: The dossier.

    Returns:
        ``sources``: id, hash of the file read and, of a restatement, the original's name,
        hash and number of lines. ``quotations``: id, source, first and last line of the
        paragraph in the original, and the words of one piece; pieces in text order. Words that
        pages may not print are left out.
    """
    dossier = book.dossier
    pieces = [
        (quotation.id, anchor)
        for quotation in dossier.quotations
        for anchor in quotation.anchors
        if is_verbatim(book, anchor) and words_of(book, anchor) == flatten(anchor.exact)
    ]
    return {
        "sources": [_source(source) for source in dossier.sources.values()],
        "quotations": [_quotation(book, key, anchor) for key, anchor in pieces],
    }


def _source(source: Source) -> Json:
    row: Json = {"id": source.id, "file": source.path, "sha256": source.sha256}
    if source.original is not None:
        original = source.original
        row["original"] = {
            "file": original.file,
            "sha256": original.sha256,
            "lines": original.lines,
        }
    return row


def _quotation(book: Book, key: str, anchor: Anchor) -> Json:
    passage = book.passage_at(anchor)
    lines = [passage.first_line, passage.last_line] if passage else []
    return {"id": key, "source": anchor.source_id, "lines": lines, "words": anchor.exact}
