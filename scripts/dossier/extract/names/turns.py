"""Read who asks and who answers in an interview: "WT: How did it begin?" · "Ama: Slowly."."""

from collections import Counter
from collections.abc import Iterable

from dossier.model import Mention, Source
from dossier.vocabulary import ActorKind, MentionForm

_LONGEST = 4
_FEWEST_TURNS = 3
"""Turns that somebody has at least; a line-up of players has one for each club."""


def find_labels(source: Source, mentions: Iterable[Mention]) -> frozenset[str]:
    """Find letters that only ever open a turn of an interview, and so name nobody.

    Args:
        source: The article.
        mentions: Its mentions, in any order.

    Returns:
        The names of such mentions. What is known for an outlet, a state or a public body, or
        stands anywhere else as well, is a name.
    """
    turns: dict[str, bool] = {}
    for mention in mentions:
        name = mention.name
        if len(name) > _LONGEST or not name.isupper() or mention.form is not MentionForm.NAME:
            continue
        if mention.kind not in {ActorKind.ORGANIZATION, None}:
            turns[name] = False
        elif turns.get(name, True):
            turns[name] = _opens_turn(source.text, mention.anchor.start, mention.anchor.end)
    return frozenset(name for name, only in turns.items() if only)


def find_turn_takers(source: Source, mentions: Iterable[Mention]) -> frozenset[str]:
    """Find names that open turn after turn of an interview, and so are persons'.

    Args:
        source: The article.
        mentions: Its mentions, in any order.

    Returns:
        Names of one word that nothing says are a person's, such as the given name of somebody
        who is interviewed without more.
    """
    turns = Counter(
        mention.name
        for mention in mentions
        if mention.kind in {ActorKind.ORGANIZATION, None}
        and mention.form is MentionForm.NAME
        and mention.name.isalpha()
        and not mention.name.isupper()
        and _opens_turn(source.text, mention.anchor.start, mention.anchor.end)
    )
    return frozenset(name for name, number in turns.items() if number >= _FEWEST_TURNS)


def _opens_turn(text: str, start: int, end: int) -> bool:
    """Whether letters open a line and a colon or brackets set them off: "WT:", "((WT))"."""
    before = text[max(0, start - 3) : start]
    bracketed = before.endswith("((") and text.startswith("))", end)
    opened = before.removesuffix("((") if bracketed else before
    at_head = start == 0 or opened == "" or opened.endswith("\n")
    return at_head and (bracketed or text.startswith(":", end))
