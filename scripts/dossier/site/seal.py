"""Make every built page keep our promises.

MkDocs and the theme write the pages; this module goes over them once more:

- a Content-Security-Policy that lets nothing run but the theme's own scripts, and nothing be
  fetched from anywhere else; a script that is not known stops the build;
- the theme's few invalid attributes and missing labels are put right, its empty lines taken out;
- the words for search results fit what ``site/search`` gives the theme to show.
"""

import base64
import hashlib
import re
from pathlib import Path

from dossier.errors import DossierError

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
_THEME_SCRIPTS = (
    '__md_scope=new URL("',
    'var el=document.querySelector("[data-md-component=announce]")',
    'var palette=__md_get("__palette");',
    "var target=document.getElementById(location.hash.slice(1));",
)
"""How the theme's own inline scripts begin; anything else in a page is not ours."""

_CORRECTIONS = (
    # The drawer and search toggles are check boxes: autocomplete does not apply to them.
    (re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"'), r"\1"),
    # Newer than the checker of HTML that most have; the script of chips sets it where it can act.
    (re.compile(r'(<input\b[^<>]*?) autocorrect="off"'), r"\1"),
    (re.compile(r'(<\w[^<>]*) tabindex=""'), r'\1 tabindex="0"'),
    (
        re.compile(r'(<\w[^<>]*data-md-component="search" role="dialog")'),
        r'\1 aria-label="Search"',
    ),
    (
        re.compile(r'(<nav class="md-nav md-nav--primary[^>]*?aria-label=")Navigation"'),
        r'\1Site pages"',
    ),
)
"""The theme's slips. Each begins with an angle bracket, which no text of an article can."""

_SEARCH_FORM = '<form class="md-search__form" name="search"'
_SEARCH_PAGE = "search.html"
"""Where the search leads while scripts are off.

Chromium asks its maker about every form that might be filled in, but not about one that leads to
an address that ends so.
"""

_CONFIGURED = re.compile(r'<script id="__config"[^>]*>[^<]*</script>')
_WORDS_FOR_RESULTS = (
    # Results come in one group a kind of page, not in one a document.
    (re.compile(r'("search\.result\.more\.one": )"[^"]*"'), r'\1"1 more"'),
    (re.compile(r'("search\.result\.more\.other": )"[^"]*"'), r'\1"# more"'),
    (re.compile(r'("search\.result\.none": )"[^"]*"'), r'\1"Nothing found"'),
    (re.compile(r'("search\.result\.one": )"[^"]*"'), r'\1"Found among one kind of page"'),
    (re.compile(r'("search\.result\.other": )"[^"]*"'), r'\1"Found among # kinds of pages"'),
)

_CONTENTS_BOX = re.compile(r'<input[^<>]*\sid="__toc"')
_CONTENTS_LABEL = '<label class="md-nav__title" for="__toc"'
"""Names a check box that is on a page only if the page is in the navigation."""

_AS_IT_STANDS = re.compile(r"(<(pre|textarea|script)\b.*?</\2>)", re.DOTALL)
_LINE_ENDS = re.compile(r"[ \t]*\n\s*")


def seal_site(folder: Path) -> int:
    """Go over every page of a freshly built site.

    Args:
        folder: The built site, not yet live.

    Returns:
        Number of pages sealed.

    Raises:
        DossierError: A page holds a script that is not the theme's own.
    """
    pages = sorted(folder.rglob("*.html"))
    for path in pages:
        html = path.read_text("utf-8")
        path.write_text(seal_page(html, path.relative_to(folder).as_posix()), "utf-8")
    # The gzipped copy would carry the time of the build.
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    return len(pages)


def seal_page(html: str, name: str) -> str:
    """Seal one page.

    Args:
        html: The page as MkDocs wrote it.
        name: Its path in the site, for messages.

    Returns:
        The page with its policy and corrections.

    Raises:
        DossierError: The page holds a script that is not the theme's own.
    """
    hashes = set()
    for match in _INLINE_SCRIPT.finditer(html):
        if not match[1].startswith(_THEME_SCRIPTS):
            raise DossierError(
                f"site/{name}: a script that is not the theme's own: {match[1][:60]!r} "
                "(pages may not carry scripts; look for raw HTML in the page's Markdown)"
            )
        digest = hashlib.sha256(match[1].encode()).digest()
        hashes.add(f"'sha256-{base64.b64encode(digest).decode()}'")
    for pattern, replacement in _CORRECTIONS:
        html = pattern.sub(replacement, html)
    action = "../" * name.count("/") + _SEARCH_PAGE
    html = html.replace(_SEARCH_FORM, f'{_SEARCH_FORM} action="{action}"', 1)
    html = _CONFIGURED.sub(_reword, html, count=1)
    if not _CONTENTS_BOX.search(html):
        html = html.replace(_CONTENTS_LABEL, '<label class="md-nav__title"')
    html = _tighten(html)
    head = (
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" '
        f'content="{_policy(hashes)}">\n<meta name="referrer" content="no-referrer">'
    )
    return html.replace('<meta charset="utf-8">', head, 1)


def _reword(config: re.Match[str]) -> str:
    """Give the theme's script the words for search results that we want."""
    words = config[0]
    for pattern, replacement in _WORDS_FOR_RESULTS:
        words = pattern.sub(replacement, words)
    return words


def _tighten(html: str) -> str:
    """Take out empty lines and indents, which are a good part of a small page."""
    # Every third part is the name of the element before it.
    parts = _AS_IT_STANDS.split(html)
    return "".join(
        part if place % 3 else _LINE_ENDS.sub("\n", part)
        for place, part in enumerate(parts)
        if place % 3 != 2  # noqa: PLR2004 - see above
    )


def _policy(script_hashes: set[str]) -> str:
    scripts = " ".join(["'self'", *sorted(script_hashes)])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "base-uri 'none'",
            "form-action 'self'",
        ]
    )
