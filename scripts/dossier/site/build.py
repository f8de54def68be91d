"""Run MkDocs beside the last good site, seal the result, and swap it in."""

import logging
import os
from dataclasses import dataclass
from html import escape
from pathlib import Path

from mkdocs.commands.build import build as build_pages
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from dossier.errors import DossierError
from dossier.lock import hold_lock
from dossier.site.ground import check_ground
from dossier.site.licences import lay_licences
from dossier.site.manifest import lay_manifest
from dossier.site.missing import lay_missing
from dossier.site.seal import seal_site
from dossier.site.search import lay_search
from dossier.swap import prepare_aside, swap_in

DOCS_FOLDER = "docs"
SITE_FOLDER = "site"
CONFIG_FILE = "mkdocs.yml"

_UNIX_EPOCH_1980 = "315532800"
"""MkDocs stamps its sitemap with the build's date unless told a fixed one."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made.

    Attributes:
        folder: The live site.
        pages: Number of HTML pages.
    """

    folder: Path
    pages: int


def build_site(project: Path, name: str) -> Built:
    """Build a project's ``docs/`` into ``site/``.

    The last good site stays readable until the new one is whole.

    Args:
        project: The folder that holds ``mkdocs.yml`` and ``docs/``.
        name: The dossier's title, which ``mkdocs.yml`` then need not repeat.

    Returns:
        The live site.

    Raises:
        DossierError: MkDocs reports an error or, being strict, a warning such as a broken
            link; another build is running; or the disk refuses. The last good site is untouched.
    """
    shown = project / SITE_FOLDER
    # MkDocs reads a relative folder as one beside its settings file.
    project = project.resolve()
    live = project / SITE_FOLDER
    with hold_lock(project) as work, prepare_aside(live, work) as prepared:
        check_ground(project / DOCS_FOLDER)
        address = _run_mkdocs(project, prepared, name)
        pages = seal_site(prepared)
        if not address:
            lay_missing(prepared, name)
        lay_search(prepared)
        lay_licences(prepared)
        lay_manifest(prepared, project)
        swap_in(prepared, live)
    return Built(shown, pages)


def _run_mkdocs(project: Path, target: Path, name: str) -> str:
    """Build the pages, and return the site's address; empty where the project gives none."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", _UNIX_EPOCH_1980)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    complaints = _Complaints()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    try:
        config = load_config(
            config_file=str(project / CONFIG_FILE),
            site_dir=str(target),
            site_name=escape(name),  # the theme sets it as it stands
            strict=True,
        )
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_pages(config)
        finally:
            config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        found = "\n  ".join(complaints.lines) or str(error)
        raise DossierError(f"MkDocs could not build the site:\n  {found}") from error
    finally:
        logger.removeHandler(complaints)
    return config.site_url or ""


class _Complaints(logging.Handler):
    """Keeps MkDocs' warnings, so that they can be shown with the failure they cause."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.lines.append(record.getMessage())
