"""Which Han characters count as one when comparing, derived from OpenCC [the only door to opencc]."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import opencc

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Simplified ↔ traditional, traditional ↔ Japanese: together they reach every shinjitai.
CONVERSIONS = ("s2t", "t2s", "t2jp", "jp2t")

#: URO with extension A, and the supplementary ideographic planes where OpenCC has pairs.
BLOCKS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x32000))


def derive(groups: Iterable[Iterable[str]] = ()) -> dict[str, str]:
    """Map every character that has variants to the representative of its class.

    The classes are the connected components of OpenCC's single-character conversions and of
    `groups`, which join what OpenCC keeps apart. The representative is the lowest code point.

    >>> table = derive([("画", "劃")])
    >>> table["發"], table["発"], table["劃"] == table["画"]
    ('发', '发', True)
    """
    parent: dict[str, str] = {}

    def find(char: str) -> str:
        while (above := parent.setdefault(char, char)) != char:
            parent[char] = char = parent[above]
        return char

    def join(one: str, other: str) -> None:
        low, high = sorted((find(one), find(other)))
        parent[high] = low

    characters = [chr(code) for block in BLOCKS for code in block]
    column = "\n".join(characters)
    for conversion in CONVERSIONS:
        converted = opencc.OpenCC(conversion).convert(column).split("\n")
        for before, after in zip(characters, converted, strict=True):
            if before != after and len(after) == 1:
                join(before, after)
    for group in groups:
        first, *rest = [unicodedata.normalize("NFKC", char) for char in group]
        for char in rest:
            join(first, char)
    return {char: root for char in sorted(parent) if (root := find(char)) != char}


def version() -> str:
    """Name the OpenCC that the classes come from.

    >>> version().count(".") >= 1
    True
    """
    return str(opencc.__version__)
