"""Tell names of prizes, contests, laws, occasions and ships from names of those who act.

"The Ama Mensah Prize" holds a person's name and names nobody; the last word gives it away.
"""

from dossier.extract.lexis import Lexis, title_end
from dossier.extract.words import Words, phrase_at, word_set

_LONGEST = 8
_LONGEST_SHIP = 4
_SHIPS = word_set("FV HMAS HMCS HMS INS MT MV RMS RRS SS USS")
_SURNAMES = frozenset({"Bill", "Day", "Fair"})


def thing_end(words: Words, at: int, end: int, lexis: Lexis) -> int:
    """Where the name of a thing ends that begins at a word of a run.

    Args:
        words: A sentence.
        at: Index of the first word.
        end: Where its run of capitalised words ends.
        lexis: The word lists.

    Returns:
        The index after its last word; ``at`` if no thing's name begins here, or if what
        begins is a listed name ("FIFA World Cup") or a body's ("Nobel Prize Committee").
    """
    lists = lexis.gazetteer
    last = at
    if end - at == 1 or phrase_at(words, at, lexis.phrases):
        return at
    if words.text[at] in _SHIPS and title_end(words, at + 1, lexis) == at + 1:
        return min(end, at + _LONGEST_SHIP)
    for index in range(at + 1, min(end, at + _LONGEST)):
        word = words.text[index]
        if word in lists.org_words:
            return at
        if word in lists.thing_words:
            last = index + 1
    pair = last - at == len(("given", "family"))
    named = pair and words.text[at] in lists.given and words.text[last - 1] in _SURNAMES
    return at if named else last
