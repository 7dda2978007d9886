"""What the pages show is what happens: every console block is run, every help page compared."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands_page import page
from tests.console_blocks import Block, blocks, matches
from tests.running import Tool, checked
from zhjagloss.cli.main import COMMANDS
from zhjagloss.glossary.stack import starter

ROOT = Path(__file__).resolve().parents[1]

PAGES = [path for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))) if path.exists()]

SHOWN = [
    pytest.param(block, id=f"{path.relative_to(ROOT)}:{block.line}")
    for path in PAGES
    for block in blocks(path.read_text(encoding="utf-8"))
]

#: Nobody's commands begin with it; it tells the output of one command from that of the next.
_END = "\x1eend"


def run(block: Block, folder: Path) -> list[tuple[str, ...]]:
    """Run the commands of a block in one shell, in one folder; give what each printed, line by line.

    Standard error is left out except where the command itself sends it to standard output.
    """
    commands = folder / ".bin"
    commands.mkdir()
    (commands / "zhjagloss").symlink_to(_script(folder))
    tool = Tool(folder)
    script = "".join(f"{typed.command}\necho '{_END}'\n" for typed in block.typed)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env={
            **tool.environment,
            "PATH": f"{commands}{os.pathsep}{tool.environment['PATH']}",
            "COLUMNS": "80",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert "Traceback" not in done.stdout.decode() + done.stderr.decode()
    printed = done.stdout.decode().split(f"{_END}\n")[:-1]
    return [tuple(_without_last_empty_lines(text)) for text in printed]


def _script(folder: Path) -> Path:
    """Write a script that runs this Python's zhjagloss, whatever PATH holds."""
    script = folder / ".bin" / "run"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m zhjagloss "$@"\n')
    script.chmod(0o755)
    return script


def _without_last_empty_lines(text: str) -> list[str]:
    lines = text.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Copy the corpus; the glossary is the shipped one, where it always is."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    return tmp_path


@pytest.mark.parametrize("block", SHOWN)
def test_console_blocks(block: Block, copied: Path) -> None:
    """A page shows what its commands print, to the letter; several commands of a block share a folder."""
    printed = run(block, copied)
    for typed, lines in zip(block.typed, printed, strict=True):
        assert matches(typed.shown, lines), f"$ {typed.command}\n" + "\n".join(lines)


def test_commands_page() -> None:
    """docs/commands.md holds the help pages as they are now."""
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written == page(), "run: python -m tests.commands_page > docs/commands.md"


def test_commands_page_is_whole(tmp_path: Path) -> None:
    """The page has a section for each command, and no help line of it is wider than it may be."""
    text = page()
    assert [line for line in text.split("\n") if line.startswith("## ")] == [
        "## zhjagloss",
        *(f"## zhjagloss {name}" for name in COMMANDS),
    ]
    for name in COMMANDS:
        shown = text.split(f"## zhjagloss {name}\n")[1]
        assert "--help" in shown
    ran = Tool(tmp_path)("lookup", "--help", env={"COLUMNS": "92"})
    words = text.split("## zhjagloss lookup\n\n```text\n")[1].split("```")[0].split()
    assert words == checked(ran).stdout.split()


# The parser itself


PAGE = """\
# A page

```console
$ zhjagloss lookup -1 国务院
国务院\t国務院
```

```sh
$ zhjagloss not shown as a console
```

```console
$ echo another program
another program
```

1. In a list:

   ```console
   $ zhjagloss lookup --no-starter -1 无 2>&1
   无
   …
   $ printf 'a\\nb\\nc\\n' |
   > tail -2
   …
   c

   $ true
   ```

````markdown
```console
$ zhjagloss quoted
```
````
"""


def test_blocks_of_a_page() -> None:
    """Only console blocks that begin with the program count, also in lists, and not when quoted."""
    found = blocks(PAGE)
    assert [block.line for block in found] == [4, 20]
    assert [typed.command for typed in found[1].typed] == [
        "zhjagloss lookup --no-starter -1 无 2>&1",
        "printf 'a\\nb\\nc\\n' |\ntail -2",
        "true",
    ]
    assert [typed.shown for typed in found[1].typed] == [("无", "…"), ("…", "c"), ()]


def test_blocks_of_nothing() -> None:
    """A page without a block, or with one that is never closed, is no error."""
    assert blocks("") == []
    assert blocks("text\n```console") == []
    assert len(blocks("```console\n$ zhjagloss build")) == 1


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        (("a", "b"), ("a", "b"), True),
        (("a", "…"), ("a", "b", "c"), True),
        (("…", "c"), ("a", "b", "c"), True),
        (("a", "…", "b", "…", "c"), ("a", "x", "b", "c"), True),
        (("a …",), ("a b",), False),
        (("a.b",), ("axb",), False),
        (("a", "b"), ("a",), False),
        ((), ("a",), False),
        ((), (), True),
    ],
)
def test_lines_left_out(shown: tuple[str, ...], printed: tuple[str, ...], same: bool) -> None:
    """`…` alone on a line stands for any lines; inside a line it is itself."""
    assert matches(shown, printed) is same


def test_blocks_are_run(copied: Path) -> None:
    """Commands of one block share a folder, words are left out unless they are sent to standard output."""
    text = (
        "```console\n$ zhjagloss build corpus -o found\n…\n$ ls found\ncandidates.tsv\n…\n"
        "$ zhjagloss lookup -1 国务院\n国务院\t国務院\n"
        "$ zhjagloss lookup -g nowhere x 2>&1\nnowhere: …\n```\n"
    )
    (block,) = blocks(text)
    built, listed, looked, fault = run(block, copied)
    assert built[0].startswith("change\t")
    assert listed == ("candidates.tsv", "manifest.json", "usage.tsv")
    assert looked == ("国务院\t国務院",)
    assert fault[0].startswith("nowhere: no glossary here")
    assert [
        matches(typed.shown, lines)
        for typed, lines in zip(block.typed, run_again(block, copied), strict=True)
    ][:3] == [True] * 3


def run_again(block: Block, folder: Path) -> list[tuple[str, ...]]:
    """Run a block once more, in the folder that it left."""
    shutil.rmtree(folder / ".bin")
    return run(block, folder)


def test_shipped_glossary_is_this_one() -> None:
    """In a checkout the shipped glossary is the repository's."""
    assert starter() == ROOT / "glossary" or starter().name == "starter"
