"""How a date is known, as it stands on the page of an event or a source."""

from datetime import date

from dossier.dates import DateValue, describe, make_day
from dossier.model import Dating
from dossier.render.chips import say_date
from dossier.render.leaf import Leaf
from dossier.render.links import source_page
from dossier.render.markdown import Md, join
from dossier.render.markup import Entry, bullets, tag, terms
from dossier.render.words import DATE_BOUNDS, capital, hint, label
from dossier.vocabulary import DateBasis

_EDITS = "seeds/"


def how_dated(leaf: Leaf, dating: Dating) -> Md:
    """Show how a date is known: words, day counted from, steps, check, limits."""
    value = dating.value
    words = [
        join(" ", [leaf.date_words(anchor), leaf.evidence([anchor])]) for anchor in dating.anchors
    ]
    steps = bullets(
        [
            Entry((join(" ", [leaf.prose(capital(step.text)), leaf.evidence(step.anchors)]),))
            for step in dating.steps
        ],
        "steps",
        "ol",
    )
    edit = tag("code", dating.origin) if dating.origin.startswith(_EDITS) else ""
    ranges = not value.is_day
    lines = terms(
        [
            ("Date", join(" ", [say_date(value), tag("code", value.edtf)])),
            ("How known", f"{label(dating.basis)}: {_lower(hint(dating.basis))}"),
            ("In the words", join("; ", words)),
            ("Said to be", DATE_BOUNDS.get(dating.bound, "")),
            ("Counted from", _counted_from(leaf, dating)),
            ("Weekday", dating.weekday_check),
            ("Earliest", _limit(value, value.earliest, date.min) if ranges else ""),
            ("Latest", _limit(value, value.latest, date.max) if ranges else ""),
            ("Set in", edit),
        ]
    )
    return join(Md("\n"), [lines, steps])


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _limit(value: DateValue, day: date, never: date) -> str:
    is_open = value.is_open_start if never == date.min else value.is_open_end
    return "Not known" if is_open else describe(make_day(day))


def _counted_from(leaf: Leaf, dating: Dating) -> Md:
    """The day on which the words were published, where the date is counted from it."""
    if dating.basis is not DateBasis.RELATIVE or not dating.anchors:
        return Md("")
    source_id = dating.anchors[0].source_id
    published = leaf.book.dossier.calendar.published.get(source_id)
    if published is None or leaf.page == source_page(source_id):
        return Md("")
    day = say_date(published.value) + Md(", when")
    return join(" ", [day, leaf.labelled(source_id), "appeared"])
