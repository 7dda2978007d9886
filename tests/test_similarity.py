"""How close two keys are, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.similarity import difference, nearest, ratio

if TYPE_CHECKING:
    from zhjagloss.model import Span

names = st.text(st.sampled_from("党工委市区管理员会高新技术产业开发")) | st.text()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("党委", "党工委", 0.8, id="one character more"),
        pytest.param("市委", "区委", 0.5, id="one character other"),
        pytest.param("党工委", "党工委", 1.0, id="the same"),
        pytest.param("高新", "党委", 0.0, id="nothing in common"),
    ],
)
def test_ratio(one: str, other: str, expected: float) -> None:
    """Twice what is common, in order, by both lengths."""
    assert ratio(one, other) == pytest.approx(expected)


@given(names, names)
def test_ratio_is_a_likeness(one: str, other: str) -> None:
    """It is the same both ways, between 0 and 1, and 1 only for what is equal."""
    assert ratio(one, other) == ratio(other, one)
    assert 0 <= ratio(one, other) <= 1
    assert (ratio(one, other) == 1) == (one == other)


def characters(key: str, spans: list[Span]) -> list[str]:
    return [key[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        pytest.param("党委", "党工委", [], ["工"], id="党工委 has more"),
        pytest.param("党工委", "党委", ["工"], [], id="党委 lacks"),
        pytest.param("市委", "区委", ["市"], ["区"], id="another level"),
        pytest.param("管委会主任", "工委主任", ["管", "会"], ["工"], id="in two places"),
        pytest.param("纪委", "纪委", [], [], id="the same"),
        pytest.param("", "工委", [], ["工委"], id="nothing and something"),
    ],
)
def test_difference(one: str, other: str, ours: list[str], theirs: list[str]) -> None:
    """What only the one has, and what only the other has."""
    found = difference(one, other)
    assert (characters(one, found[0]), characters(other, found[1])) == (ours, theirs)


@given(names, names)
def test_difference_is_all_the_difference(one: str, other: str) -> None:
    """Without what differs the two are the same, and no more than that was taken away."""
    ours, theirs = difference(one, other)
    assert without(one, ours) == without(other, theirs)
    assert (
        2 * len(without(one, ours)) == round(ratio(one, other) * (len(one) + len(other))) or not one + other
    )


def without(key: str, spans: list[Span]) -> str:
    return "".join(char for place, char in enumerate(key) if not any(s.start <= place < s.end for s in spans))


@given(names, st.lists(names), st.floats(0.1, 1), st.integers(1, 10))
def test_nearest_is_what_ratio_says(key: str, keys: list[str], least: float, limit: int) -> None:
    """The nearest are all that reach the threshold, best first, a tie to the earlier, at most so many."""
    found = nearest(key, keys, least=least, limit=limit)
    ranked = sorted((-ratio(key, other), place) for place, other in enumerate(keys))
    wanted = [(place, -score) for score, place in ranked if -score * 100 >= least * 100]
    assert [(near.place, near.score) for near in found] == wanted[:limit]
