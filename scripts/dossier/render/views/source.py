"""The page of one source."""

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model import Anchor, Event, Fact, Quotation, Source, SourceNote
from dossier.render.article import Uses, count_states, render_article, split_article
from dossier.render.book import AT_A_DISTANCE
from dossier.render.cards import finding_card, how_dated, quotation_card
from dossier.render.excerpt import words_of
from dossier.render.leaf import MOST_CHIPS, Leaf, class_tag, reviewed_chip
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, quoted, table, tag, terms
from dossier.render.views.shared import cite, in_blocks
from dossier.render.words import count, hint, label


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source's page, section by section."""

    title: str
    note: Md
    particulars: Md
    date: Md
    file: Md
    markers: Md
    carries: Md
    shown: str
    coverage: Md
    article: Md
    events: Md
    quotations: Md
    at_a_distance: Md
    findings: Md
    voices: Md
    mentioned: Md
    citation: Md


def view_source(leaf: Leaf, source: Source, uses: Uses) -> SourceView:
    """Word a source's page.

    Args:
        leaf: The page.
        source: The source.
        uses: What rests on each place of every source.
    """
    book = leaf.book
    note = book.dossier.source_notes.get(source.id, SourceNote(source.id))
    paragraphs = split_article(leaf, source, uses)
    counts = count_states(paragraphs)
    quotations = [q for q in book.dossier.quotations if _rests_on(source, q.anchors)]
    published = book.dossier.calendar.published.get(source.id)
    return SourceView(
        title=source.title.value or source.path,
        note=leaf.prose(note.note),
        particulars=table(("Particular", "Value", "How it is known"), _facts(leaf, source)),
        date=how_dated(leaf, published) if published else Md(""),
        file=_file(leaf, source, note),
        markers=bullets([Entry((_fact(leaf, source, marker),)) for marker in source.markers]),
        carries=bullets(
            [
                Entry((join(" ", [leaf.who(name), leaf.evidence(anchors)]),), css="reported")
                for name, anchors in note.carries
            ]
        ),
        shown=_shown(leaf, source),
        coverage=_coverage(counts),
        article=render_article(leaf, source, paragraphs),
        events=table(("Date", "Event", "Relation", "Evidence"), _events(leaf, source)),
        quotations=in_blocks(
            quotation_card(leaf, q) for q in quotations if q.kind not in AT_A_DISTANCE
        ),
        at_a_distance=bullets(
            [distant_entry(leaf, q) for q in quotations if q.kind in AT_A_DISTANCE], "distant"
        ),
        findings=in_blocks(
            finding_card(leaf, f) for f in book.dossier.findings if _rests_on(source, f.sides)
        ),
        voices=join(", ", _voices(leaf, source)),
        mentioned=bullets(
            [_mentioned(leaf, e) for e in book.dossier.mentioned if _rests_on(source, e.anchors)]
        ),
        citation=_citation(leaf, source),
    )


def _rests_on(source: Source, anchors: tuple[Anchor, ...]) -> bool:
    return any(anchor.source_id == source.id for anchor in anchors)


def _facts(leaf: Leaf, source: Source) -> list[Entry]:
    named = [("Title", source.title)]
    named += [("Author", author) for author in source.authors]
    named += [("Publisher", source.publisher), ("Published", source.published)]
    entries = [Entry((name, fact.value or "—", _basis(leaf, source, fact))) for name, fact in named]
    if source.url:
        entries.append(Entry(("Address", tag("code", source.url), "")))
    entries.append(Entry(("Language", tag("code", source.language), "")))
    return entries


def _basis(leaf: Leaf, source: Source, fact: Fact) -> Md:
    css = f"chip chip-basis chip-basis-{fact.basis.name.lower().replace('_', '-')}"
    parts: list[str] = [tag("span", label(fact.basis), class_=css, title=hint(fact.basis))]
    if fact.note:
        parts.append(fact.note)
    if fact.line is not None:
        parts.append(_line(leaf, source, fact.line))
    return join(" ", parts)


def _fact(leaf: Leaf, source: Source, fact: Fact) -> Md:
    return join(" ", [quoted(fact.value), _basis(leaf, source, fact)])


def _line(leaf: Leaf, source: Source, line: int) -> Md:
    """Link to the paragraph that covers a line; the number alone where none does."""
    locator = f"{source.label}:L{line}"
    for passage in source.passages:
        if passage.first_line <= line <= passage.last_line:
            fragment = leaf.book.passage_fragments[source.id, passage.index]
            return tag("a", locator, class_="chip chip-evidence", href=f"#{fragment}")
    return tag("span", locator, class_="chip chip-evidence")


def _file(leaf: Leaf, source: Source, note: SourceNote) -> Md:
    grade = join(
        " ",
        [
            tag("strong", label(note.reliability)),
            safe(hint(note.reliability)),
            leaf.prose(f"Reason: {note.reason.rstrip('.')}."),
            class_tag("Assessed"),
        ],
    )
    original = source.original
    return terms(
        [
            ("File", tag("code", source.path)),
            ("Format", f"{label(source.format)}: {hint(source.format)}"),
            ("SHA-256", tag("code", source.sha256)),
            ("Size", f"{count(source.size, 'byte')}, {count(source.lines, 'line')}"),
            ("Restates", tag("code", original.file) if original else ""),
            ("Its SHA-256", tag("code", original.sha256) if original else ""),
            ("Reliability", grade),
            ("Review", reviewed_chip(note.reviewed)),
        ]
    )


def _shown(leaf: Leaf, source: Source) -> str:
    if not leaf.book.shows_whole(source):
        return (
            "The article belongs to its publisher. Shown are names, dates and quoted words, "
            "sentence by sentence; an ellipsis stands for what is left out."
        )
    if source.original is not None:
        return (
            "The article is retold in the dossier's own words, sentence by sentence; quotations "
            "stand as printed. Line numbers are those of the original file."
        )
    return "The article is shown whole."


def _coverage(counts: Mapping[str, int]) -> Md:
    total = sum(counts.values())
    words = (
        f"{count(total, 'sentence')}: {counts['used']} used, {counts['furniture']} furniture "
        f"(share lines, tags and the like), {counts['unused']} not used."
    )
    return tag("p", join(" ", [words, class_tag("Derived")]), class_="coverage")


def _events(leaf: Leaf, source: Source) -> list[Entry]:
    rows = []
    for event, telling in leaf.book.tells.get(source.id, ()):
        relation = tag("span", label(telling.telling), title=hint(telling.telling))
        anchors = telling.anchors or [a for a in event.anchors if a.source_id == source.id]
        cells = (
            leaf.event_date(event),
            leaf.event(event.id),
            relation,
            leaf.evidence(anchors, MOST_CHIPS),
        )
        rows.append(Entry(cells))
    return rows


def distant_entry(leaf: Leaf, quotation: Quotation) -> Entry:
    """Word quoted words that nobody is said to say here."""
    words = join(" … ", [words_of(leaf.book, a, spoken=True) for a in quotation.anchors])
    kind = tag("span", label(quotation.kind), class_="chip chip-kind", title=hint(quotation.kind))
    parts = [quoted(words), leaf.evidence(quotation.anchors), kind]
    if quotation.note:
        parts.append(tag("span", leaf.prose(quotation.note), class_="note"))
    return Entry((join(" ", parts),), id=quotation.id, css="reported")


def _voices(leaf: Leaf, source: Source) -> list[str]:
    """Name who only signs the source or speaks in it."""
    names = []
    for actor in leaf.book.dossier.actors.values():
        if actor.voice and any(
            leaf.book.mentions[key].anchor.source_id == source.id
            for key in actor.mention_ids
            if key in leaf.book.mentions
        ):
            roles = ", ".join(role.title for role in actor.roles)
            names.append(f"{actor.name} ({roles})" if roles else actor.name)
    return names


def _mentioned(leaf: Leaf, event: Event) -> Entry:
    parts = [safe(event.title), leaf.date(event.dating), leaf.evidence(event.anchors, MOST_CHIPS)]
    return Entry((join(" ", parts),))


def _citation(leaf: Leaf, source: Source) -> Md:
    authors = ", ".join(author.value for author in source.authors if author.value)
    published = source.published.value or "no date stated"
    publisher = source.publisher.value or "no publisher stated"
    title = source.title.value or source.path
    line = f"{authors or 'No author stated'}, “{title}”, {publisher}, {published}."
    return tag("p", line, class_="citation") + Md("\n") + cite(leaf, title, ())
