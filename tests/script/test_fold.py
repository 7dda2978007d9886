"""Folding: variants meet under one key, and every key leads back to its form."""

from __future__ import annotations

import itertools
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.model import Span
from zhjagloss.script.fold import DifferentWords, Folder

if TYPE_CHECKING:
    from zhjagloss.glossary.contents import Contents

PLAIN = "党工委管理委员会開発区發展广东弁公室ハイテクのとを、。0123abcＡＢＣ"
AWKWARD = (
    "か\u3099ハ\u309a\uff8a\uff9f\uff76\uff9e㌔㍿㋿ﬁİßſÅ\u212a\u0345\u0301\u1100\u1161\u11a8각"
    "\u200b\ufe00\U000e0100\u202e神\ufa19𠮷👨\u200d👩\ufdfa\ue000\x00 "
)

any_text = st.text() | st.text(st.sampled_from(PLAIN + AWKWARD)) | st.text(st.sampled_from(AWKWARD))


@pytest.mark.parametrize(
    ("simplified", "others"),
    [
        pytest.param("计划", ("計画", "計劃"), id="plan"),
        pytest.param("办公室", ("弁公室", "辦公室"), id="office"),
        pytest.param("预算", ("予算", "豫算", "預算"), id="budget"),
        pytest.param("广东", ("広東", "廣東"), id="Guangdong"),
        pytest.param("发展", ("発展", "發展"), id="development"),
        pytest.param("关于", ("関于", "關於"), id="about"),
        pytest.param("开发区", ("開発区", "開發區"), id="zone"),
        pytest.param("党委", ("黨委",), id="Party committee"),
        pytest.param("经济", ("経済", "經濟"), id="economy"),
        pytest.param("总书记", ("総書記", "總書記"), id="General Secretary"),
        pytest.param("战略", ("戦略", "戰略"), id="strategy"),
        pytest.param("检察", ("検察", "檢察"), id="procuratorate"),
        pytest.param("财政厅", ("財政庁", "財政廳"), id="finance department"),
        pytest.param("图书馆", ("図書館", "圖書館"), id="library"),
        pytest.param("沈阳", ("瀋陽", "沈陽"), id="Shenyang"),
        pytest.param("证券", ("証券", "證券"), id="securities"),
        pytest.param("机构", ("機構",), id="institution"),
        pytest.param("干部", ("幹部",), id="cadre"),
        pytest.param("台湾", ("臺灣",), id="Taiwan"),
        pytest.param("与党", ("與黨",), id="governing party"),
    ],
)
def test_the_scripts_meet(shipped: Contents, simplified: str, others: tuple[str, ...]) -> None:
    """Simplified, traditional and Japanese spellings of one institutional word have one key."""
    assert {shipped.folder.key(form) for form in others} == {shipped.folder.key(simplified)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("党委", "党工委", id="党委 is not 党工委"),
        pytest.param("市委", "区委", id="city and district"),
        pytest.param("县委", "州委", id="county and prefecture"),
        pytest.param("人大", "人代", id="two short forms"),
        pytest.param("か", "が", id="voiced kana"),
        pytest.param("ひ", "ヒ", id="hiragana and katakana"),
        pytest.param("未", "末", id="alike to the eye"),
    ],
)
def test_other_words_stay_apart(shipped: Contents, one: str, other: str) -> None:
    """What is another organ, or another character, keeps another key."""
    assert shipped.folder.key(one) != shipped.folder.key(other)


@pytest.mark.parametrize(
    ("form", "key"),
    [
        pytest.param("か\u3099", "が", id="NFD kana"),
        pytest.param("ﾃﾞｼﾞﾀﾙ", "デジタル", id="half-width kana"),
        pytest.param("ＢＹＤ", "byd", id="full-width Latin"),
        pytest.param("５Ｇ", "5g", id="full-width digit"),
        pytest.param("IoT", "iot", id="case"),
        pytest.param("㈱", "(株)", id="parenthesised"),
        pytest.param("㍿", "株式会社", id="square word"),
        pytest.param("令和㋿", "令和令和", id="square era"),
        pytest.param("神\ufe00", "神", id="variation selector"),
        pytest.param("\ufa19社", "神社", id="compatibility ideograph"),
        pytest.param("葛\U000e0100城", "葛城", id="ideographic variation"),
        pytest.param("党\u200b工\u202e委\ufeff", "党工委", id="zero width and bidi"),
        pytest.param("𠮷野", "吉野", id="𠮷 with OpenCC's own class"),
        pytest.param("👨\u200d👩\u200d👧", "👨👩👧", id="emoji sequence"),
        pytest.param("\ue000", "\ue000", id="private use"),
        pytest.param("", "", id="empty"),
        pytest.param("\u200b", "", id="nothing but ignorable"),
    ],
)
def test_keys(shipped: Contents, form: str, key: str) -> None:
    """Width, case, marks and invisible characters do not tell words apart."""
    assert shipped.folder.key(form) == shipped.folder.key(key)
    assert Folder({"𠮷": "吉"}).key(form) == key


@given(any_text)
def test_folding_twice_is_folding_once(shipped: Contents, form: str) -> None:
    """A key is its own key."""
    key = shipped.folder.key(form)
    assert shipped.folder.key(key) == key


def test_every_character_folds_once(shipped: Contents) -> None:
    """No character of Unicode has a key that folds further."""
    characters = (chr(code) for code in range(sys.maxunicode + 1))
    named = (char for char in characters if unicodedata.category(char) not in ("Cn", "Co", "Cs"))
    key = shipped.folder.key
    assert [char for char in named if key(key(char)) != key(char)] == []


@given(any_text)
def test_both_ways_of_folding_agree(shipped: Contents, form: str) -> None:
    """The key with the way back is the key without it, and the form is left as it was."""
    folded = shipped.folder.fold(form)
    assert folded.key == shipped.folder.key(form)
    assert folded.form == form


@given(any_text.filter(bool), st.data())
def test_every_span_of_the_key_leads_back(shipped: Contents, form: str, data: st.DataObject) -> None:
    """A span of the key maps to a span of the form whose own key contains it."""
    folded = shipped.folder.fold(form)
    if not folded.key:
        return
    start = data.draw(st.integers(0, len(folded.key) - 1))
    end = data.draw(st.integers(start + 1, len(folded.key)))
    back = folded.back(Span(start, end))
    assert 0 <= back.start < back.end <= len(form)
    assert folded.key[start:end] in shipped.folder.key(form[back.start : back.end])
    assert folded.surface(Span(start, end)) == form[back.start : back.end]


@given(any_text)
def test_the_way_back_keeps_the_order(shipped: Contents, form: str) -> None:
    """Later characters of the key come from the same or later characters of the form."""
    folded = shipped.folder.fold(form)
    spans = [folded.back(Span(place, place + 1)) for place in range(len(folded.key))]
    assert all(one.start <= other.start and one.end <= other.end for one, other in itertools.pairwise(spans))


@given(st.text(st.sampled_from(PLAIN)), st.text(st.sampled_from(PLAIN)))
def test_plain_text_folds_piece_by_piece(shipped: Contents, one: str, other: str) -> None:
    """Where no mark leans on what precedes it, the key of a whole is the keys of its parts."""
    assert shipped.folder.key(one + other) == shipped.folder.key(one) + shipped.folder.key(other)


@given(st.text(st.characters(blacklist_categories=["Cs"])))
def test_canonical_spellings_meet(shipped: Contents, form: str) -> None:
    """A composed and a decomposed spelling have one key."""
    key = shipped.folder.key
    assert key(unicodedata.normalize("NFD", form)) == key(unicodedata.normalize("NFC", form))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        pytest.param("办理", "弁理", True, id="办理 is not 弁理"),
        pytest.param("项目办理", "項目弁理", True, id="inside longer words, at one place"),
        pytest.param("汽车", "汽車", True, id="car and steam train"),
        pytest.param("新能源汽车产业", "新能源汽車産業", True, id="new energy cars"),
        pytest.param("回復", "回复", True, id="recovery and reply"),
        pytest.param("办理", "办理", False, id="the same form"),
        pytest.param("办理", "辦理", False, id="a form that the row does not list"),
        pytest.param("汽车阶段", "阶段汽車", False, id="at other places"),
        pytest.param("计划", "計画", False, id="one word"),
    ],
)
def test_different_words(shipped: Contents, one: str, other: str, apart: bool) -> None:
    """Forms that share a key may be listed as different words, in either order."""
    assert bool(shipped.folder.words_apart(one, other)) is apart
    assert bool(shipped.folder.words_apart(other, one)) is apart


def test_different_words_say_what_tells_them_apart() -> None:
    """The note of the row comes with the verdict."""
    cars = DifferentWords(("汽车", "汽車"), "motor car / steam train")
    found = Folder({"車": "车"}, [cars]).words_apart("汽车", "汽車")
    assert found is not None
    assert found.note == "motor car / steam train"
