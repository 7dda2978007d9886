"""Japanese text cut into words, whatever its length and its characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import PROSE
from zhjagloss.segment import LONGEST, Segmenter

if TYPE_CHECKING:
    from zhjagloss.segment import Mode

MODES: tuple[Mode, ...] = ("A", "B", "C")

texts = st.text() | st.text(
    st.sampled_from("党工委選挙管理委員会のがコアスキーマ㍿㌔\ufdfaか\u3099ﾊﾟ\u200b\x00 \n1２a")
)


@pytest.mark.parametrize(
    ("mode", "text", "words"),
    [
        pytest.param("A", "選挙管理委員会", ["選挙", "管理", "委員", "会"], id="A"),
        pytest.param("B", "選挙管理委員会", ["選挙", "管理", "委員会"], id="B"),
        pytest.param("C", "選挙管理委員会", ["選挙管理委員会"], id="C"),
        pytest.param("C", "㍿日立", ["㍿", "日立"], id="one character that is a word"),
        pytest.param("C", "", [], id="empty"),
    ],
)
def test_modes(mode: Mode, text: str, words: list[str]) -> None:
    """The mode says how long words are."""
    assert [token.surface for token in Segmenter(mode).tokens(text)] == words


@pytest.mark.parametrize("mode", MODES)
@settings(max_examples=60)
@given(text=texts)
def test_surfaces_join_to_the_text(mode: Mode, text: str) -> None:
    """Nothing is lost or doubled, and every token stands where it says."""
    tokens = list(Segmenter(mode).tokens(text))
    assert "".join(token.surface for token in tokens) == text
    assert all(text[token.start : token.end] == token.surface for token in tokens)
    assert all(token.surface for token in tokens)
    ends = {token.end for token in tokens}
    assert Segmenter(mode).boundaries(text) == {0, len(text)} | ends


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PROSE * (60_000 // len(PROSE) + 1), id="60,000 characters of prose"),
        pytest.param("党" * 60_000, id="60,000 characters without a seam"),
        pytest.param("\ufdfa" * 20_000, id="characters that grow eighteenfold"),
        pytest.param("㍿" * 20_000, id="characters that grow fourfold"),
        pytest.param("か\u3099" * 20_000, id="marks"),
    ],
)
def test_any_length(text: str) -> None:
    """A text longer than Sudachi takes in one call is cut and joined again."""
    tokens = list(Segmenter("C").tokens(text))
    assert "".join(token.surface for token in tokens) == text
    assert [token.start for token in tokens][1:] == [token.end for token in tokens][:-1]


def test_a_long_text_is_cut_at_its_seams() -> None:
    """Where a long text has sentences, no word is cut by the cutting."""
    times = LONGEST * 3 // len(PROSE)
    one = [token.surface for token in Segmenter("C").tokens(PROSE)]
    assert [token.surface for token in Segmenter("C").tokens(PROSE * times)] == one * times


def test_what_a_token_says() -> None:
    """A token has its reading, its part of speech in six levels, and whether the dictionary has it."""
    known, unknown = next(Segmenter("C").tokens("会議")), next(Segmenter("C").tokens("ザボンヌルグ"))
    assert known.reading == "カイギ"
    assert known.pos.startswith("名詞,普通名詞,")
    assert known.pos.count(",") == 5
    assert (known.known, unknown.known) == (True, False)
