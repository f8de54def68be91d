"""Limits a dossier sets itself: quoted words, corroboration, the length of the bottom line."""

from dossier.check.records import fail, where_of
from dossier.errors import Problem
from dossier.model import Dossier, SourceId
from dossier.settings import SETTINGS_FILE, Settings
from dossier.vocabulary import EventStatus, FullText, QuoteKind, Telling

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
            f"{SETTINGS_FILE}:1",
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
    """C307: what is called corroborated is told by two sources or more."""
    problems = []
    for event in dossier.events.values():
        told_by = (one.source_id for one in event.tellings if one.telling in _TELLING)
        telling = {dossier.origins.get(source_id, source_id) for source_id in told_by}
        if event.status is EventStatus.CORROBORATED and len(telling) < 2:  # noqa: PLR2004  # it takes two
            message = (
                f"the event {event.id!r} is called corroborated, but {len(telling)} source tells it"
            )
            hint = "set status: single-source, or list a sentence of another source under at"
            where = where_of(dossier, event.origin, event.anchors)
            problems.append(fail("C307", where, message, hint))
    return tuple(problems)


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
