"""A record is a frozen, slotted dataclass in everything but how long it takes to make one."""

from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from dossier.records import record


@record
class Berth:
    """A place at a quay."""

    name: str
    metres: int = 90
    ships: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list, compare=False)


@dataclass(frozen=True, slots=True)
class Plain:
    """The same, made the usual way."""

    name: str
    metres: int = 90
    ships: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list, compare=False)


GIVEN = [
    (("North",), {}),
    (("North", 120, ("Ada",)), {}),
    (("North",), {"ships": ("Ada", "Tor"), "notes": ["full"]}),
    ((), {"name": "", "metres": 0}),
]


@pytest.mark.parametrize(("args", "named"), GIVEN)
def test_a_record_holds_what_a_dataclass_would(args, named):
    made, usual = Berth(*args, **named), Plain(*args, **named)
    assert [getattr(made, one.name) for one in fields(made)] == [
        getattr(usual, one.name) for one in fields(usual)
    ]
    assert repr(made).removeprefix("Berth") == repr(usual).removeprefix("Plain")
    assert made == Berth(*args, **named)
    assert hash(made) == hash(Berth(*args, **named))
    assert made != replace(made, metres=7)
    assert replace(made, metres=7).metres == 7


def test_each_record_has_a_list_of_its_own():
    assert Berth("North").notes is not Berth("North").notes


@pytest.mark.parametrize("name", ["metres", "colour"])
def test_nothing_of_a_record_can_be_changed(name):
    with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
        setattr(Berth("North"), name, 7)


@pytest.mark.parametrize("named", [{}, {"name": "North", "colour": "red"}])
def test_fields_that_are_missing_or_unknown_are_refused(named):
    with pytest.raises(TypeError):
        Berth(**named)
