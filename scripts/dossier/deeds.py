"""Verbs that tell a happening, beyond those that name a kind of event.

``lexicon/triggers.txt`` lists the words that mostly name an event wherever they stand. Many more
verbs do so only where their clause says when: "the firm repaired boats" is a trade, "the firm
repaired the boat on Friday" a deed. Extraction finds these in sentences with a date, resolution
words titles with them, and neither may know the other, so what they share stands here.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from dossier.errors import SettingsError
from dossier.inflection import REGULAR, Form, bend_verb
from dossier.settings import Lexicon
from dossier.triggers import Trigger, TriggerMatch, make_trigger_index
from dossier.vocabulary import EventType

_OBJECT = "object"


class Deed(NamedTuple):
    """A past form of a verb that tells a happening.

    Attributes:
        trigger: The verb, as an event word of no kind.
        form: Which past form it is.
        needs_object: Whether it says nothing without what it is done to.
    """

    trigger: Trigger
    form: Form
    needs_object: bool

    def match_at(self, place: int) -> TriggerMatch:
        """The verb as an event word found at a word of a sentence."""
        return TriggerMatch(self.trigger, self.form, place, place)


@lru_cache(maxsize=4)
def make_deeds(lexicon: Lexicon) -> Mapping[str, Deed]:
    """Read the list ``deeds``, bent by ``irregular_verbs``.

    Args:
        lexicon: Word lists of the project.

    Returns:
        Past form → its verb; none that is an event word of ``triggers``.

    Raises:
        SettingsError: A line says something else than "object".
    """
    index = make_trigger_index(lexicon)
    named = {word for word, entries in index.by_first.items() if entries.alone}
    found: dict[str, Deed] = {}
    for base, values in lexicon.values("deeds").items():
        if set(values) - {_OBJECT}:
            raise SettingsError(f"deeds: {base!r}: {values[0]!r} is not {_OBJECT!r}")
        trigger = Trigger(base, EventType.OTHER, "verb", strong=False)
        bent = bend_verb(base, index.verbs.get(base, REGULAR))
        past, participle = bent[Form.PAST], bent[Form.PARTICIPLE]
        form = Form.PAST_OR_PARTICIPLE if past == participle else Form.PAST
        found[participle] = Deed(trigger, Form.PARTICIPLE, bool(values))
        found[past] = Deed(trigger, form, bool(values))
    return {past: deed for past, deed in found.items() if past not in named}
