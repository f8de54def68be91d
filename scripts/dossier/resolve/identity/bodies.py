"""Join mentions of states, bodies and groups.

A state and its government are one actor: "Chile", "Santiago" where it acts, "the Chilean
government", "Chilean officials". A ministry, an embassy, a party stays apart from its state.
What only a common noun names ("the ministry") is joined where the article leaves one choice.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.errors import Problem
from dossier.gazetteer import Entry, Gazetteer
from dossier.resolve.identity.acronyms import join_acronyms
from dossier.resolve.identity.lookalikes import look_alike
from dossier.resolve.identity.names_match import body_base, body_words, fold, is_typo
from dossier.resolve.identity.refs import Cluster, Ref, absorb, warn
from dossier.resolve.identity.short_forms import join_heads, join_short_forms
from dossier.vocabulary import ActorKind, MentionForm

RULING = frozenset(
    {"government", "authorities", "regime", "administration", "officials", "leaders", "leadership"}
)
"""Nouns that stand for whoever rules."""
_OWNERS = frozenset({"country", "demonym", "us-state", "capital"})
_BODIES = frozenset({ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION, ActorKind.MEDIUM,
                     ActorKind.INITIATIVE, ActorKind.GROUP, ActorKind.STATE, None})  # fmt: skip
_LONGEST_OWNER = 3
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body, cut up.

    Attributes:
        base: The name in one spelling, without its owner.
        owner: The state it belongs to; or empty.
        entry: What the word lists know about the whole name; None if nothing.
        listed: The body that they know by the name without its owner; None if none.
    """

    base: str
    owner: str
    entry: Entry | None
    listed: Entry | None = None


def parse_body(name: str, gazetteer: Gazetteer) -> BodyName:
    """Cut up the name of a body: "Ghanaian Navy" is the navy of Ghana.

    Args:
        name: As printed.
        gazetteer: The word lists.
    """
    entry = gazetteer.entry(name)
    if entry is not None:
        return BodyName(body_base(entry.name), "", entry)
    words = name.split()
    for length in range(min(_LONGEST_OWNER, len(words) - 1), 0, -1):
        owner = gazetteer.entry(" ".join(words[:length]).removesuffix("’s").removesuffix("'s"))
        if owner is not None and owner.sort in _OWNERS:
            rest = " ".join(words[length:])
            listed = gazetteer.entries.get(rest)
            listed = listed if listed is not None and listed.sort == "body" else None
            return BodyName(body_base(rest), _state(owner), None, listed)
    for link in (" of ", " in "):
        base, found, last = name.rpartition(link)
        owner = gazetteer.entry(last)
        if found and owner is not None and owner.sort == "country":
            return BodyName(body_base(base), owner.name, None)
    return BodyName(body_base(name), "", None)


def _state(owner: Entry) -> str:
    return owner.name


def cluster_bodies(
    refs: Sequence[Ref], gazetteer: Gazetteer
) -> tuple[dict[str, Cluster], list[Problem]]:
    """Join names of states, bodies and groups.

    Args:
        refs: All mentions, in order.
        gazetteer: The word lists.

    Returns:
        Clusters by key, and what was noticed.
    """
    clusters: dict[str, Cluster] = {}
    named = [ref for ref in refs if _is_body(ref, gazetteer)]
    names = dict.fromkeys(ref.mention.name for ref in named)
    bodies = {name: parse_body(name, gazetteer) for name in names}
    owners = _owners_of_bases(named, bodies, gazetteer)
    for ref in named:
        key, name = _key(ref, owners, bodies, gazetteer)
        if key not in clusters:
            clusters[key] = Cluster(key, name=name)
        clusters[key].refs.append(ref)
    join_acronyms(clusters)
    _join_longer(clusters)
    join_heads(clusters)
    join_short_forms(clusters, refs, gazetteer)
    problems = _join_typos(clusters, gazetteer)
    return clusters, problems


def _is_body(ref: Ref, gazetteer: Gazetteer) -> bool:
    mention = ref.mention
    if mention.form is not MentionForm.NAME or mention.kind not in _BODIES:
        return False
    entry = gazetteer.entry(mention.name)
    if mention.name in gazetteer.org_words and entry is None:
        return False  # "the Ministry": a description, whatever its capital
    # A capital that may be city or state is left to the analyst.
    return mention.kind is not None or entry is None or entry.sort != "capital"


def _owners_of_bases(
    named: Iterable[Ref], bodies: Mapping[str, BodyName], gazetteer: Gazetteer
) -> dict[tuple[str, str], set[str]]:
    """States that own a body of a given base, by source and over all (source id empty)."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for ref in named:
        body = bodies[ref.mention.name]
        owner = body.owner or _owner_before(ref, gazetteer)
        if owner:
            owners[ref.source.id, body.base].add(owner)
            owners["", body.base].add(owner)
    return owners


def _owner_before(ref: Ref, gazetteer: Gazetteer) -> str:
    """The state whose public body a name is: "Kenya's" before "Supreme Court"; or empty."""
    before = ref.mention.anchor.prefix
    if ref.mention.kind is not ActorKind.PUBLIC_BODY or not before.endswith(("'s ", "’s ")):
        return ""
    words = before[:-3].split()
    for length in range(1, min(_LONGEST_OWNER, len(words)) + 1):
        entry = gazetteer.entries.get(" ".join(words[-length:]))
        if entry is not None and entry.sort == "country":
            return _state(entry)
    return ""


def _key(
    ref: Ref,
    owners: dict[tuple[str, str], set[str]],
    bodies: Mapping[str, BodyName],
    gazetteer: Gazetteer,
) -> tuple[str, str]:
    """What a mention is joined by, and the display name that goes with it, if any."""
    mention = ref.mention
    body = bodies[mention.name]
    here = owners.get((ref.source.id, body.base), set())
    known = here or owners.get(("", body.base), set())
    owner = body.owner or _owner_before(ref, gazetteer)
    owner = owner or (next(iter(known)) if len(known) == 1 else "")
    entry = body.entry or body.listed
    if entry is not None:
        # Of "Togo's Supreme Court" and "Kenya's Supreme Court" each is its own.
        several = entry.sort == "body" and len(owners.get(("", body.base), ())) > 1
        if several and owner:
            of = f"{owner}’s {entry.name}" if owner == _owner_before(ref, gazetteer) else ""
            return f"body:{body.base}|{owner}", of
        return _listed_key(entry, mention.name)
    if body.owner and body.base in RULING:
        return f"state:{body.owner}", body.owner
    return f"body:{body.base}|{owner}", ""


def _listed_key(entry: Entry, printed: str) -> tuple[str, str]:
    if entry.sort in {"country", "capital", "us-state", "city", "region"}:
        return f"state:{entry.name}", entry.name
    if entry.sort == "demonym":
        return f"people:{entry.name}", ""
    if entry.sort == "seat":
        return f"body:{body_base(printed)}|", ""
    return f"listed:{entry.name}", ""


def state_key(name: str, gazetteer: Gazetteer) -> str:
    """The key of the state or body that a printed owner names; empty if it is not listed."""
    bare = name.removesuffix("’s").removesuffix("'s")
    entry = gazetteer.entry(bare)
    if entry is None:
        return ""
    if entry.sort in _OWNERS:
        return f"state:{entry.name}"
    if entry.sort == "people":
        return ""
    return _listed_key(entry, bare)[0]


def _join_longer(clusters: dict[str, Cluster]) -> None:
    """Join "Delta Trust" and "Delta Trust for the Coast" where one article has both."""
    longer: dict[tuple[str, str], set[str]] = defaultdict(set)
    short: set[tuple[str, str]] = set()
    for key, cluster in clusters.items():
        if not key.startswith("body:"):
            continue
        base = key[5:].partition("|")[0]
        head, found, _ = base.partition(" for ")
        for ref in cluster.refs:
            if found and " " in head:
                longer[ref.source.id, head].add(key)
            elif " " in base:
                short.add((ref.source.id, base))
    for source_id, base in sorted(short):
        known = longer.get((source_id, base), set()) & clusters.keys()
        key = next((one for one in (f"body:{base}|",) if one in clusters), "")
        if key and len(known) == 1:
            absorb(clusters, known.pop(), key)


def _join_typos(clusters: dict[str, Cluster], gazetteer: Gazetteer) -> list[Problem]:
    """Join a rare misspelling of a name of one long word with the name it misspells."""
    problems = []
    often: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for key, cluster in sorted(clusters.items()):
        for name, count in sorted(cluster.names().items()):
            if count >= _OFTEN and " " not in name:
                often[fold(name)[:1], len(fold(name))].append((fold(name), key))
    for key, cluster in sorted(clusters.items()):
        name = cluster.refs[0].mention.name
        if not key.startswith("body:") or len(cluster.refs) > 1 or " " in name:
            continue
        word = fold(name)
        near = [pair for size in (-1, 0, 1) for pair in often[word[:1], len(word) + size]]
        right = {
            target
            for other, target in near
            if is_typo(word, other) and target != key
            and not any(look_alike(name, one, gazetteer) for one in clusters[target].names())
        }  # fmt: skip
        if len(right) == 1:
            target = clusters[right.pop()]
            meant = target.name or target.names().most_common(1)[0][0]
            problems.append(
                warn("A302", cluster.refs[0], f"{name!r} is taken for {meant!r}, misspelt",
                     f"- different: [{name}, {meant}] in identity.yml keeps them apart")
            )  # fmt: skip
            absorb(clusters, target.key, key)
    return problems


def kind_of(cluster: Cluster) -> ActorKind | None:
    """What most mentions of a cluster say it is; None if none says anything."""
    if cluster.kind is not None:
        return cluster.kind
    told = [ref.mention for ref in cluster.refs if ref.mention.kind is not None]
    named = [one for one in told if one.form is MentionForm.NAME]
    kinds = [one.kind for one in named or told]  # "officials of X" are a group, X is not
    if len(set(kinds)) <= 1:
        return kinds[0] if kinds else None
    votes = Counter(kinds)
    most = max(votes.values())
    return min((kind for kind, count in votes.items() if count == most), key=str)


def is_worth_a_page(cluster: Cluster) -> bool:
    """Whether a name of unknown kind is used often enough to be somebody's."""
    words = body_words(cluster.refs[0].mention.name)
    return len(cluster.refs) >= _OFTEN or (len(words) > 1 and len(cluster.refs) > 1)
