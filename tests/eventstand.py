"""Event cases: sentences in which names and dates are marked by hand.

A case is independent of how names and dates are found: ``[Ada Berg:person]`` is a mention,
``<Friday:weekday>`` a date expression. In several articles the same name is the same actor;
``[she=Ada Berg:pronoun]`` says whom a word means, ``[Narvik@Norland:place]`` where a place is,
and ``<Friday=2021-05-07:weekday>`` what a date means.
"""

import re
from dataclasses import replace

from dossier.anchors import make_anchor
from dossier.dates import parse_edtf
from dossier.extract.events.find import find_event_mentions
from dossier.extract.quotes.find import find_quotes
from dossier.extract.sentences import find_sentences
from dossier.ids import make_id, slugify
from dossier.model import (
    Actor,
    Calendar,
    Dating,
    Extraction,
    Mention,
    Place,
    TimeExpression,
    Timex,
)
from dossier.resolve.events.events import resolve_events
from dossier.settings import Settings, load_lexicon
from dossier.vocabulary import ActorKind, DateBasis, MentionForm, PassageKind, TimexForm
from standins import make_source

LEXICON = load_lexicon(None)
SETTINGS = Settings("Test", lexicon=LEXICON)

KINDS = {
    "person": ActorKind.PERSON,
    "state": ActorKind.STATE,
    "body": ActorKind.PUBLIC_BODY,
    "org": ActorKind.ORGANIZATION,
    "medium": ActorKind.MEDIUM,
    "group": ActorKind.GROUP,
    "place": ActorKind.PLACE,
}
FORMS = {
    "pronoun": MentionForm.PRONOUN,
    "adjective": MentionForm.ADJECTIVE,
    "nominal": MentionForm.NOMINAL,
}
EXPRESSIONS = {
    "weekday": TimeExpression(TimexForm.WEEKDAY, weekday=4),
    "day": TimeExpression(TimexForm.ABSOLUTE, edtf="2021-05-07"),
    "month": TimeExpression(TimexForm.ABSOLUTE, edtf="2021-05"),
    "year": TimeExpression(TimexForm.ABSOLUTE, edtf="2021"),
    "ago": TimeExpression(TimexForm.RELATIVE, unit="week", amount=-1),
    "span": TimeExpression(TimexForm.DURATION, unit="day", amount=2),
    "after": TimeExpression(TimexForm.RELATIVE, unit="year", amount=-2, counted_from="happening"),
}

_MARKED = re.compile(r"[\[<]([^\[\]<>=@:]+)(?:=([^@:\[\]<>]+))?(?:@([^:\[\]<>]+))?:([\w ]+)[\]>]")


class Marked:
    """An article with its marks taken off."""

    def __init__(self, source_id, text, published="", captions=()):
        self.marks = []
        plain, end = "", 0
        for match in _MARKED.finditer(text):
            plain += text[end : match.start()]
            start = len(plain)
            plain += match[1]
            self.marks.append((start, len(plain), match[0][0], *match.groups()[1:]))
            end = match.end()
        self.source = make_source(source_id, plain + text[end:], published)
        passages = [
            replace(one, kind=PassageKind.CAPTION) if one.first_line in captions else one
            for one in self.source.passages
        ]
        self.source = replace(self.source, passages=tuple(passages))
        self.sentences = find_sentences(self.source, LEXICON)
        self.mentions, self.timexes = [], []
        self.means = {}
        for start, stop, kind, means, within, words in self.marks:
            add = self._add_mention if kind == "[" else self._add_date
            add(start, stop, means, within, words.split())

    def _sentence(self, start):
        return next(s for s in self.sentences if s.start <= start < s.end)

    def _add_mention(self, start, stop, means, within, words):
        anchor = make_anchor(self.source, start, stop)
        kind = next((KINDS[word] for word in words if word in KINDS), None)
        form = next((FORMS[word] for word in words if word in FORMS), MentionForm.NAME)
        mention = Mention(
            make_id("m", self.source.id, start, anchor.exact),
            anchor,
            self._sentence(start).id,
            means or anchor.exact,
            form,
            kind,
        )
        self.mentions.append(mention)
        self.means[mention.id] = within or ""

    def _add_date(self, start, stop, means, _within, words):
        anchor = make_anchor(self.source, start, stop)
        timex = Timex(
            make_id("t", self.source.id, start, anchor.exact),
            anchor,
            self._sentence(start).id,
            EXPRESSIONS[words[0]],
        )
        self.timexes.append(timex)
        self.means[timex.id] = means or ""

    def extract(self):
        quotes = find_quotes(self.source, self.sentences, tuple(self.mentions), LEXICON)
        mentions, timexes = tuple(self.mentions), tuple(self.timexes)
        return Extraction(
            self.source.id,
            self.sentences,
            mentions,
            timexes,
            quotes,
            find_event_mentions(self.source, self.sentences, mentions, timexes, quotes, LEXICON),
        )


TITLE = "A headline about nothing in particular"


def extract(text, *, title=TITLE, captions=()):
    """Extract from an article whose headline is the first line."""
    return Marked("s", f"{title}\n{text}", captions=captions).extract()


def show_mention(mention, extraction):
    """One line for an event mention, without its score."""
    names = {one.id: one.anchor.exact for one in extraction.mentions}
    dates = {one.id: one.anchor.exact for one in extraction.timexes}
    line = f"{mention.event_type.value}: {mention.trigger.exact}"
    if mention.timex_id:
        line += f" @ {dates[mention.timex_id]}"
    if mention.modality.value != "happened":
        line += f" ({mention.modality.value})"
    for part in mention.participants:
        line += f" | {part.role.value} {names[part.mention_id]}"
    if mention.according_to:
        line += f" | says {names[mention.according_to]}"
    return line + (f" | hedge {mention.hedge}" if mention.hedge else "")


def resolve(articles):
    """Resolve articles given as ``{id, published, text}``; a name is an actor."""
    marked = [
        Marked(
            one["id"], one["text"].strip(), str(one.get("published", "")), one.get("captions", ())
        )
        for one in articles
    ]
    sources = tuple(one.source for one in marked)
    extractions = tuple(one.extract() for one in marked)
    actors, places = _cast(marked)
    calendar = Calendar(
        {
            source.id: Dating(source.published_on, DateBasis.EXPLICIT)
            for source in sources
            if source.published_on is not None
        },
        {
            timex.id: Dating(
                parse_edtf(one.means[timex.id]),
                DateBasis.EXPLICIT if timex.anchor.exact[:1].isdigit() else DateBasis.RELATIVE,
                (timex.anchor,),
            )
            for one in marked
            for timex in one.timexes
            if one.means[timex.id]
        },
    )
    events, problems = resolve_events(sources, extractions, actors, places, calendar, SETTINGS)
    assert problems == ()
    return sources, extractions, actors, events


def _cast(marked):
    """An actor for each name, a place for each name of a place."""
    actors, places = {}, {}
    for one in marked:
        for mention in one.mentions:
            if mention.kind is ActorKind.PLACE:
                within = one.means[mention.id]
                places.setdefault(mention.name, (within, []))[1].append(mention.id)
            elif mention.form is not MentionForm.ADJECTIVE:
                actors.setdefault(mention.name, []).append(mention)
    return (
        tuple(
            Actor(
                id=slugify(name),
                kind=next((m.kind for m in found if m.kind), ActorKind.ORGANIZATION),
                name=name,
                mention_ids=tuple(mention.id for mention in found),
                named=any(mention.form is MentionForm.NAME for mention in found),
            )
            for name, found in sorted(actors.items())
        ),
        tuple(
            Place(
                id=slugify(name),
                name=name,
                within=within,
                precision=_precision(name, within),
                mention_ids=tuple(found),
            )
            for name, (within, found) in sorted(places.items())
        ),
    )


def _precision(name, within):
    if name.endswith(" Hall"):
        return "site"
    return "city" if within else "country"


def show_event(event):
    """One line for an event: when, what kind, title, who tells it."""
    when = event.dating.value.edtf if event.dating else "undated"
    told = sorted({anchor.source_id for anchor in event.anchors})
    return f"{when} {event.event_type.value}: {event.title} [{' '.join(told)}]"
