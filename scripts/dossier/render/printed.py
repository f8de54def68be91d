"""The brief and the paper edition as whole documents, for programs that set books and PDF.

A document holds its style and asks for nothing else. Links within it work; those to pages of the
site lead to its published address, and where the project names none, they are plain words.
"""

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

import markdown

from dossier.model import Dossier
from dossier.render.book import Book
from dossier.render.leaf import Leaf
from dossier.render.links import BRIEF, PAPER
from dossier.render.markdown import flatten
from dossier.render.opening import open_book
from dossier.render.pages import fill_template, make_templates
from dossier.render.paper import bind_paper, view_paper
from dossier.render.references import References
from dossier.render.views.brief import view_brief
from dossier.settings import Settings

STYLES = tuple(Path(__file__).parent / "assets" / name for name in ("dossier.css", "paper.css"))

_KNOWN = {
    ".md-typeset:has(.piece)": ".md-typeset.bound.bound-dossier",
    ".md-typeset:has(ul.brief)": ".md-typeset.bound.bound-brief",
}
"""What a style sheet of the site must look for in a page, and a document says of itself: looking
for it at each element would take WeasyPrint minutes."""

_AWAY = re.compile(r'(<a\b[^<>]*?) href="(?!#|[a-z]+:)([^"]*)"')


def render_printed(dossier: Dossier, settings: Settings) -> Mapping[str, str]:
    """Write the brief and the paper edition as HTML documents.

    Args:
        dossier: The finished dossier.
        settings: The project's settings.

    Returns:
        Documents by name without ending: ``brief`` and ``dossier``.
    """
    book = open_book(dossier, settings)
    title = settings.title
    brief = _write(book, BRIEF, view_brief(Leaf(book, BRIEF)))
    _, view = next(view_paper(book, bind_paper(book, longest=0)))
    return {
        "brief": _bind(settings, f"{title}: brief", brief, "brief"),
        "dossier": _bind(settings, title, _write(book, PAPER, view), "dossier"),
    }


def _write(book: Book, page: str, view: object) -> str:
    body = fill_template(make_templates(), page.removesuffix(".md"), view)
    if page == BRIEF:
        body = f"{body}\n\n{References(book).write(page, body)}"
    made = markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables"])
    return _AWAY.sub(lambda match: _lead_away(match, book.settings.site_url), made)


def _lead_away(match: re.Match[str], site: str) -> str:
    """Give a link to the site its whole address; without one, take the link from it."""
    opening, way = match.groups()
    return f'{opening} href="{escape(site.rstrip("/"))}/{way}"' if site else opening


def _bind(settings: Settings, title: str, body: str, css: str) -> str:
    style = "\n".join(path.read_text("utf-8") for path in STYLES)
    for looked_for, said in _KNOWN.items():
        style = style.replace(looked_for, said)
    language = escape(settings.language)
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{language}"><head><meta charset="utf-8">',
            f"<title>{escape(flatten(title))}</title>",
            f"<style>\n{style}\n</style></head>",
            f'<body class="md-typeset bound bound-{css}">',
            body,
            "</body></html>\n",
        )
    )
