"""The outlet's reading of somebody's words, given as if it were what was said."""

import re
from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.spoken import find_spoken, is_marked, list_words, shorten, shorten_end
from dossier.model import Anchor, Mention, Sentence, Source
from dossier.vocabulary import FindingType, Gravity, MentionForm, PassageKind

NEAR = 60
"""Characters between a reading and the quotation it reads."""

LEAST_WORDS = 8
"""Fewer quoted words need not name what they are about."""

_VIA = re.compile(r"\b(?:via|on|through|in|at|by)\s+(?:the\s+)?$", re.IGNORECASE)


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out glosses on quoted words, and occasions that the words themselves do not show.

    A gloss is a term of the list ``gloss_cues`` beside a quotation in the same sentence. An
    occasion is a term of ``reply_cues`` with a name, before a quotation in which that name, or
    a word of the same beginning, does not stand.
    """
    for source in reading.sources():
        yield from _glosses(source, reading)
        yield from _occasions(source, reading)


def _glosses(source: Source, reading: Reading) -> Iterator[Noticed]:
    for sentence, _, cue in reading.cues(source.id, "gloss_cues", PassageKind.BODY):
        before = [
            one.content
            for one in reading.quotes_in.get(sentence.id, ())
            if is_marked(one.content, reading)
            and one.cue is not None
            and 0 < cue.start - one.content.end <= NEAR
        ]
        if before:
            gloss = shorten(reading.anchor_at(source.id, cue.start, sentence.end), reading)
            yield Noticed(
                f"“{cue.exact}” opens the article's own reading of the words it quotes; nobody is "
                "said to have said so.",
                (shorten_end(before[-1], reading), gloss),
            )


def _occasions(source: Source, reading: Reading) -> Iterator[Noticed]:
    for sentence, _, cue in reading.cues(source.id, "reply_cues", PassageKind.BODY):
        said = [
            one.anchor
            for one in find_spoken(reading, source.id)
            if cue.end < one.anchor.start < sentence.end
        ]
        if not said or sum(len(list_words(one.exact)) for one in said) < LEAST_WORDS:
            continue
        named = _named(sentence, cue, said[0], reading)
        quoted = " ".join(one.exact for one in said).casefold()
        if named and not any(_stands(one, quoted, reading) for one in named[-1:]):
            last = named[-1]
            words = reading.anchor_at(source.id, cue.start, last.anchor.end)
            yield Noticed(
                "The article says to what these words were a reply; the words it quotes do not "
                f"name {last.anchor.exact}.",
                (shorten_end(words, reading), shorten(said[0], reading)),
            )


def _named(sentence: Sentence, cue: Anchor, said: Anchor, reading: Reading) -> list[Mention]:
    """Names between the cue and the quoted words, but those of a medium ("via …")."""
    text = reading.text(sentence)
    return [
        one
        for one in reading.mentions_in.get(sentence.id, ())
        if one.form is MentionForm.NAME
        and cue.end <= one.anchor.start < said.start
        and not _VIA.search(text[: one.anchor.start - sentence.start])
    ]


def _stands(mention: Mention, quoted: str, reading: Reading) -> bool:
    """Whether a name, or a word made of it, stands in quoted words."""
    actor = reading.actors_of.get(mention.id)
    names = {mention.name, *(alias.name for alias in actor.aliases)} if actor else {mention.name}
    return any(word[:4] in quoted for name in names for word in list_words(name))


RULE = Rule(FindingType.INTERPRETATION_AS_FACT, Gravity.MEDIUM, notice)
