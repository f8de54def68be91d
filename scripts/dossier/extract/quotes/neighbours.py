"""Say whose a quotation is from the sentence before or after it.

These rules are for quotations that are a sentence of their own and name nobody themselves.
"""

from dossier.extract.quotes.auxiliaries import WINDOW
from dossier.extract.quotes.credit import (
    ADJACENT,
    Attribution,
    attribution_of,
    mention_of,
    starts_at,
)
from dossier.extract.quotes.cues import ACCORDING, MASK, Layout
from dossier.extract.quotes.marks import Quoted
from dossier.extract.quotes.phrases import of_mention, phrase_after
from dossier.extract.quotes.speakers import speaker_of_cue
from dossier.extract.quotes.subjects import main_subject, put_to
from dossier.vocabulary import ActorKind, MentionForm


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
    asked = put_to(layout.masked, floor, before.end)
    for cue in reversed(layout.cues_between(max(floor, asked), before.end)[-3:]):
        if cue.use == ACCORDING:
            return attribution_of(phrase_after(layout, cue.end), cue, "before")
        if not cue.participle and cue.use != "issues":
            speaker = speaker_of_cue(layout, cue)
            if speaker and (speaker.mention_id or across):
                return attribution_of(speaker, cue, "before")
    if MASK in layout.masked[before.start : before.end] or before.start < floor:
        return None
    subject = main_subject(layout, before.start, before.end)
    mention = mention_of(layout, subject) if subject else None
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
    for cue in layout.cues_between(following.start, following.start + ADJACENT)[:2]:
        speaker = None if cue.participle or cue.use == ACCORDING else speaker_of_cue(layout, cue)
        mention = mention_of(layout, speaker) if speaker else None
        if (
            mention
            and mention.form is MentionForm.NAME
            and starts_at(layout, following.start, of_mention(mention))
        ):
            return attribution_of(speaker, cue, "after")
    return None
