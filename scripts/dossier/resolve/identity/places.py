"""From mentions to places: where things are said to happen.

A country is a place here only where the words say so ("in Chile"); where it acts it is an
actor. A place inside another ("Tema, Ghana"; "the district of Kwahu in Ghana") knows what holds
it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dossier.errors import Found
from dossier.gazetteer import Entry, Gazetteer, load_gazetteer
from dossier.ids import unique_slug
from dossier.model import Extraction, Mention, PairJudgement, Place, Source
from dossier.resolve.identity.judged import apply_judgements
from dossier.resolve.identity.names_match import fold
from dossier.resolve.identity.refs import Cluster, Ref, make_refs, order_sources
from dossier.settings import Lexicon
from dossier.vocabulary import ActorKind, MentionForm

_HOLDS = re.compile(r",? (?:(?:in|of|at|near) )?(?:the )?(?:\w+ly )?")
_CAPITAL_DISTRICT = re.compile(r",? (?:DC|D\.C\.)\Z")
_PRECISION = {"country": "country", "us-state": "region", "region": "region"}
_CONTEXT = 24


def resolve_places(
    sources: Iterable[Source],
    extractions: Iterable[Extraction],
    lexicon: Lexicon,
    judgements: Iterable[PairJudgement] = (),
) -> Found[tuple[Place, ...]]:
    """Join mentions of places.

    Args:
        sources: All articles, in any order.
        extractions: Their candidates, in any order.
        lexicon: The word lists.
        judgements: The analyst's decisions about pairs; those about actors do nothing here.

    Returns:
        Places by name, then id, and no problems.
    """
    ordered = order_sources(sources)
    gazetteer = load_gazetteer(lexicon)
    refs = make_refs(ordered, extractions, _is_place)
    clusters: dict[str, Cluster] = {}
    for ref in refs:
        key = _key(ref.mention.name, gazetteer)
        if key not in clusters:
            clusters[key] = Cluster(key, kind=ActorKind.PLACE)
        clusters[key].refs.append(ref)
    _join_shorter(clusters, gazetteer)
    names = {fold(ref.mention.name) for ref in refs}
    about = [one for one in judgements if fold(one.left) in names and fold(one.right) in names]
    apply_judgements(clusters, refs, about)
    return _make_places(clusters.values(), refs, gazetteer), ()


def _is_place(mention: Mention) -> bool:
    return mention.kind is ActorKind.PLACE and mention.form is MentionForm.NAME


def _key(name: str, gazetteer: Gazetteer) -> str:
    entry = gazetteer.entry(name)
    if entry is not None and entry.sort == "country":
        return f"country:{entry.name}"
    return f"place:{fold(_CAPITAL_DISTRICT.sub('', name))}"


def _join_shorter(clusters: dict[str, Cluster], gazetteer: Gazetteer) -> None:
    """Join "Volta" with "Volta Region", unless the shorter is a listed place of its own.

    "Volta Airport" lies in Volta, and is not it.
    """
    bases: dict[str, list[str]] = defaultdict(list)
    for key in sorted(clusters):
        words = clusters[key].refs[0].mention.name.split()
        if len(words) > 1 and gazetteer.place_words.get(words[-1], "site") != "site":
            bases[f"place:{fold(' '.join(words[:-1]))}"].append(key)
    for base, longer in sorted(bases.items()):
        listed = base in clusters and gazetteer.entry(clusters[base].refs[0].mention.name)
        if base in clusters and not listed and len(longer) == 1 and longer[0] in clusters:
            clusters[longer[0]].refs.extend(clusters.pop(base).refs)


def _make_places(
    clusters: Iterable[Cluster], refs: Sequence[Ref], gazetteer: Gazetteer
) -> tuple[Place, ...]:
    following = {(ref.source.id, ref.mention.anchor.start): ref.mention.name for ref in refs}
    taken: dict[str, str] = {}
    places = []
    named = sorted((_name(cluster, gazetteer), cluster.key, cluster) for cluster in clusters)
    for name, key, cluster in named:
        found = sorted(cluster.refs, key=lambda ref: ref.order)
        entry = gazetteer.entry(name)
        places.append(
            Place(
                id=unique_slug(name, f"{name}|{key}", taken),
                name=name,
                within=_within(name, found, following, gazetteer),
                precision=_precision(name, entry, gazetteer),
                anchors=tuple(ref.mention.anchor for ref in found),
                mention_ids=tuple(ref.mention.id for ref in found),
            )
        )
    return tuple(places)


def _name(cluster: Cluster, gazetteer: Gazetteer) -> str:
    names = cluster.names()
    printed = min(names, key=lambda name: (-len(name.split()), -names[name], name))
    entry = gazetteer.entry(printed)
    return entry.name if entry is not None and entry.sort in {"country", "us-state"} else printed


def _within(
    name: str, refs: Iterable[Ref], following: dict[tuple[str, int], str], gazetteer: Gazetteer
) -> str:
    """The holder that the text names most often right behind the place, or that the lists know.

    What stands behind a comma may also be the next of a list: "Florida, Illinois".
    """
    entry = gazetteer.entry(name)
    counts: dict[str, int] = defaultdict(int)
    for ref in refs:
        end = ref.mention.anchor.end
        link = _HOLDS.match(ref.source.text, end, end + _CONTEXT)
        holder = following.get((ref.source.id, link.end()), "") if link else ""
        if holder and holder != name and not _is_no_larger(gazetteer.entry(holder), entry):
            counts[holder] += 1
    listed = "" if entry is None else entry.within
    return min(counts, key=lambda one: (-counts[one], one), default=listed)


def _is_no_larger(holder: Entry | None, place: Entry | None) -> bool:
    """Whether the lists know both, and the one as no larger kind of place than the other."""
    if holder is None or place is None:
        return False
    sizes = ("city", "region", "country")
    large, small = (_PRECISION.get(one.sort, "city") for one in (holder, place))
    return sizes.index(large) <= sizes.index(small)


def _precision(name: str, entry: Entry | None, gazetteer: Gazetteer) -> str:
    if entry is not None:
        return _PRECISION.get(entry.sort, "city")
    words = name.split()
    for word in (words[-1], words[0]):
        if word in gazetteer.place_words:
            return gazetteer.place_words[word]
    return "city"
