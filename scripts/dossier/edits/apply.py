"""Apply the analyst's decisions to what the earlier stages made of the articles.

The order is the published one: actors, places and events, then what refers to them, then single
fields. Two edits on one level that disagree stop the run; an edit that matches nothing any more
is reported and the rest goes on.
"""

from dataclasses import replace

from dossier.edits.apply_actors import ActorsApplied, apply_actors
from dossier.edits.apply_corrections import apply_corrections
from dossier.edits.apply_events import apply_events
from dossier.edits.apply_findings import (
    apply_briefing,
    apply_claims,
    apply_findings,
    apply_questions,
)
from dossier.edits.apply_places import apply_places
from dossier.edits.apply_quotations import apply_quotations
from dossier.edits.apply_relations import apply_relations
from dossier.edits.apply_sources import apply_sources, mark_analyst_days
from dossier.edits.desk import Desk, lay_desk
from dossier.edits.follow import find_moved, follow_merges
from dossier.edits.prune import drop_unsupported, prune
from dossier.edits.references import check_references
from dossier.edits.schema import Edits
from dossier.errors import Found
from dossier.model import Dossier
from dossier.settings import Settings


def apply_edits(dossier: Dossier, edits: Edits, settings: Settings) -> Found[Dossier]:
    """Apply every edit.

    Args:
        dossier: The draft: every automatic actor, place, event, quotation and relation.
        edits: What the analyst decided.
        settings: The project's settings; events below its threshold are not published.

    Returns:
        The dossier to publish, and what was noticed, in the order of the published precedence.

    Raises:
        EditError: An edit points to words that do not stand there, or two edits disagree.
    """
    draft = dossier
    desk = lay_desk(draft, edits, settings)
    notes, in_sources = apply_sources(desk)
    calendar = mark_analyst_days(desk)
    actors, in_actors = apply_actors(desk)
    moved = find_moved(actors, edits)
    desk = replace(desk, edits=follow_merges(moved, edits), moved=moved)
    places, in_places = apply_places(desk)
    events, in_events = apply_events(desk, actors, places)
    quotations, in_quotations = apply_quotations(desk, actors, events)
    relations, in_relations = apply_relations(desk, actors, events)
    findings, in_findings = apply_findings(desk)
    claims, in_claims = apply_claims(desk)
    bottom_line, in_briefing = apply_briefing(desk)
    drawn = replace(
        draft,
        extractions=actors.extractions,
        calendar=calendar,
        actors=actors.actors,
        places=places.places,
        events=events.events,
        mentioned=events.mentioned,
        quotations=quotations,
        relations=relations,
        claims=claims,
        findings=findings,
        questions=apply_questions(desk),
        source_notes=notes,
        bottom_line=bottom_line,
    )
    corrected, in_corrections = apply_corrections(drawn, desk)
    supported, unsupported = drop_unsupported(corrected, desk)
    problems = (
        *desk.noticed,
        *in_sources,
        *in_actors,
        *in_places,
        *in_events,
        *in_quotations,
        *in_relations,
        *in_findings,
        *in_claims,
        *in_briefing,
        *in_corrections,
        *unsupported,
        *check_references(supported, desk.edits),
    )
    pruned = prune(supported, desk, actors)
    return replace(pruned, withheld=_count_withheld(desk, actors, pruned)), problems


def _count_withheld(desk: Desk, actors: ActorsApplied, pruned: Dossier) -> tuple[int, int]:
    """Events and actors that would be published, had nobody reviewed their sources."""
    if not desk.reviewed:
        return 0, 0
    threshold = desk.settings.event_threshold
    events = sum(one.score >= threshold for one in pruned.mentioned)
    left_out = {old for old, now in actors.moved.items() if now is None} - actors.hidden
    drafted = (desk.draft.actors[old] for old in left_out)
    return events, sum(bool(one.mention_ids) and not one.voice for one in drafted)
