"""When an event was: the best date its sightings give, and how it is known.

Nothing is averaged. The narrowest date that no other sighting contradicts stands, with its own
basis and steps; where no sentence gives a date, an event that happened is bounded by the first
article that tells it, and one that is announced by the same day from the other side.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dossier.dates import intersect, make_interval
from dossier.model import Calendar, Dating, Source, Step
from dossier.resolve.events.cast import Cast
from dossier.resolve.events.cluster import FLOOR, Cluster
from dossier.resolve.events.sightings import Sighting
from dossier.vocabulary import DateBasis, Modality

_RANK = {basis: rank for rank, basis in enumerate(DateBasis)}
_MOST_AGREEING = 4
"""Agreeing sources named in the steps, at most."""


def date_event(cluster: Cluster, cast: Cast, calendar: Calendar) -> Dating | None:
    """Date an event.

    Args:
        cluster: Its sightings.
        cast: Date expressions by sentence.
        calendar: Every date of the dossier.

    Returns:
        The dating with its steps; None if not even its articles are dated.
    """
    dated = sorted(
        (one for one in cluster.sightings if one.dating is not None and one.mention.score >= FLOOR),
        key=lambda one: (*_quality(one.dating), one.order) if one.dating else (),
    )
    if not dated:
        return _bound(cluster, cast, calendar)
    best = dated[0].dating
    if best is None:
        return None
    return _with_agreement(best, dated)


def _quality(dating: Dating) -> tuple[int, int, str]:
    width = (dating.value.end - dating.value.start).days
    return width, _RANK[dating.basis], dating.value.edtf


def _with_agreement(best: Dating, dated: Sequence[Sighting]) -> Dating:
    """Name the other sources whose own words give the same days."""
    value, steps, told = best.value, list(best.steps), {dated[0].source.id}
    for one in dated[1:]:
        if one.dating is None or one.source.id in told or len(told) > _MOST_AGREEING:
            continue
        common = intersect(value, one.dating.value)
        if common is None:
            continue
        told.add(one.source.id)
        words = one.dating.anchors[0].exact if one.dating.anchors else one.dating.value.edtf
        steps.append(Step(f"“{words}” in {one.source.label} agrees", one.dating.anchors[:1]))
        value = common
    if value == best.value and len(steps) == len(best.steps):
        return best
    return replace(best, value=value, steps=tuple(steps))


def _bound(cluster: Cluster, cast: Cast, calendar: Calendar) -> Dating | None:
    """Bound an event without a date by who tells it first, and when."""
    if cluster.best.mention.modality in {Modality.ANNOUNCED, Modality.FORECAST}:
        return _bound_by_article(cluster, calendar, ahead=True)
    return _bound_by_report(cluster.best, cast, calendar) or _bound_by_article(
        cluster, calendar, ahead=False
    )


def _bound_by_report(sighting: Sighting, cast: Cast, calendar: Calendar) -> Dating | None:
    """What somebody said on a stated day had happened by then."""
    if sighting.mention.modality not in {Modality.SAID, Modality.REPORTED}:
        return None
    days = [
        calendar.timexes.get(timex) for timex in cast.dates.get(sighting.mention.sentence_id, ())
    ]
    said = [dating for dating in days if dating is not None and dating.bound == "on"]
    if len(said) != 1 or said[0].value.is_open_end:
        return None
    words = said[0].anchors[0].exact if said[0].anchors else said[0].value.edtf
    return Dating(
        value=make_interval(date.min, said[0].value.end),
        basis=DateBasis.BOUNDED,
        anchors=(sighting.mention.anchor,),
        steps=(*said[0].steps, Step(f"told as past on “{words}”", said[0].anchors[:1])),
        origin="resolve.events",
    )


def _bound_by_article(cluster: Cluster, calendar: Calendar, *, ahead: bool) -> Dating | None:
    told = [one for one in cluster.sightings if _is_closed(calendar.published.get(one.source.id))]
    if not told:
        return None
    best = min(told, key=lambda one: (calendar.published[one.source.id].value.end, one.order))
    published = calendar.published[best.source.id]
    when = f"{best.source.label} appeared on {published.value.edtf}"
    if ahead:
        value = make_interval(published.value.start, date.max)
        step = f"{when} and tells it as still to come"
    else:
        value = make_interval(date.min, published.value.end)
        step = f"{when} and tells it as past; no words give a date"
    return Dating(
        value=value,
        basis=DateBasis.BOUNDED,
        anchors=(best.mention.anchor,),
        steps=(Step(step, published.anchors[:1]),),
        origin="resolve.events",
    )


def _is_closed(published: Dating | None) -> bool:
    if published is None:
        return False
    return not (published.value.is_open_start or published.value.is_open_end)


def earliest_day(dating: Dating | None) -> date | None:
    """First day an event can have fallen on; None where nothing says."""
    if dating is None or dating.value.is_open_start:
        return None
    return dating.value.start


def published_before(source: Source, day: date, calendar: Calendar) -> bool:
    """Whether an article appeared before a day, whatever day of its range it was."""
    dating = calendar.published.get(source.id)
    return dating is not None and dating.value.end <= day
