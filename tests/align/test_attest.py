"""Where texts attest renderings: what counts as a mention, how often, and with which example."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhjagloss.align.attest import EXAMPLE, attest, excerpt
from zhjagloss.align.patterns import patterns
from zhjagloss.compose.composer import Composer
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.match import KeyMatcher
from zhjagloss.model import Label, Pair, Sentence, Span, Term
from zhjagloss.segment import Segmenter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhjagloss.align.attest import Tallies

PARTY = Term("党工委", "党工作委员会")
ZONE = Term("高新区", "高新技术产业开发区")
BAY = Term("大湾区", "粤港澳大湾区")


@cache
def contents() -> Contents:
    return Contents(Stack.open(()))


def attested(terms: Sequence[Term], *texts: str, decided: Sequence[Pair] = ()) -> Tallies:
    """Look for terms in sentences, one a line, as a build does."""
    folder = contents().folder
    neighbours = {one + other for text in texts for one, other in pairwise(folder.key(text))}
    composer = Composer(contents().morphemes, folder)
    wanted = patterns(terms, decided, composer, folder, neighbours.__contains__)
    sentences = [Sentence("a.ja.txt", line, 0, text) for line, text in enumerate(texts, start=1)]
    return attest(sentences, wanted, KeyMatcher(wanted.keys), folder, Segmenter("A").boundaries)


def counts(tallies: Tallies) -> dict[tuple[str, str], int]:
    """Count hits by the Chinese term and the usual form of its rendering."""
    return {
        (term.zh, min(tally.forms, key=lambda form: (-tally.forms[form], form))): sum(tally.labels.values())
        for (term, _), tally in tallies.items()
    }


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        pytest.param([PARTY], "高新区の党工委は", {("党工委", "党工委"): 1}, id="as it is"),
        pytest.param(
            [PARTY],
            "無錫の共産党工作委員会と党工委",
            {("党工委", "党工委"): 1, ("党工委", "共産党工作委員会"): 1},
            id="two renderings",
        ),
        pytest.param(
            [ZONE], "無錫ハイテク産業開発区に", {("高新区", "ハイテク産業開発区"): 1}, id="written out"
        ),
        pytest.param(
            [Term("研发", "研究开发"), Term("开发区")],
            "蘇州の開発区は",
            {("开发区", "開発区"): 1},
            id="研发 is not the 開発 of 開発区",
        ),
        pytest.param(
            [Term("研发", "研究开发")], "研究開発を", {("研发", "研究開発"): 1}, id="研发 is 研究開発"
        ),
        pytest.param(
            [BAY, Term("粤港澳大湾区")],
            "粤港澳大湾区の",
            {("粤港澳大湾区", "粤港澳大湾区"): 1},
            id="大湾区 inside its own full name",
        ),
        pytest.param(
            [PARTY, Term("党工委书记", "党工作委员会书记")],
            "党工委書記が",
            {("党工委书记", "党工委書記"): 1, ("党工委", "党工委"): 1},
            id="党工委 inside 党工委書記",
        ),
        pytest.param([PARTY], "党委員会と党委が", {}, id="another organ"),
        pytest.param([PARTY], "", {}, id="no text"),
    ],
)
def test_mentions(terms: Sequence[Term], text: str, expected: dict[tuple[str, str], int]) -> None:
    """What stands for a term is counted; what only looks like it is not."""
    assert counts(attested(terms, text)) == expected


def test_every_mention_counts() -> None:
    """Mentions are counted over all sentences; line and example are those of the first."""
    texts = ["会議が開かれた。", "党工委は党工委の方針を示した。", "党工委が決めた。"]
    [tally] = attested([PARTY], *texts).values()
    assert tally.labels == {Label.WHOLE: 3}
    assert (tally.line, tally.example) == (2, texts[1])


def test_the_example_is_a_believed_one() -> None:
    """A sentence in which the rendering stands for itself is shown before one in which it is nested."""
    texts = ["党工委書記が出席した。", "党工委が決めた。"]
    tallies = attested([PARTY, Term("党工委书记", "党工作委员会书记")], *texts)
    [tally] = [tally for (term, _), tally in tallies.items() if term == PARTY]
    assert tally.labels == {Label.NESTED: 1, Label.WHOLE: 1}
    assert (tally.line, tally.example) == (2, texts[1])


pieces = st.sampled_from(
    ["党工委", "共産党工作委員会", "ハイテク産業開発区", "高新区", "粤港澳大湾区", "大湾区", "開発区",
     "開發區",
     "ﾊｲﾃｸ産業開発区", "か\u3099", "㍿", "㌔", "ﾟ", "\u200b", "\ufe00", "書記", "が", "の", "会"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.lists(pieces, max_size=8).map("".join), max_size=4))
def test_a_rendering_stands_in_the_text(texts: list[str]) -> None:
    """No rendering is made up: its form is in a sentence, in its example, and has the key that was found."""
    terms = [PARTY, ZONE, BAY, Term("粤港澳大湾区"), Term("开发区"), Term("研发", "研究开发"), Term("公司")]
    for (_, key), tally in attested(terms, *texts, decided=[Pair("公司", "", "会社")]).items():
        assert sum(tally.labels.values()) == sum(tally.forms.values()) > 0
        for form in tally.forms:
            assert any(form in text for text in texts)
            assert contents().folder.key(form) == key
        assert tally.example in texts[tally.line - 1]


LONG = "あ" * 200 + "党工委" + "い" * 200


@pytest.mark.parametrize(
    ("text", "span", "longest", "expected"),
    [
        pytest.param("党工委が決めた。", Span(0, 3), 120, "党工委が決めた。", id="short enough"),
        pytest.param("無錫の党工委が決めた。", Span(3, 6), 8, "…の党工委が決…", id="cut on both sides"),
        pytest.param("党工委が決めた方針。", Span(0, 3), 8, "党工委が決め…", id="at the start"),
        pytest.param("方針を決めた党工委", Span(6, 9), 8, "…決めた党工委", id="at the end"),
    ],
)
def test_excerpt(text: str, span: Span, longest: int, expected: str) -> None:
    """A sentence is cut around the rendering, and the cut is shown."""
    assert excerpt(text, span, longest) == expected


@given(st.text(min_size=1, max_size=400), st.data(), st.integers(10, 130))
def test_an_excerpt_holds_its_rendering(text: str, data: st.DataObject, longest: int) -> None:
    """An excerpt is no longer than it may be, a piece of the sentence, and holds what it is for."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + longest - 2)))
    found = excerpt(text, Span(start, end), longest)
    assert len(found) <= longest
    assert text[start:end] in found
    assert found == text or found.strip("…") in text


def test_excerpts_have_the_length_of_the_contract() -> None:
    """An example is at most 120 characters."""
    assert EXAMPLE == 120
    assert len(excerpt(LONG, Span(200, 203))) == 120
