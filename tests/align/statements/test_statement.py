"""The designation that ends at a place of a text, as far as the text itself bounds it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.align.statements.statement import LONGEST, Manner, Statement, before
from zhjagloss.model import Evidence

SPACE = pytest.mark.xfail(
    strict=True, reason="a space before the bracket is kept, and hides the closing quote"
)
QUOTES = pytest.mark.xfail(strict=True, reason="level quotes, ‘’ and 〈〉 are no edges, and close nothing")


@pytest.mark.parametrize(
    ("text", "designation", "is_open"),
    [
        pytest.param("市の社区", "市の社区", True, id="from the start"),
        pytest.param("昨年、市の社区", "市の社区", True, id="from the comma"),
        pytest.param("会議が開かれた。社区", "社区", True, id="from the full stop"),
        pytest.param("方針：デジタル農村", "デジタル農村", True, id="from the colon"),
        pytest.param("区は「三農」問題", "問題", True, id="from a quote"),
        pytest.param("（江蘇省）蘇州高新区", "蘇州高新区", True, id="from a bracket"),
        pytest.param("【蘇州】高新区", "高新区", True, id="from a heavy bracket"),
        pytest.param("会議—高新区", "高新区", True, id="from a dash"),
        pytest.param("※大湾区", "大湾区", True, id="from a note sign"),
        pytest.param("1項目\t高新区", "高新区", True, id="from a tab"),
        pytest.param("南京　高新区", "高新区", True, id="from a wide space"),
        pytest.param("、 高新区", "高新区", True, id="without the space in front"),
        pytest.param("オンライン・コミュニティ", "オンライン・コミュニティ", True, id="across a dot"),
        pytest.param("Deep Dive", "Deep Dive", True, id="across a space"),
        pytest.param("市は「双招双引」", "双招双引", False, id="quoted"),
        pytest.param("市は『双招双引』", "双招双引", False, id="double quotes"),
        pytest.param("市は“放管服”", "放管服", False, id="Chinese quotes"),
        pytest.param("雑誌《求是》", "求是", False, id="Chinese title marks"),
        pytest.param("「双招」と「双引」", "双引", False, id="the last quotation"),
        pytest.param("「『三農』問題」", "『三農』問題", False, id="quotes in quotes"),
        pytest.param("双招双引」", "", True, id="never opened"),
        pytest.param("「双招双引』", "", True, id="opened by another quote"),
        pytest.param("「双招双引", "双招双引", True, id="never closed"),
        pytest.param("「」", "", False, id="nothing quoted"),
        pytest.param("社区、", "", True, id="nothing behind the comma"),
        pytest.param("", "", True, id="no text"),
        pytest.param("「" + "区" * 40 + "」", "区" * 40, False, id="as long as a quotation may be"),
        pytest.param("「" + "区" * 42 + "」", "", True, id="too long a quotation"),
        pytest.param("市" + "区" * 60, "区" * 40, True, id="cut where it is too long"),
        pytest.param("コミュニティ ", "コミュニティ", True, id="a space behind", marks=SPACE),
        pytest.param("「双招双引」 ", "双招双引", False, id="a space behind the quote", marks=SPACE),
        pytest.param('市は"双招双引"', "双招双引", False, id="level quotes", marks=QUOTES),
        pytest.param("市は‘双招双引’", "双招双引", False, id="single quotes", marks=QUOTES),
        pytest.param("市は〈双招双引〉", "双招双引", False, id="angle brackets", marks=QUOTES),
    ],
)
def test_before(text: str, designation: str, is_open: bool) -> None:
    """A quoted designation is known to its first character; another reaches back to the next sign."""
    assert before(text, len(text)) == (designation, is_open)


@pytest.mark.parametrize(
    ("text", "end", "designation"),
    [
        pytest.param("市の社区(コミュニティ)", 4, "市の社区", id="before a bracket"),
        pytest.param("社区。コミュニティ。", 2, "社区", id="amid a text"),
        pytest.param("社区", 0, "", id="at the start"),
        pytest.param("社区", 1, "社", id="inside a word"),
    ],
)
def test_before_an_offset(text: str, end: int, designation: str) -> None:
    """What stands behind the offset plays no part."""
    assert before(text, end)[0] == designation


@given(st.text() | st.text(alphabet="「」『』“”《》、。社区市の 　"), st.data())
def test_a_designation_stands_in_the_text(text: str, data: st.DataObject) -> None:
    """Whatever the text, a designation is a stretch of what precedes the offset, and not too long."""
    end = data.draw(st.integers(0, len(text)))
    designation, is_open = before(text, end)
    assert designation in text[:end]
    assert len(designation) <= LONGEST
    assert not is_open or text[:end].endswith(designation) or not designation
    assert not is_open or designation == designation.lstrip()


def test_a_long_text_takes_little_time() -> None:
    """Only so much of a text is looked at, however long it is."""
    text = "社区" * 500_000 + "」"
    begin = time.perf_counter()
    assert before(text, len(text)) == ("", True)
    assert before(text, len(text) - 1) == ("社区" * (LONGEST // 2), True)
    assert time.perf_counter() - begin < 1


def test_statements_have_an_order() -> None:
    """Statements are sorted before they are read, so that a build gives the same bytes each time."""
    one = Statement(Evidence.PARENTHESIS, Manner.ORIGINAL, "コミュニティ", "社区")
    other = Statement(Evidence.DEFINITION, Manner.SHORT, "高新区", "新区", open=True)
    assert sorted([one, other]) == sorted([other, one]) == [other, one]
    assert not one.open
