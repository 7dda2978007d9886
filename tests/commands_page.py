"""`docs/commands.md`, made of the help pages: `python -m tests.commands_page > docs/commands.md`."""

from __future__ import annotations

import sys

import click

from zhjagloss.cli.main import zhjagloss

#: Columns of a help page as it is printed here; a line of the page takes two more, for its indent.
WIDTH = 90

HEAD = """\
# Commands

The help page of each command, as `--help` prints it. This page is generated; edit the docstrings and
options in `src/zhjagloss/cli/`, then run `python -m tests.commands_page > docs/commands.md`.
"""


def page() -> str:
    """Write the page: the help of the program, then that of each command in its order."""
    settings = {**zhjagloss.context_settings, "terminal_width": WIDTH}
    context = click.Context(zhjagloss, info_name="zhjagloss", **settings)
    parts = [HEAD, _section("zhjagloss", zhjagloss.get_help(context))]
    for name in zhjagloss.list_commands(context):
        command = zhjagloss.get_command(context, name)
        if command is not None:
            inner = click.Context(command, info_name=name, parent=context, **command.context_settings)
            parts.append(_section(f"zhjagloss {name}", command.get_help(inner)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    # an empty line of the help may hold an indent
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
