"""Edits: what is read, what is refused, what they do to the draft.

A case lays out sources, candidates and edit files, and says what comes of them. Only the parts
of the result that ``expected`` names are compared.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.edits import apply_edits, load_edits
from dossier.edits.fields import known_keys
from dossier.edits.load import FILES, parse_edit_file
from dossier.errors import EditError
from dossier.yamlfile import Node
from edit_cases import SETTINGS, run
from standins import Desk

FOLDERS = (
    "edits_load",
    "edits_actors",
    "edits_events",
    "edits_dates",
    "edits_quotations",
    "edits_rest",
    "edits_removed",
)


def check(case, project):
    shown = run(case, project)
    case.expect({key: shown.get(key) for key in case["expected"]})


def _test_of(folder):
    @pytest.mark.cases(folder)
    def test(case, tmp_path):
        check(case, tmp_path)

    return test


for _folder in FOLDERS:
    globals()[f"test_{_folder}"] = _test_of(_folder)


def test_no_edits_leave_the_draft_as_it_is(tmp_path):
    desk = Desk()
    desk.source("001", "Port talks\nVera Lind met the crews.", "2024-05-02")
    lind = desk.mention("001", "Vera Lind")
    desk.actor("vera-lind", lind)
    desk.event("auto", desk.report("001", "met", "meeting"), actors=["vera-lind"])
    dossier, problems = apply_edits(desk.draft(), load_edits(tmp_path), SETTINGS)
    assert problems == ()
    assert dict(dossier.actors) == desk.actors
    assert dict(dossier.events) == desk.events


def test_a_source_file_named_by_a_label_is_told_the_id(tmp_path):
    desk = Desk()
    desk.source("2024-05-02-port-talks", "Port talks\nVera Lind met the crews.", "2024-05-02")
    source = desk.sources["2024-05-02-port-talks"]
    desk.sources[source.id] = replace(source, label="240502-port")
    folder = tmp_path / "seeds" / "edits" / "sources"
    folder.mkdir(parents=True)
    (folder / "240502-port.yml").write_text("id: 240502-port\nnote: A note.\n")
    _, problems = apply_edits(desk.draft(), load_edits(tmp_path), SETTINGS)
    assert [(one.code, one.hint) for one in problems] == [
        (
            "E201",
            "'240502-port' is the short label of '2024-05-02-port-talks': "
            "rename the file to 2024-05-02-port-talks.yml and give that as its id",
        )
    ]


def test_judgements_name_actors_as_articles_print_them(tmp_path):
    folder = tmp_path / "seeds" / "edits"
    (folder / "actors").mkdir(parents=True)
    lind = "id: vera-lind\nname: Vera Lind\nkind: person\n"
    (folder / "actors" / "vera-lind.yml").write_text(lind)
    guest = (
        "id: guest\nname: unnamed guest\nkind: person\nmentions: [{loc: 001:L2, words: a guest}]\n"
    )
    (folder / "actors" / "guest.yml").write_text(guest)
    (folder / "identity.yml").write_text(
        "- {same: [vera-lind, Lind, {loc: 001:L3.1, words: she}], reason: The mayor.}\n"
        "- {different: [vera-lind, guest], reason: Two edits say so already.}\n"
        "- {open: [guest, Otto Berg], reason: Unclear.}\n"
    )
    judgements = load_edits(tmp_path).judgements
    assert [(one.left, one.right, one.judgement.value) for one in judgements] == [
        ("Vera Lind", "Lind", "same"),
        ("Vera Lind", "001:L3.1 she", "same"),
        ("001:L2 a guest", "Otto Berg", "open"),
    ]


KEYS = sorted({key for file in FILES.values() for key in known_keys(file.record)})
VALUES = st.sampled_from(["", "x", "true", "2024-05-01", "001:L1", "person", "meeting", "3"])


def nodes(inner):
    lists = st.lists(inner, max_size=3).map(tuple)
    return lists | st.dictionaries(st.sampled_from([*KEYS, "loc", "words", "nth"]), inner)


TREES = st.recursive(
    VALUES.map(lambda value: Node(value, "x.yml:1")),
    lambda inner: nodes(inner).map(lambda value: Node(value, "x.yml:1")),
    max_leaves=12,
)


@given(st.sampled_from(sorted(FILES)), TREES)
def test_any_shape_is_read_or_refused(name, tree):
    file = name if name.endswith(".yml") else f"{name}/x.yml"
    try:
        field, records = parse_edit_file(file, tree)
    except EditError as error:
        told = str(error)
    else:
        assert isinstance(records, tuple)
        told = f"x.yml:1: {field}"
    assert "x.yml" in told
