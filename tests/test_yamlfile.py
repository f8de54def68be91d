"""Strict YAML: what is read, what is refused and in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import EditError
from dossier.yamlfile import MAX_BYTES, load_yaml, parse_yaml


def plain(node):
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, tuple):
        return [plain(entry) for entry in node.value]
    return node.value


@pytest.mark.cases("yamlfile_refused")
def test_refused(case):
    with pytest.raises(EditError) as error:
        parse_yaml(case["yaml"], shown_as="case.yml")
    case.expect(str(error.value))


@pytest.mark.cases("yamlfile_read")
def test_read(case, tmp_path):
    path = tmp_path / "case.yml"
    path.write_text(case["yaml"], "utf-8")
    case.expect(plain(load_yaml(path, shown_as="case.yml")))


def test_every_value_knows_its_line():
    root = parse_yaml("# head\nid: a\nroles:\n  - role: b\n    at: c\n", shown_as="seeds/x.yml")
    assert root.where == "seeds/x.yml:2"
    assert root.value["id"].where == "seeds/x.yml:2"
    assert root.value["roles"].where == "seeds/x.yml:3", "the line of the key, not of the list"
    assert root.value["roles"].value[0].where == "seeds/x.yml:4"
    assert root.value["roles"].value[0].value["at"].where == "seeds/x.yml:5"


def test_messages_name_the_path_shown(tmp_path):
    path = tmp_path / "secret" / "case.yml"
    path.parent.mkdir()
    path.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(EditError) as error:
        load_yaml(path, shown_as="seeds/edits/case.yml")
    assert str(error.value).startswith("seeds/edits/case.yml:2: byte 0xff is not UTF-8 text")
    assert "secret" not in str(error.value)


def test_a_file_over_two_megabytes_is_refused(tmp_path):
    path = tmp_path / "big.yml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(EditError, match=r"big\.yml: larger than 2,000,000 bytes"):
        load_yaml(path, shown_as="big.yml")


def test_a_missing_file_or_a_folder_is_named(tmp_path):
    with pytest.raises(EditError, match="there is no such file"):
        load_yaml(tmp_path / "none.yml")
    with pytest.raises(EditError, match="not a regular file but a folder"):
        load_yaml(tmp_path)


def where_read_or_refused(text):
    """Where the root stands, or what is said against the text."""
    try:
        return parse_yaml(text, shown_as="case.yml").where
    except EditError as error:
        return str(error)


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_but_never_crashes(text):
    assert where_read_or_refused(text).startswith("case.yml:")


@given(st.lists(st.sampled_from(["a: ", "- ", "[", "]", "{", "}", ",", "\n", "  ", "x", "'", '"'])))
def test_any_yaml_like_text_is_read_or_refused(pieces):
    assert where_read_or_refused("".join(pieces)).startswith("case.yml:")
