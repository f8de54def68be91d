"""From file to speaker: whom each source takes its matter from, and who speaks through whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.independence import find_carriers
from dossier.model import Carried, Quotation, Source, SourceId
from dossier.render.book import AT_A_DISTANCE
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, table, tag
from dossier.render.views.lists import say_copy
from dossier.render.words import capital, count
from dossier.vocabulary import NOT_NAMED

IN_ITS_OWN_NAME = tag("span", "in its own name", class_="default")

_COLUMNS = ("Source", "Takes it from", "Who speaks through it", "Evidence")
_TWO = 2


@dataclass(frozen=True, slots=True)
class OriginsView:
    """The origin graph as tables."""

    count: str
    chains: Md
    shared: Md
    copies: Md


def view_origins(leaf: Leaf) -> OriginsView:
    """Word the chains from file through carried source to speaker, and what ties files."""
    dossier = leaf.book.dossier
    carried = [one for held in dossier.carried.values() for one in held]
    said: dict[SourceId, list[Quotation]] = {}
    for quotation in dossier.quotations:
        said.setdefault(quotation.anchors[0].source_id, []).append(quotation)
    taking = [source for source in dossier.sources.values() if dossier.carried.get(source.id)]
    rows = [row for one in taking for row in _chains(leaf, one, said.get(one.id, ()), named=True)]
    copies = [
        Entry((join(" ", [leaf.labelled(source.id), copied]),))
        for source in dossier.sources.values()
        for copied in say_copy(leaf, source)
    ]
    return OriginsView(
        count=f"{count(len(dossier.sources), 'source')}, "
        f"{count(len({one.key for one in carried}), 'carried source')}, "
        f"{count(len(copies), 'copy', 'copies')}",
        chains=table(_COLUMNS, rows, "facts chains"),
        shared=table(
            ("Carried source", "Taken by", "Evidence"), list(_shared(leaf, carried)), "facts"
        ),
        copies=bullets(copies),
    )


def _chains(
    leaf: Leaf, source: Source, quotations: Iterable[Quotation], *, named: bool
) -> Iterator[Entry]:
    """One row for each carried source of a source, and one for what it tells in its own name."""
    dossier = leaf.book.dossier
    through: dict[str, list[Quotation]] = {}
    own: list[Quotation] = []
    for quotation in quotations:
        if quotation.kind in AT_A_DISTANCE:
            continue
        carriers = list(find_carriers(dossier.carried, quotation.anchors[0]))
        for one in carriers:
            through.setdefault(one.name, []).append(quotation)
        if not carriers:
            own.append(quotation)
    first = [leaf.labelled(source.id)] if named else []
    for one in dossier.carried.get(source.id, ()):
        speakers = _speakers(leaf, through.get(one.name, ()))
        evidence = leaf.evidence(one.anchors, MOST_CHIPS)
        yield Entry((*first, leaf.who(capital(one.name)), speakers, evidence))
    said = [quotation.anchors[0] for quotation in own]
    yield Entry((*first, IN_ITS_OWN_NAME, _speakers(leaf, own), leaf.evidence(said, MOST_CHIPS)))


def chain_table(leaf: Leaf, source: Source, quotations: Iterable[Quotation]) -> Md:
    """Word a source's own chains; nothing where it is not known to take from anybody.

    Args:
        leaf: The page.
        source: The source.
        quotations: The quotations that stand in it.
    """
    if not leaf.book.dossier.carried.get(source.id):
        return Md("")
    return table(_COLUMNS[1:], list(_chains(leaf, source, quotations, named=False)), "facts chains")


def _speakers(leaf: Leaf, quotations: Iterable[Quotation]) -> Md:
    named: dict[Md, None] = {}
    for quotation in quotations:
        speakers = [leaf.actor(key) for key in quotation.speaker_ids]
        label = quotation.speaker_label
        is_named = label and not label.startswith(NOT_NAMED)
        for one in speakers or [leaf.prose(capital(label)) if is_named else safe("nobody named")]:
            named[one] = None
    return join(", ", list(named))


def _shared(leaf: Leaf, carried: Iterable[Carried]) -> Iterator[Entry]:
    """Whom two sources or more take from: what both tell from there is one origin."""
    held: dict[str, list[Carried]] = {}
    for one in carried:
        held.setdefault(one.key, []).append(one)
    for _, all_of in sorted(held.items()):
        if len(all_of) < _TWO:
            continue
        taken_by = join("; ", [leaf.labelled(one.source_id) for one in all_of])
        anchors = [anchor for one in all_of for anchor in one.anchors]
        name = leaf.who(capital(all_of[0].name))
        yield Entry((name, taken_by, leaf.evidence(anchors, MOST_CHIPS)))
