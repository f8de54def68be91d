"""Date expressions: what is found in a sentence, and what it means from a given day."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates import parse_edtf
from dossier.extract.sentences import find_sentences
from dossier.extract.timex.find import RULES, find_timexes
from dossier.model import Extraction, Passage, Sentence
from dossier.resolve.dating.dates import resolve_dates
from dossier.settings import load_lexicon
from dossier.vocabulary import PassageKind
from standins import make_source

LEXICON = load_lexicon(None)


def article(paragraphs, day):
    """A source of paragraphs; a mapping of one key gives a paragraph's kind."""
    text, passages = "", []
    for number, paragraph in enumerate(paragraphs):
        told = {"body": paragraph} if isinstance(paragraph, str) else paragraph
        ((kind, words),) = told.items()
        start = len(text)
        text += words
        lines = (2 * number + 1, 2 * number + 1)
        passages.append(Passage(number, start, len(text), PassageKind(kind), *lines))
        text += "\n\n"
    return replace(make_source("a", text, day), passages=tuple(passages))


def extract(source):
    sentences = find_sentences(source, LEXICON)
    return Extraction(source.id, sentences, (), find_timexes(source, sentences, LEXICON), (), ())


def read(paragraphs, day):
    """Say each expression as ``words = value, bound; check``."""
    source = article(paragraphs, day)
    extraction = extract(source)
    calendar, _ = resolve_dates([source], [extraction], ())
    said = []
    for timex in extraction.timexes:
        dating = calendar.timexes.get(timex.id)
        form = timex.expression.form.value
        meaning = dating.value.edtf if dating else f"no date ({form})"
        bound = f", {timex.expression.bound}" if timex.expression.bound != "on" else ""
        check = f"; {dating.weekday_check}" if dating and dating.weekday_check else ""
        said.append(f"{timex.anchor.exact} = {meaning}{bound}{check}")
    return said


def check(case):
    if "paragraphs" in case.data:
        case.expect(read(case["paragraphs"], case["day"]))
    else:
        case.expect(
            [said for sentence in case["sentences"] for said in read([sentence], case["day"])]
        )


@pytest.mark.cases("timex_absolute")
def test_days_and_months(case):
    check(case)


@pytest.mark.cases("timex_periods")
def test_periods(case):
    check(case)


@pytest.mark.cases("timex_relative")
def test_counted_from_the_article(case):
    check(case)


@pytest.mark.cases("timex_context")
def test_counted_from_another_date(case):
    check(case)


@pytest.mark.cases("timex_spans")
def test_no_dates(case):
    check(case)


@pytest.mark.cases("timex_ranges")
def test_ranges(case):
    check(case)


@pytest.mark.cases("timex_tense")
def test_tense(case):
    check(case)


@pytest.mark.cases("timex_traps")
def test_traps(case):
    check(case)


NAMES_A_DAY = r"\d|day|tonight|night|morning|end|time|week"
"""What the words of a date hold when they mean one day."""
WORDS = st.sampled_from(
    [
        *("the", "on", "in", "of", "late", "last", "next", "this", "July", "May", "Monday", "2021"),
        *("3", "12", "1990s", "week", "year", "ago", "after", "nearly", "a", "two", "years", "to"),
        *("said", "will", "met", ",", ".", "–", ";", "days", "earlier", "07/04/21", "that", "and"),
        *("between", "Sunday’s", "“", "”", "\n"),
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_whatever_the_words_anchors_hold_and_values_are_edtf(text):
    if not text.strip():
        return
    source = make_source("a", f"Title\n{text}", "2021-07-29")
    extraction = extract(source)
    ends = 0
    for timex in extraction.timexes:
        anchor = timex.anchor
        assert source.text[anchor.start : anchor.end] == anchor.exact
        assert anchor.start >= ends
        assert "\n" not in anchor.exact
        ends = anchor.end
    calendar, _ = resolve_dates([source], [extraction], ())
    assert set(calendar.timexes) <= {timex.id for timex in extraction.timexes}
    for dating in calendar.timexes.values():
        assert parse_edtf(dating.value.edtf) == dating.value
        assert dating.anchors
        assert dating.value.earliest <= dating.value.latest
    for timex in extraction.timexes:
        dating = calendar.timexes.get(timex.id)
        if dating and dating.value.is_day:
            assert re.search(NAMES_A_DAY, timex.anchor.exact), timex.anchor.exact


def test_a_million_characters_on_one_line_pass():
    text = (
        "Title\n"
        + "The board met on 3 May and will meet on Friday until 2 June, ".ljust(70) * 14_300
    )
    source = make_source("a", text, "2021-07-29")
    found = find_timexes(source, whole(source), LEXICON)
    assert len(found) > 14_300


@pytest.mark.parametrize(
    "words",
    [
        *("May ", "the ", "12 ", "1,", "2020-", "nearly a ", "Monday ", "a week ", "1/1/", "’80s "),
        *(
            "July 3 - ",
            "between May and ",
            "Thursday of last ",
            "a  \t ",
            "the end of the ",
            "said ",
            "on the 3rd and ",
            "May 3, 4, ",
            "asked the board to ",
            "suspended boats until ",
            "third quarter ",
            "In 1968, 3 May ",
            "that May ",
        ),
    ],
)
def test_time_grows_with_the_text_and_no_faster(words):
    text = "Title\n" + words * (200_000 // len(words))
    source = make_source("a", text, "2021-07-29")
    extraction = Extraction(
        "a", whole(source), (), find_timexes(source, whole(source), LEXICON), (), ()
    )
    resolve_dates([source], [extraction], ())


def whole(source):
    """Each passage as one sentence, however long."""
    return tuple(
        Sentence(f"a:L{one.first_line}.1", "a", one.index, 1, one.start, one.end)
        for one in source.passages
    )


def test_every_rule_says_what_it_reads():
    for rule in RULES:
        assert rule.read.__doc__
        assert rule.keys
