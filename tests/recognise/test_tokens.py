"""Tokens in which every term is one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import PROSE, entry
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import Stack
from zhjagloss.match import KeyMatcher
from zhjagloss.model import Entry, Label, Pair, Place, Status
from zhjagloss.recognise.hits import decide
from zhjagloss.recognise.tokens import SHORTEST, TermSegmenter
from zhjagloss.script.fold import Folder
from zhjagloss.segment import Segmenter

if TYPE_CHECKING:
    from zhjagloss.segment import Mode

MODES: tuple[Mode, ...] = ("A", "B", "C")


@cache
def contents() -> Contents:
    return Contents(Stack.open(()))


@cache
def segmenter(mode: Mode) -> TermSegmenter:
    return TermSegmenter(contents().decisions.entries, contents().folder, mode)


@cache
def matcher() -> KeyMatcher:
    keys = (
        contents().folder.key(one.pair.ja)
        for one in contents().decisions.entries
        if len(one.pair.ja) >= SHORTEST
    )
    return KeyMatcher(dict.fromkeys(keys))


def surfaces(mode: Mode, text: str) -> list[str]:
    return [one.token.surface for one in segmenter(mode).tokens(text)]


RENDERINGS = [
    *("党工委", "共産党工作委員会", "党委員会", "党委", "区委書記", "書記", "管委会", "人大"),
    *("粤港澳大湾区", "大湾区", "グレーターベイエリア", "高新区", "新区", "ハイテク産業開発区", "開発区"),
    *("一定規模以上の工業企業", "工業", "開發區", "ﾊｲﾃｸ産業開発区"),
]

texts = st.lists(
    st.sampled_from(RENDERINGS)
    | st.text(st.sampled_from("虎丘区市委会党工委のがは、。コアスキーマABか\u3099ﾊﾟ㌔\u200b 1"), max_size=6)
    | st.text(max_size=3),
    max_size=8,
).map("".join)


@pytest.mark.parametrize("mode", MODES)
@settings(max_examples=80)
@given(text=texts)
def test_tokens_join_to_the_text(mode: Mode, text: str) -> None:
    """Nothing is lost or doubled, whatever stands between the terms."""
    tokens = [one.token for one in segmenter(mode).tokens(text)]
    assert "".join(token.surface for token in tokens) == text
    assert all(text[token.start : token.end] == token.surface for token in tokens)
    assert all(token.surface for token in tokens)


@pytest.mark.parametrize("mode", MODES)
@settings(max_examples=80)
@given(text=texts)
def test_every_whole_hit_is_one_token(mode: Mode, text: str) -> None:
    """A hit that is believed is exactly one token, and a token with rows is such a hit."""
    folded = contents().folder.fold(text)
    spans = [(folded.back(span), number) for span, number in matcher().spans(folded.key)]
    keys, key = matcher().keys, contents().folder.key
    found = [(span, number) for span, number in spans if key(text[span.start : span.end]) == keys[number]]
    hits = decide(text, found, Segmenter("A").boundaries(text))
    whole = {(hit.span.start, hit.span.end) for hit in hits if hit.label is Label.WHOLE}
    tokens = list(segmenter(mode).tokens(text))
    assert whole <= {(one.token.start, one.token.end) for one in tokens}
    assert whole == {(one.token.start, one.token.end) for one in tokens if one.entries}
    told = [hit for one in tokens for hit in (*one.nested, *one.doubtful)]
    assert len(told) == len({(hit.token.start, hit.token.end, hit.label) for hit in told})
    assert {(hit.span.start, hit.span.end) for hit in hits} == whole | {
        (hit.token.start, hit.token.end) for hit in told
    }


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("粤港澳大湾区との連携", ["粤港澳大湾区", "と", "の", "連携"], id="粤港澳大湾区"),
        pytest.param("高新区の党工委は", ["高新区", "の", "党工委", "は"], id="党工委"),
        pytest.param("一定規模以上の工業企業を", ["一定規模以上の工業企業", "を"], id="with の inside"),
        pytest.param("虎丘区委書記が", ["虎丘", "区委書記", "が"], id="a word gives way to a term"),
        pytest.param("ﾊｲﾃｸ産業開発区に", ["ﾊｲﾃｸ産業開発区", "に"], id="half-width kana"),
        pytest.param("開發區の", ["開發區", "の"], id="old characters"),
        pytest.param("", [], id="empty"),
    ],
)
def test_terms_are_kept_whole(mode: Mode, text: str, expected: list[str]) -> None:
    """The renderings of the shipped glossary are one token each in every mode."""
    assert surfaces(mode, text) == expected


def test_what_a_term_says() -> None:
    """A term brings its rows, and the terms inside it."""
    first = next(iter(segmenter("C").tokens("粤港澳大湾区")))
    assert {row.pair.zh for row in first.entries} >= {"粤港澳大湾区"}
    assert [(hit.token.surface, hit.label) for hit in first.nested] == [("大湾区", Label.NESTED)]
    assert {row.pair.concept for row in first.nested[0].entries} == {"粤港澳大湾区"}


def test_what_is_doubtful_is_told() -> None:
    """A hit that is not believed is told at the token in which it begins, with its reason."""
    tokens = list(TermSegmenter([entry("ASCII", "アスキー")], Folder({})).tokens("コアスキーマの"))
    told = [(one.token.surface, hit.token.surface, hit.reason) for one in tokens for hit in one.doubtful]
    assert told == [("コアスキーマ", "アスキー", "cuts a word at «コア»")]
    assert not any(one.entries for one in tokens)


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        pytest.param("とうこうい", "とうこうい", id="the row's"),
        pytest.param("", "トウコウイ", id="else its words'"),
    ],
)
def test_reading(reading: str, expected: str) -> None:
    """A term reads as its row says, else as the words inside it do."""
    row = Entry(Pair("党工委", "", "党工委"), Status.PREFERRED, reading, "", "", Place("zones.tsv", 2))
    first = next(iter(TermSegmenter([row], Folder({})).tokens("党工委が")))
    assert first.token.reading == expected


def test_a_single_character_is_no_term() -> None:
    """省 is a word of the language before it is anybody's term."""
    tokens = list(TermSegmenter([entry("省", "省")], Folder({})).tokens("省が"))
    assert not any(one.entries for one in tokens)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        pytest.param("㍿日立", "会社", id="会社 in ㍿"),
        pytest.param("党工委\u309aの", "党工委", id="with a mark of another word"),
        pytest.param("㌔の", "キ", id="キ in ㌔"),
    ],
)
def test_a_piece_of_a_character_is_no_term(text: str, term: str) -> None:
    """What a character only unfolds to is not cut: a term is whole characters of the text."""
    tokens = list(TermSegmenter([entry(term + "x", term)], Folder({})).tokens(text))
    assert not any(one.entries or one.nested or one.doubtful for one in tokens)


def test_without_terms_the_words_are_sudachis() -> None:
    """An empty glossary changes nothing."""
    tokens = [one.token for one in TermSegmenter([], Folder({})).tokens(PROSE)]
    assert tokens == list(Segmenter("C").tokens(PROSE))
