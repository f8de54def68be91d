"""Copy an article, take one away, alter one, add one: what must change does, the rest stands."""

import re

import pytest

from dossier.check.records import find_anchors
from dossier.errors import EditError
from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.render.book import count_origins
from dossier.render.leaf import Leaf
from dossier.render.opening import open_book
from dossier.render.views.glance import rank_actors
from dossier.scaffold import lay_out_project


def article(project, source_id):
    (path,) = (project / "seeds" / "articles").glob(f"{source_id}*")
    return path


def pages(project):
    return render_dossier(*assemble(project))


def origins_of(project):
    dossier, settings = assemble(project)
    book = open_book(dossier, settings)
    return {key: count_origins(book, one.anchors)[2] for key, one in dossier.events.items()}


def test_a_copy_under_another_name_changes_no_count_of_origins(first_project):
    before = origins_of(first_project)
    path = article(first_project, "001")
    path.with_name("900_copy.md").write_text(path.read_text("utf-8"), "utf-8")
    dossier, settings = assemble(first_project)
    (copy,) = [key for key, one in dossier.sources.items() if "900" in one.path]
    assert dossier.origins[copy] == "001"
    assert [one.where for one in dossier.problems if one.code == "O301"] == [
        "seeds/articles/900_copy.md:1"
    ]
    after = origins_of(first_project)
    assert {key: after[key] for key in before} == before
    files = render_dossier(dossier, settings)
    assert "copy of" in files["sources/index.md"]


@pytest.mark.parametrize("source_id", ["000", "001", "004"])
def test_a_copy_says_what_its_original_says_and_adds_no_page_but_its_own(first_project, source_id):
    before, settings = assemble(first_project, earlier=False)
    pages_before = set(render_dossier(before, settings))
    path = article(first_project, source_id)
    path.with_name("900_copy.md").write_text(path.read_text("utf-8"), "utf-8")
    after, settings = assemble(first_project, earlier=False)
    (copy,) = after.sources.keys() - before.sources.keys()
    added = set(render_dossier(after, settings)) - pages_before
    assert f"sources/{copy}.md" in added
    assert {name.split("/")[0] for name in added} == {"assets", "compare", "sources"}
    assert after.actors.keys() == before.actors.keys()
    assert after.events.keys() == before.events.keys()
    assert told_by(after, copy) == told_by(after, source_id) == told_by(before, source_id)
    assert said_in(after, copy) == said_in(after, source_id) == said_in(before, source_id)


@pytest.mark.parametrize("source_id", ["000", "001", "004"])
def test_a_copy_adds_documents_and_nothing_else_that_is_counted(first_project, source_id):
    before, settings = assemble(first_project)
    path = article(first_project, source_id)
    path.with_name("900_copy.md").write_text(path.read_text("utf-8"), "utf-8")
    after, _ = assemble(first_project)
    (copy,) = after.sources.keys() - before.sources.keys()
    books = open_book(before, settings), open_book(after, settings)
    then, now = (counted_of(book) for book in books)
    for name, counts in then.items():
        assert now[name] == counts, name
    files = [render_dossier(one, settings) for one in (before, after)]
    pages = [page["quotations.md"] for page in files]
    assert pages[0].count("<figure") == pages[1].count("<figure")
    ids = set(re.findall(r'id="([^"]+)"', pages[1]))
    assert ids >= {one.id for one in after.quotations}
    shown = [re.sub(f" (and its copies )?only|{copy}", "", page["index.md"]) for page in files]
    told = [re.search(r"\d+ of \d+ events</a> told by one document", page)[0] for page in shown]
    assert told[0] == told[1]
    lone = [len(re.findall(r">Tells alone", page["framing.md"])) for page in files]
    assert lone[1] - lone[0] == (f"source-{source_id}" in told_alone(files[0]["framing.md"]))
    for day in {path for path in files[0] if path.startswith("known/2")}:
        assert STATUS.findall(files[1][day]) == STATUS.findall(files[0][day]) != []


@pytest.mark.parametrize("name", ["zz.txt", "aa.txt"])
def test_what_an_edit_names_keeps_its_id_whether_the_copy_comes_after_it_or_before(tmp_path, name):
    project = raw_copy_with_edits(tmp_path)
    before, settings = assemble(project)
    (project / "seeds" / "articles" / name).write_text(QUAY, "utf-8")
    after, _ = assemble(project)
    assert len(set(after.origins.values())) == 1
    books = open_book(before, settings), open_book(after, settings)
    assert counted_of(books[0]) == counted_of(books[1])
    assert [one.id for one in books[1].said_once] == ["q-01"]


STATUS = re.compile(r"chip-status[^>]*>([^<]+)<")


def told_alone(page):
    """The sections of the page on framing in which something is told by one source alone."""
    sections = page.split("\n### ")[1:]
    return {re.search(r"#(source-[\w-]+)", one)[1] for one in sections if "Tells alone" in one}


def counted_of(book):
    """What pages count, apart from documents."""
    dossier = book.dossier
    claims = [*dossier.claims, *(one for event in dossier.events.values() for one in event.claims)]
    return {
        "events": {key: (e.status, e.credibility) for key, e in dossier.events.items()},
        "outlets and origins of events": {
            key: count_origins(book, one.anchors)[1:] for key, one in dossier.events.items()
        },
        "outlets and origins of claims": {
            one.id: count_origins(book, one.anchors)[1:] for one in claims
        },
        "findings": [one.id for one in dossier.findings],
        "quotations": [one.id for one in book.said_once],
        "phrases": [one.words for one in dossier.lineages],
        "relations": [one.id for one in dossier.relations],
        "mentions": dict(book.times_named),
        "order of actors": [one.id for one in rank_actors(Leaf(book, "index.md"))],
        "said by": {key: [one.id for one in held] for key, held in book.said_by.items()},
        "said at": {key: [one.id for one in held] for key, held in book.said_at.items()},
        "said about": {key: [one.id for one in held] for key, held in book.said_about.items()},
    }


def told_by(dossier, source_id):
    """How a source tells each event, and in which words."""
    return {
        key: (one.telling, [anchor.exact for anchor in one.anchors])
        for key, event in dossier.events.items()
        for one in event.tellings
        if one.source_id == source_id
    }


def said_in(dossier, source_id):
    """What is said in a source, and by whom."""
    return [
        (one.kind, one.speaker_ids, one.speaker_label, [anchor.exact for anchor in one.anchors])
        for one in dossier.quotations
        if one.anchors[0].source_id == source_id
    ]


PLANS = """Ministers differ over the strait

Tuesday, March 5, 2019

Minister Edda Lund met minister Olan Varga in Holm on Monday, and a port spokesman called it a start.
Harbour master Nils Aune was arrested in Holm on Sunday after a search of his boat.
"""  # noqa: E501 - an article's paragraph is one line
MORE_IN_THE_COPY = "Mayor Runa Feld met minister Edda Lund in Holm on Saturday.\n"


def test_a_paragraph_that_only_the_copy_has_is_read_as_new(tmp_path):
    lay_out_project(tmp_path)
    articles, edits = tmp_path / "seeds" / "articles", tmp_path / "seeds" / "edits" / "sources"
    (articles / "plans.txt").write_text(PLANS, "utf-8")
    (articles / "reprint.txt").write_text(PLANS + MORE_IN_THE_COPY, "utf-8")
    edits.mkdir(parents=True)
    (edits / "plans.yml").write_text("id: plans\nreviewed: desk, 2026-01-02\n", "utf-8")
    dossier, _ = assemble(tmp_path)
    assert dossier.origins["reprint"] == "plans"
    assert sorted(dossier.actors) == ["edda-lund", "runa-feld"]


def test_taking_an_article_away_and_putting_it_back_gives_the_same_bytes(first_project):
    before = pages(first_project)
    path = article(first_project, "000")
    text = path.read_text("utf-8")
    path.unlink()
    assert pages(first_project) != before
    path.write_text(text, "utf-8")
    assert pages(first_project) == before


def test_taking_the_anchor_away_widens_what_rested_on_it(first_project):
    fall = "ev-2021-08-15-fall-of-kabul"
    before = assemble(first_project)[0].events[fall].dating.value
    article(first_project, "000").unlink()
    after = assemble(first_project)[0].events[fall].dating.value
    assert (before.latest - before.earliest).days == 0
    assert (after.latest - after.earliest).days > 1


TALKS = """Ministers differ over the strait

Tuesday, March 5, 2019

Minister Edda Lund met minister Olan Varga in Holm on Monday, and both spoke to the port union afterwards.
Harbour master Nils Aune was arrested in Holm on Sunday.
"""  # noqa: E501 - an article's paragraph is one line


def test_merging_and_unmerging_two_actors_leaves_no_trace(tmp_path):
    lay_out_project(tmp_path)
    (tmp_path / "seeds" / "articles" / "talks.txt").write_text(TALKS, "utf-8")
    before = pages(tmp_path)
    assert "actors/olan-varga.md" in before
    identity = tmp_path / "seeds" / "edits" / "identity.yml"
    identity.parent.mkdir(exist_ok=True)
    identity.write_text("- same: [Edda Lund, Olan Varga]\n  reason: a try\n", "utf-8")
    merged = pages(tmp_path)
    assert len({"actors/edda-lund.md", "actors/olan-varga.md"} & set(merged)) == 1
    identity.unlink()
    assert pages(tmp_path) == before


def test_a_quotation_whose_words_are_altered_stops_the_run_and_every_edit_is_named(first_project):
    path = article(first_project, "001")
    text = path.read_text("utf-8")
    assert text.count("pariah state") == 1
    path.write_text(text.replace("pariah state", "pariah nation"), "utf-8")
    with pytest.raises(EditError) as stopped:
        assemble(first_project)
    told = str(stopped.value).splitlines()
    assert [line.partition(": ")[0].rpartition(":")[0] for line in told] == [
        "seeds/edits/quotations.yml",
        "seeds/edits/findings/cf-13.yml",
    ]
    assert all("the words 'pariah state' do not stand there" in line for line in told)


def raw_copy_with_edits(project):
    """A project of a plain article with an edit of every kind that points into it."""
    lay_out_project(project)
    (project / "seeds" / "articles" / "talks.txt").write_text(QUAY, "utf-8")
    edits = project / "seeds" / "edits"
    for name, text in QUAY_EDITS.items():
        target = edits / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return project


QUAY = """Quay of Holm stays open

Tuesday, March 5, 2019

Minister Edda Lund met mayor Olan Varga in Holm on Monday.
Lund said: "The quay will stay open for small boats."
Harbour master Nils Aune was arrested in Holm on Sunday.
"""
MORE = "The weather on the island had been mild for weeks and the boats lay idle."
"""A paragraph that names nobody."""

QUAY_EDITS = {
    "actors/edda-lund.yml": (
        "id: edda-lund\nname: Edda Lund\nkind: person\n"
        "roles: [{role: minister, at: {loc: talks:L5, words: Minister}}]\n"
    ),
    "events/ev-meeting.yml": (
        "id: ev-meeting\ntitle: Minister meets the mayor\ntype: meeting\n"
        "at: {loc: talks:L5, words: Edda Lund met mayor Olan Varga}\n"
        "claims: [{text: They met., at: {loc: talks:L5, words: met mayor}}]\n"
    ),
    "quotations.yml": (
        "- id: q-01\n  at: {loc: talks:L6, words: The quay will stay open for small boats.}\n"
        "  speaker: [edda-lund]\n"
    ),
}


def edited_words(dossier):
    """The words that every edit rests on, without their places."""
    event = dossier.events["ev-meeting"]
    (quotation,) = [one for one in dossier.quotations if one.id == "q-01"]
    return (
        [anchor.exact for role in dossier.actors["edda-lund"].roles for anchor in role.anchors],
        [anchor.exact for anchor in event.anchors],
        [anchor.exact for claim in event.claims for anchor in claim.anchors],
        [anchor.exact for anchor in quotation.anchors],
        quotation.speaker_ids,
    )


@pytest.mark.parametrize(("line", "moved"), [(4, 4), (5, 1), (6, 0), (7, 0)])
def test_a_paragraph_more_and_every_edit_finds_its_words_again(tmp_path, line, moved):
    project = raw_copy_with_edits(tmp_path)
    before, _ = assemble(project)
    lines = QUAY.splitlines()
    text = "\n".join([*lines[:line], MORE, *lines[line:]]) + "\n"
    (project / "seeds" / "articles" / "talks.txt").write_text(text, "utf-8")
    after, _ = assemble(project)
    assert edited_words(after) == edited_words(before)
    told = [one for one in after.problems if "seeds/edits" in one.where]
    assert [one.code for one in told] == ["E213"] * moved


@pytest.mark.parametrize("source_id", ["000", "001", "004"])
def test_a_paragraph_more_in_a_retold_article_moves_no_edit_of_the_shipped_dossier(
    first_project, source_id
):
    """A paragraph for each line of the original: what every record rests on stays word for word."""
    before, _ = assemble(first_project)
    path = article(first_project, source_id)
    head, _, body = path.read_text("utf-8").partition("\n---\n")
    paragraphs = body.strip().split("\n\n")
    places = range(1, len(paragraphs), 5)
    for place in places:
        line = int(re.match(r"\[L(\d+)", paragraphs[place - 1])[1])
        more = [*paragraphs[:place], f"[L{line}] {MORE}", *paragraphs[place:]]
        path.write_text(f"{head}\n---\n\n" + "\n\n".join(more) + "\n", "utf-8")
        after, _ = assemble(first_project, earlier=False)
        assert resting_on(after) == resting_on(before)
        assert not [one for one in after.problems if "seeds/edits" in one.where]


def resting_on(dossier):
    """The words that every record rests on, an edit's pointers among them."""
    records = [
        *dossier.actors.items(),
        *dossier.places.items(),
        *dossier.events.items(),
        *dossier.source_notes.items(),
        *(
            (one.id, one)
            for held in (dossier.quotations, dossier.relations, dossier.claims, dossier.findings)
            for one in held
        ),
        *((one.text, one) for one in dossier.bottom_line),
    ]
    return {key: [anchor.exact for anchor in find_anchors(one)] for key, one in records}


STRAIT = """Ministers differ over the strait

Tuesday, March 5, 2019

Minister Edda Lund met mayor Olan Varga in Holm on Monday, and both spoke to the port union afterwards.
Varga said: "The ferry will sail again in spring."
Harbour master Nils Aune was arrested in Holm on Sunday.
Inspector Runa Feld searched his boat in Holm on Friday.
"""  # noqa: E501 - an article's paragraph is one line

STRAIT_EDITS = {
    "actors/edda-lund.yml": (
        "id: edda-lund\nname: Edda Lund\nkind: person\n"
        "roles: [{role: minister, at: {loc: strait:L5, words: Minister}}]\n"
    ),
    "actors/olan-varga.yml": (
        "id: olan-varga\nname: Olan Varga\nkind: person\naliases: [Varga]\n"
        "roles: [{role: mayor of Holm, at: {loc: strait:L5, words: mayor}}]\n"
    ),
    "events/ev-meeting.yml": (
        "id: ev-meeting\ntitle: Minister meets the mayor\ntype: meeting\nat: strait:L5\n"
        "participants:\n- {actor: edda-lund, role: guest, at: strait:L5}\n"
        "- {actor: olan-varga, role: host, at: strait:L5}\n"
        "claims: [{text: They met., according_to: olan-varga, at: strait:L5}]\n"
    ),
    "events/ev-arrest.yml": (
        "id: ev-arrest\ntitle: Harbour master arrested\ntype: arrest\nat: strait:L7\n"
        "participants: [{actor: nils-aune, role: arrested, at: strait:L7}]\n"
    ),
    "quotations.yml": (
        "- id: q-01\n  at: {loc: strait:L6, words: The ferry will sail again in spring.}\n"
        "  speaker: [olan-varga]\n  event: ev-meeting\n"
    ),
    "relations.yml": (
        "- {from: edda-lund, rel: met, to: olan-varga, at: strait:L5, event: ev-meeting}\n"
        "- {from: olan-varga, rel: rules, to: nils-aune, at: strait:L7}\n"
    ),
}


def write_edits(project, edits):
    for name, text in edits.items():
        target = project / "seeds" / "edits" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


@pytest.fixture
def strait(tmp_path):
    """A project with two actors and two events that edits shape and other edits speak of."""
    lay_out_project(tmp_path)
    (tmp_path / "seeds" / "articles" / "strait.txt").write_text(STRAIT, "utf-8")
    write_edits(tmp_path, STRAIT_EDITS)
    return tmp_path


def test_merging_and_unmerging_two_edited_actors_leaves_no_trace(strait):
    """The second one's file becomes a line in the first's; what speaks of it follows."""
    before = pages(strait)
    assert {"actors/edda-lund.md", "actors/olan-varga.md"} <= set(before)
    second = strait / "seeds" / "edits" / "actors" / "olan-varga.yml"
    second.unlink()
    merged = STRAIT_EDITS["actors/edda-lund.yml"] + (
        "aliases: [Olan Varga, Varga]\nmerge: [olan-varga]\n"
    )
    write_edits(strait, {"actors/edda-lund.yml": merged})
    dossier, settings = assemble(strait)
    assert "olan-varga" not in dossier.actors
    (said,) = [one for one in dossier.quotations if one.id == "q-01"]
    assert said.speaker_ids == ("edda-lund",)
    parts = dossier.events["ev-meeting"].participants
    assert {part.actor_id for part in parts} == {"edda-lund"}
    ends = {(one.subject_id, one.verb, one.object_id) for one in dossier.relations}
    assert ("edda-lund", "rules", "nils-aune") in ends
    told = [(one.code, one.where) for one in dossier.problems if one.severity == "error"]
    assert told == []
    lost = [one.where for one in dossier.problems if "two ends are one" in one.message]
    assert lost == ["seeds/edits/relations.yml:1"]
    assert render_dossier(dossier, settings) != before
    write_edits(strait, STRAIT_EDITS)
    assert pages(strait) == before


def test_a_judgement_and_its_undoing_leave_no_trace_in_what_other_edits_say(strait):
    (strait / "seeds" / "edits" / "actors" / "olan-varga.yml").unlink()
    before = pages(strait)
    identity = strait / "seeds" / "edits" / "identity.yml"
    identity.write_text("- same: [Edda Lund, Olan Varga]\n  reason: a try\n", "utf-8")
    dossier, _ = assemble(strait)
    assert [one for one in dossier.problems if one.severity == "error"] == []
    assert "olan-varga" not in dossier.actors
    assert {part.role for part in dossier.events["ev-meeting"].participants} >= {"guest", "host"}
    (said,) = [one for one in dossier.quotations if one.id == "q-01"]
    assert said.speaker_ids == ("edda-lund",)
    identity.unlink()
    assert pages(strait) == before


def test_merging_and_unmerging_two_edited_events_leaves_no_trace(strait):
    before = pages(strait)
    assert {"events/ev-meeting.md", "events/ev-arrest.md"} <= set(before)
    (strait / "seeds" / "edits" / "events" / "ev-arrest.yml").unlink()
    automatic = [key for key in assemble(strait)[0].events if key != "ev-meeting"]
    arrest = next(
        key
        for key in automatic
        if "nils-aune" in {part.actor_id for part in assemble(strait)[0].events[key].participants}
    )
    merged = STRAIT_EDITS["events/ev-meeting.yml"] + f"merge: [{arrest}]\n"
    write_edits(strait, {"events/ev-meeting.yml": merged})
    dossier, _ = assemble(strait)
    assert arrest not in dossier.events
    words = " ".join(anchor.exact for anchor in dossier.events["ev-meeting"].anchors)
    assert "Edda Lund met" in words
    assert "Nils Aune was arrested" in words
    write_edits(strait, STRAIT_EDITS)
    assert pages(strait) == before
