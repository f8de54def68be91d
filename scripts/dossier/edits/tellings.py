"""How each source relates to an event: told, foretold, not mentioned, not yet knowable."""

from collections.abc import Iterable, Mapping

from dossier.anchors import find_source
from dossier.edits.desk import Desk
from dossier.edits.schema_events import EventEdit
from dossier.model import Anchor, Dating, Event, SourceId, SourceTelling
from dossier.vocabulary import EventTier, Modality, Telling

WITHOUT_WORDS = frozenset({Telling.SILENT, Telling.COULD_NOT_KNOW})


def tell_sources(
    desk: Desk,
    edit: EventEdit,
    anchors: Iterable[Anchor],
    dating: Dating | None,
    drafted: Iterable[Event] = (),
) -> tuple[SourceTelling, ...]:
    """Say of every source how it relates to an event.

    Args:
        desk: The draft and the edits.
        edit: The event; its own ``tellings`` are the last word.
        anchors: Sentences that report it.
        dating: When it was.
        drafted: The automatic events that it takes up as a whole.

    Returns:
        One for every source, in order of publication. Where the program saw a possible allusion
        in a source that nobody has gone through, that source is not silent.
    """
    own = {}
    for telling in edit.tellings:
        source = find_source(telling.source, desk.draft.sources)
        if source is not None:
            own[source.id] = telling
    by_source: dict[SourceId, list[Anchor]] = {}
    for anchor in anchors:
        by_source.setdefault(anchor.source_id, []).append(anchor)
    told = {
        source_id: desk.anchors(given.at) or tuple(by_source.get(source_id, ()))
        for source_id, given in own.items()
        if given.telling not in WITHOUT_WORDS
    }
    copied = _in_copies(desk, told)
    hints = _find_hints(desk, drafted)
    tellings = []
    for source_id in desk.draft.sources:
        here = tuple(by_source.get(source_id, ()))
        if source_id in own:
            given, words = own[source_id], told.get(source_id, ())
            tellings.append(SourceTelling(source_id, given.telling, words, given.note))
            continue
        if source_id in copied:
            original, words = copied[source_id]
            given = own[original]
            tellings.append(SourceTelling(source_id, given.telling, words, given.note))
            continue
        before = _appeared_before(desk, source_id, dating)
        plain = SourceTelling(source_id, _telling(edit, here, before=before), here)
        quiet = plain.telling is Telling.SILENT
        tellings.append(hints.get(source_id, plain) if quiet else plain)
    return tuple(tellings)


def _find_hints(desk: Desk, drafted: Iterable[Event]) -> dict[SourceId, SourceTelling]:
    """Possible allusions that the program saw, in sources that nobody has gone through."""
    found: dict[SourceId, SourceTelling] = {}
    for one in (one for event in drafted for one in event.tellings):
        if one.telling is Telling.ALLUDES and not desk.is_reviewed(one.anchors):
            found.setdefault(one.source_id, one)
    return found


def _in_copies(
    desk: Desk, told: Mapping[SourceId, tuple[Anchor, ...]]
) -> dict[SourceId, tuple[SourceId, tuple[Anchor, ...]]]:
    """Copies that hold words by which their original tells an event: whose they are, and where."""
    found: dict[SourceId, tuple[SourceId, tuple[Anchor, ...]]] = {}
    for original, words in told.items():
        for copy in (copy for anchor in words for copy in desk.copies(anchor)):
            first, others = found.get(copy.source_id, (original, ()))
            if first == original:
                found[copy.source_id] = (original, (*others, copy))
    return found


def _telling(edit: EventEdit, here: tuple[Anchor, ...], *, before: bool) -> Telling:
    if not here:
        return Telling.COULD_NOT_KNOW if before else Telling.SILENT
    if before or edit.modality in {Modality.FORECAST, Modality.ANNOUNCED}:
        return Telling.FORECASTS
    return Telling.BACKGROUND if edit.tier is EventTier.BACKGROUND else Telling.ASSERTS


def _appeared_before(desk: Desk, source_id: SourceId, dating: Dating | None) -> bool:
    """Whether a source appeared before the event's first possible day."""
    published = desk.draft.calendar.published.get(source_id)
    if published is None or dating is None:
        return False
    return published.value.end <= dating.value.start
