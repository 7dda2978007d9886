"""What a build changed, laid out for a person as a diff: a sign, the pair, its grounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from zhjagloss.output.terminal import console, styled, write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, TextIO


def write_changes(rows: Iterable[Mapping[str, Any]], stream: TextIO, color: str = "auto") -> None:
    """Draw one change a line, folded where it is too long, and under it what it was before."""
    drawn = console(stream, color)
    for row in rows:
        line = styled(row["change"]) + Text(" ") + styled(row["zh"], "bold")
        line += styled(f" ({row['full']})" if row["full"] else "", "dim") + Text(" → ")
        line += styled(row["ja"], "bold") + Text(
            f"  {row['score']:.3f}  {row['count']}× in {row['documents']}  "
        )
        write_text(drawn, line + styled(row["evidence"], "dim"))
        if was := row["was"]:
            write_text(drawn, styled(f"was {was['score']:.3f}  {was['count']}×", "dim"), 4)
