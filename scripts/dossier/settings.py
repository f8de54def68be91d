"""What the people who own a dossier decided: ``seeds/dossier.yml`` and ``seeds/lexicon/``.

The lexicon is word lists that a non-programmer may extend. Package defaults lie in
``scripts/dossier/lexicon``; a project's file of the same name in ``seeds/lexicon`` adds to
them, one fact a line:

    # a comment
    said                        a term
    Chilean = Chile             a term and its value
    Oslo = Norway; capital      a term and several values
    - quipped                   takes the default away
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dossier.dates import DateValue, parse_edtf
from dossier.errors import SettingsError
from dossier.vocabulary import FullText
from dossier.yamlfile import (
    Node,
    find_hand_written,
    find_invisible,
    load_yaml,
    name_character,
    read_hand_written,
)

SETTINGS_FILE = "seeds/dossier.yml"
LEXICON_FOLDER = "seeds/lexicon"
RECOGNIZERS = ("rules", "spacy")
_JOINERS = {0x200C: "-", 0x200D: "-"}
"""Persian and Indic spelling needs the zero-width joiners; nobody sees the others."""

DEFAULT_LEXICON = Path(__file__).parent / "lexicon"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Word lists by name; compared by identity, so that what is made of one can be cached.

    Attributes:
        lists: By list name, terms in order of file and line, each with its values.
    """

    lists: Mapping[str, Mapping[str, tuple[str, ...]]]

    def terms(self, name: str) -> tuple[str, ...]:
        """Terms of one list, in order; none if there is no such list."""
        return tuple(self.lists.get(name, {}))

    def values(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """Terms of one list with their values; empty if there is no such list."""
        return self.lists.get(name, {})


@dataclass(frozen=True, slots=True)
class Settings:
    """The decisions of ``seeds/dossier.yml``.

    Attributes:
        title: Title of the dossier.
        subtitle: One line under it; or empty.
        scope: What is in and what is not, a sentence or two; or empty.
        period: The period the dossier covers; None if not set.
        as_of: The day up to which sources were collected, for the title line; None if not set.
        time_zone: IANA name; days are days there.
        language: ISO 639-1 code of the dossier's own voice.
        site_url: Address the site is published at; empty if unknown.
        full_text: How much of an article a source page may show.
        quoted_words: Most words that pages may quote from one source.
        event_threshold: Automatic events below this score are not published.
        recognizer: Which recogniser finds names: "rules" or "spacy".
        labels: Terms that may not stand in the dossier's own voice come from the lexicon.
        lexicon: Word lists.
        places: Where each key stands, ``path:line``.
    """

    title: str
    subtitle: str = ""
    scope: str = ""
    period: DateValue | None = None
    as_of: DateValue | None = None
    time_zone: str = "UTC"
    language: str = "en"
    site_url: str = ""
    full_text: FullText = FullText.NEVER
    quoted_words: int = 400
    event_threshold: float = 0.45
    recognizer: str = "rules"
    lexicon: Lexicon = field(default_factory=lambda: load_lexicon(None), repr=False)
    places: Mapping[str, str] = field(default_factory=dict, repr=False)


def load_settings(project: Path) -> Settings:
    """Read a project's settings.

    Args:
        project: The folder that holds ``seeds/``.

    Returns:
        The settings, with defaults for keys that are not set.

    Raises:
        SettingsError: The file is missing, is not a mapping, has an unknown key or a value
            that does not fit its key.
    """
    path = project / SETTINGS_FILE
    if not path.exists():
        raise SettingsError(
            f"{SETTINGS_FILE}: not found in {project} (run 'dossier new DIR' to lay out a "
            "project, or name one with --project DIR)"
        )
    root = load_yaml(path, shown_as=SETTINGS_FILE)
    if not isinstance(root.value, dict):
        raise SettingsError(f"{root.where}: settings must be 'key: value' lines")
    unknown = sorted(set(root.value) - set(_READERS))
    if unknown:
        where = root.value[unknown[0]].where
        raise SettingsError(
            f"{where}: unknown key {unknown[0]!r} (known: {', '.join(sorted(_READERS))})"
        )
    values: dict[str, object] = {"lexicon": load_lexicon(project / LEXICON_FOLDER)}
    for key, node in root.value.items():
        values[key] = _read(key, node)
    values["places"] = {key: node.where for key, node in root.value.items()}
    if "title" not in values:
        raise SettingsError(f"{root.where}: the key 'title' is missing")
    return Settings(**values)  # type: ignore[arg-type]  # each reader gives its field's type


def _read(key: str, node: Node) -> object:
    if not isinstance(node.value, str):
        raise SettingsError(f"{node.where}: {key} must be one value, not a list or a mapping")
    try:
        return _READERS[key](node.value)
    except ValueError as error:
        raise SettingsError(f"{node.where}: {key}: {error}") from error


def _full_text(text: str) -> FullText:
    try:
        return FullText(text)
    except ValueError:
        known = ", ".join(FullText)
        raise ValueError(f"{text!r} is not one of {known}") from None


def _title(text: str) -> str:
    if not text.strip():
        raise ValueError("it is empty")
    return text


def _time_zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"{text!r} is no IANA time zone, such as Europe/Oslo or UTC") from None
    return text


def _quoted_words(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(f"{text!r} is not a whole number of 0 or more")
    return int(text)


def _threshold(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError(f"{text!r} is not between 0 and 1")
    return value


def _recognizer(text: str) -> str:
    if text not in RECOGNIZERS:
        raise ValueError(f"{text!r} is not one of {', '.join(RECOGNIZERS)}")
    return text


_READERS: Mapping[str, Callable[[str], object]] = {
    "title": _title,
    "subtitle": str,
    "scope": str,
    "period": parse_edtf,
    "as_of": parse_edtf,
    "time_zone": _time_zone,
    "language": str,
    "site_url": str,
    "full_text": _full_text,
    "quoted_words": _quoted_words,
    "event_threshold": _threshold,
    "recognizer": _recognizer,
}


def load_lexicon(folder: Path | None) -> Lexicon:
    """Read the package's word lists and a project's own beneath each other.

    Args:
        folder: ``seeds/lexicon`` of a project, which need not exist; None for defaults only.

    Returns:
        Every list, a project's lines after the package's.

    Raises:
        EditError: A list is no regular file, is over 2 MB, or cannot be read as UTF-8.
        SettingsError: A file is not named like a list, a line holds a character that nobody
            sees, or a list takes away a term that is not there.
    """
    own = () if folder is None else find_hand_written(folder, LEXICON_FOLDER)
    own = tuple(path for path in own if path.name != "README.md")
    if folder is None or not own:
        return _load_defaults()
    lists = {name: dict(terms) for name, terms in _load_defaults().lists.items()}
    for path in own:
        name = path.relative_to(folder).as_posix()
        shown = f"{LEXICON_FOLDER}/{name}"
        if name.removesuffix(".txt") not in lists or path.suffix != ".txt":
            known = ", ".join(sorted(lists))
            raise SettingsError(f"{shown}: no list has this name (known: {known}; each .txt)")
        _add_lines(path, shown, lists[path.stem])
    return Lexicon(lists)


@cache
def _load_defaults() -> Lexicon:
    """Read the package's word lists; projects without lists of their own share them."""
    lists: dict[str, dict[str, tuple[str, ...]]] = {}
    for path in sorted(DEFAULT_LEXICON.glob("*.txt")):
        _add_lines(path, str(path), lists.setdefault(path.stem, {}))
    return Lexicon(lists)


def _add_lines(path: Path, name: str, terms: dict[str, tuple[str, ...]]) -> None:
    for number, raw in enumerate(read_hand_written(path, name).splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if not line.isprintable():
            _refuse_invisible(line, f"{name}:{number}")
        if line.startswith("- "):
            term = line[2:].strip()
            if term not in terms:
                raise SettingsError(f"{name}:{number}: {term!r} is not in the list")
            del terms[term]
            continue
        term, _, values = line.partition("=")
        parts = values.split(";") if values else ()
        terms[term.strip()] = tuple(part.strip() for part in parts if part.strip())


def _refuse_invisible(line: str, where: str) -> None:
    hidden = find_invisible(line.translate(_JOINERS))
    if hidden is not None:
        seen = f"{name_character(line[hidden])} after {line[:hidden]!r}"
        raise SettingsError(f"{where}: {seen} (nobody sees it: type the line anew)")
