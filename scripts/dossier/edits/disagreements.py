"""Edits of one level that cannot both hold; each is named with both places."""

from collections.abc import Iterable

from dossier.edits.schema import Edits
from dossier.model import PairJudgement
from dossier.vocabulary import Judgement

Entry = tuple[str, str]
"""What must be given once only, and ``path:line`` of the edit that gives it."""


def find_disagreements(edits: Edits) -> tuple[str, ...]:
    """Find edits that cannot both hold.

    Returns:
        One line for each, naming both places, in the order of the files.
    """
    pages: list[Entry] = [
        *((one.id, one.where) for one in edits.actors),
        *((one.id, one.where) for one in edits.events),
        *((one.id, one.where) for one in edits.findings),
        *((one.id, one.where) for one in edits.quotations),
        *((one.id, one.where) for one in edits.claims),
        *((one.id, one.where) for one in edits.sources),
    ]
    places: list[Entry] = [(one.id, one.where) for one in edits.places]
    names: list[Entry] = [
        (name, one.where) for one in edits.actors for name in sorted({one.name, *one.aliases})
    ]
    spots: list[Entry] = [
        (name, one.where) for one in edits.places for name in sorted({one.name, *one.aliases})
    ]
    merged: list[Entry] = [
        *((old, one.where) for one in edits.actors for old in one.merge),
        *((old, one.where) for one in edits.events for old in one.merge),
    ]
    fields: list[Entry] = [(f"{one.on}.{one.set}", one.where) for one in edits.corrections]
    return tuple(
        dict.fromkeys(
            (
                *_twice(pages, "the id {!r} is given twice (first at {})"),
                *_twice(places, "the id {!r} is given twice (first at {})"),
                *_twice(names, "the name {!r} is given to another actor too (at {})"),
                *_twice(spots, "the name {!r} is given to another place too (at {})"),
                *_merged_twice(pages, merged),
                *_twice(fields, "{!r} is corrected twice (first at {})"),
                *_opposed(edits.judgements),
                *_same_with_two_edits(edits),
            )
        )
    )


def _twice(entries: Iterable[Entry], message: str) -> tuple[str, ...]:
    first: dict[str, str] = {}
    found = []
    for value, where in entries:
        if value in first:
            found.append(f"{where}: {message.format(value, first[value])}")
        first.setdefault(value, where)
    return tuple(found)


def _merged_twice(pages: Iterable[Entry], merged: Iterable[Entry]) -> tuple[str, ...]:
    """Automatic ids that two edits take up; ids given twice are told already."""
    once = dict(pages)
    entries = [entry for entry in merged if once.get(entry[0], entry[1]) != entry[1]]
    return (
        *(
            f"{where}: merge: {old!r} has an edit of its own (at {once[old]})"
            for old, where in entries
        ),
        *_twice(
            (entry for entry in merged if entry[0] not in once),
            "merge: {!r} is taken up twice (first at {})",
        ),
    )


def _same_with_two_edits(edits: Edits) -> tuple[str, ...]:
    """Pairs judged the same whose sides, by id or by name, lead to two edits."""
    where = {
        name: edit.where for edit in edits.actors for name in (edit.name, *edit.aliases) if name
    } | {edit.id: edit.where for edit in edits.actors}
    return tuple(
        f"{pair.where}: {pair.left!r} and {pair.right!r} are judged the same, but each has an "
        f"edit ({where[pair.left]}, {where[pair.right]}); keep one of the two"
        for pair in edits.judgements
        if pair.judgement is Judgement.SAME
        and where.get(pair.left, "") != where.get(pair.right, "")
        and pair.left in where
        and pair.right in where
    )


def _opposed(judgements: Iterable[PairJudgement]) -> tuple[str, ...]:
    first: dict[frozenset[str], PairJudgement] = {}
    found = []
    for pair in judgements:
        before = first.setdefault(frozenset((pair.left, pair.right)), pair)
        if before.judgement is not pair.judgement:
            found.append(
                f"{pair.where}: {pair.left!r} and {pair.right!r} are judged {pair.judgement.value}"
                f", but {before.judgement.value} at {before.where}"
            )
    return tuple(found)
