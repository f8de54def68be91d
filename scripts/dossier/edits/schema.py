"""What an analyst may write, file by file: the classes are the lists of known keys.

``docs/about/edits.md`` explains the same files to people. Every record knows ``where`` it
stands (``path:line``), so that whatever comes of it can name the line to change.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.dates import DateValue
from dossier.edits.fields import (
    Pointer,
    as_edtf,
    as_flag,
    as_id,
    as_number,
    as_pointers,
    as_text,
    many,
    member,
    optional,
    read_record,
    record,
    required,
)
from dossier.edits.schema_events import ClaimEdit, EventEdit, QuotationEdit, RelationEdit
from dossier.errors import EditError
from dossier.model import PairJudgement
from dossier.vocabulary import (
    ActorKind,
    FactBasis,
    FindingStatus,
    FindingType,
    Gravity,
    Reliability,
    RoleStatus,
)
from dossier.yamlfile import Node

_PAGE = re.compile(r"(?:actors|events|sources)/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")

PRECISIONS = ("site", "city", "region", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class _NameAt:
    where: str
    loc: str = required(as_text)
    words: str = required(as_text)


def _as_name(node: Node) -> str:
    if isinstance(node.value, dict):
        entry = read_record(_NameAt, node)
        return f"{entry.loc} {entry.words}"
    return as_text(node)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementEdit:
    """An entry of ``identity.yml``: exactly one of the three lists is given."""

    where: str
    same: tuple[str, ...] = optional(many(_as_name), ())
    different: tuple[str, ...] = optional(many(_as_name), ())
    open: tuple[str, ...] = optional(many(_as_name), ())
    reason: str = required(as_text)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEdit:
    """An office or function of an actor."""

    where: str
    title: str = required(as_text, name="role")
    at: tuple[Pointer, ...] = optional(as_pointers, ())
    as_of: DateValue | None = optional(as_edtf, None)
    ended: DateValue | None = optional(as_edtf, None)
    status: RoleStatus = optional(member(RoleStatus), RoleStatus.CURRENT)
    note: str = optional(as_text, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEdit:
    """``actors/ID.yml``."""

    where: str
    id: str = required(as_id)
    name: str = required(as_text)
    kind: ActorKind = required(member(ActorKind))
    side: str = optional(as_text, "")
    aliases: tuple[str, ...] = optional(many(as_text), ())
    not_aliases: tuple[str, ...] = optional(many(as_text), ())
    mentions: tuple[Pointer, ...] = optional(as_pointers, ())
    summary: str = optional(as_text, "")
    roles: tuple[RoleEdit, ...] = optional(many(record(RoleEdit)), ())
    note: str = optional(as_text, "")
    named: bool = optional(as_flag, default=True)
    voice: bool = optional(as_flag, default=False)
    hide: bool = optional(as_flag, default=False)
    merge: tuple[str, ...] = optional(many(as_text), ())
    reviewed: str = optional(as_text, "")


def _as_precision(node: Node) -> str:
    value = as_text(node)
    if value not in PRECISIONS:
        raise EditError(f"{node.where}: {value!r} is not one of: {', '.join(PRECISIONS)}")
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEdit:
    """An entry of ``places.yml``."""

    where: str
    id: str = required(as_id)
    name: str = required(as_text)
    within: str = optional(as_text, "")
    precision: str = optional(_as_precision, "city")
    aliases: tuple[str, ...] = optional(many(as_text), ())
    at: tuple[Pointer, ...] = optional(as_pointers, ())
    note: str = optional(as_text, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionEdit:
    """An entry of ``questions.yml``."""

    where: str
    text: str = required(as_text)
    about: tuple[str, ...] = optional(many(as_text), ())
    settled_by: str = optional(as_text, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class BottomLineEdit:
    """A bullet of ``briefing.yml``."""

    where: str
    text: str = required(as_text)
    at: tuple[Pointer, ...] = required(as_pointers)
    about: tuple[str, ...] = optional(many(as_text), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingEdit:
    """``briefing.yml``."""

    where: str
    bottom_line: tuple[BottomLineEdit, ...] = required(many(record(BottomLineEdit)))


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEdit:
    """A particular of a source."""

    where: str
    value: str = required(as_text, blank=True)
    basis: FactBasis = optional(member(FactBasis), FactBasis.ANALYST)
    note: str = optional(as_text, "")
    line: int | None = optional(as_number, None)


def _as_published(node: Node) -> FactEdit:
    edit = read_record(FactEdit, node)
    if edit.value:
        as_edtf(Node(edit.value, edit.where))
    return edit


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedEdit:
    """Somebody whose matter a source carries."""

    where: str
    name: str = required(as_text)
    at: tuple[Pointer, ...] = optional(as_pointers, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEdit:
    """``sources/ID.yml``."""

    where: str
    id: str = required(as_id)
    title: FactEdit | None = optional(record(FactEdit), None)
    publisher: FactEdit | None = optional(record(FactEdit), None)
    published: FactEdit | None = optional(_as_published, None)
    authors: tuple[FactEdit, ...] = optional(many(record(FactEdit)), ())
    reliability: Reliability = optional(member(Reliability), Reliability.F)
    reason: str = optional(as_text, "")
    carries: tuple[CarriedEdit, ...] = optional(many(record(CarriedEdit)), ())
    reviewed: str = optional(as_text, "")
    note: str = optional(as_text, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEdit:
    """``findings/ID.yml``."""

    where: str
    id: str = required(as_id)
    finding_type: FindingType = required(member(FindingType), name="type")
    gravity: Gravity = required(member(Gravity))
    text: str = required(as_text)
    sides: tuple[Pointer, ...] = required(as_pointers)
    about: tuple[str, ...] = optional(many(as_text), ())
    status: FindingStatus = optional(member(FindingStatus), FindingStatus.OPEN)
    reason: str = optional(as_text, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionEdit:
    """An entry of ``corrections.yml``."""

    where: str
    on: str = required(as_text)
    set: str = required(as_text)
    was: str = required(as_text, blank=True)
    to: str = required(as_text, blank=True)
    reason: str = required(as_text)


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectionEdit:
    """An entry of ``rejected.yml``: a finding of a rule that is none."""

    where: str
    finding: str = required(as_text)
    reason: str = required(as_text)


def _as_page(node: Node) -> str:
    value = as_text(node)
    if not _PAGE.fullmatch(value):
        raise EditError(
            f"{node.where}: {value!r} is no page's address (actors/ID, events/ID or sources/ID)"
        )
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedEdit:
    """An entry of ``moved.yml``: an old address that shall lead on."""

    where: str
    was: str = required(_as_page)
    now: str = required(_as_page)


@dataclass(frozen=True, slots=True)
class Edits:
    """Every decision in ``seeds/edits``; each tuple by file, then by line.

    ``written`` says on which lines of a file a text stands, by the file and the text.
    """

    judgements: tuple[PairJudgement, ...] = ()
    actors: tuple[ActorEdit, ...] = ()
    places: tuple[PlaceEdit, ...] = ()
    events: tuple[EventEdit, ...] = ()
    quotations: tuple[QuotationEdit, ...] = ()
    relations: tuple[RelationEdit, ...] = ()
    claims: tuple[ClaimEdit, ...] = ()
    questions: tuple[QuestionEdit, ...] = ()
    bottom_line: tuple[BottomLineEdit, ...] = ()
    sources: tuple[SourceEdit, ...] = ()
    findings: tuple[FindingEdit, ...] = ()
    moved: tuple[MovedEdit, ...] = ()
    rejections: tuple[RejectionEdit, ...] = ()
    corrections: tuple[CorrectionEdit, ...] = ()
    written: Mapping[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
