"""The rows of the table: what is measured, how good it must be, how good it should be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured.

    Attributes:
        value: The figure; None if it could not be measured.
        counts: What it was counted on, such as "412 right of 458 found and 566 wanted"; or why
            there is no figure.
        misses: What is wrong, one line each, for those who mend it.
    """

    value: float | None
    counts: str
    misses: tuple[str, ...] = ()


NOT_AT_HAND = Figure(None, "corpus not at hand")
"""Stands where there is nothing to measure on."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What is wanted of a measure.

    Attributes:
        key: Which figure.
        measure: In words.
        corpus: On what.
        floor: By recogniser; "*" for all others. Missing if none is set.
        goal: The same.
        unit: "share", "count" (of errors), "ms" or "times".
    """

    key: str
    measure: str
    corpus: str
    floor: Mapping[str, float]
    goal: Mapping[str, float]
    unit: str = "share"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table.

    Attributes:
        key: Which figure.
        measure: In words.
        corpus: On what.
        recognizer: With which recogniser.
        floor: The least that is accepted; None if none is set.
        goal: What is aimed at; None if none is set.
        unit: As in ``Goal``.
        figure: What was measured.
    """

    key: str
    measure: str
    corpus: str
    recognizer: str
    floor: float | None
    goal: float | None
    unit: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Bench:
    """One run.

    Attributes:
        versions: Version by recogniser; "not installed" where it is not.
        rows: The table, in order.
    """

    versions: Mapping[str, str]
    rows: tuple[Row, ...]


GUM, OWN, SEEDS, FOLDERS = "GUM news", "own cases", "three seeds, no edits", "dev folders"
UNSEEN, LINES = "unseen cases", "hostile lines"
ARTICLES, UNSEEN_ARTICLES = "own articles", "unseen articles"

GOALS = (
    Goal(
        "actors", "actors by name, F1", GUM,
        {"rules": 0.709, "spacy": 0.767}, {"rules": 0.78, "spacy": 0.85},
    ),
    Goal("gum_dates", "date values, F1", GUM, {"*": 0.816}, {"*": 0.87}),
    Goal("gum_intervals", "dates found: right days", GUM, {"*": 0.948}, {"*": 0.97}),
    Goal("dates", "date values, F1", OWN, {"*": 0.816}, {"*": 0.87}),
    Goal("intervals", "dates found: right days", OWN, {"*": 0.948}, {"*": 0.97}),
    Goal("quotes", "quotations found, F1", OWN, {"*": 0.957}, {"*": 0.97}),
    Goal(
        "speakers", "quotation with right speaker, F1", OWN,
        {"rules": 0.81, "spacy": 0.86}, {"rules": 0.86, "spacy": 0.90},
    ),
    Goal("unseen_dates", "date values, F1", UNSEEN, {"*": 0.816}, {"*": 0.87}),
    Goal("unseen_intervals", "dates found: right days", UNSEEN, {"*": 0.948}, {"*": 0.97}),
    Goal("unseen_quotes", "quotations found, F1", UNSEEN, {"*": 0.957}, {"*": 0.97}),
    Goal(
        "unseen_speakers", "quotation with right speaker, F1", UNSEEN,
        {"rules": 0.81, "spacy": 0.86}, {"rules": 0.86, "spacy": 0.90},
    ),
    Goal("joined", "accounts of one happening that are joined", OWN, {}, {}),
    Goal("joined_wrongly", "accounts of two taken for one", OWN, {}, {"*": 0}, "count"),
    Goal("written", "answers that cases of rules expect", OWN, {}, {}),
    Goal("article_actors", "actors by name, F1", ARTICLES, {}, {}),
    Goal("article_events", "core events on a page, right date", ARTICLES, {}, {}),
    Goal("article_listed", "core events in the data, right date", ARTICLES, {}, {}),
    Goal("article_noise", "published events that are events", ARTICLES, {}, {}),
    Goal("article_cast", "who takes part in events, F1", ARTICLES, {}, {}),
    Goal("article_speakers", "quotation with right speaker, F1", ARTICLES, {}, {}),
    Goal("article_dates", "date values, F1", ARTICLES, {}, {}),
    Goal("unseen_article_actors", "actors by name, F1", UNSEEN_ARTICLES, {}, {}),
    Goal("unseen_article_events", "core events on a page, right date", UNSEEN_ARTICLES, {}, {}),
    Goal("unseen_article_listed", "core events in the data, right date", UNSEEN_ARTICLES, {}, {}),
    Goal("unseen_article_noise", "published events that are events", UNSEEN_ARTICLES, {}, {}),
    Goal("unseen_article_cast", "who takes part in events, F1", UNSEEN_ARTICLES, {}, {}),
    Goal("unseen_article_speakers", "quotation with right speaker, F1", UNSEEN_ARTICLES, {}, {}),
    Goal("unseen_article_dates", "date values, F1", UNSEEN_ARTICLES, {}, {}),
    Goal("pronouns", "he, she: right when answered", OWN, {"*": 0.875}, {"*": 0.92}),
    Goal("pronouns_answered", "he, she: answered", OWN, {"*": 0.82}, {"*": 0.80}),
    Goal("seed_actors", "core actors", SEEDS, {"*": 1.0}, {"*": 1.0}),
    Goal("seed_events", "core events with right date", SEEDS, {"*": 20 / 23}, {"*": 1.0}),
    Goal("seed_speakers", "quotation speakers", SEEDS, {"*": 28 / 35}, {"*": 33 / 35}),
    Goal("seed_dates", "dates", SEEDS, {"*": 1.0}, {"*": 1.0}),
    Goal("seed_noise", "published events that are events", SEEDS, {"*": 0.635}, {"*": 0.85}),
    Goal("noise", "published events that are events", FOLDERS, {"*": 0.635}, {"*": 0.85}),
    Goal("covered", "told happenings that have a page", FOLDERS, {}, {}),
    Goal("merged_people", "two people taken for one", FOLDERS, {}, {"*": 0}, "count"),
    Goal("merged_events", "two events taken for one", FOLDERS, {}, {"*": 0}, "count"),
    Goal("findings_found", "listed discrepancies that rules find", SEEDS, {}, {}),
    Goal("seed_findings_good", "rules' findings worth a reader's time", SEEDS, {}, {"*": 0.8}),
    Goal("findings_good", "rules' findings worth a reader's time", FOLDERS, {}, {"*": 0.8}),
    Goal("speed", "time an article", FOLDERS, {"rules": 15}, {"rules": 10}, "ms"),
    Goal("growth", "four times the text: work", LINES, {"rules": 8}, {"rules": 5}, "times"),
)  # fmt: skip


def fill_rows(
    figures: Mapping[str, Mapping[str, Figure]], recognizers: Sequence[str]
) -> tuple[Row, ...]:
    """Put figures into the table.

    Args:
        figures: By recogniser and key; a recogniser that is not installed has none.
        recognizers: Those asked for, in order.

    Returns:
        A row for every goal and recogniser.
    """
    return tuple(
        Row(
            key=goal.key,
            measure=goal.measure,
            corpus=goal.corpus,
            recognizer=name,
            floor=goal.floor.get(name, goal.floor.get("*")),
            goal=goal.goal.get(name, goal.goal.get("*")),
            unit=goal.unit,
            figure=figures[name].get(goal.key, NOT_AT_HAND)
            if name in figures
            else Figure(None, "not installed"),
        )
        for goal in GOALS
        for name in recognizers
    )
