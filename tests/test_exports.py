"""Every export is read back by its own format's library, and counts what the pages count."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace

import bibtexparser
import feedparser
import icalendar
import jsonschema
import networkx
import pytest
import rdflib
import stix2
from citeproc.source.json import CiteProcJSON
from stix2validator import ValidationOptions, validate_string

from conftest import ROOT
from dossier.dates import parse_edtf
from dossier.pipeline import assemble
from dossier.render import render_dossier
from dossier.render.exports import FORMATS, count_records, render_exports
from dossier.render.opening import open_book
from dossier.settings import load_settings
from dossier.vocabulary import FullText, PassageKind

EXAMPLES = ("first", "harbour-strike", "court-case")


@pytest.fixture(scope="module", params=EXAMPLES)
def book(request, first):
    """A reviewed dossier, and two of raw articles."""
    if request.param == "first":
        return open_book(first, load_settings(ROOT))
    return open_book(*assemble(ROOT / "tests" / "examples" / request.param, earlier=False))


@pytest.fixture(scope="module")
def files(book):
    return {export.form.file: export.text for export in render_exports(book)}


@pytest.fixture(scope="module")
def counted(book):
    return count_records(book)


@pytest.fixture(scope="module")
def pages(book):
    return render_dossier(book.dossier, book.settings)


def lines_of(files, name):
    return [json.loads(line) for line in files[name].splitlines()]


def test_the_whole_is_what_its_schema_says(files, counted):
    whole = json.loads(files["dossier.json"])
    schema = json.loads(files["dossier.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(whole)
    lists = {key: held for key, held in whole.items() if key != "questions"}
    told = {key: {one["id"] for one in held if "id" in one} for key, held in lists.items()
            if isinstance(held, list)}  # fmt: skip
    for kind in ("actors", "events"):
        told[kind] = {one["id"] for one in whole[kind] if one.get("published")}
    told["quotations"] = told["quotes"] | told["words_at_a_distance"]
    told["dates"] = told["date_expressions"]
    (form,) = (form for form in FORMATS if form.file == "dossier.json")
    assert {kind: len(told[kind]) for kind in form.records} == {
        kind: counted[kind] for kind in form.records
    }


def test_the_schema_says_of_every_list_how_it_is_counted(files):
    schema = json.loads(files["dossier.schema.json"])
    for name, field in schema["properties"].items():
        if "$ref" in field.get("items", {}):
            assert field.get("description"), name


def test_the_schema_refuses_what_is_no_dossier(files):
    schema = jsonschema.Draft202012Validator(json.loads(files["dossier.schema.json"]))
    whole = json.loads(files["dossier.json"])
    for broken in ({**whole, "sources": "none"}, {**whole, "events": [{"id": 3}]}, []):
        assert list(schema.iter_errors(broken))


def test_every_table_has_a_row_for_each_record(files, counted):
    tables = [form for form in FORMATS if form.name == "CSV"]
    assert len(tables) == 8
    for form in tables:
        rows = list(csv.DictReader(io.StringIO(files[form.file])))
        assert [len(rows)] == [counted[kind] for kind in form.records], form.file
        assert all(None not in row for row in rows), form.file


def test_no_cell_begins_like_a_formula(files):
    for form in FORMATS:
        if form.name == "CSV":
            for row in csv.reader(io.StringIO(files[form.file])):
                assert not [cell for cell in row if cell[:1] in {"=", "+", "@", "\t", "\r"}]


def test_stix_is_read_by_its_library_and_passes_its_validator(files, counted):
    bundle = stix2.parse(files["dossier.stix.json"], allow_custom=True)
    assert bundle["type"] == "bundle"
    ids = [one["id"] for one in bundle["objects"]]
    assert len(ids) == len(set(ids)) >= counted["actors"] + counted["events"]
    told = validate_string(files["dossier.stix.json"], ValidationOptions(version="2.1"))
    assert told.is_valid, [str(one) for one in told.errors][:5]


# The library warns of its own parser.
@pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning")
def test_linked_data_is_read_as_a_graph(files, counted):
    text = json.loads(files["dossier.jsonld"])
    # No context is fetched: it is written out.
    assert "http" not in json.dumps(text.get("@context")) or isinstance(text["@context"], dict)
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=files["dossier.jsonld"], format="json-ld")
    subjects = {s for s in graph.subjects(rdflib.RDF.type, None) if not isinstance(s, rdflib.BNode)}
    assert len(subjects) >= counted["sources"] + counted["actors"] + counted["events"]


@pytest.mark.parametrize(
    ("name", "read"),
    [("network.graphml", networkx.read_graphml), ("network.gexf", networkx.read_gexf)],
)
def test_the_network_is_read_with_all_its_nodes_and_edges(files, counted, name, read):
    graph = read(io.BytesIO(files[name].encode()))
    assert graph.number_of_nodes() == counted["actors"] + counted["events"]
    assert graph.number_of_edges() == counted["links"] + counted["parts"]


def test_the_calendar_holds_every_event_with_its_edtf(book, files, counted):
    calendar = icalendar.Calendar.from_ical(files["events.ics"])
    entries = [one for one in calendar.walk() if one.name in {"VEVENT", "VJOURNAL"}]
    assert len(entries) == counted["events"]
    dated = [event for event in book.dossier.events.values() if event.dating]
    assert sum(event.dating.value.edtf in files["events.ics"].replace("\r\n ", "")
               for event in dated) == len(dated)  # fmt: skip
    for entry in entries:
        if entry.name == "VEVENT":
            assert entry["DTEND"].dt > entry["DTSTART"].dt


def test_sources_are_read_by_reference_managers(book, files, counted):
    listed = json.loads(files["sources.csl.json"])
    assert len(listed) == counted["sources"]
    assert set(CiteProcJSON(listed)) == {str(one["id"]).lower() for one in listed}
    library = bibtexparser.parse_string(files["sources.bib"])
    assert library.failed_blocks == []
    assert len(library.entries) == counted["sources"]
    titles = {source.title.value for source in book.dossier.sources.values()}
    assert {one["title"] for one in listed} <= titles | {one.path for one in
                                                         book.dossier.sources.values()}  # fmt: skip


def test_the_feed_is_read_without_a_complaint(files, counted):
    feed = feedparser.parse(files["feed.xml"])
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert len(feed.entries) == counted["events"]
    assert len({entry.id for entry in feed.entries}) == counted["events"]
    assert all(entry.updated_parsed for entry in feed.entries)


def test_ids_are_addresses_of_pages(files, pages):
    whole = json.loads(files["dossier.json"])
    for folder in ("actors", "events"):
        ids = {one["id"] for one in whole[folder] if one.get("published")}
        made = {path[len(folder) + 1 : -3] for path in pages if path.startswith(f"{folder}/")}
        assert ids == made - {"index"}
    entities = lines_of(files, "entities.ftm.json")
    assert len({one["id"] for one in entities}) == len(entities)


def test_dates_survive_as_edtf(files):
    whole = json.loads(files["dossier.json"])
    values = [one["date"] for one in whole["events"] if one["date"]]
    assert values
    for value in values:
        parse_edtf(value)


def test_counts_of_the_data_page_are_those_of_the_files(pages, counted):
    page = pages["data.md"]
    for kind in ("sources", "actors", "events", "quotations", "findings"):
        number = counted[kind]
        assert f"{number:,} {kind if number != 1 else kind[:-1]}" in page, kind


@pytest.mark.parametrize("name", ["harbour-strike", "court-case", "river-flood"])
def test_nothing_of_an_article_leaves_that_may_not(name):
    """With full_text: never, no run of twelve words but what somebody is quoted with."""
    dossier, settings = assemble(ROOT / "tests" / "examples" / name, earlier=False)
    sealed = open_book(dossier, replace(settings, full_text=FullText.NEVER))
    files = {export.form.file: export.text for export in render_exports(sealed)}
    looked_at = 0
    for source in dossier.sources.values():
        spoken = " ".join(a.exact for one in dossier.quotations for a in one.anchors).split()
        allowed = {tuple(spoken[n : n + 12]) for n in range(len(spoken) - 11)}
        for passage in source.passages:
            words = source.text[passage.start : passage.end].split()
            runs = [words[n : n + 12] for n in range(len(words) - 11)]
            for run in runs if passage.kind is PassageKind.BODY else []:
                looked_at += 1
                if tuple(run) not in allowed:
                    found = [file for file, text in files.items() if " ".join(run) in text]
                    assert found == [], (source.id, run)
    assert looked_at > 40


def test_follow_the_money_reads_every_entity(files, tmp_path_factory):
    """In an environment of its own: the library wants another networkx."""
    folder = tmp_path_factory.getbasetemp() / "followthemoney"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)  # noqa: S603
        lock = ROOT / "requirements" / "followthemoney.lock"
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)  # noqa: S603
    code = (
        "import sys, json\n"
        "from followthemoney import model\n"
        "count = 0\n"
        "for line in sys.stdin:\n"
        "    held = json.loads(line)\n"
        "    proxy = model.get_proxy(held)\n"
        "    proxy.schema.validate(held)\n"
        "    read = proxy.to_dict()['properties']\n"
        "    lost = {k for k, v in held['properties'].items() if k not in read}\n"
        "    assert not lost, (held['id'], lost)\n"
        "    count += 1\n"
        "print(count)\n"
    )
    ran = subprocess.run(  # noqa: S603 - our own interpreter and code
        [str(python), "-c", code],
        input=files["entities.ftm.json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-800:]
    assert int(ran.stdout) == len(files["entities.ftm.json"].splitlines())
