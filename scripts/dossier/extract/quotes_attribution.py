"""Say whose a quotation is: the rules, in the order in which they are tried.

What stands right beside the quotation comes first (“…,” said X; X: “…”), then the reporting
word that governs it from the left, then attributions that govern the whole sentence ("…, X
said", "according to X"). Carrying a speaker over from one quotation to the next is left to
``quotes``, which sees them all.
"""

import re
from dataclasses import dataclass

from dossier.extract.quotes_cues import ACCORDING, MASK, Cue, Layout
from dossier.extract.quotes_marks import Quoted
from dossier.extract.quotes_phrases import Speaker, of_mention, only_premodifiers, phrase_after
from dossier.extract.quotes_speakers import WINDOW, is_denied, main_subject, speaker_of_cue
from dossier.model import Mention
from dossier.vocabulary import ActorKind, MentionForm, PassageKind

_ADJACENT = 160
_SHORT = 3
_LONG = 6
_FAR = 200
_LABEL_REACH = 120
_JOINING = re.compile(r"\s*,?\s*(?:and|or|but|in|of|to|for|with|as|on|while|which|who|that)\b")
_STARTS_SPEAKER = re.compile(r"\s*,?\s*")
_DASH = re.compile(r"\s*(?:[―—–]|--?(?=\s))\s*")
_ENDS_LIKE_SPEECH = re.compile(r"[,?!.…—–-][\"'”’]?\Z")
_VERB_FIRST = re.compile(r"\s*,?\s*\Z")
_ADVERB_GAP = re.compile(r"\s*,?\s*(?:[a-z]+ly\s+|also\s+|then\s+|later\s+|has\s+|had\s+)?\Z")
_CONTRAST = re.compile(r",?\s(?:but|although|though|whereas|even as)\s(?!that\b)|,\swhich\s|;")
_FROM_WHOM = re.compile(r"\b(?:from|by|of)\s+\Z")


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
        The first attribution a rule finds; None if the sentence names nobody.
    """
    for rule in _RULES:
        found = rule(layout, quoted)
        if found:
            return found
    return None


def is_speech_like(layout: Layout, quoted: Quoted) -> bool:
    """Whether a stretch ends as speech does, or is long enough to be some."""
    inner = layout.source.text[quoted.inner_start : quoted.inner_end]
    after = layout.masked[quoted.end : quoted.end + 1]
    long = inner.count(" ") + 1 >= _LONG
    return long or bool(_ENDS_LIKE_SPEECH.search(inner)) or after == ","


def _beside_right(layout: Layout, quoted: Quoted) -> Attribution | None:
    """“…,” said X · “…,” X said · “…,” according to X."""
    end = min(layout.sentence_at(quoted.start).end, quoted.end + _ADJACENT)
    stop = layout.masked.find(MASK, quoted.end, end)
    end = stop if stop >= 0 else end
    if not is_speech_like(layout, quoted) or _JOINING.match(layout.masked, quoted.end, end):
        return None
    for cue in layout.cues_between(quoted.end, end)[:3]:
        between = layout.masked[quoted.end : cue.start]
        if cue.use == ACCORDING:
            speaker = phrase_after(layout, cue.end) if _VERB_FIRST.match(between) else None
            return _attribution(speaker, cue, "according")
        if cue.use == "issues" or cue.participle:
            continue
        if _ADVERB_GAP.match(between) and cue.use != "tells":
            return _attribution(phrase_after(layout, cue.end), cue, "verb-speaker")
        speaker = speaker_of_cue(layout, cue)
        if speaker and _starts_at(layout, quoted.end, speaker):
            return _attribution(speaker, cue, "speaker-verb")
        if between.count(",") % 2 == 1 and not between.lstrip().startswith(","):
            break
    return None


def _starts_at(layout: Layout, start: int, speaker: Speaker) -> bool:
    """Whether nothing but titles stands between a quotation and the speaker."""
    skipped = _STARTS_SPEAKER.match(layout.masked, start)
    begin = skipped.end() if skipped else start
    if speaker.start < begin:
        return False
    return only_premodifiers(layout.masked[begin : speaker.start], _mention(layout, speaker))


def _mention(layout: Layout, speaker: Speaker) -> Mention | None:
    for mention in layout.mentions_between(speaker.start, speaker.start + 1):
        if mention.id == speaker.mention_id:
            return mention
    return None


def _attribution(speaker: Speaker | None, cue: Cue, rule: str) -> Attribution | None:
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
    if len(lead) > _ADJACENT or not stripped.endswith(":"):
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
                return _attribution(phrase_after(layout, cue.end), cue, "according")
            continue
        if is_denied(layout, cue) or not _governs(layout, cue, quoted):
            continue
        speaker = speaker_of_cue(layout, cue)
        if speaker is None and layout.masked[floor : cue.start].rstrip(" ,").endswith(MASK):
            speaker = phrase_after(layout, cue.end)
        if speaker:
            return _attribution(speaker, cue, "participle" if cue.participle else "left")
    return None


def _is_tail(layout: Layout, cue: Cue, quoted: Quoted) -> bool:
    """Whether "according to X" belongs to what stands before it (“…,” she said, according to X)."""
    floor = layout.sentence_at(quoted.start).start
    before = layout.masked[floor : cue.start].strip()
    return bool(before) and (
        any(c.use != ACCORDING for c in layout.cues_between(floor, cue.start))
        and before.endswith(",")
    )


def _governs(layout: Layout, cue: Cue, quoted: Quoted) -> bool:
    """Whether a reporting word reaches as far as a quotation on its right."""
    gap = layout.masked[cue.end : quoted.start]
    words = layout.source.text[quoted.inner_start : quoted.inner_end].count(" ") + 1
    if cue.use == "issues":
        return any(word.strip(".,:") in layout.text_nouns for word in gap.split()[:_FAR])
    if cue.use == "labels" and len(gap) > _LABEL_REACH:
        return False
    if words <= _SHORT and (len(gap) > _FAR or _CONTRAST.search(gap)):
        return False
    return ";" not in gap


def _text_of(layout: Layout, quoted: Quoted) -> Attribution | None:
    """The statement from X: “…” · X's letter read “…” · Her reply: “…”."""
    floor = max(layout.sentence_at(quoted.start).start, quoted.start - WINDOW)
    lead = layout.masked[floor : quoted.start].rstrip()
    if not lead.endswith((":", ",", " was", " reads", " that")):
        return None
    for mention in reversed(layout.mentions_between(floor, quoted.start)[-4:]):
        after = layout.masked[mention.anchor.end : mention.anchor.end + 40].split()[:4]
        owned = after[:1] in (["’s"], ["'s"], ["’"], ["'"])
        if owned and any(word.strip(".,:") in layout.text_nouns for word in after):
            return Attribution(of_mention(mention), None, "text-of")
        before = layout.masked[max(floor, mention.anchor.start - 40) : mention.anchor.start]
        if _FROM_WHOM.search(before) and any(w in layout.text_nouns for w in before.split()):
            return Attribution(of_mention(mention), None, "text-of")
    return None


def _sentence_final(layout: Layout, quoted: Quoted) -> Attribution | None:
    """The plan is “dead” and will not come back, X said."""
    sentence = layout.sentence_at(quoted.start)
    tail_start = max(quoted.end, sentence.end - _ADJACENT)
    if layout.passage_at(quoted.start).kind is PassageKind.TITLE and tail_start == quoted.end:
        return None
    for cue in reversed(layout.cues_between(tail_start, sentence.end)[-2:]):
        comma = layout.masked.rfind(",", quoted.end, cue.start)
        if comma < 0 or cue.participle or cue.use in {"labels", "issues"}:
            continue
        if cue.use == ACCORDING:
            if not layout.masked[comma + 1 : cue.start].strip():
                return _attribution(phrase_after(layout, cue.end), cue, "according")
            continue
        speaker = speaker_of_cue(layout, cue)
        after = layout.masked[cue.end : sentence.end]
        if speaker and _closes(layout, comma, speaker, after):
            return _attribution(speaker, cue, "final")
    return None


def _closes(layout: Layout, comma: int, speaker: Speaker, after: str) -> bool:
    """Whether ", X said" ends the sentence, but for a day or a setting."""
    lead = layout.masked[comma + 1 : max(comma + 1, speaker.start)]
    return only_premodifiers(lead, _mention(layout, speaker)) and (
        len(after.split()) <= _LONG and "," not in after and " that " not in after
    )


def _according_first(layout: Layout, quoted: Quoted) -> Attribution | None:
    """According to X, the plan is “dead”."""
    sentence = layout.sentence_at(quoted.start)
    for cue in layout.cues_between(sentence.start, sentence.start + 1):
        if cue.use == ACCORDING and quoted.start - cue.end <= WINDOW:
            return _attribution(phrase_after(layout, cue.end), cue, "according")
    return None


def previous_sentence(
    layout: Layout, quoted: Quoted, *, across: bool = False
) -> Attribution | None:
    """Whoever the sentence before names, for a quotation that is a sentence of its own.

    Taken are a reporting word's speaker, and otherwise a person who is the subject.

    Args:
        layout: The text.
        quoted: The quotation.
        across: Whether the sentence before may stand in the paragraph before.
    """
    sentence = layout.sentence_at(quoted.start)
    if sentence.number == 1 and not (across and sentence.start):
        return None
    before = layout.sentence_at(sentence.start - 1)
    floor = max(before.start, before.end - WINDOW)
    for cue in reversed(layout.cues_between(floor, before.end)[-3:]):
        if cue.use == ACCORDING:
            return _attribution(phrase_after(layout, cue.end), cue, "before")
        if not cue.participle and cue.use != "issues":
            speaker = speaker_of_cue(layout, cue)
            if speaker and (speaker.mention_id or across):
                return _attribution(speaker, cue, "before")
    if MASK in layout.masked[before.start : before.end] or before.start < floor:
        return None
    subject = main_subject(layout, before.start, before.end)
    mention = _mention(layout, subject) if subject else None
    if subject and mention and mention.kind in {ActorKind.PERSON, None}:
        return Attribution(subject, None, "before")
    return None


def following_sentence(layout: Layout, quoted: Quoted) -> Attribution | None:
    """Whoever the next sentence of the paragraph names at its head.

    As in “It burnt. We ran.” Novak, a baker, said the alarm came late.
    """
    sentence = layout.sentence_at(quoted.start)
    following = layout.sentence_at(min(sentence.end + 2, len(layout.masked) - 1))
    if following.passage != sentence.passage or following.start <= sentence.start:
        return None
    for cue in layout.cues_between(following.start, following.start + _ADJACENT)[:2]:
        speaker = None if cue.participle or cue.use == ACCORDING else speaker_of_cue(layout, cue)
        mention = _mention(layout, speaker) if speaker else None
        if (
            mention
            and mention.form is MentionForm.NAME
            and _starts_at(layout, following.start, of_mention(mention))
        ):
            return _attribution(speaker, cue, "after")
    return None


_RULES = (
    _beside_right,
    _dash,
    _colon,
    _governed_from_left,
    _text_of,
    _sentence_final,
    _according_first,
)
