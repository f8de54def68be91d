"""The dossier, opened at any place: what belongs to what, looked up once for all pages.

``Dossier`` keeps each thing once. Pages ask the other way round: which sentence holds these
words, what rests on this sentence, where does this actor take part. ``open_book`` answers all
of that in one pass, in the order in which pages show it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.anchors import sentences_of
from dossier.independence import weigh
from dossier.model import (
    Actor,
    ActorId,
    Anchor,
    Claim,
    Dossier,
    Event,
    EventId,
    EventMention,
    EventMentionId,
    Finding,
    Mention,
    MentionId,
    Participation,
    Passage,
    Quotation,
    Relation,
    Sentence,
    SentenceId,
    Source,
    SourceId,
    SourceTelling,
    Timex,
    TimexId,
)
from dossier.render.chapters import Outline
from dossier.render.course import Course
from dossier.render.names import NameIndex
from dossier.render.pairs import Pairs
from dossier.render.ties import Tie
from dossier.settings import Settings
from dossier.vocabulary import FullText, QuoteKind, SourceFormat

AT_A_DISTANCE = frozenset({QuoteKind.SCARE, QuoteKind.TITLE})
"""Words between quotation marks that nobody is said to say there."""


@dataclass(frozen=True, slots=True)
class Book:
    """A dossier with its indexes.

    Attributes:
        dossier: Everything the pages say.
        settings: What the project decided.
        fragments: Fragment address of every sentence, by id.
        passage_fragments: Fragment address of every passage, by source and index.
        mentions: By id.
        timexes: By id.
        reports: Sentences that report an event, by the id of the event mention.
        sentences: By id.
        mentioned_actor: The published actor behind a mention, by mention id.
        parts: Events in which an actor takes part, with the part, by actor, in event order.
        tells: Events that a source tells of, with how it does, by source, in event order.
        said_by: Quotations by speaker.
        said_at: Quotations by event.
        said_about: Quotations by an actor they name, other than the speaker.
        links_of: Relations by actor, either side.
        links_at: Relations by event.
        claims_on: Claims that belong to no event, by the actor they are about.
        findings_on: Findings by the event or actor they touch.
        evidence: Names, dates and quoted words in a sentence, in text order.
        spoken: Ranges between quotation marks, by source, in text order.
        split: Passages of more than one sentence, by source and index.
        quotations: By id.
        said_once: Quotations without those that a copy gives again.
        repeated: Quotations that copies give again, by the id of the first.
        times_named: How often each actor is named, what copies share counted once.
        opinions: Sentences in which the source judges or guesses in its own voice.
        names: Page of the actor or event that a name can only mean.
        ties: What ties actors to each other, the strongest first.
        ties_of: Those of an actor, in the same order.
        outline: The pages of the timeline.
        course: What comes before and after each event.
        pairs: Actors and sources that stand side by side on a page of their own.
    """

    dossier: Dossier
    settings: Settings
    fragments: Mapping[SentenceId, str]
    passage_fragments: Mapping[tuple[SourceId, int], str]
    mentions: Mapping[MentionId, Mention]
    timexes: Mapping[TimexId, Timex]
    reports: Mapping[EventMentionId, EventMention]
    sentences: Mapping[SentenceId, Sentence]
    mentioned_actor: Mapping[MentionId, ActorId]
    parts: Mapping[ActorId, tuple[tuple[Event, Participation], ...]]
    tells: Mapping[SourceId, tuple[tuple[Event, SourceTelling], ...]]
    said_by: Mapping[ActorId, tuple[Quotation, ...]]
    said_at: Mapping[EventId, tuple[Quotation, ...]]
    said_about: Mapping[ActorId, tuple[Quotation, ...]]
    links_of: Mapping[ActorId, tuple[Relation, ...]]
    links_at: Mapping[EventId, tuple[Relation, ...]]
    claims_on: Mapping[str, tuple[Claim, ...]]
    findings_on: Mapping[str, tuple[Finding, ...]]
    evidence: Mapping[SentenceId, tuple[Anchor, ...]]
    spoken: Mapping[SourceId, tuple[tuple[int, int], ...]]
    split: frozenset[tuple[SourceId, int]]
    quotations: Mapping[str, Quotation]
    said_once: tuple[Quotation, ...]
    repeated: Mapping[str, tuple[Quotation, ...]]
    times_named: Mapping[ActorId, int]
    opinions: frozenset[SentenceId]
    names: NameIndex
    ties: tuple[Tie, ...]
    ties_of: Mapping[ActorId, tuple[Tie, ...]]
    outline: Outline
    course: Course
    pairs: Pairs

    def has_page(self, actor_id: ActorId | None) -> bool:
        """Whether an actor has a page; one who only signs or speaks in sources has none."""
        actor = self.dossier.actors.get(actor_id or "")
        return actor is not None and not actor.voice

    def published_actors(self) -> tuple[Actor, ...]:
        """Actors with a page, by name."""
        return tuple(actor for actor in self.dossier.actors.values() if not actor.voice)

    def sentences_at(self, anchor: Anchor) -> tuple[Sentence, ...]:
        """Sentences that words touch; none where nothing was split, as in a tag."""
        return sentences_of(anchor, self.dossier.extractions[anchor.source_id])

    def passage_at(self, anchor: Anchor) -> Passage | None:
        """Find the paragraph in which words begin."""
        passages = self.dossier.sources[anchor.source_id].passages
        place = bisect_right(passages, anchor.start, key=lambda passage: passage.start) - 1
        return passages[place] if place >= 0 else None

    def fragment_at(self, anchor: Anchor) -> str:
        """Fragment address of the sentence or, failing that, the paragraph of some words."""
        touched = self.sentences_at(anchor)
        if touched:
            return self.fragments[touched[0].id]
        passage = self.passage_at(anchor)
        if passage is None:
            return ""
        return self.passage_fragments[anchor.source_id, passage.index]

    def locator_at(self, anchor: Anchor) -> str:
        """Write where words stand, the same on every page.

        Returns:
            ``001:L7``; in a paragraph of several sentences ``001:L7.2``, and ``001:L7.1-2``
            for words that run over more than one.
        """
        locator = f"{self.dossier.sources[anchor.source_id].label}:L{self.line_at(anchor)}"
        touched = self.sentences_at(anchor)
        if not touched:
            return locator
        first, last = touched[0].number, touched[-1].number
        if (anchor.source_id, touched[0].passage) not in self.split or last < first:
            return locator
        return f"{locator}.{first}" if first == last else f"{locator}.{first}-{last}"

    def line_at(self, anchor: Anchor) -> int:
        """Line of the original file on which the paragraph of some words begins."""
        passage = self.passage_at(anchor)
        return passage.first_line if passage else 1

    def shows_whole(self, source: Source) -> bool:
        """Whether pages may print a source's running text."""
        if self.settings.full_text is FullText.LICENSED:
            return True
        return self.settings.full_text is FullText.RESTATED and is_restated(source)


def is_restated(source: Source) -> bool:
    """Whether a source is told in the dossier's own words."""
    return source.format is SourceFormat.RESTATED or source.original is not None


def count_origins(book: Book, anchors: Iterable[Anchor]) -> tuple[int, int, int]:
    """Count what stands behind something.

    Args:
        book: The dossier.
        anchors: The words it rests on.

    Returns:
        Documents, outlets and origins, as ``independence`` weighs them.
    """
    backing = weigh(book.dossier, anchors)
    return backing.documents, backing.outlets, backing.origins
