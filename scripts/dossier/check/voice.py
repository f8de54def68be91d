"""The dossier's own voice is neutral: loaded terms stand only inside attributed quotation.

The terms are the lexicon's list ``labels``. A term within quotation marks is somebody's word; a
term within an actor's name that begins with a capital is part of the name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.check.records import Origin, edit_of, where_of
from dossier.errors import Problem, Severity
from dossier.model import Actor, Anchor, Dossier, Event
from dossier.settings import Settings

_QUOTED = re.compile(
    r"“[^“”]{0,600}”|\"[^\"]{0,600}\"|‘[^‘]{0,600}?’(?!\w)|(?<!\w)'[^']{1,600}'(?!\w)"
)
_HINT = "put it in quotation marks and credit it, or choose a neutral word"


@dataclass(frozen=True, slots=True)
class Own:
    """A text in the dossier's own voice.

    Attributes:
        origin: What shaped the record it belongs to.
        anchors: Words that the record rests on.
        what: What the text is, with its article ("the summary of 'port-union'").
        text: The text.
    """

    origin: Origin
    anchors: tuple[Anchor, ...]
    what: str
    text: str


def check_voice(dossier: Dossier, settings: Settings) -> tuple[Problem, ...]:
    """C309: no loaded term outside quotation marks.

    A term that an edit wrote is an error; one in an automatic title is a warning, because the
    way out is an edit that nobody may have written yet.
    """
    terms = settings.lexicon.terms("labels")
    if not terms:
        return ()
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    loaded = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(term) for term in longest_first)})(?!\w)", re.IGNORECASE
    )
    names = _names_with_terms(dossier, loaded)
    problems = []
    for own in _own_texts(dossier):
        bare = _QUOTED.sub(" ", own.text)
        bare = names.sub(" ", bare) if names else bare
        found = loaded.search(bare)
        if found:
            severity = Severity.ERROR if edit_of(own.origin) else Severity.WARNING
            where = where_of(dossier, own.origin, own.anchors)
            message = f"{own.what} says {found[0]!r} in the dossier's own voice"
            problems.append(Problem("C309", severity, where, message, _HINT))
    return tuple(problems)


def _names_with_terms(dossier: Dossier, loaded: re.Pattern[str]) -> re.Pattern[str] | None:
    """Names that hold a term written with a capital, such as a party's."""
    names = sorted(
        actor.name
        for actor in dossier.actors.values()
        if any(hit[0][:1].isupper() for hit in loaded.finditer(actor.name))
    )
    return re.compile("|".join(re.escape(name) for name in names)) if names else None


def _own_texts(dossier: Dossier) -> Iterator[Own]:
    for actor in dossier.actors.values():
        yield from _of_actor(actor)
    for event in dossier.events.values():
        yield from _of_event(event)
    for origin, what, texts in _others(dossier):
        for text in texts:
            yield Own(origin, (), what, text)


def _others(dossier: Dossier) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Origin, name and texts of what is neither an actor nor an event."""
    return (
        *((one.origin, f"the place {one.id!r}", (one.note,)) for one in dossier.places.values()),
        *(
            (
                one.origin,
                f"the quotation {one.id!r}",
                (one.note, one.speaker_label, one.translated),
            )
            for one in dossier.quotations
        ),
        *(
            (
                one.origin,
                f"the relation of {one.subject_id!r} to {one.object_id!r}",
                (one.verb, one.note),
            )
            for one in dossier.relations
        ),
        *((one.origin, f"the claim {one.id!r}", (one.text, one.note)) for one in dossier.claims),
        *(
            (one.found_by, f"the finding {one.id!r}", (one.text, one.reason))
            for one in dossier.findings
        ),
        *((one.origin, "a question", (one.text, one.settled_by)) for one in dossier.questions),
        *(
            (
                one.origin,
                f"the note on source {one.source_id}",
                (one.reason, one.note, *(name for name, _ in one.carries)),
            )
            for one in dossier.source_notes.values()
        ),
        *((one.origin, "the bottom line", (one.text,)) for one in dossier.bottom_line),
    )


def _of_actor(actor: Actor) -> Iterator[Own]:
    yield Own(actor.origin, (), f"the summary of {actor.id!r}", actor.summary)
    yield Own(actor.origin, (), f"the note of {actor.id!r}", actor.note)
    yield Own(actor.origin, (), f"the side of {actor.id!r}", actor.side)
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
        *(("a figure", measure.what) for measure in event.measures),
        *(("a telling", telling.note) for telling in event.tellings if telling.note),
    )
    for what, text in texts:
        yield Own(event.origin, event.anchors, f"{what} of {event.id!r}", text)
    for claim in event.claims:
        for text in (claim.text, claim.note):
            yield Own(claim.origin or event.origin, (), f"a claim of {event.id!r}", text)
    for step in event.dating.steps if event.dating else ():
        yield Own(event.origin, event.anchors, f"the date of {event.id!r}", step.text)
