"""Names as sources print them, with what stands around them and belongs to them.

Others who list actors write "Ferry Board spokeswoman Ann Novak", "Ann Novak of the Ferry Board"
or "the Tarn Museum in Aldhaven": the office before a name, the body behind it, the town. Whoever
compares our actors with such a list finds them by these forms as well.
"""

import re
from collections.abc import Iterable, Mapping

from dossier.model import Dossier, Mention, SourceId
from dossier.vocabulary import ActorKind, MentionForm

_OF_PERSONS = re.compile(r" (?:of|from) (?:the )?")
_OF_SITES = re.compile(r" (?:in|at) (?:the )?")
_GOES_ON = re.compile(r"(?:,| in| at) (?:the )?")
_LETTERS = re.compile(r", [A-Z]{2,4}(?=[,.;)])")
"""Letters of honour behind a name: "Ann Novak, QC, said"."""
_SITES = frozenset(
    {
        *("Academy", "Aquarium", "Arena", "Cathedral", "Center", "Centre", "Church", "Clinic"),
        *("College", "Gallery", "Hospital", "Infirmary", "Institute", "Laboratory", "Library"),
        *("Museum", "Observatory", "Orphanage", "Planetarium", "School", "Seminary", "Stadium"),
        *("Theatre", "University"),
    }
)
"""Words in the names of bodies that stand at one spot."""
_BODIES = frozenset({ActorKind.ORGANIZATION, ActorKind.PUBLIC_BODY, ActorKind.MEDIUM})
_BEFORE = 160
_LONGEST_TIE = 3


class PrintedNames:
    """The names of a dossier, by where they stand."""

    def __init__(self, dossier: Dossier) -> None:
        self._texts: Mapping[SourceId, str] = {
            key: source.text for key, source in dossier.sources.items()
        }
        self._ends: dict[tuple[SourceId, int], Mention] = {}
        self._names = {
            (one.anchor.source_id, one.anchor.start): one
            for extraction in dossier.extractions.values()
            for one in extraction.mentions
            if one.form is MentionForm.NAME
        }
        for one in self._names.values():
            self._ends[one.anchor.source_id, one.anchor.end] = one

    def of(self, mentions: Iterable[Mention]) -> frozenset[str]:
        """Give the longer forms of an actor's or a place's names.

        Args:
            mentions: All of them.

        Returns:
            Such as "Professor Ann Novak", "Ann Novak of the Ferry Board" and "Ann Novak, QC";
            none for a mention that has neither an office before it nor a body behind it.
        """
        found: set[str] = set()
        for one in mentions:
            if one.form is MentionForm.NAME:
                offices, ties = self._offices(one), self._ties(one)
                found.update(f"{office} {one.name}" for office in offices)
                found.update(f"{one.name}{tie}" for tie in ties)
                found.update(f"{office} {one.name}{tie}" for office in offices for tie in ties)
        return frozenset(found)

    def _offices(self, one: Mention) -> list[str]:
        """The office directly before a name, and the same with its body."""
        start = one.anchor.start
        before = self._texts[one.anchor.source_id][max(0, start - _BEFORE) : start]
        if not one.title:
            return self._owners(one, before)
        wordings = dict.fromkeys((one.title, f"{one.affiliation} {one.title}".strip()))
        return [office for office in wordings if before.endswith(f"{office} ")]

    def _owners(self, one: Mention, before: str) -> list[str]:
        """The body that a body belongs to: "Tarn University's" before "Salt Department"."""
        source_id, start = one.anchor.source_id, one.anchor.start
        if one.kind not in _BODIES or not before.endswith(("'s ", "’s ")):
            return []
        owner = self._ends.get((source_id, start - len("'s ")))
        held = owner is not None and owner.kind in _BODIES
        return [before[owner.anchor.start - start :].strip()] if owner and held else []

    def _ties(self, one: Mention) -> list[str]:
        """What stands directly behind a name: a person's body, or where a site lies."""
        text, end = self._texts[one.anchor.source_id], one.anchor.end
        if one.kind is ActorKind.PERSON:
            letters = _LETTERS.match(text, end)
            body = self._held(one, _OF_PERSONS)
            return [*([letters.group()] if letters else []), *([body] if body else [])]
        site = one.kind is ActorKind.PLACE or not _SITES.isdisjoint(one.name.split())
        where = self._held(one, _OF_SITES) if site else ""
        return [where] if where else []

    def _held(self, one: Mention, link: re.Pattern[str]) -> str:
        """From behind a name to the end of the name that a link ties to it; or empty."""
        source_id, start = one.anchor.source_id, one.anchor.end
        text, end = self._texts[source_id], start
        for _ in range(_LONGEST_TIE):
            found = link.match(text, end)
            holder = self._names.get((source_id, found.end())) if found else None
            if holder is None or holder.kind is ActorKind.PERSON:
                break
            end = holder.anchor.end
            if link is _OF_PERSONS:
                break
            link = _GOES_ON
        return text[start:end]
