"""A leaf made for paper: its chips become numbered notes, its links stay in the bound pages.

On paper nobody can follow a chip. So every place that a line rests on has a number, the same
wherever it is cited again, and a note under that number that names source and line. What has a
section of its own on paper is linked to that section, everything else to its page of the site.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dossier.independence import weigh
from dossier.model import Anchor, Dating, SourceId
from dossier.render.chips import say_date, say_outlets
from dossier.render.leaf import Leaf
from dossier.render.links import link, source_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import block, tag
from dossier.render.words import count, label

MOST_NOTES = 12
"""Notes at the end of a line; of more only the number is given."""

_WORTH_COUNTING = 2


@dataclass(slots=True)
class Notes:
    """The numbers given so far.

    Attributes:
        first: The first number; notes of later volumes go on from those before.
        places: Locator and number by source and fragment, in order of number.
    """

    first: int = 1
    places: dict[tuple[SourceId, str], tuple[str, int]] = field(default_factory=dict)

    @property
    def next(self) -> int:
        """The number that the next place will have."""
        return self.first + len(self.places)

    def number(self, source_id: SourceId, fragment: str, locator: str) -> int:
        """Give a place its number, the one it has if it has one."""
        return self.places.setdefault((source_id, fragment), (locator, self.next))[1]


@dataclass(frozen=True, slots=True)
class PaperLeaf(Leaf):
    """A page made for paper.

    Attributes:
        notes: Numbers of what is cited on it.
        places: Page and fragment, on paper, of what has a page of the site, by that page.
    """

    notes: Notes
    places: Mapping[str, tuple[str, str]]

    def way(self, target: str, text: str, fragment: str = "") -> Md:
        """Link to a section on paper; to a page of the site where there is none."""
        if not fragment and target in self.places:
            page, own = self.places[target]
            return link(self.page, page, text, own)
        return link(self.page, target, text, fragment)

    def evidence(self, anchors: Sequence[Anchor], most: int = 0, page: str = "") -> Md:
        """Write a note's number for each sentence that something rests on.

        Args:
            anchors: The words, in the order to show.
            most: Not heeded: paper has no page to follow for the rest.
            page: Not heeded.
        """
        del most, page
        book = self.book
        found = {(a.source_id, book.fragment_at(a)): book.locator_at(a) for a in anchors}
        marks = [
            tag("a", str(number), href=f"#note-{number}", role="doc-noteref")
            for place, locator in list(found.items())[:MOST_NOTES]
            for number in [self.notes.number(*place, locator)]
        ]
        rest = len(found) - len(marks)
        if rest > 0:
            marks.append(safe(f"+{rest:,}"))
        return tag("sup", join(", ", marks), class_="cited") if marks else Md("")

    def date(self, dating: Dating | None, page: str = "", *, opens: bool = True) -> Md:
        """Write a date in plain English and, in brackets, how it is known."""
        del page
        if dating is None:
            return safe("Undated" if opens else "undated")
        known = tag("span", f"({label(dating.basis).lower()})", class_="basis-of")
        return join(" ", [say_date(dating.value, opens=opens), known])

    def origins(self, anchors: Sequence[Anchor]) -> Md:
        """Say how many documents, outlets and origins stand behind something; of one, nothing."""
        backing = weigh(self.book.dossier, anchors)
        if backing.documents < _WORTH_COUNTING:
            return Md("")
        documents, origins = count(backing.documents, "document"), count(backing.origins, "origin")
        held = documents, say_outlets(backing), origins
        return tag("span", ", ".join(held), class_="rests-on")


def list_notes(leaf: PaperLeaf) -> Md:
    """Write out the notes: source and line of each, linked to the words; empty if none."""
    lines = [
        tag("li", link(leaf.page, source_page(source_id), locator, fragment), id=f"note-{number}")
        for (source_id, fragment), (locator, number) in leaf.notes.places.items()
    ]
    return block("ol", lines, "notes", start=str(leaf.notes.first)) if lines else Md("")
