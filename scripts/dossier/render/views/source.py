"""The page of one source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.anchors import make_anchor
from dossier.model import Anchor, Event, Fact, Framing, Quotation, Source, SourceNote
from dossier.render.article import Uses, count_states, render_article, split_article
from dossier.render.attributed import names_behind, reserve_chips, say_credit
from dossier.render.book import AT_A_DISTANCE
from dossier.render.cards import addresses_of_copies, finding_entry, places_of, quotation_card
from dossier.render.chips import chip, chips, class_tag, reviewed_chip, say_date
from dossier.render.citations import cite_source
from dossier.render.cite import cite_openly
from dossier.render.dated import how_dated
from dossier.render.excerpt import words_of
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.linked import describe_source, write_linked
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, quoted, table, tag, terms
from dossier.render.views.compare import compare_source
from dossier.render.views.framing import profile
from dossier.render.views.lists import say_copy
from dossier.render.views.origins import chain_table
from dossier.render.views.shared import cite, in_blocks
from dossier.render.words import capital, count, hint, label
from dossier.vocabulary import DateBasis


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
    compare: Md
    quotations: Md
    at_a_distance: Md
    framing: Md
    findings: Md
    voices: Md
    mentioned: Md
    citation: Md
    linked: Md


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
        particulars=table(
            ("Particular", "Value", "How known"), _facts(leaf, source, note), "facts particulars"
        ),
        date=how_dated(leaf, published) if published and _is_worked_out(leaf, source) else Md(""),
        file=_file(source),
        markers=bullets([Entry((_fact(leaf, source, marker),)) for marker in source.markers]),
        carries=chain_table(leaf, source, quotations),
        shown=_shown(leaf, source),
        coverage=_coverage(counts),
        article=render_article(leaf, source, paragraphs),
        events=table(
            ("Date", "Event", "How it tells it", "Evidence"), _events(leaf, source), "facts events"
        ),
        compare=compare_source(leaf, source),
        quotations=in_blocks(
            quotation_card(leaf, q) for q in quotations if q.kind not in AT_A_DISTANCE
        ),
        at_a_distance=bullets(
            [distant_entry(leaf, q) for q in quotations if q.kind in AT_A_DISTANCE], "distant"
        ),
        framing=profile(leaf, book.dossier.framings.get(source.id, Framing(source.id))),
        findings=bullets(
            [finding_entry(leaf, f) for f in book.dossier.findings if _rests_on(source, f.sides)]
        ),
        voices=bullets(_voices(leaf, source)),
        mentioned=bullets(_mentioned(leaf, source)),
        citation=_citation(leaf, source),
        linked=write_linked(describe_source(book, leaf.page, source)),
    )


def _rests_on(source: Source, anchors: tuple[Anchor, ...]) -> bool:
    return any(anchor.source_id == source.id for anchor in anchors)


def _is_worked_out(leaf: Leaf, source: Source) -> bool:
    """Whether there is more to say of a source's date than the particulars do."""
    published = leaf.book.dossier.calendar.published.get(source.id)
    if published is None:
        return False
    told = {step.text.strip().rstrip(".") for step in published.steps}
    return bool(
        published.basis is not DateBasis.EXPLICIT
        or published.weekday_check
        or told - {source.published.note.strip().rstrip(".")}
    )


def _facts(leaf: Leaf, source: Source, note: SourceNote) -> list[Entry]:
    named = [("Title", source.title)]
    named += [("Author", author) for author in source.authors]
    named += [("Outlet", source.publisher)]
    entries = [Entry((name, fact.value or "—", _basis(leaf, source, fact))) for name, fact in named]
    entries.append(_published(leaf, source))
    entries += [
        Entry(("Origin", copied, "Nearly all of its text stands there; the two count as one."))
        for copied in say_copy(leaf, source)
    ]
    if source.url:
        entries.append(Entry(("Address", tag("code", source.url), "")))
    is_assessed = bool(note.origin)
    grade = join(" ", [tag("strong", label(note.reliability)), safe(hint(note.reliability))])
    reason = capital(note.reason.rstrip(".")) + "."
    why = join(" ", [class_tag("Assessed") if is_assessed else "", leaf.prose(reason)])
    entries.append(Entry(("Reliability", grade, why)))
    entries.append(Entry(("Review", reviewed_chip(note.reviewed), "")))
    return entries


def _published(leaf: Leaf, source: Source) -> Entry:
    """Say when the source appeared; the address to which chips of its date lead."""
    published = leaf.book.dossier.calendar.published.get(source.id)
    if _is_worked_out(leaf, source):
        value = leaf.date(published, leaf.page)
        return Entry(("Published", value, _basis(leaf, source, source.published)))
    value = say_date(published.value) if published else safe("—")
    return Entry(("Published", value, _basis(leaf, source, source.published)), id="date")


def _basis(leaf: Leaf, source: Source, fact: Fact) -> Md:
    kind = f"basis chip-basis-{fact.basis.name.lower().replace('_', '-')}"
    parts: list[str] = [chip(kind, label(fact.basis).lower(), hint(fact.basis))]
    if fact.note:
        parts.append(f"{capital(fact.note.rstrip('.'))}.")
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
            way = f"#{leaf.book.passage_fragments[source.id, passage.index]}"
            title = f"Line {line} of the file"
            return tag("a", locator, class_="chip chip-evidence", href=way, title=title)
    return chip("evidence", locator, f"Line {line} of the file, which holds none of the text")


def _file(source: Source) -> Md:
    original = source.original
    return terms(
        [
            ("File", tag("code", source.path)),
            ("Format", f"{label(source.format)}. {hint(source.format)}"),
            ("Language", tag("code", source.language)),
            ("Size", f"{count(source.size, 'byte')}, {count(source.lines, 'line')}"),
            (
                "Left out",
                f"{count(source.stripped, 'character')} that cannot be seen: such marks hide or "
                "reorder what stands beside them."
                if source.stripped
                else "",
            ),
            ("SHA-256", tag("code", source.sha256)),
            ("Original file", tag("code", original.file) if original else ""),
            ("Its SHA-256", tag("code", original.sha256) if original else ""),
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
    named = {
        "used": "used",
        "boilerplate": "boilerplate (share lines, tags and the like)",
        "opinion": "opinion (the source judges or guesses)",
        "unused": "not used",
    }
    parts = [f"{counts[state]} {shown}" for state, shown in named.items() if counts[state]]
    words = f"{count(total, 'sentence')}: {', '.join(parts)}."
    return tag("p", join(" ", [words, class_tag("Derived")]), class_="coverage")


def _events(leaf: Leaf, source: Source) -> list[Entry]:
    rows = []
    for event, telling in leaf.book.tells.get(source.id, ()):
        relation = tag("span", label(telling.telling), title=hint(telling.telling))
        # All of them, so that without scripts as well a row leads to exactly its sentences.
        told = [a for a in event.anchors if a.source_id == source.id]
        evidence = leaf.evidence(_by_sentence(leaf, source, told) or telling.anchors)
        rows.append(Entry((leaf.event_date(event), leaf.event(event.id), relation, evidence)))
    return rows


def _by_sentence(leaf: Leaf, source: Source, anchors: Iterable[Anchor]) -> list[Anchor]:
    """The sentences that anchors touch, each an anchor of its own."""
    return [
        make_anchor(source, sentence.start, sentence.end)
        for anchor in anchors
        for sentence in leaf.book.sentences_at(anchor)
    ]


def distant_entry(leaf: Leaf, quotation: Quotation) -> Entry:
    """Word quoted words that nobody is said to say here."""
    words = join(" … ", [words_of(leaf.book, a, spoken=True) for a in quotation.anchors])
    kind = chip("kind", label(quotation.kind), hint(quotation.kind))
    note = tag("span", leaf.prose(quotation.note), class_="note") if quotation.note else ""
    parts = [quoted(words), note, chips(leaf.evidence(places_of(leaf, quotation)), kind)]
    return Entry((join(" ", parts) + addresses_of_copies(leaf, quotation),), id=quotation.id)


def _voices(leaf: Leaf, source: Source) -> list[Entry]:
    """Name who only signs the source or speaks in it."""
    entries = []
    for actor in leaf.book.dossier.actors.values():
        keys = actor.mention_ids if actor.voice else ()  # few are, however many are named
        found = [leaf.book.mentions[key] for key in keys if key in leaf.book.mentions]
        anchors = [m.anchor for m in found if m.anchor.source_id == source.id]
        if anchors:
            roles = ", ".join(role.title for role in actor.roles)
            named = f"{actor.name}, {roles}" if roles else actor.name
            entries.append(Entry((join(" ", [named, leaf.evidence(anchors, MOST_CHIPS)]),)))
    return entries


def _mentioned(leaf: Leaf, source: Source) -> list[Entry]:
    """Name what is not taken up as an event, with whoever says so where no article states it.

    What is told in a word or two ("Ruling") stands together in the last line.
    """
    told = [one for one in leaf.book.dossier.mentioned if _rests_on(source, one.anchors)]
    names = names_behind(leaf.book.dossier.actors.values()) if told else {}
    entries, in_a_word = [], []
    for event in told:
        evidence = leaf.evidence(event.anchors, MOST_CHIPS)
        if _is_in_a_word(event):
            in_a_word.append(join(" ", [event.title, evidence]))
            continue
        when = say_date(event.dating.value, opens=False) if event.dating else ""
        words = join(", ", [event.title, when, say_credit(leaf.book, event, names)])
        entries.append(
            Entry((join(" ", [words, reserve_chips(leaf.book, event, names), evidence]),))
        )
    if in_a_word:
        entries.append(Entry((Md("In a word or two: ") + join("; ", in_a_word),)))
    return entries


def _is_in_a_word(event: Event) -> bool:
    """Whether a title is a bare word ("Ruling"), or two of nobody ("Second quake")."""
    return len(event.title.split()) <= (1 if event.participants else 2)


def _citation(leaf: Leaf, source: Source) -> Md:
    title = source.title.value or source.path
    cited = cite_openly(cite_source(leaf.book, source))
    return cited + Md("\n") + cite(leaf, title, ())
