"""Word the title of a statement: what is announced, or who speaks and on what."""

from collections.abc import Sequence

from dossier.daywords import DAY_PARTS, WEEK
from dossier.resolve.events.complements import find_announced
from dossier.resolve.events.phrases import (
    ARTICLES,
    BE,
    MAX_PHRASE,
    display_name,
    phrase_behind,
    words_around,
)
from dossier.resolve.events.sightings import Sighting
from dossier.resolve.events.slots import TitleMaker
from dossier.resolve.events.tenses import finite
from dossier.vocabulary import Modality

STATEMENT = "a statement"
_DAY_WORDS = WEEK | DAY_PARTS | {"on", "late", "early", "yesterday", "today"}
_HELPING = BE | frozenset(
    {"has", "have", "had", "will", "would", "could", "may", "might", "should", "can", "must"}
)
_ANNOUNCING = frozenset({"announce", "confirm", "declare", "reveal"})


def word_statement(subject: str, term: str, sighting: Sighting, maker: TitleMaker) -> str:
    """Word the title of a statement.

    Args:
        subject: Who speaks.
        term: The verb of saying.
        sighting: The sentence.
        maker: Actors, places and words.
    """
    behind = words_around(sighting.mention)[1]
    if term in _ANNOUNCING:
        outlook, deed = find_announced(behind, maker.labels, maker.index)
        verb = "announce" if maker.many(subject) else "announces"
        if outlook == "plan":
            return " ".join((subject, verb, "plan to", *deed))
        if deed:
            done = finite(deed[0], subject, Modality.HAPPENED, maker)
            return " ".join((subject, done, *deed[1:]))
    topic = [display_name(maker.actors[one]) for one in sighting.topics if one in maker.actors]
    topic = topic or _subject_said(_behind_listener(sighting), maker.labels)
    verb = "make" if maker.many(subject) else "makes"
    return " ".join([f"{subject} {verb} {STATEMENT}", *(f"on {name}" for name in topic[:1])])


def _behind_listener(sighting: Sighting) -> list[str]:
    """What follows a verb of saying, behind the names of who is told: "told Radio Kesh [that]"."""
    behind = words_around(sighting.mention)[1]
    start = next((at for at, word in enumerate(behind) if word.lower() not in _DAY_WORDS), 0)
    behind = behind[start:] if behind[:1] != ["in"] else behind
    if sighting.stem != "told":
        return behind
    told = next((at for at, word in enumerate(behind) if not word[:1].isupper()), len(behind))
    return behind[told:]


def _subject_said(behind: Sequence[str], labels: frozenset[str]) -> list[str]:
    """What the words said are about: the subject of their clause, where an auxiliary ends it."""
    start = 1 if behind[:1] == ["that"] else 0
    for place, word in enumerate(behind[start : start + MAX_PHRASE + 2], start):
        if word.lower() in _HELPING:
            phrase = behind[start:place]
            said = phrase_behind(phrase, labels)
            known = phrase[:1] == ["the"]
            whole = len(said.split()) == sum(one.lower() not in ARTICLES for one in phrase)
            return [f"the {said}" if known else said] if said and whole else []
    return []
