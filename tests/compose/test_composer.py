"""Japanese names composed from morphemes, and how a rendering is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.compose.composer import MOST, Composer
from zhjagloss.compose.strategy import strategy
from zhjagloss.compose.walk import LINKS
from zhjagloss.model import Morpheme, Strategy, Term
from zhjagloss.script.fold import Folder

if TYPE_CHECKING:
    from zhjagloss.glossary.contents import Contents

BARE = Folder({})


@pytest.fixture(scope="module")
def composer(shipped: Contents) -> Composer:
    return Composer(shipped.morphemes, shipped.folder)


def made_of(*rows: tuple[str, str, str]) -> Composer:
    return Composer([Morpheme(*row) for row in rows], BARE)


@pytest.mark.parametrize(
    ("zh", "ja"),
    [
        pytest.param("党工委", "共産党工作委員会", id="党 as 共産党"),
        pytest.param("党工委", "党工作委員会", id="党 as it is"),
        pytest.param("党工委", "党工委", id="itself"),
        pytest.param("科技局", "科学技術局", id="科技"),
        pytest.param("数字经济", "デジタル経済", id="a loanword in it"),
        pytest.param("三年行动计划", "3年行動計画", id="a numeral"),
        pytest.param("三年行动计划", "三年行動計画", id="the numeral as it is"),
        pytest.param("扩大内需", "内需の拡大", id="the object first"),
        pytest.param("商务局局长", "商務局長", id="a character said twice"),
        pytest.param("积极的财政政策", "積極的な財政政策", id="的 as な"),
        pytest.param("十四届全国人大三次会议", "第14期全国人民代表大会第3回会議", id="ordinals"),
        pytest.param("第十三届全国人大", "第13期全人代", id="an ordinal with 第"),
        pytest.param("工业和信息化部", "工業・情報化部", id="a conjunction"),
        pytest.param("苏州高新区党工委书记", "蘇州高新区共産党工作委員会書記", id="a name inside a name"),
        pytest.param("十四五规划", "第14次五カ年計画", id="what is said already is not said twice"),
        pytest.param("二〇二五年规划", "2025年計画", id="a year"),
        pytest.param("一百〇八项", "108項", id="a hundred and eight"),
        pytest.param("产业发展", "産業の発展", id="の"),
        pytest.param("经济社会发展", "経済社会の発展", id="の before the last part"),
        pytest.param("高新区", "ハイテク区", id="高新"),
        pytest.param("智能制造", "スマート製造", id="智能"),
        pytest.param("管委会", "管理委員会", id="管 inside"),
        pytest.param("高新區", "ハイテク区", id="traditional"),
        pytest.param("党工委", "共産党工作委員會", id="old characters in the rendering"),
    ],
)
def test_composes(composer: Composer, zh: str, ja: str) -> None:
    """Names that people write are composed from the shipped morphemes, and their parts are the name."""
    parts = composer.composes(zh, ja)
    assert parts is not None
    assert "".join(parts) == zh


@pytest.mark.parametrize(
    ("zh", "ja"),
    [
        pytest.param("党委", "党工作委員会", id="another organ"),
        pytest.param("党工委", "党委員会", id="that organ back"),
        pytest.param("研发", "開発", id="only half of it"),
        pytest.param("十四五", "14五", id="十四五 is no number"),
        pytest.param("十四五", "145", id="nor three digits"),
        pytest.param("十四五规划", "14五計画", id="nor inside a name"),
        pytest.param("十四", "14", id="a bare numeral is no name"),
        pytest.param("市政府", "市役所", id="another word"),
        pytest.param("高新区", "", id="nothing"),
        pytest.param("高新技术产业", "高新・技術・産業", id="two links"),
        pytest.param("机械装备", "機械", id="half of it, that the other half can mean too"),
    ],
)
def test_composes_not(composer: Composer, zh: str, ja: str) -> None:
    """What is not made of the parts of a name is not composed from it."""
    assert composer.composes(zh, ja) is None


@pytest.mark.parametrize(
    ("position", "zh", "ja", "composed"),
    [
        pytest.param("", "市办", "市弁公室", True, id="anywhere: last"),
        pytest.param("", "办市", "弁公室市", True, id="anywhere: first"),
        pytest.param("last", "市办", "市弁公室", True, id="last, at the end"),
        pytest.param("last", "办市", "弁公室市", False, id="last, at the start"),
        pytest.param("last", "办", "弁公室", True, id="last, alone"),
        pytest.param("first", "办市", "弁公室市", True, id="first, at the start"),
        pytest.param("first", "市办", "市弁公室", False, id="first, at the end"),
        pytest.param("inner", "市办区", "市弁公室区", True, id="inner, inside"),
        pytest.param("inner", "市办", "市弁公室", False, id="inner, at the end"),
        pytest.param("inner", "办市", "弁公室市", False, id="inner, at the start"),
    ],
)
def test_position(position: str, zh: str, ja: str, composed: bool) -> None:
    """A morpheme stands only where its row says it may."""
    assert (made_of(("办", "弁公室", position)).composes(zh, ja) is not None) is composed


@pytest.mark.parametrize(
    ("ja", "composed"),
    [
        pytest.param("産業の融合", True, id="の"),
        pytest.param("産業的融合", True, id="的"),
        pytest.param("産業と融合", True, id="と"),
        pytest.param("産業・融合", True, id="the middle dot"),
        pytest.param("産業による融合", True, id="による"),
        pytest.param("融合の産業", True, id="the object first"),
        pytest.param("産業融合", True, id="no link"),
        pytest.param("産の業融合", False, id="too little before"),
        pytest.param("産業の的融合", False, id="two links"),
        pytest.param("産業を融合", False, id="を links nothing"),
        pytest.param("産業融合の", False, id="at the end"),
        pytest.param("の産業融合", False, id="at the start"),
    ],
)
def test_links(ja: str, composed: bool) -> None:
    """Japanese may put one particle between two parts, never at an edge."""
    composer = made_of(("产业", "産業", ""), ("融合", "融合", ""), ("产", "産", ""), ("业", "業", ""))
    assert (composer.composes("产业融合", ja) is not None) is composed


def test_a_link_is_told() -> None:
    """A composition says whether Japanese added something."""
    composer = made_of(("产业", "産業", ""))
    found = {one.key: one.link for one in composer.compositions("产业融合", "産業の融合".__contains__)}
    assert found == {"産業の融合": "の"}


@pytest.mark.parametrize(
    ("term", "ja", "expected"),
    [
        pytest.param(Term("开发区"), "開発区", Strategy.BORROWING, id="borrowing: 開発区"),
        pytest.param(Term("国务院"), "国務院", Strategy.BORROWING, id="borrowing: 国務院"),
        pytest.param(
            Term("党工委", "党工作委员会"), "共産党工作委員会", Strategy.EXPANSION, id="expansion: composed"
        ),
        pytest.param(
            Term("大湾区", "粤港澳大湾区"), "粤港澳大湾区", Strategy.EXPANSION, id="expansion: borrowed"
        ),
        pytest.param(Term("人工智能"), "AI", Strategy.LOANWORD, id="loanword: AI"),
        pytest.param(Term("供应链"), "サプライチェーン", Strategy.LOANWORD, id="loanword: katakana"),
        pytest.param(Term("研发"), "研究開発", Strategy.CALQUE, id="calque: 研究開発"),
        pytest.param(Term("产业发展"), "産業の発展", Strategy.CALQUE, id="calque: with の"),
        pytest.param(Term("战略性新兴产业"), "戦略的新興産業", Strategy.CALQUE, id="calque: with 的"),
        pytest.param(Term("产业链"), "産業チェーン", Strategy.MIXED, id="mixed: katakana"),
        pytest.param(Term("数字经济"), "デジタル経済", Strategy.MIXED, id="mixed: first part"),
        pytest.param(
            Term("双创", "大众创业、万众创新"), "大衆による起業・革新", Strategy.PARAPHRASE, id="paraphrase"
        ),
    ],
)
def test_strategy(shipped: Contents, composer: Composer, term: Term, ja: str, expected: Strategy) -> None:
    """Each way of making a rendering has a real case, and the first that holds is told."""
    assert strategy(term, ja, composer, shipped.folder) is expected


def test_compositions_are_bounded() -> None:
    """A term of nothing but ambiguous morphemes ends after so many compositions, each another."""
    rows = [("委", rendering, "") for rendering in ("委員", "委員会", "委託", "党委")]
    found = [one.key for one in made_of(*rows).compositions("委" * 12, lambda _: True)]
    assert len(found) == len(set(found)) == MOST


@pytest.mark.parametrize("ja", ["关系" * 10, "关系" * 10 + "局"], ids=["itself", "not at all"])
def test_a_name_is_walked_once(ja: str) -> None:
    """A morpheme that renders as it is opens no second way to the same name."""
    asked: list[str] = []

    def occurs(pair: str) -> bool:
        asked.append(pair)
        return pair in ja

    found = [one.key for one in made_of(("关系", "关系", "")).compositions("关系" * 10, occurs)]
    assert len(found) == len(set(found))
    assert len(asked) < 20_000  # two ways for each of the twenty characters would be more than a million


def test_rivals_are_counted() -> None:
    """会長 may stand for 董事长 too; a name that says more tells which is meant."""
    composer = made_of(("主席", "会長", ""), ("董事长", "会長", ""), ("全国", "全国", ""))
    alone = next(composer.compositions("主席", lambda _: True))
    named = next(one for one in composer.compositions("全国主席", lambda _: True) if one.key == "全国会長")
    assert (alone.key, alone.rivals, named.rivals) == ("会長", 1, 0)


parts_of_names = st.lists(st.sampled_from("党工委市区管理办发展改革"), min_size=1, max_size=6).map("".join)


@given(parts_of_names)
def test_compositions_compose(shipped: Contents, composer: Composer, zh: str) -> None:
    """Every composition is found again by its rendering, made of the whole name, and not the name itself."""
    for number, found in enumerate(composer.compositions(zh, lambda _: True)):
        assert "".join(found.parts) == zh
        assert found.key == shipped.folder.key(found.key) != shipped.folder.key(zh)
        if number < 5:
            assert composer.composes(zh, found.key) is not None
            assert found.link in ("", *LINKS)
            assert found.link in found.key


@given(parts_of_names, parts_of_names)
def test_the_text_only_prunes(composer: Composer, zh: str, text: str) -> None:
    """What a text lets through is what would be found without it and hangs together in it."""
    held = text + "共産党工作委員会管理発展改革弁公室"
    pruned = {one.key for one in composer.compositions(zh, held.__contains__)}
    assert all(one[at : at + 2] in held for one in pruned for at in range(len(one) - 1))
