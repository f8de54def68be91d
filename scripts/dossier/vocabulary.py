"""Closed word lists: every category the program distinguishes, and nothing else.

Each member's value is what YAML files and exports carry. Where a field has settled words we
use them: FollowTheMoney for kinds of actor, PLOVER for the spirit of event types, ACE for
modality, nomenklatura for judgements, the Admiralty system for grades. A category that is not
here is an error that lists the ones that are.
"""

from enum import StrEnum


class SourceFormat(StrEnum):
    """How an article's file is written."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    RESTATED = "restated"
    """Markdown with front matter in which the article is told in the dossier's own words."""


class PassageKind(StrEnum):
    """What a paragraph is in its article. Only the telling kinds are searched for facts."""

    TITLE = "title"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    POST = "post"
    """A post on a social network, embedded in the article."""
    BYLINE = "byline"
    DATELINE = "dateline"
    """A line that only gives the article's own date."""
    FURNITURE = "furniture"
    """Share lines, tags, repeated headlines, related links, generator marks."""

    @property
    def tells(self) -> bool:
        """Whether facts are looked for here."""
        return self in _TELLING


_TELLING = frozenset({PassageKind.TITLE, PassageKind.BODY, PassageKind.CAPTION, PassageKind.POST})


class FactBasis(StrEnum):
    """How a source's own particulars (title, author, publisher, date) are known."""

    STATED = "stated"
    INFERRED = "inferred"
    ANALYST = "analyst"
    NOT_STATED = "not stated in the file"


class ActorKind(StrEnum):
    """What an actor is. ``PLACE`` is for names that act as nothing but a location."""

    PERSON = "person"
    STATE = "state"
    PUBLIC_BODY = "public-body"
    ORGANIZATION = "organization"
    MEDIUM = "medium"
    GROUP = "group"
    INITIATIVE = "initiative"
    PLACE = "place"


class MentionForm(StrEnum):
    """How a text refers to somebody."""

    NAME = "name"
    NOMINAL = "nominal"
    """A description without a name, such as "a party spokesman"."""
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"
    """A demonym or the like before a noun, such as "Chilean" in "Chilean officials"."""


class RoleStatus(StrEnum):
    """Whether somebody held a role at the time of the words."""

    CURRENT = "current"
    ACTING = "acting"
    THEN = "then"
    FORMER = "former"
    DESIGNATE = "designate"


class QuoteKind(StrEnum):
    """What words between quotation marks, or reported words, are."""

    DIRECT = "direct"
    """A quotation that is a sentence or more of its own."""
    MIXED = "mixed"
    """Quoted words inside a sentence of the outlet's."""
    BLOCK = "block"
    """A passage given as somebody else's without quotation marks."""
    POST = "post"
    INDIRECT = "indirect"
    SCARE = "scare"
    """Words held at a distance; nobody is said to have said them here."""
    TITLE = "title"
    """The name of a work or an occasion, or a title in quotation marks."""


class TimexForm(StrEnum):
    """How a date expression has to be read."""

    ABSOLUTE = "absolute"
    """Complete in itself: 15 August 2021, 2022, the 1990s."""
    PARTIAL = "partial"
    """Lacks its year: July, 4 July, late July."""
    WEEKDAY = "weekday"
    RELATIVE = "relative"
    """Counted in units: yesterday, last month, three years ago, this weekend."""
    DURATION = "duration"
    SET = "set"
    """Recurs: every Monday, annually."""
    VAGUE = "vague"
    """Recently, now, soon."""


class Direction(StrEnum):
    """Where a relative expression looks from its reference day.

    What was planned ("was due on Friday") may lie on either side, as what nothing tells of.
    """

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    PLANNED = "planned"
    NEAREST = "nearest"


class DateBasis(StrEnum):
    """How a date is known, best first."""

    EXPLICIT = "explicit"
    """The words give it whole."""
    RELATIVE = "relative"
    """Counted from the day its article appeared: "Wednesday", "last month"."""
    FILE_NAME = "file name"
    """Given by the name of the article's file alone, or counted from such a day."""
    CROSS_SOURCE = "cross-source"
    """Counted from a day that only other sources give."""
    ARITHMETIC = "arithmetic"
    """Computed from another date by a stated span ("nearly 20 years after"), or completed by it."""
    BOUNDED = "bounded"
    """Only limits are known: not before, not after."""
    ANALYST = "analyst"
    UNDATED = "undated"


class Modality(StrEnum):
    """What a sentence does with a happening."""

    HAPPENED = "happened"
    SAID = "said"
    ANNOUNCED = "announced"
    FORECAST = "forecast"
    REPORTED = "reported"
    """Reported to have been reported: hearsay of somebody else."""
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class EventType(StrEnum):
    """What kind of happening a trigger names."""

    MEETING = "meeting"
    VISIT = "visit"
    INVITATION = "invitation"
    STATEMENT = "statement"
    AGREEMENT = "agreement"
    CONTRACT = "contract"
    REQUEST = "request"
    RECOGNITION = "recognition"
    APPOINTMENT = "appointment"
    REMOVAL = "removal"
    ELECTION = "election"
    VOTE = "vote"
    LAWSUIT = "lawsuit"
    TRIAL = "trial"
    RULING = "ruling"
    ARREST = "arrest"
    ATTACK = "attack"
    CONFLICT = "conflict"
    TAKEOVER = "takeover"
    PROTEST = "protest"
    SANCTION = "sanction"
    EVACUATION = "evacuation"
    DEPARTURE = "departure"
    DISASTER = "disaster"
    ACCIDENT = "accident"
    DEATH = "death"
    HEALTH = "health"
    LAUNCH = "launch"
    ESTIMATE = "estimate"
    COMPETITION = "competition"
    AID = "aid"
    THREAT = "threat"
    RULE = "rule"
    """A state of affairs with a beginning or an end: a reign, a term, a membership."""
    OTHER = "other"


class Role(StrEnum):
    """A mention's part in an event mention, before an analyst words it."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    SPEAKER = "speaker"
    PARTICIPANT = "participant"
    NAMED = "named"
    """Named behind "from", "at" and the like, without a part that the event word gives."""
    PLACE = "place"


class EventTier(StrEnum):
    """How near an event stands to the dossier's subject."""

    CORE = "core"
    CONTEXT = "context"
    BACKGROUND = "background"


class EventStatus(StrEnum):
    """What stands behind an event."""

    CORROBORATED = "corroborated"
    """Told by two or more independent origins."""
    SINGLE_SOURCE = "single-source"
    POSSIBLE_ALLUSION = "possible-allusion"
    """One source tells it; another may allude to it."""
    ANNOUNCED = "announced"
    FORECAST = "forecast"
    BACKGROUND = "background"


class Telling(StrEnum):
    """How a source relates to an event: the seven codes of the matrix."""

    ASSERTS = "asserts"
    ALLUDES = "alludes"
    FORECASTS = "forecasts"
    BACKGROUND = "background"
    SILENT = "silent"
    CONTRADICTS = "contradicts"
    COULD_NOT_KNOW = "could-not-know"


class Judgement(StrEnum):
    """The analyst's decision about a pair."""

    SAME = "same"
    DIFFERENT = "different"
    OPEN = "open"


class FullText(StrEnum):
    """How much of an article its source page may show."""

    NEVER = "never"
    RESTATED = "restated"
    LICENSED = "licensed"


class Reliability(StrEnum):
    """The Admiralty system's grade of a source."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """The Admiralty system's grade of what is reported."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNJUDGED = "6"


class FindingType(StrEnum):
    """What a careful reader may notice."""

    DATE_VALUE = "date-value"
    FIGURE_VALUE = "figure-value"
    PLACE_VALUE = "place-value"
    PLACE_GRANULARITY = "place-granularity"
    PLACE_CONTACT = "place-contact"
    TEMPORAL_ARITHMETIC = "temporal-arithmetic"
    UNDATED_SOURCE = "undated-source"
    REPUBLICATION_DATE = "republication-date"
    ATTRIBUTION_DRIFT = "attribution-drift"
    ENTITY_SUBSTITUTION = "entity-substitution"
    HEADLINE_BODY_DRIFT = "headline-body-drift"
    ORPHAN_QUOTATION = "orphan-quotation"
    QUOTATION_BOUNDARY = "quotation-boundary"
    TRANSLATION_CHAIN = "translation-chain"
    INTERPRETATION_AS_FACT = "interpretation-as-fact"
    CLAIM_EVIDENCE_GAP = "claim-evidence-gap"
    ANAPHORA_RISK = "anaphora-risk"
    SYNTACTIC_AMBIGUITY = "syntactic-ambiguity"
    SAME_DESCRIPTOR_TWO_PERSONS = "same-descriptor-two-persons"
    NAME_FORM = "name-form"
    ASYMMETRIC_TITLES = "asymmetric-titles"
    DIVERGENT_SELECTION = "divergent-selection"
    FRAMING_OF_SAME_EVENT = "framing-of-same-event"
    NUMBER_OF_EVENTS = "number-of-events"
    DIFFERENT_PERIOD = "different-period"
    FORECAST_OUTCOME = "forecast-outcome"
    EXCLUSIVITY_CLAIM = "exclusivity-claim"
    STALE_AS_OF = "stale-as-of"
    DOUBLE_HEDGE = "double-hedge"
    UNCORROBORATED_CAUSAL_CLAIM = "uncorroborated-causal-claim"
    IMAGE_TEXT_MISMATCH = "image-text-mismatch"
    TRANSCRIPTION = "transcription"
    POSSIBLE_SUCCESSION = "possible-succession"


class FindingStatus(StrEnum):
    """What became of a finding."""

    OPEN = "open"
    EXPLAINED = "explained"
    RESOLVED = "resolved"
    REJECTED = "rejected"


class Gravity(StrEnum):
    """How much a finding matters to a reader."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


NOT_NAMED = "not named"
"""How the label of a speaker begins of whom the text has a pronoun only."""
