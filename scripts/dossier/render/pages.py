"""Every file under ``docs/``: what opens each page and what fills it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment

from dossier.errors import DossierError
from dossier.model import Dossier
from dossier.render.book import Book
from dossier.render.chips import class_tag
from dossier.render.evidence import EVIDENCE, export_evidence
from dossier.render.exports import Export, render_exports
from dossier.render.links import find_dead_links
from dossier.render.markdown import Md, front_matter, make_environment
from dossier.render.opening import open_book
from dossier.render.page import Page
from dossier.render.page_list import list_pages
from dossier.render.previews import render_cards
from dossier.render.redirects import render_redirects
from dossier.render.references import References
from dossier.render.search import SEARCH, SEARCHED, render_search
from dossier.settings import Settings

ASSETS = Path(__file__).parent / "assets"
ABOUT = Path(__file__).parent / "about"
"""Pages that people wrote about the program itself; every project's site carries them."""


def render_dossier(dossier: Dossier, settings: Settings) -> Mapping[str, str]:
    """Write out every page and data file of a dossier.

    Args:
        dossier: The finished dossier.
        settings: The project's settings.

    Returns:
        Texts by path under ``docs/``, with forward slashes, sorted by path.

    Raises:
        DossierError: An id cannot be an address, two pages have one address, or a link would
            lead nowhere.
    """
    book = open_book(dossier, settings)
    exports = render_exports(book)
    environment = make_templates()
    pages = tuple(list_pages(book, exports))
    references = References(book)
    filled = [(page.path, _fill(environment, page, references)) for page in pages]
    files = _gather(
        [
            *filled,
            *render_redirects(book),
            *render_cards(book, dict(filled)),
            *((export.path, export.text) for export in exports),
            (EVIDENCE, _write_json(export_evidence(book))),
            (SEARCH, _list_searched(book, pages)),
            *((f"assets/dossier/{p.name}", p.read_text("utf-8")) for p in ASSETS.iterdir()),
            *((f"about/{p.name}", _introduce(p)) for p in ABOUT.glob("*.md")),
        ]
    )
    dead = find_dead_links(files)
    if dead:
        raise DossierError(f"links that lead nowhere: {'; '.join(dead[:5])}")
    return files


def make_templates() -> Environment:
    """Open the templates, with the marks that say of what class a statement is."""
    environment = make_environment()
    for kind in ("Reported", "Derived", "Assessed"):
        environment.globals[kind.lower()] = _mark(kind)
    return environment


def fill_template(environment: Environment, template: str, view: object) -> str:
    """Place a view in a template.

    Args:
        environment: As ``make_templates`` gives it.
        template: Name of the template without its ending.
        view: What the template places.
    """
    return environment.get_template(f"{template}.md.j2").render(view=view)


def _list_searched(book: Book, pages: Iterable[Page]) -> str:
    return render_search(book, [(p.path, p.title, p.description) for p in pages if p.found])


def _write_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def render_data(dossier: Dossier, settings: Settings) -> Mapping[str, str]:
    """Write out the data files alone.

    Args:
        dossier: The finished dossier.
        settings: The project's settings.

    Returns:
        Texts by file name, sorted.
    """
    exports = render_exports(open_book(dossier, settings))
    return {Path(export.path).name: export.text for export in sorted(exports, key=_by_path)}


def _by_path(export: Export) -> str:
    return export.path


def _gather(written: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    files: dict[str, str] = {}
    taken: set[str] = set()
    for path, text in sorted(written):
        # Some file systems do not tell letters' case apart.
        if path.lower() in taken:
            raise DossierError(f"docs/{path}: two pages have this address (change one's id)")
        taken.add(path.lower())
        files[path] = text
    return files


def _fill(environment: Environment, page: Page, references: References) -> str:
    head = front_matter(
        {
            "title": page.title,
            "description": page.description,
            "generated_from": page.made_from,
        },
        searched=page.path in SEARCHED,
    )
    body = fill_template(environment, page.template, page.view)
    parts = [body.strip(), references.write(page.path, body) if page.foot else ""]
    written = "\n\n".join(part for part in parts if part)
    return f"{head}\n{_notice(page.made_from)}\n\n{written}\n"


def _introduce(path: Path) -> str:
    """Give a page that ships with the program the opening of a generated one."""
    made_from = f"scripts/dossier/render/about/{path.name}"
    head, _, body = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
    opening = f"---\n{head}\ngenerated_from: {made_from}\n---\n"
    return f"{opening}{_notice(made_from)}\n{body}"


def _notice(made_from: str) -> str:
    return f"<!-- Generated: to change this page, edit {made_from}. -->"


def _mark(kind: str) -> Md:
    return Md(f'<p class="basis">{class_tag(kind)}</p>')
