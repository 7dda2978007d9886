"""Marks inside names are looked through, and the way back to the text holds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.model import Span
from zhjagloss.script.fold import Folder
from zhjagloss.script.marks import plain, quotes_close, with_quotes, without_marks

FOLDER = Folder({})

ASTERISK = pytest.mark.xfail(strict=True, reason="＊ is * in a key, and * is no note sign")
HALF_WIDTH = pytest.mark.xfail(strict=True, reason="plain looks at the form, where ｢ is not yet 「")


@pytest.mark.parametrize(
    ("form", "bare"),
    [
        pytest.param("「三北」プロジェクト", "三北プロジェクト", id="quoted beginning"),
        pytest.param("『十四五』計画", "十四五計画", id="double quotes"),
        pytest.param("“放管服”改革", "放管服改革", id="Chinese quotes"),
        pytest.param("サプライ・チェーン", "サプライチェーン", id="dot between katakana"),
        pytest.param("産業・園区", "産業・園区", id="dot between kanji stays"),
        pytest.param("大湾区※発展", "大湾区発展", id="note sign"),
        pytest.param("デジタル·診療", "デジタル診療", id="Chinese dot"),
        pytest.param("党工委", "党工委", id="nothing to leave out"),
        pytest.param("", "", id="empty"),
        pytest.param("「」", "", id="nothing but marks"),
        pytest.param("《求是》雑誌", "求是雑誌", id="Chinese title marks"),
        pytest.param("‘双碳’目標", "双碳目標", id="single quotes"),
        pytest.param("〈専精特新〉企業", "専精特新企業", id="angle brackets"),
        pytest.param('"放管服"改革', "放管服改革", id="level quotes"),
        pytest.param("「『三農』問題」", "三農問題", id="quotes in quotes"),
        pytest.param("シリコン「・」バレー", "シリコンバレー", id="a dot in quotes"),
        pytest.param("マルクス・レーニン・主義", "マルクスレーニン・主義", id="dot before kanji stays"),
        pytest.param("ア・・イ", "ア・・イ", id="two dots stay"),
        pytest.param("・センター", "・センター", id="dot at the start stays"),
        pytest.param("党[工]委", "党[工]委", id="brackets stay"),
        pytest.param("三北」プロジェクト", "三北プロジェクト", id="half of a quotation"),
        pytest.param("大湾区＊発展", "大湾区発展", id="full-width asterisk", marks=ASTERISK),
        pytest.param("｢三北｣計画", "三北計画", id="half-width quotes", marks=HALF_WIDTH),
        pytest.param("サプライ･チェーン", "サプライチェーン", id="half-width dot", marks=HALF_WIDTH),
    ],
)
def test_what_is_left_out(form: str, bare: str) -> None:
    """Quotes, note signs and ・ between katakana are no part of a name."""
    assert without_marks(FOLDER.fold(form)).key == bare
    assert plain(form) == bare


@pytest.mark.parametrize(
    ("form", "span", "surface"),
    [
        pytest.param("「三北」プロジェクト", Span(0, 2), "三北", id="inside the quotes"),
        pytest.param("「三北」プロジェクト", Span(0, 8), "三北」プロジェクト", id="across a quote"),
        pytest.param("サプライ・チェーン", Span(0, 8), "サプライ・チェーン", id="across a dot"),
        pytest.param("「㌔」の区", Span(0, 2), "㌔", id="one character that became two"),
        pytest.param("※「ｻﾌﾟﾗｲ･ﾁｪｰﾝ」", Span(2, 4), "ﾗｲ", id="half-width"),
        pytest.param("“放管服”改革", Span(3, 5), "改革", id="behind the quotes"),
    ],
)
def test_the_way_back(form: str, span: Span, surface: str) -> None:
    """A stretch of the bare key is shown as the text has it: with the marks inside, without those beside."""
    assert without_marks(FOLDER.fold(form)).surface(span) == surface


@given(st.text(max_size=12) | st.text(alphabet='「」『』"※・アンー党委㈱ﾃﾞ㌔', max_size=12), st.data())
def test_every_stretch_has_its_surface(form: str, data: st.DataObject) -> None:
    """The surface of any stretch of the bare key is a stretch of the form, which holds that key."""
    bare = without_marks(FOLDER.fold(form))
    if bare.key:
        start = data.draw(st.integers(0, len(bare.key) - 1))
        end = data.draw(st.integers(start + 1, len(bare.key)))
        surface = bare.surface(Span(start, end))
        assert surface in form
        assert bare.key[start:end] in without_marks(FOLDER.fold(surface)).key


@given(st.text(alphabet='「」『』“”"※・·ァアンー党工委㈱ﾃﾞa ', max_size=30))
def test_the_way_back_holds(form: str) -> None:
    """Each character of the key leads to a stretch of the form that folds to it, in order."""
    folded = without_marks(FOLDER.fold(form))
    ends = [folded.back(Span(at, at + 1)) for at in range(len(folded.key))]
    assert all(folded.key[at] in FOLDER.key(form[span.start : span.end]) for at, span in enumerate(ends))
    assert all(one.start <= other.start for one, other in pairwise(ends))
    assert without_marks(folded).key == folded.key


@pytest.mark.parametrize(
    ("text", "span", "whole"),
    [
        pytest.param("「三北」プロジェクト", Span(1, 10), Span(0, 10), id="opened before"),
        pytest.param("新「三北", Span(0, 4), None, id="never closed"),
        pytest.param("「三北」", Span(1, 3), Span(1, 3), id="both outside"),
        pytest.param("計画「十四五」は", Span(0, 6), Span(0, 7), id="closed behind"),
        pytest.param("三」「北", Span(0, 4), None, id="two quotations"),
        pytest.param("党工委", Span(0, 3), Span(0, 3), id="none"),
        pytest.param('新"三北"計画', Span(2, 7), Span(1, 7), id="level quotes"),
        pytest.param("『十四五』計画", Span(1, 7), Span(0, 7), id="double quotes"),
        pytest.param("三北」計画", Span(0, 5), None, id="never opened"),
        pytest.param("『三北」計画", Span(1, 6), None, id="opened by another quote"),
        pytest.param("党の「三北」計画", Span(3, 8), Span(2, 8), id="amid a text"),
    ],
)
def test_quotes_are_taken_in(text: str, span: Span, whole: Span | None) -> None:
    """A name takes its quotes with it, and is none where one stays open."""
    assert with_quotes(text, span) == whole


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        pytest.param("「党」", True, id="closed"),
        pytest.param("「『党』」", True, id="inside one another"),
        pytest.param("「『党」』", False, id="crossed"),
        pytest.param("党」", False, id="never opened"),
        pytest.param('"党"', True, id="level quotes"),
        pytest.param('"党', False, id="one level quote"),
        pytest.param("", True, id="empty"),
        pytest.param("“放管服”と‘双碳’", True, id="two, one after the other"),
        pytest.param("」党「", False, id="the wrong way round"),
        pytest.param("「党』", False, id="closed by another"),
        pytest.param("「「党」", False, id="opened twice, closed once"),
        pytest.param("党（工）委)", True, id="brackets are no quotes"),
    ],
)
def test_quotes_close(text: str, closes: bool) -> None:
    """Quotes close in the order in which they were opened."""
    assert quotes_close(text) is closes


@given(st.text(max_size=20), st.data())
def test_quotes_taken_in_are_quotes(text: str, data: st.DataObject) -> None:
    """A name grows by one quote on one side at most, and only where all of its quotes then close."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole = with_quotes(text, Span(start, end))
    if whole:
        assert whole.covers(Span(start, end))
        assert whole.end - whole.start <= end - start + 1
        assert 0 <= whole.start <= whole.end <= len(text)
        assert quotes_close(text[whole.start : whole.end])
