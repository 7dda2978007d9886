"""Tab-separated files that people edit: rows with their line numbers, every byte kept.

The first line that is neither empty nor a comment (`#`) is the header. Lines end at LF, CRLF or
CR and nowhere else, so that line numbers are those of an editor. There is no quoting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhjagloss.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BOM = b"\xef\xbb\xbf"
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of data: its number from 1, its cells by column name."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A tab-separated file: what it says, what is wrong with it, and its bytes, line by line."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]
    lines: tuple[bytes, ...]

    def to_bytes(self) -> bytes:
        """Give the file back, to the byte where nothing was replaced."""
        return b"".join(self.lines)

    def replaced(self, line: int, cells: Mapping[str, str]) -> Table:
        r"""Put new cells into one line and leave every other byte alone.

        Columns that `cells` does not name keep what they hold; tabs and line ends become spaces.

        >>> table = parse(b"zh\tja\tmine\r\n# note\r\n\xe5\xa7\x94\t\tx\r\n", "t.tsv", ("zh", "ja"))
        >>> table.replaced(3, {"ja": "委員会"}).to_bytes().decode()
        'zh\tja\tmine\r\n# note\r\n委\t委員会\tx\r\n'
        """
        old = self.lines[line - 1]
        ending = old[len(old.rstrip(b"\r\n")) :]
        row = next(row for row in self.rows if row.line == line)
        text = "\t".join(flat({**row.cells, **cells}[column]) for column in self.header)
        lines = (*self.lines[: line - 1], text.encode() + ending, *self.lines[line:])
        return parse(b"".join(lines), self.name, self.header)


def parse(data: bytes, name: str, required: Iterable[str], *, ragged: bool = False) -> Table:
    r"""Read the bytes of a tab-separated file and gather its faults.

    `required` columns must be in the header; others are kept. A row with too few or too many
    cells is a fault and left out, unless `ragged` allows the last cells to be missing.

    >>> table = parse("zh\tja\n党工委\t共産党工作委員会\n高新区\n".encode(), "t.tsv", ("zh", "ja"))
    >>> table.rows[0].cells["ja"], [fault.reason for fault in table.faults]
    ('共産党工作委員会', ['1 field where the header has 2'])
    """
    lines = tuple(_LINE.findall(data))
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    faults: list[Fault] = []
    for number, raw in enumerate(lines, start=1):
        if number == 1:
            raw = raw.removeprefix(BOM)
        try:
            text = raw.rstrip(b"\r\n").decode()
        except UnicodeDecodeError as error:
            reason = f"byte {error.start + 1} of the line, {raw[error.start]:#04x}, is not UTF-8"
            faults.append(Fault(name, reason, "Save the file as UTF-8.", number))
            continue
        if _CONFLICT.match(text):
            faults.append(Fault(name, "a merge conflict was left in the file", "Resolve it first.", number))
        elif not text.strip() or text.startswith("#"):
            continue
        elif not header:
            header = tuple(cell.strip() for cell in text.split("\t"))
            faults += _header_faults(name, number, header, required)
        else:
            cells = text.split("\t")
            missing = len(header) - len(cells)
            if missing < 0 or (missing and not ragged):
                had = f"{len(cells)} field{'s' * (len(cells) != 1)}"
                reason = f"{had} where the header has {len(header)}"
                faults.append(Fault(name, reason, "Write every field, with a tab between them.", number))
            else:
                rows.append(Row(number, dict(zip(header, cells + [""] * missing, strict=True))))
    return Table(name, header, tuple(rows), tuple(faults), lines)


def render(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    r"""Write a tab-separated file: header, LF, no quoting; tabs and line ends in cells become spaces.

    >>> render(("zh", "ja"), [("党工委", "党\t工委")])
    b'zh\tja\n\xe5\x85\x9a\xe5\xb7\xa5\xe5\xa7\x94\t\xe5\x85\x9a \xe5\xb7\xa5\xe5\xa7\x94\n'
    """
    return "".join("\t".join(map(flat, row)) + "\n" for row in (header, *rows)).encode()


def flat(cell: str) -> str:
    r"""Make a cell fit one line of a tab-separated file.

    >>> flat("a\tb\r\nc")
    'a b c'
    """
    return re.sub(r"[\t\r\n]+", " ", cell)


def _header_faults(name: str, line: int, header: tuple[str, ...], required: Iterable[str]) -> list[Fault]:
    missing = [column for column in required if column not in header]
    faults = []
    if missing:
        reason = f"the header lacks «{'», «'.join(missing)}»"
        faults.append(Fault(name, reason, f"Begin the file with: {' '.join(required)} (tabs between).", line))
    if len(set(header)) < len(header):
        faults.append(Fault(name, "a column stands twice in the header", "Name every column once.", line))
    return faults
