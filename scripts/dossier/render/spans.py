"""Places in the files as they lie on disk, from places in the texts that the dossier works on."""

from collections.abc import Mapping, Sequence

from dossier.model import Anchor
from dossier.moves import place_in_file
from dossier.render.book import Book
from dossier.render.excerpt import words_of
from dossier.render.markdown import flatten

Json = dict[str, object]


class Spans:
    """Places in files, from places in normalised texts."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def of(self, anchor: Anchor) -> Json:
        """Give the place of words, with the words where they may be printed."""
        start = self._in_file(anchor.source_id, anchor.start)
        # The last character's own place: what was left out behind it does not belong to it.
        end = self._in_file(anchor.source_id, anchor.end - 1) + 1
        row: Json = {"source": anchor.source_id, "start": start, "end": end}
        if words_of(self._book, anchor) == flatten(anchor.exact):
            row["text"] = anchor.exact
        return row

    def of_all(self, keys: Sequence[str], anchors: Mapping[str, Anchor]) -> list[Json]:
        """Give the places of what keys name; a key without an anchor is passed over."""
        return [self.of(anchors[key]) for key in keys if key in anchors]

    def _in_file(self, source_id: str, position: int) -> int:
        return place_in_file(self._book.dossier.sources[source_id], position)
