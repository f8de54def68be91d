"""Small sources and candidates made by hand, for tests of what comes after extraction.

A source is given as lines; a line is a paragraph, a sentence ends at a full stop and a space.
"""

import hashlib
import re
from dataclasses import replace

from dossier.anchors import make_anchor, sentence_of
from dossier.dates import parse_edtf
from dossier.ids import make_id
from dossier.model import (
    Actor,
    Alias,
    Anchor,
    Calendar,
    Dating,
    Dossier,
    Event,
    EventMention,
    Extraction,
    Fact,
    Mention,
    Participant,
    Participation,
    Passage,
    Place,
    Quotation,
    Quote,
    Sentence,
    Source,
    TimeExpression,
    Timex,
)
from dossier.vocabulary import (
    ActorKind,
    DateBasis,
    EventType,
    FactBasis,
    MentionForm,
    Modality,
    PassageKind,
    QuoteKind,
    Role,
    SourceFormat,
    TimexForm,
)


def make_source(source_id, text, published="", label=""):
    """A source whose lines are paragraphs: the first is the title, empty ones are skipped."""
    passages, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            kind = PassageKind.BODY if passages else PassageKind.TITLE
            end = start + len(line.rstrip())
            passages.append(Passage(len(passages), start, end, kind, number, number))
        start += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    stated = FactBasis.STATED if published else FactBasis.NOT_STATED
    return Source(
        id=source_id,
        label=label or source_id,
        path=f"seeds/articles/{source_id}.txt",
        format=SourceFormat.TEXT,
        sha256=digest,
        size=len(text.encode()),
        lines=text.count("\n") + 1,
        original=None,
        title=Fact(text.split("\n")[0], FactBasis.STATED),
        publisher=Fact("", FactBasis.NOT_STATED),
        authors=(Fact("", FactBasis.NOT_STATED),),
        published=Fact(published, stated),
        published_on=parse_edtf(published) if published else None,
        markers=(),
        url="",
        language="eng",
        passages=tuple(passages),
        text=text,
        text_sha256=digest,
    )


def make_sentences(source):
    """Sentences of a stand-in source."""
    found = []
    for passage in source.passages:
        text = source.text[passage.start : passage.end]
        starts = [0, *(hit.end() for hit in re.finditer(r"\.\s+", text))]
        ends = [*(hit.start() + 1 for hit in re.finditer(r"\.\s+", text)), len(text)]
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
            found.append(
                Sentence(
                    f"{source.id}:L{passage.first_line}.{number}",
                    source.id,
                    passage.index,
                    number,
                    passage.start + start,
                    passage.start + end,
                )
            )
    return tuple(found)


def find(source, words, nth=1) -> Anchor:
    """The ``nth`` place where the words stand."""
    hits = [hit.start() for hit in re.finditer(re.escape(words), source.text)]
    return make_anchor(source, hits[nth - 1], hits[nth - 1] + len(words))


class Desk:
    """Collects sources and candidates, and lays out the draft that ``resolve`` would make."""

    def __init__(self):
        self.sources, self.parts = {}, {}
        self.actors, self.places, self.events = {}, {}, {}
        self.quotations, self.relations = [], []
        self.timexes = {}

    def source(self, source_id, text, published="", label=""):
        source = make_source(source_id, text, published, label)
        self.sources[source_id] = source
        self.parts[source_id] = Extraction(source_id, make_sentences(source), (), (), (), ())
        return source

    def _add(self, source_id, **found):
        part = self.parts[source_id]
        for name, one in found.items():
            both = (*getattr(part, name), one)
            place = "content" if name == "quotes" else "anchor"
            ordered = tuple(sorted(both, key=lambda each: getattr(each, place).start))
            part = replace(part, **{name: ordered})
        self.parts[source_id] = part

    def mention(self, source_id, words, nth=1, kind=ActorKind.PERSON, form=MentionForm.NAME):
        anchor = find(self.sources[source_id], words, nth)
        sentence = sentence_of(anchor, self.parts[source_id])
        one = Mention(
            make_id("m", source_id, anchor.start, words), anchor, sentence.id, words, form, kind
        )
        self._add(source_id, mentions=one)
        return one

    def actor(self, actor_id, *mentions, kind=ActorKind.PERSON):
        names = {}
        for one in mentions:
            if one.form is MentionForm.PRONOUN:
                continue
            names.setdefault(one.name, []).append(one.anchor)
        name = max(names, key=len)
        aliases = tuple(
            Alias(alias, tuple(anchors))
            for alias, anchors in sorted(names.items())
            if alias != name
        )
        ids = tuple(one.id for one in mentions)
        self.actors[actor_id] = Actor(actor_id, kind, name, aliases, ids)
        return self.actors[actor_id]

    def place(self, place_id, *mentions, within=""):
        anchors = tuple(one.anchor for one in mentions)
        ids = tuple(one.id for one in mentions)
        self.places[place_id] = Place(
            place_id, mentions[0].name, within, anchors=anchors, mention_ids=ids
        )
        return self.places[place_id]

    def timex(self, source_id, words, edtf, nth=1, basis=DateBasis.RELATIVE):
        anchor = find(self.sources[source_id], words, nth)
        sentence = sentence_of(anchor, self.parts[source_id])
        one = Timex(
            make_id("t", source_id, anchor.start, words),
            anchor,
            sentence.id,
            TimeExpression(TimexForm.WEEKDAY, weekday=2),
        )
        self._add(source_id, timexes=one)
        if edtf:
            self.timexes[one.id] = Dating(parse_edtf(edtf), basis, (anchor,))
        return one

    def quotation(self, quotation_id, source_id, *pieces, kind=QuoteKind.MIXED, **more):
        quotes = []
        for words in pieces:
            anchor = find(self.sources[source_id], words)
            sentence = sentence_of(anchor, self.parts[source_id])
            quote = Quote(make_id("q", source_id, anchor.start, words), anchor, sentence.id, kind)
            self._add(source_id, quotes=quote)
            quotes.append(quote)
        self.quotations.append(
            Quotation(
                quotation_id,
                tuple(quote.id for quote in quotes),
                tuple(quote.content for quote in quotes),
                kind,
                speaker_ids=tuple(more.get("speakers", ())),
                speaker_label=more.get("label", ""),
                chain=tuple(more.get("chain", ())),
            )
        )

    def report(self, source_id, trigger, event_type, *, nth=1, timex=None, score=0.8, actors=()):
        source = self.sources[source_id]
        anchor = find(source, trigger, nth)
        sentence = sentence_of(anchor, self.parts[source_id])
        one = EventMention(
            make_id("em", source_id, anchor.start, trigger),
            make_anchor(source, sentence.start, sentence.end),
            sentence.id,
            anchor,
            EventType(event_type),
            tuple(Participant(one.id, Role.PARTICIPANT) for one in actors),
            timex.id if timex else None,
            Modality.HAPPENED,
            "",
            None,
            score,
        )
        self._add(source_id, event_mentions=one)
        return one

    def event(self, event_id, *reports, actors=(), place=None, title="", **more):
        dated = [one.timex_id for one in reports if one.timex_id]
        anchors = tuple(one.anchor for one in reports)
        self.events[event_id] = Event(
            event_id,
            reports[0].event_type,
            title or f"{reports[0].event_type.value}: automatic",
            self.timexes.get(dated[0]) if dated else None,
            place_id=place,
            participants=tuple(
                Participation(actor, "participant", anchors=anchors[:1]) for actor in actors
            ),
            mention_ids=tuple(one.id for one in reports),
            anchors=anchors,
            score=max(one.score for one in reports),
            **more,
        )
        return self.events[event_id]

    def draft(self):
        """The dossier as ``resolve`` hands it over."""
        published = {
            source.id: Dating(source.published_on, DateBasis.EXPLICIT)
            for source in self.sources.values()
            if source.published_on
        }
        order = sorted(
            self.sources, key=lambda one: (one not in published, self.sources[one].published.value)
        )
        return Dossier(
            sources={one: self.sources[one] for one in order},
            extractions={one: self.parts[one] for one in order},
            calendar=Calendar(published, dict(self.timexes)),
            actors=dict(sorted(self.actors.items(), key=lambda pair: pair[1].name)),
            places=dict(self.places),
            events=dict(self.events),
            quotations=tuple(self.quotations),
            relations=tuple(self.relations),
        )
