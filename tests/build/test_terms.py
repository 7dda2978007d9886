"""Lists of terms to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhjagloss.build.terms import parse_terms, read_terms
from zhjagloss.errors import UnreadableInputError
from zhjagloss.model import Term

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("党工委\n高新区\n", [Term("党工委"), Term("高新区")], id="one a line"),
        pytest.param("高新区\t高新技术产业开发区", [Term("高新区", "高新技术产业开发区")], id="full form"),
        pytest.param("高新区\t全\tx\ty\n", [Term("高新区", "全")], id="further columns"),
        pytest.param(" 党工委 \t \r\n", [Term("党工委")], id="spaces and CRLF"),
        pytest.param("甲乙\r丙丁", [Term("甲乙"), Term("丙丁")], id="CR"),
        pytest.param("# zones\n\n  \n\t全\n党委", [Term("党委")], id="comments and empty lines"),
        pytest.param("党委\n党委\n党委\t党委员会", [Term("党委"), Term("党委", "党委员会")], id="each once"),
        pytest.param("甲\u2028乙\u0085丙", [Term("甲\u2028乙\u0085丙")], id="other line ends are characters"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_parse_terms(text: str, expected: list[Term]) -> None:
    """A line is a term, with its full form after a tab."""
    assert parse_terms(text) == tuple(expected)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_read_terms(tmp_path: Path, encoding: str) -> None:
    """A list is read whatever Unicode encoding it is saved in."""
    (tmp_path / "terms.txt").write_text("党工委\n高新区\n" * 5, encoding=encoding)
    assert read_terms(tmp_path / "terms.txt") == (Term("党工委"), Term("高新区"))


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    """A path without a file is named."""
    with pytest.raises(UnreadableInputError) as caught:
        read_terms(tmp_path / "terms.txt")
    assert caught.value.faults[0].path == str(tmp_path / "terms.txt")
