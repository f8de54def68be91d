"""Files for other programs hold what the pages hold."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from dossier.dates import parse_edtf
from dossier.model import Anchor, Dating
from dossier.render import render_dossier
from dossier.render.interchange import export_dossier, find_ends
from dossier.render.opening import open_book
from dossier.render.printed_names import PrintedNames
from dossier.vocabulary import ActorKind, DateBasis
from harbour import make_dossier, make_settings
from standins import Desk


@pytest.fixture(scope="module")
def files():
    return render_dossier(make_dossier(), make_settings())


def test_each_table_has_as_many_rows_as_the_data_page_says(files):
    named = re.findall(
        r'href="(data/\w+\.csv)">.*?data-label="Records">([\d,]+) \w+<', files["data.md"]
    )
    assert len(named) == 8
    for path, rows in named:
        read = list(csv.DictReader(io.StringIO(files[path])))
        assert len(read) == int(rows.replace(",", "")), path


def test_offsets_lead_back_to_the_file():
    desk = Desk()
    text = "Title\nIlse Brandt met Jo."
    desk.source("s", text)
    desk.actor("jo", desk.mention("s", "Jo"))
    made = desk.draft()
    # The file had two characters more before "met", which reading took out.
    source = replace(made.sources["s"], shifts=((text.index("met"), text.index("met") + 2),))
    book = open_book(replace(made, sources={"s": source}), make_settings())
    (mention,) = export_dossier(book)["actors"][0]["mentions"]
    assert mention["start"] == text.index("Jo") + 2
    assert mention["end"] == mention["start"] + 2
    assert mention["text"] == "Jo"


def test_the_json_keeps_to_the_schema(files):
    held = json.loads(files["data/dossier.json"])
    assert {row["id"] for row in held["sources"]} == {"101", "102"}
    assert {row["id"] for row in held["events"] if row["published"]} == {
        "ev-ferry",
        "ev-harbour",
        "ev-talks",
        "ev-walkout",
    }
    (quote,) = [row for row in held["quotes"] if row["id"] == "q-01"]
    assert quote["speaker"] == "ilse-brandt"
    assert quote["text"] == "will stay open for small boats"
    assert {row["value"] for row in held["dates"]} == {"2019-03-05", "2019-03-06", "2019-05"}
    assert [row["id"] for row in held["words_at_a_distance"]] == ["q-02"]


def test_the_json_carries_what_has_no_page(files):
    made = make_dossier()
    held = json.loads(files["data/dossier.json"])
    unpublished = {row["id"] for row in held["events"] if not row["published"]}
    assert unpublished == {event.id for event in made.mentioned}
    assert unpublished
    voices = {row["id"] for row in held["actors"] if row.get("published") is False}
    assert voices == {actor.id for actor in made.actors.values() if actor.voice}


def test_the_json_has_titled_names_among_the_aliases():
    text = "Row\nThe quay stays shut, Professor Ann Novak of Aldhaven, Norland, said."
    desk = Desk()
    desk.source("101", text, "2019-03-05")
    mention = replace(desk.mention("101", "Ann Novak"), title="Professor")
    part = desk.parts["101"]
    desk.parts["101"] = replace(part, mentions=(mention,))
    desk.actor("ann-novak", mention)
    held = export_dossier(open_book(desk.draft(), make_settings()))
    (row,) = held["actors"]
    assert "Professor Ann Novak" in row["aliases"]


def test_the_json_has_the_body_before_an_office_among_the_aliases():
    text = "Row\nNow Port Council clerk Ann Novak of Aldhaven said so."
    desk = Desk()
    desk.source("101", text, "2019-03-05")
    mention = replace(desk.mention("101", "Ann Novak"), title="clerk", affiliation="Port Council")
    desk.parts["101"] = replace(desk.parts["101"], mentions=(mention,))
    desk.actor("ann-novak", mention)
    (row,) = export_dossier(open_book(desk.draft(), make_settings()))["actors"]
    assert row["aliases"] == ["Port Council clerk Ann Novak", "clerk Ann Novak"]


def test_the_json_has_names_with_what_stands_behind_them_among_the_aliases():
    text = (
        "Row\nAnn Novak of the Port Council, Bo Falk, QC, and Cy Lund of late met in Tarn Hall"
        " in Aldhaven, Norland."
    )
    desk = Desk()
    desk.source("101", text, "2019-03-05")
    people = [desk.mention("101", name) for name in ("Ann Novak", "Bo Falk", "Cy Lund")]
    places = [
        replace(desk.mention("101", name), kind=ActorKind.PLACE)
        for name in ("Tarn Hall", "Aldhaven", "Norland")
    ]
    body = replace(desk.mention("101", "Port Council"), kind=ActorKind.ORGANIZATION)
    every = (*people, body, *places)
    desk.parts["101"] = replace(desk.parts["101"], mentions=every)
    printed = PrintedNames(desk.draft())
    assert [sorted(printed.of([one])) for one in every] == [
        ["Ann Novak of the Port Council"],
        ["Bo Falk, QC"],
        [],
        [],
        ["Tarn Hall in Aldhaven, Norland"],
        [],
        [],
    ]


def test_the_json_has_a_body_with_the_body_it_belongs_to_among_the_aliases():
    text = "Row\nTarn University's Salt Department wrote to Ann Novak's Boat Trust in Lima."
    desk = Desk()
    desk.source("101", text, "2019-03-05")
    names = ("Tarn University", "Salt Department", "Boat Trust")
    bodies = [replace(desk.mention("101", one), kind=ActorKind.ORGANIZATION) for one in names]
    every = (*bodies, desk.mention("101", "Ann Novak"))
    desk.parts["101"] = replace(desk.parts["101"], mentions=every)
    printed = PrintedNames(desk.draft())
    assert [sorted(printed.of([one])) for one in bodies] == [
        [],
        ["Tarn University's Salt Department"],
        [],
    ]


def test_the_json_lists_names_of_open_kind_apart_from_actors():
    desk = Desk()
    desk.source("101", "Row\nQuorv met Ann Novak, and Quorv left Tarn.", "2019-03-05")
    novak, tarn = desk.mention("101", "Ann Novak"), desk.mention("101", "Tarn")
    quorv = [replace(desk.mention("101", "Quorv", nth), kind=None) for nth in (1, 2)]
    desk.parts["101"] = replace(desk.parts["101"], mentions=(quorv[0], novak, quorv[1], tarn))
    desk.actor("ann-novak", novak)
    rows = export_dossier(open_book(desk.draft(), make_settings()))["actors"]
    assert [row["name"] for row in rows] == ["Ann Novak", "Quorv"]
    assert (rows[1]["kind"], rows[1]["type"], rows[1]["published"]) == ("open", "other", False)
    assert [one["start"] for one in rows[1]["mentions"]] == [4, 29]


@pytest.mark.parametrize(
    ("words", "value", "ends"),
    [
        ("3 to 5 May", "2019-05-03/2019-05-05", [("3", "2019-05-03"), ("5 May", "2019-05-05")]),
        ("1911–38", "1911/1938", [("1911", "1911"), ("38", "1938")]),
        ("since May", "2019-05/..", [("since May", "2019-05/..")]),
        ("this week", "2019-05-06/2019-05-12", [("this week", "2019-05-06/2019-05-12")]),
    ],
)  # fmt: skip
def test_the_json_gives_both_ends_of_a_range(words, value, ends):
    anchor = Anchor("101", 40, 40 + len(words), words)
    found = find_ends(anchor, Dating(parse_edtf(value), DateBasis.EXPLICIT))
    assert [(part.exact, edtf) for part, edtf, _ in found] == ends
    assert all(words[part.start - 40 : part.end - 40] == part.exact for part, _, _ in found)


def test_a_formula_in_a_table_is_disarmed():
    made = make_dossier()
    actor = replace(made.actors["port-council"], name="=HYPERLINK(1)")
    made = replace(made, actors={**made.actors, "port-council": actor})
    rows = csv.DictReader(io.StringIO(render_dossier(made, make_settings())["data/actors.csv"]))
    assert "'=HYPERLINK(1)" in [row["name"] for row in rows]
