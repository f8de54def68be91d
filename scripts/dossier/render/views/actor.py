"""The page of one actor."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.anchors import make_anchor
from dossier.ids import make_id
from dossier.model import Actor, Alias, Anchor, Event, Mention, Participation, RoleHeld
from dossier.render.cards import claim_entry, finding_entry, quotation_card
from dossier.render.chips import chip, reviewed_chip, say_date, unnamed_chip
from dossier.render.citations import cite_actor
from dossier.render.cite import cite_openly
from dossier.render.excerpt import keep_pieces, sentence_words
from dossier.render.leaf import MOST_CHIPS, MOST_IN_A_LINE, Leaf
from dossier.render.linked import describe_actor, write_linked
from dossier.render.links import event_page, link, source_page
from dossier.render.markdown import Md, escape_part, join, safe
from dossier.render.markup import Entry, address_once, bullets, fold, table, tag, terms
from dossier.render.naming import forms_by_source
from dossier.render.views.compare import compare_actor
from dossier.render.views.network import draw_ego
from dossier.render.views.shared import in_blocks, list_forms, summarise
from dossier.render.views.ties import tie_table
from dossier.render.words import capital, count, hint, label
from dossier.vocabulary import MentionForm, RoleStatus

MOST_CONTEXTS = 60
"""Sentences shown that name the actor; of the rest only the lines are given."""


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
    ego: Md
    relations: Md
    compare: Md
    findings: Md
    mentions: Md
    citation: Md
    linked: Md


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
        summary=summarise(leaf, actor.summary),
        note=leaf.prose(actor.note),
        roles=table(
            ("Office or function", "As of", "Evidence"),
            address_once(_role(leaf, role) for role in actor.roles),
            "facts roles",
        ),
        naming=table(("Source", "Names used"), _naming(leaf, mentions), "facts naming"),
        events=table(
            ("Date", "Event", "Part", "Status and evidence"),
            [_part(leaf, event, part) for event, part in book.parts.get(actor.id, ())],
            "facts parts",
        ),
        said_by=in_blocks(quotation_card(leaf, q) for q in book.said_by.get(actor.id, ())),
        said_about=in_blocks(quotation_card(leaf, q) for q in book.said_about.get(actor.id, ())),
        claims=bullets([claim_entry(leaf, claim) for claim in book.claims_on.get(actor.id, ())]),
        ego=draw_ego(leaf, actor),
        relations=_ties(leaf, actor),
        compare=compare_actor(leaf, actor),
        findings=bullets([finding_entry(leaf, f) for f in book.findings_on.get(actor.id, ())]),
        mentions=_contexts(leaf, mentions),
        citation=cite_openly(cite_actor(book, actor, anchors)),
        linked=write_linked(describe_actor(leaf.page, actor)),
    )


def _ties(leaf: Leaf, actor: Actor) -> Md:
    """Lay out what ties an actor to others, and links to those that have no page."""
    ties = leaf.book.ties_of.get(actor.id, ())
    held = {relation.id for tie in ties for relation in tie.relations}
    links = leaf.book.links_of.get(actor.id, ())
    return tie_table(leaf, ties, [relation for relation in links if relation.id not in held])


def _particulars(leaf: Leaf, actor: Actor) -> Md:
    edits = [where for where in actor.origin if where.startswith("seeds/")]
    kind = tag("span", label(actor.kind), title=hint(actor.kind))
    return terms(
        [
            ("Kind", kind if actor.named else join(" ", [kind, unnamed_chip()])),
            ("Side", leaf.prose(actor.side)),
            ("Also named", join("; ", [_alias(leaf, alias) for alias in actor.aliases])),
            ("Review", reviewed_chip(actor.reviewed)),
            ("Shaped by", join(", ", [tag("code", where) for where in edits])),
        ]
    )


def _alias(leaf: Leaf, alias: Alias) -> Md:
    evidence = leaf.evidence(alias.anchors, MOST_CHIPS, f"{leaf.page}#naming")
    return join(" ", [tag("span", alias.name, dir="auto"), evidence])


def _role(leaf: Leaf, role: RoleHeld) -> Entry:
    title = leaf.prose(capital(role.title))
    if role.status is not RoleStatus.CURRENT:
        title = join(" ", [title, chip("role", label(role.status), hint(role.status))])
    if role.note:
        title = join(" ", [title, tag("span", leaf.prose(role.note), class_="note")])
    when = say_date(role.as_of) if role.as_of else safe("Not said")
    if role.ended is not None:
        when = when + Md("; ended ") + say_date(role.ended, opens=False)
    evidence = leaf.evidence(role.anchors, MOST_IN_A_LINE, f"{leaf.page}#naming")
    key = make_id("office", role.title, role.as_of and role.as_of.edtf)
    return Entry((title, when, evidence), id=key)


def _naming(leaf: Leaf, mentions: Sequence[Mention]) -> list[Entry]:
    """One row for each source; in it each form of the name, in order of first use."""
    return [
        Entry((leaf.labelled(source_id), list_forms(leaf, forms)))
        for source_id, forms in forms_by_source(leaf.book, mentions).items()
    ]


def _part(leaf: Leaf, event: Event, part: Participation) -> Entry:
    role = capital(part.role)
    if part.according_to:
        role = join(" ", [f"{role}, according to", leaf.who(part.according_to)])
    evidence = leaf.evidence(event.anchors, MOST_CHIPS, event_page(event.id))
    status = join(" ", [leaf.standing(event), evidence])
    return Entry((leaf.event_date(event), leaf.event(event.id), role, status))


def _contexts(leaf: Leaf, mentions: Sequence[Mention]) -> Md:
    """Show each sentence that names the actor; by line the rest, and those with no other words."""
    held: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.form is not MentionForm.PRONOUN:
            held.setdefault(mention.sentence_id, []).append(mention)
    alone = {key: group for key, group in held.items() if _stands_alone(leaf, key, group)}
    groups = [(key, group) for key, group in held.items() if key not in alone]
    entries = [_context_entry(leaf, key, group) for key, group in groups[:MOST_CONTEXTS]]
    return join(
        Md("\n"),
        [
            bullets(entries, "contexts"),
            _by_line(leaf, [group for _, group in groups[MOST_CONTEXTS:]], "more sentence", ""),
            _by_line(leaf, list(alone.values()), "sentence", " of which only the name is shown"),
        ],
    )


def _stands_alone(leaf: Leaf, sentence_id: str, mentions: Sequence[Mention]) -> bool:
    """Whether nothing of a sentence may be shown but the actor's own name."""
    sentence = leaf.book.sentences[sentence_id]
    source = leaf.book.dossier.sources[sentence.source_id]
    if leaf.book.shows_whole(source):
        return False
    pieces = keep_pieces(source, sentence, leaf.book.evidence[sentence_id])
    named = [mention.anchor for mention in mentions]
    return all(any(one.start < p.end and p.start < one.end for one in named) for p in pieces)


def _by_line(leaf: Leaf, groups: Sequence[Sequence[Mention]], what: str, why: str) -> Md:
    if not groups:
        return Md("")
    lines = tag(
        "p", join(" ", _lines(leaf, [group[0].anchor for group in groups])), class_="more-lines"
    )
    return fold(f"{count(len(groups), what)}{why}, by line", lines)


def _lines(leaf: Leaf, anchors: Sequence[Anchor]) -> list[Md]:
    """Link to lines without their words."""
    links = []
    before = ""
    for anchor in anchors:
        locator = leaf.book.locator_at(anchor)
        shown = locator.rpartition(":")[2] if anchor.source_id == before else locator
        fragment = leaf.book.fragment_at(anchor)
        links.append(link(leaf.page, source_page(anchor.source_id), shown, fragment))
        before = anchor.source_id
    return links


def _context_entry(leaf: Leaf, sentence_id: str, mentions: Sequence[Mention]) -> Entry:
    sentence = leaf.book.sentences[sentence_id]
    source = leaf.book.dossier.sources[sentence.source_id]
    whole = make_anchor(source, sentence.start, sentence.end)
    words = leaf.as_printed(whole, _context(leaf, sentence_id, mentions))
    return Entry((join(" ", [words, leaf.evidence([whole])]),))


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
