"""Link the names of actors and events where the dossier's own words use them."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

from dossier.model import Dossier
from dossier.render.links import actor_page, event_page
from dossier.render.markdown import Md, escape_part

LONGEST_NAME = 12
"""Words of the longest name looked for; titles of events are the longest."""

_WORD = re.compile(r"\w(?:[\w.'’-]*\w)?")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|(?<!\w)‘[^‘’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
_POSSESSIVE = re.compile(r"['’]s?$")

NameIndex = Mapping[str, str]
"""Page of the actor or event that a name stands for, by name."""


def index_names(dossier: Dossier) -> NameIndex:
    """Find what each name can only mean.

    Args:
        dossier: The finished dossier.

    Returns:
        The page by name. A name of two actors is left out, and so is one that does not begin
        like a name ("the ministry").
    """
    pages: dict[str, set[str]] = defaultdict(set)
    for actor in dossier.actors.values():
        if not actor.voice:
            for name in (actor.name, *(alias.name for alias in actor.aliases)):
                pages[name].add(actor_page(actor.id))
    for event in dossier.events.values():
        pages[event.title].add(event_page(event.id))
    return {
        name: next(iter(found))
        for name, found in sorted(pages.items())
        if len(found) == 1 and len(name) > 1 and (name[0].isupper() or name[0].isdigit())
    }


def link_names(text: str, names: NameIndex, link: Callable[[str, str], Md]) -> Md:
    """Link each actor and event at its first use in a paragraph.

    Args:
        text: A paragraph in the dossier's own words.
        names: Page by name.
        link: Makes a link from a page and the words to show.

    Returns:
        The paragraph, escaped, with links. The longest name wins; words between quotation
        marks are somebody else's and are left alone.
    """
    pieces: list[Md] = []
    done: set[str] = set()
    position = 0
    for start, end, page in _find_names(text, names):
        if start < position or page in done:
            continue
        done.add(page)
        pieces += [escape_part(text[position:start]), link(page, text[start:end])]
        position = end
    return Md("".join([*pieces, escape_part(text[position:])]))


def _find_names(text: str, names: NameIndex) -> list[tuple[int, int, str]]:
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    words = [
        match.span()
        for match in _WORD.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in quoted)
    ]
    found = []
    for place, (start, _) in enumerate(words):
        for _, end in reversed(words[place : place + LONGEST_NAME]):
            words_here = text[start:end]
            name = words_here if words_here in names else _POSSESSIVE.sub("", words_here)
            if name in names:
                found.append((start, start + len(name), names[name]))
                break
    return found
