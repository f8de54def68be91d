"""What a web page says about itself, and in which tag it says so.

Only what the page states in its own tags is taken. Guessing a date from a page's text is what
other tools are good at and what a dossier must not do.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dossier.dates import DateValue
from dossier.model import Fact
from dossier.read.facts import Particulars, dated
from dossier.read.frontmatter import parse_given_date
from dossier.read.headline import split_suffix
from dossier.read.notes import NOT_STATED
from dossier.vocabulary import FactBasis

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml has no types

_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "application-name")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
)
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)\Z")
_LONGEST_JSON = 300_000
_MOST_BLOCKS = 20
_MOST_NODES = 2_000
_LONGEST_VALUE = 400
_ADDRESS = re.compile(r"https?://\S{3,2000}\Z")
_AND = re.compile(r"\s*(?:,|;|\sand\s|&)\s*")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page states about its article.

    Attributes:
        title: Headline.
        authors: One fact a name; none if no tag names any.
        publisher: Outlet.
        published: Date; its value is the EDTF string of ``published_on``.
        published_on: Date; None if no tag gives it.
        url: Address; or empty.
        language: As given, such as ``en-GB``; or empty.
    """

    title: Fact = NOT_STATED
    authors: tuple[Fact, ...] = ()
    publisher: Fact = NOT_STATED
    published: Fact = NOT_STATED
    published_on: DateValue | None = None
    url: str = ""
    language: str = ""

    def with_title(self, title: str) -> "PageHead":
        """The same with the words of ``<title>``."""
        return replace(self, title=_fact(title, "tag <title>"))

    def applied_to(self, found: Particulars) -> Particulars:
        """What the text says about itself, with what the page states put first."""
        return replace(
            found,
            title=self.title if self.title.value else found.title,
            authors=self.authors or found.authors,
            publisher=self.publisher if self.publisher.value else found.publisher,
            published=self.published if self.published_on else found.published,
            published_on=self.published_on or found.published_on,
            url=self.url or found.url,
        )


EMPTY = PageHead()


def read_head(tree: "HtmlElement") -> PageHead:
    """Read a page's meta tags and linked data.

    Args:
        tree: The page, parsed.
    """
    metas = _metas(tree)
    linked = next(_linked_articles(tree), {})
    publisher = _either(_first(metas, _PUBLISHERS), _linked(linked, "publisher", "name"))
    title = _title(tree, metas, linked, publisher.value)
    published, published_on = _published(tree, metas, linked)
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), "")
    url = str(canonical) or metas.get("og:url", "")
    return PageHead(
        title=title,
        authors=tuple(_authors(metas, linked)),
        publisher=publisher,
        published=published,
        published_on=published_on,
        url=url if _ADDRESS.match(url) else "",
        language=str(tree.get("lang") or metas.get("og:locale", "")),
    )


def _metas(tree: "HtmlElement") -> dict[str, str]:
    metas: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = " ".join((tag.get("content") or "").split())
        if name and content and len(content) <= _LONGEST_VALUE:
            metas.setdefault(name.lower(), content)
    return metas


def _linked_articles(tree: "HtmlElement") -> Iterator[Mapping[str, object]]:
    """Articles among the page's linked data (schema.org), in page order."""
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    for script in scripts[:_MOST_BLOCKS]:
        if len(script) > _LONGEST_JSON:
            continue
        try:
            waiting = [json.loads(script)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                kinds = node.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in kinds):
                    yield node
                waiting.append(node.get("@graph"))


def _title(
    tree: "HtmlElement", metas: Mapping[str, str], linked: Mapping[str, object], publisher: str
) -> Fact:
    fact = _either(_first(metas, _TITLES), _linked(linked, "headline"))
    headings = tree.xpath("//h1")
    if not fact.value:
        if len(headings) == 1 and headings[0].text_content().strip():
            fact = _fact(" ".join(headings[0].text_content().split()), "tag <h1>")
        else:
            fact = _fact(" ".join((tree.findtext(".//title") or "").split()), "tag <title>")
    title, suffix = split_suffix(fact.value)
    return replace(fact, value=title) if suffix and suffix == publisher else fact


def _authors(metas: Mapping[str, str], linked: Mapping[str, object]) -> Iterator[Fact]:
    given = linked.get("author")
    entries = given if isinstance(given, list) else [given]
    found = False
    for entry in entries:
        name = entry.get("name") if isinstance(entry, dict) else entry
        if isinstance(name, str) and name.strip() and len(name) <= _LONGEST_VALUE:
            found = True
            yield _fact(name.strip(), "linked data, author")
    if found:
        return
    for key in _AUTHORS:
        if key in metas and not _ADDRESS.match(metas[key]):
            names = metas[key].removeprefix("By ").removeprefix("by ")
            for name in _AND.split(names):
                if name:
                    yield _fact(name, f"meta tag {key}")
            return


def _published(
    tree: "HtmlElement", metas: Mapping[str, str], linked: Mapping[str, object]
) -> tuple[Fact, DateValue | None]:
    times = tree.xpath("//time[@pubdate]/@datetime | //*[@itemprop='datePublished']/@datetime")
    times += tree.xpath("//article//time/@datetime")[:1]
    candidates = [(f"meta tag {key}", metas[key]) for key in _DATES if key in metas]
    in_linked = linked.get("datePublished")
    if isinstance(in_linked, str):
        candidates.insert(min(1, len(candidates)), ("linked data, datePublished", in_linked))
    candidates += [("tag <time>", str(time)) for time in times]
    for where, text in candidates:
        printed = parse_given_date(text.strip()[:_LONGEST_VALUE])
        if printed is not None:
            return dated(printed, where, None), printed.value
    return NOT_STATED, None


def _either(best: Fact, other: Fact) -> Fact:
    return best if best.value else other


def _first(metas: Mapping[str, str], keys: tuple[str, ...]) -> Fact:
    key = next((key for key in keys if key in metas), None)
    return NOT_STATED if key is None else _fact(metas[key], f"meta tag {key}")


def _linked(linked: Mapping[str, object], *path: str) -> Fact:
    value: object = linked
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    if isinstance(value, str) and value.strip() and len(value) <= _LONGEST_VALUE:
        return _fact(" ".join(value.split()), f"linked data, {path[0]}")
    return NOT_STATED


def _fact(value: str, note: str) -> Fact:
    return Fact(value, FactBasis.STATED, note) if value else NOT_STATED
