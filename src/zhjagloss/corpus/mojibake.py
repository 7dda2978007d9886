"""Whether a text looks decoded with the wrong encoding."""

from __future__ import annotations

import re
from functools import lru_cache

#: Above this share of rare Han characters a text counts as wrongly decoded. Of 100-character
#: pieces of the shipped texts none decoded rightly has more than .041, and none in CP932 read as
#: GB18030 less than .60, none in Big5 read as GB18030 less than .21.
RARE_SHARE = 0.1

#: Above this share of half-width kana likewise: EUC-JP and GB18030 read as CP932 have over .86.
HALF_WIDTH_SHARE = 0.5

#: One look is enough: a wrong encoding shows everywhere.
_LOOK = 50_000

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_HALF_WIDTH = re.compile(r"[\uff61-\uff9f]")
_NEVER = re.compile(r"[\x80-\x84\x86-\x9f\ue000-\uf8ff\ufffd]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def suspicious(text: str) -> bool:
    """Say whether rare Han, half-width kana or characters that no text has pile up.

    A character is rare when it is in the first level of none of GB 2312, JIS X 0208 and Big5.

    >>> suspicious("国务院印发通知。"), suspicious("国务院印发通知。".encode().decode("cp932", "ignore"))
    (False, True)
    """
    first = _BEYOND_ASCII.search(text)
    if first is None:
        return False
    piece = text[first.start() : first.start() + _LOOK]
    beyond = len(_BEYOND_ASCII.findall(piece))
    han = _HAN.findall(piece)
    common = _common()
    rare = sum(char not in common for char in han)
    return (
        rare > RARE_SHARE * len(han)
        or len(_HALF_WIDTH.findall(piece)) > HALF_WIDTH_SHARE * beyond
        or len(_NEVER.findall(piece)) > RARE_SHARE * beyond
    )


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Read the first levels of the three national standards off the codecs themselves."""
    levels = (("gb2312", 0xB0, 0xD7, 0xA1), ("euc_jp", 0xB0, 0xCF, 0xA1), ("big5", 0xA4, 0xC6, 0x40))
    return frozenset(
        char
        for codec, first, last, trail in levels
        for lead in range(first, last + 1)
        for after in range(trail, 0xFF)
        for char in bytes((lead, after)).decode(codec, "ignore")
        if char >= "\u3400"
    )
