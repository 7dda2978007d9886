"""How what was found is related to what was asked: each relation with a real case."""

from __future__ import annotations

import pytest

from tests.samples import write_glossary
from zhjagloss.glossary.stack import Stack
from zhjagloss.lookup.index import read_folder
from zhjagloss.lookup.making import make
from zhjagloss.lookup.relations import CHAIN, Question, Relation, find
from zhjagloss.lookup.rows import Rows
from zhjagloss.model import Language
from zhjagloss.script.fold import Folder

ZH, JA = Language.ZH, Language.JA

ROWS = (
    ("党工委", "党工作委員会", "preferred", "党工作委员会"),
    ("党工委", "党工委", "admitted", "党工作委员会"),
    ("党工作委员会", "党工作委員会", "preferred"),
    ("党工委书记", "党工作委員会書記", "preferred", "党工作委员会书记"),
    ("党委", "党委員会", "preferred", "党委员会"),
    ("开发区", "開発区", "preferred"),
    ("高新区", "ハイテク産業開発区", "preferred", "高新技术产业开发区"),
    ("高新技术产业开发区", "ハイテク産業開発区", "preferred"),
    ("粤港澳大湾区", "グレーターベイエリア", "preferred"),
    ("大湾区", "グレーターベイエリア", "preferred", "粤港澳大湾区"),
)

Known = tuple[Rows, Folder]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    path = write_glossary(tmp_path_factory.mktemp("relations") / "glossary", *ROWS)
    connection = make(Stack.open([path], with_starter=False))
    return Rows(connection), read_folder(connection)


def related(known: Known, form: str, language: Language) -> dict[tuple[str, str], Relation]:
    rows, folder = known
    return {
        (found.row.pair.zh, found.row.pair.ja): found.relation
        for found in find(Question(form, folder.key(form), language), rows)
    }


@pytest.mark.parametrize(
    ("form", "language", "pair", "relation"),
    [
        pytest.param("党工委", ZH, ("党工委", "党工作委員会"), Relation.EXACT, id="exact"),
        pytest.param(
            "党工作委員会", JA, ("党工委", "党工作委員会"), Relation.EXACT, id="exact, from Japanese"
        ),
        pytest.param("黨工委", ZH, ("党工委", "党工委"), Relation.VARIANT, id="variant: traditional"),
        pytest.param("開発区", ZH, ("开发区", "開発区"), Relation.VARIANT, id="variant: Japanese"),
        pytest.param("開發區", JA, ("开发区", "開発区"), Relation.VARIANT, id="variant, from Japanese"),
        pytest.param(
            "ｸﾞﾚｰﾀｰﾍﾞｲｴﾘｱ", JA, ("粤港澳大湾区", "グレーターベイエリア"), Relation.VARIANT, id="variant: width"
        ),
        pytest.param(
            "高新技术产业开发区",
            ZH,
            ("高新区", "ハイテク産業開発区"),
            Relation.ABBREVIATION,
            id="abbreviation",
        ),
        pytest.param(
            "党工作委员会", ZH, ("党工委", "党工委"), Relation.ABBREVIATION, id="abbreviation, borrowed"
        ),
        pytest.param(
            "高新区", ZH, ("高新技术产业开发区", "ハイテク産業開発区"), Relation.FULL_FORM, id="full form"
        ),
        pytest.param(
            "大湾区",
            ZH,
            ("粤港澳大湾区", "グレーターベイエリア"),
            Relation.FULL_FORM,
            id="full form of the bay",
        ),
        pytest.param("党工委书记处", ZH, ("党工委书记", "党工作委員会書記"), Relation.PART, id="part"),
        pytest.param(
            "党工委书记", ZH, ("党工委", "党工作委員会"), Relation.PART, id="the organ of an official"
        ),
        pytest.param(
            "港澳大湾区", ZH, ("大湾区", "グレーターベイエリア"), Relation.PART, id="part of the bay"
        ),
        pytest.param("港澳大", ZH, ("粤港澳大湾区", "グレーターベイエリア"), Relation.WHOLE, id="whole"),
        pytest.param(
            "ハイテク産業", JA, ("高新区", "ハイテク産業開発区"), Relation.WHOLE, id="whole, from Japanese"
        ),
        pytest.param("党委", ZH, ("党工委", "党工作委員会"), Relation.NEAR, id="near: another organ"),
        pytest.param("党工委", ZH, ("党委", "党委員会"), Relation.NEAR, id="near, the other way"),
        pytest.param("党工作委員会", JA, ("党委", "党委員会"), Relation.NEAR, id="near, from Japanese"),
    ],
)
def test_relations(
    known: Known, form: str, language: Language, pair: tuple[str, str], relation: Relation
) -> None:
    """Each relation holds for the pairs it is meant for."""
    assert related(known, form, language)[pair] is relation


@pytest.mark.parametrize("form", ["党", "", "銀行", "xyz"])
def test_nothing_is_related(known: Known, form: str) -> None:
    """A single character, and what shares nothing, is related to nothing."""
    assert related(known, form, ZH) == {}


@pytest.mark.parametrize(
    ("form", "language"), [(row[0], ZH) for row in ROWS] + [(row[1], JA) for row in ROWS]
)
def test_a_row_is_found_once_best_first(known: Known, form: str, language: Language) -> None:
    """A pair is answered by its best relation alone, and the relations come in their order."""
    rows, folder = known
    found = list(find(Question(form, folder.key(form), language), rows))
    assert len({one.row.number for one in found}) == len(found)
    order = [tuple(Relation).index(one.relation) for one in found]
    assert order == sorted(order)
    assert found[0].relation is Relation.EXACT
    assert all(0 < one.score <= 1 for one in found)


def test_the_chain_has_every_relation() -> None:
    """Exact and variant share a finder; each other relation has its own."""
    assert len(CHAIN) == len(Relation) - 1
