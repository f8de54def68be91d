"""A copy is not a second origin."""
# ruff: noqa: E501 - an article's paragraph is one line

import re

import pytest

from dossier.independence import Backing, weigh
from dossier.pipeline import assemble
from dossier.render.chips import origins_chip
from dossier.resolve.origins import find_origins
from dossier.scaffold import lay_out_project
from dossier.vocabulary import EventStatus
from standins import make_source

TEXT = """Ferry runs aground off Holm island

Tuesday, March 5, 2019

The ferry Astrid ran aground off Holm island on Monday with 40 passengers on board, the coast guard said.
Captain Nils Aune was arrested in Holm on Monday evening after the police found that he had been drinking.
"We heard a long scraping noise and then the lights went out," said passenger Mona Lie, who works on the island.
The shipping company Holmlinjen has promised to pay for the hotel rooms of everybody who was taken off the ship.
"""
OTHER = """Captain held after grounding at Holm

Wednesday, March 6, 2019

Police in Holm arrested captain Nils Aune on Monday, hours after his ship had struck a reef in calm weather.
A spokesman for the prosecutor said that a judge would hear the captain later this week about what he drank.
"""


def read(tmp_path, **articles):
    project = tmp_path / "project"
    lay_out_project(project)
    for name, text in articles.items():
        (project / "seeds" / "articles" / f"{name}.txt").write_text(text, "utf-8")
    return assemble(project)[0]


def test_a_copy_with_another_date_line_and_a_cut_end_is_the_same_origin(tmp_path):
    copy = TEXT.replace("Tuesday, March 5", "Thursday, March 7").replace("The shipping", "Shipping")
    dossier = read(tmp_path, first=TEXT, second=copy + "\nCopyright 2019 Daily Planet\n")
    assert dossier.origins == {"first": "first", "second": "first"}
    assert [problem.code for problem in dossier.problems if problem.code == "O301"] == ["O301"]
    statuses = {event.status for event in dossier.events.values()}
    assert EventStatus.CORROBORATED not in statuses


def test_another_report_of_the_same_happening_is_an_origin_of_its_own(tmp_path):
    dossier = read(tmp_path, first=TEXT, second=OTHER)
    assert dossier.origins == {"first": "first", "second": "second"}
    assert not [problem for problem in dossier.problems if problem.code == "O301"]


SHORTENED = "\n".join(TEXT.replace("Ferry runs", "Passenger ferry runs").split("\n")[:5])
EDITED = TEXT.replace("had been drinking", "had drunk").replace(
    "The ferry Astrid", "A passenger ferry, the Astrid,"
)


@pytest.mark.parametrize("copy", [SHORTENED, EDITED], ids=["shortened", "edited"])
def test_a_shortened_or_edited_copy_is_the_same_origin(tmp_path, copy):
    assert read(tmp_path, first=TEXT, second=copy).origins == {"first": "first", "second": "first"}


def test_words_that_every_article_carries_make_no_copy_and_long_folders_stay_linear():
    """Each text is looked up by its sample alone: a run that many hold is looked up no more."""
    notice = " ".join(f"notice{number}" for number in range(40))
    texts = [
        " ".join(f"word{number}x{place}" for place in range(200)) + " " + notice
        for number in range(200)
    ]
    texts.append(texts[7].rpartition(" word7x150")[0])
    sources = [make_source(f"s{n}", f"Title\n{text}") for n, text in enumerate(texts)]
    origins = find_origins(sources)
    assert origins["s200"] == "s7"
    assert [key for key, first in origins.items() if key != first] == ["s200"]


AGENCY = """Strike ends at the Holm yard

Friday, March 8, 2019

{opening}The strike at the Holm yard ended on Thursday, Reuters reported, and the gates were open again.
{rest}
"""
ONE = AGENCY.format(
    opening="",
    rest="Cranes stood still for a week while both sides met in the old mill above the harbour.",
)
TWO = """Yard opens its gates after a week

Saturday, March 9, 2019

Workers went back on Thursday after the strike at the Holm yard ended, Reuters reported from the island.
The yard builds ferries for the northern towns and owes its banks more than it has ever earned in one year.
"""
FACTS = {"one": "Holm Herald", "two": "Island Post"}


def lay_out_two(tmp_path, credibility="", status="", two=TWO):
    project = tmp_path / "project"
    lay_out_project(project)
    articles, edits = project / "seeds" / "articles", project / "seeds" / "edits"
    for name, text in {"one": ONE, "two": two}.items():
        (articles / f"{name}.txt").write_text(text, "utf-8")
        target = edits / "sources" / f"{name}.yml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            f"id: {name}\npublisher: {{value: {FACTS[name]}, basis: analyst}}\n", "utf-8"
        )
    (edits / "events").mkdir()
    (edits / "events" / "ev-strike.yml").write_text(
        "id: ev-strike\ntitle: Strike at the yard ends\ntype: protest\n"
        f"at: [one:L5.1, two:L5.1]\n{status}{credibility}",
        "utf-8",
    )
    return project


def test_two_articles_that_take_it_from_one_agency_are_one_origin(tmp_path):
    dossier, _ = assemble(lay_out_two(tmp_path))
    assert {key: [one.name for one in held] for key, held in dossier.carried.items()} == {
        "one": ["Reuters"],
        "two": ["Reuters"],
    }
    event = dossier.events["ev-strike"]
    assert weigh(dossier, event.anchors) == Backing(documents=2, outlets=2, origins=1)


@pytest.mark.parametrize(
    ("backing", "words"),
    [
        (Backing(2, 2, 1), "2 docs · 2 outlets · 1 origin"),
        (Backing(3, 3, 2, unnamed=2), "3 docs · 1 outlet, 2 not stated · 2 origins"),
        (Backing(2, 2, 2, unnamed=2), "2 docs · outlets not stated · 2 origins"),
        (Backing(2, 1, 1, unnamed=1), "2 docs · outlet not stated · 1 origin"),
    ],
)
def test_an_outlet_that_is_not_known_is_not_counted_as_one(backing, words):
    assert f">{words}</span>" in origins_chip(backing)


def test_two_articles_that_tell_it_in_their_own_names_are_two_origins(tmp_path):
    own = TWO.replace(", Reuters reported from the island", " on the island")
    dossier, _ = assemble(lay_out_two(tmp_path, two=own))
    assert weigh(dossier, dossier.events["ev-strike"].anchors).origins == 2


def test_a_status_that_the_edit_leaves_open_follows_from_the_origins(tmp_path):
    own = TWO.replace(", Reuters reported from the island", " on the island")
    for name, two, status, shown in (
        ("apart", own, "", "corroborated"),
        ("tied", TWO, "", "single-source"),
        ("said", own, "status: single-source\n", "single-source"),
        ("ahead", own, "modality: announced\n", "announced"),
    ):
        dossier, _ = assemble(lay_out_two(tmp_path / name, two=two, status=status))
        assert dossier.events["ev-strike"].status.value == shown, name
        assert not [one for one in dossier.problems if one.code == "C307"]


def test_a_corrected_status_is_the_analysts(tmp_path):
    own = TWO.replace(", Reuters reported from the island", " on the island")
    project = lay_out_two(tmp_path, two=own)
    correction = (
        "{on: ev-strike, set: status, was: single-source, to: possible-allusion, reason: r}"
    )
    path = project / "seeds" / "edits" / "corrections.yml"
    path.write_text(f"- {correction}\n", "utf-8")
    dossier, _ = assemble(project)
    assert dossier.events["ev-strike"].status.value == "possible-allusion"


def test_a_run_says_what_reviewed_sources_leave_unpublished(tmp_path):
    project = lay_out_two(tmp_path)
    (project / "seeds" / "edits" / "events" / "ev-strike.yml").unlink()
    with (project / "seeds" / "dossier.yml").open("a", encoding="utf-8") as file:
        file.write("event_threshold: 0.1\n")
    said = []
    before, _ = assemble(project, said.append)
    assert before.withheld == (0, 0)
    assert not [line for line in said if "Leaving out" in line]
    for name in FACTS:
        with (project / "seeds" / "edits" / "sources" / f"{name}.yml").open(
            "a", encoding="utf-8"
        ) as file:
            file.write("reviewed: desk\n")
    after, _ = assemble(project, said.append)
    named = [one for one in before.actors.values() if not one.voice]
    kept = [one for one in after.actors.values() if not one.voice]
    assert after.withheld == (len(before.events) - len(after.events), len(named) - len(kept))
    assert all(after.withheld)
    (line,) = [line for line in said if "Leaving out" in line]
    assert re.fullmatch(
        r"Leaving out \d+ events? and \d+ actors? that no edit takes up in reviewed sources", line
    )


def test_an_agency_named_before_the_first_sentence_carries_the_whole_article(tmp_path):
    wire = AGENCY.format(opening="HOLM (Reuters) - ", rest="Cranes stood still for a week.")
    dossier, _ = assemble(lay_out_two(tmp_path, two=wire.replace(", Reuters reported,", "")))
    (carried,) = dossier.carried["two"]
    assert carried.name == "Reuters"
    assert [one.exact[:6] for one in carried.anchors] == ["Strike", "HOLM (", "Cranes"]


@pytest.mark.parametrize(
    ("given", "code"),
    [({"credibility": "credibility: 1\n"}, "C312"), ({"status": "status: corroborated\n"}, "C307")],
)
def test_what_claims_two_origins_and_has_one_is_refused_with_file_and_line(tmp_path, given, code):
    dossier, _ = assemble(lay_out_two(tmp_path, **given))
    (refused,) = [one for one in dossier.problems if one.code == code]
    assert refused.severity == "error"
    assert refused.where == "seeds/edits/events/ev-strike.yml:1"
    assert "1 origin" in refused.message
    own = TWO.replace(", Reuters reported from the island", " on the island")
    kept, _ = assemble(lay_out_two(tmp_path / "kept", two=own, **given))
    assert not [one for one in kept.problems if one.code == code]


def test_a_claim_of_credibility_1_that_rests_on_a_copy_is_refused(first_project):
    path = first_project / "seeds" / "edits" / "claims.yml"
    path.write_text(
        path.read_text("utf-8")
        + "- id: cl-try\n  text: A meeting took place.\n  credibility: 1\n  at: 001:L7.1\n",
        "utf-8",
    )
    dossier, _ = assemble(first_project)
    (refused,) = [one for one in dossier.problems if one.code == "C312"]
    assert refused.where.startswith("seeds/edits/claims.yml:")
    assert "'cl-try'" in refused.message
