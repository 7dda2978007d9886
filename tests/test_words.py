"""Chinese words, as jieba's dictionary has them."""

from __future__ import annotations

import pytest

from zhjagloss.words import NO_TERM, cut, frequency, is_verb


@pytest.mark.parametrize("zh", ["企业", "推介会", "高新区", "党工委"])
def test_words(zh: str) -> None:
    """Words of institutions are words."""
    assert frequency(zh) > 0


@pytest.mark.parametrize("zh", ["検測", "弁護士", "连携", "", "abc"])
def test_no_words(zh: str) -> None:
    """Japanese characters, Japanese words, and nothing at all are none."""
    assert frequency(zh) == 0


def test_usual_words_are_more_frequent() -> None:
    """公司 is what Chinese calls a firm, 会社 hardly ever."""
    assert frequency("公司") > 100 * frequency("会社")


@pytest.mark.parametrize(
    ("zh", "verb"), [("预防", True), ("推进", True), ("经济", False), ("党工委", False), ("", False)]
)
def test_verbs(zh: str, verb: bool) -> None:
    """A verb may stand before its object."""
    assert is_verb(zh) is verb


def test_people() -> None:
    """The name of a person is marked as no term."""
    [(name, mark)] = cut("索文斌")
    assert name == "索文斌"
    assert mark.startswith(NO_TERM)
