"""Kanji spelt in simplified Chinese, and told from it."""

from __future__ import annotations

from functools import cache

import pytest

from zhjagloss import words
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.script.simplified import Simplifier, has_simplified


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
    ],
)
def test_simplified_characters(text: str, simplified: bool) -> None:
    """What only simplified Chinese writes is told from what Japanese writes too."""
    assert has_simplified(text) is simplified
