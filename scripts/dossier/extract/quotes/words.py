"""The closed word classes by which the search for speakers finds its way.

These are grammar, not vocabulary: they do not grow with a subject, so they are no lexicon.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LAST_WORD = re.compile(r"([\w&$%]++(?:[.’'&-]++[\w&]++)*+\.?)\s*\Z")
NEXT_WORD = re.compile(r"\s*([\w&$%]++(?:[.’'&-]++[\w&]++)*+)")
LONGEST_WORD = 40
"""Code points looked at to find one word."""

HELPERS = _words(
    "has have had having also then later again once would will further repeatedly reportedly "
    "himself herself themselves itself both all even still now soon first often just always "
    "may might could should must can did does do went on instead thus continued began as far"
)
ADVERBS = _words("also then later again once further repeatedly reportedly still now soon often")
BE = _words("was were been be being is are am got gets")
NEGATIONS = _words("not never nor neither cannot without nobody none")
REFUSALS = _words("declined refused failed unable neglected hesitated stopped")
DETERMINERS = _words(
    "the a an his her its their our my your some many several most both one two three four five "
    "six another other this these those each every more all no any"
)
PREPOSITIONS = _words(
    "of for at from in with on by to near inside within under against about after before "
    "including among between behind beyond outside across over into via despite during since "
    "until through like upon around following per toward towards amid without given"
)
HEAD_PREPOSITIONS = _words("of for at from in with on near within inside under to including")
"""Prepositions that bind what follows to the noun before them: "a spokesman for the port"."""
BREAKS = _words(
    "and or but that which who whom whose what when where while because although though if as "
    "whether so yet nor how why since unless until"
)
"""Words that no noun phrase runs across."""
OPENERS = _words(
    "when after as while although though because if since before until unless despite once "
    "following during whereas by in on at for with from to under amid among"
)
"""Words that open a stretch which holds no subject of the main clause."""
PUT_TO = _words("asked pressed questioned challenged quizzed prompted confronted told reminded")
"""At the head of a sentence these are said of its subject: "Asked if she would stay, Novak …"."""
RELATIVES = _words("who whom whose which where when that")
MANY = _words("people police men women children staff crew")
"""Nouns that stand for several without a determiner or an ending: "people close to Novak"."""
SOLITARY = _words("one another some many others both several most two three")
"""Determiners that can stand for somebody on their own: "one said"."""
PRONOUNS = _words("he she they it we you i who")
DAYS = _words("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight")
NO_ADVERB = _words("family ally assembly supply reply rally monopoly anomaly fly bully early lily")
SETTING_NOUNS = _words(
    "statement interview conference briefing speech letter tweet post email e-mail report hearing "
    "rally release video message filing ruling address call meeting memo blog court time scene "
    "weekend morning afternoon evening"
)
SETTING = re.compile(
    r"\b(?:in|at|via|during|on|through|to)\s+(?:an?|the|his|her|its|their)\s+(?:[\w’'-]+\s+){0,3}"
    r"[\w-]+\s*\Z"
)
"""Where or in what something was said, between a subject and its verb; ends in such a noun."""
AGE = re.compile(r"\s*(?:aged\s+)?\d{1,3}\s*\Z|\s*(?:Jr|Sr|II|III|[A-Z][a-z]{2,4})\.?\s*\Z")
"""What a comma sets off after a name: an age, "Jr.", the short form of a state."""


def is_adverb(word: str) -> bool:
    """Whether a word as printed is an adverb in -ly."""
    return word.endswith("ly") and word.islower() and word not in NO_ADVERB


def last_word(text: str, floor: int, end: int) -> tuple[str, int] | None:
    """The word that ends at a position, white space apart.

    Returns:
        The word as printed and where it begins; None if punctuation or ``floor`` comes first.
    """
    first = max(floor, end - LONGEST_WORD)
    held = text[first:end].rstrip()
    word = held.split()[-1] if held else ""
    start = first + len(held) - len(word)
    if word.isalnum():
        return word, start
    match = LAST_WORD.search(word)
    return (match[1], start + match.start(1)) if match else None


def next_word(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The word that begins at a position, white space apart.

    Returns:
        The word as printed and where it ends; None if punctuation or ``end`` comes first.
    """
    match = NEXT_WORD.match(text, start, min(end, start + LONGEST_WORD))
    return (match[1], match.end(1)) if match else None


def trim_end(text: str, floor: int, end: int) -> int:
    """Where a stretch ends without the white space at its end."""
    while end > floor and text[end - 1].isspace():
        end -= 1
    return end
