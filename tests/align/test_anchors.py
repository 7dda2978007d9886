"""Where a Chinese name and a Japanese one touch."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.align.anchors import anchors

MORPHEMES = {"创新": ["イノベーション"], "推介": ["推進"], "双": ["ダブル", "二つ"], "招": ["誘致"]}


def touched(zh: str, ja: str, *seams: int) -> list[tuple[str, str]]:
    found = anchors(zh, ja, lambda word: MORPHEMES.get(word, ()), seams)
    return [(zh[one.zh.start : one.zh.end], ja[one.ja.start : one.ja.end]) for one in found]


@pytest.mark.parametrize(
    ("zh", "ja", "seams", "expected"),
    [
        pytest.param("开发区", "新开发区", (), [("开发区", "开发区")], id="same characters"),
        pytest.param(
            "创新发展", "イノベーション发展", (), [("创新", "イノベーション"), ("发展", "发展")], id="both"
        ),
        pytest.param("双招", "ダブル誘致", (), [("双", "ダブル"), ("招", "誘致")], id="morphemes"),
        pytest.param("三招", "3つの措置", (), [("三", "3")], id="a numeral"),
        pytest.param(
            "开发区", "开发区", (2,), [("开发", "开发"), ("区", "区")], id="no stretch crosses a seam"
        ),
        pytest.param("区区", "区", (), [("区", "区")], id="each character once"),
        pytest.param("党", "市", (), [], id="nothing"),
        pytest.param("", "市", (), [], id="empty"),
    ],
)
def test_anchors(zh: str, ja: str, seams: tuple[int, ...], expected: list[tuple[str, str]]) -> None:
    """The longest stretches come first, and each character is used once."""
    assert touched(zh, ja, *seams) == expected


@given(
    st.text(alphabet="双招创新发展区三", max_size=8), st.text(alphabet="ダブル誘致发展区3イノ", max_size=12)
)
def test_anchors_never_overlap(zh: str, ja: str) -> None:
    """No character is in two anchors, on either side; what they explain is no more than there is."""
    found = anchors(zh, ja, lambda word: MORPHEMES.get(word, ()))
    assert not any(one.zh.meets(other.zh) or one.ja.meets(other.ja) for one, other in combinations(found, 2))
    assert sum(one.weight for one in found) <= len(zh)
