"""Turn ``docs/`` into a site that works hosted, from a folder and on paper.

``build.py`` runs MkDocs beside the last good site and swaps the result in; ``seal.py`` makes
every built page keep our promises: no script but the theme's own, no request to anywhere.
"""

from dossier.site.build import SITE_FOLDER, Built, build_site
from dossier.site.pdf import write_pdf
from dossier.site.serve import LOOPBACK, serve_site, watch_inputs

__all__ = [
    "LOOPBACK",
    "SITE_FOLDER",
    "Built",
    "build_site",
    "serve_site",
    "watch_inputs",
    "write_pdf",
]
