"""Everything that fuzzing started from or found once, fed to its harness again."""

import sys

import pytest

from conftest import ROOT

FUZZ = ROOT / "tests" / "fuzz"
sys.path.insert(0, str(FUZZ))
from harness import TARGETS  # noqa: E402

KEPT = sorted(path for path in (FUZZ / "corpus").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_kept_inputs_keep_their_promises(path):
    TARGETS[path.parent.name](path.read_bytes())


def test_every_harness_has_a_corpus():
    assert {path.parent.name for path in KEPT} == set(TARGETS)
    assert all(sum(p.parent.name == name for p in KEPT) >= 4 for name in TARGETS)
