"""Open questions as YAML ready to paste, each with the reason above it.

Nothing here decides anything: what may be one actor is asked as ``open``, what nobody has looked
at comes as the beginning of a file. What an edit already answers is not asked again.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from dossier.anchors import find_locator, locator_of, parse_locator
from dossier.edits.paste import Block, flow, scalar, write_blocks
from dossier.edits.suggest_pages import suggest_actors, suggest_events
from dossier.edits.suggest_pairs import find_similar_actors
from dossier.errors import AnchorError
from dossier.model import Anchor, Dossier, PairJudgement, Quotation
from dossier.outcomes import find_possible_outcomes
from dossier.vocabulary import QuoteKind

_SPOKEN = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.BLOCK, QuoteKind.POST})
_ASKED = re.compile(r"- (?:same|different): \[(?P<left>[^\],]+), (?P<right>[^\],]+)\]")
_SENTENCE = re.compile(r"(:L\d+)\.\d+")
Pair = frozenset[str]

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
    judged = {_pair(one.left, one.right) for one in judgements}
    blocks = (
        *_similar_actors(dossier, judged),
        *_noticed(dossier, judged),
        *_quotations(dossier),
        *_undated(dossier),
        *_outcomes(dossier),
        *_moved(dossier),
        *suggest_actors(dossier),
        *suggest_events(dossier),
    )
    if not blocks:
        return "# No open questions.\n"
    return f"{_HEAD}\n{write_blocks(blocks)}"


def _similar_actors(dossier: Dossier, judged: Collection[Pair]) -> Iterator[Block]:
    for left, right, why in find_similar_actors(dossier):
        if _pair(left.name, right.name) not in judged:
            yield _ask(f"{why} If they are one, write same", left.name, right.name)


def _noticed(dossier: Dossier, judged: Collection[Pair]) -> Iterator[Block]:
    """What the resolver joined, or left apart, without being sure; its hints name the pair."""
    for problem in dossier.problems:
        hit = _ASKED.search(problem.hint)
        if hit and _pair(hit["left"], hit["right"]) not in judged:
            why = f"{problem.where}: {problem.message}. If they are one, write same"
            yield _ask(why, hit["left"], hit["right"])


def _ask(why: str, left: str, right: str) -> Block:
    lines = (f"- open: {flow((left, right))}", "  reason: Not looked at yet.")
    return Block("identity.yml", f"{why}; if they are two, write different.", lines)


def _pair(left: str, right: str) -> Pair:
    """A pair as it is compared: a judgement may name a sentence where a hint names its line."""
    return frozenset((_SENTENCE.sub(r"\1", left), _SENTENCE.sub(r"\1", right)))


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


def _outcomes(dossier: Dossier) -> Iterator[Block]:
    """Ask of announcements and forecasts whether a later event is what came of them."""
    for event, other in find_possible_outcomes(dossier):
        yield Block("questions.yml", (
            "Same type, somebody in common, told later. If it is, write outcome: and its id "
            f"into events/{event.id}.yml."
        ), (
            f"- text: {scalar(f'Is “{other.title}” what came of “{event.title}”?')}",
            f"  about: {flow((event.id, other.id))}",
        ))  # fmt: skip


def _moved(dossier: Dossier) -> Iterator[Block]:
    """Old addresses that only the earlier build shows; it may not be kept for ever."""
    for moved in dossier.moved:
        if not moved.origin:
            why = "The earlier build had this page. Keep the entry, and its address leads on."
            yield Block("moved.yml", why, (f"- was: {moved.was}", f"  now: {moved.now}"))


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
        closed = dating and not dating.value.is_open_start and not dating.value.is_open_end
        value = dating.value.edtf if dating and closed else ""
        why = f"{source.path} gives no day of publication."
        why += f" From its own words and other articles it is {value}." if value else ""
        yield Block(f"sources/{source.id}.yml", why, (
            f"id: {scalar(source.id)}",
            f"published: {{value: {scalar(value)}, basis: inferred, note: Not looked at yet.}}",
        ))  # fmt: skip
