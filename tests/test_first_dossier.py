"""The first dossier says what a careful reader of its three articles would say.

What it must carry lies beside the repository, in ../shared. Where the dossier says something
else on purpose, ``SAID_OTHERWISE`` has the value and the reason; a reason that is no longer
needed fails.
"""

import re
from pathlib import Path

import pytest
import yaml

from dossier.vocabulary import DateBasis, QuoteKind

ROOT = Path(__file__).parents[1]
CONTENT = ROOT.parent / "shared" / "content" / "china-taliban.yml"

pytestmark = pytest.mark.skipif(not CONTENT.is_file(), reason="needs ../shared/content")

SAID_OTHERWISE = {
    ("actor", "unnamed-taliban-spokesman-2025", "name"): (
        "Unnamed Taliban spokesman (2025)",
        "A name on a page begins with a capital letter.",
    ),
    ("actor", "unnamed-pakistan-representative-2025", "name"): (
        "Unnamed representative of Pakistan (2025)",
        "A name on a page begins with a capital letter.",
    ),
    ("actor", "us-government", "name"): (
        "Government of the United States",
        "As for the other governments.",
    ),
    ("actor", "us-state-department", "name"): ("US Department of State", "Its official name."),
    ("actor", "us-intelligence", "name"): ("US intelligence (not specified)", "Plainer English."),
    ("actor", "ghani-government", "name"): (
        "Government of Afghanistan under Ashraf Ghani",
        "Two people of the dossier bear the name Ghani.",
    ),
    ("actor", "five-dozen-countries", "name"): (
        "More than five dozen countries",
        "The source's words name no group.",
    ),
    ("actor", "javid-ahmad-qaem", "side"): (
        "Afghan government until August 2021",
        "No source speaks of a mission; one wording for one side.",
    ),
    ("actor", "ashraf-ghani", "side"): (
        "Afghan government until August 2021",
        "One wording for one side.",
    ),
    ("actor", "xi-jinping", "roles"): (
        [],
        "000 gives him no office, only an epithet of its own and “his government”.",
    ),
    ("actor", "qin-gang", "lines"): (
        ["000:L44"],
        "The role stands in L36; L44 tells of the end and is evidence of the removal.",
    ),
    ("actor", "xi-jinping", "lines"): (["000:L44"], "There is no role to give evidence for."),
    ("actor", "ashraf-ghani", "roles"): (
        [("2021-08-15", "2021-08-15")],
        "He was president until that day, so that is also the last day the role is known for.",
    ),
    ("place", "mes-aynak", "name"): (
        "Mes Aynak, Mohammad Agha district, Logar",
        "The area is named in the note.",
    ),
    ("place", "un-new-york-geneva", "name"): (
        "UN offices in New York and Geneva",
        "Plainer English.",
    ),
    ("event", "ev-2021-war-extension", "date"): (
        "[..2021-08-15]",
        "“That year” dates the campaign; no words put the announcement into 2021.",
    ),
    ("event", "ev-2021-07-us-intelligence-estimate", "date"): (
        "[..2021-07-29]",
        "One unknown day until then, not all the time until then.",
    ),
    ("event", "ev-chinese-contracts", "date"): (
        "[..2025-05-11]",
        "Unknown days until then, not all the time until then.",
    ),
    ("event", "ev-2021-08-16-kabul-airport", "basis"): (
        "bounded",
        "No words give the beginning; the earliest day told stands for it.",
    ),
    ("event", "ev-2021-06-embassy-warnings", "place"): (
        "afghanistan",
        "004 does not say in which city the embassy stands.",
    ),
    **{
        ("event", key, "place"): ("afghanistan", "The country is what the words allow.")
        for key in (
            "ev-1990s-taliban-rule",
            "ev-2001-taliban-ousted",
            "ev-2021-taliban-campaign",
            "ev-2021-08-15-ghani-flees",
        )
    },
    ("event", "ev-2025-05-invitation", "place"): (
        "kabul",
        "The place of the meeting at which the quoted report puts the invitation.",
    ),
    ("event", "ev-2024-07-24-mes-aynak", "participants"): (
        ["chinese-firms"],
        "The caption names Chinese engineers, no firm: they have a label.",
    ),
    ("relation", "china-government invited taliban", "date"): (
        "[..2021-07-28]",
        "An invitation is given on a day, not all the time until then.",
    ),
    ("relation", "taliban awarded contracts to chinese-firms", "date"): (
        "[..2025-05-11]",
        "As for the event.",
    ),
    ("quotation", "q-16", "words"): (
        1,
        "The restatement quotes the judgement and restates the rest.",
    ),
    ("quotation", "q-17", "words"): (
        1,
        "The quotation begins earlier in the sentence and is given whole.",
    ),
    ("finding", "cf-24", "about"): (("taliban",), "Claims have no page; the actor has."),
}

BASES = {
    "explicit": {DateBasis.EXPLICIT},
    "weekday+dateline": {DateBasis.RELATIVE},
    "relative+dateline": {DateBasis.RELATIVE},
    "weekday+cross-source": {DateBasis.CROSS_SOURCE},
    "relative+cross-source": {DateBasis.CROSS_SOURCE},
    "derived-arithmetic": {DateBasis.ARITHMETIC},
    "bounded": {DateBasis.BOUNDED},
}
STATUSES = {
    "reported-single-source": "single-source",
    "reported-plus-possible-allusion": "possible-allusion",
    "corroborated-2-outlets": "corroborated",
}
PARTS = {
    "agent": {
        *("attacking side", "took the capital and came to power", "left the country"),
        *("evacuating party", "ousted the Taliban", "removed him"),
    },
    "target": {"opposing side", "ousted from power", "removed"},
    "author of the earlier end date": {"under whom the earlier end date was set"},
    "head of delegation": {"head of the delegation"},
    "host": {"receiving side", "met the envoy", "inviting side"},
    "delegation member (named)": {"member of the delegation"},
    "delegation of nine": {"visiting side"},
    "inviter, according to Naeem": {"inviting side"},
    "fled": {"head of the government; fled"},
    "issuer": {"issuers"},
    "non-signatory": {"not a signatory"},
    "decision-maker": {"decided"},
    "delegation": {"visiting delegation"},
    "lead": {"led the event"},
    "other regional actors (unnamed)": {"attended"},
    "programme": {"programme applied to"},
    "co-launched": {"broke ground with Chinese engineers"},
    "senior officials (unnamed)": {"receiving side"},
    "inviter, per Tolo News": {"inviter"},
    "inviter, per 000's own lede": {"inviter in the opening sentence"},
    "invitee": {"invited"},
    "subject": {"subject of the reported understanding"},
    "contractor": {"contractors"},
}
"""Parts as the dossier words them; a part that is not here is worded alike."""

LINKS = {
    "invited": "invited",
    "did not recognise": "did not recognise",
    "maintained contact with": "maintained contact with",
    "received ambassador of": "received an ambassador of",
    "crackdown on": "“crackdown” on",
    "asked neighbours for recognition": "asked neighbours for recognition, among them",
    "demanded lifting of freeze and sanctions from": (
        "demanded that freeze and sanctions be lifted by"
    ),
    "approved cooperation with 'relevant Afghan political actors'": (
        "approved cooperation with “relevant Afghan political actors”, taken by 000 to mean"
    ),
}
"""Verbs of relations as the dossier words them; one that is not here is worded alike."""


@pytest.fixture(scope="module")
def wanted():
    return yaml.safe_load(CONTENT.read_text("utf-8"))


def check(kind, field, triples):
    """Compare what is wanted with what is said: ``(id, wanted, said)``, field by field."""
    said_otherwise = {
        key[1]: value for key, (value, _) in SAID_OTHERWISE.items() if key[::2] == (kind, field)
    }
    differing = {key: said for key, wish, said in triples if said != wish}
    assert differing == said_otherwise


def edtf(value):
    return value.edtf if value else None


def lines_of(dossier, *anchors):
    """Lines of the original files that anchors lie on, as "000:L14"."""
    return {
        f"{anchor.source_id}:L{line}"
        for anchor in anchors
        for passage in dossier.sources[anchor.source_id].passages
        if passage.start < anchor.end and passage.end > anchor.start
        for line in range(passage.first_line, passage.last_line + 1)
    }


def missing(wish, dossier, anchors):
    return sorted(set(wish) - lines_of(dossier, *anchors))


# --- sources ---------------------------------------------------------------------------------


def test_sources(first, wanted):
    assert set(first.sources) == {each["id"] for each in wanted["sources"]}
    for wish in wanted["sources"]:
        source = first.sources[wish["id"]]
        assert source.original.file == wish["file"]
        assert source.original.sha256 == wish["sha256"]
        marks = str.maketrans("‘’", "''")
        assert source.title.value.translate(marks) == wish["title"].translate(marks)
        (author,) = source.authors
        assert author.value == wish["byline"]["value"]
        assert [f"{source.id}:L{author.line}"] == wish["byline"]["at"]
        assert (author.basis == "inferred") == wish["byline"]["basis"].startswith("inferred")
        assert (source.publisher.value or None) == wish["outlet"]["value"]
        published = wish["published"]["edtf"].partition("T")[0]
        assert first.calendar.published[source.id].value.edtf == published
        markers = {(mark["exact"], mark["line"]) for mark in wish["republication_markers"]}
        found = {(mark.value, mark.line) for mark in source.markers}
        assert {line for _, line in markers} <= {line for _, line in found}


def test_sources_name_whom_they_carry(first, wanted):
    for wish in wanted["sources"]:
        carried = [name for name, _ in first.source_notes[wish["id"]].carries]
        assert len(carried) >= len(wish["carried_sources"])
        assert all(anchors for _, anchors in first.source_notes[wish["id"]].carries)


# --- actors and places -----------------------------------------------------------------------


def actors(wanted):
    groups = wanted["actors"]
    return [*groups["people"], *groups["organisations"], *groups["groups"]]


def test_every_actor_has_a_page_and_nobody_else_does(first, wanted):
    ids = {wish["id"] for wish in actors(wanted)}
    shown = {key for key, actor in first.actors.items() if not actor.voice}
    # Some articles tell of the country, whoever governs it.
    assert shown == ids | {"afghanistan"}


def test_names_and_sides(first, wanted):
    people = wanted["actors"]["people"]
    named = [(wish["id"], wish["name"], first.actors[wish["id"]].name) for wish in actors(wanted)]
    check("actor", "name", named)
    sides = [(wish["id"], wish["side"], first.actors[wish["id"]].side) for wish in people]
    check("actor", "side", sides)


def test_roles_hold_for_the_days_they_are_told_of(first, wanted):
    dates, evidence = [], []
    for wish in wanted["actors"]["people"]:
        roles = first.actors[wish["id"]].roles
        said = [(edtf(role.as_of), edtf(role.ended)) for role in roles]
        days = [(role.get("as_of"), role.get("ended")) for role in wish["roles"]]
        dates.append((wish["id"], days, days if set(days) <= set(said) else said))
        at = [locator for role in wish["roles"] for locator in role["at"]]
        anchors = [anchor for role in roles for anchor in role.anchors]
        evidence.append((wish["id"], [], missing(at, first, anchors)))
    check("actor", "roles", dates)
    check("actor", "lines", evidence)


def test_bodies_are_found_where_they_are_named(first, wanted):
    anchors = {one.id: one.anchor for part in first.extractions.values() for one in part.mentions}
    bodies = [*wanted["actors"]["organisations"], *wanted["actors"]["groups"]]
    lost = {
        wish["id"]: lines
        for wish in bodies
        if (
            lines := missing(
                wish["at"],
                first,
                [anchors[one] for one in first.actors[wish["id"]].mention_ids],
            )
        )
    }
    assert lost == {}


def test_people_of_one_description_are_kept_apart(first):
    ids = ("unnamed-taliban-spokesman-2025", "mohammed-naeem", "suhail-shaheen")
    mentions = [set(first.actors[key].mention_ids) for key in ids]
    assert all(mentions)
    assert sum(map(len, mentions)) == len(set.union(*mentions))


def test_voices_only_sign(first, wanted):
    names = {actor.name for actor in first.actors.values() if actor.voice}
    assert names == {wish["name"] for wish in wanted["actors"]["voices"]}
    spoken_of = {part.actor_id for event in first.events.values() for part in event.participants}
    assert not {key for key, actor in first.actors.items() if actor.voice} & spoken_of


def test_places(first, wanted):
    named, within = [], []
    for wish in wanted["places"]:
        place = first.places[wish["id"]]
        named.append((wish["id"], wish["name"], place.name))
        within.append((wish["id"], wish.get("in", ""), place.within))
        assert missing(wish["at"], first, place.anchors) == []
    check("place", "name", named)
    check("place", "within", within)


# --- events ----------------------------------------------------------------------------------


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


# --- relations, quotations, claims, findings -------------------------------------------------


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
