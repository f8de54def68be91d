"""The brief: what somebody takes to a meeting, made for one sheet of paper.

It chooses as the briefing does and says what it leaves out. A line that would not fit is left
out whole, never shortened.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, takewhile

from dossier.model import Actor, BottomLine, Finding
from dossier.render.chips import chips
from dossier.render.leaf import Leaf
from dossier.render.links import (
    ACTORS,
    BRIEFING,
    EVENTS,
    FINDINGS,
    SOURCES,
    actor_page,
    link,
)
from dossier.render.markdown import Md, join, safe
from dossier.render.markup import Entry, bullets, tag
from dossier.render.offices import say_office
from dossier.render.views.briefing import MOST_LINES, choose_events, core_events, event_line
from dossier.render.views.gaps import count_reviewed, find_gaps
from dossier.render.views.glance import rank_actors
from dossier.render.views.shared import as_of_words
from dossier.render.words import capital, count, label
from dossier.vocabulary import FindingStatus, Gravity

MOST_EVENTS = 8
MOST_ACTORS = 8
MOST_FINDINGS = 4
MOST_GAPS = 3
MOST_QUESTIONS = 3

ROOM = {"bottom": 1000, "events": 600, "actors": 420, "findings": 600, "questions": 400}
"""Characters of free text that a section has on the sheet."""

_CHIPS = 1


@dataclass(frozen=True, slots=True)
class BriefView:
    """The brief, section by section."""

    title: str
    head: Md
    bottom_line: Md
    events: Md
    actors: Md
    findings: Md
    unknown: Md
    left_out: Md


def view_brief(leaf: Leaf) -> BriefView:
    """Word the brief.

    Args:
        leaf: The page.
    """
    dossier = leaf.book.dossier
    lines = dossier.bottom_line[:MOST_LINES]
    lines = lines[: _fit((line.text for line in lines), "bottom")]
    events = choose_events(leaf, core_events(leaf), MOST_EVENTS)
    events = events[: _fit((event.title for event in events), "events")]
    actors = rank_actors(leaf)[:MOST_ACTORS]
    actors = actors[: _fit(map(_say_actor, actors), "actors")]
    grave = [
        finding
        for finding in dossier.findings
        if finding.gravity is Gravity.HIGH and finding.status is FindingStatus.OPEN
    ]
    findings = grave[:MOST_FINDINGS]
    findings = findings[: _fit((finding.text for finding in findings), "findings")]
    gaps = find_gaps(leaf)
    questions = dossier.questions[:MOST_QUESTIONS]
    questions = questions[: _fit((question.text for question in questions), "questions")]
    unknown = [*gaps[:MOST_GAPS], *(Entry((leaf.prose(q.text),)) for q in questions)]
    return BriefView(
        title=leaf.book.settings.title,
        head=_head(leaf),
        bottom_line=bullets([_line(leaf, line) for line in lines], "facts brief"),
        events=bullets([event_line(leaf, event, _CHIPS) for event in events], "facts brief"),
        actors=bullets([_actor(leaf, actor) for actor in actors], "facts brief brief-who"),
        findings=bullets([_finding(leaf, finding) for finding in findings], "facts brief"),
        unknown=bullets(unknown, "facts brief"),
        left_out=_say_left_out(
            leaf,
            {
                f"{BRIEFING}#bottom-line": (len(lines), len(dossier.bottom_line), "bottom line"),
                EVENTS: (len(events), len(dossier.events), "event"),
                ACTORS: (len(actors), len(leaf.book.published_actors()), "actor"),
                FINDINGS: (len(findings), len(dossier.findings), "finding"),
                f"{FINDINGS}#questions": (
                    len(questions),
                    len(dossier.questions),
                    "open question",
                ),
            },
        ),
    )


def _fit(texts: Iterable[str], section: str) -> int:
    """Say for how many of some lines, the first first, a section has room."""
    lengths = accumulate(map(len, texts))
    return sum(1 for _ in takewhile(lambda length: length <= ROOM[section], lengths))


def _head(leaf: Leaf) -> Md:
    reviewed, pages = count_reviewed(leaf)
    parts = [
        safe(capital(as_of_words(leaf.book))),
        link(leaf.page, SOURCES, count(len(leaf.book.dossier.sources), "document")),
        safe(f"{reviewed:,} of {pages:,} pages reviewed") if pages else Md(""),
    ]
    return tag("p", join(" · ", parts), class_="counts")


def _line(leaf: Leaf, line: BottomLine) -> Entry:
    evidence = leaf.evidence(line.anchors, _CHIPS, f"{BRIEFING}#bottom-line")
    return Entry((join(" ", [leaf.prose(line.text), chips(evidence)]),))


def _say_actor(actor: Actor) -> str:
    return f"{actor.name} {say_office(actor.roles[-1]) if actor.roles else ''}"


def _actor(leaf: Leaf, actor: Actor) -> Entry:
    named = link(leaf.page, actor_page(actor.id), actor.name)
    if not actor.roles:
        return Entry((named,))
    role = actor.roles[-1]
    held = join(" ", [safe(say_office(role)), leaf.evidence(role.anchors[:1])])
    return Entry((join(", ", [named, held]),))


def _finding(leaf: Leaf, finding: Finding) -> Entry:
    title = link(leaf.page, FINDINGS, label(finding.finding_type), finding.id)
    evidence = chips(leaf.evidence(finding.sides, _CHIPS, f"{FINDINGS}#{finding.id}"))
    return Entry((join(" ", [title + Md(":"), leaf.prose(finding.text), evidence]),))


def _say_left_out(leaf: Leaf, shares: dict[str, tuple[int, int, str]]) -> Md:
    """Count what the sheet does not show; empty if it shows everything."""
    parts = []
    for address, (shown, whole, noun) in shares.items():
        page, _, fragment = address.partition("#")
        if shown < whole:
            words = f"{whole - shown:,} of {count(whole, noun)}"
            parts.append(link(leaf.page, page, words, fragment))
    if not parts:
        return Md("")
    return tag("p", Md("Left out here: ") + join(", ", parts) + Md("."), class_="left-out")
