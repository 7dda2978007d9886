"""Statements brought home: which term a designation names, and what the other one renders."""

from __future__ import annotations

from functools import cache

import pytest

from zhjagloss.align.patterns import patterns
from zhjagloss.align.resolve import Resolver
from zhjagloss.align.statements import definitions, headlines, parentheses
from zhjagloss.compose.composer import Composer
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Term
from zhjagloss.segment import Segmenter


@cache
def contents() -> Contents:
    return Contents(Stack.open(()))


@cache
def segmenter() -> Segmenter:
    return Segmenter("A")


def said(terms: str, *blocks: str) -> set[tuple[str, str]]:
    """Give what a text says of terms, each with the key of its rendering."""
    folder = contents().folder
    composer = Composer(contents().morphemes, folder)
    wanted = patterns([Term(zh) for zh in terms.split()], [], composer, folder, lambda _: True)
    resolver = Resolver(wanted, composer, folder, segmenter())
    statements = [*headlines.find(blocks)]
    for block in blocks:
        statements += [*definitions.find(block), *parentheses.find(block)]
    return {(one.reason.term.zh, one.key) for statement in statements for one in resolver.resolve(statement)}


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        pytest.param(
            "社区", "江渓街道のオンライン・コミュニティ(社区)には", {"社区 コミュニティ"}, id="original"
        ),
        pytest.param("比亚迪", "万科グループと比亜迪(BYD)が", {"比亚迪 BYD"}, id="abbreviation"),
        pytest.param(
            "双招双引", "「ダブル誘致」（双招双引）に力を入れる", {"双招双引 ダブル誘致"}, id="quoted"
        ),
        pytest.param("数字乡村", "「数字郷村」（デジタル農村）の試み", {"数字乡村 デジタル農村"}, id="gloss"),
        pytest.param(
            "招商引资",
            "資本を招くこと（招商引資）と",
            {"招商引资 資本を招くこと"},
            id="a clause that shares half",
        ),
        pytest.param(
            "推介会",
            "イノベーション発展推進大会(2021蘇州高新区対接大湾区創新発展推介会)が",
            {"推介会 推進大会"},
            id="inside a longer name",
        ),
        pytest.param(
            "虎丘区人民检察院",
            "虎丘区人民検察院(以下「虎丘区検察院」という)の検察長",
            {"虎丘区人民检察院 虎丘区検察院"},
            id="hereafter",
        ),
        pytest.param(
            "粤港澳大湾区",
            "※粤港澳大湾区とは、九市を統合したグレーターベイエリアを目指す計画である。",
            {"粤港澳大湾区 グレーターベイエリア"},
            id="a name inside the explanation",
        ),
        pytest.param(
            "农家乐", "こうした農家の宿は「農家楽」と呼ばれる。", {"农家乐 農家の宿"}, id="is called"
        ),
        pytest.param("苏州高新区", "蘇州高新区（江蘇省蘇州市）で", set(), id="a place"),
        pytest.param("无锡", "無錫は「IoTの都」と呼ばれる。", set(), id="a nickname"),
        pytest.param(
            "粤港澳大湾区", "粤港澳大湾区の建設計画（以下「本計画」という）は", set(), id="a local short name"
        ),
        pytest.param("国家行政学院", "新たな中央党校(国家行政学院)の", set(), id="two names"),
        pytest.param(
            "双招双引", "「双招双引」（企業と人材の誘致を同時に進めること）", set(), id="an explanation"
        ),
        pytest.param("北京农业大学", "北京農業大学(現中国農業大学)は", set(), id="today's name"),
        pytest.param("党工委", "コミュニティ(社区)には", set(), id="another term"),
    ],
)
def test_what_is_said(terms: str, text: str, expected: set[str]) -> None:
    """A designation that names a term makes the other one its rendering, and nothing else does."""
    key = contents().folder.key
    pairs = {tuple(pair.split(" ", 1)) for pair in expected}
    assert said(terms, text) == {(zh, key(ja)) for zh, ja in pairs}


def test_headlines() -> None:
    """Terms of a Chinese headline find their places in the Japanese one, quotes in quotes."""
    headline = "「二つの試練」に直面する無錫ハイテク産業開発区―3つの措置で質と効率を向上"
    found = said("双考验 无锡高新区", headline, '「面対"双考験" 無錫高新区三招実現提質増効」')
    key = contents().folder.key
    assert found == {("双考验", key("二つの試練")), ("无锡高新区", key("無錫ハイテク産業開発区"))}


def test_headlines_of_other_things() -> None:
    """Two headlines that share next to nothing say nothing."""
    assert said("三农", "海の日に港が開かれる", "「三農工作再上新台階 農業現代化邁出新歩伐」") == set()
