"""Parentheses are told apart by what they hold."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.align.statements.patience import ends
from zhjagloss.align.statements.parentheses import Held, find, kind, originals

FIRST = pytest.mark.xfail(strict=True, reason="a remark is told by one character, with which originals begin")
CITY = pytest.mark.xfail(
    strict=True, reason="whatever ends in 市, 府, 州 is taken for a place: スマートシティ(智慧城市)"
)
DIGITS = pytest.mark.xfail(strict=True, reason="digits, or a digit and a letter, are taken for an amount")
ZERO = pytest.mark.xfail(strict=True, reason="〇 is no digit of an amount")
DATE = pytest.mark.xfail(
    strict=True, reason="a date or an amount with kanji around it is taken for an original"
)
FORMER = pytest.mark.xfail(strict=True, reason="前 before a former name is no remark, as 旧 and 元 are")
HEREAFTER = pytest.mark.xfail(strict=True, reason="以下 anywhere makes a definition")
SPACE = pytest.mark.xfail(
    strict=True, reason="a space before the bracket is kept, and hides the closing quote"
)
STRIPPED = pytest.mark.xfail(strict=True, reason="a quote at the edge is taken off without its other half")


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
        pytest.param("双招双引", Held.ORIGINAL, id="a Chinese slogan"),
        pytest.param("专精特新", Held.ORIGINAL, id="simplified"),
        pytest.param("一帯一路", Held.ORIGINAL, id="a numeral in a name"),
        pytest.param("千人計画", Held.ORIGINAL, id="a numeral in front"),
        pytest.param("2035年遠景目標", Held.ORIGINAL, id="a year in a name"),
        pytest.param("両江新区", Held.ORIGINAL, id="an area, that may be a term"),
        pytest.param("現代企業制度", Held.ORIGINAL, id="現 of 現代"),
        pytest.param("元素", Held.ORIGINAL, id="元 of 元素"),
        pytest.param("微信", Held.ORIGINAL, id="a firm"),
        pytest.param(" 社区　", Held.ORIGINAL, id="spaces around"),
        pytest.param("WeChat", Held.ABBREVIATION, id="a Latin name"),
        pytest.param("Belt and Road", Held.ABBREVIATION, id="Latin words"),
        pytest.param("G60", Held.ABBREVIATION, id="a letter before a number"),
        pytest.param("四つの全面", Held.GLOSS, id="a slogan put into Japanese"),
        pytest.param("マオ・ウェイ", Held.GLOSS, id="a person in katakana, as good as a word"),
        pytest.param("内モンゴル自治区", Held.PLACE, id="a region with kana"),
        pytest.param("広西チワン族自治区南寧市", Held.PLACE, id="region and city"),
        pytest.param("中国浙江省杭州市", Held.PLACE, id="with the country", marks=FIRST),
        pytest.param("米カリフォルニア州", Held.PLACE, id="abroad"),
        pytest.param("香港特別行政区", Held.PLACE, id="special region"),
        pytest.param("約5000人", Held.AMOUNT, id="people"),
        pytest.param("60％", Held.AMOUNT, id="wide per cent"),
        pytest.param("2019年9月1日", Held.AMOUNT, id="a day"),
        pytest.param("2016〜2020年", Held.AMOUNT, id="from year to year"),
        pytest.param("9:00〜17:00", Held.AMOUNT, id="hours"),
        pytest.param("７位", Held.AMOUNT, id="a wide digit"),
        pytest.param("二〇二一年現在", Held.AMOUNT, id="kanji digits", marks=ZERO),
        pytest.param("面積約50平方キロ", Held.AMOUNT, id="an area measured"),
        pytest.param("人口は約1200万人", Held.AMOUNT, id="people counted"),
        pytest.param("3トン超", Held.AMOUNT, id="a weight"),
        pytest.param("電子・機械／新素材", Held.LIST, id="with a slash"),
        pytest.param("香港とマカオを除く", Held.REMARK, id="without"),
        pytest.param("大衆創業、万衆創新", Held.LIST, id="a full form in two halves"),
        pytest.param("教師等", Held.LIST, id="等"),
        pytest.param("略称：発改委", Held.DEFINITION, id="short name"),
        pytest.param("旧称は供銷社", Held.DEFINITION, id="old name"),
        pytest.param("元国家計画委員会", Held.REMARK, id="a former name with 元"),
        pytest.param("同区", Held.REMARK, id="the same area"),
        pytest.param("左から2人目", Held.REMARK, id="a caption"),
        pytest.param("税込み", Held.REMARK, id="with tax"),
        pytest.param("敬称略", Held.REMARK, id="without titles"),
        pytest.param("仮称", Held.REMARK, id="provisional"),
        pytest.param("第3条", Held.REMARK, id="an article"),
        pytest.param("※", Held.REMARK, id="a note sign"),
        pytest.param("", Held.REMARK, id="empty"),
        pytest.param("中国科学院", Held.ORIGINAL, id="an original with 中", marks=FIRST),
        pytest.param("中関村科技園", Held.ORIGINAL, id="another with 中", marks=FIRST),
        pytest.param("上海合作組織", Held.ORIGINAL, id="an original with 上", marks=FIRST),
        pytest.param("上市公司", Held.ORIGINAL, id="another with 上", marks=FIRST),
        pytest.param("下崗", Held.ORIGINAL, id="an original with 下", marks=FIRST),
        pytest.param("同城化", Held.ORIGINAL, id="an original with 同", marks=FIRST),
        pytest.param("注冊資本", Held.ORIGINAL, id="an original with 注", marks=FIRST),
        pytest.param("現場会", Held.ORIGINAL, id="an original with 現", marks=FIRST),
        pytest.param("長征五号", Held.ORIGINAL, id="an original with 号 at its end", marks=FIRST),
        pytest.param("智慧城市", Held.ORIGINAL, id="a smart city"),
        pytest.param("海綿城市", Held.ORIGINAL, id="a sponge city"),
        pytest.param("人民政府", Held.ORIGINAL, id="a government", marks=CITY),
        pytest.param("直轄市", Held.ORIGINAL, id="a kind of city", marks=CITY),
        pytest.param("十四五", Held.ORIGINAL, id="the 14th five-year plan", marks=DIGITS),
        pytest.param("5G", Held.ABBREVIATION, id="a standard", marks=DIGITS),
        pytest.param("規模以下工業", Held.ORIGINAL, id="以下 in a term", marks=HEREAFTER),
        pytest.param("1992年設立", Held.AMOUNT, id="a founding", marks=DATE),
        pytest.param("2020年末現在", Held.AMOUNT, id="the end of a year", marks=DATE),
        pytest.param("2021年度", Held.AMOUNT, id="a fiscal year", marks=DATE),
        pytest.param("投資額三億元", Held.AMOUNT, id="kanji in an amount", marks=DATE),
        pytest.param("前国家衛生計画生育委員会", Held.REMARK, id="a former name with 前", marks=FORMER),
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
        pytest.param("社区（）", [], id="nothing inside"),
        pytest.param(
            "コミュニティ（社区)には", [("コミュニティ", "社区", True)], id="brackets of two widths"
        ),
        pytest.param(
            "コミュニティ(社区)とグリッド（網格）",
            [("コミュニティ", "社区", True), ("とグリッド", "網格", True)],
            id="two of them",
        ),
        pytest.param("コミュニティ（「社区」）", [("コミュニティ", "社区", True)], id="quoted inside"),
        pytest.param("コミュニティ（ 社区 ）", [("コミュニティ", "社区", True)], id="spaces inside"),
        pytest.param(
            "国家発展改革委員会（発改委（NDRC））", [("発改委", "NDRC", True)], id="the innermost of two"
        ),
        pytest.param(
            "コミュニティ（社区）（江蘇省蘇州市）", [("コミュニティ", "社区", True)], id="a second bracket"
        ),
        pytest.param("比亜迪（BYD、本社・深圳市）は", [], id="a list inside"),
        pytest.param("高新区（以下「新区」という）は", [], id="a definition is another's"),
        pytest.param("北京農業大学（現中国農業大学）", [], id="today's name"),
        pytest.param("局長の話（写真）", [], id="a caption"),
        pytest.param("市の人口（2021年、約700万人）", [], id="a date and an amount"),
        pytest.param("園区（A）棟", [], id="one letter"),
        pytest.param("区（社区）", [], id="one character before"),
        pytest.param("。（社区）", [], id="a sentence before"),
        pytest.param("社区)コミュニティ(", [], id="the wrong way round"),
        pytest.param("社区（" + "長" * 81 + "）", [], id="too long to be a name"),
        pytest.param("社区", [], id="no bracket"),
        pytest.param("", [], id="empty"),
        pytest.param(
            "コミュニティ (社区)", [("コミュニティ", "社区", True)], id="a space before", marks=SPACE
        ),
        pytest.param(
            "「双招双引」 (ダブル誘致)",
            [("双招双引", "ダブル誘致", False)],
            id="quoted, a space before",
            marks=SPACE,
        ),
        pytest.param(
            "行政簡素化（「放管服」改革）",
            [("行政簡素化", "「放管服」改革", True)],
            id="half quoted inside",
            marks=STRIPPED,
        ),
    ],
)
def test_statements(text: str, stated: list[tuple[str, str, bool]]) -> None:
    """What stands before a bracket and what stands in it are set beside one another."""
    assert [(one.left, one.right, one.open) for one in find(text)] == stated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("コミュニティ(社区)とグリッド（網格）", ["社区", "網格"], id="originals"),
        pytest.param("「双招双引」（ダブル誘致）", [], id="a gloss"),
        pytest.param("比亜迪(BYD)", [], id="an abbreviation"),
        pytest.param("投資額は3億元(約46.5億円)", [], id="an amount"),
        pytest.param("松山湖（広東省東莞市）", [], id="a place"),
        pytest.param("社区（", [], id="never closed"),
        pytest.param("", [], id="empty"),
    ],
)
def test_originals(text: str, found: list[str]) -> None:
    """Only what may be the Chinese of the words before it is an original."""
    assert [text[span.start : span.end] for span in originals(text)] == found


@given(st.text())
def test_any_text_has_a_kind(inside: str) -> None:
    """Whatever a bracket holds is of one kind; what has no letter says nothing."""
    assert kind(inside) in Held
    assert kind(f"「{inside}」") is kind(inside)


@given(st.text() | st.text(alphabet="（）()「」、。社区コミBYD約5円 "))
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


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("社" * 80, id="one word"),
        pytest.param("1" * 79 + "社", id="digits"),
        pytest.param("A" * 79 + "社", id="letters"),
        pytest.param("1平方" + "㎡" * 76 + "中", id="a unit that goes on"),
        pytest.param("1" + "ほど" * 39 + "中", id="about"),
        pytest.param("甲市" * 39 + "人", id="cities"),
    ],
)
def test_the_longest_bracket_takes_little_time(inside: str) -> None:
    """No bracket of eighty characters, the longest that is read, takes longer than a moment."""
    assert ends("parentheses", f"社区（{inside}）")
