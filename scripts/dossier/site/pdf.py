"""PDF of what is made for paper, set by WeasyPrint, which is installed apart.

WeasyPrint is asked for nothing that lies outside the document, so no request leaves the machine.
Its bytes depend on the document, on its version and on the fonts of the machine, and on nothing
else: no clock and no random number goes in.

Source of the choice: WeasyPrint writes the outline, the links, the tags for screen readers and
the page numbers of a table of contents from CSS alone; a browser writes no such numbers.
"""

import importlib
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dossier.errors import DossierError

INSTALL = "make setup-pdf"
LIBRARIES = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def write_pdf(folder: Path, documents: Mapping[str, str]) -> tuple[Path, ...]:
    """Set documents as PDF.

    Args:
        folder: Made if it does not exist; other files in it are left alone.
        documents: Whole HTML documents by name without ending.

    Returns:
        The files written, in order of name.

    Raises:
        DossierError: WeasyPrint or the libraries it draws text with are not installed, or the
            disk refuses.
    """
    set_page = _load_renderer()
    written = []
    for name, text in sorted(documents.items()):
        document = set_page(string=text, url_fetcher=_refuse)
        made: bytes = document.write_pdf(pdf_variant="pdf/ua-1", finisher=_let_links_print)
        written.append(folder / f"{name}.pdf")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            aside = written[-1].with_suffix(".pdf.new")
            aside.write_bytes(made)
            os.replace(aside, written[-1])  # noqa: PTH105 -- one step, also on Windows
        except OSError as error:
            raise DossierError(f"{error.filename or folder}: {error.strerror}") from error
    return tuple(written)


def _load_renderer() -> Any:  # noqa: ANN401 -- a class of a package that need not be installed
    try:
        weasyprint = importlib.import_module("weasyprint")
    except ImportError as error:
        raise DossierError(
            f"PDF needs WeasyPrint, which is not installed (run '{INSTALL}')"
        ) from error
    except OSError as error:
        raise DossierError(
            "PDF needs Pango, which WeasyPrint cannot find (on Debian or Ubuntu run "
            f"'{LIBRARIES}'; elsewhere see WeasyPrint's installation page)"
        ) from error
    # It warns of each rule of a style sheet that is meant for screens.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return weasyprint.HTML


def _let_links_print(_: object, made: Any) -> None:  # noqa: ANN401 -- as above
    """Say of each link that paper shows it too, as ISO 32000 (12.5.3) wants of what is tagged."""
    for held in made.objects:
        if isinstance(held, dict) and held.get("Type") == "/Annot":
            held["F"] = 4


def _refuse(url: str, **_: object) -> dict[str, object]:
    raise ValueError(f"{url} is outside the document")
