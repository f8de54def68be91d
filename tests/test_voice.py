"""Every text of an edit that reaches a page is held to the neutral voice, by file and line."""

import re
from typing import get_type_hints

import pytest
import yaml

from dossier.edits.fields import as_id
from dossier.edits.load import FILES
from dossier.edits.schema import (
    BottomLineEdit,
    CarriedEdit,
    FactEdit,
    RoleEdit,
)
from dossier.edits.schema_events import (
    ClaimEdit,
    DateEdit,
    MeasureEdit,
    ParticipantEdit,
    TellingEdit,
)
from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.scaffold import lay_out_project

INNER = [BottomLineEdit, CarriedEdit, FactEdit, RoleEdit, ClaimEdit, DateEdit, MeasureEdit]
RECORDS = {
    *(file.record for file in FILES.values()),
    *(*INNER, ParticipantEdit, TellingEdit),
}

SAYS_WHICH = {
    "JudgementEdit": {"same", "different", "open"},
    "ActorEdit": {"merge", "not_aliases"},
    "QuestionEdit": {"about"},
    "BottomLineEdit": {"about"},
    "FindingEdit": {"about"},
    "CorrectionEdit": {"on", "set", "was"},
    "RejectionEdit": {"finding", "reason"},
    "MovedEdit": {"was", "now"},
    "ParticipantEdit": {"actor"},
    "ClaimEdit": {"about"},
    "TellingEdit": {"source"},
    "EventEdit": {"place", "parent", "same_as_possible", "outcome", "merge"},
    "QuotationEdit": {"event"},
    "RelationEdit": {"event", "subject", "object"},
    "PlaceEdit": {"precision"},
}
"""Fields that say which record is meant: what they hold is an id, a key or a printed name.

The reason of a rejection needs a finding, so it has a test of its own.
"""

PRINTED = {
    "ActorEdit": {"aliases"},
    "PlaceEdit": {"aliases"},
    "DateEdit": {"words"},
    "FactEdit": {"value"},
}
"""Fields that hold what an article or its outlet prints; pages say who uses it, or mark it."""

ON_NO_PAGE = {
    "JudgementEdit": {"reason"},
    "CorrectionEdit": {"reason"},
}
"""Fields that are for the next analyst and stand on no page."""

QUAY = """Quay of Holm stays open

Tuesday, March 5, 2019

Minister Edda Lund met mayor Olan Varga in Holm on Monday.
Lund said: "The quay will stay open for small boats."
Harbour master Nils Aune was arrested in Holm on Sunday.
"""


def texts_of(record):
    """Keys of a record that hold a text."""
    hints = get_type_hints(record)
    return {
        field.name
        for field in record.__dataclass_fields__.values()
        if field.metadata
        and hints[field.name] in (str, tuple[str, ...])
        and field.metadata["read"] is not as_id
    }


class Marks:
    """A loaded term of its own for every text, and the field that holds it."""

    def __init__(self):
        self.fields = {}

    def __call__(self, field):
        term = f"zq{len(self.fields):02d}"
        self.fields[term] = field
        return f"A {term} text"


def write_edits(mark):
    """An edit of every kind, with a loaded term in every text."""
    date = {
        "at": "quay:L5",
        "edtf": "2019-03-04",
        "basis": "analyst",
        "note": mark("DateEdit note"),
    }
    claim = {
        "text": mark("ClaimEdit text"),
        "at": "quay:L5",
        "hedge": mark("ClaimEdit hedge"),
        "according_to": mark("ClaimEdit according_to"),
        "note": mark("ClaimEdit note"),
    }
    fact = {"value": "Nils Aune", "note": mark("FactEdit note")}
    return {
        "actors/edda-lund.yml": {
            "id": "edda-lund",
            "name": mark("ActorEdit name"),
            "kind": "person",
            "side": mark("ActorEdit side"),
            "aliases": ["Edda Lund", "Lund"],
            "summary": mark("ActorEdit summary"),
            "note": mark("ActorEdit note"),
            "reviewed": mark("ActorEdit reviewed"),
            "roles": [{"role": mark("RoleEdit title"), "at": "quay:L5",
                       "note": mark("RoleEdit note")}],
        },
        "actors/olan-varga.yml": {"id": "olan-varga", "name": "Olan Varga", "kind": "person"},
        "places.yml": [
            {"id": "holm", "name": mark("PlaceEdit name"), "within": mark("PlaceEdit within"),
             "aliases": ["Holm"], "at": "quay:L5", "note": mark("PlaceEdit note")},
        ],
        "events/ev-meeting.yml": {
            "id": "ev-meeting",
            "title": mark("EventEdit title"),
            "type": "meeting",
            "at": "quay:L5",
            "status_note": mark("EventEdit status_note"),
            "hedge": mark("EventEdit hedge"),
            "summary": mark("EventEdit summary"),
            "date": date,
            "place": "holm",
            "unknowns": [mark("EventEdit unknowns")],
            "note": mark("EventEdit note"),
            "reviewed": mark("EventEdit reviewed"),
            "participants": [
                {"actor": "edda-lund", "role": mark("ParticipantEdit role"), "at": "quay:L5",
                 "according_to": mark("ParticipantEdit according_to")},
                {"label": mark("ParticipantEdit label"), "role": "guest", "at": "quay:L5"},
            ],
            "claims": [claim],
            "tellings": [{"source": "quay", "telling": "asserts", "at": "quay:L5",
                          "note": mark("TellingEdit note")}],
            "measures": [{"what": mark("MeasureEdit what"), "value": mark("MeasureEdit value"),
                          "at": "quay:L6"}],
        },
        "quotations.yml": [
            {"id": "q-01", "at": {"loc": "quay:L6", "words": "The quay will stay open"},
             "speaker": [mark("QuotationEdit speaker")],
             "chain": [mark("QuotationEdit chain"), "somebody", "quay"],
             "translated": mark("QuotationEdit translated"),
             "sic": mark("QuotationEdit sic"), "note": mark("QuotationEdit note")},
        ],
        "relations.yml": [
            {"from": "edda-lund", "rel": mark("RelationEdit verb"), "to": "olan-varga",
             "at": "quay:L5", "according_to": mark("RelationEdit according_to"),
             "hedge": mark("RelationEdit hedge"), "via": mark("RelationEdit via"),
             "note": mark("RelationEdit note")},
        ],
        "claims.yml": [
            {"id": "cl-1", "text": mark("ClaimEdit text (standing)"), "at": "quay:L6",
             "about": "olan-varga", "note": mark("ClaimEdit note (standing)")},
        ],
        "questions.yml": [
            {"text": mark("QuestionEdit text"), "settled_by": mark("QuestionEdit settled_by")},
        ],
        "briefing.yml": {
            "bottom_line": [{"text": mark("BottomLineEdit text"), "at": "quay:L5"}],
        },
        "sources/quay.yml": {
            "id": "quay",
            "authors": [fact],
            "reliability": "C",
            "reason": mark("SourceEdit reason"),
            "carries": [{"name": mark("CarriedEdit name"), "at": "quay:L6"}],
            "reviewed": mark("SourceEdit reviewed"),
            "note": mark("SourceEdit note"),
        },
        "findings/cf-01.yml": {
            "id": "cf-01",
            "type": "stale-as-of",
            "gravity": "low",
            "text": mark("FindingEdit text"),
            "sides": [{"loc": "quay:L6", "words": "will stay open"}],
            "status": "explained",
            "reason": mark("FindingEdit reason"),
        },
        "corrections.yml": [
            {"on": "olan-varga", "set": "side", "was": "", "to": mark("CorrectionEdit to"),
             "reason": "Said by the editor."},
        ],
    }  # fmt: skip


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A project whose every text is loaded: its terms by field, and its folder."""
    project = tmp_path_factory.mktemp("loaded")
    lay_out_project(project)
    mark = Marks()
    seeds = project / "seeds"
    (seeds / "articles" / "quay.txt").write_text(QUAY, "utf-8")
    texts = {name: yaml.safe_dump(held, sort_keys=False, width=200)
             for name, held in write_edits(mark).items()}  # fmt: skip
    for key in ("title", "subtitle", "scope"):
        path = seeds / "dossier.yml"
        lines = [
            one for one in path.read_text("utf-8").splitlines() if not one.startswith(f"{key}:")
        ]
        path.write_text("\n".join([*lines, f"{key}: {mark(f'Settings {key}')}"]) + "\n", "utf-8")
    for name, text in texts.items():
        target = seeds / "edits" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (seeds / "lexicon" / "labels.txt").write_text("\n".join(mark.fields) + "\n", "utf-8")
    return project, mark.fields


def lines_with(project, term):
    return [
        f"{path.relative_to(project).as_posix()}:{number}"
        for path in sorted((project / "seeds").rglob("*.yml"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(rf"\b{term}\b", line)
    ]


def test_a_loaded_term_is_named_with_its_line_wherever_a_person_wrote_it(loaded):
    project, fields = loaded
    dossier, settings = assemble(project, earlier=False)
    told = [one for one in dossier.problems if one.code == "C309"]
    assert {one.severity for one in told} == {"error"}
    for term, field in fields.items():
        (line,) = lines_with(project, term)
        assert line in {one.where for one in told if f"'{term}'" in one.message}, field
    shown = "".join(render_dossier(dossier, settings).values())
    assert all(term in shown for term, field in fields.items() if "reviewed" not in field)


def test_every_text_that_an_edit_may_hold_is_tried(loaded):
    _, fields = loaded
    tried = {}
    for field in fields.values():
        record, key, *_ = field.split()
        tried.setdefault(record, set()).add(key)
    for record in RECORDS:
        held = [one.get(record.__name__, set()) for one in (tried, SAYS_WHICH, PRINTED, ON_NO_PAGE)]
        left = texts_of(record) - set().union(*held)
        assert not left, (record, left)


def test_what_is_said_to_stand_on_no_page_stands_on_none(tmp_path):
    lay_out_project(tmp_path)
    seeds = tmp_path / "seeds"
    (seeds / "articles" / "quay.txt").write_text(QUAY, "utf-8")
    (seeds / "edits").mkdir(exist_ok=True)
    (seeds / "edits" / "identity.yml").write_text(
        "- different: [Edda Lund, Olan Varga]\n  reason: zq98\n", "utf-8"
    )
    (seeds / "edits" / "actors").mkdir()
    (seeds / "edits" / "actors" / "edda-lund.yml").write_text(
        "id: edda-lund\nname: Edda Lund\nkind: person\n", "utf-8"
    )
    (seeds / "edits" / "corrections.yml").write_text(
        "- {on: edda-lund, set: side, was: '', to: Holm council, reason: zq99}\n", "utf-8"
    )
    shown = "".join(render_dossier(*assemble(tmp_path)).values())
    assert "Holm council" in shown
    assert "zq98" not in shown
    assert "zq99" not in shown


TOWER = """
Holm opens its tower

Holm is the only country in the world with a wooden tower of this height.
The mayor Nils Aune opened it on Monday.
"""


def told_of(project, labels, rejected=""):
    lay_out_project(project)
    (project / "seeds" / "articles" / "tower.txt").write_text(TOWER, "utf-8")
    (project / "seeds" / "lexicon" / "labels.txt").write_text(labels, "utf-8")
    (project / "seeds" / "edits").mkdir(exist_ok=True)
    (project / "seeds" / "edits" / "rejected.yml").write_text(rejected or "[]\n", "utf-8")
    return assemble(project)[0]


def test_the_reason_of_a_rejection_is_held_to_it_too(tmp_path):
    before = told_of(tmp_path / "before", "zq\n")
    found = next(one for one in before.findings if one.finding_type == "exclusivity-claim")
    entry = f"- finding: {found.id}\n  reason: A zq slogan.\n"
    after = told_of(tmp_path / "after", "zq\n", entry)
    assert [(one.where, one.severity) for one in after.problems if one.code == "C309"] == [
        ("seeds/edits/rejected.yml:2", "error")
    ]


def test_what_a_rule_or_the_program_says_is_named_with_the_line_of_the_article(tmp_path):
    """A finding and a problem of an article whose title is not on its first line."""
    dossier = told_of(tmp_path, "gives no date\n")
    (undated,) = [one for one in dossier.findings if one.finding_type == "undated-source"]
    (told,) = [one for one in dossier.problems if undated.id in one.message]
    assert (told.code, told.severity, told.where) == (
        "C309",
        "warning",
        "seeds/articles/tower.txt:5",
    )
    places = {one.where for one in dossier.problems if one.code.startswith("D3")}
    assert places <= {"seeds/articles/tower.txt:2"}
    assert places
