"""Pages left at old addresses: they lead on by themselves, and by a link where they may not."""

import html
from collections.abc import Iterator

from dossier.render.book import Book
from dossier.render.links import href

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={way}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Leads on to {title}.">
<title>Moved: {title}</title>
<link rel="icon" href="data:,">
<link rel="canonical" href="{way}">
</head>
<body>
<main>
<h1>This page has moved</h1>
<p>What stood here now stands on the page <a href="{way}">{title}</a>.</p>
</main>
</body>
</html>
"""


def render_redirects(book: Book) -> Iterator[tuple[str, str]]:
    """Write a page for every old address.

    Args:
        book: The dossier.

    Yields:
        Path under ``docs/`` and text. MkDocs copies such a page as it is; it needs no script.
    """
    for moved in book.dossier.moved:
        way = href(f"{moved.was}.md", f"{moved.now}.md")
        title = html.escape(_title(book, moved.now))
        yield f"{moved.was}.html", _PAGE.format(way=html.escape(way), title=title)


def _title(book: Book, page: str) -> str:
    folder, _, key = page.partition("/")
    if folder == "actors":
        return book.dossier.actors[key].name
    if folder == "events":
        return book.dossier.events[key].title
    return book.dossier.sources[key].title.value or key
