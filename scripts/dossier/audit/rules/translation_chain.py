"""Words that reached the article through somebody else's text or language."""

from collections.abc import Iterator, Mapping

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.spoken import is_marked, list_affiliations, list_names, name_speaker, shorten
from dossier.model import Actor, Anchor, Quote
from dossier.vocabulary import ActorKind, FindingType, Gravity

LEAST_WORDS = 4
"""A word or two may be told apart from whoever is credited with the sentence around them."""

_BODIES = frozenset({ActorKind.PUBLIC_BODY, ActorKind.STATE, ActorKind.ORGANIZATION})


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out quoted words that another body passes on, or that were translated.

    A medium that a speaker talked to is no such body. One hit a carrier and article.
    """
    sides = reading.once(list_affiliations)
    for source in reading.sources():
        seen: set[str] = set()
        for quote in reading.dossier.extractions[source.id].quotes:
            if not is_marked(quote.content, reading) or quote.speaker_words is None:
                continue
            if len(quote.content.exact.split()) < LEAST_WORDS:
                continue
            found = _through(quote, sides, reading) or _translated(quote, reading)
            if found is not None and found[0] not in seen:
                seen.add(found[0])
                yield found[1]


def _through(
    quote: Quote, sides: Mapping[str, frozenset[str]], reading: Reading
) -> tuple[str, Noticed] | None:
    carrier = quote.carrier_words
    actor = _named_in(carrier, reading) if carrier else None
    quotation = reading.quotation_of.get(quote.id)
    if carrier is None or actor is None or quotation is None or not quotation.speaker_ids:
        return None
    own = frozenset[str]().union(*(sides.get(key, ()) for key in quotation.speaker_ids))
    if actor.kind not in _BODIES or actor.id in quotation.speaker_ids or own & list_names(actor):
        return None
    return actor.id, Noticed(
        f"The words of {name_speaker(quotation, reading)} reach the article through another side: "
        f"{actor.name}.",
        (carrier, shorten(quote.content, reading)),
        (*quotation.speaker_ids, actor.id),
    )


def _named_in(words: Anchor, reading: Reading) -> Actor | None:
    """The first actor named in some words."""
    sentence = reading.sentence_at(words)
    for mention in reading.mentions_in.get(sentence.id, ()) if sentence else ():
        if words.start <= mention.anchor.start < words.end and mention.id in reading.actors_of:
            return reading.actors_of[mention.id]
    return None


def _translated(quote: Quote, reading: Reading) -> tuple[str, Noticed] | None:
    sentence = reading.sentence_at(quote.content)
    if sentence is None:
        return None
    cue = next((place for _, place in reading.cues_in(sentence, "translation_cues")), None)
    if cue is None:
        return None
    return cue.exact.casefold(), Noticed(
        f"The quoted words were translated (“{cue.exact}”); what was said in the first language "
        "is not given.",
        (cue, shorten(quote.content, reading)),
    )


RULE = Rule(FindingType.TRANSLATION_CHAIN, Gravity.MEDIUM, notice)
