"""Lay out the draft that a case of edits describes, and show what came of it."""

from dossier.anchors import locator_of
from dossier.edits import apply_edits, correct_sources, load_edits
from dossier.errors import EditError
from dossier.model import Actor, Relation, SourceTelling
from dossier.settings import Lexicon, Settings
from dossier.vocabulary import ActorKind, MentionForm, QuoteKind, Telling
from standins import Desk, find

SETTINGS = Settings("Test", event_threshold=0.5, lexicon=Lexicon({}))


def lay_out(case):
    """The draft that a case describes."""
    desk = Desk()
    for source_id, given in case.data.get("sources", {}).items():
        desk.source(source_id, given["text"], str(given.get("published", "")))
    mentions = {}
    for key, given in case.data.get("mentions", {}).items():
        mentions[key] = desk.mention(
            given["in"],
            given["words"],
            given.get("nth", 1),
            ActorKind(given.get("kind", "person")),
            MentionForm(given.get("form", "name")),
        )
    for key, given in case.data.get("actors", {}).items():
        desk.actor(key, *(mentions[one] for one in given), kind=mentions[given[0]].kind)
    for key, name in case.data.get("byline_actors", {}).items():
        desk.actors[key] = Actor(key, ActorKind.PERSON, name, voice=True)
    for key, given in case.data.get("places", {}).items():
        within = case.data.get("within", {}).get(key, "")
        desk.place(key, *(mentions[one] for one in given), within=within)
    timexes = {
        key: desk.timex(given["in"], given["words"], str(given["edtf"]))
        for key, given in case.data.get("timexes", {}).items()
    }
    reports = {
        key: desk.report(
            given["in"],
            given["trigger"],
            given["type"],
            timex=timexes.get(given.get("when")),
            score=given.get("score", 0.8),
            actors=[mentions[one] for one in given.get("actors", ())],
        )
        for key, given in case.data.get("reports", {}).items()
    }
    for key, given in case.data.get("events", {}).items():
        desk.event(
            key,
            *(reports[one] for one in given["reports"]),
            actors=given.get("actors", ()),
            place=given.get("place"),
            title=given.get("title", ""),
            tellings=tuple(
                SourceTelling(one, Telling.ALLUDES, (find(desk.sources[one], words),), "a sign")
                for one, words in given.get("alludes", {}).items()
            ),
        )
    for key, given in case.data.get("quotations", {}).items():
        kind = QuoteKind(given.get("kind", "mixed"))
        more = {one: given[one] for one in ("speakers", "label", "chain") if one in given}
        desk.quotation(key, given["in"], *given["pieces"], kind=kind, **more)
    for number, given in enumerate(case.data.get("relations", ())):
        anchors = tuple(mentions[one].anchor for one in given["at"])
        desk.relations.append(
            Relation(
                f"r-{number}",
                given["from"],
                given["rel"],
                given["to"],
                anchors,
                event_id=given.get("event", ""),
            )
        )
    return desk


def write_edits(project, case):
    for name, text in case.data.get("edits", {}).items():
        path = project / "seeds" / "edits" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def run(case, project):
    """Load and apply, and show what came of it."""
    write_edits(project, case)
    try:
        edits = load_edits(project)
        desk = lay_out(case)
        corrected = correct_sources(desk.sources.values(), edits)
        desk.sources = {source.id: source for source in corrected}
        dossier, problems = apply_edits(desk.draft(), edits, SETTINGS)
    except EditError as error:
        return {"error": str(error)}
    return show(dossier, problems)


def show(dossier, problems):
    def at(anchors):
        return [
            locator_of(one, dossier.sources[one.source_id], dossier.extractions[one.source_id])
            for one in anchors
        ]

    def dated(dating):
        return f"{dating.value.edtf} {dating.basis.value}" if dating else "undated"

    words = {
        one.id: one.anchor.exact for part in dossier.extractions.values() for one in part.mentions
    }
    return {
        "actors": {
            one.id: {
                "name": one.name,
                "aliases": [alias.name for alias in one.aliases],
                "mentions": [words[each] for each in one.mention_ids],
            }
            for one in dossier.actors.values()
        },
        "roles": {
            one.id: [f"{role.title} {at(role.anchors)}" for role in one.roles]
            for one in dossier.actors.values()
        },
        "places": {one.id: f"{one.name}, {one.within}" for one in dossier.places.values()},
        "events": {
            one.id: {"title": one.title, "date": dated(one.dating), "at": at(one.anchors)}
            for one in dossier.events.values()
        },
        "mentioned": [one.id for one in dossier.mentioned],
        "participants": {
            one.id: [
                f"{part.actor_id or part.label} as {part.role} {at(part.anchors)}"
                for part in one.participants
            ]
            for one in dossier.events.values()
        },
        "tellings": {
            one.id: {
                each.source_id: f"{each.telling.value} {at(each.anchors)}".removesuffix(" []")
                for each in one.tellings
            }
            for one in dossier.events.values()
            if one.tellings
        },
        "status": {one.id: one.status.value for one in dossier.events.values()},
        "steps": {
            one.id: [step.text for step in one.dating.steps]
            for one in dossier.events.values()
            if one.dating
        },
        "event_place": {one.id: one.place_id for one in dossier.events.values()},
        "same_as_possible": {one.id: list(one.same_as_possible) for one in dossier.events.values()},
        "claims": {
            **{one.id: [claim.text for claim in one.claims] for one in dossier.events.values()},
            "": [claim.text for claim in dossier.claims],
        },
        "quotations": {
            one.id: {
                "words": [anchor.exact for anchor in one.anchors],
                "speaker": [*one.speaker_ids, *([one.speaker_label] if one.speaker_label else [])],
                "event": one.event_id,
                "kind": one.kind.value,
            }
            for one in dossier.quotations
        },
        "chains": {one.id: list(one.chain) for one in dossier.quotations},
        "relations": [
            f"{one.subject_id} {one.verb} {one.object_id}, {dated(one.dating)}"
            for one in dossier.relations
        ],
        "findings": {
            one.id: {"sides": [side.exact for side in one.sides], "about": list(one.about)}
            for one in dossier.findings
        },
        "questions": {one.text: list(one.about) for one in dossier.questions},
        "bottom_line": {one.text: at(one.anchors) for one in dossier.bottom_line},
        "sources": {
            one.id: {
                "publisher": f"{one.publisher.value} ({one.publisher.basis.value})",
                "published": dated(dossier.calendar.published.get(one.id)),
            }
            for one in dossier.sources.values()
        },
        "notes": {
            one.source_id: f"{one.reliability.value}: {one.reason}"
            for one in dossier.source_notes.values()
        },
        "problems": [str(problem) for problem in problems],
    }
