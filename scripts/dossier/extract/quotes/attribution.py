"""Say whose a quotation is: the rules, in the order in which they are tried.

What stands right beside the quotation comes first (“…,” said X; X: “…”), then the reporting
word that governs it from the left, then attributions that govern the whole sentence ("…, X
said", "according to X"). Carrying a speaker over from one quotation to the next is left to
``quotes``, which sees them all.
"""

import re

from dossier.extract.quotes.auxiliaries import WINDOW
from dossier.extract.quotes.credit import (
    ADJACENT,
    Attribution,
    attribution_of,
    is_speech_like,
    mention_of,
    starts_at,
)
from dossier.extract.quotes.cues import ACCORDING, MASK, Cue, Layout
from dossier.extract.quotes.from_left import (
    governed_from_left,
    subject_before_colon,
    text_of_somebody,
)
from dossier.extract.quotes.marks import Quoted
from dossier.extract.quotes.phrases import (
    Speaker,
    author_behind,
    is_self,
    of_mention,
    only_premodifiers,
    phrase_after,
)
from dossier.extract.quotes.speakers import speaker_of_cue
from dossier.extract.quotes.words import next_word
from dossier.vocabulary import ActorKind, PassageKind

_LONG = 6
_JOINING = re.compile(r"\s*,?\s*(?:and|or|but|in|of|to|for|with|as|on|while|which|who|that)\b")
_WORD_OF = re.compile(
    r"\.?,? (?:(?:That|This) )?(?:is|was|are|were|remains?|came)(?: as)? (?:the|a) "
    r"(?:[a-z]{2,15} )?(?P<noun>[a-z]{4,15}) (?:of|from|by|given by|offered by) "
)
_WORDS_OF = frozenset({"advice", "view", "motto", "conclusion", "assessment", "description"})
"""Nouns beside those of texts for what somebody says: "“…” is the advice of Novak"."""
_WAS_HOW = re.compile(r",? (?:was|is) how ")
_IS = re.compile(r"\b(?:is|are|was|were|remains?) (?:simply |just |only )?\Z")
_DASH = re.compile(r"\s*(?:[―—–]|--?(?=\s))\s*")
_VERB_FIRST = re.compile(r"\s*,?\s*\Z")
_ADVERB_GAP = re.compile(r"\s*,?\s*(?:[a-z]+ly\s+|also\s+|then\s+|later\s+|has\s+|had\s+)?\Z")


def attribute(layout: Layout, quoted: Quoted) -> Attribution | None:
    """Find whose a quoted stretch is from its own sentence.

    Args:
        layout: The text.
        quoted: An outermost quoted stretch of it.

    Returns:
        The first attribution a rule finds; None if the sentence names nobody, or names the
        article itself, whose own words nobody else has said.
    """
    for rule in _RULES:
        found = rule(layout, quoted)
        if found:
            return None if is_self(layout, found.speaker) else found
    return None


def _beside_right(layout: Layout, quoted: Quoted) -> Attribution | None:
    """“…,” said X · “…,” X said · “…,” according to X."""
    end = min(layout.sentence_at(quoted.start).end, quoted.end + ADJACENT)
    stop = layout.masked.find(MASK, quoted.end, end)
    end = stop if stop >= 0 else end
    speech = is_speech_like(layout, quoted) or _WAS_HOW.match(layout.masked, quoted.end, end)
    if not speech or _JOINING.match(layout.masked, quoted.end, end):
        return None
    for cue in layout.cues_between(quoted.end, end)[:3]:
        between = layout.masked[quoted.end : cue.start]
        if cue.use == ACCORDING:
            speaker = phrase_after(layout, cue.end) if _VERB_FIRST.match(between) else None
            said = governed_from_left(layout, quoted)
            return said or attribution_of(speaker, cue, "according")
        if cue.use == "issues" or cue.participle or _is_added(layout, cue, end):
            continue
        if _ADVERB_GAP.match(between) and cue.use != "tells":
            speaker = phrase_after(layout, cue.end)
            author = author_behind(layout, speaker) if speaker else None
            return attribution_of(author or speaker, cue, "verb-speaker")
        speaker = speaker_of_cue(layout, cue, passive=cue.use == "quotes")
        if speaker and starts_at(layout, quoted.end, speaker):
            return attribution_of(speaker, cue, "speaker-verb")
        if between.count(",") % 2 == 1 and not between.lstrip().startswith(","):
            break
    return None


def _is_added(layout: Layout, cue: Cue, end: int) -> bool:
    """Whether a verb says who speaks, and another that they do: "Novak, who denies it, said"."""
    before = layout.masked[max(0, cue.start - len(" who ")) : cue.start]
    return before == " who " and bool(layout.cues_between(cue.end, end))


def _is_word_of(layout: Layout, quoted: Quoted) -> Attribution | None:
    """“…” is the advice of X · “…” was the message from X."""
    match = _WORD_OF.match(layout.masked, quoted.end, quoted.end + ADJACENT)
    if match is None or match["noun"] not in layout.text_nouns | _WORDS_OF:
        return None
    speaker = phrase_after(layout, match.end())
    return Attribution(speaker, None, "word-of") if speaker and speaker.mention_id else None


def _dash(layout: Layout, quoted: Quoted) -> Attribution | None:
    """“…” — X, as pull quotes and posts sign."""
    end = layout.passage_at(quoted.start).end
    match = _DASH.match(layout.masked, quoted.end, end)
    if match is None:
        return None
    for mention in layout.mentions_between(match.end(), end)[:1]:
        gap = layout.masked[match.end() : mention.anchor.start]
        rest = layout.masked[mention.anchor.end : mention.anchor.end + 2].strip()
        if only_premodifiers(gap, mention) and (not rest or rest[0] in ",.(@"):
            return Attribution(of_mention(mention), None, "dash")
    return None


def _colon(layout: Layout, quoted: Quoted) -> Attribution | None:
    """X: “…” at the head of a paragraph, as transcripts and headlines write it."""
    passage = layout.passage_at(quoted.start)
    lead = layout.masked[passage.start : quoted.start]
    stripped = lead.rstrip()
    if len(lead) > ADJACENT or not stripped.endswith(":"):
        return None
    for mention in layout.mentions_between(passage.start, quoted.start)[-1:]:
        tail = lead[mention.anchor.end - passage.start :].strip()
        head = lead[: mention.anchor.start - passage.start]
        if tail == ":" and only_premodifiers(head, mention):
            return Attribution(of_mention(mention), None, "colon")
    return None


def _sentence_final(layout: Layout, quoted: Quoted) -> Attribution | None:
    """The plan is “dead” and will not come back, X said."""
    sentence = layout.sentence_at(quoted.start)
    tail_start = max(quoted.end, sentence.end - ADJACENT)
    if layout.passage_at(quoted.start).kind is PassageKind.TITLE and tail_start == quoted.end:
        return None
    for cue in reversed(layout.cues_between(tail_start, sentence.end)[-2:]):
        comma = layout.masked.rfind(",", quoted.end, cue.start)
        if comma < 0 or cue.participle or cue.use in {"labels", "issues"}:
            continue
        if cue.use == ACCORDING:
            if not layout.masked[comma + 1 : cue.start].strip():
                return attribution_of(phrase_after(layout, cue.end), cue, "according")
            continue
        speaker = speaker_of_cue(layout, cue)
        after = layout.masked[cue.end : sentence.end]
        if speaker and _closes(layout, comma, speaker, after):
            return attribution_of(speaker, cue, "final")
    return None


def _closes(layout: Layout, comma: int, speaker: Speaker, after: str) -> bool:
    """Whether ", X said" ends the sentence, but for a day or a setting."""
    lead = layout.masked[comma + 1 : max(comma + 1, speaker.start)]
    return only_premodifiers(lead, mention_of(layout, speaker)) and (
        len(after.split()) <= _LONG and "," not in after and " that " not in after
    )


def _in_whose_eyes(layout: Layout, quoted: Quoted) -> Attribution | None:
    """For X, who opened them, they are “…”: what something is to somebody."""
    sentence = layout.sentence_at(quoted.start)
    opener = next_word(layout.masked, sentence.start, quoted.start)
    if opener is None or opener[0] != "For" or quoted.start - sentence.start > WINDOW:
        return None
    speaker = phrase_after(layout, opener[1])
    mention = mention_of(layout, speaker) if speaker else None
    if speaker is None or mention is None or mention.kind is not ActorKind.PERSON:
        return None
    set_off = layout.masked[speaker.end : speaker.end + 1] == ","
    return (
        Attribution(speaker, None, "for")
        if set_off and _IS.search(layout.masked, speaker.end, quoted.start)
        else None
    )


def _according_first(layout: Layout, quoted: Quoted) -> Attribution | None:
    """According to X, the plan is “dead”."""
    sentence = layout.sentence_at(quoted.start)
    for cue in layout.cues_between(sentence.start, sentence.start + 1):
        if cue.use == ACCORDING and quoted.start - cue.end <= WINDOW:
            return attribution_of(phrase_after(layout, cue.end), cue, "according")
    return None


_RULES = (
    _beside_right,
    _is_word_of,
    _dash,
    _colon,
    governed_from_left,
    text_of_somebody,
    subject_before_colon,
    _sentence_final,
    _according_first,
    _in_whose_eyes,
)
