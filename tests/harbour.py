"""A small dossier about a harbour dispute, made by hand: everything a page can show, once."""

from dataclasses import replace

from dossier.dates import parse_edtf
from dossier.model import (
    Alias,
    BottomLine,
    Claim,
    Dating,
    Event,
    Fact,
    Finding,
    Measure,
    Participation,
    Place,
    Question,
    Relation,
    RoleHeld,
    SourceNote,
    SourceTelling,
    Step,
)
from dossier.settings import Lexicon, Settings
from dossier.vocabulary import (
    ActorKind,
    DateBasis,
    EventStatus,
    EventTier,
    EventType,
    FactBasis,
    FindingType,
    FullText,
    Gravity,
    MentionForm,
    Modality,
    PassageKind,
    QuoteKind,
    Reliability,
    RoleStatus,
    Telling,
)
from standins import Desk, find

FIRST = """Port council and dockers meet in Aldhaven

Mayor Ilse Brandt received the dockers' union on Tuesday at the town hall of Aldhaven. She said \
the quay “will stay open for small boats” until the spring.

The union, the so-called “quiet crew”, reportedly wants a ferry as well. Brandt did not answer \
questions about the crane on the eastern mole.

Share this page"""
SECOND = """Quay closed after talks fail

The dockers' union left the talks in Aldhaven on 6 March 2019. Brandt called the outcome “a \
pause, not an end” & said nothing of <boats>.

A ferry is to sail in May, the port council announced."""


def make_settings(full_text=FullText.LICENSED):
    return Settings(
        title="The quay of Aldhaven",
        subtitle="Who met whom over the quay",
        scope="Talks between Ilse Brandt and the dockers.",
        as_of=parse_edtf("2019-04-01"),
        site_url="https://example.org/quay/",
        full_text=full_text,
        lexicon=Lexicon({}),
    )


def make_dossier():
    """The dossier; the same on every call."""
    desk = Desk()
    desk.source("101", FIRST, "2019-03-07")
    desk.source("102", SECOND)
    _collect(desk)
    draft = desk.draft()
    first, second = (draft.sources[key] for key in ("101", "102"))
    tag = replace(first.passages[-1], kind=PassageKind.FURNITURE)
    first = replace(
        first,
        passages=(*first.passages[:-1], tag),
        publisher=Fact("Aldhaven Post", FactBasis.INFERRED, "from the share line", 7),
        authors=(Fact("P. Reed", FactBasis.STATED, "", 1),),
        markers=(Fact("Share this page", FactBasis.STATED, "share line", 7),),
    )
    kept = tuple(s for s in draft.extractions["101"].sentences if s.passage != tag.index)
    parts = dict(draft.extractions)
    parts["101"] = replace(parts["101"], sentences=kept)
    draft = replace(draft, sources={"101": first, "102": second}, extractions=parts)
    return _edit(draft, first, second)


def _collect(desk):
    brandt = [
        desk.mention("101", "Ilse Brandt"),
        desk.mention("101", "She", form=MentionForm.PRONOUN),
        desk.mention("101", "Brandt", 2),
        desk.mention("102", "Brandt"),
    ]
    union = [
        desk.mention("101", "dockers' union", kind=ActorKind.ORGANIZATION),
        desk.mention("102", "dockers' union", kind=ActorKind.ORGANIZATION),
    ]
    desk.actor("ilse-brandt", *brandt)
    desk.actor("dockers-union", *union, kind=ActorKind.ORGANIZATION)
    desk.actor("port-council", desk.mention("102", "port council"), kind=ActorKind.PUBLIC_BODY)
    desk.actor("p-reed", desk.mention("101", "Share"))
    desk.quotation("q-01", "101", "will stay open for small boats", speakers=["ilse-brandt"])
    desk.quotation("q-02", "101", "quiet crew", kind=QuoteKind.SCARE)
    desk.quotation("q-03", "102", "a pause, not an end", speakers=["ilse-brandt"])
    tuesday = desk.timex("101", "Tuesday", "2019-03-05")
    left = desk.timex("102", "6 March 2019", "2019-03-06", basis=DateBasis.EXPLICIT)
    may = desk.timex("102", "May", "2019-05", basis=DateBasis.CROSS_SOURCE)
    met = desk.report("101", "received", "meeting", timex=tuesday)
    gone = desk.report("102", "left", "departure", timex=left)
    ferry = desk.report("102", "sail", "launch", timex=may)
    desk.event("ev-talks", met, actors=["ilse-brandt", "dockers-union"], place="aldhaven")
    desk.event("ev-walkout", gone, actors=["dockers-union"])
    desk.event("ev-ferry", ferry)


def _edit(draft, first, second):
    actors = dict(draft.actors)
    actors["ilse-brandt"] = replace(
        actors["ilse-brandt"],
        side="Town of Aldhaven",
        summary="Mayor who leads the talks with the dockers' union.",
        roles=(
            RoleHeld(
                "mayor of Aldhaven",
                (find(first, "Mayor Ilse Brandt"),),
                parse_edtf("2019-03-05"),
                status=RoleStatus.CURRENT,
                note="The title stands once.",
            ),
        ),
        reviewed="desk, 2019-04-02",
        origin=("resolve.actors", "seeds/edits/actors/ilse-brandt.yml:1"),
    )
    actors["dockers-union"] = replace(
        actors["dockers-union"],
        name="Dockers' Union",
        aliases=(Alias("quiet crew", (find(first, "quiet crew"),)),),
    )
    actors["p-reed"] = replace(actors["p-reed"], name="P. Reed", voice=True, named=True)
    talks = draft.events["ev-talks"]
    events = {
        "ev-harbour": _background(second),
        "ev-talks": _talks(talks, first, second),
        "ev-walkout": replace(
            draft.events["ev-walkout"],
            title="Union leaves the talks",
            tier=EventTier.CONTEXT,
            score=0.7,
        ),
        "ev-ferry": replace(
            draft.events["ev-ferry"],
            title="A ferry is to sail in May",
            status=EventStatus.ANNOUNCED,
            modality=Modality.ANNOUNCED,
            hedge="reportedly",
            outcome_id="",
            score=0.9,
        ),
    }
    return replace(
        draft,
        actors=actors,
        places={"aldhaven": Place("aldhaven", "Aldhaven", "Northmark")},
        events=events,
        mentioned=(
            Event(
                "ev-crane",
                EventType.STATEMENT,
                "Questions about a crane",
                None,
                anchors=(find(first, "did not answer"),),
            ),
        ),
        quotations=(
            replace(
                draft.quotations[0],
                chain=("Ilse Brandt", "the town's press office", "101"),
                event_id="ev-talks",
                note="Said at the close.",
            ),
            *draft.quotations[1:],
        ),
        relations=(
            Relation(
                "rel-1",
                "ilse-brandt",
                "met",
                "dockers-union",
                (find(first, "received"),),
                event_id="ev-talks",
                according_to="port-council",
                hedge="reportedly",
                via="a go-between",
                note="Once.",
            ),
        ),
        claims=(
            Claim(
                "cl-open",
                "dockers-union",
                "The quay is open to small boats",
                Modality.SAID,
                (find(first, "stay open"),),
                according_to="ilse-brandt",
                as_of=parse_edtf("2019-03-05"),
            ),
        ),
        findings=(
            Finding(
                "cf-01",
                FindingType.PLACE_VALUE,
                Gravity.HIGH,
                "Ilse Brandt keeps the quay open; the other headline closes it.",
                (find(first, "stay open"), find(second, "Quay closed")),
                ("ev-talks", "ilse-brandt"),
                found_by="seeds/edits/findings/cf-01.yml:1",
            ),
            Finding(
                "cf-02",
                FindingType.DOUBLE_HEDGE,
                Gravity.LOW,
                "A hedge within a hedge.",
                (find(first, "reportedly wants"),),
                found_by="audit.hedges",
            ),
        ),
        questions=(Question("Who spoke for the union?", ("ev-talks",), "A list of those present"),),
        source_notes={
            "101": SourceNote(
                "101",
                Reliability.C,
                "local paper",
                (("the town's press office", (find(first, "She said"),)),),
                "desk, 2019-04-02",
            ),
            "102": SourceNote("102"),
        },
        bottom_line=(
            BottomLine("Ilse Brandt met the union.", (find(first, "received"),), ("ev-talks",)),
        ),
    )


def _background(second):
    return Event(
        "ev-harbour",
        EventType.RULE,
        "The harbour is a free port",
        Dating(parse_edtf("../2019-03-06"), DateBasis.BOUNDED, (find(second, "Aldhaven"),)),
        tier=EventTier.BACKGROUND,
        status=EventStatus.BACKGROUND,
        anchors=(find(second, "Aldhaven"),),
    )


def _talks(talks, first, second):
    return replace(
        talks,
        title="Mayor and union meet at the town hall",
        summary="Ilse Brandt received the Dockers' Union; “Ilse Brandt” stands in 102 too.",
        dating=replace(
            talks.dating,
            steps=(Step("“Tuesday” before Thursday 7 March 2019 is 5 March 2019"),),
            weekday_check="5 March 2019 was a Tuesday.",
        ),
        status_note="102 may mean the same talks.",
        participants=(
            *talks.participants,
            Participation(None, "witnesses", "two clerks", "ilse-brandt", talks.anchors),
        ),
        anchors=(*talks.anchors, find(second, "the talks")),
        claims=(
            Claim(
                "cl-1",
                "ev-talks",
                "The Dockers' Union wants a ferry",
                Modality.REPORTED,
                (find(first, "wants a ferry"),),
                hedge="reportedly",
                note="Nobody is named.",
            ),
        ),
        tellings=(
            SourceTelling("101", Telling.ASSERTS, (find(first, "received"),)),
            SourceTelling("102", Telling.ALLUDES, (find(second, "the talks"),), "no day given"),
        ),
        measures=(Measure("clerks", "about two", (find(first, "town hall"),)),),
        same_as_possible=("ev-walkout",),
        unknowns=("Who else was in the room.",),
        score=1.0,
        reviewed="desk, 2019-04-02",
        note="The hall is the old one.",
    )
