"""The three seeds as raw text, without edits, against a careful reader's list."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from dossier.bench.cases import names_of
from dossier.bench.folders import line_of
from dossier.bench.labels import (
    Plain,
    list_of,
    mapping_of,
    read_labels,
    rows_of,
    texts_of,
)
from dossier.bench.projects import assemble_folder
from dossier.bench.rows import Figure
from dossier.bench.tally import pair_most, same_days, within
from dossier.model import Actor, Anchor, Dossier, Event, Place
from dossier.vocabulary import MentionForm

_LOCATOR = re.compile(r"([^:]+):L(\d+)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset({"the", "and", "for", "unnamed", "under", "unspecified", "government"})
_STEM = 4

Listed = Mapping[str, Plain]
Line = tuple[str, int]
"""A source and a line of its file."""


def measure_seeds(corpora: Path, labels: Path, recognizer: str) -> dict[str, Figure]:
    """Measure core actors, core events, quotation speakers and dates.

    Args:
        corpora: The folder that holds ``seeds`` and ``content``.
        labels: Folder of label files; ``seeds.yml`` says whose each quotation is and what each
            date means, by place.
        recognizer: Its name.

    Returns:
        The figures; none without the seeds.
    """
    lists = [held for _, held in read_labels(corpora / "content", "*.yml")]
    if not lists or not (corpora / "seeds").is_dir():
        return {}
    dossier = assemble_folder(corpora / "seeds", recognizer).dossier
    content = mapping_of(lists[0])
    figures = {
        "seed_actors": _actors(content, dossier),
        "seed_events": _events(content, dossier),
        "seed_noise": _noise(content, dossier),
    }
    for _, held in read_labels(labels, "seeds.yml"):
        figures["seed_speakers"] = _speakers(mapping_of(held), dossier)
        figures["seed_dates"] = _dates(mapping_of(held), dossier)
    return figures


def _actors(content: Listed, dossier: Dossier) -> Figure:
    """An actor is found if one of its own is mentioned on one of the lines by a like name."""
    entries = [
        mapping_of(one)
        for group in ("people", "organisations", "groups")
        for one in list_of(mapping_of(content["actors"]).get(group, []))
    ]
    where = _mentioned(dossier)
    choices = [_fitting(entry, where) for entry in entries]
    pairs = pair_most(choices)
    misses = [f"{one['name']!r} not found" for at, one in enumerate(entries) if at not in pairs]
    share = len(pairs) / len(entries)
    return Figure(share, f"{len(pairs)} of {len(entries)}", tuple(misses))


def _mentioned(dossier: Dossier) -> Mapping[str, Mapping[Line, frozenset[str]]]:
    """Stems of the words by which each actor is named, by its id and by line."""
    mentions = {
        one.id: one
        for part in dossier.extractions.values()
        for one in part.mentions
        if one.form is not MentionForm.PRONOUN
    }
    found: dict[str, dict[Line, frozenset[str]]] = {}
    held: Sequence[Actor | Place] = [*dossier.actors.values(), *dossier.places.values()]
    for one in held:
        lines = found.setdefault(one.id, {})
        for key in one.mention_ids:
            if key in mentions:
                anchor = mentions[key].anchor
                place = (anchor.source_id, line_of(anchor, dossier))
                named = _stems(anchor.exact) | _stems(mentions[key].name) | _stems(one.name)
                lines[place] = lines.get(place, frozenset()) | named
    return found


def _fitting(entry: Listed, where: Mapping[str, Mapping[Line, frozenset[str]]]) -> list[str]:
    names = [str(entry["name"]), *texts_of(entry.get("aliases", []))]
    wanted = frozenset().union(*(_stems(name) for name in names))
    places = set(places_of(entry.get("at", []))) or {
        place
        for role in list_of(entry.get("roles", []))
        for place in places_of(mapping_of(role).get("at", []))
    }
    scored = []
    for key, lines in where.items():
        # An entry that gives no line, or only that of another name, is looked for everywhere.
        on = places & set(lines) or {place for place in lines if wanted <= lines[place]}
        shared = max((len(wanted & lines[place]) for place in on), default=0)
        if shared:
            scored.append((-shared, key))
    return [key for _, key in sorted(scored)]


def _stems(name: str) -> frozenset[str]:
    """Beginnings of words, so that a people and its country are alike."""
    text = re.sub(r"\bU\.?S\.?\b|\bAmerican?\b", "United States", name)
    words = _WORD.findall(text.replace("U.N.", "United Nations").casefold())
    return frozenset(word[:_STEM] for word in words if word not in _EMPTY)


def places_of(at: Plain) -> Iterator[Line]:
    """Sources and lines of locators such as ``001:L7``."""
    for text in texts_of(at):
        match = _LOCATOR.match(text)
        if match:
            yield match[1], int(match[2])


def _events(content: Listed, dossier: Dossier) -> Figure:
    """An event is found if one of its own, with the right days, is told on one of the lines."""
    entries = [
        entry
        for entry in map(mapping_of, list_of(content["events"]))
        if entry["tier"] in {"core", "context"}
    ]
    pairs = _pair_events(entries, dossier.events.values(), dossier, dated=True)
    candidates = (*dossier.events.values(), *dossier.mentioned)
    more = _pair_events(entries, candidates, dossier, dated=True)
    core = [at for at, entry in enumerate(entries) if entry["tier"] == "core"]
    right = sum(at in pairs for at in core)
    lines = {place for event in candidates for place in _told(event, dossier)}
    misses = tuple(
        f"{entry['tier']}: {entry['title']!r} {entry['edtf']}"
        + ("" if set(places_of(entry["at"])) & lines else " (no event on its lines)")
        for at, entry in enumerate(entries)
        if at not in pairs
    )
    counts = (
        f"{right} of {len(core)}; with context {len(pairs)} of {len(entries)}, "
        f"and {len(more)} among all candidates"
    )
    return Figure(right / len(core), counts, misses)


def _noise(content: Listed, dossier: Dossier) -> Figure:
    """A published event is one if the list has one for it, on one of its lines."""
    entries = [mapping_of(one) for one in list_of(content["events"])]
    events = dossier.events
    pairs = _pair_events(entries, events.values(), dossier, dated=False)
    misses = tuple(
        f"{key} {event.title!r}: not listed, or listed once and published twice"
        for key, event in events.items()
        if key not in pairs.values()
    )
    counts = f"{len(pairs)} of {len(events)} published, each with its own on the list"
    return Figure(len(pairs) / max(1, len(events)), counts, misses)


def _pair_events(
    entries: Sequence[Listed], events: Iterable[Event], dossier: Dossier, *, dated: bool
) -> Mapping[int, str]:
    told = [(event, _told(event, dossier)) for event in events]
    return pair_most(
        [
            sorted(
                event.id
                for event, places in told
                if places & set(places_of(entry["at"]))
                and (not dated or _is_dated(event, str(entry["edtf"])))
            )
            for entry in entries
        ]
    )


def _told(event: Event, dossier: Dossier) -> set[Line]:
    return {(anchor.source_id, line_of(anchor, dossier)) for anchor in event.anchors}


def _is_dated(event: Event, wanted: str) -> bool:
    """The same days; or some within, where the list itself gives only limits."""
    if event.dating is None:
        return wanted.startswith("../")
    value = event.dating.value.edtf
    is_limit = any(sign in wanted for sign in ("..", "~", "/"))
    return same_days(value, wanted) or (is_limit and within(value, wanted))


def _speakers(labels: Listed, dossier: Dossier) -> Figure:
    """Labels: source and line, then the speaker of each quotation that opens there, in order."""
    right = total = 0
    misses = []
    for place, *speakers in rows_of(labels["quotations"]):
        for nth, speaker in enumerate(speakers, 1):
            if speaker == "-":
                continue
            total += 1
            names = _credited(place, nth, dossier)
            if any(one in name for one in speaker.split("|") for name in names):
                right += 1
            else:
                misses.append(f"{place} quotation {nth}: {sorted(names)}, should be {speaker!r}")
    return Figure(right / max(1, total), f"{right} of {total}", tuple(misses))


def _credited(place: str, nth: int, dossier: Dossier) -> frozenset[str]:
    """Every name of the speaker of the nth quotation that opens on a line."""
    spot = next(iter(places_of(place)))
    opening = _opening(spot, nth, dossier)
    if opening is None:
        return frozenset()
    names: set[str] = set()
    for quotation in dossier.quotations:
        if any(a.source_id == spot[0] and a.start <= opening < a.end for a in quotation.anchors):
            names |= {quotation.speaker_label} - {""}
            for key in quotation.speaker_ids:
                actor = dossier.actors[key]
                names |= set(names_of(actor))
    return frozenset(names)


def _opening(spot: Line, nth: int, dossier: Dossier) -> int | None:
    """Where the nth quotation of a line begins; the line itself if it has no marks."""
    source = dossier.sources.get(spot[0])
    passage = (
        next((p for p in source.passages if p.first_line == spot[1]), None) if source else None
    )
    if source is None or passage is None:
        return None
    text = source.text[passage.start : passage.end]
    opened = [match.end() for match in re.finditer("“", text)]
    return passage.start + (opened[nth - 1] if len(opened) >= nth else 0)


def _dates(labels: Listed, dossier: Dossier) -> Figure:
    """Labels: source and line, the words, and what they mean."""
    right = total = 0
    misses = []
    for place, words, value in rows_of(labels["dates"]):
        total += 1
        got = _dated(next(iter(places_of(place))), words, dossier)
        if any(same_days(value, one) for one in got):
            right += 1
        else:
            misses.append(f"{place} {words!r} = {', '.join(got) or 'nothing'}, should be {value}")
    return Figure(right / max(1, total), f"{right} of {total}", tuple(misses))


def _dated(spot: Line, words: str, dossier: Dossier) -> tuple[str, ...]:
    values = [
        (timex.anchor, dossier.calendar.timexes[timex.id])
        for part in dossier.extractions.values()
        for timex in part.timexes
        if timex.id in dossier.calendar.timexes
    ]
    values += [(a, d) for d in dossier.calendar.published.values() for a in d.anchors]
    return tuple(
        dating.value.edtf
        for anchor, dating in values
        if _is_at(anchor, spot, dossier) and (words in anchor.exact or anchor.exact in words)
    )


def _is_at(anchor: Anchor, spot: Line, dossier: Dossier) -> bool:
    return anchor.source_id == spot[0] and line_of(anchor, dossier) == spot[1]
