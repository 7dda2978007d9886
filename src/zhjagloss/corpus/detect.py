"""Which legacy encoding a text is in, if two detectors agree [the only door to both]."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import chardet
import charset_normalizer

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What the second detector may choose from: free to choose among all, it takes a list of Han
#: terms in EUC-JP for Korean.
CANDIDATES = ["utf_8", "cp932", "euc_jp", "gb18030", "big5"]

#: What it may choose from where none of these fits: 碁 in Big5 and ① in EUC-JP are additions.
#: Offered at once they would win over the plain versions.
_LARGER = ["cp932", "gb18030", "cp950", "big5hkscs", "euc_jis_2004"]

#: The detectors see this many bytes: more does not change their answer, and costs time.
SAMPLE = 1 << 16

#: With fewer bytes beyond ASCII two detectors can agree on what is wrong: 職員 in EUC-JP is a
#: common Big5 word to both.
LEAST = 12

#: How untidy a text the second detector accepts. At its default, .2, it refuses prose with many
#: brackets; at .5 both took ten characters of EUC-JP for GB18030.
_MESS = 0.3

#: Names of one encoding and of its older, smaller versions, under one name.
_FAMILIES = {
    "shift_jis": "cp932", "shiftjis": "cp932", "sjis": "cp932", "ms932": "cp932", "windows31j": "cp932",
    "cp932": "cp932", "euc_jp": "euc_jp", "euc_jis_2004": "euc_jp", "cp51932": "euc_jp",
    "gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "gb18030": "gb18030",
    "big5": "big5", "cp950": "big5", "big5hkscs": "big5",
}  # fmt: skip

#: Bytes below this one are never the second half of a character in any candidate.
_ALONE = b"\n\r\t !\"#$%&'()*+,-./"


class Guess(NamedTuple):
    """The family both detectors named, or an empty string, and what each of them said."""

    family: str
    said: tuple[str, str]


def family(encoding: str) -> str:
    """Give the name under which an encoding goes with its older, smaller and larger versions.

    >>> family("Shift_JIS"), family("gb2312"), family("Big5-HKSCS"), family("koi8-r")
    ('cp932', 'gb18030', 'big5', 'koi8-r')
    """
    plain = encoding.lower().replace("-", "_")
    return _FAMILIES.get(plain) or _FAMILIES.get(plain.replace("_", ""), encoding)


def guess(data: bytes, start: int = 0) -> Guess:
    """Ask both detectors about the bytes from the line that holds `start`.

    >>> guess("高新区の管理委員会は、このたび企業の操業再開を支援しました。".encode("euc_jp")).family
    'euc_jp'
    """
    answer = Guess("", ("too short", "too short"))
    if sum(byte > 0x7F for byte in data[start : start + SAMPLE]) < LEAST:
        return answer
    for sample in _samples(data, start):
        answer = _ask(sample)
        if answer.family:
            break
    return answer


def _ask(sample: bytes) -> Guess:
    free = str(chardet.detect(sample)["encoding"] or "nothing")
    bound = _choose(sample, CANDIDATES) or _choose(sample, _LARGER) or "nothing"
    agreed = family(free) if family(free) == family(bound) else ""
    return Guess(agreed if agreed in CANDIDATES else "", (free, bound))


def _choose(sample: bytes, among: list[str]) -> str | None:
    best = charset_normalizer.from_bytes(
        sample, cp_isolation=among, threshold=_MESS, preemptive_behaviour=False, enable_fallback=False
    ).best()
    return best.encoding if best else None


def _samples(data: bytes, start: int) -> Iterator[bytes]:
    """Yield a piece that ends between two characters; where no line end shows one, try four ends."""
    start = 1 + max(data.rfind(byte, 0, start) for byte in (b"\n", b"\r", b" "))
    piece = data[start : start + SAMPLE]
    if len(piece) < SAMPLE:
        yield piece
        return
    end = 1 + max(piece.rfind(bytes([byte]), SAMPLE // 2) for byte in _ALONE)
    if end:
        yield piece[:end]
        return
    for lost in range(4):
        yield piece[: SAMPLE - lost]
