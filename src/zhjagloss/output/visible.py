r"""Text made safe to show: what a terminal would obey, or would hide, is spelled out."""

from __future__ import annotations

import re

#: Control characters of both sets but the tab and the line feed, bidirectional controls, zero-width
#: characters (not the joiners inside emoji), line and paragraph separators, lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def visible(text: str) -> str:
    r"""Spell out every character that could move a cursor, turn text around or hide.

    >>> print(visible("党\x1b[31m工\u202e委"))
    党\u001b[31m工\u202e委
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def visible_line(text: str) -> str:
    r"""Spell out tabs and line ends too.

    >>> print(visible_line("a\tb\n"))
    a\tb\n
    """
    return visible(text).replace("\t", "\\t").replace("\n", "\\n")
