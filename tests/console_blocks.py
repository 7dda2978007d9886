"""Blocks of Markdown that show a terminal: what was typed, and what the page says came out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,})(?P<info>[^`\n]*)$")

#: A line of a page that stands for any number of lines, none included.
ANY_LINES = "…"


@dataclass(frozen=True, slots=True)
class Typed:
    """One command with the output that the page shows for it, line by line."""

    command: str
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block; `line`, from 1, is where its first command stands."""

    line: int
    typed: tuple[Typed, ...]


def blocks(markdown: str) -> list[Block]:
    r"""Read the fenced `console` blocks that begin with `$ zhjagloss`.

    A line that begins with `$ ` is a command, one that begins with `> ` after it goes on with it.

    >>> page = "Ask:\n\n```console\n$ zhjagloss lookup x\na\n\n$ echo \\\n> y\ny\n```\n"
    >>> blocks(page)[0].typed
    (Typed(command='zhjagloss lookup x', shown=('a',)), Typed(command='echo \\\ny', shown=('y',)))
    """
    found: list[Block] = []
    lines = markdown.split("\n")
    number = 0
    while number < len(lines):
        opening = _FENCE.match(lines[number])
        number += 1
        if not opening:
            continue
        begin = number
        while number < len(lines) and not _closes(lines[number], opening["fence"]):
            number += 1
        body = [line.removeprefix(opening["indent"]) for line in lines[begin:number]]
        number += 1
        if opening["info"].strip() == "console" and body and body[0].startswith("$ zhjagloss"):
            found.append(Block(begin + 1, tuple(_typed(body))))
    return found


def matches(shown: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    """Say whether what was printed is what a page shows, `…` alone on a line standing for any lines.

    >>> matches(("a", "…", "d"), ("a", "b", "c", "d")), matches(("a", "…"), ("a",)), matches(("…",), ())
    (True, True, True)
    >>> matches(("a", "…", "d"), ("a", "b")), matches(("a",), ("a", "b"))
    (False, False)
    """
    pattern = "".join(r"(?:.*\n)*?" if line == ANY_LINES else re.escape(f"{line}\n") for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in printed)) is not None


def _closes(line: str, fence: str) -> bool:
    return re.fullmatch(f" *{fence}`* *", line) is not None


def _typed(body: list[str]) -> list[Typed]:
    typed: list[Typed] = []
    command, shown = "", [""][:0]
    for line in [*body, "$ "]:
        if line.startswith("$ "):
            if command:
                typed.append(Typed(command, tuple(_trimmed(shown))))
            command, shown = line.removeprefix("$ "), []
        elif line.startswith("> ") and not shown and command.endswith(("\\", "|", "&&")):
            command += "\n" + line.removeprefix("> ")
        else:
            shown.append(line)
    return typed


def _trimmed(lines: list[str]) -> list[str]:
    """Leave out the empty lines that set one command off from the next."""
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    return lines[:end]
