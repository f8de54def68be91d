"""Say whom "it", "they", "he", "she" and "the 71-year-old" mean where they speak.

Who a pronoun is among the people an article names is decided later, with all articles in view
(`resolve.identity.pronouns`). Left to that, "it" would stay unread, and the "he" of an unnamed
spokesman would become whoever was named before him.
"""

import re

from dossier.extract.quotes.auxiliaries import WINDOW
from dossier.extract.quotes.credit import mention_of
from dossier.extract.quotes.cues import Layout
from dossier.extract.quotes.phrases import Speaker, of_mention, phrase_after
from dossier.extract.quotes.speakers import speaker_of_cue
from dossier.extract.quotes.subjects import main_subject
from dossier.extract.quotes.words import PRONOUNS
from dossier.model import Mention, Sentence
from dossier.vocabulary import ActorKind, MentionForm

_VERB = re.compile(
    r"(?<=\w) (?:\w+ed|met|gave|took|put|made|won|lost|sent|saw|held|kept|left|went|came|began"
    r"|found|sold|bought|cut|set|led|fell|rose|ran|stood|wrote|spent|paid|built|broke|drew|grew|became"
    r"|denies|wants|plans|runs|owns|makes|sells|opens|closes)\b"
)
"""Where the verb begins behind a subject that no list knows: "The fire brigade | praised"."""
_JOINED = re.compile(
    r"(?:, (?:the |an? |its )?[\w’'.&-]{1,30}(?: [\w’'.&-]{1,30}){0,3}){0,3},? and "
    r"(?:the |an? |its )?(?:[A-Z]|(?:[a-z]{2,20} ){1,3}(?:met|said|agreed|signed|are|were|have)\b)"
)
"""What joins a body to others, of which "it" can mean any: "The board and Lund met"."""
_AGED = re.compile(r"(?:the )?\d{1,3}-year-old(?: [a-z]+)?")
_OF = re.compile(r" (?:of|from|at|for|in|with|on)\b")
_AT_HEAD = 20
"""Code points from the head or the end of a sentence within which "they" takes up the one
before it."""

_TURN = re.compile(r"\(\(([^()\n]{2,60})\)\)|([A-Z][^:;,.!?“”\"\n]{1,60}):\s")
_LONGEST_TURN = 5
"""Paragraphs that somebody's turn may have before the one in which "I" speaks."""

_SINGULAR = frozenset({"he", "she"})
_NO_BODY = frozenset({ActorKind.PERSON, ActorKind.PLACE})


def settle_speaker(layout: Layout, speaker: Speaker, before: Speaker | None = None) -> Speaker:
    """Put whoever speaking words mean in their place, if the words name nobody themselves.

    Args:
        layout: The text.
        speaker: The words that name a speaker.
        before: The speaker of the quotation before; None if there is none.

    Returns:
        The person of whose turn "I" is a part, the body that "it" means, the body or the people
        of the sentence before that "they" means, its unnamed person that "he" or "she" means,
        the person whom it names that "the 71-year-old" means; or the words as they are.
    """
    words = layout.masked[speaker.start : speaker.end].lower()
    if words == "it":
        found = _body_before(layout, speaker, before)
    elif words == "i":
        found = _turn_of(layout, speaker)
    elif words == "they":
        found = _several_before(layout, speaker, before)
    elif words in _SINGULAR:
        found = _unnamed_before(layout, speaker)
    elif _AGED.fullmatch(words):
        found = _person_before(layout, speaker, before)
    else:
        found = None
    return found or speaker


def _body_before(layout: Layout, speaker: Speaker, before: Speaker | None) -> Speaker | None:
    """The body that is the subject of this sentence, or else of the one before it."""
    here = layout.sentence_at(speaker.start)
    own = main_subject(layout, max(here.start, speaker.start - WINDOW), speaker.start)
    if own and _is_body(mention_of(layout, own)):
        return own
    earlier = _earlier(layout, here)
    if earlier is None:
        return None
    found = _subject(layout, earlier)
    word = layout.masked[found.start : found.end].lower() if found else ""
    if found is None or word in PRONOUNS:
        return before if before and _speaks_as_body(layout, before) else None
    mention = mention_of(layout, found)
    alone = _JOINED.match(layout.masked, found.end, earlier.end) is None
    return found if alone and (mention is None or _is_body(mention)) else None


def _turn_of(layout: Layout, speaker: Speaker) -> Speaker | None:
    """The person whose turn of an interview it is, by the name that opens it: "Ann Novak: …"."""
    last = layout.sentence_at(speaker.start).passage
    for passage in reversed(layout.source.passages[max(0, last - _LONGEST_TURN) : last + 1]):
        label = _TURN.match(layout.source.text, passage.start, passage.end)
        if label is None:
            continue
        named = layout.mentions_between(passage.start, label.end())
        whole = [one for one in named if one.anchor.exact == (label[1] or label[2]).strip()]
        person = whole and whole[0].kind is ActorKind.PERSON
        return of_mention(whole[0]) if person else None
    return None


def _several_before(layout: Layout, speaker: Speaker, before: Speaker | None) -> Speaker | None:
    """The body or the people who spoke in the sentence before, in the same paragraph."""
    here = layout.sentence_at(speaker.start)
    earlier = _earlier(layout, here)
    near = here.start + _AT_HEAD >= speaker.start or here.end - _AT_HEAD <= speaker.end
    if earlier is None or earlier.passage != here.passage or not near:
        return None
    if before and earlier.start <= before.start < earlier.end:
        return before if _are_several(layout, before) else None
    for cue in layout.cues_between(earlier.start, earlier.end)[:1]:
        found = speaker_of_cue(layout, cue) or (
            phrase_after(layout, cue.end) if cue.use == "according" else None
        )
        if found:
            return found if _are_several(layout, found) else None
    opening = _subject(layout, earlier)
    return opening if opening and _are_several(layout, opening) else None


def _are_several(layout: Layout, speaker: Speaker) -> bool:
    """Whether "they" can take up some words: a body, or people ("two divers", "the police")."""
    mention = mention_of(layout, speaker)
    words = layout.masked[speaker.start : speaker.end].lower()
    if mention is not None and mention.form is MentionForm.NAME:
        return _is_body(mention) or " and " in words
    head = _OF.split(words, maxsplit=1)[0]  # "divers from the port"
    plural = head.endswith(("s", "police", "people", "men", "women", "children"))
    return words not in PRONOUNS and plural


def _person_before(layout: Layout, speaker: Speaker, before: Speaker | None) -> Speaker | None:
    """The one person whom the sentence before names, or else whoever spoke in it."""
    earlier = _earlier(layout, layout.sentence_at(speaker.start))
    if earlier is None:
        return None
    named = [
        one
        for one in layout.mentions_between(earlier.start, earlier.end)
        if one.form is MentionForm.NAME and one.kind is ActorKind.PERSON
    ]
    if len({one.name for one in named}) == 1:
        return of_mention(named[0])
    spoke = before is not None and earlier.start <= before.start < speaker.start
    return before if spoke and not named else None


def _unnamed_before(layout: Layout, speaker: Speaker) -> Speaker | None:
    """The unnamed person of whom the sentence before tells: "A spokesman said so."."""
    here = layout.sentence_at(speaker.start)
    earlier = _earlier(layout, here)
    if earlier is None or earlier.passage != here.passage:
        return None
    named = layout.mentions_between(earlier.start, speaker.start)
    if any(one.form is MentionForm.NAME and one.kind is ActorKind.PERSON for one in named):
        return None
    for cue in layout.cues_between(earlier.start, earlier.end)[:1]:
        found = speaker_of_cue(layout, cue)
        mention = mention_of(layout, found) if found else None
        unnamed = mention is not None and mention.form is MentionForm.NOMINAL
        if found and mention and unnamed and mention.kind is ActorKind.PERSON:
            return found
    return None


def _earlier(layout: Layout, sentence: Sentence) -> Sentence | None:
    """The sentence before, in this paragraph or in the one that ends before it."""
    if not sentence.start:
        return None
    earlier = layout.sentence_at(sentence.start - 1)
    near = sentence.passage - earlier.passage <= 1 and earlier.end - earlier.start <= WINDOW
    return earlier if near and earlier.start < sentence.start else None


def _subject(layout: Layout, sentence: Sentence) -> Speaker | None:
    """The subject of a sentence: a mention, or else the words that open it."""
    opening = phrase_after(layout, sentence.start)
    subject = main_subject(layout, sentence.start, sentence.end)
    if subject and (opening is None or subject.start <= opening.end):
        return subject
    if opening is None or opening.start != sentence.start or opening.mention_id:
        return subject
    verb = _VERB.search(layout.masked, opening.start, opening.end)
    return Speaker(opening.start, verb.start()) if verb else opening


def _is_body(mention: Mention | None) -> bool:
    """Whether a mention can be an "it" that speaks."""
    return (
        mention is not None
        and mention.form is not MentionForm.PRONOUN
        and mention.kind not in _NO_BODY
    )


def _speaks_as_body(layout: Layout, speaker: Speaker) -> bool:
    mention = mention_of(layout, speaker)
    plain = layout.masked[speaker.start : speaker.end].lower() not in PRONOUNS
    return _is_body(mention) if mention else plain
