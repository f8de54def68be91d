"""Articles that do not say when they appeared, where others have to date them."""

from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.model import Anchor, Source
from dossier.vocabulary import FindingType, Gravity, TimexForm

_COUNTED = frozenset({TimexForm.WEEKDAY, TimexForm.RELATIVE, TimexForm.PARTIAL})


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out articles without a date whose words of time need one.

    An article in which no word counts from its own day loses nothing and is let pass, and so is
    one whose file name gives the day.
    """
    for source in reading.sources():
        own = _first_counted(source, reading)
        if source.published_on is not None or own is None:
            continue
        dating = reading.dossier.calendar.published.get(source.id)
        if dating is None:
            yield Noticed(
                f"{source.label} gives no date, and nothing else dates it. What “{own.exact}” "
                "means cannot be said.",
                (own,),
            )
            continue
        anchors = [*dating.anchors, *(one for step in dating.steps for one in step.anchors)]
        mine = next((one for one in anchors if one.source_id == source.id), own)
        other = next((one for one in anchors if one.source_id != source.id), None)
        if other is None:
            yield Noticed(
                f"{source.label} gives no date. When it appeared is worked out from its own words "
                f"(“{mine.exact}”), and every day counted from it rests on that.",
                (mine,),
            )
        else:
            label = reading.dossier.sources[other.source_id].label
            yield Noticed(
                f"{source.label} gives no date. Its days stand or fall with “{other.exact}” in "
                f"{label}, taken to be what “{mine.exact}” means.",
                (mine, other),
            )


def _first_counted(source: Source, reading: Reading) -> Anchor | None:
    """The first words of time that mean nothing without the day of the article."""
    for sentence in reading.sentences(source.id):
        for timex in reading.timexes_in.get(sentence.id, ()):
            counted = timex.expression.counted_from == "article"
            if timex.expression.form in _COUNTED and counted:
                return timex.anchor
    return None


RULE = Rule(FindingType.UNDATED_SOURCE, Gravity.HIGH, notice)
