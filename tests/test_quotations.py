from dataclasses import replace

import pytest

from dossier.extract.quotes.find import find_quotes
from dossier.extract.sentences import find_sentences
from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.resolve.quotations import resolve_quotations
from dossier.scaffold import lay_out_project
from dossier.vocabulary import ActorKind, MentionForm, QuoteKind
from quotestand import LEXICON
from standins import Desk

ARTICLE = """Harbour row
Ann Novak left early. “The gates stay shut,” she said, “until the swell drops.”
Maas told the Daily Ledger the wall was “sound.” The “inquiry” goes on.
The Harbour Board and Pilots Union issued a joint statement, saying, “We want this over.”
“Nobody asked the divers,” said Reyes, according to Coastline Radio."""


@pytest.fixture
def desk():
    desk = Desk()
    source = desk.source("001", ARTICLE, "2024-03-05")
    desk.parts["001"] = replace(desk.parts["001"], sentences=find_sentences(source))
    novak = desk.mention("001", "Ann Novak")
    she = desk.mention("001", "she", form=MentionForm.PRONOUN, kind=None)
    maas = desk.mention("001", "Maas")
    desk.mention("001", "Daily Ledger", kind=ActorKind.MEDIUM)
    board = desk.mention("001", "Harbour Board", kind=ActorKind.ORGANIZATION)
    union = desk.mention("001", "Pilots Union", kind=ActorKind.ORGANIZATION)
    desk.mention("001", "Reyes")
    desk.mention("001", "Coastline Radio", kind=ActorKind.MEDIUM)
    desk.actor("ann-novak", novak, she)
    desk.actor("piet-maas", maas)
    desk.actor("harbour-board", board)
    desk.actor("pilots-union", union)
    part = desk.parts["001"]
    quotes = find_quotes(source, part.sentences, part.mentions, LEXICON)
    desk.parts["001"] = replace(part, quotes=quotes)
    return desk


def resolve(desk):
    found = resolve_quotations(
        desk.sources.values(), desk.parts.values(), desk.actors.values(), desk.events.values()
    )
    return {quotation.anchors[0].exact: quotation for quotation in found}


def test_interrupted_pieces_are_one_quotation(desk):
    gates = resolve(desk)["The gates stay shut,"]
    assert [anchor.exact for anchor in gates.anchors] == [
        "The gates stay shut,",
        "until the swell drops.",
    ]
    assert len(gates.quote_ids) == 2
    assert gates.id == gates.quote_ids[0]


def test_a_pronoun_shows_the_name_it_was_read_as(desk):
    gates = resolve(desk)["The gates stay shut,"]
    assert gates.speaker_ids == ("ann-novak",)
    assert gates.antecedent is not None
    assert gates.antecedent.exact == "Ann Novak"
    assert resolve(desk)["sound."].antecedent is None


def test_a_pronoun_that_was_read_as_nobody_names_nobody(desk):
    desk.actors["ann-novak"] = replace(desk.actors["ann-novak"], mention_ids=())
    gates = resolve(desk)["The gates stay shut,"]
    assert gates.speaker_ids == ()
    assert gates.speaker_label == "not named (“she”)"
    assert gates.antecedent is None


def test_the_chain_runs_from_speaker_to_outlet(desk):
    found = resolve(desk)
    assert found["sound."].chain == ("Maas", "Daily Ledger", "001")
    assert found["The gates stay shut,"].chain == ("Ann Novak", "001")
    assert found["Nobody asked the divers,"].chain == ("Reyes", "Coastline Radio", "001")
    assert found["Nobody asked the divers,"].speaker_label == "Reyes"


def test_joint_speakers_are_both_named(desk):
    joint = resolve(desk)["We want this over."]
    assert joint.speaker_ids == ("harbour-board", "pilots-union")
    assert joint.chain == ("Harbour Board", "Pilots Union", "001")


def test_words_at_a_distance_have_nobody_to_say_them(desk):
    inquiry = resolve(desk)["inquiry"]
    assert inquiry.kind is QuoteKind.SCARE
    assert (inquiry.speaker_ids, inquiry.speaker_label, inquiry.chain) == ((), "", ())


def test_what_the_speaker_takes_part_in_is_the_occasion(desk):
    told = desk.report("001", "told", "statement")
    desk.event("ev-interview", told, actors=["piet-maas"])
    found = resolve(desk)
    assert found["sound."].event_id == "ev-interview"
    assert found["We want this over."].event_id == ""


def test_what_happens_without_the_speaker_or_is_no_place_to_speak_is_no_occasion(desk):
    desk.event("ev-collapse", desk.report("001", "wall", "accident"), actors=["piet-maas"])
    desk.event("ev-interview", desk.report("001", "told", "statement"), actors=["ann-novak"])
    assert resolve(desk)["sound."].event_id == ""


def test_what_the_words_tell_is_not_where_they_were_said(desk):
    desk.event("ev-visit", desk.report("001", "sound", "visit"), actors=["piet-maas"])
    assert resolve(desk)["sound."].event_id == ""


def test_failing_that_an_occasion_told_in_the_same_paragraph(desk):
    left = desk.report("001", "left early", "visit")
    desk.event("ev-visit", left, actors=["ann-novak"])
    desk.event("ev-inquiry", desk.report("001", "goes on", "trial"), actors=["ann-novak"])
    found = resolve(desk)
    assert found["The gates stay shut,"].event_id == "ev-visit"
    assert found["sound."].event_id == ""


def test_quotations_come_in_order_of_publication_then_of_text(desk):
    earlier = desk.source(
        "002", "Title\n“The tide is out and it is not coming back today.”", "2024-01"
    )
    sentences = find_sentences(earlier)
    quotes = find_quotes(earlier, sentences, (), LEXICON)
    desk.parts["002"] = replace(desk.parts["002"], sentences=sentences, quotes=quotes)
    found = list(resolve(desk))
    assert found[0].startswith("The tide is out")
    assert found[1:3] == ["The gates stay shut,", "sound."]


def test_order_of_arguments_does_not_matter(desk):
    backwards = resolve_quotations(
        [*desk.sources.values()][::-1],
        [*desk.parts.values()][::-1],
        [*desk.actors.values()][::-1],
        [*desk.events.values()][::-1],
    )
    assert backwards == tuple(resolve(desk).values())


@pytest.mark.parametrize(
    ("sentence", "kernel", "said"),
    [
        ("The head of the inquiry said “We are sorry now”.", "head", "The head of the inquiry"),
        ("“We are very sorry,” said a former clerk.", "clerk", "a former clerk"),
        ("A harbour clerk has said “We are sorry now”.", "harbour clerk", "A harbour clerk"),
        ("Boat owners said “We are very sorry now”.", "", "Boat owners"),
        ("They said “We are very sorry now”.", "", "not named (“they”)"),
    ],
)
def test_a_speaker_without_a_name_is_named_by_the_whole_phrase(sentence, kernel, said):
    desk = Desk()
    source = desk.source("001", sentence, "2024-03-05")
    desk.parts["001"] = replace(desk.parts["001"], sentences=find_sentences(source))
    if kernel:
        desk.mention("001", kernel, form=MentionForm.NOMINAL)
    part = desk.parts["001"]
    quotes = find_quotes(source, part.sentences, part.mentions, LEXICON)
    desk.parts["001"] = replace(part, quotes=quotes)
    assert [found.speaker_label for found in resolve(desk).values()] == [said]


def test_an_event_shows_what_is_said_in_the_sentences_that_report_it_without_calling_it_said_there(
    tmp_path,
):
    lay_out_project(tmp_path)
    article = tmp_path / "seeds" / "articles" / "ferry.txt"
    article.write_text(
        "Ferry sinks off Holm\n\nTuesday, March 5, 2019\n\n"
        "The ferry Astrid sank off Holm on Monday, killing two passengers, and captain Nils Aune"
        " said “nobody had a chance out there”.\n",
        "utf-8",
    )
    dossier, settings = assemble(tmp_path)
    (quotation,) = dossier.quotations
    assert quotation.event_id == ""
    (event,) = dossier.events.values()
    pages = render_dossier(dossier, settings)
    assert "nobody had a chance" in pages[f"events/{event.id}.md"]
    assert "Occasion" not in pages["quotations.md"]


def test_a_man_or_brother_of_whom_a_quotation_tells_does_not_hide_who_speaks(tmp_path):
    lay_out_project(tmp_path)
    story = (
        "Trial ends in Holm\n\nTuesday, March 5, 2019\n\nLawyer Nils Aune left early. “Our star"
        " witness is a man who sold his own brother,” he said.\n"
    )
    (tmp_path / "seeds" / "articles" / "trial.txt").write_text(story, "utf-8")
    (quotation,) = assemble(tmp_path)[0].quotations
    assert quotation.speaker_ids == ("nils-aune",)
