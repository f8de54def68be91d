"""What the paper edition is made of, piece by piece: each event, actor, quotation and finding."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from dossier.model import (
    Actor,
    Claim,
    Event,
    Finding,
    Measure,
    Participation,
    Quotation,
    Relation,
    RoleHeld,
    Source,
    SourceTelling,
)
from dossier.render.book import Book
from dossier.render.cards import claim_words, finding_card, quotation_card
from dossier.render.chips import (
    chip,
    chips,
    credibility_chip,
    hedge_chip,
    modality_chip,
    say_date,
    status_chip,
)
from dossier.render.citations import cite_source, write_plain
from dossier.render.leaf import Leaf
from dossier.render.links import PAPER, actor_page, event_page, source_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, block, bullets, tag
from dossier.render.notes import PaperLeaf
from dossier.render.views.gaps import find_gaps
from dossier.render.views.question import question_entry
from dossier.render.views.relation import relation_words
from dossier.render.views.shared import summarise
from dossier.render.words import capital, count, hint, label
from dossier.vocabulary import RoleStatus, Telling

BOTTOM_LINE, EVENTS, ACTORS, QUOTATIONS, FINDINGS, UNKNOWN, SOURCES = (
    "bottom-line",
    "events",
    "actors",
    "quotations",
    "findings",
    "unknown",
    "sources",
)

MOST_ROWS = 20
"""Lines of one kind in a piece; the rest are counted, and stand on the page of the site."""

_TELLS_NOTHING = (Telling.SILENT, Telling.COULD_NOT_KNOW)


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that stays together on paper.

    Attributes:
        section: The section it belongs to.
        write: Words it on a leaf.
        id: Its fragment address; or empty.
        title: What the list of contents calls it; empty if it is not listed.
        page: The page of the site that says the same; or empty.
    """

    section: str
    write: Callable[[PaperLeaf], Md]
    id: str = ""
    title: str = ""
    page: str = ""


def list_pieces(book: Book) -> Iterator[Piece]:
    """List everything that the paper edition holds, in its order."""
    dossier = book.dossier
    if dossier.bottom_line:
        yield Piece(BOTTOM_LINE, _bottom_line)
    for event in dossier.events.values():
        key, page = f"event-{event.id}", event_page(event.id)
        yield Piece(EVENTS, partial(_event, event), key, event.title, page)
    for actor in book.published_actors():
        key, page = f"actor-{actor.id}", actor_page(actor.id)
        yield Piece(ACTORS, partial(_actor, actor), key, actor.name, page)
    for quotation in book.said_once:
        yield Piece(QUOTATIONS, partial(_quotation, quotation))
    for finding in dossier.findings:
        yield Piece(FINDINGS, partial(_finding, finding))
    if dossier.questions or find_gaps(Leaf(book, PAPER)):
        yield Piece(UNKNOWN, _unknown)
    for source in dossier.sources.values():
        key, page = f"source-{source.id}", source_page(source.id)
        yield Piece(SOURCES, partial(_source, source), key, page=page)


def _bottom_line(leaf: PaperLeaf) -> Md:
    lines = [
        Entry((join(" ", [leaf.prose(line.text), leaf.evidence(line.anchors)]),))
        for line in leaf.book.dossier.bottom_line
    ]
    return bullets(lines)


def _event(event: Event, leaf: PaperLeaf) -> Md:
    note = tag("span", leaf.prose(event.status_note), class_="note") if event.status_note else ""
    status = chips(
        status_chip(event),
        modality_chip(event.modality),
        hedge_chip(event.hedge),
        credibility_chip(event.credibility),
    )
    rests = join(" ", [leaf.origins(event.anchors), leaf.evidence(event.anchors)])
    told = [one for one in event.tellings if one.telling not in _TELLS_NOTHING]
    lines = [
        tag("p", join(" · ", [leaf.event_date(event), leaf.place(event.place_id), rests])),
        tag("p", join(" ", [status, note])),
        summarise(leaf, event.summary),
        _paragraph(leaf.prose(event.note), "note"),
        _lead("Who", join("; ", [_participant(leaf, one) for one in event.participants])),
        _rows([_claim(leaf, claim) for claim in event.claims]),
        _rows([_measure(leaf, one) for one in event.measures]),
        _rows([_telling(leaf, one) for one in told], "facts tellings"),
        _lead("Not known", join(" ", [leaf.prose(text) for text in event.unknowns])),
    ]
    return _piece(f"event-{event.id}", event.title, lines)


def _participant(leaf: PaperLeaf, part: Participation) -> Md:
    name = leaf.actor(part.actor_id) if part.actor_id else leaf.prose(part.label or "not named")
    role = f"({part.role})" if part.role else ""
    according = Md(", according to ") + leaf.who(part.according_to) if part.according_to else ""
    return join(" ", [name, role]) + according + leaf.evidence(part.anchors)


def _claim(leaf: PaperLeaf, claim: Claim) -> Md:
    return join(" ", claim_words(leaf, claim))


def _measure(leaf: PaperLeaf, measure: Measure) -> Md:
    when = Md(", ") + say_date(measure.as_of, opens=False) if measure.as_of else Md("")
    figure = join(": ", [capital(measure.what), measure.value])
    return figure + when + leaf.evidence(measure.anchors)


def _telling(leaf: PaperLeaf, telling: SourceTelling) -> Md:
    head = [leaf.labelled(telling.source_id), f"{label(telling.telling).lower()}:"]
    words = [leaf.words(anchor) + leaf.evidence([anchor]) for anchor in telling.anchors]
    return join(" ", [*head, *words[:MOST_ROWS], leaf.prose(telling.note)])


def _actor(actor: Actor, leaf: PaperLeaf) -> Md:
    book = leaf.book
    aliases = [tag("span", alias.name, dir="auto") for alias in actor.aliases]
    parts = [
        join(" ", [leaf.event_date(event) + Md(":"), leaf.event(event.id), f"({part.role})"])
        for event, part in book.parts.get(actor.id, ())
    ]
    lines = [
        tag("p", join(" · ", [label(actor.kind), leaf.prose(actor.side)])),
        _lead("Also named", join("; ", aliases)),
        summarise(leaf, actor.summary),
        _paragraph(leaf.prose(actor.note), "note"),
        _rows([_role(leaf, role) for role in actor.roles]),
        _rows([_claim(leaf, claim) for claim in book.claims_on.get(actor.id, ())]),
        _rows([_relation(leaf, one) for one in book.links_of.get(actor.id, ())]),
        _rows(parts, "facts parts-of"),
    ]
    return _piece(f"actor-{actor.id}", actor.name, lines)


def _role(leaf: PaperLeaf, role: RoleHeld) -> Md:
    title = leaf.prose(capital(role.title))
    if role.status is not RoleStatus.CURRENT:
        title = join(" ", [title, chip("role", label(role.status), hint(role.status))])
    when = Md(", as of ") + say_date(role.as_of, opens=False) if role.as_of else Md("")
    return title + when + leaf.evidence(role.anchors)


def _relation(leaf: PaperLeaf, relation: Relation) -> Md:
    when = leaf.date(relation.dating, opens=False) if relation.dating else ""
    words = [*relation_words(leaf, relation), when, hedge_chip(relation.hedge)]
    return join(" ", words) + leaf.evidence(relation.anchors)


def _quotation(quotation: Quotation, leaf: PaperLeaf) -> Md:
    return quotation_card(leaf, quotation)


def _finding(finding: Finding, leaf: PaperLeaf) -> Md:
    return finding_card(leaf, finding)


def _unknown(leaf: PaperLeaf) -> Md:
    asked = [question_entry(leaf, question) for question in leaf.book.dossier.questions]
    return bullets([*find_gaps(leaf), *asked])


def _source(source: Source, leaf: PaperLeaf) -> Md:
    note = leaf.book.dossier.source_notes.get(source.id)
    grade = ""
    if note is not None and note.origin:
        grade = f"Reliability {note.reliability.value}: {note.reason}"
    cited = write_plain(cite_source(leaf.book, source))
    labelled = tag("span", source.label, class_="locator")
    line = tag("p", join(" ", [labelled, cited, grade]))
    return block("div", [line], "piece", id=f"source-{source.id}")


def _piece(key: str, title: str, lines: Sequence[Md]) -> Md:
    return block("section", [tag("h3", title), *lines], "piece", id=key)


def _lead(term: str, words: Md) -> Md:
    return tag("p", join(" ", [tag("strong", f"{term}:"), words])) if words else Md("")


def _paragraph(words: Md, css: str) -> Md:
    return tag("p", words, class_=css) if words else Md("")


def _rows(rows: Sequence[Md], css: str = "facts") -> Md:
    """List as many rows as a piece may have, and count the rest."""
    shown = [Entry((row,)) for row in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        shown.append(Entry((safe(f"{count(len(rows) - MOST_ROWS, 'more line')} on the site."),)))
    return bullets(shown, css)
