"""One page being worded: links from it, and the chips that end a line of fact.

A chip is small, but it is the promise of the site: what the line rests on, how its date is
known, how many stand behind it, what the source hedged and whether a person looked at it. Its
``title`` carries the words themselves, so that they can be read without leaving the page.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.dates import DateValue, describe
from dossier.model import ActorId, Anchor, Dating, Event, EventId, PlaceId, SourceId
from dossier.render.book import Book, count_origins, is_restated
from dossier.render.excerpt import is_verbatim, sentence_words, words_of
from dossier.render.links import actor_page, event_page, href, link, source_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import quoted, tag
from dossier.render.names import link_names
from dossier.render.words import count, hint, label
from dossier.vocabulary import Modality

MOST_CHIPS = 4
"""Evidence chips in a cell of a table; the rest are counted."""

LONGEST_DATE = 6
"""Words of a date expression, at most."""

RETOLD = "In the dossier's own words, after the line given"

LONGEST_TITLE = 240
"""Characters of a source's words in a chip's title."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page on which something is being written.

    Attributes:
        book: The dossier.
        page: Path of the page under ``docs/``; links start from it.
    """

    book: Book
    page: str

    # --- names and links

    def actor(self, actor_id: ActorId | None, label_: str = "") -> Md:
        """Name an actor, with a link where it has a page.

        Args:
            actor_id: Who; None for somebody who is not registered.
            label_: What to show; the actor's name if empty.
        """
        actor = self.book.dossier.actors.get(actor_id or "")
        name = label_ or (actor.name if actor else actor_id or "")
        if actor is None or actor.voice or self.page == actor_page(actor.id):
            return safe(name)
        return link(self.page, actor_page(actor.id), name)

    def who(self, key_or_name: str) -> Md:
        """Name somebody given by an actor's id or by a name."""
        if key_or_name in self.book.dossier.actors:
            return self.actor(key_or_name)
        return self.prose(key_or_name)

    def event(self, event_id: EventId, text: str = "", fragment: str = "") -> Md:
        """Name an event with a link to it; an id that is not published stands as it is."""
        event = self.book.dossier.events.get(event_id)
        if event is None or (self.page == event_page(event_id) and not fragment):
            return safe(text or (event.title if event else event_id))
        return link(self.page, event_page(event.id), text or event.title, fragment)

    def subject(self, key: str) -> Md:
        """Name an event, an actor or anything else by its id."""
        if key in self.book.dossier.events:
            return self.event(key)
        return self.actor(key)

    def source(self, source_id: SourceId, text: str = "") -> Md:
        """Name a source by its title, or by ``text``, with a link."""
        source = self.book.dossier.sources[source_id]
        shown = text or source.title.value or source.path
        return link(self.page, source_page(source_id), shown)

    def labelled(self, source_id: SourceId) -> Md:
        """Name a source by its label and its title."""
        shown = tag("span", self.book.dossier.sources[source_id].label, class_="locator")
        return join(" ", [shown, self.source(source_id)])

    def place(self, place_id: PlaceId | None) -> Md:
        """Name a place and what holds it; empty if there is none."""
        place = self.book.dossier.places.get(place_id or "")
        if place is None:
            return Md("")
        return join(", ", [place.name, place.within])

    def prose(self, text: str) -> Md:
        """Escape a paragraph in the dossier's own words, its actors and events linked."""
        return link_names(text, self.book.names, self._name)

    def _name(self, target: str, words: str) -> Md:
        page, _, fragment = target.partition("#")
        if page == self.page and not fragment:
            return safe(words)
        return link(self.page, page, words, fragment)

    # --- chips

    def evidence(self, anchors: Sequence[Anchor], most: int = 0) -> Md:
        """Write a chip for each sentence that something rests on.

        Args:
            anchors: The words, in the order to show.
            most: Chips to write before the rest are counted; 0 for all.
        """
        places: dict[tuple[SourceId, str], Anchor] = {}
        for anchor in anchors:
            places.setdefault((anchor.source_id, self.book.fragment_at(anchor)), anchor)
        lines = Counter(self._locator(anchor) for anchor in places.values())
        chips = [
            self._evidence_chip(anchor, fragment, exact=lines[self._locator(anchor)] > 1)
            for (_, fragment), anchor in places.items()
        ]
        if most and len(chips) > most:
            rest = tag("span", f"+{len(chips) - most}", class_="chip chip-more")
            chips = [*chips[:most], rest]
        return join(" ", chips)

    def words(self, anchor: Anchor) -> Md:
        """Print words: between quotation marks, or marked as the dossier's own retelling."""
        return self.as_printed(anchor, safe(words_of(self.book, anchor)))

    def date_words(self, anchor: Anchor) -> Md:
        """Print the words of a date; retelling keeps those, though not a whole sentence."""
        short = len(anchor.exact.split()) <= LONGEST_DATE
        return quoted(words_of(self.book, anchor)) if short else self.words(anchor)

    def as_printed(self, anchor: Anchor, words: Md) -> Md:
        """Set words between quotation marks, or mark them as retold.

        Args:
            anchor: Where they stand.
            words: What to show of them.
        """
        if is_verbatim(self.book, anchor):
            return quoted(words)
        return tag("span", words, class_="retold", dir="auto", title=RETOLD)

    def _locator(self, anchor: Anchor) -> str:
        source = self.book.dossier.sources[anchor.source_id]
        return f"{source.label}:L{self.book.line_at(anchor)}"

    def _evidence_chip(self, anchor: Anchor, fragment: str, *, exact: bool) -> Md:
        """Write a chip; an exact one says which sentence of its paragraph is meant."""
        source = self.book.dossier.sources[anchor.source_id]
        line = self.book.line_at(anchor)
        touched = self.book.sentences_at(anchor)
        number = f".{touched[0].number}" if exact and touched else ""
        whole = len(touched) == 1 and self.book.shows_whole(source)
        words = sentence_words(self.book, touched[0]) if whole else words_of(self.book, anchor)
        if len(words) > LONGEST_TITLE:
            words = f"{words[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"
        if not is_restated(source):
            words = f"“{words}”"
        locator = f"{self._locator(anchor)}{number}"
        headline = source.title.value or source.path
        return tag(
            "a",
            locator,
            class_="chip chip-evidence",
            href=href(self.page, source_page(source.id), fragment),
            title=f"{headline}, line {line}: {words}",
            aria_label=f"{locator}, {headline}, line {line}",
        )

    def event_date(self, event: Event) -> Md:
        """Write when an event was, with a chip that leads to how it is known."""
        return self.date(event.dating, event_page(event.id))

    def source_date(self, source_id: SourceId) -> Md:
        """Write when a source appeared, with a chip that leads to how it is known."""
        published = self.book.dossier.calendar.published.get(source_id)
        return self.date(published, source_page(source_id))

    def date(self, dating: Dating | None, page: str = "") -> Md:
        """Write a date in plain English, with a chip for its EDTF form and its basis.

        Args:
            dating: The date; None for none.
            page: The page whose section ``date`` says how it is known; or empty.
        """
        if dating is None:
            return tag("span", "undated", class_="chip chip-date")
        chip = f"{dating.value.edtf} · {label(dating.basis).lower()}"
        title = f"{label(dating.basis)}: {hint(dating.basis)}"
        if page:
            chipped = tag(
                "a", chip, class_="chip chip-date", href=href(self.page, page, "date"), title=title
            )
        else:
            chipped = tag("span", chip, class_="chip chip-date", title=title)
        return join(" ", [describe(dating.value), chipped])

    def day(self, value: DateValue | None) -> Md:
        """Write a date of which nothing but the value is known; empty for none."""
        if value is None:
            return Md("")
        chip = tag("span", value.edtf, class_="chip chip-date")
        return join(" ", [describe(value), chip])

    def origins(self, anchors: Sequence[Anchor]) -> Md:
        """Say how many documents, outlets and origins stand behind something."""
        documents, outlets, origins = count_origins(self.book, anchors)
        parts = [count(documents, "document"), count(outlets, "outlet"), count(origins, "origin")]
        short = parts[2] if documents == outlets == origins else " · ".join(parts)
        return tag("span", short, class_="chip chip-origins", title=", ".join(parts))

    def id_chip(self, page: str, key: str) -> Md:
        """Name a thing by the id under which notes refer to it, and link to its place."""
        return tag("a", key, class_="chip chip-id", href=href(self.page, page, key))

    def status(self, event: Event) -> Md:
        """Say what stands behind an event."""
        css = f"chip chip-status chip-status-{event.status.value}"
        return tag("span", label(event.status), class_=css, title=hint(event.status))


def hedge_chip(hedge: str) -> Md:
    """Keep the source's own hedge; empty if there is none."""
    if not hedge:
        return Md("")
    return tag("span", hedge, class_="chip chip-hedge", title="The source's own hedge")


def modality_chip(modality: Modality) -> Md:
    """Say what a source does with a happening, unless it simply states it."""
    if modality is Modality.HAPPENED:
        return Md("")
    css = f"chip chip-modality chip-modality-{modality.value}"
    return tag("span", label(modality), class_=css, title=hint(modality))


def reviewed_chip(reviewed: str) -> Md:
    """Say who looked at something and when, or that nobody did."""
    if not reviewed:
        title = "Found by the program; nobody has looked at it"
        return tag("span", "not reviewed", class_="chip chip-unreviewed", title=title)
    return tag("span", f"reviewed: {reviewed}", class_="chip chip-reviewed")


def class_tag(kind: str) -> Md:
    """Mark a part of a page as Reported, Derived or Assessed."""
    meaning = {
        "Reported": "In a source's words, at the line given",
        "Derived": "Computed from what is reported, in the way shown",
        "Assessed": "A person's judgement",
    }
    return tag("span", kind, class_=f"class class-{kind.lower()}", title=meaning[kind])


def chips(*parts: Md) -> Md:
    """Set chips side by side; empty ones are left out."""
    shown = [part for part in parts if part]
    return tag("span", join(" ", shown), class_="chips") if shown else Md("")
