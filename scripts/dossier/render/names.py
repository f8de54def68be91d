"""Link what the dossier's own words name: actors, events, sources, quotations, findings."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping

from dossier.model import Dossier, SentenceId, SourceId
from dossier.render.links import BRIEFING, FINDINGS, QUOTATIONS, actor_page, event_page, source_page
from dossier.render.markdown import Md, escape_part

LONGEST_NAME = 12
"""Words of the longest name looked for; titles of events are the longest."""

_WORD = re.compile(r"\w(?:[\w.:'’-]*\w)?")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|(?<!\w)‘[^‘’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
_POSSESSIVE = re.compile(r"['’]s?$")

_NUMBER = re.compile(r"[1-9]\d*")
"""A source with such a label cannot be told from a number."""

NameIndex = Mapping[str, str]
"""Page, and after ``#`` the fragment, that a name stands for, by name."""


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


def index_locators(
    dossier: Dossier,
    fragments: Mapping[SentenceId, str],
    passages: Mapping[tuple[SourceId, int], str],
) -> NameIndex:
    """Find what ids and locators stand for: ``q-01``, ``cf-01``, ``001``, ``001:L7.2``.

    Args:
        dossier: The finished dossier.
        fragments: Fragment address of every sentence, by id.
        passages: Fragment address of every passage, by source and index.
    """
    index = {quotation.id: f"{QUOTATIONS}#{quotation.id}" for quotation in dossier.quotations}
    index |= {finding.id: f"{FINDINGS}#{finding.id}" for finding in dossier.findings}
    index |= {claim.id: f"{BRIEFING}#{claim.id}" for claim in dossier.claims}
    for event in dossier.events.values():
        index[event.id] = event_page(event.id)
        index |= {claim.id: f"{event_page(event.id)}#{claim.id}" for claim in event.claims}
    for source in dossier.sources.values():
        page = source_page(source.id)
        if not _NUMBER.fullmatch(source.label):
            index[source.label] = page
        for passage in source.passages:
            locator = f"{source.label}:L{passage.first_line}"
            index.setdefault(locator, f"{page}#{passages[source.id, passage.index]}")
        for sentence in dossier.extractions[source.id].sentences:
            line = source.passages[sentence.passage].first_line
            locator = f"{source.label}:L{line}.{sentence.number}"
            index.setdefault(locator, f"{page}#{fragments[sentence.id]}")
    return index


def link_names(text: str, names: NameIndex, link: Callable[[str, str], Md]) -> Md:
    """Link each actor and event at its first use in a paragraph.

    Args:
        text: A paragraph in the dossier's own words.
        names: Page, with its fragment, by name.
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
