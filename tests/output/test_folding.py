"""Text folded to the width of a terminal."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from zhjagloss.output.folding import breaks


def folded(text: str, width: int) -> list[str]:
    edges = [0, *breaks(text, width), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("党工委", 6, ["党工委"], id="it fits"),
        pytest.param("党工作委員会", 6, ["党工作", "委員会"], id="between Han"),
        pytest.param("seen in Suzhou", 8, ["seen in ", "Suzhou"], id="between words"),
        pytest.param("seen in 高新区", 12, ["seen in 高新", "区"], id="words, then Han"),
        pytest.param("abcdefgh", 3, ["abc", "def", "gh"], id="a long word is cut"),
        pytest.param("党委は、党工委", 6, ["党委", "は、党", "工委"], id="no comma at the start"),
        pytest.param("党委と「党委」", 8, ["党委と", "「党委」"], id="no bracket left behind"),
        pytest.param("a「aa、", 5, ["a", "「aa", "、"], id="what is kept together does not fit either"),
        pytest.param("", 5, [""], id="nothing"),
    ],
)
def test_breaks(text: str, width: int, lines: list[str]) -> None:
    """Lines are broken between words and beside wide characters, as Japanese is set."""
    assert folded(text, width) == lines


@given(
    st.text(st.sampled_from("党工委ハイ、。「」abc 𠮷か\u3099👨\u200dー…")) | st.text(), st.integers(2, 20)
)
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    """Joined, the lines are the text; none is empty or wider than it may be."""
    lines = folded(text, width)
    assert "".join(lines) == text
    assert all(cell_len(line) <= width or len(line) == 1 for line in lines)
    assert all(lines) or lines == [""]
