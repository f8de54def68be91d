"""Particulars of sources that an analyst knows better, and what the analyst says about them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dossier.anchors import find_source
from dossier.dates import parse_edtf
from dossier.edits.desk import Desk, warn
from dossier.edits.schema import Edits, FactEdit, SourceEdit
from dossier.errors import Found, Problem
from dossier.model import Calendar, Fact, Source, SourceId, SourceNote
from dossier.vocabulary import DateBasis, FactBasis


def correct_sources(sources: Iterable[Source], edits: Edits) -> tuple[Source, ...]:
    """Put the analyst's particulars in place of those read from the files.

    This comes before dates are resolved, because a day of publication dates the words of the
    whole article.

    Args:
        sources: As read.
        edits: The project's edits; those for absent sources are reported by ``apply_edits``.

    Returns:
        The sources in the order given.
    """
    by_id = {edit.id: edit for edit in edits.sources}
    return tuple(
        _correct(source, by_id[source.id]) if source.id in by_id else source for source in sources
    )


def _correct(source: Source, edit: SourceEdit) -> Source:
    if edit.title:
        source = replace(source, title=_fact(edit.title))
    if edit.publisher:
        source = replace(source, publisher=_fact(edit.publisher))
    if edit.authors:
        source = replace(source, authors=tuple(_fact(author) for author in edit.authors))
    if edit.published:
        day = edit.published.value
        published_on = parse_edtf(day) if day else None
        source = replace(source, published=_fact(edit.published), published_on=published_on)
    return source


def _fact(edit: FactEdit) -> Fact:
    basis = edit.basis if edit.value else FactBasis.NOT_STATED
    return Fact(edit.value, basis, edit.note, edit.line)


def apply_sources(desk: Desk) -> Found[Mapping[SourceId, SourceNote]]:
    """Take up what the analyst says about each source.

    Returns:
        One note for every source, in order of publication; and a warning for each edit of a
        source that is not there.
    """
    by_id = {edit.id: edit for edit in desk.edits.sources}
    notes = {
        source_id: _note(desk, by_id[source_id])
        if source_id in by_id
        else desk.draft.source_notes.get(source_id, SourceNote(source_id))
        for source_id in desk.draft.sources
    }
    problems: tuple[Problem, ...] = tuple(
        warn(
            "E201",
            edit.where,
            f"there is no source {edit.id!r} (known: {', '.join(desk.draft.sources) or 'none'})",
            _way_out(desk, edit),
        )
        for edit in desk.edits.sources
        if edit.id not in desk.draft.sources
    )
    return notes, problems


def _way_out(desk: Desk, edit: SourceEdit) -> str:
    labelled = find_source(edit.id, desk.draft.sources)
    if labelled is None:
        return "delete the file if the article was taken away on purpose"
    return (
        f"{edit.id!r} is the short label of {labelled.id!r}: "
        f"rename the file to {labelled.id}.yml and give that as its id"
    )


def _note(desk: Desk, edit: SourceEdit) -> SourceNote:
    plain = desk.draft.source_notes.get(edit.id, SourceNote(edit.id))
    carries = tuple((one.name, desk.anchors(one.at)) for one in edit.carries)
    return SourceNote(
        source_id=edit.id,
        reliability=edit.reliability,
        reason=edit.reason or plain.reason,
        carries=carries or plain.carries,
        reviewed=edit.reviewed,
        note=edit.note or plain.note,
        origin=edit.where,
    )


def mark_analyst_days(desk: Desk) -> Calendar:
    """Say of days of publication that the analyst gave them."""
    calendar = desk.draft.calendar
    published = dict(calendar.published)
    for edit in desk.edits.sources:
        fact = edit.published
        dating = published.get(edit.id)
        if fact and fact.value and fact.basis is FactBasis.ANALYST and dating:
            published[edit.id] = replace(dating, basis=DateBasis.ANALYST, origin=fact.where)
    return replace(calendar, published=published)
