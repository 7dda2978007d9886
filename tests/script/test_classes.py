"""Which characters count as one."""

from __future__ import annotations

import pytest

from zhjagloss.script import classes

DERIVED = classes.derive()


@pytest.mark.parametrize(
    "group",
    [
        pytest.param("发發発髮髪", id="发"),
        pytest.param("区區", id="区"),
        pytest.param("广廣広", id="广"),
        pytest.param("厅廳庁", id="厅"),
    ],
)
def test_classes_come_from_opencc(group: str) -> None:
    """Every member of a class has the same representative, the lowest code point."""
    assert {DERIVED.get(char, char) for char in group} == {min(group)}


def test_representatives_stand_for_themselves() -> None:
    """Folding by the table twice is folding by it once."""
    assert set(DERIVED.values()).isdisjoint(DERIVED)


def test_a_class_has_its_lowest_character() -> None:
    """The representative is below every member, so that adding a table changes few keys."""
    assert all(root < char for char, root in DERIVED.items())


@pytest.mark.parametrize(
    ("groups", "joined"),
    [
        pytest.param([], False, id="OpenCC keeps them apart"),
        pytest.param(["办弁"], True, id="joined"),
        pytest.param(["办甲", "甲弁"], True, id="joined by a third"),
        pytest.param(["办\ufa19", "弁神"], True, id="joined by a compatibility ideograph"),
    ],
)
def test_groups_join_classes(groups: list[str], joined: bool) -> None:
    """Rows that share a character form one class."""
    table = classes.derive(groups)
    assert (table.get("办", "办") == table.get("弁", "弁")) is joined
