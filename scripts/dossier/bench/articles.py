"""Actors, events, quotations and dates on whole invented articles, labelled by hand.

Labels have the form of the outside corpora (``bench-gold-1``): a folder of articles with a file
``gold.json`` beside it. Two folders: one that rules may be written for, one that they may not.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dossier.bench.cases import UNSEEN, compare_quotations, quotations_of
from dossier.bench.gum import SCORER, count_part, find_absent, score_export
from dossier.bench.projects import assemble_folder
from dossier.bench.rows import Figure
from dossier.bench.tally import Tally, pair_most, same_days
from dossier.model import Dossier, Event
from dossier.render import render_data

FOLDER = "articles"
_CORE = frozenset({"person", "organization", "place"})

Gold = Mapping[str, Any]
Label = Mapping[str, Any]


def measure_articles(labels: Path, corpora: Path | None, recognizer: str) -> dict[str, Figure]:
    """Measure both folders.

    Args:
        labels: The folder that holds ``articles`` and ``articles_unseen``.
        corpora: The folder that holds ``score.py``; without it, actors and dates have no figure.
        recognizer: Its name.

    Returns:
        The figures, those of the unseen articles without a list of what is wrong.

    Raises:
        DossierError: The scorer fails.
    """
    figures = _measure(labels / FOLDER, corpora, recognizer)
    unseen = _measure(labels / f"{FOLDER}{UNSEEN}", corpora, recognizer)
    silent = {f"unseen_{key}": Figure(one.value, one.counts) for key, one in unseen.items()}
    return figures | silent


def _measure(folder: Path, corpora: Path | None, recognizer: str) -> dict[str, Figure]:
    if not (folder / "gold.json").is_file():
        return {}
    gold: Gold = json.loads((folder / "gold.json").read_text("utf-8"))
    made = assemble_folder(folder / "docs", recognizer)
    figures = {
        "article_events": compare_events(gold, made.dossier),
        "article_listed": compare_events(gold, made.dossier, listed=True),
        "article_noise": compare_noise(gold, made.dossier),
        "article_speakers": _compare_speakers(gold, made.dossier),
    }
    if corpora is None or not (corpora / SCORER).is_file() or find_absent():
        return figures
    exported = json.loads(render_data(made.dossier, made.settings)["dossier.json"])
    # Labelled are names of the story: not whom it leaves unnamed, nor who only signs it.
    exported["actors"] = [
        one for one in exported["actors"] if one.get("named", True) and one["mentions"]
    ]
    scores = score_export(corpora, folder, json.dumps(exported))
    actors, dates = scores["actors"]["by_name"], scores["dates"]["value"]
    taking = scores["events"]["participants"]
    misses = tuple(list_actors(gold, exported["actors"]))
    return figures | {
        "article_actors": Figure(actors["F1"], count_part(actors), misses),
        "article_cast": Figure(taking["F1"], count_part(taking)),
        "article_dates": Figure(dates["F1"], count_part(dates)),
    }


def compare_events(gold: Gold, dossier: Dossier, *, listed: bool = False) -> Figure:
    """Count labelled events that are found with the right days.

    Args:
        gold: The labels; only events that matter most (``core``) and whose days a careful
            reader knows are wanted.
        dossier: What came of the articles. An event is the one wanted if a place that tells it
            overlaps a labelled one; each counts once.
        listed: Look also among those that have no page of their own and only stand in the data.
    """
    wanted = [one for one in gold["events"] if one["core"] and one["date"]]
    events = [*dossier.events.values(), *(dossier.mentioned if listed else ())]
    met = pair_most([[event.id for event in events if _told(event, one)] for one in wanted])
    right = pair_most(
        [
            [event.id for event in events if _told(event, one) and _is_dated(one, event)]
            for one in wanted
        ]
    )
    misses = [
        f"{one['mentions'][0]['doc']}: {one['title']!r} {one['date']}: "
        + ("; ".join(_describe(event) for event in events if _told(event, one)) or "none")
        for at, one in enumerate(wanted)
        if at not in right
    ]
    twice = [one for one in gold["events"] if len(_articles(one)) > 1]
    joined = sum(any(_told(event, one) == _articles(one) for event in events) for one in twice)
    counts = (
        f"{len(right)} of {len(wanted)}; {len(met)} whatever their date; "
        f"{joined} of {len(twice)} that two papers tell are one"
    )
    return Figure(len(right) / max(1, len(wanted)), counts, tuple(misses))


def compare_noise(gold: Gold, dossier: Dossier) -> Figure:
    """Count published events that are labelled ones, each with its own.

    Args:
        gold: The labels, all events.
        dossier: What came of the articles.
    """
    events = dossier.events
    pairs = pair_most([[e.id for e in events.values() if _told(e, one)] for one in gold["events"]])
    own = set(pairs.values())
    misses = tuple(
        f"{_describe(event)} is none, or one shown twice"
        for key, event in events.items()
        if key not in own
    )
    counts = f"{len(own)} of {len(events)} published, each with its own label"
    return Figure(len(own) / max(1, len(events)), counts, misses)


def _told(event: Event, label: Label) -> set[str]:
    """Articles in which a place that tells an event overlaps a labelled one."""
    return {
        place["doc"]
        for place in label["mentions"]
        for anchor in event.anchors
        if anchor.source_id == place["doc"]
        and min(anchor.end, place["end"]) > max(anchor.start, place["start"])
    }


def _articles(label: Label) -> set[str]:
    return {place["doc"] for place in label["mentions"]}


def _is_dated(label: Label, event: Event) -> bool:
    return event.dating is not None and same_days(event.dating.value.edtf, label["date"])


def _describe(event: Event) -> str:
    days = event.dating.value.edtf if event.dating else "undated"
    return f"{event.anchors[0].source_id} {event.title!r} {days}"


def _compare_speakers(gold: Gold, dossier: Dossier) -> Figure:
    spoken = Tally()
    misses: list[str] = []
    for article in gold["docs"]:
        truth = [
            (one["text"], one["speaker_text"]) for one in gold["quotes"] if one["doc"] == article
        ]
        _, one, missed = compare_quotations(truth, quotations_of(dossier, article))
        spoken += one
        misses += [f"{article}: {line}" for line in missed]
    counts = f"{spoken.right} right of {spoken.found} found and {spoken.wanted} wanted"
    return Figure(spoken.f1, counts, tuple(misses))


def list_actors(gold: Gold, actors: Iterable[Label]) -> Iterator[str]:
    """List labelled actors that no actor is named as, and actors where nothing is labelled.

    Args:
        gold: The labels.
        actors: As in ``dossier.json``.
    """
    held = {_fold(name) for one in actors for name in (one["name"], *one["aliases"])}
    for one in gold["actors"]:
        named = {m["text"] for m in one["mentions"] if m["kind"] == "name"}
        if one["type"] in _CORE and named and not held & set(map(_fold, named)):
            yield f"{one['mentions'][0]['doc']}: {one['canonical']!r} not found"
    places = [m for one in gold["actors"] for m in one["mentions"]] + gold["ignore"]["actors"]
    for one in actors:
        if not any(_overlap(mine, place) for mine in one["mentions"] for place in places):
            yield f"{one['mentions'][0]['source']}: {one['name']!r} is none"


def _overlap(mine: Label, place: Label) -> bool:
    same = mine["source"] == place["doc"]
    return bool(same and min(mine["end"], place["end"]) > max(mine["start"], place["start"]))


def _fold(name: str) -> str:
    """A name as it is compared: without marks over letters, case or a leading article."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().removeprefix("the ")
