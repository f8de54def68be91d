"""Words for counting and looking up are those that a pattern finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.folding import compile_terms, fold_words


@given(st.text() | st.text("aB ß_9.’“—\n\tÉ१ि"))
def test_words_are_those_that_a_pattern_meets(text):
    assert fold_words(text) == re.findall(r"\w+", text.casefold())


def test_marks_of_every_kind_part_words_and_none_stays():
    assert fold_words("“Don’t stop”—He said: A_1, ÉTÉ…") == [
        "don",
        "t",
        "stop",
        "he",
        "said",
        "a_1",
        "été",
    ]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("the red cross", ["red cross"]),
        ("red and a redcross", ["red"]),
        ("covered in red-hot red.", ["red", "red"]),
        ("a.b or axb", ["a.b"]),
        ("nothing", []),
    ],
)
def test_terms_are_met_as_whole_words_longest_first(text, met):
    assert compile_terms(["red", "red cross", "a.b"]).findall(text) == met


def test_what_counts_as_a_letter_may_be_more_and_no_terms_meet_nothing():
    assert compile_terms(["red"], r"[\w-]").findall("red-hot red") == ["red"]
    assert compile_terms([]).search("red") is None
