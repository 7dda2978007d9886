"""Definitions set two designations beside one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.align.statements.definitions import find
from zhjagloss.align.statements.statement import Manner


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        pytest.param(
            "虎丘区人民検察院(以下「虎丘区検察院」という)の検察長",
            {("虎丘区人民検察院", "虎丘区検察院", Manner.SHORT)},
            id="hereafter",
        ),
        pytest.param(
            "昆山経済技術開発区（以下、昆山開発区と略す）では",
            {("昆山経済技術開発区", "昆山開発区", Manner.SHORT)},
            id="hereafter without quotes",
        ),
        pytest.param(
            "県の供銷合作社（購買と販売を担う協同組合、略称は供銷社）と組み",
            {("県の供銷合作社", "供銷社", Manner.NAMED)},
            id="short name inside brackets",
        ),
        pytest.param(
            "社区（中国語：社区居民委员会）の窓口",
            {("社区", "社区居民委员会", Manner.NAMED)},
            id="the Chinese named",
        ),
        pytest.param(
            "松山湖ハイテクパークの正式名称は、東莞松山湖高新技術産業開発区である。",
            {("松山湖ハイテクパーク", "東莞松山湖高新技術産業開発区", Manner.NAMED)},
            id="full name",
        ),
        pytest.param(
            "蘇州高新区は、正式名称を蘇州国家高新技術産業開発区という。",
            {("蘇州高新区", "蘇州国家高新技術産業開発区", Manner.NAMED)},
            id="full name, the other way",
        ),
        pytest.param(
            "太湖湾科技創新帯、略して「太湖湾科創帯」は",
            {("太湖湾科技創新帯", "太湖湾科創帯", Manner.NAMED)},
            id="in short",
        ),
        pytest.param(
            "農家の宿は「農家楽」と呼ばれる。", {("農家の宿", "農家楽", Manner.CALLED)}, id="is called"
        ),
        pytest.param(
            "営商環境とは、企業が安心して商いを営める土壌、すなわちビジネス環境をいう。",
            {("営商環境", "ビジネス環境", Manner.NAMELY)},
            id="that is",
        ),
        pytest.param(
            "※粤港澳大湾区とは、珠江デルタの九市を統合したグレーターベイエリアを目指す計画である。",
            {("粤港澳大湾区", "グレーターベイエリア", Manner.DESCRIBED)},
            id="a name inside the explanation",
        ),
        pytest.param(
            "ダブル誘致とは、企業や投資を招くことと、知恵を招くこと(双招双引)の二つを指す。",
            {("ダブル誘致", "双招双引", Manner.DESCRIBED)},
            id="the Chinese inside the explanation",
        ),
        pytest.param(
            "「社区」とは、コミュニティのことである。", {("社区", "コミュニティ", Manner.NAMELY)}, id="means"
        ),
        pytest.param("区は改善策をまとめた。", set(), id="nothing defined"),
        pytest.param("3億元(約46.5億円)を投資した。", set(), id="an amount"),
        pytest.param("", set(), id="empty"),
    ],
)
def test_statements(text: str, stated: set[tuple[str, str, Manner]]) -> None:
    """Each wording gives its two designations."""
    found = {(one.left, one.right, one.manner) for one in find(text)}
    assert stated <= found
    assert stated or not found


@given(st.text(alphabet="社区とは、以下「」（）略称はという。すなわちコミュ", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Whatever a text says, designations are stretches of it, of two characters at least."""
    for one in find(text):
        assert len(one.left) > 1 < len(one.right)
        assert one.left in text
