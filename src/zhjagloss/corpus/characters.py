"""What joining lines and cutting sentences ask of a single character."""

from __future__ import annotations

import unicodedata

#: Punctuation that stands between Chinese words without a space, though Unicode calls its width
#: ambiguous.
_CHINESE_PUNCTUATION = "“”‘’—…·"

_JOINERS = "\u200d\u200c"


def is_cjk(char: str) -> bool:
    """Say whether a character is set without spaces around it: Han, kana, their punctuation.

    >>> is_cjk("区"), is_cjk("」"), is_cjk("ﾊ"), is_cjk("B")
    (True, True, True, False)
    """
    return unicodedata.east_asian_width(char) in "WFH" or char in _CHINESE_PUNCTUATION


def leans(char: str) -> bool:
    """Say whether a character belongs to the one before it: a combining mark, ﾞ, a selector.

    >>> leans("\u3099"), leans("ﾞ"), leans("\ufe0f"), leans("か")
    (True, True, True, False)
    """
    return unicodedata.category(char)[0] == "M" or char in "ﾞﾟ" or char in _JOINERS
