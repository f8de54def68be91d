"""The nouns of a dossier, all on one page.

Read this file first. Every stage takes some of these values and returns others; none is
changed after it is made. The words are the field's own:

- ``Mention``, ``Actor``, ``Statement`` and property names: FollowTheMoney
- ``PairJudgement``: nomenklatura
- ``Anchor``: W3C Web Annotation, TextPositionSelector and TextQuoteSelector in one
- ``EventMention``, ``trigger``, ``Modality``: ACE; ``Timex``: TimeML
- ``Quote``: speaker, cue, content, as in the quotation literature
- ``DateValue``: EDTF

Units: positions are Unicode code points in ``Source.text`` (NFC), ranges are half-open,
lines and numbers shown to readers count from 1, days are calendar days in the dossier's time
zone, scores run from 0 to 1, collections are tuples in the stated order.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from dossier.dates import DateValue
from dossier.errors import Problem
from dossier.records import record
from dossier.vocabulary import (
    ActorKind,
    Credibility,
    DateBasis,
    Direction,
    EventStatus,
    EventTier,
    EventType,
    FactBasis,
    FindingStatus,
    FindingType,
    Gravity,
    Judgement,
    MentionForm,
    Modality,
    PassageKind,
    QuoteKind,
    Reliability,
    Role,
    RoleStatus,
    SourceFormat,
    Telling,
    TimexForm,
)

SourceId = str
SentenceId = str
MentionId = str
TimexId = str
QuoteId = str
EventMentionId = str
ActorId = str
PlaceId = str
EventId = str

# --- Stage 1, read: what an article says, word for word -------------------------------------


@record
class Anchor:
    """An exact place in one source, given twice: by position and by quotation.

    Attributes:
        source_id: The source the place is in.
        start: First code point, inclusive.
        end: Code point after the last, exclusive; more than ``start``.
        exact: The text between them.
        prefix: Up to 32 code points before ``start``.
        suffix: Up to 32 code points from ``end`` on.
    """

    source_id: SourceId
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@record
class Fact:
    """A particular of a source, and how it is known.

    Attributes:
        value: The value; empty if ``basis`` is NOT_STATED.
        basis: How it is known.
        note: The reason in words, such as "line 'By …'"; empty if the basis says it all.
        line: Line of the original file it rests on; None if it rests on no line.
    """

    value: str
    basis: FactBasis
    note: str = ""
    line: int | None = None


@record
class Passage:
    """A paragraph of a source.

    Attributes:
        index: Place in reading order, from 0.
        start: First code point in ``Source.text``, inclusive.
        end: Code point after the last, exclusive.
        kind: What the paragraph is.
        first_line: Line of the original file on which it begins, from 1.
        last_line: Line on which it ends; at least ``first_line``.
    """

    index: int
    start: int
    end: int
    kind: PassageKind
    first_line: int
    last_line: int


@record
class Original:
    """The file that a restated article restates.

    Attributes:
        file: Its name.
        sha256: Hex digest of its bytes.
        lines: How many lines it has.
    """

    file: str
    sha256: str
    lines: int


@record
class Source:
    r"""One article as read; its text never changes after this.

    Attributes:
        id: Stable id and page address: the digits that open the file's stem before ``_``, or
            the slug of the stem.
        label: Short form of the id for chips such as ``001:L7``; unique in the dossier.
        path: File, relative to the project root, with forward slashes.
        format: How the file is written.
        sha256: Hex digest of the file's bytes.
        size: Bytes of the file.
        lines: Lines of the original file; of a web page, of the text taken out of it.
        original: The file restated; None if the article itself was given.
        title: Headline.
        publisher: Outlet's name.
        authors: One fact a name, in printed order; a single NOT_STATED fact if there is none.
        published: Its value is the EDTF string of ``published_on``, time of day left out.
        published_on: Publication date as the file gives it; None if it gives none.
        markers: Signs that the file is a republished copy, in text order.
        url: Address the article came from; empty if unknown.
        language: ISO 639-3 code.
        passages: Paragraphs in reading order; they cover all text but white space.
        text: The whole file as text: NFC, ``\n`` line ends, no-break spaces as spaces,
            invisible and control characters removed or made visible.
        text_sha256: Hex digest of ``text`` in UTF-8: the state that anchors refer to.
        shifts: ``(position in text, position in the decoded file)`` wherever the distance
            between the two changes, ascending; empty if they agree throughout. The byte order
            mark is no part of the decoded file; for a web page the text taken out counts.
        stripped: How many characters that cannot be seen were left out of ``text``: marks that
            hide or reorder others. Soft hyphens, which pages are full of, are not counted.
    """

    id: SourceId
    label: str
    path: str
    format: SourceFormat
    sha256: str
    size: int
    lines: int
    original: Original | None
    title: Fact
    publisher: Fact
    authors: tuple[Fact, ...]
    published: Fact
    published_on: DateValue | None
    markers: tuple[Fact, ...]
    url: str
    language: str
    passages: tuple[Passage, ...]
    text: str = field(repr=False)
    text_sha256: str
    shifts: tuple[tuple[int, int], ...] = ()
    stripped: int = 0


# --- Stage 2, extract: candidates, before anybody decided what they mean --------------------


@record
class Sentence:
    """A sentence, the unit that evidence points to.

    Attributes:
        id: Locator such as ``001:L7.2``: source id, first line of its passage, number.
        source_id: The source it is in.
        passage: Index of its passage.
        number: Place in its passage, from 1; 0 for the place and agency that open a story.
        start: First code point in ``Source.text``, inclusive.
        end: Code point after the last, exclusive.
    """

    id: SentenceId
    source_id: SourceId
    passage: int
    number: int
    start: int
    end: int


@record
class Mention:
    """A reference to somebody or some place, before anybody decided whose it is.

    Attributes:
        id: ``m-`` and a hash of source, position and text.
        anchor: The words, without title, article and possessive ending.
        sentence_id: The sentence it stands in.
        name: The name to match by; for nominals the description ("a party spokesman").
        form: How the text refers.
        kind: What the context says it is; None if it does not say.
        title: Words of office or honour directly before or after it ("foreign minister",
            "Mullah"); empty if there are none.
        title_quoted: Whether the title stands in quotation marks.
        title_status: The flag the text gives the title ("then", "former", "acting").
        affiliation: Words for the body or state the title belongs to ("China's"); or empty.
    """

    id: MentionId
    anchor: Anchor
    sentence_id: SentenceId
    name: str
    form: MentionForm
    kind: ActorKind | None
    title: str = ""
    title_quoted: bool = False
    title_status: RoleStatus = RoleStatus.CURRENT
    affiliation: str = ""


@record
class TimeExpression:
    """What the words of a date mean before a reference day is known.

    Attributes:
        form: How it has to be read.
        edtf: ABSOLUTE: the value. PARTIAL: the value with ``XXXX`` for the year, such as
            ``XXXX-07``, ``XXXX-07-04``, ``XXXX-22`` (summer) or ``XXXX-XX-28``. Empty otherwise.
        weekday: 0 for Monday to 6 for Sunday: the day meant by WEEKDAY, or the weekday named
            beside an ABSOLUTE or PARTIAL day; None otherwise.
        unit: "hour", "day", "night", "weekend", "week", "month", "quarter", "year", "decade" or
            "century" for RELATIVE, DURATION and SET. PARTIAL "year" or "month" and WEEKDAY "week"
            where ``amount`` counts them ("July last year", "Thursday of last week"). Else empty.
        amount: Units to count: RELATIVE -1 for "last month", 0 for "this weekend", -3 for
            "three years ago"; DURATION the length. PARTIAL and WEEKDAY -1 for "last", 0 for
            "this", 1 for "next", 2 for "Thursday week". None where the words give no number.
        direction: Where the words look.
        part: Part of the unit: "early", "mid" or "late" third, "earlier" or "later" than the
            reference day, its "end", "first day", "last day", "first half" or "second half"; or
            the "weekend" about a day; or empty.
        bound: How the happening relates to the value: "on", "before", "after", "since",
            "until", "by", "as of" or "throughout".
        hedge: "under" ("nearly"), "about" or "over" ("more than") a number; or empty.
        counted_from: What words count from: the day of the "article", the date the
            "context" told last ("that year", "a day later"), what the "sentence" tells before
            them, else the article ("the end of the year", "would open in June"), or a
            "happening" that the words beside it name ("two years after the vote"): then
            ``amount`` leads from the date of the sentence to the date of that happening.
        until: For a range ("Sunday into Monday"), what its end means; None otherwise.
    """

    form: TimexForm
    edtf: str = ""
    weekday: int | None = None
    unit: str = ""
    amount: int | None = None
    direction: Direction = Direction.NEAREST
    part: str = ""
    bound: str = "on"
    hedge: str = ""
    counted_from: str = "article"
    until: "TimeExpression | None" = None


@record
class Timex:
    """A date expression in a text.

    Attributes:
        id: ``t-`` and a hash of source, position and text.
        anchor: The words, such as "last Tuesday".
        sentence_id: The sentence it stands in.
        expression: What they mean.
    """

    id: TimexId
    anchor: Anchor
    sentence_id: SentenceId
    expression: TimeExpression


@record
class Quote:
    """Words reported as somebody's own, or held at a distance.

    Attributes:
        id: ``q-`` and a hash of source, position and text.
        content: The words, without their quotation marks.
        sentence_id: The sentence its first word stands in.
        kind: What the words are.
        cue: The reporting word, such as "said"; None if there is none.
        speaker_words: The words that name the speaker ("he", "the ministry"); None if the
            text names nobody.
        speaker_id: The mention that speaks; None if the text does not say. A pronoun's
            antecedent is found in ``resolve``.
        carrier_words: The words that name who passes it on ("according to the agency");
            None if nobody is named.
        continues: Id of the quotation that this one carries on; empty if none.
        elided: Whether the outlet left words out (… or square brackets).
    """

    id: QuoteId
    content: Anchor
    sentence_id: SentenceId
    kind: QuoteKind
    cue: Anchor | None = None
    speaker_words: Anchor | None = None
    speaker_id: MentionId | None = None
    carrier_words: Anchor | None = None
    continues: QuoteId = ""
    elided: bool = False


@record
class Participant:
    """A mention in its part."""

    mention_id: MentionId
    role: Role


@record
class EventMention:
    """A sentence that reports an event.

    Attributes:
        id: ``em-`` and a hash of source, position and text.
        anchor: The clause or sentence that reports it.
        sentence_id: The sentence it stands in.
        trigger: The word or words that name the event.
        event_type: What the trigger names.
        participants: In text order; the place is among them with Role.PLACE.
        timex_id: The date expression that dates it; None if the sentence has none.
        modality: What the sentence does with it.
        hedge: The hedging word kept from the text ("reportedly"); empty if none.
        according_to: The mention the sentence credits; None if it credits nobody.
        score: How much speaks for its being an event a reader wants a page for.
    """

    id: EventMentionId
    anchor: Anchor
    sentence_id: SentenceId
    trigger: Anchor
    event_type: EventType
    participants: tuple[Participant, ...]
    timex_id: TimexId | None
    modality: Modality
    hedge: str
    according_to: MentionId | None
    score: float


@record
class Extraction:
    """All candidates of one source, each tuple in text order."""

    source_id: SourceId
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    timexes: tuple[Timex, ...]
    quotes: tuple[Quote, ...]
    event_mentions: tuple[EventMention, ...]


# --- Stages 3 and 4, resolve and edit: what the dossier holds to be so ----------------------


@record
class Step:
    """One step of a derivation, in words a reader can check.

    Attributes:
        text: The step, such as "“Wednesday” before Thursday 29 July 2021 is 28 July 2021".
        anchors: The words it rests on; empty if it is arithmetic on the steps before.
    """

    text: str
    anchors: tuple[Anchor, ...] = ()


@record
class Dating:
    """A date, and how it is known.

    Attributes:
        value: What the words mean, no more precise than they are.
        basis: How it is known.
        anchors: The words themselves, at least one unless an edit is the origin.
        steps: How the value follows, in order; empty if the words give it whole.
        weekday_check: A sentence that says whether a named weekday agrees; or empty.
        bound: As in ``TimeExpression``.
        origin: Stage or edit (``path:line``) that gave it.
    """

    value: DateValue
    basis: DateBasis
    anchors: tuple[Anchor, ...] = ()
    steps: tuple[Step, ...] = ()
    weekday_check: str = ""
    bound: str = "on"
    origin: str = "resolve.dating"


@record
class Calendar:
    """Every date of the dossier.

    Attributes:
        published: When each source appeared; a source that cannot be dated at all is absent.
        timexes: What each date expression means; one that means no date is absent.
    """

    published: Mapping[SourceId, Dating]
    timexes: Mapping[TimexId, Dating]


@record
class Alias:
    """A name some source uses for an actor.

    Attributes:
        name: As printed.
        anchors: Where, in order of publication, then of text; empty if an edit adds it.
    """

    name: str
    anchors: tuple[Anchor, ...] = ()


@record
class RoleHeld:
    """An office or function somebody is said to hold.

    Attributes:
        title: The role in neutral words.
        anchors: Where it is said.
        as_of: When it was so, at the latest known; None if unknown.
        ended: When it ended; None if no source says that it did.
        status: Whether it was held at the time of the words.
        note: What a reader must know; or empty.
        origin: Edit (``path:line``) that says so; empty for a stage.
    """

    title: str
    anchors: tuple[Anchor, ...]
    as_of: DateValue | None = None
    ended: DateValue | None = None
    status: RoleStatus = RoleStatus.CURRENT
    note: str = ""
    origin: str = ""


@record
class Actor:
    """One person or body, and the mentions taken to be it.

    Attributes:
        id: Stable id and page address; fixed once the analyst has named it.
        kind: What it is.
        name: Display name, neutral.
        aliases: Other names, sorted, without ``name``.
        mention_ids: In order of publication, then of text.
        side: The party it stands for, in the dossier's words; or empty.
        summary: Who this is, in the dossier's own words; or empty.
        roles: By date, undated last.
        named: Whether a source names it; an unnamed spokesman is an actor too.
        voice: Whether it only speaks in or signs sources (author, photographer, poster) and
            so appears on source pages alone.
        reviewed: Who looked at it and when ("initials, day"); empty for nobody.
        note: What a reader must know; or empty.
        origin: Stage or edits (``path:line``) that shaped it, sorted.
    """

    id: ActorId
    kind: ActorKind
    name: str
    aliases: tuple[Alias, ...] = ()
    mention_ids: tuple[MentionId, ...] = ()
    side: str = ""
    summary: str = ""
    roles: tuple[RoleHeld, ...] = ()
    named: bool = True
    voice: bool = False
    reviewed: str = ""
    note: str = ""
    origin: tuple[str, ...] = ("resolve.actors",)


@record
class Place:
    """Somewhere that events are said to be.

    Attributes:
        id: Stable id.
        name: Display name.
        within: Name of the country or place that holds it; or empty.
        precision: What the words allow: "site", "city", "region" or "country".
        anchors: Where it is named.
        mention_ids: Mentions taken to be it.
        note: What a reader must know; or empty.
        origin: Edit (``path:line``) that says so; empty for a stage.
    """

    id: PlaceId
    name: str
    within: str = ""
    precision: str = "city"
    anchors: tuple[Anchor, ...] = ()
    mention_ids: tuple[MentionId, ...] = ()
    note: str = ""
    origin: str = ""


@record
class Participation:
    """An actor's part in an event.

    Attributes:
        actor_id: Who; None for participants that no source names and nobody registered.
        role: The part, in words ("host", "speaker").
        label: How to name a participant without ``actor_id``; or empty.
        according_to: Who says so, where it is not the outlet itself: an actor id, or a name;
            or empty.
        anchors: Where it is said.
    """

    actor_id: ActorId | None
    role: str
    label: str = ""
    according_to: str = ""
    anchors: tuple[Anchor, ...] = ()


@record
class Claim:
    """Something reported, in the dossier's own words.

    Attributes:
        id: Stable id and fragment address.
        subject_id: Event or actor it is about; empty for a claim about the whole subject.
        text: The claim, in the dossier's words.
        modality: What the source does with it.
        anchors: Sentences that carry it.
        hedge: The source's hedging word; or empty.
        according_to: Who says so, where it is not the outlet itself: an actor id or a name.
        as_of: The day for which it is said; None if it is about the event's own date.
        credibility: Admiralty grade of what is reported.
        note: What a reader must know; or empty.
        origin: Edit (``path:line``) that says so; empty for a stage.
    """

    id: str
    subject_id: str
    text: str
    modality: Modality
    anchors: tuple[Anchor, ...]
    hedge: str = ""
    according_to: str = ""
    as_of: DateValue | None = None
    credibility: Credibility = Credibility.UNJUDGED
    note: str = ""
    origin: str = ""


@record
class SourceTelling:
    """How one source relates to one event.

    Attributes:
        source_id: The source.
        telling: The relation.
        anchors: The sentences it rests on; empty for SILENT and COULD_NOT_KNOW.
        note: Why, where the relation is not plain; or empty.
    """

    source_id: SourceId
    telling: Telling
    anchors: tuple[Anchor, ...] = ()
    note: str = ""


@record
class Measure:
    """A number some source gives.

    Attributes:
        what: What is counted.
        value: The figure with its hedge, as the source has it ("nearly 6,000").
        anchors: Where.
        as_of: The day or period it is for; None if not said.
    """

    what: str
    value: str
    anchors: tuple[Anchor, ...]
    as_of: DateValue | None = None


@record
class Event:
    """One happening, and the sentences taken to report it.

    Attributes:
        id: Stable id and page address.
        event_type: What kind of happening.
        title: One line in the present tense, neutral.
        dating: When; None if no source lets us say anything.
        summary: What happened, in the dossier's own words; or empty.
        tier: How near to the subject.
        status: What stands behind it.
        status_derived: Whether an edit tells the event and leaves its status to the program.
        status_note: Why it has this status, where that is not plain; or empty.
        modality: What the sources do with it.
        hedge: The sources' hedge; or empty.
        place_id: Where; None if not said.
        participants: In the order to show.
        mention_ids: Event mentions in order of publication, then of text.
        anchors: Sentences that report it, in the same order; at least one.
        claims: What is reported, in the order to show.
        tellings: One for every source, in order of publication.
        measures: Figures reported.
        parent_id: The event this is part of; or empty.
        same_as_possible: Ids of events that may be this one, sorted.
        outcome_id: For forecasts and announcements, the event that shows the outcome; or empty.
        unknowns: What is not known, in the dossier's own words.
        credibility: Admiralty grade of what is reported.
        score: How much speaks for showing it, for automatic events; 1 for reviewed ones.
        reviewed: Who looked at it and when; empty for nobody.
        origin: Stage or edits (``path:line``) that shaped it, sorted.
        note: What a reader must know; or empty.
    """

    id: EventId
    event_type: EventType
    title: str
    dating: Dating | None
    summary: str = ""
    tier: EventTier = EventTier.CORE
    status: EventStatus = EventStatus.SINGLE_SOURCE
    status_derived: bool = False
    status_note: str = ""
    modality: Modality = Modality.HAPPENED
    hedge: str = ""
    place_id: PlaceId | None = None
    participants: tuple[Participation, ...] = ()
    mention_ids: tuple[EventMentionId, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    claims: tuple[Claim, ...] = ()
    tellings: tuple[SourceTelling, ...] = ()
    measures: tuple[Measure, ...] = ()
    parent_id: EventId = ""
    same_as_possible: tuple[EventId, ...] = ()
    outcome_id: EventId = ""
    unknowns: tuple[str, ...] = ()
    credibility: Credibility = Credibility.UNJUDGED
    score: float = 0.0
    reviewed: str = ""
    origin: tuple[str, ...] = ("resolve.events",)
    note: str = ""


@record
class Quotation:
    """A quotation with its speaker known, as far as the text lets us know.

    Attributes:
        id: Stable id and fragment address.
        quote_ids: The extracted pieces, in text order; a quotation may be interrupted.
        anchors: The quoted words, one a piece.
        kind: What the words are.
        speaker_ids: Actors who speak, sorted; empty if nobody is said to.
        speaker_label: The speaker in words, where no actor fits; or empty.
        chain: From speaker to outlet, each named ("Ministry of …", "wire report", "001").
        event_id: The occasion; or empty.
        antecedent: For a pronoun speaker, the words that name the person; None otherwise.
        translated: Who put the words into English, where the text says so; or empty.
        sic: What is kept as it stands although it looks like an error; or empty.
        elided: Whether words were left out.
        note: What a reader must know; or empty.
        origin: Edit (``path:line``) that says so; empty for a stage.
    """

    id: str
    quote_ids: tuple[QuoteId, ...]
    anchors: tuple[Anchor, ...]
    kind: QuoteKind
    speaker_ids: tuple[ActorId, ...] = ()
    speaker_label: str = ""
    chain: tuple[str, ...] = ()
    event_id: EventId = ""
    antecedent: Anchor | None = None
    translated: str = ""
    sic: str = ""
    elided: bool = False
    note: str = ""
    origin: str = ""


@record
class Relation:
    """A dated, attributed link between two actors.

    Attributes:
        id: Stable id.
        subject_id: Actor it starts from.
        verb: What links them, read from subject to object ("met", "invited").
        object_id: Actor it points to.
        anchors: Where it is said.
        dating: When; None if not said.
        event_id: The event it is part of; or empty.
        according_to: Who says so: an actor id or a name; or empty.
        hedge: The source's hedge; or empty.
        via: Somebody through whom it runs: an actor id or a name; or empty.
        note: What a reader must know; or empty.
        origin: Stage or edit that made it.
    """

    id: str
    subject_id: ActorId
    verb: str
    object_id: ActorId
    anchors: tuple[Anchor, ...]
    dating: Dating | None = None
    event_id: EventId = ""
    according_to: str = ""
    hedge: str = ""
    via: str = ""
    note: str = ""
    origin: str = "resolve.events"


@record
class Finding:
    """A discrepancy or a risk, with the words on both sides.

    Attributes:
        id: Stable id and fragment address.
        finding_type: What was noticed.
        gravity: How much it matters.
        text: The finding, in the dossier's own words.
        sides: The words that disagree, at least one; shown verbatim.
        about: Ids of events and actors it touches, sorted.
        status: What became of it.
        reason: Why it is explained or resolved; or empty.
        found_by: Rule (``audit.…``) or edit (``path:line``).
        rule: Rule that noticed it, if only after an analyst had; empty if none does.
    """

    id: str
    finding_type: FindingType
    gravity: Gravity
    text: str
    sides: tuple[Anchor, ...]
    about: tuple[str, ...] = ()
    status: FindingStatus = FindingStatus.OPEN
    reason: str = ""
    found_by: str = ""
    rule: str = ""


@record
class Term:
    """Words of one kind that a source uses.

    Attributes:
        words: As first printed.
        anchors: Everywhere, in text order.
    """

    words: str
    anchors: tuple[Anchor, ...]


@record
class Framing:
    """How a source words things in its own voice, outside quotation marks; terms by words.

    Attributes:
        source_id: The source.
        labels: Loaded terms.
        hedges: Words that hold a report at a distance.
        opinions: Words by which it judges or guesses.
        verbs: Words by which it credits somebody with what they said.
        acts: Times each actor does something in what it tells, by actor id.
        undergoes: Times something is done to each actor, by actor id.
    """

    source_id: SourceId
    labels: tuple[Term, ...] = ()
    hedges: tuple[Term, ...] = ()
    opinions: tuple[Term, ...] = ()
    verbs: tuple[Term, ...] = ()
    acts: Mapping[ActorId, int] = field(default_factory=dict)
    undergoes: Mapping[ActorId, int] = field(default_factory=dict)


@record
class Lineage:
    """A phrase that comes back in quotations, over time or from mouth to mouth.

    Attributes:
        id: Stable id and fragment address.
        words: The phrase as first printed.
        uses: Ids of the quotations that hold it and the words there, in order of publication,
            then of text; at least two.
    """

    id: str
    words: str
    uses: tuple[tuple[str, Anchor], ...]


@record
class Question:
    """Something no source answers.

    Attributes:
        text: The question.
        about: Ids of events, actors and claims it concerns, sorted.
        settled_by: What would settle it; or empty.
        origin: Edit (``path:line``) that says so; empty for a stage.
    """

    text: str
    about: tuple[str, ...] = ()
    settled_by: str = ""
    origin: str = ""


@record
class SourceNote:
    """What the analyst says about a source.

    Attributes:
        source_id: The source.
        reliability: Admiralty grade; F means that it cannot be judged.
        reason: Why this grade.
        carries: Whom it takes its matter from, in text order: name and where.
        reviewed: Who went through its candidates and when; empty for nobody. Candidates of a
            reviewed source that no edit took up are not published.
        note: What a reader must know; or empty.
        origin: Edit (``path:line``) that says so; empty for a stage.
    """

    source_id: SourceId
    reliability: Reliability = Reliability.F
    reason: str = "not assessed"
    carries: tuple[tuple[str, tuple[Anchor, ...]], ...] = ()
    reviewed: str = ""
    note: str = ""
    origin: str = ""


@record
class Carried:
    """Somebody from whom a source takes part of what it tells.

    Attributes:
        source_id: The source that takes it.
        key: Who it is, the same in whatever source: an outlet or an actor; one without a name
            is the source's own.
        name: As the analyst words it, or as the text names it.
        anchors: What is taken, in text order.
        origin: Edit (``path:line``) that says so; empty for a stage.
    """

    source_id: SourceId
    key: str
    name: str
    anchors: tuple[Anchor, ...]
    origin: str = ""


@record
class BottomLine:
    """One bullet of the briefing.

    Attributes:
        text: At most thirty words, the dossier's own.
        anchors: What it rests on, at least one.
        about: Ids of the events and actors it names, sorted.
        origin: Edit (``path:line``) that says so; empty for a stage.
    """

    text: str
    anchors: tuple[Anchor, ...]
    about: tuple[str, ...] = ()
    origin: str = ""


@record
class PairJudgement:
    """The analyst's decision about one pair.

    Attributes:
        left: A name as printed, a locator with a name (``001:L7 Yi``), or an id.
        right: Another of the same kind.
        judgement: Same, not the same, or open.
        reason: Why, in the analyst's words.
        where: ``path:line`` of the edit.
    """

    left: str
    right: str
    judgement: Judgement
    reason: str
    where: str


@record
class Moved:
    """A page of an earlier build that stands elsewhere now.

    Attributes:
        was: Its address without ending, such as ``actors/olan-varga``.
        now: The page that holds what it told, which exists.
        origin: Edit (``path:line``) that says so; empty where the earlier build shows it.
    """

    was: str
    now: str
    origin: str = ""


@record
class Dossier:
    """The whole, as every later stage sees it.

    Attributes:
        sources: By id, in order of publication, undated last.
        extractions: By source id, in the same order.
        calendar: Every date and how it is known.
        origins: For each source the id of the first source with the same text; its own where
            it copies none.
        carried: Whom each source takes its matter from, by source id, in text order.
        actors: By id, sorted by name. Unpublished ones are not here.
        places: By id, sorted by name.
        events: By id, sorted by date, undated last. Published ones only.
        mentioned: Event candidates that are not published, in order of publication, then of
            text: "also mentioned" on source pages.
        quotations: In order of publication, then of text.
        relations: Sorted by date, then subject.
        claims: Standing claims that belong to no event, in the order to show.
        findings: By gravity, worst first, then id.
        set_aside: Findings of rules that the analyst has looked at and rejected, in the same order.
        framings: By source id; every source has one.
        lineages: By number of uses, most first, then by words.
        questions: In the order to show.
        source_notes: By source id; every source has one.
        bottom_line: At most five, in the order to show.
        snapshots: The dossier as it could have been known on earlier days, in order of days.
        moved: Old addresses and where they lead, by old address.
        previous: What an earlier run wrote as ``dossier.json``; empty if none is kept.
        recognizer: What found the names.
        recognizer_version: Its version, its model's included.
        withheld: How many events and actors that no edit takes up are not published, since all
            their words stand in reviewed sources.
        problems: What every stage noticed, in order of stage, then of place.
    """

    sources: Mapping[SourceId, Source]
    extractions: Mapping[SourceId, Extraction]
    calendar: Calendar
    origins: Mapping[SourceId, SourceId] = field(default_factory=dict)
    carried: Mapping[SourceId, tuple[Carried, ...]] = field(default_factory=dict)
    actors: Mapping[ActorId, Actor] = field(default_factory=dict)
    places: Mapping[PlaceId, Place] = field(default_factory=dict)
    events: Mapping[EventId, Event] = field(default_factory=dict)
    mentioned: tuple[Event, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[Finding, ...] = ()
    framings: Mapping[SourceId, Framing] = field(default_factory=dict)
    lineages: tuple[Lineage, ...] = ()
    questions: tuple[Question, ...] = ()
    source_notes: Mapping[SourceId, SourceNote] = field(default_factory=dict)
    bottom_line: tuple[BottomLine, ...] = ()
    snapshots: tuple["Snapshot", ...] = ()
    moved: tuple[Moved, ...] = ()
    previous: Mapping[str, object] = field(default_factory=dict)
    recognizer: str = "rules"
    recognizer_version: str = ""
    withheld: tuple[int, int] = (0, 0)
    problems: tuple[Problem, ...] = ()


@record
class Snapshot:
    """A dossier made of nothing but what had appeared by a day.

    Attributes:
        day: The last day of publication that is in it.
        dossier: What these sources give, with every edit that rests on them alone.
    """

    day: date
    dossier: Dossier
