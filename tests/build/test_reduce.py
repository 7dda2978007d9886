"""Tallies of documents joined into candidates, usage and contradictions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import entry
from zhjagloss.align.attest import Tally
from zhjagloss.align.patterns import Explanation
from zhjagloss.build.reduce import Findings, reduce
from zhjagloss.build.rounds import Attested
from zhjagloss.glossary.decisions import Decisions
from zhjagloss.glossary.folder import GlossaryFolder
from zhjagloss.model import Evidence, Label, Pair, Source, Term

if TYPE_CHECKING:
    from zhjagloss.glossary.contents import Contents
    from zhjagloss.model import Entry

FULL = "党工作委员会"
PARTY = Term("党工委", FULL)
PREFERRED = entry("党工委", "党工作委員会", "preferred", FULL)
ADMITTED = entry("党工委", "共産党工作委員会", "admitted", FULL)


def tally(*forms: str, term: Term = PARTY, label: Label = Label.WHOLE, line: int = 1) -> Tally:
    why = Explanation(term, Evidence.COMPOSITION, "党+工+委", names=("党工委", FULL))
    return Tally(why, Counter({label: len(forms)}), Counter(forms), line, f"{forms[0]}が決めた。", label)


def document(name: str, *tallies: Tally, key: str = "共产党工作委员会") -> Attested:
    return Attested(
        name, Source(publisher="JST"), 1, 0, {(one.explanation.term, key): one for one in tallies}
    )


def reduced(
    shipped: Contents,
    documents: list[Attested],
    rows: list[Entry] | None = None,
    *against: Pair,
    least: float = 0.5,
) -> Findings:
    from pathlib import Path  # late: only a name for a folder that is not read

    layer = GlossaryFolder(Path("glossary"), tuple(rows or ()), against, {})
    return reduce(documents, Decisions([layer], shipped.folder), least)


def test_candidates_join_the_documents(shipped: Contents) -> None:
    """Counts add up over the documents; the form is the most usual, the example the first."""
    first = document("a.txt", tally("共産党工作委員會", line=4))
    second = document("b.txt", tally("共産党工作委員会", "共産党工作委員会"))
    found = reduced(shipped, [first, second])
    [candidate] = found.candidates
    assert candidate.pair == Pair("党工委", FULL, "共産党工作委員会")
    assert (candidate.count, candidate.documents) == (3, 2)
    assert candidate.example == "共産党工作委員會が決めた。"
    assert [(one.document, one.count, one.line, one.source.publisher) for one in found.usages] == [
        ("a.txt", 1, 4, "JST"), ("b.txt", 2, 1, "JST"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "candidates"),
    [
        pytest.param(None, 1, id="undecided"),
        pytest.param(entry("党工委", "共産党工作委員会", "admitted", FULL), 0, id="decided"),
        pytest.param(
            entry("黨工委", "共產黨工作委員會", "admitted", "黨工作委員會"), 0, id="in another script"
        ),
        pytest.param(entry("党工委", "共産党工作委員会", "deprecated", FULL), 0, id="decided against"),
        pytest.param(entry("党工委", "共産党工作委員会", "admitted"), 1, id="of another sense"),
    ],
)
def test_decided_pairs_are_not_proposed(shipped: Contents, row: Entry | None, candidates: int) -> None:
    """A pair with a row is counted under the row's own forms, and not proposed again."""
    found = reduced(shipped, [document("a.txt", tally("共産党工作委員会"))], [row] if row else [])
    assert len(found.candidates) == candidates
    assert len(found.usages) == 1
    if row and not candidates:
        assert found.usages[0].pair == row.pair


@pytest.mark.parametrize(
    ("against", "proposed"),
    [
        pytest.param(Pair("党工委", FULL, "共産党工作委員会"), False, id="this sense"),
        pytest.param(Pair("党工委", "", "共産党工作委員会"), False, id="every sense"),
        pytest.param(Pair("黨工委", "", "共產黨工作委員會"), False, id="in another script"),
        pytest.param(Pair("党工委", "别的", "共産党工作委員会"), True, id="another sense"),
    ],
)
def test_rejected_pairs_never_come_back(shipped: Contents, against: Pair, proposed: bool) -> None:
    """What people decided against is neither proposed nor counted."""
    found = reduced(shipped, [document("a.txt", tally("共産党工作委員会"))], [], against)
    assert bool(found.candidates) is bool(found.usages) is proposed


def test_the_threshold(shipped: Contents) -> None:
    """What scores less than is asked for is left out of both files."""
    documents = [document("a.txt", tally("共産党工作委員会"))]
    score = reduced(shipped, documents).candidates[0].score
    assert len(reduced(shipped, documents, least=score).candidates) == 1
    assert reduced(shipped, documents, least=score + 0.001) == Findings((), (), ())


def test_doubtful_mentions_do_not_add_to_sure_ones(shipped: Contents) -> None:
    """A document with only doubtful hits counts only where no document has better ones."""
    sure, doubtful = tally("共産党工作委員会"), tally("共産党工作委員会", label=Label.DOUBTFUL)
    found = reduced(shipped, [document("a.txt", sure), document("b.txt", doubtful)])
    assert [one.document for one in found.usages] == ["a.txt"]
    assert found.candidates[0].documents == 1


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [entry("党工委", "共産党工作委員会", "deprecated", FULL)],
            [("共産党工作委員会", (("共産党工作委員会", 2),))],
            id="deprecated and used",
        ),
        pytest.param(
            [PREFERRED, ADMITTED],
            [("党工作委員会", (("共産党工作委員会", 2),))],
            id="preferred and never used, another is",
        ),
        pytest.param([PREFERRED], [], id="only what nobody decided is used"),
        pytest.param(
            [PREFERRED, ADMITTED, entry("党工委", "党活動委員会", "preferred", "党活动委员会")],
            [],
            id="a term of several senses is not judged",
        ),
        pytest.param([entry("党工委", "共産党工作委員会", "preferred", FULL)], [], id="preferred and used"),
        pytest.param([entry("党工委", "党工委", "deprecated", FULL)], [], id="deprecated and not used"),
        pytest.param([entry("党委", "党委員会", "preferred", "党委员会")], [], id="another concept"),
        pytest.param(
            [PREFERRED, ADMITTED, entry(FULL, "党工作委員会"), entry(FULL, "共産党工作委員会", "admitted")],
            [("党工作委員会", (("共産党工作委員会", 2),))],
            id="the short and the full form are one concept",
        ),
    ],
)
def test_contradictions(
    shipped: Contents, rows: list[Entry], expected: list[tuple[str, tuple[tuple[str, int], ...]]]
) -> None:
    """A corpus contradicts a row by using what it deprecates, or another for what it prefers."""
    found = reduced(shipped, [document("a.txt", tally("共産党工作委員会", "共産党工作委員会"))], rows)
    assert [(one.entry.pair.ja, one.used) for one in found.contradictions] == expected


terms = st.builds(Term, st.sampled_from(["党工委", "高新区", "大湾区"]))
documents = st.lists(
    st.dictionaries(
        st.tuples(terms, st.sampled_from(["甲乙丙", "甲乙丁"])), st.lists(st.just("甲乙丙"), min_size=1)
    ),
    max_size=4,
).map(
    lambda found: [
        Attested(
            f"{number}.txt",
            Source(),
            1,
            0,
            {place: tally(*forms, term=place[0]) for place, forms in one.items()},
        )
        for number, one in enumerate(found)
    ]
)


def test_every_deprecated_rendering_is_told(shipped: Contents) -> None:
    """Two wrong renderings of one concept are two contradictions."""
    wrong = [entry("党工委", ja, "deprecated", FULL) for ja in ("共産党工作委員会", "党作業委員会")]
    places = {(PARTY, row.pair.ja): tally(row.pair.ja) for row in wrong}
    found = reduced(shipped, [Attested("a.txt", Source(), 1, 0, places)], wrong)
    assert {one.entry.pair.ja for one in found.contradictions} == {row.pair.ja for row in wrong}


@given(documents)
def test_usage_adds_up_to_the_candidates(shipped: Contents, attested: list[Attested]) -> None:
    """Findings are sorted, and the documents of a candidate are those of its usage."""
    found = reduced(shipped, attested)
    assert list(found.candidates) == sorted(found.candidates, key=lambda one: (one.pair.zh, one.pair.full))
    assert sum(one.count for one in found.candidates) == sum(one.count for one in found.usages)
    assert sum(one.documents for one in found.candidates) == len(found.usages)
