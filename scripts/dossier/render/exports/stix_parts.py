"""What every object of a STIX bundle has: id, maker, times, references, the extension."""

import uuid
from collections.abc import Sequence
from datetime import date

from dossier.dates import DateValue
from dossier.model import Anchor, Dating
from dossier.render.book import Book
from dossier.render.records import (
    NAMESPACE,
    first_told,
    last_told,
    locators,
    sources_of,
    whole_address,
)

Stix = dict[str, object]


def write_time(day: date) -> str:
    """Write the first moment of a day."""
    return f"{day.isoformat()}T00:00:00.000Z"


class Maker:
    """Makes objects in the name of the dossier."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.id = self.name("identity", "index.html")
        self.extension = self.name("extension-definition", "about/exports.html")

    def name(self, kind: str, address: str) -> str:
        """Derive an object's id from the dossier's title and its page's address."""
        return f"{kind}--{uuid.uuid5(NAMESPACE, f'{self.book.settings.title} {address}')}"

    def make(self, kind: str, address: str, anchors: Sequence[Anchor], **fields: object) -> Stix:
        """Make an object; fields without content are left out."""
        seen = write_time(first_told(self.book, anchors))
        held = {
            "type": kind,
            "spec_version": "2.1",
            "id": self.name(kind, address),
            "created_by_ref": self.id,
            "created": seen,
            "modified": seen,
            **fields,
            "external_references": self._references(address, anchors),
        }
        return {name: value for name, value in held.items() if value not in ("", [], None)}

    def _references(self, address: str, anchors: Sequence[Anchor]) -> list[Stix]:
        """The record's page, then each source with the lines that it rests on."""
        page: Stix = {"source_name": self.book.settings.title, "external_id": address}
        if url := whole_address(self.book, address):
            page["url"] = url
        rows = [page]
        for source in sources_of(self.book, anchors):
            held = [one for one in anchors if one.source_id == source.id]
            row: Stix = {
                "source_name": source.publisher.value or source.label,
                "description": f"{source.title.value}: {', '.join(locators(self.book, held))}",
            }
            rows.append(row | ({"url": source.url} if source.url else {}))
        return rows

    def extend(self, values: dict[str, str]) -> Stix:
        """Say what the standard has no field for."""
        held = {name: value for name, value in values.items() if value}
        return {self.extension: {"extension_type": "property-extension", **held}}

    def dossier(self) -> Stix:
        """The dossier itself, which makes all other objects."""
        seen = write_time(last_told(self.book))
        return {
            "type": "identity",
            "spec_version": "2.1",
            "id": self.id,
            "created": seen,
            "modified": seen,
            "name": self.book.settings.title,
            "description": "A dossier of what news articles report; it adds nothing of its own.",
            "identity_class": "system",
        }

    def definition(self) -> Stix:
        """The extension that the objects use."""
        seen = write_time(last_told(self.book))
        return {
            "type": "extension-definition",
            "spec_version": "2.1",
            "id": self.extension,
            "created_by_ref": self.id,
            "created": seen,
            "modified": seen,
            "name": "Dossier",
            "description": "EDTF dates with their basis, place, status, kind, who says so.",
            "schema": "about/exports.html",
            "version": "1.0.0",
            "extension_types": ["property-extension"],
        }


def source_ids(anchors: Sequence[Anchor]) -> list[str]:
    """Ids of the sources that words stand in, each once."""
    return list(dict.fromkeys(anchor.source_id for anchor in anchors))


def date_fields(dating: Dating | None) -> dict[str, str]:
    """Fields of a date and its basis."""
    return {"edtf": dating.value.edtf, "basis": dating.basis.value} if dating else {}


def find_stretch(value: DateValue | None) -> Stix:
    """The time that a link held, where the words say it whole; a doubtful one stays in EDTF."""
    if value is None or value.is_one_of or value.is_qualified:
        return {}
    if not value.is_day and "/" not in value.edtf:
        return {}
    held: Stix = {}
    if not value.is_open_start:
        held["start_time"] = write_time(value.start)
    if not value.is_open_end:
        held["stop_time"] = write_time(value.end)
    return held
