"""Sentences end where they end, and know where they begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhjagloss.corpus.document import from_text
from zhjagloss.corpus.sentences import LONGEST, sentences

ALPHABET = st.sampled_from(list("区党 。．！?!」\"'（)\n\r\u3000\u2028\x85\x0b\x0c3aがか\u3099ﾞ、\u200d"))


def cut(text: str, *, markdown: bool = False) -> list[str]:
    return [sentence.text for sentence in sentences(from_text(text, "-", markdown=markdown))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("増えた。減った。", ["増えた。", "減った。"]),
        ("「行う。行く。」と述べた。", ["「行う。", "行く。」", "と述べた。"]),
        ("（注：中央。）次", ["（注：中央。）", "次"]),
        ("本当か？！次", ["本当か？！", "次"]),
        ("本当か!?次", ["本当か!?", "次"]),
        ("why?x=1", ["why?x=1"]),
        ("Really? Yes!", ["Really?", "Yes!"]),
        ("(本当か?)と聞く", ["(本当か?)", "と聞く"]),
        ("2.5%増のA.B社", ["2.5%増のA.B社"]),
        ("３．５倍．以上．", ["３．５倍．", "以上．"]),
        ("１．概要", ["１．概要"]),
        ("｢ﾊｲ｡｣ﾄ", ["｢ﾊｲ｡｣", "ﾄ"]),
        ("他说“好。”他走了。", ["他说“好。”", "他走了。"]),
        ('彼は"はい。"と言った。"いいえ。"', ['彼は"はい。"', "と言った。", '"いいえ。"']),
        ("一\u2028二\u2029三\x85四\x0b五\x0c六", ["一", "二", "三", "四", "五", "六"]),
        ("　 頭。　尾\xa0", ["頭。", "尾"]),
        ("。\n！\n　\n", ["。", "！"]),
        ("か\u3099。き", ["か\u3099。", "き"]),
        ("", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_sentences_end(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(ALPHABET, max_size=60))
def test_an_offset_leads_to_the_sentence(text: str) -> None:
    for sentence in sentences(from_text(text, "-")):
        assert text.startswith(sentence.text, sentence.offset)
        assert sentence.text == sentence.text.strip()
        before = text[: sentence.offset].replace("\r\n", "\n").replace("\r", "\n")
        assert sentence.line == 1 + before.count("\n")


@given(st.lists(st.text(ALPHABET.filter(lambda char: char not in "\r\n"), max_size=12), max_size=8))
def test_line_ends_of_any_kind_are_the_same(lines: list[str]) -> None:
    found = {
        tuple((sentence.line, sentence.text) for sentence in sentences(from_text(newline.join(lines), "-")))
        for newline in ("\n", "\r\n", "\r")
    }
    assert len(found) == 1


@given(st.text(ALPHABET, max_size=60))
def test_nothing_but_space_is_lost(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


def test_blocks_left_out_give_no_sentences() -> None:
    document = from_text("一。\n二。\n三。", "-")
    assert [sentence.text for sentence in sentences(document, frozenset({1}))] == ["一。", "三。"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("あ" * 8000 + "、" + "い" * 51_999, "、"),
        ("か\u3099" * 30_000, "\u3099"),
        ("\u3099" * 60_000, "\u3099"),
    ],
    ids=["at a comma", "not before a mark", "nothing but marks"],
)
def test_a_sentence_of_60000_characters_is_cut(text: str, last: str) -> None:
    pieces = cut(text)
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= LONGEST
    assert pieces[0][-1] == last


def test_a_sentence_knows_its_line_inside_a_paragraph() -> None:
    text = "前書き\n\n第一文。第二\n文。第三\n文。"
    found = [(s.line, s.offset, s.text) for s in sentences(from_text(text, "-", markdown=True))]
    assert found == [(1, 0, "前書き"), (3, 5, "第一文。"), (3, 9, "第二文。"), (4, 14, "第三文。")]


@pytest.mark.parametrize("unit", ['!"x', "。\"'", "?", "．", 'a!b"', "\u3099"])
def test_time_grows_with_length_only(unit: str) -> None:
    assert sum(map(len, cut(unit * 100_000))) == len(unit) * 100_000
