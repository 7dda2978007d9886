"""How far a pair is to be believed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.align.patterns import Explanation
from zhjagloss.align.score import count, describe, is_sure, score
from zhjagloss.align.statements.statement import Manner, Told
from zhjagloss.model import Evidence, Label, Term

WHOLE, NESTED, DOUBTFUL = Label.WHOLE, Label.NESTED, Label.DOUBTFUL
PARTY = Term("党工委")
SAME = Explanation(PARTY, Evidence.SAME_FORM)
COMPOSED = Explanation(PARTY, Evidence.COMPOSITION, "党+工+委")
LINKED = Explanation(PARTY, Evidence.COMPOSITION, "产业+发展", link="の")
LISTED = Explanation(PARTY, Evidence.COMPOSITION, "产业+发展", link="と")


def said(manner: Manner, *, is_name: bool = True, documents: int = 1) -> Explanation:
    """Make the explanation of a pair that a text states, and that nothing else shows."""
    told = Told(Evidence.PARENTHESIS, manner, is_name, documents)
    return Explanation(PARTY, Evidence.PARENTHESIS, said=(told,))


def also_said(explanation: Explanation) -> Explanation:
    """Add to an explanation that a text states the pair too."""
    return replace(explanation, said=said(Manner.ORIGINAL).said)


DISCOVERED = Explanation(PARTY, Evidence.SAME_FORM, certainty=0.8, look="organ")
RIVALLED = Explanation(PARTY, Evidence.COMPOSITION, "主席", rivals=1)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(
            (COMPOSED, "共産党工作委員会", WHOLE), (LINKED, "共産党工作委員会", WHOLE), id="no link"
        ),
        pytest.param((LINKED, "産業の発展", WHOLE), (LISTED, "産業と発展", WHOLE), id="no link of a list"),
        pytest.param((COMPOSED, "会長会", WHOLE), (RIVALLED, "会長会", WHOLE), id="no rival"),
        pytest.param((SAME, "党工委", WHOLE), (SAME, "党委", WHOLE), id="three characters before two"),
        pytest.param((SAME, "党工委", WHOLE), (SAME, "党工委", NESTED), id="whole before nested"),
        pytest.param((SAME, "党工委", NESTED), (SAME, "党工委", DOUBTFUL), id="nested before doubtful"),
        pytest.param(
            (SAME, "党工委", DOUBTFUL), (SAME, "党委", DOUBTFUL), id="a long doubtful before a short"
        ),
        pytest.param(
            (also_said(SAME), "党工委", WHOLE), (SAME, "党工委", WHOLE), id="a statement and the same form"
        ),
        pytest.param(
            (said(Manner.ORIGINAL), "コミュニティ", WHOLE),
            (said(Manner.GLOSS), "コミュニティ", WHOLE),
            id="the original in brackets before a gloss",
        ),
        pytest.param(
            (said(Manner.ORIGINAL), "資本誘致", WHOLE),
            (said(Manner.ORIGINAL, is_name=False), "資本を招くこと", WHOLE),
            id="a name before a clause",
        ),
        pytest.param((DISCOVERED, "党工委", WHOLE), (DISCOVERED, "党工委", NESTED), id="no half name"),
    ],
)
def test_what_is_believed_more(
    better: tuple[Explanation, str, Label], worse: tuple[Explanation, str, Label]
) -> None:
    """Stronger grounds score higher."""
    scores = [score(why, key, {label: 1}) for why, key, label in (better, worse)]
    assert scores[0] > scores[1]


def test_cited_chinese_ranks_below_what_renders_it() -> None:
    """社区 that only stands in brackets behind コミュニティ is the Chinese, not a rendering."""
    cited = score(SAME, "党工委", {WHOLE: 1}, cited=True)
    assert cited < score(said(Manner.ORIGINAL, is_name=False), "資本を招くこと", {WHOLE: 1})
    assert 0.5 < cited < score(SAME, "党工委", {WHOLE: 1})


@pytest.mark.parametrize(
    ("explanation", "words"),
    [
        pytest.param(also_said(COMPOSED), "parenthesis(1) composition(党+工+委)", id="both"),
        pytest.param(said(Manner.SHORT, documents=3), "parenthesis(3)", id="the documents that say so"),
        pytest.param(DISCOVERED, "discovered(organ) same-form(2)", id="what nobody listed"),
    ],
)
def test_statements_in_words(explanation: Explanation, words: str) -> None:
    """The evidence names each class with its number."""
    assert describe(explanation, {WHOLE: 2}) == words


def test_two_doubtful_characters_are_not_proposed() -> None:
    """A short rendering whose every hit cuts a word is more likely wrong than right."""
    assert score(SAME, "党委", {DOUBTFUL: 9}) < 0.5 < score(SAME, "党委", {WHOLE: 1, DOUBTFUL: 9})


labels = st.dictionaries(st.sampled_from(list(Label)), st.integers(0, 50), min_size=1)


@given(
    st.sampled_from([SAME, COMPOSED, LINKED, LISTED, RIVALLED, DISCOVERED, said(Manner.NAMED)]),
    st.text(min_size=2, max_size=8),
    labels,
)
def test_a_score_is_a_chance(why: Explanation, key: str, found: dict[Label, int]) -> None:
    """A score lies between 0 and 1, has three decimals, and a whole hit never lowers it."""
    chance = score(why, key, found)
    assert 0 < chance < 1
    assert chance == round(chance, 3)
    assert score(why, key, {**found, WHOLE: found.get(WHOLE, 0) + 1}) >= chance


@pytest.mark.parametrize(
    ("why", "found", "words"),
    [
        pytest.param(SAME, {WHOLE: 5}, "same-form(5)", id="same form"),
        pytest.param(SAME, {WHOLE: 5, NESTED: 1}, "same-form(5) nested(1)", id="some nested"),
        pytest.param(COMPOSED, {WHOLE: 2}, "composition(党+工+委)", id="composition"),
        pytest.param(SAME, {DOUBTFUL: 3}, "same-form doubtful(3)", id="only doubtful"),
        pytest.param(
            COMPOSED, {NESTED: 2, DOUBTFUL: 1}, "composition(党+工+委) nested(2) doubtful(1)", id="no whole"
        ),
    ],
)
def test_describe(why: Explanation, found: dict[Label, int], words: str) -> None:
    """The evidence is told in words, with how many hits are less than whole."""
    assert describe(why, found) == words


@pytest.mark.parametrize(
    ("found", "number", "sure"),
    [
        pytest.param({WHOLE: 2, NESTED: 1, DOUBTFUL: 4}, 3, True, id="doubtful ones do not count"),
        pytest.param({DOUBTFUL: 4}, 4, False, id="unless there are no others"),
        pytest.param({NESTED: 1}, 1, True, id="nested"),
        pytest.param({}, 0, False, id="none"),
    ],
)
def test_count(found: dict[Label, int], number: int, sure: bool) -> None:
    """Mentions are the hits that are believed, or, where none is, those that are not."""
    assert (count(found), is_sure(found)) == (number, sure)
