"""Apply the analyst's judgements about who is who."""

import re
from collections.abc import Iterable, Sequence

from dossier.errors import Problem, Severity
from dossier.model import PairJudgement
from dossier.resolve.identity.names_match import fold
from dossier.resolve.identity.refs import Cluster, Ref
from dossier.vocabulary import Judgement, MentionForm

_LOCATED = re.compile(r"(?P<source>[^\s:]+):L(?P<line>\d+)(?:\.(?P<number>\d+))?\s+(?P<words>.+)")

_MOST_SHOWN = 8


def apply_judgements(
    clusters: dict[str, Cluster], refs: Sequence[Ref], judgements: Iterable[PairJudgement]
) -> list[Problem]:
    """Join what the analyst says is the same, and part what is not.

    A name stands for every mention printed so; a locator with words for the mention there.

    Args:
        clusters: Actors so far, by key; changed in place.
        refs: All mentions, in order.
        judgements: The decisions.

    Returns:
        A warning for each decision that meets no mention any more.
    """
    problems: dict[tuple[str, str], Problem] = {}
    for judgement in sorted(judgements, key=lambda one: (one.left, one.right)):
        if judgement.judgement is Judgement.OPEN:
            continue
        left, right = (_meant(side, refs) for side in (judgement.left, judgement.right))
        for side, found in ((judgement.left, left), (judgement.right, right)):
            if not found:
                problem = _unmet(side, judgement.where, refs)
                problems.setdefault((judgement.where, side), problem)
        if left and right:
            act = _join if judgement.judgement is Judgement.SAME else _part
            act(clusters, left, right)
    return list(problems.values())


def _unmet(side: str, where: str, refs: Iterable[Ref]) -> Problem:
    """Say that words meet no mention, and which mentions they may mean."""
    located = _LOCATED.fullmatch(side)
    if located is None:
        words = set(fold(side).split())
        near = {one.mention.name for one in refs if words & set(fold(one.mention.name).split())}
        place = "with one of these words"
    else:
        near = {one.mention.name for one in refs if _is_there(one, located)}
        place = "there"
    shown = ", ".join(repr(name) for name in sorted(near)[:_MOST_SHOWN])
    hint = f"the mentions {place} are {shown}" if shown else f"there are no mentions {place}"
    message = f"{side!r} names no mention as printed in the sources"
    return Problem("A305", Severity.WARNING, where, message, hint)


def open_questions(
    problems: Iterable[Problem], judgements: Iterable[PairJudgement]
) -> list[Problem]:
    """Leave out what was noticed about names that the analyst has decided on.

    Args:
        problems: Each quotes the name it is about first.
        judgements: The decisions.
    """
    anywhere, there = set(), set()
    for judgement in judgements:
        for side in (judgement.left, judgement.right):
            located = _LOCATED.fullmatch(side)
            if located is None:
                anywhere.add(repr(side))
            else:
                there.add((repr(located["words"]), located["line"]))
    return [
        problem for problem in problems
        if not any(problem.message.startswith(name) for name in anywhere)
        and (_quoted(problem), problem.where.rpartition(":")[2]) not in there
    ]  # fmt: skip


def _quoted(problem: Problem) -> str:
    """The name in quotation marks that a message begins with."""
    return problem.message[: problem.message.find(problem.message[0], 1) + 1]


def _meant(side: str, refs: Iterable[Ref]) -> list[Ref]:
    located = _LOCATED.fullmatch(side)
    if located is None:
        wanted = fold(side)
        return [ref for ref in refs if _is_name(ref) and fold(ref.mention.name) == wanted]
    wanted = fold(located["words"])
    return [
        ref for ref in refs
        if _is_there(ref, located)
        and wanted in {fold(ref.mention.name), fold(ref.mention.anchor.exact)}
    ]  # fmt: skip


def _is_name(ref: Ref) -> bool:
    return ref.mention.form in {MentionForm.NAME, MentionForm.NOMINAL}


def _is_there(ref: Ref, located: re.Match[str]) -> bool:
    line, number = int(located["line"]), located["number"]
    if located["source"] not in {ref.source.id, ref.source.label}:
        return False
    if number is not None:
        return ref.mention.sentence_id.endswith(f":L{line}.{number}")
    return ref.line == line


def _keys(clusters: dict[str, Cluster], refs: Iterable[Ref]) -> list[str]:
    """Keys of the clusters that hold mentions, most of them first."""
    wanted = {ref.mention.id for ref in refs}
    shares = {
        key: sum(ref.mention.id in wanted for ref in cluster.refs)
        for key, cluster in clusters.items()
    }
    return sorted((key for key, share in shares.items() if share), key=lambda k: (-shares[k], k))


def _join(clusters: dict[str, Cluster], left: list[Ref], right: list[Ref]) -> None:
    keys = list(dict.fromkeys([*_keys(clusters, right), *_keys(clusters, left)]))
    loose = _loose(clusters, [*left, *right])
    if not keys:
        key = f"judged:{loose[0].mention.id}"
        clusters[key] = Cluster(key, loose)
        return
    target = clusters[keys[0]]
    for key in keys[1:]:
        if len(left) == 1 and key in _keys(clusters, left):
            _move(clusters, key, target, left)
        else:
            target.refs.extend(clusters.pop(key).refs)
    target.refs.extend(loose)


def _move(clusters: dict[str, Cluster], key: str, target: Cluster, refs: list[Ref]) -> None:
    """Take single mentions over; a cluster left without any is gone."""
    wanted = {ref.mention.id for ref in refs}
    source = clusters[key]
    target.refs.extend(ref for ref in source.refs if ref.mention.id in wanted)
    source.refs = [ref for ref in source.refs if ref.mention.id not in wanted]
    if not source.refs:
        del clusters[key]


def _loose(clusters: dict[str, Cluster], refs: Iterable[Ref]) -> list[Ref]:
    held = {ref.mention.id for cluster in clusters.values() for ref in cluster.refs}
    return [ref for ref in refs if ref.mention.id not in held]


def _part(clusters: dict[str, Cluster], left: list[Ref], right: list[Ref]) -> None:
    shared = set(_keys(clusters, left)) & set(_keys(clusters, right))
    for key in sorted(shared):
        new = f"{key}#{fold(right[0].mention.name)}"
        target = Cluster(new, kind=clusters[key].kind, named=clusters[key].named)
        clusters[new] = target
        _move(clusters, key, target, right)
        if not target.refs:
            del clusters[new]
