"""What readers see in place of the program's category names: one table, nothing elsewhere.

Each entry is a label and a sentence that says what it means. The method page prints the
whole table; every other page takes its labels from it. A member that is missing here is
found by a test, not by a reader.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from dossier.vocabulary import (
    ActorKind,
    Credibility,
    DateBasis,
    EventStatus,
    EventTier,
    EventType,
    FactBasis,
    FindingStatus,
    FindingType,
    FullText,
    Gravity,
    Modality,
    PassageKind,
    QuoteKind,
    Reliability,
    RoleStatus,
    SourceFormat,
    Telling,
)

Words = Mapping[StrEnum, tuple[str, str]]

ACTOR_KINDS: Words = {
    ActorKind.PERSON: ("Person", "One human being, named or not."),
    ActorKind.STATE: ("State", "A country, or its government where no body is named."),
    ActorKind.PUBLIC_BODY: ("Public body", "A ministry, court, agency, army or parliament."),
    ActorKind.ORGANIZATION: ("Organisation", "A party, movement, company or association."),
    ActorKind.MEDIUM: ("Medium", "An outlet or agency that is cited or acts."),
    ActorKind.GROUP: ("Group", "People taken together who are no organisation."),
    ActorKind.INITIATIVE: ("Initiative", "A programme, project or treaty spoken of as acting."),
    ActorKind.PLACE: ("Place", "A location that is nothing but a location."),
}
ACTOR_KINDS_IN_PLURAL: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "People",
    ActorKind.STATE: "States",
    ActorKind.PUBLIC_BODY: "Public bodies",
    ActorKind.ORGANIZATION: "Organisations",
    ActorKind.MEDIUM: "Media",
    ActorKind.GROUP: "Groups",
    ActorKind.INITIATIVE: "Initiatives",
    ActorKind.PLACE: "Places",
}
"""Headings of the list of actors."""

EVENT_TYPES: Words = {
    EventType.MEETING: ("Meeting", "Parties talk in one place or by wire."),
    EventType.VISIT: ("Visit", "Somebody goes to see somebody."),
    EventType.INVITATION: ("Invitation", "Somebody is asked to come or to take part."),
    EventType.STATEMENT: ("Statement", "Words addressed to the public."),
    EventType.AGREEMENT: ("Agreement", "Parties bind themselves."),
    EventType.CONTRACT: ("Contract", "A deal for goods, work or rights."),
    EventType.REQUEST: ("Request", "Somebody asks for something formally."),
    EventType.RECOGNITION: ("Recognition", "A status is granted or accepted."),
    EventType.APPOINTMENT: ("Appointment", "Somebody takes an office."),
    EventType.REMOVAL: ("Removal", "Somebody loses an office."),
    EventType.ELECTION: ("Election", "People vote for persons or parties."),
    EventType.VOTE: ("Vote", "A body decides."),
    EventType.LAWSUIT: ("Lawsuit", "A claim or charge is brought."),
    EventType.TRIAL: ("Trial", "A court hears a case."),
    EventType.RULING: ("Ruling", "A court or authority decides a case."),
    EventType.ARREST: ("Arrest", "Somebody is taken into custody."),
    EventType.ATTACK: ("Attack", "Violence against people or things."),
    EventType.CONFLICT: ("Conflict", "Fighting or hostility over time."),
    EventType.TAKEOVER: ("Takeover", "Power over a place or body changes hands."),
    EventType.PROTEST: ("Protest", "People object in public."),
    EventType.SANCTION: ("Sanction", "A penalty or restriction is imposed or lifted."),
    EventType.EVACUATION: ("Evacuation", "People are brought out."),
    EventType.DEPARTURE: ("Departure", "Somebody leaves."),
    EventType.DISASTER: ("Disaster", "Nature does harm."),
    EventType.ACCIDENT: ("Accident", "Harm that nobody intended."),
    EventType.DEATH: ("Death", "Somebody dies."),
    EventType.HEALTH: ("Health", "Illness, injury or care."),
    EventType.LAUNCH: ("Launch", "Something begins or is opened."),
    EventType.ESTIMATE: ("Estimate", "A judgement of what is or will be."),
    EventType.COMPETITION: ("Competition", "A contest, a match, a prize."),
    EventType.AID: ("Aid", "Help is given or promised."),
    EventType.THREAT: ("Threat", "Harm is announced as possible."),
    EventType.RULE: ("State of affairs", "Something with a beginning or an end: a term, a reign."),
    EventType.OTHER: ("Other", "None of the others."),
}
EVENT_TIERS: Words = {
    EventTier.CORE: ("Core", "Belongs to the subject itself."),
    EventTier.CONTEXT: ("Context", "Needed to understand the core."),
    EventTier.BACKGROUND: ("Background", "Mentioned in passing, mostly long before."),
}
EVENT_STATUSES: Words = {
    EventStatus.CORROBORATED: ("Corroborated", "Told by two or more independent origins."),
    EventStatus.SINGLE_SOURCE: ("Single source", "Told by one origin only."),
    EventStatus.POSSIBLE_ALLUSION: (
        "Single source, possible allusion",
        "One source tells it; another may allude to it.",
    ),
    EventStatus.ANNOUNCED: ("Announced", "Said to be going to happen; not known to have happened."),
    EventStatus.FORECAST: ("Forecast", "Expected by somebody."),
    EventStatus.BACKGROUND: ("Background", "Taken as known by the source that mentions it."),
}
MODALITIES: Words = {
    Modality.HAPPENED: ("Happened", "The source states it as a fact."),
    Modality.SAID: ("Said", "The source reports somebody's words."),
    Modality.ANNOUNCED: ("Announced", "The source reports an intention or plan."),
    Modality.FORECAST: ("Forecast", "The source reports an expectation."),
    Modality.REPORTED: ("Hearsay", "The source passes on a report of somebody else."),
    Modality.DENIED: ("Denied", "The source reports that it is denied or did not happen."),
    Modality.HYPOTHETICAL: ("Hypothetical", "The source considers what might be."),
}
DATE_BASES: Words = {
    DateBasis.EXPLICIT: ("Explicit", "The words give the date whole."),
    DateBasis.RELATIVE: ("Relative", "Counted from the day the article appeared."),
    DateBasis.FILE_NAME: ("By file name", "Rests on the name of the article's file alone."),
    DateBasis.CROSS_SOURCE: ("From another source", "Counted from a day only other sources give."),
    DateBasis.ARITHMETIC: ("By arithmetic", "Computed from another date, or completed by it."),
    DateBasis.BOUNDED: ("Bounded", "Only limits are known: not before, not after."),
    DateBasis.ANALYST: ("Analyst", "Set by a person; the reason is given."),
    DateBasis.UNDATED: ("Undated", "No source lets us say anything."),
}
DATE_BOUNDS: Mapping[str, str] = {
    "before": "Before the date in the words.",
    "after": "After the date in the words.",
    "since": "From that date on: it began then and is said to last.",
    "until": "Up to that date: it ended then.",
    "by": "By that date: then or earlier.",
    "as of": "As of that date: so it stood then; when it began is not said.",
    "throughout": "All through that time.",
}
"""How a happening relates to the date in its words, where it was not simply on it."""

FACT_BASES: Words = {
    FactBasis.STATED: ("Stated", "The file says so."),
    FactBasis.INFERRED: ("Inferred", "It follows from marks in the file."),
    FactBasis.ANALYST: ("Analyst", "Set by a person; the reason is given."),
    FactBasis.NOT_STATED: ("Not stated in the file", "Nothing in the file says it."),
}
TELLINGS: Words = {
    Telling.ASSERTS: ("Asserts", "States it as a fact or as somebody's words."),
    Telling.ALLUDES: ("Alludes", "May mean it without naming it."),
    Telling.FORECASTS: ("Forecasts", "Expects it."),
    Telling.BACKGROUND: ("Background", "Mentions it in passing, as known."),
    Telling.SILENT: ("Silent", "Could have known of it and does not mention it."),
    Telling.CONTRADICTS: ("Contradicts", "Says otherwise."),
    Telling.COULD_NOT_KNOW: ("Could not know", "Appeared before it happened."),
}
QUOTE_KINDS: Words = {
    QuoteKind.DIRECT: ("Direct quotation", "A sentence or more in quotation marks."),
    QuoteKind.MIXED: ("Quoted words", "Quoted words inside a sentence of the outlet's."),
    QuoteKind.BLOCK: ("Passage", "Given as somebody else's without quotation marks."),
    QuoteKind.POST: ("Post", "A post on a social network."),
    QuoteKind.INDIRECT: ("Indirect speech", "Reported in the outlet's words."),
    QuoteKind.SCARE: ("Words at a distance", "In quotation marks, but nobody is said to say them."),
    QuoteKind.TITLE: ("Title", "The name of a work, an occasion or an office in quotation marks."),
}
ROLE_STATUSES: Words = {
    RoleStatus.CURRENT: ("current", "Held at the time of the words."),
    RoleStatus.ACTING: ("acting", "Held for the time being."),
    RoleStatus.THEN: ("then", "Held at the time spoken of, no longer at the time of the words."),
    RoleStatus.FORMER: ("former", "No longer held."),
    RoleStatus.DESIGNATE: ("designate", "To be taken up."),
}
RELIABILITIES: Words = {
    Reliability.A: ("A", "Completely reliable."),
    Reliability.B: ("B", "Usually reliable."),
    Reliability.C: ("C", "Fairly reliable."),
    Reliability.D: ("D", "Not usually reliable."),
    Reliability.E: ("E", "Unreliable."),
    Reliability.F: ("F", "Cannot be judged."),
}
CREDIBILITIES: Words = {
    Credibility.CONFIRMED: ("1", "Confirmed by two independent origins or more."),
    Credibility.PROBABLE: ("2", "Probably true."),
    Credibility.POSSIBLE: ("3", "Possibly true."),
    Credibility.DOUBTFUL: ("4", "Doubtful."),
    Credibility.IMPROBABLE: ("5", "Improbable."),
    Credibility.UNJUDGED: ("6", "Cannot be judged."),
}
GRAVITIES: Words = {
    Gravity.HIGH: ("Grave", "Who relies on the passage may get a fact wrong."),
    Gravity.MEDIUM: ("Medium", "It changes how the passage should be read."),
    Gravity.LOW: ("Slight", "Worth knowing when quoting."),
}
FINDING_STATUSES: Words = {
    FindingStatus.OPEN: ("Open", "Not yet explained."),
    FindingStatus.EXPLAINED: ("Explained", "The reason is known; the words still differ."),
    FindingStatus.RESOLVED: ("Resolved", "Settled by other evidence."),
    FindingStatus.REJECTED: ("Set aside", "Looked at, and no finding."),
}
PASSAGE_KINDS: Words = {
    PassageKind.TITLE: ("Headline", "The article's headline."),
    PassageKind.BODY: ("Text", "The article's own text."),
    PassageKind.HEADING: ("Heading", "A heading within the article."),
    PassageKind.CAPTION: ("Caption", "Text that belongs to a picture."),
    PassageKind.POST: ("Post", "An embedded post on a social network."),
    PassageKind.BYLINE: ("Byline", "Who wrote it."),
    PassageKind.DATELINE: ("Date line", "When it appeared."),
    PassageKind.FURNITURE: ("Furniture", "Share lines, tags, related links, generator marks."),
}
SOURCE_FORMATS: Words = {
    SourceFormat.TEXT: ("Plain text", "A text file."),
    SourceFormat.MARKDOWN: ("Markdown", "A Markdown file."),
    SourceFormat.HTML: ("Web page", "An HTML file, reduced to its text."),
    SourceFormat.RESTATED: (
        "Restated",
        "An article told in the dossier's own words, line by line.",
    ),
}
FULL_TEXTS: Words = {
    FullText.NEVER: ("Never", "Source pages show only words used as evidence."),
    FullText.RESTATED: ("Restated only", "Restated articles are shown whole, originals are not."),
    FullText.LICENSED: ("Whole", "Source pages show articles whole."),
}
_FINDING_HINTS: Mapping[FindingType, str] = {
    FindingType.DATE_VALUE: "One happening is put on two days.",
    FindingType.FIGURE_VALUE: "Different numbers are given for one thing.",
    FindingType.PLACE_VALUE: "One happening is put in two places.",
    FindingType.PLACE_GRANULARITY: "Places of different size are given for one happening.",
    FindingType.PLACE_CONTACT: "People were in one place; whether they met is left open.",
    FindingType.TEMPORAL_ARITHMETIC: "Dates and spans agree only under some readings.",
    FindingType.UNDATED_SOURCE: "A source gives no date of its own.",
    FindingType.REPUBLICATION_DATE: "The date given may be that of a copy.",
    FindingType.ATTRIBUTION_DRIFT: "The same words are credited to different speakers.",
    FindingType.ENTITY_SUBSTITUTION: "The outlet names another actor than the words it quotes.",
    FindingType.HEADLINE_BODY_DRIFT: "The headline says more or other than the text.",
    FindingType.ORPHAN_QUOTATION: "Quoted words that nobody in the text is said to have said.",
    FindingType.QUOTATION_BOUNDARY: "Where a quotation begins or ends is not marked.",
    FindingType.TRANSLATION_CHAIN: "Quoted words have passed through a translation.",
    FindingType.INTERPRETATION_AS_FACT: "A reading of words is given as what was said.",
    FindingType.CLAIM_EVIDENCE_GAP: "What is claimed goes beyond the evidence given.",
    FindingType.ANAPHORA_RISK: "A pronoun or “that meeting” may be taken for something else.",
    FindingType.SYNTACTIC_AMBIGUITY: "A sentence can be read in two ways.",
    FindingType.SAME_DESCRIPTOR_TWO_PERSONS: "One description stands for two persons.",
    FindingType.NAME_FORM: "A name is given in an unusual or wrong form.",
    FindingType.ASYMMETRIC_TITLES: "Titles are given to one side and withheld from another.",
    FindingType.DIVERGENT_SELECTION: "Sources choose different parts of the same matter.",
    FindingType.FRAMING_OF_SAME_EVENT: "Sources word the same happening differently.",
    FindingType.NUMBER_OF_EVENTS: "Sources differ on how often it happened.",
    FindingType.DIFFERENT_PERIOD: "Figures or states belong to different times.",
    FindingType.FORECAST_OUTCOME: "What was expected and what came can be compared.",
    FindingType.EXCLUSIVITY_CLAIM: "“The only” or “the first”: true at most on its day.",
    FindingType.STALE_AS_OF: "Something said as current may no longer be so.",
    FindingType.DOUBLE_HEDGE: "A report of a report.",
    FindingType.UNCORROBORATED_CAUSAL_CLAIM: "A cause is given that nothing else supports.",
    FindingType.IMAGE_TEXT_MISMATCH: "A caption does not belong to its surroundings.",
    FindingType.TRANSCRIPTION: "A slip in the words as printed.",
    FindingType.POSSIBLE_SUCCESSION: "One office, two holders: who held it when.",
}
FINDING_TYPES: Words = {
    member: (member.value.replace("-", " ").capitalize(), hint)
    for member, hint in _FINDING_HINTS.items()
}

VOCABULARIES: tuple[tuple[str, Words], ...] = (
    ("Kinds of actor", ACTOR_KINDS),
    ("Types of event", EVENT_TYPES),
    ("Tiers of event", EVENT_TIERS),
    ("Status of an event", EVENT_STATUSES),
    ("What a source does with a happening", MODALITIES),
    ("How a date is known", DATE_BASES),
    ("How a particular of a source is known", FACT_BASES),
    ("How a source relates to an event", TELLINGS),
    ("Kinds of quotation", QUOTE_KINDS),
    ("Status of an office", ROLE_STATUSES),
    ("Reliability of a source (Admiralty system)", RELIABILITIES),
    ("Credibility of what is reported (Admiralty system)", CREDIBILITIES),
    ("Gravity of a finding", GRAVITIES),
    ("Status of a finding", FINDING_STATUSES),
    ("Types of finding", FINDING_TYPES),
    ("Parts of an article", PASSAGE_KINDS),
    ("Formats of a file", SOURCE_FORMATS),
    ("What source pages show", FULL_TEXTS),
)
"""Every table with its heading, in the order of the method page."""

# Members of different lists may have one value and are equal then, so the list is in the key.
_TABLE = {
    (type(member), member.value): words
    for _, vocabulary in VOCABULARIES
    for member, words in vocabulary.items()
}


def label(member: StrEnum) -> str:
    """What readers see for a category, such as "Single source"."""
    return _TABLE[type(member), member.value][0]


def hint(member: StrEnum) -> str:
    """What the category means, as a sentence."""
    return _TABLE[type(member), member.value][1]


def count(number: int, singular: str, plural: str = "") -> str:
    """Write a number with its noun, such as "1 source" or "3 sources"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def capital(text: str) -> str:
    """Begin a text with a capital letter, as where it opens a line or a cell."""
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """Write a list as a sentence does: "a, b and c"."""
    if len(parts) < 2:  # noqa: PLR2004 - one part needs no "and"
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
