"""What a build changes, and what is most worth deciding."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.build.changes import changes, most_worth_deciding
from zhjagloss.model import Candidate, Pair

ONE = Candidate(Pair("党工委", "", "共産党工作委員会"), 0.92, "composition(党+工+委)", 3, 2, "…")
OTHER = Candidate(Pair("高新区", "", "ハイテク区"), 0.8, "composition(高新+区)", 5, 1, "…")


@pytest.mark.parametrize(
    ("before", "after", "signs"),
    [
        pytest.param([ONE], [ONE], [], id="the same"),
        pytest.param([], [ONE], ["+"], id="new"),
        pytest.param([ONE], [], ["-"], id="gone"),
        pytest.param([ONE], [dataclasses.replace(ONE, score=0.9)], ["~"], id="another score"),
        pytest.param([ONE], [dataclasses.replace(ONE, count=4)], ["~"], id="another count"),
        pytest.param([ONE], [dataclasses.replace(ONE, documents=3)], ["~"], id="more documents"),
        pytest.param([ONE], [dataclasses.replace(ONE, example="別")], [], id="only another example"),
        pytest.param([ONE], [OTHER], ["-", "+"], id="one for another, by pair"),
        pytest.param([], [], [], id="nothing"),
    ],
)
def test_changes(before: list[Candidate], after: list[Candidate], signs: list[str]) -> None:
    """A candidate is new, changed or gone; what stays is left out."""
    assert [change.sign for change in changes(before, after)] == signs


def test_a_change_holds_both_sides() -> None:
    """A changed candidate comes with what it was."""
    [change] = changes([ONE], [dataclasses.replace(ONE, count=9)])
    assert change.before == ONE
    assert change.candidate.count == 9


candidates = st.builds(
    Candidate,
    st.builds(Pair, st.sampled_from("甲乙丙"), st.just(""), st.sampled_from("丁戊")),
    st.sampled_from([0.5, 0.9]),
    st.just(""),
    st.integers(1, 3),
    st.integers(1, 3),
    st.just(""),
)
sets = st.lists(candidates, unique_by=lambda one: one.pair)


@given(sets, sets)
def test_changes_turn_round(before: list[Candidate], after: list[Candidate]) -> None:
    """What is new one way is gone the other way, and applying the changes gives what is after."""
    forth, back = changes(before, after), changes(after, before)
    turned = {"+": "-", "-": "+", "~": "~"}
    assert [(turned[one.sign], one.candidate.pair) for one in forth] == [
        (one.sign, one.candidate.pair) for one in back
    ]
    state = {one.pair: one for one in before}
    for change in forth:
        if change.sign == "-":
            del state[change.candidate.pair]
        else:
            state[change.candidate.pair] = change.candidate
    assert state == {one.pair: one for one in after}


def test_most_worth_deciding() -> None:
    """Many mentions in many documents come first, of equals the less certain, and only so many."""
    rare = dataclasses.replace(ONE, count=1, documents=1)
    unsure = dataclasses.replace(OTHER, count=6, documents=1, score=0.5)
    assert most_worth_deciding([rare, OTHER, ONE, unsure]) == (unsure, ONE, OTHER, rare)
    assert most_worth_deciding([rare, OTHER, ONE, unsure], 2) == (unsure, ONE)
    assert most_worth_deciding([]) == ()
