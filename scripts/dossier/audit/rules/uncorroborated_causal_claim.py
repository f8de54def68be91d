"""One happening made the cause of another, by a single source in its own voice."""

from collections import defaultdict
from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.model import Actor, ActorId, Anchor, Sentence
from dossier.vocabulary import FindingType, Gravity, PassageKind, QuoteKind, Role

_LIST = "causal_cues"
_REACH = 60


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out that somebody's act is given as the cause of somebody else's, by one source only.

    The terms are the word list ``causal_cues``. Before them somebody acts, behind them somebody
    else is named: storms and illnesses as causes are let pass. What is credited to somebody is
    that person's claim, and a cause that a second article gives as well is not alone.
    """
    held: dict[frozenset[ActorId], list[tuple[str, Anchor]]] = defaultdict(list)
    for source in reading.sources():
        for sentence, term, words in reading.cues(source.id, _LIST, PassageKind.BODY):
            cause = _cause(sentence, words, reading)
            doer = _doer(sentence, words, cause, reading) if cause else None
            if doer and cause and not _is_credited(sentence, words, reading):
                held[frozenset({doer.id, cause.id})].append((term, words))
    for pair, claims in held.items():
        if len({words.source_id for _, words in claims}) > 1:
            continue
        names = " and ".join(sorted(reading.dossier.actors[one].name for one in pair))
        for term, words in claims:
            label = reading.dossier.sources[words.source_id].label
            yield Noticed(
                f"Only {label} says so, in its own voice: “{term}” makes one act of {names} the "
                "cause of the other.",
                (words,),
                tuple(pair),
            )


def _doer(sentence: Sentence, words: Anchor, cause: Actor, reading: Reading) -> Actor | None:
    """Who else acts in what the sentence tells before the words."""
    for telling in reading.tellings_in.get(sentence.id, ()):
        if telling.trigger.end > words.start:
            break
        for part in telling.participants:
            actor = reading.actors_of.get(part.mention_id)
            if part.role is Role.ACTOR and actor is not None and actor is not cause:
                return actor
    return None


def _cause(sentence: Sentence, words: Anchor, reading: Reading) -> Actor | None:
    """The first actor named shortly behind the words."""
    for mention in reading.mentions_in.get(sentence.id, ()):
        near = words.end <= mention.anchor.start < words.end + _REACH
        if near and mention.id in reading.actors_of:
            return reading.actors_of[mention.id]
    return None


def _is_credited(sentence: Sentence, words: Anchor, reading: Reading) -> bool:
    for quote in reading.quotes_in.get(sentence.id, ()):
        if (
            quote.kind is QuoteKind.INDIRECT
            and quote.content.start <= words.start < quote.content.end
        ):
            return True
    return any(one.according_to for one in reading.tellings_in.get(sentence.id, ()))


RULE = Rule(FindingType.UNCORROBORATED_CAUSAL_CLAIM, Gravity.MEDIUM, notice)
