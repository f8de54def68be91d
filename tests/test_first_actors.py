"""The first dossier's sources, actors and places are those that a careful reader would list."""

import pytest

from firststand import CONTENT, check, edtf, missing

pytestmark = pytest.mark.skipif(not CONTENT.is_file(), reason="needs ../shared/content")


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
