"""From mentions to actors: who is who, within an article and across all of them.

The rules go from sure to less sure and stop where a page about two persons could come out:
names of bodies (`bodies`), names of persons (`persons`), descriptions (`described`), the
analyst's judgements (`judged`), pronouns (`pronouns`). What stays open is reported, in words
that `dossier suggest` can turn into a question.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dossier.errors import Found, Problem
from dossier.gazetteer import Gazetteer, load_gazetteer
from dossier.ids import unique_slug
from dossier.model import Actor, Alias, Extraction, PairJudgement, Source
from dossier.resolve.identity.bodies import cluster_bodies, is_worth_a_page, kind_of
from dossier.resolve.identity.body_pronouns import join_body_pronouns
from dossier.resolve.identity.described import Descriptions
from dossier.resolve.identity.judged import apply_judgements, open_questions
from dossier.resolve.identity.lookalikes import find_lookalikes
from dossier.resolve.identity.persons import cluster_persons
from dossier.resolve.identity.pronouns import join_pronouns
from dossier.resolve.identity.refs import Cluster, Ref, make_refs, order_sources, warn
from dossier.resolve.identity.roles import find_roles
from dossier.resolve.identity.sayers import saying_verbs
from dossier.resolve.identity.voices import add_authors, is_voice
from dossier.settings import Lexicon
from dossier.vocabulary import ActorKind, MentionForm


def resolve_actors(
    sources: Iterable[Source],
    extractions: Iterable[Extraction],
    lexicon: Lexicon,
    judgements: Iterable[PairJudgement] = (),
) -> Found[tuple[Actor, ...]]:
    """Join mentions into actors.

    Args:
        sources: All articles, in any order.
        extractions: Their candidates, in any order.
        lexicon: The word lists.
        judgements: The analyst's decisions about pairs.

    Returns:
        Actors by name, then id; a mention belongs to at most one of them, and mentions of
        places to none. Beside them what was noticed: names taken for misspellings (A302),
        given names used as family names (A301), what stays open (A303, A304), judgements
        that meet nothing (A305), names with letters that look like others (A306).
    """
    ordered = order_sources(sources)
    parts = tuple(extractions)
    gazetteer = load_gazetteer(lexicon)
    refs = make_refs(ordered, parts)
    bodies, problems = cluster_bodies(refs, gazetteer)
    persons, more = cluster_persons(refs, gazetteer)
    clusters = {**bodies, **persons}
    Descriptions(clusters, gazetteer).join(refs)
    decided = tuple(judgements)
    judged = apply_judgements(clusters, refs, decided)
    by_source = {part.source_id: part for part in parts}
    join_pronouns(refs, clusters, by_source, gazetteer, saying_verbs(lexicon))
    join_body_pronouns(refs, clusters, by_source, gazetteer.body_verbs)
    kept = [cluster for cluster in clusters.values() if _is_actor(cluster)]
    more += find_lookalikes(kept, gazetteer)
    actors = _make_actors(kept, ordered, gazetteer)
    noticed = open_questions([*problems, *more, *_undecided(refs, gazetteer)], decided)
    problems = [*noticed, *judged]
    return actors, tuple(sorted(problems, key=lambda one: (one.where, one.code, one.message)))


def _is_actor(cluster: Cluster) -> bool:
    return kind_of(cluster) is not None or is_worth_a_page(cluster)


def _make_actors(
    clusters: Sequence[Cluster], sources: Sequence[Source], gazetteer: Gazetteer
) -> tuple[Actor, ...]:
    """Turn clusters into actors; the order of ids does not depend on the order of files."""
    named = sorted(((_display_name(cluster), cluster) for cluster in clusters),
                   key=lambda pair: (pair[0], pair[1].key))  # fmt: skip
    taken: dict[str, str] = {}
    actors = []
    for name, cluster in named:
        refs = sorted(cluster.refs, key=lambda ref: ref.order)
        kind = kind_of(cluster) or ActorKind.ORGANIZATION
        actors.append(
            Actor(
                id=unique_slug(name, f"{name}|{kind}|{cluster.key}", taken),
                kind=kind,
                name=name,
                aliases=_aliases(refs, name),
                mention_ids=tuple(ref.mention.id for ref in refs),
                roles=find_roles(refs, gazetteer) if kind is ActorKind.PERSON else (),
                named=cluster.named,
                voice=is_voice(refs),
                note=" ".join(cluster.notes),
            )
        )
    actors.extend(add_authors(sources, actors, taken))
    return tuple(sorted(actors, key=lambda actor: (actor.name, actor.id)))


def _display_name(cluster: Cluster) -> str:
    """The name decided on; for persons the usual full name, for others the longest."""
    if cluster.name:
        return cluster.name
    counts = Counter({_bare(name): count for name, count in sorted(cluster.names().items())})
    if cluster.kind is ActorKind.PERSON:
        return min(counts, key=lambda name: (" " not in name, -counts[name], -len(name), name))
    return min(counts, key=lambda name: (-len(name.split()), name.isupper(), -counts[name], name))


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in {"a", "an", "the", "this", "that"} else name


def _aliases(refs: Iterable[Ref], name: str) -> tuple[Alias, ...]:
    """Other names that sources print, each with where; pronouns and bare nouns are none."""
    found: dict[str, list[Ref]] = defaultdict(list)
    for ref in refs:
        mention = ref.mention
        if mention.form is MentionForm.NAME:
            found[mention.name].append(ref)
        elif (
            mention.form is MentionForm.NOMINAL
            and mention.affiliation
            and mention.kind is not ActorKind.PERSON
        ):
            found[_bare(mention.name)].append(ref)
    return tuple(
        Alias(alias, tuple(ref.mention.anchor for ref in found[alias]))
        for alias in sorted(found)
        if alias != name
    )


def _undecided(refs: Iterable[Ref], gazetteer: Gazetteer) -> list[Problem]:
    """Capitals that may be the city or the government."""
    problems = []
    for ref in refs:
        mention = ref.mention
        if mention.form is not MentionForm.NAME or mention.kind is not None:
            continue
        entry = gazetteer.entry(mention.name)
        if entry is not None:
            problems.append(
                warn("A304", ref, f"{mention.name!r} may be the city or the state {entry.name!r}",
                     f"- same: [{ref.spot} {mention.name}, {entry.name}] in identity.yml decides")
            )  # fmt: skip
    return problems
