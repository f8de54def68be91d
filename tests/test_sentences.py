from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import SettingsError
from dossier.extract.quotes.marks import find_quoted
from dossier.extract.sentences import find_sentences
from dossier.settings import Lexicon, load_lexicon
from quotestand import read_source

PIECES = st.sampled_from(
    ["Novak", "Mr.", "U.S.", "said", " ", " ", ". ", "? ", "“", "”", '"', "‘", "’", "'", "…",
     "...", "\n", "The", "the", "3.5", "No.", "5", "p.m.", "(", ")", "[", "]", ",", "—", ":",
     "\u200d"]
)  # fmt: skip
NEWSPRINT = st.lists(PIECES, max_size=60).map("".join)


@pytest.mark.cases("sentences_split")
def test_sentences_end_where_a_reader_ends_them(case):
    found = []
    for text in case["texts"]:
        source = read_source(text)
        found.append([source.text[one.start : one.end] for one in find_sentences(source)])
    case.expect(found)


@given(NEWSPRINT)
def test_sentences_cover_every_passage_and_never_overlap(text):
    source = read_source(text)
    sentences = find_sentences(source)
    covered = {at for one in sentences for at in range(one.start, one.end)}
    assert sum(one.end - one.start for one in sentences) == len(covered)
    for passage in source.passages:
        wanted = {at for at in range(passage.start, passage.end) if not text[at].isspace()}
        assert wanted <= covered
    assert len({one.id for one in sentences}) == len(sentences)
    assert [one.start for one in sentences] == sorted(one.start for one in sentences)


@given(NEWSPRINT)
def test_no_sentence_ends_inside_closed_quotation_marks(text):
    source = read_source(text)
    ends = {one.end for one in find_sentences(source)}
    for passage in source.passages:
        for quoted in find_quoted(source.text, passage.start, passage.end):
            if quoted.closed:
                assert not any(quoted.start < end < quoted.end for end in ends)


@given(NEWSPRINT)
def test_quoted_stretches_nest_and_never_cross(text):
    found = find_quoted(text, 0, len(text))
    for one in found:
        assert 0 <= one.start < one.inner_start < one.inner_end <= one.end <= len(text)
        holders = [two for two in found if two.start < one.start < two.end]
        assert len(holders) == one.depth
        assert all(one.end <= two.end for two in holders)


def test_ids_name_source_line_and_number():
    source = read_source("One. Two.\n\nThree.", source_id="007")
    assert [one.id for one in find_sentences(source)] == ["007:L1.1", "007:L1.2", "007:L3.1"]


def test_ids_stay_unique_where_two_passages_begin_on_one_line():
    source = read_source("One. Two.\nThree.")
    first, second = source.passages
    shared = replace(source, passages=(first, replace(second, first_line=1)))
    assert [one.id for one in find_sentences(shared)] == ["001:L1.1", "001:L1.2", "001:L1.3"]
    assert [one.number for one in find_sentences(shared)] == [1, 2, 1]


def test_a_project_adds_abbreviations_of_its_own():
    lists = dict(load_lexicon(None).lists)
    lists["abbreviations"] = {**lists["abbreviations"], "Hbm": ("name",)}
    source = read_source("They met Hbm. Novak there.")
    assert len(find_sentences(source)) == 2
    assert len(find_sentences(source, Lexicon(lists))) == 1


def test_an_unknown_meaning_of_an_abbreviation_is_an_error():
    with pytest.raises(SettingsError, match="'Hbm': 'perhaps' is not one of either, name, number"):
        find_sentences(read_source("A."), Lexicon({"abbreviations": {"Hbm": ("perhaps",)}}))


@pytest.mark.parametrize(
    "unit", ["a", "word ", '"', "“a ", "'a ", ". ", "!", '." ', "Mr. ", "“a” ", "?”  A", "‘a ” "]
)
def test_long_lines_take_linear_time(unit):
    size = 1_000_000 if unit in {"a", "word ", "!"} else 200_000
    source = read_source(unit * (size // len(unit)))
    find_sentences(source)
