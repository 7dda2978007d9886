"""Bytes to text, when sure of the encoding; else a fault that says where and what to do."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

from zhjagloss.corpus import detect
from zhjagloss.corpus.mojibake import suspicious
from zhjagloss.errors import Fault, UnreadableInputError

#: Longest mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: What files that are no text begin with. Named, because a user who gives a .docx can save it.
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (docx, xlsx, pptx, odt …)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
)

#: Decoders of a family, smallest first: the larger ones only read what the first cannot.
_DECODERS = {"big5": ("big5", "cp950", "big5hkscs"), "euc_jp": ("euc_jp", "euc_jis_2004")}

#: What is declared as Shift_JIS or GB 2312 is read as these: they hold all of it, and ㈱ besides.
_SUPERSETS = frozenset({"cp932", "gb18030"})

#: Codecs of Python that are no encodings of files; some of them warn or loop.
_NOT_FOR_FILES = {"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"}

#: A file is damaged UTF-8 rather than something else when more than this share of its bytes
#: beyond ASCII is good. Of legacy texts cut to 20 characters none comes above .73.
_GOOD_SHARE = 0.9

#: Above this share of control characters (and a few) a file is no text; random bytes have .1.
_CONTROL_SHARE = 0.05
_FEW_CONTROLS = 3

#: So many bad places of one file are reported, and no more.
_MOST_FAULTS = 10

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NEWLINE = re.compile(rb"\r\n|\r|\n")
_BAD = re.compile(r"[\udc80-\udcff]")
_TELLING = re.compile(rb"[\x1b\x80-\xff]")
_ORDINARY = re.compile(r"[\t\n\r -~\u2010-\u203e\u3000-\u30ff\u4e00-\u9fff\uff01-\uff9f]")


class NotTextError(UnreadableInputError):
    """A file that is no text at all: to be skipped with a warning, not decoded some other way."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte order mark, the encoding it was in, and what is doubtful about that."""

    text: str
    encoding: str
    warning: Fault | None = None


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    r"""Decode a file's bytes; `name` is what its faults call it.

    A declared encoding is taken at its word, with a warning where the text looks wrong. Else: byte
    order mark, NUL bytes (UTF-16, UTF-32), strict UTF-8, two detectors that must agree. Raises
    UnreadableInputError; for what is no text, its subclass NotTextError.

    >>> decode("国务院".encode("utf-8-sig"), "a.txt")
    Decoded(text='国务院', encoding='utf-8', warning=None)
    >>> decode("国务院\n".encode("utf-16-be"), "a.txt").encoding
    'utf-16-be'
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise NotTextError(Fault(name, f"is not a text but {kind}", "Save it as plain text first."))
    if encoding is not None:
        found = _declared(data, name, encoding)
    else:
        found = _marked(data, name) or _with_nul(data, name) or _utf8(data, name) or _legacy(data, name)
    if _is_soup(found.text):
        _refuse_binary(name)
    return found


def _declared(data: bytes, name: str, encoding: str) -> Decoded:
    family = detect.family(encoding)
    try:
        codec = codecs.lookup(family if family in _SUPERSETS else encoding).name
        if codec.replace("-", "_") in _NOT_FOR_FILES:
            raise LookupError(codec)
        text = _strict(data, name, codec)
    except (LookupError, ValueError) as error:
        advice = "Name one that Python knows: utf-8, utf-16, cp932, euc_jp, gb18030, big5 …"
        raise UnreadableInputError(Fault(name, f"unknown encoding «{encoding}»", advice)) from error
    warning = None
    if not codec.startswith("utf") and suspicious(text):
        shown = "".join(char for char in text[:1000] if char > "\x9f")[:10]
        reason = f"looks wrongly decoded as {codec}: «{shown}»"
        warning = Fault(name, reason, "Give another --encoding, or leave it out.")
    return Decoded(text, codec, warning)


def _marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, name, encoding), encoding)
    return None


def _with_nul(data: bytes, name: str) -> Decoded | None:
    """Decode what holds NUL bytes as the UTF-16 or UTF-32 that makes the most ordinary text of it."""
    if b"\0" not in data:
        return None
    best = (0.5, 0.0, "")
    for encoding, width in (("utf-16-le", 2), ("utf-16-be", 2), ("utf-32-le", 4), ("utf-32-be", 4)):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(data[: detect.SAMPLE])
        except UnicodeDecodeError:
            continue
        if text and "\0" not in text and len(data) % width == 0:
            # A tie goes to ASCII: «ab» the wrong way round is 愀戀, as ordinary as any Han.
            ascii_share = sum(char < "\x80" for char in text) / len(text)
            best = max(best, (len(_ORDINARY.findall(text)) / len(text), ascii_share, encoding))
    if not best[2]:
        _refuse_binary(name)
    return Decoded(_strict(data, name, best[2]), best[2])


def _utf8(data: bytes, name: str) -> Decoded | None:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        # Judged around the first bad place: the whole of a large file would take memory for nothing.
        near = data[max(0, error.start - detect.SAMPLE) : error.start + detect.SAMPLE]
        bad = len(_BAD.findall(near.decode(errors="surrogateescape")))
        beyond = sum(byte > 0x7F for byte in near)
        if beyond - bad > _GOOD_SHARE * beyond:
            raise UnreadableInputError(*_bad_places(data, name)) from error
        return None
    # ISO-2022-JP is made of ASCII bytes; its escape sequence gives it away.
    return None if text.isascii() and "\x1b$" in text else Decoded(text, "utf-8")


def _legacy(data: bytes, name: str) -> Decoded:
    telling = _TELLING.search(data)
    start = telling.start() if telling else 0
    family, said = detect.guess(data, start)
    for decoder in _DECODERS.get(family, (family,) if family else ()):
        with suppress(UnicodeDecodeError):
            text = data.decode(decoder)
            if not suspicious(text):
                return Decoded(text, decoder)
    if _is_soup(data[start : start + detect.SAMPLE].decode("latin-1")):
        _refuse_binary(name)
    guesses = " or ".join(dict.fromkeys(said))
    reason = f"cannot tell its encoding ({guesses}?)"
    advice = "Give it with --encoding (utf-8, cp932, euc_jp, gb18030, big5 …)."
    raise UnreadableInputError(Fault(name, reason, advice))


def _strict(data: bytes, name: str, codec: str) -> str:
    """Decode every byte or say which one does not fit; a byte order mark is left out."""
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        if codec.startswith("utf-8"):
            raise UnreadableInputError(*_bad_places(data, name)) from error
        before = data[: error.start].decode(codec, "replace").encode()
        line = 1 + len(_NEWLINE.findall(before))
        raise UnreadableInputError(_bad_byte(data, name, line, error.start, codec)) from error


def _bad_places(data: bytes, name: str) -> list[Fault]:
    """Find the runs of bytes that are not UTF-8, up to a number."""
    faults: list[Fault] = []
    at, line, counted = 0, 1, 0
    while len(faults) < _MOST_FAULTS:
        try:
            data[at:].decode()
        except UnicodeDecodeError as error:
            bad, at = at + error.start, at + error.end
            line += sum(1 for _ in _NEWLINE.finditer(data, counted, bad))
            counted = bad
            faults.append(_bad_byte(data, name, line, bad, "UTF-8"))
            while at < len(data) and 0x80 <= data[at] < 0xC0:
                at += 1
        else:
            break
    return faults


def _bad_byte(data: bytes, name: str, line: int, offset: int, encoding: str) -> Fault:
    where = f"byte {offset} ({data[offset]:#04x})"
    reason = f"{where} is not {encoding} (counted from 0 at the start of the file)"
    return Fault(name, reason, "Mend that place, or give the file's encoding with --encoding.", line)


def _is_soup(text: str) -> bool:
    piece = text[: detect.SAMPLE]
    controls = len(_CONTROL.findall(piece))
    return "\0" in text or controls > max(_FEW_CONTROLS, _CONTROL_SHARE * len(piece))


def _refuse_binary(name: str) -> NoReturn:
    raise NotTextError(Fault(name, "is not a text", "Leave it out, or save it as plain text."))
