"""Ask spaCy's small English language model which stretches of a text are names.

The extra ``spacy`` is imported only when a project asks for it, so that neither the program nor
its type checks need it. Only the part of the model that finds names is loaded: the others change
nothing about names and take half the time.
"""

import importlib
import importlib.metadata
import importlib.util
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from dossier.errors import SettingsError
from dossier.extract.spacy_model import DISTRIBUTION, INSTALL, MODULE, VERSION, check_model

_SERIES = "3.8."
_UNUSED = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text that a model takes for a name.

    Attributes:
        start: First code point.
        end: Code point after the last.
        label: What the model says it is, in the words of OntoNotes: "PERSON", "ORG", "GPE",
            "LOC", "FAC", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "DATE", …
    """

    start: int
    end: int
    label: str


class Reader(Protocol):
    """A language model that finds names."""

    @property
    def version(self) -> str:
        """What is loaded, for the method page."""

    def read(self, passages: Iterable[str]) -> Sequence[Sequence[Entity]]:
        """Find the names of passages.

        Args:
            passages: Texts, each short enough to be read at once.

        Returns:
            For each passage its entities in text order, none overlapping another; positions
            count from the beginning of the passage.
        """


class _Named(Protocol):
    start_char: int
    end_char: int
    label_: str


class _Doc(Protocol):
    ents: Sequence[_Named]


class _Language(Protocol):
    def pipe(self, texts: Iterable[str]) -> Iterable[_Doc]: ...


class _SpacyReader:
    def __init__(self, language: _Language, version: str) -> None:
        self._language = language
        self.version = version

    def read(self, passages: Iterable[str]) -> Sequence[Sequence[Entity]]:
        return [
            tuple(Entity(one.start_char, one.end_char, one.label_) for one in doc.ents)
            for doc in self._language.pipe(passages)
        ]


def load_reader() -> Reader:
    """Load the model; takes some seconds, most of them for spaCy itself.

    Raises:
        SettingsError: spaCy or the model is not installed, is of another series, or a file of
            the model is not the published one. The message says what to run.
    """
    version = _spacy_version()
    folder = _model_folder()
    check_model(folder)
    language = importlib.import_module("spacy").load(folder, exclude=_UNUSED)
    return _SpacyReader(cast("_Language", language), f"{version}, {DISTRIBUTION} {VERSION}")


def _spacy_version() -> str:
    try:
        version = importlib.metadata.version("spacy")
    except importlib.metadata.PackageNotFoundError:
        raise SettingsError(
            f"recognizer: spacy needs spaCy, which is not installed ({INSTALL})"
        ) from None
    if not version.startswith(_SERIES):
        raise SettingsError(f"recognizer: spacy needs spaCy {_SERIES}x, not {version} ({INSTALL})")
    return version


def _model_folder() -> Path:
    found = importlib.util.find_spec(MODULE)
    for place in (found.submodule_search_locations or ()) if found else ():
        folder = Path(place) / f"{MODULE}-{VERSION}"
        if folder.is_dir():
            return folder
    raise SettingsError(
        f"recognizer: spacy needs {DISTRIBUTION} {VERSION}, which is not installed ({INSTALL})"
    )
