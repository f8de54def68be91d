"""Say whose a quotation is: the rules, in the order in which they are tried.

What stands right beside the quotation comes first (“…,” said X; X: “…”), then the reporting
word that governs it from the left, then attributions that govern the whole sentence ("…, X
said", "according to X"). Carrying a speaker over from one quotation to the next is left to
``quotes``, which sees them all.
"""

import re
from dataclasses import dataclass

from dossier.extract.quotes.cues import ACCORDING, MASK, Cue, Layout
from dossier.extract.quotes.marks import Quoted
from dossier.extract.quotes.passive import passive_agent, quoted_speaker
from dossier.extract.quotes.phrases import (
    Speaker,
    is_self,
    of_mention,
    only_premodifiers,
    phrase_after,
)
from dossier.extract.quotes.reach import governs
from dossier.extract.quotes.speakers import WINDOW, is_denied, speaker_of_cue
from dossier.extract.quotes.subjects import main_subject
from dossier.extract.quotes.words import next_word
from dossier.model import Mention
from dossier.vocabulary import ActorKind, MentionForm, PassageKind

ADJACENT = 160
_SPEAKING = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PUBLIC_BODY})
_SHORT = 3
_NEAR = 40
_LONG = 6
_JOINING = re.compile(r"\s*,?\s*(?:and|or|but|in|of|to|for|with|as|on|while|which|who|that)\b")
_WAS_HOW = re.compile(r",? (?:was|is) how ")
_STARTS_SPEAKER = re.compile(r"\s*,?\s*(?:(?:was|is) how\s+)?")
_DASH = re.compile(r"\s*(?:[―—–]|--?(?=\s))\s*")
_ENDS_LIKE_SPEECH = re.compile(r"[,?!.…—–-][\"'”’]?\Z")
_VERB_FIRST = re.compile(r"\s*,?\s*\Z")
_ADVERB_GAP = re.compile(r"\s*,?\s*(?:[a-z]+ly\s+|also\s+|then\s+|later\s+|has\s+|had\s+)?\Z")
_VERB = re.compile(
    r"[a-z]+(?:ed|[^s]s|ly)\Z|(?:took|saw|had|made|put|hit|gave|went|sent|drew|spoke|wrote|shot|left)\Z"
)
_FROM_WHOM = re.compile(
    r"\b(\w{1,30})\s+(?:from|by|of)\s+(?:(?:the|an?)\s+)?(?:\w{1,30}\s+){0,3}\Z"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose a quotation is, and by which rule.

    Attributes:
        speaker: Who speaks.
        cue: Range of the reporting word; None if there is none (X: “…”).
        rule: Name of the rule, for tests and for what is carried over.
        whole_sentence: Whether the attribution follows the sentence it governs.
    """

    speaker: Speaker
    cue: tuple[int, int] | None
    rule: str


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


def is_speech_like(layout: Layout, quoted: Quoted) -> bool:
    """Whether a stretch ends as speech does, or is long enough to be some."""
    inner = layout.source.text[quoted.inner_start : quoted.inner_end]
    after = layout.masked[quoted.end : quoted.end + 1]
    long = inner.count(" ") + 1 >= _LONG
    return long or bool(_ENDS_LIKE_SPEECH.search(inner)) or after == ","


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
            said = _governed_from_left(layout, quoted)
            return said or attribution_of(speaker, cue, "according")
        if cue.use == "issues" or cue.participle:
            continue
        if _ADVERB_GAP.match(between) and cue.use != "tells":
            return attribution_of(phrase_after(layout, cue.end), cue, "verb-speaker")
        speaker = speaker_of_cue(layout, cue, passive=cue.use == "quotes")
        if speaker and starts_at(layout, quoted.end, speaker):
            return attribution_of(speaker, cue, "speaker-verb")
        if between.count(",") % 2 == 1 and not between.lstrip().startswith(","):
            break
    return None


def starts_at(layout: Layout, start: int, speaker: Speaker) -> bool:
    """Whether nothing but titles stands between a quotation and the speaker."""
    skipped = _STARTS_SPEAKER.match(layout.masked, start)
    begin = skipped.end() if skipped else start
    if speaker.start < begin:
        return False
    return only_premodifiers(layout.masked[begin : speaker.start], mention_of(layout, speaker))


def mention_of(layout: Layout, speaker: Speaker) -> Mention | None:
    """The mention that a speaker is; None for plain words."""
    for mention in layout.mentions_between(speaker.start, speaker.start + 1):
        if mention.id == speaker.mention_id:
            return mention
    return None


def attribution_of(speaker: Speaker | None, cue: Cue, rule: str) -> Attribution | None:
    """An attribution by a cue; None without a speaker."""
    return Attribution(speaker, (cue.start, cue.end), rule) if speaker else None


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


def _governed_from_left(layout: Layout, quoted: Quoted) -> Attribution | None:
    """X said “…” · X told Y that … “…” · X did so, saying “…”."""
    floor = max(layout.sentence_at(quoted.start).start, quoted.start - WINDOW)
    for cue in reversed(layout.cues_between(floor, quoted.start)[-4:]):
        if cue.use == ACCORDING:
            if not _is_tail(layout, cue, quoted):
                return attribution_of(phrase_after(layout, cue.end), cue, "according")
            continue
        if is_denied(layout, cue) or not governs(layout, cue, quoted):
            continue
        speaker = (
            quoted_speaker(layout, cue) or passive_agent(layout, cue) or speaker_of_cue(layout, cue)
        )
        after_speech = layout.masked[floor : cue.start].rstrip(" ,").endswith(MASK)
        if speaker is None and after_speech and cue.use in {"says", "beside"}:
            speaker = phrase_after(layout, cue.end)
        if speaker:
            return attribution_of(speaker, cue, "participle" if cue.participle else "left")
    return None


def _is_tail(layout: Layout, cue: Cue, quoted: Quoted) -> bool:
    """Whether "according to X" belongs to what stands before it (“…,” she said, according to X)."""
    floor = layout.sentence_at(quoted.start).start
    before = layout.masked[floor : cue.start].strip()
    return bool(before) and (
        any(c.use != ACCORDING for c in layout.cues_between(floor, cue.start))
        and before.endswith(",")
    )


def _text_of(layout: Layout, quoted: Quoted) -> Attribution | None:
    """The statement from X: “…” · X's letter read “…” · Her reply: “…”."""
    floor = max(layout.sentence_at(quoted.start).start, quoted.start - WINDOW)
    lead = layout.masked[floor : quoted.start].rstrip()
    if not lead.endswith((":", ",", " was", " reads", " that")):
        return None
    for mention in reversed(layout.mentions_between(floor, quoted.start)[-4:]):
        after = layout.masked[mention.anchor.end : mention.anchor.end + _NEAR].split()[:4]
        owned = after[:1] in (["’s"], ["'s"], ["’"], ["'"])
        if owned and any(word.strip(".,:") in layout.text_nouns for word in after):
            return Attribution(of_mention(mention), None, "text-of")
        before = layout.masked[max(floor, mention.anchor.start - _NEAR) : mention.anchor.start]
        source = _FROM_WHOM.search(before)
        if source and source[1].lower() in layout.text_nouns:
            return Attribution(of_mention(mention), None, "text-of")
    return None


def _subject_before_colon(layout: Layout, quoted: Quoted) -> Attribution | None:
    """X took aim at the plan: “…”. The subject speaks if nobody else is named after it."""
    floor = layout.sentence_at(quoted.start).start
    lead = layout.masked[floor : quoted.start].rstrip()
    inner = layout.source.text[quoted.inner_start : quoted.inner_end]
    if len(lead) > WINDOW or not lead.endswith(":") or inner.count(" ") < _SHORT:
        return None
    subject = main_subject(layout, floor, quoted.start)
    mention = mention_of(layout, subject) if subject else None
    pronoun = mention is not None and mention.form is MentionForm.PRONOUN
    if subject is None or mention is None or not (pronoun or mention.kind in _SPEAKING):
        return None
    verb = next_word(layout.masked, subject.end, quoted.start)
    if verb is None or not _VERB.match(verb[0]):
        return None
    others = [
        other
        for other in layout.mentions_between(mention.anchor.end, quoted.start)
        if other.form is MentionForm.NAME and other.kind in {ActorKind.PERSON, None}
    ]
    return None if others else Attribution(subject, None, "colon-subject")


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


def _according_first(layout: Layout, quoted: Quoted) -> Attribution | None:
    """According to X, the plan is “dead”."""
    sentence = layout.sentence_at(quoted.start)
    for cue in layout.cues_between(sentence.start, sentence.start + 1):
        if cue.use == ACCORDING and quoted.start - cue.end <= WINDOW:
            return attribution_of(phrase_after(layout, cue.end), cue, "according")
    return None


_RULES = (
    _beside_right,
    _dash,
    _colon,
    _governed_from_left,
    _text_of,
    _subject_before_colon,
    _sentence_final,
    _according_first,
)
