"""The whole flow on one page: a folder of articles in, the pages of a dossier out.

Each stage is a function from values to values and returns what it noticed beside its result.
Only reading the project and writing its pages touch the disk.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dossier.audit import audit_dossier, trace_origins
from dossier.check import check_dossier
from dossier.edits import (
    Edits,
    apply_edits,
    apply_moved,
    correct_sources,
    find_idle,
    leave_out_hindsight,
    load_edits,
)
from dossier.errors import Problem, Severity
from dossier.extract import extract_source, make_recognizer
from dossier.extract.sentences import split_sentences
from dossier.lock import hold_lock
from dossier.model import Dossier, Extraction, Snapshot
from dossier.read import read_articles, read_previous
from dossier.read.originals import verify_originals
from dossier.render import render_dossier
from dossier.render.words import count
from dossier.render.write import Written, find_changes, write_docs
from dossier.resolve import resolve_dossier
from dossier.settings import Settings, load_settings

Progress = Callable[[str], None]

MOST_SNAPSHOTS = 12
"""Earlier days for which the dossier is made again."""

MOST_LOOKED_BACK = 300
"""Sources beyond which no earlier day is looked back to: each costs a resolution of its own."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What ``convert`` made.

    Attributes:
        dossier: Everything the pages say.
        settings: What the project decided.
        written: Pages written, left alone and taken away.
    """

    dossier: Dossier
    settings: Settings
    written: Written


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let nothing look for circles of objects meanwhile; what nothing refers to goes at once.

    A run keeps nearly all the records that it makes, and they refer only to what was there before
    them: going through all of them over and over takes a sixth of its time and frees nothing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@collector_at_rest()
def assemble(
    project: Path, progress: Progress = lambda _: None, *, earlier: bool = True
) -> tuple[Dossier, Settings]:
    """Take a project's articles through every stage up to the finished dossier.

    Args:
        project: The folder that holds ``seeds/``.
        progress: Called with a line of text as each stage begins.
        earlier: Whether to look back to earlier days as well, which pages show.

    Returns:
        The dossier with every problem noticed on the way, and the project's settings.

    Raises:
        DossierError: Going on would publish something false; the message names file and line.
    """
    settings = load_settings(project)
    recognizer = make_recognizer(settings)
    edits = load_edits(project)
    progress("Reading articles")
    found, unread = read_articles(project, settings)
    previous, unread_previous = read_previous(project)
    sources = correct_sources(found, edits)
    progress(f"Extracting from {count(len(sources), 'article')}")
    extractions = tuple(extract_source(source, settings.lexicon, recognizer) for source in sources)
    progress("Resolving dates, actors and events")
    draft, unresolved = resolve_dossier(sources, extractions, settings, edits.judgements)
    progress("Applying edits")
    edited, unapplied = apply_edits(draft, edits, settings)
    if any(edited.withheld):
        events, actors = edited.withheld
        held = f"{count(events, 'event')} and {count(actors, 'actor')}"
        progress(f"Leaving out {held} that no edit takes up in reviewed sources")
    progress("Auditing")
    dossier = audit_dossier(edited, settings, {r.finding: r.reason for r in edits.rejections})
    snapshots: tuple[Snapshot, ...] = ()
    if earlier:
        progress("Looking back")
        snapshots = look_back(dossier, extractions, settings, edits)
    progress("Checking")
    broken = check_dossier(dossier, settings, edits.written)
    moved, unmoved = apply_moved(replace(dossier, previous=previous), edits)
    whole = replace(
        dossier,
        snapshots=snapshots,
        moved=moved,
        previous=previous,
        recognizer=recognizer.name,
        recognizer_version=recognizer.version,
        problems=(
            *unread,
            *unread_previous,
            *unresolved,
            *unapplied,
            *find_idle(dossier, edits),
            *unmoved,
            *broken,
        ),
    )
    return whole, settings


def look_back(
    dossier: Dossier, extractions: Sequence[Extraction], settings: Settings, edits: Edits
) -> tuple[Snapshot, ...]:
    """Make the dossier again as it could have been known on the days its sources appeared.

    Args:
        dossier: The finished dossier; its calendar says when each source appeared.
        extractions: The candidates of its sources, in any order.
        settings: The project's settings.
        edits: The analyst's decisions; those that rest on later sources do not apply.

    Returns:
        One for each of the chosen days but the last, which is the dossier itself. A source
        counts from the last day on which it can have appeared; one without a date never does.
    """
    appeared = {
        source_id: dating.value.latest
        for source_id, dating in dossier.calendar.published.items()
        if not dating.value.is_open_end
    }
    by_source = {one.source_id: one for one in extractions}
    snapshots = []
    for day in choose_days(appeared.values()):
        known = [key for key in dossier.sources if key in appeared and appeared[key] <= day]
        sources = tuple(dossier.sources[key] for key in known)
        found = tuple(by_source[key] for key in known)
        draft, _ = resolve_dossier(sources, found, settings, edits.judgements, seen_by=day)
        edited, _ = apply_edits(draft, edits, settings)
        then = leave_out_hindsight(edited, draft, dossier)
        snapshots.append(Snapshot(day, trace_origins(then, settings)))
    return tuple(snapshots)


def choose_days(appeared: Iterable[date]) -> tuple[date, ...]:
    """Choose the days to look back to: every day of publication but the last.

    Returns:
        In order; of many days twelve, evenly spread; none where more than three hundred sources
        would have to be gone through again for each.
    """
    held = list(appeared)
    days = sorted(set(held))[:-1]
    if len(held) > MOST_LOOKED_BACK:
        return ()
    if len(days) <= MOST_SNAPSHOTS:
        return tuple(days)
    step = (len(days) - 1) / (MOST_SNAPSHOTS - 1)
    return tuple(days[round(number * step)] for number in range(MOST_SNAPSHOTS))


@collector_at_rest()
def convert(project: Path, progress: Progress = lambda _: None) -> Conversion:
    """Convert a project's articles and write its pages to ``docs/``.

    Args:
        project: The folder that holds ``seeds/``.
        progress: Called with a line of text as each stage begins.

    Raises:
        DossierError: Going on would publish something false, somebody else is writing, or the
            disk refuses. Nothing is written then.
    """
    with hold_lock(project):
        dossier, settings = assemble(project, progress)
        progress("Writing pages")
        files = render_dossier(dossier, settings)
        return Conversion(dossier, settings, write_docs(project, files))


@collector_at_rest()
def find_stale_pages(project: Path, progress: Progress = lambda _: None) -> tuple[Problem, ...]:
    """Compare ``docs/`` with what ``seeds/`` would give, without writing.

    Args:
        project: The folder that holds ``seeds/`` and ``docs/``.
        progress: Called with a line of text as each stage begins.

    Returns:
        One problem for every page that differs, is missing or is left over, by path.
    """
    dossier, settings = assemble(project, progress)
    changes = find_changes(project, render_dossier(dossier, settings))
    return tuple(
        Problem(
            code="P401",
            severity=Severity.ERROR,
            where=f"docs/{path}",
            message=f"the page is {state}",
            hint="run 'dossier convert'",
        )
        for path, state in sorted(changes.items())
    )


def verify(
    project: Path, originals: Path, progress: Progress = lambda _: None
) -> tuple[Problem, ...]:
    """Check restated articles against the originals they restate.

    Args:
        project: The folder that holds ``seeds/``.
        originals: Folder with the original files.
        progress: Called with a line of text as each stage begins.

    Returns:
        What does not agree: hashes, line numbers, quotations, numbers of sentences.
    """
    settings = load_settings(project)
    progress("Reading articles")
    sources, unread = read_articles(project, settings)
    progress("Comparing with the originals")
    return (*unread, *verify_originals(sources, originals, split_sentences))


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Whether any problem is one that must not be published."""
    return any(problem.severity == "error" for problem in problems)
