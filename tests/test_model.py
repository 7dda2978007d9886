"""The nouns of the trade."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.model import Evidence, Pair, Place, Span, Status, Strategy, Term

spans = st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda one: Span(one[0], one[0] + one[1]))


@pytest.mark.parametrize(
    ("pair", "concept"),
    [
        pytest.param(
            Pair("高新区", "高新技术产业开发区", "高新区"), "高新技术产业开发区", id="its full form"
        ),
        pytest.param(Pair("国务院", "", "国務院"), "国务院", id="else the term"),
    ],
)
def test_concept(pair: Pair, concept: str) -> None:
    """What a term designates."""
    assert (pair.concept, pair.term.concept) == (concept, concept)
    assert pair.term == Term(pair.zh, pair.full)


@given(spans, spans)
def test_spans_are_sets_of_characters(one: Span, other: Span) -> None:
    """Covering and meeting are what they are for the characters inside."""
    ours, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.covers(other) == (ours >= theirs)
    assert one.meets(other) == bool(ours & theirs) == other.meets(one)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(Status, "preferred admitted proposed deprecated", id="status"),
        pytest.param(Strategy, "borrowing expansion loanword calque mixed paraphrase", id="strategy"),
        pytest.param(
            Evidence,
            "definition parenthesis title parallel composition same-form repetition concept embedding",
            id="evidence",
        ),
    ],
)
def test_the_words_of_the_contract(words: type[Status | Strategy | Evidence], expected: str) -> None:
    """The words in files and output, best first."""
    assert [word.value for word in words] == expected.split()


def test_a_place_is_what_editors_open() -> None:
    """Path, colon, line."""
    assert str(Place("glossary/zones.tsv", 7)) == "glossary/zones.tsv:7"
