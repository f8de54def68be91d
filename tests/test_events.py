"""Finding event mentions, putting them together, and what follows from them."""

from dataclasses import replace
from datetime import date

import pytest
from eventstand import LEXICON, SETTINGS, Marked, extract, resolve, show_event, show_mention
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates import parse_edtf
from dossier.errors import SettingsError
from dossier.extract.events_clauses import split_clauses
from dossier.extract.events_score import Evidence, score_evidence
from dossier.inflection import Form, bend_verb, make_plural, spell_both
from dossier.model import Calendar
from dossier.resolve.events import resolve_events
from dossier.resolve.relations import resolve_relations
from dossier.settings import Lexicon
from dossier.triggers import make_trigger_index
from dossier.vocabulary import EventStatus, EventType, Modality, Telling


@pytest.mark.cases("events_found")
def test_events_are_found(case):
    found = []
    for text in case["sentences"]:
        extraction = extract(text, captions=(2,) if case.data.get("caption") else ())
        found.append([show_mention(one, extraction) for one in extraction.event_mentions])
    case.expect(found)


@pytest.mark.cases("events_weighed")
def test_weights_compare(case):
    """Each line weighs more than the one below it."""
    title = case.data.get("title", "A headline about nothing in particular")
    scores = []
    for text in case["from most to least"]:
        found = extract(text, title=title).event_mentions
        body = [one for one in found if not one.anchor.start < len(title)]
        scores.append(max((one.score for one in body), default=0.0))
    assert scores == sorted(scores, reverse=True), scores
    assert len(set(scores)) == len(scores), scores


@pytest.mark.cases("events_resolved")
def test_events_are_resolved(case):
    _, _, _, events = resolve(case["articles"])
    floor = case.data.get("from score", 0.2)
    shown = [event for event in events if event.score >= floor]
    case.expect([show_event(event) for event in shown])


@pytest.mark.cases("events_told")
def test_sources_tell_events(case):
    _, _, _, events = resolve(case["articles"])
    event = max(events, key=lambda one: one.score)
    tellings = {told.source_id: told.telling.value for told in event.tellings}
    case.expect({"status": event.status.value, "tellings": tellings})


@pytest.mark.cases("relations_found")
def test_relations_follow_from_events(case):
    _, extractions, actors, events = resolve(case["articles"])
    case.expect(
        [
            f"{one.subject_id} {one.verb} {one.object_id}"
            for one in resolve_relations(events, extractions, actors)
        ]
    )
