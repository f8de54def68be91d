"""Nothing without words: every fact has a place in a source, and the words stand there."""

from collections.abc import Iterator

from dossier.anchors import resolve_anchor
from dossier.check.records import Origin, edit_of, fail, find_anchors, where_of
from dossier.errors import AnchorError, Problem
from dossier.model import Actor, Anchor, Dossier, Event, Extraction


def check_anchors(dossier: Dossier) -> tuple[Problem, ...]:
    """C301: what is quoted is what the source holds at that place."""
    problems = []
    for origin, anchor in _all_anchors(dossier):
        message = _mismatch(dossier, anchor)
        if message:
            where = where_of(dossier, origin, (anchor,))
            problems.append(
                fail("C301", where, message, "run again; if it stays, point to the words anew")
            )
    return tuple(dict.fromkeys(problems))


def _mismatch(dossier: Dossier, anchor: Anchor) -> str:
    source = dossier.sources.get(anchor.source_id)
    if source is None:
        return f"{anchor.exact!r} is quoted from {anchor.source_id!r}, which is not there"
    if source.text[anchor.start : anchor.end] == anchor.exact and anchor.exact:
        return ""
    try:
        start, _ = resolve_anchor(source, anchor)
    except AnchorError as error:
        return str(error)
    return f"{source.path}: {anchor.exact!r} has moved from {anchor.start} to {start}"


def _all_anchors(dossier: Dossier) -> Iterator[tuple[Origin, Anchor]]:
    for extraction in dossier.extractions.values():
        yield from (("", anchor) for anchor in _extracted(extraction))
    records: tuple[tuple[Origin, object], ...] = (
        *((one.origin, one) for one in dossier.calendar.published.values()),
        *((one.origin, one) for one in dossier.calendar.timexes.values()),
        *((one.origin, one) for one in dossier.actors.values()),
        *((one.origin, one) for one in dossier.places.values()),
        *((one.origin, one) for one in dossier.events.values()),
        *((one.origin, one) for one in dossier.mentioned),
        *((one.origin, one) for one in dossier.quotations),
        *((one.origin, one) for one in dossier.relations),
        *((one.origin, one) for one in dossier.claims),
        *((one.found_by, one) for one in dossier.findings),
        *((one.origin, one) for one in dossier.source_notes.values()),
        *((one.origin, one) for one in dossier.bottom_line),
    )
    for origin, record in records:
        yield from ((origin, anchor) for anchor in find_anchors(record))


def _extracted(extraction: Extraction) -> Iterator[Anchor]:
    yield from (mention.anchor for mention in extraction.mentions)
    yield from (timex.anchor for timex in extraction.timexes)
    for quote in extraction.quotes:
        yield quote.content
        words = (quote.cue, quote.speaker_words, quote.carrier_words)
        yield from (anchor for anchor in words if anchor is not None)
    for report in extraction.event_mentions:
        yield from (report.anchor, report.trigger)


def check_events(dossier: Dossier) -> tuple[Problem, ...]:
    """C304: every event is reported somewhere, and every source relates to it somehow."""
    problems = []
    for event in (*dossier.events.values(), *dossier.mentioned):
        where = where_of(dossier, event.origin, event.anchors)
        if not event.anchors:
            problems.append(fail("C304", where, f"no sentence reports the event {event.id!r}"))
    everyone = list(dossier.sources)
    for event in dossier.events.values():
        if [telling.source_id for telling in event.tellings] != everyone:
            where = where_of(dossier, event.origin, event.anchors)
            message = f"the event {event.id!r} does not say of every source how it tells it"
            problems.append(fail("C311", where, message, "this is a fault of the program"))
    return tuple(problems)


def check_facts(dossier: Dossier) -> tuple[Problem, ...]:
    """C302: a fact has words, or an edit that answers for it."""
    problems: list[Problem] = []
    # A byline is read as a particular of its source, not as a mention.
    bylines = {fact.value for source in dossier.sources.values() for fact in source.authors}
    for actor in dossier.actors.values():
        problems.extend(_actor_facts(dossier, actor, bylines))
    for event in dossier.events.values():
        problems.extend(_event_facts(dossier, event))
    for relation in dossier.relations:
        if not relation.anchors:
            message = f"no words for: {relation.subject_id} {relation.verb} {relation.object_id}"
            problems.append(fail("C302", where_of(dossier, relation.origin, ()), message, _POINT))
    for claim in dossier.claims:
        if not claim.anchors:
            where = where_of(dossier, claim.origin, ())
            problems.append(fail("C302", where, f"no words for the claim {claim.text!r}", _POINT))
    for quotation in dossier.quotations:
        if not quotation.anchors:
            where = where_of(dossier, quotation.origin, ())
            problems.append(fail("C305", where, f"the quotation {quotation.id!r} has no words"))
    for finding in dossier.findings:
        if not finding.sides:
            where = where_of(dossier, finding.found_by, ())
            message = f"the finding {finding.id!r} shows no words"
            problems.append(fail("C302", where, message, _POINT))
    return tuple(problems)


_POINT = "point to the words with at"


def _actor_facts(dossier: Dossier, actor: Actor, bylines: set[str]) -> Iterator[Problem]:
    places = find_anchors(actor)
    where = where_of(dossier, actor.origin, places)
    if not (actor.mention_ids or places or actor.name in bylines or edit_of(actor.origin)):
        yield fail("C302", where, f"no article names the actor {actor.id!r}")
    for role in actor.roles:
        if not role.anchors and not role.origin:
            yield fail("C302", where, f"no words for the role {role.title!r} of {actor.id!r}")
    if not edit_of(actor.origin):
        for alias in actor.aliases:
            if not alias.anchors:
                yield fail("C302", where, f"the name {alias.name!r} of {actor.id!r} has no place")


def _event_facts(dossier: Dossier, event: Event) -> Iterator[Problem]:
    where = where_of(dossier, event.origin, event.anchors)
    dating = event.dating
    if dating is not None and not find_anchors(dating) and not edit_of(dating.origin):
        yield fail("C302", where, f"the date of {event.id!r} rests on no words", _POINT)
    for part in event.participants:
        if not part.anchors:
            who = part.actor_id or part.label
            yield fail("C302", where, f"no words for {who!r} in the event {event.id!r}", _POINT)
    for claim in event.claims:
        if not claim.anchors:
            message = f"no words for the claim {claim.text!r}"
            yield fail("C302", claim.origin or where, message, _POINT)
    for measure in event.measures:
        if not measure.anchors:
            message = f"no words for the figure {measure.value!r} in the event {event.id!r}"
            yield fail("C302", where, message, _POINT)
