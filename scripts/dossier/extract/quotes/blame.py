"""Find who answers for words: "apologised for calling the plan “…”"."""

from dossier.extract.quotes.auxiliaries import phrase_at_end, strip_auxiliaries
from dossier.extract.quotes.cues import Layout
from dossier.extract.quotes.phrases import Speaker, of_mention
from dossier.extract.quotes.words import PREPOSITIONS, last_word

_BLAMED = frozenset(
    {"apologised", "apologized", "apologises", "apologizes", "criticised", "criticized",
     "condemned", "censured", "mocked", "jailed", "fined", "sued", "suspended", "sacked",
     "fired", "expelled", "disciplined", "ridiculed"}
)  # fmt: skip


def blamed_for(layout: Layout, floor: int, end: int) -> Speaker | None:
    """Whoever answers for words: "apologised for calling", "blamed Novak for saying"."""
    verb = last_word(layout.masked, floor, end)
    if verb is None:
        return None
    object_ = layout.mention_ending.get(verb[1] + len(verb[0]))
    if object_ is not None and object_.anchor.start >= floor:
        bound = last_word(layout.masked, floor, object_.anchor.start)
        free = bound is not None and bound[0] not in PREPOSITIONS
        return of_mention(object_) if free else None
    if verb[0] not in _BLAMED:
        return None
    passed = strip_auxiliaries(layout.masked, floor, verb[1])
    active = verb[0].startswith("apologi")
    if passed.negated or passed.infinitive or passed.passive == active:
        return None
    return phrase_at_end(layout, floor, layout.masked[floor : passed.end].rstrip())
