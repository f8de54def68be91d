"""The table, for people, for programs and for the site."""

import json
from collections.abc import Sequence

from dossier.bench.rows import Bench, Row

COMMAND = "dossier bench --save"
BENCH_FILE = "tests/bench/latest.json"
BENCH_PAGE = "scripts/dossier/render/about/measured.md"
"""Where the figures are kept, and the page that quotes them; every site carries that page."""

_HEAD = ("measure", "corpus", "recogniser", "floor", "goal", "today", "counted on")


def draw_table(bench: Bench) -> str:
    """Draw the table in plain columns.

    Args:
        bench: The run.

    Returns:
        Lines of text; a figure below its floor is marked ``<``, one that reaches its goal ``*``.
    """
    rows = [_HEAD, *(_cells(row) for row in bench.rows if _is_measured(row))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    absent = [name for name, version in bench.versions.items() if version == "not installed"]
    return "\n".join([*lines, *(f"{name}: not installed" for name in absent)])


def draw_misses(bench: Bench) -> str:
    """List what is wrong, under the measure it counts against."""
    lines = []
    for row in bench.rows:
        if row.figure.misses:
            lines += ["", f"{row.measure}, {row.corpus}, {row.recognizer}:"]
            lines += [f"  {miss}" for miss in row.figure.misses]
    return "\n".join(lines)


def render_json(bench: Bench) -> str:
    """Write the run as JSON."""
    rows = [
        {
            "key": row.key,
            "measure": row.measure,
            "corpus": row.corpus,
            "recognizer": row.recognizer,
            "floor": row.floor,
            "goal": row.goal,
            "unit": row.unit,
            "today": row.figure.value,
            "counts": row.figure.counts,
        }
        for row in bench.rows
    ]
    whole = {"command": COMMAND, "versions": dict(bench.versions), "rows": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def render_page(bench: Bench) -> str:
    """Write the run as a page of the site."""
    versions = "; ".join(f"{name} {version}" for name, version in bench.versions.items())
    head = (
        "---\n"
        "title: Measured\n"
        "description: How well extraction does without edits, on labelled articles and cases.\n"
        "---\n\n"
        "# Measured\n\n"
        "How well articles are read before anybody has edited anything. The figures are what\n"
        f"`{COMMAND}` printed when it was last run; run it to print them again.\n\n"
        f"Recognisers: {versions}.\n"
    )
    notes = (
        "\n`<` marks a figure below its floor, `*` one that reaches its goal. F1 is the harmonic"
        "\nmean of precision (right of found) and recall (right of wanted).\n\n"
        "| Corpus | What it is |\n|---|---|\n"
        "| GUM news | Wikinews articles with actors and dates labelled by others: the GUM corpus, "
        "outside this project. Its errors were read while the program was written, and how names "
        "and ranges of dates are exported was settled on it. |\n"
        "| own cases | Short texts on invented subjects in `tests/bench` and "
        "`tests/cases/quotes_measured`, labelled by hand. The program was written with most of "
        "them in view, and some labels were brought to the house's reading of dates after a "
        "first run, so figures on them flatter. |\n"
        "| unseen cases | More such texts, in files `tests/bench/*_unseen.yml`, labelled before "
        "the program had read them. Nobody looks at what is wrong on the present set, and no rule "
        "is written for it; whoever wrote it had seen what was missed on a like set of own cases "
        "(`*_fourth.yml`). Where the figures differ from those on own cases, believe these. More "
        "sets count as own cases since their misses were looked at (`tests/bench/*_once.yml`) or "
        "may be (`*_fourth.yml`): before that they gave 87.9, 88.6, 86.8, 96.8, 96.0 and 96.3 % "
        "right days, 94.2, 98.5, 95.4, 98.9, 97.4, 96.6 and 96.4 % quotations found, 82.6, 92.3, "
        "92.3, 91.0, 87.0, 91.3 and 92.5 % with the right speaker. Of the last set but one a few "
        "misses, single phrases, had come into view before; no rule was written for them. |\n"
        "| own articles | Sixteen whole invented articles in `tests/bench/articles`, each in the "
        "manner of another kind of paper; twice, two of them tell one happening. Actors, events, "
        "quotations and dates were labelled by hand before the program had read them; rules are "
        "written with their misses in view since. On first reading rules gave 86.7 % of actors, "
        "5.9 % of core events on a page and 41.2 % in the data, 91.7 % of quotations with the "
        "right speaker, 80.4 % of dates on eight of them. The other eight were the unseen "
        "articles until then and gave 91.3, 44.1, 70.6, 92.3 and 96.6 % before anybody had looked "
        "at what was wrong on them. Core events are those a careful editor would give an entry of "
        "their own. Actors are counted by the corpus folder's scorer, bylines left out. |\n"
        "| unseen articles | Twelve more, in `tests/bench/articles_unseen`, labelled before the "
        "program had read them: four happenings told by two papers each, which differ on figures "
        "and days, and four articles by themselves. On first reading rules gave 96.4 % of actors, "
        "23.6 % of core events on a page and 47.2 % in the data, 86.3 % of quotations with the "
        "right speaker, 83.6 % of dates. Nobody looks at what is wrong on them, and no rule is "
        "written for them: of the two rows believe these. |\n"
        "| three seeds, no edits | The originals of the shipped dossier as raw text, against a "
        "careful reader's list. Actors are matched by line and like words, published events by "
        "line alone. |\n"
        "| dev folders | Folders of raw Wikinews articles, each on one kind of story. An event "
        "counts as one if at least half of the places that tell it were listed by hand, in three "
        "of the folders. Pairs known to be two were mostly picked from what an earlier run had "
        "joined: their count shows which errors remain, not how frequent they are. |\n"
        "| hostile lines | Single lines of hundreds of thousands of characters, each one kind of "
        "sentence over and over: quotations, marks that nothing closes, names, dates, "
        "happenings. Named are the stage and the line in which work grows fastest: linear work "
        "grows four times where the text does. |\n"
        "\nEach finding of the audit's rules was judged by hand after it was found; what nobody "
        "has judged counts as not worth a reader's time. The rules were written with the seeds in "
        "view, so of the two rows believe that of the dev folders.\n"
        "\nFloors for dates, quotations and pronouns were measured on other corpora than the rows "
        "they stand in, and the floors of the seeds on shorter lists; they say what to aim at, "
        "not what got better.\n"
        "\nWhat goes wrong most, in words: [the ten worst errors that remain]"
        "(recognisers.md#remaining).\n"
    )
    return "\n".join([head, *_markdown(bench.rows), notes])


def _markdown(rows: Sequence[Row]) -> list[str]:
    lines = [" | ".join(_HEAD), "|".join(["---"] * len(_HEAD))]
    lines += [" | ".join(_cells(row)) for row in rows if _is_measured(row)]
    return [f"| {line} |" if "---" not in line else f"|{line}|" for line in lines]


def _is_measured(row: Row) -> bool:
    return row.figure.counts != "not installed"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.measure,
        row.corpus,
        row.recognizer,
        _number(row.floor, row.unit),
        _number(row.goal, row.unit),
        _number(row.figure.value, row.unit) + _mark(row),
        row.figure.counts,
    )


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    if unit == "count":
        return str(int(value))
    if unit == "ms":
        return f"{value:.0f} ms"
    if unit == "times":
        return f"{value:.1f}-fold"
    return f"{100 * value:.1f} %"


def _mark(row: Row) -> str:
    value = row.figure.value
    if value is None:
        return ""
    sign = 1 if row.unit == "share" else -1
    if row.goal is not None and sign * value >= sign * row.goal:
        return " *"
    if row.floor is not None and sign * value < sign * row.floor:
        return " <"
    return ""
