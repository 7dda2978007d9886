"""Keywords in context, one under the other, by East Asian width: context is cut, a keyword never."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from zhjagloss.output.terminal import console, styled, write_text
from zhjagloss.output.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, TextIO

#: The line number stands before the context, in so many cells.
_NUMBER = 6


def write_kwic(rows: Iterable[Mapping[str, Any]], stream: TextIO, color: str = "auto") -> None:
    """Draw rows with document, line, left, keyword, right: a heading for each document, then a line each."""
    drawn = console(stream, color)
    document = None
    for row in rows:
        if row["document"] != document:
            document = row["document"]
            about = ", ".join(filter(None, (row["publisher"], row["date"])))
            write_text(drawn, styled(document, "bold") + styled(f"  {about}" if about else "", "dim"))
        drawn.print(_line(row, drawn.width), soft_wrap=True)


def _line(row: Mapping[str, Any], width: int) -> Text:
    """Draw one line: the keyword begins in the middle, or before it where it would run over the edge."""
    keyword = visible_line(row["keyword"])
    room = max(width - _NUMBER - 2 - cell_len(keyword), 0)
    before = min(width // 2 - _NUMBER - 1, room)
    left = last_cells(visible_line(row["left"]), before)
    right = first_cells(visible_line(row["right"]), room - before)
    number = f"{row['line']:>{_NUMBER - 1}} "
    padding = " " * (before - cell_len(left))
    return Text.assemble((number, "dim"), padding, left, " ", (keyword, "bold"), " ", right)


def first_cells(text: str, width: int) -> str:
    """Give the beginning of a text, no wider than so many cells; … for what was cut.

    >>> first_cells("開発区の", 6), first_cells("開発区", 6)
    ('開発…', '開発区')
    """
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    end = 0
    while end < len(text) and cell_len(text[: end + 1]) < width:
        end += 1
    return text[:end] + "…"


def last_cells(text: str, width: int) -> str:
    """Give the end of a text, no wider than so many cells; … for what was cut.

    >>> last_cells("蘇州の開発区", 6)
    '…発区'
    """
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    start = max(0, len(text) - width)
    while cell_len(text[start:]) >= width:
        start += 1
    return "…" + text[start:]
