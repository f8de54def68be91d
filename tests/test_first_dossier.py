"""The first dossier says what a careful reader of its three articles would say.

What it must carry lies beside the repository, in ../shared. Where the dossier says something
else on purpose, ``SAID_OTHERWISE`` has the value and the reason; a reason that is no longer
needed fails.
"""

import re

import pytest

from dossier.vocabulary import QuoteKind
from firststand import (
    BASES,
    CONTENT,
    LINKS,
    PARTS,
    SAID_OTHERWISE,
    STATUSES,
    check,
    edtf,
    lines_of,
    missing,
)

pytestmark = pytest.mark.skipif(not CONTENT.is_file(), reason="needs ../shared/content")


def published(wanted):
    return [wish for wish in wanted["events"] if wish["tier"] != "not-published"]


def test_exactly_the_events_that_may_be_published(first, wanted):
    assert len(published(wanted)) == 34
    assert set(first.events) == {wish["id"] for wish in published(wanted)}
    (phantom,) = {each["id"] for each in wanted["events"]} - set(first.events)
    assert phantom == "ev-2022-muttaqi-beijing-visit"


def test_dates_and_how_they_are_known(first, wanted):
    events = first.events
    check(
        "event",
        "date",
        [
            (one["id"], one["edtf"], events[one["id"]].dating.value.edtf)
            for one in published(wanted)
        ],
    )
    bases = []
    for wish in published(wanted):
        basis = events[wish["id"]].dating.basis
        bases.append((wish["id"], True, basis in BASES[wish["basis"]] or basis.value))
    check("event", "basis", bases)


def test_tier_status_place_and_parent(first, wanted):
    for wish in published(wanted):
        event = first.events[wish["id"]]
        assert event.tier == wish["tier"], event.id
        assert event.status == STATUSES.get(wish["status"], wish["status"]), event.id
        assert event.parent_id == wish.get("parent", ""), event.id
        assert wish.get("possible_same_as", "") in ("", *event.same_as_possible), event.id
        assert event.outcome_id == wish.get("outcome", {}).get("event", ""), event.id
        assert event.hedge or "hedge" not in wish, event.id
    places = [
        (wish["id"], wish.get("place"), first.events[wish["id"]].place_id)
        for wish in published(wanted)
    ]
    check("event", "place", places)


def test_who_took_part(first, wanted):
    absent = []
    for wish in published(wanted):
        event = first.events[wish["id"]]
        parts = {(part.actor_id, part.role) for part in event.participants}
        present = {actor for actor, _ in parts}
        asked = wish.get("actors", ())
        absent.append((event.id, [], [one["id"] for one in asked if one["id"] not in present]))
        for one in asked:
            if one["id"] in present:
                worded = {one["role"], *PARTS.get(one["role"], ())}
                assert any((one["id"], role) in parts for role in worded), (event.id, one, parts)
        assert all(part.anchors for part in event.participants), event.id
    check("event", "participants", absent)


def test_events_rest_on_the_lines_that_tell_them(first, wanted):
    lost = {}
    for wish in published(wanted):
        event = first.events[wish["id"]]
        told = [anchor for telling in event.tellings for anchor in telling.anchors]
        if lines := missing(wish["at"], first, [*event.anchors, *told]):
            lost[event.id] = lines
    assert lost == {}


def test_figures(first, wanted):
    for wish in published(wanted):
        said = {one.value: edtf(one.as_of) for one in first.events[wish["id"]].measures}
        for figure in wish.get("measures", ()):
            assert figure["value"] in said
            day = figure.get("as_of", figure.get("period"))
            assert day in (None, said[figure["value"]])


def test_a_forecast_is_measured_by_its_outcome(first, wanted):
    wish = next(one for one in wanted["events"] if "outcome" in one)
    event, outcome = first.events[wish["id"]], first.events[wish["outcome"]["event"]]
    meeting = first.events["ev-2021-07-28-tianjin-meeting"]
    day = outcome.dating.value.start
    written = first.calendar.published["001"].value.start
    assert (day - written).days == wish["outcome"]["days_after_dateline"]
    assert (day - meeting.dating.value.start).days == wish["outcome"]["days_after_meeting"]
    assert f"{(day - written).days} days" in event.status_note


def test_no_event_and_no_actor_without_evidence(first):
    bare = [event.id for event in first.events.values() if not event.anchors]
    for actor in first.actors.values():
        roles = any(role.anchors for role in actor.roles)
        signed = any(alias.anchors for alias in actor.aliases) or actor.voice
        if not (actor.mention_ids or roles or signed):
            bare.append(actor.id)
    assert bare == []


def test_relations(first, wanted):
    said = {(one.subject_id, one.verb, one.object_id): one for one in first.relations}
    assert len(said) == len(wanted["relations"]) == 20
    dates = []
    for wish in wanted["relations"]:
        verb = LINKS.get(wish["rel"], wish["rel"])
        relation = said[wish["from"], verb, wish["to"]]
        name = f"{wish['from']} {wish['rel']} {wish['to']}"
        dates.append((name, wish["edtf"], relation.dating.value.edtf))
        assert missing(wish["at"], first, relation.anchors) == [], name
        assert wish.get("event", relation.event_id) == relation.event_id, name
        assert wish.get("via", relation.via) == relation.via, name
        assert wish.get("hedge", relation.hedge) == relation.hedge, name
        speaker = {"Chinese Foreign Ministry": "china-mfa"}
        asked = wish.get("according_to", relation.according_to)
        assert speaker.get(asked, asked) == relation.according_to, name
    check("relation", "date", dates)


def words_of(name):
    return set(re.findall(r"[a-z0-9]{2,}", name.lower())) - {"of", "the", "not"}


def test_quotations(first, wanted):
    said = {quotation.id: quotation for quotation in first.quotations}
    assert len(wanted["quotations"]) == 17
    differing = []
    for wish in wanted["quotations"]:
        quotation = said[wish["id"]]
        asked = wish["speaker"] if isinstance(wish["speaker"], list) else [wish["speaker"]]
        asked = ["tolo-news" if one.startswith("Tolo News") else one for one in asked]
        assert sorted(asked) == list(quotation.speaker_ids), quotation.id
        assert quotation.event_id == wish["event"], quotation.id
        assert len(quotation.chain) == len(wish["chain"]), quotation.id
        assert quotation.chain[-1] == wish["chain"][-1], quotation.id
        for told, listed in zip(quotation.chain, wish["chain"], strict=True):
            assert words_of(told) & words_of(listed), quotation.id
        assert quotation.elided or not wish.get("elided"), quotation.id
        assert bool(quotation.sic) == ("sic" in wish), quotation.id
        at = [piece["loc"] for piece in wish["at"]]
        assert missing(at, first, quotation.anchors) == [], quotation.id
        begun = [piece["words"].rstrip(".,")[:40] for piece in wish["at"]]
        absent = sum(
            not any(anchor.exact.startswith(words) for anchor in quotation.anchors)
            for words in begun
        )
        differing.append((quotation.id, 0, absent))
    check("quotation", "words", differing)


def test_words_held_at_a_distance(first, wanted):
    scare = [one for one in first.quotations if one.kind is QuoteKind.SCARE]
    assert len(wanted["scare_quotes"]) == 8
    for wish in wanted["scare_quotes"]:
        term = wish["term"].partition(" (")[0].lower()
        found = [
            one
            for one in scare
            for anchor in one.anchors
            if anchor.exact.lower().startswith(term) and set(wish["at"]) <= lines_of(first, anchor)
        ]
        assert len(found) == 1, wish
        assert found[0].speaker_ids == (("china-government",) if term == "choice" else ())


def test_claims_hold_for_their_day(first, wanted):
    said = {claim.id: claim for claim in first.claims}
    assert set(said) == {wish["id"] for wish in wanted["standing_claims"]}
    for wish in wanted["standing_claims"]:
        assert said[wish["id"]].as_of.edtf == wish["as_of"]
        assert missing(wish["at"], first, said[wish["id"]].anchors) == []


def test_open_questions(first, wanted):
    assert len(first.questions) == len(wanted["open_questions"])
    about = {key for question in first.questions for key in question.about}
    for wish in wanted["open_questions"]:
        inside = wish[wish.rfind("(") + 1 :].rstrip(")").split(", ")
        for key in inside:
            touched = first.events.get(key) or first.actors.get(key)
            assert touched is None or key in about, wish


def test_conflicts_are_findings(first, wanted):
    said = {finding.id: finding for finding in first.findings}
    assert len(wanted["conflicts"]) == 36
    about = []
    for wish in wanted["conflicts"]:
        finding = said[wish["id"]]
        assert finding.finding_type == wish["type"], finding.id
        assert finding.gravity == wish["severity"], finding.id
        assert missing(wish["at"], first, finding.sides) == [], finding.id
        touches = wish["about"] is None or wish["about"] in finding.about
        about.append((finding.id, True, touches or finding.about))
    check("finding", "about", about)


def test_phrases_that_come_back_are_pointed_out(first, wanted):
    for lineage in wanted["phrase_lineage"]:
        spoken = {
            quotation.id
            for one in lineage["occurrences"]
            for place in one["at"]
            for quotation in first.quotations
            for anchor in quotation.anchors
            if place["words"].strip(" .") in anchor.exact
        }
        noted = [one for one in first.quotations if one.id in spoken and "q-" in one.note]
        assert len(noted) >= 2, lineage["id"]


def test_every_reason_to_differ_is_still_needed():
    kinds = {"actor", "place", "event", "relation", "quotation", "finding"}
    assert {kind for kind, _, _ in SAID_OTHERWISE} == kinds
    assert all(reason for _, reason in SAID_OTHERWISE.values())
