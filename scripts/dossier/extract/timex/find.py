"""Find the date expressions of an article and say what each means by itself.

Each sentence is looked at once to see which rules are worth trying; every rule that is offers
its matches; of those that overlap the first and then the longest is kept. Neighbours that make a
range are joined ("Sunday into Monday"). What a day of the article is needed for is left to
``dossier.resolve.dating.dates``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from dossier.anchors import make_anchor
from dossier.extract.timex import absolute, context, ordinals, periods, relative, spans
from dossier.extract.timex.lists import find_listed
from dossier.extract.timex.look import DATES, look
from dossier.extract.timex.ranges import Found, join_ranges
from dossier.extract.timex.tense import (
    Cues,
    TenseWords,
    make_tense_words,
)
from dossier.extract.timex.words import (
    Rule,
    any_by_letter,
    any_of,
    direction_of,
    find_keys,
    find_tokens,
)
from dossier.feasts import name_day
from dossier.ids import make_id
from dossier.model import Sentence, Source, TimeExpression, Timex
from dossier.settings import Lexicon
from dossier.vocabulary import Direction, PassageKind, TimexForm

RULES: tuple[Rule, ...] = (
    *absolute.RULES,
    *periods.RULES,
    *relative.RULES,
    *context.RULES,
    *ordinals.RULES,
    *spans.RULES,
)

_BARE = ("Christmas", "Easter")
_LED = re.compile(r"\b(?:since|until|till|before|after|by|on|at)[ \t]{1,3}\Z", re.IGNORECASE)
_ENDED = re.compile(
    r"[ \t]?(?:[^\w \t]|\Z|[ \t](?:and|or|but|when|in|at|with|the|as|he|she|it|they)\b)"
)
_NAMED_PLACE = re.compile(
    r"[ \t](?:Square|Street|Avenue|Road|Boulevard|Bridge|City|University|Park|Stadium|Hospital"
    r"|Airport|Station|Barracks|Movement|Brigades?|Alliance|Coalition|Committee|Group)\b"
)
_ON = re.compile(r"\b(?:on|since|until|from|by)[ \t]\Z")
_WHOLE = (TimexForm.ABSOLUTE, TimexForm.PARTIAL)
_LAST = re.compile(r"\b(?:[Ll]ast|[Nn]ext|[Tt]his)[ \t]{1,3}\Z")
_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}
_OPENED = re.compile(r"(?<![\w])(?P<mark>[“‘\"'«])(?:The )?\Z")
_LOOK_BACK = 16


@dataclass(frozen=True, slots=True)
class _Words:
    """Word lists in the shape that finding needs.

    Attributes:
        tense: Cues of tense.
        named_days: What days known by a name are, by name.
        named: Finds them.
        named_tokens: Tokens one of which stands wherever there is such a name; None if unknown.
        traps: Finds what only looks like a date.
        papers: Finds what makes a paper's name of a weekday before it ("Courier").
    """

    tense: TenseWords
    named_days: Mapping[str, str]
    named: re.Pattern[str]
    named_tokens: frozenset[str] | None
    traps: re.Pattern[str]
    papers: re.Pattern[str] | None


def find_timexes(
    source: Source, sentences: tuple[Sentence, ...], lexicon: Lexicon
) -> tuple[Timex, ...]:
    """Find every date expression in the passages that tell something.

    Args:
        source: The article.
        sentences: Its sentences, in text order.
        lexicon: Word lists; used are ``named_days``, ``not_dates``, ``media_nouns``,
            ``future_cues``, ``timetable_verbs`` and ``irregular_verbs``.

    Returns:
        Expressions in text order; none overlaps another, none crosses a sentence.
    """
    words = _make_words(lexicon)
    found: list[Timex] = []
    for sentence in sentences:
        if not source.passages[sentence.passage].kind.tells:
            continue
        text = source.text[sentence.start : sentence.end]
        shown = source.passages[sentence.passage].kind is PassageKind.CAPTION
        for start, end, expression in _find_in(text, words):
            if shown and expression.direction is Direction.NEAREST:
                # A picture shows what has happened.
                expression = replace(expression, direction=Direction.PAST)  # noqa: PLW2901
            anchor = make_anchor(source, sentence.start + start, sentence.start + end)
            timex_id = make_id("t", source.id, anchor.start, anchor.exact)
            found.append(Timex(timex_id, anchor, sentence.id, expression))
    return tuple(found)


@lru_cache(maxsize=4)
def _make_words(lexicon: Lexicon) -> _Words:
    days = {
        name.replace("’", "'"): values[0]
        for name, values in lexicon.values("named_days").items()
        if values
    }
    traps = lexicon.terms("not_dates")
    papers = [term for term in lexicon.terms("media_nouns") if term[0].isupper()]
    named = any_of(days).replace("'", "['’]") if days else "(?!)"
    return _Words(
        tense=make_tense_words(lexicon),
        named_days=days,
        named=re.compile(
            rf"(?<![\w/])(?:(?P<rel>[Ll]ast|[Tt]his|[Nn]ext)[ \t])?(?P<name>{named})(?![\w/])"
            r"(?:,?[ \t](?P<y>(?:19|20)\d\d)\b)?"
        ),
        named_tokens=_key_tokens(days),
        traps=re.compile(rf"(?<!\w){any_by_letter(traps)}(?!\w)" if traps else "(?!)"),
        papers=re.compile(rf"[ \t]{any_of(papers)}\b") if papers else None,
    )


def _key_tokens(names: Iterable[str]) -> frozenset[str] | None:
    """Of each name its longest token; None if a name has none."""
    tokens = [max(find_tokens(name), key=lambda t: (len(t), t), default="") for name in names]
    return frozenset(tokens) if all(tokens) else None


def _find_in(text: str, words: _Words) -> list[Found]:
    """Find the expressions of one sentence, positions counted in it."""
    tokens = find_tokens(text)
    keys = find_keys(tokens)
    named = words.named_tokens is None or not words.named_tokens.isdisjoint(tokens)
    offers = _named_days(text, words) if named else []
    if not keys and not offers:
        return []
    for rule in _worth_trying(keys):
        offers += _offers(rule, text)
    if "month" in keys:
        offers += find_listed(text)
    if not offers:
        return []
    offers.sort(key=lambda offer: (offer.start, -offer.end))
    chosen: list[Found] = []
    passed = 0
    for offer in _outside(offers, [match.span() for match in words.traps.finditer(text)]):
        if offer.start >= passed:
            passed = offer.end
            chosen += [] if _is_name(offer, text, words.papers) else [offer]
    if any(offer.expression.form in DATES for offer in chosen):
        cues = Cues(text, words.tense)
        chosen = [look(offer, text, cues) for offer in chosen]
    return join_ranges(text, chosen)


@lru_cache(maxsize=1024)
def _worth_trying(keys: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that may find something in a sentence that holds such keys, in order."""
    return tuple(rule for rule in RULES if rule.keys <= keys)


def _outside(offers: list[Found], traps: list[tuple[int, int]]) -> Iterator[Found]:
    """Leave out what touches a trap; both are in text order."""
    passed = 0
    for offer in offers:
        while passed < len(traps) and traps[passed][1] <= offer.start:
            passed += 1
        if passed == len(traps) or traps[passed][0] >= offer.end:
            yield offer


def _is_name(offer: Found, text: str, papers: re.Pattern[str] | None) -> bool:
    """Whether a date is a name: alone between marks as a film's, or before "Square"."""
    if offer.expression.form is TimexForm.WEEKDAY:
        return papers is not None and _is_paper(offer, text, papers)
    if offer.expression.form not in _WHOLE:
        return False
    if offer.expression.form is TimexForm.PARTIAL and _NAMED_PLACE.match(text, offer.end):
        return True
    opened = _OPENED.search(text, max(0, offer.start - len("“The ")), offer.start)
    return opened is not None and text[offer.end : offer.end + 1] == _QUOTES[opened["mark"]]


def _is_paper(offer: Found, text: str, papers: re.Pattern[str]) -> bool:
    """Whether a weekday opens a paper's name: "the Sunday Courier", not "on Sunday Courier …"."""
    led = _ON.search(text, max(0, offer.start - _LOOK_BACK), offer.start)
    return led is None and papers.match(text, offer.end) is not None


def _offers(rule: Rule, text: str) -> list[Found]:
    group = "span" if "span" in rule.pattern.groupindex else 0
    offers = []
    for match in rule.pattern.finditer(text):
        expression = rule.read(match)
        if expression is not None:
            start, end = match.span(group) if match[group] is not None else match.span()
            if expression.weekday is not None and expression.form in _WHOLE:
                led = _LAST.search(text, max(0, start - _LOOK_BACK), start)
                start = led.start() if led else start  # "last Thursday, 31 August" is one date
            offers.append(Found(start, end, expression))
    return offers


def _named_days(text: str, words: _Words) -> list[Found]:
    offers = []
    for match in words.named.finditer(text):
        value = words.named_days[match["name"].replace("’", "'")]
        if match["name"] in _BARE and not _stands_for_a_day(text, match):
            continue
        whole = value if value[0] in "12" and value[:4].isdecimal() else f"XXXX-{value}"
        if match["y"]:
            whole = f"{match['y']}{whole[4:]}"
            whole = name_day(whole) or whole
        amount, direction = direction_of(match["rel"])
        form = TimexForm.PARTIAL if whole.startswith("X") else TimexForm.ABSOLUTE
        expression = TimeExpression(form, whole, amount=amount, direction=direction)
        offers.append(Found(*match.span(), expression))
    return offers


def _stands_for_a_day(text: str, match: re.Match[str]) -> bool:
    """Whether "Christmas" is the day, and not a part of a name or of "Christmas market"."""
    if match["rel"] or match["y"]:
        return True
    led = _LED.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    return led is not None and _ENDED.match(text, match.end()) is not None
