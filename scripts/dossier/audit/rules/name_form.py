"""A person whose given name is used as if it were the family name."""

from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.audit.spoken import list_affiliations
from dossier.model import Actor, Mention, Source
from dossier.vocabulary import ActorKind, FindingType, Gravity, MentionForm


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out short forms of a name that leave its family name away.

    Which names stand before the given name is the word list ``family_first``; the person must be
    said to belong to a state of the list ``family_first_states``. One hit a person and article:
    the full name, and the first place of the short form.
    """
    states = frozenset(term.casefold() for term in reading.lexicon.terms("family_first_states"))
    sides = reading.once(list_affiliations)
    families = frozenset(term.casefold() for term in reading.lexicon.terms("family_first"))
    for source in reading.sources():
        for actor, named in _persons(source, reading):
            full = next((one for one in named if _is_family_first(one, families)), None)
            if full is None or not sides.get(actor.id, frozenset()) & states:
                continue
            family, *given = full.name.split()
            short = next((one for one in named if one.name == " ".join(given)), None)
            if short is not None:
                yield Noticed(
                    f"“{short.anchor.exact}” is used by itself for {full.name}. In names of this "
                    f"order {family} is the family name.",
                    (full.anchor, short.anchor),
                    (actor.id,),
                )


def _persons(source: Source, reading: Reading) -> Iterator[tuple[Actor, list[Mention]]]:
    """Persons with the names an article gives them, in text order."""
    held: dict[str, list[Mention]] = {}
    for mention in reading.dossier.extractions[source.id].mentions:
        actor = reading.actors_of.get(mention.id)
        if actor and actor.kind is ActorKind.PERSON and mention.form is MentionForm.NAME:
            held.setdefault(actor.id, []).append(mention)
    for key, mentions in held.items():
        yield reading.dossier.actors[key], mentions


def _is_family_first(mention: Mention, families: frozenset[str]) -> bool:
    """Whether a full name begins with a family name of those that come first."""
    first, *rest = mention.name.casefold().split()
    return len(rest) in {1, 2} and first in families


RULE = Rule(FindingType.NAME_FORM, Gravity.LOW, notice)
