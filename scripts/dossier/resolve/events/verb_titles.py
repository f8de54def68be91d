"""Word a title around a verb: who does what to whom, in the present tense, or in the passive."""

from collections.abc import Mapping, Sequence

from dossier.inflection import Form
from dossier.resolve.events.cluster import Cluster
from dossier.resolve.events.complements import (
    GIVING,
    STRIPPING,
    drop_days,
    find_charge,
    find_deed,
    find_gift,
    find_matter,
    find_received,
    find_ruled,
    find_whence,
    skip_days,
    skip_score,
)
from dossier.resolve.events.phrases import (
    ARTICLES,
    LINKS,
    capitalise,
    hangs,
    neutral,
    phrase_behind,
    words_around,
)
from dossier.resolve.events.phrases_before import phrase_before
from dossier.resolve.events.sightings import Sighting
from dossier.resolve.events.slots import TitleMaker, fill_slots
from dossier.resolve.events.statement_titles import word_statement
from dossier.resolve.events.tenses import be_done, finite, hedged
from dossier.resolve.events.verb_subjects import (
    PARTICIPLES,
    before_first,
    is_aimless,
    is_passive,
    is_tally_of,
    name_people,
    needs_object,
)
from dossier.resolve.events.wording import ANYBODY, DONE_TO, SAYING
from dossier.triggers import GAP, TriggerMatch
from dossier.vocabulary import EventType, Modality


def word_verb(sighting: Sighting, match: TriggerMatch, cluster: Cluster, maker: TitleMaker) -> str:
    """Word a title around a verb.

    Args:
        sighting: The sentence it is worded from.
        match: The verb.
        cluster: The event.
        maker: Actors, places and words.

    Returns:
        Empty where nobody and nothing can be its subject, or its object is missing.
    """
    slots = fill_slots(cluster, maker, sighting)
    before, behind = words_around(sighting.mention)
    words = sighting.mention.trigger.exact.split()
    base = match.trigger.term.split()[0]
    if [word.lower() for word in words[1:]] == ["on"] and skip_days(behind) != behind:
        words = words[:1]  # "voted on Friday evening to close"
    behind = skip_days(skip_score(behind))
    tail = _shorten(drop_days(neutral(words[1:], maker.labels)), slots["whom"])
    if not tail and behind[:1] and (behind[0] in _PARTICLES or (base, behind[0]) == ("vote", "to")):
        tail, behind = behind[:1], behind[1:]
    if base == "vote" and not tail and [*behind[:2]] == ["not", "to"]:
        tail, behind = behind[:2], behind[2:]
    before = before_first(before, behind, base, match, maker)
    headline = sighting.is_headline and match.form in PARTICIPLES
    whom = slots["whom"].split()
    seen = match.form in PARTICIPLES and cluster.event_type in DONE_TO and not slots["who"]
    seen = seen and before[-len(whom) :] == whom and before[-len(whom) - 1 : -len(whom)] in _SEEN
    if headline or seen or is_passive(before, match.form):
        told = any(one.stem == sighting.stem and not one.is_headline for one in cluster.sightings)
        known = not headline or told or slots["who"] or slots["whom"]
        tail = tail or _asked(base, behind, maker) or find_received(base, behind, maker.labels)
        if words[0].lower() in maker.deeds:
            tail = tail or find_whence(behind, maker.labels)
        return _passive_title(cluster, slots, before, base, tail, behind, maker) if known else ""
    subject = slots["who"] or name_people(phrase_before(before, maker.labels)) or sighting.subject
    if base == "leave" and slots["whom"] and not slots["who"]:
        subject = ""  # "the goal left Ada Berg wondering"
    anybody = not slots["who"] and subject.lower() in ANYBODY and not tail
    if match.form is Form.GERUND and match.trigger.event_type is EventType.DEATH:
        killed = "" if slots["who"] else phrase_behind(behind, maker.labels)
        if killed and not slots["whom"]:  # "the ferry sank, killing nine"
            return _passive_title(cluster, slots, killed.split(), base, [], [], maker)
    if not subject or (anybody and slots["whom"]):
        done_to = (cluster.event_type in DONE_TO and not tail) or _holds(tail, slots["whom"])
        passive = slots["whom"] and (anybody or (sighting.is_actual and done_to))
        passive = passive and base not in _BETWEEN_RIVALS
        before = [] if anybody else before
        return _passive_title(cluster, slots, before, base, tail, behind, maker) if passive else ""
    if subject == slots["whom"]:
        slots["whom"] = ""  # "was arrested and fled"
    if match.trigger.term in SAYING:
        return word_statement(subject, match.trigger.term, sighting, maker)
    oneself = bool(tail) and tail[0] in _ONESELF  # "turns herself in"
    done = tail if oneself else _done(match, slots, tail, behind, maker)
    lacking = base in GIVING or needs_object(base, words[0], maker) or is_aimless(cluster, slots)
    unnamed = _OBJECTS.intersection(word.lower() for word in behind[:1])  # "arrested them"
    lacking = bool(lacking or unnamed or is_tally_of(behind))
    if (not done and lacking) or _OBJECTS.intersection(done):
        return ""
    verb = hedged(cluster, finite(base, subject, sighting.mention.modality, maker))
    return " ".join((subject, verb, *done))


def _done(
    match: TriggerMatch,
    slots: Mapping[str, str],
    tail: list[str],
    behind: Sequence[str],
    maker: TitleMaker,
) -> list[str]:
    """What follows the verb of an active title; empty if it stands alone."""
    base = match.trigger.term.split()[0]
    if base in GIVING and not tail:
        gift = find_gift(behind, slots["whom"])
        return [*slots["whom"].split(), *gift] if gift else []
    if base in _RECEIVING and tail and slots["with"]:
        return [slots["with"]]  # "welcomes an envoy, Ada Berg"
    if GAP in match.trigger.term and tail and tail[-1].lower() not in LINKS:
        if not slots["with"]:
            whom = "" if _is_in(slots["whom"], tail) else slots["whom"]
            tail = [*tail, *find_matter(tail, behind, whom, maker.labels, maker.index)]
        behind = []  # "releases a report" needs no "showing growth"
    if base in _TO_DO and slots["whom"] and not tail and "to" in behind[:_ASKED_REACH]:
        at = list(behind).index("to")
        not_ = at > 0 and behind[at - 1] == "not"
        asked = _asked(base, behind[at - not_ :], maker)
        whom = slots["whom"] if _is_in(slots["whom"], behind[:at]) else ""
        whom = whom or phrase_behind(behind[:at], maker.labels)  # "asked a court to jail Berg"
        if asked and whom:
            return [*whom.split(), *asked]
    if base in _WILLING and not tail:  # "agreed on Monday to sell the quay"
        deed = _to_do(behind, maker)
        if deed:
            return deed
    object_ = _object(slots, base, tail, behind, maker)
    if base == "sue" and not (object_ or tail):
        return find_matter([base], behind, "", maker.labels, maker.index)
    if not object_ and tail and tail[-1].lower() in LINKS:
        tail = tail[:-1]
    return [*tail, object_] if object_ else tail


def _shorten(tail: list[str], whom: str) -> list[str]:
    """What follows the verb from its last article on: "declares [the fire] an emergency"."""
    cut = max((place for place, word in enumerate(tail) if word.lower() in ARTICLES), default=0)
    named = set(whom.split()) & set(tail[:cut])
    linked = cut > 0 and tail[cut - 1].lower() in LINKS
    particle = tail[:1] if cut and tail[0] in _OVER else []  # "takes over the company"
    return tail if named or linked else [*particle, *tail[cut:]]


def _object(
    slots: Mapping[str, str],
    base: str,
    tail: Sequence[str],
    behind: Sequence[str],
    maker: TitleMaker,
) -> str:
    """Whom or what a verb is about, with the word that links it."""
    whom = "" if _is_in(slots["whom"], tail) else slots["whom"]
    if tail and tail[-1].lower() == "to" and (base in _WILLING | {"vote"} or not whom):
        deed = find_deed(behind, maker.labels, maker.index)
        if deed:
            return " ".join(deed)
    named = whom or slots["with"]
    hung = phrase_behind(behind, maker.labels) if hangs(named, behind) else ""
    led = bool(tail) and tail[-1].lower() in LINKS
    if led or (hung and base in _HANDING):  # "sold the ferry to Berg"
        return hung or named or phrase_behind(behind, maker.labels)
    if whom:
        agreed = list(tail[:1]) == ["to"]  # "agrees to buy"; behind "signs a law" no object fits
        whom = _whole(whom, behind, maker)
        direct = whom if agreed or not set(tail) - _PARTICLES else ""
        return f"{_BETWEEN_RIVALS[base]} {whom}" if base in _BETWEEN_RIVALS else direct
    if not slots["with"]:
        ruled = find_ruled(behind, maker.labels) if base == "rule" else []
        return " ".join(ruled) if base in _DECIDING else phrase_behind(behind, maker.labels)
    if tail[-1:] == ["visit"]:
        return f"of {slots['with']}"
    linked = base != "meet" and (tail or _TOGETHER & set(behind[:_WITH_REACH]))
    return f"with {slots['with']}" if linked else _whole(slots["with"], behind, maker)


def _whole(whom: str, behind: Sequence[str], maker: TitleMaker) -> str:
    """A name with the noun it describes: "lost its [NHS] contract"."""
    phrase = phrase_behind(behind, maker.labels)
    last = phrase.rsplit(maxsplit=1)[-1] if phrase else ""
    counted = any(map(str.isdigit, phrase))  # "beat Berg 45 points to nil"
    described = phrase.startswith(f"{whom} ") and last.isalpha() and last.islower() and not counted
    return phrase if described else whom


def _is_in(whom: str, tail: Sequence[str]) -> bool:
    """Whether what follows the verb names somebody already."""
    return bool({word.casefold() for word in tail} & set(whom.casefold().split()))


_PARTICLES = frozenset({"down", "out", "up"})
"""Words that belong to the verb before them: "broke out"."""
_CARRYING = frozenset({"bring", "carry", "fly", "move", "send", "ship", "take", "transfer"})
"""Verbs whose passive says whither: "is flown to Oslo"."""
_WITH_PARTICLE = frozenset({"swear"})
"""Verbs whose last word is no link: "is sworn in"."""
_OVER = frozenset({"down", "off", "out", "over", "up"})
_ONESELF = frozenset({"herself", "himself", "itself", "themselves"})
_RECEIVING = frozenset({"greet", "receive", "welcome"})
_ASKED_REACH = 5
_WITH_REACH = 12
_TOGETHER = frozenset({"with", "alongside"})
_DECIDING = frozenset({"rule", "order"})
"""Verbs behind which stands what is decided, a clause as a rule."""
_TO_DO = frozenset({"ask", "expect", "force", "order", "require", "tell", "urge"})
_OBJECTS = frozenset({"him", "her", "them", "it", "me", "us"})
"""Pronouns that name nobody in a title."""
_WILLING = frozenset({"agree", "decide", "offer", "pledge", "promise", "refuse", "threaten", "vow"})
"""Verbs behind which "to" leads to what somebody is willing to do, or not."""
_SEEN = (["saw"], ["sees"], ["see"], ["watched"], ["found"], ["had"], ["heard"])
"""Words behind which somebody is done something: "saw Berg arrested"."""
_HANDING = frozenset({"lease", "rent", "sell", "transfer"})
_BETWEEN_RIVALS = {"lose": "to", "win": "against"}


def _asked(base: str, behind: Sequence[str], maker: TitleMaker) -> list[str]:
    """What somebody is told or expected to do: "is ordered to remove posts"."""
    return _to_do(behind, maker) if base in _TO_DO else []


def _to_do(behind: Sequence[str], maker: TitleMaker) -> list[str]:
    """The infinitive that follows, with its "not"."""
    to = ["not", "to"] if list(behind[:1]) == ["not"] else ["to"]
    if [word.lower() for word in behind[: len(to)]] != to:
        return []
    deed = find_deed(behind[len(to) :], maker.labels, maker.index)
    return [*to, *deed] if deed else []


def _passive_title(  # noqa: PLR0917 - one argument for each part of a title
    cluster: Cluster,
    slots: Mapping[str, str],
    before: Sequence[str],
    base: str,
    tail: list[str],
    behind: Sequence[str],
    maker: TitleMaker,
) -> str:
    subject = capitalise(slots["whom"]) or name_people(phrase_before(before, maker.labels))
    if not subject:
        return ""
    if not slots["whom"] and slots["who"] and subject.lower() in ANYBODY:
        verb = finite(base, slots["who"], cluster.best.mention.modality, maker)
        return " ".join((slots["who"], verb, *tail, subject.lower()))
    if _holds(tail, slots["whom"]):  # "upgraded Storm Ida to a hurricane"
        tail = tail[len(slots["whom"].split()) :]
    if not tail and behind[:1] and behind[0] in {"of", "with"}:
        tail, behind = list(behind[:1]), behind[1:]
    if tail and tail[-1].lower() in LINKS and base not in _WITH_PARTICLE:
        matter = find_charge(base, behind, maker.labels)
        if not matter and base in STRIPPING:
            return ""
        whence = find_whence([tail[-1], *behind], maker.labels) if base in _CARRYING else []
        tail = [*tail, *matter] if matter else [*tail[:-1], *whence]
    participle = maker.index.inflect(base, Form.PARTICIPLE)
    if slots["who"] and not slots["whom"] and slots["who"] not in subject:
        return _turned_round(cluster, slots["who"], before, (base, *tail), subject, maker)
    agent = ("by", slots["who"]) if slots["who"] not in {"", subject} else ()
    done = hedged(cluster, participle)
    modality = Modality.HAPPENED if base == "expect" else cluster.best.mention.modality
    is_ = be_done(modality, plural=maker.many(subject))
    return " ".join((subject, is_, done, *tail, *agent))


def _turned_round(  # noqa: PLR0917 - one argument for each part of a title
    cluster: Cluster,
    who: str,
    before: Sequence[str],
    verb: tuple[str, ...],
    subject: str,
    maker: TitleMaker,
) -> str:
    """Say in the active who did what: "The cup was won by Berg" → "Berg wins cup"."""
    small = subject[:1].lower() + subject[1:]
    base, *tail = verb
    done = hedged(cluster, finite(base, who, cluster.best.mention.modality, maker))
    return " ".join((who, done, small if small in " ".join(before) else subject, *tail))


def _holds(tail: Sequence[str], whom: str) -> bool:
    """Whether what follows the verb begins with whom it is done to."""
    named = whom.split()
    return bool(named) and list(tail[: len(named)]) == named
