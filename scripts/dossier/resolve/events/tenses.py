"""The verb of a title by what the sources do with its event: done, to be done, or not done."""

from dossier.inflection import Form
from dossier.resolve.events.slots import TitleMaker
from dossier.vocabulary import Modality


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
