"""Which language a text is in."""

from __future__ import annotations

import pytest

from zhjagloss.model import Language
from zhjagloss.script.language import all_han, has_han, has_kana, language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("苏州高新区党工委召开会议", Language.ZH, id="Chinese"),
        pytest.param("蘇州高新區黨工委召開會議", Language.ZH, id="traditional"),
        pytest.param("蘇州高新区の党工委が会議を開いた", Language.JA, id="Japanese"),
        pytest.param("無錫高新区三招実現提質増効　現地の声", Language.JA, id="a dense headline"),
        pytest.param("グレーターベイエリア", Language.JA, id="katakana alone"),
        pytest.param("ﾊｲﾃｸ", Language.JA, id="half-width kana"),
        pytest.param("党工委", Language.ZH, id="Han alone"),
        pytest.param(
            "日本“の”字在中国街头随处可见，成为一道特别的文化风景线",
            Language.ZH,
            id="Chinese that quotes one kana",
        ),
        pytest.param("high-tech zone", None, id="neither"),
        pytest.param("", None, id="empty"),
        pytest.param("・ー、。", None, id="marks alone"),
        pytest.param("𠮷", Language.ZH, id="a supplementary ideograph"),
    ],
)
def test_language(text: str, expected: Language | None) -> None:
    """A text is Japanese when enough of it is kana."""
    assert language(text) is expected


@pytest.mark.parametrize(
    ("text", "kana", "han", "only_han"),
    [
        pytest.param("党工委", False, True, True, id="Han"),
        pytest.param("人々", False, True, True, id="iteration mark"),
        pytest.param("IoT", False, False, False, id="Latin"),
        pytest.param("スマート製造", True, True, False, id="mixed"),
        pytest.param("クラウド", True, False, False, id="kana"),
        pytest.param("3年", False, True, False, id="digit and Han"),
        pytest.param("\ufa19", False, True, True, id="compatibility ideograph"),
        pytest.param("𠮷", False, True, True, id="supplementary plane"),
        pytest.param("・", False, False, False, id="the middle dot is no kana"),
        pytest.param("", False, False, False, id="empty"),
    ],
)
def test_scripts(text: str, kana: bool, han: bool, only_han: bool) -> None:
    """Kana, Han, and nothing but Han."""
    assert (has_kana(text), has_han(text), all_han(text)) == (kana, han, only_han)
