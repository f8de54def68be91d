"""The page of one actor."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.anchors import make_anchor
from dossier.model import Actor, Alias, Event, Mention, Participation, RoleHeld, SourceId
from dossier.render.cards import claim_entry, finding_card, quotation_card
from dossier.render.excerpt import sentence_words
from dossier.render.leaf import MOST_CHIPS, Leaf, chips, reviewed_chip
from dossier.render.markdown import Md, escape_part, join, safe
from dossier.render.markup import Entry, bullets, table, tag, terms
from dossier.render.views.relation import relation_table
from dossier.render.views.shared import cite, in_blocks
from dossier.render.words import count, hint, label
from dossier.vocabulary import MentionForm

_OPENING, _CLOSING = frozenset("“‘\"'„«"), frozenset("”’\"'“»")


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor's page, section by section."""

    title: str
    particulars: Md
    summary: Md
    note: Md
    roles: Md
    naming: Md
    events: Md
    said_by: Md
    said_about: Md
    claims: Md
    relations: Md
    findings: Md
    mentions: Md
    citation: Md


def view_actor(leaf: Leaf, actor: Actor) -> ActorView:
    """Word an actor's page.

    Args:
        leaf: The page.
        actor: The actor.
    """
    book = leaf.book
    mentions = [book.mentions[key] for key in actor.mention_ids if key in book.mentions]
    anchors = [mention.anchor for mention in mentions]
    return ActorView(
        title=actor.name,
        particulars=_particulars(leaf, actor),
        summary=leaf.prose(actor.summary),
        note=leaf.prose(actor.note),
        roles=table(
            ("Office or function", "Status", "As of", "Evidence"),
            [_role(leaf, role) for role in actor.roles],
        ),
        naming=table(
            ("Source", "Name used", "In quotation marks", "Lines"), _naming(leaf, mentions)
        ),
        events=table(
            ("Date", "Event", "Part", "Status"),
            [_part(leaf, event, part) for event, part in book.parts.get(actor.id, ())],
        ),
        said_by=in_blocks(quotation_card(leaf, q) for q in book.said_by.get(actor.id, ())),
        said_about=in_blocks(quotation_card(leaf, q) for q in book.said_about.get(actor.id, ())),
        claims=bullets([claim_entry(leaf, claim) for claim in book.claims_on.get(actor.id, ())]),
        relations=relation_table(leaf, book.links_of.get(actor.id, ())),
        findings=in_blocks(finding_card(leaf, f) for f in book.findings_on.get(actor.id, ())),
        mentions=bullets(_contexts(leaf, mentions), "contexts"),
        citation=cite(leaf, actor.name, anchors),
    )


def _particulars(leaf: Leaf, actor: Actor) -> Md:
    edits = [where for where in actor.origin if where.startswith("seeds/")]
    kind = tag("span", label(actor.kind), title=hint(actor.kind))
    unnamed = tag("span", "not named by any source", class_="chip chip-unnamed")
    return terms(
        [
            ("Kind", kind if actor.named else join(" ", [kind, unnamed])),
            ("Side", leaf.prose(actor.side)),
            ("Also named", join("; ", [_alias(leaf, alias) for alias in actor.aliases])),
            ("Review", reviewed_chip(actor.reviewed)),
            ("Shaped by", join(", ", [tag("code", where) for where in edits])),
        ]
    )


def _alias(leaf: Leaf, alias: Alias) -> Md:
    evidence = leaf.evidence(alias.anchors, MOST_CHIPS)
    return join(" ", [tag("span", alias.name, dir="auto"), evidence])


def _role(leaf: Leaf, role: RoleHeld) -> Entry:
    title = leaf.prose(role.title)
    if role.note:
        title = join(" ", [title, tag("span", leaf.prose(role.note), class_="note")])
    when = leaf.day(role.as_of) or safe("not said")
    if role.ended is not None:
        when = when + Md("; ended ") + leaf.day(role.ended)
    status = tag("span", label(role.status), title=hint(role.status))
    return Entry((title, status, when, leaf.evidence(role.anchors)), css="reported")


def _naming(leaf: Leaf, mentions: Sequence[Mention]) -> list[Entry]:
    """One row for each form of the name in each source, in order of first use."""
    groups: dict[tuple[SourceId, str, str], list[Mention]] = {}
    for mention in mentions:
        if mention.form is MentionForm.PRONOUN:
            continue
        term = f"{mention.title} {mention.anchor.exact}".strip()
        key = mention.anchor.source_id, term, _marks(leaf, mention)
        groups.setdefault(key, []).append(mention)
    entries = []
    for (source_id, term, marks), group in groups.items():
        lines = [mention.anchor for mention in group]
        cells = (
            leaf.labelled(source_id),
            tag("span", term, dir="auto"),
            marks,
            chips(leaf.evidence(lines, MOST_CHIPS), Md(count(len(group), "time"))),
        )
        entries.append(Entry(cells, css="reported"))
    return entries


def _marks(leaf: Leaf, mention: Mention) -> str:
    """Say what of a name stands in quotation marks."""
    text = leaf.book.dossier.sources[mention.anchor.source_id].text
    before = text[mention.anchor.start - 1 : mention.anchor.start]
    after = text[mention.anchor.end : mention.anchor.end + 1]
    if mention.title_quoted:
        return "the title"
    if before in _OPENING and after in _CLOSING and before:
        return "yes"
    return "no (adjective)" if mention.form is MentionForm.ADJECTIVE else "no"


def _part(leaf: Leaf, event: Event, part: Participation) -> Entry:
    role = part.role
    if part.according_to:
        role = join(" ", [f"{role}, according to", leaf.who(part.according_to)])
    status = join(" ", [leaf.status(event), leaf.evidence(event.anchors, MOST_CHIPS)])
    return Entry((leaf.event_date(event), leaf.event(event.id), role, status))


def _contexts(leaf: Leaf, mentions: Sequence[Mention]) -> list[Entry]:
    """One entry for each sentence that names the actor."""
    held: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.form is not MentionForm.PRONOUN:
            held.setdefault(mention.sentence_id, []).append(mention)
    return [_context_entry(leaf, sentence_id, group) for sentence_id, group in held.items()]


def _context_entry(leaf: Leaf, sentence_id: str, mentions: Sequence[Mention]) -> Entry:
    sentence = leaf.book.sentences[sentence_id]
    source = leaf.book.dossier.sources[sentence.source_id]
    whole = make_anchor(source, sentence.start, sentence.end)
    words = leaf.as_printed(whole, _context(leaf, sentence_id, mentions))
    return Entry((join(" ", [words, leaf.evidence([whole])]),), css="reported")


def _context(leaf: Leaf, sentence_id: str, mentions: Sequence[Mention]) -> Md:
    book = leaf.book
    sentence = book.sentences[sentence_id]
    source = book.dossier.sources[sentence.source_id]
    if not book.shows_whole(source):
        return safe(sentence_words(book, sentence))
    parts: list[Md] = []
    position = sentence.start
    for mention in sorted(mentions, key=lambda mention: mention.anchor.start):
        start, end = mention.anchor.start, mention.anchor.end
        if start < position:
            continue
        parts += [
            escape_part(source.text[position:start]),
            tag("mark", escape_part(source.text[start:end])),
        ]
        position = end
    return join("", [*parts, escape_part(source.text[position : sentence.end])])
