"""The terminal: tables, folded text, progress bars [the only door to rich]."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from zhjagloss.output.folding import breaks
from zhjagloss.output.rows import cell
from zhjagloss.output.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any, TextIO

#: On a narrower terminal nothing can be laid out; lines may then run over its edge.
NARROWEST = 24

#: A bar that would be gone at once only flickers.
WAIT_SECONDS = 1.0

_STYLES = {
    "preferred": "green",
    "proposed": "yellow",
    "deprecated": "red",
    "+": "green",
    "-": "red",
    "~": "yellow",
    "!": "bold red",
}


def console(stream: TextIO, color: str = "auto") -> Console:
    """Open a stream for drawing; `color` is auto, always or never (auto heeds NO_COLOR, FORCE_COLOR)."""
    forced = {"always": True, "never": False}.get(color)
    drawn = Console(
        file=stream,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        force_terminal=forced,
        no_color=True if color == "never" else None,
    )
    drawn.width = max(drawn.width, NARROWEST)
    return drawn


def write_table(
    rows: Iterable[Mapping[str, Any]],
    columns: Sequence[str],
    stream: TextIO,
    header: bool,
    color: str = "auto",
) -> None:
    """Draw rows as a table that fits the terminal; what is too wide is folded, never cut."""
    table = Table(box=box.SIMPLE_HEAD, show_header=header, pad_edge=False, expand=False)
    for column in columns:
        table.add_column(column, overflow="fold", justify="left")
    for row in rows:
        table.add_row(*(styled(cell(row.get(column))) for column in columns))
    console(stream, color).print(table)


def styled(text: str, style: str = "") -> Text:
    """Make text safe to show, in its own style where its word has one."""
    safe = visible_line(text)
    return Text(overflow="fold").append(safe, style or _STYLES.get(text, ""))


def write_text(drawn: Console, text: Text, indent: int = 0) -> None:
    """Write a text in lines of the terminal's width, each indented by so many cells."""
    room = max(drawn.width - indent, 2)
    for line in text.divide(breaks(text.plain, room)):
        line.rstrip()
        drawn.print(Text(" " * indent) + line, soft_wrap=True)


@contextmanager
def progress(stream: TextIO) -> Iterator[Callable[[str, int, int], None]]:
    """Give a function that shows on a terminal how far a work is, once it has lasted a second."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console(stream), transient=True, disable=True) as bars:
        started = bars.get_time()
        tasks = {}

        def show(stage: str, done: int, total: int) -> None:
            if bars.disable and bars.get_time() - started > WAIT_SECONDS:
                bars.disable = False
                bars.start()
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done)

        yield show
