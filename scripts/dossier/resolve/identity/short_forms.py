"""Join one word with the body of its article that it shortens: "Quorvex" of "Quorvex Foods Inc".

Firms and teams are called by their first word, teams by their last one too ("Rovers"). A
university or a council is not: its first word is the town's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache

from dossier.gazetteer import Gazetteer
from dossier.resolve.identity.names_match import body_words, fold
from dossier.resolve.identity.refs import Cluster, Ref
from dossier.vocabulary import ActorKind, MentionForm

FIRM_WORDS = frozenset(
    {"company", "corp", "corporation", "inc", "ltd", "llc", "plc", "gmbh", "holdings",
     "group", "industries", "motors", "motor", "airlines", "airline", "airways", "bank",
     "brewery", "energy", "electric", "systems", "technologies", "technology", "software",
     "labs", "telecom", "pharma", "pharmaceuticals", "therapeutics", "biosciences",
     "logistics", "aerospace", "aviation", "steel", "petroleum", "chemicals", "foods",
     "hotels", "properties", "mills", "enterprises", "entertainment", "partners",
     "securities", "insurance", "railways", "railway", "studios", "studio", "pictures",
     "productions", "records", "books"}
)  # fmt: skip
"""Words in a body's name that leave it a company."""
_WHOLE = frozenset(
    {"court", "council", "commission", "assembly", "parliament", "senate", "chamber", "museum",
     "academy", "institute", "tribunal", "agency", "authority", "guard", "bureau", "center"}
)  # fmt: skip
"""Heads of names that are still the same body's without "of Quorvia"; a party's is another's."""
_SHORTEST = 4
_TEAM_WORDS = frozenset(
    {"united", "rovers", "wanderers", "athletic", "albion", "fc", "afc", "rangers", "hotspur"}
)  # fmt: skip


def join_short_forms(
    clusters: dict[str, Cluster], refs: Iterable[Ref], gazetteer: Gazetteer
) -> None:
    """Move single words to the one longer name of the same article that they can shorten.

    Args:
        clusters: Bodies by key; changed in place.
        refs: All mentions: a word that names a place or a person in its article stays.
        gazetteer: The word lists.
    """
    others = {
        (ref.source.id, fold(ref.mention.name))
        for ref in refs
        if ref.mention.kind in {ActorKind.PLACE, ActorKind.PERSON}
    }
    longer = _shortened(clusters, find_telling_words(gazetteer), find_firm_words(gazetteer))
    for key in sorted(clusters):
        short = clusters[key]
        if not key.startswith("body:") or not all(map(_is_word, short.names())):
            continue
        kept: list[Ref] = []
        for ref in short.refs:
            spot = ref.source.id, fold(ref.mention.name)
            found = longer.get(spot, set()) - {key}
            joined = ref.mention.form is MentionForm.NAME and len(found) == 1 and spot not in others
            (clusters[min(found)].refs if joined else kept).append(ref)
        short.refs = kept
        if not short.refs:
            del clusters[key]


@lru_cache(maxsize=4)
def find_telling_words(gazetteer: Gazetteer) -> frozenset[str]:
    """Words that make a name a body's, in one spelling."""
    return frozenset(word for name in gazetteer.org_words for word in body_words(name))


@lru_cache(maxsize=4)
def find_firm_words(gazetteer: Gazetteer) -> frozenset[str]:
    """Words in a body's name that leave it a company, in one spelling."""
    return FIRM_WORDS | gazetteer.firm_words


def join_heads(clusters: dict[str, Cluster]) -> None:
    """Move "the Supreme Court" to the one "Supreme Court of Illinois" of its article.

    Args:
        clusters: Bodies by key; changed in place. An article that prints the short form's body
            in yet another way ("the UN Security Council") knows which one it means.
    """
    longer: dict[tuple[str, str], set[str]] = defaultdict(set)
    printed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, cluster in clusters.items():
        for ref in cluster.refs if key.startswith(("body:", "listed:")) else ():
            words = " ".join(body_words(ref.mention.name))
            printed[ref.source.id, key].add(words)
            head, link, _ = words.partition(" of ")
            if (
                link
                and head.rpartition(" ")[2] in _WHOLE
                and " " in head
                and ref.mention.form is MentionForm.NAME
            ):
                longer[ref.source.id, head].add(key)
    alone: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (source_id, key), names in sorted(printed.items()):
        if len(names) == 1:
            alone[source_id, min(names)].append(key)
    for (source_id, head), found in sorted(longer.items()):
        shorter = alone.get((source_id, head), [])
        if len(found) != 1 or len(shorter) != 1 or shorter[0] not in clusters:
            continue
        short, target = clusters[shorter[0]], clusters[min(found)]
        target.refs.extend(ref for ref in short.refs if ref.source.id == source_id)
        short.refs = [ref for ref in short.refs if ref.source.id != source_id]
        if not short.refs:
            del clusters[shorter[0]]


def _is_word(name: str) -> bool:
    """Whether a name is one word written like a name; acronyms have rules of their own."""
    return name.istitle() and name.isalpha() and len(name) >= _SHORTEST


def _shortened(
    clusters: Mapping[str, Cluster], telling: Set[str], firms: Set[str]
) -> Mapping[tuple[str, str], set[str]]:
    """Names that single words can shorten, by source and word."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, cluster in clusters.items():
        sure = any(ref.mention.kind is ActorKind.ORGANIZATION for ref in cluster.refs)
        for ref in cluster.refs if key.startswith("body:") and sure else ():
            printed = ref.mention.name.removeprefix("The ").split()
            words = body_words(ref.mention.name)
            if len(printed) == 1 or ref.mention.form is not MentionForm.NAME:
                continue
            if printed[0] == "Team" and len(printed) == len(("Team", "X")):
                found[ref.source.id, fold(printed[1])].add(key)
            if all(one in firms or one in _TEAM_WORDS for one in words if one in telling):
                found[ref.source.id, fold(printed[0])].add(key)
            if words[-1] in _TEAM_WORDS or (words[-1].endswith("s") and words[-1] not in telling):
                found[ref.source.id, fold(printed[-1])].add(key)
    return found
