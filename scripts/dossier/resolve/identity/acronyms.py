"""Join short forms in capitals with the names they stand for.

News gives the long form once and the short one from then on, most often in brackets behind it.
Where it leaves the brackets out, a reader takes the one body of the article whose name has these
initials; so do we, and only where there is one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from dossier.resolve.identity.names_match import is_acronym_of, may_shorten
from dossier.resolve.identity.refs import Cluster, Ref, absorb
from dossier.vocabulary import MentionForm

_SHORTEST = 3
"""Letters of a short form that is taken for a name without brackets."""


def join_acronyms(clusters: dict[str, Cluster]) -> None:
    """Join "National Ports Board" and "NPB".

    Args:
        clusters: Bodies by key; changed in place.
    """
    bracketed = _find_bracketed(clusters)
    for key, target in bracketed:
        if key in clusters and target in clusters and key != target:
            absorb(clusters, target, key)
    alone = [key for key in sorted(clusters) if _is_short(key, clusters[key])]
    for key, target in _find_initials(clusters, alone):
        if key in clusters and target in clusters:
            absorb(clusters, target, key)


def _find_bracketed(clusters: Mapping[str, Cluster]) -> list[tuple[str, str]]:
    """Short forms in brackets behind their long form, or before it in brackets."""
    longs = {
        key: cluster for key, cluster in clusters.items() if key.startswith(("body:", "listed:"))
    }
    by_end: dict[tuple[str, int], str] = {}
    by_start: dict[tuple[str, int], str] = {}
    for key, cluster in sorted(longs.items()):
        for ref in cluster.refs:
            by_end[ref.source.id, ref.mention.anchor.end] = key
            by_start[ref.source.id, ref.mention.anchor.start] = key
    found = []
    for key, cluster in sorted(clusters.items()):
        for ref in cluster.refs if any(_is_capitals(ref) for ref in cluster.refs) else ():
            target = _held(ref, by_end, by_start)
            if target and _shortens(ref, clusters[target]):
                found.append((key, target))
                break
    return found


def _held(
    ref: Ref, by_end: Mapping[tuple[str, int], str], by_start: Mapping[tuple[str, int], str]
) -> str | None:
    """The body whose name a bracket parts from a short form."""
    text, start, end = ref.source.text, ref.mention.anchor.start, ref.mention.anchor.end
    if text[max(0, start - 2) : start] == " (":
        return by_end.get((ref.source.id, start - 2))
    if text[end : end + 2] == " (":
        return by_start.get((ref.source.id, end + 2))
    return None


def _shortens(ref: Ref, cluster: Cluster) -> bool:
    return any(may_shorten(ref.mention.name, name) for name in cluster.names())


def _is_capitals(ref: Ref) -> bool:
    return ref.mention.form is MentionForm.NAME and ref.mention.name.isupper()


def _is_short(key: str, cluster: Cluster) -> bool:
    """Whether all names of a body that no list knows are one short form in capitals."""
    names = {name.replace(".", "") for name in cluster.names()}
    return (
        key.startswith("body:")
        and len(names) == 1
        and all(name.isupper() and name.isalpha() and len(name) >= _SHORTEST for name in names)
    )


def _find_initials(clusters: Mapping[str, Cluster], alone: list[str]) -> Iterator[tuple[str, str]]:
    """Short forms whose letters begin the words of exactly one body's name.

    Every article with the short form must allow the same body, or none.
    """
    by_letters: dict[tuple[str, str], set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for key, cluster in clusters.items():
        for ref in cluster.refs if key.startswith("body:") else ():
            if " " in ref.mention.name:
                first = ref.mention.name.removeprefix("the ")[0].upper()
                by_letters[ref.source.id, first].add(key)
                names[key].add(ref.mention.name)
    for key in alone:
        short = clusters[key].refs[0].mention.name
        fits = {
            target
            for source in {ref.source.id for ref in clusters[key].refs}
            for target in by_letters.get((source, short[0]), ())
            if any(is_acronym_of(short, name) for name in sorted(names[target]))
        }
        if len(fits) == 1:
            yield key, fits.pop()
