"""Two sources side by side on the events that both tell: when, where, who, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.dates import DateValue
from dossier.model import Anchor, Event, Finding, Source, SourceId, SourceTelling
from dossier.render.accounts import Account, compare_dates, compare_places, read_account
from dossier.render.cards import finding_card
from dossier.render.chips import chip, chips, class_tag, say_date, status_chip
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import FINDINGS, event_page, href, link, source_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, table, tag
from dossier.render.pairs import SourcePair
from dossier.render.views.lists import say_copy, say_origin
from dossier.render.views.shared import cite, in_blocks
from dossier.render.words import capital, count, hint, label

MOST_EVENTS = 25
"""Events laid out side by side; further ones are listed by their titles."""

MOST_LISTED = 100
"""Further events listed by their titles."""

MOST_FINDINGS = 12
"""Findings between the two that are laid out; the rest are named."""

MOST_WORDS = 3
"""Sentences of either source on one event."""

_NOT_SAID = chip("unsaid", "not said", "Not in the sentences by which this source tells the event")


_ONLY_HERE = chip(
    "alone", "only here", "The other source does not name it where it tells the event"
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event as both tell it."""

    title: Md
    id: str
    head: Md
    rows: Md
    compared: Md
    findings: Md


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Two sources side by side, section by section."""

    title: str
    lead: Md
    particulars: Md
    findings: Md
    findings_rest: Md
    events: tuple[Told, ...]
    further: Md
    further_rest: str
    alone: Md
    citation: Md


def view_sources_pair(leaf: Leaf, pair: SourcePair) -> SourcesView:
    """Word two sources side by side.

    Args:
        leaf: The page.
        pair: The two, and the events that both tell.
    """
    sources = [leaf.book.dossier.sources[key] for key in pair.keys]
    labels = tuple(source.label for source in sources)
    carded = pair.findings[:MOST_FINDINGS]
    further = pair.events[MOST_EVENTS:]
    told = {key: dict(_tellings(leaf, key)) for key in pair.keys}
    return SourcesView(
        title=f"{name_sources(leaf, pair)}, side by side",
        lead=_lead(leaf, pair),
        particulars=table(
            ("Side by side", *labels), _particulars(leaf, sources, pair), "facts pair"
        ),
        findings=in_blocks(finding_card(leaf, finding) for finding in carded),
        findings_rest=_name_findings(leaf, pair.findings[MOST_FINDINGS:]),
        events=tuple(_tell(leaf, event, pair, told, carded) for event in pair.events[:MOST_EVENTS]),
        further=bullets([_further(leaf, event) for event in further[:MOST_LISTED]]),
        further_rest=_more(len(further) - MOST_LISTED),
        alone=_alone(leaf, pair),
        citation=cite(leaf, f"{name_sources(leaf, pair)}, side by side", _anchors_of(pair)),
    )


def name_sources(leaf: Leaf, pair: SourcePair) -> str:
    """Name the two by their labels, as a title does."""
    sources = leaf.book.dossier.sources
    return f"{sources[pair.left].label} and {sources[pair.right].label}"


def _anchors_of(pair: SourcePair) -> list[Anchor]:
    return [a for event in pair.events for a in event.anchors if a.source_id in pair.keys]


def _lead(leaf: Leaf, pair: SourcePair) -> Md:
    names = join(" and ", [leaf.labelled(key) for key in pair.keys])
    told = count(len(pair.events), "event")
    found = count(len(pair.findings), "finding")
    words = f"both tell {told}; {found} {'rests' if len(pair.findings) == 1 else 'rest'} on words "
    words += "of both."
    copied = "One is a copy of the other: the two count as one origin." if pair.is_one_text else ""
    return join(" ", [names, words, copied])


def _particulars(leaf: Leaf, sources: Sequence[Source], pair: SourcePair) -> list[Entry]:
    notes = leaf.book.dossier.source_notes
    grades = []
    for source in sources:
        note = notes.get(source.id)
        grades.append(label(note.reliability) if note else "")
    rows = [
        ("Title", *(leaf.source(source.id) for source in sources)),
        ("Published", *(leaf.source_date(source.id) for source in sources)),
        ("Author and outlet", *(say_origin(source) for source in sources)),
        ("Text", *(join(" ", say_copy(leaf, source)) for source in sources)),
        ("Reliability", *grades),
        ("Events", *(_count_told(leaf, key, pair) for key in pair.keys)),
    ]
    return [Entry(row) for row in rows if any(row[1:])]


def _count_told(leaf: Leaf, key: SourceId, pair: SourcePair) -> str:
    told = len(leaf.book.tells.get(key, ()))
    return f"{count(told, 'event')}, {len(pair.events)} of them in both"


def _tellings(leaf: Leaf, key: SourceId) -> list[tuple[str, SourceTelling]]:
    return [(event.id, telling) for event, telling in leaf.book.tells.get(key, ())]


def _tell(
    leaf: Leaf,
    event: Event,
    pair: SourcePair,
    told: dict[SourceId, dict[str, SourceTelling]],
    carded: Sequence[Finding],
) -> Told:
    left, right = (read_account(leaf.book, event, told[key][event.id]) for key in pair.keys)
    first, second = (leaf.book.dossier.sources[key].label for key in pair.keys)
    rows = [
        ("How", _how(leaf, left), _how(leaf, right)),
        ("Words", _words(leaf, left), _words(leaf, right)),
        ("When", _dates(leaf, left), _dates(leaf, right)),
        ("Where", _places(leaf, event, left), _places(leaf, event, right)),
        ("Who", _names(leaf, left, right), _names(leaf, right, left)),
    ]
    between = [f for f in leaf.book.findings_on.get(event.id, ()) if f in pair.findings]
    return Told(
        title=leaf.event(event.id),
        id=event.id,
        head=chips(
            leaf.event_date(event),
            status_chip(event),
            leaf.origins([*left.anchors, *right.anchors]),
        ),
        rows=table(("Point", first, second), [Entry(row) for row in rows], "facts pair accounts"),
        compared=_compare(left, right, (first, second)),
        findings=_link_findings(leaf, between, carded),
    )


def _how(leaf: Leaf, account: Account) -> Md:
    telling = account.telling
    kind = f"telling chip-telling-{telling.telling.value}"
    relation = chip(kind, label(telling.telling).lower(), hint(telling.telling))
    note = tag("span", leaf.prose(telling.note), class_="note") if telling.note else ""
    return join(" ", [relation, note])


def _words(leaf: Leaf, account: Account) -> Md:
    shown = [
        Entry((join(" ", [leaf.words(anchor), leaf.evidence([anchor])]),))
        for anchor in account.anchors[:MOST_WORDS]
    ]
    rest = account.anchors[MOST_WORDS:]
    if rest:
        shown.append(Entry((join(" ", ["Also", leaf.evidence(rest, MOST_CHIPS)]),)))
    return bullets(shown, "words")


def _dates(leaf: Leaf, account: Account) -> Md:
    """Words of dates with what they mean; where none date the event, those beside it."""
    if account.dates:
        return join("; ", [_date(leaf, anchor, value) for anchor, value in account.dates])
    if not account.near:
        return _NOT_SAID
    beside = join("; ", [_date(leaf, anchor, value) for anchor, value in account.near[:MOST_WORDS]])
    return join(" ", [_NOT_SAID, tag("span", Md("In its sentences: ") + beside, class_="note")])


def _date(leaf: Leaf, anchor: Anchor, value: DateValue | None) -> Md:
    meaning = Md("that is ") + say_date(value, opens=False) if value else ""
    return join(" ", [join(", ", [leaf.date_words(anchor), meaning]), leaf.evidence([anchor])])


def _places(leaf: Leaf, event: Event, account: Account) -> Md:
    named = [
        join(" ", [leaf.date_words(anchor), leaf.evidence([anchor])])
        for anchor in account.places[:MOST_WORDS]
    ]
    if not named and account.placed:
        return join(" ", [leaf.place(event.place_id), leaf.evidence(account.placed, MOST_CHIPS)])
    return join("; ", named) or _NOT_SAID


def _names(leaf: Leaf, account: Account, other: Account) -> Md:
    """Participants a source names, each with its part; those the other leaves out are marked."""
    lines = []
    for key, (role, anchors) in account.names.items():
        known = leaf.book.dossier.actors.get(key)
        name = leaf.actor(key) if known else leaf.prose(capital(key or "not named"))
        alone = "" if key in other.names else _ONLY_HERE
        said = [join(", ", [name, role]), alone, leaf.evidence(anchors, 1)]
        lines.append(Entry((join(" ", said),)))
    return bullets(lines, "forms") or _NOT_SAID


def _compare(left: Account, right: Account, labels: tuple[str, str]) -> Md:
    """Say in a line how the two go together."""
    both = sum(key in right.names for key in left.names)
    alone = (len(left.names) - both, len(right.names) - both)
    who = [f"{count(both, 'participant')} in both"]
    who += [f"{n} in {label_} alone" for n, label_ in zip(alone, labels, strict=True) if n]
    told = [compare_dates(left, right, labels), compare_places(left, right, labels), ", ".join(who)]
    words = capital("; ".join(told)) + "."
    return tag("p", join(" ", [words, class_tag("Derived")]), class_="compared")


def _link_findings(leaf: Leaf, between: Sequence[Finding], carded: Sequence[Finding]) -> Md:
    """Name the findings between the two on one event, and lead to their words."""
    links = [
        tag(
            "a",
            label(finding.finding_type),
            href=f"#{finding.id}" if finding in carded else href(leaf.page, FINDINGS, finding.id),
        )
        for finding in between
    ]
    if not links:
        return Md("")
    named = Md("The two are set against each other in: ") + join(", ", links) + Md(".")
    return tag("p", named, class_="touches")


def _name_findings(leaf: Leaf, findings: Sequence[Finding]) -> Md:
    links = [link(leaf.page, FINDINGS, finding.id, finding.id) for finding in findings]
    return Md("Also ") + join(", ", links) + Md(".") if links else Md("")


def _further(leaf: Leaf, event: Event) -> Entry:
    when = leaf.event_date(event, opens=False)
    ways = leaf.evidence(event.anchors, MOST_CHIPS, event_page(event.id))
    return Entry((join(" ", [join(", ", [leaf.event(event.id), when]), ways]),))


def _more(number: int) -> str:
    return f"{count(number, 'more event')}, on the pages of the two sources." if number > 0 else ""


def _alone(leaf: Leaf, pair: SourcePair) -> Md:
    """Count the events that only one of the two tells, and lead to them."""
    lines = []
    for key in pair.keys:
        number = len(leaf.book.tells.get(key, ())) - len(pair.events)
        told = f"{count(number, 'event')} that the other does not tell"
        shown = (
            link(leaf.page, source_page(key), told, "events") if number else safe("No event alone")
        )
        label_ = leaf.book.dossier.sources[key].label
        lines.append(Entry((join(" ", [tag("span", label_, class_="locator"), shown]),)))
    return bullets(lines)
