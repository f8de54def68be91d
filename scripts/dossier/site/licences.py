"""Let a site carry the licences of what others made and it contains.

Whoever passes a site on passes on the theme's scripts, the search library and the map's shapes;
their licences ask that their notices go along.
"""

from importlib.metadata import distribution
from pathlib import Path

LICENCES = "licences.txt"

_PACKAGE = Path(__file__).parents[1]
_ENDING = ".LICENSE.txt"
_THEME = "mkdocs-material"
_RULE = "\n" + "=" * 72 + "\n\n"


def lay_licences(folder: Path) -> None:
    """Write the licences of the theme and of everything vendored in this package.

    Args:
        folder: The built site, not yet live.
    """
    vendored = {path.name.removesuffix(_ENDING): path for path in _PACKAGE.rglob(f"*{_ENDING}")}
    held = [f"{name}\n\n{path.read_text('utf-8')}" for name, path in sorted(vendored.items())]
    files = distribution(_THEME).files or ()
    held += [
        f"{_THEME}\n\n{file.read_text('utf-8')}" for file in sorted(files) if file.name == "LICENSE"
    ]
    (folder / LICENCES).write_text(_RULE.join(held), "utf-8", newline="\n")
