"""Join mentions of persons: full names over all articles, single names within one.

A surname alone means the person of that surname whom the same article names in full; if it
names several, or none and the other articles name several, it stays open. Precision comes
first: two pages about one person are mended with one line of YAML, one page about two persons
misleads.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from dossier.errors import Problem
from dossier.gazetteer import Gazetteer
from dossier.resolve.identity.lookalikes import look_alike
from dossier.resolve.identity.names_match import (
    PersonName,
    fit,
    is_typo,
    one_letter_less,
    parse_person,
)
from dossier.resolve.identity.refs import Cluster, Ref, warn
from dossier.vocabulary import ActorKind, MentionForm

_FAR_MORE = 3


@dataclass(slots=True)
class _Pool:
    """Persons known by a full name.

    Attributes:
        clusters: By key.
        names: The name forms of each key.
        by_family: Keys by family name.
        by_part: Keys by any other part of the name.
        in_source: Keys by source id.
    """

    clusters: dict[str, Cluster] = field(default_factory=dict)
    names: dict[str, set[PersonName]] = field(default_factory=lambda: defaultdict(set))
    by_family: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_part: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    in_source: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def cluster_persons(
    refs: Sequence[Ref], gazetteer: Gazetteer
) -> tuple[dict[str, Cluster], list[Problem]]:
    """Join names of persons.

    Args:
        refs: All mentions, in order.
        gazetteer: The word lists.

    Returns:
        Clusters by key, and what was noticed.
    """
    parse = cache(partial(parse_person, gazetteer=gazetteer))
    named = [
        (ref, parse(ref.mention.name))
        for ref in refs
        if ref.mention.form is MentionForm.NAME and ref.mention.kind is ActorKind.PERSON
    ]
    full = [(ref, name) for ref, name in named if name.given]
    pool, problems = _join_full(full, gazetteer)
    problems += _join_single(
        [(ref, name) for ref, name in named if not name.given], pool, gazetteer
    )
    return pool.clusters, problems


def _join_full(
    full: Iterable[tuple[Ref, PersonName]], gazetteer: Gazetteer
) -> tuple[_Pool, list[Problem]]:
    """Join full names: equal ones, shorter with longer, misspelt with rightly spelt."""
    refs: dict[tuple[str, ...], list[Ref]] = defaultdict(list)
    forms: dict[tuple[str, ...], PersonName] = {}
    for ref, name in full:
        refs[name.whole].append(ref)
        forms[name.whole] = name
    counts = {whole: len(found) for whole, found in refs.items()}
    target = _shorter_to_longer(forms)
    typos = {
        rare: right
        for rare, right in _misspelt(forms, counts, target).items()
        if not look_alike(refs[rare][0].mention.name, refs[right][0].mention.name, gazetteer)
    }
    problems = []
    pool = _Pool()
    for whole in sorted(forms):
        root = target.get(whole, whole)
        if root in typos:
            root = typos[root]
            right = " ".join(refs[root][0].mention.name.split())
            ref = refs[whole][0]
            problems.append(
                warn("A302", ref, f"{ref.mention.name!r} is taken for {right!r}, misspelt",
                     f"- different: [{ref.mention.name}, {right}] in identity.yml keeps them apart")
            )  # fmt: skip
        root = target.get(root, root)
        _add(pool, f"person:{' '.join(root)}", forms[whole], refs[whole])
    return pool, problems


def _add(pool: _Pool, key: str, name: PersonName, refs: Iterable[Ref]) -> None:
    cluster = pool.clusters.setdefault(key, Cluster(key, kind=ActorKind.PERSON))
    pool.names[key].add(name)
    pool.by_family[name.family].add(key)
    for part in name.whole:
        if part != name.family:
            pool.by_part[part].add(key)
    for ref in refs:
        cluster.refs.append(ref)
        pool.in_source[ref.source.id].add(key)


def _shorter_to_longer(
    forms: dict[tuple[str, ...], PersonName],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each full name, the one longer form it fits, if the longer forms are one person."""
    families: dict[str, list[PersonName]] = defaultdict(list)
    for _, name in sorted(forms.items()):
        families[name.family].append(name)
    target: dict[tuple[str, ...], tuple[str, ...]] = {}
    for names in families.values():
        by_given: dict[str, list[PersonName]] = defaultdict(list)
        for name in names:
            for part in dict.fromkeys([*name.given, *(f"{part[:1]}." for part in name.given)]):
                by_given[part].append(name)
        for name in names:
            first = name.given[0]
            ways = (f"{first}.",) if len(first) == 1 else (first, first[:1])
            others = dict.fromkeys(other for way in ways for other in by_given.get(way, ()))
            longer = [other for other in others if other is not name and _is_longer(name, other)]
            top = [one for one in longer if all(one is two or fit(two, one) for two in longer)]
            if len(top) == 1:
                target[name.whole] = top[0].whole
    return target


def _is_longer(name: PersonName, other: PersonName) -> bool:
    if not fit(name, other):
        return False
    return len(other.given) > len(name.given) or len(" ".join(other.given)) > len(
        " ".join(name.given)
    )


def _misspelt(
    forms: dict[tuple[str, ...], PersonName],
    counts: dict[tuple[str, ...], int],
    target: dict[tuple[str, ...], tuple[str, ...]],
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Full names that differ from a more frequent one in one letter of one part."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    by_rest: dict[tuple[int, tuple[str, ...]], list[tuple[str, ...]]] = defaultdict(list)
    for whole in sorted(forms):
        for index in range(len(whole)):
            by_rest[index, whole[:index] + whole[index + 1 :]].append(whole)
    for (index, _), alike in sorted(by_rest.items()):
        near: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for whole in alike if len(alike) > 1 else ():
            for form in one_letter_less(whole[index]):
                near[form].append(whole)
        for rare in alike if near else ():
            if rare in target or rare in found:
                continue
            beside = {other for form in one_letter_less(rare[index]) for other in near[form]}
            better = [
                other for other in beside
                if counts[other] > counts[rare] and is_typo(rare[index], other[index])
            ]  # fmt: skip
            if len(better) == 1 and better[0] not in found:
                found[rare] = better[0]
    return found


def _join_single(
    single: Sequence[tuple[Ref, PersonName]], pool: _Pool, gazetteer: Gazetteer
) -> list[Problem]:
    """Join names of one word with the full names they can stand for."""
    problems: list[Problem] = []
    told: set[tuple[str, str]] = set()
    alone: list[tuple[Ref, PersonName]] = []
    for ref, name in single:
        keys, by_given = _candidates(ref, name.family, pool)
        key = _choose(ref, keys, pool, gazetteer)
        if key is None and not keys:
            alone.append((ref, name))
            continue
        first_time = (ref.source.id, name.family) not in told
        told.add((ref.source.id, name.family))
        if key is None:
            if first_time:
                problems.append(_open_question(ref, keys, pool))
            continue
        pool.clusters[key].refs.append(ref)
        pool.in_source[ref.source.id].add(key)
        if by_given and first_time:
            problems.append(_given_used(ref, pool.clusters[key]))
    for ref, name in alone:
        key = f"person:{name.family}"
        if key not in pool.clusters:
            pool.clusters[key] = Cluster(key, kind=ActorKind.PERSON)
        pool.clusters[key].refs.append(ref)
    return problems


def _candidates(ref: Ref, word: str, pool: _Pool) -> tuple[set[str], bool]:
    """Persons whom a name of one word can mean, and whether it is not their family name."""
    here = pool.in_source[ref.source.id]
    for index, by_given in ((pool.by_family, False), (pool.by_part, True)):
        found = index.get(word, set()) & here
        if found:
            return found, by_given
    return pool.by_family.get(word, set()), False


def _choose(ref: Ref, keys: set[str], pool: _Pool, gazetteer: Gazetteer) -> str | None:
    """The one person that fits, by title, by gender or by being named far more often."""
    if len(keys) <= 1:
        return next(iter(keys), None)
    title = ref.mention.title.lower()
    gender = gazetteer.gender_of_title(ref.mention.title)
    if title:
        same = {key for key in keys if _holds(pool.clusters[key], title)}
        if len(same) == 1:
            return same.pop()
    if gender:
        same = {key for key in keys if gender_of(pool.clusters[key], gazetteer) == gender}
        if len(same) == 1:
            return same.pop()
    counts = Counter({key: _full_mentions(pool.clusters[key]) for key in keys}).most_common()
    first, second = counts[0], counts[1]
    return first[0] if first[1] >= _FAR_MORE * second[1] else None


def _holds(cluster: Cluster, title: str) -> bool:
    return any(ref.mention.title.lower() == title for ref in cluster.refs)


def _full_mentions(cluster: Cluster) -> int:
    return sum(" " in ref.mention.name for ref in cluster.refs)


def gender_of(cluster: Cluster, gazetteer: Gazetteer) -> str:
    """The gender that titles, or else the given name, tell; empty if they tell none or two."""
    told = {gazetteer.gender_of_title(ref.mention.title) for ref in cluster.refs}
    told |= {
        gazetteer.gender_of_title(ref.mention.name.split()[0])
        for ref in cluster.refs
        if " " in ref.mention.name
    }
    told.discard("")
    if not told:
        told = {
            gazetteer.given.get(ref.mention.name.split()[0].title(), "")
            for ref in cluster.refs
            if " " in ref.mention.name
        } - {""}
    return told.pop() if len(told) == 1 else ""


def _open_question(ref: Ref, keys: set[str], pool: _Pool) -> Problem:
    names = sorted(
        max(pool.clusters[key].names(), key=lambda name: (name.count(" "), name)) for key in keys
    )
    word = ref.mention.name
    return warn(
        "A303", ref, f"{word!r} may be {' or '.join(names)}; it is joined with none of them",
        f"- same: [{ref.spot} {word}, {names[0]}] in identity.yml decides",
    )  # fmt: skip


def _given_used(ref: Ref, cluster: Cluster) -> Problem:
    full = max(cluster.names(), key=lambda name: (name.count(" "), name))
    return warn(
        "A301", ref, f"{ref.mention.name!r} is taken for {full!r}: not the family name",
        f"- different: [{ref.spot} {ref.mention.name}, {full}] in identity.yml keeps them apart",
    )  # fmt: skip
