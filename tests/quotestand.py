"""Stand-in sources and mentions for tests of quotations, so that they test one room only."""

import re
from bisect import bisect_right
from dataclasses import replace

from dossier.anchors import make_anchor
from dossier.extract.quotes.find import find_quotes
from dossier.extract.sentences import find_sentences
from dossier.ids import make_id
from dossier.model import Mention
from dossier.settings import load_lexicon
from dossier.vocabulary import ActorKind, MentionForm, PassageKind
from standins import make_source

LEXICON = load_lexicon(None)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|we|his|her|their)\b", re.IGNORECASE)


def read_source(text, kinds=None, source_id="001"):
    """A source whose lines are body paragraphs unless ``kinds`` says otherwise by line."""
    source = make_source(source_id, text)
    kinds = kinds or {}
    passages = tuple(
        replace(passage, kind=PassageKind(kinds.get(passage.first_line, "body")))
        for passage in source.passages
    )
    return replace(source, passages=passages)


def stand_in_mentions(source, sentences, names, nominals=()):
    """Every given name and description wherever it stands, longest first, and all pronouns."""
    found, taken = [], set()
    wanted = [(name, MentionForm.NAME, ActorKind(kind)) for name, kind in names.items()]
    wanted += [(words, MentionForm.NOMINAL, ActorKind.PERSON) for words in nominals]
    patterns = [
        (re.compile(rf"\b{re.escape(words)}\b"), form, kind)
        for words, form, kind in sorted(wanted, key=lambda one: -len(one[0]))
    ]
    patterns.append((_PRONOUN, MentionForm.PRONOUN, None))
    for pattern, form, kind in patterns:
        for hit in pattern.finditer(source.text):
            if not taken & set(range(*hit.span())):
                taken |= set(range(*hit.span()))
                found.append((*hit.span(), form, kind))
    starts = [sentence.start for sentence in sentences]
    return tuple(
        Mention(
            id=make_id("m", source.id, start, source.text[start:end]),
            anchor=make_anchor(source, start, end),
            sentence_id=sentences[bisect_right(starts, start) - 1].id,
            name=source.text[start:end],
            form=form,
            kind=kind,
        )
        for start, end, form, kind in sorted(found, key=lambda one: one[0])
    )


def quotes_of(text, names=None, nominals=(), kinds=None):
    """Quotations of a text, as ``find_quotes`` gives them."""
    source = read_source(text, kinds)
    sentences = find_sentences(source, LEXICON)
    mentions = stand_in_mentions(source, sentences, names or {}, nominals)
    return find_quotes(source, sentences, mentions, LEXICON)


def describe(quote):
    """A quotation on one line: ``direct: We lost … whole catch, <- Novak (said) via …``."""
    words = quote.content.exact.split()
    shown = " ".join(words if len(words) < 8 else [*words[:4], "…", *words[-3:]])
    line = f"{quote.kind}: {shown}"
    if quote.speaker_words:
        line += f" <- {quote.speaker_words.exact}"
    if quote.cue:
        line += f" ({quote.cue.exact})"
    if quote.carrier_words:
        line += f" via {quote.carrier_words.exact}"
    return line + (" continues" if quote.continues else "") + (" elided" if quote.elided else "")
