"""Read who signed an article: ``By Jane Doe and John Roe, Staff Writers``.

A byline is a reporting word with names behind it and nothing of a sentence. ``By winning the
vote …`` and ``By Monday evening …`` are none: the first word after "By" is no name.
"""

import re
from dataclasses import dataclass

from dossier.read.datelines import split_dates
from dossier.read.words import ReadingWords, find_opening, fold

LONGEST = 200
"""A longer line is no byline."""

_PARTICLES = frozenset(
    {"de", "del", "della", "der", "den", "di", "da", "dos", "das", "du", "la", "le", "van", "von"}
    | {"zu", "zur", "af", "av", "al", "el", "bin", "bint", "ibn", "ben", "ter", "ten", "y", "e"}
    | {"san", "st", "abu", "um"}
)
_NOT_FIRST = frozenset(
    {"a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "our", "their", "all"}
    | {"any", "some", "no", "now", "then", "here", "there", "monday", "tuesday", "wednesday"}
    | {"thursday", "friday", "saturday", "sunday"}
)
_INITIAL = re.compile(r"[A-Z]\.?(?:[A-Z]\.?)?\Z")
_NAME_WORD = re.compile(r"(?:[^\W\d_]|[’'.-])+\Z")
_SEPARATOR = re.compile(r"\s*(?:[|•·;/]|,|\s[–—-]{1,2}\s|\s(?:via|for|in|with|at|of)\s|\t)\s*")
_AND = re.compile(r"\s*(?:,\s*and\s|,|;|&|\sand\s)\s*", re.IGNORECASE)
_FOLLOW = re.compile(
    r"(?:follow|like|email|e-mail|contact|tweet)\s+(?P<name>[^@]{3,60}?)\s+(?:on|at|:)\s",
    re.IGNORECASE,
)
_BIO = re.compile(r"(?P<name>[^,()]{3,50}?),?\s+(?:is|was)\s+(?:an?|the)\s+(?P<what>[^.]{3,160})")
_REACHED = re.compile(r"(?P<name>[^,()]{3,50}?)\s+(?:can be (?:reached|contacted)\\b)")
_TRAILING = re.compile(r"\s+(?:on|at)[\s.,]*\Z")
_ADDRESS = re.compile(r"\S{1,60}@\S{1,60}\Z|@\w{1,30}\Z")
_MAIL = re.compile(r"\s[\w.+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60}")
_FEWEST_NAME_WORDS = 2
_MOST_NAME_WORDS = 5
_MOST_BEHIND = 10
_MOST_UNNAMED = 3


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says about who made the article.

    Attributes:
        names: Authors in printed order; none for those who only worked on it.
        cue: The words before the names; empty if there are none.
        copy: Whether the cue shows a copy of something published elsewhere.
        behind: Parts behind the names: roles, outlets, places.
    """

    names: tuple[str, ...]
    cue: str = ""
    copy: bool = False
    behind: tuple[str, ...] = ()


def parse_byline(line: str, words: ReadingWords) -> Byline | None:
    """Read a line that opens with the words of a byline.

    Args:
        line: A line, stripped.
        words: Word lists.

    Returns:
        What it says; None if it is no byline.
    """
    if len(line) > LONGEST:
        return None
    inner = line.removeprefix("(").removesuffix(")").strip()
    opening = find_opening(words.bylines, inner)
    if opening is None:
        return None
    _, rest = split_dates(inner)
    rest = _MAIL.sub("", _TRAILING.sub("", rest[opening.end :])).strip(" :-–—|•")
    rest = rest[3:] if rest[:3].lower() == "by " else rest
    signed = "author" in opening.flags
    first, *behind = [
        part.strip(" .,") for part in _SEPARATOR.split(rest) if part.strip(" .,")
    ] or [""]
    if inner[0] != line[0] or not signed or ";" in rest:
        # "(Reporting by A in X and B in Y; Editing by C)", with brackets or without.
        names = _names_in(rest.partition(";")[0], words)
        return Byline(names if signed else (), _cue(inner, opening.end)) if names else None
    names, role = names_of(first, words)
    while names and behind and _holds_more_names(behind[0], words):
        names += names_of(behind.pop(0), words)[0]
    behind = [*role, *behind]
    if len(opening.words) > 1:
        names = tuple(name for name in names if not name.islower())  # "By our correspondent"
    if not names or not _is_tail(behind, words):
        unnamed = len(opening.words) > 1 and len(rest.split()) <= _MOST_UNNAMED
        return Byline((), _cue(inner, opening.end)) if unnamed and not names else None
    copy = "copy" in opening.flags or " via " in rest
    return Byline(names, _cue(inner, opening.end), copy, tuple(behind))


def parse_name_line(line: str, words: ReadingWords) -> Byline | None:
    """Read a line that is nothing but a name, with a role or a place behind it at most.

    Only the lines around it can tell that such a line is a byline.

    Args:
        line: A line, stripped.
        words: Word lists.
    """
    if len(line) > LONGEST // 2 or fold(line) in words.places or fold(line) in words.whole:
        return None
    first, *behind = [part for part in _SEPARATOR.split(line) if part] or [""]
    names, role = names_of(first, words)
    behind = [*role, *behind]
    if not names or not all(_is_known_person(name, words) for name in names):
        return None
    return Byline(names, behind=tuple(behind)) if _is_tail(behind, words) else None


def parse_follow(line: str, words: ReadingWords) -> str:
    """Read the name in ``Follow Jane Doe on …`` and ``Jane Doe can be reached at …``.

    Args:
        line: A line, stripped.
        words: Word lists.

    Returns:
        The name; empty if there is none.
    """
    if len(line) > LONGEST:
        return ""
    match = _FOLLOW.match(line) or _REACHED.match(line)
    return match["name"] if match and is_person(match["name"], words) else ""


def parse_bio(line: str, words: ReadingWords) -> str:
    """Read the name in ``Jane Doe is a reporter in Oslo.``.

    Args:
        line: A line, stripped.
        words: Word lists.

    Returns:
        The name; empty if the line is not about somebody's work for an outlet.
    """
    match = _BIO.match(line[: LONGEST * 2])
    if match is None or not is_person(match["name"], words):
        return ""
    told = f" {fold(match['what'])} "
    return match["name"] if any(f" {role} " in told for role in words.roles) else ""


def names_of(part: str, words: ReadingWords) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read names joined by "and" and commas.

    Args:
        part: The part of a byline that should hold nothing else.
        words: Word lists.

    Returns:
        The names, and the roles or outlets glued to them; no names if anything else is in it.
    """
    names: list[str] = []
    roles: list[str] = []
    for piece in _AND.split(part.strip()):
        name, role = _split_role(piece.strip(), words)
        if not is_person(name, words):
            name, role = piece.strip(), ""
            if not _is_desk(name, words):
                return (), ()
        names.append(name)
        roles += [role] if role else []
    return tuple(names), tuple(roles)


def is_person(name: str, words: ReadingWords) -> bool:
    """Whether words have the form of a person's name: two to five, capitalised, no places.

    Args:
        name: Words without marks around them.
        words: Word lists.
    """
    tokens = name.split()
    if (
        not _FEWEST_NAME_WORDS <= len(tokens) <= _MOST_NAME_WORDS
        or tokens[0].casefold() in _NOT_FIRST
    ):
        return False
    if not all(_is_name_word(token) for token in tokens) or tokens[-1].casefold() in _PARTICLES:
        return False
    return fold(name) not in words.places and fold(name) not in words.media


def _is_known_person(name: str, words: ReadingWords) -> bool:
    return is_person(name, words) and fold(name.partition(" ")[0]) in words.names


def _is_name_word(token: str) -> bool:
    if token.casefold() in _PARTICLES or _INITIAL.match(token):
        return True
    stripped = token.rstrip(".")
    capital = stripped[:1].isupper() or stripped[:3].casefold() in {"al-", "el-"}
    return capital and _NAME_WORD.match(stripped) is not None


def _is_desk(name: str, words: ReadingWords) -> bool:
    """An outlet, an agency, or a desk such as "Staff Writers"."""
    folded = fold(name).removeprefix("the ")
    if folded in words.media or folded in words.roles or fold(name) in words.media:
        return True
    last = folded.rpartition(" ")[2]
    return name[:1].isupper() and len(name.split()) <= _MOST_NAME_WORDS and last in words.roles


def _split_role(name: str, words: ReadingWords) -> tuple[str, str]:
    """Take a role or an outlet off a name: "Jane Doe Staff Writer", "Health Editor Jane Doe"."""
    tokens = name.split()
    for cut in range(1, len(tokens) - _FEWEST_NAME_WORDS + 1):
        if fold(tokens[cut - 1]) in words.roles and is_person(" ".join(tokens[cut:]), words):
            return " ".join(tokens[cut:]), " ".join(tokens[:cut])
    for cut in range(_FEWEST_NAME_WORDS, min(len(tokens), _MOST_NAME_WORDS + 2)):
        behind = fold(" ".join(tokens[cut:]))
        if behind in words.roles or behind in words.media:
            return " ".join(tokens[:cut]), " ".join(tokens[cut:])
    return name, ""


def _holds_more_names(part: str, words: ReadingWords) -> bool:
    """Behind a name, "Oslo Daily" looks like one too: a given name or "and" must show it."""
    names, _ = names_of(part, words)
    if not names or not all(is_person(name, words) for name in names):
        return False
    return " and " in part.lower() or _is_known_person(names[0], words)


def _names_in(part: str, words: ReadingWords) -> tuple[str, ...]:
    """Names out of "A in London, B and C in Oslo"."""
    pieces = re.split(r"\s*(?:,|&|\sand\s|\sin\s)\s*", part.strip(" .)"))
    return tuple(piece for piece in pieces if is_person(piece, words))


def _is_tail(parts: list[str], words: ReadingWords) -> bool:
    """Whether what stands behind the names is roles, outlets, places, addresses: no sentence."""
    if sum(len(part.split()) for part in parts) > _MOST_BEHIND:
        return False
    return all(
        part.removeprefix("the ")[0].isupper()
        or part[0] == "@"
        or _ADDRESS.match(part) is not None
        or "." in part[:-1]
        or fold(part).rpartition(" ")[2] in words.roles
        for part in parts
    )


def _cue(line: str, end: int) -> str:
    return line[:end].strip()
