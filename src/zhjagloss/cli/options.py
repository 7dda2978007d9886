"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhjagloss.errors import Fault, UnreadableInputError
from zhjagloss.output.rows import WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

TABLE = "table"

glossary = click.option(
    "-g",
    "--glossary",
    "glossaries",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Ask this glossary first; may be given several times. Else $ZHJAGLOSS_GLOSSARY, else the nearest "
    "glossary/ upward from here. The starter glossary comes last.",
)
starter = click.option("--starter/--no-starter", default=True, help="Use the rows of the starter glossary.")
quiet = click.option("-q", "--quiet", is_flag=True, help="No words on standard error but faults.")
header = click.option("--header/--no-header", default=True, help="Begin TSV and CSV with the column names.")
color = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour tables; auto heeds NO_COLOR and FORCE_COLOR.",
)
encoding = click.option(
    "--encoding", metavar="NAME", help="The encoding of the texts, where it cannot be told."
)


def formats(default: str | None = None) -> Decorator:
    """Offer the output formats; without a default, a table on a terminal and TSV elsewhere."""
    text = "Default: table on a terminal, else tsv." if default is None else f"Default: {default}."
    names = [*([default] if default else []), TABLE, *WRITERS]
    return click.option("--format", "form", type=click.Choice(names), help=f"How to write the rows. {text}")


def write(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], form: str | None, header: bool, color: str
) -> None:
    """Write rows to standard output in the chosen format."""
    form = form or (TABLE if sys.stdout.isatty() else "tsv")
    if form == TABLE:
        from zhjagloss.output.terminal import write_table  # late: rich is slow to import

        write_table(rows, columns, sys.stdout, header, color)
    else:
        WRITERS[form](rows, columns, sys.stdout, header)


def corpus_beside(own: tuple[Path, ...]) -> Path:
    """Find the corpus that a command reads when it is given none. Raises UnreadableInputError."""
    beside = own[0].absolute().parent / "corpus" if own else Path("corpus")
    if not beside.is_dir():
        raise UnreadableInputError(Fault(os.fsdecode(beside), "no corpus here", "Name a folder of texts."))
    return beside
