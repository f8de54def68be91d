"""The promises: each rule is silent on a sound dossier and speaks when one thing is broken."""

from dataclasses import replace

import pytest

from dossier.check import check_dossier
from dossier.check.limits import count_quoted_words
from dossier.dates import parse_edtf
from dossier.edits import apply_edits, load_edits
from dossier.model import (
    Actor,
    Alias,
    BottomLine,
    Claim,
    Dating,
    Event,
    Finding,
    Measure,
    Participation,
    Question,
    Quotation,
    Relation,
    RoleHeld,
    SourceNote,
    SourceTelling,
)
from dossier.settings import Lexicon, Settings
from dossier.vocabulary import (
    ActorKind,
    Credibility,
    DateBasis,
    EventStatus,
    EventType,
    FindingType,
    FullText,
    Gravity,
    Modality,
    QuoteKind,
    Telling,
)
from edit_cases import SETTINGS, lay_out
from standins import Desk, find

TEXT = "Port talks\nVera Lind met the crews and said “no more”. The board said “no more” too."


@pytest.fixture
def sound():
    desk = Desk()
    source = desk.source("001", TEXT, "2024-05-02")
    desk.source("002", "Board silent\nThe board met.", "2024-05-03")
    desk.actor("vera-lind", desk.mention("001", "Vera Lind"))
    desk.quotation("q-1", "001", "no more", speakers=["vera-lind"])
    met = find(source, "Vera Lind met the crews")
    part = Participation("vera-lind", "host", anchors=(met,))
    tellings = (
        SourceTelling("001", Telling.ASSERTS, (met,)),
        SourceTelling("002", Telling.SILENT),
    )
    desk.events["ev-a"] = Event(
        "ev-a",
        EventType.MEETING,
        "Lind meets the crews",
        Dating(parse_edtf("2024-05-01"), DateBasis.RELATIVE, (met,)),
        participants=(part,),
        anchors=(met,),
        claims=(Claim("cl-1", "ev-a", "They met.", Modality.HAPPENED, (met,)),),
        tellings=tellings,
    )
    return desk.draft()


def told(dossier, settings=SETTINGS):
    return [f"{one.code} {one.message}" for one in check_dossier(dossier, settings)]


def in_event(dossier, **changes):
    event = replace(dossier.events["ev-a"], **changes)
    return replace(dossier, events={**dossier.events, "ev-a": event})


def test_a_sound_dossier_breaks_no_promise(sound):
    assert told(sound) == []


def test_changed_text_is_noticed(sound):
    source = sound.sources["001"]
    changed = replace(source, text=source.text.replace("crews", "board", 1))
    broken = told(replace(sound, sources={**sound.sources, "001": changed}))
    assert "C301 seeds/articles/001.txt: 'Vera Lind met the crews' is no longer in the text" in (
        broken
    )


def test_moved_text_is_noticed(sound):
    source = sound.sources["001"]
    moved = replace(source, text="New " + source.text)
    broken = told(replace(sound, sources={**sound.sources, "001": moved}))
    assert "C301 seeds/articles/001.txt: 'no more' has moved from 45 to 49" in broken


def test_a_source_taken_away_behind_the_back_is_noticed(sound):
    event = sound.events["ev-a"]
    anchor = replace(event.anchors[0], source_id="009")
    broken = told(in_event(sound, anchors=(anchor,)))
    assert any("is quoted from '009', which is not there" in line for line in broken)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"anchors": ()}, "C304 no sentence reports the event 'ev-a'"),
        ({"tellings": ()}, "C311 the event 'ev-a' does not say of every source how it tells it"),
        (
            {"dating": Dating(parse_edtf("2024"), DateBasis.EXPLICIT)},
            "C302 the date of 'ev-a' rests on no words",
        ),
        (
            {"participants": (Participation("vera-lind", "host"),)},
            "C302 no words for 'vera-lind' in the event 'ev-a'",
        ),
        (
            {"claims": (Claim("cl-1", "ev-a", "They met.", Modality.HAPPENED, ()),)},
            "C302 no words for the claim 'They met.'",
        ),
        (
            {"measures": (Measure("crews", "nine", ()),)},
            "C302 no words for the figure 'nine' in the event 'ev-a'",
        ),
        ({"place_id": "quay"}, "C303 there is no place 'quay'"),
        ({"parent_id": "ev-b"}, "C303 there is no event 'ev-b'"),
        ({"same_as_possible": ("ev-c",)}, "C303 there is no event 'ev-c'"),
        ({"mention_ids": ("em-0",)}, "C303 there is no event mention 'em-0'"),
        (
            {"status": EventStatus.CORROBORATED},
            "C307 the event 'ev-a' is called corroborated, but 1 origin tells it",
        ),
    ],
)
def test_broken_events(sound, changes, message):
    assert told(in_event(sound, **changes)) == [message]


def test_tellings_of_more_than_the_sources_are_noticed(sound):
    further = SourceTelling("009", Telling.SILENT)
    broken = in_event(sound, tellings=(*sound.events["ev-a"].tellings, further))
    message = "C311 the event 'ev-a' does not say of every source how it tells it"
    assert message in told(broken)


def test_credibility_one_needs_two_origins(sound):
    event = sound.events["ev-a"]
    claim = replace(event.claims[0], credibility=Credibility.CONFIRMED)
    for what, changes in {
        "the event 'ev-a'": {"credibility": Credibility.CONFIRMED},
        "the claim 'cl-1'": {"claims": (claim,)},
    }.items():
        (line,) = told(in_event(sound, **changes))
        assert line.startswith(f"C312 {what} has credibility 1")


def test_a_date_of_an_edit_needs_no_words(sound):
    own = Dating(parse_edtf("2024"), DateBasis.ANALYST, origin="seeds/edits/events/ev-a.yml:5")
    assert told(in_event(sound, dating=own)) == []


@pytest.mark.parametrize(
    ("actor", "message"),
    [
        (
            Actor("board", ActorKind.PUBLIC_BODY, "Board"),
            "C302 no article names the actor 'board'",
        ),
        (
            Actor("board", ActorKind.PUBLIC_BODY, "Board", mention_ids=("m-0",)),
            "C303 there is no mention 'm-0'",
        ),
        (
            Actor("Board", ActorKind.PUBLIC_BODY, "Board", origin=("seeds/edits/actors/b.yml:1",)),
            "C310 'Board' cannot be a page's address",
        ),
        (
            Actor("ev-a", ActorKind.PUBLIC_BODY, "Board", origin=("seeds/edits/actors/b.yml:1",)),
            "C310 the id 'ev-a' is given 2 times",
        ),
    ],
)
def test_broken_actors(sound, actor, message):
    assert told(replace(sound, actors={**sound.actors, actor.id: actor})) == [message]


@pytest.mark.parametrize("key", ["lind", "zora-lind"])
def test_an_actor_under_another_id_is_noticed(sound, key):
    actor = sound.actors["vera-lind"]
    broken = told(replace(sound, actors={"vera-lind": actor, key: actor}))
    assert "C310 'vera-lind' cannot be a page's address" in broken


def test_roles_and_aliases_need_a_place_or_an_edit(sound):
    actor = sound.actors["vera-lind"]
    bare = replace(actor, roles=(RoleHeld("mayor", ()),), aliases=(Alias("V. Lind"),))
    assert told(replace(sound, actors={"vera-lind": bare})) == [
        "C302 no words for the role 'mayor' of 'vera-lind'",
        "C302 the name 'V. Lind' of 'vera-lind' has no place",
    ]
    origin = "seeds/edits/actors/vera-lind.yml:1"
    edited = replace(bare, origin=(origin,), roles=(RoleHeld("mayor", (), origin=origin),))
    assert told(replace(sound, actors={"vera-lind": edited})) == []


def test_an_author_is_known_from_the_byline(sound):
    source = sound.sources["001"]
    signed = replace(source, authors=(replace(source.title, value="Otto Berg"),))
    berg = Actor("otto-berg", ActorKind.PERSON, "Otto Berg", voice=True)
    dossier = replace(sound, actors={**sound.actors, "otto-berg": berg})
    assert told(dossier) == ["C302 no article names the actor 'otto-berg'"]
    assert told(replace(dossier, sources={**sound.sources, "001": signed})) == []


def test_broken_quotations_relations_findings_and_questions(sound):
    anchor = sound.events["ev-a"].anchors[0]
    dossier = replace(
        sound,
        quotations=(
            *sound.quotations,
            Quotation("q-2", (), (), QuoteKind.DIRECT),
            Quotation("q-3", ("q-0",), (anchor,), QuoteKind.DIRECT, ("berg",), event_id="ev-b"),
        ),
        relations=(Relation("r-1", "vera-lind", "met", "berg", ()),),
        findings=(Finding("cf-1", FindingType.NAME_FORM, Gravity.LOW, "Text.", (), ("x",)),),
        questions=(Question("Who?", ("y",)),),
        claims=(Claim("cl-9", "z", "So.", Modality.SAID, ()),),
    )
    assert sorted(told(dossier)) == [
        "C302 no words for the claim 'So.'",
        "C302 no words for: vera-lind met berg",
        "C302 the finding 'cf-1' shows no words",
        "C303 there is no actor 'berg'",
        "C303 there is no actor 'berg'",
        "C303 there is no event 'ev-b'",
        "C303 there is no page 'x'",
        "C303 there is no page 'y'",
        "C303 there is no page 'z'",
        "C303 there is no quote 'q-0'",
        "C305 the quotation 'q-2' has no words",
    ]


def test_quoted_words_are_counted_once_and_capped(sound):
    source = sound.sources["001"]
    anchors = (find(source, "said “no more”"), find(source, "no more"), find(source, "The board"))
    spoken = replace(sound.quotations[0], anchors=anchors, quote_ids=())
    reported = replace(spoken, id="q-2", kind=QuoteKind.INDIRECT, anchors=(find(source, "met"),))
    dossier = replace(sound, quotations=(spoken, reported))
    assert count_quoted_words(dossier) == {"001": 5, "002": 0}
    assert told(dossier, replace(SETTINGS, quoted_words=5)) == []
    assert told(dossier, replace(SETTINGS, quoted_words=4)) == [
        "C306 seeds/articles/001.txt: 5 words are quoted, 4 are allowed"
    ]


def test_the_bottom_line_is_short_and_has_evidence(sound):
    anchors = sound.events["ev-a"].anchors
    short = BottomLine("They met.", anchors)
    long = BottomLine("word " * 31, anchors)
    empty = BottomLine("Nothing.", ())
    assert told(replace(sound, bottom_line=(short,) * 5)) == []
    assert told(replace(sound, bottom_line=(short, long, empty, short, short, short))) == [
        "C308 a bullet has 31 words, 30 are allowed",
        "C308 no words for the bullet 'Nothing.'",
        "C308 bullet 6 of the bottom line is one too many",
    ]


@pytest.mark.cases("check_voice")
def test_voice(case, tmp_path):
    for name, text in case.data.get("edits", {}).items():
        path = tmp_path / "seeds" / "edits" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    labels = dict.fromkeys(case["labels"], ())
    settings = Settings("Test", lexicon=Lexicon({"labels": labels}))
    dossier, _ = apply_edits(lay_out(case).draft(), load_edits(tmp_path), settings)
    found = [one for one in check_dossier(dossier, settings) if one.code == "C309"]
    case.expect([f"{one.severity.value} {one}" for one in found])


def test_where_articles_may_be_printed_no_number_of_words_is_too_many(sound):
    assert any(line.startswith("C306") for line in told(sound, replace(SETTINGS, quoted_words=1)))
    licensed = replace(SETTINGS, quoted_words=1, full_text=FullText.LICENSED)
    assert told(sound, licensed) == []


def test_a_note_on_a_source_that_is_not_there_is_noticed(sound):
    notes = {"001": SourceNote("001"), "009": SourceNote("009")}
    assert [line for line in told(replace(sound, source_notes=notes)) if "'009'" in line]
