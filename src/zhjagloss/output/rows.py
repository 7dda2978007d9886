"""Rows for pipelines: TSV, CSV, JSON, JSON Lines; one line at a time as they come in."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from zhjagloss.output.visible import visible
from zhjagloss.tsv import flat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TextIO

    Row = Mapping[str, Any]
    Writer = Callable[[Iterable[Row], Sequence[str], TextIO, bool], None]


def write_tsv(rows: Iterable[Row], columns: Sequence[str], stream: TextIO, header: bool) -> None:
    """Write columns separated by tabs; tabs and line ends in a cell become spaces."""
    show = _shower(stream)
    if header:
        stream.write("\t".join(columns) + "\n")
    for row in rows:
        stream.write("\t".join(show(flat(cell(row.get(column)))) for column in columns) + "\n")
        _flush_if_watched(stream)


def write_csv(rows: Iterable[Row], columns: Sequence[str], stream: TextIO, header: bool) -> None:
    """Write comma-separated values as spreadsheets read them, LF at the end of a line."""
    show = _shower(stream)
    for cells in [list(columns)] if header else []:
        stream.write(_csv_line(cells))
    for row in rows:
        stream.write(_csv_line([show(cell(row.get(column))) for column in columns]))
        _flush_if_watched(stream)


def write_jsonl(rows: Iterable[Row], columns: Sequence[str], stream: TextIO, header: bool) -> None:
    """Write one object a line, with everything the rows hold."""
    for row in rows:
        stream.write(_json(row, stream) + "\n")
        _flush_if_watched(stream)


def write_json(rows: Iterable[Row], columns: Sequence[str], stream: TextIO, header: bool) -> None:
    """Write one list of objects, with everything the rows hold."""
    between = "[\n"
    for row in rows:
        stream.write(between + _json(row, stream))
        between = ",\n"
    stream.write("\n]\n" if between != "[\n" else "[]\n")


#: The formats for pipelines, by the name that `--format` takes.
WRITERS: dict[str, Writer] = {
    "tsv": write_tsv,
    "csv": write_csv,
    "json": write_json,
    "jsonl": write_jsonl,
}


def cell(value: object) -> str:
    """Put a value into a cell: a number between 0 and 1 with three decimals, nothing for None.

    >>> cell(0.9), cell(3), cell(None), cell(["党工委", "書記"])
    ('0.900', '3', '', '党工委 書記')
    """
    match value:
        case None:
            return ""
        case float():
            return f"{value:.3f}"
        case list() | tuple():
            return " ".join(map(cell, value))
        case dict():
            return str(
                value.get("surface") or ", ".join(f"{name} {cell(one)}" for name, one in value.items())
            )
        case _:
            return str(value)


def _csv_line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)  # a carriage return in a cell is quoted only so
    return line.getvalue().removesuffix("\r\n") + "\n"


def _json(row: Row, stream: TextIO) -> str:
    """Write an object; in an encoding that is not Unicode every character beyond ASCII is escaped."""
    unicode = (getattr(stream, "encoding", None) or "utf-8").lower().startswith("utf")
    text = json.dumps(row, ensure_ascii=not unicode)
    return visible(text) if stream.isatty() else text


def _shower(stream: TextIO) -> Callable[[str], str]:
    """Spell control characters out on a terminal; hand the data on as it is elsewhere."""
    return visible if stream.isatty() else str


def _flush_if_watched(stream: TextIO) -> None:
    if stream.isatty():
        stream.flush()
