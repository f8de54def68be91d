"""Registers: every quotation, every finding and open question, every date."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.dates import sort_key
from dossier.model import Anchor, Dating, Event, Question
from dossier.render.book import AT_A_DISTANCE, is_pending
from dossier.render.cards import finding_card, quotation_card
from dossier.render.leaf import MOST_CHIPS, Leaf, chips, hedge_chip, modality_chip
from dossier.render.links import event_page, source_page
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, bullets, table, tag
from dossier.render.views.lists import ListView, Section
from dossier.render.views.shared import in_blocks
from dossier.render.views.source import distant_entry
from dossier.render.words import count, hint, label
from dossier.vocabulary import DateBasis, Gravity


@dataclass(frozen=True, slots=True)
class QuotationsView:
    """All quotations, and words at a distance apart."""

    count: str
    speakers: Md
    quotations: Md
    at_a_distance: Md


def view_quotations(leaf: Leaf) -> QuotationsView:
    """Word the register of quotations, with a list of speakers that leads to each."""
    quotations = leaf.book.dossier.quotations
    spoken = [q for q in quotations if q.kind not in AT_A_DISTANCE]
    by_speaker: dict[str, list[Md]] = {}
    for number, quotation in enumerate(spoken, 1):
        named = [leaf.book.dossier.actors[key].name for key in quotation.speaker_ids]
        for name in named or [quotation.speaker_label or "No speaker named"]:
            jump = tag("a", str(number), href=f"#{quotation.id}", aria_label=f"Quotation {number}")
            by_speaker.setdefault(name, []).append(jump)
    speakers = [
        Entry((join(" ", [f"{name}:", *jumps]),)) for name, jumps in sorted(by_speaker.items())
    ]
    return QuotationsView(
        count=count(len(spoken), "quotation"),
        speakers=bullets(speakers, "speakers"),
        quotations=in_blocks(quotation_card(leaf, quotation) for quotation in spoken),
        at_a_distance=bullets(
            [distant_entry(leaf, q) for q in quotations if q.kind in AT_A_DISTANCE], "distant"
        ),
    )


@dataclass(frozen=True, slots=True)
class FindingsView:
    """Findings, open questions, and what was announced or forecast."""

    count: str
    sections: tuple[Section, ...]
    questions: Md
    ledger: Md


def view_findings(leaf: Leaf) -> FindingsView:
    """Word the register of findings by gravity, the open questions and the ledger."""
    dossier = leaf.book.dossier
    sections = []
    for gravity in reversed(Gravity):
        held = [finding for finding in dossier.findings if finding.gravity is gravity]
        if held:
            body = in_blocks(finding_card(leaf, finding) for finding in held)
            sections.append(Section(label(gravity), gravity.value, hint(gravity), body))
    pending = [event for event in dossier.events.values() if is_pending(event)]
    return FindingsView(
        count=count(len(dossier.findings), "finding"),
        sections=tuple(sections),
        questions=bullets([question_entry(leaf, q) for q in dossier.questions]),
        ledger=table(
            ("What", "For", "Outcome", "Evidence"), [_pending(leaf, event) for event in pending]
        ),
    )


def question_entry(leaf: Leaf, question: Question) -> Entry:
    """Word an open question and what would settle it."""
    parts = [leaf.prose(question.text)]
    if question.settled_by:
        words = Md("What would settle it: ") + leaf.prose(question.settled_by)
        parts.append(tag("span", words, class_="note"))
    about = [leaf.subject(key) for key in question.about if _is_known(leaf, key)]
    if about:
        parts.append(tag("span", Md("About ") + join(", ", about), class_="touches"))
    return Entry((join(" ", parts),), css="assessed")


def _is_known(leaf: Leaf, key: str) -> bool:
    return key in leaf.book.dossier.events or key in leaf.book.dossier.actors


def _pending(leaf: Leaf, event: Event) -> Entry:
    outcome: str = "not in the collected sources"
    result = leaf.book.dossier.events.get(event.outcome_id)
    if result is not None:
        outcome = join(" ", [leaf.event(result.id), leaf.event_date(result)])
    chipped = chips(
        leaf.evidence(event.anchors, MOST_CHIPS),
        modality_chip(event.modality),
        hedge_chip(event.hedge),
    )
    return Entry((leaf.event(event.id), leaf.event_date(event), outcome, chipped))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date and what it is the date of."""

    dating: Dating
    page: str
    subject: Md


def view_dates(leaf: Leaf) -> ListView:
    """Word the register of dates by how they are known."""
    held = list(_collect(leaf))
    held.sort(key=lambda dated: (sort_key(dated.dating.value), dated.subject))
    sections = []
    for basis in DateBasis:
        rows = [_dated_row(leaf, dated) for dated in held if dated.dating.basis is basis]
        if rows:
            body = table(("Date", "Words", "Of", "Evidence"), rows)
            sections.append(Section(label(basis), basis.value, hint(basis), body))
    undated = [event for event in leaf.book.dossier.events.values() if event.dating is None]
    if undated:
        body = bullets([Entry((leaf.event(event.id),)) for event in undated])
        title, lead = label(DateBasis.UNDATED), hint(DateBasis.UNDATED)
        sections.append(Section(title, "no-date", lead, body))
    return ListView(count(len(held), "date"), tuple(sections))


def _collect(leaf: Leaf) -> Iterable[_Dated]:
    dossier = leaf.book.dossier
    used: set[tuple[str, int, int]] = set()
    for event in dossier.events.values():
        if event.dating is not None:
            used |= {_place(anchor) for anchor in event.dating.anchors}
            yield _Dated(event.dating, event_page(event.id), leaf.event(event.id))
    for source_id, dating in dossier.calendar.published.items():
        used |= {_place(anchor) for anchor in dating.anchors}
        subject = join(" ", ["publication of", leaf.labelled(source_id)])
        yield _Dated(dating, source_page(source_id), subject)
    for timex_id, dating in dossier.calendar.timexes.items():
        timex = leaf.book.timexes.get(timex_id)
        if timex is not None and _place(timex.anchor) not in used:
            yield _Dated(dating, "", Md("no event"))


def _place(anchor: Anchor) -> tuple[str, int, int]:
    return anchor.source_id, anchor.start, anchor.end


def _dated_row(leaf: Leaf, dated: _Dated) -> Entry:
    anchors = dated.dating.anchors
    words = join(", ", [leaf.date_words(a) for a in anchors])
    date = leaf.date(dated.dating, dated.page)
    return Entry((date, words, dated.subject, leaf.evidence(anchors, MOST_CHIPS)))
