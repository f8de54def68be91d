"""What an analyst may write about happenings: events, quotations, relations.

The other files are in ``schema``; ``docs/about/edits.md`` explains all of them to people.
"""

from dataclasses import dataclass, replace

from dossier.dates import DateValue
from dossier.edits.fields import (
    Pointer,
    as_edtf,
    as_flag,
    as_id,
    as_pointers,
    as_text,
    many,
    member,
    optional,
    read_record,
    record,
    required,
)
from dossier.errors import EditError
from dossier.vocabulary import (
    Credibility,
    DateBasis,
    EventStatus,
    EventTier,
    EventType,
    Modality,
    QuoteKind,
    Telling,
)
from dossier.yamlfile import Node

NO_PLACE = "none"
"""What an event says that no source places, whatever place the program read into its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateEdit:
    """When an event was: words the program dates, or the analyst's own value.

    ``words`` belong to the first place of ``at``; reading puts them there.
    """

    where: str
    at: tuple[Pointer, ...] = optional(as_pointers, ())
    words: str = optional(as_text, "")
    edtf: DateValue | None = optional(as_edtf, None)
    basis: DateBasis | None = optional(member(DateBasis), None)
    note: str = optional(as_text, "")


def _as_date(node: Node) -> DateEdit:
    edit = read_record(DateEdit, node)
    if not edit.words:
        if edit.edtf is None:
            raise EditError(f"{node.where}: a date needs words to date, or edtf")
        return edit
    if edit.basis and edit.edtf is None:
        raise EditError(f"{node.where}: a basis belongs to a date of your own: edtf is missing")
    if not edit.at:
        raise EditError(f"{node.where}: the words of a date need a place: at")
    return replace(edit, at=(replace(edit.at[0], words=edit.words), *edit.at[1:]))


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantEdit:
    """Somebody's part in an event."""

    where: str
    role: str = required(as_text)
    actor: str = optional(as_text, "")
    label: str = optional(as_text, "")
    according_to: str = optional(as_text, "")
    at: tuple[Pointer, ...] = optional(as_pointers, ())


def _as_participant(node: Node) -> ParticipantEdit:
    edit = read_record(ParticipantEdit, node)
    if not edit.actor and not edit.label:
        raise EditError(f"{node.where}: a participant needs an actor, or a label")
    return edit


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEdit:
    """Something reported: under an event, or an entry of ``claims.yml``."""

    where: str
    text: str = required(as_text)
    at: tuple[Pointer, ...] = required(as_pointers)
    id: str = optional(as_id, "")
    about: str = optional(as_text, "")
    modality: Modality = optional(member(Modality), Modality.HAPPENED)
    hedge: str = optional(as_text, "")
    according_to: str = optional(as_text, "")
    as_of: DateValue | None = optional(as_edtf, None)
    credibility: Credibility = optional(member(Credibility), Credibility.UNJUDGED)
    note: str = optional(as_text, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingEdit:
    """How one source relates to an event."""

    where: str
    source: str = required(as_text)
    telling: Telling = required(member(Telling))
    at: tuple[Pointer, ...] = optional(as_pointers, ())
    note: str = optional(as_text, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureEdit:
    """A figure."""

    where: str
    what: str = required(as_text)
    value: str = required(as_text)
    at: tuple[Pointer, ...] = required(as_pointers)
    as_of: DateValue | None = optional(as_edtf, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEdit:
    """``events/ID.yml``."""

    where: str
    id: str = required(as_id)
    title: str = required(as_text)
    event_type: EventType = required(member(EventType), name="type")
    at: tuple[Pointer, ...] = required(as_pointers)
    tier: EventTier = optional(member(EventTier), EventTier.CORE)
    status: EventStatus | None = optional(member(EventStatus), None)
    status_note: str = optional(as_text, "")
    modality: Modality = optional(member(Modality), Modality.HAPPENED)
    hedge: str = optional(as_text, "")
    summary: str = optional(as_text, "")
    date: DateEdit | None = optional(_as_date, None)
    place: str = optional(as_text, "")
    participants: tuple[ParticipantEdit, ...] = optional(many(_as_participant), ())
    claims: tuple[ClaimEdit, ...] = optional(many(record(ClaimEdit)), ())
    tellings: tuple[TellingEdit, ...] = optional(many(record(TellingEdit)), ())
    measures: tuple[MeasureEdit, ...] = optional(many(record(MeasureEdit)), ())
    parent: str = optional(as_text, "")
    same_as_possible: tuple[str, ...] = optional(many(as_text), ())
    outcome: str = optional(as_text, "")
    unknowns: tuple[str, ...] = optional(many(as_text), ())
    credibility: Credibility = optional(member(Credibility), Credibility.UNJUDGED)
    merge: tuple[str, ...] = optional(many(as_text), ())
    hide: bool = optional(as_flag, default=False)
    note: str = optional(as_text, "")
    reviewed: str = optional(as_text, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationEdit:
    """An entry of ``quotations.yml``."""

    where: str
    id: str = required(as_id)
    at: tuple[Pointer, ...] = required(as_pointers)
    speaker: tuple[str, ...] = optional(many(as_text), ())
    chain: tuple[str, ...] = optional(many(as_text), ())
    event: str = optional(as_text, "")
    kind: QuoteKind | None = optional(member(QuoteKind), None)
    translated: str = optional(as_text, "")
    sic: str = optional(as_text, "")
    elided: bool = optional(as_flag, default=False)
    note: str = optional(as_text, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationEdit:
    """An entry of ``relations.yml``."""

    where: str
    subject: str = required(as_text, name="from")
    verb: str = required(as_text, name="rel")
    object: str = required(as_text, name="to")
    at: tuple[Pointer, ...] = required(as_pointers)
    id: str = optional(as_id, "")
    event: str = optional(as_text, "")
    date: DateEdit | None = optional(_as_date, None)
    according_to: str = optional(as_text, "")
    hedge: str = optional(as_text, "")
    via: str = optional(as_text, "")
    note: str = optional(as_text, "")
