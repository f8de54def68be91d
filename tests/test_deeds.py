"""The list of verbs that tell a happening where they are dated."""

import pytest

from dossier.deeds import make_deeds
from dossier.errors import SettingsError
from dossier.inflection import Form
from dossier.settings import Lexicon
from dossier.triggers import make_trigger_index
from eventstand import LEXICON


def test_past_forms_lead_to_their_verb():
    deeds = make_deeds(LEXICON)
    assert deeds["drained"].trigger.term == "drain"
    assert not deeds["drained"].needs_object
    assert deeds["rebuilt"].trigger.term == "rebuild"
    assert deeds["rebuilt"].needs_object
    assert deeds["undertook"].form is Form.PAST
    assert deeds["undertaken"].form is Form.PARTICIPLE


def test_no_deed_is_an_event_word_or_says_something():
    index = make_trigger_index(LEXICON)
    for past in make_deeds(LEXICON):
        assert not index.match_at([past], 0), past
        assert past not in index.saying, past


def test_unknown_property_is_refused():
    with pytest.raises(SettingsError, match="'subject' is not 'object'"):
        make_deeds(Lexicon({"deeds": {"drain": ("subject",)}}))


def test_a_project_may_add_its_own_verbs():
    assert make_deeds(Lexicon({"deeds": {"blot": ()}}))["blotted"].trigger.term == "blot"
