"""One description that stands for two persons in one article."""

import re
from collections.abc import Iterator
from functools import cache

from dossier.audit.reading import Reading, key_words
from dossier.audit.rule import Noticed, Rule
from dossier.model import Actor, Anchor, Mention, Sentence
from dossier.settings import Lexicon
from dossier.vocabulary import ActorKind, FindingType, Gravity, MentionForm

MOST_SHOWN = 2
"""Places shown of each person, and of the description by itself."""


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out "the top diplomat" where two persons of the article are called so.

    A description is a word that singles out (list ``singling_words``) and a word of office, with
    the words of a state or body between them left out. At least once it must stand without a
    name: there a reader has to choose.
    """
    singling = key_words(reading.lexicon.terms("singling_words"))
    pattern = _pattern(reading.lexicon)
    for source in reading.sources():
        held: dict[str, list[tuple[Anchor, Actor | None]]] = {}
        for sentence in reading.sentences(source.id, holding=singling):
            for match in pattern.finditer(reading.text(sentence)):
                words = reading.anchor(sentence, *match.span())
                key = f"{match['single']} {match['office']}".casefold()
                held.setdefault(key, []).append((words, _holder(words, sentence, reading)))
        for key, uses in held.items():
            persons = {actor.id: actor for _, actor in uses if actor is not None}
            alone = [words for words, actor in uses if actor is None]
            if len(persons) > 1 and alone:
                yield _draw(key, uses, list(persons.values()), alone)


@cache
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    singling = "|".join(sorted(lexicon.terms("singling_words")))
    offices = sorted(lexicon.terms("titles"), key=lambda term: (-len(term), term))
    office = "|".join(re.escape(term) for term in offices)
    return re.compile(
        rf"\b(?P<single>{singling})\s(?:[A-Z][\w’'-]*\s){{0,2}}?(?P<office>{office})\b",
        re.IGNORECASE,
    )


def _holder(words: Anchor, sentence: Sentence, reading: Reading) -> Actor | None:
    """The person a description stands beside, if it stands beside a name."""
    text = reading.dossier.sources[words.source_id].text
    for mention in reading.mentions_in.get(sentence.id, ()):
        actor = reading.actors_of.get(mention.id)
        is_name = mention.form is MentionForm.NAME
        if actor and actor.kind is ActorKind.PERSON and is_name and _beside(mention, words, text):
            return actor
    return None


_AFTER = re.compile(r",?\s(?:(?:on|for|to|in|of)\s[^,.;:]{1,40},\s)?|,\s")
_BEFORE = re.compile(r",\s(?:an?\s|the\s|its\s|their\s|[\w’'-]+[’']s?\s)?")


def _beside(mention: Mention, words: Anchor, text: str) -> bool:
    if mention.anchor.start >= words.end:
        return _AFTER.fullmatch(text[words.end : mention.anchor.start]) is not None
    return _BEFORE.fullmatch(text[mention.anchor.end : words.start]) is not None


def _draw(
    key: str, uses: list[tuple[Anchor, Actor | None]], persons: list[Actor], alone: list[Anchor]
) -> Noticed:
    first = [next(words for words, actor in uses if actor is one) for one in persons[:MOST_SHOWN]]
    names = " and ".join(one.name for one in persons)
    return Noticed(
        f"“{key.capitalize()}” stands beside the names of {names}, and also without a name.",
        (*alone[:MOST_SHOWN], *first),
        tuple(one.id for one in persons),
    )


RULE = Rule(FindingType.SAME_DESCRIPTOR_TWO_PERSONS, Gravity.MEDIUM, notice)
