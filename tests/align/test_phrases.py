"""Where a rendering begins, and how far it goes."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhjagloss.align.phrases import Phrase, beginning, is_name, within
from zhjagloss.compose.composer import Composer
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Span
from zhjagloss.segment import Segmenter


@cache
def composer() -> Composer:
    contents = Contents(Stack.open(()))
    return Composer(contents.morphemes, contents.folder)


@cache
def phrase(text: str) -> Phrase:
    found = Phrase.of(text, Contents(Stack.open(())).folder, segmenter())
    assert found
    return found


@cache
def segmenter() -> Segmenter:
    return Segmenter("A")


@pytest.mark.parametrize(
    ("left", "zh", "expected"),
    [
        pytest.param("江渓街道のコミュニティ", "社区", "コミュニティ", id="behind の"),
        pytest.param("無錫市のオンライン・コミュニティ", "社区", "コミュニティ", id="behind a dot"),
        pytest.param("同市は国家センサーネットワークイノベーションモデル区", "国家传感网创新示范区",
                     "国家センサーネットワークイノベーションモデル区", id="the first character again"),
        pytest.param("3月の第14期全国人民代表大会", "全人代", "全国人民代表大会", id="behind a count"),
        pytest.param("中国Deep Dive", "深潜", "Deep Dive", id="a change of script"),
        pytest.param("資本を招くこと", "招商引资", "資本を招くこと", id="a clause"),
        pytest.param("企業は国家発展改革委員会", "发改委", "国家発展改革委員会", id="a whole row of nouns"),
    ],
)  # fmt: skip
def test_beginnings(left: str, zh: str, expected: str) -> None:
    """The rendering begins where the Chinese is explained and nothing is over."""
    folder = Contents(Stack.open(())).folder
    start, _ = beginning(phrase(left), folder.key(zh), composer().renderings)
    assert left[start:] == expected


@settings(max_examples=40)
@given(st.text(alphabet="市の社区コミュニティ国家3年を・と", min_size=1, max_size=20))
def test_a_beginning_is_the_edge_of_a_word(text: str) -> None:
    """A rendering begins at a word, or nowhere: then at the end, at any cost."""
    found = phrase(text)
    start, cost = beginning(found, "社区", composer().renderings)
    assert start in {token.start for token in found.tokens} or (start, cost) == (len(text), float("inf"))
    assert cost >= 0


@pytest.mark.parametrize(
    ("text", "zh", "part", "expected"),
    [
        pytest.param("イノベーション発展推進大会", "创新发展推介会", "推介会", "推進大会", id="the end"),
        pytest.param("3つの措置で質と効率を向上", "三招实现提质增效", "三招", "3つの措置", id="a numeral"),
        pytest.param("竹の海で振興を語る", "竹海深处话振兴", "话", None, id="nothing points to it"),
    ],
)
def test_parts(text: str, zh: str, part: str, expected: str | None) -> None:
    """A part of a longer name is found by what it shares, and kept off what the rest takes."""
    folder = Contents(Stack.open(())).folder
    key = folder.key(zh)
    at = key.index(folder.key(part))
    found = within(phrase(text), key, Span(at, at + len(part)), composer().renderings)
    assert (text[found[0].start : found[0].end] if found else None) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("デジタル農村", True, id="nouns"),
        pytest.param("質と効率の向上", True, id="linked"),
        pytest.param("資本を招くこと", False, id="a clause"),
        pytest.param("ともに豊かになること", False, id="an adverb"),
        pytest.param("、。", False, id="no word"),
    ],
)
def test_names(text: str, name: bool) -> None:
    """A name is nouns, at most linked by の, と, な."""
    assert is_name(phrase(text)) is name
