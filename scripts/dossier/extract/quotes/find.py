"""Find quotations and say whose they are.

The quoted stretches of the telling passages are classified one after another, because a
quotation may carry on the one before it: after an interruption (“…,” she said, “…”), in the
next sentence, or in the next paragraph. Nothing is invented: where no rule names a speaker,
the quotation has none.
"""

import re
from dataclasses import dataclass, replace

from dossier.anchors import make_anchor
from dossier.extract.quotes.antecedents import settle_speaker
from dossier.extract.quotes.attribution import attribute
from dossier.extract.quotes.blocks import find_blocks, find_posts
from dossier.extract.quotes.carriers import find_carrier
from dossier.extract.quotes.credit import Attribution
from dossier.extract.quotes.cues import Layout, lay_out
from dossier.extract.quotes.indirect import find_indirect
from dossier.extract.quotes.kinds import classify, is_elided
from dossier.extract.quotes.marks import Quoted
from dossier.extract.quotes.neighbours import following_sentence, previous_sentence
from dossier.ids import make_id
from dossier.model import Mention, Quote, Sentence, Source
from dossier.settings import Lexicon
from dossier.vocabulary import PassageKind, QuoteKind

_SPOKEN = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})
_CARRIED_WORDS = 5
_MAX_INTERRUPTION = 120
_LETTERS = re.compile(r"\w")
_TOLD_OF = re.compile(r"\s*(?:That|This|So|Such|Thus|These|Those)\b")
_LOOK_BEHIND = 16
_BESIDE = frozenset({"verb-speaker", "speaker-verb", "according"})


@dataclass(frozen=True, slots=True)
class _Draft:
    """A quoted stretch on its way to becoming a quotation."""

    quoted: Quoted
    attribution: Attribution | None
    quote: Quote


def find_quotes(
    source: Source,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
) -> tuple[Quote, ...]:
    """Find all quotations of a source.

    Args:
        source: The article.
        sentences: Its sentences, as ``find_sentences`` gives them.
        mentions: Its mentions, in text order.
        lexicon: Used are ``reporting_verbs``, ``text_nouns``, ``work_nouns`` and
            ``media_nouns``.

    Returns:
        Quotations in order of their first word, of every ``QuoteKind``. A quotation inside
        another is part of it. ``speaker_id`` is the id of one of ``mentions`` or None; where
        the speaker's words are no mention, only ``speaker_words`` is set.

    Raises:
        SettingsError: A reporting verb has a use that is not known.
    """
    layout = lay_out(source, sentences, mentions, lexicon)
    drafts: list[_Draft] = []
    for quoted in layout.quoted:
        drafts.append(_draft(layout, quoted, drafts[-1] if drafts else None))
    found = [draft.quote for draft in drafts]
    found += find_posts(layout)
    found += find_blocks(layout)
    found += find_indirect(layout, found)
    return tuple(sorted(found, key=lambda quote: (quote.content.start, -quote.content.end)))


def _draft(layout: Layout, quoted: Quoted, before: _Draft | None) -> _Draft:
    continues = ""
    attribution = None
    if before and _interrupts(layout, before, quoted):
        attribution, continues = before.attribution, before.quote.id
    else:
        attribution = attribute(layout, quoted) or _reportedly(layout, quoted, before)
        if attribution is None and _stands_alone(layout, quoted):
            attribution, continues = _carry_over(layout, quoted, before)
        elif attribution is None and _is_announced(layout, quoted):
            attribution = previous_sentence(layout, quoted, across=True)
        attribution = _settle(layout, attribution, before)
    kind = classify(layout, quoted, attribution)
    if kind not in _SPOKEN:
        attribution, continues = None, ""
    elif continues and before:
        kind = before.quote.kind if before.quote.kind is QuoteKind.DIRECT else kind
    return _Draft(
        quoted,
        attribution,
        _quote(layout, quoted, kind, attribution, continues=continues, before=before),
    )


def _settle(
    layout: Layout, attribution: Attribution | None, before: _Draft | None
) -> Attribution | None:
    """An attribution to whoever its words mean, if they only point at somebody."""
    if attribution is None:
        return None
    earlier = before.attribution.speaker if before and before.attribution else None
    return replace(attribution, speaker=settle_speaker(layout, attribution.speaker, earlier))


def _quote(
    layout: Layout,
    quoted: Quoted,
    kind: QuoteKind,
    attribution: Attribution | None,
    *,
    continues: str,
    before: _Draft | None,
) -> Quote:
    source = layout.source
    content = make_anchor(source, quoted.inner_start, quoted.inner_end)
    quote = Quote(
        id=make_id("q", source.id, content.start, content.exact),
        content=content,
        sentence_id=layout.sentence_at(quoted.inner_start).id,
        kind=kind,
        continues=continues,
        elided=is_elided(content.exact),
    )
    if attribution is None:
        return quote
    speaker, cue = attribution.speaker, attribution.cue
    carrier = find_carrier(layout, layout.sentence_at(quoted.start), attribution)
    carrier_words = make_anchor(source, *carrier) if carrier else None
    if continues and before:
        carrier_words = carrier_words or before.quote.carrier_words
    return replace(
        quote,
        cue=make_anchor(source, *cue) if cue else None,
        speaker_words=make_anchor(source, speaker.start, speaker.end),
        speaker_id=speaker.mention_id,
        carrier_words=carrier_words,
    )


def _interrupts(layout: Layout, before: _Draft, quoted: Quoted) -> bool:
    """Whether only the words that say who speaks part two pieces: “…,” she said, “…”."""
    if before.attribution is None or before.quote.kind not in _SPOKEN:
        return False
    gap_start, gap_end = before.quoted.end, quoted.start
    if gap_end - gap_start > _MAX_INTERRUPTION or before.attribution.rule not in _BESIDE:
        return False
    if layout.sentence_at(gap_start - 1) != layout.sentence_at(gap_end):
        return False
    gap = layout.masked[gap_start:gap_end].rstrip()
    extra = [
        cue
        for cue in layout.cues_between(gap_start, gap_end)
        if (cue.start, cue.end) != before.attribution.cue
    ]
    return not extra and gap.endswith((",", ";", "—", "–"))


def _stands_alone(layout: Layout, quoted: Quoted) -> bool:
    """Whether a quoted stretch is all there is to its sentence."""
    sentence = layout.sentence_at(quoted.start)
    left = layout.masked[max(sentence.start, quoted.start - _MAX_INTERRUPTION) : quoted.start]
    right = layout.masked[quoted.end : min(sentence.end, quoted.end + _MAX_INTERRUPTION)]
    return not _LETTERS.search(left) and not _LETTERS.search(right)


def _reportedly(layout: Layout, quoted: Quoted, before: _Draft | None) -> Attribution | None:
    """The same report goes on: Novak also reportedly “…”."""
    if before is None or before.attribution is None or before.attribution.rule != "according":
        return None
    sentence = layout.sentence_at(quoted.start)
    lead = layout.masked[max(sentence.start, quoted.start - _MAX_INTERRUPTION) : quoted.start]
    near = layout.passage_at(before.quoted.start).index == sentence.passage
    return before.attribution if near and "reportedly" in lead.lower() else None


def _is_announced(layout: Layout, quoted: Quoted) -> bool:
    """Whether a quotation opens a paragraph that the one before it ends on a colon."""
    passage = layout.passage_at(quoted.start)
    if quoted.start != passage.start or passage.index == 0:
        return False
    earlier = layout.source.passages[passage.index - 1]
    tail = layout.masked[earlier.start : earlier.end][-_MAX_INTERRUPTION:]
    return earlier.kind is PassageKind.BODY and tail.rstrip().endswith(":")


def _carry_over(
    layout: Layout, quoted: Quoted, before: _Draft | None
) -> tuple[Attribution | None, str]:
    """Take the speaker of a quotation that stands alone from what surrounds it."""
    sentence = layout.sentence_at(quoted.start)
    spoken = before if before and before.quote.kind in _SPOKEN and before.attribution else None
    if spoken and layout.passage_at(spoken.quoted.start).index == sentence.passage:
        if layout.sentence_at(spoken.quoted.start).number >= sentence.number - 1:
            joined = spoken.quote.kind is QuoteKind.DIRECT
            return spoken.attribution, spoken.quote.id if joined else ""
        return previous_sentence(layout, quoted) or spoken.attribution, ""
    if sentence.number > 1:
        return previous_sentence(layout, quoted), ""
    return _carry_into_paragraph(layout, quoted, spoken)


def _carry_into_paragraph(
    layout: Layout, quoted: Quoted, before: _Draft | None
) -> tuple[Attribution | None, str]:
    """Take the speaker of a quotation that opens a paragraph from the paragraph before it."""
    passage = layout.passage_at(quoted.start)
    earlier = layout.source.passages[passage.index - 1] if passage.index else None
    if earlier is None or earlier.kind is not PassageKind.BODY:
        return following_sentence(layout, quoted), ""
    if _is_announced(layout, quoted):
        return previous_sentence(layout, quoted, across=True), ""
    if before and earlier.start <= before.quoted.start < earlier.end:
        if not before.quoted.closed:
            return before.attribution, before.quote.id
        named_next = following_sentence(layout, quoted)
        last = layout.sentence_at(earlier.end - 1)
        spoken = before.quote.kind is QuoteKind.DIRECT
        if (
            spoken
            and named_next is None
            and last.start <= before.quoted.start
            and _goes_on(layout, quoted)
        ):
            return before.attribution, ""
        return named_next, ""
    return following_sentence(layout, quoted), ""


def _goes_on(layout: Layout, quoted: Quoted) -> bool:
    """Whether a paragraph of quoted words goes on with the speech of the one before.

    Few words do so only as a whole sentence of which the next paragraph does not tell: “No
    more!” may be what the crowd calls.
    """
    words = layout.source.text[quoted.inner_start : quoted.inner_end]
    if words.count(" ") >= _CARRIED_WORDS:
        return True
    behind = layout.source.text[quoted.end : quoted.end + _LOOK_BEHIND]
    whole = words[:1].isupper() and (words[-1] in ".?!" or not quoted.closed)
    return whole and _TOLD_OF.match(behind) is None
