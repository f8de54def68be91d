"""What looks like a slip of the pen, kept as it stands."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.folding import compile_terms, lower_in_place
from dossier.model import Anchor, Sentence
from dossier.settings import Lexicon
from dossier.vocabulary import FindingType, Gravity, MentionForm

LEAST_LETTERS = 6
"""Shorter names may differ by a letter and be two."""

LEAST_USES = 3
"""How often a name must stand in its right form, in all articles, for another to be a slip."""

LONG = 8
"""Letters from which on a name with one letter changed counts as a slip, too."""

_NAME = re.compile(r"[A-Z][^\W\d_]+")
_LITTLE = ("the", "a", "an", "of", "to", "in", "for", "with", "and", "is", "was", "are", "were")
_TWICE = compile_terms((f"{one} {one}" for one in (*_LITTLE, "by", "at", "from")), r"[\w-]")
_NO_VERB = re.compile(
    r"to (?<![\w-]...)[a-z]{2,20}ly "
    r"([a-z]{2,16}(?:pendent|sistent|ponsible|ious|eous|less|ful|ical))(?![\w-])(?! \w+(?:ly|ed)\b)"
)
_SIC = re.compile(r"\W{0,3}\[?\(?sic\b", re.IGNORECASE)


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out names that miss a letter, words printed twice, and a verb that is missing.

    A name is compared with those of the whole dossier: it stands once or twice, and another
    that differs by one letter stands much more often. Of other words only quoted ones count, for
    they are quoted again. An error that the article itself marks is left alone.
    """
    near = _near_misses(reading)
    for source in reading.sources():
        for sentence in reading.sentences(source.id):
            for mention in reading.mentions_in.get(sentence.id, ()) if near else ():
                if mention.anchor.exact in near and mention.form is MentionForm.NAME:
                    usual = f"elsewhere the name is {near[mention.anchor.exact]}"
                    yield _draw(mention.anchor, usual)
            yield from _slips(sentence, reading)


def _slips(sentence: Sentence, reading: Reading) -> Iterator[Noticed]:
    quotes = reading.quotes_in.get(sentence.id, ())
    if not quotes:
        return
    text = reading.text(sentence)
    found = (
        *((one, "a word is printed twice") for one in _TWICE.finditer(lower_in_place(text))),
        *((one, "a verb is missing") for one in _NO_VERB.finditer(text)),
    )
    for match, why in found:
        place = sentence.start + match.start()
        is_quoted = any(one.content.start <= place < one.content.end for one in quotes)
        if is_quoted and not _SIC.match(text, match.end()):
            yield _draw(reading.anchor(sentence, *match.span()), why)


def _draw(words: Anchor, why: str) -> Noticed:
    return Noticed(f"“{words.exact}” is kept as it stands: {why}.", (words,))


def _near_misses(reading: Reading) -> dict[str, str]:
    """Rare names by the frequent one from which a letter is missing or changed.

    The wrong forms of every frequent name are looked up, so that no two names are compared.
    Names of the word lists are names of their own.
    """
    names = Counter(
        mention.anchor.exact
        for source in reading.sources()
        for mention in reading.dossier.extractions[source.id].mentions
        if mention.form is MentionForm.NAME
    )
    counts: Counter[str] = Counter()
    for name, uses in names.items():
        counts.update({word: uses for word in _NAME.findall(name) if len(word) >= LEAST_LETTERS})
    often = {name for name, uses in counts.items() if uses >= LEAST_USES}
    forms = {form: name for name in sorted(often, reverse=True) for form in _wrong(name)}
    return {
        name: usual
        for name in sorted(counts.keys() - often - _known_names(reading.lexicon))
        if (usual := forms.get(name) or next((forms[x] for x in _holes(name) if x in forms), ""))
    }


@cache
def _known_names(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        word
        for name in ("first_names", "countries", "cities", "regions", "media", "groups")
        for term, values in lexicon.values(name).items()
        for words in (term, *values)
        for word in words.split()
    )


def _wrong(name: str) -> Iterator[str]:
    """Forms in which a name may be misprinted; neither its first letter nor its ending changes.

    A letter is missing, or two have changed places; a hole stands for any letter in its place
    or for one too many.
    """
    for place in range(1, len(name) - 1):
        yield name[:place] + name[place + 1 :]
        yield name[:place] + name[place + 1] + name[place] + name[place + 2 :]
        yield f"{name[:place]}*{name[place:]}"
        if len(name) >= LONG:
            yield f"{name[:place]}*{name[place + 1 :]}"


def _holes(name: str) -> Iterator[str]:
    """A name with each letter but the first and the last replaced by a hole in turn."""
    for place in range(1, len(name) - 1):
        yield f"{name[:place]}*{name[place + 1 :]}"


RULE = Rule(FindingType.TRANSCRIPTION, Gravity.LOW, notice)
