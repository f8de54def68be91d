"""Quotation marks round one side's title and not round the other's."""

from collections.abc import Iterator

from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.model import Mention, Source
from dossier.vocabulary import FindingType, Gravity

_MOST_SHOWN = 2


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out articles that set one person's office in quotation marks and others' not.

    A nickname in quotation marks ("Salt King") is no office. One hit an actor whose title is
    marked; beside it the first titles that are not.
    """
    offices = frozenset(word for term in reading.lexicon.terms("titles") for word in term.split())
    for source in reading.sources():
        titled = list(_titled(source, reading))
        marked = [mention for mention in titled if mention.title_quoted]
        plain = [mention for mention in titled if not mention.title_quoted]
        seen: set[str] = set()
        for mention in marked:
            actor = reading.actors_of[mention.id]
            others = [one for one in plain if reading.actors_of[one.id] is not actor]
            if actor.id in seen or not others or not _is_office(mention.title, offices):
                continue
            seen.add(actor.id)
            first = {reading.actors_of[one.id].id: one for one in reversed(others)}
            shown = sorted(first.values(), key=lambda one: one.anchor.start)[:_MOST_SHOWN]
            names = " and ".join(reading.actors_of[one.id].name for one in shown)
            yield Noticed(
                f"The title of {actor.name} stands in quotation marks; those of {names} do not.",
                tuple(reading.title_of(one) or one.anchor for one in (mention, *shown)),
            )


def _is_office(title: str, offices: frozenset[str]) -> bool:
    """Whether the words name an office: a word with a capital that none has makes a nickname."""
    return all(word.islower() or word.lower() in offices for word in title.split())


def _titled(source: Source, reading: Reading) -> Iterator[Mention]:
    """Names with an office beside them, of people who are known, in text order."""
    for mention in reading.dossier.extractions[source.id].mentions:
        if mention.title and mention.id in reading.actors_of:
            yield mention


RULE = Rule(FindingType.ASYMMETRIC_TITLES, Gravity.MEDIUM, notice)
