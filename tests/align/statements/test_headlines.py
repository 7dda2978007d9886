"""Chinese headlines that a Japanese text quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.align.statements.patience import ends
from zhjagloss.align.statements.headlines import find, headlines, is_chinese, quoted_chinese, without_chinese
from zhjagloss.similarity import abbreviates

HEADLINE = "三つの鍵で人材を集める無錫ハイテク産業開発区"
CHINESE = "三把鑰匙引才聚智 無錫高新区厚植創新沃土"

NESTED = pytest.mark.xfail(strict=True, reason="a quotation is not looked into: 「…『…』…」")
ORGAN = pytest.mark.xfail(
    strict=True,
    reason="fourteen kanji are Chinese, but the names of organs are as long",
)


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
        pytest.param([f"『{CHINESE}』", HEADLINE], [(HEADLINE, CHINESE)], id="the Chinese first"),
        pytest.param([HEADLINE, f"《{CHINESE}》より"], [(HEADLINE, CHINESE)], id="Chinese title marks"),
        pytest.param([HEADLINE, f"“{CHINESE}”"], [(HEADLINE, CHINESE)], id="Chinese quotes"),
        pytest.param(
            [HEADLINE, "蘇州の街から", f"原文:「{CHINESE}」"],
            [(HEADLINE, CHINESE), ("蘇州の街から", CHINESE)],
            id="two lines that may be the headline",
        ),
        pytest.param([HEADLINE, HEADLINE, f"「{CHINESE}」"], [(HEADLINE, CHINESE)], id="the headline twice"),
        pytest.param([f"{HEADLINE}「{CHINESE}」"], [], id="in the headline itself"),
        pytest.param(["。"] * 6 + [HEADLINE, f"「{CHINESE}」"], [], id="a heading far below"),
        pytest.param(["あ" * 81, f"「{CHINESE}」"], [], id="too long a headline"),
        pytest.param(["江蘇省無錫市", f"「{CHINESE}」"], [], id="a first line without kana"),
        pytest.param([HEADLINE, f"「{CHINESE}"], [], id="never closed"),
        pytest.param([HEADLINE, f"「{CHINESE}』"], [], id="closed by another quote"),
        pytest.param([HEADLINE, CHINESE], [], id="not quoted"),
        pytest.param(["", f"「{CHINESE}」"], [], id="an empty line"),
        pytest.param(
            [HEADLINE, f"記者は「見出しは『{CHINESE}』だった」と話す。"],
            [(HEADLINE, CHINESE)],
            id="quoted in a speech",
            marks=NESTED,
        ),
        pytest.param(
            [HEADLINE, "「無錫国家高新技術産業開発区管理委員会」が発表した。"], [], id="an organ", marks=ORGAN
        ),
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
        pytest.param("三招促発展 企業暖心田", True, id="two short clauses"),
        pytest.param("三农工作再上新台阶　农业现代化迈出新步伐", True, id="simplified, a wide space"),
        pytest.param("国家新型工業化産業示範基地", False, id="the name of a thing"),
        pytest.param("第十四個五年規劃和2035年遠景目標綱要", False, id="an outline"),
        pytest.param("関於促進人工智能産業高質量発展的若干意見", False, id="opinions"),
        pytest.param("中華人民共和国外商投資法", False, id="a law"),
        pytest.param("無錫 蘇州", False, id="two places"),
        pytest.param("Wuxi National High-tech Zone", False, id="Latin"),
        pytest.param("12345678 90123456", False, id="digits"),
        pytest.param("無錫国家高新技術産業開発区管理委員会", False, id="an organ", marks=ORGAN),
        pytest.param("蘇州工業園区管理委員会経済発展局", False, id="an office", marks=ORGAN),
        pytest.param("第十四期全国人民代表大会第三回会議", False, id="a meeting", marks=ORGAN),
        pytest.param("無錫国家高新技術産業開発区条例実施細則", False, id="rules", marks=ORGAN),
        pytest.param("", False, id="empty"),
    ],
)
def test_what_is_chinese(quoted: str, chinese: bool) -> None:
    """A long quotation without kana is Chinese, unless it names a document."""
    assert is_chinese(quoted) is chinese


def test_chinese_is_left_out() -> None:
    """What a text quotes in Chinese is no name that the text uses."""
    assert without_chinese(f"原文:「{CHINESE}」、原文:「{CHINESE}」。") == "原文:「」、原文:「」。"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param([HEADLINE, "本文。"], [HEADLINE], id="the first block"),
        pytest.param([f"トップ|{HEADLINE}"], [HEADLINE], id="behind a bar"),
        pytest.param([f"トップ»無錫 ＞ {HEADLINE}"], [HEADLINE], id="behind other signs"),
        pytest.param([f"  {HEADLINE}　"], [HEADLINE], id="spaces around"),
        pytest.param([f"{HEADLINE}。"], [], id="a sentence"),
        pytest.param([">"], [], id="a path to nothing"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_what_may_be_the_headline(blocks: list[str], expected: list[str]) -> None:
    """A headline is a first block that is no sentence, and it has kana."""
    assert headlines(blocks) == expected


texts = st.text() | st.text(alphabet="「」『』《》“” 三農工作再上新台階の", max_size=60)


@given(st.lists(texts, max_size=8))
def test_any_text_is_read(blocks: list[str]) -> None:
    """Whatever a document holds, a headline and a quotation are stretches of its blocks, and differ."""
    for one in find(blocks):
        assert any(one.left in block for block in blocks)
        assert any(f"{one.right}" in block for block in blocks)
        assert is_chinese(one.right)
        assert one.right not in one.left


@given(texts)
def test_only_quotations_are_left_out(text: str) -> None:
    """Quotations lie apart, in quotes; without them a text is what it was."""
    spans = list(quoted_chinese(text))
    assert all(0 < span.start < span.end < len(text) for span in spans)
    assert without_chinese(text) == "".join(
        char for at, char in enumerate(text) if not any(span.start <= at < span.end for span in spans)
    )
    assert abbreviates(without_chinese(text), text)


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([HEADLINE, f"「{CHINESE}」" * 2_000], id="quoted often"),
        pytest.param([HEADLINE, "「" * 50_000], id="never closed"),
        pytest.param([HEADLINE] * 5_000, id="many blocks"),
        pytest.param(["無錫の" + " " * 60_000 + "街", f"「{CHINESE}」"], id="spaces"),
    ],
)
def test_a_long_text_takes_little_time(blocks: list[str]) -> None:
    """However long a document is, its headlines are found in a moment."""
    assert ends("headlines", blocks)
