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
    ],
)
def test_what_is_left_out(form: str, bare: str) -> None:
    """Quotes, note signs and ・ between katakana are no part of a name."""
    assert without_marks(FOLDER.fold(form)).key == bare
    assert plain(form) == bare


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
    ],
)
def test_quotes_close(text: str, closes: bool) -> None:
    """Quotes close in the order in which they were opened."""
    assert quotes_close(text) is closes
