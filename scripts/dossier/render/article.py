"""An article on its page: sentence by sentence, with what rests on each beside it.

It goes into the page as one raw HTML block, so that Python-Markdown passes over it in linear
time however long it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.model import Mention, Passage, Sentence, Source
from dossier.render.excerpt import sentence_words
from dossier.render.leaf import Leaf
from dossier.render.links import actor_page, href
from dossier.render.markdown import Md, escape_part, flatten, join, safe
from dossier.render.markup import Entry, block, bullets, fold, tag
from dossier.render.uses import Place, Use
from dossier.render.words import count, label
from dossier.vocabulary import MentionForm, PassageKind

Uses = Mapping[Place, tuple[Use, ...]]

STATES = ("used", "boilerplate", "opinion", "unused")
"""What the dossier makes of a sentence; every sentence is exactly one of these."""

SAID_OF_UNUSED = {
    "boilerplate": "boilerplate",
    "opinion": "opinion, not used",
    "unused": "not used",
}

_NAMING = frozenset({MentionForm.NAME, MentionForm.NOMINAL})


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of an article; or a whole paragraph that was not split.

    Attributes:
        passage: The paragraph.
        sentence: The sentence; None for a whole paragraph.
        fragment: Its fragment address.
        uses: What rests on it.
        is_opinion: Whether the source judges or guesses in it in its own voice.
    """

    passage: Passage
    sentence: Sentence | None
    fragment: str
    uses: tuple[Use, ...]
    is_opinion: bool = False

    @property
    def state(self) -> str:
        """One of ``STATES``; what is used is so whatever else it is."""
        if self.uses:
            return "used"
        if not self.passage.kind.tells:
            return "boilerplate"
        return "opinion" if self.is_opinion else "unused"


def split_article(leaf: Leaf, source: Source, uses: Uses) -> tuple[tuple[Unit, ...], ...]:
    """Lay an article out by paragraph and sentence.

    Args:
        leaf: The source's page.
        source: The source.
        uses: What rests on each place.
    """
    book = leaf.book
    held: dict[int, list[Sentence]] = {}
    for sentence in book.dossier.extractions[source.id].sentences:
        held.setdefault(sentence.passage, []).append(sentence)
    paragraphs = []
    for passage in source.passages:
        whole = book.passage_fragments[source.id, passage.index]
        split: list[tuple[Sentence | None, str]] = [
            (sentence, book.fragments[sentence.id]) for sentence in held.get(passage.index, ())
        ]
        paragraphs.append(
            tuple(
                Unit(
                    passage,
                    sentence,
                    fragment,
                    uses.get((source.id, fragment), ()),
                    sentence is not None and sentence.id in book.opinions,
                )
                for sentence, fragment in split or [(None, whole)]
            )
        )
    return tuple(paragraphs)


def count_states(paragraphs: Sequence[Sequence[Unit]]) -> Mapping[str, int]:
    """Count units by what the dossier makes of them; the four add up to all."""
    counts = dict.fromkeys(STATES, 0)
    for units in paragraphs:
        for unit in units:
            counts[unit.state] += 1
    return counts


def render_article(leaf: Leaf, source: Source, paragraphs: Sequence[Sequence[Unit]]) -> Md:
    """Print a source's text.

    Args:
        leaf: The source's page.
        source: The source.
        paragraphs: Its units.

    Returns:
        One block without empty lines. Where the source may not be printed, each sentence is
        cut down to names, dates and quoted words.
    """
    named = _mentions_by_sentence(leaf, source)
    lines = [_paragraph(leaf, source, units, named) for units in paragraphs]
    whole = leaf.book.shows_whole(source)
    return block("div", lines, "article article-whole" if whole else "article article-cut")


def _paragraph(
    leaf: Leaf, source: Source, units: Sequence[Unit], named: Mapping[str, Sequence[Mention]]
) -> Md:
    passage = units[0].passage
    fragment = leaf.book.passage_fragments[source.id, passage.index]
    line = tag(
        "a",
        str(passage.first_line),
        class_="line",
        href=f"#{fragment}",
        aria_label=f"Line {passage.first_line}",
    )
    words = [_unit(leaf, source, unit, named, numbered=len(units) > 1) for unit in units]
    if passage.kind is not PassageKind.BODY:
        words.insert(0, tag("span", label(passage.kind), class_="kind"))
    text = tag("p", join(" ", words), class_="text")
    margin = [_margin(leaf, unit, numbered=len(units) > 1) for unit in units]
    css = f"passage passage-{passage.kind.value}"
    return block(
        "div", [line, text, block("div", margin, "uses") if margin else ""], css, id=fragment
    )


def _unit(
    leaf: Leaf,
    source: Source,
    unit: Unit,
    named: Mapping[str, Sequence[Mention]],
    *,
    numbered: bool,
) -> Md:
    """Print a sentence; one of several carries its number, as locators give it."""
    css = f"sentence {unit.state}"
    events = " ".join(dict.fromkeys(u.page for u in unit.uses if u.kind == "event"))
    if unit.sentence is None:
        # The paragraph carries the address already.
        words = _whole_paragraph(leaf, source, unit.passage)
        return tag("span", words, class_=css, data_events=events)
    if leaf.book.shows_whole(source):
        text = _linked(leaf, source, unit.sentence, named.get(unit.sentence.id, ()))
    else:
        text = safe(sentence_words(leaf.book, unit.sentence))
    number = str(unit.sentence.number) if numbered else ""
    return tag(
        "span",
        text,
        id=unit.fragment,
        class_=css,
        dir="auto",
        data_number=number,
        data_events=events,
    )


def _whole_paragraph(leaf: Leaf, source: Source, passage: Passage) -> str:
    if not leaf.book.shows_whole(source):
        return "…"
    return flatten(source.text[passage.start : passage.end])


def _linked(leaf: Leaf, source: Source, sentence: Sentence, mentions: Sequence[Mention]) -> Md:
    """Print a sentence with its actors linked."""
    parts: list[Md] = []
    position = sentence.start
    for mention in mentions:
        start, end = mention.anchor.start, mention.anchor.end
        if start < position or end > sentence.end:
            continue
        target = actor_page(leaf.book.mentioned_actor[mention.id])
        words = escape_part(source.text[start:end])
        parts += [
            escape_part(source.text[position:start]),
            tag("a", words, class_="mention", href=href(leaf.page, target)),
        ]
        position = end
    return join("", [*parts, escape_part(source.text[position : sentence.end])])


def _margin(leaf: Leaf, unit: Unit, *, numbered: bool) -> Md:
    """Count what rests on a sentence, and list it folded away; or say what it is instead."""
    which = f"Sentence {unit.sentence.number}: " if numbered and unit.sentence else ""
    if not unit.uses:
        said = which + SAID_OF_UNUSED[unit.state]
        return tag("p", said, class_=f"state state-{unit.state}")
    held: dict[tuple[str, str], list[Use]] = {}
    for use in unit.uses:
        held.setdefault((use.page, use.title), []).append(use)
    items = bullets([Entry((_use(leaf, uses),)) for uses in held.values()], "use-list")
    return fold(f"{which}{count(len(held), 'use')}", items, "use")


def _use(leaf: Leaf, uses: Sequence[Use]) -> Md:
    """Name one thing that rests on a sentence, be it in several ways."""
    kinds = ", ".join(dict.fromkeys(use.kind for use in uses))
    way = href(leaf.page, uses[0].page, uses[0].fragment)
    return join(" ", [tag("span", kinds, class_="kind"), tag("a", uses[0].title, href=way)])


def _mentions_by_sentence(leaf: Leaf, source: Source) -> Mapping[str, Sequence[Mention]]:
    named: dict[str, list[Mention]] = {}
    for mention in leaf.book.dossier.extractions[source.id].mentions:
        actor_id = leaf.book.mentioned_actor.get(mention.id)
        if mention.form in _NAMING and leaf.book.has_page(actor_id):
            named.setdefault(mention.sentence_id, []).append(mention)
    return named
