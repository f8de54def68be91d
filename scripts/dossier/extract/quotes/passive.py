"""Speakers that are not the subject of the reporting word: agents of a passive, people quoted."""

from dossier.extract.quotes.auxiliaries import WINDOW
from dossier.extract.quotes.cues import Cue, Layout
from dossier.extract.quotes.phrases import Speaker, phrase_after
from dossier.extract.quotes.speakers import is_passive, speaker_of_cue
from dossier.extract.quotes.words import next_word

_NEAR = 40


def quoted_speaker(layout: Layout, cue: Cue) -> Speaker | None:
    """Whoever somebody quotes: "quoted an aide as saying “…”", "was quoted as saying “…”"."""
    if cue.use == "quotes":
        return phrase_after(layout, cue.end)
    before = layout.masked[max(0, cue.start - len(" as ")) : cue.start]
    if not before.endswith("as ") or not cue.participle:
        return None
    floor = max(layout.sentence_at(cue.start).start, cue.start - WINDOW)
    for quoting in reversed(layout.cues_between(floor, cue.start)[-3:]):
        if quoting.use != "quotes":
            continue
        if layout.masked[quoting.end : cue.start].split() == ["as"]:
            return speaker_of_cue(layout, quoting, passive=True)
        return phrase_after(layout, quoting.end)
    return None


def passive_agent(layout: Layout, cue: Cue) -> Speaker | None:
    """Who is behind a passive: "she was told by the clerk that “…”"."""
    if cue.use not in {"tells", "labels"} or not is_passive(layout, cue):
        return None
    by = next_word(layout.masked, cue.end, cue.end + _NEAR)
    return phrase_after(layout, by[1]) if by and by[0] == "by" else None
