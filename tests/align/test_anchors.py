"""Where a Chinese name and a Japanese one touch."""

from __future__ import annotations

import time
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.align.anchors import anchors
from zhjagloss.script.language import all_han

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
        pytest.param("党工委", "党工作委员会", (), [("党工", "党工"), ("委", "委")], id="written out"),
        pytest.param(
            "管委会", "管理委员会", (), [("管", "管"), ("委", "委"), ("会", "会")], id="left out between"
        ),
        pytest.param("双招双引", "双招双引", (), [("双招双引", "双招双引")], id="itself"),
        pytest.param(
            "双招双引", "ダブル誘致", (), [("双", "ダブル"), ("招", "誘致")], id="one rendering, once"
        ),
        pytest.param(
            "双招双引",
            "二つの誘致とダブル吸引",
            (),
            [("双", "二つ"), ("招", "誘致"), ("双", "ダブル"), ("引", "引")],
            id="two renderings, each for the nearest",
        ),
        pytest.param("十四五", "第14次五", (), [("五", "五")], id="a piece of a numeral is none"),
        pytest.param("十四届", "第14期", (), [("十四", "14")], id="a numeral of two characters"),
        pytest.param("二〇二五年", "2025年", (), [("二〇二五", "2025"), ("年", "年")], id="a year"),
        pytest.param("三年", "三年", (), [("三年", "三年")], id="the numeral as it is"),
        pytest.param(
            "推介会", "推進大会", (), [("推介", "推進"), ("会", "会")], id="a morpheme and what is left"
        ),
        pytest.param("推介会", "推進大会", (1,), [("推", "推"), ("会", "会")], id="a seam inside a morpheme"),
        pytest.param("区AI", "AI区", (), [("区", "区"), ("AI", "AI")], id="the other way round"),
        pytest.param("A", "A", (), [], id="a single Latin letter"),
        pytest.param("开发区", "", (), [], id="no Japanese"),
        pytest.param("开发区", "开发区", (0, 3), [("开发区", "开发区")], id="seams at the ends"),
        pytest.param("区委会区", "区会", (), [("区", "区"), ("会", "会")], id="the place nearest to its own"),
        pytest.param("", "市", (), [], id="empty"),
    ],
)
def test_anchors(zh: str, ja: str, seams: tuple[int, ...], expected: list[tuple[str, str]]) -> None:
    """The longest stretches come first, and each character is used once."""
    assert touched(zh, ja, *seams) == expected


texts = st.text(alphabet="双招创新推介发展区委会三十四A", max_size=8)
renderings = st.text(alphabet="ダブル誘致二つ推進发展区会3十四14イノベーションA", max_size=16)


@given(texts, renderings)
def test_each_anchor_is_a_rendering(zh: str, ja: str) -> None:
    """What an anchor joins are the same characters, a morpheme and its rendering, or a numeral."""
    found = touched(zh, ja)
    assert all(own == other or other in MORPHEMES.get(own, ()) or other.isdecimal() for own, other in found)


@given(texts, renderings)
def test_anchors_stand_in_order(zh: str, ja: str) -> None:
    """Anchors come in the order of the Chinese."""
    found = anchors(zh, ja, lambda word: MORPHEMES.get(word, ()))
    assert all(one.zh.end <= other.zh.start for one, other in pairwise(found))


@given(texts, renderings, st.integers(0, 8))
def test_no_anchor_crosses_a_seam(zh: str, ja: str, seam: int) -> None:
    """Every anchor lies on one side of a seam."""
    found = anchors(zh, ja, lambda word: MORPHEMES.get(word, ()), (min(seam, len(zh)),))
    assert all(one.zh.end <= seam or seam <= one.zh.start for one in found)


@given(st.text(max_size=12))
def test_a_name_touches_itself(zh: str) -> None:
    """All Han characters of a name are explained where the same name stands."""
    found = anchors(zh, zh, lambda _: ())
    assert sum(one.weight for one in found) >= sum(map(all_han, zh))


def test_long_names_take_little_time() -> None:
    """Names as long as a headline and a quotation may be, with every character alike, take a moment."""
    begin = time.perf_counter()
    assert anchors("区" * 60, "区" * 80, lambda _: ("区", "区区", "会"))
    assert time.perf_counter() - begin < 5


@given(
    st.text(alphabet="双招创新发展区三", max_size=8), st.text(alphabet="ダブル誘致发展区3イノ", max_size=12)
)
def test_anchors_never_overlap(zh: str, ja: str) -> None:
    """No character is in two anchors, on either side; what they explain is no more than there is."""
    found = anchors(zh, ja, lambda word: MORPHEMES.get(word, ()))
    assert not any(one.zh.meets(other.zh) or one.ja.meets(other.ja) for one, other in combinations(found, 2))
    assert sum(one.weight for one in found) <= len(zh)
