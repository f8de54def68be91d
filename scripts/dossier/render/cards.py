"""How a claim, a quotation, a finding and a figure are laid out, wherever they stand."""

import re
from itertools import takewhile

from dossier.ids import make_id
from dossier.model import Anchor, Claim, Event, Finding, Measure, Quotation
from dossier.render.chips import (
    as_of_chip,
    chip,
    chips,
    class_tag,
    credibility_chip,
    hedge_chip,
    modality_chip,
    say_date,
)
from dossier.render.citations import cite_claim
from dossier.render.cite import cite_folded
from dossier.render.excerpt import is_verbatim, words_of
from dossier.render.leaf import MOST_CHIPS, RETOLD, Leaf
from dossier.render.links import FINDINGS, METHOD, QUOTATIONS, event_page, href
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, block, tag
from dossier.render.words import capital, hint, label
from dossier.vocabulary import QuoteKind

NOTHING = Md("")

LINE_ADDRESS = "Address of this line, which stays"

_IN_MARKS = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.SCARE, QuoteKind.TITLE})
_FRAGMENT = 60
"""Code points up to which quoted words that are no direct speech are no sentence."""
_ABBREVIATED = re.compile(r"(?:^|[ .])(?:[A-Z]|Mr|Mrs|Dr|Inc|Ltd|Co|Jr|Sr|St|etc|vs)\.\Z")
_EDITS = "seeds/"


def claim_entry(leaf: Leaf, claim: Claim) -> Entry:
    """Word a claim with its address, and how to cite it folded away."""
    address = address_chip(claim.id)
    parts = [*claim_words(leaf, claim, address), cite_folded(cite_claim(leaf.book, claim))]
    return Entry((join(" ", parts),), id=claim.id, css="fact")


def address_chip(key: str, words: str = "") -> Md:
    """Show a line's own address on its page, or other words that lead there."""
    spoken = f"Address {key}" if words else ""
    return tag(
        "a",
        words or key,
        class_="chip chip-id",
        href=f"#{key}",
        title=LINE_ADDRESS,
        aria_label=spoken,
    )


def claim_words(leaf: Leaf, claim: Claim, address: Md = NOTHING) -> list[Md]:
    """Word a claim: what, according to whom, and the chips.

    Args:
        leaf: The page.
        claim: The claim.
        address: A chip that leads to it; or nothing.
    """
    parts = [leaf.prose(claim.text)]
    if claim.according_to:
        by = Md("According to ") + leaf.who(claim.according_to) + Md(".")
        parts.append(tag("span", by, class_="by"))
    if claim.note:
        parts.append(tag("span", leaf.prose(claim.note), class_="note"))
    chipped = chips(
        leaf.evidence(claim.anchors),
        as_of_chip(claim.as_of),
        modality_chip(claim.modality),
        credibility_chip(claim.credibility),
        hedge_chip(claim.hedge),
        leaf.origins(claim.anchors),
        address,
    )
    return [*parts, chipped]


def quotation_card(leaf: Leaf, quotation: Quotation, number: int = 0) -> Md:
    """Lay out a quotation: the words, who says them, through whom, and the chips.

    Args:
        leaf: The page.
        quotation: The quotation.
        number: Its number on the page; 0 for none.
    """
    return block(
        "figure",
        [
            tag("blockquote", tag("p", quoted_words(leaf, quotation)), dir="auto"),
            tag("figcaption", _caption(leaf, quotation, number)),
        ],
        f"quotation quotation-{quotation.kind.value}",
        id=quotation.id,
    )


def quoted_words(leaf: Leaf, quotation: Quotation) -> Md:
    """Print quoted words, each piece between quotation marks where the source has them.

    The comma or full stop that American usage puts inside the marks is the outlet's, and left out
    where a piece ends on a comma or is no sentence.
    """
    marked = quotation.kind in _IN_MARKS
    pieces = [words_of(leaf.book, anchor, spoken=marked) for anchor in quotation.anchors]
    if marked:
        pieces = [_without_stop(piece, quotation.kind) for piece in pieces]
    return join(" … ", [f"“{piece}”" if marked else piece for piece in pieces])


def _without_stop(words: str, kind: QuoteKind) -> str:
    if words.endswith(","):
        return words[:-1]
    is_sentence = kind is QuoteKind.DIRECT or len(words) > _FRAGMENT or words.endswith(("..", "…"))
    return words if is_sentence or _ABBREVIATED.search(words) else words.removesuffix(".")


def _caption(leaf: Leaf, quotation: Quotation, number: int) -> Md:
    event = leaf.book.dossier.events.get(quotation.event_id)
    elsewhere = event is not None and leaf.page != event_page(event.id)
    numbered = join(" ", [f"{number}." if number else "", _voices(leaf, quotation) + Md(".")])
    occasion = _occasion(leaf, event) if event and elsewhere else Md("")
    said = tag("span", join(" ", [numbered, occasion]), class_="said")
    lines = [said, *_notes(leaf, quotation)]
    kind = chip("kind", label(quotation.kind), hint(quotation.kind))
    cut = chip("elided", "words left out", "Words are missing between the pieces")
    chipped = chips(
        leaf.evidence(places_of(leaf, quotation)),
        kind,
        cut if quotation.elided else Md(""),
        leaf.id_chip(QUOTATIONS, quotation.id),
    )
    return join(" ", [*lines, chipped]) + addresses_of_copies(leaf, quotation)


def places_of(leaf: Leaf, quotation: Quotation) -> list[Anchor]:
    """Where words stand: in the article, and in its copies."""
    again = leaf.book.repeated.get(quotation.id, ())
    return [*quotation.anchors, *(anchor for one in again for anchor in one.anchors)]


def addresses_of_copies(leaf: Leaf, quotation: Quotation) -> Md:
    """Let what leads to a copy's quotation in the register arrive at the one that shows it."""
    again = leaf.book.repeated.get(quotation.id, ()) if leaf.page == QUOTATIONS else ()
    return join("", [tag("span", "", id=one.id) for one in again])


def _voices(leaf: Leaf, quotation: Quotation) -> Md:
    """Name the speaker, and through whom the words came where that is more than the source."""
    names = [leaf.actor(key) for key in quotation.speaker_ids]
    label_ = capital(quotation.speaker_label) or "No speaker named"
    speaker = join(", ", names) or leaf.prose(label_)
    named = tag("span", speaker, class_="speaker")
    said = [_said_of_speaker(leaf, quotation, name) for name in quotation.chain]
    # Who speaks together heads the chain together.
    heads = list(takewhile(lambda one: one is not None, said))
    carriers = [_link_of_chain(leaf, name) for name in quotation.chain[len(heads) :]]
    if len(carriers) == 1 and quotation.chain[-1] in _sources(leaf):
        carriers = []
    return join(" › ", [join(" ", [named, *(one or "" for one in heads)]), *carriers])


def _said_of_speaker(leaf: Leaf, quotation: Quotation, link: str) -> str | None:
    """What the first link of a chain adds in brackets to the speaker's name.

    Returns:
        Such as "(press statement)", or an empty text; None if the link is somebody else.
    """
    actors = leaf.book.dossier.actors
    known = {quotation.speaker_label, *quotation.speaker_ids}
    for key in quotation.speaker_ids:
        known |= {actors[key].name, *(alias.name for alias in actors[key].aliases)}
    if link in known:
        return ""
    name, bracket, rest = link.partition(" (")
    return f"({rest}" if bracket and name in known else None


def _link_of_chain(leaf: Leaf, name: str) -> Md:
    source_id = _sources(leaf).get(name)
    return leaf.source(source_id, name) if source_id else leaf.who(name)


def _sources(leaf: Leaf) -> dict[str, str]:
    found: dict[str, str] = {}
    for source in leaf.book.dossier.sources.values():
        found |= {source.id: source.id, source.label: source.id}
    return found


def _occasion(leaf: Leaf, event: Event) -> Md:
    when = say_date(event.dating.value, opens=False) if event.dating is not None else ""
    return Md("Occasion: ") + join(", ", [leaf.event(event.id), when]) + Md(".")


def _notes(leaf: Leaf, quotation: Quotation) -> list[Md]:
    """What a reader must know before quoting the words."""
    notes = [
        Md("In English by ") + leaf.prose(quotation.translated) if quotation.translated else "",
        Md("As printed: ") + leaf.prose(quotation.sic) if quotation.sic else "",
        leaf.prose(quotation.note),
    ]
    if quotation.antecedent is not None:
        named = f"A pronoun here, taken to be “{words_of(leaf.book, quotation.antecedent)}”"
        notes.append(join(" ", [safe(named), leaf.evidence([quotation.antecedent])]))
    return [tag("span", note, class_="note") for note in notes if note]


def finding_card(leaf: Leaf, finding: Finding) -> Md:
    """Lay out a finding: what was noticed, and the words on every side of it."""
    lines = [
        tag("p", _finding_head(leaf, finding), class_="finding-head"),
        tag("p", leaf.prose(finding.text)),
        sides(leaf, finding),
        *_finding_foot(leaf, finding),
    ]
    css = f"finding finding-{finding.gravity.value}"
    return block("div", lines, css, id=finding.id)


def finding_entry(leaf: Leaf, finding: Finding) -> Entry:
    """Word a finding in a line, for pages that show its words anyway."""
    chipped = chips(leaf.evidence(finding.sides), gravity_chip(finding), _status(finding))
    head = tag("a", label(finding.finding_type), href=href(leaf.page, FINDINGS, finding.id))
    return Entry((join(" ", [head + Md(":"), leaf.prose(finding.text), chipped]),))


def gravity_chip(finding: Finding) -> Md:
    """Say how much a finding matters."""
    kind = f"gravity chip-gravity-{finding.gravity.value}"
    return chip(kind, label(finding.gravity), hint(finding.gravity))


def _status(finding: Finding) -> Md:
    return chip("status", label(finding.status), hint(finding.status))


def _finding_head(leaf: Leaf, finding: Finding) -> Md:
    named = tag(
        "a",
        label(finding.finding_type),
        class_="finding-type",
        href=href(leaf.page, METHOD, "words-types-of-finding"),
        title=hint(finding.finding_type),
    )
    by_person = finding.found_by.startswith(_EDITS)
    found = class_tag("Assessed" if by_person else "Derived")
    marks = chips(gravity_chip(finding), _status(finding), leaf.id_chip(FINDINGS, finding.id))
    said = "found by a rule" if not by_person else "found by a person"
    if by_person and finding.rule:
        said = "found by a person and by a rule"
    who = chip("found", said, f"Rule {finding.rule}" if finding.rule else "No rule finds it")
    return join(" ", [named, marks, who, found])


def _finding_foot(leaf: Leaf, finding: Finding) -> list[Md]:
    """Say what became of a finding and which other pages it concerns."""
    lines = []
    if finding.reason:
        became = tag("strong", f"{label(finding.status)}:")
        lines.append(tag("p", join(" ", [became, leaf.prose(finding.reason)]), class_="reason"))
    about = [leaf.subject(key) for key in finding.about if not leaf.is_about(key)]
    if about:
        concerned = Md("Concerns ") + join("; ", about) + Md(".")
        lines.append(tag("p", concerned, class_="touches"))
    return lines


def sides(leaf: Leaf, finding: Finding) -> Md:
    """Set the words that disagree side by side."""
    figures = []
    for anchor in finding.sides:
        words = tag("blockquote", tag("p", leaf.words(anchor)), dir="auto")
        marks = Md("") if is_verbatim(leaf.book, anchor) else chip("retold", "retold", RETOLD)
        caption = tag("figcaption", join(" ", [leaf.evidence([anchor]), marks]))
        figures.append(tag("figure", words + caption, class_="side"))
    return block("div", figures, "sides")


def measure_entry(leaf: Leaf, measure: Measure) -> Entry:
    """Word a figure that a source gives."""
    when = say_date(measure.as_of) if measure.as_of else Md("Not said")
    evidence = leaf.evidence(measure.anchors, MOST_CHIPS)
    key = make_id("figure", measure.what, measure.value, measure.as_of and measure.as_of.edtf)
    return Entry((measure.what, measure.value, when, evidence), id=key)
