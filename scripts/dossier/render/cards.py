"""How a claim, a quotation, a finding, a figure and a date are laid out, wherever they stand."""

from datetime import date

from dossier.dates import DateValue, describe, make_day
from dossier.model import Anchor, Claim, Dating, Finding, Measure, Quotation
from dossier.render.excerpt import is_verbatim, words_of
from dossier.render.leaf import (
    RETOLD,
    Leaf,
    chips,
    class_tag,
    hedge_chip,
    modality_chip,
)
from dossier.render.links import FINDINGS, QUOTATIONS, event_page, source_page
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, block, bullets, tag, terms
from dossier.render.words import hint, label
from dossier.vocabulary import DateBasis, QuoteKind

_IN_MARKS = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.SCARE, QuoteKind.TITLE})
_EDITS = "seeds/"


def claim_entry(leaf: Leaf, claim: Claim) -> Entry:
    """Word a claim: what, according to whom, and the chips."""
    parts = [leaf.prose(claim.text)]
    if claim.according_to:
        parts.append(tag("span", Md("according to ") + leaf.who(claim.according_to), class_="by"))
    if claim.note:
        parts.append(tag("span", leaf.prose(claim.note), class_="note"))
    parts.append(
        chips(
            leaf.evidence(claim.anchors),
            _as_of(claim.as_of),
            modality_chip(claim.modality),
            hedge_chip(claim.hedge),
            leaf.origins(claim.anchors),
        )
    )
    return Entry((join(" ", parts),), id=claim.id, css="fact reported")


def quotation_card(leaf: Leaf, quotation: Quotation) -> Md:
    """Lay out a quotation: the words, who says them, through whom, and the chips."""
    return block(
        "figure",
        [
            tag("blockquote", tag("p", quoted_words(leaf, quotation)), dir="auto"),
            tag("figcaption", _caption(leaf, quotation)),
        ],
        f"quotation quotation-{quotation.kind.value} reported",
        id=quotation.id,
    )


def quoted_words(leaf: Leaf, quotation: Quotation) -> Md:
    """Print quoted words, each piece between quotation marks where the source has them."""
    marked = quotation.kind in _IN_MARKS
    pieces = [words_of(leaf.book, anchor, spoken=marked) for anchor in quotation.anchors]
    return join(" … ", [f"“{piece}”" if marked else piece for piece in pieces])


def speakers(leaf: Leaf, quotation: Quotation) -> Md:
    """Name who is said to speak."""
    names = [leaf.actor(key) for key in quotation.speaker_ids]
    if names:
        return join(", ", names)
    return leaf.prose(quotation.speaker_label or "No speaker named")


def _caption(leaf: Leaf, quotation: Quotation) -> Md:
    parts = [tag("span", speakers(leaf, quotation), class_="speaker")]
    if len(quotation.chain) > 1:
        links = [_link_of_chain(leaf, name) for name in quotation.chain]
        parts.append(tag("span", Md("by way of ") + join(" › ", links), class_="chain"))
    event = leaf.book.dossier.events.get(quotation.event_id)
    elsewhere = event is not None and leaf.page != event_page(event.id)
    if elsewhere:
        parts.append(tag("span", Md("at ") + leaf.event(quotation.event_id), class_="occasion"))
    for lead, text in (
        ("in English by", quotation.translated),
        ("as printed:", quotation.sic),
        ("", quotation.note),
    ):
        if text:
            parts.append(tag("span", join(" ", [lead, leaf.prose(text)]), class_="note"))
    if quotation.antecedent is not None:
        named = f"the speaker is named as “{words_of(leaf.book, quotation.antecedent)}”"
        parts.append(
            tag("span", join(" ", [named, leaf.evidence([quotation.antecedent])]), class_="note")
        )
    kind = tag("span", label(quotation.kind), class_="chip chip-kind", title=hint(quotation.kind))
    when = leaf.event_date(event) if event and event.dating and elsewhere else Md("")
    cut = tag("span", "words left out", class_="chip chip-elided")
    parts.append(
        chips(
            leaf.evidence(quotation.anchors),
            when,
            kind,
            cut if quotation.elided else Md(""),
            leaf.id_chip(QUOTATIONS, quotation.id),
        )
    )
    return join(" ", parts)


def _link_of_chain(leaf: Leaf, name: str) -> Md:
    for source in leaf.book.dossier.sources.values():
        if name in (source.id, source.label):
            return leaf.source(source.id, source.label)
    return leaf.who(name)


def finding_card(leaf: Leaf, finding: Finding) -> Md:
    """Lay out a finding: what was noticed, and the words on every side of it."""
    head = [
        tag("span", label(finding.finding_type), class_="finding-type"),
        tag(
            "span",
            label(finding.gravity),
            class_=f"chip chip-gravity chip-gravity-{finding.gravity.value}",
            title=hint(finding.gravity),
        ),
        tag("span", label(finding.status), class_="chip chip-status", title=hint(finding.status)),
        leaf.id_chip(FINDINGS, finding.id),
        class_tag("Assessed" if finding.found_by.startswith(_EDITS) else "Derived"),
    ]
    lines = [
        tag("p", join(" ", head), class_="finding-head"),
        tag("p", leaf.prose(finding.text)),
        tag("p", hint(finding.finding_type), class_="why"),
        sides(leaf, finding),
    ]
    if finding.about:
        about = join(", ", [leaf.subject(key) for key in finding.about])
        lines.append(tag("p", Md("Touches ") + about, class_="touches"))
    if finding.reason:
        lines.append(tag("p", leaf.prose(finding.reason), class_="reason"))
    css = f"finding finding-{finding.gravity.value}"
    return block("section", lines, css, id=finding.id, aria_label=label(finding.finding_type))


def sides(leaf: Leaf, finding: Finding) -> Md:
    """Set the words that disagree side by side."""
    return block("div", [_side(leaf, anchor) for anchor in finding.sides], "sides")


def _side(leaf: Leaf, anchor: Anchor) -> Md:
    words = tag("blockquote", tag("p", leaf.words(anchor)), dir="auto")
    retold = tag("span", "retold", class_="chip chip-retold", title=RETOLD)
    marks = Md("") if is_verbatim(leaf.book, anchor) else retold
    caption = tag("figcaption", join(" ", [leaf.evidence([anchor]), marks]))
    return tag("figure", words + caption, class_="side reported")


def measure_entry(leaf: Leaf, measure: Measure) -> Entry:
    """Word a figure that a source gives."""
    cells = (
        measure.what,
        measure.value,
        leaf.day(measure.as_of) or "not said",
        leaf.evidence(measure.anchors),
    )
    return Entry(cells, css="reported")


def how_dated(leaf: Leaf, dating: Dating) -> Md:
    """Show how a date is known: words, reference day, steps, check, limits."""
    words = [
        join(" ", [leaf.date_words(anchor), leaf.evidence([anchor])]) for anchor in dating.anchors
    ]
    steps = bullets(
        [
            Entry((join(" ", [leaf.prose(step.text), leaf.evidence(step.anchors)]),))
            for step in dating.steps
        ],
        "steps",
        "ol",
    )
    lines = terms(
        [
            ("Date", leaf.date(dating)),
            ("In words", join(", ", words)),
            ("Reference day", _reference_day(leaf, dating)),
            ("Relation", "" if dating.bound == "on" else f"{dating.bound} the date given"),
            ("Weekday", dating.weekday_check),
            ("Earliest", _limit(dating.value, dating.value.earliest, date.min)),
            ("Latest", _limit(dating.value, dating.value.latest, date.max)),
            ("Set in", dating.origin if dating.origin.startswith(_EDITS) else ""),
        ]
    )
    return join(Md("\n"), [lines, steps])


def _limit(value: DateValue, day: date, never: date) -> str:
    is_open = value.is_open_start if never == date.min else value.is_open_end
    return "not known" if is_open else describe(make_day(day))


def _reference_day(leaf: Leaf, dating: Dating) -> Md:
    """The day on which the words were published, where the date is counted from it."""
    if dating.basis is not DateBasis.RELATIVE or not dating.anchors:
        return Md("")
    source_id = dating.anchors[0].source_id
    published = leaf.book.dossier.calendar.published.get(source_id)
    if published is None or leaf.page == source_page(source_id):
        return Md("")
    day = describe(published.value)
    return join(" ", [f"{day}, when", leaf.labelled(source_id), "appeared"])


def _as_of(value: DateValue | None) -> Md:
    if value is None:
        return Md("")
    title = f"Said for {describe(value)}"
    return tag("span", f"as of {value.edtf}", class_="chip chip-date", title=title)
