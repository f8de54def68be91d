"""Limits a dossier sets itself: quoted words, corroboration, the length of the bottom line."""

from collections.abc import Iterable

from dossier.check.records import Origin, fail, where_of
from dossier.errors import Problem
from dossier.independence import name_roots, weigh
from dossier.model import Anchor, Claim, Dossier, Event, SourceId
from dossier.settings import SETTINGS_FILE, Settings
from dossier.vocabulary import Credibility, EventStatus, FullText, QuoteKind, Telling

INDEPENDENT = 2
"""Origins that it takes to confirm something."""

MOST_BULLETS = 5
MOST_BULLET_WORDS = 30
_TELLING = frozenset({Telling.ASSERTS, Telling.BACKGROUND, Telling.FORECASTS})


def check_quoted_words(dossier: Dossier, settings: Settings) -> tuple[Problem, ...]:
    """C306: pages quote no more words from one source than the settings allow.

    Words quoted twice count once; reported speech without quotation marks is not quoted. Where
    the project may print articles in full, there is nothing to cap.
    """
    if settings.full_text is FullText.LICENSED:
        return ()
    return tuple(
        fail(
            "C306",
            settings.places.get("quoted_words", f"{SETTINGS_FILE}:1"),
            f"{dossier.sources[source_id].path}: {words} words are quoted, "
            f"{settings.quoted_words} are allowed",
            "quote less, or raise quoted_words if the publisher allows it",
        )
        for source_id, words in count_quoted_words(dossier).items()
        if words > settings.quoted_words
    )


def count_quoted_words(dossier: Dossier) -> dict[SourceId, int]:
    """Words that quotations show, by source, in order of publication."""
    ranges: dict[SourceId, list[tuple[int, int]]] = {one: [] for one in dossier.sources}
    for quotation in dossier.quotations:
        if quotation.kind is QuoteKind.INDIRECT:
            continue
        for anchor in quotation.anchors:
            if anchor.source_id in ranges:
                ranges[anchor.source_id].append((anchor.start, anchor.end))
    return {
        source_id: _count(dossier.sources[source_id].text, spans)
        for source_id, spans in ranges.items()
    }


def _count(text: str, spans: list[tuple[int, int]]) -> int:
    words, reached = 0, 0
    for start, end in sorted(spans):
        words += len(text[max(start, reached) : end].split())
        reached = max(reached, end)
    return words


def check_corroboration(dossier: Dossier) -> tuple[Problem, ...]:
    """C307: what is called corroborated is told by two independent origins or more."""
    problems = []
    for event in dossier.events.values():
        if event.status is not EventStatus.CORROBORATED:
            continue
        origins = weigh(dossier, _telling_words(event)).origins
        if origins < INDEPENDENT:
            message = (
                f"the event {event.id!r} is called corroborated, but "
                f"{_say_origins(origins)} {'tells' if origins == 1 else 'tell'} it"
            )
            hint = "set status: single-source, or list a sentence of another source under at"
            where = where_of(dossier, event.origin, event.anchors)
            problems.append(fail("C307", where, message, hint))
    return tuple(problems)


def _telling_words(event: Event) -> tuple[Anchor, ...]:
    """The words of the sources that tell an event; a telling without words has the event's."""
    return tuple(
        anchor
        for one in event.tellings
        if one.telling in _TELLING
        for anchor in (
            one.anchors or [held for held in event.anchors if held.source_id == one.source_id]
        )
    )


def check_credibility(dossier: Dossier) -> tuple[Problem, ...]:
    """C312: credibility 1, "confirmed by other sources", needs two independent origins."""
    graded: list[tuple[str, Origin, tuple[Anchor, ...]]] = []
    for event in dossier.events.values():
        if event.credibility is Credibility.CONFIRMED:
            graded.append((f"the event {event.id!r}", event.origin, event.anchors))
        graded += _graded_claims(event.claims)
    graded += _graded_claims(dossier.claims)
    problems = []
    for what, origin, anchors in graded:
        backing = weigh(dossier, anchors)
        if backing.origins < INDEPENDENT:
            message = (
                f"{what} has credibility 1, confirmed by independent sources, but rests on "
                f"{_say_origins(backing.origins)} ({', '.join(name_roots(dossier, anchors))})"
            )
            hint = "grade it 2 to 6, or list words of a source that takes nothing from the first"
            problems.append(fail("C312", where_of(dossier, origin, anchors), message, hint))
    return tuple(problems)


def _graded_claims(claims: Iterable[Claim]) -> list[tuple[str, Origin, tuple[Anchor, ...]]]:
    return [
        (f"the claim {one.id!r}", one.origin, one.anchors)
        for one in claims
        if one.credibility is Credibility.CONFIRMED
    ]


def _say_origins(number: int) -> str:
    return f"{number} origin" if number == 1 else f"{number} origins"


def check_bottom_line(dossier: Dossier) -> tuple[Problem, ...]:
    """C308: at most five bullets of at most thirty words, each with its evidence."""
    problems = []
    for number, bullet in enumerate(dossier.bottom_line, 1):
        where = where_of(dossier, bullet.origin, ())
        length = len(bullet.text.split())
        if number > MOST_BULLETS:
            message = f"bullet {number} of the bottom line is one too many"
            problems.append(fail("C308", where, message, f"keep {MOST_BULLETS}"))
        if length > MOST_BULLET_WORDS:
            message = f"a bullet has {length} words, {MOST_BULLET_WORDS} are allowed"
            problems.append(fail("C308", where, message, "shorten it"))
        if not bullet.anchors:
            message = f"no words for the bullet {bullet.text!r}"
            problems.append(fail("C308", where, message, "point to the words with at"))
    return tuple(problems)
