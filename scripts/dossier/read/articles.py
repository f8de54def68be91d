"""One article file to one source, whichever form it has."""

import hashlib
import re
from dataclasses import dataclass, replace

from dossier.errors import Problem
from dossier.folding import fold_words
from dossier.ids import slugify
from dossier.model import Fact, Original, Passage, Source
from dossier.read.decode import Decoded, decode
from dossier.read.facts import Particulars
from dossier.read.files import ArticleFile
from dossier.read.frontmatter import (
    FrontMatter,
    apply_front_matter,
    find_front_matter,
    node_of,
)
from dossier.read.html import decode_page, extract_page
from dossier.read.markdown import strip_markdown
from dossier.read.normalize import Normalized, Shifts, chain_shifts, normalize
from dossier.read.passages import read_text
from dossier.read.problems import RefusedError, make_problem
from dossier.read.restated import read_restated
from dossier.read.words import ReadingWords
from dossier.vocabulary import FactBasis, SourceFormat

MAX_LENGTH = 500_000
"""Code points of text. A longer one is no article: this is 80,000 words, as many as a book has."""

ENGLISH = "eng"
UNKNOWN_LANGUAGE = "und"

_NUMBERED = re.compile(r"([0-9]{1,40})(?:_|\Z)")
_ENGLISH_WORDS = frozenset(
    {"the", "of", "to", "and", "in", "a", "is", "was", "that", "for", "on", "with", "as", "by"}
    | {"he", "it", "at", "from", "his", "her", "be", "are", "have", "has", "had", "said", "not"}
    | {"this", "they", "were", "will", "an", "which", "who", "been", "but", "or", "its", "after"}
)
_LEAST_ENGLISH = 0.15
_LEAST_LATIN = 0.2
_FEWEST_WORDS = 40
_MOST_SAMPLED = 20_000


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the forms have in common once they are read."""

    text: str
    shifts: Shifts
    passages: tuple[Passage, ...]
    particulars: Particulars
    lines: int
    format: SourceFormat
    language: str = ""
    id: str = ""
    original: Original | None = None
    stripped: int = 0


def read_article(
    file: ArticleFile, words: ReadingWords
) -> tuple[Source | None, tuple[Problem, ...]]:
    """Read one article.

    Args:
        file: Its bytes.
        words: Word lists.

    Returns:
        The source, labelled with its id for now; None if the file cannot be read. And what
        was noticed.
    """
    try:
        decoded = decode_page(file.content) if _is_page(file) else decode(file.content)
        reading, problems = _read(file, decoded, words)
    except RefusedError as refusal:
        return None, (refusal.at(file.path),)
    problems = (*_doubts(file, decoded), *problems)
    if reading is None:
        return None, problems
    if not any(passage.kind.tells for passage in reading.passages):
        message = "no headline and no paragraph was found"
        hint = "check that the file holds the article's text"
        problems = (*problems, make_problem("R113", file.path, message, hint))
    language = _language(reading, words)
    if language != ENGLISH:
        message = f"the text does not seem to be English ({language})"
        hint = "little will be found in it"
        problems = (*problems, make_problem("R114", file.path, message, hint))
    return _as_source(file, reading, language), problems


def identify(stem: str) -> str:
    """The id that a file's name gives: its leading number, or its slug.

    Args:
        stem: The file's name without its ending.
    """
    numbered = _NUMBERED.match(stem)
    return numbered[1] if numbered else slugify(stem)


def _is_page(file: ArticleFile) -> bool:
    return file.format is SourceFormat.HTML


def _read(
    file: ArticleFile, decoded: Decoded, words: ReadingWords
) -> tuple[_Reading | None, tuple[Problem, ...]]:
    if file.format is SourceFormat.HTML:
        return _read_page(file, decoded.text, words)
    _refuse_long(decoded.text)
    normalized = normalize(decoded.text)
    lines = normalized.text.count("\n") + (not normalized.text.endswith("\n"))
    doubts = _oddities(file, normalized)
    if file.format is SourceFormat.TEXT:
        read = read_text(normalized.text, words, file.stem)
        reading = _Reading(
            normalized.text,
            normalized.shifts,
            read.passages,
            read.particulars,
            lines,
            file.format,
            stripped=normalized.removed,
        )
        return reading, doubts
    front, problems = find_front_matter(normalized.text, file.path)
    if front is not None and "original" in front.entries:
        restated, more = _read_restated(file, normalized.text, normalized.shifts, front)
        stripped = restated and replace(restated, stripped=normalized.removed)
        return stripped, (*doubts, *problems, *more)
    front = front or FrontMatter({}, end=0, line=1)
    reading, more = _read_markdown(file, normalized.text, normalized.shifts, front, words)
    counted = replace(reading, lines=lines, stripped=normalized.removed)
    return counted, (*doubts, *problems, *more)


def _read_markdown(
    file: ArticleFile, text: str, shifts: Shifts, front: FrontMatter, words: ReadingWords
) -> tuple[_Reading, tuple[Problem, ...]]:
    stripped = strip_markdown(text[front.end :])
    node = node_of(front, "title")
    title = node.value if node is not None and isinstance(node.value, str) else ""
    kinds = {line + front.line: kind for line, kind in stripped.kinds(title).items()}
    starts = {line + front.line for line in stripped.starts}
    read = read_text(
        stripped.text,
        words,
        file.stem,
        first_line=front.line,
        title=title,
        kind_of=lambda line: kinds.get(line.number),
        starts_block=lambda line: line.number in starts,
    )
    particulars, language, problems = apply_front_matter(read.particulars, front)
    moved = chain_shifts(stripped.shifts, ((0, front.end),) if front.end else ())
    reading = _Reading(
        stripped.text,
        chain_shifts(moved, shifts),
        read.passages,
        particulars,
        0,
        file.format,
        language,
    )
    return reading, problems


def _read_restated(
    file: ArticleFile, text: str, shifts: Shifts, front: FrontMatter
) -> tuple[_Reading | None, tuple[Problem, ...]]:
    restated, problems = read_restated(text[front.end :], front, file.path)
    if restated is None:
        return None, problems
    moved = chain_shifts(restated.shifts, ((0, front.end),))
    reading = _Reading(
        restated.text,
        chain_shifts(moved, shifts),
        restated.passages,
        restated.front.particulars,
        restated.original.lines,
        SourceFormat.RESTATED,
        restated.front.language,
        restated.front.id,
        restated.original,
    )
    return reading, problems


def _read_page(
    file: ArticleFile, page: str, words: ReadingWords
) -> tuple[_Reading, tuple[Problem, ...]]:
    extracted, head, problems = extract_page(page, file.path)
    _refuse_long(extracted)
    normalized = normalize(extracted)
    text = normalized.text
    read = read_text(text, words, file.stem, title=normalize(head.title.value).text)
    reading = _Reading(
        text,
        (),
        read.passages,
        head.applied_to(read.particulars),
        text.count("\n") + 1,
        file.format,
        head.language,
        stripped=normalized.removed,
    )
    return reading, (*_oddities(file, normalized), *problems)


def _refuse_long(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise RefusedError(
            "R116",
            f"a text of {len(text):,} characters, more than {MAX_LENGTH:,}",
            "put each article it holds into a file of its own",
        )


def _oddities(file: ArticleFile, normalized: Normalized) -> tuple[Problem, ...]:
    """What a text held that a reader could not have seen."""
    problems = []
    if normalized.replaced:
        message = f"{normalized.replaced} control or broken characters are shown as ␀ … or \ufffd"
        problems.append(make_problem("R115", file.path, message, "take them out"))
    if normalized.removed:
        message = f"{normalized.removed} characters that hide or reorder others were left out"
        hint = "compare the text with the page it is from"
        problems.append(make_problem("R117", file.path, message, hint))
    return tuple(problems)


def _doubts(file: ArticleFile, decoded: Decoded) -> tuple[Problem, ...]:
    if decoded.encoding != "cp1252" or _is_page(file):
        return ()
    message = "not UTF-8; read as Windows-1252"
    return (make_problem("R110", file.path, message, "save the file as UTF-8"),)


def _language(reading: _Reading, words: ReadingWords) -> str:
    """As given; else English if its common words are common here; else unknown."""
    given = reading.language.replace("_", "-").lower().partition("-")[0]
    if given:
        return words.languages.get(given, given if len(given) == len(ENGLISH) else UNKNOWN_LANGUAGE)
    found = list(filter(str.isalpha, fold_words(reading.text[:_MOST_SAMPLED])))
    # An interview may give each answer in two languages; one of them is enough.
    latin = list(filter(str.isascii, found))
    common = sum(map(_ENGLISH_WORDS.__contains__, latin))
    enough = len(latin) >= _LEAST_LATIN * len(found) and common >= _LEAST_ENGLISH * len(latin)
    return ENGLISH if enough or len(found) < _FEWEST_WORDS else UNKNOWN_LANGUAGE


def _as_source(file: ArticleFile, reading: _Reading, language: str) -> Source:
    identity = reading.id or identify(file.stem)
    found = reading.particulars
    return Source(
        id=identity,
        label=identity,
        path=file.path,
        format=reading.format,
        sha256=hashlib.sha256(file.content).hexdigest(),
        size=len(file.content),
        lines=reading.lines,
        original=reading.original,
        title=_clean(found.title),
        publisher=_clean(found.publisher),
        authors=tuple(map(_clean, found.authors)),
        published=_clean(found.published),
        published_on=found.published_on,
        markers=tuple(map(_clean, found.markers)),
        url=found.url,
        language=language,
        passages=reading.passages,
        text=reading.text,
        text_sha256=hashlib.sha256(reading.text.encode()).hexdigest(),
        shifts=reading.shifts,
        stripped=reading.stripped,
    )


def _clean(fact: Fact) -> Fact:
    """One line of trusted text: YAML and HTML can spell characters that the file does not hold."""
    value, note = (" ".join(normalize(text).text.split()) for text in (fact.value, fact.note))
    return Fact(value, fact.basis if value else FactBasis.NOT_STATED, note, fact.line)
