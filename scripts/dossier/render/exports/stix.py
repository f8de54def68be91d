"""One STIX 2.1 bundle, for threat intelligence platforms.

STIX describes attacks, not news, so the mapping keeps to what its objects mean: actors are
identities, an event is a grouping (objects that share a context), a source is a report, what is
claimed, quoted or found is a note. What STIX has no field for stands in one declared extension.
Ids are UUIDs of version 5 over the dossier's title and a page's address; times are days on which
sources appeared, so that the same dossier gives the same bytes.

Source: STIX 2.1 (OASIS standard, 10 June 2021).
"""

import json
import re
from collections.abc import Iterator, Sequence

from dossier.model import Actor, Anchor, Claim, Event, Finding, Quotation, Relation, Source
from dossier.render.book import Book
from dossier.render.exports.stix_parts import (
    Maker,
    Stix,
    date_fields,
    find_stretch,
    source_ids,
    write_time,
)
from dossier.render.records import (
    address_of_actor,
    address_of_claim,
    address_of_event,
    address_of_finding,
    address_of_quotation,
    address_of_relation,
    address_of_source,
    claims_of,
    dating_of_relation,
    last_told,
    name_of,
    place_name,
    quoted_text,
    relations_of,
)
from dossier.vocabulary import ActorKind

CLASSES = {
    ActorKind.PERSON: "individual",
    ActorKind.STATE: "organization",
    ActorKind.PUBLIC_BODY: "organization",
    ActorKind.ORGANIZATION: "organization",
    ActorKind.MEDIUM: "organization",
    ActorKind.GROUP: "group",
    ActorKind.INITIATIVE: "unspecified",
    ActorKind.PLACE: "unspecified",
}

_NOT_A_TYPE = re.compile(r"[^a-z0-9]+")


def export_stix(book: Book) -> str:
    """Write the bundle."""
    whole = _Stix(book)
    bundle = {
        "type": "bundle",
        "id": whole.maker.name("bundle", "index.html"),
        "objects": list(whole.objects()),
    }
    return json.dumps(bundle, ensure_ascii=False, indent=1) + "\n"


class _Stix:
    """Objects of one bundle, all made by the dossier's own identity."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.maker = Maker(book)

    def objects(self) -> Iterator[Stix]:
        """Every object, referred to before or after."""
        book = self._book
        yield self.maker.dossier()
        yield self.maker.definition()
        yield from (self._actor(actor) for actor in book.published_actors())
        yield from (self._event(event) for event in book.dossier.events.values())
        yield from (self._claim(claim) for claim in claims_of(book))
        yield from (self._quotation(one) for one in book.dossier.quotations)
        yield from (self._finding(one) for one in book.dossier.findings)
        yield from (self._relation(one) for one in relations_of(book) if self._has_ends(one))
        yield from (self._source(source) for source in book.dossier.sources.values())

    def _actor(self, actor: Actor) -> Stix:
        book = self._book
        held = [book.mentions[key].anchor for key in actor.mention_ids if key in book.mentions]
        return self.maker.make(
            "identity",
            address_of_actor(actor.id),
            held,
            name=actor.name,
            description=actor.summary,
            roles=list(dict.fromkeys(role.title for role in actor.roles)),
            identity_class=CLASSES[actor.kind],
            extensions=self.maker.extend(
                {
                    "record": "actor",
                    "kind": actor.kind.value,
                    "aliases": "; ".join(alias.name for alias in actor.aliases),
                }
            ),
        )

    def _actor_refs(self, keys: Sequence[str | None]) -> list[str]:
        held = dict.fromkeys(key for key in keys if key and self._book.has_page(key))
        return [self.maker.name("identity", address_of_actor(key)) for key in held]

    def _event(self, event: Event) -> Stix:
        parts = [f"{name_of(self._book, p.actor_id or p.label)}: {p.role}"
                 for p in event.participants]  # fmt: skip
        sources = [
            self.maker.name("report", address_of_source(key)) for key in source_ids(event.anchors)
        ]
        return self.maker.make(
            "grouping",
            address_of_event(event.id),
            event.anchors,
            name=event.title,
            description=event.summary,
            context="unspecified",
            object_refs=[*self._actor_refs([p.actor_id for p in event.participants]), *sources],
            extensions=self.maker.extend(
                {
                    "record": "event",
                    **date_fields(event.dating),
                    "event_type": event.event_type.value,
                    "status": event.status.value,
                    "place": place_name(self._book, event),
                    "participants": "; ".join(parts),
                }
            ),
        )

    def _claim(self, claim: Claim) -> Stix:
        is_event = claim.subject_id in self._book.dossier.events
        subject = (
            self.maker.name("grouping", address_of_event(claim.subject_id))
            if is_event
            else self.maker.name("identity", address_of_actor(claim.subject_id))
        )
        return self._note(
            address_of_claim(self._book, claim),
            claim.anchors,
            claim.text,
            [subject],
            {
                "record": "statement",
                "modality": claim.modality.value,
                "hedge": claim.hedge,
                "according_to": name_of(self._book, claim.according_to),
                "edtf": claim.as_of.edtf if claim.as_of else "",
            },
        )

    def _quotation(self, quotation: Quotation) -> Stix:
        speakers = self._actor_refs(quotation.speaker_ids)
        sources = [
            self.maker.name("report", address_of_source(k)) for k in source_ids(quotation.anchors)
        ]
        names = [name_of(self._book, key) for key in quotation.speaker_ids]
        return self._note(
            address_of_quotation(quotation),
            quotation.anchors,
            quoted_text(self._book, quotation),
            [*speakers, *sources],
            {
                "record": "quotation",
                "kind": quotation.kind.value,
                "speaker": "; ".join(names) or quotation.speaker_label,
                "chain": " › ".join(quotation.chain),
            },
        )

    def _finding(self, finding: Finding) -> Stix:
        events = self._book.dossier.events
        about = [
            self.maker.name("grouping", address_of_event(key))
            for key in finding.about
            if key in events
        ]
        sources = [
            self.maker.name("report", address_of_source(key)) for key in source_ids(finding.sides)
        ]
        return self._note(
            address_of_finding(finding.id),
            finding.sides,
            finding.text,
            [*about, *self._actor_refs(finding.about), *sources],
            {
                "record": "finding",
                "kind": finding.finding_type.value,
                "gravity": finding.gravity.value,
                "status": finding.status.value,
            },
        )

    def _note(
        self,
        address: str,
        anchors: Sequence[Anchor],
        content: str,
        refs: Sequence[str],
        values: dict[str, str],
    ) -> Stix:
        return self.maker.make(
            "note",
            address,
            anchors,
            content=content,
            object_refs=list(dict.fromkeys(refs)),
            extensions=self.maker.extend(values),
        )

    def _has_ends(self, relation: Relation) -> bool:
        return all(self._book.has_page(key) for key in (relation.subject_id, relation.object_id))

    def _relation(self, relation: Relation) -> Stix:
        dating = dating_of_relation(self._book, relation)
        return self.maker.make(
            "relationship",
            address_of_relation(self._book, relation),
            relation.anchors,
            relationship_type=_NOT_A_TYPE.sub("-", relation.verb.lower()).strip("-")
            or "related-to",
            description=relation.verb,
            source_ref=self.maker.name("identity", address_of_actor(relation.subject_id)),
            target_ref=self.maker.name("identity", address_of_actor(relation.object_id)),
            **find_stretch(dating.value if dating else None),
            extensions=self.maker.extend(
                {
                    "record": "relation",
                    **date_fields(dating),
                    "according_to": name_of(self._book, relation.according_to),
                    "hedge": relation.hedge,
                }
            ),
        )

    def _source(self, source: Source) -> Stix:
        book = self._book
        dating = book.dossier.calendar.published.get(source.id)
        address = address_of_source(source.id)
        told = [
            self.maker.name("grouping", address_of_event(e.id))
            for e, _ in book.tells.get(source.id, ())
        ]
        day = dating.value.latest if dating and not dating.value.is_open_end else last_told(book)
        made = self.maker.make(
            "report",
            address,
            (),
            name=source.title.value or source.path,
            published=write_time(day),
            object_refs=told or [self.maker.id],
            extensions=self.maker.extend(
                {
                    "record": "source",
                    **date_fields(dating),
                    "publisher": source.publisher.value,
                    "authors": "; ".join(one.value for one in source.authors if one.value),
                    "sha256": source.sha256,
                }
            ),
        )
        return {**made, "created": write_time(day), "modified": write_time(day)}
