"""By which words each source names somebody."""

from collections.abc import Iterable, Mapping, Sequence

from dossier.model import Mention, SourceId
from dossier.render.book import Book
from dossier.render.markdown import flatten
from dossier.vocabulary import MentionForm

Forms = Mapping[tuple[str, str], Sequence[Mention]]
"""Mentions by the words used and what stands in quotation marks, in order of first use."""

_OPENING, _CLOSING = "\"“‘'„«", "\"”’'“»"


def forms_by_source(book: Book, mentions: Iterable[Mention]) -> Mapping[SourceId, Forms]:
    """Sort an actor's mentions by source and by the words used; pronouns name nobody."""
    sources: dict[SourceId, dict[tuple[str, str], list[Mention]]] = {}
    for mention in mentions:
        if mention.form is not MentionForm.PRONOUN:
            key = _as_named(mention), _marks(book, mention)
            forms = sources.setdefault(mention.anchor.source_id, {})
            forms.setdefault(key, []).append(mention)
    return sources


def _as_named(mention: Mention) -> str:
    """The words with the title before or after them, unless they hold it."""
    exact, title = mention.anchor.exact, mention.title
    held = title.casefold() in exact.casefold()
    return flatten(exact if held else f"{title} {exact}")


def _marks(book: Book, mention: Mention) -> str:
    """Say what of a name stands in quotation marks; empty if nothing does."""
    text = book.dossier.sources[mention.anchor.source_id].text
    before = text[mention.anchor.start - 1 : mention.anchor.start]
    after = text[mention.anchor.end : mention.anchor.end + 1]
    if mention.title_quoted:
        return "the title in quotation marks"
    if before in _OPENING and after in _CLOSING and before:
        return "in quotation marks"
    return "as an adjective" if mention.form is MentionForm.ADJECTIVE else ""
