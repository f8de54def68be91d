"""How each source words things, side by side; and the phrases that come back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.dates import sort_key
from dossier.model import Dating, Framing, Lineage, Quotation, SourceId, Term
from dossier.render.book import is_restated
from dossier.render.cards import finding_card
from dossier.render.chips import say_date
from dossier.render.copied import is_copy
from dossier.render.leaf import MOST_CHIPS, Leaf
from dossier.render.links import QUOTATIONS, href, source_page
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, table, tag, terms
from dossier.render.views.shared import in_blocks
from dossier.render.words import capital, count
from dossier.vocabulary import FindingType, Telling

MOST_ACTORS = 12
"""Actors whose doings are compared, those that appear most first."""

MOST_EVENTS = 8
"""Events named that one source alone tells; the rest are counted."""

ABOUT_FRAMING = frozenset(
    {
        FindingType.ASYMMETRIC_TITLES,
        FindingType.ENTITY_SUBSTITUTION,
        FindingType.HEADLINE_BODY_DRIFT,
        FindingType.FRAMING_OF_SAME_EVENT,
        FindingType.DIVERGENT_SELECTION,
    }
)


@dataclass(frozen=True, slots=True)
class SourceFraming:
    """One source's section."""

    title: str
    id: str
    lead: Md
    body: Md


@dataclass(frozen=True, slots=True)
class FramingView:
    """The comparison of sources."""

    count: str
    sources: tuple[SourceFraming, ...]
    agency: Md
    findings: Md


def view_framing(leaf: Leaf) -> FramingView:
    """Word how each source frames what it tells."""
    dossier = leaf.book.dossier
    told = _told_alone(leaf)
    findings = [one for one in dossier.findings if one.finding_type in ABOUT_FRAMING]
    return FramingView(
        count=count(len(dossier.sources), "source"),
        sources=tuple(
            SourceFraming(
                dossier.sources[key].label,
                f"source-{key}",
                _introduce(leaf, key),
                join(Md("\n"), [profile(leaf, framing), _selection(told.get(key, []))]),
            )
            for key, framing in dossier.framings.items()
        ),
        agency=_agency(leaf),
        findings=in_blocks(finding_card(leaf, finding) for finding in findings),
    )


def _introduce(leaf: Leaf, source_id: SourceId) -> Md:
    if not is_restated(leaf.book.dossier.sources[source_id]):
        return leaf.source(source_id)
    return leaf.source(source_id) + Md(
        ". Retold here, so that only the words it is quoted with are counted."
    )


def profile(leaf: Leaf, framing: Framing) -> Md:
    """Word one source's terms; every one leads to its places."""
    return terms(
        [
            ("Loaded terms", _words(leaf, framing.labels)),
            ("Words of judgement", _words(leaf, framing.opinions)),
            ("Hedges", _words(leaf, framing.hedges)),
            ("Words of saying", _words(leaf, framing.verbs)),
        ]
    )


def _words(leaf: Leaf, used: Sequence[Term]) -> Md:
    """Words with the number of times, most used first."""
    shown = []
    for term in sorted(used, key=lambda term: (-len(term.anchors), term.words.casefold())):
        anchor = term.anchors[0]
        way = href(leaf.page, source_page(anchor.source_id), leaf.book.fragment_at(anchor))
        places = ", ".join(dict.fromkeys(leaf.book.locator_at(one) for one in term.anchors))
        times = f" ({len(term.anchors)})" if len(term.anchors) > 1 else ""
        shown.append(tag("a", f"“{term.words}”{times}", href=way, title=places, class_="name"))
    return join(", ", shown)


def _told_alone(leaf: Leaf) -> dict[SourceId, list[Md]]:
    """Events that one text tells and every other is silent on although it could know."""
    alone: dict[SourceId, list[Md]] = {}
    for event in leaf.book.dossier.events.values():
        telling = [one for one in event.tellings if one.telling not in _UNTOLD]
        silent = [one for one in event.tellings if one.telling is Telling.SILENT]
        texts = {leaf.book.dossier.origins.get(one.source_id, one.source_id) for one in telling}
        if len(texts) == 1 and silent:
            for one in telling:
                alone.setdefault(one.source_id, []).append(leaf.event(event.id))
    return alone


_UNTOLD = frozenset({Telling.SILENT, Telling.COULD_NOT_KNOW})


def _selection(alone: Sequence[Md]) -> Md:
    shown = alone[:MOST_EVENTS]
    rest = len(alone) - len(shown)
    words = join("; ", [*shown, f"{rest} more" if rest else ""])
    return terms([(f"Tells alone ({len(alone)})", words)]) if alone else Md("")


def _agency(leaf: Leaf) -> Md:
    """Who does and to whom is done, by source, for the actors that appear most."""
    dossier = leaf.book.dossier
    weights: Counter[str] = Counter()
    for framing in dossier.framings.values():
        if is_copy(dossier, framing.source_id):
            continue
        weights.update(framing.acts)
        weights.update(framing.undergoes)
    known = [key for key in weights if leaf.book.has_page(key)]
    most = sorted(known, key=lambda key: (-weights[key], key))[:MOST_ACTORS]
    rows = []
    for key in most:
        acts = [(f, f.acts.get(key, 0)) for f in dossier.framings.values()]
        undergoes = [(f, f.undergoes.get(key, 0)) for f in dossier.framings.values()]
        rows.append(Entry((leaf.actor(key), _by_source(leaf, acts), _by_source(leaf, undergoes))))
    return table(("Actor", "Does something", "Something is done to it"), rows, "facts agency")


def _by_source(leaf: Leaf, counts: Sequence[tuple[Framing, int]]) -> Md:
    sources = leaf.book.dossier.sources
    held = [
        join(" ", [tag("span", sources[f.source_id].label, class_="locator"), f"({number})"])
        for f, number in counts
        if number
    ]
    return join(", ", held)


@dataclass(frozen=True, slots=True)
class PhrasesView:
    """Phrases that come back."""

    count: str
    body: Md


def view_phrases(leaf: Leaf) -> PhrasesView:
    """Word each phrase with its uses in time; every use opens its sentence."""
    lineages = leaf.book.dossier.lineages
    rows = []
    for lineage in lineages:
        said = {}
        for key, _ in lineage.uses:
            dating, _ = _said_on(leaf, leaf.book.quotations[key])
            said[key] = sort_key(dating.value if dating else None)
        keys = sorted(said, key=lambda key: said[key])
        uses = bullets([_use(leaf, lineage, key) for key in keys], "uses", "ol")
        rows.append(Entry((safe(f"“{lineage.words}”"), uses), id=lineage.id))
    return PhrasesView(
        count(len(lineages), "phrase"), table(("Phrase", "Uses"), rows, "facts phrases")
    )


def _said_on(leaf: Leaf, quotation: Quotation) -> tuple[Dating | None, bool]:
    """When words were said, and whether that is only the day on which they were published."""
    dossier = leaf.book.dossier
    event = dossier.events.get(quotation.event_id)
    if event and event.dating:
        return event.dating, False
    return dossier.calendar.published.get(quotation.anchors[0].source_id), True


def _use(leaf: Leaf, lineage: Lineage, key: str) -> Entry:
    quotation = leaf.book.quotations[key]
    anchor = dict(lineage.uses)[key]
    speakers = [leaf.actor(one) for one in quotation.speaker_ids]
    speaker = join(", ", speakers) or leaf.prose(capital(quotation.speaker_label))
    dating, published_only = _said_on(leaf, quotation)
    when = say_date(dating.value) if dating else safe("Undated")
    published = "(published)" if dating and published_only else ""
    said = join(" ", [when, published, speaker + Md(":"), leaf.words(anchor)])
    whole = tag("a", quotation.id, class_="chip chip-id", href=href(leaf.page, QUOTATIONS, key))
    return Entry((join(" ", [said, leaf.evidence([anchor], MOST_CHIPS), whole]),))
