"""What people decided, over several glossaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import entry
from zhjagloss.glossary.decisions import Decisions
from zhjagloss.glossary.folder import GlossaryFolder
from zhjagloss.model import Entry, Pair, Status

if TYPE_CHECKING:
    from pathlib import Path

    from zhjagloss.glossary.contents import Contents

    Layer = tuple[list[Entry], list[Pair]]

FULL = "党工作委员会"


def decided(shipped: Contents, tmp_path: Path, *layers: Layer) -> Decisions:
    """Lay glossaries over one another, the highest first."""
    folders = [GlossaryFolder(tmp_path, tuple(rows), tuple(against), {}) for rows, against in layers]
    return Decisions(folders, shipped.folder)


def shown(decisions: Decisions) -> list[tuple[str, str, str]]:
    return [(row.pair.zh, row.pair.ja, row.status.value) for row in decisions.entries]


@pytest.mark.parametrize(
    ("higher", "lower", "expected"),
    [
        pytest.param(
            ([entry("党工委", "党工委")], []),
            ([entry("党工委", "党工作委員会")], []),
            [("党工委", "党工委", "preferred"), ("党工委", "党工作委員会", "admitted")],
            id="a higher row demotes a lower preferred one",
        ),
        pytest.param(
            ([entry("党工委", "党工委", "admitted")], []),
            ([entry("党工委", "党工作委員会"), entry("党工委", "党作業委員会", "deprecated")], []),
            [
                ("党工委", "党工委", "admitted"),
                ("党工委", "党工作委員会", "admitted"),
                ("党工委", "党作業委員会", "deprecated"),
            ],
            id="any higher row does, and only preferred is demoted",
        ),
        pytest.param(
            ([entry("党工委", "党工作委員会", "deprecated")], []),
            ([entry("党工委", "党工作委員会")], []),
            [("党工委", "党工作委員会", "deprecated")],
            id="a higher deprecated one hides the pair below",
        ),
        pytest.param(
            ([], [Pair("党工委", "", "党工作委員会")]),
            ([entry("党工委", "党工作委員会"), entry("党工委", "党工委", "admitted")], []),
            [("党工委", "党工委", "admitted")],
            id="a higher rejection hides the pair below",
        ),
        pytest.param(
            ([entry("党工委", "党工作委員会")], [Pair("党工委", "", "党工作委員会")]),
            ([], []),
            [("党工委", "党工作委員会", "preferred")],
            id="a rejection hides nothing in its own glossary",
        ),
        pytest.param(
            ([entry("党工委", "党工作委員会")], []),
            ([], [Pair("党工委", "", "党工作委員会")]),
            [("党工委", "党工作委員会", "preferred")],
            id="nor in a higher one",
        ),
        pytest.param(
            ([entry("人大", "人民代表大会", full="人民代表大会")], []),
            ([entry("人大", "中国人民大学", full="中国人民大学")], []),
            [("人大", "人民代表大会", "preferred"), ("人大", "中国人民大学", "preferred")],
            id="another sense is another term",
        ),
        pytest.param(
            ([entry("开发区", "開発区", "admitted")], []),
            ([entry("開發區", "開發區")], []),
            [("开发区", "開発区", "admitted")],
            id="script variants are one pair",
        ),
        pytest.param(
            ([], [Pair("開發區", "", "開發區")]),
            ([entry("开发区", "開発区")], []),
            [],
            id="rejected in another script",
        ),
    ],
)
def test_precedence(
    shipped: Contents, tmp_path: Path, higher: Layer, lower: Layer, expected: list[tuple[str, str, str]]
) -> None:
    """The higher glossary's word holds; its rows come first."""
    assert shown(decided(shipped, tmp_path, higher, lower)) == expected


@pytest.mark.parametrize(
    ("against", "pair", "expected"),
    [
        pytest.param(
            Pair("党工委", "", "党委員会"), Pair("党工委", FULL, "党委員会"), True, id="every sense"
        ),
        pytest.param(Pair("党工委", "", "党委員会"), Pair("党工委", "", "党委員会"), True, id="no sense"),
        pytest.param(
            Pair("党工委", FULL, "党委員会"), Pair("党工委", FULL, "党委員会"), True, id="this sense"
        ),
        pytest.param(
            Pair("党工委", FULL, "党委員会"),
            Pair("党工委", "党的工作委员会", "党委員会"),
            False,
            id="another sense",
        ),
        pytest.param(
            Pair("党工委", FULL, "党委員会"), Pair("党工委", "", "党委員会"), False, id="one sense, not all"
        ),
        pytest.param(
            Pair("党工委", FULL, "党委員会"),
            Pair("黨工委", "黨工作委員會", "党委員會"),
            True,
            id="in another script",
        ),
        pytest.param(Pair("党工委", "", "党委員会"), Pair("党委", "", "党委員会"), False, id="another term"),
        pytest.param(
            Pair("党工委", "", "党委員会"), Pair("党工委", "", "党工委"), False, id="another rendering"
        ),
        pytest.param(Pair("汽车", "", "汽車"), Pair("汽车", "", "汽车"), False, id="different words by form"),
        pytest.param(Pair("输出", "", "輸出"), Pair("输出", "", "輸出"), True, id="that very form"),
    ],
)
def test_rejects(shipped: Contents, tmp_path: Path, against: Pair, pair: Pair, expected: bool) -> None:
    """A rejection matches by key, for its sense or for all; different words match by form."""
    assert decided(shipped, tmp_path, ([], [against])).rejects(pair) is expected


@pytest.mark.parametrize(
    ("row", "pair", "found"),
    [
        pytest.param(entry("开发区", "開発区"), Pair("开发区", "", "開発区"), True, id="as written"),
        pytest.param(entry("开发区", "開発区"), Pair("開發區", "", "開發區"), True, id="in another script"),
        pytest.param(
            entry("开发区", "開発区"), Pair("开发区", "经济开发区", "開発区"), False, id="another sense"
        ),
        pytest.param(
            entry("汽车", "自動車"), Pair("汽車", "", "自動車"), False, id="a different word in Chinese"
        ),
        pytest.param(
            entry("输出", "輸出"), Pair("输出", "", "输出"), False, id="a different word in Japanese"
        ),
        pytest.param(entry("汽车", "自動車"), Pair("汽车", "", "自動車"), True, id="the same word"),
    ],
)
def test_of(shipped: Contents, tmp_path: Path, row: Entry, pair: Pair, found: bool) -> None:
    """The row that decides a pair is found by its keys, unless the forms are different words."""
    assert decided(shipped, tmp_path, ([row], [])).of(pair) == (row if found else None)


def test_the_first_of_two_rows_decides(shipped: Contents, tmp_path: Path) -> None:
    """Where several glossaries decide a pair, the highest is asked."""
    decisions = decided(
        shipped,
        tmp_path,
        ([entry("党委", "党委", "admitted")], []),
        ([entry("党委", "党委", "deprecated")], []),
    )
    found = decisions.of(Pair("党委", "", "党委"))
    assert found is not None
    assert found.status is Status.ADMITTED


def test_terms_stand_once(shipped: Contents, tmp_path: Path) -> None:
    """Each term and sense is named once, in the order of the rows."""
    rows = [
        entry("人大", "人大", full="中国人民大学"),
        entry("党委", "党委"),
        entry("人大", "人大", full="人民代表大会"),
    ]
    decisions = decided(shipped, tmp_path, ([*rows, entry("党委", "党委員会", "admitted")], []))
    assert [(term.zh, term.full) for term in decisions.terms] == [
        ("人大", "中国人民大学"), ("党委", ""), ("人大", "人民代表大会"),
    ]  # fmt: skip


rows = st.builds(
    entry,
    st.sampled_from(["党委", "黨委", "党工委"]),
    st.sampled_from(["党委", "党委員会", "党委員會"]),
    st.sampled_from(["preferred", "admitted", "deprecated"]),
    st.sampled_from(["", "党委员会"]),
)
against = st.builds(
    Pair,
    st.sampled_from(["党委", "黨委"]),
    st.sampled_from(["", "党委员会"]),
    st.sampled_from(["党委", "党委員会"]),
)
layers = st.tuples(st.lists(rows, max_size=4), st.lists(against, max_size=2))


@given(layers, layers)
def test_a_lower_glossary_changes_nothing_above(
    shipped: Contents, tmp_path_factory: pytest.TempPathFactory, higher: Layer, lower: Layer
) -> None:
    """The rows of a glossary say the same with and without others under it."""
    place = tmp_path_factory.getbasetemp()
    alone, over = decided(shipped, place, higher), decided(shipped, place, higher, lower)
    assert shown(over)[: len(alone.entries)] == shown(alone)
    assert [row.place for row in over.entries[: len(alone.entries)]] == [row.place for row in alone.entries]


@pytest.mark.parametrize(
    ("layers", "senses"),
    [
        pytest.param(
            [[entry("党工委", "党工委")], [entry("党工委", "党工作委員会", full=FULL)]],
            [("党工委", FULL, "preferred"), ("党工作委員会", FULL, "admitted")],
            id="the one sense of the lower",
        ),
        pytest.param(
            [[entry("黨工委", "黨工委")], [entry("党工委", "党工作委員会", full=FULL)]],
            [("黨工委", FULL, "preferred"), ("党工作委員会", FULL, "admitted")],
            id="in another script",
        ),
        pytest.param(
            [
                [entry("人大", "人大")],
                [
                    entry("人大", "人民代表大会", full="人民代表大会"),
                    entry("人大", "人民大学", full="中国人民大学"),
                ],
            ],
            [
                ("人大", "", "preferred"),
                ("人民代表大会", "人民代表大会", "preferred"),
                ("人民大学", "中国人民大学", "preferred"),
            ],
            id="of two senses none",
        ),
    ],
)
def test_a_row_without_a_sense(
    shipped: Contents, tmp_path: Path, layers: list[list[Entry]], senses: list[tuple[str, str, str]]
) -> None:
    """Who writes a term without its full form means the one sense that another glossary gives it."""
    decisions = decided(shipped, tmp_path, *((rows, []) for rows in layers))
    assert [(row.pair.ja, row.pair.full, row.status.value) for row in decisions.entries] == senses
