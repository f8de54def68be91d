"""Two holders of one office, of whom no article says that one followed the other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise

from dossier.anchors import make_anchor
from dossier.audit.parties import bare
from dossier.audit.reading import Reading
from dossier.audit.rule import Noticed, Rule
from dossier.dates import DateValue, describe, sort_key
from dossier.gazetteer import load_gazetteer
from dossier.model import Actor, Anchor, Mention, RoleHeld, Source, SourceId
from dossier.vocabulary import ActorKind, FindingType, Gravity, MentionForm, RoleStatus

_HELD = frozenset({RoleStatus.CURRENT, RoleStatus.ACTING})
_PASSED = frozenset({RoleStatus.FORMER, RoleStatus.DESIGNATE})
_BEHIND = re.compile(r"\s*(of|for|to|in|at|representing)\s+(?:the\s+)?")
_BEHIND_IN_ROLE = re.compile(
    r"\b(of|for|to|in|at|representing)\s+(?:the\s+)?([A-Z][\w.-]*(?: [A-Z][\w.-]*)*)"
)
_POSTED = frozenset({"to", "in", "at"})
_REACH = 24
_KIN = re.compile(
    r"\b(?:brother|sister|son|daughter|father|mother|wife|husband|widow|widower|nephew|niece"
    r"|cousin|uncle|aunt|grandson|granddaughter)[ \t]of(?:[ \t][\w.]+){0,2}[ \t]\Z"
)
"""Whoever is named only as somebody's kin may have held the office long ago."""


@dataclass(frozen=True, slots=True)
class _Holder:
    """Somebody who is named with an office.

    Attributes:
        actor: Who.
        words: The words for the office.
        post: Where an envoy is posted, as far as the words say.
        day: For which day it is known.
    """

    actor: Actor
    words: Anchor
    post: str
    day: DateValue | None


def notice(reading: Reading) -> Iterator[Noticed]:
    """Point out two people with the same office of the same state or body.

    The offices are the word list ``sole_offices``. Where one article names both people, or any
    calls one of them former or elect, the order is plain and nothing is said.
    """
    named_in = _articles(reading)
    for (office, body), holders in sorted(_holders(reading).items()):
        first: dict[str, _Holder] = {}
        for one in sorted(holders, key=lambda one: (sort_key(one.day), one.words.source_id)):
            first.setdefault(one.actor.id, one)
        for left, right in pairwise(first.values()):
            together = named_in[left.actor.id] & named_in[right.actor.id]
            posts_differ = left.post and right.post and left.post != right.post
            if not together and not posts_differ:
                yield Noticed(
                    f"{_say(left, reading)} and {_say(right, reading)} are both named as {office} "
                    f"of {body}. No article says that one followed the other.",
                    (left.words, right.words),
                    (left.actor.id, right.actor.id),
                )


def _say(holder: _Holder, reading: Reading) -> str:
    label = reading.dossier.sources[holder.words.source_id].label
    day = f", {describe(holder.day)}" if holder.day else ""
    return f"{holder.actor.name} ({label}{day})"


def _articles(reading: Reading) -> Mapping[str, set[SourceId]]:
    found: dict[str, set[SourceId]] = defaultdict(set)
    for source_id, extraction in reading.dossier.extractions.items():
        for mention in extraction.mentions:
            if (actor := reading.actors_of.get(mention.id)) is not None:
                found[actor.id].add(source_id)
    return found


def _holders(reading: Reading) -> Mapping[tuple[str, str], list[_Holder]]:
    offices = frozenset(reading.lexicon.terms("sole_offices"))
    found: dict[tuple[str, str], list[_Holder]] = defaultdict(list)
    passed: set[str] = set()
    for source in reading.sources():
        dating = reading.dossier.calendar.published.get(source.id)
        for mention in reading.dossier.extractions[source.id].mentions:
            actor = reading.actors_of.get(mention.id)
            if not mention.title or actor is None or mention.form is not MentionForm.NAME:
                continue
            if mention.title_status in _PASSED:
                passed.add(actor.id)
            elif actor.kind is ActorKind.PERSON and mention.title_status in _HELD:
                office, words = _office(mention.title, offices), reading.title_of(mention)
                if office and words is not None and not _is_kin(words, source):
                    bodies, post = _bodies(mention, words, reading)
                    holder = _Holder(actor, words, post, dating.value if dating else None)
                    for body in bodies:
                        found[office, body].append(holder)
    for actor in reading.dossier.actors.values():
        for role in actor.roles:
            office = _office(role.title.partition(" of ")[0], offices)
            words = _words_of(role, office, reading) if office else None
            if words is not None and role.status not in _PASSED:
                bodies, post = _bodies_in_role(role, reading)
                for body in bodies:
                    found[office, body].append(_Holder(actor, words, post, role.as_of))
    return {
        key: [one for one in holders if one.actor.id not in passed]
        for key, holders in found.items()
    }


def _is_kin(title: Anchor, source: Source) -> bool:
    """Whether an office only says whose relative somebody else is ("brother of President …")."""
    return _KIN.search(source.text, max(0, title.start - 2 * _REACH), title.start) is not None


def _office(title: str, offices: Set[str]) -> str:
    """The longest of the offices that a title ends in; empty if it ends in none."""
    words = title.casefold().split(" ")
    ends = (" ".join(words[place:]) for place in range(len(words)))
    return next((end for end in ends if end in offices), "")


def _bodies(mention: Mention, title: Anchor, reading: Reading) -> tuple[tuple[str, ...], str]:
    """The states or bodies whose office it is, and where its holder is posted."""
    text = reading.dossier.sources[title.source_id].text
    link = _BEHIND.match(text, title.end, title.end + _REACH)
    behind = ""
    if link is not None:
        held = reading.mentions_in.get(mention.sentence_id, ())
        behind = next((one.name for one in held if one.anchor.start == link.end()), "")
    posted = link is not None and link[1] in _POSTED and bool(mention.affiliation)
    named = [bare(mention.affiliation), "" if posted else behind]
    return _listed(named, reading), (behind if posted else "")


def _bodies_in_role(role: RoleHeld, reading: Reading) -> tuple[tuple[str, ...], str]:
    """The same for a role in the dossier's own words ("ambassador of … in …")."""
    links = _BEHIND_IN_ROLE.findall(role.title)
    named = [name for word, name in links if word not in _POSTED]
    return _listed(named, reading), next((name for word, name in links if word in _POSTED), "")


def _listed(names: list[str], reading: Reading) -> tuple[str, ...]:
    """Names of bodies, each once, a state by the one name that the lists have for it."""
    lists = load_gazetteer(reading.lexicon)
    entries = {name: lists.entry(name) for name in names if name}
    return tuple(dict.fromkeys(entry.name if entry else name for name, entry in entries.items()))


def _words_of(role: RoleHeld, office: str, reading: Reading) -> Anchor | None:
    """The words for an office in the sentence that an analyst's role rests on."""
    for anchor in role.anchors:
        source = reading.dossier.sources[anchor.source_id]
        place = source.text[anchor.start : anchor.end].casefold().find(office)
        if place >= 0:
            start = anchor.start + place
            return make_anchor(source, start, start + len(office))
    return None


RULE = Rule(FindingType.POSSIBLE_SUCCESSION, Gravity.LOW, notice)
