"""From anchored candidates to who did what, when and where.

Identity first, since everything else hangs on it; then dates, because an event is told apart by
its day; then events, and what hangs on them.
"""

from collections.abc import Sequence
from datetime import date

from dossier.errors import Found, Problem, Severity
from dossier.model import Dossier, Extraction, PairJudgement, Source, SourceNote
from dossier.resolve.dating.dates import resolve_dates
from dossier.resolve.events.events import resolve_events
from dossier.resolve.events.sightings import sort_sources
from dossier.resolve.identity.actors import resolve_actors
from dossier.resolve.identity.places import resolve_places
from dossier.resolve.origins import find_origins
from dossier.resolve.quotations import resolve_quotations
from dossier.resolve.relations import resolve_relations
from dossier.settings import Settings

__all__ = ["resolve_dossier"]


def resolve_dossier(
    sources: Sequence[Source],
    extractions: Sequence[Extraction],
    settings: Settings,
    judgements: Sequence[PairJudgement],
    *,
    seen_by: date | None = None,
) -> Found[Dossier]:
    """Resolve the candidates of all articles into a draft of the dossier.

    Args:
        sources: All articles.
        extractions: The candidates of each, in the same order.
        settings: The project's settings.
        judgements: The analyst's decisions about who is who.
        seen_by: A day by which all articles had appeared, where one looks back; None today.

    Returns:
        The draft, in which every event candidate is still an event whatever its score, and
        what was noticed: copies, then actors, places, dates and events.
    """
    lexicon = settings.lexicon
    actors, about_actors = resolve_actors(sources, extractions, lexicon, judgements)
    places, about_places = resolve_places(sources, extractions, lexicon, judgements)
    calendar, about_dates = resolve_dates(sources, extractions, actors, lexicon, seen_by=seen_by)
    ordered = sort_sources(sources, calendar)
    origins = find_origins(ordered)
    events, about_events = resolve_events(
        sources, extractions, actors, places, calendar, settings, origins
    )
    likely = [event for event in events if event.score >= settings.event_threshold]
    by_source = {extraction.source_id: extraction for extraction in extractions}
    dossier = Dossier(
        sources={source.id: source for source in ordered},
        extractions={source.id: by_source[source.id] for source in ordered},
        calendar=calendar,
        origins=origins,
        actors={actor.id: actor for actor in actors},
        places={place.id: place for place in places},
        events={event.id: event for event in events},
        quotations=resolve_quotations(sources, extractions, actors, events),
        relations=resolve_relations(likely, extractions, actors),
        source_notes={source.id: SourceNote(source.id) for source in ordered},
    )
    copies = _name_copies(dossier)
    return dossier, (*copies, *about_actors, *about_places, *about_dates, *about_events)


def _name_copies(dossier: Dossier) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            "O301",
            Severity.WARNING,
            f"{dossier.sources[source_id].path}:{dossier.sources[source_id].title.line or 1}",
            f"the text is a copy of {dossier.sources[origin].path}; the two count as one origin",
            "take one of them away if nothing is to be learnt from the copy",
        )
        for source_id, origin in dossier.origins.items()
        if source_id != origin
    )
