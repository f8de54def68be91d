"""Short-lived projects: articles without edits, taken through every stage."""

import re
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.errors import DossierError, SettingsError
from dossier.extract import make_recognizer
from dossier.model import Dossier
from dossier.pipeline import assemble, collector_at_rest
from dossier.render.write import write_files
from dossier.settings import Settings

ARTICLES = "seeds/articles"
_WORD = re.compile(r"\w+")
_ROUNDS = 20


class NotInstalledError(DossierError):
    """A recogniser, or what measuring needs, is not installed."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """A folder of articles, taken through every stage.

    Attributes:
        dossier: What came of it.
        settings: The settings it was made with.
        seconds: Processor time from reading to checking, of one pass.
        yardstick: Processor time in which the words of the same articles are counted, once.
        first: Processor time of the first pass, in which a process also reads its word lists.
    """

    dossier: Dossier
    settings: Settings
    seconds: float
    yardstick: float
    first: float

    @property
    def ms_an_article(self) -> float:
        """Processor time an article, in milliseconds."""
        return 1000 * self.seconds / max(1, len(self.dossier.sources))


def find_version(recognizer: str) -> str:
    """Say which version of a recogniser would run.

    Raises:
        NotInstalledError: It is not installed.
    """
    try:
        return make_recognizer(Settings("Bench", recognizer=recognizer)).version
    except SettingsError as error:
        raise NotInstalledError(str(error)) from error


def assemble_texts(texts: Mapping[str, str], recognizer: str) -> Assembled:
    """Take texts through every stage.

    Args:
        texts: Articles by file name.
        recognizer: Its name, as in ``seeds/dossier.yml``.
    """
    with make_project(texts, recognizer) as folder:
        return _assemble(folder)


def assemble_folder(articles: Path, recognizer: str, *, passes: int = 1) -> Assembled:
    """Take a folder of articles through every stage.

    Args:
        articles: The folder; it is only read.
        recognizer: Its name, as in ``seeds/dossier.yml``.
        passes: How often; kept is the quickest, since what else a machine does only adds time.
    """
    with _project(recognizer) as folder:
        shutil.copytree(articles, folder / ARTICLES)
        made = [_assemble(folder) for _ in range(passes)]
        quickest = min(made, key=lambda one: one.seconds)
        return replace(quickest, first=made[0].seconds)


@contextmanager
def make_project(texts: Mapping[str, str], recognizer: str) -> Iterator[Path]:
    """Lay out a project that lasts as long as the context.

    Args:
        texts: Articles by file name.
        recognizer: Its name, as in ``seeds/dossier.yml``.
    """
    with _project(recognizer) as folder:
        write_files(folder, {f"{ARTICLES}/{name}": text for name, text in texts.items()})
        yield folder


@contextmanager
def _project(recognizer: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as name:
        folder = Path(name)
        settings = f"title: Bench\nfull_text: licensed\nrecognizer: {recognizer}\n"
        write_files(folder, {"seeds/dossier.yml": settings})
        yield folder


def _assemble(folder: Path) -> Assembled:
    with collector_at_rest():  # as while pages are made
        started = time.process_time()
        dossier, settings = assemble(folder, earlier=False)
        seconds = time.process_time() - started
    return Assembled(dossier, settings, seconds, _count_words(dossier), seconds)


def _count_words(dossier: Dossier) -> float:
    """How long it takes to count the words of all articles, the mean of many rounds."""
    started = time.process_time()
    for _ in range(_ROUNDS):
        for source in dossier.sources.values():
            Counter(_WORD.findall(source.text.casefold()))
    return (time.process_time() - started) / _ROUNDS
