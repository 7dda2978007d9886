"""Parentheses are told apart by what they hold."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.align.statements.parentheses import Held, find, kind, originals


@pytest.mark.parametrize(
    ("inside", "held"),
    [
        pytest.param("社区", Held.ORIGINAL, id="original"),
        pytest.param("国家伝感網創新示範区", Held.ORIGINAL, id="a long original"),
        pytest.param("「双招双引」", Held.ORIGINAL, id="quoted original"),
        pytest.param("BYD", Held.ABBREVIATION, id="abbreviation"),
        pytest.param("ＣＡＴＬ", Held.ABBREVIATION, id="full width"),
        pytest.param("R&D", Held.ABBREVIATION, id="with a sign"),
        pytest.param("デジタル農村", Held.GLOSS, id="gloss"),
        pytest.param("グレーターベイエリア", Held.GLOSS, id="katakana"),
        pytest.param("江蘇省蘇州市", Held.PLACE, id="place"),
        pytest.param("広東省東莞市", Held.PLACE, id="another place"),
        pytest.param("深圳市南山区粤海街道", Held.PLACE, id="down to the street"),
        pytest.param("約15.5億円", Held.AMOUNT, id="exchange rate"),
        pytest.param("約1兆6,900億円", Held.AMOUNT, id="with commas"),
        pytest.param("2022年", Held.AMOUNT, id="year"),
        pytest.param("前年比7.6%増", Held.AMOUNT, id="growth"),
        pytest.param("広州、深圳、東莞", Held.LIST, id="list"),
        pytest.param("病院など", Held.LIST, id="and others"),
        pytest.param("以下「新区」という", Held.DEFINITION, id="definition"),
        pytest.param("中国語：供銷社", Held.DEFINITION, id="named Chinese"),
        pytest.param("写真：本誌撮影", Held.REMARK, id="photograph"),
        pytest.param("現中国農業大学", Held.REMARK, id="today's name"),
        pytest.param("旧国家衛生計画出産委員会", Held.REMARK, id="former name"),
        pytest.param("江南経済通信記者", Held.REMARK, id="reporter"),
        pytest.param("…", Held.REMARK, id="no word"),
    ],
)
def test_kinds(inside: str, held: Held) -> None:
    """The text inside tells the original, an abbreviation, a gloss, and all that says nothing."""
    assert kind(inside) is held


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        pytest.param("街道のコミュニティ(社区)には", [("街道のコミュニティ", "社区", True)], id="open"),
        pytest.param("「双招双引」（ダブル誘致）に", [("双招双引", "ダブル誘致", False)], id="quoted"),
        pytest.param("上海、無錫市の比亜迪(BYD)は", [("無錫市の比亜迪", "BYD", True)], id="from the comma"),
        pytest.param("投資額は3億元(約46.5億円)だ", [], id="amount"),
        pytest.param("松山湖（広東省東莞市）で", [], id="place"),
        pytest.param("（社区）", [], id="nothing before"),
        pytest.param("社区（コミュニティ", [], id="never closed"),
        pytest.param("社区（）", [], id="empty"),
    ],
)
def test_statements(text: str, stated: list[tuple[str, str, bool]]) -> None:
    """What stands before a bracket and what stands in it are set beside one another."""
    assert [(one.left, one.right, one.open) for one in find(text)] == stated


@given(st.text(alphabet="（）()「」、。社区コミBYD約5円 "))
def test_designations_stand_in_the_text(text: str) -> None:
    """Whatever the brackets, both designations are stretches of the text."""
    for one in find(text):
        assert one.left in text
        assert one.right in text
    assert all(text[span.start : span.end] for span in originals(text))


def test_many_brackets_take_little_time() -> None:
    """Ten thousand brackets that never close are read in a moment."""
    begin = time.perf_counter()
    assert list(find("（社区" * 10_000)) == []
    assert time.perf_counter() - begin < 5
