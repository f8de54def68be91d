"""Join descriptions with the actors they describe, and keep the unnamed apart.

"The Ghanaian authorities" are their state, "the ministry" is the one ministry that the article
has named so far, "the spokeswoman" the one spokeswoman. "A Ghanaian spokesman" is somebody the
article does not name: an actor of his own, never joined with a named one nor with one of
another article.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dossier.gazetteer import Gazetteer
from dossier.resolve.identity.bodies import RULING, kind_of, state_key
from dossier.resolve.identity.names_match import body_base, body_words, fold, parse_person
from dossier.resolve.identity.refs import Cluster, Ref
from dossier.resolve.identity.short_forms import find_firm_words
from dossier.vocabulary import ActorKind, MentionForm

_INDEFINITE = frozenset({"a", "an", "one", "another"})
_DEFINITE = frozenset({"the", "this", "that"})
_SPEAKING = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "representative", "official", "envoy", "diplomat",
     "ambassador", "minister", "negotiator", "negotiators", "mediator", "delegate"}
)  # fmt: skip
_SORTS = {
    "company": "firm", "firm": "firm", "newspaper": "medium", "broadcaster": "medium",
}  # fmt: skip
"""What a noun says of a body that holds another word in its name, or none."""
_TEAMS = frozenset({"delegation", "firms", "companies"})
_COUNTED = frozenset({"countries"})
_DOZENS = frozenset({"dozen", "dozens"})
_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "dozen", "dozens"}
)  # fmt: skip


_TWICE = "Described more than once in one article; the descriptions may not mean one person."


class Descriptions:
    """Joins the descriptions of all articles, one after another in reading order."""

    def __init__(self, clusters: dict[str, Cluster], gazetteer: Gazetteer) -> None:
        self._clusters = clusters
        self._gazetteer = gazetteer
        self._named: dict[tuple[str, str], str] = {}
        self._bodies: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._shared = _shared_words(gazetteer)
        self._firms = find_firm_words(gazetteer)
        self._owners: dict[str, set[str]] = {
            key: {_bare(ref.mention.affiliation) for ref in cluster.refs if ref.mention.title}
            - {""}
            for key, cluster in clusters.items()
        }
        self._offices: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._kinds: dict[str, ActorKind | None] = {}
        self._kept: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key, cluster in sorted(clusters.items()):
            for ref in cluster.refs:
                self._named[ref.source.id, ref.mention.name] = key

    def join(self, refs: Sequence[Ref]) -> None:
        """Give every description that picks somebody out to a cluster, new or old.

        Args:
            refs: All mentions, in order.
        """
        owner_of = {ref.mention.id: key for key, one in self._clusters.items() for ref in one.refs}
        for ref in refs:
            if ref.mention.form is MentionForm.NAME:
                key = owner_of.get(ref.mention.id)
                if key:
                    self._meet(ref, key)
                elif ref.mention.name in self._gazetteer.org_words:
                    self._join_shared(ref, ref.mention.name)
            elif ref.mention.form is MentionForm.NOMINAL:
                self._join_one(ref)

    def _meet(self, ref: Ref, key: str) -> None:
        """Remember a named mention for the descriptions that follow it."""
        if ref.mention.kind is ActorKind.PERSON:
            for office in _offices(ref.mention.title):
                _append(self._offices[ref.source.id, office], key)
            return
        words = body_words(ref.mention.name)
        for word in words:
            if word in self._shared:
                _append(self._bodies[ref.source.id, word], key)
        sort = self._sort(key, words)
        if sort:
            _append(self._kept[ref.source.id, sort], key)

    def _join_one(self, ref: Ref) -> None:
        mention = ref.mention
        if mention.kind is ActorKind.PERSON:
            self._join_person(ref)
            return
        determiner, noun = _noun(mention.name, self._gazetteer)
        if not noun:
            return
        if mention.affiliation:
            self._join_owned(ref, noun)
        elif determiner in _DEFINITE:
            if not self._join_shared(ref, noun.split()[-1]):
                self._join_sort(ref, _SORTS.get(noun, ""))
        elif noun in _COUNTED and _DOZENS & set(mention.name.split()):
            self._unnamed(ref, f"a group of {mention.name}", ActorKind.GROUP)

    def _join_shared(self, ref: Ref, noun: str) -> bool:
        """Join "the ministry" with the one ministry that the article has named so far."""
        known = self._bodies[ref.source.id, " ".join(body_words(noun))]
        if len(known) == 1:
            self._clusters[known[0]].refs.append(ref)
        return bool(known)

    def _sort(self, key: str, words: Iterable[str]) -> str:
        """What a common noun can call a body whose name does not hold it; or empty."""
        if key not in self._kinds:
            self._kinds[key] = kind_of(self._clusters[key])
        kind = self._kinds[key]
        if kind is ActorKind.MEDIUM:
            return "medium"
        firm = self._firms.issuperset(word for word in words if word in self._shared)
        return "firm" if firm and kind is ActorKind.ORGANIZATION else ""

    def _join_sort(self, ref: Ref, sort: str) -> None:
        """Join "the company" with the one body named so far that can be a company.

        Bodies of the lists may be parties or movements, so that only their being named counts.
        """
        known = self._kept[ref.source.id, sort]
        listed = bool(known) and sort == "firm" and known[0].startswith("listed:")
        if len(known) == 1 and not listed and not _leads_to_name(ref):
            self._clusters[known[0]].refs.append(ref)

    def _join_owned(self, ref: Ref, noun: str) -> None:
        """Join "the Ghanaian authorities", "the Mensah government", "Ghanaian firms"."""
        mention = ref.mention
        owner = self._owner(ref)
        if noun in RULING:
            if owner.startswith("person:"):
                if (
                    noun not in {"officials", "leaders"}
                    and mention.name.split()[0] not in _INDEFINITE
                ):
                    self._government_of(ref, owner)
            elif owner and not owner.startswith(("people:", "person:")):
                cluster = self._clusters.setdefault(owner, Cluster(owner))
                if not cluster.refs and owner.startswith("state:"):
                    cluster.name, cluster.kind = owner.removeprefix("state:"), ActorKind.STATE
                cluster.refs.append(ref)
            return
        if not owner.startswith(("state:", "listed:", "body:")) or mention.kind is None:
            return
        holder = owner.partition(":")[2].partition("|")[0]
        if mention.kind is ActorKind.GROUP:
            if noun in _TEAMS:
                self._owned(ref, f"group:{noun}|{holder}|{ref.source.id}", named=False)
            return
        key = f"body:{body_base(noun)}|{holder}"
        counted = mention.name.split()[0] in _NUMBERS
        if owner.startswith("state:") and noun in self._gazetteer.sole_nouns and not counted:
            self._owned(ref, key, named=True)

    def _owned(self, ref: Ref, key: str, *, named: bool) -> None:
        cluster = self._clusters.setdefault(key, Cluster(key, named=named))
        if not cluster.refs:
            cluster.kind = ref.mention.kind
        cluster.refs.append(ref)

    def _government_of(self, ref: Ref, person: str) -> None:
        """Keep the government of a named person apart from the state at other times."""
        key = f"government:{person}"
        name = max(self._clusters[person].names(), key=lambda one: (one.count(" "), one))
        family = parse_person(name, self._gazetteer).family
        family = next((part for part in name.split() if fold(part) == family), name.split()[-1])
        cluster = self._clusters.setdefault(
            key, Cluster(key, name=f"{family} government", kind=ActorKind.PUBLIC_BODY)
        )
        cluster.refs.append(ref)

    def _owner(self, ref: Ref) -> str:
        """The key of the actor that the affiliation names; empty if it is nobody known."""
        name = _bare(ref.mention.affiliation)
        known = self._named.get((ref.source.id, name), "")
        entry = self._gazetteer.entry(name)
        if entry is not None and entry.sort in {"people", "demonym"}:
            known = ""
        return known or state_key(name, self._gazetteer)

    def _join_person(self, ref: Ref) -> None:
        """Join "the spokeswoman" with the one met last; make "a Ghanaian spokesman" an actor."""
        mention = ref.mention
        determiner = mention.name.split()[0]
        office = mention.title.lower()
        if determiner in _DEFINITE:
            known = self._offices[ref.source.id, office]
            if len(known) == 1 and self._agrees(ref, known[0]):
                self._clusters[known[0]].refs.append(ref)
        elif determiner in _INDEFINITE and office in _SPEAKING and mention.affiliation:
            key = f"unnamed:{ref.source.id}|{office}|{self._owner(ref) or mention.affiliation}"
            if key in self._clusters:
                self._clusters[key].refs.append(ref)
                self._clusters[key].notes = [_TWICE]
            else:
                self._unnamed(ref, mention.name, ActorKind.PERSON, key)
                self._offices[ref.source.id, office].append(key)

    def _agrees(self, ref: Ref, key: str) -> bool:
        """Whether nobody says that the office belongs elsewhere."""
        owners = self._owners.get(key, set())
        owner = _bare(ref.mention.affiliation)
        return not owner or not owners or owner in owners

    def _unnamed(self, ref: Ref, description: str, kind: ActorKind, key: str = "") -> None:
        words = description.split()
        bare = " ".join(words[1:] if words[0] in {"a", "an", "one", "another"} else words)
        key = key or f"unnamed:{ref.mention.id}"
        name = f"unnamed {bare} ({ref.source.label})"
        self._clusters[key] = Cluster(key, [ref], name, kind, named=False)


@lru_cache(maxsize=4)
def _shared_words(gazetteer: Gazetteer) -> frozenset[str]:
    """Words for bodies by which an article calls them, in one spelling."""
    return frozenset(" ".join(body_words(word)) for word in gazetteer.org_words) - {"house"}


def _leads_to_name(ref: Ref) -> bool:
    """Whether a name follows that the description is of: "the company Quorvex"."""
    following = ref.source.text[ref.mention.anchor.end : ref.mention.anchor.end + 2]
    return following[:1] == " " and following[1:].isupper()


def _bare(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")


def _append(known: list[str], key: str) -> None:
    if key not in known:
        known.append(key)


def _offices(title: str) -> Iterable[str]:
    """The last word of a title, and all of it."""
    words = title.lower().split()
    return {words[-1], " ".join(words)} if words else ()


def _noun(name: str, gazetteer: Gazetteer) -> tuple[str, str]:
    """The determiner of a description, and the common noun it turns on."""
    words = name.split()
    for link in ("of", "for"):
        if link in words[1:]:
            words = words[: words.index(link, 1)]
    for length in (2, 1):
        noun = " ".join(words[-length:]).lower()
        if noun in gazetteer.body_nouns:
            return words[0], noun
    return words[0], ""
