"""Kanji spelt in simplified Chinese, and told from it."""

from __future__ import annotations

import time
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss import words
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.script.language import has_han
from zhjagloss.script.simplified import Simplifier, has_simplified

NO_WORD = pytest.mark.xfail(
    strict=True,
    reason="a name of several words is no word of jieba's, and is spelt as OpenCC spells: 计画, 弁公室",
)


@cache
def simplifier() -> Simplifier:
    folder = Contents(Stack.open(())).folder
    return Simplifier(folder.groups, folder.classes, words.frequency)


@pytest.mark.parametrize(
    ("ja", "zh"),
    [
        ("開発区", "开发区"),
        ("弁公室", "办公室"),
        ("計画", "计划"),
        ("区画", "区划"),
        ("体質検測", "体质检测"),
        ("予算", "预算"),
        ("総合", "综合"),
        ("労働", "劳动"),
        ("人材", "人才"),
        ("辺境", "边境"),
        ("研究所", "研究所"),
        ("郷", "乡"),
        ("双招双引", "双招双引"),
        ("沢", "泽"),
        ("", ""),
        ("弁公庁", "办公厅"),
        ("財政庁", "财政厅"),
        ("検察院", "检察院"),
        ("国務院弁公庁", "国务院办公厅"),
        ("営商環境", "营商环境"),
        ("竜頭企業", "龙头企业"),
        ("両会", "两会"),
        ("専項", "专项"),
        ("企画", "企划"),
        ("映画", "映画"),
        ("画像", "画像"),
        ("予備役", "预备役"),
        ("取材", "取材"),
        ("才能", "才能"),
        ("労働者", "劳动者"),
        ("係", "系"),
        ("関係", "关系"),
        ("系統", "系统"),
        ("皇后", "皇后"),
        ("後期", "后期"),
        ("証券", "证券"),
        ("製造", "制造"),
        ("制度", "制度"),
        ("準備", "准备"),
        ("批准", "批准"),
        ("黒竜江", "黑龙江"),
        ("塩城", "盐城"),
        ("鎮", "镇"),
        ("畑", "畑"),
        ("開發區", "开发区"),
        ("发改委", "发改委"),
        ("ビジネス", "ビジネス"),
        ("BYD", "BYD"),
        pytest.param("発展計画局", "发展计划局", marks=NO_WORD),
        pytest.param("人材弁公室", "人才办公室", marks=NO_WORD),
        pytest.param("総合予算弁公室", "综合预算办公室", marks=NO_WORD),
    ],
)
def test_spelling(ja: str, zh: str) -> None:
    """Each word is spelt as Chinese spells it."""
    assert simplifier().spell(ja) == zh


@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        pytest.param("开发区", True, id="simplified"),
        pytest.param("開発区", False, id="Japanese"),
        pytest.param("開發區", False, id="traditional"),
        pytest.param("深圳", False, id="a character that only names have"),
        pytest.param("国家体育", False, id="what both write"),
        pytest.param("イノベーション", False, id="katakana"),
        pytest.param("", False, id="empty"),
        pytest.param("无锡", True, id="a place"),
        pytest.param("苏州ハイテク区", True, id="one character amid Japanese"),
        pytest.param("県の図書館", False, id="what only Japanese writes"),
        pytest.param("党中央", False, id="Chinese that Japanese can write"),
        pytest.param("干部", False, id="simplified, and a kanji of its own"),
        pytest.param("粤港澳", False, id="Chinese, and not simplified"),
        pytest.param("鄧", False, id="a name in traditional characters"),
        pytest.param("邓", True, id="the same name simplified"),
        pytest.param("凪と畑", False, id="kanji made in Japan"),
        pytest.param("BYD 2025年", False, id="Latin"),
    ],
)
def test_simplified_characters(text: str, simplified: bool) -> None:
    """What only simplified Chinese writes is told from what Japanese writes too."""
    assert has_simplified(text) is simplified


kanji = st.text(alphabet="弁公室計画予算総合人材発展開発区国務院県市党工委局庁々畑", max_size=12)


@given(kanji | st.text(max_size=12))
def test_spelling_keeps_the_length(ja: str) -> None:
    """Each character becomes one character, and nothing else is touched."""
    zh = simplifier().spell(ja)
    assert len(zh) == len(ja)
    assert all(one == other for one, other in zip(ja, zh, strict=True) if not has_han(one))


def test_long_stretches_take_little_time() -> None:
    """A stretch of characters that may each be spelt twice is not tried in every way."""
    begin = time.perf_counter()
    assert len(simplifier().spell("弁画予材総" * 200)) == 1_000
    assert time.perf_counter() - begin < 5
