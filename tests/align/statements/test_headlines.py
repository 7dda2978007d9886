"""Chinese headlines that a Japanese text quotes."""

from __future__ import annotations

import pytest

from zhjagloss.align.statements.headlines import find, is_chinese, without_chinese

HEADLINE = "三つの鍵で人材を集める無錫ハイテク産業開発区"
CHINESE = "三把鑰匙引才聚智 無錫高新区厚植創新沃土"


@pytest.mark.parametrize(
    ("blocks", "stated"),
    [
        pytest.param([HEADLINE, "本文。", f"原文:「{CHINESE}」"], [(HEADLINE, CHINESE)], id="below the text"),
        pytest.param(
            [f"トップ > 江蘇省 > {HEADLINE}", "本文。", f"原文:「{CHINESE}」"],
            [(HEADLINE, CHINESE)],
            id="behind a path",
        ),
        pytest.param(
            ["本文。", f"参考：「{CHINESE}」。見出しを訳せば、「三つの鍵で人を集める」となる。"],
            [("三つの鍵で人を集める", CHINESE)],
            id="translated on the spot",
        ),
        pytest.param([HEADLINE, f"「{CHINESE}」と「{CHINESE}」"], [(HEADLINE, CHINESE)], id="quoted twice"),
        pytest.param([HEADLINE, "「国家新型城鎮化計画」を発表した。"], [], id="the name of a document"),
        pytest.param([HEADLINE, "「長江の自然を守る」と述べた。"], [], id="Japanese words"),
        pytest.param(["本文が続く。", f"「{CHINESE}」"], [], id="no headline"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_statements(blocks: list[str], stated: list[tuple[str, str]]) -> None:
    """The quoted Chinese stands beside the headline of the text, or its translation."""
    assert [(one.left, one.right) for one in find(blocks)] == stated


@pytest.mark.parametrize(
    ("quoted", "chinese"),
    [
        pytest.param(CHINESE, True, id="two clauses"),
        pytest.param("面対双考験無錫高新区三招実現提質増効", True, id="long"),
        pytest.param("粤港澳大湾区発展計画綱要", False, id="a plan"),
        pytest.param("双招双引", False, id="a word"),
        pytest.param("竹の海で振興を語る 一村一品", False, id="kana"),
        pytest.param("", False, id="empty"),
    ],
)
def test_what_is_chinese(quoted: str, chinese: bool) -> None:
    """A long quotation without kana is Chinese, unless it names a document."""
    assert is_chinese(quoted) is chinese


def test_chinese_is_left_out() -> None:
    """What a text quotes in Chinese is no name that the text uses."""
    assert without_chinese(f"原文:「{CHINESE}」、原文:「{CHINESE}」。") == "原文:「」、原文:「」。"
