"""The faults that a user can meet, in words."""

from __future__ import annotations

import pickle

import pytest

from zhjagloss.errors import (
    DamagedGlossaryError,
    Fault,
    StorageError,
    UnreadableInputError,
    ZhjaglossError,
)

STATUS = Fault("glossary/party.tsv", "unknown status «prefered»", "Write preferred.", 7)


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        pytest.param(
            STATUS, "glossary/party.tsv:7: unknown status «prefered»\n  Write preferred.", id="with a line"
        ),
        pytest.param(
            Fault("a.tsv", "is gone", "Look for it."), "a.tsv: is gone\n  Look for it.", id="a file"
        ),
        pytest.param(Fault("a.tsv", "is gone"), "a.tsv: is gone", id="without advice"),
        pytest.param(Fault("", "out of memory"), "out of memory", id="nowhere"),
    ],
)
def test_a_fault_in_words(fault: Fault, text: str) -> None:
    """The place, the reason, and on a line of its own what to do."""
    assert str(fault) == text


@pytest.mark.parametrize(
    ("error", "status"),
    [
        pytest.param(UnreadableInputError, 2, id="input"),
        pytest.param(DamagedGlossaryError, 3, id="glossary"),
        pytest.param(StorageError, 4, id="disk"),
    ],
)
def test_every_fault_is_carried(error: type[ZhjaglossError], status: int) -> None:
    """An error tells all its faults, has its exit status, and survives the way back from a process."""
    raised = error(STATUS, Fault("b.tsv", "is empty"))
    assert raised.exit_status == status
    assert str(raised) == f"{STATUS}\nb.tsv: is empty"
    back = pickle.loads(pickle.dumps(raised))
    assert (type(back), back.faults) == (error, raised.faults)
