"""Read the words of office and honour around a person's name.

Before the name ("Ghana's acting trade minister Ama Mensah", "its “harbour master” Kofi Boateng",
"the envoy to Lomé, Efua Owusu,") and behind it ("Ama Mensah, a spokeswoman for the port").
"""

from dataclasses import dataclass, replace

from dossier.extract.lexis import Lexis, title_end, title_flag
from dossier.extract.spans import Edges, Span, text_of
from dossier.extract.words import Words, word_set
from dossier.vocabulary import ActorKind, RoleStatus

_CLOSERS = frozenset("”\"’'")
_OPENERS = frozenset("“\"‘'")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LINKS = frozenset({"of", "to", "for", "on", "at", "in", "with", "from", "representing"})
_OWNING = _LINKS - {"to", "on"}
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "this", "one"})
_NO_TITLE = word_set(
    "who which that whose where when and or but said says told added he she they it is was"
    " were are has had have not after before while because as than by also according"
)
_BEFORE_DEEDS = frozenset({"to", "will", "would", "could", "must", "should", "might"})
_UNTIL = frozenset({"to", "until", "till"})
_MEANS = frozenset({"through", "via"})
_LATEST_MEANS = 3
"""Words before the office in "Speaking through a lawyer, X": further on, X is the lawyer."""
_MOST_OWNED = 3
"""Words of what a body owns that its name may be followed by: "the team's legal staff abroad"."""
_REACH_BACK = 8
_REACH_ON = 10


@dataclass(frozen=True, slots=True)
class Title:
    """Words of office or honour beside a name.

    Attributes:
        first: Index of the first word that belongs to the title, its body included.
        last: Index after the last such word; a title before a name ends where that begins.
        text: The title.
        quoted: Whether it stands in quotation marks.
        status: The flag it carries.
        affiliation: The body or state it belongs to, as printed; or empty.
    """

    first: int
    last: int
    text: str
    quoted: bool
    status: RoleStatus
    affiliation: str


def find_title(words: Words, edges: Edges, person: Span, lexis: Lexis) -> Title | None:
    """Find the title of a person.

    Args:
        words: The sentence.
        edges: Its names.
        person: The name of the person.
        lexis: The word lists.

    Returns:
        The title before the name or, if there is none, the one behind it; None if neither.
    """
    return (
        _directly_before(words, edges, person, lexis)
        or _before_comma(words, edges, person, lexis)
        or _behind(words, edges, person, lexis)
    )


def _directly_before(words: Words, edges: Edges, person: Span, lexis: Lexis) -> Title | None:
    """Read "Ghana's foreign minister X", "“foreign minister” X", "ambassador to Peru X"."""
    end = person.first
    if end == 0:
        return None
    if words.text[end - 1] in _CLOSERS:
        return _quoted(words, edges, end - 1, lexis)
    start = _title_start(words, edges, end, lexis) if words.touching(end) else end
    if start < end and not _are_others(words, start, end, person, lexis):
        return _made(words, edges, (start, end), end, lexis)
    return _over_object(words, edges, end, lexis)


def _are_others(words: Words, start: int, end: int, person: Span, lexis: Lexis) -> bool:
    """Whether officers are told of in whose clause the name stands: "the ministers Quispe saw"."""
    head = words.text[end - 1].lower()
    if head in lexis.titles or not head.endswith("s") or head[:-1] not in lexis.titles:
        return False
    follows = words.text[person.last].lower() if person.last < len(words) else ""
    return follows not in {",", "and", "&", "or"} and (
        start == 0 or words.text[start - 1] not in {",", "and", "&"}
    )


def _over_object(words: Words, edges: Edges, end: int, lexis: Lexis) -> Title | None:
    """Read "the envoy to Peru X": what the office is about stands between."""
    object_ = edges.last.get(end)
    if object_ is None or object_.sort == "demonym":
        return None
    link = object_.first - 1
    link -= link > 0 and words.text[link] == "the"
    if link < 1 or words.text[link] not in _LINKS:
        return None
    start = _title_start(words, edges, link, lexis)
    if start == link:
        return None
    unknown = object_.kind is None and not object_.firm
    return _made(words, edges, (start, end if unknown else link), end, lexis)


def _title_start(words: Words, edges: Edges, end: int, lexis: Lexis) -> int:
    """Where the longest title that ends at a word begins; ``end`` if there is none."""
    reach = range(max(0, end - _REACH_BACK), end)
    first = max((at for at in reach if at in edges.last), default=reach.start)
    for start in range(first, end):
        if title_end(words, start, lexis) == end and "," not in words.text[start:end]:
            return start + _is_deed(words, start, end)
    return end


def _is_deed(words: Words, start: int, end: int) -> bool:
    """Whether a title's first word is a verb here: "voted to fire Superintendent X"."""
    led = start > 0 and words.text[start - 1] in _BEFORE_DEEDS
    return led and end - start > 1 and words.text[start].islower() and words.cap[start + 1]


def _quoted(words: Words, edges: Edges, closer: int, lexis: Lexis) -> Title | None:
    for opener in range(closer - 2, max(-1, closer - _REACH_BACK), -1):
        if words.text[opener] in _OPENERS:
            inside = range(opener + 1, closer)
            if all(title_end(words, start, lexis) != closer for start in inside):
                return None
            title = _made(words, edges, (opener + 1, closer), closer + 1, lexis)
            return replace(title, last=closer + 1, quoted=True)
    return None


def _before_comma(words: Words, edges: Edges, person: Span, lexis: Lexis) -> Title | None:
    """Read "Peru's top diplomat on trade, X," where the name ends its clause."""
    comma = person.first - 1
    closed = person.last == len(words) or words.text[person.last] in {",", ".", ")", ";", "”"}
    if comma < 1 or words.text[comma] != "," or not closed:
        return None
    for start in range(comma - 1, max(-1, comma - _REACH_BACK - 2), -1):
        word = words.text[start]
        if word in _NO_TITLE or word in {",", ".", ";", ":"}:
            return None
        end = title_end(words, start, lexis)
        if end <= start or (end < comma and words.text[end] not in _LINKS):
            continue
        title = _made(words, edges, (_title_start(words, edges, end, lexis), end), comma, lexis)
        if _is_means(words, title, lexis):
            return None
        led = title.first and words.text[title.first - 1].lower() in _ARTICLES
        return title if title.affiliation or led or title.first == 0 else None
    return None


def _is_means(words: Words, title: Title, lexis: Lexis) -> bool:
    """Whether others are meant: "her lawyers, X,", or a clause begins with "via his lawyer, X"."""
    head = words.text[title.last - 1].lower()
    if head.endswith("s") and head not in lexis.titles and head[:-1] in lexis.titles:
        return True
    before = words.text[max(0, title.first - 2) : title.first]
    return bool(before) and before[0].lower() in _MEANS and title.first <= _LATEST_MEANS


def _behind(words: Words, edges: Edges, person: Span, lexis: Lexis) -> Title | None:
    """Read "X, the spokesman for Y", "X, a ministry spokeswoman"."""
    comma = person.last
    if comma + 1 >= len(words) or words.text[comma] != ",":
        return None
    for start in range(comma + 1, min(len(words), comma + 1 + _REACH_ON)):
        word = words.text[start]
        if word in _NO_TITLE or (word in {",", ".", ";", ":", "“"}):
            return None
        end = title_end(words, start, lexis)
        if end == start:
            continue
        named_next = end < len(words) and words.cap[end] and words.touching(end)
        if named_next:
            return None
        title = _made(words, edges, (start, end), end, lexis)
        owner = title.affiliation or _owner_behind(words, edges, end)
        status = RoleStatus.FORMER if _is_over(words, end) else title.status
        return replace(title, first=comma + 1, last=end, affiliation=owner, status=status)
    return None


def _is_over(words: Words, at: int) -> bool:
    """Whether years that an office was held for end: "mayor of X from 2020 to 2028,"."""
    for until in range(at, min(len(words) - 1, at + _REACH_ON)):
        if words.text[until] in {",", ".", ";"}:
            return False
        if words.text[until] in _UNTIL and _is_year(words.text[until + 1]):
            back = words.text[max(at, until - 2) : until]
            led = len(back) == 2 and back[0] == "from" and _is_year(back[1])  # noqa: PLR2004
            return led or words.text[until] != "to"
    return False


def _is_year(word: str) -> bool:
    return len(word) == len("2000") and word.isdecimal()


def _owner_behind(words: Words, edges: Edges, end: int) -> str:
    """The name in "for the Y", "of law at Y"; empty if the clause ends before any."""
    if end >= len(words) or words.text[end] not in _OWNING:
        return ""
    for at in range(end + 1, min(len(words), end + _REACH_ON)):
        if words.text[at] in _NO_TITLE or words.text[at] in {",", ".", ";"}:
            return ""
        owner = edges.first.get(at)
        if owner:
            return _with_owned(words, owner)
    return ""


def _with_owned(words: Words, owner: Span) -> str:
    """A name with what it owns: "Ghana's legal team"."""
    last = owner.last
    if last >= len(words) or words.text[last] not in _POSSESSIVE:
        return owner.name
    end = last + 1
    while end < min(len(words), last + _MOST_OWNED + 1) and words.text[end].isalpha():
        if words.text[end] in _NO_TITLE | _LINKS:
            break
        end += 1
    return text_of(words, owner.first, end) if end > last + 1 else owner.name


def _made(words: Words, edges: Edges, office: tuple[int, int], last: int, lexis: Lexis) -> Title:
    """Put an office together with the body that stands before it, marks of quotation skipped."""
    start, end = office
    quoted = start > 0 and words.text[start - 1] in _OPENERS
    owner, first = _owner_before(words, edges, start - quoted)
    flagged = words.text[max(0, first - 1) : end]
    if not owner and end < last:
        owner = _owner_behind(words, edges, end)
    text = text_of(words, start, end)
    return Title(first, last, text, quoted=False, status=title_flag(flagged, lexis.gazetteer),
                 affiliation=owner)  # fmt: skip


def _owner_before(words: Words, edges: Edges, at: int) -> tuple[str, int]:
    """The body or state whose name stands before a title, and where it begins."""
    end = at
    possessive = end > 0 and words.text[end - 1] in _POSSESSIVE
    if possessive:
        end -= 1
    span = edges.last.get(end)
    if span is not None and span.kind is not ActorKind.PERSON:
        return span.name + (words.text[at - 1] if possessive else ""), span.first
    if possessive and end > 0:
        start = end - 2 if end > 1 and words.text[end - 2].lower() in _ARTICLES else end - 1
        return text_of(words, start, at), start
    return "", at
