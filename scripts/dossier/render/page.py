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
    """

    path: str
    title: str
    description: str
    made_from: str
    template: str
    view: object
