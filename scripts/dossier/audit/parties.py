"""Who takes part in a telling, and whom each of them stands for."""

from collections.abc import Iterable, Mapping

from dossier.audit.reading import Reading
from dossier.gazetteer import load_gazetteer
from dossier.model import ActorId, EventMention
from dossier.vocabulary import Role

Bodies = Mapping[ActorId, frozenset[ActorId]]


def find_bodies(reading: Reading) -> Bodies:
    """Find the bodies and states that people are said to belong to.

    Returns:
        For each actor beside whose name an article sets a body ("the union's secretary …"), the
        ids of these bodies.
    """
    lists = load_gazetteer(reading.lexicon)
    named: dict[str, ActorId] = {}
    for actor in reading.dossier.actors.values():
        for name in (actor.name, *(alias.name for alias in actor.aliases)):
            named.setdefault(name.casefold(), actor.id)
    held: dict[ActorId, set[ActorId]] = {}
    for extraction in reading.dossier.extractions.values():
        for mention in extraction.mentions:
            own = reading.actors_of.get(mention.id)
            if own is None or not mention.affiliation:
                continue
            words = bare(mention.affiliation)
            entry = lists.entry(words)
            for name in (words, entry.name if entry else words):
                if (body := named.get(name.casefold())) is not None and body != own.id:
                    held.setdefault(own.id, set()).add(body)
    return {key: frozenset(found) for key, found in held.items()}


def bare(affiliation: str) -> str:
    """Words for a body without article and possessive ending."""
    words = affiliation.removeprefix("the ").removeprefix("The ")
    for ending in ("'s", "’s", "'", "’"):
        words = words.removesuffix(ending)
    return words


def parties_of(
    telling: EventMention, reading: Reading, bodies: Bodies, roles: Iterable[Role] = ()
) -> frozenset[ActorId]:
    """Ids of those who take part in a telling, with the bodies they belong to.

    Args:
        telling: The telling.
        reading: The dossier.
        bodies: What ``find_bodies`` gives.
        roles: Only these parts; all but the place if empty.
    """
    wanted = frozenset(roles)
    ids: set[ActorId] = set()
    for part in telling.participants:
        actor = reading.actors_of.get(part.mention_id)
        if actor is None or part.role is Role.PLACE or (wanted and part.role not in wanted):
            continue
        ids.add(actor.id)
        ids |= bodies.get(actor.id, frozenset())
    return frozenset(ids)
