"""What the sources leave open, as far as it can be counted."""

from collections.abc import Iterable, Sequence

from dossier.model import Event
from dossier.outcomes import is_pending
from dossier.render.copied import is_copy
from dossier.render.leaf import Leaf
from dossier.render.links import DATES, EVENTS, FINDINGS, QUOTATIONS, SOURCES, event_page, link
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry
from dossier.render.words import count
from dossier.vocabulary import DateBasis, Telling

MOST_NAMED = 3
"""Events or sources named in a line; the rest are counted."""

_HEARD = frozenset({Telling.ASSERTS, Telling.BACKGROUND, Telling.FORECASTS, Telling.CONTRADICTS})


def find_gaps(leaf: Leaf) -> list[Entry]:
    """Word what is missing, each with the way to it; nothing for what is complete."""
    found = [
        *_of_sources(leaf),
        *_of_events(leaf),
        *_of_quotations(leaf),
        _unreviewed(leaf),
    ]
    return [Entry((words,)) for words in found if words]


def _of_sources(leaf: Leaf) -> list[Md]:
    sources = tuple(leaf.book.dossier.sources.values())
    undated = [source for source in sources if source.published_on is None]
    unnamed = [source for source in sources if not source.publisher.value]
    notes = leaf.book.dossier.source_notes.values()
    found = []
    if undated:
        named = [leaf.source(source.id, source.label) for source in undated]
        found.append(
            join(" ", [f"{count(len(undated), 'source')} without a date of its own:", _cut(named)])
        )
    if unnamed:
        counted = link(leaf.page, SOURCES, _share(len(unnamed), len(sources), "source"))
        found.append(counted + Md(" without a named outlet."))
    if sources and not any(note.origin for note in notes):
        found.append(safe("No source's reliability has been assessed."))
    return found


def _of_events(leaf: Leaf) -> list[Md]:
    events = tuple(leaf.book.dossier.events.values())
    lone = [event for event in events if len(_tellers(leaf, event)) == 1]
    undated = [event for event in events if event.dating is None]
    bounded = [e for e in events if e.dating is not None and e.dating.basis is DateBasis.BOUNDED]
    pending = [event for event in events if is_pending(event) and not event.outcome_id]
    found = []
    if lone:
        counted = link(leaf.page, EVENTS, _share(len(lone), len(events), "event"))
        found.append(counted + Md(f" told by one document{_and_copies(leaf)} only."))
    if undated:
        titles = _cut([_named(leaf, event) for event in undated])
        found.append(join(" ", [f"{count(len(undated), 'event')} that no source dates:", titles]))
    if bounded:
        dated = count(len(bounded), "event")
        counted = link(leaf.page, DATES, dated, DateBasis.BOUNDED.value)
        found.append(counted + Md(" dated only within limits."))
    if pending:
        titles = _cut([_named(leaf, event) for event in pending])
        counted = link(leaf.page, FINDINGS, count(len(pending), "event"), "ledger")
        lead = counted + Md(" announced or forecast, with no outcome reported:")
        found.append(join(" ", [lead, titles]))
    return [*found, *_of_pairs(leaf, events)]


def _of_pairs(leaf: Leaf, events: Iterable[Event]) -> list[Md]:
    """Events that may be one."""
    known = leaf.book.dossier.events
    pairs = sorted(
        {
            (min(event.id, other), max(event.id, other))
            for event in events
            for other in event.same_as_possible
            if other in known
        }
    )
    if not pairs:
        return []
    named = [
        join(" and ", [_named(leaf, known[one]), _named(leaf, known[two])]) for one, two in pairs
    ]
    lead = f"{count(len(pairs), 'pair')} of events that may be one:"
    return [join(" ", [lead, _cut(named)])]


def _and_copies(leaf: Leaf) -> str:
    sources = leaf.book.dossier.sources
    return " and its copies" if any(is_copy(leaf.book.dossier, key) for key in sources) else ""


def _of_quotations(leaf: Leaf) -> list[Md]:
    quotations = leaf.book.said_once
    orphans = [q for q in quotations if not q.speaker_ids and not q.speaker_label and q.chain]
    if not orphans:
        return []
    counted = link(leaf.page, QUOTATIONS, _share(len(orphans), len(quotations), "quotation"))
    return [counted + Md(" without a named speaker.")]


def _unreviewed(leaf: Leaf) -> Md:
    reviewed, pages = count_reviewed(leaf)
    if reviewed == pages:
        return Md("")
    share = f"{pages - reviewed:,} of the {pages:,}" if reviewed else f"any of the {pages:,}"
    return safe(f"Nobody has reviewed {share} pages.")


def count_reviewed(leaf: Leaf) -> tuple[int, int]:
    """Count the pages of actors and events that somebody reviewed, and all of them."""
    marks = [actor.reviewed for actor in leaf.book.published_actors()]
    marks += [event.reviewed for event in leaf.book.dossier.events.values()]
    return sum(map(bool, marks)), len(marks)


def _tellers(leaf: Leaf, event: Event) -> set[str]:
    """The sources that tell an event, a copy as what it copies."""
    told = {telling.source_id for telling in event.tellings if telling.telling in _HEARD}
    told |= {anchor.source_id for anchor in event.anchors}
    return {leaf.book.dossier.origins.get(key, key) for key in told}


def _named(leaf: Leaf, event: Event) -> Md:
    return link(leaf.page, event_page(event.id), event.title)


def _share(part: int, whole: int, noun: str) -> str:
    """Such as "75 of 77 events"; "All 34 sources" where nothing is left."""
    if part == whole and whole > 1:
        return f"All {count(whole, noun)}"
    return count(part, noun) if whole == 1 else f"{part:,} of {count(whole, noun)}"


def _cut(parts: Sequence[Md]) -> Md:
    shown = join("; ", parts[:MOST_NAMED])
    rest = len(parts) - MOST_NAMED
    return join(" ", [shown, f"and {rest:,} more"]) + Md(".") if rest > 0 else shown + Md(".")
