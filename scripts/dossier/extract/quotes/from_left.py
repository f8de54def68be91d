"""Say whose a quotation is from what stands before it in its sentence."""

import re

from dossier.extract.quotes.auxiliaries import WINDOW
from dossier.extract.quotes.credit import Attribution, attribution_of, mention_of
from dossier.extract.quotes.cues import ACCORDING, MASK, Cue, Layout
from dossier.extract.quotes.marks import Quoted
from dossier.extract.quotes.passive import passive_agent, quoted_speaker
from dossier.extract.quotes.phrases import of_mention, phrase_after
from dossier.extract.quotes.reach import governs
from dossier.extract.quotes.speakers import is_denied, speaker_of_cue
from dossier.extract.quotes.subjects import main_subject
from dossier.extract.quotes.words import BE, last_word, next_word
from dossier.vocabulary import ActorKind, MentionForm

_SPEAKING = frozenset({ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PUBLIC_BODY, None})
_MODAL = frozenset({"would", "will", "could", "should", "might", "may", "must"})
_SHORT = 3
_NEAR = 40
_VERB = re.compile(
    r"[a-z]+(?:ed|[^s]s|ly)\Z|(?:took|saw|had|made|put|hit|gave|went|sent|drew|spoke|wrote|shot|left)\Z"
    r"|(?:was|is|has|had|did|does)n[’']t\Z"
)
_DONE_TO = re.compile(r" (?:then |later |also )?[a-z]{2,12}(?:ed|en|wn|ld)\b [a-z]")
"""What is done to a subject that does not speak: "Novak was handed a note: “…”"."""
_ASIDE = re.compile(
    r", (?:\d{1,3}|who|which|whose|an?|the|his|her|its|their|then|now)\b[^,;:]{0,120}, "
)
_OWN = re.compile(r"\b(?:he|she|they|it)\b")
_FROM_WHOM = re.compile(
    r"\b(\w{1,30})\s+(?:from|by|of)\s+(?:(?:the|an?)\s+)?(?:\w{1,30}\s+){0,3}\Z"
)


def governed_from_left(layout: Layout, quoted: Quoted) -> Attribution | None:
    """X said “…” · X told Y that … “…” · X did so, saying “…”."""
    floor = max(layout.sentence_at(quoted.start).start, quoted.start - WINDOW)
    for cue in reversed(layout.cues_between(floor, quoted.start)[-4:]):
        if cue.use == ACCORDING:
            if not _is_tail(layout, cue, quoted):
                return attribution_of(phrase_after(layout, cue.end), cue, "according")
            continue
        if is_denied(layout, cue) or not governs(layout, cue, quoted):
            continue
        if _is_foretold(layout, cue, floor) or _is_wish(layout, cue, floor):
            continue
        if _is_thought_of_others(layout, cue, floor):
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


def _is_foretold(layout: Layout, cue: Cue, floor: int) -> bool:
    """Whether somebody else says that it will be said: "The clerk said she would answer “…”"."""
    modal = last_word(layout.masked, floor, cue.start)
    if not cue.base or modal is None or modal[0] not in _MODAL:
        return False
    outer = layout.cues_between(floor, modal[1])[-1:]
    return any(one.use in {"says", "tells"} and not is_denied(layout, one) for one in outer)


def _is_wish(layout: Layout, cue: Cue, floor: int) -> bool:
    """Whether what somebody asked for is told by another: "She said Lund had asked for “…”"."""
    following = next_word(layout.masked, cue.end, cue.end + _NEAR)
    if cue.use != "asks" or following is None or following[0] != "for":
        return False
    outer = layout.cues_between(floor, cue.start)[-1:]
    gap = layout.masked[outer[0].end : cue.start] if outer else ","
    return "," not in gap and outer[0].use == "says" and not outer[0].participle


def _is_thought_of_others(layout: Layout, cue: Cue, floor: int) -> bool:
    """Whether the one who speaks tells what others think: "She said the men felt it “…”"."""
    if cue.use != "thinks" or cue.participle:
        return False
    outer = layout.cues_between(floor, cue.start)[-1:]
    gap = layout.masked[outer[0].end : cue.start] if outer else ","
    said = bool(outer) and outer[0].use in {"says", "tells"} and not is_denied(layout, outer[0])
    return said and "," not in gap and MASK not in gap and not _OWN.search(gap)


def _is_tail(layout: Layout, cue: Cue, quoted: Quoted) -> bool:
    """Whether "according to X" belongs to what stands before it (“…,” she said, according to X)."""
    floor = layout.sentence_at(quoted.start).start
    before = layout.masked[floor : cue.start].strip()
    return bool(before) and (
        any(c.use != ACCORDING for c in layout.cues_between(floor, cue.start))
        and before.endswith(",")
    )


def text_of_somebody(layout: Layout, quoted: Quoted) -> Attribution | None:
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


def subject_before_colon(layout: Layout, quoted: Quoted) -> Attribution | None:
    """X took aim at the plan: “…”. The subject speaks if nobody else is named after it."""
    floor = layout.sentence_at(quoted.start).start
    lead = layout.masked[floor : quoted.start].rstrip()
    inner = layout.source.text[quoted.inner_start : quoted.inner_end]
    whole = inner[:1].isupper() and inner[-1:] in {".", "?", "!"} and " " in inner
    if len(lead) > WINDOW or not lead.endswith(":") or not (whole or inner.count(" ") >= _SHORT):
        return None
    subject = main_subject(layout, floor, quoted.start)
    mention = mention_of(layout, subject) if subject else None
    pronoun = mention is not None and mention.form is MentionForm.PRONOUN
    if subject is None or mention is None or not (pronoun or mention.kind in _SPEAKING):
        return None
    begin = _behind_aside(layout, subject.end, quoted.start)
    verb = next_word(layout.masked, begin, quoted.start)
    if verb is None or not _VERB.match(verb[0]):
        return None
    if verb[0] in BE and _DONE_TO.match(layout.masked, verb[1], quoted.start):
        return None
    others = [
        other
        for other in layout.mentions_between(begin, quoted.start)
        if other.form is MentionForm.NAME and other.kind in {ActorKind.PERSON, None}
    ]
    return None if others else Attribution(subject, None, "colon-subject")


def _behind_aside(layout: Layout, start: int, end: int) -> int:
    """Where a verb may stand behind a subject and what commas set off: "Novak, who …, was"."""
    aside = _ASIDE.match(layout.masked, start, end)
    if aside:
        return aside.end()
    return start + (layout.masked[start : start + 2] == ", ")
