"""Pieces that more than one view is made of."""

from collections.abc import Iterable, Sequence

from dossier.dates import describe
from dossier.model import Anchor
from dossier.render.book import Book
from dossier.render.chips import class_tag
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import href
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import LONGEST_LIST, Entry, bullets, fold, tag
from dossier.render.naming import Forms
from dossier.render.words import listed

THE_ARTICLE = tag("span", "the article itself", class_="default")
"""According to whom, where a source names nobody."""

_NEW_LINE = Md("\n")


def in_blocks(cards: Iterable[Md]) -> Md:
    """Set cards under each other; those after the first hundred are folded away."""
    found = list(cards)
    shown = join(_NEW_LINE, found[:LONGEST_LIST])
    rest = found[LONGEST_LIST:]
    if not rest:
        return shown
    return join(_NEW_LINE, [shown, fold(f"{len(rest)} more", join(_NEW_LINE, rest))])


def list_forms(leaf: Leaf, forms: Forms, most: int = 0) -> Md:
    """List the words that name somebody in a source, in order of first use.

    Args:
        leaf: The page.
        forms: Mentions by the words used.
        most: Forms to show before the rest are counted; 0 for all.
    """
    cut = most or len(forms)
    lines = []
    for (term, marks), group in list(forms.items())[:cut]:
        evidence = leaf.evidence([mention.anchor for mention in group], MOST_CHIPS)
        times = tag("span", f"{len(group)} times", class_="times") if len(group) > 1 else ""
        noted = tag("span", marks, class_="note") if marks else ""
        parts = [tag("span", term, class_="name", dir="auto"), times, noted, evidence]
        lines.append(Entry((join(" ", parts),)))
    if len(forms) > cut:
        lines.append(Entry((f"{len(forms) - cut} more",)))
    return bullets(lines, "forms")


def summarise(leaf: Leaf, text: str) -> Md:
    """Write what somebody sums up, marked as their judgement; empty if nobody did."""
    if not text:
        return Md("")
    return tag("p", join(" ", [class_tag("Assessed"), leaf.prose(text)]), class_="summary")


def as_of_words(book: Book) -> str:
    """Say up to which day sources were collected; empty if the project does not say."""
    return f"as of {describe(book.settings.as_of)}" if book.settings.as_of else ""


def cite(leaf: Leaf, title: str, anchors: Sequence[Anchor]) -> Md:
    """Say how to cite a page: its title, the dossier, the sources, the address if known."""
    settings = leaf.book.settings
    labels = sorted({leaf.book.dossier.sources[a.source_id].label for a in anchors})
    parts = [f"“{title}”", settings.title, as_of_words(leaf.book)]
    if labels:
        parts.append(f"from {'sources' if len(labels) > 1 else 'source'} {listed(labels)}")
    if settings.site_url:
        parts.append(f"{settings.site_url.rstrip('/')}/{href('index.md', leaf.page)}")
    return tag("p", safe(", ".join(part for part in parts if part) + "."), class_="citation")
