"""Addresses of pages, and the way from one to another.

Pages are files (``use_directory_urls: false`` in ``mkdocs.yml``), so that a site opens from a
folder as it does from a server. A link is relative for the same reason.
"""

import posixpath
import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from dossier.errors import DossierError
from dossier.model import ActorId, EventId, SourceId
from dossier.render.markdown import Md
from dossier.render.markup import tag

BRIEFING = "index.md"
BRIEF = "brief.md"
PAPER = "paper.md"
FINDING_AIDS = "search.md"
EVENTS = "events/index.md"
ACTORS = "actors/index.md"
SOURCES = "sources/index.md"
TIMELINE = "timeline.md"
NETWORK = "network.md"
MAP = "map.md"
MATRIX = "matrix.md"
FRAMING = "framing.md"
ORIGINS = "origins.md"
PHRASES = "phrases.md"
KNOWN = "known/index.md"
QUOTATIONS = "quotations.md"
FINDINGS = "findings.md"
DATES = "dates.md"
METHOD = "method.md"
DATA = "data.md"
CHANGES = "changes.md"
COMPARE = "compare.md"

_PAGE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_HREF = re.compile(r'<\w[^<>]*\shref="([^"]*)"')
"""Within a tag only: no text of an article holds an angle bracket once it is escaped."""

_MARKDOWN_LINK = re.compile(r"\]\(([^()\s]*)\)")
_ID = re.compile(r'<\w[^<>]*\sid="([^"]*)"')
_HEADING_ID = re.compile(r"\n#{1,6} [^\n]*\{#([^}\s]*)\}(?=\n|\Z)")


def event_page(event_id: EventId) -> str:
    """Path of an event's page under ``docs/``."""
    return f"events/{_page_name(event_id)}.md"


def actor_page(actor_id: ActorId) -> str:
    """Path of an actor's page under ``docs/``."""
    return f"actors/{_page_name(actor_id)}.md"


def source_page(source_id: SourceId) -> str:
    """Path of a source's page under ``docs/``."""
    return f"sources/{_page_name(source_id)}.md"


def known_page(day: date) -> str:
    """Path under ``docs/`` of the page that says what was known on a day."""
    return f"known/{day.isoformat()}.md"


def compared_actors_page(left: ActorId, right: ActorId) -> str:
    """Path under ``docs/`` of the page that sets two actors side by side."""
    return f"compare/actors/{_page_name(left)}.{_page_name(right)}.md"


def compared_sources_page(left: SourceId, right: SourceId) -> str:
    """Path under ``docs/`` of the page that sets two sources side by side."""
    return f"compare/sources/{_page_name(left)}.{_page_name(right)}.md"


def paper_page(volume: int) -> str:
    """Path under ``docs/`` of a volume of the paper edition, counted from 1."""
    return PAPER if volume == 1 else f"paper/{volume}.md"


def timeline_page(name: str) -> str:
    """Path under ``docs/`` of the timeline's page for a period, such as ``2021-q3``."""
    return f"timeline/{_page_name(name)}.md"


def href(page: str, target: str, fragment: str = "") -> str:
    """Find the way from one page to a place in another.

    Args:
        page: Path of the page that links, under ``docs/``.
        target: Path of the page or file linked to, under ``docs/``.
        fragment: Id of an element there; empty for the page itself.

    Returns:
        A relative address of the built site.
    """
    if page == target and fragment:
        return f"#{fragment}"
    way = _find_way(posixpath.dirname(page), target)
    return f"{way}#{fragment}" if fragment else way


@cache
def _find_way(folder: str, target: str) -> str:
    way = posixpath.relpath(target, folder or ".")
    return f"{way[: -len('.md')]}.html" if way.endswith(".md") else way


def link(page: str, target: str, text: str, fragment: str = "", css: str = "") -> Md:
    """Write a link from one page to a place in another; a plain text is escaped."""
    return tag("a", text, class_=css, href=href(page, target, fragment))


def find_dead_links(files: Mapping[str, str]) -> tuple[str, ...]:
    """Follow every link between generated files.

    Args:
        files: Text by path under ``docs/``. Links to ``about/``, whose headings have no
            explicit ids, are left to MkDocs.

    Returns:
        ``page: address`` of each link whose page or fragment does not exist, sorted.
    """
    bodies = {path: _body(text) for path, text in files.items() if path.endswith(".md")}
    places = {path: _fragments(body) for path, body in bodies.items()}
    dead = set()
    for path, body in bodies.items():
        addresses = set(_HREF.findall(body)) | set(_MARKDOWN_LINK.findall(body))
        for address in addresses:
            if ":" not in address and not _leads_somewhere(path, address, places, files):
                dead.add(f"{path}: {address}")
    return tuple(sorted(dead))


def _body(text: str) -> str:
    """A page without its front matter, which is no Markdown and holds titles of articles."""
    return text.partition("\n---\n")[2] if text.startswith("---\n") else text


def _fragments(text: str) -> frozenset[str]:
    return frozenset((*_ID.findall(text), *_HEADING_ID.findall(f"\n{text}")))


def _leads_somewhere(
    page: str, address: str, places: Mapping[str, frozenset[str]], files: Mapping[str, str]
) -> bool:
    way, _, fragment = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), way)) if way else page
    if target.endswith(".html"):
        target = f"{target[: -len('.html')]}.md"
    if target.startswith("about/"):
        return True
    return target in files and (not fragment or fragment in places.get(target, ()))


def _page_name(key: str) -> str:
    if not _PAGE_NAME.fullmatch(key) or key.lower() == "index":
        raise DossierError(
            f"{key!r} cannot be a page's address (use letters, digits and hyphens, not 'index')"
        )
    return key
