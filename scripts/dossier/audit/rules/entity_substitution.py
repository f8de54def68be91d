"""One name in the outlet's words, another in the words it quotes for them."""

from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.spoken import join_words, shorten
from dossier.audit.stances import Stance, find_stances
from dossier.model import Anchor
from dossier.vocabulary import FindingType, Gravity, PassageKind


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out a stance that the article's words and the quoted words direct at two.

    Both stand in one sentence and take the same side; or they use the same word, and the same
    holder is named for both. If what is quoted names both, nothing was put in another's place.
    """
    yield from compare(reading, PassageKind.BODY)


def compare(reading: Reading, kind: PassageKind) -> Iterator[Noticed]:
    """Set the stances in headlines, or in the text, beside those of the quotations."""
    for own, quoted in reading.once(find_stances).values():
        for stance in own:
            if reading.passage(stance.sentence).kind is not kind:
                continue
            same = [one for one, _ in quoted if _is_same_stance(stance, one)]
            same.sort(key=lambda one: one.sentence.id != stance.sentence.id)
            if same and all(one.key != stance.key for one, _ in quoted if one.side == stance.side):
                yield _draw(stance, same[0], kind, reading)


def _is_same_stance(own: Stance, quoted: Stance) -> bool:
    if own.side != quoted.side:
        return False
    if own.sentence.id == quoted.sentence.id:
        return own.word.start < quoted.word.start
    return own.root == quoted.root and bool(own.holders & quoted.holders)


def _draw(own: Stance, quoted: Stance, kind: PassageKind, reading: Reading) -> Noticed:
    where = "The headline" if kind is PassageKind.TITLE else "The article's own sentence"
    return Noticed(
        f"{where} has “{_words(own, reading).exact}”; the words it quotes have "
        f"“{_words(quoted, reading).exact}”.",
        (_words(own, reading), _words(quoted, reading)),
    )


def _words(stance: Stance, reading: Reading) -> Anchor:
    return shorten(join_words(stance.word, stance.target, reading), reading)


RULE = Rule(FindingType.ENTITY_SUBSTITUTION, Gravity.HIGH, notice)
