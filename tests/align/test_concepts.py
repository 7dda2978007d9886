"""Terms of one concept, told by what renders both."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.align.concepts import is_short_for, shared
from zhjagloss.align.patterns import patterns
from zhjagloss.align.statements.statement import Manner
from zhjagloss.compose.composer import Composer
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Evidence, Morpheme, Term
from zhjagloss.similarity import abbreviates

ZONE = "高新技术产业开发区"
BOTH = "高新区 ハイテク区", f"{ZONE} ハイテク区"


@cache
def contents() -> Contents:
    return Contents(Stack.open(()))


def told(terms: str, *renderings: str) -> set[tuple[str, str]]:
    """Give what terms (`zh` or `zh=full`) lend one another; texts have what morphemes render."""
    folder = contents().folder
    rows = [tuple(row.split(" ")) for row in renderings]
    composer = Composer([Morpheme(zh, ja, "") for zh, ja in rows], folder)
    text = folder.key("、".join(ja for _, ja in rows))
    wanted = [Term(zh, full) for zh, _, full in (term.partition("=") for term in terms.split())]
    found = shared(patterns(wanted, [], composer, folder, text.__contains__))
    written = {folder.key(ja): ja for _, ja in rows}
    for some in found.values():
        assert [(one.evidence, one.manner, one.is_name) for one in some] == [
            (Evidence.CONCEPT, Manner.SHARED, True)
        ]
    return {(term.zh, written[key]) for key, term in found}


@pytest.mark.parametrize(
    ("terms", "renderings", "expected"),
    [
        pytest.param(
            f"高新区 {ZONE}",
            [*BOTH, f"{ZONE} ハイテク産業開発区"],
            {("高新区", "ハイテク産業開発区")},
            id="from the long to the short",
        ),
        pytest.param(
            f"高新区 {ZONE}",
            [*BOTH, "高新区 ハイテクゾーン"],
            {(ZONE, "ハイテクゾーン")},
            id="from the short to the long",
        ),
        pytest.param(
            "管委会 管理委员会",
            [
                "管委会 管理委",
                "管理委员会 管理委",
                "管理委员会 マネジメント委員会",
                "管委会 運営委員会",
            ],
            {("管委会", "マネジメント委員会"), ("管理委员会", "運営委員会")},
            id="both ways",
        ),
        pytest.param(f"高新区 {ZONE}", [*BOTH], set(), id="nothing else to lend"),
        pytest.param(
            f"高新区 {ZONE}",
            ["高新区 ハイテク区", f"{ZONE} ハイテク産業開発区"],
            set(),
            id="nothing renders both",
        ),
        pytest.param(
            f"开发区 {ZONE}",
            ["开发区 ハイテク区", f"{ZONE} ハイテク区", f"{ZONE} ハイテク産業開発区"],
            set(),
            id="another first character",
        ),
        pytest.param(
            "党工委 党工作委员会书记",
            ["党工委 党委", "党工作委员会书记 党委", "党工作委员会书记 党委書記"],
            set(),
            id="another last character",
        ),
        pytest.param(
            "人大=人民代表大会 人大=中国人民大学 人代大",
            ["人大 人代", "人代大 人代", "人代大 議会"],
            set(),
            id="two senses",
        ),
        pytest.param(
            f"高新区={ZONE} {ZONE}",
            [*BOTH, f"{ZONE} ハイテク産業開発区"],
            set(),
            id="one concept already, by its full form",
        ),
        pytest.param(
            f"高新区 {ZONE} 科技园",
            [*BOTH, f"{ZONE} サイエンスパーク", "科技园 サイエンスパーク"],
            set(),
            id="what may be another word",
        ),
        pytest.param("高新区", ["高新区 ハイテク区"], set(), id="one term"),
        pytest.param("", [], set(), id="no terms"),
    ],
)
def test_what_is_lent(terms: str, renderings: list[str], expected: set[tuple[str, str]]) -> None:
    """Of two terms that share a rendering, and of which one is short for the other, each lends the rest."""
    assert told(terms, *renderings) == expected


def test_the_chinese_is_not_lent() -> None:
    """高新技術産業開発区 is the long term itself in Japanese, and not lent to the short one."""
    folder = contents().folder
    composer = Composer([Morpheme(zh, "ハイテク区", "") for zh in ("高新区", ZONE)], folder)
    found = shared(patterns([Term("高新区"), Term(ZONE)], [], composer, folder, lambda _: True))
    assert folder.key("高新技術産業開発区") not in {key for key, _ in found}


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        pytest.param("发改委", "发展和改革委员会", False, id="another end"),
        pytest.param("发改委员会", "发展和改革委员会", True, id="with its end"),
        pytest.param("国资委员会", "国有资产监督管理委员会", True, id="an organ"),
        pytest.param("国资管委会", "国有资产监督管理委员会", True, id="the same organ, otherwise"),
        pytest.param("国监资会", "国有资产监督管理委员会", False, id="another order"),
        pytest.param("开发区", "开发区", False, id="the same"),
        pytest.param("开发区", "开放区", False, id="as long"),
        pytest.param("两会", "两岸会", True, id="two characters"),
    ],
)
def test_short_forms(short: str, long: str, expected: bool) -> None:
    """A short form begins and ends as the long one, and keeps its order."""
    assert is_short_for(short, long) is expected


names = st.text(alphabet="高新技术产业开发区管委会", min_size=1, max_size=10)


@given(names, names)
def test_a_short_form_is_shorter(one: str, other: str) -> None:
    """Short for another is only what is shorter and keeps the order, so never both ways."""
    if is_short_for(one, other):
        assert len(one) < len(other)
        assert abbreviates(one, other)
        assert not is_short_for(other, one)


@given(names, names, names)
def test_short_forms_have_short_forms(one: str, other: str, third: str) -> None:
    """What is short for a short form is short for the long one."""
    if is_short_for(one, other) and is_short_for(other, third):
        assert is_short_for(one, third)
