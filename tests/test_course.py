"""What a page says came just before and after, against a search through all events."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.dates import parse_edtf
from dossier.model import Dating, Event
from dossier.render.course import plot_course
from dossier.vocabulary import DateBasis, EventStatus, EventTier, EventType

DAYS = ("2020-03-01", "2020-03-02", "2020-03", "2020-03-05/2020-03-08", "2020", "2019-12-31",
        "2020-03-03~", "2020-03-04/..", "../2020-02-01", None)  # fmt: skip


def make_event(number, day):
    dating = Dating(parse_edtf(day), DateBasis.EXPLICIT, ()) if day else None
    return Event(
        f"ev-{number}",
        EventType.OTHER,
        "Something",
        dating,
        EventTier.CORE,
        EventStatus.SINGLE_SOURCE,
    )


def is_sure(event):
    value = event.dating.value if event.dating else None
    return value and not (value.is_qualified or value.is_open_start or value.is_open_end)


@given(st.lists(st.sampled_from(DAYS), max_size=12))
def test_neighbours_are_those_that_a_search_through_all_finds(days):
    events = [make_event(number, day) for number, day in enumerate(days)]
    course = plot_course(events)
    for event in events:
        before, after = [], []
        if is_sure(event):
            day = event.dating.value
            sure = [other for other in events if is_sure(other)]
            over = [other for other in sure if other.dating.value.end <= day.start]
            before = sorted(over, key=lambda e: (e.dating.value.end, e.id))[-1:]
            after = [other for other in sure if other.dating.value.start >= day.end][:1]
        assert course.just_before(event) == before
        assert course.just_after(event) == after
