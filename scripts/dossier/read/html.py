"""Read a saved web page: the article's text, without the page around it.

``trafilatura`` takes pages apart, from the file alone and without network. Every HTML parser
can be kept busy for minutes by a page made for it, so a page is first counted: one that is too
large, too deep or too finely cut is only stripped of its tags, and a problem says so. Counting
rather than timing makes the result the same on a slow machine.
"""

import html
import logging
import re

from dossier.errors import Problem
from dossier.read.decode import Decoded, decode
from dossier.read.htmlhead import EMPTY, PageHead, read_head
from dossier.read.problems import make_problem

MAX_LENGTH = 2_000_000
MAX_TAGS = 15_000
MAX_DEPTH = 200
MAX_ATTRIBUTES = 300

_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^<>]*)>")
_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{1,400})</title", re.IGNORECASE)
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object")
_NEVER_DEEP = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    }
    | {"p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot", "colgroup"}
)
"""Elements that hold nothing, or whose end may be left out, so that counting would mislead."""

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins"}
    | {"kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u"}
    | {"var", "wbr"}
)


def decode_page(content: bytes) -> Decoded:
    """Read a page's bytes as text, in the encoding it declares if it is not UTF-8.

    Args:
        content: All bytes of the file.

    Raises:
        RefusedError: As for ``decode``.
    """
    declared = _CHARSET.search(content, 0, 4096)
    return decode(content, declared[1].decode("ascii") if declared else "")


def extract_page(page: str, path: str) -> tuple[str, PageHead, tuple[Problem, ...]]:
    """Take the article out of a page.

    Args:
        page: The page.
        path: The file, for messages.

    Returns:
        The article's paragraphs with an empty line between them, the headline first; what the
        page says about itself; and a problem if its tags could only be stripped.
    """
    excess = find_excess(page)
    if excess:
        message = f"the page has {excess}; its tags were stripped instead"
        hint = "check its passages, or save the article's text as .txt"
        return _stripped(page), _titled(page), (make_problem("R121", path, message, hint),)
    head, text = _taken_apart(page)
    if not text.strip():
        message = "no article was found in the page; its tags were stripped instead"
        hint = "check its passages, or save the article's text as .txt"
        return _stripped(page), head, (make_problem("R122", path, message, hint),)
    lines = [line for line in _LINES.split(text.strip()) if line]
    if head.title.value and head.title.value not in lines[:3]:
        lines.insert(0, head.title.value)
    return "\n\n".join(lines), head, ()


def find_excess(page: str) -> str:
    """Say what makes a page too much to take apart; empty if nothing does.

    Args:
        page: The page.
    """
    if len(page) > MAX_LENGTH:
        return f"more than {MAX_LENGTH:,} characters"
    tags = depth = 0
    for match in _TAG.finditer(_without_unseen(page)):
        tags += 1
        if match["rest"].count("=") > MAX_ATTRIBUTES:
            return f"more than {MAX_ATTRIBUTES} attributes in one tag"
        if match["name"].lower() not in _NEVER_DEEP and not match["rest"].endswith("/"):
            depth = max(0, depth + (-1 if match["close"] else 1))
        if depth > MAX_DEPTH:
            return f"more than {MAX_DEPTH} levels of tags"
    return f"more than {MAX_TAGS:,} tags" if tags > MAX_TAGS else ""


def strip_tags(page: str) -> str:
    """Take every tag out of a page.

    Args:
        page: Any text; need not be valid HTML.

    Returns:
        Its text, one paragraph a line, an empty line between them.
    """
    visible = _without_unseen(page)
    broken = _TAG.sub(lambda tag: "" if tag["name"].lower() in _INLINE else "\n", visible)
    text = html.unescape(re.sub(r"<![^<>]*>|<\?[^<>]*>", "", broken))
    lines = _LINES.split(_SPACES.sub(" ", text))
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _taken_apart(page: str) -> tuple[PageHead, str]:
    # Imported here because it takes longer than reading a hundred plain articles.
    import trafilatura  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        tree = trafilatura.load_html(page)
        if tree is None:
            return _titled(page), ""
        head = read_head(tree)
        return head, trafilatura.extract(tree, include_comments=False, include_tables=False) or ""
    except Exception:
        # Whatever breaks in a parser of untrusted pages costs one page its neatness, not the run.
        return _titled(page), ""


def _stripped(page: str) -> str:
    body = page.lower().find("<body")
    return strip_tags(page[body:] if body >= 0 else page)


def _titled(page: str) -> PageHead:
    found = _TITLE.search(page, 0, 100_000)
    return EMPTY if found is None else EMPTY.with_title(html.unescape(found[1]).strip())


def _without_unseen(page: str) -> str:
    """The page without comments, scripts, styles and drawings; linear, unlike a lazy pattern."""
    pieces: list[str] = []
    lower = page.lower()
    position = 0
    opens = re.compile(rf"<!--|<(?:{'|'.join(_UNSEEN)})\b")
    while (match := opens.search(lower, position)) is not None:
        pieces.append(page[position : match.start()])
        closing = "-->" if match.group() == "<!--" else f"</{match.group()[1:]}"
        end = lower.find(closing, match.end())
        if end < 0:
            position = match.end()
            break
        position = end + len(closing)
        if closing != "-->":
            after = page.find(">", position)
            position = after + 1 if after >= 0 else position
    pieces.append(page[position:])
    return "\n".join(pieces)
