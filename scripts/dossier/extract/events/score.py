"""How much speaks for a sentence's reporting an event that a reader wants a page for.

The score is a sum of parts, each with its reason, so that it can be read off a sentence by hand.
It is clipped to 0..1. The parts were weighed on news folders that are not part of the project.
"""

from typing import NamedTuple

from dossier.extract.events.clauses import ClauseKind
from dossier.extract.events.readings import Standing
from dossier.vocabulary import EventType, Modality, PassageKind

TRIGGER = {True: 0.22, False: 0.08}
"""A strong trigger names an event of its own nearly always, a weak one often does not."""

STANDING = {Standing.ASSERTED: 0.2, Standing.TOPIC: 0.02, Standing.EMBEDDED: -0.08}

CLAUSE = {
    ClauseKind.MAIN: 0.04,
    ClauseKind.COORDINATED: 0.02,
    ClauseKind.CONTENT: 0.0,
    ClauseKind.RELATIVE: -0.04,
    ClauseKind.CIRCUMSTANCE: -0.1,
    ClauseKind.GERUND: -0.08,
    ClauseKind.CONDITION: -0.1,
    ClauseKind.ASIDE: -0.06,
}

MODALITY = {
    Modality.HAPPENED: 0.0,
    Modality.SAID: -0.02,
    Modality.ANNOUNCED: -0.08,
    Modality.REPORTED: -0.04,
    Modality.FORECAST: -0.25,
    Modality.DENIED: -0.4,
    Modality.HYPOTHETICAL: -0.4,
}

PASSAGE = {
    PassageKind.TITLE: -0.1,
    PassageKind.BODY: 0.0,
    PassageKind.CAPTION: 0.0,
    PassageKind.POST: -0.2,
}
"""A headline alone is too short to be sure of; a post is somebody's own voice."""

WEAK_TYPES = frozenset(
    {EventType.STATEMENT, EventType.ESTIMATE, EventType.RULE, EventType.OTHER, EventType.REQUEST,
     EventType.RECOGNITION, EventType.AID}
)  # fmt: skip
"""Types that are seldom an event by themselves."""

NAMED = (0.0, 0.1, 0.16)
"""No, one, two or more participants with a name that is not merely a state's."""
UNNAMED = 0.04
"""Only states, or people without a name."""
PLACE = 0.05
DAY = 0.17
"""Its own clause gives the day."""
DATE = 0.1
"""Its own clause gives a coarser date."""
FAR_DATE = 0.05
"""Another clause of the sentence gives the date."""
LEDE = 0.16
EARLY = 0.05
ECHO = 0.14
"""The headline names the same kind of event."""
ECHO_NAME = 0.04
QUOTED = -0.2
PERFECT = -0.06
HABITUAL = -0.3
LACKS_OBJECT = -0.12
SECOND = -0.1
"""Another event word of the same sentence says more."""
WEAK_TYPE = -0.08
TAKEN_BACK = 0.4
"""The most that speaks for what the sentence around it takes back: no page by itself."""
SAID = -0.15
"""A verb of saying, rather than something issued."""
VAGUE = -0.05
"""A weak word without a date, behind the lede."""
SPEAKS_FOR = 0.06
"""A spokesperson says it, whose words are somebody's position."""
WORDS = 0.05
"""A statement of which the very words are quoted."""
NOBODY = -0.08
"""Neither a participant nor a place."""


class Evidence(NamedTuple):
    """What the score is made of.

    Attributes:
        event_type: What the trigger names.
        strong: Whether the trigger is a strong one.
        standing: How much the sentence asserts.
        clause: The kind of its clause.
        modality: What the sentence does with it.
        passage: The kind of its paragraph.
        named: Named participants that are not states.
        others: Participants that are states or have no name.
        has_place: Whether a place is named.
        date: "day", "date", "far" or empty.
        lede: Whether it stands in the article's first two sentences.
        early: Whether it stands in the first paragraphs.
        echo: Whether the headline names the same kind of event.
        echo_name: Whether the headline names a participant.
        quoted: Whether it stands inside quotation marks.
        has_words: Whether it is a statement of which words are quoted.
        speaks_for: Whether it is a statement of a spokesperson.
        perfect: Whether it lies before the story's own past.
        habitual: Whether it is told as what happens in general.
        lacks_object: Whether a verb that is done to somebody stands without anybody.
    """

    event_type: EventType
    strong: bool
    standing: Standing
    clause: ClauseKind
    modality: Modality
    passage: PassageKind
    named: int
    others: int
    has_place: bool
    date: str
    lede: bool
    early: bool
    echo: bool
    echo_name: bool
    quoted: bool
    has_words: bool
    speaks_for: bool
    perfect: bool
    habitual: bool
    lacks_object: bool


def score_evidence(evidence: Evidence) -> float:
    """Add up the parts.

    Returns:
        A value from 0 to 1, rounded to two places so that it reads the same everywhere.
    """
    dated = {"day": DAY, "date": DATE, "far": FAR_DATE, "": 0.0}[evidence.date]
    who = NAMED[min(evidence.named, 2)]
    if not evidence.named and evidence.others:
        who = UNNAMED
    news = evidence.standing is Standing.ASSERTED and not evidence.quoted
    told = 1.0 if news else 0.5  # in the lede, but not its news
    parts = (
        TRIGGER[evidence.strong],
        STANDING[evidence.standing],
        CLAUSE[evidence.clause],
        MODALITY[evidence.modality],
        PASSAGE[evidence.passage],
        who,
        dated,
        PLACE if evidence.has_place else 0.0,
        told * (LEDE if evidence.lede else EARLY if evidence.early else 0.0),
        told * (ECHO if evidence.echo else 0.0),
        ECHO_NAME if evidence.echo_name else 0.0,
        QUOTED if evidence.quoted else 0.0,
        PERFECT if evidence.perfect else 0.0,
        HABITUAL if evidence.habitual else 0.0,
        LACKS_OBJECT if evidence.lacks_object else 0.0,
        WEAK_TYPE if evidence.event_type in WEAK_TYPES else 0.0,
        SAID if evidence.event_type is EventType.STATEMENT and not evidence.strong else 0.0,
        WORDS if evidence.has_words else 0.0,
        SPEAKS_FOR if evidence.speaks_for else 0.0,
        VAGUE if not (evidence.strong or evidence.date or evidence.lede) else 0.0,
        NOBODY if not (evidence.named or evidence.others or evidence.has_place) else 0.0,
    )
    return clip(sum(parts))


def clip(score: float) -> float:
    """Keep a score within 0..1, rounded to two places."""
    return round(min(1.0, max(0.0, score)), 2)
