"""How each source relates to each event, and what follows for the event's standing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dossier.independence import name_origin
from dossier.model import Anchor, Calendar, Dating, Source, SourceTelling
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.dating import earliest_day, published_before
from dossier.resolve.events.sightings import Sighting
from dossier.vocabulary import EventStatus, Modality, Telling

_LONG_AGO = 60
"""Days between an event and the article that mentions it, from which on it is background."""
_STILL_NEWS = 0.5
"""From this score on even an old event is what the sentence is about."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """What sources that do not tell an event have to do with it: the same for all of one day.

    Attributes:
        sources: Every source, in order of publication.
        calendar: Publication dates.
        by_day: Tellings by the first day on which an article could know, made when asked for.
    """

    sources: Sequence[Source]
    calendar: Calendar
    by_day: dict[date | None, tuple[SourceTelling, ...]] = field(default_factory=dict)

    def on(self, day: date | None) -> tuple[SourceTelling, ...]:
        """One telling a source for an event that can be known from a day on."""
        if day not in self.by_day:
            self.by_day[day] = tuple(
                SourceTelling(
                    source.id,
                    Telling.COULD_NOT_KNOW
                    if day is not None and published_before(source, day, self.calendar)
                    else Telling.SILENT,
                )
                for source in self.sources
            )
        return self.by_day[day]


def find_tellings(
    cluster: Cluster,
    dating: Dating | None,
    allusions: Sequence[Cluster],
    quiet: Quiet,
    places: Mapping[str, int],
) -> tuple[SourceTelling, ...]:
    """Say for every source how it tells an event.

    Args:
        cluster: The event's sightings.
        dating: When it was.
        allusions: Other events that may be this one.
        quiet: Every source, and what becomes of one that does not tell it.
        places: Place of each source in the order of publication, by id.

    Returns:
        One telling a source, in order of publication. A source published before the event's first
        possible day, or before anybody announced it, could not know; one that is merely quiet
        is silent.
    """
    told = _by_source(cluster)
    alluding = {
        source_id: ours
        for other in allusions
        for source_id, ours in _by_source(other).items()
        if source_id not in told
    }
    calendar = quiet.calendar
    found = list(quiet.on(_knowable_from(cluster, dating, calendar)))
    for source_id, ours in told.items():
        telling = _telling(ours, dating, calendar)
        found[places[source_id]] = SourceTelling(source_id, telling, _anchors(ours))
    for source_id, ours in alluding.items():
        note = "same kind of event with names, place or words in common; not settled"
        telling = Telling.ALLUDES
        found[places[source_id]] = SourceTelling(source_id, telling, _anchors(ours), note)
    return tuple(found)


def _knowable_from(cluster: Cluster, dating: Dating | None, calendar: Calendar) -> date | None:
    """The first day on which an article could know of an event; None where nothing says."""
    if any(one.is_actual for one in cluster.sightings):
        return earliest_day(dating)
    told = [calendar.published[s] for s in cluster.source_ids if s in calendar.published]
    return min((known.value.start for known in told), default=None)


def _by_source(cluster: Cluster) -> Mapping[str, list[Sighting]]:
    told: dict[str, list[Sighting]] = {}
    for one in cluster.sightings:
        told.setdefault(one.source.id, []).append(one)
    return told


def _anchors(sightings: Sequence[Sighting]) -> tuple[Anchor, ...]:
    return tuple(dict.fromkeys(one.mention.anchor for one in sightings))


def _telling(sightings: Sequence[Sighting], dating: Dating | None, calendar: Calendar) -> Telling:
    if not any(one.is_actual for one in sightings):
        denied = all(one.mention.modality is Modality.DENIED for one in sightings)
        return Telling.CONTRADICTS if denied else Telling.FORECASTS
    published = calendar.published.get(sightings[0].source.id)
    if dating is None or published is None or dating.value.is_open_end:
        return Telling.ASSERTS
    age = (published.value.start - dating.value.end).days
    best = max(one.mention.score for one in sightings)
    if age > _LONG_AGO and best < _STILL_NEWS and not dating.value.is_open_start:
        return Telling.BACKGROUND
    return Telling.ASSERTS


def find_status(
    modality: Modality,
    tellings: Sequence[SourceTelling],
    sources: Mapping[str, Source],
    origins: Mapping[str, str],
) -> EventStatus:
    """Say what stands behind an event.

    Args:
        modality: What the sources do with it.
        tellings: How each source that tells it or alludes to it relates to it.
        sources: By id.
        origins: The first source with the same text, by id.
    """
    if modality is Modality.ANNOUNCED:
        return EventStatus.ANNOUNCED
    if modality in {Modality.FORECAST, Modality.HYPOTHETICAL}:
        return EventStatus.FORECAST
    kinds = {telling.telling for telling in tellings}
    asserting = [
        sources[origins.get(t.source_id, t.source_id)]
        for t in tellings
        if t.telling is Telling.ASSERTS
    ]
    if len({name_origin(source) for source in asserting}) > 1:
        return EventStatus.CORROBORATED
    if not asserting and Telling.BACKGROUND in kinds:
        return EventStatus.BACKGROUND
    if Telling.ALLUDES in kinds:
        return EventStatus.POSSIBLE_ALLUSION
    return EventStatus.SINGLE_SOURCE
