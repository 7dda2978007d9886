"""Many keys found at once: the same as looking for each alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.match import KeyMatcher
from zhjagloss.model import Span

texts = st.text(st.sampled_from("党工委会区ab")) | st.text()


def naively(keys: list[str], text: str) -> set[tuple[Span, int]]:
    """Look for each key at each place; of equal keys the first counts."""
    return {
        (Span(start, start + len(key)), keys.index(key))
        for key in keys
        if key
        for start in range(len(text))
        if text.startswith(key, start)
    }


@given(st.lists(texts, max_size=8), texts)
def test_every_occurrence_is_found_once(keys: list[str], text: str) -> None:
    """The automaton finds what a naive search finds, inside and across one another too."""
    found = list(KeyMatcher(keys).spans(text))
    assert len(found) == len(set(found))
    assert set(found) == naively(keys, text)


@pytest.mark.parametrize(
    ("keys", "text", "expected"),
    [
        pytest.param(["大湾区", "粤港澳大湾区"], "粤港澳大湾区", [(0, 6, 1), (3, 6, 0)], id="one inside"),
        pytest.param(["虎丘区", "区委"], "虎丘区委", [(0, 3, 0), (2, 4, 1)], id="crossing"),
        pytest.param(["党工委", "党工委"], "党工委", [(0, 3, 0)], id="a key twice"),
        pytest.param(["", "委"], "委", [(0, 1, 1)], id="an empty key never matches"),
        pytest.param(["𠮷野"], "👨\u200d👩𠮷野", [(3, 5, 0)], id="beyond the basic plane"),
        pytest.param([], "党工委", [], id="no keys"),
        pytest.param(["委"], "", [], id="no text"),
    ],
)
def test_spans(keys: list[str], text: str, expected: list[tuple[int, int, int]]) -> None:
    """Spans count characters, and numbers are those of the keys as given."""
    found = sorted((span.start, span.end, number) for span, number in KeyMatcher(keys).spans(text))
    assert found == expected
