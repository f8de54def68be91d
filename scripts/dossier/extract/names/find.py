"""Find every reference to a person, a body, a group or a place in an article.

A recogniser (`recognizers`) decides which words are names: capitals say where one may be, the
lists and the rest of the article say whether it is one (`names`, `names_article`). The words
around a name say what title it carries (`titles`) and whether a country acts or is only where
something happens (`metonymy`); `nominals` adds who is described and not named. Nothing is decided
here about who is who: that is `resolve.actors`.

A description may hold a name ("a Chilean spokesman"); both are mentions, and the longer one
begins earlier or ends later.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dossier.anchors import make_anchor
from dossier.extract.lexis import Lexis, make_lexis, names_nobody
from dossier.extract.names.article import Line
from dossier.extract.names.metonymy import settle_place
from dossier.extract.names.nominals import Nominal, find_nominals, is_adjective
from dossier.extract.names.rules import find_spans
from dossier.extract.names.titles import Title, find_title
from dossier.extract.names.turns import find_labels, find_turn_takers
from dossier.extract.recognizers import RULES, Recognizer
from dossier.extract.spans import Span, edges_of
from dossier.extract.words import Words, find_words, is_headline
from dossier.ids import make_id
from dossier.model import Anchor, Mention, MentionId, Sentence, Source, Timex
from dossier.settings import Lexicon
from dossier.vocabulary import ActorKind, MentionForm, PassageKind

_PLACES = frozenset({"country", "capital", "city", "us-state", "region"})


def find_mentions(
    source: Source,
    sentences: Sequence[Sentence],
    timexes: Sequence[Timex],
    lexicon: Lexicon,
    recognizer: Recognizer = RULES,
) -> tuple[Mention, ...]:
    """Find the mentions of an article.

    Args:
        source: The article.
        sentences: Its sentences, in text order.
        timexes: Its date expressions; no name lies inside one.
        lexicon: The word lists.
        recognizer: Decides which stretches are names.

    Returns:
        Mentions by start, the longer first. Headlines only confirm names: a mention in one is
        a listed name or one that the text below has too.
    """
    lexis = make_lexis(lexicon)
    told = [sentence for sentence in sentences if source.passages[sentence.passage].kind.tells]
    dated = sorted((timex.anchor.start, timex.anchor.end) for timex in timexes)
    lines = [_line(source, sentence, lexis) for sentence in told]
    recognizer.settle(source.text, lines, lexis)
    for line in lines:
        line.spans = _leave_out_nobody(line.words, line.spans, lexis)
    found: list[Mention] = []
    for sentence, line in zip(told, lines, strict=True):
        found.extend(_mentions(source, sentence, line, lexis))
    labels = find_labels(source, found)
    answering = find_turn_takers(source, found)
    if answering:
        found = [
            replace(one, kind=ActorKind.PERSON)
            if one.name in answering and one.kind in {ActorKind.ORGANIZATION, None}
            else one
            for one in found
        ]
    return tuple(
        sorted(
            (one for one in found if one.name not in labels and not _inside(one, dated)),
            key=lambda mention: (mention.anchor.start, -mention.anchor.end, mention.id),
        )
    )


def _line(source: Source, sentence: Sentence, lexis: Lexis) -> Line:
    words = find_words(source.text, sentence.start, sentence.end, lexis.pieces)
    headline = source.passages[sentence.passage].kind is PassageKind.TITLE or is_headline(words)
    return Line(words, _leave_out_nobody(words, find_spans(words, lexis), lexis), headline)


def _leave_out_nobody(words: Words, spans: Iterable[Span], lexis: Lexis) -> list[Span]:
    return [span for span in spans if not names_nobody(words, span.first, span.last, lexis)]


def _inside(mention: Mention, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether a name lies inside a date expression, such as "May"."""
    if mention.form is not MentionForm.NAME:
        return False
    at = bisect_right(ranges, mention.anchor.start, key=_start) - 1
    return at >= 0 and mention.anchor.end <= ranges[at][1]


def _start(range_: tuple[int, int]) -> int:
    return range_[0]


def _mentions(source: Source, sentence: Sentence, line: Line, lexis: Lexis) -> Iterator[Mention]:
    words = line.words
    edges = edges_of(line.spans)
    taken: list[tuple[int, int]] = []
    for span in edges.first.values():
        if span.kind is ActorKind.PERSON:
            title = find_title(words, edges, span, lexis)
            if title:
                taken.append((title.first, title.last))
            yield _named(source, sentence, words, span, title)
        else:
            yield _listed(source, sentence, words, span, lexis)
    if not line.headline:
        for nominal in find_nominals(words, edges, taken, lexis):
            yield _described(source, sentence, words, nominal)


def _listed(source: Source, sentence: Sentence, words: Words, span: Span, lexis: Lexis) -> Mention:
    """A name that is no person's, or an adjective made of one."""
    adjective = is_adjective(words, span, lexis)
    form = MentionForm.ADJECTIVE if adjective else MentionForm.NAME
    kind = span.kind
    if span.sort in _PLACES:
        kind = settle_place(words, span, lexis)
    elif span.sort == "demonym" and not adjective:
        kind = ActorKind.GROUP
    id_, anchor = _anchored(source, words, (span.first, span.last), form)
    return Mention(id_, anchor, sentence.id, span.name, form, kind)


def _named(
    source: Source, sentence: Sentence, words: Words, span: Span, title: Title | None
) -> Mention:
    form = MentionForm.NAME
    id_, anchor = _anchored(source, words, (span.first, span.last), form)
    if title is None:
        return Mention(id_, anchor, sentence.id, span.name, form, span.kind)
    return Mention(
        id=id_,
        anchor=anchor,
        sentence_id=sentence.id,
        name=span.name,
        form=form,
        kind=span.kind,
        title=title.text,
        title_quoted=title.quoted,
        title_status=title.status,
        affiliation=title.affiliation,
    )


def _described(source: Source, sentence: Sentence, words: Words, nominal: Nominal) -> Mention:
    id_, anchor = _anchored(source, words, (nominal.first, nominal.last), nominal.form)
    return Mention(
        id=id_,
        anchor=anchor,
        sentence_id=sentence.id,
        name=nominal.name,
        form=nominal.form,
        kind=nominal.kind,
        title=nominal.title,
        affiliation=nominal.affiliation,
    )


def _anchored(
    source: Source, words: Words, range_: tuple[int, int], form: MentionForm
) -> tuple[MentionId, Anchor]:
    start, end = words.start[range_[0]], words.end[range_[1] - 1]
    return make_id("m", source.id, start, end, form), make_anchor(source, start, end)
