"""The page that a server shows where an address leads nowhere.

It is sent for an address of any depth, so what it asks for beside itself must be named from the
root of the server. The theme's page does that right only where ``site_url`` says at which
address the site stands. Without it, a page that asks for nothing takes its place.
"""

import base64
import hashlib
from html import escape
from pathlib import Path

MISSING = "404.html"

_STYLE = """
body { margin: 3rem auto; max-width: 36rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif;
  background: #fff; color: #222; }
a { color: #1b3f5f; }
@media (prefers-color-scheme: dark) {
  body { background: #1e2129; color: #e2e4e9; }
  a { color: #9ec7ea; }
}
"""
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>No such page – {name}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>No such page</h1>
<p>“{name}” has no page at this address. It may have been renamed, or left out since.</p>
<p><a href="index.html">The first page of this folder</a></p>
<p><a href="../index.html">The first page of the folder above</a></p>
</main>
</body>
</html>
"""


def lay_missing(site: Path, name: str) -> None:
    """Write the page for a site that does not know its address.

    Args:
        site: The built site, not yet live.
        name: The dossier's title.
    """
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    page = _PAGE.format(name=escape(name), style=_STYLE, digest=digest)
    (site / MISSING).write_text(page, "utf-8", newline="\n")
