"""A page before it is filled."""

from dataclasses import dataclass

EDITS = "seeds/edits"
"""Where most pages are changed."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be filled.

    Attributes:
        path: Where it lies under ``docs/``.
        title: For the browser's tab and for search.
        description: A sentence for search engines and previews.
        made_from: The file or folder to edit instead of the page.
        template: Name of the template without its ending.
        view: What the template places.
        found: Whether readers find it by searching; what only says again what others say is not.
        foot: Whether the sources it leads to are listed at its foot.
    """

    path: str
    title: str
    description: str
    made_from: str
    template: str
    view: object
    found: bool = True
    foot: bool = True
