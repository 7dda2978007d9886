"""Definitions set two designations beside one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.align.statements.patience import ends
from zhjagloss.align.statements.definitions import find
from zhjagloss.align.statements.statement import Manner

OPEN_NAMES = pytest.mark.xfail(strict=True, reason="X、略称「Y」 and Xの略称は「Y」だ are not read")
LABELS = pytest.mark.xfail(
    strict=True, reason="told as a definition, and then not read: 単に, 以下略称, 中文, 英語"
)
LATIN = pytest.mark.xfail(strict=True, reason="a bare name has no space")
BLANKED = pytest.mark.xfail(
    strict=True, reason="what brackets hold is blanked, also inside a name: 農家楽（  ）"
)
CUT = pytest.mark.xfail(strict=True, reason="a bare name ends at the first と")
SPEECH = pytest.mark.xfail(strict=True, reason="と言 and と称 also begin 言った and 称賛")
TOGETHER = pytest.mark.xfail(strict=True, reason="とは is also と with は, and needs no comma")
PARTICLE = pytest.mark.xfail(strict=True, reason="a bare name takes in は")


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        pytest.param(
            "虎丘区人民検察院(以下「虎丘区検察院」という)の検察長",
            {("虎丘区人民検察院", "虎丘区検察院", Manner.SHORT)},
            id="hereafter",
        ),
        pytest.param(
            "昆山経済技術開発区（以下、昆山開発区と略す）では",
            {("昆山経済技術開発区", "昆山開発区", Manner.SHORT)},
            id="hereafter without quotes",
        ),
        pytest.param(
            "県の供銷合作社（購買と販売を担う協同組合、略称は供銷社）と組み",
            {("県の供銷合作社", "供銷社", Manner.NAMED)},
            id="short name inside brackets",
        ),
        pytest.param(
            "社区（中国語：社区居民委员会）の窓口",
            {("社区", "社区居民委员会", Manner.NAMED)},
            id="the Chinese named",
        ),
        pytest.param(
            "松山湖ハイテクパークの正式名称は、東莞松山湖高新技術産業開発区である。",
            {("松山湖ハイテクパーク", "東莞松山湖高新技術産業開発区", Manner.NAMED)},
            id="full name",
        ),
        pytest.param(
            "蘇州高新区は、正式名称を蘇州国家高新技術産業開発区という。",
            {("蘇州高新区", "蘇州国家高新技術産業開発区", Manner.NAMED)},
            id="full name, the other way",
        ),
        pytest.param(
            "太湖湾科技創新帯、略して「太湖湾科創帯」は",
            {("太湖湾科技創新帯", "太湖湾科創帯", Manner.NAMED)},
            id="in short",
        ),
        pytest.param(
            "農家の宿は「農家楽」と呼ばれる。", {("農家の宿", "農家楽", Manner.CALLED)}, id="is called"
        ),
        pytest.param(
            "営商環境とは、企業が安心して商いを営める土壌、すなわちビジネス環境をいう。",
            {("営商環境", "ビジネス環境", Manner.NAMELY)},
            id="that is",
        ),
        pytest.param(
            "※粤港澳大湾区とは、珠江デルタの九市を統合したグレーターベイエリアを目指す計画である。",
            {("粤港澳大湾区", "グレーターベイエリア", Manner.DESCRIBED)},
            id="a name inside the explanation",
        ),
        pytest.param(
            "ダブル誘致とは、企業や投資を招くことと、知恵を招くこと(双招双引)の二つを指す。",
            {("ダブル誘致", "双招双引", Manner.DESCRIBED)},
            id="the Chinese inside the explanation",
        ),
        pytest.param(
            "「社区」とは、コミュニティのことである。", {("社区", "コミュニティ", Manner.NAMELY)}, id="means"
        ),
        pytest.param("区は改善策をまとめた。", set(), id="nothing defined"),
        pytest.param("3億元(約46.5億円)を投資した。", set(), id="an amount"),
        pytest.param(
            "国家発展改革委員会(以下「発改委」)は",
            {("国家発展改革委員会", "発改委", Manner.SHORT)},
            id="hereafter, and no verb",
        ),
        pytest.param(
            "「蘇州工業園区」（以下『園区』とする）に",
            {("蘇州工業園区", "園区", Manner.SHORT)},
            id="hereafter of a quoted name",
        ),
        pytest.param(
            "粤港澳大湾区の建設計画（以下「本計画」という）は",
            {("粤港澳大湾区の建設計画", "本計画", Manner.SHORT)},
            id="a local short name is one, here",
        ),
        pytest.param(
            "蘇州ハイテク産業開発区（江蘇省蘇州市）（以下「新区」という）は",
            {("蘇州ハイテク産業開発区", "新区", Manner.SHORT)},
            id="behind another bracket",
        ),
        pytest.param(
            "国有資産監督管理委員会（略称は国資委）が",
            {("国有資産監督管理委員会", "国資委", Manner.NAMED)},
            id="short name in brackets",
        ),
        pytest.param(
            "グリッド担当員（中国語では「網格員」）が",
            {("グリッド担当員", "網格員", Manner.NAMED)},
            id="in Chinese",
        ),
        pytest.param(
            "大湾区（正式名称：粤港澳大湾区）の",
            {("大湾区", "粤港澳大湾区", Manner.NAMED)},
            id="full name in brackets",
        ),
        pytest.param(
            "新しい村のしくみは、中国で「村民自治」と呼ばれている。",
            {("新しい村のしくみ", "村民自治", Manner.CALLED)},
            id="is called in China",
        ),
        pytest.param(
            "出稼ぎの人々を「農民工」という。",
            {("出稼ぎの人々", "農民工", Manner.CALLED)},
            id="one calls them",
        ),
        pytest.param(
            "無錫は「IoTの都」と呼ばれる。",
            {("無錫", "IoTの都", Manner.CALLED)},
            id="a nickname is one, here",
        ),
        pytest.param(
            "社区、つまりコミュニティである。", {("社区", "コミュニティ", Manner.NAMELY)}, id="in other words"
        ),
        pytest.param("三農、すなわち「農業・農村・農民」の", set(), id="with の behind it"),
        pytest.param(
            "農家楽というのは、農家民宿のことだ。", {("農家楽", "農家民宿", Manner.NAMELY)}, id="というのは"
        ),
        pytest.param(
            "蘇州高新区の略称は「蘇高新」で、",
            {("蘇州高新区", "蘇高新", Manner.NAMED)},
            id="its short name is",
        ),
        pytest.param(
            "中国共産党中央委員会、略称「中共中央」。",
            {("中国共産党中央委員会", "中共中央", Manner.NAMED)},
            id="short name beside it",
            marks=OPEN_NAMES,
        ),
        pytest.param(
            "蘇州高新区の略称は「蘇高新」だ。",
            {("蘇州高新区", "蘇高新", Manner.NAMED)},
            id="だ",
            marks=OPEN_NAMES,
        ),
        pytest.param(
            "蘇州ハイテク産業開発区（以下、単に「高新区」という）は",
            {("蘇州ハイテク産業開発区", "高新区", Manner.SHORT)},
            id="hereafter simply",
            marks=LABELS,
        ),
        pytest.param(
            "蘇州ハイテク産業開発区（以下略称「高新区」）は",
            {("蘇州ハイテク産業開発区", "高新区", Manner.SHORT)},
            id="hereafter in short",
            marks=LABELS,
        ),
        pytest.param(
            "コミュニティ（中文：社区）の", {("コミュニティ", "社区", Manner.NAMED)}, id="中文", marks=LABELS
        ),
        pytest.param(
            "上海証券取引所（英語：SSE）は",
            {("上海証券取引所", "SSE", Manner.NAMED)},
            id="英語",
            marks=LABELS,
        ),
        pytest.param(
            "上海証券取引所（英語名：Shanghai Stock Exchange）は",
            {("上海証券取引所", "Shanghai Stock Exchange", Manner.NAMED)},
            id="a Latin name",
            marks=LATIN,
        ),
        pytest.param(
            "全国農業農村会議（以下、農業と農村の会という）は",
            {("全国農業農村会議", "農業と農村の会", Manner.SHORT)},
            id="と in a name",
            marks=CUT,
        ),
        pytest.param(
            "農家の宿は「農家楽（民宿）」と呼ばれる。",
            {("農家の宿", "農家楽（民宿）", Manner.CALLED)},
            id="a bracket in the quotes",
            marks=BLANKED,
        ),
        pytest.param("粤港澳大湾区（建設中）は", set(), id="a remark"),
        pytest.param("蘇州高新区（江蘇省蘇州市）は", set(), id="a place"),
        pytest.param("北京農業大学（旧称「京師大学堂」）は", set(), id="an old name"),
        pytest.param("双碳（略称）は", set(), id="a label and no name"),
        pytest.param("（以下「新区」という）", set(), id="hereafter of nothing"),
        pytest.param("高新区（以下「新区という）", set(), id="a quote never closed"),
        pytest.param("区は「社区」を設けた。", set(), id="quoted, and not said to be called so"),
        pytest.param("いわゆる「三農」問題に取り組む。", set(), id="so-called, of nothing"),
        pytest.param("市とは別に、区も計画をまとめた。", set(), id="とは別に"),
        pytest.param("局長は「招商引資が要だ」と言った。", set(), id="a speech", marks=SPEECH),
        pytest.param("専門家はこの試みを「蘇州モデル」と称賛した。", set(), id="praise", marks=SPEECH),
        pytest.param(
            "無錫市とはイノベーションプラットフォームを共同で築く。",
            set(),
            id="とは without a definition",
            marks=TOGETHER,
        ),
        pytest.param("", set(), id="empty"),
    ],
)
def test_statements(text: str, stated: set[tuple[str, str, Manner]]) -> None:
    """Each wording gives its two designations."""
    found = {(one.left, one.right, one.manner) for one in find(text)}
    assert stated <= found
    assert stated or not found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("蘇州高新区、略して蘇高新は、太湖に臨む。", "蘇高新は", marks=PARTICLE, id="は behind"),
        pytest.param("区委員会、通称は区委という。", "は区委", marks=PARTICLE, id="は in front"),
        pytest.param("城管、つまり都市管理職員だ。", "都市管理職員だ", marks=PARTICLE, id="だ behind"),
    ],
)
def test_no_particle(text: str, wrong: str) -> None:
    """A particle is no part of a designation."""
    assert wrong not in {one.right for one in find(text)}


@given(st.text(max_size=30))
def test_no_text_is_refused(piece: str) -> None:
    """Nothing that a text holds raises, and both designations stand in it, brackets inside them aside."""
    text = f"社区（以下「{piece}」という）、略して{piece}は「{piece}」と呼ばれる。{piece}とは、{piece}のこと"
    for one in find(text):
        assert one.left in text
        assert one.right in text or "（" in one.right


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("社区（以下「社区」という）" * 5_000, id="hereafter"),
        pytest.param("の略称は社区" * 20_000, id="its short name is"),
        pytest.param("、略して" * 20_000, id="in short"),
        pytest.param("は「社区" * 20_000, id="quotes never closed"),
        pytest.param("社区とは、" + "すなわち社区" * 20_000, id="that is"),
        pytest.param("社区とは、" + "ア" * 100_000, id="a long word"),
        pytest.param("※" * 100_000, id="note signs"),
        pytest.param("社区（略称" + "では" * 38 + "「）", id="a label"),
        pytest.param("社区" + "（以下「社区」という）" * 1_500, id="brackets in a row"),
    ],
)
def test_a_long_text_takes_little_time(text: str) -> None:
    """However long a text is, its definitions are found in a moment."""
    assert ends("definitions", text)


@given(st.text(alphabet="社区とは、以下「」（）略称はという。すなわちコミュ", max_size=60))
def test_any_text_is_read(text: str) -> None:
    """Whatever a text says, designations are stretches of it, of two characters at least."""
    for one in find(text):
        assert len(one.left) > 1 < len(one.right)
        assert one.left in text
