"""The page for analysts shows every key, and nothing that would be refused."""

import re
from pathlib import Path

import pytest

from dossier.edits.apply_corrections import FIELDS
from dossier.edits.fields import known_keys, read_record
from dossier.edits.load import FILES
from dossier.edits.schema import BottomLineEdit, JudgementEdit, RoleEdit
from dossier.edits.schema_events import DateEdit, MeasureEdit, ParticipantEdit, TellingEdit
from dossier.errors import EditError
from dossier.yamlfile import parse_yaml

PAGE = (Path(__file__).parent.parent / "docs" / "about" / "edits.md").read_text("utf-8")
RECORDS = [file.record for file in FILES.values()]
INNER = [RoleEdit, DateEdit, ParticipantEdit, TellingEdit, MeasureEdit, BottomLineEdit]


def section(heading):
    rest = PAGE[PAGE.index(f"\n## {heading}") :]
    return rest[: rest.find("\n## ", 4)]


@pytest.mark.parametrize("record", [*RECORDS, *INNER], ids=lambda record: record.__name__)
def test_every_key_is_on_the_page(record):
    missing = [key for key in known_keys(record) if not re.search(rf"\b{key}\b[:,`]", PAGE)]
    assert missing == []


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("identity.yml", "identity.yml"),
        ("actors/", "actors"),
        ("places.yml", "places.yml"),
        ("events/", "events"),
        ("quotations.yml", "quotations.yml"),
        ("sources/", "sources"),
        ("findings/", "findings"),
        ("corrections.yml", "corrections.yml"),
    ],
)
def test_the_example_on_the_page_is_read(heading, name):
    block = re.search(r"```yaml\n(.*?)```", section(heading), re.DOTALL)[1]
    root = parse_yaml(block, shown_as=name)
    for entry in root.value if isinstance(root.value, tuple) else (root,):
        assert read_record(FILES[name].record, entry)


def test_the_fields_that_can_be_corrected_are_on_the_page():
    listed = section("corrections.yml")
    assert [key for fields in FIELDS.values() for key in fields if f"`{key}`" not in listed] == []


def test_a_wrong_example_would_be_noticed():
    with pytest.raises(EditError, match="unknown key"):
        read_record(JudgementEdit, parse_yaml("- sme: [a, b]", shown_as="x").value[0])
