"""Quotations: who speaks, through whom, on what occasion.

An edit finds the automatic quotation by its words, of which the beginning is enough; where the
program found none, the words of the edit become one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dossier.edits.altered import with_values
from dossier.edits.apply_actors import ActorsApplied
from dossier.edits.apply_events import EventsApplied
from dossier.edits.desk import Desk, fail, name_sources, warn
from dossier.edits.fields import stop_at
from dossier.edits.schema_events import QuotationEdit
from dossier.errors import Found, Problem
from dossier.model import ActorId, Anchor, Quotation, Quote, QuoteId, SourceId
from dossier.vocabulary import QuoteKind


@dataclass(frozen=True, slots=True)
class _Piece:
    """Quoted words of the draft, and the quotation they belong to."""

    quote_id: QuoteId
    anchor: Anchor
    quotation: Quotation


def apply_quotations(
    desk: Desk, actors: ActorsApplied, events: EventsApplied
) -> Found[tuple[Quotation, ...]]:
    """Word the quotations as the edits say.

    Returns:
        All quotations, by publication and then by text; and what was noticed.

    Raises:
        EditError: Two edits take up the same quoted words.
    """
    pieces = tuple(
        _Piece(quote_id, anchor, quotation)
        for quotation in desk.draft.quotations
        for quote_id, anchor in zip(quotation.quote_ids, quotation.anchors, strict=True)
    )
    shown = [(edit, desk.anchors(edit.at)) for edit in desk.edits.quotations]
    problems = [
        warn(
            "E201",
            edit.where,
            f"the quotation {edit.id!r} is not shown: {name_sources(desk.lost(edit.at))}",
        )
        for edit, wanted in shown
        if not wanted
    ]
    takers = _find_takers(pieces, [pair for pair in shown if pair[1]])
    drawn = []
    for edit, wanted in shown:
        if wanted:
            found = tuple(piece for piece in pieces if edit in takers.get(piece.quote_id, ()))
            problems.extend(_vague(edit, found))
            alone = tuple(piece for piece in found if len(takers[piece.quote_id]) == 1)
            drawn.append(_draw(desk, edit, alone, wanted, actors))
            drawn.extend(_draw_copies(desk, drawn[-1], pieces, takers))
    drawn.extend(
        rest
        for quotation in desk.draft.quotations
        if (rest := _carry_over(desk, quotation, takers, actors, events)) is not None
    )
    ordered = sorted(drawn, key=lambda one: (desk.place(one.anchors[0]), one.id))
    return tuple(ordered), tuple(problems)


def _find_takers(
    pieces: tuple[_Piece, ...], shown: list[tuple[QuotationEdit, tuple[Anchor, ...]]]
) -> dict[QuoteId, list[QuotationEdit]]:
    """The edits whose words fall into each quoted piece.

    Two edits may take different words of one piece, which the program then took for too much;
    they may not take the same words.
    """
    takers: dict[QuoteId, list[QuotationEdit]] = {}
    words: dict[str, tuple[Anchor, ...]] = {}
    mistakes: list[str] = []
    for edit, wanted in shown:
        mistakes.extend(
            f"{edit.where}: {edit.id!r} takes the same words as {other!r}"
            for other, theirs in words.items()
            if any(_touches(anchor, theirs) for anchor in wanted)
        )
        words[edit.id] = wanted
        for piece in pieces:
            if _touches(piece.anchor, wanted):
                takers.setdefault(piece.quote_id, []).append(edit)
    stop_at(mistakes)
    return takers


def _touches(anchor: Anchor, wanted: tuple[Anchor, ...]) -> bool:
    return any(
        anchor.source_id == one.source_id and anchor.start < one.end and anchor.end > one.start
        for one in wanted
    )


def _vague(edit: QuotationEdit, found: tuple[_Piece, ...]) -> tuple[Problem, ...]:
    """A place without words that holds several quotations leaves open which is meant."""
    if any(pointer.words for pointer in edit.at) or len({one.quotation.id for one in found}) < 2:  # noqa: PLR2004  # one is plain
        return ()
    message = f"the place of {edit.id!r} holds {len(found)} quotations"
    return (fail("E208", edit.where, message, "give the first words of the one you mean"),)


def _draw(
    desk: Desk,
    edit: QuotationEdit,
    found: tuple[_Piece, ...],
    wanted: tuple[Anchor, ...],
    actors: ActorsApplied,
) -> Quotation:
    whole = [piece.anchor for piece in found]
    # Words that reach beyond what the program found are the analyst's and hold.
    own = [
        anchor
        for anchor in wanted
        if not any(one.start <= anchor.start and anchor.end <= one.end for one in whole)
    ]
    kept = [one for one in whole if not _touches(one, tuple(own))]
    first = found[0].quotation if found else None
    known = set(actors.labels)
    speakers = tuple(sorted(one for one in edit.speaker if one in known))
    label = ", ".join(one for one in edit.speaker if one not in known)
    if first is not None and not edit.speaker:
        speakers, label = _speakers(desk, first, actors)
    return Quotation(
        id=edit.id,
        quote_ids=tuple(piece.quote_id for piece in found if piece.anchor in kept),
        anchors=desk.sort({*kept, *own}),
        kind=edit.kind or (first.kind if first else QuoteKind.DIRECT),
        speaker_ids=speakers,
        speaker_label=label,
        chain=edit.chain or (_name_in_chain(first, speakers, label, actors) if first else ()),
        event_id=edit.event,
        antecedent=first.antecedent if first and not edit.speaker else None,
        translated=edit.translated or (first.translated if first else ""),
        sic=edit.sic or (first.sic if first else ""),
        elided=edit.elided or any(piece.quotation.elided for piece in found),
        note=edit.note or (first.note if first else ""),
        origin=edit.where,
    )


def _draw_copies(
    desk: Desk,
    original: Quotation,
    pieces: tuple[_Piece, ...],
    takers: dict[QuoteId, list[QuotationEdit]],
) -> Iterator[Quotation]:
    """The quotation as copies of its article have it, unless an edit takes the words there.

    Its chain ends with the copy, and whatever the program made of the same words is taken up.
    """
    by_source: dict[SourceId, list[Anchor]] = {}
    for copy in (copy for anchor in original.anchors for copy in desk.copies(anchor)):
        by_source.setdefault(copy.source_id, []).append(copy)
    for source_id, anchors in by_source.items():
        found = [piece for piece in pieces if _touches(piece.anchor, tuple(anchors))]
        whole = len(anchors) == len(original.anchors)
        if not whole or any(takers.get(piece.quote_id) for piece in found):
            continue
        # Two originals may take words of one piece here too; an edit of the copy stands in takers.
        takers.update({piece.quote_id: [] for piece in found})
        label = desk.draft.sources[source_id].label
        own = {desk.draft.sources[one.source_id].label for one in original.anchors}
        yield replace(
            original,
            id=f"{original.id}-{label}",
            quote_ids=tuple(piece.quote_id for piece in found if piece.anchor in anchors),
            anchors=desk.sort(anchors),
            chain=tuple(label if name in own else name for name in original.chain),
            antecedent=None,
        )


def _carry_over(
    desk: Desk,
    quotation: Quotation,
    takers: Mapping[QuoteId, list[QuotationEdit]],
    actors: ActorsApplied,
    events: EventsApplied,
) -> Quotation | None:
    """What no edit took up of an automatic quotation, with its speakers as named now."""
    kept = [
        (quote_id, anchor)
        for quote_id, anchor in zip(quotation.quote_ids, quotation.anchors, strict=True)
        if quote_id not in takers
    ]
    if quotation.quote_ids and not kept:
        return None
    speakers, label = _speakers(desk, quotation, actors)
    return with_values(
        quotation,
        quote_ids=tuple(quote_id for quote_id, _ in kept),
        anchors=tuple(anchor for _, anchor in kept),
        speaker_ids=speakers,
        speaker_label=label,
        chain=_name_in_chain(quotation, speakers, label, actors),
        event_id=events.moved.get(quotation.event_id) or "",
    )


def _name_in_chain(
    drafted: Quotation, speakers: tuple[ActorId, ...], label: str, actors: ActorsApplied
) -> tuple[str, ...]:
    """The chain of an automatic quotation with whoever speaks now at its head.

    Returns:
        Speakers, then through whom their words came; nothing where nobody speaks any more.
    """
    before = len(drafted.speaker_ids) or bool(drafted.speaker_label)
    known = actors.actors
    names = [known[one].name if one in known else actors.labels[one] for one in speakers]
    named = (*names, *([label] if label else []))
    return (*named, *drafted.chain[before:]) if named and drafted.chain else ()


def _speakers(
    desk: Desk, quotation: Quotation, actors: ActorsApplied
) -> tuple[tuple[ActorId, ...], str]:
    """Speakers of an automatic quotation as they are named now, and a label for the rest."""
    # Only a split actor needs its words, and finding them goes through every quotation.
    divided = any(old in actors.split for old in quotation.speaker_ids)
    spoken = _speaker_words(desk, quotation) if divided else ()
    speakers, labels = set(), []
    for old in quotation.speaker_ids:
        now = actors.now(old, spoken)
        if now is not None:
            speakers.add(now)
        elif old not in actors.hidden:
            labels.append(actors.labels[old])
    return tuple(sorted(speakers)), ", ".join(labels) or quotation.speaker_label


def _speaker_words(desk: Desk, quotation: Quotation) -> tuple[Anchor, ...]:
    if quotation.antecedent is not None:
        return (quotation.antecedent,)
    wanted = set(quotation.quote_ids)
    quotes: tuple[Quote, ...] = tuple(
        quote
        for source_id in sorted({anchor.source_id for anchor in quotation.anchors})
        for quote in desk.draft.extractions[source_id].quotes
        if quote.id in wanted
    )
    return tuple(quote.speaker_words for quote in quotes if quote.speaker_words)
