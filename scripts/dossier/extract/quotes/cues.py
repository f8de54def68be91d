"""Lay out a text for the search for speakers: quoted words masked, cues and mentions sorted.

A cue is the word that reports: a verb of ``lexicon/reporting_verbs.txt`` outside quotation
marks, or "according to", or "in the words of". Quoted words are masked once for the whole
text, so that no rule can take a name inside a quotation for the name of its speaker.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dossier.errors import SettingsError
from dossier.extract.quotes.marks import Quoted, find_quoted
from dossier.model import Mention, Passage, Sentence, Source
from dossier.records import record
from dossier.settings import Lexicon
from dossier.vocabulary import MentionForm, PassageKind

MASK = "\x00"
ACCORDING = "according"
USES = frozenset(
    {"says", "tells", "asks", "labels", "thinks", "beside", "issues", "quotes", "noun"}
)
"""Values of ``reporting_verbs.txt``, explained at its head."""

_WORD = re.compile(r"[A-Za-z]++(?:[’'-][A-Za-z]++)*+")
_PARTICLE = re.compile(r" (on|it|out|in|back|up|for|to)\b")
_ACCORDING = re.compile(r"ccording\s+to\b")
_IN_THE_WORDS_OF = re.compile(r"[Ii]n the words of\b")


@record
class Cue:
    """A reporting word.

    Attributes:
        start: Its first code point.
        end: Code point after its last; for "according to" after "to".
        use: The way it is used, as ``reporting_verbs.txt`` says, or ``ACCORDING``.
        participle: Whether it ends in -ing and so has its subject elsewhere.
        noun: Whether the form is more often a noun.
        base: Whether it is the form after "to" and "would" ("say").
    """

    start: int
    end: int
    use: str
    participle: bool = False
    noun: bool = False
    base: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """One source, laid out for the search for speakers. All tuples are in text order.

    Attributes:
        source: The source.
        masked: Its text, with ``MASK`` for every code point in or of quotation marks.
        sentences: All its sentences.
        sentence_starts: Where they start.
        quoted: Outermost quoted stretches of the telling passages.
        mentions: Mentions that can speak: outside quotation marks, no adjectives.
        mention_starts: Where they start.
        mention_ending: The longest of them by where it ends.
        cues: Reporting words of the telling passages.
        cue_starts: Where they start.
        text_nouns: Words for things that are said or written ("statement").
        work_nouns: Words for works and occasions ("film", "conference").
        media_nouns: Words for outlets and their people ("newspaper", "reporters").
    """

    source: Source
    masked: str
    sentences: tuple[Sentence, ...]
    sentence_starts: tuple[int, ...]
    quoted: tuple[Quoted, ...]
    mentions: tuple[Mention, ...]
    mention_starts: tuple[int, ...]
    mention_ending: Mapping[int, Mention]
    cues: tuple[Cue, ...]
    cue_starts: tuple[int, ...]
    text_nouns: frozenset[str]
    work_nouns: frozenset[str]
    media_nouns: frozenset[str]

    def sentence_at(self, position: int) -> Sentence:
        """The sentence a position lies in, or the last one that begins before it."""
        return self.sentences[max(0, bisect_right(self.sentence_starts, position) - 1)]

    def passage_at(self, position: int) -> Passage:
        """The passage a position lies in."""
        return self.source.passages[self.sentence_at(position).passage]

    def cues_between(self, start: int, end: int) -> tuple[Cue, ...]:
        """Cues that start in a range."""
        return self.cues[bisect_left(self.cue_starts, start) : bisect_left(self.cue_starts, end)]

    def mentions_between(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that start in a range."""
        first = bisect_left(self.mention_starts, start)
        return self.mentions[first : bisect_left(self.mention_starts, end)]


def lay_out(
    source: Source,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
) -> Layout:
    """Mask a source's quotations and find its cues.

    Args:
        source: The article.
        sentences: Its sentences, in text order.
        mentions: Its mentions, in text order.
        lexicon: Used are ``reporting_verbs``, ``text_nouns``, ``work_nouns``, ``media_nouns``.

    Raises:
        SettingsError: A reporting verb has a use that is not known.
    """
    telling = [passage for passage in source.passages if passage.kind.tells]
    quoted = tuple(
        found
        for passage in telling
        for found in find_quoted(source.text, passage.start, passage.end)
        if found.depth == 0
    )
    masked = _mask(source.text, quoted)
    speaking = tuple(
        sorted(
            (m for m in mentions if m.form is not MentionForm.ADJECTIVE and _is_open(masked, m)),
            key=lambda m: (m.anchor.start, -m.anchor.end),
        )
    )
    cues = tuple(_find_cues(masked, telling, sentences, lexicon))
    return Layout(
        source=source,
        masked=masked,
        sentences=sentences,
        sentence_starts=tuple(sentence.start for sentence in sentences),
        quoted=quoted,
        mentions=speaking,
        mention_starts=tuple(m.anchor.start for m in speaking),
        mention_ending={m.anchor.end: m for m in reversed(speaking)},
        cues=cues,
        cue_starts=tuple(cue.start for cue in cues),
        text_nouns=frozenset(lexicon.terms("text_nouns")),
        work_nouns=frozenset(lexicon.terms("work_nouns")),
        media_nouns=frozenset(lexicon.terms("media_nouns")),
    )


def _mask(text: str, quoted: Iterable[Quoted]) -> str:
    parts, position = [], 0
    for found in quoted:
        parts += [text[position : found.start], MASK * (found.end - found.start)]
        position = found.end
    return "".join([*parts, text[position:]])


def _is_open(masked: str, mention: Mention) -> bool:
    return masked[mention.anchor.start] != MASK and masked[mention.anchor.end - 1] != MASK


@lru_cache(maxsize=4)
def _read_verbs(lexicon: Lexicon) -> frozenset[str]:
    """Check the list of verbs, and give the words that a cue can begin with or be known by."""
    verbs = lexicon.values("reporting_verbs")
    for verb, values in verbs.items():
        if not USES.issuperset(values):
            known, given = ", ".join(sorted(USES)), "; ".join(values)
            raise SettingsError(f"lexicon reporting_verbs: {verb!r}: {given!r} is not of {known}")
    return frozenset({ACCORDING, "words", *(verb.partition(" ")[0] for verb in verbs)})


def _find_cues(
    masked: str, telling: list[Passage], sentences: tuple[Sentence, ...], lexicon: Lexicon
) -> Iterable[Cue]:
    verbs = lexicon.values("reporting_verbs")
    openings = {sentence.start for sentence in sentences}
    watched = _read_verbs(lexicon)
    for passage in telling:
        headline = passage.kind is PassageKind.TITLE
        for match in _WORD.finditer(masked, passage.start, passage.end):
            word = match.group().lower()
            if word not in watched:
                continue
            if word == ACCORDING:
                phrase = _ACCORDING.match(masked, match.start() + 1)
                if phrase:
                    yield Cue(match.start(), phrase.end(), ACCORDING)
                continue
            if word == "words":
                phrase = _IN_THE_WORDS_OF.match(masked, max(0, match.start() - len("in the ")))
                if phrase:
                    yield Cue(phrase.start(), phrase.end(), ACCORDING)
                continue
            end = match.end()
            particle = _PARTICLE.match(masked, end)
            if particle and f"{word} {particle[1]}" in verbs:
                word, end = f"{word} {particle[1]}", particle.end()
            values = verbs.get(word)
            capital = match.group()[0].isupper()
            if values is None or (capital and not headline and match.start() not in openings):
                continue
            yield Cue(
                match.start(),
                end,
                values[0] if values else "says",
                participle=match.group().endswith("ing"),
                noun="noun" in values,
                base=f"{word}s" in verbs or f"{word[:-1]}ies" in verbs,
            )
