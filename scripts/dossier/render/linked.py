"""What a page is about, for programs that read pages: JSON-LD with the words of schema.org.

The context stands in each block, so nothing is fetched to read it. An ``@id`` is the page's
address, relative to where it is written. EDTF values stand as typed literals of the Library of
Congress's data type; ``startDate`` and ``endDate`` only where the words give days, months or
years as such.
"""

import json
import re

from dossier.model import Actor, Dating, Event, Source
from dossier.render.book import Book
from dossier.render.links import BRIEFING, actor_page, event_page, href, source_page
from dossier.render.markdown import Md, flatten
from dossier.render.records import place_name, plain_date, sources_of
from dossier.vocabulary import ActorKind

Json = dict[str, object]

CONTEXT: Json = {
    "@vocab": "https://schema.org/",
    "date": "http://purl.org/dc/terms/date",
    "edtf": "http://id.loc.gov/datatypes/edtf/EDTF",
    "url": {"@type": "@id"},
}

TYPES = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "Country",
    ActorKind.PUBLIC_BODY: "GovernmentOrganization",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.MEDIUM: "NewsMediaOrganization",
    ActorKind.GROUP: "Thing",
    ActorKind.INITIATIVE: "Project",
    ActorKind.PLACE: "Place",
}
"""A group need not be organised, so it is no Organization."""


def describe_actor(page: str, actor: Actor) -> Json:
    """Describe an actor.

    Args:
        page: Path under ``docs/`` of the page or file in which it is written.
        actor: The actor.
    """
    kind = TYPES[actor.kind]
    roles = list(dict.fromkeys(flatten(role.title) for role in actor.roles))
    return _node(
        href(page, actor_page(actor.id)),
        kind,
        {
            "name": flatten(actor.name),
            "alternateName": [flatten(alias.name) for alias in actor.aliases],
            "description": flatten(actor.summary),
            "jobTitle": roles if kind == "Person" else [],
            "identifier": actor.id,
        },
    )


def describe_event(book: Book, page: str, event: Event) -> Json:
    """Describe an event, for the page or file under ``docs/`` in which it is written."""
    place = place_name(book, event)
    who = dict.fromkeys(
        part.actor_id
        for part in event.participants
        if part.actor_id and book.has_page(part.actor_id)
    )
    return _node(
        href(page, event_page(event.id)),
        "Event",
        {
            "name": flatten(event.title),
            "description": flatten(event.summary),
            **_days(event.dating),
            "location": {"@type": "Place", "name": flatten(place)} if place else "",
            "about": [{"@id": href(page, actor_page(key))} for key in who],
            "subjectOf": [
                {"@id": href(page, source_page(source.id))}
                for source in sources_of(book, event.anchors)
            ],
            "identifier": event.id,
        },
    )


def describe_source(book: Book, page: str, source: Source) -> Json:
    """Describe an article, for the page or file in which it is written."""
    dating = book.dossier.calendar.published.get(source.id)
    publisher = flatten(source.publisher.value)
    return _node(
        href(page, source_page(source.id)),
        "NewsArticle",
        {
            "headline": flatten(source.title.value),
            "author": [
                {"@type": "Person", "name": flatten(author.value)}
                for author in source.authors
                if author.value
            ],
            "publisher": {"@type": "Organization", "name": publisher} if publisher else "",
            "datePublished": plain_date(dating.value) if dating else "",
            "date": _edtf(dating),
            "inLanguage": source.language,
            "url": source.url,
            "identifier": source.id,
            "mentions": [
                {"@id": href(page, event_page(event.id))}
                for event, _ in book.tells.get(source.id, ())
            ],
            "isPartOf": {
                "@type": "Dataset",
                "@id": href(page, BRIEFING),
                "name": flatten(book.settings.title),
            },
        },
    )


def _node(address: str, kind: str, values: Json) -> Json:
    held = {name: value for name, value in values.items() if value}
    return {"@id": address, "@type": kind, **held}


def _days(dating: Dating | None) -> Json:
    if dating is None:
        return {}
    value = dating.value
    held: Json = {"date": _edtf(dating)}
    if plain := plain_date(value):
        return {"startDate": plain, **held}
    first, slash, last = value.edtf.partition("/")
    if slash and not value.is_qualified:
        ends = {"startDate": first, "endDate": last}
        return {**{k: v for k, v in ends.items() if v != ".."}, **held}
    return held


def _edtf(dating: Dating | None) -> object:
    return {"@type": "edtf", "@value": dating.value.edtf} if dating else ""


_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_ACTIVE = re.compile(r"[<>&\[\]{}`|*\u2028\u2029]")


def _escape(mark: re.Match[str]) -> str:
    return f"\\u{ord(mark[0]):04x}"


def write_linked(node: Json) -> Md:
    """Write a block of a page that browsers do not run and programs read.

    What could end the block, begin a comment or mean something in Markdown is written with
    escapes of JSON, so whatever a text holds it stays a text.
    """
    text = json.dumps({"@context": CONTEXT, **node}, ensure_ascii=False)
    text = _STRING.sub(lambda string: _ACTIVE.sub(_escape, string[0]), text)
    return Md(f'<script type="application/ld+json">{text}</script>')


def export_linked(book: Book, page: str) -> str:
    """Write all blocks of all pages as one file.

    Args:
        book: The dossier.
        page: Path of the file under ``docs/``.
    """
    dossier = book.dossier
    nodes = [
        *(describe_actor(page, actor) for actor in book.published_actors()),
        *(describe_event(book, page, event) for event in dossier.events.values()),
        *(describe_source(book, page, source) for source in dossier.sources.values()),
    ]
    whole = {"@context": CONTEXT, "@graph": nodes}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
