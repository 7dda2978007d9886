"""Chinese numerals read as numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.script.numerals import numeral_at

DIGITS = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        pytest.param("三年行动", 0, (1, 3), id="three years"),
        pytest.param("第十四届", 1, (3, 14), id="the fourteenth"),
        pytest.param("二十大", 0, (2, 20), id="the twentieth congress"),
        pytest.param("一百〇八项", 0, (4, 108), id="a hundred and eight"),
        pytest.param("百强企业", 0, (1, 100), id="the hundred strongest"),
        pytest.param("二〇二五年", 0, (4, 2025), id="a year"),
        pytest.param("十四五规划", 0, None, id="十四五 is no number"),
        pytest.param("十四五规划", 1, None, id="nor is a piece of it"),
        pytest.param("第十四届", 2, None, id="nor the 四 of 十四"),
        pytest.param("党工委", 0, None, id="no numeral"),
        pytest.param("三", 1, None, id="past the end"),
        pytest.param("", 0, None, id="nothing"),
    ],
)
def test_numerals(text: str, start: int, expected: tuple[int, int] | None) -> None:
    """A numeral is read whole or not at all."""
    assert numeral_at(text, start) == expected


def spelt(number: int) -> str:
    """Write a number under a thousand as a Chinese name would."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    return (
        (DIGITS[hundreds] + "百" if hundreds else "")
        + ("〇" if hundreds and not tens and ones else "")
        + (DIGITS[tens] + "十" if tens > 1 or (tens and hundreds) else "十" * tens)
        + (DIGITS[ones] if ones else "")
    )


@given(st.integers(1, 999))
def test_what_is_spelt_is_read(number: int) -> None:
    """Every number under a thousand is read as it was written."""
    assert numeral_at(f"第{spelt(number)}次", 1) == (1 + len(spelt(number)), number)


@given(st.integers(1000, 9999))
def test_years(year: int) -> None:
    """A year digit by digit is that year."""
    assert numeral_at("".join(DIGITS[int(digit)] for digit in str(year)) + "年", 0) == (4, year)


@given(st.text(st.sampled_from(DIGITS + "十百年党")), st.integers(0, 10))
def test_a_numeral_is_never_a_piece(text: str, start: int) -> None:
    """What is read ends in the text, is no power of nothing, and has no numeral beside it."""
    found = numeral_at(text, start)
    if found:
        assert start < found.end <= len(text)
        assert not set(text[max(start - 1, 0) : start] + text[found.end : found.end + 1]) & set(
            DIGITS + "十百"
        )
