"""Work done here or in several processes: the same results in the same order."""

from __future__ import annotations

import operator
from functools import partial

import pytest

from zhjagloss.build.executor import BATCH, run


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    """However many processes work, each task gives its own result, in its place."""
    tasks = list(range(BATCH * 5 + 3))
    assert list(run(partial, (pow, 2), tasks, jobs)) == [2**task for task in tasks]


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("tasks", [[], [3]], ids=["none", "one"])
def test_few_tasks(jobs: int, tasks: list[int]) -> None:
    """Nothing to do is nothing done, and one task needs no second process."""
    assert list(run(partial, (pow, 2), tasks, jobs)) == [2**task for task in tasks]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_a_worker_is_a_fault_here(jobs: int) -> None:
    """What a worker raises is raised to whom asked, and nobody waits for the others."""
    with pytest.raises(ZeroDivisionError):
        list(run(partial, (operator.truediv, 1), [1, 2, 0, 3, 4], jobs))


def test_results_stream() -> None:
    """The first result is there before the last task is done."""
    results = run(partial, (operator.truediv, 1), [1, 0], 1)
    assert next(results) == 1
