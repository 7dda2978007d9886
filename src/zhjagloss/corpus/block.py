"""A stretch of text that is read on its own, with the way back to its place in the document."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A line ends here and nowhere else, as in an editor; U+2028, U+0085, VT and FF do not end one.
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of plain text, or a paragraph, heading, item or cell of Markdown.

    `line` counts from 1, `offset` in characters from the start of the document. Where the text
    is not one stretch of the document, `marks` says from which index in the text on which line
    and offset hold: (index, line, offset), ascending. `is_item` says that it is a list item or a
    cell, which may say the same as another and still be no caption.
    """

    line: int
    offset: int
    text: str
    marks: tuple[tuple[int, int, int], ...] = ()
    is_item: bool = False

    def place(self, index: int) -> tuple[int, int]:
        """Give the line and the offset in the document of a character of the block.

        >>> Block(3, 20, "蘇州高新区").place(2)
        (3, 22)
        >>> Block(3, 20, "蘇州高新区", marks=((0, 3, 20), (2, 4, 30))).place(3)
        (4, 31)
        """
        if not self.marks:
            return self.line, self.offset + index
        at = bisect_right(self.marks, index, key=lambda mark: mark[0]) - 1
        start, line, offset = self.marks[max(0, at)]
        return line, offset + index - start


def lines(text: str) -> Iterator[Block]:
    r"""Cut plain text into its lines, those without a visible character left out.

    >>> [(block.line, block.offset, block.text) for block in lines("標題\r\n\r\n 本文。")]
    [(1, 0, '標題'), (3, 6, ' 本文。')]
    """
    for number, found in enumerate(_LINE.finditer(text), start=1):
        line = found[1]
        if line and not line.isspace():
            yield Block(number, found.start(), line)
