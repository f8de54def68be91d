"""Registers: every quotation, every finding and open question, every date."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.dates import sort_key
from dossier.model import Anchor, Dating, Event, Finding, Quotation
from dossier.outcomes import find_told, is_pending, measure_wait
from dossier.render.book import AT_A_DISTANCE
from dossier.render.cards import finding_card, quotation_card
from dossier.render.chips import chips, hedge_chip, modality_chip, say_date
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import actor_page, event_page, href, link, source_page
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, bullets, table, tag
from dossier.render.views.lists import ListView, Section
from dossier.render.views.question import question_entry
from dossier.render.views.shared import in_blocks
from dossier.render.views.source import distant_entry
from dossier.render.words import capital, count, hint, label
from dossier.vocabulary import DateBasis, Gravity, QuoteKind

NO_EVENT = tag("span", "no event", class_="default")
"""What a date in an article dates that is taken up nowhere."""


@dataclass(frozen=True, slots=True)
class QuotationsView:
    """All quotations, and words at a distance apart."""

    count: str
    chained: str
    distant: str
    speakers: Md
    quotations: Md
    at_a_distance: Md


def _is_passed_on(quotation: Quotation) -> bool:
    """Whether a chain has somebody between its speakers and its source."""
    return len(quotation.chain) > max(1, len(quotation.speaker_ids)) + 1


def view_quotations(leaf: Leaf) -> QuotationsView:
    """Word the register of quotations, with a list of speakers that leads to each."""
    quotations = leaf.book.said_once
    spoken = [q for q in quotations if q.kind not in AT_A_DISTANCE]
    by_speaker: dict[tuple[str, str], list[Md]] = {}
    for number, quotation in enumerate(spoken, 1):
        actors = leaf.book.dossier.actors
        named = [(actors[key].name, key) for key in quotation.speaker_ids]
        for speaker in named or [(capital(quotation.speaker_label) or "No speaker named", "")]:
            jump = tag("a", str(number), href=f"#{quotation.id}", aria_label=f"Quotation {number}")
            by_speaker.setdefault(speaker, []).append(jump)
    speakers = [
        Entry((join(" ", [_all_by(leaf, *speaker), *jumps]),))
        for speaker, jumps in sorted(by_speaker.items(), key=lambda held: held[0][0].casefold())
    ]
    held_off = [quotation for quotation in quotations if quotation.kind in AT_A_DISTANCE]
    return QuotationsView(
        count=count(len(spoken), "quotation") + _say_repeated(leaf),
        chained=f"{sum(_is_passed_on(one) for one in spoken):,}",
        distant=_count_distant(held_off),
        speakers=bullets(speakers, "speakers"),
        quotations=in_blocks(
            quotation_card(leaf, quotation, number) for number, quotation in enumerate(spoken, 1)
        ),
        at_a_distance=bullets(
            [distant_entry(leaf, quotation) for quotation in held_off], "distant"
        ),
    )


def _count_distant(held_off: Sequence[Quotation]) -> str:
    """Count words in scare quotes and titles; empty if there are neither."""
    titles = sum(one.kind is QuoteKind.TITLE for one in held_off)
    scare = len(held_off) - titles
    parts = [
        f"{scare:,} in scare quotes" if scare else "",
        count(titles, "title") if titles else "",
    ]
    return " and ".join(part for part in parts if part)


def _say_repeated(leaf: Leaf) -> str:
    """Count what copies give again, which stands with the first."""
    again = sum(map(len, leaf.book.repeated.values()))
    verb = "is" if again == 1 else "are"
    return f" ({again:,} more in copies {verb} shown with the same words here)" if again else ""


def _all_by(leaf: Leaf, name: str, actor_id: str) -> Md:
    """Name a speaker; the name of an actor leads to what it is quoted with, and nothing else."""
    if not actor_id or leaf.book.dossier.actors[actor_id].voice:
        return tag("span", name, class_="name")
    return link(leaf.page, actor_page(actor_id), name, "said-by")


@dataclass(frozen=True, slots=True)
class FindingsView:
    """Findings, open questions, and what was announced or forecast."""

    count: str
    found_by: str
    sections: tuple[Section, ...]
    questions: Md
    ledger: Md
    set_aside: Md


def view_findings(leaf: Leaf) -> FindingsView:
    """Word the register of findings by gravity, the open questions and the ledger."""
    dossier = leaf.book.dossier
    sections = []
    for gravity in reversed(Gravity):
        held = [finding for finding in dossier.findings if finding.gravity is gravity]
        if held:
            body = in_blocks(finding_card(leaf, finding) for finding in held)
            heading = f"{label(gravity)} ({len(held)})"
            sections.append(Section(heading, gravity.value, hint(gravity), body))
    pending = [
        event for event in dossier.events.values() if is_pending(event) or find_told(dossier, event)
    ]
    return FindingsView(
        count=count(len(dossier.findings), "finding"),
        found_by=_say_who_found(dossier.findings),
        sections=tuple(sections),
        questions=bullets([question_entry(leaf, q) for q in dossier.questions]),
        ledger=table(
            ("Event", "Expected", "Outcome", "Evidence"),
            [_pending(leaf, event) for event in pending],
            "facts outcomes",
        ),
        set_aside=in_blocks(finding_card(leaf, finding) for finding in dossier.set_aside),
    )


def _say_who_found(findings: Sequence[Finding]) -> str:
    """Count findings by who noticed them: a rule, a person, or both."""
    by_rule = sum(one.found_by == one.rule for one in findings)
    by_both = sum(bool(one.rule) and one.found_by != one.rule for one in findings)
    by_person = len(findings) - by_rule - by_both
    parts = [
        f"{number} by {who}"
        for number, who in (
            (by_rule, "a rule alone"),
            (by_person, "a person alone"),
            (by_both, "both"),
        )
        if number
    ]
    return f"Found: {', '.join(parts)}." if parts else ""


def _pending(leaf: Leaf, event: Event) -> Entry:
    outcome: str = "Not in the collected sources"
    result = leaf.book.dossier.events.get(event.outcome_id)
    told = find_told(leaf.book.dossier, event)
    if result is None and told:
        outcome = join(" ", ["Happened, as another source tells", leaf.evidence(told, MOST_CHIPS)])
    if result is not None:
        when = leaf.event_date(result, opens=False)
        outcome = join(" ", [leaf.event(result.id), when, say_wait(leaf, event)])
    chipped = chips(
        leaf.evidence(event.anchors, MOST_CHIPS, event_page(event.id)),
        modality_chip(event.modality),
        hedge_chip(event.hedge),
    )
    return Entry((leaf.event(event.id), leaf.event_date(event), outcome, chipped))


def say_wait(leaf: Leaf, event: Event) -> Md:
    """Say how long after the first article that announced an event its outcome came."""
    wait = measure_wait(leaf.book.dossier, event)
    if wait is None:
        return Md("")
    source_id, fewest, most = wait
    days = count(fewest, "day") if fewest == most else f"{fewest:,} to {count(most, 'day')}"
    appeared = leaf.source(source_id, leaf.book.dossier.sources[source_id].label)
    return tag("span", Md(f"{days} after ") + appeared + Md(" appeared."), class_="note")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date and what it is the date of; dates of nothing are gathered by their words."""

    dating: Dating
    page: str
    subject: Md
    anchors: tuple[Anchor, ...]


def view_dates(leaf: Leaf) -> ListView:
    """Word the register of dates by how they are known."""
    held = [*_of_events(leaf), *_of_nothing(leaf)]
    held.sort(key=lambda dated: (sort_key(dated.dating.value), dated.subject))
    sections = []
    for basis in DateBasis:
        rows = [_dated_row(leaf, dated) for dated in held if dated.dating.basis is basis]
        if rows:
            body = table(("Date", "In words", "What it dates", "Evidence"), rows, "facts dates")
            sections.append(Section(label(basis), basis.value, hint(basis), body))
    undated = [event for event in leaf.book.dossier.events.values() if event.dating is None]
    if undated:
        body = bullets([Entry((leaf.event(event.id),)) for event in undated])
        title, lead = label(DateBasis.UNDATED), hint(DateBasis.UNDATED)
        sections.append(Section(title, "no-date", lead, body))
    words = sum(key in leaf.book.timexes for key in leaf.book.dossier.calendar.timexes)
    counted = f"{count(len(held), 'date')}, with {count(words, 'date expression')} in the sources"
    return ListView(counted, tuple(sections))


def _of_events(leaf: Leaf) -> Iterator[_Dated]:
    dossier = leaf.book.dossier
    for event in dossier.events.values():
        if event.dating is not None:
            page, subject = event_page(event.id), leaf.event(event.id)
            yield _Dated(event.dating, page, subject, event.dating.anchors)
    for source_id, dating in dossier.calendar.published.items():
        subject = join(" ", ["Publication of", leaf.labelled(source_id)])
        yield _Dated(dating, source_page(source_id), subject, dating.anchors)


def _of_nothing(leaf: Leaf) -> list[_Dated]:
    """Dates in the articles that date no event; one for each value and its words."""
    dossier = leaf.book.dossier
    dated = [event.dating for event in dossier.events.values() if event.dating is not None]
    used = {
        _place(anchor)
        for dating in (*dated, *dossier.calendar.published.values())
        for anchor in dating.anchors
    }
    groups: dict[tuple[str, str, str], _Dated] = {}
    for timex_id, dating in dossier.calendar.timexes.items():
        timex = leaf.book.timexes.get(timex_id)
        if timex is None or _place(timex.anchor) in used:
            continue
        key = dating.value.edtf, dating.basis.value, timex.anchor.exact.casefold()
        held = groups.get(key) or _Dated(dating, "", NO_EVENT, ())
        groups[key] = replace(held, anchors=(*held.anchors, timex.anchor))
    return list(groups.values())


def _place(anchor: Anchor) -> tuple[str, int, int]:
    return anchor.source_id, anchor.start, anchor.end


def _dated_row(leaf: Leaf, dated: _Dated) -> Entry:
    # The section says how the date is known, so the chip need not.
    value = dated.dating.value
    code = tag("code", value.edtf)
    if dated.page:
        code = tag("a", code, href=href(leaf.page, dated.page, "date"))
    words = dict.fromkeys(leaf.date_words(a) for a in dated.anchors)
    if dated.subject is NO_EVENT:
        words = dict.fromkeys([leaf.date_words(dated.anchors[0])])
    evidence = leaf.evidence(dated.anchors, MOST_CHIPS)
    return Entry((join(" ", [say_date(value), code]), join("; ", words), dated.subject, evidence))
