"""Chinese numerals read as numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

_DIGITS = {"〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_POWERS = {"十": 10, "百": 100}

#: A year digit by digit, or a number under a thousand.
_NUMERAL = re.compile(
    r"[〇一二三四五六七八九]{4}"
    r"|(?:[一二三四五六七八九]?百)?〇?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?"
)


class Numeral(NamedTuple):
    """A number, and where its numeral ends."""

    end: int
    value: int


def numeral_at(text: str, start: int) -> Numeral | None:
    """Read the numeral that begins at an offset, or None where none does, or only a piece of one.

    >>> numeral_at("第十四届", 1), numeral_at("二〇二五年", 0)
    (Numeral(end=3, value=14), Numeral(end=4, value=2025))
    >>> numeral_at("十四五规划", 0) is None
    True
    """
    found = _NUMERAL.match(text, start)
    if found is None or not found[0]:
        return None
    beside = text[start - 1 : start] + text[found.end() : found.end() + 1]
    if any(char in _DIGITS or char in _POWERS for char in beside):
        return None
    return Numeral(found.end(), _value(found[0]))


def _value(numeral: str) -> int:
    if not any(char in _POWERS for char in numeral):
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total, digit = 0, 0
    for char in numeral:
        if char in _POWERS:
            total += (digit or 1) * _POWERS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
