"""One happening put on two days."""

from collections.abc import Iterator

from dossier.audit.daysapart import DayTold, find_days_apart, find_days_told
from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.dates import describe
from dossier.vocabulary import FindingType, Gravity


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out a happening that one article puts on this day and another on that.

    Either both tell an event that holds them already, or each tells its own, of one kind, of one
    person or named thing, days apart: then it is asked whether they are one.
    """
    yield from _of_one_event(reading)
    for left, right in find_days_apart(reading):
        first, second = (reading.dossier.sources[one.source_id].label for one in (left, right))
        yield Noticed(
            f"{first} puts it on {describe(left.value)}, {second} something of the same kind, with "
            f"the same name, on {describe(right.value)}. They may be one happening; if so, one of "
            "the days is wrong.",
            (left.words, right.words),
            (left.event.id, right.event.id),
            gravity=Gravity.MEDIUM,
        )


def _of_one_event(reading: Reading) -> Iterator[Noticed]:
    """Days that articles give for an event of one day; each later day beside the first."""
    for event in reading.dossier.events.values():
        if event.dating is None or not event.dating.value.is_day:
            continue
        by_source: dict[str, list[DayTold]] = {}
        for one in find_days_told(event, reading):
            by_source.setdefault(one.source_id, []).append(one)
        single = [told[0] for told in by_source.values() if len({one.value for one in told}) == 1]
        days = {one.value: one for one in reversed(single)}
        if len(days) > 1:
            told = [one for one in single if days[one.value] is one]
            said = ", ".join(
                f"{reading.dossier.sources[one.source_id].label} on {describe(one.value)}"
                for one in told
            )
            yield Noticed(
                f"Sources put this on different days: {said}.",
                tuple(one.words for one in told),
                (event.id,),
            )


RULE = Rule(FindingType.DATE_VALUE, Gravity.HIGH, notice)
