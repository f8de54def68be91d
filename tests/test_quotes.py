import pytest

from quotestand import describe, quotes_of


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
