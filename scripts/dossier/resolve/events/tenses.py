"""The verb of a title by what the sources do with its event: done, to be done, or not done."""

from dossier.inflection import Form
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.slots import TitleMaker
from dossier.vocabulary import Modality

_HEDGES = {
    **{adverb: adverb for adverb in ("allegedly", "purportedly", "reportedly", "supposedly")},
    **dict.fromkeys(("allegation", "allegations", "accusation", "accusations"), "allegedly"),
    **dict.fromkeys(
        ("claim", "claims", "indictment", "lawsuit", "complaint", "complaints", "alleged"),
        "allegedly",
    ),
    **dict.fromkeys(("rumour", "rumours", "rumor", "rumors", "speculation"), "reportedly"),
    **dict.fromkeys(("suspicion", "suspicions", "suspect", "suspects", "alleges"), "allegedly"),
    **dict.fromkeys(("court heard", "court hears", "court was told"), "allegedly"),
    **dict.fromkeys(("jury heard", "jury was told", "jurors heard"), "allegedly"),
    **dict.fromkeys(("either", "or", "may have", "might have", "could have"), "possibly"),
}
"""The adverb that keeps a hedge in a title."""


def finite(base: str, subject: str, modality: Modality, maker: TitleMaker) -> str:
    """The verb of an active title: "meets", "is to meet", "may meet"."""
    plural = maker.many(subject)
    ahead = {
        Modality.ANNOUNCED: f"{'are' if plural else 'is'} to {base}",
        Modality.FORECAST: f"may {base}",
        Modality.DENIED: f"{'do' if plural else 'does'} not {base}",
        Modality.HYPOTHETICAL: f"{'are' if plural else 'is'} asked to {base}",
    }
    now = base if plural else maker.index.inflect(base, Form.THIRD)
    return ahead.get(modality, now)


def be_done(modality: Modality, *, plural: bool) -> str:
    """The auxiliary of a passive: done, to be done, or not done."""
    now = "are" if plural else "is"
    ahead = {
        Modality.ANNOUNCED: f"{now} to be",
        Modality.FORECAST: "may be",
        Modality.DENIED: f"{now} not",
        Modality.HYPOTHETICAL: "may be",
    }
    return ahead.get(modality, now)


def hedged(cluster: Cluster, verb: str) -> str:
    """Keep the adverb that holds an event at a distance, unless a sentence states the event."""
    told = [one.mention for one in cluster.sightings if not one.is_headline]
    if any(one.modality is Modality.HAPPENED for one in told):
        return verb
    hedges = (one.hedge.lower() for one in told if one.modality is Modality.REPORTED)
    hedge = next((_HEDGES.get(hedge, "reportedly") for hedge in hedges if hedge), "")
    return f"{hedge} {verb}" if hedge else verb
