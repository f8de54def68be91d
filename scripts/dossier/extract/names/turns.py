"""Know the letters with which an interview marks who asks: "WT: How did it begin?"."""

from collections.abc import Iterable

from dossier.model import Mention, Source
from dossier.vocabulary import ActorKind, MentionForm

_LONGEST = 4


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


def _opens_turn(text: str, start: int, end: int) -> bool:
    """Whether letters open a line and a colon or brackets set them off: "WT:", "((WT))"."""
    before = text[max(0, start - 3) : start]
    bracketed = before.endswith("((") and text.startswith("))", end)
    opened = before.removesuffix("((") if bracketed else before
    at_head = start == 0 or opened == "" or opened.endswith("\n")
    return at_head and (bracketed or text.startswith(":", end))
