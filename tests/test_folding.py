"""Words for counting and looking up are those that a pattern finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dossier.folding import fold_words


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
