"""Find whom "it" and "they" mean at the head of a sentence, where only one body can be meant.

"The Ferry Board met on Monday. It sued the port." What is not beyond doubt is left open: the
sentence before has to begin with the body's name and to name no other body, and the verb has to be
one that bodies do. "They" may be any people or things told of, so no plural may stand between.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from dossier.model import Extraction, Source
from dossier.resolve.identity.refs import Cluster, Ref
from dossier.vocabulary import ActorKind, MentionForm, QuoteKind

_MEANT = frozenset({"it", "they"})
_NO_BODY = frozenset({ActorKind.PERSON, ActorKind.PLACE})
_QUOTED = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.BLOCK, QuoteKind.POST})
_VERB = re.compile(
    r"[ \t](?:(?:also|then|later|has|had|have|again|now|[a-z]{2,12}ly)[ \t]){0,2}(?P<verb>[a-z]+)"
    r"(?P<object>[ \t](?:the|an?|its|their|all|two|three|talks)\b)?"
)
_ALSO_OF_THINGS = frozenset(
    {
        *(
            "closed",
            "opened",
            "ended",
            "ends",
            "moved",
            "followed",
            "follows",
            "remains",
            "continued",
        ),
        *("stopped", "led", "helped", "gave", "provided", "pulled", "pushed", "allowed", "allows"),
        *(
            "extended",
            "resumed",
            "supported",
            "supports",
            "passed",
            "lifted",
            "froze",
            "introduced",
        ),
        *("established", "contributed", "released", "issued", "launched", "won", "wins", "joined"),
    }
)
"""Things do these too, unless an object follows: "it closed at noon", "it closed the dock"."""
_MODAL = frozenset(
    {"would", "will", "could", "should", "can", "must", "may", "might", "does", "did"}
)
_DONE_TO = re.compile(
    r"[ \t](?:was|were|has[ \t]been|had[ \t]been)[ \t](?:also[ \t]|later[ \t])?"
    r"(?:fined|sued|accused|acquired)\b"
)
"""What is done to bodies and people alone."""
_LEAD = re.compile(r"(?:The |An? )?(?:(?!of\b|for\b|in\b|at\b|by\b|and\b)[a-z-]{2,20} ){0,2}")
_JOINED = re.compile(r"[’']s\b|s[’'](?!\w)|,? (?:and|or) ")
_PLURAL = re.compile(r"\b(?!this\b|its\b|was\b|has\b|is\b|as\b)[a-z]+[a-rt-z]s\b")


def join_body_pronouns(
    refs: Sequence[Ref],
    clusters: Mapping[str, Cluster],
    extractions: Mapping[str, Extraction],
    verbs: frozenset[str],
) -> None:
    """Give "it" and "they" to the bodies they mean.

    Args:
        refs: All mentions, in order.
        clusters: Actors so far; those of bodies gain mentions.
        extractions: By source id.
        verbs: Verbs whose subject acts.
    """
    if not any(ref.mention.name in _MEANT for ref in refs):
        return
    owner = {
        ref.mention.id: key
        for key, one in clusters.items()
        if one.kind not in _NO_BODY
        for ref in one.refs
        if ref.mention.kind not in _NO_BODY
    }
    by_source: dict[str, list[Ref]] = defaultdict(list)
    for ref in refs:
        by_source[ref.source.id].append(ref)
    for source_id, found in sorted(by_source.items()):
        if source_id in extractions:
            for ref, key in _read(found, owner, extractions[source_id], verbs):
                clusters[key].refs.append(ref)


def _read(
    refs: Sequence[Ref], owner: dict[str, str], part: Extraction, verbs: frozenset[str]
) -> list[tuple[Ref, str]]:
    """The pronouns of an article that mean a body, each with its cluster."""
    starts = {one.id: (one.start, one.passage) for one in part.sentences}
    ordered = part.sentences
    quoted = sorted((q.content.start, q.content.end) for q in part.quotes if q.kind in _QUOTED)
    found = []
    for index, ref in enumerate(refs):
        mention = ref.mention
        if (
            mention.name not in _MEANT
            or mention.form is not MentionForm.PRONOUN
            or not ref.sentence
        ):
            continue
        start, passage = starts[mention.sentence_id]
        before = ordered[ref.sentence - 1]
        if mention.anchor.start != start or passage - before.passage > 1:
            continue
        if not _acts(ref, verbs) or _is_quoted(quoted, start):
            continue
        named = [
            one for one in refs[max(0, index - 20) : index] if one.sentence == ref.sentence - 1
        ]
        key = _only_body(named, owner, before.start)
        plain = mention.name == "it" or not _tells_of_several(ref.source, before.start, start)
        if key is not None and plain:
            owner[mention.id] = key
            found.append((ref, key))
    return found


def _is_quoted(quoted: Sequence[tuple[int, int]], position: int) -> bool:
    """Whether a position lies in a quotation; they are in text order."""
    at = bisect_right(quoted, (position, position)) - 1
    near = quoted[max(0, at) : at + 2]
    return any(start <= position < end for start, end in near)


def _acts(ref: Ref, verbs: frozenset[str]) -> bool:
    """Whether a pronoun does what only bodies and people do."""
    match = _VERB.match(ref.source.text, ref.mention.anchor.end)
    if _DONE_TO.match(ref.source.text, ref.mention.anchor.end):
        return True
    if match is None or match["verb"] not in verbs - _MODAL:
        return False
    return match["verb"] not in _ALSO_OF_THINGS or match["object"] is not None


def _only_body(named: Sequence[Ref], owner: Mapping[str, str], start: int) -> str | None:
    """The body that a sentence begins with, if it tells of no other."""
    bodies = [one for one in named if one.mention.kind not in _NO_BODY]
    bodies = [one for one in bodies if one.mention.form is not MentionForm.ADJECTIVE]
    if len(bodies) > 1 and _leads_to(bodies[0], bodies[1]):
        del bodies[0]
    if not bodies:
        return None
    first = bodies[0].mention
    key = owner.get(first.id)
    lead = bodies[0].source.text[start : first.anchor.start]
    if key is None or first.form is MentionForm.NOMINAL or not _LEAD.fullmatch(lead):
        return None
    if _JOINED.match(bodies[0].source.text, first.anchor.end):
        return None
    return key if all(owner.get(one.mention.id) == key for one in bodies) else None


def _leads_to(first: Ref, second: Ref) -> bool:
    """Whether a noun only says what the body named behind it is: "the firm Delta Freight"."""
    gap = first.source.text[first.mention.anchor.end : second.mention.anchor.start]
    return first.mention.form is MentionForm.NOMINAL and gap in {"", " "}


def _tells_of_several(source: Source, start: int, end: int) -> bool:
    """Whether a sentence holds a plural that "they" can take up."""
    return _PLURAL.search(source.text, start, end) is not None
