"""Find where the words that somebody is reported to have said begin and end."""

import re

from dossier.extract.quotes.carriers import whole_name
from dossier.extract.quotes.cues import MASK, Cue, Layout
from dossier.extract.quotes.phrases import Speaker, phrase_after
from dossier.extract.quotes.speakers import speaker_of_cue
from dossier.extract.quotes.words import (
    ADVERBS,
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    last_word,
    next_word,
)
from dossier.model import Sentence

REACH = 120
"""Most code points between a reporting word and what it reports."""

FEWEST_WORDS = 4
"""Words that somebody has to say at least."""

FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|could|can|may|might|must|should|did|does|do|"
    r"isn[’']t|aren[’']t|wasn[’']t|weren[’']t|hasn[’']t|hadn[’']t|won[’']t|wouldn[’']t|"
    r"couldn[’']t|can[’']t|didn[’']t|doesn[’']t|don[’']t)\b"
)
VERB = re.compile(
    r"\b(?:[a-z]+ed|met|gave|took|put|made|won|lost|sent|saw|held|kept|left|went|came|began|found"
    r"|sold|bought|cut|set|led|fell|rose|ran|stood|wrote|spent|paid|built|broke|drew|grew|became"
    r"|got|hit|shot|struck|burst|caught|gave|knew|thought|lay|rang|swept|tore|won|fought|fled|sank|sought|taught|chose|spoke|told|said)\b"
)
"""A verb in a past form, as far as its form or this list tells one."""
_THAT = re.compile(
    r"\s+(?P<before>(?:[^\s,;:]+\s+){0,8}?)(?P<word>that|whether)\s+(?!day\b|week\b|month\b|year\b)"
)
_RELATIVE_VERB = re.compile(FINITE.pattern + "|" + VERB.pattern)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|to)\b")
_WHEN = re.compile(
    r"\s+(?:(?:on|late|early|last|this)\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"(?:\s+(?:morning|afternoon|evening|night))?|\s+(?:yesterday|today|earlier|later)\b"
)
_SEVERAL = re.compile(r" [a-z]{3,20}s(?= (?:[A-Z]|(?:the|an?|it|he|she|they|his|her|its|their) ))")
"""Whose people are addressed: "told Lund reporters the gate was shut"."""
_OBJECTS = frozenset({"him", "her", "them", "me", "us", "himself", "herself", "and", "or"})
_OPEN = (BREAKS - {"that", "and", "or"}) | {"how"}
_SAY = frozenset({"say", "says", "said", "told", "tells", "tell"})
_LEADS_UP = frozenset({"when", "after", "although", "though", "while", "before", "if", "because"})


def clause_start(layout: Layout, sentence: Sentence, cue: Cue) -> int | None:
    """Where the clause begins that a verb on its left reports; None if none follows."""
    end = min(sentence.end, cue.end + REACH)
    that = _THAT.match(layout.masked, cue.end, end)
    if that and MASK not in that.group() and _joins(that["before"], that["word"]):
        is_relative = that["before"] and _RELATIVE_VERB.match(layout.masked, that.end())
        if not is_relative:
            return that.end()
    start = cue.end
    when = _WHEN.match(layout.masked, start, end)
    if when:
        start = when.end()
    if cue.use == "tells":
        addressee = whole_name(layout, phrase_after(layout, start))
        if addressee is None:
            return None
        several = _SEVERAL.match(layout.masked, addressee.end, end)
        start = several.end() if several else addressee.end
    return start if _opens_clause(layout, cue, layout.masked[start:end]) else None


def _joins(before: str, word: str) -> bool:
    """Whether "that" or "whether" joins a clause to the verb before it, not to a noun."""
    words = before.lower().split()
    if FINITE.search(before) or "about" in words or (words and words[-1] in PREPOSITIONS):
        return False
    return word == "that" or "to" not in words


def _opens_clause(layout: Layout, cue: Cue, following: str) -> bool:
    """Whether a clause without "that" follows a verb."""
    words = following.split()
    if not words or not following[0].isspace() or words[0].lower() in PREPOSITIONS | _OPEN:
        return False
    verb = layout.masked[cue.start : cue.end].lower()
    finite = FINITE.search(following)
    lead = following[: finite.start()] if finite else ""
    clause = finite and not _RELATIVE.search(lead)
    if words[0].lower() in _OBJECTS or FINITE.fullmatch(words[0].lower()):
        return False  # "a firm he said had no licence"
    if verb not in _SAY and ("," in lead or not _is_one_subject(lead) or _is_who(layout, cue)):
        return False
    pronoun = words[0].lower() in PRONOUNS | {"there"}
    opens = cue.use != "tells" and (words[0].lower() in DETERMINERS or words[0][0].isupper())
    return bool(clause) or (verb in _SAY and (pronoun or opens))


def _is_one_subject(lead: str) -> bool:
    """Whether what stands before a verb can be its subject: not "its first case and Lund"."""
    words = lead.split()
    if any(word.lower() in BREAKS - {"and", "or"} for word in words):
        return False
    if "and" not in words[1:-1]:
        return True
    joint = words.index("and")
    return words[joint + 1][0].islower() or any(word[0].isupper() for word in words[:joint])


def _is_who(layout: Layout, cue: Cue) -> bool:
    before = last_word(layout.masked, max(0, cue.start - REACH), cue.start)
    return before is not None and before[0] in {"who", "which"}


def clause_end(layout: Layout, sentence: Sentence, cue: Cue, start: int, speaker: Speaker) -> int:
    """The end of the sentence, or where something else begins in it.

    That is a semicolon, the main clause behind "After X said …,", somebody else who speaks, or
    the next thing that the same speaker says ("… and added that").
    """
    semicolon = layout.masked.find(";", start, sentence.end)
    end = semicolon if semicolon >= 0 else sentence.end
    first = next_word(layout.masked, sentence.start, cue.start)
    if first is not None and first[0].lower() in _LEADS_UP:
        comma = layout.masked.find(", ", start, end)
        if comma >= 0 and "," not in layout.masked[sentence.start : cue.start]:
            end = comma
    for later in layout.cues_between(cue.end, end)[:4]:
        joint = _joint_before(layout, later, start)
        if joint is not None and len(layout.masked[start:joint].split()) >= FEWEST_WORDS:
            return joint
        other = None if later.participle else speaker_of_cue(layout, later)
        if other and other.start > cue.end and other.mention_id != speaker.mention_id:
            comma = layout.masked.rfind(",", cue.end, other.start)
            if comma > cue.end and len(layout.masked[comma : other.start].split()) <= FEWEST_WORDS:
                return comma
    aside = layout.masked.find(" the article ", cue.end, end)
    comma = layout.masked.rfind(",", cue.end, aside) if aside >= 0 else -1
    return comma if comma > 0 else end


def _joint_before(layout: Layout, later: Cue, start: int) -> int | None:
    """Where "and" or "but" stands whose verb has the subject of the verb before: "and said"."""
    before = last_word(layout.masked, start, later.start)
    while before is not None and before[0].lower() in ADVERBS:
        before = last_word(layout.masked, start, before[1])
    if before is None or before[0] not in {"and", "but"} or later.participle:
        return None
    return before[1]


def trim_clause(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """Trim white space, commas and the last full stop from a clause."""
    text = layout.source.text
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
        end -= 1
    return start, max(end, start + 1)
