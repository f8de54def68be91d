"""One page being worded: links from it, and the chips that end a line of fact.

A chip is small, but it is the promise of the site: what the line rests on, how its date is
known, how many stand behind it, what the source hedged and whether a person looked at it. Its
``title`` carries the words themselves, so that they can be read without leaving the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.independence import weigh
from dossier.model import ActorId, Anchor, Dating, Event, EventId, PlaceId, SourceId
from dossier.render.book import Book, is_restated
from dossier.render.chips import chip, chips, origins_chip, say_date, status_chip
from dossier.render.copied import is_copy
from dossier.render.excerpt import is_verbatim, sentence_words, words_of
from dossier.render.links import actor_page, event_page, href, link, source_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import quoted, tag
from dossier.render.names import link_names
from dossier.render.words import capital, hint, label
from dossier.vocabulary import EventStatus

MOST_CHIPS = 2
"""Evidence chips in a cell of a table; the rest are counted."""

MOST_IN_A_LINE = 3
"""Evidence chips at the end of a line."""

LONGEST_DATE = 6
"""Words of a date expression, at most."""

RETOLD = "In the dossier's own words, after the line given"

LONGEST_TITLE = 240
"""Characters of a source's words in a chip's title."""

_OPENING, _CLOSING = tuple("“‘„«"), tuple("”’“»")
"""Marks of the source's own, which need no second pair around them."""


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

    def way(self, target: str, text: str, fragment: str = "") -> Md:
        """Link to a page of the site; a plain text is escaped."""
        return link(self.page, target, text, fragment)

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
        return self.way(actor_page(actor.id), name)

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
        return self.way(event_page(event.id), text or event.title, fragment)

    def subject(self, key: str) -> Md:
        """Name an event, an actor or anything else by its id."""
        if key in self.book.dossier.events:
            return self.event(key)
        return self.actor(key)

    def is_about(self, key: str) -> bool:
        """Whether this is the page of an event or actor."""
        return self.page in (f"events/{key}.md", f"actors/{key}.md")

    def source(self, source_id: SourceId, text: str = "") -> Md:
        """Name a source by its title, or by ``text``, with a link."""
        source = self.book.dossier.sources[source_id]
        shown = text or source.title.value or source.path
        return self.way(source_page(source_id), shown)

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
        return self.way(page, words, fragment)

    # --- chips

    def evidence(self, anchors: Sequence[Anchor], most: int = 0, page: str = "") -> Md:
        """Write a chip for each sentence that something rests on.

        A chip says source and line. One that follows another of the same source says the
        line alone, as citations do.

        Args:
            anchors: The words, in the order to show; those in copies follow all others.
            most: Chips to write before the rest are counted; 0 for all.
            page: The page, with its fragment, that shows all of them; where there is none, the
                count of the rest leads to the first of them.
        """
        places: dict[tuple[SourceId, str], Anchor] = {}
        for anchor in sorted(anchors, key=lambda one: is_copy(self.book.dossier, one.source_id)):
            places.setdefault((anchor.source_id, self.book.fragment_at(anchor)), anchor)
        # A single chip more takes no more room than the count of one.
        cut = most if most and len(places) > most + 1 else len(places)
        written: list[Md] = []
        before = ""
        for (source_id, fragment), anchor in list(places.items())[:cut]:
            written.append(self._evidence_chip(anchor, fragment, repeats=source_id == before))
            before = source_id
        return join(" ", [*written, self._rest(list(places.items())[cut:], page)])

    def _rest(self, places: Sequence[tuple[tuple[SourceId, str], Anchor]], page: str) -> Md:
        """Count the evidence that is not shown."""
        if not places:
            return Md("")
        (source_id, sentence), _ = places[0]
        target, _, fragment = (page or f"{source_page(source_id)}#{sentence}").partition("#")
        way = href(self.page, target, fragment)
        title = f"Also {', '.join(self.book.locator_at(anchor) for _, anchor in places)}"
        return tag("a", f"+{len(places)}", class_="chip chip-more", href=way, title=title)

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
            marked = words[:1] in _OPENING and words[-1:] in _CLOSING
            return tag("q", words, dir="auto") if marked else quoted(words)
        return tag("span", words, class_="retold", dir="auto", title=RETOLD)

    def _evidence_chip(self, anchor: Anchor, fragment: str, *, repeats: bool) -> Md:
        """Write a chip; one that repeats the source before it says the line alone."""
        page = source_page(anchor.source_id)
        locator = self.book.locator_at(anchor)
        return tag(
            "a",
            locator.rpartition(":")[2] if repeats else locator,
            class_="chip chip-evidence",
            href=href(self.page, page, fragment),
            title=self._say_words(anchor, here=page == self.page),
            aria_label=locator if repeats else "",
        )

    def _say_words(self, anchor: Anchor, *, here: bool) -> str:
        """Give source, line and words of an anchor; where they stand on this page, the line."""
        line = f"line {self.book.line_at(anchor)}"
        if here:
            return f"{capital(line)}, on this page"
        source = self.book.dossier.sources[anchor.source_id]
        touched = self.book.sentences_at(anchor)
        whole = len(touched) == 1 and self.book.shows_whole(source)
        if whole:
            words = sentence_words(self.book, touched[0], LONGEST_TITLE)
        else:
            words = words_of(self.book, anchor)
        if len(words) > LONGEST_TITLE:
            words = f"{words[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"
        if not is_restated(source):
            words = f"“{words}”"
        return f"{source.title.value or source.path}, {line}: {words}"

    def event_date(self, event: Event, *, opens: bool = True) -> Md:
        """Write when an event was, with a chip that leads to how it is known."""
        return self.date(event.dating, event_page(event.id), opens=opens)

    def source_date(self, source_id: SourceId) -> Md:
        """Write when a source appeared, with a chip that leads to how it is known."""
        published = self.book.dossier.calendar.published.get(source_id)
        return self.date(published, source_page(source_id))

    def date(self, dating: Dating | None, page: str = "", *, opens: bool = True) -> Md:
        """Write a date in plain English, with a chip that says how it is known.

        Args:
            dating: The date; None for none.
            page: The page whose section ``date`` says more; or empty.
            opens: Whether it opens a line or a cell.
        """
        if dating is None:
            return chip("date", "undated", "No source lets us say anything")
        shown = label(dating.basis).lower()
        title = f"{dating.value.edtf}. {hint(dating.basis)}"
        if page:
            way = href(self.page, page, "date")
            known = tag("a", shown, class_="chip chip-date", href=way, title=title)
        else:
            known = chip("date", shown, title)
        return join(" ", [say_date(dating.value, opens=opens), known])

    def origins(self, anchors: Sequence[Anchor]) -> Md:
        """Say how many documents, outlets and origins stand behind something."""
        return origins_chip(weigh(self.book.dossier, anchors))

    def standing(self, event: Event) -> Md:
        """Say what stands behind an event; a single source needs no count."""
        counted = Md("")
        if event.status is EventStatus.CORROBORATED:
            counted = self.origins(event.anchors)
        return chips(status_chip(event), counted)

    def id_chip(self, page: str, key: str) -> Md:
        """Name a thing by the id under which notes refer to it, and link to its place."""
        register = page.removesuffix(".md")
        title = f"In the register of {register}"
        return tag("a", key, class_="chip chip-id", href=href(self.page, page, key), title=title)
