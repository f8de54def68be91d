"""Whose a quotation is, and what the rules that say so ask of a text."""

import re
from dataclasses import dataclass

from dossier.extract.quotes.cues import Cue, Layout
from dossier.extract.quotes.marks import Quoted
from dossier.extract.quotes.phrases import Speaker, only_premodifiers
from dossier.extract.quotes.words import DETERMINERS
from dossier.model import Mention
from dossier.vocabulary import MentionForm

ADJACENT = 160
"""Most code points between a quotation and words beside it that say whose it is."""

_LONG = 6
_STARTS_SPEAKER = re.compile(r"\s*,?\s*(?:(?:was|is) how\s+)?")
_ENDS_LIKE_SPEECH = re.compile(r"[,?!.…—–-][\"'”’]?\Z")


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


def is_speech_like(layout: Layout, quoted: Quoted) -> bool:
    """Whether a stretch ends as speech does, or is long enough to be some."""
    inner = layout.source.text[quoted.inner_start : quoted.inner_end]
    after = layout.masked[quoted.end : quoted.end + 1]
    long = inner.count(" ") + 1 >= _LONG
    return long or bool(_ENDS_LIKE_SPEECH.search(inner)) or after == ","


def starts_at(layout: Layout, start: int, speaker: Speaker) -> bool:
    """Whether nothing but titles stands between a quotation and the speaker."""
    skipped = _STARTS_SPEAKER.match(layout.masked, start)
    begin = skipped.end() if skipped else start
    if speaker.start < begin:
        return False
    mention, lead = mention_of(layout, speaker), layout.masked[begin : speaker.start]
    described = lead.partition(" ")[0].lower() in DETERMINERS and lead.endswith(", ")
    if described and mention is not None and mention.form is MentionForm.NAME:
        lead = lead.removesuffix(", ")  # “…,” its director, Ann Novak, said
    return only_premodifiers(lead, mention)


def mention_of(layout: Layout, speaker: Speaker) -> Mention | None:
    """The mention that a speaker is; None for plain words."""
    for mention in layout.mentions_between(speaker.start, speaker.start + 1):
        if mention.id == speaker.mention_id:
            return mention
    return None


def attribution_of(speaker: Speaker | None, cue: Cue, rule: str) -> Attribution | None:
    """An attribution by a cue; None without a speaker."""
    return Attribution(speaker, (cue.start, cue.end), rule) if speaker else None
