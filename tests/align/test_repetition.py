"""Names that a document repeats shorter, or spells otherwise; terms of one concept."""

from __future__ import annotations

from functools import cache

import pytest

from zhjagloss.align.concepts import is_short_for, shared
from zhjagloss.align.patterns import patterns
from zhjagloss.align.repetition import is_other_spelling, repeated
from zhjagloss.compose.composer import Composer
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Evidence, Morpheme, Term


@cache
def contents() -> Contents:
    return Contents(Stack.open(()))


@pytest.mark.parametrize(
    ("term", "names", "other"),
    [
        pytest.param("虎丘区人民检察院", "虎丘区人民検察院 虎丘区検察院", "虎丘区検察院", id="人民"),
        pytest.param("合肥国家高新区", "合肥国家高新区 合肥高新区", "合肥高新区", id="国家 behind a place"),
        pytest.param("北京农业大学", "北京農業大学 北京大学", "", id="another university"),
        pytest.param("国家监察委员会", "国家監察委員会 監察委員会", "", id="国家 in front"),
        pytest.param("虎丘区人民检察院", "虎丘区検察院", "", id="not in one document"),
        pytest.param("人民法院", "人民法院 法院", "", id="too short"),
    ],
)
def test_shorter_forms(term: str, names: str, other: str) -> None:
    """A name may do without words of rank, and no others."""
    folder = contents().folder
    wanted = patterns([Term(term)], [], Composer([], folder), folder, lambda _: True)
    found = repeated([frozenset(names.split())], wanted, folder)
    assert {key for key, _ in found} == ({folder.key(other)} if other else set())
    assert all(told.evidence is Evidence.REPETITION for some in found.values() for told in some)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("ディジタル産業", "デジタル産業", True, id="one word"),
        pytest.param("プラットホーム", "プラットフォーム", True, id="another"),
        pytest.param("デジタル産業", "グローバル産業", False, id="two words"),
        pytest.param("デジタル産業", "デジタル経済", False, id="other kanji"),
        pytest.param("デジタル", "デジタル", False, id="the same"),
    ],
)
def test_other_spellings(one: str, other: str, same: bool) -> None:
    """Only katakana may differ, and only a little."""
    assert is_other_spelling(one, other) is same


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        pytest.param("高新区", "高新技术产业开发区", True, id="from first to last"),
        pytest.param("开发区", "高新技术产业开发区", False, id="another beginning"),
        pytest.param("高新", "高新技术产业开发区", False, id="another end"),
        pytest.param("高新区", "高新区", False, id="the same"),
    ],
)
def test_short_forms_of_terms(short: str, long: str, expected: bool) -> None:
    """A short form keeps the first and the last character."""
    assert is_short_for(short, long) is expected


def test_terms_of_one_concept() -> None:
    """What renders the long term renders the short one, where they share a rendering."""
    folder = contents().folder
    long = "高新技术产业开发区"
    rows = [("高新区", "ハイテク区"), (long, "ハイテク区"), (long, "ハイテク産業開発区")]
    composer = Composer([Morpheme(zh, ja, "") for zh, ja in rows], folder)
    terms = [Term("高新区"), Term(long), Term("保税区")]
    text = folder.key("ハイテク区、ハイテク産業開発区、高新区、高新技術産業開発区")
    found = shared(patterns(terms, [], composer, folder, text.__contains__))
    assert set(found) == {(folder.key("ハイテク産業開発区"), Term("高新区"))}
