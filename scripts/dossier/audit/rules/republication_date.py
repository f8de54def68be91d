"""Copies whose one date may be the day of the copy and not of the article."""

from collections.abc import Iterator
from datetime import timedelta

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.model import Anchor, Dating, Source, Timex
from dossier.vocabulary import DateBasis, FindingType, Gravity, TimexForm

_NEAR = timedelta(days=10)
"""A day that the text writes out so shortly before its date shows when it was written."""

_MOST_SHOWN = 3


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out marked copies from whose date days are counted, where nothing confirms it.

    A copy confirms its date if its text writes out a day shortly before it, unless the date
    stands on the very line that marks the copy.
    """
    for source in reading.sources():
        dating = reading.dossier.calendar.published.get(source.id)
        if not source.markers or dating is None or source.published_on is None:
            continue
        timexes = [
            one
            for sentence in reading.sentences(source.id)
            for one in reading.timexes_in.get(sentence.id, ())
        ]
        counted = [one.anchor for one in timexes if _is_counted(one, reading)]
        line = _line(source, dating)
        if not counted or line is None:
            continue
        marked = any(_on(line, fact.value, source) for fact in source.markers)
        if marked or not any(_confirms(one, dating, reading) for one in timexes):
            yield Noticed(
                f"“{line.exact}” may be the day of the copy. If the article is older, "
                f"“{counted[0].exact}” and all else that is counted from it shift.",
                (line, *counted[:_MOST_SHOWN]),
            )


def _is_counted(timex: Timex, reading: Reading) -> bool:
    dating = reading.dossier.calendar.timexes.get(timex.id)
    return dating is not None and dating.basis is DateBasis.RELATIVE


def _line(source: Source, dating: Dating) -> Anchor | None:
    """Where the date stands in the text; None if only front matter gives it."""
    return next((one for one in dating.anchors if one.source_id == source.id), None)


def _on(line: Anchor, marker: str, source: Source) -> bool:
    start = source.text.rfind("\n", 0, line.start) + 1
    end = source.text.find("\n", line.end)
    return marker in source.text[start : end if end >= 0 else len(source.text)]


def _confirms(timex: Timex, dating: Dating, reading: Reading) -> bool:
    written = reading.dossier.calendar.timexes.get(timex.id)
    if written is None or timex.expression.form is not TimexForm.ABSOLUTE:
        return False
    return written.value.is_day and (
        dating.value.start - _NEAR <= written.value.start <= dating.value.latest
    )


RULE = Rule(FindingType.REPUBLICATION_DATE, Gravity.MEDIUM, notice)
