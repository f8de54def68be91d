"""Finding event mentions, putting them together, and what follows from them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates import parse_edtf
from dossier.errors import SettingsError
from dossier.extract.events.clauses import split_clauses
from dossier.extract.events.score import Evidence, score_evidence
from dossier.extract.events.tokens import split_words
from dossier.inflection import Form, bend_verb, make_plural, spell_both
from dossier.model import Calendar
from dossier.resolve.events.events import resolve_events
from dossier.resolve.relations import resolve_relations
from dossier.settings import Lexicon
from dossier.triggers import make_trigger_index
from dossier.vocabulary import EventStatus, EventType, Modality, PassageKind, Telling
from eventstand import (
    LEXICON,
    SETTINGS,
    TITLE,
    Marked,
    extract,
    resolve,
    show_event,
    show_mention,
)


@pytest.mark.cases("events_found")
def test_events_are_found(case):
    found = []
    for text in case["sentences"]:
        captions = (2,) if case.data.get("caption") else ()
        extraction = extract(text, title=case.data.get("title", TITLE), captions=captions)
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


TWO = [
    {
        "id": "b1",
        "published": "2021-05-08",
        "text": "One\n[Tor Lind:person] was arrested on <Friday=2021-05-07:weekday>.\n"
        "A fire broke out in a shed on <Friday=2021-05-07:weekday>.",
    },
    {
        "id": "b2",
        "published": "2021-05-09",
        "text": "Two\nPolice arrested [Tor Lind:person] <two days ago=2021-05-07:ago>.\n"
        "A fire broke out in a shed on <Friday=2021-05-07:weekday>.",
    },
]


def test_the_order_of_files_changes_nothing():
    def shape(events):
        return [
            (event.id, event.title, event.mention_ids, event.anchors, event.tellings)
            for event in events
        ]

    assert shape(resolve(TWO)[3]) == shape(resolve(TWO[::-1])[3])


def test_ids_are_addresses_of_their_own():
    events = resolve(TWO)[3]
    assert len({event.id for event in events}) == len(events) == 3
    assert all(event.id.startswith("ev-2021-05-07-") for event in events)
    assert all(len(event.id) <= 60 for event in events)


def test_every_event_rests_on_sentences_of_its_sources():
    sources, _, _, events = resolve(TWO)
    texts = {source.id: source.text for source in sources}
    for event in events:
        assert event.anchors
        assert len(event.tellings) == len(sources)
        for anchor in event.anchors:
            assert texts[anchor.source_id][anchor.start : anchor.end] == anchor.exact


def test_another_article_that_agrees_is_named_in_the_steps():
    event = next(e for e in resolve(TWO)[3] if e.event_type is EventType.ARREST)
    assert event.status is EventStatus.CORROBORATED
    assert "b2" in event.dating.steps[-1].text
    assert event.dating.steps[-1].anchors[0].exact == "two days ago"


def test_furniture_is_not_searched():
    marked = Marked("s", "T\n[Ada Berg:person] resigned on <Friday:weekday>.")
    assert marked.extract().event_mentions
    quiet = tuple(replace(one, kind=PassageKind.FURNITURE) for one in marked.source.passages)
    marked.source = replace(marked.source, passages=quiet)
    assert marked.extract().event_mentions == ()


def test_nothing_is_found_in_nothing():
    assert extract("").event_mentions == ()
    assert resolve_events((), (), (), (), Calendar({}, {}), SETTINGS) == ((), ())


def test_announced_events_of_a_source_without_a_date_are_undated():
    events = resolve([{"id": "c", "text": "T\n[Ada Berg:person] will sue [Nordfisk:org]."}])[3]
    assert [event.dating for event in events] == [None]
    assert events[0].id.startswith("ev-ada-berg")
    assert {told.telling for told in events[0].tellings} == {Telling.FORECASTS}


EVIDENCE = Evidence(
    event_type=EventType.ARREST,
    strong=True,
    standing="asserted",
    clause="main",
    modality=Modality.HAPPENED,
    passage="body",
    named=2,
    others=0,
    has_place=True,
    date="day",
    lede=True,
    early=True,
    echo=True,
    echo_name=True,
    quoted=False,
    has_words=False,
    speaks_for=False,
    perfect=False,
    habitual=False,
    lacks_object=False,
)


def test_scores_stay_within_bounds():
    assert score_evidence(EVIDENCE) == 1.0
    least = EVIDENCE._replace(
        strong=False,
        standing="embedded",
        clause="condition",
        modality=Modality.HYPOTHETICAL,
        passage="post",
        named=0,
        has_place=False,
        date="",
        lede=False,
        early=False,
        echo=False,
        echo_name=False,
        quoted=True,
        perfect=True,
        habitual=True,
        lacks_object=True,
    )
    assert score_evidence(least) == 0.0


@pytest.mark.parametrize(
    ("change", "less"),
    [
        ({"quoted": True}, True),
        ({"named": 0}, True),
        ({"date": "far"}, True),
        ({"modality": Modality.DENIED}, True),
        ({"habitual": True}, True),
        ({"perfect": True}, True),
        ({"lacks_object": True}, True),
    ],
)
def test_each_part_of_the_score_counts(change, less):
    plain = EVIDENCE._replace(lede=False, echo=False)
    assert (score_evidence(plain._replace(**change)) < score_evidence(plain)) is less


@pytest.mark.parametrize(
    ("verb", "third", "past", "gerund"),
    [
        ("arrest", "arrests", "arrested", "arresting"),
        ("stop", "stops", "stopped", "stopping"),
        ("carry", "carries", "carried", "carrying"),
        ("pass", "passes", "passed", "passing"),
        ("raid", "raids", "raided", "raiding"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("have", "has", "haved", "having"),
    ],
)
def test_regular_verbs_bend_by_rule(verb, third, past, gerund):
    """Irregular ones ("die", "have") are a matter of the word list."""
    bent = bend_verb(verb)
    assert (bent[Form.THIRD], bent[Form.PAST], bent[Form.GERUND]) == (third, past, gerund)


def test_irregular_verbs_come_from_the_list():
    index = make_trigger_index(LEXICON)
    assert index.inflect("strike a deal", Form.PAST) == "struck a deal"
    assert index.inflect("die", Form.GERUND) == "dying"
    assert spell_both("cancelled") == ("cancelled", "canceled")
    assert spell_both("called") == ("called",)
    assert make_plural("ceasefire") == "ceasefires"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"flop": ("success; verb",)}, "is not one of"),
        ({"flop": ("other", "adverb")}, "'adverb' is not one of verb, noun"),
        ({"flop": ()}, "is not one of"),
    ],
)
def test_a_line_that_cannot_be_understood_is_refused(line, says):
    with pytest.raises(SettingsError, match=says):
        make_trigger_index(Lexicon({"triggers": line}))


def test_a_project_may_add_its_own_words():
    index = make_trigger_index(Lexicon({"triggers": {"blot": ("attack", "verb")}}))
    found = index.match_at(("they", "blotted", "it"), 1)
    assert [match.trigger.event_type for match in found] == [EventType.ATTACK]


def test_every_type_of_event_has_words():
    lines = LEXICON.values("triggers").values()
    assert {values[0] for values in lines} == set(EventType)


WORDS = st.sampled_from(
    [
        *("after", "and", "said", "that", "which", "met", "the", "storm", "killed", "was", "in"),
        *("arrested", "(", ")", ",", ";", "“", "”", "May", "will", "not", "attacks", "If", "to"),
        *("Berg’s", "resign", "of", "2021", "fire", "who", "announced"),
    ]
)


@given(st.lists(WORDS, max_size=60))
def test_any_words_fall_into_clauses(words):
    clauses = split_clauses(split_words(" ".join(words), 7), make_trigger_index(LEXICON))
    assert len(clauses.clause) == len(clauses.text) == len(clauses.lower)
    assert list(clauses.clause) == sorted(clauses.clause)
    assert all(clauses.clause[first] == at for at, first in enumerate(clauses.firsts) if words)


@given(st.lists(WORDS, max_size=60))
def test_any_words_yield_anchored_candidates(words):
    extraction = extract(" ".join(words))
    for mention in extraction.event_mentions:
        assert 0 <= mention.score <= 1
        assert mention.anchor.start <= mention.trigger.start
        assert mention.trigger.end <= mention.anchor.end


SLOW = "The storm killed six, which Berg said was after the fire in May (and not before), "


@pytest.mark.parametrize("text", [SLOW * 12_000, "\n".join([SLOW * 20 + "."] * 600)])
def test_a_million_characters_pass(text):
    assert len(text) > 900_000
    extract(text)


def test_earliest_day_part_of_an_id():
    article = {
        "id": "d",
        "published": "2021-06-08",
        "text": "T\n[Ada Berg:person] met [Tor Lind:person] in <May 2021=2021-05:month>.",
    }
    event = resolve([article])[3][0]
    assert event.id.startswith("ev-2021-05-ada-berg")
    assert event.dating.value == parse_edtf("2021-05")
    assert event.dating.value.start == date(2021, 5, 1)
