"""The dossier's own voice is neutral: loaded terms stand only inside attributed quotation.

The terms are the lexicon's list ``labels``. A term within quotation marks is somebody's word; a
term within an actor's name that begins with a capital is part of the name.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from dossier.check.records import EDITS, Origin, edit_of, where_of
from dossier.errors import Problem, Severity
from dossier.folding import compile_terms, lower_in_place
from dossier.model import Actor, Anchor, Claim, Dating, Dossier, Event
from dossier.records import record
from dossier.settings import Settings

_QUOTED = re.compile(
    r"“[^“”]{0,600}”|\"[^\"]{0,600}\"|‘[^‘]{0,600}?’(?!\w)|(?<!\w)'[^']{1,600}'(?!\w)"
)
Written = Mapping[tuple[str, str], tuple[int, ...]]
"""Lines on which a text stands in a file of edits, by the file and the text."""

_REJECTED = f"{EDITS}rejected.yml:1"
_HINT = "put it in quotation marks and credit it, or choose a neutral word"


@record
class Own:
    """A text in the dossier's own voice.

    Attributes:
        origin: What shaped the record it belongs to.
        anchors: Words that the record rests on.
        what: What the text is, with its article ("the summary of 'port-union'").
        text: The text.
        where: ``path:line``, where that is known at once; or empty.
    """

    origin: Origin
    anchors: tuple[Anchor, ...]
    what: str
    text: str
    where: str = ""


def check_voice(dossier: Dossier, settings: Settings, written: Written) -> tuple[Problem, ...]:
    """C309: no loaded term outside quotation marks.

    A term that a person wrote is an error; one in an automatic title is a warning, because the
    way out is an edit that nobody may have written yet.

    Args:
        dossier: The finished dossier.
        settings: The project's settings; they hold the list, and texts of their own.
        written: Lines of every text of an edit, by its file and the text.
    """
    loaded = find_loaded(settings)
    if loaded is None:
        return ()
    names = _names_with_terms(dossier, loaded)
    problems = []
    for own in chain(_of_settings(settings), _own_texts(dossier)):
        if not loaded.search(lower_in_place(own.text)):
            continue  # as nearly all do
        bare = strip_quoted(own.text)
        bare = names.sub(" ", bare) if names else bare
        found = loaded.search(lower_in_place(bare))
        if found:
            by_hand = own.where or edit_of(own.origin)
            severity = Severity.ERROR if by_hand else Severity.WARNING
            where = own.where or _find_line(own, written)
            where = where or where_of(dossier, own.origin, own.anchors)
            term = bare[found.start() : found.end()]
            message = f"{own.what} says {term!r} in the dossier's own voice"
            problems.append(Problem("C309", severity, where, message, _HINT))
    return tuple(problems)


def find_loaded(settings: Settings) -> re.Pattern[str] | None:
    """Make a pattern of all loaded terms, for texts in small letters; None if there are none."""
    terms = settings.lexicon.terms("labels")
    return compile_terms(map(lower_in_place, terms)) if terms else None


def strip_quoted(text: str) -> str:
    """Leave out what stands between quotation marks."""
    return _QUOTED.sub(" ", text)


def _find_line(own: Own, written: Written) -> str:
    """The line of an edit on which a text itself stands; empty if no edit has it word for word."""
    origins = (own.origin,) if isinstance(own.origin, str) else own.origin
    for origin in origins:
        path, _, begins = origin.rpartition(":")
        lines = [line for line in written.get((path, own.text), ()) if line >= int(begins)]
        if lines:
            return f"{path}:{min(lines)}"
    return ""


def _of_settings(settings: Settings) -> Iterator[Own]:
    for key in ("title", "subtitle", "scope"):
        text = getattr(settings, key)
        yield Own((), (), f"the {key} of the dossier", text, settings.places.get(key, ""))


def _names_with_terms(dossier: Dossier, loaded: re.Pattern[str]) -> re.Pattern[str] | None:
    """Names that hold a term written with a capital, such as a party's."""
    names = sorted(
        actor.name
        for actor in dossier.actors.values()
        if any(
            actor.name[hit.start()].isupper() for hit in loaded.finditer(lower_in_place(actor.name))
        )
    )
    return re.compile("|".join(re.escape(name) for name in names)) if names else None


def _own_texts(dossier: Dossier) -> Iterator[Own]:
    for actor in dossier.actors.values():
        yield from _of_actor(actor)
    for event in dossier.events.values():
        yield from _of_event(event)
    for origin, anchors, what, texts in _others(dossier):
        for text in filter(None, texts):
            yield Own(origin, anchors, what, text)


_Texts = tuple[Origin, tuple[Anchor, ...], str, tuple[str, ...]]
"""What shaped a record, the words it rests on, what it is, and its texts."""


def _others(dossier: Dossier) -> Iterator[_Texts]:
    """The texts of what is neither an actor nor an event."""
    for place in dossier.places.values():
        named = (place.name, place.within) if edit_of(place.origin) else ()
        yield place.origin, place.anchors, f"the place {place.id!r}", (*named, place.note)
    for quotation in dossier.quotations:
        said = quotation.note, quotation.speaker_label, quotation.translated, quotation.sic
        what = f"the quotation {quotation.id!r}"
        yield quotation.origin, quotation.anchors, what, (*said, *quotation.chain)
    for tie in dossier.relations:
        what = f"the relation of {tie.subject_id!r} to {tie.object_id!r}"
        told = (tie.verb, tie.note, tie.hedge, tie.according_to, tie.via)
        yield tie.origin, tie.anchors, what, (*told, *_steps(tie.dating))
    for claim in dossier.claims:
        yield claim.origin, claim.anchors, f"the claim {claim.id!r}", _of_claim(claim)
    for finding in dossier.findings:
        texts = finding.text, finding.reason
        yield finding.found_by, finding.sides, f"the finding {finding.id!r}", texts
    for finding in dossier.set_aside:
        yield _REJECTED, (), f"the rejection of {finding.id!r}", (finding.reason,)
    for question in dossier.questions:
        yield question.origin, (), "a question", (question.text, question.settled_by)
    for line in dossier.bottom_line:
        yield line.origin, line.anchors, "the bottom line", (line.text,)
    yield from _of_sources(dossier)


def _of_sources(dossier: Dossier) -> Iterator[_Texts]:
    """What the analyst says of sources; what the program says of them quotes the file."""
    for note in dossier.source_notes.values():
        source = dossier.sources.get(note.source_id)
        if not edit_of(note.origin) or source is None:
            continue
        carried = (name for name, _ in note.carries)
        facts = (source.title, source.publisher, source.published, *source.authors)
        noted = (fact.note for fact in facts)
        texts = (note.reason, note.note, note.reviewed, *carried, *noted)
        yield note.origin, (), f"the note on source {note.source_id}", texts


def _of_actor(actor: Actor) -> Iterator[Own]:
    texts = (
        ("the summary", actor.summary),
        ("the note", actor.note),
        ("the mark of review", actor.reviewed),
        ("the side", actor.side),
        ("the name", actor.name if edit_of(actor.origin) else ""),
    )
    for what, text in texts:
        if text:
            yield Own(actor.origin, (), f"{what} of {actor.id!r}", text)
    for role in actor.roles:
        for text in (role.title, role.note):
            yield Own(role.origin or actor.origin, (), f"a role of {actor.id!r}", text)


def _of_event(event: Event) -> Iterator[Own]:
    texts = (
        ("the title", event.title),
        ("the summary", event.summary),
        ("the status note", event.status_note),
        ("the note", event.note),
        *(("an unknown", text) for text in event.unknowns),
        *(("a role", part.role) for part in event.participants),
        *(("a label", part.label) for part in event.participants),
        *(("a participant's source", part.according_to) for part in event.participants),
        *(("a figure", measure.what) for measure in event.measures),
        *(("a figure", measure.value) for measure in event.measures),
        ("the hedge", event.hedge),
        ("the mark of review", event.reviewed),
        *(("a telling", telling.note) for telling in event.tellings if telling.note),
    )
    for what, text in texts:
        if text:
            yield Own(event.origin, event.anchors, f"{what} of {event.id!r}", text)
    for claim in event.claims:
        for text in _of_claim(claim):
            yield Own(claim.origin or event.origin, (), f"a claim of {event.id!r}", text)
    for text in _steps(event.dating):
        yield Own(event.origin, event.anchors, f"the date of {event.id!r}", text)


def _of_claim(claim: Claim) -> tuple[str, ...]:
    return claim.text, claim.note, claim.hedge, claim.according_to


def _steps(dating: Dating | None) -> tuple[str, ...]:
    return tuple(step.text for step in dating.steps) if dating else ()
