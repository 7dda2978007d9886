"""Names that a document repeats shorter, or spells otherwise; terms of one concept."""

from __future__ import annotations

import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhjagloss.align.concepts import is_short_for, shared
from zhjagloss.align.patterns import patterns
from zhjagloss.align.repetition import is_other_spelling, repeated
from zhjagloss.compose.composer import Composer
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Evidence, Morpheme, Term

ONE_RUN = pytest.mark.xfail(
    strict=True, reason="a run of katakana is compared as a whole: 绿色能源 and 清洁能源 are a letter apart"
)


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
        pytest.param(
            "苏州国家级经济技术开发区",
            "蘇州国家級経済技術開発区 蘇州経済技術開発区",
            "蘇州経済技術開発区",
            id="国家級",
        ),
        pytest.param("江苏省高等人民法院", "江蘇省高等人民法院 江蘇省人民法院", "江蘇省人民法院", id="高等"),
        pytest.param("江苏省高等人民法院", "江蘇省高等人民法院 江蘇省法院", "", id="two words at once"),
        pytest.param("阿克苏地区人民医院", "阿克蘇地区人民医院 阿克蘇人民医院", "阿克蘇人民医院", id="地区"),
        pytest.param(
            "中国共产党中央委员会", "中国共産党中央委員会 中国中央委員会", "中国中央委員会", id="共産党"
        ),
        pytest.param(
            "人民代表大会常务委员会", "人民代表大会常務委員会 代表大会常務委員会", "", id="人民 in front"
        ),
        pytest.param("虎丘区人民检察院", "虎丘区人民検察院 呉中区検察院", "", id="another area"),
        pytest.param("虎丘区人民检察院", "虎丘区人民検察院 虎丘区人民法院", "", id="another organ"),
        pytest.param("虎丘区人民检察院", "虎丘区人民検察院 虎丘区", "", id="only the place"),
        pytest.param(
            "虎丘区检察院", "虎丘区人民検察院 虎丘区検察院", "", id="the long form is another term's"
        ),
        pytest.param(
            "虎丘区人民检察院", "虎丘区人民檢察院 虎丘区檢察院", "虎丘区検察院", id="old characters"
        ),
        pytest.param("虎丘区人民检察院", "", "", id="no names"),
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
        pytest.param("サプライチェイン管理", "サプライチェーン管理", True, id="a long vowel"),
        pytest.param("ビッグデータセンタ", "ビッグデータセンター", True, id="a vowel left out"),
        pytest.param("工業インタネット基盤", "工業インターネット基盤", True, id="amid kanji"),
        pytest.param("グリーンな金融", "クリーンな金融", False, id="a letter apart, and another word"),
        pytest.param("グリーンエネルギー", "クリーンエネルギー", False, id="in a longer word", marks=ONE_RUN),
        pytest.param("データ", "データセンター", False, id="only its beginning"),
        pytest.param("工業団地", "工業団体", False, id="no katakana"),
        pytest.param("スマート農業とデジタル農業", "スマート農業", False, id="one more"),
        pytest.param("", "デジタル", False, id="nothing"),
        pytest.param("", "", False, id="nothing at all"),
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
        pytest.param("管委会", "管理委员会", True, id="an organ"),
        pytest.param("发改委", "国家发展改革委员会", False, id="neither first nor last"),
        pytest.param("区新高", "高新技术产业开发区", False, id="another order"),
        pytest.param("高新技术产业开发区", "高新区", False, id="the longer one"),
        pytest.param("区", "开发区", False, id="one character"),
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


def test_documents_are_counted() -> None:
    """A form is told once for each document that shows both names."""
    folder = contents().folder
    wanted = patterns([Term("虎丘区人民检察院")], [], Composer([], folder), folder, lambda _: True)
    both, one = frozenset({"虎丘区人民検察院", "虎丘区検察院"}), frozenset({"虎丘区検察院"})
    [told] = repeated([both, one, both], wanted, folder).values()
    assert [(some.documents, some.is_name) for some in told] == [(2, True)]


def test_a_name_that_is_explained_is_no_other_form() -> None:
    """A shorter name that is itself looked for keeps its own explanation."""
    folder = contents().folder
    terms = [Term("虎丘区人民检察院"), Term("虎丘区检察院")]
    wanted = patterns(terms, [], Composer([], folder), folder, lambda _: True)
    assert repeated([frozenset({"虎丘区人民検察院", "虎丘区検察院"})], wanted, folder) == {}


def test_a_name_with_rivals_tells_nothing() -> None:
    """A name that may stand for two terms has no other forms of either."""
    folder = contents().folder
    rows = [("主席", "プレジデント"), ("董事长", "プレジデント")]
    composer = Composer([Morpheme(zh, ja, "") for zh, ja in rows], folder)
    wanted = patterns([Term("主席"), Term("董事长")], [], composer, folder, lambda _: True)
    assert repeated([frozenset({"プレジデント", "プレシデント"})], wanted, folder) == {}


names = st.text(alphabet="デヂジタルプラットホォー産業区", max_size=10)


@given(names, names)
def test_spellings_are_mutual(one: str, other: str) -> None:
    """If one name is another spelling of the other, so is the other of the one; none is of itself."""
    assert is_other_spelling(one, other) is is_other_spelling(other, one)
    assert not is_other_spelling(one, one)


@settings(max_examples=40)
@given(st.lists(st.frozensets(st.text(alphabet="虎丘区人民検察院国家級デジタル㈱", max_size=9)), max_size=4))
def test_any_names_are_read(documents: list[frozenset[str]]) -> None:
    """Whatever the names, a form is the key of one of them, and no pattern explains it."""
    folder = contents().folder
    wanted = patterns([Term("虎丘区人民检察院")], [], Composer([], folder), folder, lambda _: True)
    for (form, _), told in repeated(documents, wanted, folder).items():
        assert form in {folder.key(name) for document in documents for name in document}
        assert form not in wanted.keys
        assert all(0 < some.documents <= len(documents) for some in told)


def test_many_names_take_little_time() -> None:
    """Ten thousand names, all with katakana, are compared in a moment."""
    folder = contents().folder
    wanted = patterns([Term("虎丘区人民检察院")], [], Composer([], folder), folder, lambda _: True)
    document = frozenset(f"虎丘区第{number}デジタル人民検察院" for number in range(10_000))
    begin = time.perf_counter()
    assert repeated([document | {"虎丘区人民検察院"}], wanted, folder) == {}
    assert time.perf_counter() - begin < 5
