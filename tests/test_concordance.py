"""A term in its sentences: which places are found, and as what; what is looked for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import write_glossary, write_texts
from zhjagloss.concordance import Concordancer, documents, forms_of
from zhjagloss.corpus.document import from_text
from zhjagloss.errors import DamagedGlossaryError, UnreadableInputError
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.model import Candidate, Label, Language, Pair, Source, Usage
from zhjagloss.script.classes import derive
from zhjagloss.script.fold import Folder
from zhjagloss.script.marks import without_marks

if TYPE_CHECKING:
    from pathlib import Path

    from zhjagloss.concordance import Occurrence

FOLDER = Folder(derive())
FULL = "高新技术产业开发区"

WHOLE, NESTED, DOUBTFUL = Label.WHOLE, Label.NESTED, Label.DOUBTFUL


def found(text: str, *forms: str, language: Language | None = None) -> list[Occurrence]:
    """Find forms in a text; each stands for itself."""
    document = from_text(text, "-", language=language)
    return list(Concordancer({form: form for form in forms}, FOLDER).occurrences(document))


def key(form: str) -> str:
    return without_marks(FOLDER.fold(form)).key


# Places


@pytest.mark.parametrize(
    ("form", "text", "keywords"),
    [
        pytest.param("党工委", "区の党工委は、市の党工委に報告した。", ["党工委", "党工委"], id="twice"),
        pytest.param("党工委", "一文目の党工委。二文目の党工委。", ["党工委", "党工委"], id="two sentences"),
        pytest.param("黨工委", "区の党工委は報告した。", ["党工委"], id="traditional characters asked"),
        pytest.param("开发区", "新しい開發區と開発区。", ["開發區", "開発区"], id="characters of all three"),
        pytest.param("党工委", "苏州高新区党工委召开会议。", ["党工委"], id="Chinese without words"),
        pytest.param("グレーターベイエリア", "ｸﾞﾚｰﾀｰﾍﾞｲｴﾘｱを語る。", ["ｸﾞﾚｰﾀｰﾍﾞｲｴﾘｱ"], id="half-width katakana"),
        pytest.param(
            "グレーターベイエリア",
            "グレーター・ベイエリアを語る。",
            ["グレーター・ベイエリア"],
            id="a point inside katakana",
        ),
        pytest.param(
            "グレーター・ベイエリア",
            "グレーターベイエリアを語る。",
            ["グレーターベイエリア"],
            id="a point that is asked for",
        ),
        pytest.param("BYD", "深圳のＢＹＤとbydである。", ["ＢＹＤ", "byd"], id="width and case"),
        pytest.param(
            "三北プロジェクト",
            "国の「三北」プロジェクトである。",
            ["「三北」プロジェクト"],
            id="quotes at its beginning",
        ),
        pytest.param(
            "三北プロジェクト",
            "国の三北「プロジェクト」である。",
            ["三北「プロジェクト」"],
            id="quotes at its end",
        ),
        pytest.param(
            "三北プロジェクト",
            "国の『三北プロジェクト』である。",
            ["三北プロジェクト"],
            id="quotes around it",
        ),
        pytest.param(
            "「三北」プロジェクト",
            "国の三北プロジェクトである。",
            ["三北プロジェクト"],
            id="quotes that are asked for",
        ),
        pytest.param("三北プロジェクト", "国の「三北」「プロジェクト」である。", [], id="two quotations"),
        pytest.param(
            "三北プロジェクト", "国の「緑の三北」プロジェクトである。", [], id="part of a quotation"
        ),
        pytest.param(
            "大湾区発展計画",
            "国の大湾区※発展計画である。",
            ["大湾区※発展計画"],
            id="a sign that leads to a note",
        ),
        pytest.param("会社", "東京の㍿である。", [], id="part of one character"),
        pytest.param("党工委", "区の党委は報告した。", [], id="another organ"),
        pytest.param("会議。計画", "区の会議。計画である。", [], id="across sentences"),
        pytest.param("「」", "区の「」である。", [], id="nothing but marks"),
    ],
)
def test_places(form: str, text: str, keywords: list[str]) -> None:
    """A form is found in whatever characters and marks a text writes it, and shown as the text has it."""
    assert [one.keyword for one in found(text, form)] == keywords


@pytest.mark.parametrize(
    ("text", "language", "labels"),
    [
        pytest.param("区の開発区は広い。", Language.JA, [("開発区", WHOLE)], id="by itself"),
        pytest.param(
            "区の経済開発区は広い。",
            Language.JA,
            [("経済開発区", WHOLE), ("開発区", NESTED)],
            id="inside a longer form",
        ),
        pytest.param("区の新開発区画は広い。", Language.JA, [("開発区", DOUBTFUL)], id="cuts a word"),
        pytest.param("市新开发区划很大。", Language.ZH, [("开发区", WHOLE)], id="Chinese shows no words"),
        pytest.param(
            "区のスーパーベイエリアン。", Language.JA, [("ベイエリア", DOUBTFUL)], id="katakana goes on"
        ),
        pytest.param(
            "開発区経済開発区。",
            Language.JA,
            [("開発区", WHOLE), ("経済開発区", WHOLE), ("開発区", NESTED)],
            id="side by side",
        ),
    ],
)
def test_labels(text: str, language: Language, labels: list[tuple[str, Label]]) -> None:
    """What recognition makes of a place is told; nothing is dropped."""
    forms = ("開発区", "経済開発区", "ベイエリア")
    places = found(text, *forms, language=language)
    assert [(one.keyword, one.label) for one in places] == labels
    assert all(bool(one.reason) == (one.label is not WHOLE) for one in places)


def test_what_a_place_says() -> None:
    """A place has its sentence, with its line, cut in three at the keyword, and the Chinese behind it."""
    document = from_text("一行目。\n\n大会には党工作委員会も出た。次の文。", "a.txt")
    [one] = Concordancer({"党工作委員会": "党工委"}, FOLDER).occurrences(document)
    assert (one.left, one.keyword, one.right) == ("大会には", "党工作委員会", "も出た。")
    assert (one.known, one.label, one.sentence.line) == ("党工委", WHOLE, 3)
    assert one.document is document


#: Pieces that make names and what may stand around them, each a character or a mark that counts as none.
PIECES = st.text(st.sampled_from("党工委員会開発区經済經濟アイー・「」『』※Ｂb、。はの \n"), max_size=60)
FORMS = st.lists(
    st.sampled_from(["党工委", "開発区", "经济", "経済開発区", "アイー", "イー・ア", "B", "委員会"]),
    min_size=1,
)


@given(PIECES, FORMS)
def test_places_are_where_the_text_has_them(text: str, forms: list[str]) -> None:
    """Each place is a form in a sentence, in order; of those that are whole no two overlap."""
    places = found(text, *forms)
    keys = {key(form) for form in forms}
    for one in places:
        assert one.left + one.keyword + one.right == one.sentence.text
        assert key(one.keyword) in keys
        assert text[one.sentence.offset + one.span.start :].startswith(one.keyword)
    spans = [(one.sentence.offset, one.span) for one in places]
    assert spans == sorted(spans, key=lambda at: (at[0], at[1].start, -at[1].end))
    assert len(spans) == len(set(spans))
    whole = [(offset, span) for (offset, span), one in zip(spans, places, strict=True) if one.label is WHOLE]
    assert all(here[0] < there[0] or not here[1].meets(there[1]) for here, there in pairwise(whole))


@given(st.text(st.sampled_from("党工委開発区経済はの"), max_size=40), FORMS)
def test_no_place_is_missed(text: str, forms: list[str]) -> None:
    """Where no mark is in the way, every place of a form's key in the text's is one that is shown."""
    folded = FOLDER.key(text)
    expected = {
        (start, form)
        for form in map(key, forms)
        for start in range(len(folded))
        if folded.startswith(form, start)
    }
    assert {(one.span.start, key(one.keyword)) for one in found(text, *forms)} == expected


# What is looked for


ROWS = (
    ("高新区", "ハイテク産業開発区", "preferred", FULL),
    ("高新区", "高新区", "admitted", FULL),
    ("高新区", "高新地区", "deprecated", FULL),
    (FULL, "高新技術産業開発区", "admitted"),
    ("人大", "全国人民代表大会", "preferred", "全国人民代表大会"),
    ("人大", "人民代表大会", "preferred", "人民代表大会"),
)


def contents_of(folder: Path) -> Contents:
    """Write a glossary of a few rows and read it, without the starter's."""
    path = write_glossary(folder / "glossary", *ROWS, rejected=[("高新区", "", "高新園")])
    return Contents(Stack.open([path], with_starter=False))


@pytest.mark.parametrize(
    ("query", "forms"),
    [
        pytest.param(
            "高新区",
            {"高新区": "高新区", FULL: "高新区", "ハイテク産業開発区": "高新区"},
            id="a term",
        ),
        pytest.param(
            FULL,
            {FULL: FULL, "高新区": "高新区", "ハイテク産業開発区": "高新区", "高新技術産業開発区": FULL},
            id="its full form, and the terms of that concept",
        ),
        pytest.param(
            "高新區",
            {"高新區": "高新區", "高新区": "高新区", FULL: "高新区", "ハイテク産業開発区": "高新区"},
            id="other characters",
        ),
        pytest.param(
            "人大",
            {"人大": "人大", "全国人民代表大会": "人大", "人民代表大会": "人大"},
            id="every sense",
        ),
        pytest.param("ハイテク産業開発区", {"ハイテク産業開発区": "ハイテク産業開発区"}, id="a rendering"),
        pytest.param("存在しない語", {"存在しない語": "存在しない語"}, id="a word that no row has"),
    ],
)
def test_forms(tmp_path: Path, query: str, forms: dict[str, str]) -> None:
    """What renders a term is what its rows say, but no deprecated rendering."""
    assert forms_of(query, contents_of(tmp_path)) == forms


def written(folder: Path, *renderings: str, used: str = "") -> Path:
    """Write what a build left: candidates for 高新区, and one rendering that is in use."""
    candidates = [Candidate(Pair("高新区", FULL, ja), 0.9, "title(1)", 1, 1, ja) for ja in renderings]
    usages = [Usage(Pair("高新区", FULL, used), "a.ja.txt", Source(), 1, 1, used)] if used else []
    return write_glossary(folder, candidates=candidates, usages=usages) / "generated"


def test_forms_of_a_build(tmp_path: Path) -> None:
    """What a build proposed and what it counted is looked for too."""
    left = written(tmp_path / "found", "ハイテクゾーン", used="先端技術区")
    forms = forms_of("高新区", contents_of(tmp_path), [left])
    assert forms.keys() - forms_of("高新区", contents_of(tmp_path)).keys() == {"ハイテクゾーン", "先端技術区"}


def test_forms_of_no_build(tmp_path: Path) -> None:
    """Where no build left anything, there is nothing more to look for."""
    contents = contents_of(tmp_path)
    assert forms_of("高新区", contents, [tmp_path / "nowhere"]) == forms_of("高新区", contents)


def test_forms_of_a_damaged_build(tmp_path: Path) -> None:
    """Generated files that were edited are a fault, not less to look for."""
    left = written(tmp_path / "found", "ハイテクゾーン")
    (left / "candidates.tsv").write_text("zh\tja\n", encoding="utf-8")
    with pytest.raises(DamagedGlossaryError, match=r"candidates\.tsv"):
        forms_of("高新区", contents_of(tmp_path), [left])


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("高新地区", id="deprecated since"),
        pytest.param("高新園", id="rejected since"),
    ],
)
def test_forms_that_people_decided_against(tmp_path: Path, form: str) -> None:
    """A candidate that people deprecated or rejected after the last build renders nothing any more."""
    left = written(tmp_path / "found", form)
    assert form not in forms_of("高新区", contents_of(tmp_path), [left])


# The texts


def test_documents(tmp_path: Path) -> None:
    """The texts of folders and files come in the order of their names, each once."""
    folder = write_texts(tmp_path / "texts", b_ja="二つ目。", a_zh="第一个。", c_ja="三つ目。")
    told: list[str] = []
    read = documents([folder, folder / "b.ja.txt"], None, skip_bad=False, skipped=told.append)
    assert [(one.name, one.language) for one in read] == [
        ("a.zh.txt", Language.ZH),
        ("b.ja.txt", Language.JA),
        ("c.ja.txt", Language.JA),
    ]
    assert told == []


def test_a_missing_corpus_is_told_at_once(tmp_path: Path) -> None:
    """A path that does not exist is a fault before the first text is asked for."""
    with pytest.raises(UnreadableInputError, match="nowhere"):
        documents([tmp_path / "nowhere"], None, skip_bad=True, skipped=print)


@pytest.mark.parametrize(
    ("data", "is_text"),
    [
        pytest.param(bytes(range(256)) * 8, False, id="binary"),
        pytest.param("高新区\n".encode() * 50 + b"\xff\xfe\xb5\n", True, id="a bad byte"),
    ],
)
@pytest.mark.parametrize("skip_bad", [False, True])
def test_what_cannot_be_read(tmp_path: Path, data: bytes, is_text: bool, skip_bad: bool) -> None:
    """What is no text is skipped and told; a text that cannot be decoded only where bad ones may be."""
    folder = write_texts(tmp_path / "texts", a_ja="一つ目。", b_ja="", c_ja="三つ目。")
    (folder / "b.ja.txt").write_bytes(data)
    told: list[str] = []
    if is_text and not skip_bad:
        with pytest.raises(UnreadableInputError, match=r"b\.ja\.txt"):
            documents([folder], None, skip_bad=skip_bad, skipped=told.append)
        return
    read = documents([folder], None, skip_bad=skip_bad, skipped=told.append)
    assert [one.name for one in read] == ["a.ja.txt", "c.ja.txt"]
    assert len(told) == 1
    assert "b.ja.txt" in told[0]
