"""How a verb of a title stands to what is before it: active or passive, alone or joined."""

from collections.abc import Mapping, Sequence

from dossier.inflection import COUNTS, Form
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.phrases import ARTICLES, BE
from dossier.resolve.events.phrases_before import before_joined, before_relative
from dossier.resolve.events.slots import TitleMaker
from dossier.resolve.events.wording import NEED_OBJECT
from dossier.triggers import GAP, TriggerMatch
from dossier.vocabulary import EventType

_DONE_TO_PEOPLE = frozenset(
    {EventType.ARREST, EventType.LAWSUIT, EventType.RULING, EventType.SANCTION}
)
"""Types whose verbs have an object, so that a bare participle is a passive."""
_MANY = frozenset({"dozens", "hundreds", "thousands"})
_SHARES = frozenset({"half", "quarter", "third", "fifth", "tenth"})
_KNOWN = frozenset({"dead", "injured", "missing", "wounded"})
PARTICIPLES = frozenset({Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE})


def name_people(subject: str) -> str:
    """A bare number as people, "the nine were held", and the dead with their article."""
    if subject.lower() in _KNOWN:
        return f"The {subject.lower()}"
    if subject.lower() in _MANY:
        return f"{subject} of people"
    return f"{subject} people" if subject.lower() in COUNTS else subject


def needs_object(base: str, word: str, maker: TitleMaker) -> bool:
    """Whether a verb says nothing without what it is done to."""
    deed = maker.deeds.get(word.lower())
    return base in NEED_OBJECT or (deed is not None and deed.needs_object)


def is_tally_of(behind: Sequence[str]) -> bool:
    """Whether what follows a verb only counts: "had won two of his 19 matches"."""
    words = [word.lower() for word in behind[:3]]
    words = words[1:] if words[:1] in (["a"], ["one"]) else words
    return words[1:2] == ["of"] and (words[0] in COUNTS | _SHARES or words[0].isdigit())


def is_aimless(cluster: Cluster, slots: Mapping[str, str]) -> bool:
    """Whether a move says nothing for want of a place: "the agency flew in supplies"."""
    return cluster.event_type is EventType.VISIT and not (slots["where"] or slots["whom"])


def before_first(
    before: list[str], behind: Sequence[str], base: str, match: TriggerMatch, maker: TitleMaker
) -> list[str]:
    """The words before a verb, or before the verb that it is joined to and shares a subject with.

    Joined to a passive it goes on with it only if it is one: "was tried and fined", "… and fled".
    """
    before = before_relative(before, maker.index)
    first = list(before_joined(before, maker.index))
    if first == before or not is_passive(first, match.form):
        return first
    done_to = match.trigger.event_type in _DONE_TO_PEOPLE or base in NEED_OBJECT
    done_to = done_to and GAP not in match.trigger.term  # "was dismissed and won a claim"
    if not done_to or (behind and behind[0].lower() in ARTICLES):
        while first and first[-1].lower() in BE:
            first.pop()
    return first


def is_passive(before: Sequence[str], form: Form) -> bool:
    """Whether a participle is done to what stands before it, by the words between them."""
    near = [word.lower() for word in before[-3:]]
    near = near[near.index(",") + 1 :] if "," in near else near  # "who was ill, died"
    return form in PARTICIPLES and not BE.isdisjoint(near)
