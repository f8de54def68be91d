"""Dates of edits: the words the program dates, or a value of the analyst's own.

The program's value is the one that counts, because it follows from the text; what the analyst
expects of it is a check. When an article is taken away, dates that rested on its words fall
back to what the remaining words allow.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dossier.dates import DateValue, describe, make_interval
from dossier.edits.desk import Desk, fail, name_sources, warn
from dossier.edits.schema_events import DateEdit
from dossier.errors import Found, Problem
from dossier.model import Anchor, Dating, Step, Timex
from dossier.vocabulary import DateBasis

_BEST_FIRST = tuple(DateBasis)


def apply_date(
    desk: Desk, edit: DateEdit | None, automatic: Iterable[Dating], anchors: Iterable[Anchor]
) -> Found[Dating | None]:
    """Date an event or a relation.

    Args:
        desk: The draft and the edits.
        edit: What the analyst says; None leaves it to the program.
        automatic: Datings of the candidates taken up.
        anchors: The sentences that report it.

    Returns:
        The dating; None if nothing is known. A problem if the program's value is not what the
        edit expects, or if words that the date rested on are gone.
    """
    fallback = best_dating(automatic)
    if edit is None:
        return fallback, ()
    lost = desk.lost(edit.at)
    if lost:
        dating = fallback or _before_published(desk, anchors)
        came = f"now {dating.value.edtf}" if dating else "now undated"
        message = f"the date rested on words that are gone ({name_sources(lost)}); it is {came}"
        return dating, (warn("E210", edit.where, message, "give the date anew"),)
    if edit.edtf is not None and (edit.basis or not edit.words):
        return _own(desk, edit, edit.edtf), ()
    dating = _date_words(desk, edit)
    if dating is None:
        return _undatable(desk, edit, fallback)
    if edit.note:
        dating = replace(dating, steps=(*dating.steps, Step(edit.note)))
    if edit.edtf is None or same_date(dating.value, edit.edtf):
        return dating, ()
    return dating, (_disappointed(desk, edit, dating.value, edit.edtf),)


def best_dating(datings: Iterable[Dating]) -> Dating | None:
    """The dating with the best basis, then the narrowest, then the earliest."""

    def key(dating: Dating) -> tuple[object, ...]:
        value = dating.value
        return (_BEST_FIRST.index(dating.basis), value.end - value.start, value.start, value.edtf)

    return min(datings, key=key, default=None)


def same_date(left: DateValue, right: DateValue) -> bool:
    """Whether two values mean the same days in the same way and with the same reserve."""

    def meaning(value: DateValue) -> tuple[object, ...]:
        return (value.start, value.end, value.is_qualified, value.is_one_of)

    return meaning(left) == meaning(right)


def _own(desk: Desk, edit: DateEdit, value: DateValue) -> Dating:
    anchors = desk.anchors(edit.at)
    steps = (Step(edit.note, anchors),) if edit.note else ()
    return Dating(value, edit.basis or DateBasis.ANALYST, anchors, steps, origin=edit.where)


def _date_words(desk: Desk, edit: DateEdit) -> Dating | None:
    words = desk.found[edit.at[0]][0]
    timexes = desk.draft.extractions[words.source_id].timexes
    meant = desk.draft.calendar.timexes
    datings = [meant[timex.id] for timex in _covered(words, timexes) if timex.id in meant]
    return _join(datings) if datings else None


def _covered(words: Anchor, timexes: Iterable[Timex]) -> tuple[Timex, ...]:
    """The date expressions that words name: the very one, else those inside, else around."""
    touching = [
        timex
        for timex in timexes
        if timex.anchor.start < words.end and timex.anchor.end > words.start
    ]
    exact = [
        timex
        for timex in touching
        if (timex.anchor.start, timex.anchor.end) == (words.start, words.end)
    ]
    inside = [
        timex
        for timex in touching
        if words.start <= timex.anchor.start and timex.anchor.end <= words.end
    ]
    return tuple(exact or inside or touching[:1])


def _join(datings: list[Dating]) -> Dating:
    """One dating for words that hold a first and a last date."""
    first = min(datings, key=lambda one: (one.value.start, one.value.end))
    last = max(datings, key=lambda one: (one.value.end, one.value.start))
    if first.value == last.value:
        return datings[0]
    return Dating(
        make_interval(first.value.start, last.value.end),
        max((first.basis, last.basis), key=_BEST_FIRST.index),
        (*first.anchors, *last.anchors),
        (*first.steps, *last.steps),
        first.weekday_check or last.weekday_check,
        origin=first.origin,
    )


def _undatable(
    desk: Desk, edit: DateEdit, fallback: Dating | None
) -> tuple[Dating | None, tuple[Problem, ...]]:
    message = f"the program finds no date in the words {edit.words!r}"
    if desk.is_incomplete:
        return fallback, (warn("E205", edit.where, message, "an article it needs is gone"),)
    own = _own(desk, edit, edit.edtf) if edit.edtf else fallback
    hint = "give edtf and basis of your own"
    return own, (fail("E205", edit.where, message, hint),)


def _disappointed(desk: Desk, edit: DateEdit, came: DateValue, expected: DateValue) -> Problem:
    message = (
        f"the date of {edit.words!r} came out as {came.edtf}, the edit expects {expected.edtf}"
    )
    if desk.is_incomplete:
        return warn("E204", edit.where, message, "an article it needs is gone; give it anew")
    return fail("E204", edit.where, message, "correct edtf, or add a basis to make it your own")


def _before_published(desk: Desk, anchors: Iterable[Anchor]) -> Dating | None:
    """The widest that is sure: what an article tells as done was done when it appeared."""
    days = [
        (desk.draft.calendar.published[anchor.source_id].value, anchor)
        for anchor in anchors
        if anchor.source_id in desk.draft.calendar.published
    ]
    if not days:
        return None
    value, anchor = min(days, key=lambda day: (day[0].end, day[0].start, desk.place(day[1])))
    if value.is_open_end:
        return None
    step = Step(f"told in an article of {describe(value)}, so not later", (anchor,))
    return Dating(make_interval(date.min, value.end), DateBasis.BOUNDED, (anchor,), (step,))
