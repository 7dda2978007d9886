"""Hits decided: whole, nested or doubtful, each with its reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.match import KeyMatcher
from zhjagloss.model import Label, Span
from zhjagloss.recognise.hits import decide
from zhjagloss.segment import Segmenter

WHOLE, NESTED, DOUBTFUL = Label.WHOLE, Label.NESTED, Label.DOUBTFUL


def recognised(text: str, *keys: str) -> list[tuple[str, Label, str]]:
    """Decide the hits of some keys in a text that Sudachi cuts into its shortest words."""
    found = KeyMatcher(keys).spans(text)
    hits = decide(text, found, Segmenter("A").boundaries(text))
    return [(text[hit.span.start : hit.span.end], hit.label, hit.reason) for hit in hits]


@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        pytest.param("区委が開いた", ["区委"], [("区委", WHOLE, "")], id="区委 alone"),
        pytest.param("党工委書記", ["党工委"], [("党工委", WHOLE, "")], id="before another word"),
        pytest.param(
            "粤港澳大湾区の",
            ["粤港澳大湾区", "大湾区"],
            [("粤港澳大湾区", WHOLE, ""), ("大湾区", NESTED, "inside «粤港澳大湾区»")],
            id="大湾区 in 粤港澳大湾区",
        ),
        pytest.param(
            "コアスキーマ",
            ["アスキー"],
            [("アスキー", DOUBTFUL, "cuts a word at «コア»")],
            id="アスキー in コアスキーマ",
        ),
        pytest.param("アスキーを", ["アスキー"], [("アスキー", WHOLE, "")], id="アスキー alone"),
        pytest.param(
            "COPY", ["COP"], [("COP", DOUBTFUL, "cuts a word at «PY»")], id="Latin inside a Latin word"
        ),
        pytest.param(
            "虎丘区委書記",
            ["虎丘区", "区委書記"],
            [("虎丘区", DOUBTFUL, "crosses «区委書記»"), ("区委書記", WHOLE, "")],
            id="crossing: the longer is believed",
        ),
        pytest.param(
            "市委員",
            ["市委", "委員"],
            [("市委", DOUBTFUL, "cuts a word at «委員»"), ("委員", WHOLE, "")],
            id="市委 in 市委員",
        ),
        pytest.param(
            "党委と党工委",
            ["党委", "党工委", "工委"],
            [("党委", WHOLE, ""), ("党工委", WHOLE, ""), ("工委", NESTED, "inside «党工委»")],
            id="two organs side by side",
        ),
        pytest.param("", ["党工委"], [], id="no text"),
    ],
)
def test_labels(text: str, keys: list[str], expected: list[tuple[str, Label, str]]) -> None:
    """What is believed in real phrases, and why the rest is not."""
    assert recognised(text, *keys) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("虎丘区委は", "区委", id="区委 in 虎丘区委"),
        pytest.param("高新区管委会が", "管委会", id="管委会 after 高新区"),
    ],
)
def test_an_organ_after_its_place_is_found(text: str, key: str) -> None:
    """An organ that follows the name of its place without a gap is a hit, and not cut out of a word."""
    [(surface, label, _)] = recognised(text, key)
    assert (surface, label) == (key, WHOLE)


def test_of_equals_the_earlier_is_believed() -> None:
    """Where two hits of one length cross, the one that begins first is whole."""
    hits = decide("甲乙丙", [(Span(1, 3), 0), (Span(0, 2), 1)], range(4))
    assert [(hit.pattern, hit.label) for hit in hits] == [(1, WHOLE), (0, DOUBTFUL)]


def test_two_patterns_may_share_a_span() -> None:
    """The same words may be a rendering of two terms: both hits are whole."""
    hits = decide("党工委", [(Span(0, 3), 1), (Span(0, 3), 0)], {0, 3})
    assert [(hit.pattern, hit.label) for hit in hits] == [(0, WHOLE), (1, WHOLE)]


texts = st.text(st.sampled_from("党工委区アスキのを会abA1。"), max_size=12)


@given(texts, st.data())
def test_decisions_hang_together(text: str, data: st.DataObject) -> None:
    """Nothing is dropped, what is whole never overlaps, nested lies in a whole, and order is no matter."""
    edges = st.integers(0, len(text))
    spans = st.tuples(edges, edges).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Span(*pair))
    found = data.draw(st.lists(st.tuples(spans, st.integers(0, 5)), unique=True, max_size=8)) if text else []
    boundaries = data.draw(st.sets(edges))
    hits = decide(text, found, boundaries)
    assert sorted((hit.span, hit.pattern) for hit in hits) == sorted(found)
    whole = {hit.span for hit in hits if hit.label is WHOLE}
    assert not any(one.meets(other) for one in whole for other in whole if one != other)
    assert all(any(one.covers(hit.span) for one in whole) for hit in hits if hit.label is NESTED)
    assert all((hit.reason == "") == (hit.label is WHOLE) for hit in hits)
    assert decide(text, found[::-1], boundaries) == hits
