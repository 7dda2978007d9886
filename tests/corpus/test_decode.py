"""Text comes out as it went in, or is refused with the place and the remedy."""

from __future__ import annotations

import random
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.prose import JAPANESE, LEGACY, SIMPLIFIED
from zhjagloss.corpus.decode import NotTextError, decode
from zhjagloss.errors import UnreadableInputError

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


def fault(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(UnreadableInputError) as caught:
        decode(data, "a.txt", encoding)
    return str(caught.value)


@pytest.mark.parametrize(("encoding", "name", "text"), LEGACY, ids=[f"{e} {n}" for e, n, _ in LEGACY])
def test_legacy_prose_is_decoded(encoding: str, name: str, text: str) -> None:
    """Two hundred characters are enough for both detectors."""
    decoded = decode(text.encode(encoding), "a.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(("encoding", "name", "text"), LEGACY, ids=[f"{e} {n}" for e, n, _ in LEGACY])
@pytest.mark.parametrize("length", [4, 8, 15, 30, 60])
def test_a_legacy_snippet_is_right_or_refused(encoding: str, name: str, text: str, length: int) -> None:
    """Too little to tell is said, not guessed."""
    for start in range(0, len(text) - length, 23):
        piece = text[start : start + length]
        with suppress(UnreadableInputError):
            assert decode(piece.encode(encoding), "a.txt").text == piece


@pytest.mark.parametrize(
    ("encoding", "larger", "text"),
    [
        ("cp932", "cp932", "①株式会社髙島㈱"),
        ("euc_jp", "euc_jis_2004", "①株式会社㈱"),
        ("gb18030", "gb18030", "𠮷野家旗舰店"),
        ("big5", "cp950", "碁銹裏墻恒"),
        ("big5", "big5hkscs", "啲嘅嚟"),
    ],
    ids=["not shift_jis", "beyond euc_jp", "not gb2312", "beyond big5", "Hong Kong"],
)
def test_the_larger_version_of_an_encoding_is_read(encoding: str, larger: str, text: str) -> None:
    prose = next(text for codec, _, text in LEGACY if codec == encoding)
    for whole in (prose + text, prose * 200 + text):
        assert decode(whole.encode(larger), "a.txt").text == whole


@pytest.mark.parametrize(
    ("declared", "used"),
    [("Shift_JIS", "cp932"), ("gb2312", "gb18030"), ("GBK", "gb18030"), ("sjis", "cp932")],
)
def test_a_declared_small_version_is_read_as_the_larger(declared: str, used: str) -> None:
    assert decode("㈱①".encode(used), "a.txt", declared).encoding == used


@pytest.mark.parametrize(
    ("declared", "text"), [("big5hkscs", "啲嘅"), ("cp950", "碁"), ("euc_jis_2004", "①")]
)
def test_a_declared_large_version_is_taken_at_its_word(declared: str, text: str) -> None:
    assert decode(text.encode(declared), "a.txt", declared).text == text


@pytest.mark.parametrize(
    "codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("text", [*JAPANESE.values(), *SIMPLIFIED.values(), "ab", "一\n", "党工委\r\n"])
def test_unicode_in_any_form_gives_the_same_text(codec: str, text: str) -> None:
    assert decode(text.encode(codec), "a.txt").text == text


@given(TEXT)
def test_utf8_and_marked_utf16_survive(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), "a.txt").text == text
    if not text.startswith("\ufeff"):
        assert decode(text.encode("utf-16"), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"", ""), (b"\xef\xbb\xbf", ""), (b"\xff\xfe", ""), (b"  \n", "  \n"), ("\u3000".encode(), "\u3000")],
    ids=["nothing", "mark", "UTF-16 mark", "spaces", "wide space"],
)
def test_an_empty_file_is_a_text(data: bytes, text: str) -> None:
    assert decode(data, "a.txt").text == text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_one_bad_byte_is_named_with_its_line(newline: str) -> None:
    """A detector would say something about such a file, and be wrong."""
    lines = [f"第{number}条　開発区の企業に適用する。" for number in range(1, 1001)]
    before = newline.join(lines[:899]).encode() + newline.encode() + "第九百".encode()
    data = before + b"\xff" + newline.join(lines[899:]).encode()
    assert fault(data).startswith(f"a.txt:900: byte {len(before)} (0xff) is not UTF-8 (counted from 0")
    assert fault(data, "utf-8") == fault(data)
    mark = b"\xef\xbb\xbf"
    assert fault(mark + data).startswith(f"a.txt:900: byte {len(before) + 3} (0xff)")


def test_every_bad_place_is_reported() -> None:
    text = JAPANESE["zone"].encode()
    with pytest.raises(UnreadableInputError) as caught:
        decode(text + b"\xff" + text + b"\xc0\xaf" + text[:-2], "a.txt")
    assert [found.line for found in caught.value.faults] == [4, 7, 9]
    with pytest.raises(UnreadableInputError) as caught:
        decode((text + b"\xff") * 50, "a.txt")
    assert len(caught.value.faults) == 10


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"PK\x03\x04\x14\x00\x06\x00",
        b"%PDF-1.7\n%abc\n",
        b"abc\x00def",
        bytes(range(1, 9)) * 20,
        zlib.compress(JAPANESE["zone"].encode()),
        random.Random(7).randbytes(5000),
        "文".encode("utf-16") + b"\0\0",
    ],
    ids=["PNG", "zip", "PDF", "NUL", "controls", "zlib", "random", "NUL in UTF-16"],
)
def test_what_is_no_text_is_told_apart(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data, "a.txt")


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "cp932", "big5", "gb18030"]))
def test_any_bytes_are_read_or_refused(data: bytes, encoding: str | None) -> None:
    with suppress(UnreadableInputError):
        assert isinstance(decode(data, "a.txt", encoding).text, str)


@pytest.mark.parametrize(
    "encoding", ["klingon", "", "hex", "rot13", "undefined", "idna", "unicode_escape", "utf-8\0", "ü" * 99]
)
def test_an_unknown_encoding_is_refused(encoding: str) -> None:
    assert "unknown encoding" in fault(b"abc", encoding)


@pytest.mark.parametrize(
    ("encoding", "declared", "place"),
    [
        ("utf-8", "cp932", "a.txt:"),
        ("euc_jp", "utf-16", "a.txt:1: byte"),
        ("big5", "euc_jp", "a.txt:1: byte"),
    ],
)
def test_a_wrong_declaration_is_refused_where_it_fails(encoding: str, declared: str, place: str) -> None:
    text = next(text for codec, _, text in LEGACY if codec in (encoding, "cp932"))
    text = "電腦與網路，這裡沒有。" if encoding == "big5" else text
    assert fault(text.encode(encoding) + b"\x81", declared).startswith(place)


def test_a_wrong_declaration_that_parses_is_warned_of() -> None:
    """The bytes of 国务院 in UTF-8 are seven characters of CP932."""
    decoded = decode("蝗ｽ蜉｡髯｢".encode("cp932"), "a.txt", "cp932")
    assert decoded.warning is not None
    assert "蝗ｽ" in decoded.warning.reason
    assert decode(JAPANESE["zone"].encode("cp932"), "a.txt", "cp932").warning is None


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("euc_kr", "한국의 중앙정부는 경제 특구의 발전을 위한 계획을 발표하였다. " * 4),
        ("cp1252", "Le développement économique de la zone spéciale a été très élevé à l'été. " * 4),
        ("koi8_r", "Развитие экономической зоны в нашем городе. " * 4),
        ("iso2022_jp", JAPANESE["zone"]),
    ],
)
def test_other_encodings_are_asked_for(encoding: str, text: str) -> None:
    assert "Give it with --encoding" in fault(text.encode(encoding))
    assert decode(text.encode(encoding), "a.txt", encoding).text == text


def test_a_long_legacy_text_without_a_line_end_is_decoded() -> None:
    """The sample of the detectors must not end inside a character."""
    text = "".join(char for char in JAPANESE["zone"] if char not in "\r\n") * 300
    for lead in ("", "a"):
        assert decode((lead + text).encode("euc_jp"), "a.txt").text == lead + text


def test_a_text_that_turns_japanese_late_is_decoded() -> None:
    text = "plain ascii line\n" * 10_000 + JAPANESE["meeting"]
    assert decode(text.encode("cp932"), "a.txt").encoding == "cp932"
