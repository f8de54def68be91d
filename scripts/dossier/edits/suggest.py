"""Open questions as YAML ready to paste, each with the reason above it.

Nothing here decides anything: what may be one actor is asked as ``open``, what nobody has looked
at comes as the beginning of a file. What an edit already answers is not asked again.
"""

import re
from collections.abc import Iterable, Iterator

from dossier.anchors import find_locator, locator_of, parse_locator
from dossier.edits.paste import Block, flow, scalar, write_blocks
from dossier.edits.suggest_pages import suggest_actors, suggest_events
from dossier.edits.suggest_pairs import find_similar_actors
from dossier.errors import AnchorError
from dossier.model import Anchor, Dossier, PairJudgement, Quotation
from dossier.vocabulary import QuoteKind

_SPOKEN = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.BLOCK, QuoteKind.POST})
_METONYM = re.compile(r"- same: \[(?P<left>[^\],]+), (?P<right>[^\],]+)\]")
_HEAD = """\
# Open questions, as YAML to paste. Copy the lines under a mark into the file it names, answer
# them, and leave out what you do not want.
"""


def suggest(dossier: Dossier, judgements: Iterable[PairJudgement] = ()) -> str:
    """Ask what the articles leave open.

    Args:
        dossier: The finished dossier.
        judgements: Decisions about pairs; a pair judged already, even as open, is not asked.

    Returns:
        YAML under marks that name the files, sorted; a line that says so if nothing is open.
    """
    blocks = (
        *_similar_actors(dossier, judgements),
        *_metonyms(dossier, judgements),
        *_quotations(dossier),
        *_undated(dossier),
        *suggest_actors(dossier),
        *suggest_events(dossier),
    )
    if not blocks:
        return "# No open questions.\n"
    return f"{_HEAD}\n{write_blocks(blocks)}"


def _similar_actors(dossier: Dossier, judgements: Iterable[PairJudgement]) -> Iterator[Block]:
    judged = {frozenset((one.left, one.right)) for one in judgements}
    for left, right, why in find_similar_actors(dossier):
        if frozenset((left.name, right.name)) in judged:
            continue
        yield Block(
            "identity.yml",
            f"{why} If they are one, write same; if they are two, write different.",
            (f"- open: {flow((left.name, right.name))}", "  reason: Not looked at yet."),
        )


def _metonyms(dossier: Dossier, judgements: Iterable[PairJudgement]) -> Iterator[Block]:
    judged = {frozenset((one.left, one.right)) for one in judgements}
    for problem in dossier.problems:
        hit = _METONYM.search(problem.hint) if problem.code == "A304" else None
        if hit and frozenset((hit["left"], hit["right"])) not in judged:
            yield Block(
                "identity.yml",
                f"{problem.where}: {problem.message}. If the state is meant, write same.",
                (f"- open: {flow((hit['left'], hit['right']))}", "  reason: Not looked at yet."),
            )


def _quotations(dossier: Dossier) -> Iterator[Block]:
    for quotation in dossier.quotations:
        silent = not quotation.speaker_ids and not quotation.speaker_label
        if quotation.kind in _SPOKEN and silent and not quotation.origin:
            pointer = _point(dossier, quotation.anchors[0])
            if pointer:
                yield Block("quotations.yml", _why_speaker(dossier, quotation), (
                    f"- id: {quotation.id}",
                    f"  at: {pointer}",
                    "  speaker:",
                ))  # fmt: skip


def _why_speaker(dossier: Dossier, quotation: Quotation) -> str:
    anchor = quotation.anchors[0]
    near = _actors_near(dossier, anchor)
    named = f" The sentence names {', '.join(near)}." if near else ""
    return f"Nobody is said to have spoken these words.{named} Write who did after speaker."


def _actors_near(dossier: Dossier, anchor: Anchor) -> tuple[str, ...]:
    part = dossier.extractions[anchor.source_id]
    owner = {one: actor.id for actor in dossier.actors.values() for one in actor.mention_ids}
    lines = {
        sentence.id
        for sentence in part.sentences
        if sentence.start < anchor.end and sentence.end > anchor.start
    }
    found = (owner.get(mention.id) for mention in part.mentions if mention.sentence_id in lines)
    return tuple(dict.fromkeys(one for one in found if one))


def _point(dossier: Dossier, anchor: Anchor) -> str:
    """A pointer to the first words of a quotation; empty if no words tell it from others."""
    source = dossier.sources[anchor.source_id]
    loc = locator_of(anchor, source, dossier.extractions[anchor.source_id])
    words = anchor.exact.split()
    for count in (6, 12, len(words)):
        first = " ".join(words[:count])
        try:
            found = find_locator(parse_locator(loc), first, dossier.sources, dossier.extractions)
        except AnchorError:
            continue
        if found[0].start == anchor.start:
            return f"{{loc: {loc}, words: {scalar(first)}}}"
    return ""


def _undated(dossier: Dossier) -> Iterator[Block]:
    for source in dossier.sources.values():
        note = dossier.source_notes.get(source.id)
        if source.published_on is not None or (note is not None and note.origin):
            continue
        dating = dossier.calendar.published.get(source.id)
        value = dating.value.edtf if dating else ""
        why = f"{source.path} gives no day of publication."
        why += f" From its own words and other articles it is {value}." if value else ""
        yield Block(f"sources/{source.id}.yml", why, (
            f"id: {scalar(source.id)}",
            f"published: {{value: {scalar(value)}, basis: inferred, note: Not looked at yet.}}",
        ))  # fmt: skip
