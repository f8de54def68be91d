"""From the files of a project to its sources: what each article says, word for word."""

from dataclasses import replace
from pathlib import Path

from dossier.errors import Found, Problem
from dossier.ids import digest
from dossier.model import Source
from dossier.read.articles import read_article
from dossier.read.files import read_article_files
from dossier.read.labels import make_labels
from dossier.read.previous import read_previous
from dossier.read.problems import make_problem
from dossier.read.words import compile_words
from dossier.settings import Settings

__all__ = ["read_articles", "read_previous"]


def read_articles(project: Path, settings: Settings) -> Found[tuple[Source, ...]]:
    """Read every article of a project.

    Args:
        project: The folder that holds ``seeds/``.
        settings: The project's settings; only the word lists are used.

    Returns:
        The sources by day of publication, undated last, then by id; ids and labels are
        unique. And a problem for each file that could not be read, or only with a doubt, by
        path. No file stops the others from being read.
    """
    files, unread = read_article_files(project)
    words = compile_words(settings.lexicon)
    problems: list[Problem] = list(unread)
    by_id: dict[str, Source] = {}
    for file in files:
        source, found = read_article(file, words)
        problems += found
        if source is None:
            continue
        if source.id in by_id:
            renamed = replace(source, id=f"{source.id[:40]}-{digest(file.path)}")
            message = f"the id {source.id!r} belongs to {by_id[source.id].path}"
            hint = f"it is {renamed.id!r} here; rename one of the files"
            problems.append(make_problem("R111", file.path, message, hint))
            source = renamed
        by_id[source.id] = source
    labels = make_labels(by_id)
    sources = (replace(source, label=labels[source.id]) for source in by_id.values())
    return tuple(sorted(sources, key=_order)), tuple(sorted(problems, key=_place))


def _order(source: Source) -> tuple[bool, object, str]:
    when = source.published_on
    return when is None, (when.start, when.end, when.edtf) if when else (), source.id


def _place(problem: Problem) -> tuple[str, int]:
    path, _, line = problem.where.rpartition(":")
    return (path, int(line)) if path and line.isdecimal() else (problem.where, 0)
