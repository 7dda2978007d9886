"""Where a rendering begins, and how far it goes."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhjagloss.align.phrases import Phrase, beginning, begins_name, has_content, is_name, within
from zhjagloss.compose.composer import Composer
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Span
from zhjagloss.segment import Segmenter

TWICE = pytest.mark.xfail(
    strict=True, reason="ー as a word of its own: データ is cut in two, and 経済 is taken twice"
)
SUFFIX = pytest.mark.xfail(
    strict=True, reason="a suffix or a counter by Sudachi is one also where nothing precedes it"
)
HALF = pytest.mark.xfail(
    strict=True, reason="社会 alone costs less than a clause, though 小康 is left unexplained"
)


@cache
def contents() -> Contents:
    return Contents(Stack.open(()))


@cache
def composer() -> Composer:
    return Composer(contents().morphemes, contents().folder)


@cache
def phrase(text: str) -> Phrase:
    found = Phrase.of(text, contents().folder, segmenter())
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
        pytest.param("区は農村振興", "乡村振兴", "農村振興", id="behind は"),
        pytest.param("昨年のスマートシティ", "智慧城市", "スマートシティ", id="behind a time"),
        pytest.param("蘇州市のグリッド担当員", "网格员", "グリッド担当員", id="two scripts"),
        pytest.param("農村から来た出稼ぎ労働者", "农民工", "出稼ぎ労働者", id="behind a verb"),
        pytest.param("江蘇省党委組織部", "组织部", "組織部", id="behind another organ"),
        pytest.param("国務院の弁公庁", "办公厅", "弁公庁", id="behind its superior"),
        pytest.param("12の新興産業", "新兴产业", "新興産業", id="behind a number"),
        pytest.param("2021年の中央経済工作会議", "中央经济工作会议", "中央経済工作会議", id="behind a year"),
        pytest.param("深圳証券取引所", "深交所", "深圳証券取引所", id="with its place"),
        pytest.param("第14次五カ年計画", "十四五规划", "第14次五カ年計画", id="with its number"),
        pytest.param("要となるトップカンパニー", "龙头企业", "トップカンパニー", id="behind となる"),
        pytest.param("区内の大手企業である国有企業", "国企", "国有企業", id="behind である"),
        pytest.param("そして", "社区", "", id="no noun"),
        pytest.param("、。", "社区", "", id="no word"),
        pytest.param("", "社区", "", id="nothing"),
        pytest.param("データ経済とデジタル経済", "数字经济", "デジタル経済", id="two alike", marks=TWICE),
        pytest.param("ゆとりのある社会", "小康社会", "ゆとりのある社会", id="half a verb", marks=HALF),
        pytest.param("企業は国家発展改革委員会", "发改委", "国家発展改革委員会", id="a whole row of nouns"),
    ],
)  # fmt: skip
def test_beginnings(left: str, zh: str, expected: str) -> None:
    """The rendering begins where the Chinese is explained and nothing is over."""
    folder = contents().folder
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
        pytest.param(
            "蘇州ハイテク産業開発区が税制優遇策を発表",
            "苏州高新区发布税收优惠政策",
            "高新区",
            "ハイテク産業開発区",
            id="without its place",
        ),
        pytest.param(
            "蘇州ハイテク産業開発区が税制優遇策を発表",
            "苏州高新区发布税收优惠政策",
            "税收优惠政策",
            "税制優遇策",
            id="what is left out",
        ),
        pytest.param(
            "デジタル経済で質の高い発展を推進",
            "数字经济推动高质量发展",
            "高质量发展",
            "質の高い発展",
            id="a phrase",
        ),
        pytest.param(
            "デジタル経済で質の高い発展を推進",
            "数字经济推动高质量发展",
            "数字经济",
            "デジタル経済",
            id="in front",
        ),
        pytest.param(
            "ビジネス環境の最適化に全力", "全力优化营商环境", "营商环境", "ビジネス環境", id="turned round"
        ),
        pytest.param(
            "無錫、スマート製造の新拠点へ",
            "无锡打造智能制造新高地",
            "智能制造",
            "スマート製造",
            id="before の",
        ),
        pytest.param(
            "農村振興に新たな活力", "乡村振兴添活力", "乡村振兴", "農村振興", id="another first character"
        ),
        pytest.param("海の日に港が開かれる", "三农工作再上新台阶", "三农", None, id="another thing"),
        pytest.param("竹の海で振興を語る", "竹海深处话振兴", "话", None, id="nothing points to it"),
    ],
)
def test_parts(text: str, zh: str, part: str, expected: str | None) -> None:
    """A part of a longer name is found by what it shares, and kept off what the rest takes."""
    folder = contents().folder
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
        pytest.param("スマートな都市", True, id="な"),
        pytest.param("国有企業や民間企業", True, id="や"),
        pytest.param("研究・開発", True, id="a dot"),
        pytest.param("R&D", True, id="Latin with a sign"),
        pytest.param("マオ・ウェイ", True, id="a person, as good as a name"),
        pytest.param("3つの措置", True, id="a count"),
        pytest.param("ややゆとりのある社会", False, id="a relative clause"),
        pytest.param("こうした取り組み", False, id="a pointing word"),
        pytest.param("町内会にあたる", False, id="a remark"),
        pytest.param("高新区など", False, id="and others"),
        pytest.param("企業を誘致", False, id="an object"),
        pytest.param("走出去", False, id="Chinese that Sudachi cannot read"),
        pytest.param("「三農」", False, id="quotes"),
        pytest.param("の", False, id="a particle"),
        pytest.param("", False, id="empty"),
    ],
)
def test_names(text: str, name: bool) -> None:
    """A name is nouns, at most linked by の, と, な."""
    assert is_name(phrase(text)) is name


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("ややゆとりのある社会", True, id="a clause with a noun"),
        pytest.param("BYD", True, id="Latin"),
        pytest.param("そして", False, id="a conjunction"),
        pytest.param("1992", False, id="digits"),
        pytest.param("こと", False, id="a noun in kana"),
        pytest.param("", False, id="empty"),
    ],
)
def test_content(text: str, content: bool) -> None:
    """Some word of a name is written in Han, katakana or Latin letters."""
    assert has_content(phrase(text)) is content


@pytest.mark.parametrize(
    ("text", "word", "begins"),
    [
        pytest.param("区の都市", "都市", True, id="a noun"),
        pytest.param("副市長", "副", True, id="a prefix"),
        pytest.param("デジタル化", "化", False, id="a suffix"),
        pytest.param("2022年", "年", False, id="a counter"),
        pytest.param("2022年", "2022", True, id="a number"),
        pytest.param("これ", "これ", False, id="a pronoun"),
        pytest.param("進める", "進める", False, id="a verb"),
        pytest.param("営商環境", "営", True, id="a suffix that nothing precedes", marks=SUFFIX),
        pytest.param("社区", "社", True, id="a counter that nothing precedes", marks=SUFFIX),
    ],
)
def test_what_begins_a_name(text: str, word: str, begins: bool) -> None:
    """A name begins with a noun or a prefix, with no suffix, counter or pronoun."""
    token = next(token for token in phrase(text).tokens if token.surface == word)
    assert begins_name(token) is begins


@pytest.mark.parametrize(
    ("text", "core", "taken", "sides", "expected"),
    [
        pytest.param(
            "無錫ハイテク産業開発区が", "産業", "", "both", "無錫ハイテク産業開発区", id="to both sides"
        ),
        pytest.param("無錫ハイテク産業開発区が", "産業", "", "left", "無錫ハイテク産業", id="to the left"),
        pytest.param("無錫ハイテク産業開発区が", "産業", "", "right", "産業開発区", id="to the right"),
        pytest.param("無錫ハイテク産業開発区が", "産業", "", "none", "産業", id="to no side"),
        pytest.param(
            "無錫ハイテク産業開発区が", "産業", "無錫", "both", "ハイテク産業開発区", id="up to what is taken"
        ),
        pytest.param("企業が質の高い発展を", "質", "", "right", "質", id="の before no noun"),
        pytest.param("企業が経済の発展を", "経済", "", "right", "経済の発展", id="across の"),
        pytest.param("2022年蘇州高新区が", "蘇州", "", "both", "蘇州高新区", id="not to a year"),
        pytest.param("区のコミュニティが", "ミュニ", "", "none", "コミュニティ", id="to the whole word"),
    ],
)
def test_widening(text: str, core: str, taken: str, sides: str, expected: str) -> None:
    """A span is widened to whole words, and to the nouns around it that nothing else has taken."""

    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    other = [span(taken)] if taken else []
    found = phrase(text).widened(
        span(core), other, left=sides in ("both", "left"), right=sides in ("both", "right")
    )
    assert text[found.start : found.end] == expected


@pytest.mark.parametrize("text", ["㈱無錫", "面積3㌔", "ﾃﾞｼﾞﾀﾙ経済", "か\u3099", "区\u200bの"])
def test_what_folding_lengthens_is_no_phrase(text: str) -> None:
    """A text whose key has another length gives no phrase, since offsets would differ."""
    assert Phrase.of(text, contents().folder, segmenter()) is None


japanese = st.text(alphabet="市の社区コミュニティ国家3年を・と、発展", min_size=1, max_size=16)


@settings(max_examples=40)
@given(japanese, st.text(alphabet="社区国家发展三年", min_size=1, max_size=6), st.data())
def test_parts_are_words(text: str, zh: str, data: st.DataObject) -> None:
    """What renders a part is made of whole words; no more than all of the part is explained."""
    start = data.draw(st.integers(0, len(zh) - 1))
    end = data.draw(st.integers(start + 1, len(zh)))
    found = within(phrase(text), zh, Span(start, end), composer().renderings)
    if found:
        span, share = found
        assert span.start in {token.start for token in phrase(text).tokens}
        assert span.end in {token.end for token in phrase(text).tokens}
        assert 0 < share <= 1
