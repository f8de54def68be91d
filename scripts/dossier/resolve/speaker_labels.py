"""How a speaker whom no actor stands for is named: in the words of the text, as a whole phrase.

What a mention holds is its kernel ("head"); a reader needs "the head of the inquiry". A pronoun
that was read as nobody names nobody, and says so.
"""

import re

from dossier.model import Quote
from dossier.vocabulary import NOT_NAMED

_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we", "you", "their", "his", "her"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "one", "another", "his", "her", "its", "their", "our", "some", "several",
     "two", "three", "four", "five", "six"}
)  # fmt: skip
_WORD_BEFORE = re.compile(r"(?<!\S)([A-Za-z][\w’'-]{0,30})\s+\Z")
_MOST_BETWEEN = 2
_BEHIND = re.compile(r" (?:of|for|at|from|with|in) [^,;:.()“”\"\n]{1,60}")
_VERB = re.compile(r" (?:has|had|have|is|was|were|would|could|also|later|then|who|which|on)\b")
_REACH = 60


def say_speaker(text: str, quote: Quote) -> str:
    """Name the speaker of a quotation in words.

    Args:
        text: The article it stands in.
        quote: The quotation.

    Returns:
        The whole phrase around the words for the speaker; "not named" with the pronoun where
        there is nothing more; empty if nobody is said to speak.
    """
    words = quote.speaker_words
    if words is None:
        return ""
    if words.exact.lower() in _PRONOUNS:
        return f"{NOT_NAMED} (“{words.exact.lower() if words.exact != 'I' else 'I'}”)"
    if words.exact[0].isupper() or words.exact.partition(" ")[0] in _DETERMINERS:
        return words.exact
    start = _determiner_before(text, words.start)
    return " ".join(text[start : words.end + len(_behind(text, quote, words.end))].split())


def _determiner_before(text: str, start: int) -> int:
    """Where the determiner stands that opens a phrase; where the phrase starts if none does."""
    position = start
    for _ in range(_MOST_BETWEEN + 1):
        word = _WORD_BEFORE.search(text, max(0, position - _REACH), position)
        if word is None:
            break
        if word[1].lower() in _DETERMINERS:
            return word.start(1)
        if not word[1].islower():
            break
        position = word.start(1)
    return start


def _behind(text: str, quote: Quote, end: int) -> str:
    """What belongs to the words behind them, up to the reporting word: "of the inquiry"."""
    if quote.cue is None or not end < quote.cue.start <= end + _REACH:
        return ""
    phrase = _BEHIND.fullmatch(text[end : quote.cue.start].rstrip())
    return _VERB.split(phrase.group(), maxsplit=1)[0] if phrase else ""
