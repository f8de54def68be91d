"""How well quotations and their speakers are found, on stories labelled by hand."""

import yaml

from conftest import CASES
from dossier.vocabulary import QuoteKind
from quotestand import quotes_of

FOUND_FLOOR = 0.957
SPEAKER_FLOOR = 0.81
_SPOKEN = {QuoteKind.DIRECT, QuoteKind.MIXED}


def read_stories():
    paths = sorted((CASES / "quotes_measured").glob("*.yml"))
    return [story for path in paths for story in yaml.safe_load(path.read_text("utf-8"))]


def compare(story, quotes):
    """Credited quotations of a story as wanted and as found: (words, speaker) pairs."""
    wanted = {(words, speaker) for words, speaker in story["truth"]}
    known = {words for words, _ in wanted}
    found = set()
    for quote in quotes:
        if quote.kind in _SPOKEN and (quote.speaker_words or quote.content.exact in known):
            said_by = quote.speaker_words.exact if quote.speaker_words else None
            truth = next((who for words, who in wanted if words == quote.content.exact), None)
            same = said_by and truth and (truth in said_by or said_by in truth)
            found.add((quote.content.exact, truth if same else said_by))
    return wanted, found


def f1(wanted, found):
    right = len(wanted & found)
    return 2 * right / (len(wanted) + len(found))


def test_quotations_and_speakers_reach_their_floors():
    wanted, found = set(), set()
    for number, story in enumerate(read_stories()):
        left, right = compare(story, quotes_of(story["text"], story["names"]))
        wanted |= {(number, *pair) for pair in left}
        found |= {(number, *pair) for pair in right}
    assert len(wanted) >= 60
    missed = sorted(map(str, wanted ^ found))
    assert f1({one[:2] for one in wanted}, {one[:2] for one in found}) >= FOUND_FLOOR, missed
    assert f1(wanted, found) >= SPEAKER_FLOOR, missed
