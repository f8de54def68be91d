"""Restated articles are compared with the originals that they restate."""

import pytest

from dossier.read import read_articles
from dossier.read.originals import find_quotations, stands_in, verify_originals
from readstand import PROSE, SETTINGS, lay_out


@pytest.mark.parametrize(
    ("text", "found", "paired"),
    [
        ("He said “yes” and “no”.", ("yes", "no"), True),
        ('He said "yes" and left.', ("yes",), True),
        ("“They called it ‘theirs’,” he said.", ("They called it ‘theirs’,",), True),
        ("“He told us “go” twice,” she said.", ("He told us “go” twice,", "go"), True),
        ('“He told us "go" twice,” she said.', ('He told us "go" twice,', "go"), True),
        ("“It goes on", ("It goes on",), False),
        ("It ended” there", (), False),
        ("nothing", (), True),
    ],
)
def test_quotations_are_found(text, found, paired):
    assert find_quotations(text) == (found, paired)


@pytest.mark.parametrize(
    ("quotation", "stands"),
    [
        ("open the quay", True),
        ("open\nthe\u00a0quay", True),
        ("‘theirs’ to", True),
        ("open the quay.", True),
        ("open the quay,", True),
        ("open the Quay", False),
        ("open quay", False),
        ("open the quay!", False),
    ],
)
def test_quoted_words_are_compared_without_marks_and_spaces(quotation, stands):
    assert stands_in(quotation, 'It was "theirs" to open the  quay in May.') is stands


def test_an_original_is_known_by_its_hash_under_another_name(tmp_path):
    import hashlib  # noqa: PLC0415

    original = f"Quay to open\n\n{PROSE}"
    digest = hashlib.sha256(original.encode()).hexdigest()
    head = f"---\ntitle: Quay to open\noriginal: {{file: a.txt, sha256: {digest}, lines: 3}}\n---\n"
    lay_out(tmp_path, {"001.md": head + "\n[L3] The board decided it.\n"})
    folder = tmp_path / "originals"
    folder.mkdir()
    (folder / "renamed.txt").write_text(original)
    sources, _ = read_articles(tmp_path, SETTINGS)
    assert verify_originals(sources, folder) == ()
