"""Text folded to the width of a terminal, counted in East Asian cells: never cut, never overlong."""

from __future__ import annotations

from rich.cells import cell_len

#: Characters that Japanese typesetting keeps off the beginning of a line.
_NOT_FIRST = frozenset(
    "、。，．・：；？！）」』】〕》〉”’,.:;?!)]}»ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…"
)

#: Characters that it keeps off the end of one.
_NOT_LAST = frozenset("（「『【〔《〈“‘([{«")


def breaks(text: str, width: int) -> list[int]:
    """Give the offsets at which a line must begin anew so that none is wider than `width` cells.

    A line is broken after a space, or beside a wide character; a run that allows neither is cut.

    >>> breaks("seen in 高新区・大湾区連携", 14)
    [10]
    """
    offsets: list[int] = []
    start, used, opportunity = 0, 0, 0
    for place, char in enumerate(text):
        if place > start and _may_break(text[place - 1], char):
            opportunity = place
        used += cell_len(char)
        while used > width and place > start:
            start = opportunity if opportunity > start else place
            offsets.append(start)
            used = cell_len(text[start : place + 1])
    return offsets


def _may_break(before: str, after: str) -> bool:
    if before in _NOT_LAST or after in _NOT_FIRST or after == " ":
        return False
    return before == " " or cell_len(before) > 1 or cell_len(after) > 1
