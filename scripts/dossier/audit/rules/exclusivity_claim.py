"""Claims that something is the only, the first or the last of its kind."""

from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.vocabulary import FindingType, Gravity


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out what one counter-example would undo, said in the outlet's own voice.

    The terms are the word list ``exclusive_cues``. Words that somebody is quoted with are that
    person's claim and stand with the quotation.
    """
    for source in reading.sources():
        for _, _, words in reading.cues(source.id, "exclusive_cues"):
            yield Noticed(
                f"“{words.exact}” rests on one article, holds for its day at most and falls "
                "with one counter-example.",
                (words,),
            )


RULE = Rule(FindingType.EXCLUSIVITY_CLAIM, Gravity.MEDIUM, notice)
