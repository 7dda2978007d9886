"""Text made safe to show."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.output.visible import visible, visible_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("党\x1b[31m工委", "党\\u001b[31m工委", id="colour"),
        pytest.param("\x1b]0;title\x07", "\\u001b]0;title\\u0007", id="window title"),
        pytest.param("\x9b31m", "\\u009b31m", id="C1"),
        pytest.param("a\rb", "a\\u000db", id="carriage return"),
        pytest.param("\x00\x7f", "\\u0000\\u007f", id="NUL and DEL"),
        pytest.param("\u202e工委\u2066", "\\u202e工委\\u2066", id="bidi override"),
        pytest.param("党\u200b工委\ufeff", "党\\u200b工委\\ufeff", id="zero width"),
        pytest.param("a\u2028b\u2029", "a\\u2028b\\u2029", id="line separators"),
        pytest.param("\udcff", "\\udcff", id="lone surrogate"),
        pytest.param("👨\u200d👩", "👨\u200d👩", id="the joiner inside emoji stays"),
        pytest.param("神\ufe00か\u3099𠮷\ue000", "神\ufe00か\u3099𠮷\ue000", id="variants and marks stay"),
        pytest.param("[red]党[/]\\", "[red]党[/]\\", id="markup is nothing special"),
        pytest.param("a\tb\nc", "a\tb\nc", id="tab and line end stay"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    """What a terminal would obey or hide is spelled out; all else stays."""
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_nothing_dangerous_is_left(text: str) -> None:
    """No control character remains but tab and line end, in a line not even those; twice is once."""
    controls = {char for char in visible(text) if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")}
    assert controls <= {"\t", "\n"}
    assert not any(unicodedata.category(char) == "Cc" for char in visible_line(text))
    assert visible(visible(text)) == visible(text)


@given(st.text(st.characters(blacklist_categories=["C", "Z"], blacklist_characters="\u200b")))
def test_what_is_harmless_is_not_touched(text: str) -> None:
    """Letters, marks, signs and emoji are shown as they are."""
    assert visible_line(text) == text
