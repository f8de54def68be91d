"""The brief holds the most that a sheet takes, each line with its source, and counts the rest."""

import re
from dataclasses import replace

import pytest

from crowd import make_crowd
from dossier.model import RoleHeld
from dossier.render.leaf import Leaf
from dossier.render.links import BRIEF
from dossier.render.offices import say_office
from dossier.render.opening import open_book
from dossier.render.views import brief
from dossier.render.views.brief import view_brief
from dossier.vocabulary import RoleStatus
from harbour import make_dossier, make_settings


def make_brief(dossier):
    return view_brief(Leaf(open_book(dossier, make_settings()), BRIEF))


def count_lines(listed):
    return listed.count("<li>")


def test_every_event_and_bottom_line_leads_to_words():
    made = make_brief(make_dossier())
    lines = re.findall("<li>.*?</li>", f"{made.bottom_line}{made.events}")
    assert lines
    assert all("chip-evidence" in line for line in lines)


def test_of_a_large_dossier_the_brief_counts_what_it_leaves_out():
    made = make_brief(make_crowd(60, 200))
    assert count_lines(made.events) == brief.MOST_EVENTS
    assert count_lines(made.actors) == brief.MOST_ACTORS
    dossier = make_crowd(60, 200)
    left = len(dossier.events) - brief.MOST_EVENTS
    assert f"{left:,} of {len(dossier.events):,} events" in made.left_out


def test_a_line_without_room_is_left_out_whole_and_counted():
    dossier = make_dossier()
    line = dossier.bottom_line[0]
    long = replace(line, text="word " * (brief.ROOM["bottom"] // 5 + 1))
    made = make_brief(replace(dossier, bottom_line=(line, long)))
    assert count_lines(made.bottom_line) == 1
    assert "word word" not in made.bottom_line
    assert "1 of 2 bottom lines" in made.left_out


@pytest.mark.parametrize(
    ("title", "status", "said"),
    [
        ("mayor", RoleStatus.CURRENT, "mayor"),
        ("mayor", RoleStatus.FORMER, "former mayor"),
        ("mayor", RoleStatus.ACTING, "acting mayor"),
        ("former mayor", RoleStatus.FORMER, "former mayor"),
        ("mayor", RoleStatus.DESIGNATE, "mayor (designate)"),
        ("mayor-elect", RoleStatus.DESIGNATE, "mayor-elect"),
    ],
)
def test_an_office_is_said_with_the_flag_without_which_it_would_be_wrong(title, status, said):
    assert say_office(RoleHeld(title, (), status=status)) == said
