"""Japanese names read as the Chinese ones that they render."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhjagloss import words
from zhjagloss.compose.reverse import Reverser
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.script.simplified import Simplifier


@cache
def reverser() -> Reverser:
    """Read as a build does, by the shipped morphemes and heads."""
    contents = Contents(Stack.open(()))
    simplifier = Simplifier(contents.folder.groups, contents.folder.classes, words.frequency)
    return Reverser(contents.morphemes, contents.heads, contents.folder, words.frequency, simplifier.spell)


@pytest.mark.parametrize(
    ("ja", "zh"),
    [
        pytest.param("商務局", "商务局", id="the same characters"),
        pytest.param("弁公室", "办公室", id="a character that OpenCC keeps apart"),
        pytest.param("行動計画", "行动计划", id="another"),
        pytest.param("産業チェーン", "产业链", id="a morpheme"),
        pytest.param("無錫ハイテク産業開発区", "无锡高新区", id="place and zone"),
        pytest.param("戦略的新興産業", "战略性新兴产业", id="的"),
        pytest.param("外資プロジェクト", "外资项目", id="a head decides"),
        pytest.param("モデル区", "示范区", id="a head by itself"),
        pytest.param("人民元", "人民币", id="another word"),
        pytest.param("会社", "公司", id="a false friend"),
        pytest.param("3年行動計画", "三年行动计划", id="years in characters"),
        pytest.param("副主任", "副主任", id="a prefix"),
        pytest.param("特別行政区", "特别行政区", id="no short form"),
    ],
)
def test_the_likeliest_chinese(ja: str, zh: str) -> None:
    """Words, morphemes and heads together say what the Chinese is."""
    found = reverser().reverse(ja)
    assert found
    assert found.zh == zh


@pytest.mark.parametrize(
    ("ja", "short"),
    [
        pytest.param("科学技術局", "科技局", id="a bureau"),
        pytest.param("管理委員会", "管委会", id="a committee"),
        pytest.param("管理委員会副主任", "管委会副主任", id="with a title"),
        pytest.param("商務局", "商务局", id="nothing to shorten"),
    ],
)
def test_short_forms(ja: str, short: str) -> None:
    """What Japanese writes out may be a short form."""
    found = reverser().reverse(ja, short=True)
    assert found
    assert found.zh == short


@pytest.mark.parametrize("ja", ["ゆっくり", "ヴェルサイユ宮殿をめぐる", "を", "㌔"])
def test_what_says_nothing(ja: str) -> None:
    """Kana that no morpheme renders have no Chinese."""
    assert reverser().reverse(ja) is None


@settings(max_examples=60)
@given(st.text(alphabet="開発区委員会チェーン産業の3年GDP副科学技術局", max_size=12))
def test_certainty_is_a_chance(ja: str) -> None:
    """A certainty lies between 0 and 1, and the parts joined are the Chinese."""
    found = reverser().reverse(ja)
    if found:
        assert 0 < found.certainty <= 1
        assert "".join(found.parts) == found.zh
