"""What looks like a name that nobody listed."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhjagloss.align.discover.survey import Look, Surveyor
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Kind


@cache
def surveyor() -> Surveyor:
    contents = Contents(Stack.open(()))
    return Surveyor(contents.heads, contents.folder)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "無錫ハイテク産業開発区商務局局長の華艶紅は",
            {
                ("無錫ハイテク産業開発区", Kind.ZONE),
                ("ハイテク産業開発区", Kind.ZONE),
                ("商務局", Kind.ORGAN),
                ("商務局局長", Kind.TITLE),
                ("局長", Kind.TITLE),
            },
            id="a row of names",
        ),
        pytest.param(
            "蘇州高新区党工委書記が",
            {("蘇州高新区", Kind.ZONE), ("党工委書記", Kind.TITLE)},
            id="a zone's secretary",
        ),
        pytest.param(
            "合肥市投資促進局は",
            {("合肥市投資促進局", Kind.ORGAN), ("投資促進局", Kind.ORGAN)},
            id="a city's bureau",
        ),
        pytest.param("「放管服」改革を進める", {("放管服改革", Kind.PLAN)}, id="a quoted beginning"),
        pytest.param("「双招双引」に力を入れる", {("双招双引", Look.QUOTED)}, id="quoted kanji"),
        pytest.param("3年行動計画を定めた", {("3年行動計画", Kind.PLAN)}, id="the years of a plan"),
        pytest.param("現代の産業チェーンを", {("産業チェーン", Kind.INDUSTRY)}, id="a head by itself"),
        pytest.param(
            "創新発展推介会が開かれた", {("推介会", Look.COMPOUND)}, id="kanji that are no Japanese"
        ),
        pytest.param("スマート製造等の分野", {("スマート製造", Kind.INDUSTRY)}, id="and so on"),
        pytest.param("生態ガバナンスが進む", {("生態ガバナンス", Look.ROW)}, id="no head"),
    ],
)
def test_what_is_seen(text: str, names: set[tuple[str, Kind | Look]]) -> None:
    """Names are told by their heads, their kanji, their quotes."""
    assert names <= surveyor().seen([text])


@pytest.mark.parametrize(
    ("text", "no_name"),
    [
        pytest.param("毛偉書記は挨拶で", "毛偉書記", id="a person"),
        pytest.param("2022年蘇州高新区の大会", "2022年蘇州高新区", id="a count"),
        pytest.param("進出企業への支援", "進出企業", id="a description"),
        pytest.param("地域の活性化を図る", "活性化", id="an ordinary word"),
        pytest.param("三十年の歩み", "三十年", id="a number"),
        pytest.param("東莞砥山精密科技有限公司は", "砥山精密科技", id="a firm"),
        pytest.param("本部を移した", "本部", id="half a word"),
        pytest.param("中国共産党合肥市委員会は", "中国共産党合肥市", id="half a name"),
        pytest.param("重要性が高まる", "重要性", id="a suffix"),
        pytest.param("「封鎖」が続く", "封鎖", id="a quoted Japanese word"),
    ],
)
def test_what_is_no_name(text: str, no_name: str) -> None:
    """People, firms, counts and ordinary words are no terms."""
    assert no_name not in {name for name, _ in surveyor().seen([text])}


@settings(max_examples=50)
@given(st.text(alphabet="「」蘇州高新区党工委書記局のを、産業チェーン3年㈱・", max_size=30))
def test_names_stand_in_the_text(text: str) -> None:
    """Whatever a text looks like, its names stand in it, quotes aside."""
    bare = text.replace("「", "").replace("」", "")
    assert all(name in text or name in bare for name, _ in surveyor().seen([text]))
