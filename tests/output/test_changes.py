"""What a build changed, laid out for a person."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest

from zhjagloss.output.changes import write_changes


def row(**fields: Any) -> dict[str, Any]:
    return {
        "change": "+", "zh": "党工委", "full": "", "ja": "共産党工作委員会",
        "score": 0.92, "count": 3, "documents": 2,
        "evidence": "composition(党+工+委)", "was": None,
    } | fields  # fmt: skip


def drawn(*rows: dict[str, Any]) -> str:
    stream = io.StringIO()
    write_changes(rows, stream, "never")
    return stream.getvalue()


def test_a_change_is_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign, the pair, its score and its grounds; what it was before below."""
    monkeypatch.setenv("COLUMNS", "120")
    first, second, third = drawn(row(), row(change="~", was={"score": 0.8, "count": 1})).splitlines()
    assert first.startswith("+ 党工委 → 共産党工作委員会  0.920  3× in 2")
    assert first.endswith("composition(党+工+委)")
    assert second.startswith("~ ")
    assert third.strip() == "was 0.800  1×"


@pytest.mark.parametrize("columns", ["24", "40", "200"])
def test_nothing_is_cut(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """On a narrow terminal a change is folded, no character lost."""
    monkeypatch.setenv("COLUMNS", columns)
    assert "党工委→共産党工作委員会0.9203×in2composition(党+工+委)" in re.sub(r"\s", "", drawn(row()))


def test_data_is_literal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No field is read as markup or reaches the terminal raw."""
    monkeypatch.setenv("COLUMNS", "200")
    out = drawn(row(zh="[red]党[/]", ja="\x1b[31m", evidence="[/]\\"))
    assert "[red]党[/] → \\u001b[31m" in out
    assert "[/]\\" in out
