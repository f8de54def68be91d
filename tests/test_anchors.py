"""Anchors verify, locators find what people point to."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.anchors import (
    CONTEXT_LENGTH,
    find_locator,
    find_source,
    locator_of,
    make_anchor,
    parse_locator,
    resolve_anchor,
    sentence_of,
    sentences_of,
)
from dossier.errors import AnchorError
from dossier.model import Extraction
from standins import make_sentences, make_source


def lay_out(text, source_id="001", label=""):
    source = make_source(source_id, text, label=label)
    part = Extraction(source_id, make_sentences(source), (), (), (), ())
    return source, {source_id: source}, {source_id: part}


@pytest.mark.cases("anchors_locator")
def test_locator(case):
    _, sources, extractions = lay_out(case["text"], label=case.data.get("label", ""))
    actual = []
    for entry in case["find"]:
        ask = dict(entry) if isinstance(entry, dict) else {"loc": entry}
        try:
            locator = parse_locator(ask.pop("loc"))
            words = ask.pop("words", "")
            found = find_locator(locator, words, sources, extractions, **ask)
            actual.append([anchor.exact for anchor in found])
        except (AnchorError, ValueError) as error:
            actual.append(f"error: {error}")
    case.expect(actual)


TEXTS = st.lists(st.text("ab. “é\n", min_size=1), min_size=1).map("\n".join)


@st.composite
def texts_with_ranges(draw):
    text = draw(st.text(min_size=1, max_size=200))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(texts_with_ranges())
def test_an_anchor_made_is_found_again(drawn):
    text, start, end = drawn
    source = make_source("001", text)
    anchor = make_anchor(source, start, end)
    assert anchor.exact == text[start:end]
    assert len(anchor.prefix) <= CONTEXT_LENGTH >= len(anchor.suffix)
    assert resolve_anchor(source, anchor) == (start, end)


@given(texts_with_ranges(), st.text(max_size=40))
def test_an_anchor_survives_text_put_before_it_or_says_that_it_does_not(drawn, before):
    text, start, end = drawn
    source = make_source("001", text)
    anchor = make_anchor(source, start, end)
    moved = replace(source, text=before + text)
    try:
        found = resolve_anchor(moved, anchor)
    except AnchorError:
        return
    assert moved.text[slice(*found)] == anchor.exact


def test_words_that_were_changed_are_named():
    source = make_source("001", "The port closed.")
    anchor = make_anchor(source, 4, 8)
    with pytest.raises(AnchorError, match="'port' is no longer in the text"):
        resolve_anchor(replace(source, text="The dock closed."), anchor)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 99)])
def test_an_empty_or_outside_range_is_refused(start, end):
    with pytest.raises(AnchorError, match="is not inside a text of 16"):
        make_anchor(make_source("001", "The port closed."), start, end)


@given(
    st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True),
    st.integers(1, 9999999),
    st.none() | st.integers(1, 99999),
)
def test_a_locator_is_written_as_it_is_read(source, line, sentence):
    text = f"{source}:L{line}" + (f".{sentence}" if sentence else "")
    assert str(parse_locator(text)) == text


@given(st.text(max_size=30))
def test_any_text_is_a_locator_or_named_in_the_message(text):
    try:
        locator = parse_locator(text)
    except ValueError as error:
        told = str(error)
    else:
        assert 0 < locator.first_line <= locator.last_line
        told = repr(text)
    assert repr(text) in told


@given(TEXTS)
def test_every_sentence_is_found_by_its_id_and_tells_its_locator(text):
    source, sources, extractions = lay_out(text)
    for sentence in extractions["001"].sentences:
        if sentence.start == sentence.end:
            continue
        (anchor,) = find_locator(parse_locator(sentence.id), "", sources, extractions)
        assert (anchor.start, anchor.end) == (sentence.start, sentence.end)
        assert sentence_of(anchor, extractions["001"]) == sentence
        told = locator_of(anchor, source, extractions["001"])
        again = find_locator(parse_locator(told), "", sources, extractions)
        assert (again[0].start, again[0].end) == (anchor.start, anchor.end)


def test_sentences_touched_by_an_anchor():
    source, _, extractions = lay_out("Title\nOne fell. Two rose. Three stayed.")
    part = extractions["001"]
    across = make_anchor(source, source.text.index("fell"), source.text.index("rose"))
    assert [one.id for one in sentences_of(across, part)] == ["001:L2.1", "001:L2.2"]
    assert sentence_of(across, part).id == "001:L2.1"
    assert locator_of(across, source, part) == "001:L2"
    whole = make_anchor(source, 0, len(source.text))
    assert locator_of(whole, source, part) == "001:L1-L2"


def test_a_place_outside_all_sentences_is_named():
    source, _, extractions = lay_out("Title\nOne fell.")
    part = replace(extractions["001"], sentences=extractions["001"].sentences[1:])
    anchor = make_anchor(source, 0, 5)
    assert sentences_of(anchor, part) == ()
    assert locator_of(anchor, source, part) == "001:L1"
    with pytest.raises(AnchorError, match="'Title' stands in no sentence"):
        sentence_of(anchor, part)


def test_a_source_is_found_by_id_or_label():
    _, sources, _ = lay_out("Title", "2024-port-strike", label="PS")
    assert find_source("PS", sources) is find_source("2024-port-strike", sources)
    assert find_source("ps", sources) is None


def test_words_are_searched_in_linear_time():
    _, sources, extractions = lay_out("ab " * 300_000)
    with pytest.raises(AnchorError, match="do not stand there"):
        find_locator(parse_locator("001:L1"), "ab " * 40 + "c", sources, extractions)


def test_an_anchor_keeps_what_stands_around_it():
    text = "a" * 100 + "port" + "b" * 100
    anchor = make_anchor(make_source("001", text), 100, 104)
    assert (anchor.prefix, anchor.suffix) == ("a" * CONTEXT_LENGTH, "b" * CONTEXT_LENGTH)


def test_words_that_moved_are_found_where_they_stand_now():
    text = "The old port closed today."
    source = make_source("001", text)
    anchor = make_anchor(source, 8, 12)
    assert resolve_anchor(replace(source, text=f"News for all. {text}"), anchor) == (22, 26)
    with pytest.raises(AnchorError, match="'port' occurs more than once in its context"):
        resolve_anchor(replace(source, text=f"News: {text} {text}"), anchor)


def test_the_third_of_three_equal_words_is_found():
    source, sources, extractions = lay_out("Title\nOne port, two port, three port.")
    (anchor,) = find_locator(parse_locator("001:L2"), "port", sources, extractions, nth=3)
    assert anchor.start == source.text.rindex("port")
