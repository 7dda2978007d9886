"""What is looked for in Japanese texts, and why it would render a term."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhjagloss.align.patterns import SHORTEST, Explanation, patterns
from zhjagloss.compose.composer import Composer
from zhjagloss.model import Evidence, Pair, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhjagloss.glossary.contents import Contents

ZONE = Term("高新区", "高新技术产业开发区")
TEXT = (
    "共産党工作委員会は党工委、高新区はハイテク産業開発区、産業の発展、"
    "人民代表大会、中国人民大学、大衆創業、万衆創新。"
)


def explained(
    shipped: Contents, terms: Sequence[Term], decided: Sequence[Pair] = (), text: str = TEXT
) -> dict[str, tuple[Explanation, ...]]:
    """Give the explanations by the keys that occur in a text."""
    folder = shipped.folder
    key = folder.key(text)
    found = patterns(terms, decided, Composer(shipped.morphemes, folder), folder, key.__contains__)
    return dict(zip(found.keys, found.explanations, strict=True))


@pytest.mark.parametrize(
    ("term", "ja", "evidence", "of_full"),
    [
        pytest.param(Term("党工委"), "党工委", Evidence.SAME_FORM, False, id="the term as it is"),
        pytest.param(Term("党工委"), "共産党工作委員会", Evidence.COMPOSITION, False, id="composed"),
        pytest.param(ZONE, "ハイテク産業開発区", Evidence.COMPOSITION, False, id="written out"),
        pytest.param(
            Term("双创", "大众创业、万众创新"),
            "大衆創業、万衆創新",
            Evidence.COMPOSITION,
            True,
            id="the full form",
        ),
        pytest.param(Term("产业发展"), "産業の発展", Evidence.COMPOSITION, False, id="with の"),
    ],
)
def test_explanations(shipped: Contents, term: Term, ja: str, evidence: Evidence, of_full: bool) -> None:
    """A term is looked for as it is, as its full form, and as either composes."""
    [why] = explained(shipped, [term])[shipped.folder.key(ja)]
    assert (why.term, why.evidence, why.of_full) == (term, evidence, of_full)


def test_a_decided_pair_comes_first(shipped: Contents) -> None:
    """What a row of the glossary says explains a key before any composition does."""
    term = Term("党工委", "党工作委员会")
    found = explained(shipped, [term], [Pair(term.zh, term.full, "共産党工作委員会")])
    [why] = found[shipped.folder.key("共産党工作委員会")]
    assert (why.decided, why.term) == (True, term)


def test_a_concept_is_explained_once(shipped: Contents) -> None:
    """The short and the full form of one concept give one explanation, the stronger."""
    short, full = Term("党工委", "党工作委员会"), Term("党工作委员会")
    found = explained(shipped, [short, full])
    assert all(len({why.names[-1] for why in whys}) == len(whys) for whys in found.values())


def test_two_senses_keep_apart(shipped: Contents) -> None:
    """人大 is the people's congress or the university, and neither composes to the other."""
    found = explained(shipped, [Term("人大", "人民代表大会"), Term("人大", "中国人民大学")])
    key = shipped.folder.key
    assert [why.term.full for why in found[key("人民代表大会")]] == ["人民代表大会"]
    assert [why.term.full for why in found[key("中国人民大学")]] == ["中国人民大学"]


def test_short_keys_are_not_looked_for(shipped: Contents) -> None:
    """A single character stands for too much."""
    found = explained(shipped, [Term("省"), Term("市")], [Pair("镇", "", "町")], "省と市と町")
    assert all(len(key) >= SHORTEST for key in found)
    assert "町" not in found


def test_keys_are_sorted_and_single(shipped: Contents) -> None:
    """The patterns are the same whatever the order of the terms."""
    terms = [Term("党工委"), ZONE, Term("产业发展")]
    one, other = explained(shipped, terms), explained(shipped, terms[::-1])
    assert list(one) == sorted(one)
    assert one == other
