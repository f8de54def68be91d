import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import SettingsError
from dossier.extract.quotes.find import find_quotes
from dossier.extract.sentences import find_sentences
from dossier.settings import Lexicon
from quotestand import LEXICON, describe, quotes_of, read_source, stand_in_mentions

PIECES = st.sampled_from(
    ["Novak", "he", "said", "told", "saying", "according to", "statement", "the", " ", " ", ". ",
     ", ", "“", "”", '"', "‘", "’", "…", "\n", "quoted", "as", "and", "who", ":", "—", "We go"]
)  # fmt: skip
NEWSPRINT = st.lists(PIECES, max_size=60).map(" ".join)


def _describe_all(given):
    names, nominals = given["names"], given.get("nominals", ())
    return [
        [describe(quote) for quote in quotes_of(text, names, nominals, given.get("kinds"))]
        for text in given["texts"]
    ]


@pytest.mark.cases("quotes_find")
def test_quotations_are_found_with_their_speakers(case):
    case.expect(_describe_all(case.data))


@pytest.mark.cases("quotes_newsroom")
def test_quotations_of_whole_stories(case):
    case.expect(_describe_all(case.data))


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“a ",
        "“We go,” said Novak. ",
        "“We go,” said Novak, and ",
        "saying, ",
        "and said ",
        "Novak, ",
        "Novak who ",
        "“We go,” it said. ",
        "the 71-year-old said “we go”, ",
        "according to ",
        "“Open paragraph\n",
        "Novak said:\nwords of a block that go on for a while\n",
    ],
)
def test_ten_thousand_repetitions_take_linear_time(unit):
    text = unit * 10_000 + "“At last we go home.”"
    quotes = quotes_of(text, {"Novak": "person"} if len(unit) < 10 else {})
    assert quotes


@pytest.mark.parametrize(
    "unit", ["word ", "said x ", "“We go to the sea tonight and no further,” he said. "]
)
def test_a_line_of_a_million_characters_takes_linear_time(unit):
    quotes_of(unit * (1_000_000 // len(unit)))


def test_what_is_said_without_an_end_is_not_said_anew_by_every_said():
    text = "Novak said " * 2_000
    quotes = quotes_of(text, {"Novak": "person"})
    assert sum(len(quote.content.exact) for quote in quotes) < len(text)


@given(NEWSPRINT)
def test_quotations_are_anchored_unique_and_speak_through_given_mentions(text):
    source = read_source(text)
    sentences = find_sentences(source, LEXICON)
    mentions = stand_in_mentions(source, sentences, {"Novak": "person"})
    quotes = find_quotes(source, sentences, mentions, LEXICON)
    for quote in quotes:
        for anchor in (quote.content, quote.cue, quote.speaker_words, quote.carrier_words):
            assert anchor is None or source.text[anchor.start : anchor.end] == anchor.exact
        assert quote.speaker_id is None or quote.speaker_id in {one.id for one in mentions}
        assert quote.speaker_id is None or quote.speaker_words is not None
    ids = [quote.id for quote in quotes]
    assert len(set(ids)) == len(ids)
    assert all(quote.continues in {"", *ids[:at]} for at, quote in enumerate(quotes))
    starts = [quote.content.start for quote in quotes]
    assert starts == sorted(starts)


def test_furniture_is_not_searched():
    assert not quotes_of("“We will not be moved,” said Novak.", {}, (), {1: "furniture"})


def test_an_unknown_use_of_a_reporting_verb_is_an_error():
    source = read_source("A.")
    verbs = Lexicon({"reporting_verbs": {"quipped": ("jests",)}})
    with pytest.raises(SettingsError, match="'quipped': 'jests' is not of asks, beside"):
        find_quotes(source, find_sentences(source, LEXICON), (), verbs)


def test_a_project_adds_reporting_verbs_of_its_own():
    source = read_source("“The crane stays,” Novak trilled.")
    sentences = find_sentences(source, LEXICON)
    mentions = stand_in_mentions(source, sentences, {"Novak": "person"})
    assert find_quotes(source, sentences, mentions, LEXICON)[0].speaker_words is None
    more = {
        **LEXICON.lists,
        "reporting_verbs": {**LEXICON.values("reporting_verbs"), "trilled": ()},
    }
    found = find_quotes(source, sentences, mentions, Lexicon(more))[0]
    assert found.speaker_id == mentions[0].id
