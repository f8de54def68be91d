"""From one source to its anchored candidates, before anybody decides what they mean.

The order is the flow of what each step needs: sentences hold everything else; dates come before
names, so that "March" in a date is nobody; quotations need names to say who speaks; reports of
events need them all.
"""

from dossier.extract.events.find import find_event_mentions
from dossier.extract.names.find import find_mentions
from dossier.extract.quotes.find import find_quotes
from dossier.extract.recognizers import RULES, Recognizer, make_recognizer
from dossier.extract.sentences import find_sentences
from dossier.extract.timex.find import find_timexes
from dossier.model import Extraction, Source
from dossier.settings import Lexicon

__all__ = ["extract_source", "make_recognizer"]


def extract_source(source: Source, lexicon: Lexicon, recognizer: Recognizer = RULES) -> Extraction:
    """Extract all candidates of one source.

    Sentences cover every passage, so that each line can be pointed at; everything else is
    looked for only in passages whose kind ``tells``.

    Args:
        source: The article as read.
        lexicon: The project's word lists.
        recognizer: Decides which stretches of text are names.

    Returns:
        The candidates, each tuple in text order.
    """
    sentences = find_sentences(source, lexicon)
    timexes = find_timexes(source, sentences, lexicon)
    mentions = find_mentions(source, sentences, timexes, lexicon, recognizer)
    quotes = find_quotes(source, sentences, mentions, lexicon)
    return Extraction(
        source_id=source.id,
        sentences=sentences,
        mentions=mentions,
        timexes=timexes,
        quotes=quotes,
        event_mentions=find_event_mentions(source, sentences, mentions, timexes, quotes, lexicon),
    )
