"""What copies say again: the same words are quoted, named and counted once.

A copy is a document of its own and has a page. What it shares with the article it copies tells
a reader nothing twice: registers show it with the first, and counts of what is said pass it over.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dossier.model import ActorId, Dossier, Quotation, SentenceId, SourceId


def is_copy(dossier: Dossier, source_id: SourceId) -> bool:
    """Whether a source repeats the text of one that stands before it."""
    return dossier.origins.get(source_id, source_id) != source_id


def find_repeated(dossier: Dossier) -> Mapping[str, tuple[Quotation, ...]]:
    """Find the quotations that copies give again.

    Returns:
        By id of the one that an edit names, else of the first, those with the same words of the
        same speakers in other copies of its text, in the order of the dossier. Words that one
        article quotes twice are two.
    """
    alike: dict[object, list[Quotation]] = defaultdict(list)
    seen: Counter[object] = Counter()
    for quotation in dossier.quotations:
        source_id = quotation.anchors[0].source_id
        words = tuple(anchor.exact for anchor in quotation.anchors)
        said = quotation.kind, words, quotation.speaker_ids, quotation.speaker_label
        seen[source_id, said] += 1
        key = dossier.origins.get(source_id, source_id), said, seen[source_id, said]
        alike[key].append(quotation)
    again = {}
    for held in alike.values():
        first = _find_named(held, dossier)
        again[first.id] = tuple(one for one in held if one is not first)
    return {key: others for key, others in again.items() if others}


def _find_named(alike: Sequence[Quotation], dossier: Dossier) -> Quotation:
    """The quotation that an edit names, else the first: what is made for a copy bears its label."""
    ids = {one.id for one in alike}

    def is_made(one: Quotation) -> bool:
        label = dossier.sources[one.anchors[0].source_id].label
        return one.id.endswith(f"-{label}") and one.id.removesuffix(f"-{label}") in ids

    return min(alike, key=lambda one: (is_made(one), not one.origin))


def count_mentions(dossier: Dossier) -> Mapping[ActorId, int]:
    """Count how often each actor is named, in sentences that copies share once."""
    told: dict[SourceId, set[str]] = defaultdict(set)
    passed: set[SentenceId] = set()
    for source_id in dossier.extractions:
        before = told[dossier.origins.get(source_id, source_id)]
        texts = tuple(_texts(dossier, source_id))
        passed.update(key for key, text in texts if text in before)
        before.update(text for _, text in texts)
    at = {m.id: m.sentence_id for each in dossier.extractions.values() for m in each.mentions}
    return {
        actor.id: sum(at.get(key) not in passed for key in actor.mention_ids)
        for actor in dossier.actors.values()
    }


def _texts(dossier: Dossier, source_id: SourceId) -> Iterator[tuple[SentenceId, str]]:
    text = dossier.sources[source_id].text
    for sentence in dossier.extractions[source_id].sentences:
        yield sentence.id, text[sentence.start : sentence.end]
