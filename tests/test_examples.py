"""Whole projects, small and invented: every stage on files as people write them.

``expected`` holds what a reader would find, line by line, with the example's edits and without.
``pytest --update-goldens`` writes it anew; the difference shows what a change does to readers.
"""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.anchors import locator_of
from dossier.edits import load_edits, suggest
from dossier.edits.load import parse_edit_file
from dossier.edits.paste import split_blocks
from dossier.errors import Severity
from dossier.pipeline import assemble, convert, find_stale_pages
from dossier.yamlfile import parse_yaml

EXPECTED = Path(__file__).parent / "examples"
EXAMPLES = sorted(EXPECTED.glob("*/seeds"))
IDS = [path.parent.name for path in EXAMPLES]


def read(project):
    return assemble(project)[0]


def errors(dossier):
    return [str(one) for one in dossier.problems if one.severity is Severity.ERROR]


@pytest.fixture(params=EXAMPLES, ids=IDS)
def project(request, tmp_path):
    """A copy of an example, free to be changed."""
    shutil.copytree(request.param, tmp_path / "seeds")
    return tmp_path


def show(dossier):
    """What a reader would find, a line each."""

    def at(anchors):
        return ", ".join(
            locator_of(one, dossier.sources[one.source_id], dossier.extractions[one.source_id])
            for one in anchors
        )

    def dated(dating):
        return f"{dating.value.edtf} ({dating.basis})" if dating else "undated"

    def tell(event):
        parts = [f"{one.actor_id or one.label} ({one.role})" for one in event.participants]
        who = ", ".join(parts) or "-"
        return [
            f"{event.title} [{event.event_type}, {event.tier}, {event.status}]",
            f"{dated(event.dating)}; place: {event.place_id or '-'}; who: {who}",
            f"at {at(event.anchors)}",
        ]

    def name(source):
        authors = [author.value for author in source.authors if author.value]
        return f"{source.title.value} / {source.publisher.value} / {', '.join(authors)}"

    published = dossier.calendar.published
    return {
        "sources": {
            key: [name(source), dated(published.get(key))]
            for key, source in dossier.sources.items()
        },
        "actors": {
            key: f"{actor.name} [{actor.kind}] {len(actor.mention_ids)} mentions; "
            f"also: {', '.join(alias.name for alias in actor.aliases) or '-'}; "
            f"roles: {', '.join(role.title for role in actor.roles) or '-'}"
            for key, actor in dossier.actors.items()
        },
        "events": {key: tell(event) for key, event in dossier.events.items()},
        "mentioned": [f"{one.title}, {dated(one.dating)}" for one in dossier.mentioned],
        "quotations": [
            f"{at(one.anchors[:1])} {', '.join(one.speaker_ids) or one.speaker_label or '-'} "
            f"[{one.kind}] {one.anchors[0].exact[:40]}"
            for one in dossier.quotations
        ],
        "relations": [
            f"{one.subject_id} {one.verb} {one.object_id}, {dated(one.dating)}"
            for one in dossier.relations
        ],
        "findings": [f"{one.id} [{one.finding_type}] {at(one.sides)}" for one in dossier.findings],
        "problems": [f"{one.where}: {one.code}" for one in dossier.problems],
    }


def test_an_example_reads_as_expected(project, golden, request):
    expected = golden(EXPECTED / request.node.callspec.id / "expected" / "with-edits.yml")
    expected.expect(show(convert(project).dossier))
    assert find_stale_pages(project) == ()


def test_an_example_without_its_edits_reads_as_expected(project, golden, request):
    shutil.rmtree(project / "seeds" / "edits", ignore_errors=True)
    expected = golden(EXPECTED / request.node.callspec.id / "expected" / "without-edits.yml")
    expected.expect(show(read(project)))


def test_an_example_has_no_errors_and_its_edits_all_match(project):
    dossier = read(project)
    assert errors(dossier) == []
    assert [str(one) for one in dossier.problems if one.code.startswith("E")] == []
    edits = load_edits(project)
    assert {edit.id for edit in edits.events if not edit.hide} <= set(dossier.events)
    assert not {edit.id for edit in edits.events if edit.hide} & set(dossier.events)
    assert {edit.id for edit in edits.actors} <= set(dossier.actors)


def test_an_example_comes_out_the_same_twice(project):
    assert read(project) == read(project)


def is_referred_to(article, edits):
    source_id = article.stem.partition("_")[0]
    return any(source_id in path.read_text("utf-8") for path in edits.rglob("*.yml"))


def test_any_article_can_be_taken_away(project):
    for path in sorted((project / "seeds" / "articles").iterdir()):
        text = path.read_bytes()
        path.unlink()
        dossier = read(project)
        assert errors(dossier) == [], path.name
        if is_referred_to(path, project / "seeds" / "edits"):
            codes = {one.code for one in dossier.problems}
            assert codes & {"E201", "E202", "E210"}, path.name
        path.write_bytes(text)


def test_all_articles_can_be_taken_away(project):
    shutil.rmtree(project / "seeds" / "articles")
    (project / "seeds" / "articles").mkdir()
    dossier = read(project)
    assert "R101" in {one.code for one in dossier.problems}
    assert not [one for one in dossier.problems if one.severity is Severity.ERROR]
    assert (dict(dossier.actors), dict(dossier.events), dossier.quotations) == ({}, {}, ())


def test_edits_can_be_taken_away(project):
    shutil.rmtree(project / "seeds" / "edits")
    assert errors(read(project)) == []


def remove(project, paths):
    for path in paths:
        (project / path).unlink()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_edits_and_articles_can_be_taken_away(tmp_path_factory, data):
    seeds = data.draw(st.sampled_from(EXAMPLES))
    project = tmp_path_factory.mktemp("example")
    shutil.copytree(seeds, project / "seeds")
    found = sorted(
        path.relative_to(project)
        for folder in ("articles", "edits")
        for path in (project / "seeds" / folder).rglob("*.*")
    )
    remove(project, data.draw(st.sets(st.sampled_from(found), max_size=6)))
    # An edit may refer to one that was taken away and then says so; no promise is broken.
    assert {line.split(": ")[1][:4] for line in errors(read(project))} <= {"E203", "E204", "E205"}


def test_suggestions_can_be_pasted(project):
    shutil.rmtree(project / "seeds" / "edits")
    before = read(project)
    for name, text in split_blocks(suggest(before)).items():
        parse_edit_file(name, parse_yaml(text, shown_as=name))
        path = project / "seeds" / "edits" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    after = read(project)
    assert errors(after) == []
    assert set(after.events) == set(before.events)
    dated = {one.id: one.dating and one.dating.value for one in before.events.values()}
    assert {one.id: one.dating and one.dating.value for one in after.events.values()} == dated
