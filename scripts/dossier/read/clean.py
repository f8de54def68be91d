"""Tell what a single line is, wherever it stands: furniture, byline, date line, caption, post.

Each rule sees one line and says what it is, or nothing. What a line is because of its
neighbours (the headline, a name above a date, a cut-off caption above its credit) is found in
``dossier.read.layout``.
"""

import re
from collections.abc import Callable

from dossier.read.bylines import is_person, parse_byline, parse_follow
from dossier.read.datelines import parse_dated_line, parse_dateline
from dossier.read.lines import Line, ends_sentence
from dossier.read.mastheads import parse_header
from dossier.read.words import Opening, ReadingWords, find_opening, fold
from dossier.vocabulary import PassageKind

_SHORT_WORDS = 4
_OPENS_WORDS = 25
_LONGEST_FURNITURE = 240
_LONGEST_CREDIT = 90
_LONGEST_CAPTION = 420
_FEWEST_SHARED = 2

_SIGNATURE = re.compile(r"(?:\A|\s|[^\w\s])[—–-]{1,2}\s?[^—–@\n]{1,60}\(@\w{1,20}\)[^@]{0,40}\Z")
_POST_LINK = re.compile(r"(?:pic\.twitter\.com/\w+|https?://t\.co/\w+)[\s”\"]*\Z")
_SHARED_POST = re.compile(
    r"\A(?:A post shared by|View this post on|Embedded (?:tweet|post))\b", re.IGNORECASE
)
_HANDLES = re.compile(r"(?:@\w{1,30}|#\w{1,50})(?:[\s,]+(?:@\w{1,30}|#\w{1,50}))*\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z")
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|by\s|\d{4}|:))|.{0,120}\ball rights reserved\b",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"\d[\d.,]*\s?[km]?\+?\s+(?:(?:min(?:ute)?s?\.?\s+)?read|comments?|shares?|views?|likes?"
    r"|replies|retweets?)\b\W*\Z",
    re.IGNORECASE,
)
_APPEARED = re.compile(
    r"\A(?:The post|This (?:article|story|post|piece)\b).{0,200}\b(?:appeared|published)\b",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(r"\bcontributed (?:to this|reporting)\b[^.]{0,40}\.?\Z")
_FILE_NAME = re.compile(
    r"\A(?:File:|Image:)?[^/]{1,100}\.(?:jpe?g|png|gif|svg|webp|mp4|pdf)\Z", re.IGNORECASE
)
_SIGNS_ONLY = re.compile(r"[\W_]*\Z")
_ENDED = re.compile(r"\W*(?:ends?|30|more follows|to be continued)\W*\Z", re.IGNORECASE)
_LEGEND = re.compile(r"[█▇■□●○▲▼◆◼◻]+\s")
_IN_BRACKETS = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,100})[)\]]\s*\Z")
_CREDIT_CUE = re.compile(
    r"(?:AP |AFP )?(?:file |handout )?"
    r"(?:photo|photograph|image|picture|illustration|graphic|credit|courtesy)s?\b",
    re.IGNORECASE,
)
_FILE_PHOTO = re.compile(
    r"\(?FILES?\)?\s?[-–—:]"
    r"|\(?(?:FILE\s)?In this\b.{0,60}\b(?:photo|image|picture|photograph|frame|video)\b"
)
_NAME_AND_HOUSE = re.compile(
    r"[A-Z][\w.’'-]{1,25}(?:\s[A-Z][\w.’'-]{1,25}){1,3}\s?/\s?[A-Z][\w .’'/-]{1,60}\Z"
)
_MOST_CREDIT_WORDS = 12
_HEAD = 12
"""Lines of a file in which its own date stands."""

LineRule = Callable[[Line, ReadingWords], PassageKind | None]


def classify_line(line: Line, words: ReadingWords) -> PassageKind | None:
    """Tell what a line is by itself.

    Args:
        line: A line that is not empty.
        words: Word lists.

    Returns:
        Its kind; None if the line alone does not tell, as with headlines and paragraphs.
    """
    return next((kind for rule in RULES if (kind := rule(line, words)) is not None), None)


def find_post(line: Line, _: ReadingWords) -> PassageKind | None:
    """The signature of an embedded post, or text that ends in the link of one."""
    if is_signature(line) or _SHARED_POST.match(line.head):
        return PassageKind.POST
    return PassageKind.POST if _POST_LINK.search(line.tail) else None


def is_signature(line: Line) -> bool:
    """Whether a line ends in ``— Name (@handle) date``."""
    return "(@" in line.tail and _SIGNATURE.search(line.tail) is not None


def opens_signature(line: Line) -> bool:
    """Whether a line is nothing but a post's signature."""
    match = _SIGNATURE.search(line.tail) if "(@" in line.tail else None
    return match is not None and match.start() == 0 and line.text == line.tail


def find_dateline(line: Line, _: ReadingWords) -> PassageKind | None:
    """A line that gives nothing but a date."""
    return PassageKind.DATELINE if parse_dateline(line.text) else None


def find_dated_line(line: Line, _: ReadingWords) -> PassageKind | None:
    """A line near the top that gives a date beside a place or a section, whatever their names."""
    near = 1 < line.number <= _HEAD
    return PassageKind.DATELINE if near and parse_dated_line(line.text) else None


def find_byline(line: Line, words: ReadingWords) -> PassageKind | None:
    """A line that opens with the words of a byline and goes on with names."""
    # A headline may open "By land and sea …": the very first line is never a byline.
    if line.number == 1 or parse_byline(line.text, words) is None:
        return None
    return PassageKind.BYLINE


def find_particulars_line(line: Line, words: ReadingWords) -> PassageKind | None:
    """A line that gives date, outlet, author side by side."""
    header = parse_header(line.text, words)
    if header is None:
        return None
    return PassageKind.BYLINE if header.people or not header.dates else PassageKind.DATELINE


def find_furniture(line: Line, words: ReadingWords) -> PassageKind | None:
    """Share lines, tags, advertisements, counters, links, legends, notices."""
    text = line.text
    if len(text) > _LONGEST_FURNITURE:
        return None
    if (
        _is_listed(line, words)
        or _SIGNS_ONLY.match(text)
        or _HANDLES.match(text)
        or _ADDRESS.match(text)
        or _RIGHTS.match(text)
        or _COUNTER.match(text)
        or _APPEARED.match(text)
        or _FILE_NAME.match(text)
        or _ENDED.match(text)
        or _LEGEND.match(text)
        or _is_table_row(text)
        or _CONTRIBUTED.search(text)
        or parse_follow(text, words)
    ):
        return PassageKind.FURNITURE
    return None


def find_caption(line: Line, words: ReadingWords) -> PassageKind | None:
    """A line with a picture's credit, or the credit alone."""
    if _FILE_PHOTO.match(line.head) or _opens_caption(line, words):
        return PassageKind.CAPTION
    if is_credit(line, words):
        return PassageKind.CAPTION
    if len(line.text) > _LONGEST_CAPTION * 2:
        return None
    tail = line.tail
    bracket = _IN_BRACKETS.search(tail) if tail.rstrip()[-1:] in {")", "]"} else None
    if bracket is not None and (
        _credits(bracket["credit"], words) or _NAME_AND_HOUSE.match(bracket["credit"])
    ):
        return PassageKind.CAPTION
    if ":" in tail and len(line.text) <= _LONGEST_CAPTION and words.label.search(tail):
        return PassageKind.CAPTION
    return None


def is_credit(line: Line, words: ReadingWords) -> bool:
    """Whether a line is nothing but a picture's credit, such as ``Jane Doe / AFP via Getty``."""
    text = line.text.strip("()[] ")
    if len(text) > _LONGEST_CREDIT or (ends_sentence(text) and "/" not in text):
        return False
    whole = fold(text)
    if whole in words.credits:
        # An agency alone signs articles as well as pictures.
        return whole not in words.media
    return _credits(text, words) and len(text.split()) <= _MOST_CREDIT_WORDS


def has_caption_verb(line: Line, words: ReadingWords) -> bool:
    """Whether a line without a full stop says what people do in a picture."""
    return not ends_sentence(line.text) and words.verb.search(line.head) is not None


def opening_of(line: Line, words: ReadingWords) -> Opening | None:
    """The listed words that open a line, if what the list asks for holds."""
    opening = find_opening(words.furniture, line.head)
    if opening is None:
        return None
    count = line.text.count(" ") + 1
    behind = line.text[opening.end : opening.end + 2].lstrip()
    if "colon" in opening.flags:
        return opening if behind[:1] in {":", "|", "»", ">"} else None
    if "short" in opening.flags:
        return opening if count <= _SHORT_WORDS and line.number > 1 else None
    return opening if count <= _OPENS_WORDS and line.number > 1 else None


def _is_listed(line: Line, words: ReadingWords) -> bool:
    if fold(line.text) in words.whole or opening_of(line, words) is not None:
        return True
    parts = line.text.split()
    return _FEWEST_SHARED <= len(parts) <= _MOST_CREDIT_WORDS and all(
        fold(part) in words.whole for part in parts
    )


def _is_table_row(text: str) -> bool:
    """Columns: bars, or mostly figures."""
    if ends_sentence(text) and not text.endswith("%"):
        return False
    if text.count("|") >= _FEWEST_SHARED:
        return True
    tokens = text.split()
    figures = sum(any(character.isdigit() for character in token) for token in tokens)
    return figures >= _FEWEST_SHARED and figures * 2 > len(tokens) and "–" not in text


def _opens_caption(line: Line, words: ReadingWords) -> bool:
    opening = find_opening(words.captions, line.head)
    if opening is None or len(line.text) > _LONGEST_CAPTION:
        return False
    behind = line.text[opening.end : opening.end + 2].lstrip()
    return "colon" not in opening.flags or behind.startswith(":")


def _credits(text: str, words: ReadingWords) -> bool:
    """Whether words credit a picture: a photographer and an agency, or a cue such as "Photo by"."""
    if _CREDIT_CUE.match(text) and (":" in text or "/" in text or " by " in text or " of " in text):
        return True
    parts = [fold(part) for part in re.split(r"/|\svia\s", text)]
    if len(parts) > 1:
        return any(part in words.credits for part in parts)
    name, _, house = text.rpartition(", ")
    return fold(house) in words.credits and is_person(name, words)


RULES: tuple[LineRule, ...] = (
    find_post,
    find_dateline,
    find_byline,
    find_particulars_line,
    find_caption,
    find_furniture,
    find_dated_line,
)
"""In order: the first rule that knows a line decides."""
