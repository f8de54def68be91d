"""Read numbers that belong to names: "Volta Radio 4", "Pier 39", "the 82nd Quorv Division"."""

import re

from dossier.extract.spans import DAYS, Span, text_of
from dossier.extract.words import Words, word_set
from dossier.vocabulary import ActorKind

_LONGEST_CHANNEL = 2
_LONGEST_ROAD = 4
_CHANNELS = word_set("Radio Channel Television TV Network")
_ROADS = word_set("Highway Route Interstate Motorway Autobahn")
_SPOTS = word_set(
    "Pier Hangar Terminal Area Pad Sector Zone Ward Dock Berth Reactor Pit Junction District Block"
)
_CLUBS = word_set("Studio Club Local Unit Squadron")
_COUNTED = word_set(
    "Circuit District Division Brigade Regiment Battalion Battery Legion Fleet Corps Squadron"
    " Infantry Airborne Cavalry Armoured Armored Mountain Marine Precinct Street Avenue Congress"
    " Army Army's Wing Parliament Assembly Panzer Light Mechanised Mechanized Artillery"
)
"""Words that, first or last in a name, have an ordinal number before them."""
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)\Z")
_NUMBER = re.compile(r"\d{1,4}[A-Z]?\Z")


def with_number(words: Words, span: Span) -> Span:
    """A name together with the number that belongs to it.

    Args:
        words: A sentence.
        span: A name in it.

    Returns:
        A longer span where a channel, a road, a spot or a club has its number behind it, or a
        unit, a court or a street has its ordinal before it; else the same span.
    """
    if span.first and words.text[span.first - 1][0].isdecimal():
        counted = _counted(words, span)
        if counted:
            return counted
    at = span.last
    if at >= len(words) or not words.text[at][0].isdecimal() or not words.touching(at):
        return span
    if _is_sum(words, at):
        return span
    number, head = words.text[at], words.text[at - 1]
    plain = len(number) if number.isdecimal() else 0
    if head in _CHANNELS and 0 < plain <= _LONGEST_CHANNEL:
        kind, sort = ActorKind.MEDIUM, "org"
    elif (head in _ROADS and 0 < plain <= _LONGEST_ROAD) or (
        head in _SPOTS and _NUMBER.match(number)
    ):
        kind, sort = ActorKind.PLACE, "place"
    elif head in _CLUBS and _NUMBER.match(number):
        kind, sort = ActorKind.ORGANIZATION, "org"
    else:
        return _over_number(words, span, at) if plain else span
    name = text_of(words, span.first, at + 1)
    return Span(span.first, at + 1, kind, sort, firm=True, name=name)


def _is_sum(words: Words, at: int) -> bool:
    """Whether a number goes on behind a mark: "3,000", "4.5"."""
    mark, rest = at + 1, at + 2
    tied = rest < len(words) and words.start[rest] == words.end[at] + 1
    return tied and words.text[mark] in {",", ".", ":"} and words.text[rest][0].isdecimal()


def _counted(words: Words, span: Span) -> Span | None:
    """A body or a street with the ordinal before it: "9th Circuit", "42nd Street"."""
    first = span.first - 1
    touching = words.touching(span.first) and _ORDINAL.match(words.text[first])
    parts = words.text[span.first : span.last]
    telling = parts[0] in _COUNTED or parts[-1] in _COUNTED
    if not touching or not telling:
        return None
    place = parts[-1] in {"Street", "Avenue"}
    kind = ActorKind.PLACE if place else span.kind or ActorKind.PUBLIC_BODY
    name = text_of(words, first, span.last)
    return Span(first, span.last, kind, "place" if place else "org", firm=True, name=name)


def _over_number(words: Words, span: Span, at: int) -> Span:
    """A name of which nothing is known, and that goes on behind a number: "Alleanza 5 Torri"."""
    rest = at + 1
    alone = span.kind is None and not span.firm and not words.opens(span.first)
    if not alone or rest >= len(words) or not words.cap[rest] or not words.touching(rest):
        return span
    closed = rest + 1 == len(words) or not words.cap[rest + 1]
    if words.text[rest] in DAYS or not closed:
        return span
    name = text_of(words, span.first, rest + 1)
    return Span(span.first, rest + 1, None, "", firm=False, name=name)
