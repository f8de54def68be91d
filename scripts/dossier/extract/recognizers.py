"""Which recogniser finds names: ``recognizer`` in ``seeds/dossier.yml``.

- ``rules``: capitals, word lists and the rest of the article. Needs nothing else installed.
- ``spacy``: the same, and the small English language model of spaCy for what they leave open.

Whatever follows (titles, roles, states and their capitals, descriptions, quotations, events, who
is who) is the same for both. A recogniser that cannot run stops the run; it is never replaced by
another, because a reader of the method page must be able to trust what it says.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from dossier import __version__
from dossier.extract.lexis import Lexis
from dossier.extract.names.article import Line, settle_names
from dossier.extract.names.model import add_model
from dossier.extract.spacy_reader import Reader, load_reader
from dossier.settings import Settings


class Recognizer(Protocol):
    """Decides which stretches of an article are names, and of what."""

    @property
    def name(self) -> str:
        """Its name, as in ``seeds/dossier.yml``."""

    @property
    def version(self) -> str:
        """What it is made of, for the method page."""

    def settle(self, text: str, lines: Sequence[Line], lexis: Lexis) -> None:
        """Drop spans that are no names, add missing ones, and say of each what it is.

        Args:
            text: The article's text, which the positions of words refer to.
            lines: Its sentences, in order; their spans are changed in place.
            lexis: The word lists.
        """


class Rules:
    """Capitals, word lists and the rest of the article."""

    name = "rules"
    version = __version__

    def settle(self, text: str, lines: Sequence[Line], lexis: Lexis) -> None:  # noqa: ARG002 - rules read the words only
        """Settle the names of an article; see `Recognizer.settle`."""
        settle_names(lines, lexis)


class Spacy:
    """The rules, and a language model for what they leave open."""

    name = "spacy"

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.version = reader.version

    def settle(self, text: str, lines: Sequence[Line], lexis: Lexis) -> None:
        """Settle the names of an article; see `Recognizer.settle`."""
        things = settle_names(lines, lexis)
        add_model(text, lines, self._reader, lexis, things)


RULES: Recognizer = Rules()

_MAKERS: Mapping[str, Callable[[], Recognizer]] = {
    "rules": lambda: RULES,
    "spacy": lambda: Spacy(load_reader()),
}


def make_recognizer(settings: Settings) -> Recognizer:
    """Make the recogniser that a project asks for; a model is loaded once a process.

    Raises:
        SettingsError: It is not installed, or its model is not the published one. The message
            says what to run.
    """
    return load_recognizer(settings.recognizer)


@lru_cache(maxsize=len(_MAKERS))
def load_recognizer(name: str) -> Recognizer:
    """Load a recogniser by its name in ``seeds/dossier.yml``; see `make_recognizer`."""
    return _MAKERS[name]()
