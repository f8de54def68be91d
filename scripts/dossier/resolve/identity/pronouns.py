"""Find whom "he" and "she" mean, and say nothing where that is doubtful.

Only what can be checked at a glance is used: who was named last, in this sentence or the ones
before it, and whether titles, given names and earlier pronouns say "he" or "she". A wrong
antecedent puts words into somebody's mouth; a missing one only leaves a pronoun unread.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dossier.gazetteer import Gazetteer
from dossier.model import Extraction
from dossier.resolve.identity.persons import gender_of
from dossier.resolve.identity.refs import Cluster, Ref
from dossier.resolve.identity.sayers import find_speakers
from dossier.vocabulary import ActorKind, MentionForm, QuoteKind

_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m",
            "she": "f", "her": "f", "hers": "f", "herself": "f"}  # fmt: skip
_REACH = 3
_QUOTED = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.BLOCK, QuoteKind.POST})
_CLEAR_LEAD = 2
_MOST = 40
_WINDOW = 60
_VERB_REACH = 24
_OPENING = re.compile(
    r"(?:^|[.!?”\"]\s|\n)(?:In|After|Before|During|Despite|While|When|At|On|With|Following|\w+ing)\b"
    r"[^.!?\n,]{0,50}\Z"
    r"|\b(?:(?:day|week|month|year|time|moment)[ \t]that|when|after|before|while|until)[ \t]\Z"
)
_LAST_WORD = re.compile(r"\b([a-z]{2,20}) \Z")
_APPOSITION = re.compile(r", (?:an?|the) (?:[\w-]+ ){0,3}\w+(?: (?:of|from) [^,.;]{1,40})?,")
_RELATIVES = {
    "f": re.compile(
        r"\b(?:mother|wife|sister|daughter|woman|girl|girlfriend|actress|aunt|niece|widow|mum|mom)\b"
    ),
    "m": re.compile(
        r"\b(?:father|husband|son|brother|man|boy|boyfriend|uncle|nephew|widower|dad)\b"
    ),
}


def join_pronouns(
    refs: Sequence[Ref],
    clusters: Mapping[str, Cluster],
    extractions: Mapping[str, Extraction],
    gazetteer: Gazetteer,
    saying: frozenset[str] = frozenset(),
) -> None:
    """Give pronouns to the persons they mean.

    Args:
        refs: All mentions, in order.
        clusters: Actors so far; those of persons gain mentions.
        extractions: By source id.
        gazetteer: The word lists.
        saying: Verbs of saying, as ``saying_verbs`` gives them.
    """
    persons = {key: one for key, one in clusters.items() if one.kind is ActorKind.PERSON}
    owner = {ref.mention.id: key for key, one in persons.items() for ref in one.refs}
    genders = {key: gender_of(cluster, gazetteer) for key, cluster in persons.items()}
    by_source: dict[str, list[Ref]] = defaultdict(list)
    everybody: dict[str, list[Ref]] = defaultdict(list)
    for ref in refs:
        everybody[ref.source.id].append(ref)
        if ref.mention.id in owner or ref.mention.name in _GENDERS:
            by_source[ref.source.id].append(ref)
    for source_id, found in sorted(by_source.items()):
        speakers = find_speakers(everybody[source_id], extractions.get(source_id), saying)
        part = extractions.get(source_id)
        article = _Article(found, owner, genders, part, speakers, saying=saying)
        for ref, key in article.read():
            persons[key].refs.append(ref)


class _Article:
    """One article's persons and pronouns, read from top to bottom."""

    def __init__(
        self,
        refs: Sequence[Ref],
        owner: Mapping[str, str],
        genders: dict[str, str],
        extraction: Extraction | None,
        speakers: Mapping[str, Ref | None],
        *,
        saying: frozenset[str],
    ) -> None:
        self._refs = refs
        self._owner = dict(owner)
        self._genders = genders
        self._speakers = speakers
        self._saying = saying
        self._quoted = sorted(
            (quote.content.start, quote.content.end)
            for quote in (extraction.quotes if extraction else ())
            if quote.kind in _QUOTED
        )
        self._counts = Counter(owner[ref.mention.id] for ref in refs if ref.mention.id in owner)
        self._starts = {
            sentence.id: sentence.start for sentence in (extraction.sentences if extraction else ())
        }

    def read(self) -> list[tuple[Ref, str]]:
        found = []
        for index, ref in enumerate(self._refs):
            pronoun = ref.mention.name
            if ref.mention.form is not MentionForm.PRONOUN:
                continue
            quoted = self._quoted_at(ref)
            if quoted:
                key = self._within(index, _GENDERS[pronoun], quoted)
            else:
                key = self._antecedent(index, _GENDERS[pronoun], pronoun)
            if key is not None:
                self._owner[ref.mention.id] = key
                self._genders[key] = self._genders[key] or _GENDERS[pronoun]
                found.append((ref, key))
        return found

    def _quoted_at(self, ref: Ref) -> tuple[int, int] | None:
        """The quotation that a mention stands in."""
        return self._quotation_around(ref.mention.anchor.start, len(ref.source.text))

    def _quotation_around(self, start: int, end: int) -> tuple[int, int] | None:
        at = bisect_right(self._quoted, (start, end)) - 1
        inside = at >= 0 and self._quoted[at][0] <= start < self._quoted[at][1]
        return self._quoted[at] if inside else None

    def _within(self, index: int, gender: str, quoted: tuple[int, int]) -> str | None:
        """The one person whom a quotation has named so far: “Mensah came late. He left.”."""
        keys = set()
        for at in range(index - 1, max(-1, index - _MOST), -1):
            ref = self._refs[at]
            if ref.mention.anchor.start < quoted[0]:
                break
            key = self._owner.get(ref.mention.id)
            if key:
                keys.add(key)
        key = keys.pop() if len(keys) == 1 else None
        return key if key and self._genders[key] in {"", gender} else None

    def _antecedent(self, index: int, gender: str, pronoun: str) -> str | None:
        """The person a pronoun means: the one choice of the nearest sentence that has any."""
        here = self._refs[index].sentence
        if self._refs[index].mention.id in self._speakers:
            speaker = self._speakers[self._refs[index].mention.id]
            said = self._owner.get(speaker.mention.id) if speaker else None
            if said is None:
                return None
            if self._genders[said] in {"", gender}:
                return said
        by_distance: dict[int, list[Ref]] = defaultdict(list)
        for at in range(index - 1, max(-1, index - _MOST), -1):
            ref = self._refs[at]
            if here - ref.sentence > _REACH:
                break
            key = self._owner.get(ref.mention.id)
            if key and self._genders[key] in {"", gender} and not self._quoted_at(ref):
                by_distance[here - ref.sentence].append(ref)
        if 0 not in by_distance:
            ahead = self._ahead(index, gender)
            if ahead is not None:
                return ahead
        for distance in sorted(by_distance):
            found = by_distance[distance]
            if distance == 0 and pronoun == "him" and len({self._key(ref) for ref in found}) == 1:
                continue  # "Mensah told him": somebody else
            key = self._one_of([self._key(ref) for ref in found], gender)
            if key is None or self._is_passing(found, key):
                return None
            return None if self._is_crossed(found, key, index, gender) else key
        return None

    def _key(self, ref: Ref) -> str:
        return self._owner[ref.mention.id]

    def _is_passing(self, found: list[Ref], key: str) -> bool:
        """Whether a person is only named once, in passing: "often likened to Ama Mensah"."""
        if self._counts[key] > 1:
            return False
        mention = next(ref.mention for ref in found if self._key(ref) == key)
        start = self._starts.get(mention.sentence_id, mention.anchor.start)
        near = max(start, mention.anchor.start - _VERB_REACH)
        verb = _LAST_WORD.search(found[0].source.text, near, mention.anchor.start)
        if verb and verb[1] in self._saying:
            return False  # "…, said Ama Mensah": whoever speaks is not named in passing
        return not mention.title and mention.anchor.start - start > _WINDOW

    def _ahead(self, index: int, gender: str) -> str | None:
        """The person named right behind the opening clause: "In her speech, Owusu said"."""
        pronoun = self._refs[index]
        text = pronoun.source.text
        for at in range(index + 1, min(len(self._refs), index + _MOST)):
            ref = self._refs[at]
            if ref.sentence != pronoun.sentence:
                return None
            if ref.mention.form is MentionForm.NAME:
                between = text[pronoun.mention.anchor.end : ref.mention.anchor.start]
                key = self._owner.get(ref.mention.id)
                first = pronoun.mention.anchor.start
                opened = _OPENING.search(text, max(0, first - _WINDOW), first) is not None
                fits = key is not None and self._genders[key] in {"", gender}
                return key if fits and opened and between.count(",") == 1 else None
        return None

    def _is_crossed(self, found: list[Ref], key: str, index: int, gender: str) -> bool:
        """Whether a mother or brother stands between a person and the pronoun.

        One whom a quotation tells of does not: “He is my father,” she said.
        """
        last = max(ref.mention.anchor.end for ref in found if self._key(ref) == key)
        end = self._refs[index].mention.anchor.start
        text = self._refs[index].source.text[last:end]
        said = _APPOSITION.match(text)  # "Ama Mensah, a girl from Tema,"
        crossing = _RELATIVES[gender].finditer(text, said.end() if said else 0)
        return any(not self._quotation_around(last + one.start(), end) for one in crossing)

    def _one_of(self, keys: list[str], gender: str) -> str | None:
        """The only person of a sentence, or the one named first in it; None if doubtful."""
        distinct = list(dict.fromkeys(reversed(keys)))
        if len(distinct) == 1:
            return distinct[0]
        sure = [key for key in distinct if self._genders[key] == gender]
        if len(sure) == 1:
            return sure[0]
        first, *others = distinct
        lead = all(self._counts[first] >= _CLEAR_LEAD * self._counts[key] for key in others)
        return first if lead else None
