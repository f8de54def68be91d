"""From event mentions to events: which sentences tell one happening, and what they say of it.

Every candidate becomes an event with a score; the settings' threshold decides on pages later.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dossier.dates import sort_key
from dossier.errors import Found
from dossier.ids import slugify, unique_slug
from dossier.model import (
    Actor,
    ActorId,
    Anchor,
    Calendar,
    Dating,
    Event,
    EventId,
    Extraction,
    Participation,
    Place,
    Source,
)
from dossier.resolve.events.across import find_possible_matches
from dossier.resolve.events.cast import Cast, make_cast
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.dating import date_event
from dossier.resolve.events.grouping import cluster_sightings
from dossier.resolve.events.hints import Hints, add_hints, make_hints
from dossier.resolve.events.sightings import Sighting, find_sightings, sort_sources
from dossier.resolve.events.slots import make_title_maker
from dossier.resolve.events.stories import Stories, find_stories
from dossier.resolve.events.tellings import Quiet, find_status, find_tellings
from dossier.resolve.events.titles import make_title
from dossier.resolve.events.twins import tell_apart
from dossier.resolve.events.wording import ROLES
from dossier.resolve.events.worth import Draft, score_draft
from dossier.settings import Settings
from dossier.vocabulary import EventStatus, EventTier, Modality, Role

_AHEAD = (Modality.FORECAST, Modality.ANNOUNCED, Modality.HYPOTHETICAL, Modality.DENIED)


@dataclass(frozen=True, slots=True)
class _Stage:
    """What all events share."""

    sources: Mapping[str, Source]
    places: Mapping[str, int]
    quiet: Quiet
    cast: Cast
    calendar: Calendar
    origins: Mapping[str, str]
    hints: Hints


def resolve_events(  # noqa: PLR0917 - one argument for each result of the stages before
    sources: Sequence[Source],
    extractions: Sequence[Extraction],
    actors: Sequence[Actor],
    places: Sequence[Place],
    calendar: Calendar,
    settings: Settings,
    origins: Mapping[str, str] | None = None,
) -> Found[tuple[Event, ...]]:
    """Resolve the events of a dossier.

    Args:
        sources: All articles, in any order.
        extractions: What was found in each.
        actors: All actors.
        places: All places.
        calendar: All dates.
        settings: The project's settings; its word lists are used.
        origins: The first source with the same text, by id; None if no article copies another.

    Returns:
        Every candidate, by date, undated last, then id, whatever the order of files; what cannot
        be resolved stays a candidate with a low score.
    """
    cast = make_cast(extractions, actors, places)
    ordered = sort_sources(sources, calendar)
    sightings = find_sightings(ordered, extractions, cast, calendar)
    stories = find_stories(ordered, calendar, settings.lexicon)
    clusters = cluster_sightings(sightings, stories)
    allusions = _allusions(clusters, stories)
    maker = make_title_maker(actors, places, cast, settings.lexicon)
    by_id = {source.id: source for source in ordered}
    stage = _Stage(
        by_id,
        {source.id: place for place, source in enumerate(ordered)},
        Quiet(ordered, calendar),
        cast,
        calendar,
        origins or {},
        make_hints(
            sightings,
            [(by_id[one.source_id], one) for one in extractions],
            cast,
            calendar,
            settings.lexicon,
        ),
    )
    dated = [(c, date_event(c, cast, calendar), *make_title(c, maker)) for c in clusters]
    ids = _make_ids([(cluster, dating, title) for cluster, dating, title, _ in dated])
    drafts = [
        Draft(cluster, dating, title, event_id, worded)
        for (cluster, dating, title, worded), event_id in zip(dated, ids, strict=True)
    ]
    events = (
        _make_event(draft, [drafts[other] for other in allusions.get(index, ())], stage)
        for index, draft in enumerate(drafts)
    )
    return tell_apart(sorted(events, key=_order), settings.event_threshold), ()


def _order(event: Event) -> tuple[tuple[bool, date, date, str], str]:
    return sort_key(event.dating.value if event.dating else None), event.id


def _allusions(clusters: Sequence[Cluster], stories: Stories) -> Mapping[int, tuple[int, ...]]:
    """Indices of the events that may be the same as each."""
    found: dict[int, set[int]] = {}
    for one, other in find_possible_matches(clusters, stories):
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {index: tuple(sorted(others)) for index, others in found.items()}


def _make_ids(drafts: Sequence[tuple[Cluster, Dating | None, str]]) -> list[EventId]:
    """Ids from date and title; the key behind a clash is the event's own first sentence."""
    keyed = []
    for index, (cluster, dating, title) in enumerate(drafts):
        key = min(one.mention.id for one in cluster.sightings)
        day = _date_part(dating)
        keyed.append((slugify(f"ev {day} {title}"), key, index))
    taken: dict[str, str] = {}
    ids = [""] * len(drafts)
    for slug, key, index in sorted(keyed):
        ids[index] = unique_slug(slug, key, taken)
    return ids


def _date_part(dating: Dating | None) -> str:
    """As much of the first possible day as is certain: a day, a month, a year or nothing."""
    if dating is None or dating.value.is_open_start:
        return ""
    first, last = dating.value.earliest.isoformat(), dating.value.latest.isoformat()
    if dating.value.is_open_end:
        return first
    length = next((size for size in (10, 7, 4) if first[:size] == last[:size]), 0)
    return first[:length] if length else first


def _make_event(draft: Draft, others: Sequence[Draft], stage: _Stage) -> Event:
    cluster, dating = draft.cluster, draft.dating
    best = cluster.best
    modality = _modality(cluster)
    tellings = find_tellings(
        cluster, dating, [other.cluster for other in others], stage.quiet, stage.places
    )
    places = Counter(place for one in cluster.sightings for place in one.places)
    spots = {spot for one in cluster.sightings for spot in one.spots}
    places = Counter({place: n for place, n in places.items() if place in spots}) or places
    hedges = [one.mention.hedge for one in cluster.sightings if one.mention.hedge]
    sure = any(not one.mention.hedge and one.is_actual for one in cluster.sightings)
    telling = {key for one in (draft, *others) for key in one.cluster.source_ids}
    spoken = [tellings[stage.places[key]] for key in telling]
    status = find_status(modality, spoken, stage.sources, stage.origins)
    background = status is EventStatus.BACKGROUND
    return Event(
        id=draft.id,
        event_type=cluster.event_type,
        title=draft.title,
        dating=dating,
        tier=EventTier.BACKGROUND if background else EventTier.CORE,
        status=status,
        modality=modality,
        hedge="" if sure and not best.mention.hedge else (hedges[0] if hedges else ""),
        place_id=max(places, key=lambda place: places[place], default=None),
        participants=_participations(cluster, stage.cast),
        mention_ids=tuple(one.mention.id for one in cluster.sightings),
        anchors=tuple(dict.fromkeys(one.mention.anchor for one in cluster.sightings)),
        tellings=add_hints(tellings, cluster, dating, stage.hints, stage.places),
        same_as_possible=tuple(sorted(other.id for other in others)),
        score=score_draft(draft, stage.cast, stage.calendar),
    )


def _modality(cluster: Cluster) -> Modality:
    """What came about goes before what was said of it, and that before what was to come."""
    told = [one.mention.modality for one in cluster.sightings if not one.is_headline]
    best = cluster.best.mention.modality
    if Modality.HAPPENED in told and best not in _AHEAD:
        return Modality.HAPPENED
    return best


def _participations(cluster: Cluster, cast: Cast) -> tuple[Participation, ...]:
    """One for each actor, by the part in the sentence that says most; then in text order."""
    roles: dict[ActorId, tuple[Role, Sighting]] = {}
    anchors: dict[ActorId, list[Anchor]] = {}
    ranked = sorted(cluster.sightings, key=lambda one: (-one.mention.score, one.order))
    told = [one for one in ranked if one.actors and not one.is_headline]
    for one in told or ranked:  # a headline's telegraphic words do not say who does what
        for actor, role, mention in one.actors:
            roles.setdefault(actor, (role, one))
            anchors.setdefault(actor, []).append(cast.mentions[mention].anchor)
    acting, done_to = ROLES[cluster.event_type]
    words = {
        Role.ACTOR: acting,
        Role.SPEAKER: "speaker",
        Role.RECIPIENT: done_to,
        Role.PARTICIPANT: "participant",
        Role.NAMED: "also named",
    }
    found = []
    for actor, (role, one) in roles.items():
        credited = cast.actors.get(one.mention.according_to or "")
        found.append(
            Participation(
                actor_id=actor,
                role=words[role],
                according_to=credited.id if credited and credited.id != actor else "",
                anchors=tuple(sorted(anchors[actor], key=lambda a: (a.source_id, a.start))),
            )
        )
    return tuple(found)
